//! How deep a panel is in the outline of its page.

use web_sys::{Element, Node};

/// What holds the page's own text: the headings of a theme's menus are outside.
const TEXT: &str = "main, article, [role=main], body";
const HEADINGS: &str = "h1, h2, h3, h4, h5, h6";

/// The level of a heading in `root`: one below the last heading before it, or that below the title
/// of a page that has none.
pub(super) fn below_the_page(root: &Element) -> &'static str {
    let text = root.closest(TEXT).ok().flatten();
    let headings = text.and_then(|text| text.query_selector_all(HEADINGS).ok());
    let is_before = |heading: &Node| {
        root.compare_document_position(heading) & Node::DOCUMENT_POSITION_PRECEDING != 0
    };
    let last = headings.and_then(|all| {
        (0..all.length()).rev().filter_map(|index| all.item(index)).find(is_before)
    });
    match last.map(|heading| heading.node_name()).as_deref() {
        Some("H2") => "3",
        Some("H3") => "4",
        Some("H4") => "5",
        Some("H5" | "H6") => "6",
        _ => "2",
    }
}
