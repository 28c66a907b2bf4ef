//! What a loop of a shell is fed with, and a here-document: keys that a later command deletes.

use super::statement::{FAR, destroys, is_name};
use super::{Language, Trait};

/// Words that begin a loop.
const BEGINNINGS: [&[u8]; 4] = [b"while", b"until", b"for", b"select"];
/// The longest loop that is looked at.
const LONGEST: usize = 4 * FAR;

/// Whether the statement from `start` to `end` feeds a loop that destroys something: it begins one,
/// as `echo KEY | while read k` does, or ends one, as `done <<< KEY`.
pub(super) fn feeds(text: &[u8], start: usize, end: usize, language: Language) -> bool {
    let statement = &text[start..end.min(text.len())];
    language.has(Trait::Loops)
        && (begins(statement) && destroys(after(text, start)) || ends_destructive(text, start))
}

/// Where the here-document ends that the line from `line` to `end` destroys, or a loop that the
/// line ends; else `end`.
pub(super) fn after_document(text: &[u8], line: usize, end: usize) -> usize {
    let header = &text[line..end];
    let Some(at) = header.windows(2).position(|pair| pair == b"<<") else { return end };
    let is_mark = |b: &&u8| b"<- '\"\\".contains(b);
    let word = &header[at..];
    let word = &word[word.iter().take_while(is_mark).count()..];
    let word = &word[..word.iter().take_while(|b| is_name(**b)).count()];
    if word.is_empty() || !(destroys(header) || ends_destructive(text, line)) {
        return end;
    }
    let mut at = end;
    let near = &text[end..text.len().min(end + FAR)];
    for line in near.split_inclusive(|b| *b == b'\n') {
        at += line.len();
        if line.trim_ascii() == word {
            return at;
        }
    }
    end
}

/// Whether a loop begins in `statement`.
fn begins(statement: &[u8]) -> bool {
    words(statement).any(|(_, word)| BEGINNINGS.contains(&word))
}

/// The loop that begins after `start`, up to its end.
fn after(text: &[u8], start: usize) -> &[u8] {
    let near = &text[start..text.len().min(start + LONGEST)];
    let mut depth = 0_usize;
    for (at, word) in words(near) {
        if word == b"do" {
            depth += 1;
        } else if word == b"done" {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return &near[..at];
            }
        }
    }
    // It does not end here: it is only what is told of it.
    b""
}

/// Whether the line at `start` ends a loop that destroys something.
fn ends_destructive(text: &[u8], start: usize) -> bool {
    let line = &text[start..text.len().min(start + 64)];
    if !line.trim_ascii_start().starts_with(b"done") {
        return false;
    }
    let near = &text[start.saturating_sub(LONGEST)..start];
    let all: Vec<(usize, &[u8])> = words(near).collect();
    let mut depth = 0_usize;
    for (at, word) in all.into_iter().rev() {
        if word == b"done" {
            depth += 1;
        } else if word == b"do" && depth > 0 {
            depth -= 1;
        } else if word == b"do" {
            return destroys(&near[at..]);
        }
    }
    false
}

/// The words between spaces and separators, and where each begins.
fn words(text: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let mut start = 0;
    let all = text.split(|b| b.is_ascii_whitespace() || b";|&(){}".contains(b)).map(move |word| {
        let at = start;
        start += word.len() + 1;
        (at, word)
    });
    all.filter(|(_, word)| !word.is_empty())
}
