//! How to test a key.

use yew::prelude::*;

use super::Context;
use super::commands::{COPIES, one_step};
use super::element::{element, list, paragraph, strong, tag, verbatim};
use super::values::asked_above;
use super::words::{say, text};
use crate::core::message::{CopyTarget, KeysMsg};
use crate::core::screen::Test;
use crate::core::text::{Answer, Sees};
use crate::core::words::catalog::rotation as texts;

/// The one command that proves a key, and what may come of it. A page cannot do it: object
/// stores do not answer pages of other origins.
pub fn test(
    test: &Test,
    revealed: bool,
    in_rotation: bool,
    copied: Option<CopyTarget>,
    context: &Context,
) -> Html {
    let title = texts::TEST_TITLE.code("key", test.access.as_str());
    let mut parts = vec![paragraph("", vec![strong(vec![say(title)])])];
    for (index, step) in test.steps.iter().enumerate() {
        let target = CopyTarget::TestStep(test.edition, index);
        parts.extend(asked_above(index, &test.asked, "test-", context));
        parts.push(one_step(step, COPIES, revealed, target, copied, context));
    }
    let answer = |answer: &Answer| {
        let sees = match answer.sees {
            Sees::Words(words) => text(words),
            Sees::Output(output) => verbatim(output),
        };
        list(vec![
            element("dt", "", vec![element("code", "", vec![sees])]),
            element("dd", "", vec![text(answer.means)]),
        ])
    };
    parts.push(element(
        "details",
        "keyfill-fold",
        vec![
            element("summary", "", vec![text(texts::TEST_ANSWERS)]),
            element("dl", "", test.answers.iter().map(answer).collect()),
        ],
    ));
    let focus = if in_rotation { "" } else { "next" };
    if !in_rotation {
        parts.push(
            context.button("md-button", "", texts::TEST_CLOSE, || KeysMsg::Test(None).into()),
        );
    }
    tag!("div", [("class", "keyfill-test"), ("data-focus", focus), ("tabindex", "-1")], parts)
        .into()
}
