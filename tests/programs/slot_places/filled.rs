//! Blocks of code with values in their slots, and what must come of it.
//!
//! Each block is filled twice: with hostile values, and with harmless words. A program must read
//! the same of both, but for the values.

use keyfill::core::json::Json;
use keyfill::core::slot::{Cloud, Code, Language, Slots, Source, Value as Slot, Why, find};
use proptest::prelude::*;
use serde_json::Value;

/// A block whose slots have values, and its twin with a word for each.
#[derive(Clone, Debug)]
pub struct Filled {
    pub text: String,
    pub twin: String,
    /// The words, and the values that stand in their places.
    pub values: Vec<(String, String)>,
    /// Which slots have kept their words, and why.
    pub refused: Vec<Why>,
}

/// `<v>` is a name, `<p>` a path, `<n>` a number.
pub fn slots() -> Slots {
    let json = r#"[{"id":"v","names":["v"],"kind":"name"},{"id":"p","names":["p"],"kind":"path"},
        {"id":"n","names":["n"],"kind":"number"}]"#;
    Slots::from_json(&Json::parse(json).unwrap()).unwrap()
}

/// Fills every slot of `template` with `values` in turn.
pub fn filled(template: &str, language: Language, values: &[&str]) -> Filled {
    let slots = slots();
    let mut filled =
        Filled { text: String::new(), twin: String::new(), values: vec![], refused: vec![] };
    let mut done = 0;
    for (at, found) in
        find(&Code::block(template, language), &slots, &Cloud::default()).into_iter().enumerate()
    {
        let plain = &template[done..found.start];
        let Source::Variable(kind) = slots.list()[found.slot].source else { panic!("a variable") };
        let is_number = matches!(kind.value("1"), Slot::Number(_));
        let (word, value) = if is_number {
            (["9", &at.to_string(), "7"].concat(), "42".to_owned())
        } else {
            (["Qw", &at.to_string(), "wQ"].concat(), values[at % values.len()].to_owned())
        };
        // Where nothing can be written, at least it is no part of a name beside it.
        let part = || [".", &word, "."].concat();
        let harmless = found.place.write(kind.value(&word));
        let is_for_words = harmless.is_ok();
        let harmless = harmless.unwrap_or_else(|_| part());
        filled.twin.extend([plain, &harmless]);
        match found.place.write(kind.value(&value)) {
            // Where no word can stand, there is nothing to compare with.
            Ok(_) if !is_for_words => {
                filled.text.extend([plain, &harmless]);
                filled.refused.push(Why::Part);
            }
            Ok(written) => {
                filled.text.extend([plain, &written]);
                filled.values.push((word, value));
            }
            Err(why) => {
                filled.text.extend([plain, &harmless]);
                filled.refused.push(why);
            }
        }
        done = found.end;
    }
    filled.text.push_str(&template[done..]);
    filled.twin.push_str(&template[done..]);
    filled
}

impl Filled {
    /// `read` of the twin, as it must be read of the text.
    pub fn expected(&self, read: &str) -> String {
        self.values.iter().fold(read.to_owned(), |read, (word, value)| read.replace(word, value))
    }

    /// The same of a whole tree.
    pub fn expected_tree(&self, read: &Value) -> Value {
        match read {
            Value::String(text) => Value::String(self.expected(text)),
            Value::Number(number) => {
                serde_json::from_str(&self.expected(&number.to_string())).unwrap()
            }
            Value::Array(items) => items.iter().map(|item| self.expected_tree(item)).collect(),
            Value::Object(members) => members
                .iter()
                .map(|(name, value)| (self.expected(name), self.expected_tree(value)))
                .collect(),
            other => other.clone(),
        }
    }
}

/// Some of the pieces, one after the other.
pub fn some(pieces: &'static [&'static str], most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(pieces), 1..most).prop_map(|pieces| pieces.concat())
}

/// A hostile value, or one that is put together from hostile pieces.
pub fn value() -> impl Strategy<Value = String> {
    let pieces: &[&str] = &[
        "a", "B", "7", " ", "'", "\"", "`", "$", "$(", ")", "${", "}", "{", "!", "%", "\\", "\\n",
        "#", " #", ":", ": ", "-", "=", "~", "*", "?", "[", "]", ",", ";", "|", "&", "<", ">", "/",
        ".", "@", "+", "å", "😀", "\u{a0}", "\u{2019}", "e", "0", "x", "^", "(", "%{", "{{", "''",
    ];
    prop_oneof![
        prop::sample::select(&HOSTILE[..]).prop_map(String::from),
        prop::collection::vec(prop::sample::select(pieces), 1..7).prop_map(|all| all.concat()),
    ]
}

pub const HOSTILE: [&str; 78] = [
    "a",
    "my-bucket",
    "a/b.c",
    "'",
    "''",
    "'; touch pwned; '",
    "\"",
    "\"; touch pwned; \"",
    "$(touch pwned)",
    "`touch pwned`",
    "${HOME}",
    "$HOME",
    "$",
    "a$",
    "~",
    "~root",
    "a:~root",
    "=ls",
    "a:=ls",
    "x==ls",
    "abc==",
    "!",
    "!!",
    "!x",
    "a!b",
    "it's!$!",
    "\\",
    "\\\\",
    "a\\",
    "\\n",
    "\\x41",
    "a\\'b",
    "*",
    "?[a]",
    "{a,b}",
    "{",
    "}",
    "{{a}}",
    "{a}",
    "{0}",
    "${x}",
    "%{x}",
    "$${x}",
    "a b",
    " a ",
    "a  b",
    "a;b",
    "a#b",
    "a #b",
    "#a",
    "%s",
    "%(a)s",
    "%20",
    "100%",
    "a&b|c>d<e",
    "-n",
    "--",
    "-",
    "a,b",
    "a: b",
    "a:",
    ":a",
    "null",
    "true",
    "No",
    "12345",
    "0123",
    "1e5",
    "2026-11-01",
    "0x1f",
    ".5",
    "@a",
    "&a",
    "*a",
    "!a",
    "å 日本 😀",
    "\u{a0}x",
    "\u{201c}a\u{2019}",
];
