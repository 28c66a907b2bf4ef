//! Messages about what has no answer in time: what is known, and that the answer may still come.

use super::{Notice, Place, Tone, sentence};
use crate::core::keystone::DEADLINE_MS;

/// A sign-in.
#[must_use]
pub fn sign_in_overdue(place: Place<'_>) -> Notice {
    overdue(
        "No answer came from {keystone} within {seconds} seconds, so you are not signed in.",
        "The network or the server is slow. If the answer still comes, this page goes on with it. \
         If not, sign in again.",
        place,
        "",
    )
}

/// A token for this project.
#[must_use]
pub fn scope_overdue(project: &str, place: Place<'_>) -> Notice {
    overdue(
        "No answer came from {keystone} within {seconds} seconds, so you are not in {name} yet.",
        "The network or the server is slow. If the answer still comes, this page goes on with it. \
         If not, choose the project again.",
        place,
        project,
    )
}

/// A create. The list is asked now.
#[must_use]
pub fn create_overdue(place: Place<'_>) -> Notice {
    overdue(
        "No answer came from {keystone} within {seconds} seconds, so it is not known whether the \
         key was created.",
        "This page now looks for it in the list. If the answer still comes, the key is offered \
         here. Do not create another one before you know.",
        place,
        "",
    )
}

/// The delete of this credential. The list is asked now.
#[must_use]
pub fn delete_overdue(access: &str, place: Place<'_>) -> Notice {
    overdue(
        "No answer came from {keystone} within {seconds} seconds, so it is not known whether the \
         key {name} was deleted.",
        "This page now looks for it in the list. If the answer still comes, you are told here.",
        place,
        access,
    )
}

/// The revocation of the pasted token, after the reader has signed out.
#[must_use]
pub fn revoke_overdue(place: Place<'_>) -> Notice {
    overdue(
        "You are signed out. No answer came from {keystone} within {seconds} seconds, so it is not \
         known whether your token is revoked.",
        "If the answer still comes, you are told here. To be sure, run openstack token revoke in a \
         terminal. Otherwise the token ends by itself.",
        place,
        "",
    )
}

fn overdue(known: &str, next: &str, place: Place<'_>, name: &str) -> Notice {
    let seconds = usize::try_from(DEADLINE_MS / 1_000).unwrap_or_default().to_string();
    let arguments = [("keystone", place.keystone), ("seconds", &seconds), ("name", name)];
    Notice::new(Tone::Warning, sentence(known, &arguments), next)
}
