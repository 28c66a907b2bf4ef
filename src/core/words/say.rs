//! A text with what stands in its gaps, and how it is put into words.
//!
//! Nobody puts sentences together before they are shown: what is kept is which text is meant and
//! its arguments, so that another language can order them, and count, in its own way.

use super::language::{OTHER, english_form};
use super::replaced::Replaced;

/// A text of the panel: its English template, with each argument as `{name}`.
///
/// Where it counts something, it has the form for one first, and [`FORMS`] between the two. The
/// wasm knows no more of a text than this, so a text costs it nothing but its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text(pub(in crate::core::words) &'static str);

/// Stands between the plural forms of a text.
pub const FORMS: char = '\u{1f}';

/// A text and its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Say {
    /// The text.
    pub text: Text,
    args: Vec<Arg>,
}

/// What stands in a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arg {
    name: &'static str,
    /// What it is.
    pub kind: ArgKind,
    /// Its value.
    pub value: String,
}

/// What an argument is, and so how a view shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArgKind {
    /// Words of the operator's.
    Own,
    /// A name, which may be written from right to left: it does not turn the words around it.
    Name,
    /// A name that stands out.
    Strong,
    /// A key, a command, an address: the same in all languages, from left to right.
    Code,
    /// A number, which may choose the plural form.
    Count,
}

/// A part of a text that is put into words.
#[derive(Clone, Copy, Debug)]
pub enum Piece<'a> {
    /// Words of the template.
    Words(&'a str),
    /// An argument.
    Arg(&'a Arg),
}

/// Makes the functions that give a text an argument, and a text with arguments one more.
macro_rules! arguments {
    ($($(#[$doc:meta])* $name:ident($kind:ident);)*) => {
        impl Text {
            $(
                $(#[$doc])*
                #[must_use]
                #[inline(never)]
                pub fn $name(self, name: &'static str, value: &str) -> Say {
                    Say::from(self).and(name, ArgKind::$kind, value)
                }
            )*
        }

        impl Say {
            $(
                $(#[$doc])*
                #[must_use]
                #[inline(never)]
                pub fn $name(self, name: &'static str, value: &str) -> Self {
                    self.and(name, ArgKind::$kind, value)
                }
            )*
        }
    };
}

arguments! {
    /// With words of the operator's.
    written(Own);
    /// With a name.
    name(Name);
    /// With a name that stands out.
    strong(Strong);
    /// With code.
    code(Code);
}

impl Text {
    /// With a number.
    #[must_use]
    #[inline(never)]
    pub fn count(self, name: &'static str, value: usize) -> Say {
        Say::from(self).count(name, value)
    }

    /// Its words, where it has no arguments.
    #[must_use]
    pub fn plain(self, replaced: &Replaced) -> String {
        Say::from(self).plain(replaced)
    }

    /// Its English: the form for one, where it counts something, and the other.
    #[must_use]
    pub fn english(self) -> (Option<&'static str>, &'static str) {
        match self.0.split_once(FORMS) {
            Some((one, other)) => (Some(one), other),
            None => (None, self.0),
        }
    }

    /// By what a configuration names it. No two have the same.
    #[must_use]
    pub fn key(self) -> u32 {
        key(self.0)
    }
}

impl From<Text> for Say {
    #[inline(never)]
    fn from(text: Text) -> Self {
        Self { text, args: Vec::new() }
    }
}

impl Say {
    /// Words of the operator's, who needs no text of the panel for them.
    #[must_use]
    pub fn own(words: &str) -> Self {
        Text("{own}").written("own", words)
    }

    /// With a number.
    #[must_use]
    #[inline(never)]
    pub fn count(self, name: &'static str, value: usize) -> Self {
        self.and(name, ArgKind::Count, &value.to_string())
    }

    /// Its parts in order, in the operator's words where there are some.
    pub fn pieces(&self, replaced: &Replaced, take: &mut dyn FnMut(Piece<'_>)) {
        let counted = self.args.iter().find(|arg| arg.kind == ArgKind::Count);
        let number = counted.map(|count| count.value.as_str());
        let mut rest = replaced.template(self.text.key(), number).unwrap_or_else(|| {
            let (one, other) = self.text.english();
            one.filter(|_| number.is_some_and(|n| english_form(n) != OTHER)).unwrap_or(other)
        });
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').unwrap_or_default();
            let arg = self.args.iter().find(|arg| arg.name == name);
            debug_assert!(arg.is_some(), "{name} in {rest}");
            take(Piece::Words(before));
            if let Some(arg) = arg {
                let number =
                    if arg.kind == ArgKind::Count { replaced.number(&arg.value) } else { None };
                take(number.as_deref().map_or(Piece::Arg(arg), Piece::Words));
            }
            rest = after;
        }
        take(Piece::Words(rest));
    }

    /// The whole of it as plain text: for an attribute, or the clipboard.
    #[must_use]
    pub fn plain(&self, replaced: &Replaced) -> String {
        let mut text = String::new();
        self.pieces(replaced, &mut |piece| {
            text.push_str(match piece {
                Piece::Words(words) => words,
                Piece::Arg(arg) => &arg.value,
            });
        });
        text
    }

    #[inline(never)]
    fn and(mut self, name: &'static str, kind: ArgKind, value: &str) -> Self {
        self.args.push(Arg { name, kind, value: value.into() });
        self
    }
}

/// The key of the text with this English: a hash of it (FNV-1a).
#[must_use]
pub fn key(english: &str) -> u32 {
    let add = |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    english.bytes().fold(0x811c_9dc5, add)
}

/// Whole sentences one after the other, as plain text.
#[must_use]
pub fn plain(sentences: &[Say], replaced: &Replaced) -> String {
    let mut text = String::new();
    for sentence in sentences {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&sentence.plain(replaced));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::words::Counting;

    const SOME: Text = Text("{project}: {key}, {key}.");
    const KEYS: Text = Text("One key.\u{1f}{count} keys.");

    fn replaced(text: Text, one: Option<&str>, other: &str) -> Replaced {
        let mut replaced = Replaced::default();
        let one = one.map(|one| ("one", one));
        replaced.add_forms(text.key(), forms(one.into_iter().chain([("other", other)])));
        replaced
    }

    fn forms<'a>(all: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<(String, String)> {
        all.into_iter().map(|(name, words)| (name.into(), words.into())).collect()
    }

    /// Polish has a form for two to four and what ends in them, and writes Roman numbers here.
    fn polish(what: &str, number: &str) -> Option<String> {
        Some(match (what, number) {
            ("form", "1") => "one".into(),
            ("form", "2" | "22") => "few".into(),
            ("form", _) => "many".into(),
            _ => return Some("I".repeat(number.parse().ok()?)),
        })
    }

    #[test]
    fn arguments_stand_where_the_template_says_and_are_not_read_again() {
        let say = SOME.code("key", "{project}").name("project", "é");
        assert_eq!(say.plain(&Replaced::default()), "é: {project}, {project}.");
        let own = replaced(SOME, None, "In {project}: {key}");
        assert_eq!(say.plain(&own), "In é: {project}");
        assert_eq!(say.plain(&replaced(KEYS, None, "?")), "é: {project}, {project}.");
    }

    #[test]
    fn one_of_something_has_a_form_of_its_own() {
        let say = |number| KEYS.count("count", number);
        let none = Replaced::default();
        assert_eq!([say(1).plain(&none), say(2).plain(&none)], ["One key.", "2 keys."]);
        let own = replaced(KEYS, Some("{count} clé"), "{count} clés");
        assert_eq!([say(1).plain(&own), say(0).plain(&own)], ["1 clé", "0 clés"]);
        assert_eq!(say(1).plain(&replaced(KEYS, None, "Clés : {count}")), "Clés : 1");
    }

    #[test]
    fn a_language_has_forms_of_its_own_below_the_words_of_the_operator() {
        let mut in_polish = Replaced::default();
        let keys = [
            ("one", "{count} klucz"),
            ("few", "{count} klucze"),
            ("many", "{count} kluczy"),
            ("other", "{count} klucza"),
        ];
        in_polish.add_forms(KEYS.key(), forms(keys));
        in_polish.add(SOME.key(), "{key} ({project})");
        let mut words = replaced(SOME, None, "{project}");
        words.speak(&in_polish, Counting::by(polish));
        let say = |number| KEYS.count("count", number).plain(&words);
        assert_eq!([say(1), say(2), say(5)], ["I klucz", "II klucze", "IIIII kluczy"]);
        assert_eq!(SOME.name("project", "é").plain(&words), "é", "the operator's words come first");
        let other = Text("One.\u{1f}{count} of them.");
        assert_eq!(other.count("count", 1).plain(&words), "One.", "English counts as English");
        assert_eq!(other.count("count", 2).plain(&words), "II of them.");
    }

    #[test]
    fn a_key_is_a_hash_of_the_english() {
        // From the reference implementation of FNV-1a.
        assert_eq!((Text("").key(), Text("foobar").key()), (0x811c_9dc5, 0xbf9c_f968));
    }
}
