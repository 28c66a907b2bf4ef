//! What leaves the page because the reader wants it: to the clipboard.

use crate::core::message::{CopyTarget, EdgeMsg, Effect, Msg};
use crate::core::model::Model;
use crate::core::secret::Secret;
use crate::core::snippet::{self, Edition, Filling, Step};
use crate::core::text;

/// Milliseconds for which a copy button says that it has copied.
const COPIED_MS: u32 = 2_000;

pub(super) fn copy(model: &Model, target: CopyTarget) -> Vec<Effect> {
    let step = |steps: Vec<Step>, index: usize| steps.get(index).map(|s| s.snippet.copied());
    let notice = model.notice.as_ref();
    let text = match target {
        CopyTarget::TokenCommand => Some(Secret::new(text::TOKEN_COMMAND.into())),
        CopyTarget::NoticeCode => notice.and_then(|n| n.code.clone()).map(Secret::new),
        CopyTarget::Notice => notice.map(|n| Secret::new(n.for_support(&model.config.texts))),
        CopyTarget::Step(Edition { client, region }, index) => {
            step(snippet::steps(client, model.form, model.filling(region)), index)
        }
        CopyTarget::TestStep(edition, index) => step(test_steps(model, edition), index),
        CopyTarget::InstallStep(edition, index) => step(install_steps(model, edition), index),
        // The page says what that is: `CommandsMsg::CopyBlock`.
        CopyTarget::Block(_) => None,
    };
    text.map(|text| Effect::Copy(target, text)).into_iter().collect()
}

pub(super) fn copied(model: &mut Model, target: CopyTarget, done: bool) -> Vec<Effect> {
    model.copied = Some((target, done));
    model.copies = model.copies.wrapping_add(1);
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

/// The steps that test the credential whose test is shown; none where none is.
#[must_use]
pub fn test_steps(model: &Model, edition: Edition) -> Vec<Step> {
    let account = model.account();
    let Some(key) = account.and_then(|a| a.key_of(a.tested()?)) else { return Vec::new() };
    let filling = Filling { key: Some(key), ..model.filling(edition.region) };
    snippet::test_steps(edition.client, filling)
}

/// The steps that install the new credential of a rotation, whichever is chosen; none where
/// nothing is to be installed.
#[must_use]
pub fn install_steps(model: &Model, edition: Edition) -> Vec<Step> {
    let account = model.account();
    let Some(key) = account.and_then(|a| a.key_of(a.to_install()?)) else { return Vec::new() };
    let filling = Filling { key: Some(key), ..model.filling(edition.region) };
    let mut steps = snippet::steps(edition.client, model.form, filling);
    steps.truncate(snippet::set_up_steps(edition.client, model.form));
    steps
}
