//! Commands with values in their slots, read by the shells they are for.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod filled;
mod programs;

use std::fmt::Write as _;
use std::process::Command;

use keyfill::core::slot::Language;
use proptest::prelude::*;

use filled::{Filled, HOSTILE, cases, filled, some, value};
use programs::{installed_shells, run};

/// Templates, and what the command `show` must be given: `@` is the value.
const TEMPLATES: [(&str, &str); 37] = [
    ("show <v>", "@"),
    ("show a<v>b", "a@b"),
    ("show a/<p>.x", "a/@.x"),
    ("show --name=<v> <v>", "--name=@|@"),
    ("show \"<v>\"", "@"),
    ("show \"a/<p>.x\"", "a/@.x"),
    ("show \"a <v> b\"", "a @ b"),
    ("show '<v>'", "@"),
    ("show 'a/<p>.x'", "a/@.x"),
    ("show '{\"a\": \"<v>\"}'", "{\"a\": \"@\"}"),
    ("show 'a'\"<v>\"'b'<v>", "a@b@"),
    ("show s3://<v>/<p>", "s3://@/@"),
    ("x=<v>; show \"$x\"", "@"),
    ("x=a:<v>; show \"$x\"", "a:@"),
    ("x=\"<v>\" y='<v>'; show \"$x\" \"$y\"", "@|@"),
    ("show \"$(printf %s <v>)\"", "@"),
    ("show \"$(printf %s '<v>')\"", "@"),
    ("show \"$(printf %s \"<v>\")\"", "@"),
    ("show \"$(printf %s \"$(printf %s <v>)\")\"", "@"),
    ("show \"`printf %s <v>`\"", "@"),
    ("show a # it's <v>\nshow <v>", "a\n@"),
    ("show \\\n  <v> \\\n  '<v>'", "@|@"),
    ("show \"a\n<v>\"", "a\n@"),
    ("show 'a\n<v>'", "a\n@"),
    ("show \"$HOME<v>\" $HOME<v> \"${HOME}<v>\"", "/h@|/h@|/h@"),
    ("show \"$HOME/<p>\" \"$1<v>\"", "/h/@|@"),
    ("show ${NO:-<v>}", "@"),
    ("show \\<v> \"\\<v>\" '\\<v>'", "@|\\@|\\@"),
    ("show \"\\\"<v>\\\"\" \\\"<v> it\\'s<v>", "\"@\"|\"@|it's@"),
    ("for x in <v> '<v>'; do show \"$x\"; done", "@\n@"),
    ("case <v> in '') ;; *) show <v>;; esac", "@"),
    ("cat <<END\n<v> it's\nEND\nshow <v>", "@"),
    ("cat <<'END' | cat\n$(<v>\nEND\nshow <v>", "@"),
    ("cat <<-END > /dev/null; show <v>\n\t<v> \"\n\tEND\nshow '<v>'", "@\n@"),
    ("show \"$(cat <<END\n<v>\nEND\n)\"", "@"),
    ("sh -c 'printf \"%s\" <v>'", "@"),
    ("show $((<n> + 1 - 1))", "@"),
];

/// What prints its arguments as the templates have them.
const SHOW: &str = "show() { printf %s \"$1\"; test $# = 0 || shift
for argument; do printf '|%s' \"$argument\"; done; echo; }; HOME=/h; set --
";

#[test]
fn shells_read_what_was_filled_in() {
    let mut script = String::from(SHOW);
    let mut wanted = Vec::new();
    let mut written = 0;
    for (template, shown) in TEMPLATES {
        for value in HOSTILE {
            let case = filled(template, Language::Posix, &[value]);
            if !case.refused.is_empty() {
                continue;
            }
            written += 1;
            let value = case.values.first().map_or(value, |(_, value)| value);
            let shown = shown.replace('@', value);
            let _ = write!(script, "printf '\\001'\n{}\n", case.text);
            wanted.push((case, shown));
        }
    }
    assert!(written > 1400, "{written} of {}", TEMPLATES.len() * HOSTILE.len());
    for shell in installed_shells() {
        check(shell, &["-c", &script], "", &wanted);
        let (args, options): (&[&str], _) = match shell {
            "bash" => (&["--norc", "--noprofile", "-i"], "set -o history -o histexpand\n"),
            "zsh" => (
                &["-f", "-i"],
                "setopt rcquotes magicequalsubst extendedglob banghist interactivecomments\n",
            ),
            _ => (&["-i"], ""),
        };
        check(shell, args, &format!("{options}{script}exit\n"), &wanted);
    }
}

/// Runs the script, and compares what it prints of each case.
fn check(shell: &str, args: &[&str], input: &str, wanted: &[(Filled, String)]) {
    let read = run(Command::new(shell).args(args).env("HISTFILE", "/dev/null"), input);
    let read: Vec<&str> = read.split('\u{1}').skip(1).collect();
    for ((case, shown), read) in wanted.iter().zip(&read) {
        let read = read.trim_end_matches('\n');
        assert!(read.ends_with(shown), "{shell} {}: {}\n{read}\nnot {shown}", args[0], case.text);
    }
    assert_eq!(read.len(), wanted.len());
}

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
    let cases: Vec<Filled> = cases((template, prop::collection::vec(value(), 1..4)), 6000)
        .into_iter()
        .map(|(template, values)| {
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            filled(&template, Language::Posix, &values)
        })
        .filter(|case| !case.values.is_empty() && !is_assigned(&case.twin))
        .collect();
    assert!(cases.len() > 1500, "{}", cases.len());
    for shell in installed_shells() {
        compare(shell, EACH, &cases);
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
fn compare(shell: &str, each: &str, cases: &[Filled]) {
    let directory = std::env::temp_dir().join(["keyfill-", shell].concat());
    std::fs::create_dir_all(&directory).unwrap();
    let (mut proven, mut failed) = (0, vec![]);
    for cases in cases.chunks(500) {
        let scripts = cases.iter().flat_map(|case| [&case.twin, &case.text]);
        let args: &[&str] = if shell == "fish" { &["-N", "-c"] } else { &["-c"] };
        let mut command = Command::new(shell);
        command.args(args).arg(each);
        // What follows is the name of the script, for the shells that have one.
        command.args((shell != "fish").then_some(shell)).args(scripts).current_dir(&directory);
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
    failed.sort_by_key(|(case, ..)| case.text.len());
    assert!(
        failed.is_empty(),
        "{shell}: {} failed: {:#?}",
        failed.len(),
        &failed[..failed.len().min(4)]
    );
    assert!(proven > cases.len() / 8, "{shell}: only {proven} of {}", cases.len());
    let left = std::fs::read_dir(&directory).unwrap().count();
    assert_eq!(left, 0, "{shell}: something was written to {}", directory.display());
}

/// For fish: templates, and what `printf` must print of each argument.
const FISH: [(&str, &str); 16] = [
    ("show <v>", "@"),
    ("show a<v>b", "a@b"),
    ("show a/<p>.x --name=<v>", "a/@.x|--name=@"),
    ("show <v><v>", "@@"),
    ("show 'a'<v>\"b\"", "a@b"),
    ("show \"<v>\" '<v>'", "@|@"),
    ("show \"a <v>\" 'a <v>'", "a @|a @"),
    ("show '\\\\'<v> \"\\\\<v>\"", "\\@|\\@"),
    ("show 'it\\'s'<v>", "it's@"),
    ("set x <v>; show $x", "@"),
    ("show (printf %s <v> | string collect)", "@"),
    ("show \"$(printf %s <v>)\"", "@"),
    ("show {a,<v>}", "a|@"),
    ("show $y<v> \"$y/<p>\"", "Y@|Y/@"),
    ("show a # it's <v>\nshow <v>", "a\n@"),
    ("show \\\n  <v>", "@"),
];

/// Runs each of the scripts by itself, for fish.
const EACH_FISH: &str = "set -g y Y; set -g x X; function show; string join '|' -- $argv; true; end
set PATH /nowhere; for script in $argv; begin; eval $script; end 2>/dev/null
printf '\\1%s\\2' $status; end";

#[test]
fn fish_reads_what_was_filled_in() {
    if Command::new("fish").args(["-N", "-c", ""]).status().is_err() {
        eprintln!("skipped: fish is not installed");
        return;
    }
    let fixed = FISH.iter().flat_map(|(template, shown)| {
        HOSTILE.iter().map(move |value| {
            let case = filled(template, Language::Fish, &[value]);
            (case.refused.is_empty()).then(|| (case, shown.replace('@', value)))
        })
    });
    let fixed: Vec<(Filled, String)> = fixed.flatten().collect();
    assert!(fixed.len() > 900, "{}", fixed.len());
    let texts: Vec<&str> = fixed.iter().map(|(case, _)| case.text.as_str()).collect();
    let read = run(Command::new("fish").args(["-N", "-c", EACH_FISH]).args(&texts), "");
    for ((case, shown), read) in fixed.iter().zip(read.split_terminator('\u{2}')) {
        assert_eq!(read, format!("{shown}\n\u{1}0"), "{}", case.text);
    }
    let pieces: &[&str] = &[
        "<v>",
        "<v>",
        "<p>",
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
        "\"$x\"",
        "(printf %s ",
        ")",
        "\"$(printf %s ",
        ")\"",
        " #",
        "#",
        "\n",
        "; printf %s ",
        "{",
        "}",
        ",",
        "~",
        "(",
        "é",
        "[",
        "]",
        "*",
        "''",
        "\\n",
    ];
    let template = some(pieces, 12).prop_map(|pieces| format!("printf '[%s]' {pieces}"));
    let random = cases((template, prop::collection::vec(value(), 1..4)), 2500);
    let random: Vec<Filled> = random
        .into_iter()
        .map(|(template, values)| {
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            filled(&template, Language::Fish, &values)
        })
        .filter(|case| !case.values.is_empty())
        .collect();
    compare("fish", EACH_FISH, &random);
}
