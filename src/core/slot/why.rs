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
                "The text around this is read once more, as a command or as code, so this value \
                 cannot be filled in as it is. Put it in by hand, with the quotes that it needs."
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
            Self::Number => {
                "Only a number can stand here, without a zero before it. Put the value in by hand."
            }
            Self::Program => {
                "This value has a special character, and it is not known what the program here \
                 makes of it. Put the value in by hand, with the quotes that it needs."
            }
            Self::Pattern => {
                "This is a part of a pattern, a format or a script, in which a character of this \
                 value means something else. Put the value in by hand."
            }
            Self::End => {
                "This value could be taken for the line that ends the text around it. Put it in \
                 by hand, and choose another word for the end."
            }
        }
    }
}
