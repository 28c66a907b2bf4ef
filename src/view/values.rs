//! The list of the page's variables.

use yew::prelude::*;

use super::Context;
use super::element::{
    checkable, clickable, element, flag, list, nothing, paragraph, tag, typable, verbatim,
};
use super::words::{say, text};
use crate::core::message::Msg;
use crate::core::screen::{ValueList, ValueRow};
use crate::core::words::catalog::page as texts;

/// The variables of the page, each with a field.
pub fn values(values: &ValueList, context: &Context) -> Html {
    let open = values.open;
    let id = context.id("values");
    let keys = &["type", "class", "aria-expanded", "aria-controls"];
    let expanded = if open { "true" } else { "false" };
    let button = tag(
        "button",
        keys,
        &["button", "md-button", expanded, &id],
        vec![say(texts::VALUES.count("count", values.count))],
    );
    let mut parts = vec![clickable(button, context.say(move || Msg::OpenValues(!open)))];
    let mut rows: Vec<Html> = values.rows.iter().map(|row| one(row, context)).collect();
    if open {
        rows.insert(0, paragraph("keyfill-small", vec![text(texts::VALUES_HOW)]));
        rows.push(closing(values, context));
    }
    parts.push(tag("div", &["id", "class"], &[&id, "keyfill-fields"], rows).into());
    element("div", "keyfill-values", parts)
}

fn one(row: &ValueRow, context: &Context) -> Html {
    let index = row.slot.to_string();
    let id = context.id(&["value-", &index].concat());
    let why = [&id, "-why"].concat();
    let described = if row.wrong.is_some() { why.as_str() } else { "" };
    let keys = &[
        "type",
        "class",
        "id",
        "data-value",
        "aria-invalid",
        "aria-describedby",
        "autocomplete",
        "autocapitalize",
        "spellcheck",
    ];
    let values = &[
        "text",
        "keyfill-input",
        &id,
        &index,
        flag(row.wrong.is_some()),
        described,
        "off",
        "none",
        "false",
    ];
    let mut input = tag("input", keys, values, Vec::new());
    input.set_value(Some(row.value.clone()));
    let mut parts = vec![
        tag("label", &["for"], &[&id], vec![say(row.label.clone())]).into(),
        typable(input, context.value_typed.clone()),
    ];
    // It comes with the first letter: see `list`.
    parts.push(row.wrong.map_or_else(nothing, |wrong| {
        let keys = &["class", "id"];
        let values = &["keyfill-small keyfill-wrong", why.as_str()];
        tag("p", keys, values, vec![text(wrong)]).into()
    }));
    let mut field = tag("div", &["class"], &["keyfill-field"], parts);
    field.key = Some(index.into());
    field.into()
}

fn closing(values: &ValueList, context: &Context) -> Html {
    let mut parts = Vec::new();
    if let Some(kept) = values.kept {
        let input = tag("input", &["type", "autocomplete"], &["checkbox", "off"], Vec::new());
        let keep = checkable(input, kept, context.say(move || Msg::KeepValues(!kept)));
        parts.push(element("label", "", vec![keep, verbatim(" "), text(texts::VALUES_KEEP)]));
    }
    if values.any {
        parts.push(context.button("md-button", "", texts::VALUES_CLEAR, || Msg::ClearValues));
    }
    if parts.is_empty() { list(parts) } else { element("div", "keyfill-actions", parts) }
}
