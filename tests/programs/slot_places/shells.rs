//! Commands with values in their slots, read by POSIX shells and zsh.

use std::fmt::Write as _;
use std::process::Command;

use keyfill::core::slot::Language;

use super::filled::{Filled, HOSTILE, filled};
use crate::confined::Run;
use crate::oracle::{INTERACTIVE, run, scripted};

/// Templates, and what the command `show` must be given: `@` is the value. It stands for a program
/// that is known to take its arguments as they are.
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
    // In an interactive zsh `#` begins no comment, so that the first command has more words.
    ("show a # its <v>\nshow <v>", "@"),
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

/// A program that takes its arguments as they are, which `show` stands for.
pub const TAKER: &str = "openstack";

/// What prints its arguments as the templates have them.
const SHOW: &str = "openstack() { printf %s \"$1\"; test $# = 0 || shift
for argument; do printf '|%s' \"$argument\"; done; echo; }; HOME=/h; set --
";

#[test]
fn shells_read_what_was_filled_in() {
    let mut script = String::from(SHOW);
    let mut wanted = Vec::new();
    let mut written = 0;
    for (template, shown) in TEMPLATES {
        for value in HOSTILE {
            let case = filled(&template.replace("show", TAKER), Language::Posix, &[value]);
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
        check(shell.script(&script), "", &wanted);
    }
    for (shell, options) in INTERACTIVE {
        if shell.is_there() {
            check(shell.command(), &format!("{options}{script}exit\n"), &wanted);
        }
    }
}

/// Runs the script, and compares what it prints of each case.
fn check(mut command: Command, input: &str, wanted: &[(Filled, String)]) {
    let place = Run::new(&[]);
    place.confine(&mut command);
    let read = run(&mut command, input);
    let read: Vec<&str> = read.split('\u{1}').skip(1).collect();
    for ((case, shown), read) in wanted.iter().zip(&read) {
        let read = read.trim_end_matches('\n');
        assert!(read.ends_with(shown), "{command:?}: {}\n{read}\nnot {shown}", case.text);
    }
    assert_eq!(read.len(), wanted.len());
    place.expect_empty(&format!("{command:?}"));
}
