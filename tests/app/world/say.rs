//! What the reader may do.

use crate::client_files::client;
use keyfill::core::admit::Id;
use keyfill::core::message::{
    CommandsMsg, CopyTarget, EdgeMsg, FileMsg, KeysMsg, Msg, SessionMsg, SignInMsg,
};
use keyfill::core::model::{Entry, Listing, Model, Stage, Work};
use keyfill::core::secret::Secret;
use keyfill::core::sign_in::{Field, SignInMethod};
use keyfill::core::snippet::Form;
use proptest::prelude::*;

use super::pick;
use crate::cloud::page::{Page, filled, key, pasted, typed};
use crate::cloud::sign_in::{APPLICATION_CREDENTIAL, CREDENTIAL_SECRET, PASSCODE};
use crate::cloud::{ALICE, ALICE_IN_HEKLA, BOB, ELSEWHERE, KEYSTONE, PASSWORD, UNSCOPED};

#[derive(Clone, Copy, Debug)]
pub enum Say {
    /// Whatever brings on what goes on: the answer to a question, the next stage.
    Onward,
    SignIn,
    Password,
    WrongPassword,
    ApplicationCredential,
    Passcode,
    File,
    Cancel,
    Switch,
    ChooseProject,
    SignOut,
    Part,
    Leave,
    Create,
    StopWaiting,
    Refresh,
    Choose,
    Rotate,
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
    Show,
    Use,
}

/// What moves things on is as likely as what disturbs them.
pub fn say() -> impl Strategy<Value = Say> {
    use Say::*;
    prop_oneof![
        14 => Just(Onward),
        5 => Just(Create),
        4 => prop_oneof![3 => Just(SignIn), 3 => Just(Password), 2 => Just(WrongPassword),
            1 => Just(ApplicationCredential), 1 => Just(File)],
        2 => prop_oneof![Just(Passcode), Just(ChooseProject), Just(Cancel)],
        2 => Just(Switch),
        2 => prop_oneof![Just(SignOut), Just(Part), Just(Leave), Just(Region), Just(Show)],
        1 => Just(Use),
        5 => prop_oneof![Just(StopWaiting), Just(Refresh), Just(Choose), Just(Copy)],
        3 => prop_oneof![3 => Just(Rotate), 1 => Just(StopRotation)],
        4 => prop_oneof![2 => Just(MarkSeveral), 3 => Just(Mark), 1 => Just(AskMarked)],
        4 => prop_oneof![Just(AskDelete), Just(Keep), Just(ConfirmDelete), Just(DismissOffer)],
    ]
}

/// The messages of `say`; `n` picks one of what there is.
pub fn messages(page: &Page, say: Say, n: usize) -> Vec<Msg> {
    let all = &page.cloud.credentials;
    let access = || key(pick(n, all.len()).map_or("gone", |n| &all[n].access));
    let project = || Id::admit(["katla", "hekla", "askja"][n % 3]).unwrap();
    let by = |method, fields| {
        vec![Msg::SignIn(SignInMsg::Open), Msg::SignIn(SignInMsg::ChooseMethod(method)), fields]
    };
    vec![match say {
        Say::Onward => onward(&page.model, n),
        Say::SignIn => {
            let grant = [ALICE, ALICE, ALICE_IN_HEKLA, UNSCOPED, BOB][n % 5].clone();
            return by(SignInMethod::TOKEN, pasted(&grant.token));
        }
        Say::Password => {
            let user = ["alice", "alice", "mfa", "bob", "smartcard", "none"][n % 6];
            return by(SignInMethod::PASSWORD, typed(user, PASSWORD));
        }
        Say::WrongPassword => return by(SignInMethod::PASSWORD, typed("alice", "wrong")),
        Say::ApplicationCredential => {
            let secret = (Field::CREDENTIAL_SECRET, CREDENTIAL_SECRET);
            let fields = filled(&[(Field::CREDENTIAL, APPLICATION_CREDENTIAL), secret]);
            return by(SignInMethod::APPLICATION_CREDENTIAL, fields);
        }
        Say::Passcode => filled(&[(Field::PASSCODE, if n < 4 { "000000" } else { PASSCODE })]),
        Say::File => return vec![Msg::SignIn(SignInMsg::Open), file(n), typed("alice", PASSWORD)],
        Say::Cancel => Msg::SignIn(SignInMsg::Cancel),
        Say::Switch => Msg::SignIn(SignInMsg::SwitchProject),
        Say::ChooseProject => Msg::SignIn(SignInMsg::ChooseProject(project())),
        Say::SignOut => Msg::Session(SessionMsg::SignOut),
        Say::Part if n < 2 => Msg::Session(SessionMsg::Stay),
        Say::Part => Msg::Session(SessionMsg::AnswerSignOut(n.is_multiple_of(2))),
        Say::Leave => Msg::Edge(EdgeMsg::Leave),
        Say::Create => Msg::Keys(KeysMsg::Create),
        Say::StopWaiting => Msg::Keys(KeysMsg::StopWaiting),
        Say::Refresh => Msg::Keys(KeysMsg::Refresh),
        Say::Choose => Msg::Keys(KeysMsg::Choose(access())),
        Say::Rotate => Msg::Keys(KeysMsg::Rotate(access())),
        Say::StopRotation => Msg::Keys(KeysMsg::StopRotation),
        Say::MarkSeveral => {
            let marks = all
                .iter()
                .skip(n % 2)
                .take(n)
                .map(|made| Msg::Keys(KeysMsg::Mark(key(&made.access))));
            return std::iter::once(Msg::Keys(KeysMsg::MarkSeveral)).chain(marks).collect();
        }
        Say::Mark => Msg::Keys(KeysMsg::Mark(access())),
        Say::AskMarked => Msg::Keys(KeysMsg::AskDeleteMarked),
        Say::AskDelete => Msg::Keys(KeysMsg::AskDelete(access())),
        Say::Keep => Msg::Keys(KeysMsg::Keep),
        Say::ConfirmDelete => Msg::Keys(KeysMsg::ConfirmDelete),
        Say::DismissOffer => Msg::Keys(KeysMsg::DismissOffer),
        Say::Region => Msg::Commands(CommandsMsg::ChooseRegion(n)),
        Say::Copy => Msg::Commands(CommandsMsg::Copy(
            [
                CopyTarget::Step(page.model.edition(), n),
                CopyTarget::TestStep(page.model.edition(), n / 2),
            ][n % 2],
        )),
        Say::Use if n == 0 => Msg::Session(SessionMsg::KeepAwake),
        // Now, or noted some time ago; also after the end.
        Say::Use => Msg::Edge(EdgeMsg::Used(page.model.now.saturating_sub(1_000 * n as u64))),
        Say::Show => match n {
            0 | 1 => Msg::Commands(CommandsMsg::Reveal(n == 0)),
            2 | 3 => Msg::Commands(CommandsMsg::ChooseForm(if n == 2 {
                Form::Quick
            } else {
                Form::Prompt
            })),
            4 => Msg::Keys(KeysMsg::Test(Some(access()))),
            5 => Msg::Keys(KeysMsg::Filter("acce".into())),
            6 => Msg::Keys(KeysMsg::ShowPage(n)),
            _ => Msg::Commands(CommandsMsg::ChooseClient(client("mc"))),
        },
    }]
}

/// What a reader does who wants to get to an end.
fn onward(model: &Model, n: usize) -> Msg {
    match &model.entry {
        Entry::Passcode(_) => return filled(&[(Field::PASSCODE, PASSCODE)]),
        Entry::Clouds(_) => return Msg::File(FileMsg::ChooseCloud(n % 2)),
        Entry::Address(_) => return Msg::File(FileMsg::ChooseAddress(n % 3)),
        Entry::Choosing(choice) => {
            let project = choice.projects.get(n % choice.projects.len().max(1));
            return project.map_or(Msg::SignIn(SignInMsg::Cancel), |p| {
                Msg::SignIn(SignInMsg::ChooseProject(p.id.clone()))
            });
        }
        _ => {}
    }
    let Some(account) = model.account() else {
        // Whoever has mistyped a password does it again.
        let again = model.refusals.count > 0 && matches!(model.entry, Entry::Form);
        return if again { typed("alice", "wrong") } else { Msg::SignIn(SignInMsg::Open) };
    };
    if account.parting.is_some() {
        return Msg::Session(SessionMsg::AnswerSignOut(n.is_multiple_of(2)));
    }
    match (&account.work, &account.rotation) {
        (Work::Marking(marked), _) if marked.len() > 1 => Msg::Keys(KeysMsg::AskDeleteMarked),
        (Work::Confirming(_), _) => Msg::Keys(KeysMsg::ConfirmDelete),
        (Work::Offering(found), _) => Msg::Keys(KeysMsg::Choose(found[0].clone())),
        (Work::Unknown(_), _) => Msg::Keys(KeysMsg::Refresh),
        (Work::Idle, Some(rotation)) => match &rotation.stage {
            Stage::Proving(_) => Msg::Keys(KeysMsg::Switch),
            Stage::Installing(_) => Msg::Keys(KeysMsg::Installed),
            _ => Msg::Keys(KeysMsg::AskDelete(rotation.old.clone())),
        },
        (Work::Idle | Work::Marking(_), _) => match &account.listing {
            Listing::Known(known) if n < known.own.len() => {
                let access = known.own[n].access().clone();
                match account.work {
                    Work::Marking(_) => Msg::Keys(KeysMsg::Mark(access)),
                    _ if n == 1 => Msg::Keys(KeysMsg::Rotate(access)),
                    _ => Msg::Keys(KeysMsg::AskDelete(access)),
                }
            }
            _ => Msg::DismissNotice,
        },
        _ => Msg::DismissNotice,
    }
}

/// One cloud, two clouds, or one of another place.
fn file(n: usize) -> Msg {
    let cloud = |name: &str, keystone: &str, project: &str| {
        format!(
            "  {name}:\n    auth:\n      auth_url: {keystone}\n      username: alice\n      \
             project_name: {project}\n"
        )
    };
    let (one, other) = (cloud("a", KEYSTONE, "hekla"), cloud("b", ELSEWHERE, "askja"));
    let text = match n % 3 {
        0 => ["clouds:\n", &one].concat(),
        1 => ["clouds:\n", &one, &other].concat(),
        _ => ["clouds:\n", &cloud("a", KEYSTONE, "askja")].concat(),
    };
    Msg::File(FileMsg::Read("clouds.yaml".into(), Some(Secret::new(text))))
}
