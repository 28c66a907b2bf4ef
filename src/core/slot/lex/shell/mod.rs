//! Shells: POSIX shells and zsh, fish and `PowerShell`.
//!
//! A stack of what is open, line by line, so that a session can leave out what is printed. Where
//! shells differ or it cannot be followed, the rest of the block takes plain values only.

mod arguments;
mod command;
mod document;
mod judge;
mod open;
mod programs;
mod quoted;
mod slot;
mod table;
mod word;

use super::memory::Memory;
use super::walk::Walk;
use crate::core::slot::reading::Take;
use command::{Command, End};
use document::Document;
use open::{Frame, OpenConstruct};

/// Which shell.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    Posix,
    Fish,
    PowerShell,
}

/// A shell in the middle of a block.
pub(super) struct ShellLexer {
    dialect: Dialect,
    stack: Vec<OpenConstruct>,
    /// The here-documents whose text is still to come.
    documents: Vec<Document>,
    next_line: NextLine,
    grasp: Grasp,
    /// Whether the last line goes on.
    continues: bool,
    /// Whether a quote was open at the start of the line: what a shell's history makes of the
    /// line is not clear then.
    is_line_quoted: bool,
    /// Whether `#` begins comments.
    has_comments: bool,
    word: Word,
    /// How many slots are behind of which is known that they get nowhere as they are.
    judged: usize,
    /// Where the last operator ends.
    operator: usize,
    command: Command,
    memory: Memory,
}

/// What the next line belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum NextLine {
    Command,
    /// The first of the here-documents. Its last line may go on: an escaped line break is none.
    Document {
        goes_on: bool,
    },
}

/// How well what follows is understood, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Grasp {
    Sure,
    /// Some shells read it in another way: only plain values from here on.
    Doubtful,
    /// It cannot be followed.
    Lost,
}

/// The word that is being read.
#[expect(clippy::struct_excessive_bools, reason = "they do not depend on each other")]
struct Word {
    /// Nothing of its text was read, but perhaps a quote.
    is_fresh: bool,
    /// Not even a quote was read.
    is_boundary: bool,
    /// It has a brace, so that a comma is special.
    has_brace: bool,
    /// It names a home, of which no more than a user can be a part.
    has_tilde: bool,
    /// The last byte that is no space.
    last: u8,
}

const START: Word =
    Word { is_fresh: true, is_boundary: true, has_brace: false, has_tilde: false, last: 0 };

/// Deeper than anybody writes.
const DEEPEST: usize = 32;

impl ShellLexer {
    /// A shell at the start of a block.
    pub fn new(dialect: Dialect) -> Self {
        Self::after(dialect, 0, Memory::default())
    }

    /// A shell that goes on behind `slots` slots, with what others have left.
    pub fn after(dialect: Dialect, slots: usize, memory: Memory) -> Self {
        Self {
            dialect,
            stack: Vec::new(),
            documents: Vec::new(),
            next_line: NextLine::Command,
            grasp: Grasp::Sure,
            continues: false,
            is_line_quoted: false,
            has_comments: true,
            word: START,
            judged: 0,
            operator: 0,
            command: Command::new(slots, memory.uses(), 0),
            memory,
        }
    }

    /// Reads a whole text.
    pub fn read(&mut self, walk: &mut Walk<'_>) {
        let mut at = 0;
        while at < walk.text.len() {
            let end = walk.line_end(at);
            self.line(walk, at, end);
            at = end + 1;
        }
        self.finish(walk, at).end(walk, otherwise(walk.text));
    }

    /// Reads one line, without its line break.
    pub fn line(&mut self, walk: &mut Walk<'_>, start: usize, end: usize) {
        if self.grasp == Grasp::Lost {
            return;
        }
        // Also where a line ends as on Windows.
        let end = if end > start && walk.before(end) == b'\r' { end - 1 } else { end };
        if let NextLine::Document { goes_on } = self.next_line {
            self.document_line(walk, start, end, goes_on);
            return;
        }
        self.continues = false;
        self.is_line_quoted = self.is_quoted();
        let mut at = self.here_string_end(walk, start);
        while at < end && self.grasp != Grasp::Lost {
            at = if walk.is_slot(at) { self.slot(walk, at) } else { self.step(walk, at, end) };
        }
        self.end_line(walk, start, end);
    }

    /// Ends the text before `at`: what is still open was misread, or is broken. Returns what it
    /// leaves.
    pub fn finish(&mut self, walk: &mut Walk<'_>, at: usize) -> Memory {
        if self.stack.is_empty() {
            self.end_command(walk, at.min(walk.text.len()), End::List);
        } else {
            self.lose(walk);
        }
        std::mem::take(&mut self.memory)
    }

    /// Whether the next line belongs to the same command.
    pub fn is_open(&self) -> bool {
        self.continues || self.is_nested()
    }

    /// Whether a bracket, a quote or a here-document is open.
    pub fn is_nested(&self) -> bool {
        !self.stack.is_empty() || !self.documents.is_empty()
    }

    /// Gives up: only plain values from here on, and in everything that is open.
    pub fn lose(&mut self, walk: &mut Walk<'_>) {
        if let Some(open) = self.stack.first() {
            walk.distrust(open.first);
        }
        self.doubt(walk);
        self.stack.clear();
        self.documents.clear();
        self.next_line = NextLine::Command;
        self.grasp = Grasp::Lost;
    }

    /// Goes on, with plain values only from here on, and in the command that is being read.
    fn doubt(&mut self, walk: &mut Walk<'_>) {
        let around = self.stack.iter().find_map(|open| open.around.as_ref());
        let start = around.map_or(&self.command, |(command, _)| command).start();
        walk.limit(start..walk.passed(), Take::AGAIN);
        self.memory.is_lost = true;
        self.grasp = self.grasp.max(Grasp::Doubtful);
    }

    fn step(&mut self, walk: &mut Walk<'_>, at: usize, end: usize) -> usize {
        let is_mark = walk.has(at, &[0xe2, 0x80]) && (0x98..=0x9e).contains(&walk.byte(at + 2));
        if self.dialect == Dialect::PowerShell && is_mark {
            // Quotation marks that count as quotes.
            self.lose(walk);
            return end;
        }
        match self.top() {
            None | Some(Frame::Commands | Frame::Arithmetic) => self.bare(walk, at, end),
            Some(Frame::Double) => self.double(walk, at, end),
            Some(Frame::Single) => self.single(walk, at, end),
            Some(Frame::Parameter) => self.parameter(walk, at),
            Some(Frame::Escaped) => self.skipping(walk, at, b'\''),
            Some(Frame::Backtick) => self.skipping(walk, at, b'`'),
            Some(Frame::HereString(_)) => end,
            Some(Frame::Comment) if walk.has(at, b"#>") => {
                self.close(walk);
                at + 2
            }
            Some(Frame::Comment) => at + 1,
        }
    }

    fn end_line(&mut self, walk: &mut Walk<'_>, start: usize, end: usize) {
        let is_command = matches!(self.top(), None | Some(Frame::Commands | Frame::Arithmetic));
        if !is_command {
            self.note_code(b'\n');
        } else if !self.continues {
            self.word = START;
            let line = walk.text[start..end].trim_ascii_end();
            self.continues = line.ends_with(b"|") || line.ends_with(b"&&");
            if self.reads_commands() {
                self.end_command(walk, end, End::List);
            }
        }
        let is_escaped = is_command && self.continues && walk.before(end) == b'\\';
        match (self.documents.is_empty() || is_escaped, is_command) {
            (true, _) => {}
            (false, true) => self.next_line = NextLine::Document { goes_on: false },
            // Shells look for the text after the whole command; that is not followed here.
            (false, false) => self.lose(walk),
        }
    }
}

/// What says that variables are calculated with.
const CALCULATES: [&[u8]; 12] = [
    b"((",
    b" -eq ",
    b" -ne ",
    b" -lt ",
    b" -le ",
    b" -gt ",
    b" -ge ",
    b"let ",
    b"expr ",
    b"declare -",
    b"typeset -",
    b"integer ",
];

/// What becomes of variables that are not read as they are, in a text that is `text`.
pub(super) fn otherwise(text: &[u8]) -> Take {
    let has = |word: &&[u8]| text.windows(word.len()).any(|window| window == *word);
    if CALCULATES.iter().any(has) { Take::NUMBER } else { Take::AGAIN }
}
