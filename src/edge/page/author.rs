//! What the author says of a piece of code: its language, and what shall be left alone.

use web_sys::{Element, Node};

use crate::core::slot::{OptOut, Slots};

/// Where no slot is filled: our own panel, drawings, formulas, navigation, and what the author
/// marked.
const SKIPPED: &str = ".keyfill, keyfill-panel, .keyfill-off, .mermaid, .language-mermaid, .arithmatex, .MathJax, \
    mjx-container, .katex, nav, .md-search, .md-annotation, [contenteditable], textarea";
const MARKED: &str = "[data-keyfill]";
/// What generators put around a block, with a table for line numbers between.
const AROUND: &str = ".highlight, .codehilite, [class*=language-]";
/// `Node.COMMENT_NODE` and `Node.TEXT_NODE` (DOM Standard, 4.4).
const COMMENT: u16 = 8;
const TEXT: u16 = 3;

/// Whether this code is none of ours.
pub(super) fn is_skipped(code: &Element) -> bool {
    matches!(code.closest(SKIPPED), Ok(Some(_)))
}

/// The name of the language of `code`, as its generator wrote it into a class; empty for none.
/// `language-x` is that of the HTML Standard (4.5.15) and of Python-Markdown.
pub(super) fn language(code: &Element) -> String {
    let around = outermost(code);
    let pre = code.parent_element().filter(|pre| pre.tag_name() == "PRE" && *pre != around);
    for element in [Some(code.clone()), pre, Some(around)].into_iter().flatten() {
        let classes = element.class_name();
        // highlight.js adds what it guesses after its own name.
        let theirs = classes.split_ascii_whitespace().take_while(|class| *class != "hljs");
        if let Some(name) = theirs.into_iter().find_map(of_class) {
            return name.to_owned();
        }
    }
    // Where the generator writes no language, Pygments still marks the prompts of a session.
    let prompts = code.query_selector(".gp").ok().flatten();
    if prompts.is_some() { "console".into() } else { String::new() }
}

/// What the author wants to be left alone in `code`.
pub(super) fn leave(code: &Element, slots: &Slots) -> OptOut {
    let mut leave = OptOut::default();
    let mut marked = code.closest(MARKED).ok().flatten();
    while let Some(element) = marked {
        leave.add(&element.get_attribute("data-keyfill").unwrap_or_default(), slots);
        marked = element.parent_element().and_then(|above| above.closest(MARKED).ok().flatten());
    }
    if let Some(comment) = comment_before(code) {
        leave.add_comment(&comment, slots);
    }
    leave
}

/// The outermost element that generators put around the block; code within a line has none.
pub(super) fn outermost(code: &Element) -> Element {
    let Ok(Some(pre)) = code.closest("pre") else { return code.clone() };
    pre.closest(AROUND).ok().flatten().unwrap_or(pre)
}

/// The comment right before the block.
fn comment_before(code: &Element) -> Option<String> {
    let mut before: Node = outermost(code).previous_sibling()?;
    while before.node_type() == TEXT && before.text_content()?.trim().is_empty() {
        before = before.previous_sibling()?;
    }
    if before.node_type() == COMMENT { before.text_content() } else { None }
}

fn of_class(class: &str) -> Option<&str> {
    let prefixes = ["language-", "lang-", "highlight-source-"];
    prefixes.iter().find_map(|prefix| class.strip_prefix(prefix))
}
