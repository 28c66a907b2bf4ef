//! Evidence around a slot: whether its value belongs there.
//!
//! A name alone does not decide: `<secret-key>` is a placeholder of many programs. What counts is
//! what stands in the slot's own statement, call, mapping or section. What speaks against a value
//! outranks what speaks for it.

mod around;
mod block;
mod certainty;
mod cloud;
mod command;
mod hosts;
mod ids;
mod keys;
mod known;
mod outline;
mod products;
mod sentence;
pub mod tables;
mod types;

pub use certainty::{Certainty, Doubt, Evidence, Objection};
pub use cloud::Cloud;

use super::{Code, Found, Language, Layout, Slots, Source, Trait};
use around::Around;
use block::CodeBlock;
use command::Called;
use outline::{Outline, Site};
use tables::{names, programs};

/// Says of each slot of `code`, which is in `language`, whether its value belongs there.
pub(super) fn mark(
    code: &Code<'_>,
    found: &mut [Found],
    slots: &Slots,
    cloud: &Cloud,
    language: Language,
) {
    let text = code.text.as_bytes();
    let has_commands = language.has(Trait::Commands);
    let site = Site { slots, cloud, has_commands, is_fish: language == Language::Fish };
    let outline = Outline::of(text, found, Layout::of(text, language), site);
    let block = CodeBlock::of(text, &outline, language);
    let is_alone = found.len() == 1 && code.text.trim().len() == found[0].end - found[0].start;
    for (slot, spot) in found.iter_mut().zip(&outline.spots) {
        let Some(known) = slots.list().get(slot.slot) else { continue };
        let around = Around::of(&block, slot, spot);
        let certainty = if types::is_type(text, slot, language) {
            Certainty::Not(Objection::Type)
        } else if let (Some(prose), true) = (&code.prose, is_alone) {
            sentence::alone(prose, known.source)
        } else if let Some(certainty) = sentence::in_comment(&around) {
            certainty
        } else if around.is_in_backticks() {
            Certainty::Not(Objection::Backticks)
        } else {
            let certainty = match known.source {
                Source::AccessKey => keys::judge(&around, false),
                Source::SecretKey => keys::judge(&around, true),
                Source::ProjectId | Source::UserId => ids::judge(&around),
                Source::Region | Source::Endpoint | Source::Host => harmless(&around, &known.id),
                // Whoever writes the commands of a client knows what they are for.
                Source::Client(_) => Certainty::Sure(Evidence::Harmless),
                Source::Variable(_) => own(&around, &known.id),
            };
            if around.is_in_substitution() { substituted(certainty) } else { certainty }
        };
        slot.certainty =
            if code.author.assures(slot.slot) { assured(certainty) } else { certainty };
    }
}

/// What the author's word makes of `certainty`: it stands for evidence that is missing, and for
/// nothing else.
fn assured(certainty: Certainty) -> Certainty {
    match certainty {
        Certainty::Unsure(Doubt::Region(_)) | Certainty::SureIn(_) => certainty,
        Certainty::Unsure(_) | Certainty::Not(Objection::NoEvidence) => {
            Certainty::Sure(Evidence::Author)
        }
        _ => certainty,
    }
}

/// A value in a command that is run for its output.
fn substituted(certainty: Certainty) -> Certainty {
    match certainty {
        Certainty::Sure(_) => Certainty::Unsure(Doubt::Substitution),
        _ => certainty,
    }
}

/// A value of the session that is no secret: it stands wherever nothing speaks against it.
fn harmless(around: &Around<'_>, id: &str) -> Certainty {
    if let Some(objection) = around.foreign_address() {
        return Certainty::Not(objection);
    }
    if let Some(objection) = other_program(around, id) {
        return Certainty::Not(objection);
    }
    if let Some(product) = around.product() {
        return Certainty::Not(Objection::Name(product));
    }
    if around.has_service() {
        return Certainty::Not(Objection::Service);
    }
    if around.names_a_cluster() {
        return Certainty::Not(Objection::Name(names::OF_CLUSTERS[0]));
    }
    let hosts = around.endpoints();
    if let Some((start, end)) = hosts.other {
        return Certainty::Not(Objection::Address(start, end));
    }
    match hosts.region {
        Some(region) if around.address().is_none() => Certainty::SureIn(region),
        _ => Certainty::Sure(Evidence::Harmless),
    }
}

/// A value of the reader's own.
fn own(around: &Around<'_>, id: &str) -> Certainty {
    match other_program(around, id) {
        Some(objection) => Certainty::Not(objection),
        None => Certainty::Sure(Evidence::Harmless),
    }
}

/// The program of another cloud or of a cluster that means something else by this slot.
fn other_program(around: &Around<'_>, id: &str) -> Option<Objection> {
    match around.command()? {
        Called::Cloud(program) if programs::CLOUD_SLOTS.contains(&id) => {
            Some(Objection::Program(program))
        }
        Called::Cluster(program) if programs::CLUSTER_SLOTS.contains(&id) => {
            Some(Objection::Program(program))
        }
        Called::Service if programs::CLOUD_SLOTS.contains(&id) => Some(Objection::Service),
        _ => None,
    }
}
