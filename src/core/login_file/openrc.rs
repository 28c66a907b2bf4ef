//! An openrc: the lines of a shell script that set `OS_...`. Nothing is evaluated.
//!
//! A script may do anything, so this is a reading of lines and not of the script: what the script
//! decides is left to the reader.

pub(super) use super::script::other_shell;
use super::script::{Line, Script};
use super::{FileFault, MAX_VALUE_BYTES};
use crate::core::json::Json;
use crate::core::words::Text;
use crate::core::words::catalog::file_lines as texts;

const BLANKS: [char; 2] = [' ', '\t'];

/// The most variables of a script, each with room for the longest value.
const MOST_VARIABLES: usize = 256;

/// The variables without their `OS_`, in order; [`Json::Null`] where the shell would compute
/// the value, or decide whether it is set. Other lines are skipped.
pub(super) fn read(text: &str) -> Result<Json, FileFault> {
    let mut variables = Vec::new();
    let mut script = Script::default();
    // What this compound command may set, and what functions and early ends leave open for good.
    let (mut compound, mut sticky) = (Vec::new(), Vec::new());
    let mut goes_on = false;
    let mut guards = String::new();
    for (line, text) in (1..).zip(text.lines()) {
        let text = text.trim_end_matches('\r');
        let kind = script.next(text);
        let mut rest = text.trim_matches([' ', '\t']);
        match kind {
            Line::Text => continue,
            Line::Reads => {
                for (_, value) in &mut variables {
                    *value = Json::Null;
                }
                continue;
            }
            Line::Decided(for_good) => {
                if rest.contains("-z ") {
                    rest.clone_into(&mut guards);
                }
                for name in decided(rest, &guards) {
                    variables.push((name.into(), Json::Null));
                    compound.push(name);
                }
                if for_good {
                    sticky.append(&mut compound);
                }
                continue;
            }
            Line::Plain => compound.clear(),
        }
        while !rest.is_empty() {
            let found = if goes_on { Ok(None) } else { statement(rest, &mut variables) };
            match found {
                Ok(Some(next)) => rest = next,
                Ok(None) => {
                    let is_comment = rest.starts_with('#');
                    let exports = rest.starts_with("export ") && !rest.contains(['=', '-']);
                    if !is_comment && !exports {
                        let names = decided(rest, rest).into_iter();
                        variables.extend(names.map(|name| (name.into(), Json::Null)));
                    }
                    goes_on = !is_comment && rest.ends_with(['\\', '|', '&']);
                    break;
                }
                Err(what) => return Err(FileFault::Unsupported { line, what }),
            }
        }
    }
    variables.extend(sticky.into_iter().map(|name: &str| (name.into(), Json::Null)));
    Ok(Json::Object(variables))
}

/// Whether a script sets nothing of OpenStack.
pub(super) fn is_empty(variables: &Json) -> bool {
    matches!(variables, Json::Object(members) if members.is_empty())
}

/// The variables that a line may set, unset or read into: named, and not only looked at.
fn mentioned(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices("OS_").filter_map(move |(at, _)| {
        let before = line[..at].trim_end_matches(['{', '"']);
        let is_part = line[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
        let name = &line[at + 3..];
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let name = &name[..name.find(|c| !is_name(c)).unwrap_or(name.len())];
        let is_set = line[at + 3 + name.len()..].starts_with([':', '=']);
        let is_looked_at = before.ends_with('$') && !is_set;
        (!is_part && !is_looked_at && !name.is_empty()).then_some(name)
    })
}

/// Those of them that the script decides. A line that unsets a variable only where it is empty
/// changes nothing: dashboards write that. The question may stand in a line before, `guards`.
fn decided<'a>(line: &'a str, guards: &str) -> Vec<&'a str> {
    let names: Vec<&str> = mentioned(line).collect();
    let [name] = names.as_slice() else { return names };
    let asks = ["\"$OS_", "\"${OS_", "$OS_", "${OS_"].iter().any(|start| {
        let question = ["-z ", start, name].concat();
        guards
            .match_indices(&question)
            .any(|(at, _)| guards[at + question.len()..].starts_with(['"', '}', ' ', ']']))
    });
    let unsets = ["unset OS_", name].concat();
    let after = line.find(&unsets).map(|at| &line[at + unsets.len()..]);
    let is_whole = |rest: &str| rest.is_empty() || rest.starts_with([' ', ';', '\t']);
    if asks && after.is_some_and(is_whole) { Vec::new() } else { names }
}

/// One statement `[export] NAME=WORD...`, and what follows its `;`. None for anything else,
/// such as `NAME=WORD command`, which sets nothing that stays.
fn statement<'a>(
    text: &'a str,
    variables: &mut Vec<(String, Json)>,
) -> Result<Option<&'a str>, Text> {
    let mut rest = assignments(text);
    loop {
        let Some((name, value)) = rest.split_once('=') else { return Ok(None) };
        let is_name = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
        if name.is_empty() || !name.bytes().all(is_name) {
            return Ok(None);
        }
        let own = name.strip_prefix("OS_");
        let Some((value, after)) = word(value) else {
            // The lines that follow are part of the value, not lines of the script.
            return if own.is_some() { Err(texts::LINE_SEVERAL_LINES) } else { Ok(None) };
        };
        if let Some(name) = own {
            if variables.len() == MOST_VARIABLES {
                return Err(texts::LINE_VARIABLES);
            }
            variables.push((name.into(), value));
        }
        rest = after.trim_start_matches(BLANKS);
        if let Some(next) = rest.strip_prefix(';') {
            return Ok(Some(next.trim_start_matches(BLANKS)));
        }
        if rest.is_empty() || rest.starts_with('#') && rest.len() < after.len() {
            return Ok(Some(""));
        }
        if rest.len() == after.len() {
            return Ok(None);
        }
    }
}

/// What follows `export`, or what means the same: `export -p` prints `declare -x` in bash.
fn assignments(text: &str) -> &str {
    let command = ["export", "declare", "typeset", "readonly"].iter().find_map(|name| {
        let words = text.strip_prefix(name)?;
        words.starts_with(BLANKS).then(|| words.trim_start_matches(BLANKS))
    });
    let Some(mut rest) = command else { return text };
    while let Some((flags, words)) = rest.strip_prefix('-').and_then(|r| r.split_once(BLANKS)) {
        if flags.is_empty() || !flags.bytes().all(|flag| b"xgrp".contains(&flag)) {
            break;
        }
        rest = words.trim_start_matches(BLANKS);
    }
    rest
}

/// A word as the shell reads it (POSIX XCU 2.2) and what follows; None where it goes on in the
/// next line. The text is made in one piece that cannot grow, and is overwritten when dropped.
fn word(text: &str) -> Option<(Json, &str)> {
    let mut value = String::with_capacity(text.len().min(MAX_VALUE_BYTES + 8));
    // One byte more than may be, so that the value is seen to be too long.
    let push = |value: &mut String, c| {
        if value.len() <= MAX_VALUE_BYTES {
            value.push(c);
        }
    };
    let mut computed = text.starts_with('~');
    let mut quote = None;
    let mut last = ' ';
    let mut chars = text.chars();
    let rest = loop {
        let rest = chars.as_str();
        let Some(c) = chars.next() else { break rest };
        match (quote, c) {
            (Some(open), _) if c == open => quote = None,
            (Some('\''), _) => push(&mut value, c),
            (None, '\'' | '"') => quote = Some(c),
            (_, '\\') => {
                let Some(next) = chars.next() else { break "\\" };
                if quote.is_some() && !matches!(next, '"' | '\\' | '$' | '`') {
                    push(&mut value, c);
                }
                push(&mut value, next);
            }
            (_, '$' | '`') => computed = true,
            (None, ' ' | '\t' | ';' | '&' | '|' | '<' | '>' | '(' | ')') => break rest,
            _ => {
                // A home, or the braces that `export` expands in bash.
                computed |= quote.is_none() && (c == '{' || c == '~' && last == ':');
                push(&mut value, c);
            }
        }
        last = c;
    };
    let value = Json::Text(value);
    let is_whole = quote.is_none() && rest != "\\";
    is_whole.then(|| (if computed { Json::Null } else { value }, rest))
}
