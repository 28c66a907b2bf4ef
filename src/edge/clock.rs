//! The clock of the model.

use std::cell::Cell;

use crate::core::model::Millis;

thread_local! {
    /// Wall clock, monotonic clock and result of the latest reading.
    static LATEST: Cell<Option<(f64, f64, f64)>> = const { Cell::new(None) };
}

/// Milliseconds that passed since the first reading, and the wall clock.
///
/// `performance.now()` may stand still while a laptop sleeps, and the wall clock may be set
/// back: of the two, the one that moved on further since the last reading counts, so that a
/// session never lasts longer than it should.
pub(super) fn read() -> (Millis, i64) {
    let wall = js_sys::Date::now();
    let steady =
        web_sys::window().and_then(|window| window.performance()).map_or(wall, |p| p.now());
    let now = LATEST.get().map_or(0.0, |(old_wall, old_steady, now)| {
        now + (wall - old_wall).max(steady - old_steady).max(0.0)
    });
    LATEST.set(Some((wall, steady, now)));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole positive milliseconds"
    )]
    (now as Millis, wall as i64)
}
