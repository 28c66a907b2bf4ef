//! What the slots in the author's own commands say of themselves.

use crate::core::slot::{Doubt, Source};
use crate::core::words::catalog::page as texts;
use crate::core::words::{Say, Text};

/// What a slot says of itself, unless it is a variable.
#[must_use]
pub fn filled(source: Source) -> Option<Text> {
    Some(match source {
        Source::AccessKey => texts::SLOT_ACCESS_KEY,
        Source::SecretKey => texts::SLOT_SECRET_KEY,
        Source::Region => texts::SLOT_REGION,
        Source::Endpoint => texts::SLOT_ENDPOINT,
        Source::Host => texts::SLOT_HOST,
        Source::ProjectId => texts::SLOT_PROJECT_ID,
        Source::UserId => texts::SLOT_USER_ID,
        Source::Client(_) | Source::Variable(_) => return None,
    })
}

/// Why a slot is filled in on request only. `region` has the names of the regions by their index.
#[must_use]
pub fn offered<'a>(doubt: Doubt, region: impl Fn(usize) -> &'a str) -> Say {
    match doubt {
        Doubt::Region(index) => texts::OFFER_OTHER_REGION.name("region", region(index)),
        Doubt::NoEvidence => texts::OFFER_NO_EVIDENCE.into(),
        Doubt::Address => texts::OFFER_ADDRESS.into(),
        Doubt::OtherId => texts::OFFER_OTHER_ID.into(),
        Doubt::Substitution => texts::OFFER_SUBSTITUTION.into(),
        Doubt::Sentence => texts::OFFER_SENTENCE.into(),
    }
}
