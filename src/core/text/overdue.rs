//! Messages about what has no answer in time: what is known, and that the answer may still come.

use super::{Notice, Place, Tone};
use crate::core::keystone::DEADLINE_MS;
use crate::core::words::catalog::refusals as texts;
use crate::core::words::{Say, Text};

/// A sign-in.
#[must_use]
pub fn sign_in_overdue(place: Place<'_>) -> Notice {
    overdue(texts::SIGN_IN_OVERDUE, texts::SIGN_IN_OVERDUE_NEXT, place)
}

/// A token for this project.
#[must_use]
pub fn scope_overdue(project: &str, place: Place<'_>) -> Notice {
    let what = texts::SCOPE_OVERDUE.name("project", project);
    overdue(what, texts::SCOPE_OVERDUE_NEXT, place)
}

/// A create. The list is asked now.
#[must_use]
pub fn create_overdue(place: Place<'_>) -> Notice {
    overdue(texts::CREATE_OVERDUE, texts::CREATE_OVERDUE_NEXT, place)
}

/// The delete of this credential. The list is asked now.
#[must_use]
pub fn delete_overdue(access: &str, place: Place<'_>) -> Notice {
    let what = texts::DELETE_OVERDUE.code("key", access);
    overdue(what, texts::DELETE_OVERDUE_NEXT, place)
}

/// The revocation of the pasted token, after the reader has signed out.
#[must_use]
pub fn revoke_overdue(place: Place<'_>) -> Notice {
    overdue(texts::REVOKE_OVERDUE, texts::REVOKE_OVERDUE_NEXT, place)
}

fn overdue(what: impl Into<Say>, next: Text, place: Place<'_>) -> Notice {
    let seconds = usize::try_from(DEADLINE_MS / 1_000).unwrap_or_default();
    let what = what.into().code("keystone", place.keystone).count("seconds", seconds);
    Notice::new(Tone::Warning, what, next)
}
