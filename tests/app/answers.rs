//! What readers may see after the test of a key. `tests/clients/test_answers.py` produces it.

use keyfill::core::text::answers;

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
    let wanted: Vec<String> =
        answers().iter().map(|answer| format!("| {} | {} |", answer.sees, answer.means)).collect();
    assert_eq!(rows, wanted);
}

#[test]
fn no_answer_can_be_taken_for_another() {
    let words =
        answers().iter().flat_map(|answer| answer.sees.split(", ").map(move |w| (answer, w)));
    for (answer, word) in words {
        for other in answers().iter().filter(|other| *other != answer) {
            let is_in = |text: &str| text.to_lowercase().contains(&word.to_lowercase());
            assert!(!other.sees.split(", ").any(is_in), "{word}: {other:?}");
        }
    }
}

#[test]
fn answers_are_sentences() {
    for answer in answers() {
        let (first, last) = (answer.means.chars().next().unwrap(), answer.means.chars().last());
        assert!(first.is_uppercase() && last == Some('.'), "{answer:?}");
        assert!(!answer.means.contains("  ") && answer.means.len() < 280, "{answer:?}");
    }
}
