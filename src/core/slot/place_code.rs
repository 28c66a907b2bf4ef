//! A place as a short text, so that it can be found when a site is built and be written to in the
//! page: the browser needs no reader of languages for that.
//!
//! The words of it: the syntax first; then `f` for quotes that are never left out, `a h v k p` for
//! the flags of [`Limits`] and of the profile; `u` and `r` with a digit for the part of a URL and
//! the reading; and `w`, `b` and `e` with characters: those that must not be there, that which
//! stands on both sides, and those that could end the text. A place that has no such text stays
//! with the engine that finds it.

use std::fmt::Write as _;
use std::ptr::fn_addr_eq;

use super::Why;
use super::place::{Limits, Place, Syntax};
use super::reading::{Reading, set};
use super::url::UrlPart;
use crate::core::quote::{
    Quote, dotenv, fish, hcl, ini, json, plain, posix, powershell, python, yaml,
};

/// The quotes that have a name here.
const QUOTES: [(&str, &Quote); 16] = [
    ("sh'", &posix::SINGLE),
    ("sh", &posix::WORD),
    ("sh\\", &posix::ESCAPED),
    ("sh\"", &posix::DOUBLE),
    ("fish'", &fish::SINGLE),
    ("fish", &fish::WORD),
    ("fish\"", &fish::DOUBLE),
    ("ps'", &powershell::SINGLE),
    ("ps", &powershell::WORD),
    ("ps\"", &powershell::DOUBLE),
    ("py\"", &python::TEXT),
    ("py", &python::LITERAL),
    ("json\"", &json::STRING),
    ("hcl\"", &hcl::STRING),
    ("hcl", &hcl::LITERAL),
    ("yaml", &yaml::SCALAR),
];

type IsGood = fn(&str) -> bool;

/// What text must be where it stands bare.
const BARE: [(&str, IsGood, Why); 6] = [
    ("plain", plain::is_plain, Why::Plain),
    ("number", plain::is_number, Why::Number),
    ("document", plain::is_document, Why::Plain),
    ("ini", ini::is_common, Why::Plain),
    ("secret", ini::is_secret, Why::Plain),
    ("env", dotenv::is_value, Why::Plain),
];

const READINGS: [Reading; 9] = [
    Reading::Once,
    Reading::Quoted,
    Reading::Address,
    Reading::Plain,
    Reading::Unknown,
    Reading::Again,
    Reading::Pattern,
    Reading::Number,
    Reading::Nothing,
];

const URL_PARTS: [UrlPart; 5] =
    [UrlPart::None, UrlPart::User, UrlPart::Authority, UrlPart::Path, UrlPart::Query];

impl Place {
    /// The place as a text, or `None` where it has none.
    #[must_use]
    pub fn code(&self) -> Option<String> {
        let (mut code, is_forced) = match self.syntax {
            Syntax::Refused(_) => return None,
            Syntax::Bare(is_good, why) => {
                let same =
                    |bare: &&(&str, IsGood, Why)| fn_addr_eq(bare.1, is_good) && bare.2 == why;
                (BARE.iter().find(same)?.0.to_owned(), false)
            }
            Syntax::Quoted(quote, is_forced) => {
                (QUOTES.iter().find(|(_, other)| is_same(other, quote))?.0.to_owned(), is_forced)
            }
        };
        let Limits { argument, history, variable, reading, without, beside, keyword, ends } =
            self.limits;
        let flags = [
            (is_forced, 'f'),
            (argument, 'a'),
            (history, 'h'),
            (variable, 'v'),
            (keyword, 'k'),
            (self.profile, 'p'),
        ];
        for (_, letter) in flags.iter().filter(|(is_set, _)| *is_set) {
            code.extend([' ', *letter]);
        }
        let url = URL_PARTS.iter().position(|part| *part == self.url)?;
        let reading = READINGS.iter().position(|other| *other == reading)?;
        for (letter, number) in [('u', url), ('r', reading)] {
            if number != 0 {
                write!(code, " {letter}{number}").ok()?;
            }
        }
        let beside = if beside == 0 { 0 } else { 1 << beside };
        for (letter, set) in [('w', without), ('b', beside), ('e', ends)] {
            if set != 0 {
                write!(code, " {letter}{}", characters(set)?).ok()?;
            }
        }
        Some(code)
    }

    /// The place that [`Place::code`] wrote down.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let mut words = code.split(' ');
        let name = words.next()?;
        let mut place = Self {
            syntax: syntax(name)?,
            url: UrlPart::None,
            profile: false,
            limits: Limits::NONE,
        };
        for word in words {
            let (letter, rest) = word.split_at_checked(1)?;
            let first = rest.bytes().next();
            let index = first.and_then(|b| b.checked_sub(b'0')).map(usize::from);
            let limits = &mut place.limits;
            match (letter, &mut place.syntax) {
                ("f", Syntax::Quoted(_, is_forced)) => *is_forced = true,
                ("a", _) => limits.argument = true,
                ("h", _) => limits.history = true,
                ("v", _) => limits.variable = true,
                ("k", _) => limits.keyword = true,
                ("p", _) => place.profile = true,
                ("u", _) => place.url = *URL_PARTS.get(index?)?,
                ("r", _) => limits.reading = *READINGS.get(index?)?,
                ("w", _) => limits.without = set(rest.as_bytes()),
                ("b", _) => limits.beside = first?,
                ("e", _) => limits.ends = set(rest.as_bytes()),
                _ => return None,
            }
        }
        Some(place)
    }
}

/// The characters of a set, if each can stand in a code.
fn characters(set: u128) -> Option<String> {
    let is_in = |b: &u8| (set >> b) & 1 == 1;
    let all: Vec<u8> = (0..128).filter(is_in).collect();
    let text = String::from_utf8(all).ok()?;
    text.bytes().all(|b| b.is_ascii_graphic()).then_some(text)
}

fn syntax(name: &str) -> Option<Syntax> {
    if let Some((_, quote)) = QUOTES.iter().find(|(other, _)| *other == name) {
        return Some(Syntax::Quoted(quote, false));
    }
    let (_, is_good, why) = BARE.iter().find(|(other, ..)| *other == name)?;
    Some(Syntax::Bare(*is_good, *why))
}

/// Whether two quotes write all text in the same way.
fn is_same(one: &Quote, other: &Quote) -> bool {
    let data = |quote: &Quote| (quote.mark, quote.escapes, quote.has_numbers, quote.has_templates);
    data(one) == data(other)
        && fn_addr_eq(one.is_bare, other.is_bare)
        && fn_addr_eq(one.is_refused, other.is_refused)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::slot::{Cloud, Code, Language, Slots, find};

    /// Each language with places of every syntax that the files of clients have.
    const BLOCKS: [(&str, &str); 11] = [
        (
            "bash",
            "a='<bucket>' b=\"<bucket>\" c=<bucket> aws s3 ls s3://<bucket>/<file> <file>.copy",
        ),
        ("bash", "curl <endpoint>/<bucket>/<file>; find . -name <file>; cat << END\n<bucket>\nEND"),
        ("fish", "set a '<bucket>' \"<bucket>\" <bucket>"),
        ("powershell", "$a = '<bucket>'; aws s3 ls <bucket> \"<bucket>\""),
        ("python", "a = \"<bucket>\"; b = <seconds>; c = '<bucket>'"),
        ("json", "{\"a\": \"<bucket>\"}"),
        ("hcl", "a = \"<bucket>\"\nb = <seconds>"),
        ("ini", "[<region>]\na = <bucket>\nsecret = <secret-key>"),
        ("dotenv", "# <region>\na=<bucket>"),
        ("yaml", "<region>:\n  a: <bucket>\n  b: \"<bucket>\""),
        ("text", "<secret-key>"),
    ];

    #[test]
    fn a_place_is_read_as_it_was_written() {
        let slots = Slots::defaults().for_clients();
        for (language, text) in BLOCKS {
            let code = Code::sure(text, Language::of(language));
            let found = find(&code, &slots, &Cloud::default());
            assert_eq!(found.len(), text.matches('<').count() - text.matches("<<").count() * 2);
            for slot in found {
                let code = slot.place.code().unwrap_or_else(|| panic!("{language}: {slot:?}"));
                let read = Place::from_code(&code).unwrap();
                assert_eq!(format!("{read:?}"), format!("{:?}", slot.place), "{language}: {code}");
            }
        }
    }

    #[test]
    fn what_is_no_code_is_no_place() {
        for wrong in ["", "sh ", "sh z", "shell", "sh u9", "sh rg", "plain f", "sh å", "sh b"] {
            assert!(Place::from_code(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn every_word_of_a_code_is_kept() {
        let quotes = QUOTES.iter().map(|(name, _)| *name);
        let names = quotes.clone().chain(BARE.iter().map(|(name, ..)| *name));
        let words = "a h v k p u1 u2 u3 u4 r1 r2 r3 r4 r5 r6 r7 r8 w#, b/ eEFO";
        let words: Vec<String> = words.split(' ').map(|word| [" ", word].concat()).collect();
        let with = |name: &str| -> Vec<String> {
            words.iter().map(|word| [name, word].concat()).chain([name.to_owned()]).collect()
        };
        for code in names.flat_map(with).chain(quotes.map(|name| [name, " f"].concat())) {
            let read = Place::from_code(&code).and_then(|place| place.code());
            assert_eq!(read.as_deref(), Some(&*code));
        }
        assert!(Place { syntax: Syntax::PART, ..Place::PLAIN }.code().is_none());
    }
}
