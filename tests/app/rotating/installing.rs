//! The step between the proof and the end of the old credential: the new one gets to its machines.

use keyfill::core::message::{CommandsMsg, CopyTarget, Focus, KeysMsg};
use keyfill::core::screen::{Doing, RotationScreen, RotationStep};
use keyfill::core::snippet::{Form, Section};

use super::{proving, rotation, text, texts};
use crate::cloud::page::{Page, key};

/// The set-up with the new key, whatever key is in the commands meanwhile.
#[test]
fn what_is_installed_is_the_new_key() {
    let (mut page, old, new) = proving();
    page.say(CommandsMsg::Copy(CopyTarget::InstallStep(page.model.edition(), 0)));
    assert!(page.copied.is_empty(), "nothing is to be installed yet");
    page.say(KeysMsg::Switch);
    page.say(KeysMsg::Choose(key(&old)));
    for form in [Form::Prompt, Form::Quick] {
        page.say(CommandsMsg::ChooseForm(form));
        let Some(RotationScreen { next: RotationStep::Install { edition, steps, .. }, .. }) =
            rotation(&page)
        else {
            panic!("nothing to install")
        };
        assert!(!steps.is_empty());
        assert!(steps.iter().all(|step| step.section == Section::SetUp));
        let shown = text(&steps);
        assert!(shown.contains(&new) && !shown.contains(&old), "{form:?}");
        page.say(CommandsMsg::Copy(CopyTarget::InstallStep(edition, 0)));
        let copied = page.copied.pop().unwrap().1;
        assert_eq!(copied.expose(), steps[0].snippet.copied().expose());
    }
    assert!(texts(&page).0.contains(&old), "the commands have what the reader chose");
    page.check_secrets();
    page.say(KeysMsg::Installed);
    page.say(CommandsMsg::Copy(CopyTarget::InstallStep(page.model.edition(), 0)));
    assert!(page.copied.is_empty());
}

/// A reader can delete the old key early, and is told what that means.
#[test]
fn the_question_says_that_the_new_key_is_not_installed() {
    let asked = |page: &mut Page, access: &str| {
        page.say(KeysMsg::AskDelete(key(access)));
        assert_eq!(page.focus, Some(Focus::Keep));
        let doing = page.keys().doing;
        page.say(KeysMsg::Keep);
        matches!(doing, Doing::Confirming { in_rotation: true, .. })
    };
    let (mut page, old, new) = proving();
    assert!(asked(&mut page, &old) && !asked(&mut page, &new));
    page.say(KeysMsg::Switch);
    assert!(asked(&mut page, &old) && !asked(&mut page, &new));
    page.say(KeysMsg::Installed);
    assert!(!asked(&mut page, &old));
}
