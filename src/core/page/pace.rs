//! How long the work on the page may take before the browser shows what was done.
//!
//! Frames are what costs: on a page with thousands of blocks the browser goes over all of them for
//! each. So a slice lasts until the next frame is due anyway, and no shorter: what is left of that
//! time is lost. It lasts no longer than what the browser can show in a task that nobody notices.

/// The time between two frames that most screens have, or a multiple of it, in milliseconds.
const FRAME_MS: f64 = 1_000.0 / 60.0;
/// How long a slice may take at most, and how long it may always take.
const MOST_MS: f64 = 16.0;
const LEAST_MS: f64 = 2.0;
/// How long the first slice may take: the panel and the focus change in the same frame.
const FIRST_MS: f64 = 4.0;
/// How long the browser may take to show what was done in a slice. It is one task, which should
/// stay below the 50 ms that people notice.
const DRAWING_MS: f64 = 36.0;
/// A frame that takes so long is slow for other reasons, and what is left out of it makes it no
/// quicker.
const SLOW_MS: f64 = 100.0;
const LEAST_IF_SLOW_MS: f64 = 4.0;

/// The pace of the work: how long a slice may take, as the frames up to now allow.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    most: f64,
}

impl Default for Pace {
    fn default() -> Self {
        Self { most: FIRST_MS }
    }
}

impl Pace {
    /// The length of the slice that begins now, in milliseconds; the last frame began so many
    /// milliseconds ago, if there was one.
    #[must_use]
    pub fn slice(&self, since_frame: Option<f64>) -> f64 {
        let Some(since_frame) = since_frame else { return self.most };
        let until_due = FRAME_MS - since_frame.rem_euclid(FRAME_MS);
        let more = ((self.most - until_due) / FRAME_MS).floor().max(0.0);
        let until_one_is_due = until_due + more * FRAME_MS;
        // Where the last one that it reaches is due much too soon, it waits for the one after that.
        let is_worth_it = (self.most / 2.0..=self.most).contains(&until_one_is_due);
        if is_worth_it { until_one_is_due } else { self.most }
    }

    /// A slice took `worked` milliseconds, and the browser took `drawing` to show what was done.
    pub fn drawn(&mut self, worked: f64, drawing: f64) {
        let least = if drawing > SLOW_MS { LEAST_IF_SLOW_MS } else { LEAST_MS };
        let wanted = worked * DRAWING_MS / drawing.max(1.0);
        self.most = wanted.clamp(self.most / 2.0, self.most * 2.0).clamp(least, MOST_MS);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many frames the browser shows until so many blocks are done, and the longest task. A
    /// block takes `script` milliseconds and its drawing `layout`; each frame takes `fixed` more.
    fn frames(mut blocks: u32, script: f64, layout: f64, fixed: f64) -> (u32, f64) {
        let (mut pace, mut clock, mut frame, mut count) = (Pace::default(), 3.0, None, 0);
        let mut longest: f64 = 0.0;
        while blocks > 0 {
            let slice = pace.slice(frame.map(|frame| clock - frame));
            let began = clock;
            let mut done = 0.0;
            while blocks > 0 && clock - began < slice {
                (blocks, clock, done) = (blocks - 1, clock + script, done + 1.0);
            }
            let worked = clock - began;
            let due = (clock / FRAME_MS).ceil() * FRAME_MS;
            let drawing = fixed + done * layout;
            longest = longest.max(worked).max(drawing);
            clock = due + drawing;
            pace.drawn(worked, drawing);
            (frame, count) = (Some(due), count + 1);
        }
        (count, longest)
    }

    #[test]
    fn fifty_blocks_take_two_frames() {
        assert_eq!(frames(50, 0.1, 0.15, 3.0).0, 2);
        assert_eq!(frames(50, 0.2, 0.3, 8.0).0, 2);
        assert_eq!(frames(5, 0.2, 0.3, 8.0).0, 1);
    }

    #[test]
    fn thousands_of_blocks_make_no_long_task() {
        for (script, layout, fixed) in [(0.1, 0.27, 8.0), (0.3, 0.3, 12.0), (0.05, 0.1, 5.0)] {
            let (count, longest) = frames(2_000, script, layout, fixed);
            assert!(longest < 50.0, "{longest} ms of {script}, {layout} and {fixed}");
            assert!(count < 60, "{count} frames");
        }
    }

    #[test]
    fn a_slice_lasts_until_the_next_frame_is_due() {
        let mut pace = Pace::default();
        (0..9).for_each(|_| pace.drawn(8.0, 12.0));
        let is_due = |since: f64| {
            let frames = (pace.slice(Some(since)) + since) / FRAME_MS;
            (frames - frames.round()).abs() < 0.01
        };
        // In the time of the frame before, or after one that took long.
        assert!([3.0, 20.0, 53.0].into_iter().all(is_due));
        assert!([0.0, 1.0, 16.0, 60.0].into_iter().all(|since| pace.slice(Some(since)) <= MOST_MS));
        assert!([0.0, 1.0, 16.0, 60.0].into_iter().all(|s| pace.slice(Some(s)) >= MOST_MS / 2.0));
        assert!(pace.slice(None) <= MOST_MS);
    }

    #[test]
    fn slow_frames_make_slices_shorter_and_never_nothing() {
        let mut pace = Pace::default();
        (0..20).for_each(|_| pace.drawn(2.0, 70.0));
        assert!((pace.most - LEAST_MS).abs() < f64::EPSILON);
        pace.drawn(2.0, 400.0);
        assert!((pace.most - LEAST_IF_SLOW_MS).abs() < f64::EPSILON);
        (0..20).for_each(|_| pace.drawn(4.0, 1.0));
        assert!((pace.most - MOST_MS).abs() < f64::EPSILON);
    }
}
