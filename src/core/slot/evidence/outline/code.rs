//! Statements of programs, calls and mappings; and data in brackets.

use super::scan::Scan;
use super::{Range, ScopeKind};

/// Words before a brace that holds statements.
const BODIES: [&[u8]; 8] =
    [b"else", b"try", b"do", b"finally", b"loop", b"unsafe", b"async", b"begin"];
/// Words at the start of a line whose brace holds statements.
const DECLARATIONS: [&[u8]; 26] = [
    b"class",
    b"struct",
    b"interface",
    b"enum",
    b"namespace",
    b"impl",
    b"mod",
    b"trait",
    b"fn",
    b"func",
    b"function",
    b"fun",
    b"object",
    b"package",
    b"public",
    b"private",
    b"internal",
    b"protected",
    b"static",
    b"void",
    b"if",
    b"for",
    b"while",
    b"switch",
    b"async",
    b"extension",
];

/// The longest text in quotes.
const LONGEST: usize = 2048;

/// A bracket that is open.
struct OpenBracket {
    /// The part that it is.
    part: usize,
    /// The statement around it.
    statement: Option<usize>,
    /// Whether it holds statements.
    is_body: bool,
}

impl Scan<'_> {
    /// Reads statements of a program. In `blocks` each brace holds names with values.
    pub fn code(&mut self, range: Range, part: usize, blocks: bool) {
        let Range { start, end } = range;
        let mut opens: Vec<OpenBracket> = Vec::new();
        let mut statement = None::<usize>;
        let mut line = start;
        let mut at = start;
        while at < end {
            let b = self.byte(at);
            let is_body = opens.last().is_none_or(|open| open.is_body);
            let around = opens.last().map_or(part, |open| open.part);
            let here = match statement {
                Some(here) if is_body => here,
                None if is_body && !blocks && !b" \t\r\n;,)]}".contains(&b) => {
                    let here = self.open(ScopeKind::Statement, around, at, at..at);
                    *statement.insert(here)
                }
                _ => around,
            };
            if self.is_slot(at) {
                at = self.piece(at, here);
                continue;
            }
            match b {
                b'"' | b'\'' => {
                    at = self.quoted(at, end, here);
                    continue;
                }
                b'#' | b'/' if self.is_comment(at) => {
                    at = self.comment(at, end, here);
                    continue;
                }
                b'(' | b'[' | b'{' => {
                    let title = self.name_before(at);
                    let is_body = b == b'{' && !blocks && self.holds_statements(at, line);
                    let kind = match b {
                        b'(' if self.before(at) == b'$' => ScopeKind::Substitution,
                        b'{' if is_body => ScopeKind::Body,
                        b'{' => ScopeKind::Mapping,
                        _ => ScopeKind::Group,
                    };
                    let title = if blocks && b == b'{' { line..at } else { title };
                    let inner = self.open(kind, here, at + 1, title);
                    opens.push(OpenBracket { part: inner, statement: statement.take(), is_body });
                    if b != b'{' {
                        self.note_service(at, inner);
                    }
                }
                b')' | b']' | b'}' => {
                    if let Some(open) = opens.pop() {
                        self.end(statement, at);
                        self.close(open.part, at);
                        statement = open.statement;
                    }
                }
                b';' if is_body => drop(self.end(statement.take(), at)),
                // What looks like a mapping and has statements is a body.
                b';' => {
                    if let Some(open) = opens.last_mut() {
                        let is_brace = self.parts[open.part].kind == ScopeKind::Mapping;
                        open.is_body = is_brace && !blocks;
                    }
                }
                b'|' | b'&' if is_body && self.is_joint(at) => {
                    self.end(statement.take(), at);
                    at += 1;
                }
                b'\n' => {
                    if self.begins(at + 1, end) && !blocks {
                        // Whatever was opened was no bracket, or is closed somewhere else.
                        while opens.last().is_some_and(|open| !open.is_body) {
                            self.end(statement, at);
                            if let Some(open) = opens.pop() {
                                self.close(open.part, at);
                                statement = open.statement;
                            }
                        }
                        self.end(statement.take(), at);
                    } else if is_body && !self.goes_on(line, at, end) {
                        self.end(statement.take(), at);
                    }
                    line = at + 1;
                }
                _ => {
                    at = self.piece(at, here);
                    continue;
                }
            }
            at += 1;
        }
        self.end(statement, end);
        for open in opens.iter().rev() {
            self.end(open.statement, end);
            self.close(open.part, end);
        }
    }

    /// Reads what stands in quotes that begin at `at` and end in the same line; else the quote
    /// alone. Brackets in them are none.
    pub fn quoted(&mut self, at: usize, end: usize, part: usize) -> usize {
        let quote = self.byte(at);
        let limit = end.min(at + LONGEST);
        let mut stop = at + 1;
        while stop < limit && !matches!(self.byte(stop), b'\n' | b'\r') && self.byte(stop) != quote
        {
            stop += if self.byte(stop) == b'\\' { 2 } else { 1 };
        }
        if stop >= limit || self.byte(stop) != quote {
            return at + 1;
        }
        let mut at = at + 1;
        while at < stop {
            at = self.piece(at, part);
        }
        at.max(stop + 1)
    }

    /// Whether a comment begins at `at`: `//`, or `#` at the start of a word.
    fn is_comment(&self, at: usize) -> bool {
        let before = self.before(at);
        match self.byte(at) {
            b'#' => before.is_ascii_whitespace() && !self.byte(at + 1).is_ascii_alphabetic(),
            _ => self.byte(at + 1) == b'/' && (before.is_ascii_whitespace() || before == b';'),
        }
    }

    /// Whether the brace at `at`, in the line that begins at `line`, holds statements.
    fn holds_statements(&self, at: usize, line: usize) -> bool {
        let before = self.text[line..at].trim_ascii();
        let first = before.split(|b| !b.is_ascii_alphanumeric()).next().unwrap_or_default();
        let last = before.rsplit(|b| !b.is_ascii_alphanumeric()).next().unwrap_or_default();
        before.ends_with(b")")
            || before.ends_with(b"=>")
            || before.ends_with(b"->")
            || BODIES.contains(&last)
            || (DECLARATIONS.contains(&first) && !before.ends_with(b"("))
    }

    /// Whether two signs join statements here: `&&`, `||`; and a `|` between spaces.
    fn is_joint(&self, at: usize) -> bool {
        let b = self.byte(at);
        let is_pipe = b == b'|' && self.before(at) == b' ' && self.byte(at + 1) == b' ';
        is_pipe || (self.byte(at + 1) == b && self.byte(at + 2).is_ascii_whitespace())
    }

    /// Whether the line at `at` begins with a letter at its very start.
    fn begins(&self, at: usize, end: usize) -> bool {
        at < end && self.byte(at).is_ascii_alphabetic()
    }

    /// Whether the statement goes on after the line break at `at`, whose line begins at `line`.
    fn goes_on(&self, line: usize, at: usize, end: usize) -> bool {
        let last = self.text[line..at].trim_ascii_end().last();
        let near = &self.text[(at + 1).min(end)..end.min(at + 128)];
        let next = near.trim_ascii_start();
        last.is_some_and(|b| b"\\`^|,=+.&(".contains(b))
            || next.starts_with(b".")
            || next.starts_with(b"->")
            || next.starts_with(b"?.")
    }

    /// Notes the service that a client of AWS is made for: `client("sqs")`.
    fn note_service(&mut self, at: usize, part: usize) {
        let before = &self.text[at.saturating_sub(16)..at];
        let makes_client = [&b"client"[..], b"resource"].iter().any(|end| before.ends_with(end));
        let near = &self.text[(at + 1).min(self.text.len())..self.text.len().min(at + 64)];
        let first = near.trim_ascii_start();
        if makes_client && first.first().is_some_and(|b| b"'\"".contains(b)) {
            let word = first.iter().skip(1);
            let word = word.take_while(|b| b.is_ascii_alphanumeric() || **b == b'-');
            let word: Vec<u8> = word.copied().collect();
            let own = &mut self.parts[part].own;
            own.service |= crate::core::slot::evidence::products::is_service_name(&word);
        }
    }
}
