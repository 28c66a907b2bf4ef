//! YAML's scalars: text without quotes, in single and in double ones, on one line.

use std::str::Chars;

use crate::core::json::Json;
use crate::core::words::Text;
use crate::core::words::catalog::file_lines as texts;

/// What is refused, as in "... is not read".
pub(super) type Unsupported = Text;

/// A scalar, and what follows it in its line: nothing, or the colon that makes it a key.
pub(super) struct Scalar<'a> {
    /// Always [`Json::Text`], which is overwritten when it is dropped.
    pub value: Json,
    /// Begins with the colon, if there is one.
    pub rest: &'a str,
}

const UNCLOSED: Unsupported = texts::LINE_OPEN_QUOTE;
const ESCAPE: Unsupported = texts::LINE_ESCAPE;

/// Whether nothing but a comment stands here.
pub(super) fn is_bare(rest: &str) -> bool {
    let text = rest.trim_start_matches(' ');
    text.is_empty() || text.starts_with('#')
}

/// The scalar at the start of `text`. The words for null are empty text.
pub(super) fn scalar(text: &str) -> Result<Scalar<'_>, Unsupported> {
    // In one piece that never grows: `\L` is one byte longer than it is written.
    let mut value = String::with_capacity(text.len() * 2);
    let rest = match text.as_bytes().first() {
        Some(b'"') => double(&text[1..], &mut value),
        Some(b'\'') => single(&text[1..], &mut value),
        _ => plain(text, &mut value),
    };
    let value = Json::Text(value);
    let rest = rest?;
    let colon = rest.trim_start_matches(' ');
    let is_key = colon.strip_prefix(':').is_some_and(|s| s.is_empty() || s.starts_with(' '));
    if is_key {
        return Ok(Scalar { value, rest: colon });
    }
    let is_end = colon.is_empty() || colon.len() < rest.len() && colon.starts_with('#');
    if is_end { Ok(Scalar { value, rest: "" }) } else { Err(texts::LINE_AFTER_QUOTE) }
}

/// Text without quotes: to a comment, or to a colon before a space.
fn plain<'a>(text: &'a str, value: &mut String) -> Result<&'a str, Unsupported> {
    let bytes = text.as_bytes();
    let is_space = |at: usize| bytes.get(at).is_none_or(|b| *b == b' ');
    match bytes.first() {
        Some(b'&') => return Err(texts::LINE_ANCHOR),
        Some(b'*') => return Err(texts::LINE_ALIAS),
        Some(b'!') => return Err(texts::LINE_TAG),
        Some(b'|' | b'>') => return Err(texts::LINE_TEXT_BLOCK),
        Some(b'[' | b']' | b'{' | b'}' | b',') => return Err(texts::LINE_IN_BRACKETS),
        Some(b'#' | b'%' | b'@' | b'`') => return Err(texts::LINE_SIGN_FIRST),
        Some(b'-' | b'?' | b':') if is_space(1) => return Err(texts::LINE_SIGN_BEFORE_SPACE),
        _ => {}
    }
    let is_end = |at: &usize| match bytes[*at] {
        b':' => is_space(at + 1),
        b'#' => bytes[at - 1] == b' ',
        _ => false,
    };
    let end = (1..bytes.len()).find(is_end).unwrap_or(bytes.len());
    let found = text[..end].trim_end_matches(' ');
    if !matches!(found, "~" | "null" | "Null" | "NULL") {
        value.push_str(found);
    }
    Ok(&text[found.len()..])
}

/// What stands in single quotes, in which a doubled quote is one.
fn single<'a>(mut text: &'a str, value: &mut String) -> Result<&'a str, Unsupported> {
    loop {
        let (part, rest) = text.split_once('\'').ok_or(UNCLOSED)?;
        value.push_str(part);
        match rest.strip_prefix('\'') {
            None => return Ok(rest),
            Some(rest) => text = rest,
        }
        value.push('\'');
    }
}

/// What stands in double quotes, with its escapes (YAML 1.1, 5.6).
fn double<'a>(text: &'a str, value: &mut String) -> Result<&'a str, Unsupported> {
    let mut chars = text.chars();
    loop {
        let c = match chars.next().ok_or(UNCLOSED)? {
            '"' => return Ok(chars.as_str()),
            '\\' => match chars.next().ok_or(UNCLOSED)? {
                c @ ('"' | '\\' | '/' | ' ') => c,
                '0' => '\0',
                'a' => '\u{7}',
                'b' => '\u{8}',
                't' => '\t',
                'n' => '\n',
                'v' => '\u{b}',
                'f' => '\u{c}',
                'r' => '\r',
                'e' => '\u{1b}',
                'N' => '\u{85}',
                '_' => '\u{a0}',
                'L' => '\u{2028}',
                'P' => '\u{2029}',
                'x' => code(&mut chars, 2)?,
                'u' => code(&mut chars, 4)?,
                'U' => code(&mut chars, 8)?,
                _ => return Err(ESCAPE),
            },
            c => c,
        };
        value.push(c);
    }
}

/// The character of an escape with this many hex digits.
fn code(chars: &mut Chars<'_>, digits: u32) -> Result<char, Unsupported> {
    let mut code = 0;
    for _ in 0..digits {
        let digit = chars.next().and_then(|c| c.to_digit(16));
        code = code << 4 | digit.ok_or(ESCAPE)?;
    }
    char::from_u32(code).ok_or(ESCAPE)
}
