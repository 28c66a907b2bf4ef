//! Random commands with random values in their slots.

use std::process::Command;

use keyfill::core::slot::Language;
use proptest::prelude::*;

use super::filled::{Filled, filled, some, value};
use crate::oracle::{directory, expect_empty, run, scripted};
use crate::random::cases;

/// Pieces of commands. None of them can do any harm, and there are no programs.
const PIECES: &[&str] = &[
    "<v>",
    "<v>",
    "<p>",
    "<v>",
    "'<v>'",
    "\"<v>\"",
    "a",
    "b",
    " ",
    " ",
    "/",
    "=",
    ":",
    "-",
    ".",
    "'",
    "\"",
    "\\",
    "\\\"",
    "\\'",
    "$x",
    "${x}",
    "\"$x\"",
    "$",
    "$(printf %s ",
    ")",
    "\"$(printf %s ",
    ")\"",
    "`",
    "`printf %s ",
    " #",
    "#",
    "\n",
    "; printf %s ",
    "{",
    "}",
    ",",
    "!",
    "~",
    "${no:-",
    "${x#",
    "x=",
    "(",
    "<<END\n",
    "\nEND\n",
    "<<'E'\n",
    "\nE\n",
    "\\\n",
    "$'",
    "$((",
    "))",
    "é",
    "$x:",
    "[",
    "]",
    "*",
    " case ",
    " in ",
    " esac ",
    "''",
    "\"\"",
];

/// Runs each of the scripts by itself, and prints what it printed and how it ended.
const EACH: &str = "PATH=/nowhere; for script; do x=X IFS=; set -f
(set --; eval \"$script\") 2>/dev/null; printf '\\001%s\\002' \"$?\"; done";

#[test]
fn random_commands_are_read_alike_with_any_values() {
    let template = some(PIECES, 12).prop_map(|pieces| format!("printf '[%s]' {pieces}"));
    let cases: Vec<Filled> = cases((template, prop::collection::vec(value(), 1..4)), 9000)
        .into_iter()
        .map(|(template, values)| {
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            filled(&template, Language::Posix, &values)
        })
        .filter(|case| !case.values.is_empty() && !is_assigned(&case.twin))
        .collect();
    assert!(cases.len() > 1200, "{}", cases.len());
    for shell in scripted() {
        compare(shell.program, &cases, |scripts| {
            let mut command = shell.script(EACH);
            // What stands before the scripts is the name of the first.
            command.arg(shell.program).args(scripts);
            command
        });
    }
}

/// Whether a word stands where a variable gets its name, which no value can be.
fn is_assigned(twin: &str) -> bool {
    twin.match_indices("wQ").any(|(at, _)| {
        let rest = twin[at..].trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_');
        rest.starts_with('=') || rest.starts_with("+=") || rest.starts_with('[')
    })
}

/// Compares what a shell makes of the cases and of their twins.
pub fn compare(shell: &str, cases: &[Filled], command: impl Fn(&[&String]) -> Command) {
    let directory = directory();
    let (mut proven, mut failed) = (0, vec![]);
    for cases in cases.chunks(500) {
        let scripts = cases.iter().flat_map(|case| [&case.twin, &case.text]);
        let mut command = command(&scripts.collect::<Vec<_>>());
        command.current_dir(&directory);
        let read = run(&mut command, "");
        let read: Vec<&str> = read.split_terminator('\u{2}').collect();
        assert_eq!(read.len(), 2 * cases.len(), "{shell}");
        for (case, read) in cases.iter().zip(read.chunks(2)) {
            // A twin that fails says nothing.
            if read[0].ends_with("\u{1}0") {
                proven += usize::from(case.values.iter().any(|(word, _)| read[0].contains(word)));
                if case.expected(read[0]) != read[1] {
                    failed.push((case.clone(), read[0].to_owned(), read[1].to_owned()));
                }
            }
        }
    }
    println!("{shell}: {} runs, {proven} of which show a value", 2 * cases.len());
    failed.sort_by_key(|(case, ..)| case.text.len());
    assert!(
        failed.is_empty(),
        "{shell}: {} failed: {:#?}",
        failed.len(),
        &failed[..failed.len().min(4)]
    );
    assert!(proven > cases.len() / 8, "{shell}: only {proven} of {}", cases.len());
    expect_empty(directory.path(), shell);
}
