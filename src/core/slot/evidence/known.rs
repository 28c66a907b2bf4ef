//! Looks names up in the tables.

use super::outline::NamedThings;
use super::products;
use super::tables::{names, programs};

/// What is said of a file that holds a key of S3.
pub(super) const FILE: &str = "a file with keys of S3";

/// Whether `name` is `known`, in any case and without `-`, `_`, `.` and spaces.
pub(super) fn is(name: &[u8], known: &str) -> bool {
    let mut known = known.as_bytes();
    let mut name = name;
    loop {
        (name, known) = (next(name), next(known));
        match (name, known) {
            ([], []) => return true,
            // What it stands for ends where the rest is the rest of the name.
            (_, [b'*', rest @ ..]) => return rest.is_empty() || ends_as(name, rest),
            ([a, rest @ ..], [b, other @ ..]) if a.eq_ignore_ascii_case(b) => {
                (name, known) = (rest, other);
            }
            _ => return false,
        }
    }
}

/// `text` from the next byte on that counts.
fn next(text: &[u8]) -> &[u8] {
    let skipped = text.iter().take_while(|b| b"-_. ".contains(b)).count();
    &text[skipped..]
}

fn ends_as(name: &[u8], end: &[u8]) -> bool {
    let text = |text: &[u8]| -> Vec<u8> {
        let kept = text.iter().filter(|b| !b"-_. ".contains(b));
        kept.map(u8::to_ascii_lowercase).collect()
    };
    text(name).ends_with(&text(end))
}

/// The name of `table` that `name` is, or that the end of its path is.
pub(super) fn find(name: &[u8], table: &[&'static str]) -> Option<&'static str> {
    if name.len() > 96 {
        return None;
    }
    let whole = |name: &[u8]| {
        let first = next(name).first().map(u8::to_ascii_lowercase);
        let begins = |known: &str| known.bytes().find(|b| !b"-_. ".contains(b));
        let has_first = |known: &&&str| begins(known).map(|b| b.to_ascii_lowercase()) == first;
        table.iter().filter(has_first).find(|known| is(name, known)).copied()
    };
    let found = whole(name);
    // Most names are no paths.
    let is_path = || name.windows(2).any(|pair| pair[0] == b'.' || pair == b"__" || pair == b"::");
    if found.is_some() || !is_path() { found } else { ends_of(name).find_map(whole) }
}

/// The ends of a path, after each `.`, `__` and `::`.
fn ends_of(name: &[u8]) -> impl Iterator<Item = &[u8]> {
    (1..name.len()).filter_map(move |at| {
        let (before, after) = name.split_at(at);
        let is_end = before.ends_with(b".") || before.ends_with(b"__") || before.ends_with(b"::");
        is_end.then_some(after)
    })
}

/// The name that only a key of S3 has, if `name` is one.
pub(super) fn key(name: &[u8]) -> Option<&'static str> {
    find(name, &names::OF_KEYS)
}

/// Whether `name` is one for the first half of a key, or for the second, of whatever product.
pub(super) fn half(name: &[u8]) -> (bool, bool) {
    (find(name, &names::ACCESS).is_some(), find(name, &names::SECRET).is_some())
}

/// Whether `name` is a shorter one for either half.
pub(super) fn is_short(name: &[u8]) -> bool {
    let mut short = names::SHORT_ACCESS.iter().chain(&names::SHORT_SECRET);
    short.any(|known| is(name, known))
}

/// The word of another secret's name that `name` has.
pub(super) fn other_secret(name: &[u8]) -> Option<&'static str> {
    let near = &name[..name.len().min(96)];
    let is_word = |word: &[u8], known: &str| known.as_bytes().eq_ignore_ascii_case(word);
    find(name, &names::OF_OTHER_SECRETS).or_else(|| {
        products::words(near).find_map(|word| {
            names::OTHER_SECRET_WORDS.iter().copied().find(|known| is_word(word, known))
        })
    })
}

/// Whether the value of `name` says what a mapping is for.
pub(super) fn is_kind(name: &[u8]) -> bool {
    names::KINDS.iter().any(|known| is(name, known))
}

/// Whether `text` ends with the path of a file that holds a key of S3.
pub(super) fn is_file(text: &[u8]) -> bool {
    let text = &text[text.len().saturating_sub(64)..];
    // Names of such files end with these letters, or have a region behind them.
    if !text.ends_with(b"s") && !text.ends_with(b"f") && !contains(text, b".s3cfg") {
        return false;
    }
    names::OF_FILES.iter().any(|file| {
        let file = file.as_bytes();
        let is_end = |file: &[u8]| {
            text.strip_suffix(file).is_some_and(|before| {
                before.last().is_none_or(|b| !b.is_ascii_alphanumeric() && !b"-_.".contains(b))
            })
        };
        match file.strip_suffix(b"*") {
            Some(start) => {
                let word = text.rsplit(|b| b"/\\ \t\"'=".contains(b)).next().unwrap_or_default();
                word.starts_with(start)
            }
            None => is_end(file),
        }
    })
}

/// Notes what `name` is. `is_variable` says that it is the value of a variable of that name.
pub(super) fn note(name: &[u8], is_variable: bool, facts: &mut NamedThings) {
    if name.len() > 96 || (name.len() < 3 && !name.starts_with(b"-")) {
        return;
    }
    let (access, secret) = half(name);
    let is_key = key(name);
    let has_secret = is_key.is_some_and(|key| contains(&lower(key.as_bytes()), b"secret"));
    facts.access |= access || (is_key.is_some() && !has_secret);
    facts.secret |= secret || has_secret;
    let is_one = |table: &[&str]| table.iter().any(|known| is(name, known));
    facts.short_access |= is_one(&names::SHORT_ACCESS);
    facts.short_secret |= is_one(&names::SHORT_SECRET);
    facts.bucket |= is_one(&names::OF_BUCKETS);
    if is_key.is_none() && facts.other_secret.is_none() {
        facts.other_secret = find(name, &names::OF_OTHER_SECRETS);
    }
    if let Some(known) = find(name, &names::OF_KEYSTONE) {
        facts.openstack = Some(known);
        facts.known = if is_variable { Some(known) } else { facts.known };
    }
    facts.library = facts.library.or_else(|| products::library(name));
    facts.openstack = facts.openstack.or_else(|| products::of_openstack(name));
    facts.service |= products::is_service(name);
    facts.about_others |=
        programs::ABOUT_OTHERS.iter().any(|word| word.as_bytes().eq_ignore_ascii_case(name));
}

/// Whether `text` ends with `end`, which is in lower case, in any case.
pub(super) fn ends(text: &[u8], end: &[u8]) -> bool {
    text.len() >= end.len() && text[text.len() - end.len()..].eq_ignore_ascii_case(end)
}

/// The small letters and digits of a name.
pub(super) fn lower(name: &[u8]) -> Vec<u8> {
    let name = &name[..name.len().min(97)];
    let kept = name.iter().filter(|b| b.is_ascii_alphanumeric());
    kept.map(u8::to_ascii_lowercase).collect()
}

/// Whether `part` stands in `text`.
pub(super) fn contains(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_whole() {
        for name in [
            "AWS_SECRET_ACCESS_KEY",
            "aws_secret_access_key",
            "awsSecretAccessKey",
            "--s3-secret-key",
            "fs.s3a.secret.key",
            "spark.hadoop.fs.s3a.secret.key",
            "fs.s3n.awsAccessKeyId",
            "RCLONE_CONFIG_KNA1_SECRET_ACCESS_KEY",
            "persistence.s3.accessKey",
            "repo2-s3-key-secret",
            "AWS Secret Access Key",
            "GITEA__storage__S3_ACCESS_KEY",
        ] {
            assert!(key(name.as_bytes()).is_some(), "{name}");
        }
        for name in [
            "AZURE_STORAGE_ACCESS_KEY",
            "MY_AWS_SECRET_ACCESS_KEY",
            "AWS_SECRET_ACCESS_KEY_OLD",
            "SECRET_KEY",
            "secretkey",
            "ssh",
            "",
        ] {
            assert_eq!(key(name.as_bytes()), None, "{name}");
        }
        assert_eq!(half(b"storage.accessKey"), (true, false));
        assert_eq!(half(b"secret-access-key"), (false, true));
        assert_eq!(half(b"AZURE_STORAGE_ACCESS_KEY"), (false, false));
    }

    #[test]
    fn files_with_keys() {
        for file in ["> ~/.passwd-s3fs", "~/.aws/credentials", "-c ~/.s3cfg-aur1", ".s3cfg"] {
            assert!(is_file(file.as_bytes()), "{file}");
        }
        assert!(!is_file(b"my.s3cfg.txt") && !is_file(b"credentials"));
    }
}
