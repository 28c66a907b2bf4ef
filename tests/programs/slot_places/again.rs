//! What is read a second time, by the programs that do it: nothing of a value may run, and it
//! arrives as it is or stays a placeholder.
//!
//! Everything runs without rights, in a directory of its own in which a file that appears is a
//! failure.

use std::process::Command;

use keyfill::core::slot::{Cloud, Code, Language, Slots, Value, Why, find};
use proptest::prelude::*;

use super::filled::{Filled, filled, value};
use super::readers::{AGAIN, AROUND, MEANING, READERS, RUNNING};
use crate::confined::Run;
use crate::oracle::{INTERACTIVE, output, scripted};
use crate::random::{cases, times};

/// Runs each of the scripts by itself, and prints what it printed and how it ended.
const EACH: &str = "for script; do
(set --; eval \"$script\") 2>/dev/null </dev/null; printf '\\001%s\\002' \"$?\"; done";

#[test]
fn nothing_that_is_read_again_runs() {
    let templates = READERS.iter().flat_map(|reader| AROUND.map(|slot| reader.replace('@', slot)));
    let values: Vec<&str> = RUNNING.into_iter().chain(MEANING).collect();
    let filled_in = templates.flat_map(|template| {
        let fill = |value: &&str| filled(&template, Language::Posix, &[value]);
        values.iter().map(fill).collect::<Vec<_>>()
    });
    // All of them are for the soak.
    let every = 13 / times().min(13);
    let written: Vec<Filled> =
        filled_in.step_by(every).filter(|case| !case.values.is_empty()).collect();
    assert!(written.len() > 200, "{}", written.len());
    evaluate_in_all(&written);
    let pasted: Vec<&Filled> = written.iter().step_by(6).collect();
    paste(&pasted);
}

/// Commands with what reads again, and what does not.
fn command() -> impl Strategy<Value = String> {
    let before = prop::sample::select(&[
        "",
        "",
        "",
        "# its <v>\n",
        "# it's\n",
        "y='<v>'; ",
        "y=<p>\n",
        "y=\"<v>\" z=<v>\n",
        "export OS_X=\"<v>\"\n",
        "if true; then ",
        "sudo ",
        "(",
        "{ ",
        "x=$(",
        "declare -i y=<n>\n",
    ]);
    let reader = prop_oneof![
        prop::sample::select(READERS).prop_map(str::to_owned),
        prop::collection::vec(
            prop::sample::select(&[
                "openstack",
                "openstack server show",
                "@",
                "@",
                "@",
                "-x",
                "--name @",
                "--name=@",
                "printf '%s'",
                "echo",
                "cat",
                "'a @'",
                "\"a @\"",
                "\"$y\"",
                "$y",
                "\"${y}\"",
                "'{\"a\": \"@\"}'",
                "$((<n>))",
                "2>/dev/null",
                "</dev/null",
                "a@",
                "ls -l",
                "find",
            ]),
            1..5,
        )
        .prop_map(|words| words.join(" ")),
    ];
    let after = prop::sample::select(&[
        "",
        "",
        "",
        " | cat",
        " | sh",
        " | sed s/ZQZ/ZZ/",
        " && openstack @",
        "; openstack \"$y\"",
        "\nopenstack @",
        "\neval \"$y\"",
        " # it's",
        " # a @",
        "; fi",
        ")",
        "; }",
        " >/dev/null",
        "; } | sh",
        ") | cat",
        " || eval @",
        "\nopenstack $y",
    ]);
    let slot =
        prop::sample::select(&["<v>", "'<v>'", "\"<v>\"", "a<v>", "<p>", "x/<p>", "\"a/<v>\""]);
    (before, reader, after, slot).prop_map(|(before, reader, after, slot)| {
        [before, &reader, after].concat().replace('@', slot)
    })
}

/// A value that may run something, or mean something.
pub fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => value(),
        1 => prop::sample::select(&RUNNING[..]).prop_map(String::from),
        2 => prop::sample::select(&MEANING[..]).prop_map(String::from),
    ]
}

#[test]
fn random_commands_run_nothing_of_a_value() {
    let count = 1_200;
    let random = cases((command(), prop::collection::vec(hostile(), 1..4)), count);
    let random: Vec<Filled> = random
        .into_iter()
        .map(|(template, values)| {
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            filled(&template, Language::Posix, &values)
        })
        .filter(|case| !case.values.is_empty())
        .collect();
    evaluate_in_all(&random);
    // Each of them is a zsh of its own.
    let pasted: Vec<&Filled> = random.iter().step_by(6).collect();
    paste(&pasted);
}

/// Runs the cases and their twins in the shells that scripts are for.
fn evaluate_in_all(cases: &[Filled]) {
    for shell in scripted() {
        evaluate(shell.program, cases, |scripts| {
            let mut command = shell.script(EACH);
            // What stands before the scripts is the name of the first.
            command.arg(shell.program).args(scripts);
            command
        });
    }
}

/// Runs the cases and their twins, by a command that runs each of some scripts.
pub fn evaluate(shell: &str, cases: &[Filled], command: impl Fn(&[&String]) -> Command) {
    let place = Run::new(&AGAIN);
    let mut results = Results::default();
    for cases in cases.chunks(200) {
        let scripts: Vec<&String> =
            cases.iter().flat_map(|case| [&case.twin, &case.text]).collect();
        let mut all = command(&scripts);
        place.confine(&mut all);
        let read = output(&mut all, "");
        let read: Vec<&str> = read.split_terminator('\u{2}').collect();
        assert!(
            place.is_empty(),
            "{shell}: it made {:?}: {:#?}",
            place.names(),
            culprit(cases, &command)
        );
        assert_eq!(read.len(), 2 * cases.len(), "{shell}");
        for (case, read) in cases.iter().zip(read.chunks(2)) {
            results.add(case, read[0], read[1]);
        }
    }
    results.end(shell, 16);
}

/// The first of the cases that makes a file by itself.
fn culprit<'a>(
    cases: &'a [Filled],
    command: &impl Fn(&[&String]) -> Command,
) -> Option<&'a Filled> {
    cases.iter().find(|case| {
        let place = Run::new(&AGAIN);
        let mut command = command(&[&case.twin, &case.text]);
        place.confine(&mut command);
        output(&mut command, "");
        !place.is_empty()
    })
}

/// Pastes each case into an interactive zsh of its own, which has its default options.
fn paste(cases: &[&Filled]) {
    let (zsh, _) = INTERACTIVE[2];
    if !zsh.is_there() {
        return;
    }
    let place = Run::new(&AGAIN);
    let read = |script: &str| {
        let mut command = zsh.command();
        place.confine(&mut command);
        let output = output(&mut command, &format!("{script}\nprintf '\\001%s' $?\n"));
        place.expect_empty(script);
        output
    };
    let mut results = Results::default();
    for case in cases {
        results.add(case, &read(&case.twin), &read(&case.text));
    }
    results.end("interactive zsh", 30);
}

/// What became of some cases.
#[derive(Default)]
struct Results {
    runs: usize,
    /// How many show what became of a value.
    proven: usize,
    failed: Vec<String>,
}

impl Results {
    /// Adds what was printed of a case and of its twin, with how it ended. A twin that fails says
    /// nothing.
    fn add(&mut self, case: &Filled, twin: &str, text: &str) {
        self.runs += 2;
        if twin.ends_with("\u{1}0") {
            self.proven += usize::from(case.values.iter().any(|(word, _)| twin.contains(word)));
            if case.expected(twin) != text {
                self.failed.push(format!("{:?} {twin:?} {text:?} {:?}", case.text, case.values));
            }
        }
    }

    /// Fails if one did, or if fewer than one in `share` runs shows anything.
    fn end(self, shell: &str, share: usize) {
        let Self { runs, proven, failed } = self;
        println!("{shell}: {runs} runs, {proven} of which show a value");
        assert!(failed.is_empty(), "{shell}: {} failed:\n{}", failed.len(), failed.join("\n"));
        assert!(proven * share > runs, "{shell}: only {proven} of {runs} show a value");
    }
}

/// The inputs of the issue: none of these values is written, wherever it would stand.
#[test]
fn a_page_of_what_is_read_twice_keeps_its_placeholders() {
    let page = include_str!("../../fixtures/pages/read-twice.md");
    let slots = Slots::defaults();
    let blocks: Vec<&str> = page.split("```").skip(1).step_by(2).collect();
    assert_eq!(blocks.len(), 3);
    let mut refused = 0;
    for (language, text) in blocks.iter().filter_map(|block| block.split_once('\n')) {
        let block = Code::block(text, Language::of(language));
        for found in find(&block, &slots, &Cloud::default()) {
            let line = text[..found.start].rsplit('\n').next().unwrap_or_default();
            for value in ["touch pwned/e;#", "a[$(touch pwned)]", "$(touch pwned)", "a%sb"] {
                let written = found.place.write(Value::Text(value));
                assert!(written.is_err(), "{language}: {line}: {written:?}");
                refused += 1;
            }
            let written = found.place.write(Value::Number("0060"));
            assert!(written.is_err(), "{language}: {line}: {written:?}");
            if line.is_empty() {
                assert_eq!(found.place.write(Value::Text("EOF")), Err(Why::End));
            }
        }
    }
    assert_eq!(refused, 48);
}
