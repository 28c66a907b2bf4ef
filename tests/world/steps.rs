//! What can happen, and how often it does.

use keyfill::core::admit::Id;
use keyfill::core::config::SignInMethod;
use keyfill::core::export::ExportFile;
use keyfill::core::field::{Field, Fields};
use keyfill::core::http::{NetError, Response};
use keyfill::core::message::{CopyTarget, Msg};
use keyfill::core::model::{Entry, Model, Work};
use keyfill::core::secret::Secret;
use keyfill::core::snippet::{Client, Form};
use proptest::prelude::*;

use crate::cloud::page::{key, pasted, typed};
use crate::cloud::sign_in::PASSCODE;
use crate::cloud::{self, ALICE, ALICE_IN_HEKLA, Made, PASSWORD, refusal};

/// What happens next; numbers pick one of what there is.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    Say(Say, usize),
    /// Keystone answers what came first, at once.
    Answer,
    /// Keystone carries out a request; its answer is on the way.
    Serve(usize),
    /// An answer arrives.
    Arrive(usize),
    /// An answer arrives, and will arrive once more.
    Duplicate(usize),
    /// An answer is lost after the request was carried out.
    Lose(usize, Loss),
    /// A request never reaches Keystone.
    Cut(usize, Loss),
    /// Milliseconds pass.
    Wait(u32),
    /// Another program makes a credential.
    Plant,
    /// Another program deletes one.
    Uproot(usize),
}

/// What the reader, or the page around the panel, does.
#[derive(Clone, Copy, Debug)]
pub enum Say {
    /// Whatever the page asks for next.
    Onward,
    Open,
    Method,
    Paste,
    PasteElsewhere,
    Password,
    Passcode,
    Cancel,
    Search,
    Project,
    SwitchProject,
    SignOut,
    Part,
    Stay,
    Leave,
    StartOver,
    Create,
    StopWaiting,
    Refresh,
    Choose,
    Test,
    Rotate,
    Switch,
    StopRotation,
    MarkSeveral,
    Mark,
    AskMarked,
    AskDelete,
    Keep,
    ConfirmDelete,
    DismissOffer,
    Region,
    Copy,
    Download,
    Look,
    Show,
    DismissNotice,
}

#[derive(Clone, Copy, Debug)]
pub enum Loss {
    Unreachable,
    Timeout,
    Server,
    Html,
}

pub fn step() -> impl Strategy<Value = Step> {
    let loss = || {
        prop_oneof![
            Just(Loss::Unreachable),
            Just(Loss::Timeout),
            Just(Loss::Server),
            Just(Loss::Html)
        ]
    };
    prop_oneof![
        10 => (say(), 0..9usize).prop_map(|(say, n)| Step::Say(say, n)),
        5 => Just(Step::Answer),
        5 => (0..4usize).prop_map(Step::Serve),
        5 => (0..4usize).prop_map(Step::Arrive),
        1 => (0..4usize).prop_map(Step::Duplicate),
        2 => (0..4usize, loss()).prop_map(|(n, loss)| Step::Lose(n, loss)),
        2 => (0..4usize, loss()).prop_map(|(n, loss)| Step::Cut(n, loss)),
        2 => prop_oneof![4 => 0..60_000u32, 4 => 0..800_000u32, 1 => 0..4_000_000u32].prop_map(Step::Wait),
        1 => prop_oneof![Just(Step::Plant), (0..8usize).prop_map(Step::Uproot)],
    ]
}

/// What moves things on is as likely as what disturbs them.
fn say() -> impl Strategy<Value = Say> {
    use Say::*;
    prop_oneof![
        14 => Just(Onward),
        3 => Just(Cancel),
        8 => prop_oneof![
            2 => Just(Open), 2 => Just(Method), 3 => Just(Paste), 1 => Just(PasteElsewhere),
            6 => Just(Password), 3 => Just(Passcode), 4 => Just(Project), 1 => Just(Search),
            2 => Just(SwitchProject),
        ],
        8 => prop_oneof![
            3 => Just(Create), 1 => Just(StopWaiting), 1 => Just(Refresh), 1 => Just(Choose),
            1 => Just(DismissOffer),
        ],
        6 => prop_oneof![
            2 => Just(Rotate), 2 => Just(Switch), 1 => Just(StopRotation), 1 => Just(Test),
        ],
        10 => prop_oneof![
            2 => Just(MarkSeveral), 4 => Just(Mark), 3 => Just(AskMarked), 1 => Just(AskDelete),
            4 => Just(ConfirmDelete), 1 => Just(Keep),
        ],
        2 => prop_oneof![
            2 => Just(SignOut), 2 => Just(Part), 1 => Just(Stay), 1 => Just(Region),
        ],
        1 => prop_oneof![8 => Just(SignOut), 1 => Just(Leave), 1 => Just(StartOver)],
        3 => prop_oneof![
            Just(Copy), Just(Download), Just(Look), Just(Show), Just(DismissNotice),
        ],
    ]
}

impl Loss {
    pub fn outcome(self) -> Result<Response, NetError> {
        match self {
            Self::Unreachable => Err(NetError::Unreachable),
            Self::Timeout => Err(NetError::Timeout),
            Self::Server => Ok(refusal(503)),
            Self::Html => Ok(cloud::raw(200, "<html>")),
        }
    }
}

/// The message that says it.
pub fn msg(model: &Model, all: &[Made], say: Say, n: usize) -> Msg {
    let access = || key(pick(n, all.len()).map_or("gone", |n| &all[n].access));
    let text = || ["", "1", "a", "Project", "zz"][n % 5].to_owned();
    match say {
        Say::Onward => msg(model, all, onward(model, n), n),
        Say::Open => Msg::OpenSignIn,
        Say::Method => Msg::ChooseMethod(
            [
                SignInMethod::Password,
                SignInMethod::Password,
                SignInMethod::Token,
                SignInMethod::ApplicationCredential,
            ][n % 4],
        ),
        Say::Paste => pasted(&ALICE.token),
        Say::PasteElsewhere => pasted(&ALICE_IN_HEKLA.token),
        Say::Password => {
            let users =
                ["alice", "mfa", "alice", "mfa", "bob", "many", "none", "smartcard", "alice"];
            typed(users[n % 9], if n == 8 { "wrong" } else { PASSWORD })
        }
        Say::Passcode => {
            let code = if n.is_multiple_of(3) { "123456" } else { PASSCODE };
            Msg::Submit(Fields::default().with(Field::Passcode, Secret::new(code.into())))
        }
        Say::Cancel => Msg::CancelSignIn,
        Say::Search => Msg::SearchProjects(text()),
        Say::Project => Msg::ChooseProject(match &model.entry {
            Entry::Choosing(choice) => choice.projects[n % choice.projects.len()].id.clone(),
            _ => Id::admit("katla").unwrap(),
        }),
        Say::SwitchProject => Msg::SwitchProject,
        Say::SignOut => Msg::SignOut,
        Say::Part => Msg::Part(n.is_multiple_of(2)),
        Say::Stay => Msg::Stay,
        Say::Leave => Msg::Leave,
        Say::StartOver => Msg::StartOver,
        Say::Create => Msg::Create,
        Say::StopWaiting => Msg::StopWaiting,
        Say::Refresh => Msg::Refresh,
        Say::Choose => Msg::ChooseCredential(access()),
        Say::Test => Msg::Test((n != 0).then(access)),
        Say::Rotate => Msg::Rotate(access()),
        Say::Switch => Msg::Switch,
        Say::StopRotation => Msg::StopRotation,
        Say::MarkSeveral => Msg::MarkCredentials,
        Say::Mark => Msg::Mark(access()),
        Say::AskMarked => Msg::AskDeleteMarked,
        Say::AskDelete => Msg::AskDelete(access()),
        Say::Keep => Msg::KeepCredential,
        Say::ConfirmDelete => Msg::ConfirmDelete,
        Say::DismissOffer => Msg::DismissOffer,
        Say::Region => Msg::ChooseRegion(n),
        Say::Copy if n.is_multiple_of(2) => Msg::Copy(CopyTarget::TestStep(n / 2)),
        Say::Copy => Msg::Copy(CopyTarget::Step(n / 2)),
        Say::Download => Msg::Download(ExportFile::ALL[n % 6]),
        Say::Look if n.is_multiple_of(2) => Msg::ShowPage(n),
        Say::Look => Msg::FilterCredentials(text()),
        Say::Show if n.is_multiple_of(2) => Msg::Reveal(true),
        Say::Show => {
            let form = if n == 1 { Form::Quick } else { Form::Prompt };
            if n < 5 { Msg::ChooseForm(form) } else { Msg::ChooseClient(Client::ALL[n - 3]) }
        }
        Say::DismissNotice => Msg::DismissNotice,
    }
}

/// What a reader would do who does not want anything in particular.
fn onward(model: &Model, n: usize) -> Say {
    let even = n.is_multiple_of(2);
    if model.account().is_some_and(|account| account.parting.is_some()) {
        return Say::Part;
    }
    match (&model.entry, model.account().map(|account| &account.work)) {
        (Entry::Closed, None) => Say::Open,
        (Entry::Form, _) if n < 2 => Say::Method,
        (Entry::Form, _) if model.method == SignInMethod::Token => Say::Paste,
        (Entry::Form, _) => Say::Password,
        (Entry::Passcode(_), _) => Say::Passcode,
        (Entry::Choosing(_), _) => Say::Project,
        (_, Some(Work::Marking(marked))) if marked.is_empty() || even => Say::Mark,
        (_, Some(Work::Marking(_))) => Say::AskMarked,
        (_, Some(Work::Confirming(_))) => Say::ConfirmDelete,
        (_, Some(Work::Idle)) if n == 0 => Say::Open,
        (_, Some(Work::Idle)) if even => Say::Switch,
        (_, Some(Work::Idle)) => Say::MarkSeveral,
        _ => Say::Refresh,
    }
}

/// One of so many.
pub fn pick(n: usize, of: usize) -> Option<usize> {
    n.checked_rem(of)
}
