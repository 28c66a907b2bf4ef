//! Words of a shell, and the slots in them and in quotes.

use super::{Dialect, Frame, START, Shell, Walk};
use crate::core::quote::{Quote, fish, posix, powershell};
use crate::core::slot::Why;
use crate::core::slot::lex::walk::is_name;
use crate::core::slot::place::{Limits, Syntax};

/// The quotes of a shell: for a word, in single and in double quotes.
fn quotes(dialect: Dialect) -> [&'static Quote; 3] {
    match dialect {
        Dialect::Posix => [&posix::WORD, &posix::SINGLE, &posix::DOUBLE],
        Dialect::Fish => [&fish::WORD, &fish::SINGLE, &fish::DOUBLE],
        Dialect::PowerShell => [&powershell::WORD, &powershell::SINGLE, &powershell::DOUBLE],
    }
}

impl Shell {
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
            b'#' if is_boundary && self.top() != Some(Frame::Arithmetic) => return end,
            // The rest is for a program, as it is.
            b'-' if is_power && is_boundary && walk.has(at, b"--%") => return end,
            b'(' => {
                let is_arithmetic = self.top() == Some(Frame::Arithmetic);
                let frame = if is_arithmetic { Frame::Arithmetic } else { Frame::Commands };
                if is_posix && is_boundary && next == b'(' && !is_arithmetic {
                    return self.arithmetic(walk, at + 2, false);
                }
                self.open(walk, frame, false);
                self.word = START;
            }
            b')' if self.top().is_some() => self.close(walk),
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
            b'(' => {
                self.open(walk, Frame::Commands, true);
                self.word = START;
            }
            b'{' if self.dialect != Dialect::Fish => self.open(walk, Frame::Parameter, true),
            b'\'' if is_posix && !is_quoted => self.open(walk, Frame::Escaped, true),
            b'#' | b'$' | b'!' | b'?' | b'*' | b'@' | b'-' => {}
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

    /// The slot at `at`.
    pub(super) fn slot(&mut self, walk: &mut Walk<'_>, at: usize) -> usize {
        let frame = self.top();
        let [word, single, double] = quotes(self.dialect);
        let is_posix = self.dialect == Dialect::Posix;
        let is_expanded = !matches!(
            frame,
            Some(Frame::Single | Frame::Escaped | Frame::Comment | Frame::HereString(b'\''))
        );
        let mut limits = Limits { argument: self.word.is_fresh, ..Limits::default() };
        limits.history = is_posix && (self.is_line_quoted || self.has_double());
        limits.variable = matches!(frame, Some(Frame::Double | Frame::Parameter | Frame::Backtick))
            && self.follows_variable(walk, at);
        let syntax = if is_expanded && walk.before(at) == b'$' {
            Syntax::PART
        } else {
            match frame {
                None | Some(Frame::Commands) => self.in_word(walk, at, word),
                Some(Frame::Arithmetic) => Syntax::NUMBER,
                Some(Frame::Single) if self.is_escaped(walk, at) => Syntax::PLAIN,
                Some(Frame::Single) => Syntax::Quoted(single, false),
                Some(Frame::Double) if is_posix && walk.before(at) == b'!' => {
                    Syntax::Refused(Why::History)
                }
                Some(Frame::Double) if self.is_escaped(walk, at) => {
                    if is_posix || self.dialect == Dialect::Fish {
                        Syntax::PLAIN
                    } else {
                        Syntax::PART
                    }
                }
                Some(Frame::Double) => Syntax::Quoted(double, false),
                Some(Frame::Parameter | Frame::Escaped | Frame::Backtick)
                    if walk.before(at) == b'\\'
                        || (frame == Some(Frame::Escaped) && walk.is_escape(at)) =>
                {
                    Syntax::PART
                }
                Some(_) => Syntax::PLAIN,
            }
        };
        self.word.is_fresh = false;
        self.word.is_boundary = false;
        self.word.last = b'>';
        walk.place(syntax, limits, self.stack.len())
    }

    /// A slot in a word outside of quotes.
    fn in_word(&self, walk: &Walk<'_>, at: usize, quote: &'static Quote) -> Syntax {
        let next = walk.byte(walk.slot_end());
        let before = walk.before(at);
        let follows = self.follows_variable(walk, at);
        if self.dialect == Dialect::PowerShell {
            let is_whole =
                self.word.is_boundary && (next.is_ascii_whitespace() || b";|),}".contains(&next));
            let is_expression = b"=(,{[;|&+\0".contains(&self.word.last) || is_operand(walk, at);
            return match (is_whole, follows) {
                (true, _) => Syntax::Quoted(quote, is_expression),
                (false, true) => Syntax::PART,
                (false, false) => Syntax::PLAIN,
            };
        }
        // Homes, commands and the history are expanded, and cannot be quoted.
        let begins = walk.before(at.saturating_sub(1)).is_ascii_whitespace();
        if self.word.has_tilde || (before == b'=' && begins) {
            return Syntax::PART;
        }
        // The ends of `{1..9}`, which no quotes may have.
        if self.word.has_brace
            && (walk.text[..at].ends_with(b"..") || walk.has(walk.slot_end(), b".."))
        {
            return Syntax::NUMBER;
        }
        if before == b'!' && self.dialect == Dialect::Posix {
            return Syntax::Refused(Why::History);
        }
        let is_pair = walk.is_pair();
        // Digits before a redirection would be a part of it.
        let is_redirected = b"<>".contains(&next) && !is_pair;
        let is_forced = follows || self.word.has_brace || next == b'(' || is_redirected;
        // Another slot may get quotes.
        let is_beside = b"'>".contains(&before) || next == b'\'' || is_pair;
        match (self.dialect == Dialect::Posix && is_beside, is_forced) {
            (true, true) => Syntax::PART,
            (true, false) => Syntax::Quoted(&posix::ESCAPED, false),
            (false, _) => Syntax::Quoted(quote, is_forced),
        }
    }

    fn has_double(&self) -> bool {
        self.stack.iter().any(|open| open.frame == Frame::Double)
    }

    /// Whether what escapes stands before the slot at `at`, in quotes.
    fn is_escaped(&self, walk: &Walk<'_>, at: usize) -> bool {
        let (escape, is_double) = match self.dialect {
            Dialect::PowerShell => (b'`', true),
            Dialect::Fish => (b'\\', false),
            Dialect::Posix => (b'\\', true),
        };
        walk.before(at) == escape && (!is_double || self.top() == Some(Frame::Double))
    }
}

/// Whether an operator of `PowerShell` stands before `at`, such as `-eq`: what follows is no word.
fn is_operand(walk: &Walk<'_>, at: usize) -> bool {
    let before = walk.text[..at].trim_ascii_end();
    let name = before.iter().rev().take(16).take_while(|b| b.is_ascii_lowercase()).count();
    before[..before.len() - name].ends_with(b" -")
}
