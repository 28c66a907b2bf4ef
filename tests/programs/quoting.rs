//! Quoted values, read by the programs they are quoted for: nothing is executed or lost.

use std::fmt::Write as _;

use keyfill::core::quote::{dotenv, posix};

use crate::oracle::{INTERACTIVE, run, scripted};

#[test]
fn shells_read_quoted_words_as_they_were() {
    let is_pasteable = |text: &&str| !text.contains(['\r', '\t', '\u{1b}']);
    let (mut script, mut expected) = (String::new(), Vec::new());
    for text in hostile().filter(is_pasteable) {
        let word = posix::WORD.write(text, false, false).unwrap();
        writeln!(script, "a={word} b=x:{word}; printf '%s\\000' {word} \"$a\" \"$b\"").unwrap();
        expected.extend([text.to_owned(), text.to_owned(), format!("x:{text}")]);
    }
    for shell in scripted() {
        assert_eq!(split(&run(&mut shell.script(&script), "")), expected, "{shell:?}");
    }
    // As pasted: interactive shells also expand `!` and, in zsh, what its options say.
    for (shell, options) in INTERACTIVE {
        if shell.is_there() {
            let read = run(&mut shell.command(), &format!("{options}{script}exit\n"));
            assert_eq!(split(&read), expected, "{shell:?} {options}");
        }
    }
}

#[test]
fn shells_read_files_of_variables_as_they_are() {
    let admitted =
        ["0badc0de", "https://[::1]:8080", "/+=._~-x", "a=~root", "a=b==", "a.b:c@d,e%f"];
    let values: Vec<&str> =
        hostile().chain(admitted).filter(|text| dotenv::is_value(text)).collect();
    assert!(admitted.iter().all(|text| values.contains(text)));
    let mut script = String::from("set -a\n");
    for text in &values {
        writeln!(script, "VALUE={text}\nprintenv -0 VALUE").unwrap();
    }
    for shell in scripted() {
        let read = run(&mut shell.script(&script), "");
        assert_eq!(split(&read), values, "{shell:?}");
    }
}

/// What stands before each NUL.
fn split(read: &str) -> Vec<&str> {
    read.split_terminator('\0').collect()
}

fn hostile() -> impl Iterator<Item = &'static str> {
    [
        "",
        "'",
        "''",
        "'; touch /tmp/pwned; '",
        "\"",
        "$(touch /tmp/pwned)",
        "`touch /tmp/pwned`",
        "${HOME}",
        "$HOME",
        "~",
        "~root",
        "=ls",
        "a:=ls",
        "x==ls",
        "!",
        "!!",
        "it's!$!",
        "a\nb",
        "a\n!!\nb",
        "\\",
        "\\n",
        "a\\'b",
        "*",
        "?[a]",
        "{a,b}",
        "a b",
        " a ",
        "a;b",
        "a#b",
        "#a",
        "%s",
        "%(a)s",
        "a&b|c>d<e",
        "-n",
        "--",
        "å",
        "日本",
        "😀",
        "\u{202e}x",
        "\u{a0}",
        "a\r",
        "a\tb",
        "\u{1b}[200~",
        "end'\"\\",
        "\\U0001f600",
        "END",
    ]
    .into_iter()
}
