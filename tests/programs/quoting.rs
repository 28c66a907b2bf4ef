//! Quoted values, read by the programs they are quoted for: nothing is executed or lost.

use std::fmt::Write as _;
use std::process::Command;

use keyfill::core::quote::{Target, dotenv, ini, posix, python};

use crate::oracle::{INTERACTIVE, python, run, scripted};

#[test]
fn shells_read_quoted_words_as_they_were() {
    let is_pasteable = |text: &&str| !text.contains(['\r', '\t', '\u{1b}']);
    let (mut script, mut expected) = (String::new(), Vec::new());
    for text in hostile().filter(is_pasteable) {
        let word = posix::word(text).unwrap();
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
fn words_that_a_terminal_would_act_on_are_refused() {
    for text in ["\0", "a\r", "a\tb", "\u{1b}[200~", "\u{7f}", "\u{9b}"] {
        assert_eq!(posix::word(text), None, "{text:?}");
    }
}

#[test]
fn python_reads_literals_as_they_were() {
    let literals: Vec<String> = hostile().map(python::literal).collect();
    let list = format!("[{}]", literals.join(","));
    assert!(list.is_ascii());
    let read = "import ast, sys
for text in ast.literal_eval(sys.stdin.read()): sys.stdout.buffer.write(text.encode() + b'\\0')";
    let read = run(Command::new("python3").args(["-c", read]), &list);
    assert_eq!(split(&read), hostile().collect::<Vec<_>>());
}

/// A list of Python's literals is a list of YAML, too.
#[test]
fn yaml_reads_literals_as_they_were() {
    let Some(python) = python("yaml") else { return };
    let literals: Vec<String> = hostile().filter_map(|text| Target::Yaml.quote(text)).collect();
    let read = "import yaml, sys
for text in yaml.safe_load(sys.stdin): sys.stdout.buffer.write(text.encode() + b'\\0')";
    let read = run(Command::new(python).args(["-c", read]), &format!("[{}]", literals.join(",")));
    assert_eq!(split(&read), hostile().collect::<Vec<_>>());
}

#[test]
fn configparser_and_here_documents_read_values_as_they_were() {
    let admitted =
        ["0badc0de", "Aur1", "s3-aur1.example:8080", "[::1]:80", "/+=._~-x", "å = 😀: é"];
    let values: Vec<&str> = hostile().chain(admitted).filter_map(ini::value).collect();
    assert!(admitted.iter().all(|text| values.contains(text)));
    let mut file = String::new();
    for (at, text) in values.iter().enumerate() {
        writeln!(file, "[{at}]\n# {text}\nbefore = 1\nkey = {text}\nafter = 2").unwrap();
    }
    let read = "import configparser, sys
ini = configparser.ConfigParser(); ini.read_file(sys.stdin)
for name in ini.sections():
    assert (ini[name]['before'], ini[name]['after'], len(ini[name])) == ('1', '2', 3)
    sys.stdout.buffer.write(ini[name]['key'].encode() + b'\\0')";
    for shell in scripted() {
        let document = format!("cat << END\n{file}END\n");
        let document = run(&mut shell.script(&document), "");
        let read = run(Command::new("python3").args(["-X", "utf8", "-c", read]), &document);
        assert_eq!(split(&read), values, "{shell:?}");
    }
}

#[test]
fn shells_read_files_of_variables_as_they_are() {
    let admitted =
        ["0badc0de", "https://[::1]:8080", "/+=._~-x", "a=~root", "a=b==", "a.b:c@d,e%f"];
    let values: Vec<&str> = hostile().chain(admitted).filter_map(dotenv::value).collect();
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
