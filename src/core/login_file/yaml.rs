//! A strict subset of YAML 1.1: block mappings and lists by indentation, and scalars on one line.
//!
//! Every scalar is text, also `true` and `0123`, and the words for null are empty text. What else YAML can
//! do is refused with its line: anchors and merge keys (a few lines of them make gigabytes),
//! tags, block scalars, tabs, brackets, several documents. `tests/programs/login_oracles.rs` compares it
//! with the parser that the real clients use.

use super::FileFault;
use super::scalar::{Scalar, What, is_bare, scalar};
use crate::core::json::Json;

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
    fn document(&mut self) -> Result<Json, What> {
        self.advance()?;
        match self.current {
            Some((column, _)) => self.block(column, 1, None),
            None => Ok(Json::Null),
        }
    }

    /// On to the next line that is neither empty nor a comment.
    fn advance(&mut self) -> Result<(), What> {
        self.current = None;
        for line in self.rest.by_ref() {
            self.number += 1;
            let text = line.trim_start_matches(' ');
            let column = line.len() - text.len();
            // A lone carriage return is a line break for YAML, even in a comment.
            if line.contains('\r') {
                return Err("a lone carriage return");
            }
            if is_bare(text.trim_start_matches([' ', '\t'])) {
                continue;
            }
            if text.contains('\t') {
                return Err("a tab");
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
                return Err("a second document");
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
    ) -> Result<Json, What> {
        if depth > DEEPEST {
            return Err("a value so deep inside others");
        }
        let mut members: Vec<(String, Json)> = Vec::new();
        let mut items = Vec::new();
        while let Some((at, text)) = self.current {
            let dash = if read.is_none() { after_dash(text) } else { None };
            if at < column || at == column && dash.is_none() && !items.is_empty() {
                break;
            }
            if at > column {
                return Err("such an indentation, or a value over several lines,");
            }
            if let Some(rest) = dash {
                if !members.is_empty() {
                    return Err("a list's item here");
                }
                let item = self.item(at, text, rest, depth)?;
                items.push(item);
                continue;
            }
            let Scalar { mut value, rest } = match read.take() {
                Some(key) => key,
                None => scalar(text)?,
            };
            let Some(rest) = rest.strip_prefix(':') else { return Err("a line without a key") };
            let Json::Text(key) = &mut value else { return Err("a line without a key") };
            let key = std::mem::take(key);
            if key == "<<" {
                return Err("a merge key");
            }
            if members.len() == MOST_MEMBERS {
                return Err("a mapping with so many members");
            }
            if members.iter().any(|(other, _)| *other == key) {
                return Err("a key that stands twice");
            }
            let value = self.value(at, rest, depth)?;
            members.push((key, value));
        }
        Ok(if items.is_empty() { Json::Object(members) } else { Json::List(items) })
    }

    /// What stands after a key and its colon: in the line, or below it.
    fn value(&mut self, column: usize, rest: &'a str, depth: usize) -> Result<Json, What> {
        if !is_bare(rest) {
            let Scalar { value, rest } = scalar(rest.trim_start_matches(' '))?;
            if !rest.is_empty() {
                return Err("a mapping in one line");
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

    /// What stands after a list's dash.
    fn item(&mut self, at: usize, text: &str, rest: &'a str, depth: usize) -> Result<Json, What> {
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
        let first = scalar(rest)?;
        if first.rest.is_empty() {
            self.advance()?;
            return Ok(first.value);
        }
        self.current = Some((rest_at, rest));
        self.block(rest_at, depth + 1, Some(first))
    }
}

/// The rest of a line that is an item of a list.
fn after_dash(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('-')?;
    (rest.is_empty() || rest.starts_with(' ')).then(|| rest.trim_start_matches(' '))
}
