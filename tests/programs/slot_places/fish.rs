//! Commands with values in their slots, read by fish.

use std::process::Command;

use keyfill::core::slot::Language;
use proptest::prelude::*;

use super::again::{evaluate, hostile};
use super::filled::{Filled, HOSTILE, filled, some, value};
use super::random::compare;
use super::shells::TAKER;
use crate::oracle::{is_there, run};
use crate::random::cases;

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
const EACH_FISH: &str =
    "set -g y Y; set -g x X; function openstack; string join '|' -- $argv; true; end
set PATH /nowhere; for script in $argv; begin; eval $script; end 2>/dev/null
printf '\\1%s\\2' $status; end";

/// Commands of fish that read `@` again.
const READERS: &[&str] = &[
    "eval @",
    "eval openstack @",
    "eval \"openstack @\"",
    "ssh host cat @",
    "sh -c 'openstack @'",
    "fish -c 'openstack @'",
    "echo @ | sh",
    "echo openstack @ | source",
    "string match @ a",
    "string replace x @ x",
    "string match -r @ a",
    "math @ + 1",
    "math \"@ + 1\"",
    "test @ -gt 3",
    "[ 3 -lt @ ]",
    "set x @; eval $x",
    "set x @; openstack $x",
    "set -x OS_X @; openstack $OS_X \"$OS_X\"",
    "set x[@] 1",
    "echo $x[@]",
    "switch zz; case @; openstack y; end",
    "switch @; case zz; openstack y; end",
    "for x in @; openstack $x; end",
    "for x in @; eval $x; end",
    "openstack (echo @)",
    "openstack \"$(echo @)\"",
    "echo x | sed 's/x/@/'",
    "echo Zz9 | awk '/@/'",
    "printf @",
    "printf '%d' @",
    "printf '%s\\n' @",
    "openstack @ | cat",
    "begin; echo @; end | sh",
    "begin; openstack @; end",
    "read @ </dev/null",
    "alias x=@; x",
    "function openstack; eval $argv; end; openstack @",
    "openstack {a,@}",
    "openstack @ # it's\nopenstack '@'",
    "source (echo @ | psub)",
    "if openstack @; openstack @; end",
    "openstack @; and openstack @",
    "echo @ >/dev/null; openstack @",
    "env -S 'openstack @'",
    "command openstack @",
    "@",
    "openstack '{\"a\": \"@\"}'",
    "sudo openstack @",
    "sudo sh -c @",
    "echo @ | xargs -I{} sh -c {}",
    "trap @ EXIT",
    "bind x @",
    "complete -c x -a @",
    "abbr x @",
];

/// The same as [`EACH_FISH`], with the programs of the machine, and without what a script leaves.
const EACH_AGAIN: &str = "for script in $argv; begin; eval $script; end 2>/dev/null </dev/null
printf '\\1%s\\2' $status
functions -e openstack; functions -e x; complete -e x; abbr -e x; trap - EXIT; set -e x
end 2>/dev/null";

#[test]
fn nothing_that_fish_reads_again_runs() {
    if !is_there("fish", &["-N", "-c", ""]) {
        return;
    }
    let slot = prop::sample::select(&["<v>", "'<v>'", "\"<v>\"", "a<v>", "<p>", "x/<p>"]);
    let template =
        (prop::sample::select(READERS), slot).prop_map(|(reader, slot)| reader.replace('@', slot));
    let random = cases((template, prop::collection::vec(hostile(), 1..3)), 1_500);
    let random: Vec<Filled> = random
        .into_iter()
        .map(|(template, values)| {
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            filled(&template, Language::Fish, &values)
        })
        .filter(|case| !case.values.is_empty())
        .collect();
    evaluate("fish", &random, |scripts| {
        let mut fish = Command::new("fish");
        fish.args(["-N", "-c", EACH_AGAIN]).args(scripts);
        fish
    });
}

#[test]
fn fish_reads_what_was_filled_in() {
    if !is_there("fish", &["-N", "-c", ""]) {
        return;
    }
    let fixed = FISH.iter().flat_map(|(template, shown)| {
        HOSTILE.iter().map(move |value| {
            let case = filled(&template.replace("show", TAKER), Language::Fish, &[value]);
            (case.refused.is_empty()).then(|| (case, shown.replace('@', value)))
        })
    });
    let fixed: Vec<(Filled, String)> = fixed.flatten().collect();
    assert!(fixed.len() > 800, "{}", fixed.len());
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
    compare("fish", &random, |scripts| {
        let mut fish = Command::new("fish");
        fish.args(["-N", "-c", EACH_FISH]).args(scripts);
        fish
    });
}
