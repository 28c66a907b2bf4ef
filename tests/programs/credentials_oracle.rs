//! Random credentials files, changed by what readers copy, and read by Python's parser.

use std::process::Command;

use keyfill::core::snippet::Form;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;

use crate::oracle::{Tools, directory, run, scripted};
use crate::random::cases;
use crate::samples::{Known, PROFILE, case};

/// Lines that files have, and some that no file should have.
const LINES: [&str; 44] = [
    "[aur1]",
    "[aur1]",
    "[aur1]# old",
    "[aur1] ; old",
    "[work]",
    "[home]",
    "[default]",
    "[DEFAULT]",
    "[profile aur1]",
    "[Aur1]",
    "aws_access_key_id = A",
    "aws_secret_access_key=b",
    "aws_session_token = t==",
    "region : x",
    "output = json",
    "s3 =",
    "  addressing_style = path",
    "  nested = [aur1]",
    "k = v ; [aur1]",
    "l = a = b",
    "m =",
    "# mine",
    "# mine",
    "; mine [work]",
    "  # mine",
    "",
    "",
    "  ",
    "\t",
    "[ aur1 ]",
    "[aur1 ]",
    "[aur1]x]",
    "  [aur1]",
    "\t[work]",
    "[aur1",
    "[]",
    "AWS_ACCESS_KEY_ID = B",
    "hello",
    "= v",
    "\u{e9} = x",
    "\u{a0}[aur1]",
    "\u{c}[aur1]",
    "k = a\r[aur1]",
    "\u{feff}[aur1]",
];

fn file() -> impl Strategy<Value = String> {
    // Most files have good lines alone, else nothing would be written.
    let good = vec(select(&LINES[..29]), 0..12);
    let every = vec(select(&LINES[..]), 0..8);
    let lines = prop_oneof![4 => good, 1 => every];
    (lines, select(&["\n", "\n", "\r\n"][..]), any::<bool>()).prop_map(|(lines, end, ends)| {
        // A setting has a section: what has none is among the others.
        let first = lines.first().is_none_or(|line| line.starts_with(['[', '#', ';']));
        let lines = if first { lines } else { [vec!["[first]"], lines].concat() };
        let text = lines.join(end);
        if ends && !text.is_empty() { text + end } else { text }
    })
}

#[test]
fn whatever_is_in_the_file_it_is_understood_or_left_alone() {
    let tools = Tools::all();
    let step = case("boto3", Some(Form::Quick), Known::All).steps.remove(0);
    let script = step.snippet.copied();
    let shells: Vec<_> = scripted().collect();
    let mut done = Vec::new();
    for (at, before) in cases(file(), 80).into_iter().enumerate() {
        let home = directory();
        let file = home.path().join("credentials");
        std::fs::write(&file, &before).unwrap();
        let mut command = shells[at % shells.len()].script(script.expose());
        command.env("PATH", tools[at / shells.len() % tools.len()].path());
        command.env("HOME", home.path()).env("AWS_SHARED_CREDENTIALS_FILE", &file);
        let ok = command.output().unwrap().status.success();
        let after = std::fs::read_to_string(&file).unwrap();
        done.push(json!({"before": before, "after": after, "ok": ok, "section": PROFILE}));
    }
    let written = done.iter().filter(|file| file["ok"] == true).count();
    assert!(written * 4 > done.len() && written * 10 < done.len() * 9, "{written}");
    let oracle = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/programs/credentials_oracle.py");
    let said = run(Command::new("python3").arg(oracle), &serde_json::Value::from(done).to_string());
    assert_eq!(said, "");
}
