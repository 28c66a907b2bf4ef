//! Rules that the page and the plugin both need.
//!
//! Those that are data are handed over in `static.json`: `data.rs`. Those that both must compute
//! have cases in `tests/rules`, one file for each, which the plugin's `test_rules.py` reads as
//! well: some are written by hand, thousands are generated, and this program gives their answers.
//! `KEYFILL_BLESS=1 cargo test --test app rules::` writes the generated ones anew.

mod answers;
mod data;
mod generated;

use std::fmt::Write as _;

use generated::Chance;
use serde_json::{Value, json};

pub use data::{all, named};

/// A rule: what it makes of the input of a case, and how such inputs are generated.
struct Rule {
    name: &'static str,
    answer: fn(&Value) -> Value,
    generate: fn(&mut Chance) -> Value,
    count: usize,
}

const RULES: [Rule; 8] = [
    Rule { name: "addresses", answer: answers::addresses, generate: generated::site, count: 200 },
    Rule { name: "brackets", answer: answers::brackets, generate: generated::code, count: 500 },
    Rule {
        name: "destinations",
        answer: answers::destinations,
        generate: generated::places,
        count: 60,
    },
    Rule { name: "marks", answer: answers::marks, generate: generated::mark, count: 500 },
    Rule { name: "names", answer: answers::names, generate: generated::name, count: 900 },
    Rule { name: "profiles", answer: answers::profiles, generate: generated::region, count: 500 },
    Rule { name: "sessions", answer: answers::sessions, generate: generated::session, count: 400 },
    Rule { name: "urls", answer: answers::urls, generate: generated::url, count: 900 },
];

#[test]
fn each_case_has_the_answer_of_its_rule() {
    for rule in &RULES {
        let path = format!("tests/rules/{}.json", rule.name);
        let written = std::fs::read_to_string(&path).unwrap();
        let cases: Value = serde_json::from_str(&written).unwrap();
        let by_hand = cases["by_hand"].as_array().unwrap();
        for case in by_hand {
            assert_eq!((rule.answer)(&case[0]), case[1], "{path}: {}", case[0]);
        }
        let made = file(by_hand, &made(rule));
        if std::env::var_os("KEYFILL_BLESS").is_some() {
            std::fs::write(&path, &made).unwrap();
        } else {
            let command = "KEYFILL_BLESS=1 cargo test --test app rules::";
            assert!(made == written, "{path} is not what is generated: run {command}");
        }
    }
}

#[test]
fn each_file_of_cases_is_that_of_a_rule() {
    let mut names: Vec<_> = std::fs::read_dir("tests/rules")
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort_unstable();
    assert_eq!(names, RULES.map(|rule| format!("{}.json", rule.name)));
}

/// The generated cases of a rule: the same ones in each run.
fn made(rule: &Rule) -> Vec<Value> {
    let mut chance = Chance::of(rule.name);
    let mut cases: Vec<Value> = Vec::new();
    while cases.len() < rule.count {
        let input = (rule.generate)(&mut chance);
        if cases.iter().all(|case| case[0] != input) {
            let answer = (rule.answer)(&input);
            cases.push(json!([input, answer]));
        }
    }
    cases
}

/// A file with a case in each line.
fn file(by_hand: &[Value], generated: &[Value]) -> String {
    let lines =
        |cases: &[Value]| cases.iter().map(Value::to_string).collect::<Vec<_>>().join(",\n");
    let mut text = String::new();
    let (by_hand, generated) = (lines(by_hand), lines(generated));
    writeln!(text, "{{\n\"by_hand\": [\n{by_hand}\n],\n\"generated\": [\n{generated}\n]\n}}")
        .unwrap();
    text
}
