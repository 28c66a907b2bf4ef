//! Access keys and secret keys: they need evidence.

use super::command::Called;
use super::outline::{Hosts, ScopeKind};
use super::tables::programs;
use super::{Around, Certainty, Doubt, Evidence, Objection, known};

/// How many uses of a variable are looked at.
const USES: usize = 8;

/// Whether a key belongs there.
pub(super) fn judge(around: &Around<'_>, is_secret: bool) -> Certainty {
    if let Some(objection) = objection(around, is_secret) {
        return Certainty::Not(objection);
    }
    let hosts = around.hosts();
    if let Some(objection) = foreign(&hosts) {
        return Certainty::Not(objection);
    }
    let evidence = named(around).or_else(|| called(around, is_secret)).or_else(|| paired(around));
    let evidence = evidence.or_else(|| addressed(&hosts));
    match evidence {
        Some(_) if is_open(&hosts) => Certainty::Unsure(Doubt::Address),
        Some(evidence) => hosts.region.map_or(Certainty::Sure(evidence), Certainty::SureIn),
        None => used(around, is_secret),
    }
}

/// Whether the only address beside a key is not written out.
fn is_open(hosts: &Hosts) -> bool {
    hosts.unknown && !hosts.cloud && hosts.region.is_none()
}

/// What speaks against a key.
fn objection(around: &Around<'_>, is_secret: bool) -> Option<Objection> {
    let command = around.command();
    match command {
        Some(Called::Service) => return Some(Objection::Service),
        Some(Called::Foreign(program) | Called::Cloud(program)) => {
            return Some(Objection::Program(program));
        }
        _ => {}
    }
    let takes_passwords = matches!(command, Some(Called::Store(program)) if programs::WITH_PASSWORDS.contains(&program));
    if !takes_passwords && let Some(name) = other_name(around, is_secret) {
        return Some(Objection::Name(name));
    }
    if let Some(product) = around.product() {
        return Some(Objection::Name(product));
    }
    (around.has_service() || around.serves_others()).then_some(Objection::Service)
}

/// The name of another secret that the value is given to, or that stands beside a secret which is
/// given to none.
fn other_name(around: &Around<'_>, is_secret: bool) -> Option<&'static str> {
    let label = around.label();
    let is_key = known::key(label).is_some();
    let labels = around.labels();
    let mut all = std::iter::once(label).chain(labels);
    let other = all.find_map(known::other_secret);
    let beside = || around.statement().and_then(|part| part.all.other_secret);
    let is_half = known::half(label) != (false, false);
    if is_key {
        None
    } else {
        other.or_else(|| if is_secret && !is_half { beside() } else { None })
    }
}

/// An address at which the key is not known.
fn foreign(hosts: &Hosts) -> Option<Objection> {
    hosts.other.or(hosts.neighbour).map(|(start, end)| Objection::Address(start, end))
}

/// The name that only a key of S3 has.
fn named(around: &Around<'_>) -> Option<Evidence> {
    let own = known::key(around.label());
    let own = own.or_else(|| around.labels().into_iter().find_map(known::key));
    let file = || around.parts.iter().find_map(|part| part.own.known);
    own.or_else(file).map(Evidence::Name)
}

/// The program or the library.
fn called(around: &Around<'_>, is_secret: bool) -> Option<Evidence> {
    match around.command() {
        Some(Called::Store(program)) => return Some(Evidence::Program(program)),
        Some(Called::OpenStack(program)) if !is_secret && calls_ec2(around) => {
            return Some(Evidence::Program(program));
        }
        _ => {}
    }
    around.facts().library.map(Evidence::Library)
}

/// Whether a statement of `OpenStack` is about keys of S3: `openstack ec2 credentials`.
fn calls_ec2(around: &Around<'_>) -> bool {
    let text = around.statement().map(|part| &around.block.text[part.range.clone()]);
    text.is_some_and(|text| text.split(u8::is_ascii_whitespace).any(|word| word == b"ec2"))
}

/// The other half of a key beside it: in the same mapping, or the same call.
fn paired(around: &Around<'_>) -> Option<Evidence> {
    let mapping = around.mapping();
    let is_half = |label: &[u8]| known::half(label) != (false, false);
    let label = around.label();
    // What an interactive program asks for: `access_key_id> `.
    let is_asked = around.spot.label.as_ref().is_some_and(|at| {
        around.block.text.get(at.end..).is_some_and(|rest| rest.starts_with(b"> "))
    });
    let mapping = if is_asked { around.block.outline.parts.first()? } else { mapping? };
    let is_named = is_half(label) || around.labels().into_iter().any(is_half);
    let is_pair = is_named && mapping.all.access && mapping.all.secret;
    let all = &mapping.all;
    let is_short = known::is_short(label) && all.bucket;
    let has_both = (all.short_access || all.access) && (all.short_secret || all.secret);
    (is_pair || (is_short && has_both)).then_some(Evidence::Pair)
}

/// The address of the cloud beside it.
fn addressed(hosts: &Hosts) -> Option<Evidence> {
    (hosts.cloud || hosts.region.is_some()).then_some(Evidence::Address)
}

/// What the statements say that use the variable to which the key is given.
fn used(around: &Around<'_>, is_secret: bool) -> Certainty {
    let mut best = unproven(around, is_secret);
    for place in around.uses().take(USES) {
        let hosts = place.hosts();
        if let Some(objection) = objection(&place, is_secret).or_else(|| foreign(&hosts)) {
            return Certainty::Not(objection);
        }
        let evidence = called(&place, is_secret).or_else(|| addressed(&hosts));
        let Some(evidence) = evidence else { continue };
        best = match (hosts.region, best) {
            (Some(region), _) => Certainty::SureIn(region),
            (None, Certainty::SureIn(_)) => best,
            (None, _) if is_open(&hosts) => Certainty::Unsure(Doubt::Address),
            (None, _) => Certainty::Sure(evidence),
        };
    }
    best
}

/// A key without evidence: an access key may be looked at, a secret is not offered, unless both
/// halves of a key stand there.
fn unproven(around: &Around<'_>, is_secret: bool) -> Certainty {
    let has_halves = around.statement().is_some_and(|part| part.all.access && part.all.secret);
    let is_half = known::half(around.label()) != (false, false);
    let is_program = matches!(around.command(), Some(Called::OpenStack(_)));
    let in_comment = around.parts.first().is_some_and(|part| part.kind == ScopeKind::Comment);
    if is_secret && !is_program && !(has_halves && is_half && !in_comment) {
        Certainty::Not(Objection::NoEvidence)
    } else {
        Certainty::Unsure(Doubt::NoEvidence)
    }
}
