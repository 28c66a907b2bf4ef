//! Words of a shell, and the slots in them and in quotes.

use super::programs::has;
use super::{Dialect, End, Frame, Grasp, START, ShellLexer, Walk};
use crate::core::slot::lex::walk::is_name;
use crate::core::slot::place::{Limits, Syntax};

/// What begins commands that end with another word.
const BLOCKS: &str = "if for while until case select function repeat foreach {";

impl ShellLexer {
    /// A step in a command, outside of quotes.
    pub(super) fn bare(&mut self, walk: &mut Walk<'_>, at: usize, end: usize) -> usize {
        let (b, next) = (walk.byte(at), if at + 1 < end { walk.byte(at + 1) } else { b'\n' });
        let is_power = self.dialect == Dialect::PowerShell;
        let is_posix = self.dialect == Dialect::Posix;
        if is_posix && self.word.is_boundary && self.is_case(walk, at) {
            // The brackets of its patterns have no partner.
            self.lose(walk);
            return end;
        }
        let (is_boundary, last) = (self.word.is_boundary, self.word.last);
        let is_comment =
            b == b'#' && is_boundary && self.has_comments && self.top() != Some(Frame::Arithmetic);
        if is_comment {
            return self.comment(walk, at, end);
        }
        let is_separator =
            b.is_ascii_whitespace() || b";|&<>)".contains(&b) || (is_power && b"{},=".contains(&b));
        let is_block_comment = is_power && b == b'<' && next == b'#';
        if self.reads_commands() && !is_block_comment {
            if is_separator && !(b == b')' && self.top().is_some()) {
                self.separate(walk, at);
            } else if b != b'(' && b != b')' {
                self.command.begin(at, walk.pass(at));
            }
        }
        if !b.is_ascii_whitespace() {
            self.word.is_boundary = false;
            self.word.last = b;
        }
        match b {
            b'\\' if !is_power => return self.escape(walk, at, end),
            b'`' if is_power => return self.escape(walk, at, end),
            b'\'' => self.open(walk, Frame::Single, true),
            b'"' => self.open(walk, Frame::Double, true),
            b'`' if is_posix => self.open(walk, Frame::Backtick, true),
            b'$' => return self.dollar(walk, at, false),
            // The rest is for a program, as it is.
            b'-' if is_power && is_boundary && walk.has(at, b"--%") => return end,
            b'(' => {
                let is_arithmetic = self.top() == Some(Frame::Arithmetic);
                if is_posix && is_boundary && next == b'(' && !is_arithmetic {
                    return self.arithmetic(walk, at + 2, false);
                }
                if is_arithmetic {
                    self.open(walk, Frame::Arithmetic, false);
                    self.word = START;
                } else {
                    // `name() {` and `name () {` make a program of their own.
                    self.memory.has_own_programs |= is_posix && !self.command.is_empty();
                    let is_again = !is_posix || !is_boundary || b"<>=".contains(&last);
                    self.open_commands(walk, false, is_again);
                }
            }
            b')' if self.top().is_some() => {
                if self.top() == Some(Frame::Commands) {
                    self.end_command(walk, at, End::List);
                }
                self.close(walk);
            }
            b'<' if is_posix && next == b'<' => return self.redirection(walk, at, end),
            b'<' if is_power && next == b'#' => {
                self.open(walk, Frame::Comment, false);
                return at + 2;
            }
            b'@' if is_power
                && is_boundary
                && b"'\"".contains(&next)
                && walk.text[at + 2..end].trim_ascii().is_empty() =>
            {
                self.open(walk, Frame::HereString(next), false);
                return end;
            }
            b'{' | b'}' | b',' | b'=' if is_power => {
                self.word.is_fresh = true;
                self.word.is_boundary = true;
            }
            b')' | b';' | b'|' | b'&' | b'<' | b'>' | b' ' | b'\t' | b'\r' => {
                let last = if b.is_ascii_whitespace() { last } else { b };
                self.word = super::Word { last, ..START };
            }
            _ => {
                self.word.has_brace |= b == b'{';
                self.word.has_tilde = b == b'~' || (self.word.has_tilde && b != b'/');
                self.word.is_fresh = false;
            }
        }
        at + 1
    }

    /// `$` and what it begins.
    pub(super) fn dollar(&mut self, walk: &mut Walk<'_>, at: usize, is_quoted: bool) -> usize {
        let is_posix = self.dialect == Dialect::Posix;
        self.word.is_fresh = false;
        match walk.byte(at + 1) {
            b'(' if is_posix && walk.byte(at + 2) == b'(' => {
                return self.arithmetic(walk, at + 3, true);
            }
            b'(' => self.open_commands(walk, true, true),
            b'{' if self.dialect != Dialect::Fish => {
                let rest = walk.text.get(at + 2..).unwrap_or_default();
                let name = rest.iter().take_while(|b| is_name(**b)).count();
                if name > 0 && rest.get(name) == Some(&b'}') && (is_quoted || !is_posix) {
                    self.memory.use_at(at + 2);
                }
                self.open(walk, Frame::Parameter, true);
            }
            b'\'' if is_posix && !is_quoted => self.open(walk, Frame::Escaped, true),
            b'#' | b'$' | b'!' | b'?' | b'*' | b'@' | b'-' => {}
            b if is_name(b) => {
                // Elsewhere a value in a variable is not split.
                if is_quoted || !is_posix {
                    self.memory.use_at(at + 1);
                }
                return at + 1;
            }
            _ => return at + 1,
        }
        at + 2
    }

    fn arithmetic(&mut self, walk: &mut Walk<'_>, at: usize, is_value: bool) -> usize {
        self.open(walk, Frame::Arithmetic, is_value);
        self.open(walk, Frame::Arithmetic, is_value);
        at
    }

    /// What escapes, and what it escapes.
    fn escape(&mut self, walk: &mut Walk<'_>, at: usize, end: usize) -> usize {
        if at + 1 >= end {
            self.continues = true;
            return end;
        }
        self.word.is_fresh = false;
        if !walk.is_slot(at + 1) {
            return at + 2;
        }
        // In POSIX shells a plain character stays what it is, elsewhere it may be a line break.
        let is_posix = self.dialect == Dialect::Posix;
        let syntax = if is_posix { Syntax::PLAIN } else { Syntax::PART };
        walk.place(syntax, Limits::default(), self.stack.len())
    }

    /// Whether the word at `at` is the `case` of a command inside of brackets.
    fn is_case(&self, walk: &Walk<'_>, at: usize) -> bool {
        !self.stack.is_empty() && walk.has(at, b"case") && !is_name(walk.byte(at + 4))
    }

    /// A comment from `at` to `end`. In an interactive zsh `#` begins none, unless its user has
    /// set so: then its quotes and brackets are some.
    fn comment(&mut self, walk: &mut Walk<'_>, at: usize, end: usize) -> usize {
        if self.dialect == Dialect::Posix {
            let mut probe = Self::new(Dialect::Posix);
            probe.has_comments = false;
            let mut inner = Walk::new(walk.text, &mut []);
            probe.line(&mut inner, at, end);
            if probe.is_open() || probe.grasp == Grasp::Lost || begins_block(&walk.text[at..end]) {
                self.doubt(walk);
            }
        }
        end
    }
}

/// Whether a comment, read as a command, would begin something that ends on a later line.
fn begins_block(comment: &[u8]) -> bool {
    let begins = |part: &[u8]| {
        let word = part.trim_ascii_start().split(u8::is_ascii_whitespace).next();
        std::str::from_utf8(word.unwrap_or_default()).is_ok_and(|word| has(BLOCKS, word))
    };
    comment.split(|b| b";&|".contains(b)).skip(1).any(begins)
}
