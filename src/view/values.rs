//! The list of the page's variables.

use yew::prelude::*;

use super::Context;
use super::element::{
    checkable, clickable, element, flag, list, nothing, paragraph, tag, typable, verbatim,
};
use super::words::{say, text};
use crate::core::message::ValuesMsg;
use crate::core::screen::{AskedValues, ValueList, ValueRow};
use crate::core::words::catalog::page as texts;

/// The variables of the page, each with a field.
pub fn values(values: &ValueList, context: &Context) -> Html {
    let open = values.open;
    let id = context.id("values");
    let expanded = if open { "true" } else { "false" };
    let button = tag!(
        "button",
        [
            ("type", "button"),
            ("class", "md-button"),
            ("aria-expanded", expanded),
            ("aria-controls", &id)
        ],
        vec![say(texts::VALUES.count("count", values.count))]
    );
    let mut parts = vec![clickable(button, context.say(move || ValuesMsg::Open(!open).into()))];
    let mut rows: Vec<Html> = values.rows.iter().map(|row| one(row, "value-", context)).collect();
    if open {
        rows.insert(0, paragraph("keyfill-small", vec![text(texts::VALUES_HOW)]));
        rows.push(closing(values, context));
    }
    parts.push(tag!("div", [("id", &id), ("class", "keyfill-fields")], rows).into());
    element("div", "keyfill-values", parts)
}

/// The fields that stand above a step, where some do: `of` names what the step is one of.
pub(super) fn asked_above(
    index: usize,
    asked: &[AskedValues],
    of: &str,
    context: &Context,
) -> Option<Html> {
    let asked = asked.iter().find(|asked| asked.above == index)?;
    let prefix = [of, &index.to_string(), "-"].concat();
    let rows = asked.rows.iter().map(|row| one(row, &prefix, context)).collect();
    Some(element("div", "keyfill-fields", rows))
}

fn one(row: &ValueRow, prefix: &str, context: &Context) -> Html {
    let index = row.slot.to_string();
    let id = context.id(&[prefix, &index].concat());
    let why = [&id, "-why"].concat();
    let described = if row.wrong.is_some() { why.as_str() } else { "" };
    let mut input = tag!(
        "input",
        [
            ("type", "text"),
            ("class", "keyfill-input"),
            ("id", &id),
            ("data-value", &index),
            ("data-focus", if row.is_next { "value" } else { "" }),
            ("aria-invalid", flag(row.wrong.is_some())),
            ("aria-describedby", described),
            ("autocomplete", "off"),
            ("autocapitalize", "none"),
            ("spellcheck", "false")
        ]
    );
    input.set_value(Some(row.value.clone()));
    let mut parts = vec![
        tag!("label", [("for", &id)], vec![say(row.label.clone())]).into(),
        typable(input, context.value_typed.clone()),
    ];
    // It comes with the first letter: see `list`.
    parts.push(row.wrong.map_or_else(nothing, |wrong| {
        tag!(
            "p",
            [("class", "keyfill-small keyfill-wrong"), ("id", why.as_str())],
            vec![text(wrong)]
        )
        .into()
    }));
    let mut field = tag!("div", [("class", "keyfill-field")], parts);
    field.key = Some(index.into());
    field.into()
}

fn closing(values: &ValueList, context: &Context) -> Html {
    let mut parts = Vec::new();
    if let Some(kept) = values.kept {
        let input = tag!("input", [("type", "checkbox"), ("autocomplete", "off")]);
        let keep = checkable(input, kept, context.say(move || ValuesMsg::Keep(!kept).into()));
        parts.push(element("label", "", vec![keep, verbatim(" "), text(texts::VALUES_KEEP)]));
    }
    if values.any {
        parts
            .push(context.button("md-button", "", texts::VALUES_CLEAR, || ValuesMsg::Clear.into()));
    }
    if parts.is_empty() { list(parts) } else { element("div", "keyfill-actions", parts) }
}
