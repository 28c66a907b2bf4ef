//! Why a slot stays a placeholder.

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
}

impl Why {
    /// Every reason.
    pub const ALL: [Self; 9] = [
        Self::Plain,
        Self::Quotes,
        Self::Option,
        Self::History,
        Self::Code,
        Self::Part,
        Self::Address,
        Self::Hidden,
        Self::Number,
    ];

    /// The reason and what to do, in the reader's words.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Plain => {
                "This value has a character that cannot be written here as it is. Put the value \
                 in by hand, with the quotes that it needs."
            }
            Self::Quotes => {
                "This value has a character that cannot be written inside these quotes. Put the \
                 value in by hand, and set the quotes right."
            }
            Self::Option => {
                "This value begins with a hyphen, so the command would take it for an option. \
                 Put it in by hand, with ./ before it if it is a file."
            }
            Self::History => {
                "This value has an exclamation mark, which a shell may replace here. Put the \
                 value in by hand, in single quotes."
            }
            Self::Code => {
                "The text around this may be read as code again, so a value with spaces or \
                 special characters cannot be filled in. Put the value in by hand."
            }
            Self::Part => {
                "This is a part of a name or a number, where a value cannot be quoted. Put the \
                 value in by hand."
            }
            Self::Address => {
                "This value cannot stand in this part of a web address. Put it in by hand."
            }
            Self::Hidden => {
                "This value is empty or has an invisible character. Type it again, without it."
            }
            Self::Number => "Only a number can stand here. Put the value in by hand.",
        }
    }
}
