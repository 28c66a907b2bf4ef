//! An openrc: the lines of a shell script that set `OS_...`. Nothing is evaluated.
//!
//! A script may do anything, so this is a reading of lines and not of the script: what another
//! command prints over several lines is not told from lines of its own.

use super::{FileFault, MAX_VALUE_BYTES};
use crate::core::json::Json;

const BLANKS: [char; 2] = [' ', '\t'];

/// The most variables of a script, each with room for the longest value.
const MOST_VARIABLES: usize = 256;

/// The variables without their `OS_`, in order; [`Json::Null`] where the shell would compute
/// the value, or decide whether it is set. Other lines are skipped.
pub(super) fn read(text: &str) -> Result<Json, FileFault> {
    let mut variables = Vec::new();
    let mut goes_on = false;
    for (line, text) in (1..).zip(text.lines()) {
        let mut rest = text.trim_matches([' ', '\t', '\r']);
        while !rest.is_empty() {
            let found = if goes_on { Ok(None) } else { statement(rest, &mut variables) };
            match found {
                Ok(Some(next)) => rest = next,
                Ok(None) => {
                    let is_comment = rest.starts_with('#');
                    if !is_comment {
                        forget_mentioned(rest, &mut variables);
                    }
                    goes_on = !is_comment && rest.ends_with(['\\', '|', '&']);
                    break;
                }
                Err(what) => return Err(FileFault::Unsupported { line, what }),
            }
        }
    }
    Ok(Json::Object(variables))
}

/// Whether a script sets nothing of OpenStack.
pub(super) fn is_empty(variables: &Json) -> bool {
    matches!(variables, Json::Object(members) if members.is_empty())
}

/// Leaves unknown what a line sets that is no plain assignment: it may come to anything.
fn forget_mentioned(line: &str, variables: &mut Vec<(String, Json)>) {
    let mut parts: Vec<&str> = line.split('=').collect();
    parts.pop();
    for part in parts {
        let prefix = part.as_bytes().windows(3).rposition(|letters| letters == b"OS_");
        if let Some(name) = prefix.and_then(|at| part.get(at + 3..)) {
            variables.push((name.trim_end_matches('+').into(), Json::Null));
        }
    }
}

/// One statement `[export] NAME=WORD...`, and what follows its `;`. None for anything else,
/// such as `NAME=WORD command`, which sets nothing that stays.
fn statement<'a>(
    text: &'a str,
    variables: &mut Vec<(String, Json)>,
) -> Result<Option<&'a str>, &'static str> {
    let mut rest = match text.strip_prefix("export") {
        Some(words) if words.starts_with(BLANKS) => words.trim_start_matches(BLANKS),
        _ => text,
    };
    loop {
        let Some((name, value)) = rest.split_once('=') else { return Ok(None) };
        let is_name = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
        if name.is_empty() || !name.bytes().all(is_name) {
            return Ok(None);
        }
        let own = name.strip_prefix("OS_");
        let Some((value, after)) = word(value) else {
            // The lines that follow are part of the value, not lines of the script.
            return if own.is_some() { Err("a value over several lines") } else { Ok(None) };
        };
        if let Some(name) = own {
            if variables.len() == MOST_VARIABLES {
                return Err("one variable too many");
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
