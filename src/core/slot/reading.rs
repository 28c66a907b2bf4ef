//! How the text around a slot is read: once, or again as something else.

use super::Why;
use crate::core::quote::plain;

/// What reads the text, once its language has read it: from what takes most to what takes least.
///
/// A quote keeps a value together for one reading. What is read again, as a command, a pattern, a
/// format or a number, takes only what means itself there as well; and where it is not known what
/// reads it, that is what must be expected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reading {
    /// Nothing does: who gets the value takes it as it is.
    #[default]
    Once,
    /// Something like JSON, whose quotes stand around it as well.
    Quoted,
    /// A program that takes web addresses, with their percent signs.
    Address,
    /// It stands where nothing can be quoted.
    Plain,
    /// It is not known what.
    Unknown,
    /// A shell or another language does, once more.
    Again,
    /// It is a part of a pattern, of a format or of a script, where `.` and `/` mean something.
    Pattern,
    /// It is calculated.
    Number,
    /// It is the name of a variable, which no value is.
    Nothing,
}

/// What a program makes of an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Take {
    pub reading: Reading,
    /// Characters that mean something to the program, as a set of ASCII.
    pub without: u128,
}

impl Reading {
    /// Why `text` cannot be read so, if it cannot. A part of a web address has percent signs,
    /// which shells read as they are.
    pub fn refuses(self, text: &str, is_address: bool) -> Option<Why> {
        let is_plain = if is_address { plain::is_address } else { plain::is_plain };
        let (is_good, why): (fn(&str) -> bool, Why) = match self {
            Self::Once => return None,
            Self::Quoted => (plain::is_harmless, Why::Code),
            Self::Address => (plain::is_address, Why::Program),
            Self::Plain => (plain::is_plain, Why::Plain),
            Self::Unknown => (is_plain, Why::Program),
            Self::Again => (is_plain, Why::Code),
            Self::Pattern => (plain::is_word, Why::Pattern),
            Self::Number => (plain::is_number, Why::Number),
            Self::Nothing => (|_| false, Why::Code),
        };
        (!is_good(text)).then_some(why)
    }
}

impl Take {
    pub const ONCE: Self = Self::reading(Reading::Once);
    pub const ADDRESS: Self = Self::reading(Reading::Address);
    pub const UNKNOWN: Self = Self::reading(Reading::Unknown);
    pub const AGAIN: Self = Self::reading(Reading::Again);
    pub const PATTERN: Self = Self::reading(Reading::Pattern);
    pub const NUMBER: Self = Self::reading(Reading::Number);
    pub const NOTHING: Self = Self::reading(Reading::Nothing);

    const fn reading(reading: Reading) -> Self {
        Self { reading, without: 0 }
    }

    /// Read once, by what gives these characters a meaning of their own.
    pub const fn without(characters: &str) -> Self {
        Self { reading: Reading::Once, without: set(characters.as_bytes()) }
    }
}

/// A set of ASCII characters: the bit of each is 1.
pub(super) const fn set(mut characters: &[u8]) -> u128 {
    let mut set = 0;
    while let [first, rest @ ..] = characters {
        set |= 1 << (*first & 0x7f);
        characters = rest;
    }
    set
}
