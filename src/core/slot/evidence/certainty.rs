//! How sure it is that a value belongs where its slot stands, and by what.

/// Whether the value of a slot belongs where the slot stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// It does: it is filled in.
    Sure(Evidence),
    /// It does for the region with this index, whose endpoint stands beside it. Where another
    /// region is chosen, it is [`Doubt::Region`].
    SureIn(usize),
    /// It may: it is filled in where the reader says so.
    Unsure(Doubt),
    /// It does not: the slot is left alone.
    Not(Objection),
}

/// What speaks for a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// It is given to a name that is known whole: `AWS_SECRET_ACCESS_KEY`.
    Name(&'static str),
    /// It is given to a name for one half of a key, and the other half stands beside it.
    Pair,
    /// It is an argument of this program.
    Program(&'static str),
    /// It is an argument of this library.
    Library(&'static str),
    /// The address of the store or of Keystone stands beside it.
    Address,
    /// A label or the cell of a table.
    Label,
    /// It does no harm anywhere, and nothing speaks against it.
    Harmless,
    /// The author says so.
    Author,
}

/// Why a value is filled in on request only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Nothing shows whose it is.
    NoEvidence,
    /// The address beside it is that of the region with this index, and another one is chosen.
    Region(usize),
    /// The address beside it is not known yet.
    Address,
    /// It may be the id of somebody or something else.
    OtherId,
    /// It stands in a command whose output another command takes.
    Substitution,
    /// It stands in a sentence, which may be about the placeholder itself.
    Sentence,
}

/// Why a slot is left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Objection {
    /// It is for a secret, and nothing shows whose.
    NoEvidence,
    /// An address of somebody else stands beside it: from and to which byte of the text.
    Address(usize, usize),
    /// This program means something else by it.
    Program(&'static str),
    /// It is for a service of AWS that is not S3.
    Service,
    /// A name of something else stands beside it.
    Name(&'static str),
    /// It is a type, a tag or a file to include.
    Type,
    /// It stands in backticks, which a shell would run.
    Backticks,
    /// The sentence is about the placeholder itself.
    Sentence,
}

impl Certainty {
    /// Whether the slot is left alone, whatever the reader does.
    #[must_use]
    pub fn is_not(self) -> bool {
        matches!(self, Self::Not(_))
    }

    /// Why a value is filled in on request only while the region with the index `region` is
    /// chosen; `None` where it is filled in, and where it never is.
    #[must_use]
    pub fn doubt(self, region: usize) -> Option<Doubt> {
        match self {
            Self::SureIn(other) if other != region => Some(Doubt::Region(other)),
            Self::Unsure(doubt) => Some(doubt),
            Self::Sure(_) | Self::SureIn(_) | Self::Not(_) => None,
        }
    }
}
