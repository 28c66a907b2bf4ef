//! What can happen to a document, and what it wants done: types only.

use crate::core::admit::{AccessKey, Id};
use crate::core::app_part::AppPart;
use crate::core::clock::Millis;
use crate::core::export::ExportFile;
use crate::core::http::{Outcome, Request};
use crate::core::secret::Secret;
use crate::core::sign_in::{Field, Fields, SignInMethod};
use crate::core::snippet::{Client, Form};

pub use crate::core::request::{Call, Intent, Owner, Ticket};
pub use crate::core::snippet::CopyTarget;

/// What can happen.
#[derive(Debug)]
pub enum Msg {
    /// Time passed: the model's clock, and the wall clock in milliseconds since 1970.
    Tick(Millis, i64),
    /// The reader wants to use own keys, or to renew the session: open the form.
    OpenSignIn,
    /// The same in a panel that is about the region with this index only.
    OpenSignInFor(usize),
    /// The reader closes the form, or gives up what is waited for or asked on the way in.
    CancelSignIn,
    /// Another way to sign in.
    ChooseMethod(SignInMethod),
    /// The reader sends the form.
    Submit(Fields),
    /// The reader chose or dropped a file with this name; `None` for a text that is too large
    /// or that could not be read.
    ReadFile(String, Option<Secret>),
    /// The cloud with this index, of a file that has several.
    ChooseCloud(usize),
    /// A file that does not say so is for the Keystone of the region with this index.
    ChooseAddress(usize),
    /// What the reader looks for among the projects.
    SearchProjects(String),
    /// The project to go to.
    ChooseProject(Id),
    /// The reader wants to see the other projects.
    SwitchProject,
    /// The reader wants the session to end.
    SignOut,
    /// The reader wants it to end, and was asked; whether to revoke the pasted token.
    AnswerSignOut(bool),
    /// The reader was asked, and stays.
    Stay,
    /// The reader scrolled, typed, pressed or copied anywhere on the page, at this time of the
    /// model's clock.
    Used(Millis),
    /// The reader was warned that an unused session ends, and wants it to go on.
    KeepAwake,
    /// The page is left or hidden for good: forget everything.
    Leave,
    /// A panel with another configuration comes: end the session of this one.
    StartOver,
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
    /// What the reader looks for among the credentials.
    FilterCredentials(String),
    /// Another page of the credentials, from 0.
    ShowPage(usize),
    /// Make a credential.
    Create,
    /// Stop waiting for the reply to a create; it may still be carried out.
    StopWaiting,
    /// Ask for the list again.
    Refresh,
    /// Show how to test a credential, or stop showing it.
    Test(Option<AccessKey>),
    /// Replace a credential by a new one.
    Rotate(AccessKey),
    /// The new one works: put it into the snippets.
    Switch,
    /// The reader says that the new one is installed wherever the old one was in use.
    Installed,
    /// Leave the rotation as far as it is.
    StopRotation,
    /// The reader wants to delete several: let them be marked.
    MarkCredentials,
    /// Mark one, or take the mark away.
    Mark(AccessKey),
    /// The reader wants to delete the marked ones: ask first.
    AskDeleteMarked,
    /// The reader wants to delete a credential: ask first.
    AskDelete(AccessKey),
    /// The reader changed their mind.
    KeepCredential,
    /// The reader confirmed.
    ConfirmDelete,
    /// The reader leaves credentials as they are that a lost create left behind.
    DismissOffer,
    /// Save the chosen credential in a file, for the region with this index.
    Download(ExportFile, usize),
    /// Copy something.
    Copy(CopyTarget),
    /// Copy what the block of the page with this place says, which the page alone knows.
    CopyBlock(usize, Secret),
    /// The clipboard took it, or refused.
    Copied(CopyTarget, bool),
    /// The mark "copied" of this copy, by its count, has stood long enough.
    ForgetCopied(u32),
    /// The reader typed the value of the variable with this index; an empty one takes it away.
    TypeValue(usize, String),
    /// Open or close the list of the page's variables.
    OpenValues(bool),
    /// Keep the values until the tab is closed, or not any more.
    KeepValues(bool),
    /// Forget the values.
    ClearValues,
    /// These values were kept, by the names of their slots.
    Recall(Vec<(String, String)>),
    /// The page has these variables.
    PageHas(Vec<usize>),
    /// A part of the app is there.
    PartCame(AppPart),
    /// It could not be fetched.
    PartLost(AppPart),
    /// The reader wants it to be fetched once more.
    GetPart(AppPart),
    /// Look at the clock again.
    Watch,
    /// The reader has read the message.
    DismissNotice,
}

/// What the model wants done. The edge does it and answers with a [`Msg`].
#[derive(Debug)]
pub enum Effect {
    /// Send a request after a delay in milliseconds, and answer [`Msg::Replied`].
    Send(Ticket, Request, u32),
    /// Send requests, each when the one before it has ended, and answer [`Msg::Replied`] to each.
    SendInTurn(Vec<(Ticket, Request)>),
    /// Abort requests whose reply [`Model::wants`](crate::core::model::Model::wants) no more.
    AbortUnwanted,
    /// Put text on the clipboard, and answer [`Msg::Copied`].
    Copy(CopyTarget, Secret),
    /// Save text as a file with this name.
    Download(String, Secret),
    /// Put text into a field of the form.
    Fill(Field, Secret),
    /// Keep these values, by the names of their slots, until the tab is closed; none takes away
    /// what was kept.
    Keep(Vec<(String, String)>),
    /// Send this message after so many milliseconds.
    Later(u32, Msg),
    /// Fetch a part of the app, and answer [`Msg::PartCame`] or [`Msg::PartLost`].
    FetchPart(AppPart),
    /// Move the focus.
    Focus(Focus),
}

/// Where the focus goes, so that it follows the eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// "Use my own keys".
    Open,
    /// The first field of the form.
    Field,
    /// The first choice: of projects, of clouds.
    Choice,
    /// "Create credential".
    Create,
    /// The safe answer to a question.
    Keep,
    /// The message.
    Notice,
    /// The chosen credential.
    Chosen,
    /// The next step of a test or a rotation.
    Next,
}
