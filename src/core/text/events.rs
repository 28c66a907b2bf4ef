//! Messages about a session: how it ends, and what the browser did not allow.

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

/// The part of the app that fills in the author's commands did not come.
#[must_use]
pub fn part_lost() -> Notice {
    Notice::new(
        Tone::Warning,
        "A file that fills in the other commands of this page could not be loaded.",
        "The commands in this panel are complete. The page tries again by itself; if the others \
         keep their placeholders, reload it and sign in again.",
    )
}

/// What reads a file could not be fetched.
#[must_use]
pub fn file_reader_lost() -> Notice {
    Notice::new(
        Tone::Error,
        "The file was not read: a part of this page that reads it could not be loaded.",
        "Nothing of the file was kept. Choose it again, or fill in the form by hand.",
    )
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
