//! Where the name of a region stands for its profile, alias or file.
//!
//! As the panel's own commands have it, so that an author's page agrees with them.

use super::{Found, Language, Trait};

/// How far before a slot its line is looked at.
const NEAR: usize = 96;

/// Whether the slot at `found` names what a reader has made for the region.
pub(super) fn stands(text: &[u8], found: &Found, language: Language) -> bool {
    // Long lines are looked at near the slot only.
    let near = &text[found.start.saturating_sub(NEAR)..found.start];
    let before = near.rsplit(|b| *b == b'\n').next().unwrap_or_default();
    let after = &text[found.end..];
    ends(before, b"s3cfg-")
        || is_named(before)
        || is_alias(before)
        || is_section(before, after, language)
        || is_remote(before, after, language)
}

/// `--profile `, `AWS_PROFILE=`, `profile_name="`, `[profile `, `"profile": "`.
fn is_named(before: &[u8]) -> bool {
    let name = trimmed(strip(before, b"\"'"));
    let is_spaced = name.len() < before.len();
    let assigned = strip(name, b"=:");
    let name = strip(trimmed(assigned), b"\"'");
    let is_assigned = assigned.len() < before.len();
    (is_spaced || is_assigned)
        && [&b"profile"[..], b"profile_name", b"profilename"].iter().any(|end| ends(name, end))
        && !before.ends_with(b"profile\"")
}

/// `mc alias set ` and `rclone config create `.
fn is_alias(before: &[u8]) -> bool {
    let Some((b' ', words)) = before.split_last() else { return false };
    let words = trimmed(words);
    let verb = words.iter().rposition(|b| *b == b' ').map_or(0, |at| at + 1);
    let (noun, verb) = words.split_at(verb);
    let noun = trimmed(noun);
    let is_one_of = |verbs: &[&[u8]]| verbs.contains(&verb);
    (ends(noun, b"alias")
        && is_one_of(&[b"set", b"import", b"remove", b"rm", b"export", b"list", b"ls"]))
        || (ends(noun, b"config")
            && is_one_of(&[b"create", b"update", b"show", b"delete", b"password"]))
}

/// `[<region>]` of an INI file.
fn is_section(before: &[u8], after: &[u8], language: Language) -> bool {
    language.has(Trait::Sections) && before == b"[" && after.starts_with(b"]")
}

/// `<region>/bucket` of mc, `<region>:bucket` of rclone, at the start of a word.
fn is_remote(before: &[u8], after: &[u8], language: Language) -> bool {
    // Where it is not known, a name at the start of a line may be that of a value.
    let is_shell = language.has(Trait::CommandLine)
        || language.has(Trait::Unread) && !before.is_empty() && !after.starts_with(b": ");
    if is_shell && is_alias_of_mc(before, after) {
        return true;
    }
    let before = strip(before, b"\"'");
    let starts = before.last().is_none_or(|b| b.is_ascii_whitespace() || b"(=".contains(b));
    is_shell
        && starts
        && after.first().is_some_and(|b| matches!(b, b'/' | b':'))
        && !before.ends_with(b"=")
        && !after.starts_with(b"://")
}

/// `mc ls <region>`: an argument of mc, and not the value of `--region`.
fn is_alias_of_mc(before: &[u8], after: &[u8]) -> bool {
    let mut words = before.split(|b| *b == b' ').filter(|word| !word.is_empty());
    let command = words.find(|word| !matches!(*word, b"$" | b"%" | b"#" | b">" | b"sudo"));
    let is_mc = command.is_some_and(|word| matches!(word, b"mc" | b"mcli" | b"minio-client"));
    let last = words.next_back().unwrap_or(b"region");
    is_mc
        && before.len() < NEAR
        && before.ends_with(b" ")
        && !ends(last, b"region")
        && after.first().is_none_or(u8::is_ascii_whitespace)
}

/// Whether `text` ends with `end`, which is in lower case, in any case.
fn ends(text: &[u8], end: &[u8]) -> bool {
    text.len() >= end.len() && text[text.len() - end.len()..].eq_ignore_ascii_case(end)
}

/// `text` without one of `marks` at its end.
fn strip<'a>(text: &'a [u8], marks: &[u8]) -> &'a [u8] {
    match text.split_last() {
        Some((last, rest)) if marks.contains(last) => rest,
        _ => text,
    }
}

fn trimmed(text: &[u8]) -> &[u8] {
    text.trim_ascii_end()
}
