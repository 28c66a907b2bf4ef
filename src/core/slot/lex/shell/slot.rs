//! Slots in a shell: what stands around each, and so how a value is written there.

use super::{Dialect, Frame, Grasp, ShellLexer, Walk};
use crate::core::quote::{Quote, fish, posix, powershell};
use crate::core::slot::Why;
use crate::core::slot::lex::walk::{follows_variable, is_name};
use crate::core::slot::place::{Limits, Syntax};
use crate::core::slot::reading::Take;

/// The quotes of a shell: for a word, in single and in double quotes.
fn quotes(dialect: Dialect) -> [&'static Quote; 3] {
    match dialect {
        Dialect::Posix => [&posix::WORD, &posix::SINGLE, &posix::DOUBLE],
        Dialect::Fish => [&fish::WORD, &fish::SINGLE, &fish::DOUBLE],
        Dialect::PowerShell => [&powershell::WORD, &powershell::SINGLE, &powershell::DOUBLE],
    }
}

/// How far the start of `${` is looked for.
const FAR: usize = 512;

impl ShellLexer {
    /// The slot at `at`.
    pub(super) fn slot(&mut self, walk: &mut Walk<'_>, at: usize) -> usize {
        let frame = self.top();
        let [word, single, double] = quotes(self.dialect);
        let is_posix = self.dialect == Dialect::Posix;
        let is_expanded = !matches!(
            frame,
            Some(Frame::Single | Frame::Escaped | Frame::Comment | Frame::HereString(b'\''))
        );
        if self.reads_commands() {
            self.command.begin(at, walk.pass(at));
        }
        let mut limits = Limits { argument: self.word.is_fresh, ..Limits::default() };
        limits.history = is_posix && (self.is_line_quoted || self.has_double());
        limits.variable = matches!(frame, Some(Frame::Double | Frame::Parameter | Frame::Backtick))
            && follows_variable(walk, at, self.dialect != Dialect::PowerShell);
        let syntax = if is_expanded && names_variable(walk, at) {
            Syntax::PART
        } else {
            match frame {
                None | Some(Frame::Commands) => self.in_word(walk, at, word),
                Some(Frame::Arithmetic) => Syntax::NUMBER,
                // zsh expands `~'/a'` as it does `~/a`.
                Some(Frame::Single | Frame::Double) if is_posix && self.word.has_tilde => {
                    Syntax::PART
                }
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
        if self.grasp != Grasp::Sure {
            limits.add(Take::AGAIN);
        }
        for open in &self.stack {
            match open.frame {
                Frame::Backtick => limits.add(Take::AGAIN),
                Frame::Parameter => limits.add(of_parameter(&walk.text[..at])),
                Frame::Arithmetic => limits.add(Take::NUMBER),
                _ => {}
            }
        }
        walk.place(syntax, limits, self.stack.len())
    }

    /// A slot in a word outside of quotes.
    fn in_word(&self, walk: &Walk<'_>, at: usize, quote: &'static Quote) -> Syntax {
        let next = walk.byte(walk.slot_end());
        let before = walk.before(at);
        let follows = follows_variable(walk, at, self.dialect != Dialect::PowerShell);
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

/// Whether a `$` stands before `at`, with what zsh may have between it and a name.
fn names_variable(walk: &Walk<'_>, at: usize) -> bool {
    let flags = walk.text[..at].iter().rev().take_while(|b| b"=^~+#".contains(b)).count();
    walk.before(at - flags) == b'$'
}

/// Whether an operator of `PowerShell` stands before `at`, such as `-eq`: what follows is no word.
fn is_operand(walk: &Walk<'_>, at: usize) -> bool {
    let before = walk.text[..at].trim_ascii_end();
    let name = before.iter().rev().take(16).take_while(|b| b.is_ascii_lowercase()).count();
    before[..before.len() - name].ends_with(b" -")
}

/// What is made of a slot in `${`, before which this stands: a default is only text, a place or a
/// length is calculated, and what is taken away or replaced is a pattern.
fn of_parameter(before: &[u8]) -> Take {
    let before = &before[before.len().saturating_sub(FAR)..];
    let start = before.windows(2).rposition(|pair| pair == b"${").map_or(0, |at| at + 2);
    let inner = &before[start..];
    let name = inner.iter().take_while(|b| is_name(**b) || b"!#@*".contains(b)).count();
    match &inner[name..] {
        [b':', b'-' | b'=' | b'+' | b'?', ..] | [b'-' | b'=' | b'+' | b'?', ..] => Take::AGAIN,
        [b':' | b'[', ..] => Take::NUMBER,
        _ => Take::PATTERN,
    }
}
