//! Elements, as values.
//!
//! `html!` writes some hundred bytes of wasm for each element that it makes. These functions
//! are called instead: the views have half the size.

use std::rc::Rc;

use yew::html::{onchange, onclick, oninput};
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VList, VTag, VText};

use super::texts::put;

/// An element with the attributes `keys`, in the order of `values`; an empty value leaves its
/// attribute out. What a reader hears or sees of them is said in the operator's words.
#[inline(never)]
pub(super) fn tag(
    name: &'static str,
    keys: &'static [&'static str],
    values: &[&str],
    children: Vec<Html>,
) -> VTag {
    let attribute = |(key, value): (&&str, &&str)| {
        if value.is_empty() {
            return None;
        }
        let value = AttrValue::from((*value).to_owned());
        let is_text = matches!(*key, "aria-label" | "placeholder" | "title");
        Some(AttributeOrProperty::Attribute(if is_text { put(value) } else { value }))
    };
    let mut tag = VTag::new(name);
    let values = keys.iter().zip(values).map(attribute).collect();
    tag.set_attributes(Attributes::Dynamic { keys, values });
    if !children.is_empty() {
        tag.add_child(list(children));
    }
    tag
}

/// An element with a class, or with none where `class` is empty.
pub(super) fn element(name: &'static str, class: &str, children: Vec<Html>) -> Html {
    tag(name, &["class"], &[class], children).into()
}

/// Nodes one after the other.
///
/// Yew counts them from the end. So what comes and goes behind something that may have the focus
/// keeps its place as [`nothing`]: else the element with the focus is made anew, and the reader
/// types into the void, or into the shortcuts of a theme.
pub(super) fn list(children: Vec<Html>) -> Html {
    VList::with_children(children, None).into()
}

/// No element, in the place of one.
#[inline(never)]
pub(super) fn nothing() -> Html {
    Html::default()
}

/// A paragraph.
pub(super) fn paragraph(class: &str, children: Vec<Html>) -> Html {
    element("p", class, children)
}

/// Code within a line, which is the same in all languages.
pub(super) fn code(text: impl Into<AttrValue>) -> Html {
    element("code", "", vec![verbatim(text)])
}

/// Text that stands out.
pub(super) fn strong(children: Vec<Html>) -> Html {
    element("strong", "", children)
}

/// A text of the panel, in the operator's words. The browser never reads it as HTML.
pub(super) fn text(text: impl Into<AttrValue>) -> Html {
    plain(put(text.into()))
}

/// Text that is shown as it is: a name or a value, from a server or an author.
pub(super) fn verbatim(text: impl Into<AttrValue>) -> Html {
    plain(text.into())
}

/// A whole sentence with elements in the places of its named arguments. In the operator's words
/// they may stand in another order.
pub(super) fn sentence(template: &'static str, arguments: Vec<(&'static str, Html)>) -> Html {
    // While the words are looked up, a character that no text has stands for each element.
    let marks = ["\u{e000}", "\u{e001}"];
    let names = arguments.iter().map(|(name, _)| *name);
    let marked: Vec<(&str, &str)> = names.zip(marks).collect();
    let said = put(crate::core::text::sentence(template, &marked).into());
    let mut elements: Vec<Html> = arguments.into_iter().map(|(_, element)| element).collect();
    let mut parts = Vec::new();
    let mut rest = said.as_str();
    while let Some(at) = rest.find(['\u{e000}', '\u{e001}']) {
        let (before, after) = rest.split_at(at);
        let index = usize::from(after.starts_with(marks[1]));
        parts.push(verbatim(before.to_owned()));
        parts.extend(elements.get_mut(index).map(std::mem::take));
        rest = after.get(marks[index].len()..).unwrap_or_default();
    }
    parts.push(verbatim(rest.to_owned()));
    list(parts)
}

/// A name that may be written from right to left: it does not turn the words around it.
pub(super) fn name(name: &str) -> Html {
    tag("bdi", &[], &[], vec![verbatim(name.to_owned())]).into()
}

/// A button that can be clicked.
#[inline(never)]
pub(super) fn clickable(mut button: VTag, click: Callback<MouseEvent>) -> Html {
    button.add_listener(Rc::new(onclick::Wrapper::new(click)));
    button.into()
}

/// A radio button or checkbox.
#[inline(never)]
pub(super) fn checkable(mut input: VTag, checked: bool, change: Callback<Event>) -> Html {
    input.set_checked(checked);
    changeable(input, change)
}

/// A control whose value can be changed.
#[inline(never)]
pub(super) fn changeable(mut control: VTag, change: Callback<Event>) -> Html {
    control.add_listener(Rc::new(onchange::Wrapper::new(change)));
    control.into()
}

/// A field that says each change of its text.
#[inline(never)]
pub(super) fn typable(mut input: VTag, typed: Callback<InputEvent>) -> Html {
    input.add_listener(Rc::new(oninput::Wrapper::new(typed)));
    input.into()
}

/// The value of an attribute that is there or not.
pub(super) fn flag(is_set: bool) -> &'static str {
    if is_set { "true" } else { "" }
}

#[inline(never)]
fn plain(text: AttrValue) -> Html {
    VText::new(text).into()
}
