//! The reader's keys: the list, and what can be done with each.

use yew::prelude::*;

use super::Context;
use super::doing::{doing, list_again, waiting};
use super::element::{
    self, checkable, clickable, element, flag, nothing, paragraph, strong, tag, typable, verbatim,
};
use super::words::{plain, said, say, text};
use super::{rotation, testing};
use crate::core::app_part::AppPart;
use crate::core::message::{CopyTarget, KeysMsg, Msg};
use crate::core::screen::{Doing, KeyList, KeyRow, Keys, KeysPart, RotationStep, Rows};
use crate::core::words::Text;
use crate::core::words::catalog::{bar, keys as texts};
use crate::parts::part_call;

/// The look of a button.
pub(super) const PLAIN: &str = "md-button";
/// That of one that takes something away for good.
pub(super) const DANGER: &str = "md-button keyfill-danger";

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
    let title = texts::KEYS_IN.name("project", &keys.project).name("regions", &keys.regions);
    let title =
        vec![strong(vec![say(title)]), verbatim(" "), same_as("openstack ec2 credentials list")];
    let id = context.id("keys");
    let mut parts = vec![
        tag!("p", [("id", &id), ("data-focus", "keys"), ("tabindex", "-1")], title).into(),
        key_list(keys, context),
        doing(&keys.doing, keys.deletion_delay, context),
    ];
    if let KeyList::Known(rows) = &keys.list {
        if keys.delegated {
            parts.push(paragraph(
                "keyfill-notice keyfill-warning",
                vec![text(texts::KEYS_DELEGATED)],
            ));
        }
        parts.push(actions(keys, rows, context));
    }
    let rotation = keys.rotation.as_ref();
    let show = |r| self::rotation::rotation(r, revealed, copied, context);
    parts.push(rotation.map_or_else(nothing, show));
    let in_rotation = rotation.is_some_and(|r| matches!(r.next, RotationStep::Prove));
    let test = |test| testing::test(test, revealed, in_rotation, copied, context);
    parts.push(keys.test.as_ref().map_or_else(nothing, test));
    tag!("div", [("class", "keyfill-keys"), ("role", "group"), ("aria-labelledby", &id)], parts)
        .into()
}

fn actions(keys: &Keys, rows: &Rows, context: &Context) -> Html {
    let doing = &keys.doing;
    if let Doing::Marking(_) = doing {
        return nothing();
    }
    let word = if *doing == Doing::Creating { texts::CREATING } else { texts::CREATE };
    let busy = flag(*doing != Doing::Nothing);
    // A rotation has a next step of its own.
    let look = if keys.rotation.is_some() { PLAIN } else { "md-button md-button--primary" };
    let button = tag!(
        "button",
        [("type", "button"), ("class", look), ("data-focus", "create"), ("disabled", busy)],
        vec![text(word)]
    );
    let mut parts = vec![
        clickable(button, context.say(|| KeysMsg::Create.into())),
        same_as("openstack ec2 credentials create"),
    ];
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

fn key_list(keys: &Keys, context: &Context) -> Html {
    let rows = match &keys.list {
        KeyList::Loading => return waiting(bar::GETTING_KEYS),
        KeyList::Failed => return list_again(texts::KEYS_FAILED, context),
        KeyList::Known(rows) => rows,
    };
    let mut parts = Vec::new();
    parts.extend(rows.filter.as_ref().map(|filter| search(filter, context)));
    parts.push(if rows.total == 0 {
        paragraph("", vec![text(texts::NO_KEYS)])
    } else if rows.matching == 0 {
        paragraph("", vec![text(texts::NO_KEY_MATCHES)])
    } else {
        element("ul", "", rows.keys.iter().map(|key| row(key, keys, context)).collect())
    });
    let has_pages = rows.matching > rows.keys.len();
    parts.push(if has_pages { pages(rows, context) } else { nothing() });
    let elsewhere =
        if keys.delegated { texts::IN_OTHER_PROJECTS_DELEGATED } else { texts::IN_OTHER_PROJECTS };
    parts.push(counted(rows.elsewhere, elsewhere));
    parts.push(counted(rows.unreadable, texts::UNREADABLE));
    element::list(parts)
}

fn search(filter: &str, context: &Context) -> Html {
    let name = &*said(texts::FIND_KEY);
    let mut input = tag!(
        "input",
        [
            ("type", "search"),
            ("class", "keyfill-input"),
            ("aria-label", name),
            ("placeholder", name),
            ("autocomplete", "off")
        ]
    );
    input.set_value(Some(filter.to_owned()));
    let input = typable(input, context.keys_filtered.clone());
    element("div", "keyfill-field", vec![input])
}

fn pages(rows: &Rows, context: &Context) -> Html {
    let button = |page: Option<usize>, word: Text| {
        let off = flag(page.is_none());
        let button = tag!(
            "button",
            [("type", "button"), ("class", "md-button"), ("disabled", off)],
            vec![text(word)]
        );
        clickable(button, context.say(move || KeysMsg::ShowPage(page.unwrap_or(0)).into()))
    };
    let shown = texts::KEYS_SHOWN
        .count("first", rows.first + 1)
        .count("last", rows.first + rows.keys.len())
        .count("count", rows.matching);
    let parts = vec![
        button(rows.pages.0, texts::PREVIOUS_KEYS),
        say(shown),
        button(rows.pages.1, texts::MORE_KEYS),
    ];
    paragraph("keyfill-actions", parts)
}

fn counted(number: usize, what: Text) -> Html {
    if number == 0 {
        return nothing();
    }
    paragraph("keyfill-small", vec![say(what.count("count", number))])
}

fn row(key: &KeyRow, keys: &Keys, context: &Context) -> Html {
    let access = key.access.as_str();
    let id = context.id(&["key-", access].concat());
    let name = context.id("key");
    let is_free = keys.doing == Doing::Nothing;
    let (input, change) = (key.access.clone(), key.access.clone());
    let mut parts = vec![
        if let Some(marked) = key.marked {
            let mut input = tag!(
                "input",
                [("type", "checkbox"), ("id", &id), ("name", &name), ("autocomplete", "off")]
            );
            // Not the radio button made into this.
            input.key = Some("mark".into());
            checkable(input, marked, context.say(move || KeysMsg::Mark(change.clone()).into()))
        } else {
            let choose = context.say(move || KeysMsg::Choose(change.clone()).into());
            let radio = tag!(
                "input",
                [
                    ("type", "radio"),
                    ("id", &id),
                    ("name", &name),
                    ("disabled", flag(!key.usable)),
                    ("data-focus", if key.chosen { "chosen" } else { "" })
                ]
            );
            checkable(radio, key.chosen, choose)
        },
        tag!("label", [("for", &id)], vec![element::code(access.to_owned())]).into(),
    ];
    // Each has its place, whether it is there or not: the focus is on a button that is chosen.
    let tag_if = |is_so: bool, words| {
        if is_so { element("span", "keyfill-tag", vec![text(words)]) } else { nothing() }
    };
    parts.extend([
        tag_if(key.chosen, texts::IN_THE_COMMANDS),
        tag_if(!key.usable, texts::KEY_REFUSED),
    ]);
    if key.marked.is_none() {
        if key.chosen {
            let (test, rotate) = (key.access.clone(), key.access.clone());
            let on = context.say(move || KeysMsg::Test(Some(test.clone())).into());
            // The test of the new key stands in its place.
            let in_proof = keys
                .rotation
                .as_ref()
                .is_some_and(|r| matches!(r.next, RotationStep::Create | RotationStep::Prove));
            parts.push(for_key(
                PLAIN,
                texts::TEST_THIS_KEY,
                texts::TEST_KEY,
                access,
                !in_proof,
                on,
            ));
            let on = context.say(move || KeysMsg::Rotate(rotate.clone()).into());
            let can_rotate = is_free && keys.rotation.is_none();
            parts.push(for_key(
                PLAIN,
                texts::ROTATE_THIS_KEY,
                texts::ROTATE,
                access,
                can_rotate,
                on,
            ));
        } else {
            parts.extend([nothing(), nothing()]);
        }
        let deleting = matches!(&keys.doing, Doing::Deleting(a, _) if *a == key.access);
        let can_delete =
            is_free || matches!(keys.doing, Doing::Confirming { .. } | Doing::Offering(_));
        let word = if deleting { texts::DELETING } else { texts::DELETE };
        let on = context.say(move || KeysMsg::AskDelete(input.clone()).into());
        parts.push(for_key(DANGER, texts::DELETE_THIS_KEY, word, access, can_delete, on));
    }
    let mut row = tag!("li", [], parts);
    row.key = Some(access.into());
    row.into()
}

/// A button that does something with one key, which only its accessible name says.
pub(super) fn for_key(
    class: &str,
    label: Text,
    word: Text,
    access: &str,
    enabled: bool,
    click: Callback<MouseEvent>,
) -> Html {
    let label = plain(&label.code("key", access));
    clickable(
        tag!(
            "button",
            [
                ("type", "button"),
                ("class", class),
                ("disabled", flag(!enabled)),
                ("aria-label", &label)
            ],
            vec![text(word)]
        ),
        click,
    )
}

pub(super) fn same_as(command: &str) -> Html {
    let same = texts::SAME_AS.code("command", command);
    element("span", "keyfill-small keyfill-same", vec![say(same)])
}
