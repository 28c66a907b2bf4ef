//! Commands with values in their slots, read by fish.

use std::process::Command;

use keyfill::core::slot::Language;
use proptest::prelude::*;

use super::filled::{Filled, HOSTILE, filled, some, value};
use super::random::compare;
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
const EACH_FISH: &str = "set -g y Y; set -g x X; function show; string join '|' -- $argv; true; end
set PATH /nowhere; for script in $argv; begin; eval $script; end 2>/dev/null
printf '\\1%s\\2' $status; end";

#[test]
fn fish_reads_what_was_filled_in() {
    if !is_there("fish", &["-N", "-c", ""]) {
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
    compare("fish", &random, |scripts| {
        let mut fish = Command::new("fish");
        fish.args(["-N", "-c", EACH_FISH]).args(scripts);
        fish
    });
}
