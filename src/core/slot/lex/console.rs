//! Sessions: prompts, commands and what they print.

use std::ops::Range;

use super::shell::{Dialect, ShellLexer, otherwise};
use super::walk::Walk;
use crate::core::slot::reading::Take;

/// A prompt at the start of a line.
struct Prompt {
    /// How many bytes it has, with the space after it.
    length: usize,
    /// What it ends with.
    sign: u8,
    /// It is nothing but its sign.
    is_short: bool,
}

/// The longest prompt that is looked for.
const LONGEST: usize = 128;

/// What begins something that ends on a later line.
const BEGINNINGS: [&[u8]; 7] = [b"for", b"while", b"until", b"if", b"case", b"select", b"function"];

/// Whether the first line that is not empty begins with a prompt that can be nothing else.
pub(in crate::core::slot) fn begins_with_prompt(text: &[u8]) -> bool {
    let line = text.split(|b| *b == b'\n').find(|line| !line.trim_ascii().is_empty());
    let prompt = line.and_then(prompt);
    prompt.is_some_and(|prompt| prompt.sign == b'$' || (!prompt.is_short && prompt.sign != b'%'))
}

/// Whether any line begins with a prompt.
pub(in crate::core::slot) fn has_prompt(text: &[u8]) -> bool {
    first_sign(text).is_some()
}

/// Where the commands of a session stand, each with its line break.
pub(in crate::core::slot) fn commands(text: &[u8]) -> Vec<Range<usize>> {
    read(&mut Walk::new(text, &mut []))
}

/// Reads the commands of a session, and returns where they stand. What is printed takes plain
/// values.
pub(super) fn read(walk: &mut Walk<'_>) -> Vec<Range<usize>> {
    let first = first_sign(walk.text);
    let mut shell = ShellLexer::new(Dialect::Posix);
    let mut commands = Vec::new();
    // Whether the line before was a command that may go on, and how its next lines begin.
    let (mut is_command, mut goes_on, mut has_marks) = (false, false, None);
    let mut is_lost = false;
    let mut at = 0;
    while at < walk.text.len() {
        let (start, end) = (at, walk.line_end(at));
        at = end + 1;
        let line = &walk.text[start..end];
        let is_known =
            |prompt: &Prompt| !prompt.is_short || prompt.sign == b'$' || first == Some(prompt.sign);
        let begin = if let Some(prompt) = prompt(line).filter(is_known) {
            // Perhaps it is no prompt, but in a quote.
            is_lost |= shell.is_nested();
            let memory = shell.finish(walk, start);
            let is_power = prompt.sign == b'>';
            let dialect = if is_power { Dialect::PowerShell } else { Dialect::Posix };
            shell = ShellLexer::after(dialect, walk.pass(start), memory);
            has_marks = None;
            start + prompt.length
        } else if is_command && (goes_on || shell.is_open()) {
            let mark = continuation(line);
            let is_marked = *has_marks.get_or_insert(mark > 0);
            if mark == 0 && goes_on && !shell.is_open() {
                is_command = false;
                continue;
            }
            start + if is_marked { mark } else { 0 }
        } else {
            is_command = false;
            continue;
        };
        if is_lost {
            shell.lose(walk);
        }
        is_command = true;
        let command = walk.text[begin..end].trim_ascii();
        goes_on = (goes_on && begin > start && has_marks == Some(true)) || is_beginning(command);
        let first = walk.pass(begin);
        let is_first = begin == start && walk.is_slot(begin);
        shell.line(walk, begin, end);
        if is_first {
            // It must not look like a prompt, to those who read the session as it is filled in.
            walk.limit(first..first + 1, Take::AGAIN);
        }
        commands.push(begin..at.min(walk.text.len()));
    }
    shell.finish(walk, at).end(walk, otherwise(walk.text));
    commands
}

/// Whether the shell asks for more after `command`, though no quote or bracket is open.
fn is_beginning(command: &[u8]) -> bool {
    let first = command.split(|b| !b.is_ascii_alphabetic()).next().unwrap_or_default();
    BEGINNINGS.contains(&first)
        || [&b"{"[..], b" do", b" then"].iter().any(|end| command.ends_with(end))
}

/// How a prompt that is nothing but its sign ends here: a `#` begins comments, too, and a `%`
/// much of what programs print, so the first prompt says which there are.
fn first_sign(text: &[u8]) -> Option<u8> {
    let is_first = |line: &[u8]| line.starts_with(b"% ");
    let first = text.split(|b| *b == b'\n').find(|line| !line.trim_ascii().is_empty())?;
    let mut prompts = text.split(|b| *b == b'\n').filter_map(prompt);
    let sign = prompts.find(|prompt| !prompt.is_short || prompt.sign == b'$').map(|p| p.sign);
    if is_first(first) { Some(b'%') } else { sign }
}

/// The prompt that `line` begins with.
fn prompt(line: &[u8]) -> Option<Prompt> {
    let near = &line[..line.len().min(LONGEST)];
    let find = |text: &[u8], b: u8| text.iter().position(|other| *other == b);
    // The name of a virtual environment.
    let venv = if near.starts_with(b"(") { find(near, b' ').unwrap_or(0) } else { 0 };
    let start = if venv > 1 && near[venv - 1] == b')' { venv + 1 } else { 0 };
    let rest = &near[start..];
    if rest.starts_with(b"PS ") || rest.starts_with(b"PS> ") {
        let end = find(rest, b'>').filter(|end| rest.get(end + 1).is_none_or(|b| *b == b' '))?;
        let length = (start + end + 2).min(line.len());
        return Some(Prompt { length, sign: b'>', is_short: false });
    }
    let name = if rest.starts_with(b"[") { find(rest, b']')? } else { 0 };
    let end = name + find(&rest[name..], b' ').unwrap_or(rest.len() - name);
    let first = &rest[..end];
    // `alice@mac dir %`, `~ $`, `/ #`: the sign stands apart.
    let most = if first.contains(&b'@') { 2 } else { usize::from(first == b"/" || first == b"~") };
    let mut apart = end;
    for _ in 0..most {
        let next = rest.get(apart + 1..).unwrap_or_default();
        let length = find(next, b' ').unwrap_or(next.len());
        if let [b'$' | b'#' | b'%'] = next[..length] {
            let length = (start + apart + 3).min(line.len());
            return Some(Prompt { length, sign: next[0], is_short: false });
        }
        apart += 1 + length;
    }
    let (sign, name) = rest[..end].split_last()?;
    let is_inner = |b: &u8| b.is_ascii_alphanumeric() || b"@:~/._-+[] ".contains(b);
    let is_name = name.starts_with(b"[")
        || name.contains(&b'@')
        || name.starts_with(b"bash-")
        || name.starts_with(b"sh-")
        || (*sign != b'%' && (name.starts_with(b"~") || name.windows(2).any(|pair| pair == b":~")));
    let is_prompt =
        b"$#%".contains(sign) && (name.is_empty() || (is_name && name.iter().all(is_inner)));
    let length = (start + end + 1).min(line.len());
    is_prompt.then_some(Prompt { length, sign: *sign, is_short: name.is_empty() && start == 0 })
}

/// How long the prompt is with which the shell asks for more of a command: `> `, `quote> `.
fn continuation(line: &[u8]) -> usize {
    let name = line.iter().take(32).take_while(|b| b.is_ascii_lowercase() || **b == b' ').count();
    let marks = line[name..].iter().take_while(|b| **b == b'>').count();
    let is_mark = (1..=2).contains(&marks) && !line.starts_with(b" ");
    match line.get(name + marks) {
        Some(b' ') if is_mark => name + marks + 1,
        None if is_mark => name + marks,
        _ => 0,
    }
}
