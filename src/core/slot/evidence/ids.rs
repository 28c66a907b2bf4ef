//! The ids of the project and the user: they are sure in what is for `OpenStack` or the store.

use super::cloud::HostOwner;
use super::command::Called;
use super::tables::names;
use super::{Around, Certainty, Doubt, Evidence, Objection, known};
use crate::core::slot::statement;

/// Whether an id of the reader belongs there.
pub(super) fn judge(around: &Around<'_>) -> Certainty {
    let command = around.command();
    if let Some(objection) = objection(around, command) {
        return Certainty::Not(objection);
    }
    // They name whoever runs the command, whatever that does.
    if let Some(name) = known::find(around.label(), &names::OF_IDS) {
        return Certainty::Sure(Evidence::Name(name));
    }
    let hosts = around.hosts();
    if let Some((start, end)) = hosts.other {
        return Certainty::Not(Objection::Address(start, end));
    }
    let facts = around.facts();
    let is_account = around.block.text[..around.slot.start].ends_with(b"AUTH_");
    let evidence = match (around.address(), command) {
        (Some((HostOwner::Cloud | HostOwner::Region(_), _)), _) => Some(Evidence::Address),
        (_, Some(Called::OpenStack(program))) => Some(Evidence::Program(program)),
        _ if is_account => Some(Evidence::Name("AUTH_")),
        _ => facts.openstack.map(Evidence::Name),
    };
    let evidence =
        evidence.or_else(|| (hosts.cloud || hosts.region.is_some()).then_some(Evidence::Address));
    match evidence {
        Some(_) if is_about_others(around) => Certainty::Unsure(Doubt::OtherId),
        Some(evidence) => hosts.region.map_or(Certainty::Sure(evidence), Certainty::SureIn),
        None => Certainty::Unsure(Doubt::NoEvidence),
    }
}

/// What speaks against an id of the reader.
fn objection(around: &Around<'_>, command: Option<Called>) -> Option<Objection> {
    match command {
        Some(Called::Service) => return Some(Objection::Service),
        Some(Called::Cloud(program) | Called::Cluster(program)) => {
            return Some(Objection::Program(program));
        }
        _ => {}
    }
    if let Some(objection) = around.foreign_address() {
        return Some(objection);
    }
    if let Some((start, end)) = around.endpoints().other {
        return Some(Objection::Address(start, end));
    }
    if around.names_a_cluster() {
        return Some(Objection::Name(names::OF_CLUSTERS[0]));
    }
    around.product().map(Objection::Name)
}

/// Whether the statement may name somebody or something else: it shares, gives or takes away.
fn is_about_others(around: &Around<'_>) -> bool {
    let Some(statement) = around.statement() else { return false };
    statement.all.about_others || statement::destroys(&around.block.text[statement.range.clone()])
}
