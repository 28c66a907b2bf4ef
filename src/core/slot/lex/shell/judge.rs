//! What becomes of the words of a command.

use super::command::{Argument, Command, Fed, Redirection};
use super::programs::{self, Program, has};
use super::{Dialect, ShellLexer, Walk};
use crate::core::slot::lex::walk::is_name;
use crate::core::slot::reading::Take;

/// What is known of a command.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "a command is any of them")]
pub(super) struct Judged {
    /// It reads text without running it.
    pub is_filter: bool,
    /// Text is text to it.
    pub is_reader: bool,
    /// It copies what it reads, and does nothing else.
    pub is_copier: bool,
    /// It ends commands in brackets, or a loop.
    pub is_group: bool,
    /// What it prints gets into a file.
    pub has_file: bool,
    /// It calculates with what it reads.
    calculates: bool,
    echoes: bool,
}

/// What comes before a command and is none.
const BEFORE: &str = "if then elif else while until do ! { time and or not begin";
/// What ends several.
const CLOSING: &str = "done fi esac } end";
/// Programs that run their arguments, as they are.
const RUNNERS: &str = "sudo doas nohup command nice ionice setsid env noglob builtin";
/// Options of those without a value, and with one.
const RUNNER_FLAGS: &str = "-E -H -n -b -k --";
const RUNNER_OPTIONS: &str = "-u -g";
/// What gives variables their values.
const ASSIGNING: &str = "export declare typeset local readonly";
/// What makes a program something else.
const DEFINING: &str = "alias function set-alias new-alias";
/// How variables begin that clients read, which do so once.
const CLIENTS: [&str; 6] = ["AWS_", "OS_", "S3_", "ST_", "MC_HOST_", "RCLONE_"];
/// How numbers are compared.
const COMPARING: &str = "-eq -ne -lt -le -gt -ge";

impl Judged {
    /// What becomes of what it reads, where it does more with it than to print it.
    pub fn reads(&self) -> Take {
        if self.calculates { Take::NUMBER } else { Take::AGAIN }
    }

    /// What of its arguments goes on in a pipeline.
    pub fn prints(&self) -> Fed {
        if self.echoes || self.is_group { Fed::Arguments } else { Fed::Output }
    }
}

/// The words of a command that are not for the shell itself.
pub(super) struct Words<'a> {
    text: &'a [u8],
    pub words: Vec<&'a Argument>,
}

impl<'a> Words<'a> {
    /// A word as it is written; empty after the last.
    pub fn get(&self, at: usize) -> &'a str {
        let word = self.words.get(at).map(|word| &self.text[word.range.clone()]);
        word.and_then(|word| std::str::from_utf8(word).ok()).unwrap_or_default()
    }

    pub fn has_slots(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| !word.slots.is_empty())
    }

    pub fn limit(&self, walk: &mut Walk<'_>, from: usize, take: Take) {
        for word in self.words.iter().skip(from) {
            walk.limit(word.slots.clone(), take);
        }
    }
}

impl ShellLexer {
    /// Says what the words of `command` are read as.
    pub(super) fn judge(&mut self, walk: &mut Walk<'_>, command: &Command) -> Judged {
        let text = walk.text;
        let words = command.words.iter().filter(|word| word.target.is_none()).collect();
        let words = Words { text, words };
        let mut judged = Judged { is_group: command.is_group, ..Judged::default() };
        let mut at = 0;
        while has(BEFORE, words.get(at)) {
            at += 1;
        }
        while has(CLOSING, words.get(at)) {
            judged.is_group = true;
            at += 1;
        }
        let is_idle = command.is_idle()
            && self
                .memory
                .has_no_use_since(command.words.first().map_or(0, |word| word.range.start));
        let is_plain = is_idle && !has(DEFINING, words.get(at)) && words.get(at) != "exec";
        let has_more =
            self.documents.len() > command.documents || command.words.len() > words.words.len();
        if is_plain && !has_more {
            // There is nothing to be said of it.
            return judged;
        }
        let program = self.judge_words(walk, &words, at);
        if let Some((name, program)) = program {
            judged.is_filter = programs::is_filter(name);
            judged.is_reader = programs::is_reader(name);
            judged.is_copier = name == "cat" || name == "tee";
            judged.calculates = program.is_some_and(Program::calculates);
            judged.echoes = program.is_some_and(|program| program.echoes);
        }
        for word in &command.words {
            let target = &text[word.range.clone()];
            let take = match word.target {
                None => continue,
                Some(Redirection::Text) if judged.is_reader => Take::ONCE,
                Some(Redirection::Text) => judged.reads(),
                Some(Redirection::Descriptor) => Take::UNKNOWN,
                Some(Redirection::Input) => Take::ONCE,
                Some(Redirection::Output) => {
                    judged.has_file |= !target.starts_with(b"/dev/");
                    Take::ONCE
                }
            };
            walk.limit(word.slots.clone(), take);
            if take == Take::ONCE {
                self.memory.read_well(&word.range);
            }
        }
        if self.dialect != Dialect::PowerShell
            && (0..words.words.len()).any(|at| has(COMPARING, words.get(at)))
        {
            words.limit(walk, 0, Take::NUMBER);
        }
        if (0..words.words.len()).any(|at| words.get(at) == "=~") {
            words.limit(walk, 0, Take::PATTERN);
        }
        judged
    }

    /// Judges the words from `at` on, and says which program they are for.
    fn judge_words<'a>(
        &mut self,
        walk: &mut Walk<'_>,
        words: &Words<'a>,
        mut at: usize,
    ) -> Option<(&'a str, Option<&'static Program>)> {
        match words.get(at) {
            "for" | "select" if words.get(at + 2) == "in" => {
                let name = words.words.get(at + 1)?.range.clone();
                for word in words.words.iter().skip(at + 3) {
                    self.memory.assign(name.clone(), word.slots.clone(), false);
                }
                return None;
            }
            "case" if self.dialect == Dialect::Posix => {
                words.limit(walk, at + 3, Take::AGAIN);
                for word in words.words.iter().skip(at + 1) {
                    walk.forbid_keywords(word.slots.clone());
                }
                return None;
            }
            _ => {}
        }
        let first = at;
        let is_posix = self.dialect == Dialect::Posix;
        loop {
            let word = words.get(at);
            if is_posix && let Some(name) = assigned(word) {
                self.assign(walk, words, at, name);
                at += 1;
                continue;
            }
            if !has(RUNNERS, word) {
                break;
            }
            at += 1;
            while words.get(at).starts_with('-') {
                let option = words.get(at);
                at += 1;
                if has(RUNNER_OPTIONS, option) {
                    at += 1;
                } else if !has(RUNNER_FLAGS, option) {
                    words.limit(walk, first, Take::UNKNOWN);
                    return None;
                }
            }
        }
        let name = words.get(at);
        if words.words.get(at).is_some() && words.has_slots(at) {
            walk.forbid_keywords(words.words[at].slots.clone());
        }
        self.memory.has_own_programs |= has(DEFINING, &name.to_ascii_lowercase())
            // What is printed goes somewhere else from here on.
            || (name == "exec" && words.words.len() == at + 1);
        if (is_posix && has(ASSIGNING, name)) || (self.dialect == Dialect::Fish && name == "set") {
            self.judge_assigning(walk, words, at);
            return None;
        }
        let is_power = self.dialect == Dialect::PowerShell;
        let name = base(name);
        let lower = if is_power { name.to_ascii_lowercase() } else { name.to_owned() };
        let program = if self.memory.has_own_programs || words.has_slots(at) {
            None
        } else {
            Program::of(&lower, is_power)
        };
        match program {
            Some(program) => self.judge_arguments(walk, words, at, program),
            None => words.limit(walk, at, Take::UNKNOWN),
        }
        Some((name, program)).filter(|_| !self.memory.has_own_programs)
    }

    /// The assignment at `at`, whose name has this length.
    fn assign(&mut self, walk: &mut Walk<'_>, words: &Words<'_>, at: usize, name: usize) {
        let Some(word) = words.words.get(at) else { return };
        let end = word.range.start + name;
        // A subscript is calculated.
        let inner = walk.slots_before(word.slots.clone(), word.range.start + equals(words.get(at)));
        walk.limit(word.slots.start..inner, Take::NUMBER);
        let variable = &words.get(at)[..name];
        let is_known = CLIENTS.iter().any(|client| variable.starts_with(client))
            && !variable.ends_with("_COMMAND");
        // Else only the program behind it has it.
        let is_whole = (at..words.words.len()).all(|at| assigned(words.get(at)).is_some());
        if !is_whole && !is_known {
            walk.limit(word.slots.clone(), Take::AGAIN);
        }
        self.memory.assign(word.range.start..end, inner..word.slots.end, is_known);
        self.memory.read_well(&word.range);
    }

    /// `export NAME=value` and its like, or `set NAME value` of fish.
    fn judge_assigning(&mut self, walk: &mut Walk<'_>, words: &Words<'_>, at: usize) {
        let mut name = None;
        for index in at + 1..words.words.len() {
            let word = words.get(index);
            let argument = words.words[index];
            if let Some(letters) = word.strip_prefix('-').filter(|_| !words.has_slots(index)) {
                if !letters.trim_start_matches('-').bytes().all(|b| b"xrglUu".contains(&b)) {
                    let is_number = letters.contains('i');
                    let take = if is_number { Take::NUMBER } else { Take::AGAIN };
                    words.limit(walk, at, take);
                    return;
                }
            } else if self.dialect == Dialect::Fish {
                match &name {
                    None if words.has_slots(index) => {
                        walk.limit(argument.slots.clone(), Take::NOTHING);
                        name = Some(0..0);
                    }
                    None => name = Some(argument.range.clone()),
                    Some(name) => {
                        self.memory.assign(name.clone(), argument.slots.clone(), false);
                        self.memory.read_well(&argument.range);
                    }
                }
            } else if let Some(length) = assigned(word) {
                self.assign(walk, words, index, length);
            } else {
                walk.limit(argument.slots.clone(), Take::NOTHING);
            }
        }
    }
}

/// How long the name is to which `word` gives a value, if it does: `NAME=`, `NAME+=`, `NAME[0]=`.
fn assigned(word: &str) -> Option<usize> {
    let bytes = word.as_bytes();
    let name = bytes.iter().take_while(|b| is_name(**b)).count();
    let is_named = name > 0 && !bytes[0].is_ascii_digit();
    let rest = &bytes[name..];
    let is_assignment = rest.starts_with(b"=")
        || rest.starts_with(b"+=")
        || (rest.starts_with(b"[") && equals(word) < word.len());
    (is_named && is_assignment).then_some(name)
}

/// Where the `=` of an assignment stands.
fn equals(word: &str) -> usize {
    let at = word.find(['=', '[']).unwrap_or(word.len());
    if !word[at..].starts_with('[') {
        return at;
    }
    word.find("]=").or_else(|| word.find("]+=")).unwrap_or(word.len())
}

/// The name of a program without its folder. One that is not installed for all is unknown.
fn base(name: &str) -> &str {
    match name.rsplit_once('/') {
        Some((folder, name)) if folder.starts_with('/') => name,
        Some(_) => "",
        None => name,
    }
}
