//! Whole pages, read as their readers see them.

use keyfill::core::slot::{Certainty, Code, Language, Prose, Setting};

use super::{judged, said};

/// Each slot of a page, with its certainty: blocks in fences, spans in backticks.
pub(super) fn page(text: &str) -> Vec<(String, Certainty)> {
    let mut all = Vec::new();
    let mut fence: Option<(&str, usize, String)> = None;
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        let is_fence = line.trim_start().starts_with("```");
        match fence.take() {
            None if is_fence => {
                let language = line.trim().trim_start_matches('`');
                fence = Some((language, indent, String::new()));
            }
            None => all.extend(spans(line)),
            Some((language, _, block)) if is_fence => {
                let code = Code::block(&block, Language::of(language));
                all.extend(judged(&code).into_iter().map(|(slot, c)| (slot.to_owned(), c)));
            }
            Some((language, indent, block)) => {
                let line = line.get(indent..).unwrap_or_default();
                fence = Some((language, indent, block + line + "\n"));
            }
        }
    }
    all
}

fn spans(line: &str) -> Vec<(String, Certainty)> {
    let parts: Vec<&str> = line.split('`').collect();
    let mut all = Vec::new();
    for at in (1..parts.len()).step_by(2) {
        let (before, after) = (parts[..at].concat(), parts[at + 1..].concat());
        let prose = Prose { before: &before, after: &after, setting: Setting::Text };
        let code = Code { prose: Some(prose), ..Code::block(parts[at], Language::Unknown) };
        all.extend(judged(&code).into_iter().map(|(slot, c)| (slot.to_owned(), c)));
    }
    all
}

/// Each slot of the page in `path` with what it is.
fn words(path: &str) -> Vec<(String, &'static str, String)> {
    let text = std::fs::read_to_string(path).unwrap();
    let slots = page(&text).into_iter();
    let all: Vec<_> = slots.map(|(slot, c)| (slot, said(c).0, said(c).1)).collect();
    assert!(!all.is_empty(), "{path}");
    all
}

#[test]
fn names_of_other_things_are_not_filled() {
    let all = words("tests/fixtures/certainty/not-ours.md");
    assert_eq!(all.len(), 16);
    for (slot, word, reason) in all {
        // An id or an access key may be looked at; a secret is not offered.
        let may_press = matches!(slot.as_str(), "<access-key>" | "<project_id>" | "<project-id>");
        assert!(word == "no" || (word == "press" && may_press), "{slot}: {reason}");
    }
}

#[test]
fn other_stores_get_no_keys() {
    let all = words("tests/fixtures/certainty/other-stores.md");
    assert_eq!(all.len(), 11);
    let (ours, others) = all.split_at(9);
    for (slot, word, reason) in ours {
        assert_eq!(*word, "no", "{slot}: {reason}");
    }
    for (slot, word, reason) in others {
        assert_eq!(*word, "Fra1", "{slot}: {reason}");
    }
}

#[test]
fn pages_for_this_store_are_filled() {
    for path in
        ["tests/fixtures/certainty/ours.md", "docs/objects.md", "tests/fixtures/certainty/seed.md"]
    {
        for (slot, word, reason) in words(path) {
            assert_eq!(word, "yes", "{path}: {slot}: {reason}");
        }
    }
    for (slot, word, reason) in words("docs/s3.md") {
        // Their author leaves them alone, and they stand in a sentence.
        let in_a_sentence = reason == "Unsure(Sentence)";
        assert!(word == "yes" || in_a_sentence, "{slot}: {reason}");
    }
}
