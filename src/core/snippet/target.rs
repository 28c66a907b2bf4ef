//! What can be copied or saved.

use super::Edition;

/// What can be copied or saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyTarget {
    /// A step of these commands, by index.
    Step(Edition, usize),
    /// A step of the test of a credential, by index.
    TestStep(Edition, usize),
    /// A step that installs the new credential of a rotation, by index.
    InstallStep(Edition, usize),
    /// The command that prints a token.
    TokenCommand,
    /// The code of the notice: the operator's CORS lines.
    NoticeCode,
    /// The whole notice, for the cloud's support.
    Notice,
    /// A block of the page, by its place.
    Block(usize),
}
