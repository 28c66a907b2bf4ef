//! Here-documents.

use std::ops::Range;

use super::{DEEPEST, Frame, Grasp, NextLine, ShellLexer, Walk};
use crate::core::quote::plain;
use crate::core::slot::Why;
use crate::core::slot::lex::walk::{follows_variable, letters};
use crate::core::slot::place::{Limits, Syntax};
use crate::core::slot::reading::Take;

/// A here-document whose text is still to come.
pub(super) struct Document {
    /// The line that ends it.
    end: Vec<u8>,
    /// Nothing in it is expanded.
    is_quoted: bool,
    /// Tabs before the end are no part of it.
    has_tabs: bool,
    /// Who reads it writes it to a file, or prints it.
    pub is_data: bool,
    /// What becomes of its text otherwise.
    pub take: Take,
}

impl ShellLexer {
    /// `<<` and `<<-` with the word after it, or `<<<`, at `at`.
    pub(super) fn redirection(&mut self, walk: &mut Walk<'_>, at: usize, end: usize) -> usize {
        self.word.is_fresh = true;
        self.word.is_boundary = true;
        if walk.has(at, b"<<<") {
            // Its last byte says that text follows.
            self.operator = at + 2;
            self.separate(walk, at + 2);
            return at + 3;
        }
        self.command.redirection = None;
        let has_tabs = walk.byte(at + 2) == b'-';
        let mut at = at + 2 + usize::from(has_tabs);
        while at < end && b" \t".contains(&walk.byte(at)) {
            at += 1;
        }
        let mut document = Document {
            end: Vec::new(),
            is_quoted: false,
            has_tabs,
            is_data: false,
            take: Take::AGAIN,
        };
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
    pub(super) fn document_line(
        &mut self,
        walk: &mut Walk<'_>,
        start: usize,
        end: usize,
        goes_on: bool,
    ) {
        let Some(document) = self.documents.first() else { return };
        let line = &walk.text[start..end];
        let tabs = line.iter().take_while(|b| document.has_tabs && **b == b'\t').count();
        let is_end = !goes_on && line[tabs..] == document.end;
        let slashes = line.iter().rev().take_while(|b| **b == b'\\').count();
        self.next_line = NextLine::Document { goes_on: !document.is_quoted && slashes % 2 == 1 };
        let (is_quoted, is_data, take) = (document.is_quoted, document.is_data, document.take);
        let ends = if goes_on || may_end(walk, start + tabs, end, &document.end) {
            letters(&document.end)
        } else {
            0
        };
        if is_end {
            self.documents.remove(0);
            if self.documents.is_empty() {
                self.next_line = NextLine::Command;
            }
            return;
        }
        while let Some(at) = walk.slot_from(start).filter(|at| *at < end) {
            let is_part = !is_quoted && follows_variable(walk, at, true);
            let syntax = match (is_part, is_data) {
                (true, _) => Syntax::PART,
                (false, true) => Syntax::Bare(plain::is_document, Why::Plain),
                (false, false) => Syntax::PLAIN,
            };
            let mut limits = Limits { ends, ..Limits::default() };
            if !is_data || self.grasp != Grasp::Sure {
                limits.add(take);
            }
            walk.place(syntax, limits, 0);
        }
    }
}

/// Whether the line at `start` could be `wanted` with some values in its slots.
fn may_end(walk: &mut Walk<'_>, start: usize, end: usize, wanted: &[u8]) -> bool {
    let slots: Vec<Range<usize>> = walk.slots_in(start..end);
    let (Some(first), Some(last)) = (slots.first(), slots.last()) else { return false };
    wanted.starts_with(&walk.text[start..first.start])
        && wanted.ends_with(&walk.text[last.end..end])
        && wanted.len() + 1 > first.start - start + end - last.end
}
