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

/// Whether the reader did this. Every message is named, so that a new one is decided about: what
/// a clock, a reply or another part of the page says keeps no session awake.
pub(super) fn is_the_readers(msg: &Msg) -> bool {
    match msg {
        Msg::OpenSignIn
        | Msg::OpenSignInFor(_)
        | Msg::CancelSignIn
        | Msg::ChooseMethod(_)
        | Msg::Submit(_)
        | Msg::ReadFile(..)
        | Msg::ChooseAddress(_)
        | Msg::ChooseCloud(_)
        | Msg::SearchProjects(_)
        | Msg::ChooseProject(_)
        | Msg::SwitchProject
        | Msg::SignOut
        | Msg::AnswerSignOut(_)
        | Msg::Stay
        | Msg::KeepAwake
        | Msg::ChooseRegion(_)
        | Msg::ChooseClient(_)
        | Msg::ChooseForm(_)
        | Msg::ChooseShell(_)
        | Msg::Save(_)
        | Msg::Reveal(_)
        | Msg::ChooseCredential(_)
        | Msg::FilterCredentials(_)
        | Msg::ShowPage(_)
        | Msg::Create
        | Msg::StopWaiting
        | Msg::Refresh
        | Msg::Test(_)
        | Msg::Rotate(_)
        | Msg::Switch
        | Msg::Installed
        | Msg::StopRotation
        | Msg::MarkCredentials
        | Msg::Mark(_)
        | Msg::AskDeleteMarked
        | Msg::AskDelete(_)
        | Msg::KeepCredential
        | Msg::ConfirmDelete
        | Msg::DismissOffer
        | Msg::Download(..)
        | Msg::Copy(_)
        | Msg::CopyBlock(..)
        | Msg::TypeValue(..)
        | Msg::OpenValues(_)
        | Msg::KeepValues(_)
        | Msg::ClearValues
        | Msg::GetPart(_)
        | Msg::DismissNotice => true,
        // It says itself when that was.
        Msg::Used(_)
        | Msg::Tick(..)
        | Msg::Watch
        | Msg::Leave
        | Msg::StartOver
        | Msg::Replied(..)
        | Msg::Copied(..)
        | Msg::ForgetCopied(_)
        | Msg::Recall(_)
        | Msg::PageHas(_)
        | Msg::WantCommands(_)
        | Msg::CommandsCame(..)
        | Msg::PartCame(_)
        | Msg::PartLost(_) => false,
    }
}
