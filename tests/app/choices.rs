//! What the reader chooses and copies: regions, clients and forms of the commands.

use crate::client_files::clients;
use keyfill::core::message::{CommandsMsg, CopyTarget, EdgeMsg, Msg, SessionMsg, ValuesMsg};
use keyfill::core::screen::Question;
use keyfill::core::snippet::{Form, Part};
use keyfill::core::text::{TOKEN_COMMAND, Tone};

use crate::cloud::page::{Page, pasted};
use crate::cloud::{ALICE, KEYSTONE};

const AUR2: usize = 1;
const BOR1: usize = 2;

#[test]
fn the_region_stays_with_the_keystone_that_knows_the_token() {
    let mut page = Page::new();
    page.cloud.plant(&ALICE);
    page.say(CommandsMsg::ChooseRegion(BOR1));
    page.say(CommandsMsg::ChooseRegion(9));
    assert_eq!(page.model.region().name.as_str(), "Bor1");
    page.say(pasted(&ALICE.token));
    assert!(!page.waiting[0].request.url.starts_with(KEYSTONE));
    page.settle();
    assert_eq!(page.what(), "Aurora Bor1 does not accept this token.");

    page.say(CommandsMsg::ChooseRegion(AUR2));
    assert_eq!(page.what(), "", "the message was about the other region");
    page.say(pasted(&ALICE.token));
    page.say(CommandsMsg::ChooseRegion(BOR1));
    assert_eq!(page.model.region, AUR2, "the token is on its way to another Keystone");
    page.settle();
    page.say(CommandsMsg::ChooseRegion(BOR1));
    assert_eq!(page.model.region, AUR2, "it is asked first");
    let question = page.screen().bar.question;
    assert_eq!(question, Some(Question::Move("Bor1".into())));
    page.say(SessionMsg::Stay);
    assert_eq!((page.model.region, page.screen().bar.question), (AUR2, None));

    page.say(CommandsMsg::ChooseRegion(0));
    page.say(CommandsMsg::Copy(CopyTarget::Step(page.model.edition(), 0)));
    let copied = page.copied.pop().unwrap().1;
    assert!(copied.expose().contains("https://s3-aur1.example"), "the commands follow the region");
    assert_eq!(page.log.len(), 3, "and nothing is asked again");
}

#[test]
fn a_copy_is_exactly_what_is_shown() {
    let mut page = Page::new();
    page.cloud.plant(&ALICE);
    page.sign_in(&ALICE);
    for (id, text) in [("bucket", "pictures"), ("file", "cat.jpg")] {
        let slot = page.model.config.slots.by_id(id).unwrap();
        page.say(ValuesMsg::Type(slot, text.into()));
    }
    for (client, form) in clients().into_iter().zip([Form::Prompt, Form::Quick].repeat(3)) {
        page.say(CommandsMsg::ChooseClient(client));
        page.say(CommandsMsg::ChooseForm(form));
        let steps = page.screen().commands.unwrap().steps;
        for (index, step) in steps.iter().enumerate() {
            page.say(CommandsMsg::Copy(CopyTarget::Step(page.model.edition(), index)));
            let (target, copied) = page.copied.pop().unwrap();
            let text = |part: &Part| match part {
                Part::Plain(text) | Part::Placeholder(text) | Part::Refused(text) => {
                    text.clone().into_owned()
                }
                Part::Value(text) | Part::Around(text) => text.clone(),
                Part::Secret(secret) => secret.expose().to_owned(),
            };
            let shown: String = step.snippet.parts.iter().map(text).collect();
            assert_eq!(
                (target, copied.expose()),
                (CopyTarget::Step(page.model.edition(), index), &*shown)
            );
        }
        page.say(CommandsMsg::Copy(CopyTarget::Step(page.model.edition(), steps.len())));
        assert!(page.copied.is_empty(), "there is no such step");
    }
    page.say(CommandsMsg::Copy(CopyTarget::TokenCommand));
    assert_eq!(page.copied.pop().unwrap().1.expose(), TOKEN_COMMAND);
    page.say(CommandsMsg::Copy(CopyTarget::NoticeCode));
    assert!(page.copied.is_empty(), "there is no message");
}

#[test]
fn a_copy_button_says_copied_only_when_it_has() {
    let mut page = Page::new();
    let step = CopyTarget::Step(page.model.edition(), 0);
    page.say(EdgeMsg::Copied(step, true));
    assert_eq!(page.screen().copied, Some(step));
    let (_, forget) = page.later.pop().unwrap();
    page.say(forget);
    assert_eq!(page.screen().copied, None);

    page.say(EdgeMsg::Copied(step, false));
    assert_eq!(page.screen().copied, None);
    assert_eq!(page.what(), "The browser did not let this page use the clipboard.");
    assert_eq!(page.model.notice.as_ref().map(|notice| notice.tone), Some(Tone::Error));
    page.say(Msg::DismissNotice);
    assert_eq!(page.what(), "");
}
