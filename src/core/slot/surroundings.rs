//! What stands around a piece of code, and what that says: its language, and what of it is left
//! alone.
//!
//! It is written over [`Node`], since two programs ask: the page about the browser's nodes, and
//! `keyfill check` about those of a finished page. So both read the same.

mod passage;

use super::{Cloud, Code, Found, Language, OptOut, Slots, find};

pub use passage::around;

/// Where no slot is filled: our own panel, drawings, formulas, navigation.
pub const SKIPPED: &str = ".keyfill, keyfill-panel, .mermaid, .language-mermaid, .arithmatex, .MathJax, \
    mjx-container, .katex, nav, .md-search, .md-annotation, [contenteditable], textarea";
/// Parts of a code that are not its text: Material's annotations, and what we put there.
pub const NOT_TEXT: &str = ".md-annotation, .keyfill-edit";
/// Where the author wants everything to be left alone.
pub const OFF: &str = ".keyfill-off";
/// Where the author is sure of everything.
const SURE: &str = ".keyfill-sure";
const MARKED: &str = "[data-keyfill]";
/// What generators put around a block, with a table for line numbers between.
pub const AROUND: &str = ".highlight, .codehilite, [class*=language-]";

/// How classes begin that name the language of a block.
pub const LANGUAGE_CLASSES: [&str; 3] = ["language-", "lang-", "highlight-source-"];

/// A node of a page: an element, a text or a comment.
pub trait Node: Clone + PartialEq {
    /// The nearest element that fits one of these selectors of CSS: this one, or one around it.
    /// Selectors are separated by commas, and each is one of `tag`, `.class`, `[attribute]` and
    /// `[class*=part]`. None fits a text or a comment.
    fn closest(&self, selectors: &str) -> Option<Self>;

    /// Whether an element within this one fits one of the selectors.
    fn has_within(&self, selectors: &str) -> bool;

    /// The element around this node.
    fn parent(&self) -> Option<Self>;

    /// What stands before this node in the same element.
    fn before(&self) -> Option<Self>;

    /// What stands after it there.
    fn after(&self) -> Option<Self>;

    /// What stands first in this element.
    fn first(&self) -> Option<Self>;

    /// An attribute of an element, `class` for example.
    fn attribute(&self, name: &str) -> Option<String>;

    /// What kind of node it is.
    fn kind(&self) -> NodeKind;

    /// The text of a text or a comment, and all of an element's.
    fn text(&self) -> String;
}

/// What a [`Node`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeKind {
    /// `<pre>`
    Pre,
    /// Any other element.
    Element,
    /// A text.
    Text,
    /// A comment.
    Comment,
    /// Nothing that is looked at.
    Other,
}

/// What is read of a piece of code.
#[derive(Debug)]
pub struct CodeReading {
    /// What it is written in.
    pub language: Language,
    /// What its author says of it.
    pub author: OptOut,
    /// Every slot in it, also those that its author leaves alone.
    pub found: Vec<Found>,
}

/// Reads `code`, whose text is `text`, with what stands around it, on a page about `cloud`.
pub fn read<N: Node>(code: &N, text: &str, slots: &Slots, cloud: &Cloud) -> CodeReading {
    let language = Language::of(&language_of(code));
    let author = opt_out(code, slots);
    let passage = passage::passage(code, text);
    let prose = passage.as_ref().map(passage::Passage::prose);
    let found = find(&Code { text, language, prose, author: &author }, slots, cloud);
    CodeReading { language, author, found }
}

/// Whether this code is none of ours.
pub fn is_skipped(code: &impl Node) -> bool {
    code.closest(SKIPPED).is_some()
}

/// The name of the language of `code`, as its generator wrote it into a class; empty for none.
/// `language-x` is that of the HTML Standard (4.5.15) and of Python-Markdown.
fn language_of<N: Node>(code: &N) -> String {
    let around = outermost(code);
    let pre = code.parent().filter(|pre| pre.kind() == NodeKind::Pre && *pre != around);
    for element in [Some(code.clone()), pre, Some(around)].into_iter().flatten() {
        let classes = element.attribute("class").unwrap_or_default();
        // highlight.js adds what it guesses after its own name.
        let theirs = classes.split_ascii_whitespace().take_while(|class| *class != "hljs");
        if let Some(name) = theirs.into_iter().find_map(of_class) {
            return name.to_owned();
        }
    }
    // Where the generator writes no language, Pygments still marks the prompts of a session.
    if code.has_within(".gp") { "console".into() } else { String::new() }
}

/// What the author says of `code`: what is left alone in it, and what is sure.
fn opt_out<N: Node>(code: &N, slots: &Slots) -> OptOut {
    let mut leave = OptOut::default();
    for mark in marks(code) {
        leave.add(&mark, slots);
    }
    leave
}

/// What the author says of `code` and of what is around it, each as [`OptOut::add`] reads it.
pub fn marks<N: Node>(code: &N) -> Vec<String> {
    let mut marks = Vec::new();
    if code.closest(OFF).is_some() {
        marks.push("off".to_owned());
    }
    if code.closest(SURE).is_some() {
        marks.push("sure".to_owned());
    }
    let mut marked = code.closest(MARKED);
    while let Some(element) = marked {
        marks.extend(element.attribute("data-keyfill"));
        marked = element.parent().and_then(|above| above.closest(MARKED));
    }
    let comment = comment_before(code);
    marks.extend(comment.as_deref().and_then(OptOut::of_comment).map(Into::into));
    marks
}

/// The outermost element that generators put around the block; code within a line has none.
pub fn outermost<N: Node>(code: &N) -> N {
    let Some(pre) = code.closest("pre") else { return code.clone() };
    pre.closest(AROUND).unwrap_or(pre)
}

/// The comment right before the block.
fn comment_before(code: &impl Node) -> Option<String> {
    let mut before = outermost(code).before()?;
    while before.kind() == NodeKind::Text && before.text().trim().is_empty() {
        before = before.before()?;
    }
    (before.kind() == NodeKind::Comment).then(|| before.text())
}

fn of_class(class: &str) -> Option<&str> {
    LANGUAGE_CLASSES.iter().find_map(|prefix| class.strip_prefix(prefix))
}
