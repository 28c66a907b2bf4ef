//! Access keys and secret keys: they need evidence.

use super::command::Command;
use super::outline::{Hosts, Kind};
use super::tables::{names, programs};
use super::{Around, Certainty, Doubt, Evidence, Objection, known};

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
        Some(_) if hosts.region.is_some() => {
            Around::in_region(&hosts, Certainty::Sure(Evidence::Address))
        }
        Some(_) if hosts.unknown && !hosts.cloud => Certainty::Unsure(Doubt::Address),
        Some(evidence) => Certainty::Sure(evidence),
        None => used(around, is_secret),
    }
}

/// What speaks against a key.
fn objection(around: &Around<'_>, is_secret: bool) -> Option<Objection> {
    let command = around.command();
    match command {
        Some(Command::Service) => return Some(Objection::Service),
        Some(Command::Foreign(program) | Command::Cloud(program)) => {
            return Some(Objection::Program(program));
        }
        _ => {}
    }
    let takes_passwords = matches!(command, Some(Command::Store(program)) if programs::WITH_PASSWORDS.contains(&program));
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
    let other = all.find_map(|label| known::find(label, &names::OF_OTHER_SECRETS));
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
        Some(Command::Store(program)) => return Some(Evidence::Program(program)),
        Some(Command::OpenStack(program)) if !is_secret && calls_ec2(around) => {
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
    let mapping = around.mapping()?;
    let is_half = |label: &[u8]| known::half(label) != (false, false);
    let is_named = is_half(around.label()) || around.labels().into_iter().any(is_half);
    let is_pair = is_named && mapping.all.access && mapping.all.secret;
    is_pair.then_some(Evidence::Pair)
}

/// The address of the cloud beside it.
fn addressed(hosts: &Hosts) -> Option<Evidence> {
    (hosts.cloud || hosts.region.is_some()).then_some(Evidence::Address)
}

/// What the statements say that use the variable to which the key is given.
fn used(around: &Around<'_>, is_secret: bool) -> Certainty {
    let mut best = unproven(around, is_secret);
    for (count, place) in around.uses().enumerate() {
        let hosts = place.hosts();
        if let Some(objection) = objection(&place, is_secret).or_else(|| foreign(&hosts)) {
            return Certainty::Not(objection);
        }
        let evidence = called(&place, is_secret).or_else(|| addressed(&hosts));
        match evidence {
            Some(_) if hosts.region.is_some() => {
                best = Around::in_region(&hosts, Certainty::Sure(Evidence::Address));
            }
            Some(_) if hosts.unknown && !hosts.cloud => best = Certainty::Unsure(Doubt::Address),
            Some(evidence) if !matches!(best, Certainty::SureIn(_)) => {
                best = Certainty::Sure(evidence);
            }
            _ => {}
        }
        if count > 8 {
            break;
        }
    }
    best
}

/// A key without evidence: an access key may be looked at, a secret is not offered, unless both
/// halves of a key stand there.
fn unproven(around: &Around<'_>, is_secret: bool) -> Certainty {
    let has_halves = around.statement().is_some_and(|part| part.all.access && part.all.secret);
    let is_half = known::half(around.label()) != (false, false);
    let is_program = matches!(around.command(), Some(Command::OpenStack(_)));
    let in_comment = around.parts.first().is_some_and(|part| part.kind == Kind::Comment);
    if is_secret && !is_program && !(has_halves && is_half && !in_comment) {
        Certainty::Not(Objection::NoEvidence)
    } else {
        Certainty::Unsure(Doubt::NoEvidence)
    }
}
