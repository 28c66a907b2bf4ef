//! Commands of a shell: where their words stand, and the pipelines that they are in.

use std::ops::Range;

use super::judge::Judged;
use super::{Frame, ShellLexer, Walk};
use crate::core::slot::reading::Take;

/// A command that is being read.
pub(super) struct Command {
    /// How many slots stand before its pipeline.
    pipeline: usize,
    /// How many uses of variables stand before its pipeline.
    uses: usize,
    /// How many slots stand before it.
    first: usize,
    /// How many here-documents are asked for before it.
    pub documents: usize,
    /// What it is fed with.
    fed: Fed,
    pub words: Vec<Argument>,
    /// Where the word begins that is being read, and how many slots stand before it.
    open: Option<(usize, usize)>,
    /// What the next word is the target of.
    pub redirection: Option<Redirection>,
    /// It is commands in brackets, or the end of a loop, and what follows.
    pub is_group: bool,
}

/// A word of a command.
pub(super) struct Argument {
    /// Where it stands, with its quotes.
    pub range: Range<usize>,
    /// Its slots.
    pub slots: Range<usize>,
    pub target: Option<Redirection>,
}

/// What a redirection needs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Redirection {
    /// A file to write.
    Output,
    /// A file to read.
    Input,
    /// A file that is open.
    Descriptor,
    /// The text to read itself.
    Text,
}

/// What comes to a command through its pipeline.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fed {
    /// Nothing.
    #[default]
    Nothing,
    /// What a program makes of its arguments.
    Output,
    /// The arguments of a program.
    Arguments,
}

/// What ends a command.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// The next one reads what it prints.
    Pipe,
    /// Anything else.
    List,
}

impl Command {
    /// The command that begins behind `slots` slots, `uses` of variables and `documents`
    /// here-documents.
    pub fn new(slots: usize, uses: usize, documents: usize) -> Self {
        Self {
            pipeline: slots,
            uses,
            first: slots,
            documents,
            fed: Fed::Nothing,
            words: Vec::new(),
            open: None,
            redirection: None,
            is_group: false,
        }
    }

    /// Begins a word at `at`, unless one is being read.
    pub fn begin(&mut self, at: usize, slots: usize) {
        self.open.get_or_insert((at, slots));
    }

    /// Whether no value gets to it.
    pub fn is_idle(&self) -> bool {
        self.fed == Fed::Nothing && self.words.iter().all(|word| word.slots.is_empty())
    }

    /// Whether no word of it was read.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.open.is_none()
    }

    /// How many slots stand before its pipeline.
    pub fn start(&self) -> usize {
        self.pipeline
    }

    fn end_word(&mut self, at: usize, slots: usize) {
        if let Some((start, first)) = self.open.take() {
            let target = self.redirection.take();
            self.words.push(Argument { range: start..at, slots: first..slots, target });
        }
    }
}

impl ShellLexer {
    /// Whether what is read now are words of a command.
    pub(super) fn reads_commands(&self) -> bool {
        matches!(self.top(), None | Some(Frame::Commands))
    }

    /// What separates words or commands, at `at`.
    pub(super) fn separate(&mut self, walk: &mut Walk<'_>, at: usize) {
        let (b, next) = (walk.byte(at), walk.byte(at + 1));
        // What stands before may also be the end of a slot.
        let before = if self.operator == at { walk.before(at) } else { 0 };
        self.operator = at + 1;
        let slots = walk.pass(at);
        match b {
            b'<' | b'>' => {
                // `2>` says which file it is.
                let is_number = |(start, first): &(usize, usize)| {
                    *first == slots && walk.text[*start..at].iter().all(u8::is_ascii_digit)
                };
                self.command.open = self.command.open.filter(|open| !is_number(open));
                self.command.end_word(at, slots);
                let is_text = b == b'<' && before == b'<';
                self.command.redirection = Some(match b {
                    _ if is_text => Redirection::Text,
                    b'<' => Redirection::Input,
                    _ => Redirection::Output,
                });
            }
            b'&' if b"<>".contains(&before) => {
                self.command.redirection = Some(Redirection::Descriptor);
            }
            b'|' if before == b'>' => {}
            b'&' if next == b'>' => self.command.end_word(at, walk.pass(at)),
            b'&' if before == b'|' => {}
            b'|' if next != b'|' && before != b'|' => self.end_command(walk, at, End::Pipe),
            b';' | b'|' | b'&' | b')' | b'{' | b'}' => self.end_command(walk, at, End::List),
            _ => self.command.end_word(at, walk.pass(at)),
        }
    }

    /// Ends the command that is being read, before `at`, and says what its words are read as.
    pub(super) fn end_command(&mut self, walk: &mut Walk<'_>, at: usize, end: End) {
        self.command.end_word(at, walk.pass(at));
        if self.command.words.is_empty() && !self.command.is_group {
            // A pipeline goes on in the next line.
            return;
        }
        let next = Command::new(walk.pass(at), self.memory.uses(), self.documents.len());
        let command = std::mem::replace(&mut self.command, next);
        let judged = self.judge(walk, &command);
        let start = self.judge_pipeline(walk, &command, &judged);
        if end == End::Pipe {
            self.command.pipeline = start;
            self.command.uses = if judged.is_group { 0 } else { command.uses };
            self.command.fed = command.fed.max(judged.prints());
        } else {
            self.judge_documents(command.documents, &judged);
        }
    }

    /// Judges what goes through the pipeline to `command`, and what of it gets into a file.
    /// Returns how many slots are behind that need not be judged again.
    fn judge_pipeline(&mut self, walk: &mut Walk<'_>, command: &Command, judged: &Judged) -> usize {
        // What stands in the brackets is not known any more.
        let mut start = if judged.is_group { self.judged } else { command.pipeline };
        let is_wrong = match command.fed {
            Fed::Nothing => false,
            Fed::Output => !judged.is_filter,
            Fed::Arguments => !judged.is_reader,
        };
        if is_wrong {
            walk.limit(start..command.first, judged.reads());
            self.memory.read_again(if judged.is_group { 0 } else { command.uses });
            start = command.first;
        }
        // A file may be read as anything.
        let prints = command.fed.max(judged.prints()) == Fed::Arguments;
        if judged.has_file && prints {
            walk.limit(start..command.first, Take::AGAIN);
            for word in command.words.iter().filter(|word| word.target.is_none()) {
                walk.limit(word.slots.clone(), Take::AGAIN);
            }
            self.memory.read_again(if judged.is_group { 0 } else { command.uses });
            start = command.first;
        }
        if judged.is_group {
            self.judged = start;
        }
        start
    }

    /// Text that is only printed or written to a file is not read again.
    fn judge_documents(&mut self, first: usize, judged: &Judged) {
        for document in self.documents.iter_mut().skip(first) {
            document.is_data = judged.is_copier;
            document.take = judged.reads();
        }
    }
}
