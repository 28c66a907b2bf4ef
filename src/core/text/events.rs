//! Messages for what happens without a refusal of Keystone.

use super::{Notice, Tone};

/// Nothing was pasted.
#[must_use]
pub fn empty_token() -> Notice {
    Notice::new(
        Tone::Error,
        "There is no token in the field.",
        "Run the command below in a terminal, then paste what it prints.",
    )
}

/// What was pasted cannot be a token.
#[must_use]
pub fn not_a_token() -> Notice {
    Notice::new(
        Tone::Error,
        "This is not a token.",
        "A token is one long word without spaces. It was not sent anywhere. Run exactly the \
         command below, then paste all of what it prints.",
    )
}

/// The token has no project.
#[must_use]
pub fn unscoped() -> Notice {
    Notice::new(
        Tone::Error,
        "This token is not for a project.",
        "S3 keys belong to a project. Set OS_PROJECT_NAME (or load the openrc file of a \
         project), then run the command below again.",
    )
}

/// The token will come to its end.
#[must_use]
pub fn ending_soon() -> Notice {
    Notice::new(
        Tone::Warning,
        "Your token ends in less than five minutes.",
        "Then you are signed out, and your keys leave the page. They go on working. To stay, sign \
         out and sign in with a new token.",
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
pub fn idle() -> Notice {
    Notice::new(
        Tone::Info,
        "You were signed out because nothing was done here for 15 minutes.",
        "Your keys were removed from the page. They still work. Sign in again to go on.",
    )
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
