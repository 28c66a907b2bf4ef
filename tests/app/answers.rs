//! What readers may see after the test of a key. `tests/clients/test_answers.py` produces it.

use keyfill::core::text::{Answer, Sees, answers};

/// What a reader finds, as text.
fn sees(answer: &Answer) -> &'static str {
    match answer.sees {
        Sees::Words(words) => words.english().1,
        Sees::Output(output) => output,
    }
}

#[test]
fn the_readers_guide_has_the_same_answers() {
    let guide = std::fs::read_to_string("docs/readers.md").unwrap();
    let (_, section) = guide.split_once("\n## Test a key\n").unwrap();
    let (section, _) = section.split_once("\n## ").unwrap();
    let rows: Vec<String> = section
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| You see |"))
        .map(|line| line.replace('`', ""))
        .collect();
    let row = |answer: &Answer| format!("| {} | {} |", sees(answer), answer.means.english().1);
    let wanted: Vec<String> = answers().iter().map(row).collect();
    assert_eq!(rows, wanted);
}

#[test]
fn no_answer_can_be_taken_for_another() {
    let words =
        answers().iter().flat_map(|answer| sees(answer).split(", ").map(move |w| (answer, w)));
    for (answer, word) in words {
        for other in answers().iter().filter(|other| *other != answer) {
            let is_in = |text: &str| text.to_lowercase().contains(&word.to_lowercase());
            assert!(!sees(other).split(", ").any(is_in), "{word}: {other:?}");
        }
    }
}

#[test]
fn answers_are_sentences() {
    for answer in answers() {
        let means = answer.means.english().1;
        let (first, last) = (means.chars().next().unwrap(), means.chars().last());
        assert!(first.is_uppercase() && last == Some('.'), "{answer:?}");
        assert!(!means.contains("  ") && means.len() < 280, "{answer:?}");
    }
}
