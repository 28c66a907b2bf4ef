//! The table of characters that may be ignored, and the property of Unicode that it holds.

use std::process::Command;

use keyfill::core::admit::{is_hidden, is_hidden_in_words};

use crate::oracle::{is_there, run};

const TABLE: &str = "src/core/admit/ignorable.rs";
const SCRIPT: &str = "tests/programs/ignorable.mjs";

#[test]
fn the_table_is_what_the_script_writes() {
    if !is_there("node", &["--version"]) {
        return;
    }
    let written = run(Command::new("node").arg(SCRIPT), "");
    if std::env::var_os("KEYFILL_BLESS").is_some() {
        std::fs::write(TABLE, &written).unwrap();
    }
    assert_eq!(std::fs::read_to_string(TABLE).unwrap(), written, "run node {SCRIPT} > {TABLE}");
}

#[test]
fn every_ignorable_character_is_refused() {
    let print = r"for (let c = 0; c < 0x110000; c++)
        if ((c < 0xd800 || c > 0xdfff)
            && /\p{Default_Ignorable_Code_Point}|\p{Cc}|\p{Zl}|\p{Zp}/u.test(String.fromCodePoint(c)))
            console.log(c, /\p{Default_Ignorable_Code_Point}/u.test(String.fromCodePoint(c)))";
    if !is_there("node", &["--version"]) {
        return;
    }
    let listed = run(Command::new("node").args(["-e", print]), "");
    let mut ignorable = 0;
    for line in listed.lines() {
        let (code, is_ignorable) = line.split_once(' ').unwrap();
        let c = char::from_u32(code.parse().unwrap()).unwrap();
        assert!(is_hidden(c), "U+{:04X}", u32::from(c));
        ignorable += usize::from(is_ignorable == "true");
    }
    assert_eq!(ignorable, 4_174);
    // What looks like a space or like nothing, by other properties.
    assert!("\u{a0}\u{2800}\u{2003}\u{202f}".chars().all(is_hidden));
    // Operators may set their own words well, and hide nothing in them.
    assert!(!"\u{a0}\u{202f}\u{200c}\u{200d}\u{fe0f}".chars().any(is_hidden_in_words));
    assert!("\u{202e}\u{200b}\u{e0041}\u{3164}".chars().all(is_hidden_in_words));
}
