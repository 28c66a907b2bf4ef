//! The table of the authors' guide says what happens to each example.

use keyfill::core::slot::{Code, Language};

use super::{judged, said};

const HEAD: &str = "| Language | You write | What happens |\n|---|---|---|\n";

#[test]
fn each_example_is_what_happens() {
    let guide = std::fs::read_to_string("docs/slots.md").unwrap();
    let table = guide.split(HEAD).nth(1).unwrap();
    let mut rows = 0;
    for row in table.lines().take_while(|line| line.starts_with("| ")) {
        let cells: Vec<&str> = row.trim_matches(['|', ' ']).split(" | ").collect();
        let [language, written, happens] = cells[..] else { unreachable!("{row}") };
        let expected = match happens.split(':').next().unwrap() {
            "filled in" => "yes",
            "on request" => "press",
            "left alone" => "no",
            _ => unreachable!("{row}"),
        };
        let code = Code::block(written.trim_matches('`'), Language::of(language));
        let all = judged(&code);
        assert!(!all.is_empty(), "{row}");
        for (slot, certainty) in all {
            assert_eq!(said(certainty).0, expected, "{row}: {slot} {certainty:?}");
        }
        rows += 1;
    }
    assert!(rows > 0);
}
