//! What leaves the page because the reader wants it: to the clipboard, or as a file.

use std::borrow::Cow;

use crate::core::client::{Client, ClientFile};
use crate::core::message::{CopyTarget, EdgeMsg, Effect, Focus, Msg};
use crate::core::model::Model;
use crate::core::secret::Secret;
use crate::core::snippet::{self, Edition, Filling, Section, Step};
use crate::core::text;
use crate::core::update::account;

/// Milliseconds for which a copy button says that it has copied.
const COPIED_MS: u32 = 2_000;

/// The file whose test serves for clients that have none.
const TESTING: &str = "aws";

/// Copies what the reader pointed at. Where that lacks values of the reader's own, which stand beside
/// it once there is a key, it asks for them instead.
pub(super) fn copy(model: &mut Model, target: CopyTarget) -> Vec<Effect> {
    // A test and a rotation are those of a key.
    let (steps, index, has_key) = match target {
        CopyTarget::Step(edition, index) => {
            let has_key = model.filling(edition.region).key.is_some();
            (steps(model, edition), index, has_key && model.shown_account().is_some())
        }
        CopyTarget::TestStep(edition, index) => (test_steps(model, edition), index, true),
        CopyTarget::InstallStep(edition, index) => (install_steps(model, edition), index, true),
        _ => (Vec::new(), 0, false),
    };
    let step = steps.get(index);
    let lacks = |slot: &usize| model.values.of(*slot).is_none();
    let asks = has_key && step.is_some_and(|step| step.variables.iter().any(lacks));
    model.values.asked = asks.then_some(target);
    if asks {
        return vec![Effect::Focus(Focus::Value)];
    }
    let notice = model.notice.as_ref();
    let text = match target {
        CopyTarget::TokenCommand => Some(Secret::new(text::TOKEN_COMMAND.into())),
        CopyTarget::NoticeCode => notice.and_then(|n| n.code.clone()).map(Secret::new),
        CopyTarget::Notice => notice.map(|n| Secret::new(n.for_support(&model.config.texts))),
        // Of a block, the page says what it is: `CommandsMsg::CopyBlock`.
        _ => step.map(|step| step.snippet.copied()),
    };
    text.map(|text| Effect::Copy(target, text)).into_iter().collect()
}

pub(super) fn copied(model: &mut Model, target: CopyTarget, done: bool) -> Vec<Effect> {
    model.copied = Some((target, done));
    model.copies = model.copies.wrapping_add(1);
    if let (true, CopyTarget::Step(..), Some(account)) = (done, target, account(model)) {
        account.copied = Some(target);
    }
    if !done {
        model.notice = Some(text::clipboard_refused());
    }
    vec![Effect::Later(COPIED_MS, Msg::Edge(EdgeMsg::ForgetCopied(model.copies)))]
}

/// The mark of this copy has stood long enough, unless there has been another one.
pub(super) fn forget_copied(model: &mut Model, count: u32) {
    if count == model.copies {
        model.copied = None;
    }
}

/// Saves a step that is a file.
pub(super) fn save(model: &Model, target: CopyTarget) -> Vec<Effect> {
    let CopyTarget::Step(edition, index) = target else { return Vec::new() };
    let step = steps(model, edition).into_iter().nth(index);
    step.and_then(download).into_iter().collect()
}

/// Saves a file, unless it lacks something.
pub(super) fn download(step: Step) -> Option<Effect> {
    let file = step.file.filter(|file| file.is_whole)?;
    Some(Effect::Download(file.name, step.snippet.saved()))
}

/// The steps of a client as a panel shows them.
fn steps(model: &Model, edition: Edition) -> Vec<Step> {
    let Some(file) = model.client_file(edition.client) else { return Vec::new() };
    snippet::steps(&file, &Section::SHOWN, model.style, model.filling(edition.region))
}

/// The steps that test the credential whose test is shown; none where none is, or while the file
/// is not here that has them.
///
/// The test stands on its own: no profile is read, so it works for a key that is in none yet, and
/// nothing stays on the machine. Where the client has none, it is that of the AWS CLI.
#[must_use]
pub fn test_steps(model: &Model, edition: Edition) -> Vec<Step> {
    let account = model.account();
    let Some(key) = account.and_then(|a| a.key_of(a.tested()?)) else { return Vec::new() };
    let filling = Filling { key: Some(key), ..model.filling(edition.region) };
    let has_test = |file: &Cow<'_, ClientFile>| file.has(Section::Test);
    let file = model.client_file(edition.client).filter(has_test);
    let file = file.or_else(|| model.named_file(TESTING).map(Cow::Borrowed));
    let Some(file) = file else { return Vec::new() };
    snippet::steps(&file, &[Section::Test], model.style, filling)
}

/// The name of the file that is needed for the test that is shown, where that of the client has
/// none.
#[must_use]
pub fn lacking_test(model: &Model, client: Client) -> Option<String> {
    model.account()?.tested()?;
    let is_without = model.client_file(client).is_some_and(|file| !file.has(Section::Test));
    is_without.then(|| TESTING.into())
}

/// The steps that install the new credential of a rotation, whichever is chosen; none where
/// nothing is to be installed.
#[must_use]
pub fn install_steps(model: &Model, edition: Edition) -> Vec<Step> {
    let account = model.account();
    let Some(key) = account.and_then(|a| a.key_of(a.to_install()?)) else { return Vec::new() };
    let Some(file) = model.client_file(edition.client) else { return Vec::new() };
    let filling = Filling { key: Some(key), ..model.filling(edition.region) };
    snippet::steps(&file, &[Section::SetUp], model.style, filling)
}
