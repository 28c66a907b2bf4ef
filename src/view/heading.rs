//! The headings of the three steps that a reader goes through: a key, the set-up, the check.

use yew::prelude::*;

use super::Context;
use super::element::{element, strong, tag, verbatim};
use super::words::text;
use crate::core::words::Text;

/// How far a step is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Progress {
    /// It is done.
    Done,
    /// It is the one to do.
    Now,
    /// It comes later.
    Later,
}

/// The heading of a step, with its number where the steps are counted, and with what belongs to
/// it in the same line.
///
/// The page's own headings are the author's, so this one is in no table of contents. A screen
/// reader goes from one to the next, and finds them below the heading that the panel stands under.
pub(super) fn heading(
    number: Option<(u8, Progress)>,
    title: Text,
    more: Vec<Html>,
    context: &Context,
) -> Html {
    let number = number.map(|(number, progress)| {
        let class = match progress {
            Progress::Done => "keyfill-number keyfill-done",
            Progress::Now => "keyfill-number keyfill-now",
            Progress::Later => "keyfill-number",
        };
        element("span", class, vec![verbatim(number.to_string())])
    });
    let mut parts = vec![number.unwrap_or_default(), verbatim(" "), strong(vec![text(title)])];
    parts.push(verbatim(" "));
    parts.extend(more);
    let level = context.level;
    tag!("p", [("class", "keyfill-heading"), ("role", "heading"), ("aria-level", level)], parts)
        .into()
}
