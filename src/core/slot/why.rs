//! Why a slot stays a placeholder.

use crate::core::words::Text;
use crate::core::words::catalog::slots as texts;

/// Why a value cannot be written in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Only what means itself everywhere can stand there.
    Plain,
    /// Quotes cannot hold one of its characters.
    Quotes,
    /// It would be an option of the command.
    Option,
    /// A shell would replace its exclamation mark.
    History,
    /// The text around it may be read as code once more.
    Code,
    /// The place is a part of a word, where nothing can be quoted.
    Part,
    /// A web address cannot have it there.
    Address,
    /// It has an invisible character, or none at all.
    Hidden,
    /// Only a number can stand there.
    Number,
    /// It is not known what the program makes of one of its characters.
    Program,
    /// It would mean something in a pattern, a format or a script.
    Pattern,
    /// It could be the line that ends the text it stands in.
    End,
}

impl Why {
    /// Every reason.
    pub const ALL: [Self; 12] = [
        Self::Plain,
        Self::Quotes,
        Self::Option,
        Self::History,
        Self::Code,
        Self::Part,
        Self::Address,
        Self::Hidden,
        Self::Number,
        Self::Program,
        Self::Pattern,
        Self::End,
    ];

    /// The reason and what to do, in the reader's words.
    #[must_use]
    pub fn text(self) -> Text {
        match self {
            Self::Plain => texts::WHY_PLAIN,
            Self::Quotes => texts::WHY_QUOTES,
            Self::Option => texts::WHY_OPTION,
            Self::History => texts::WHY_HISTORY,
            Self::Code => texts::WHY_CODE,
            Self::Part => texts::WHY_PART,
            Self::Address => texts::WHY_ADDRESS,
            Self::Hidden => texts::WHY_HIDDEN,
            Self::Number => texts::WHY_NUMBER,
            Self::Program => texts::WHY_PROGRAM,
            Self::Pattern => texts::WHY_PATTERN,
            Self::End => texts::WHY_END,
        }
    }
}
