//! What can happen to a document, and what it wants done: types only.

use crate::core::admit::{AccessKey, Id};
use crate::core::http::{Outcome, Request};
use crate::core::keystone::validate::Project;
use crate::core::model::{Before, Millis};
use crate::core::secret::Secret;
use crate::core::snippet::{Client, Form};

/// What can happen.
#[derive(Debug)]
pub enum Msg {
    /// Time passed: the model's clock, and the wall clock in milliseconds since 1970.
    Tick(Millis, i64),
    /// The reader wants to use own keys: open the form.
    OpenSignIn,
    /// The reader closes the form, or gives up waiting for the sign-in.
    CancelSignIn,
    /// The reader pasted a token.
    SubmitToken(Secret),
    /// The reader wants the session to end.
    SignOut,
    /// The page is left or hidden for good: forget everything.
    Leave,
    /// A request ended.
    Replied(Ticket, Outcome),
    /// Another region.
    ChooseRegion(usize),
    /// Another client's tab.
    ChooseClient(Client),
    /// The other form of the commands.
    ChooseForm(Form),
    /// Show or mask secrets.
    Reveal(bool),
    /// Another credential for the snippets.
    ChooseCredential(AccessKey),
    /// Make a credential.
    Create,
    /// Stop waiting for the reply to a create; it may still be carried out.
    StopWaiting,
    /// Ask for the list again.
    Refresh,
    /// The reader wants to delete a credential: ask first.
    AskDelete(AccessKey),
    /// The reader changed their mind.
    KeepCredential,
    /// The reader confirmed.
    ConfirmDelete,
    /// The reader leaves credentials as they are that a lost create left behind.
    DismissOffer,
    /// Copy something.
    Copy(CopyTarget),
    /// The clipboard took it, or refused.
    Copied(CopyTarget, bool),
    /// The mark "copied" of this copy, by its count, has stood long enough.
    ForgetCopied(u32),
    /// Look at the clock again, for the session of this generation.
    Watch(u32),
    /// The reader has read the message.
    DismissNotice,
}

/// What a request was for, and under which generation.
#[derive(Clone, Debug)]
pub struct Ticket {
    /// `Model::generation` when it was sent.
    pub generation: u32,
    /// Which request of the document it was; a repetition keeps the number.
    pub number: u32,
    /// What was asked.
    pub call: Call,
    /// How often it was repeated.
    pub attempt: u8,
}

/// The requests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Call {
    /// Validate the token, for a sign-in or for [`Checking`](crate::core::model::Work::Checking).
    Validate,
    /// List the credentials.
    List,
    /// Create one.
    Create(Intent),
    /// Delete one.
    Delete(AccessKey),
}

/// What a create was for. Its reply is wanted whatever has happened since, also in the session
/// of somebody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intent {
    /// The credentials that were known before.
    pub before: Before,
    /// Whose it is.
    pub user: Id,
    /// The project that it belongs to.
    pub project: Project,
}

/// What the model wants done. The edge does it and answers with a [`Msg`].
#[derive(Debug)]
pub enum Effect {
    /// Send a request after a delay in milliseconds, and answer [`Msg::Replied`].
    Send(Ticket, Request, u32),
    /// Abort requests of older generations, except creates: their outcome is wanted.
    AbortStale,
    /// Put text on the clipboard, and answer [`Msg::Copied`].
    Copy(CopyTarget, Secret),
    /// Send this message after so many milliseconds.
    Later(u32, Msg),
    /// Move the focus.
    Focus(Focus),
}

/// What can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyTarget {
    /// A step of the chosen client, by index.
    Step(usize),
    /// The command that prints a token.
    TokenCommand,
    /// The code of the notice: the operator's CORS lines.
    NoticeCode,
}

/// Where the focus goes, so that it follows the eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// "Use my own keys".
    Open,
    /// The token field.
    Token,
    /// "Create credential".
    Create,
    /// The safe answer to "delete?".
    Keep,
    /// The message.
    Notice,
    /// The chosen credential.
    Chosen,
}
