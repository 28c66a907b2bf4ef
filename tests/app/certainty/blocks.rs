//! Blocks, and what is sure in them: the cases of `tests/fixtures/certainty/blocks`.
//!
//! A case begins with `=== LANGUAGE: WORDS`, and has a word for each slot in it: `yes` for one that
//! is filled in, `press` for one that is on request, `Fra1` for one that is for that region, `no`
//! for one that is left alone. `-` is no language. In `author.txt` the author is sure.

use std::fmt::Write;
use std::path::Path;

use keyfill::core::slot::{Code, Language};

use super::{judged, said};

/// Each case of a file: its language, its words and its text.
fn cases(file: &str) -> Vec<(&str, &str, &str)> {
    let mut cases = Vec::new();
    for case in file.split("\n=== ").skip(1) {
        let (head, text) = case.split_once('\n').unwrap();
        let (language, words) = head.split_once(": ").unwrap();
        cases.push((language, words, text));
    }
    cases
}

fn check(path: &Path) -> usize {
    let file = std::fs::read_to_string(path).unwrap();
    let is_sure = path.file_name().is_some_and(|name| name == "author.txt");
    let mut wrong = String::new();
    let cases = cases(&file);
    for (language, expected, text) in &cases {
        let language_of = Language::of(language);
        let code =
            if is_sure { Code::sure(text, language_of) } else { Code::block(text, language_of) };
        let all = judged(&code);
        let words: Vec<&str> = all.iter().map(|(_, certainty)| said(*certainty).0).collect();
        let words = words.join(" ");
        if words != *expected {
            writeln!(wrong, "=== {language}: {expected}\n{text}\n  but is: {words}").unwrap();
            for (slot, certainty) in all {
                writeln!(wrong, "  {slot} {}", said(certainty).1).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{}:\n{wrong}", path.display());
    cases.len()
}

#[test]
fn each_slot_is_as_sure_as_it_should_be() {
    let mut all = 0;
    for entry in std::fs::read_dir("tests/fixtures/certainty/blocks").unwrap() {
        all += check(&entry.unwrap().path());
    }
    assert!(all > 0);
}
