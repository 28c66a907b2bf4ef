//! What is said of a placeholder, in the author's words.
//!
//! The reader's words for the same are in `core/text`; they address somebody who wants to fill it.

use keyfill::core::config::Config;
use keyfill::core::slot::{Doubt, Evidence, Objection, Slot, Source, Why};
use keyfill::core::words::Replaced;

/// Of a place that does not take every value.
pub(crate) const PLAIN_ONLY: &str = "only if it has no spaces or special characters";

/// What a slot is filled with.
pub(crate) fn value(slot: &Slot) -> String {
    match slot.source {
        Source::AccessKey => "the reader's access key".into(),
        Source::SecretKey => "the reader's secret key, masked".into(),
        Source::Region => "the reader's region".into(),
        Source::Endpoint => "the endpoint of the reader's region".into(),
        Source::Host => "the host of the reader's region".into(),
        Source::ProjectId => "the ID of the reader's project".into(),
        Source::UserId => "the ID of the reader's user".into(),
        Source::Client(_) | Source::Variable(_) => {
            let label = slot.label.plain(&Replaced::default());
            format!("the reader's value ({label})")
        }
    }
}

/// What shows that a value belongs there; `None` where nothing has to.
pub(crate) fn evidence(evidence: Evidence) -> Option<String> {
    Some(match evidence {
        Evidence::Name(name) => format!("as {name}"),
        Evidence::Pair => "next to the other half of the key".into(),
        Evidence::Program(name) | Evidence::Library(name) => format!("for {name}"),
        Evidence::Address => "beside the address of the store or of Keystone".into(),
        Evidence::Label => "after a label, or in a table".into(),
        Evidence::Author => "as the author says".into(),
        Evidence::Harmless => return None,
    })
}

/// Why a value is filled in only where the reader says so.
pub(crate) fn doubt(doubt: Doubt, config: &Config) -> String {
    match doubt {
        Doubt::NoEvidence => "nothing here shows whose it is".into(),
        Doubt::Region(at) => {
            let region = config.regions.get(at).map_or("another region", |r| r.name.as_str());
            format!("this is for {region}")
        }
        Doubt::Address => "the address next to it is one that the reader fills in".into(),
        Doubt::OtherId => "it may be the ID of somebody or something else".into(),
        Doubt::Substitution => "another command uses the output of this one".into(),
        Doubt::Sentence => "the sentence may be about the placeholder itself".into(),
    }
}

/// Why a value is never filled in. `text` is that of the code.
pub(crate) fn objection(objection: Objection, text: &str) -> String {
    match objection {
        Objection::NoEvidence => "nothing here shows whose it is".into(),
        Objection::Address(from, to) => {
            let address = text.get(from..to).unwrap_or("another address");
            format!("this is for {address}")
        }
        Objection::Program(name) => format!("{name} means something else by it"),
        Objection::Service => "this is for a service of AWS that is not S3".into(),
        Objection::Name(name) => format!("{name} is something else"),
        Objection::Type => "it is a type, a tag or a file to include".into(),
        Objection::Backticks => "a shell would run what is in backticks".into(),
        Objection::Sentence => "the sentence is about the placeholder itself".into(),
    }
}

/// Why nothing can be written there.
pub(crate) fn refusal(why: Why) -> &'static str {
    match why {
        Why::Plain => "only what needs no quotes can be written here",
        Why::Quotes => "it cannot be written inside these quotes",
        Why::Option => "the command would take it for an option",
        Why::History => "a shell would replace an exclamation mark in it",
        Why::Code => "the text around it is evaluated again, as a command or as code",
        Why::Program => "it is not known how the program here treats special characters",
        Why::Pattern => "it is part of a pattern, a format or a script",
        Why::End => "it could be the line that ends the text around it",
        Why::Part => "it is part of a name or a number, where nothing can be quoted",
        Why::Address => "it cannot be used in this part of a web address",
        Why::Hidden => "it would be empty, or have an invisible character",
        Why::Number => "only a number can be used here",
    }
}
