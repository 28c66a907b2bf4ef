use crate::core::secret::Secret;
use crate::core::snippet::Filling;
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFile {
    AwsCredentials,
}
impl ExportFile {
    pub const ALL: [Self; 1] = [Self::AwsCredentials];
    #[must_use]
    pub fn name(self, profile: &str) -> String {
        profile.into()
    }
    #[must_use]
    pub fn note(self) -> &'static str {
        "x"
    }
    #[must_use]
    pub fn text(self, _f: Filling<'_>) -> Option<Secret> {
        None
    }
}
