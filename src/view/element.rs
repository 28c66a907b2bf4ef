//! The few shapes of elements that the views repeat.
//!
//! Each `html!` of an element is some hundred bytes of wasm, so what stands many times is a
//! function here.

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VList, VTag};

/// `<TAG class=CLASS>CHILDREN</TAG>`, without the attribute where `class` is empty.
#[inline(never)]
pub(super) fn element(tag: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    let mut element = VTag::new(tag);
    let class = (!class.is_empty()).then(|| AttributeOrProperty::Attribute(class.into()));
    element.set_attributes(Attributes::Dynamic { keys: &["class"], values: Box::new([class]) });
    element.add_child(VList::with_children(children, None).into());
    element.into()
}

/// A paragraph.
pub(super) fn paragraph(class: &'static str, children: Vec<Html>) -> Html {
    element("p", class, children)
}

/// Code within a line.
pub(super) fn code(text: impl Into<AttrValue>) -> Html {
    element("code", "", vec![self::text(text)])
}

/// Text that stands out.
pub(super) fn strong(children: Vec<Html>) -> Html {
    element("strong", "", children)
}

/// Text, which the browser never reads as HTML.
#[inline(never)]
fn plain(text: AttrValue) -> Html {
    yew::virtual_dom::VText::new(text).into()
}

/// Text, which the browser never reads as HTML.
pub(super) fn text(text: impl Into<AttrValue>) -> Html {
    plain(text.into())
}
