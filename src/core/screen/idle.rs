//! The part of the screen that warns before a session that nobody uses ends.

use crate::core::model::{Millis, Model};
use crate::core::words::Say;
use crate::core::words::catalog::bar as texts;

/// The warning.
#[derive(Debug, PartialEq, Eq)]
pub struct IdleScreen {
    /// Whole seconds that are left, at least one.
    pub seconds: Millis,
    /// Whether somebody is signed in, and not on the way.
    pub signed_in: bool,
    /// What a screen reader is told at once. It changes a few times only, not each second.
    pub alarm: Say,
}

/// From how many seconds on the reader is told again, without looking.
const TOLD_AT: [Millis; 3] = [10, 30, 60];

pub(super) fn idle(model: &Model) -> Option<IdleScreen> {
    let seconds = model.idle_left()?.div_ceil(1_000);
    let told = TOLD_AT.into_iter().find(|told| seconds <= *told).unwrap_or(seconds);
    let signed_in = model.account.is_some();
    let text = if signed_in { texts::IDLE_SIGN_OUT_ALARM } else { texts::IDLE_GIVE_UP_ALARM };
    let told = usize::try_from(told).unwrap_or_default();
    let alarm = text.count("seconds", told);
    Some(IdleScreen { seconds, signed_in, alarm })
}
