//! What authors are told of evidence.

use super::{Certainty, Doubt, Evidence, Objection};

impl Certainty {
    /// `sure`, `unsure` or `not`. A value for one region is sure: there are readers for whom it is.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Sure(_) | Self::SureIn(_) => "sure",
            Self::Unsure(_) => "unsure",
            Self::Not(_) => "not",
        }
    }

    /// By what, as a clause: "it is an argument of aws". `text` is that of the code, and `regions`
    /// has the names of the regions.
    #[must_use]
    pub fn because(self, text: &str, regions: &[&str]) -> String {
        let region = |index: usize| regions.get(index).copied().unwrap_or_default();
        match self {
            Self::Sure(evidence) => evidence.because(),
            Self::SureIn(index) => ["the address of ", region(index), " stands beside it"].concat(),
            Self::Unsure(doubt) => doubt.because(region),
            Self::Not(objection) => objection.because(text),
        }
    }
}

impl Evidence {
    fn because(self) -> String {
        match self {
            Self::Name(name) => ["it is given to ", name].concat(),
            Self::Pair => "the other half of a key stands beside it".into(),
            Self::Program(name) | Self::Library(name) => ["it is an argument of ", name].concat(),
            Self::Address => "an address of this cloud stands beside it".into(),
            Self::Label => "it stands after a label or in a table".into(),
            Self::Harmless => "nothing speaks against it".into(),
            Self::Author => "the author says so".into(),
        }
    }
}

impl Doubt {
    fn because<'a>(self, region: impl Fn(usize) -> &'a str) -> String {
        match self {
            Self::NoEvidence => "nothing shows that it is for this store".into(),
            Self::Region(index) => ["the address of ", region(index), " stands beside it"].concat(),
            Self::Address => "the address beside it is not written out".into(),
            Self::OtherId => "it may be the id of somebody or something else".into(),
            Self::Substitution => "another command takes what this one prints".into(),
            Self::Sentence => "it stands in a sentence".into(),
        }
    }
}

impl Objection {
    fn because(self, text: &str) -> String {
        match self {
            Self::NoEvidence => {
                "it is a secret, and nothing shows that it is for this store".into()
            }
            Self::Address(start, end) => {
                let address = text.get(start..end).unwrap_or_default();
                [address, " is no address of this cloud's store"].concat()
            }
            Self::Program(name) => [name, " means something else by it"].concat(),
            Self::Service => "it is for a service of AWS that is not S3".into(),
            Self::Name(name) => [name, " is something else"].concat(),
            Self::Type => "it is a type, a tag or a file to include".into(),
            Self::Backticks => "it stands in backticks, which a shell would run".into(),
            Self::Sentence => "the sentence is about the placeholder itself".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_reason_is_a_clause() {
        let text = "mc alias set x https://play.min.io";
        let regions = ["Kna1", "Fra1"];
        for (certainty, id, because) in [
            (Certainty::Sure(Evidence::Program("aws")), "sure", "it is an argument of aws"),
            (Certainty::SureIn(1), "sure", "the address of Fra1 stands beside it"),
            (Certainty::Unsure(Doubt::Sentence), "unsure", "it stands in a sentence"),
            (
                Certainty::Not(Objection::Address(23, 34)),
                "not",
                "play.min.io is no address of this cloud's store",
            ),
        ] {
            assert_eq!((certainty.id(), certainty.because(text, &regions).as_str()), (id, because));
        }
    }
}
