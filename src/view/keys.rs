//! The reader's keys: the list, and what can be done with each.

use yew::prelude::*;

use super::Context;
use super::doing::{doing, waiting};
use super::element::{self, clickable, element, flag, nothing, paragraph, strong, tag, verbatim};
use super::heading::{Progress, heading};
use super::key_button::{PLAIN, same_as};
use super::key_list::key_list;
use super::words::{say, text};
use super::{rotation, testing};
use crate::core::app_part::AppPart;
use crate::core::message::{CopyTarget, KeysMsg, Msg};
use crate::core::screen::{Doing, KeyList, Keys, KeysPart, Managed, RotationStep, Rows};
use crate::core::words::catalog::{bar, keys as texts};
use crate::parts::part_call;

part_call! {
    "__wasm_split_00keys00_import_00000000000000000000000000000006_draw_keys",
    "__wasm_split_00keys00_export_00000000000000000000000000000006_draw_keys",
    fn there(
        shown: &Keys,
        revealed: bool,
        copied: Option<CopyTarget>,
        context: &Context,
        html: &mut Html
    ) => *html = keys(shown, revealed, copied, context)
}

/// The keys of the project, or what is there until they can be shown.
pub fn part(
    part: &KeysPart,
    revealed: bool,
    copied: Option<CopyTarget>,
    context: &Context,
) -> Html {
    match part {
        KeysPart::Coming => waiting(bar::GETTING_KEYS),
        KeysPart::Lost => {
            let again = || Msg::GetPart(AppPart::Keys);
            let button = context.button("md-button", "", bar::TRY_AGAIN, again);
            let parts = vec![text(texts::KEYS_LOST), verbatim(" "), button];
            tag!("p", [("class", "keyfill-notice keyfill-warning"), ("role", "alert")], parts)
                .into()
        }
        KeysPart::There(keys) => {
            let mut html = nothing();
            there(keys, revealed, copied, context, &mut html);
            html
        }
    }
}

fn keys(keys: &Keys, revealed: bool, copied: Option<CopyTarget>, context: &Context) -> Html {
    let id = context.id("keys");
    let is_shown = keys.managed != Managed::Closed;
    // Said before a key is made.
    let rights = if keys.delegated && matches!(keys.list, KeyList::Known(_)) {
        paragraph("keyfill-notice keyfill-warning", vec![text(texts::KEYS_DELEGATED)])
    } else {
        nothing()
    };
    let mut parts = vec![rights, line(keys, &id, context)];
    parts.push(if matches!(keys.list, KeyList::Known(_)) && !is_shown {
        nothing()
    } else {
        manage(keys, context)
    });
    parts.push(doing(&keys.doing, keys.deletion_delay, context));
    let rotation = keys.rotation.as_ref();
    let show = |r| self::rotation::rotation(r, revealed, copied, context);
    parts.push(rotation.map_or_else(nothing, show));
    let in_rotation = rotation.is_some_and(|r| matches!(r.next, RotationStep::Prove));
    let test = |test| testing::test(test, revealed, in_rotation, copied, context);
    parts.push(keys.test.as_ref().map_or_else(nothing, test));
    tag!("div", [("class", "keyfill-keys"), ("role", "group"), ("aria-labelledby", &id)], parts)
        .into()
}

/// The first step, in one line: which key, a new one, and the way to all of them.
fn line(keys: &Keys, id: &str, context: &Context) -> Html {
    let mut words = Vec::new();
    let state = match (&keys.in_use, &keys.list) {
        (Some(key), _) => {
            words.extend([element::code(key.short.clone()), verbatim(" ")]);
            if key.is_new { text(texts::JUST_CREATED) } else { nothing() }
        }
        (None, KeyList::Known(Rows { total: 0, .. })) => text(texts::NONE_YET),
        (None, KeyList::Known(_)) => text(texts::NO_KEY_IN_USE),
        _ => nothing(),
    };
    words.push(element("span", "keyfill-small", vec![state]));
    let now = if keys.in_use.is_some() { Progress::Done } else { Progress::Now };
    let title = heading(Some((1, now)), texts::STEP_KEY, words, context);
    let title =
        tag!("div", [("id", id), ("data-focus", "keys"), ("tabindex", "-1")], vec![title]).into();
    let buttons = match &keys.list {
        KeyList::Known(rows) => buttons(keys, rows, context),
        _ => nothing(),
    };
    element("div", "keyfill-line", vec![title, buttons])
}

fn buttons(keys: &Keys, rows: &Rows, context: &Context) -> Html {
    let doing = &keys.doing;
    let word = if *doing == Doing::Creating { texts::CREATING } else { texts::CREATE };
    let busy = flag(*doing != Doing::Nothing);
    // Once there is a key, or a rotation, something else is the next thing to do.
    let is_next = keys.rotation.is_none() && keys.in_use.is_none();
    let look = if is_next { "md-button md-button--primary" } else { PLAIN };
    let button = tag!(
        "button",
        [("type", "button"), ("class", look), ("data-focus", "create"), ("disabled", busy)],
        vec![text(word)]
    );
    let create = clickable(button, context.say(|| KeysMsg::Create.into()));
    let open = keys.managed == Managed::Open;
    let manage = if keys.managed == Managed::Always || rows.is_empty() {
        nothing()
    } else {
        let id = context.id("manage");
        let button = tag!(
            "button",
            [
                ("type", "button"),
                ("class", PLAIN),
                ("aria-expanded", if open { "true" } else { "false" }),
                ("aria-controls", if open { &id } else { "" })
            ],
            vec![say(texts::MANAGE.count("count", rows.total))]
        );
        clickable(button, context.say(move || KeysMsg::Manage(!open).into()))
    };
    element("div", "keyfill-actions", vec![create, manage])
}

/// All keys, and what is rare.
fn manage(keys: &Keys, context: &Context) -> Html {
    let title = texts::KEYS_IN.name("project", &keys.project).name("regions", &keys.regions);
    let title =
        vec![strong(vec![say(title)]), verbatim(" "), same_as("openstack ec2 credentials list")];
    let mut parts = vec![paragraph("", title), key_list(keys, context)];
    if let KeyList::Known(rows) = &keys.list {
        parts.push(actions(keys, rows, context));
    }
    tag!("div", [("id", &context.id("manage")), ("class", "keyfill-manage")], parts).into()
}

fn actions(keys: &Keys, rows: &Rows, context: &Context) -> Html {
    let doing = &keys.doing;
    if let Doing::Marking(_) = doing {
        return nothing();
    }
    let mut parts = vec![same_as("openstack ec2 credentials create")];
    // It stays while the list is on its way, and so does the focus on it.
    if matches!(doing, Doing::Nothing | Doing::Refreshing) {
        parts.push(context.button("md-button", "", texts::REFRESH, || KeysMsg::Refresh.into()));
    }
    parts.push(if rows.total > 1 && *doing == Doing::Nothing {
        context.button("md-button", "", texts::DELETE_SEVERAL, || KeysMsg::MarkSeveral.into())
    } else {
        nothing()
    });
    paragraph("keyfill-actions", parts)
}
