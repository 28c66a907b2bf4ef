//! Messages for what happens without a refusal of Keystone.

use super::{Notice, Tone};

/// The token will come to its end.
#[must_use]
pub fn ending_soon() -> Notice {
    Notice::new(
        Tone::Warning,
        "Your token ends in less than five minutes.",
        "Then you are signed out, and your keys leave the page. They go on working. To stay, sign \
         in again: nothing else changes.",
    )
}

/// The token came to its end.
#[must_use]
pub fn expired() -> Notice {
    Notice::new(
        Tone::Info,
        "Your token has expired, so you are signed out.",
        "Your keys were removed from the page. They still work. Sign in with a new token to go on.",
    )
}

/// Nothing was done for a while.
#[must_use]
pub fn idle(minutes: u64) -> Notice {
    let minutes = usize::try_from(minutes).unwrap_or(0).to_string();
    Notice::new(
        Tone::Info,
        ["You were signed out because nothing was done here for ", &minutes, " minutes."].concat(),
        "Your keys were removed from the page. They still work. Sign in again to go on.",
    )
}

/// The pasted token was revoked.
#[must_use]
pub fn token_revoked() -> Notice {
    Notice::new(
        Tone::Info,
        "You are signed out, and your token is revoked.",
        "Nobody can use it any more, also not your terminal: get a new one there. Your keys still \
         work.",
    )
}

/// The pasted token could not be revoked.
#[must_use]
pub fn token_not_revoked(reason: Notice) -> Notice {
    Notice {
        tone: Tone::Warning,
        what: ["You are signed out, but your token is not revoked: ", &reason.what].concat(),
        next: "It ends by itself. To end it now, run openstack token revoke in a terminal.".into(),
        ..reason
    }
}

/// A rotation was stopped when there were two credentials.
#[must_use]
pub fn rotation_stopped(old: &str, new: &str) -> Notice {
    Notice::new(
        Tone::Info,
        "Both keys are there and work.",
        [
            "The old one is ",
            old,
            ", the new one is ",
            new,
            ". Delete the one that you do not need.",
        ]
        .concat(),
    )
}

/// The others of several to delete were not touched.
#[must_use]
pub fn rest_is_kept(notice: Notice, rest: usize) -> Notice {
    if rest == 0 {
        return notice;
    }
    // In front: the advice may end with a colon, before lines for the operator.
    let rest = rest.to_string();
    let next =
        ["Not touched, of those that you wanted to delete: ", &rest, ". ", &notice.next].concat();
    Notice { next, ..notice }
}

/// A create answered after its session had ended.
#[must_use]
pub fn created_late(access: &str, project: &str) -> Notice {
    Notice::new(
        Tone::Warning,
        ["The key ", access, " was created in ", project, " just after you had left."].concat(),
        "It exists and works. Sign in for that project to use it or to delete it.",
    )
}

/// A create was answered when the reader had gone on to something else.
#[must_use]
pub fn created_after_all(access: &str) -> Notice {
    Notice::new(
        Tone::Warning,
        ["The key ", access, " was created after all."].concat(),
        "It is in the list. Use it, or delete it if you do not need it.",
    )
}

/// The list does not have the credential any more that the snippets had.
#[must_use]
pub fn chosen_is_gone(access: &str) -> Notice {
    Notice::new(
        Tone::Warning,
        ["The key ", access, " is not there any more."].concat(),
        "It was deleted somewhere else. The commands have placeholders again: choose or create \
         another key.",
    )
}

/// The reply to a create was lost, and so was its outcome.
#[must_use]
pub fn create_unknown(reason: Notice) -> Notice {
    Notice {
        tone: Tone::Warning,
        what: [&reason.what, " So it is not known whether the key was created."].concat(),
        next: "Get the list again before you create another one. ".to_owned() + &reason.next,
        ..reason
    }
}

/// A lost create made nothing.
#[must_use]
pub fn nothing_created() -> Notice {
    Notice::new(
        Tone::Info,
        "The last create was not confirmed, and the list has no new key.",
        "Most likely nothing was created. You can create again.",
    )
}

/// The deleted credential was not there any more.
#[must_use]
pub fn already_gone(access: &str) -> Notice {
    Notice::new(
        Tone::Info,
        ["The key ", access, " was already gone."].concat(),
        "Nothing is left to do.",
    )
}

/// The reply to a delete was lost, and the list says whether it was carried out.
#[must_use]
pub fn delete_looked_up(access: &str, is_there: bool) -> Notice {
    let (what, next) = if is_there {
        (
            " was not deleted.",
            "Keystone did not confirm it, and the key is still in the list. Try again.",
        )
    } else {
        (" is deleted.", "The answer was lost, but the list does not have it any more.")
    };
    Notice::new(Tone::Info, ["The key ", access, what].concat(), next)
}

/// The reply to a delete was lost.
#[must_use]
pub fn delete_unknown(reason: Notice) -> Notice {
    Notice {
        what: [&reason.what, " It is not known whether the key was deleted."].concat(),
        ..reason
    }
}

/// The browser did not allow the clipboard.
#[must_use]
pub fn clipboard_refused() -> Notice {
    Notice::new(
        Tone::Error,
        "The browser did not let this page use the clipboard.",
        "Allow it for this page, or show the secrets, mark the text and copy it by hand.",
    )
}
