//! The part of the screen that warns before a session that nobody uses ends.

use crate::core::model::{Millis, Model};
use crate::core::text::sentence;

/// The warning.
#[derive(Debug, PartialEq, Eq)]
pub struct IdleScreen {
    /// Whole seconds that are left, at least one.
    pub seconds: Millis,
    /// Whether somebody is signed in, and not on the way.
    pub signed_in: bool,
    /// What a screen reader is told at once. It changes a few times only, not each second.
    pub alarm: String,
}

/// From how many seconds on the reader is told again, without looking.
const TOLD_AT: [Millis; 3] = [10, 30, 60];

pub(super) fn idle(model: &Model) -> Option<IdleScreen> {
    let seconds = model.idle_left()?.div_ceil(1_000);
    let told = TOLD_AT.into_iter().find(|told| seconds <= *told).unwrap_or(seconds);
    let signed_in = model.account.is_some();
    let template = if signed_in {
        "You will be signed out within {seconds} seconds, because this page is not being used. \
         Press any key to stay signed in."
    } else {
        "Your sign-in will be given up within {seconds} seconds, because this page is not being \
         used. Press any key to go on."
    };
    let told = usize::try_from(told).unwrap_or_default().to_string();
    let alarm = sentence(template, &[("seconds", &told)]);
    Some(IdleScreen { seconds, signed_in, alarm })
}
