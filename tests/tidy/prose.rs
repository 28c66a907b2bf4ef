//! Paths and names of code that stand in prose are there: in the documents for those who change
//! Keyfill, and in comments.

use std::collections::BTreeSet;

use crate::{File, check, files};

/// The documents that name code. Those in `docs` name what users have.
const DOCUMENTS: [&str; 3] = ["ARCHITECTURE.md", "CONTRIBUTING.md", "docs/decisions.md"];
/// Where a path in them may begin.
const ROOTS: [&str; 7] = [
    "",
    "src/",
    "src/core/",
    "src/core/update/",
    "tests/",
    "www/",
    "mkdocs-plugin/src/mkdocs_keyfill/",
];
/// What is made, or stands for any name.
const NO_PATHS: [&str; 9] =
    ["app.js", "target/", "assets/", "HASH", "NAME", "PART", "~", "*", "mkdocs-plugin/dist"];
/// How the name of a file of ours ends.
const ENDINGS: [&str; 8] = [".rs", ".py", ".js", ".css", ".sh", ".json", ".toml", "/"];
/// Names of others, which no source here has.
const OF_OTHERS: [&str; 2] = ["textContent", "innerText"];

#[test]
fn paths_in_prose_are_there() {
    let known = known(&files());
    check(
        |f| DOCUMENTS.contains(&&*f.path) || f.has_extension(&["rs", "py", "js"]),
        |f| {
            let lines = f.text.lines().enumerate().filter(|(_, line)| is_prose(f, line));
            lines
                .flat_map(|(at, line)| quoted(line).map(move |word| (at, word)))
                .filter(|(_, word)| looks_like_a_path(word) && !is_there(word, f, &known))
                .map(|(at, word)| format!("{}:{}: there is no {word}", f.path, at + 1))
                .collect()
        },
    );
}

#[test]
fn names_in_documents_are_there() {
    let source = |f: &&File| f.has_extension(&["rs", "py", "js", "mjs", "toml", "sh", "css"]);
    let all = files();
    let words: BTreeSet<&str> = all
        .iter()
        .filter(source)
        .flat_map(|f| f.text.split(|c: char| !c.is_alphanumeric() && c != '_'))
        .collect();
    check(
        |f| DOCUMENTS.contains(&&*f.path),
        |f| {
            let lines = f.text.lines().enumerate();
            lines
                .flat_map(|(at, line)| quoted(line).map(move |word| (at, word)))
                .filter(|(_, word)| is_a_name(word) && !OF_OTHERS.contains(word))
                .filter(|(_, word)| !word.split("::").all(|part| words.contains(part)))
                .map(|(at, word)| format!("{}:{}: nothing is called {word}", f.path, at + 1))
                .collect()
        },
    );
}

/// A line of a document, or a comment.
fn is_prose(file: &File, line: &str) -> bool {
    file.has_extension(&["md"])
        || ["//", "///", "//!", "#"].contains(&line.trim().split(' ').next().unwrap_or_default())
}

/// What stands between backticks.
fn quoted(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

fn looks_like_a_path(word: &str) -> bool {
    let is_plain = word.chars().all(|c| c.is_ascii_alphanumeric() || "_-./".contains(c));
    let has_ending = ENDINGS.iter().any(|ending| word.ends_with(ending) && word != *ending);
    let begins_well =
        ["src/", "tests/", "www/", "core/", "edge/", "view/"].iter().any(|r| word.starts_with(r));
    is_plain
        && (has_ending && !word.starts_with(['.', '/']) || begins_well)
        && !NO_PATHS.iter().any(|part| word.contains(part))
}

fn is_a_name(word: &str) -> bool {
    let is_plain = word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == ':');
    let is_rust = word.contains("::") || word.contains('_') || word.contains(char::is_uppercase);
    is_plain
        && is_rust
        && word.len() > 2
        && !word.chars().all(|c| c.is_ascii_uppercase() || c == '_')
}

/// Every path there is, also of folders, and without folders.
fn known(files: &[File]) -> BTreeSet<String> {
    let mut known = BTreeSet::new();
    for file in files {
        let parts: Vec<&str> = file.path.split('/').collect();
        for end in 1..=parts.len() {
            known.insert(parts[..end].join("/"));
        }
        known.insert(parts[parts.len() - 1].to_owned());
    }
    known
}

fn is_there(word: &str, file: &File, known: &BTreeSet<String>) -> bool {
    let word = word.trim_end_matches('/');
    let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let beside = [folder, "/", word].concat();
    let within = ["/", word].concat();
    ROOTS.iter().any(|root| known.contains(&[root, word].concat()))
        || known.contains(&beside)
        || known.iter().any(|path| path.ends_with(&within))
}
