//! Commands with values in their slots, read by POSIX shells and zsh.

use std::fmt::Write as _;
use std::process::Command;

use keyfill::core::slot::Language;

use super::filled::{Filled, HOSTILE, filled};
use crate::oracle::{INTERACTIVE, directory, expect_empty, run, scripted};

/// Templates, and what the command `show` must be given: `@` is the value.
const TEMPLATES: [(&str, &str); 40] = [
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
    ("show <v><<END\nx\nEND", "@"),
    ("cat <<END\na\\\nEND\nit's <v>\nEND\nshow b\\'", "it's @\nb'"),
    ("show 'a\nb' <v>", "a\nb|@"),
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
    for shell in scripted() {
        check(&mut shell.script(&script), "", &wanted);
    }
    for (shell, options) in INTERACTIVE {
        if shell.is_there() {
            // The templates have comments, which an interactive zsh does not know by itself.
            let comments = if shell.program == "zsh" { "setopt interactivecomments\n" } else { "" };
            let script = format!("{options}{comments}{script}exit\n");
            check(&mut shell.command(), &script, &wanted);
        }
    }
}

/// Runs the script, and compares what it prints of each case.
fn check(command: &mut Command, input: &str, wanted: &[(Filled, String)]) {
    let directory = directory();
    let read = run(command.current_dir(&directory), input);
    let read: Vec<&str> = read.split('\u{1}').skip(1).collect();
    for ((case, shown), read) in wanted.iter().zip(&read) {
        let read = read.trim_end_matches('\n');
        assert!(read.ends_with(shown), "{command:?}: {}\n{read}\nnot {shown}", case.text);
    }
    assert_eq!(read.len(), wanted.len());
    expect_empty(directory.path(), &format!("{command:?}"));
}
