//! Messages about a session: how it ends, and what the browser did not allow.

use super::{Notice, Tone};
use crate::core::words::catalog::notices as texts;

/// The token will come to its end.
#[must_use]
pub fn ending_soon() -> Notice {
    Notice::new(Tone::Warning, texts::ENDING_SOON, texts::ENDING_SOON_NEXT)
}

/// The token came to its end.
#[must_use]
pub fn expired() -> Notice {
    Notice::new(Tone::Info, texts::EXPIRED, texts::EXPIRED_NEXT)
}

/// Nothing was done for a while.
#[must_use]
pub fn idle(minutes: u64) -> Notice {
    let minutes = usize::try_from(minutes).unwrap_or(0);
    let what = texts::IDLE.count("minutes", minutes);
    Notice::new(Tone::Info, what, texts::IDLE_NEXT)
}

/// The pasted token was revoked.
#[must_use]
pub fn token_revoked() -> Notice {
    Notice::new(Tone::Info, texts::TOKEN_REVOKED, texts::TOKEN_REVOKED_NEXT)
}

/// The pasted token could not be revoked.
#[must_use]
pub fn token_not_revoked(mut reason: Notice) -> Notice {
    reason.tone = Tone::Warning;
    reason.what.insert(0, texts::TOKEN_NOT_REVOKED.into());
    reason.next = vec![texts::TOKEN_NOT_REVOKED_NEXT.into()];
    reason
}

/// The part of the app that fills in the author's commands did not come.
#[must_use]
pub fn part_lost() -> Notice {
    Notice::new(Tone::Warning, texts::PART_LOST, texts::PART_LOST_NEXT)
}

/// What reads a file could not be fetched.
#[must_use]
pub fn file_reader_lost() -> Notice {
    Notice::new(Tone::Error, texts::FILE_READER_LOST, texts::FILE_READER_LOST_NEXT)
}

/// The browser did not allow the clipboard.
#[must_use]
pub fn clipboard_refused() -> Notice {
    Notice::new(Tone::Error, texts::CLIPBOARD_REFUSED, texts::CLIPBOARD_REFUSED_NEXT)
}
