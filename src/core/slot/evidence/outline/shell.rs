//! Statements of shells.

use super::scan::Scan;
use super::{Range, ScopeKind};
use crate::core::slot::Layout;
use crate::core::slot::evidence::command::{self, Called};

/// Where the walk is in a shell.
struct ShellWalk {
    /// The part that statements stand in.
    around: usize,
    /// The statement.
    statement: Option<usize>,
    /// The quote that is open.
    quote: Option<u8>,
    /// What is open around it.
    opens: Vec<OpenGroup>,
    /// The words that end the here-documents of the line.
    documents: Vec<Range>,
}

/// A bracket, or backticks.
struct OpenGroup {
    /// The part and the statement around it, which go on when it is closed.
    around: usize,
    statement: Option<usize>,
    /// The quote that it stands in.
    quote: Option<u8>,
    /// What closes it.
    end: u8,
}

impl Scan<'_> {
    /// Reads statements of a shell.
    pub fn shell(&mut self, range: Range, part: usize) {
        let mut shell = ShellWalk {
            around: part,
            statement: None,
            quote: None,
            opens: Vec::new(),
            documents: Vec::new(),
        };
        let mut at = range.start;
        while at < range.end {
            at = self.step(&mut shell, at, range.end);
        }
        self.end(shell.statement, range.end);
        while shell.around != part && shell.around > 0 {
            self.close(shell.around, range.end);
            shell.around = self.parts[shell.around].parent;
        }
    }

    /// Reads what stands at `at`, and returns where the next begins.
    fn step(&mut self, shell: &mut ShellWalk, at: usize, end: usize) -> usize {
        let (b, before) = (self.byte(at), self.before(at));
        let is_bare = shell.quote.is_none();
        if shell.statement.is_none() && !b" \t\r\n;&|".contains(&b) {
            shell.statement = Some(self.open(ScopeKind::Statement, shell.around, at, at..at));
        }
        let here = shell.statement.unwrap_or(shell.around);
        if self.is_slot(at) {
            return self.piece(at, here);
        }
        match b {
            b'\'' if shell.quote == Some(b'\'') => shell.quote = None,
            _ if shell.quote == Some(b'\'') => return self.piece(at, here),
            b'\'' if is_bare => shell.quote = Some(b),
            b'"' => shell.quote = if is_bare { Some(b) } else { None },
            // How lines go on: in POSIX, in PowerShell and at the command prompt of Windows.
            b'\\' => return at + 2,
            b'`' | b'^' if b"\r\n".contains(&self.byte(at + 1)) => return at + 2,
            b'#' if is_bare && before.is_ascii_whitespace() => {
                if self.parts[here].range.start == at {
                    shell.statement = None;
                }
                return self.comment(at, end, here);
            }
            b'`' if !shell.ends_with(b'`') => {
                self.enter_bracket(shell, ScopeKind::Backticks, at, b'`');
            }
            b'(' if before == b'$' && self.byte(at + 1) == b'(' => {
                // A sum is no command.
                self.enter_bracket(shell, ScopeKind::Group, at, b')');
            }
            b'(' if before == b'$' || (is_bare && (self.is_fish || b"<>".contains(&before))) => {
                self.enter_bracket(shell, ScopeKind::Substitution, at, b')');
            }
            b'(' if is_bare => self.enter_bracket(shell, ScopeKind::Group, at, b')'),
            b'`' | b')' if is_bare && shell.ends_with(b) => self.leave_bracket(shell, at),
            b'<' if is_bare && self.has(at, b"<<") && !self.has(at, b"<<<") => {
                let (mark, after) = self.document_mark(at + 2, end);
                shell.documents.extend(Some(mark).filter(|mark| !mark.is_empty()));
                return after;
            }
            b'\n' if is_bare => {
                let before = self.end(shell.statement.take(), at);
                let mut at = at + 1;
                for mark in std::mem::take(&mut shell.documents) {
                    at = self.document(mark, at, end, before.unwrap_or(shell.around));
                }
                return at;
            }
            b';' | b'|' if is_bare => drop(self.end(shell.statement.take(), at)),
            b'&' if is_bare && !b"<>".contains(&before) && self.byte(at + 1) != b'>' => {
                self.end(shell.statement.take(), at);
            }
            _ => return self.piece(at, here),
        }
        at + 1
    }

    fn enter_bracket(&mut self, shell: &mut ShellWalk, kind: ScopeKind, at: usize, end: u8) {
        let (around, statement) = (shell.around, shell.statement.take());
        shell.opens.push(OpenGroup { around, statement, quote: shell.quote.take(), end });
        shell.around = self.open(kind, statement.unwrap_or(around), at + 1, at..at);
    }

    fn leave_bracket(&mut self, shell: &mut ShellWalk, at: usize) {
        self.end(shell.statement, at);
        if let Some(open) = shell.opens.pop() {
            self.close(shell.around, at);
            (shell.around, shell.statement, shell.quote) =
                (open.around, open.statement, open.quote);
        }
    }

    /// Ends a statement, and says what it calls.
    pub fn end(&mut self, statement: Option<usize>, at: usize) -> Option<usize> {
        let here = statement.filter(|here| *here > 0)?;
        self.close(here, at);
        let range = self.parts[here].range.clone();
        let command = if self.has_commands { command::of(&self.text[range]) } else { None };
        let part = &mut self.parts[here];
        // Its first line may have said it already.
        part.command = part.command.or(command);
        if part.command == Some(Called::Assignment) && part.kind == ScopeKind::Statement {
            part.kind = ScopeKind::Assignment;
        }
        Some(here)
    }

    /// Reads a comment, which is about nothing else.
    pub fn comment(&mut self, start: usize, end: usize, part: usize) -> usize {
        let stop = self.line_end(start, end);
        let here = self.open(ScopeKind::Comment, part, start, start..start);
        let mut at = start;
        while at < stop {
            at = self.piece(at, here);
        }
        self.end(Some(here).filter(|here| *here != part), stop);
        at.max(stop)
    }

    /// The word that ends a here-document, and where it ends.
    fn document_mark(&self, at: usize, end: usize) -> (Range, usize) {
        let is_sign = |b: u8| b"- '\"\\".contains(&b);
        let mut start = at;
        while start < end && is_sign(self.byte(start)) {
            start += 1;
        }
        let mut stop = start;
        while stop < end && (self.byte(stop).is_ascii_alphanumeric() || self.byte(stop) == b'_') {
            stop += 1;
        }
        let after = if b"'\"".contains(&self.byte(stop)) { stop + 1 } else { stop };
        (start..stop, after.max(at))
    }

    /// Reads the here-document from `at` on that `mark` ends, and returns where it ends.
    fn document(&mut self, mark: Range, at: usize, end: usize, part: usize) -> usize {
        let word = self.text[mark].to_vec();
        let (mut line, mut stop, mut after) = (at, end.max(at), end.max(at));
        while line < end {
            let next = self.line_end(line, end);
            if self.text[line..next].trim_ascii() == word {
                (stop, after) = (line, next);
                break;
            }
            line = next + 1;
        }
        let here = self.open(ScopeKind::Body, part, at, at..at);
        let layout = Layout::guess(&self.text[at..stop]);
        self.read(at..stop, here, layout);
        self.close(here, stop);
        self.close(part, stop);
        after
    }
}

impl ShellWalk {
    /// Whether the innermost bracket is closed by `b`.
    fn ends_with(&self, b: u8) -> bool {
        self.opens.last().is_some_and(|open| open.end == b)
    }
}
