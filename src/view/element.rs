//! Elements, as values.
//!
//! `html!` writes some hundred bytes of wasm for each element that it makes. These functions
//! are called instead: the views have half the size.

use std::rc::Rc;

use yew::html::{onchange, onclick, oninput};
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VList, VTag, VText};

/// An element with these attributes: `tag!("p", [("class", class)], children)`, or without
/// children. An empty value leaves its attribute out.
///
/// The names go into a constant, and cost no more bytes than a list of them.
macro_rules! tag {
    ($name:expr, [$(($key:literal, $value:expr)),* $(,)?]) => {
        $crate::view::element::tag!($name, [$(($key, $value)),*], ::std::vec::Vec::new())
    };
    ($name:expr, [$(($key:literal, $value:expr)),* $(,)?], $children:expr) => {
        $crate::view::element::with_attributes($name, &[$($key),*], &[$($value),*], $children)
    };
}

pub(super) use tag;

/// What [`tag`] makes: an element with the attributes `keys`, in the order of `values`.
#[inline(never)]
pub(super) fn with_attributes(
    name: &'static str,
    keys: &'static [&'static str],
    values: &[&str],
    children: Vec<Html>,
) -> VTag {
    let attribute = |value: &&str| {
        let value = AttrValue::from((*value).to_owned());
        (!value.is_empty()).then_some(AttributeOrProperty::Attribute(value))
    };
    let mut tag = VTag::new(name);
    let values = values.iter().map(attribute).collect();
    tag.set_attributes(Attributes::Dynamic { keys, values });
    if !children.is_empty() {
        tag.add_child(list(children));
    }
    tag
}

/// An element with a class, or with none where `class` is empty.
pub(super) fn element(name: &'static str, class: &str, children: Vec<Html>) -> Html {
    tag!(name, [("class", class)], children).into()
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

/// Code within a line, which is the same in all languages, and runs from left to right in each.
#[inline(never)]
pub(super) fn code(text: impl Into<AttrValue>) -> Html {
    tag!("code", [("dir", "ltr"), ("translate", "no")], vec![verbatim(text)]).into()
}

/// A block of code. Browsers that translate pages leave it as it is, and where it may be wider or
/// longer than its place, the keyboard scrolls it: a secret by itself always has room.
#[inline(never)]
pub(super) fn code_block(children: Vec<Html>, is_secret: bool) -> Html {
    let stop = if is_secret { "" } else { "0" };
    let code =
        tag!("code", [("class", PLAIN), ("translate", "no"), ("tabindex", stop)], children).into();
    element("pre", "", vec![code])
}

/// Tells highlight.js, which some themes run over each block, that these are none of its own.
const PLAIN: &str = "nohighlight";

/// Text that stands out.
pub(super) fn strong(children: Vec<Html>) -> Html {
    element("strong", "", children)
}

/// Text that is shown as it is: a name or a value, from a server or an author.
pub(super) fn verbatim(text: impl Into<AttrValue>) -> Html {
    node(text.into())
}

/// A name that may be written from right to left: it does not turn the words around it.
pub(super) fn name(name: &str) -> Html {
    tag!("bdi", [], vec![verbatim(name.to_owned())]).into()
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
fn node(text: AttrValue) -> Html {
    VText::new(text).into()
}
