//! Panels with options: what each shows of the one session, and what the reader does there.

use crate::client_files::client;
use crate::cloud;
use crate::markup;
use keyfill::core::config::Config;
use keyfill::core::message::{CommandsMsg, CopyTarget, EdgeMsg, KeysMsg, SessionMsg, SignInMsg};
use keyfill::core::model::Entry;
use keyfill::core::panel::{PanelOptions, Show};
use keyfill::core::rules::{MOST_CLIENTS, TABS_IN_ROW, default};
use keyfill::core::screen::{Aside, Commands, EntryScreen, Lead, Question, Screen, screen};
use keyfill::core::snippet::{Client, Edition, Shell};
use keyfill::view::{self, Context, offer};

use serde_json::json;

use crate::cloud::SECRET_MARK;
use crate::cloud::page::{Page, keys_of};
use crate::golden::compare;
use crate::rendering::render;
use crate::states::panels::{BOR1, about, in_aur1, only, own_tabs, panels};
use crate::states::{small, with_keys};

async fn html(page: &Page, options: &PanelOptions) -> String {
    let context = Context { live: true, ..Context::inert("keyfill-1") };
    let show = if options.offer { offer::offer } else { view::panel };
    render(show(&screen(&page.model, options), &context)).await
}

fn commands(page: &Page, options: &PanelOptions) -> Commands {
    screen(&page.model, options).commands.unwrap()
}

fn text(page: &Page, options: &PanelOptions) -> String {
    let steps = commands(page, options).steps;
    steps.iter().map(|step| step.snippet.copied().expose().to_owned()).collect()
}

fn aside(page: &Page, options: &PanelOptions) -> Option<Aside> {
    screen(&page.model, options).bar.aside
}

#[tokio::test(flavor = "current_thread")]
async fn golden() {
    let mut all = Vec::new();
    for (name, page, options) in panels() {
        all.push((format!("panel-{name}"), html(&page, &options).await));
    }
    compare(&all);
}

#[tokio::test(flavor = "current_thread")]
async fn every_panel_can_be_used_without_eyes_and_masks_its_secrets() {
    for (name, page, options) in panels() {
        let text = html(&page, &options).await;
        markup::can_be_used_without_eyes(name, &text);
        assert!(!text.contains(SECRET_MARK), "{name}");
    }
}

#[test]
fn a_panel_has_only_the_parts_that_it_shows() {
    let page = with_keys(1);
    let shown = |page: &Page, show| screen(&page.model, &only(show));
    let parts = |screen: &Screen| (screen.keys.is_some(), screen.commands.is_some());
    assert_eq!(parts(&shown(&page, Show::All)), (true, true));
    assert_eq!(parts(&shown(&page, Show::Tabs)), (false, true));
    assert_eq!(parts(&shown(&page, Show::List)), (true, false));
    assert_eq!(aside(&page, &only(Show::Tabs)), None);
    assert_eq!(aside(&with_keys(0), &only(Show::Tabs)), Some(Aside::NoKeyChosen));
    assert_eq!(aside(&with_keys(0), &only(Show::All)), None);

    let out = small();
    let keystone = || out.model.region().keystone.host().to_owned();
    assert_eq!(shown(&out, Show::Tabs).bar.lead, Lead::Placeholders(keystone()));
    assert_eq!(shown(&out, Show::List).bar.lead, Lead::NoKeys(keystone()));
    assert_eq!(aside(&out, &only(Show::List)), Some(Aside::WhatIsThis));
    let short = PanelOptions { compact: true, ..PanelOptions::default() };
    assert_eq!(aside(&out, &short), None);
}

#[test]
fn the_choice_of_a_shell_stays_where_a_client_has_one_only() {
    let mut page = small();
    let clients = r#""clients":["aws","winscp"],"regions":[{"name":"Aur1",
        "keystone_url":"https://k.example/v3","s3_endpoint":"https://s3.example"}]"#;
    page.model.config = Config::from_json(&format!(r#"{{"brand":"A",{clients}}}"#)).unwrap();
    let shells = |page: &Page| -> Vec<(Shell, bool)> {
        let shown = commands(page, &PanelOptions::default());
        shown.shells.iter().map(|choice| (choice.shell, choice.chosen)).collect()
    };
    page.say(CommandsMsg::ChooseShell(Shell::PowerShell));
    assert!(commands(&page, &PanelOptions::default()).untried);
    let before = shells(&page);
    assert_eq!(before.iter().filter(|(_, chosen)| *chosen).count(), 1);
    assert!(before.contains(&(Shell::PowerShell, true)) && before.len() == 3);
    page.say(CommandsMsg::ChooseClient(page.model.config.client("winscp").unwrap()));
    assert_eq!(shells(&page), before);
    assert!(!commands(&page, &PanelOptions::default()).untried, "nothing of it is for a shell");
}

#[test]
fn a_short_panel_shows_how_to_set_up_and_copies_just_that() {
    let mut page = with_keys(1);
    let short = PanelOptions { compact: true, ..PanelOptions::default() };
    for form in [keyfill::core::snippet::Form::Prompt, keyfill::core::snippet::Form::Quick] {
        page.say(CommandsMsg::ChooseForm(form));
        let (all, few) = (commands(&page, &PanelOptions::default()), commands(&page, &short));
        // The check, the use and the undo are left out.
        assert_eq!(all.steps.len(), few.steps.len() + 3);
        for (all, few) in all.steps.iter().zip(&few.steps) {
            assert_eq!(all.snippet.copied().expose(), few.snippet.copied().expose());
        }
        assert!(!text(&page, &short).contains("<bucket>"));
    }
    let own = own_tabs(1);
    assert_eq!(commands(&own, &short).steps.len(), 2, "an operator's tab is shown whole");
}

#[test]
fn a_panel_with_some_of_the_clients_falls_back_to_its_first() {
    let mut page = Page::new();
    let own = |clients: &[Client]| PanelOptions {
        clients: Some(clients.to_vec()),
        ..PanelOptions::default()
    };
    let options = own(&[client("rclone"), client("mc")]);
    let chosen = |page: &Page| {
        let commands = commands(page, &options);
        let tabs = commands.tabs.iter().filter(|tab| tab.chosen);
        assert_eq!(tabs.map(|tab| tab.client).collect::<Vec<_>>(), [commands.edition.client]);
        commands.edition.client
    };
    assert_eq!(chosen(&page), client("rclone"), "aws is not here");
    assert!(text(&page, &options).starts_with('(') && text(&page, &options).contains("rclone"));
    page.say(CommandsMsg::ChooseClient(client("mc")));
    assert_eq!(chosen(&page), client("mc"), "the choice is shared");
    page.say(CommandsMsg::ChooseClient(client("aws")));
    assert_eq!(chosen(&page), client("rclone"));
    assert_eq!(commands(&page, &own(&[client("env")])).tabs.len(), 1);
}

#[test]
fn a_panel_about_one_region_shows_copies_and_saves_just_that() {
    let mut page = in_aur1();
    let options = about(1);
    let shown = screen(&page.model, &options);
    assert!(shown.bar.regions.is_empty());
    assert!(matches!(&shown.bar.lead, Lead::Session { region, .. } if region == "Aur2"));
    let commands = shown.commands.unwrap();
    let filled = commands.filled.unwrap();
    assert_eq!((&*filled.profile, &*filled.region), ("aur2", "Aur2"));
    assert_eq!(commands.edition, Edition { client: client("aws"), region: 1 });
    assert!(text(&page, &options).contains("https://s3-aur2.example"));
    assert!(!text(&page, &options).contains("aur1"));

    page.say(CommandsMsg::Copy(CopyTarget::Step(commands.edition, 0)));
    let (_, copied) = page.copied.pop().unwrap();
    assert_eq!(copied.expose(), commands.steps[0].snippet.copied().expose());
    page.say(EdgeMsg::Copied(CopyTarget::Step(commands.edition, 0), true));
    assert_eq!(page.screen().copied, Some(CopyTarget::Step(commands.edition, 0)));
    assert_ne!(page.model.edition(), commands.edition, "no other panel says that it was copied");
    page.say(KeysMsg::Save(1, 0));
    let (name, file) = page.saved.pop().unwrap();
    assert_eq!(name, "aws-aur2-secret.ini");
    assert!(file.expose().contains("https://s3-aur2.example"));
    let access = cloud::page::key(page.chosen().unwrap());
    page.say(KeysMsg::Test(Some(access)));
    let test = keys_of(screen(&page.model, &options)).test.unwrap();
    assert!(test.steps[0].snippet.copied().expose().contains("https://s3-aur2.example"));
    page.say(CommandsMsg::Copy(CopyTarget::TestStep(test.edition, 0)));
    let (_, copied) = page.copied.pop().unwrap();
    assert_eq!(copied.expose(), test.steps[0].snippet.copied().expose());
    assert_eq!(page.model.region, 0, "the other panels stay where they were");
}

#[test]
fn signing_in_from_a_panel_about_one_region_is_for_that_region() {
    let mut page = Page::new();
    page.say(SignInMsg::OpenFor(BOR1));
    assert_eq!(page.model.region, BOR1);
    let Some(EntryScreen::Form(form)) = page.screen().entry else { panic!("no form") };
    assert_eq!((&*form.place, &*form.keystone), ("Aurora Bor1", cloud::ELSEWHERE));
    page.say(SignInMsg::OpenFor(0));
    assert_eq!(page.model.region, 0, "the form is empty, so it can be for another region");
    page.say(SignInMsg::OpenFor(9));
    assert_eq!(page.model.region, 0);

    // A session that began in the meantime is not changed unasked.
    let mut page = in_aur1();
    page.say(SignInMsg::OpenFor(BOR1));
    assert_eq!((page.model.region, &page.model.entry.awaited()), (0, &None));
    assert!(matches!(page.model.entry, Entry::Closed));
    assert_eq!(page.screen().bar.question, Some(Question::Move("Bor1".into())));
}

#[test]
fn a_key_of_another_keystone_stays_out_of_the_commands() {
    let mut page = in_aur1();
    let options = about(BOR1);
    let shown = screen(&page.model, &options);
    assert!(shown.keys.is_none());
    assert!(matches!(&shown.bar.lead, Lead::Session { region, .. } if region == "Aur1"));
    let elsewhere =
        |index| Some(Aside::Elsewhere { session: "Aur1".into(), region: "Bor1".into(), index });
    assert_eq!(shown.bar.aside, elsewhere(Some(BOR1)));
    let commands = shown.commands.unwrap();
    assert_eq!(commands.filled, None);
    let steps = text(&page, &options);
    assert!(steps.contains("<access-key>") && steps.contains("https://s3-bor1.example"));
    assert!(!steps.contains("acce55") && !steps.contains(SECRET_MARK));
    page.say(CommandsMsg::Copy(CopyTarget::Step(commands.edition, 1)));
    assert_eq!(page.copied.pop().unwrap().1.expose(), "<secret-key>");
    page.say(KeysMsg::Save(BOR1, 0));
    assert!(page.saved.is_empty());

    page.say(CommandsMsg::ChooseRegion(BOR1));
    assert_eq!(
        screen(&page.model, &options).bar.question,
        Some(Question::Move("Bor1".into())),
        "one can sign in there instead"
    );
    page.say(SessionMsg::Stay);
    page.say(SignInMsg::SwitchProject);
    assert_eq!(aside(&page, &options), elsewhere(None), "not while something else is asked");
}

/// The panel stays in the page for a moment when one with another configuration comes.
#[test]
fn options_of_an_earlier_configuration_do_no_harm() {
    let page = small();
    let options = PanelOptions {
        clients: Some(vec![Client::at(17).unwrap(), client("rclone")]),
        region: Some(7),
        ..PanelOptions::default()
    };
    let shown = screen(&page.model, &options);
    assert_eq!(shown.commands.unwrap().tabs, []);
    assert_eq!(page.model.filling(7).region, None);
    assert!(page.model.filling(7).key.is_none());
}

#[tokio::test(flavor = "current_thread")]
async fn the_offer_is_one_line_and_the_panel_in_a_dialog() {
    let options = PanelOptions { offer: true, ..PanelOptions::default() };
    let text = html(&with_keys(1), &options).await;
    let all = markup::elements(&text);
    let [dialog] = &all.iter().filter(|e| e.tag == "dialog").collect::<Vec<_>>()[..] else {
        panic!("one dialog")
    };
    assert!(dialog.ancestors.is_empty() && dialog.text.contains("Your keys in"));
    let opens: Vec<_> = all.iter().filter(|e| e.attribute("data-keyfill-open").is_some()).collect();
    assert!(opens.len() == 1 && !opens[0].ancestors.contains(&"dialog".to_owned()));
    let line = all.iter().find(|e| e.attribute("class") == Some("keyfill-offer")).unwrap();
    assert_eq!(line.text, "Filled in for alice in Project katla, Aur1. Keys and values");
}

#[tokio::test(flavor = "current_thread")]
async fn clients_without_a_place_in_the_row_are_in_a_menu() {
    let mut page = Page::new();
    let mut clients = default::CLIENTS.to_vec();
    clients.push("own");
    let json = json!({
        "brand": "Aurora",
        "clients": clients,
        "tabs": [{ "id": "own", "label": "Own", "steps": [{ "lead": "Do.", "text": "do" }] }],
        "regions": [{
            "name": "Aur1",
            "keystone_url": cloud::KEYSTONE,
            "s3_endpoint": "https://s3-aur1.example",
        }],
    });
    page.model.config = Config::from_json(&json.to_string()).unwrap();
    let options = |count| {
        let all = page.model.config.clients.iter().take(count);
        let clients = all.filter_map(|entry| page.model.config.client(&entry.id)).collect();
        PanelOptions { clients: Some(clients), ..PanelOptions::default() }
    };
    let menu = "<select class=\"keyfill-select\" aria-label=\"More clients\"";
    let row = html(&page, &options(TABS_IN_ROW)).await;
    assert!(!row.contains(menu));
    let text = html(&page, &options(TABS_IN_ROW + 1)).await;
    let (_, shown) = text.split_once(menu).unwrap();
    let (shown, _) = shown.split_once("</select>").unwrap();
    let last = &page.model.config.clients[TABS_IN_ROW];
    assert_eq!(shown.matches("<option").count(), 2);
    assert!(shown.contains(&format!("<option value=\"{}\">{}<", last.id, last.label)), "{shown}");
    assert_eq!(text.matches("<label for=\"keyfill-1-tab-").count(), TABS_IN_ROW + 1);
}

#[test]
fn the_style_has_as_many_tabs_in_its_row_and_as_many_clients() {
    let style = std::fs::read_to_string("www/tabs.css").unwrap();
    let folded = format!(":nth-child(n + {})", TABS_IN_ROW + 1);
    assert_eq!(style.matches(":nth-child(n + ").count(), style.matches(&folded).count());
    assert!(style.contains(&folded));
    assert!(style.contains(&format!("> :nth-child({MOST_CLIENTS})")));
    assert!(!style.contains(&format!("> :nth-child({})", MOST_CLIENTS + 1)));
}
