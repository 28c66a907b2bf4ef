//! Idleness: what counts as use of the page, and when a session that nobody uses ends.

use crate::core::message::Msg;
use crate::core::model::{Millis, Model};

/// Milliseconds between looks at the clock while there is something to forget.
const WATCH_MS: Millis = 5_000;
/// Milliseconds between looks at the clock while the reader sees the seconds go by.
const SECOND_MS: Millis = 1_000;

/// The reader used the page at this time.
///
/// What came after the end does not count: it may be somebody else, before a machine that has
/// slept, and the next look at the clock ends the session.
pub(super) fn used(model: &mut Model, at: Millis) {
    if at.saturating_sub(model.active) < model.config.idle_ms {
        model.active = model.active.max(at);
    }
}

/// Milliseconds until the clock should be looked at again: in time for the warning, and for each
/// of its seconds.
pub(super) fn watch_after(model: &Model) -> u32 {
    let delay = match (model.idle_left(), model.idle_warning_in()) {
        (Some(left), _) => match left % SECOND_MS {
            0 => SECOND_MS,
            rest => rest,
        },
        (None, Some(time)) => time.clamp(1, WATCH_MS),
        (None, None) => WATCH_MS,
    };
    u32::try_from(delay).unwrap_or(u32::MAX)
}

/// Whether the reader did this. Every theme is named, so that a new one is decided about.
pub(super) fn is_the_readers(msg: &Msg) -> bool {
    match msg {
        Msg::SignIn(_)
        | Msg::File(_)
        | Msg::Session(_)
        | Msg::Keys(_)
        | Msg::Commands(_)
        | Msg::Values(_)
        | Msg::GetPart(_)
        | Msg::DismissNotice => true,
        // `Used` says itself when that was.
        Msg::Edge(_) => false,
    }
}
