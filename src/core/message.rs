//! What can happen to a document, and what it wants done: types only.

use std::rc::Rc;

use crate::core::admit::{AccessKey, Id};
use crate::core::app_part::AppPart;
use crate::core::client::ClientFile;
use crate::core::clock::Millis;
use crate::core::http::{Outcome, Request};
use crate::core::secret::Secret;
use crate::core::sign_in::{Field, Fields, SignInMethod};
use crate::core::snippet::{Client, Form, Shell};

pub use crate::core::request::{Call, Intent, Owner, Ticket};
pub use crate::core::snippet::CopyTarget;

/// What can happen.
#[derive(Debug)]
pub enum Msg {
    /// About the way in.
    SignIn(SignInMsg),
    /// About a file that fills the form.
    File(FileMsg),
    /// About the session as a whole.
    Session(SessionMsg),
    /// About keys.
    Keys(KeysMsg),
    /// About what the commands show, and copying.
    Commands(CommandsMsg),
    /// About the reader's own values.
    Values(ValuesMsg),
    /// The reader wants a part of the app that was lost to be fetched once more.
    GetPart(AppPart),
    /// The reader has read the message.
    DismissNotice,
    /// What the edge has to say; all others are what the reader does in a panel.
    Edge(EdgeMsg),
}

/// What the reader does on the way in: the form, and the project.
#[derive(Debug)]
pub enum SignInMsg {
    /// The reader wants to use own keys, or to renew the session: open the form.
    Open,
    /// The same in a panel that is about the region with this index only.
    OpenFor(usize),
    /// The reader wants to see the whole with a made-up cloud; in a panel that is about one region
    /// only, with its index.
    TrySample(Option<usize>),
    /// The reader closes the form, or gives up what is waited for or asked on the way in.
    Cancel,
    /// Another way to sign in.
    ChooseMethod(SignInMethod),
    /// The reader sends the form.
    Submit(Fields),
    /// What the reader looks for among the projects.
    SearchProjects(String),
    /// The project to go to.
    ChooseProject(Id),
    /// The reader wants to see the other projects.
    SwitchProject,
}

/// What the reader does with a file that fills the form.
#[derive(Debug)]
pub enum FileMsg {
    /// The reader chose or dropped a file with this name; `None` for a text that is too large
    /// or that could not be read.
    Read(String, Option<Secret>),
    /// The cloud with this index, of a file that has several.
    ChooseCloud(usize),
    /// A file that does not say so is for the Keystone of the region with this index.
    ChooseAddress(usize),
}

/// What the reader wants of the session.
#[derive(Clone, Copy, Debug)]
pub enum SessionMsg {
    /// The reader wants the session to end.
    SignOut,
    /// The reader wants it to end, and was asked; whether to revoke the pasted token.
    AnswerSignOut(bool),
    /// The reader was asked, and stays.
    Stay,
    /// The reader was warned that an unused session ends, and wants it to go on.
    KeepAwake,
    /// Hide everything that is the reader's, for others who see the screen, or show it again.
    Hide(bool),
}

/// What the reader does with keys, and with the choice of one.
#[derive(Debug)]
pub enum KeysMsg {
    /// Another credential for the snippets.
    Choose(AccessKey),
    /// Open or close the list of credentials.
    Manage(bool),
    /// What the reader looks for among the credentials.
    Filter(String),
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
    MarkSeveral,
    /// Mark one, or take the mark away.
    Mark(AccessKey),
    /// The reader wants to delete the marked ones: ask first.
    AskDeleteMarked,
    /// The reader wants to delete a credential: ask first.
    AskDelete(AccessKey),
    /// The reader changed their mind.
    Keep,
    /// The reader confirmed.
    ConfirmDelete,
    /// The reader leaves credentials as they are that a lost create left behind.
    DismissOffer,
    /// Save a file with the chosen credential, for the region with this index: the one with this
    /// index.
    Save(usize, usize),
}

/// What the reader does with the commands.
#[derive(Debug)]
pub enum CommandsMsg {
    /// Another region.
    ChooseRegion(usize),
    /// Another client's tab.
    ChooseClient(Client),
    /// The other form of the commands.
    ChooseForm(Form),
    /// Leave the secret key out of the commands, for somebody who must not have it, or not any
    /// more.
    LeaveOutSecret(bool),
    /// The commands for another shell.
    ChooseShell(Shell),
    /// The file with this name, of a client or of the files to save: it was not wanted until now, or
    /// it could not be had.
    GetFile(String),
    /// Show or mask secrets.
    Reveal(bool),
    /// Save a step as a file.
    Save(CopyTarget),
    /// Copy something.
    Copy(CopyTarget),
    /// Copy what the block of the page with this place says, which the page alone knows.
    CopyBlock(usize, Secret),
}

/// What the reader does with the values of variables.
#[derive(Debug)]
pub enum ValuesMsg {
    /// The reader typed the value of the variable with this index; an empty one takes it away.
    Type(usize, String),
    /// Open or close the list of the page's variables.
    Open(bool),
    /// Keep the values until the tab is closed, or not any more.
    Keep(bool),
    /// Forget the values.
    Clear,
}

/// What the edge says of time, answers and the page, which by itself keeps no session awake.
#[derive(Debug)]
pub enum EdgeMsg {
    /// Time passed: the model's clock, and the wall clock in milliseconds since 1970.
    Tick(Millis, i64),
    /// The reader scrolled, typed, pressed or copied anywhere on the page, at this time of the
    /// model's clock.
    Used(Millis),
    /// The page is left or hidden for good: forget everything.
    Leave,
    /// A worker is there, so that the session goes along to the next page of the site.
    Follows,
    /// The page is left for another one of the site: hand the session over.
    HandOver,
    /// The plain form of a session that another page has handed over.
    Arrived(Secret),
    /// A panel with another configuration comes: end the session of this one.
    StartOver,
    /// A request ended.
    Replied(Ticket, Outcome),
    /// The clipboard took it, or refused.
    Copied(CopyTarget, bool),
    /// The mark "copied" of this copy, by its count, has stood long enough.
    ForgetCopied(u32),
    /// These values were kept, by the names of their slots.
    Recall(Vec<(String, String)>),
    /// The page has these variables.
    PageHas(Vec<usize>),
    /// A panel lacks the file of a client with this name.
    Lacks(String),
    /// It is here; `None` where it could not be had.
    FileCame(String, Option<Rc<ClientFile>>),
    /// A part of the app is there.
    PartCame(AppPart),
    /// It could not be fetched.
    PartLost(AppPart),
    /// Look at the clock again.
    Watch,
}

/// What the model wants done. The edge does it and answers with a [`Msg`].
#[derive(Debug)]
pub enum Effect {
    /// Send a request after a delay in milliseconds, and answer [`EdgeMsg::Replied`].
    Send(Ticket, Request, u32),
    /// Send requests, each when the one before it has ended, and answer [`EdgeMsg::Replied`] to
    /// each.
    SendInTurn(Vec<(Ticket, Request)>),
    /// Abort requests whose reply [`Model::wants`](crate::core::model::Model::wants) no more.
    AbortUnwanted,
    /// Put text on the clipboard, and answer [`EdgeMsg::Copied`].
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
    /// Fetch a part of the app, and answer [`EdgeMsg::PartCame`] or [`EdgeMsg::PartLost`].
    FetchPart(AppPart),
    /// Fetch the file of a client with this name, and answer [`EdgeMsg::FileCame`].
    FetchCommands(String),
    /// Get a worker that carries the session on, and answer [`EdgeMsg::Follows`].
    Follow,
    /// Forget the session that has come: the model has it, or does not want it. Until then the
    /// edge passes it on where the page is left.
    Taken,
    /// Seal this plain form of the session, and leave it to the worker: until its token ends, in
    /// milliseconds since 1970, or the reader does nothing for so many milliseconds.
    HandOver(Secret, i64, Millis),
    /// Move the focus.
    Focus(Focus),
}

/// Where the focus goes, so that it follows the eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// "Sign in…".
    Open,
    /// The first field of the form.
    Field,
    /// The first choice: of projects, of clouds.
    Choice,
    /// "Create key".
    Create,
    /// The safe answer to a question.
    Keep,
    /// The message.
    Notice,
    /// The chosen credential.
    Chosen,
    /// The next step of a test or a rotation.
    Next,
    /// The first command that is to be copied.
    Command,
    /// The field of the value that a command lacks.
    Value,
}

/// Makes what is about a theme a message.
macro_rules! themes {
    ($($theme:ident($messages:ident),)*) => {
        $(
            impl From<$messages> for Msg {
                fn from(msg: $messages) -> Self {
                    Self::$theme(msg)
                }
            }
        )*
    };
}

themes! {
    SignIn(SignInMsg),
    File(FileMsg),
    Session(SessionMsg),
    Keys(KeysMsg),
    Commands(CommandsMsg),
    Values(ValuesMsg),
    Edge(EdgeMsg),
}
