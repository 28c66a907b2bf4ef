//! Here-documents.

use super::{DEEPEST, Dialect, Frame, Shell, Walk};
use crate::core::quote::plain;
use crate::core::slot::Why;
use crate::core::slot::place::{Limits, Syntax};

/// A here-document whose text is still to come.
pub(super) struct Document {
    /// The line that ends it.
    end: Vec<u8>,
    /// Nothing in it is expanded.
    is_quoted: bool,
    /// Tabs before the end are no part of it.
    has_tabs: bool,
}

impl Shell {
    /// `<<` and `<<-` with the word after it, or `<<<`, at `at`.
    pub(super) fn redirection(&mut self, walk: &mut Walk<'_>, at: usize, end: usize) -> usize {
        self.word.is_fresh = true;
        self.word.is_boundary = true;
        if walk.has(at, b"<<<") {
            return at + 3;
        }
        let has_tabs = walk.byte(at + 2) == b'-';
        let mut at = at + 2 + usize::from(has_tabs);
        while at < end && b" \t".contains(&walk.byte(at)) {
            at += 1;
        }
        let mut document = Document { end: Vec::new(), is_quoted: false, has_tabs };
        let mut quote = None;
        while at < end {
            let b = walk.byte(at);
            match (quote, b) {
                (Some(mark), _) if b == mark => quote = None,
                (None, b'\'' | b'"') => {
                    quote = Some(b);
                    document.is_quoted = true;
                }
                (None, b'\\') => {
                    document.is_quoted = true;
                    at += 1;
                    document.end.push(walk.byte(at));
                }
                (None, b' ' | b'\t' | b';' | b'|' | b'&' | b')' | b'>' | b'(' | b'<') => break,
                // What it is then is not clear, also for shells.
                (_, b'$' | b'`' | b'\\') => {
                    self.lose(walk);
                    return end;
                }
                _ => document.end.push(b),
            }
            at += 1;
        }
        // A shift in arithmetic, or a word that is not there.
        if document.end.is_empty()
            || quote.is_some()
            || self.top() == Some(Frame::Arithmetic)
            || self.documents.len() > DEEPEST
        {
            self.lose(walk);
            return end;
        }
        self.documents.push(document);
        self.word.is_fresh = false;
        self.word.is_boundary = false;
        at
    }

    /// A line of the first here-document.
    pub(super) fn document_line(&mut self, walk: &mut Walk<'_>, start: usize, end: usize) {
        let Some(document) = self.documents.first() else { return };
        let line = &walk.text[start..end];
        let tabs = line.iter().take_while(|b| document.has_tabs && **b == b'\t').count();
        let is_end = !self.document_goes_on && line[tabs..] == document.end;
        let slashes = line.iter().rev().take_while(|b| **b == b'\\').count();
        self.document_goes_on = !document.is_quoted && slashes % 2 == 1;
        let is_quoted = document.is_quoted;
        if is_end {
            self.documents.remove(0);
            self.in_document = !self.documents.is_empty();
            return;
        }
        while let Some(at) = walk.slot_from(start).filter(|at| *at < end) {
            let is_part = !is_quoted && self.follows_variable(walk, at);
            let syntax =
                if is_part { Syntax::PART } else { Syntax::Bare(plain::is_document, Why::Plain) };
            walk.place(syntax, Limits::default(), 0);
        }
    }

    /// Whether what stands at `at` would become a part of the name of a variable, or of what may
    /// follow it: `$name`, `$1`, `$name:`.
    pub(super) fn follows_variable(&self, walk: &Walk<'_>, at: usize) -> bool {
        if at > 2 && walk.text[..at].ends_with(b"\\\n") {
            // A word that goes on in the next line.
            return !walk.byte(at - 3).is_ascii_whitespace();
        }
        let text = &walk.text[..at];
        // zsh takes letters beyond ASCII, too.
        let is_inner = |b: &u8| b.is_ascii_alphanumeric() || b"_:".contains(b) || !b.is_ascii();
        // No name is longer.
        let name = text.iter().rev().take(64).take_while(|b| is_inner(b)).count();
        let before = text.len() - name;
        name == 64
            || walk.before(before) == b'$'
            || (self.dialect != Dialect::PowerShell
                && b"@#*?!-$".contains(&walk.before(at))
                && walk.before(at - 1) == b'$')
    }
}
