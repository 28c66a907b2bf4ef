//! A strict subset of YAML 1.1: block mappings and lists by indentation, and scalars on one line.
//!
//! Every scalar is text, also `true` and `0123`, and the words for null are empty text. What else YAML can
//! do is refused with its line: anchors and merge keys (a few lines of them make gigabytes),
//! tags, block scalars, tabs, brackets, several documents. `tests/programs/login_oracles.rs` compares it
//! with the parser that the real clients use.

use super::FileFault;
use super::scalar::{Scalar, Unsupported, is_bare, scalar};
use crate::core::json::Json;
use crate::core::words::catalog::file_lines as texts;

/// How deep mappings and lists may be in each other. A `clouds.yaml` needs five.
const DEEPEST: usize = 8;

/// The most members of one mapping, since each is compared with all others.
const MOST_MEMBERS: usize = 256;

/// The lines that say something, one at a time.
struct Lines<'a> {
    rest: std::str::Lines<'a>,
    /// The number of the current line.
    number: usize,
    /// Its column and its text; a list's item may stand for a line of its own.
    current: Option<(usize, &'a str)>,
    has_begun: bool,
}

/// Reads a document whose root is a mapping or a list; [`Json::Null`] when there is none.
pub(super) fn read(text: &str) -> Result<Json, FileFault> {
    let mut lines = Lines { rest: text.lines(), number: 0, current: None, has_begun: false };
    let document = lines.document();
    document.map_err(|what| FileFault::Unsupported { line: lines.number, what })
}

impl<'a> Lines<'a> {
    fn document(&mut self) -> Result<Json, Unsupported> {
        self.advance()?;
        match self.current {
            Some((column, _)) => self.block(column, 1, None),
            None => Ok(Json::Null),
        }
    }

    /// On to the next line that is neither empty nor a comment.
    fn advance(&mut self) -> Result<(), Unsupported> {
        self.current = None;
        for line in self.rest.by_ref() {
            self.number += 1;
            let text = line.trim_start_matches(' ');
            let column = line.len() - text.len();
            // A lone carriage return is a line break for YAML, even in a comment.
            if line.contains('\r') {
                return Err(texts::LINE_CARRIAGE_RETURN);
            }
            if is_bare(text.trim_start_matches([' ', '\t'])) {
                continue;
            }
            if text.contains('\t') {
                return Err(texts::LINE_TAB);
            }
            let text = text.trim_end_matches(' ');
            let is_marker = |marker| {
                let rest = line.strip_prefix(marker);
                rest.is_some_and(|rest: &str| rest.is_empty() || rest.starts_with(' '))
            };
            if !is_marker("---") && !is_marker("...") {
                self.has_begun = true;
                self.current = Some((column, text));
                return Ok(());
            }
            if self.has_begun || !is_bare(&text[3..]) || text.starts_with('.') {
                return Err(texts::LINE_DOCUMENT);
            }
            self.has_begun = true;
        }
        Ok(())
    }

    /// The mapping or list that begins in the current line, at `column`. An item of a list
    /// hands over the first key that it has `read` already, with its rest.
    fn block(
        &mut self,
        column: usize,
        depth: usize,
        mut read: Option<Scalar<'a>>,
    ) -> Result<Json, Unsupported> {
        if depth > DEEPEST {
            return Err(texts::LINE_DEEP);
        }
        let mut members: Vec<(String, Json)> = Vec::new();
        let mut items = Vec::new();
        while let Some((at, text)) = self.current {
            let dash = if read.is_none() { after_dash(text) } else { None };
            if at < column || at == column && dash.is_none() && !items.is_empty() {
                break;
            }
            if at > column {
                return Err(texts::LINE_INDENTATION);
            }
            if let Some(rest) = dash {
                if !members.is_empty() {
                    return Err(texts::LINE_ITEM);
                }
                let item = self.item(at, text, rest, depth)?;
                items.push(item);
                continue;
            }
            let Scalar { mut value, rest } = match read.take() {
                Some(key) => key,
                None => scalar(text)?,
            };
            let Some(rest) = rest.strip_prefix(':') else { return Err(texts::LINE_NO_KEY) };
            let Json::Text(key) = &mut value else { return Err(texts::LINE_NO_KEY) };
            let key = std::mem::take(key);
            if members.len() == MOST_MEMBERS {
                return Err(texts::LINE_MANY_MEMBERS);
            }
            if members.iter().any(|(other, _)| *other == key) {
                return Err(texts::LINE_KEY_TWICE);
            }
            let value = self.value(at, rest, depth)?;
            members.push((key, value));
        }
        Ok(if items.is_empty() { Json::Object(members) } else { Json::List(items) })
    }

    /// What stands after a key and its colon: in the line, or below it.
    fn value(&mut self, column: usize, rest: &'a str, depth: usize) -> Result<Json, Unsupported> {
        let start = without_anchor(rest);
        if !is_bare(start) && self.skips(column, start)? {
            return Ok(Json::Other);
        }
        let rest = start;
        if !is_bare(rest) {
            let Scalar { value, rest } = scalar(rest.trim_start_matches(' '))?;
            if !rest.is_empty() {
                return Err(texts::LINE_MAPPING);
            }
            self.advance()?;
            return Ok(value);
        }
        self.advance()?;
        match self.current {
            // A list may stand as far left as its key.
            Some((at, text)) if at > column || at == column && after_dash(text).is_some() => {
                self.block(at, depth + 1, None)
            }
            _ => Ok(Json::Null),
        }
    }

    /// Whether a value is one that is not read, and has been skipped: in brackets, an alias, or a
    /// block of text. Only who asks for it is told.
    fn skips(&mut self, column: usize, rest: &'a str) -> Result<bool, Unsupported> {
        let start = rest.trim_start_matches(' ');
        match start.as_bytes().first() {
            Some(b'[' | b'{') => self.skip_brackets(start)?,
            Some(b'*') => self.advance()?,
            Some(b'|' | b'>') => self.skip_text(column)?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Over a value in brackets, which may go over several lines.
    fn skip_brackets(&mut self, start: &str) -> Result<(), Unsupported> {
        let (mut open, mut quote, mut last) = (Vec::new(), None, ' ');
        let mut line = start;
        loop {
            let mut chars = line.char_indices();
            while let Some((at, c)) = chars.next() {
                match (quote, c) {
                    (Some('"'), '\\') => {
                        chars.next();
                    }
                    (Some(open), _) if open == c => quote = None,
                    (None, '"' | '\'') => quote = Some(c),
                    (None, '[') => open.push(']'),
                    (None, '{') => open.push('}'),
                    (None, '#') if last == ' ' => break,
                    (None, ']' | '}') => {
                        if open.pop() != Some(c) {
                            return Err(texts::LINE_BRACKET);
                        }
                        if open.is_empty() {
                            let after = line.get(at + 1..).unwrap_or_default();
                            let is_end = is_bare(after);
                            return if is_end {
                                self.advance()
                            } else {
                                Err(texts::LINE_AFTER_BRACKETS)
                            };
                        }
                    }
                    _ => {}
                }
                last = c;
            }
            last = ' ';
            line = self.rest.next().ok_or(texts::LINE_OPEN_BRACKETS)?;
            self.number += 1;
        }
    }

    /// Over the lines of a block of text: those that stand deeper than its key.
    fn skip_text(&mut self, column: usize) -> Result<(), Unsupported> {
        loop {
            let mut ahead = self.rest.clone();
            let Some(line) = ahead.next() else { break };
            let text = line.trim_start_matches(' ');
            if !text.trim().is_empty() && line.len() - text.len() <= column {
                break;
            }
            self.rest = ahead;
            self.number += 1;
        }
        self.advance()
    }

    /// What stands after a list's dash.
    fn item(
        &mut self,
        at: usize,
        text: &str,
        rest: &'a str,
        depth: usize,
    ) -> Result<Json, Unsupported> {
        let rest_at = at + text.len() - rest.len();
        if is_bare(rest) {
            self.advance()?;
            return match self.current {
                Some((below, _)) if below > at => self.block(below, depth + 1, None),
                _ => Ok(Json::Null),
            };
        }
        if after_dash(rest).is_some() {
            self.current = Some((rest_at, rest));
            return self.block(rest_at, depth + 1, None);
        }
        if self.skips(at, rest)? {
            return Ok(Json::Other);
        }
        let first = scalar(rest)?;
        if first.rest.is_empty() {
            self.advance()?;
            return Ok(first.value);
        }
        self.current = Some((rest_at, rest));
        self.block(rest_at, depth + 1, Some(first))
    }
}

/// What stands after an anchor, which says nothing of its value.
fn without_anchor(rest: &str) -> &str {
    match rest.trim_start_matches(' ').strip_prefix('&') {
        Some(name) => name.find(' ').map_or("", |end| &name[end..]),
        None => rest,
    }
}

/// The rest of a line that is an item of a list.
fn after_dash(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('-')?;
    (rest.is_empty() || rest.starts_with(' ')).then(|| rest.trim_start_matches(' '))
}
