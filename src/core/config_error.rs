//! Why a configuration was refused, in whichever part of it.

/// Why a configuration was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    /// The option, as it stands in the JSON.
    pub option: &'static str,
    /// The refused value, safe to show.
    pub value: String,
    /// The form that was expected.
    pub expected: &'static str,
}

impl ConfigError {
    /// The error in one line, safe to show.
    #[must_use]
    pub fn message(&self) -> String {
        let Self { option, value, expected } = self;
        let value = if value.is_empty() { "nothing" } else { value };
        [option, ": ", value, " (expected: ", expected, ")"].concat()
    }
}
