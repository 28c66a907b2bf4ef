//! A piece of an author's code, with what of its page bears on its slots.

use super::{Language, OptOut};

/// A piece of code: a block, or a span within a line.
#[derive(Clone, Copy, Debug)]
pub struct Code<'a> {
    /// Its text, as the browser shows it.
    pub text: &'a str,
    /// What it is written in.
    pub language: Language,
    /// The text that it stands in; `None` for a block of its own.
    pub prose: Option<Prose<'a>>,
    /// What its author says of it.
    pub author: &'a OptOut,
}

/// The text around a span of code, within its own paragraph, item, cell or term.
#[derive(Clone, Copy, Debug)]
pub struct Prose<'a> {
    /// What stands before the span. Other spans of code in it are text like any other.
    pub before: &'a str,
    /// What stands after it.
    pub after: &'a str,
    /// What kind of text it is.
    pub setting: Setting<'a>,
}

/// What a span of code stands in.
#[derive(Clone, Copy, Debug)]
pub enum Setting<'a> {
    /// A paragraph, an item of a list, a heading.
    Text,
    /// A cell of a table.
    Cell {
        /// The text at the head of its column; empty where there is none.
        head: &'a str,
        /// The text of the first cell of its row; empty in that cell.
        row: &'a str,
        /// Whether it is the first cell of its row.
        first: bool,
    },
    /// What a list of definitions defines: `<dt>`.
    Term,
}

impl<'a> Code<'a> {
    /// A block of which its author says nothing.
    #[must_use]
    pub fn block(text: &'a str, language: Language) -> Self {
        static NOTHING: OptOut = OptOut::NOTHING;
        Self { text, language, prose: None, author: &NOTHING }
    }

    /// A block of which its author says that it is for this store: one of an operator's tab.
    #[must_use]
    pub fn sure(text: &'a str, language: Language) -> Self {
        static SURE: OptOut = OptOut::SURE;
        Self { author: &SURE, ..Self::block(text, language) }
    }
}
