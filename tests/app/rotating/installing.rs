//! The step between the proof and the end of the old credential: the new one gets to its machines.

use keyfill::core::message::{CopyTarget, Focus, Msg};
use keyfill::core::screen::{Doing, RotationScreen, RotationStep};
use keyfill::core::snippet::{Form, Section};

use super::{proving, rotation, text, texts};
use crate::cloud::page::{Page, key};

/// The set-up with the new key, whatever key is in the commands meanwhile.
#[test]
fn what_is_installed_is_the_new_key() {
    let (mut page, old, new) = proving();
    page.say(Msg::Copy(CopyTarget::InstallStep(page.model.edition(), 0)));
    assert!(page.copied.is_empty(), "nothing is to be installed yet");
    page.say(Msg::Switch);
    page.say(Msg::ChooseCredential(key(&old)));
    for form in [Form::Prompt, Form::Quick] {
        page.say(Msg::ChooseForm(form));
        let Some(RotationScreen { next: RotationStep::Install { edition, steps }, .. }) =
            rotation(&page)
        else {
            panic!("nothing to install")
        };
        assert!(!steps.is_empty());
        assert!(steps.iter().all(|step| step.section == Section::SetUp));
        let shown = text(&steps);
        assert!(shown.contains(&new) && !shown.contains(&old), "{form:?}");
        page.say(Msg::Copy(CopyTarget::InstallStep(edition, 0)));
        let copied = page.copied.pop().unwrap().1;
        assert_eq!(copied.expose(), steps[0].snippet.copied().expose());
    }
    assert!(texts(&page).0.contains(&old), "the commands have what the reader chose");
    page.check_secrets();
    page.say(Msg::Installed);
    page.say(Msg::Copy(CopyTarget::InstallStep(page.model.edition(), 0)));
    assert!(page.copied.is_empty());
}

/// A reader can delete the old key early, and is told what that means.
#[test]
fn the_question_says_that_the_new_key_is_not_installed() {
    let asked = |page: &mut Page, access: &str| {
        page.say(Msg::AskDelete(key(access)));
        assert_eq!(page.focus, Some(Focus::Keep));
        let doing = page.keys().doing;
        page.say(Msg::KeepCredential);
        matches!(doing, Doing::Confirming { in_rotation: true, .. })
    };
    let (mut page, old, new) = proving();
    assert!(asked(&mut page, &old) && !asked(&mut page, &new));
    page.say(Msg::Switch);
    assert!(asked(&mut page, &old) && !asked(&mut page, &new));
    page.say(Msg::Installed);
    assert!(!asked(&mut page, &old));
}
