//! The list of the reader's keys, and the buttons of each.

use yew::prelude::*;

use super::Context;
use super::doing::{list_again, waiting};
use super::element::{self, checkable, clickable, element, flag, nothing, paragraph, tag, typable};
use super::key_button::{DANGER, PLAIN, for_key};
use super::words::{said, say, text};
use crate::core::message::KeysMsg;
use crate::core::screen::{Doing, KeyList, KeyRow, Keys, RotationStep, Rows};
use crate::core::words::Text;
use crate::core::words::catalog::{bar, keys as texts};

/// The keys of the project, or why they cannot be shown.
pub(super) fn key_list(keys: &Keys, context: &Context) -> Html {
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
