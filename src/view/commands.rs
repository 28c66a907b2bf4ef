//! The tabs with the commands.

use yew::prelude::*;

use super::Context;
use super::element::{
    changeable, checkable, code_block, element, flag, list, nothing, paragraph, tag, verbatim,
};
use super::filled::filled_in;
use super::heading::{Progress, heading};
use super::lost::{get, get_page, lost};
use super::save::save;
use super::values::asked_above;
use super::words::{said, say, text};
use crate::core::message::{CommandsMsg, CopyTarget};
use crate::core::rules::{MASK, TABS_IN_ROW};
use crate::core::screen::{ClientTab, Commands, Lacking, ShellChoice};
use crate::core::snippet::{Form, Part, Section, Shell, Snippet, Step};
use crate::core::words::catalog::commands as texts;

/// The look of a copy button.
pub(super) const COPIES: &str = "keyfill-copy";
/// That of the one to press next.
const NEXT: &str = "keyfill-copy md-button--primary";

/// The tabs, in the markup of `pymdownx.tabbed`, so that they have the theme's look.
pub fn commands(
    commands: &Commands,
    revealed: bool,
    copied: Option<CopyTarget>,
    context: &Context,
) -> Html {
    let input = |tab: &ClientTab| {
        let client = tab.client;
        let choose = context.say(move || CommandsMsg::ChooseClient(client).into());
        checkable(
            tag!(
                "input",
                [
                    ("type", "radio"),
                    ("id", &tab_id(tab, context)),
                    ("name", &context.id("client")),
                    ("value", &tab.id),
                    ("autocomplete", "off")
                ]
            ),
            tab.chosen,
            choose,
        )
    };
    let label = |tab: &ClientTab| {
        let word = vec![say(tab.label.clone())];
        tag!("label", [("for", &tab_id(tab, context))], word).into()
    };
    let block_of = |tab: &ClientTab| {
        if tab.chosen {
            block(commands, revealed, copied, context)
        } else {
            element("div", "tabbed-block", Vec::new())
        }
    };
    let clients = &commands.tabs;
    let mut tabs: Vec<Html> = clients.iter().map(input).collect();
    let mut labels: Vec<Html> = clients.iter().map(label).collect();
    labels.extend(more(clients, context));
    tabs.push(element("div", "tabbed-labels", labels));
    tabs.push(element("div", "tabbed-content", clients.iter().map(block_of).collect()));
    let is_filled = commands.filled.is_some();
    let progress = step_progress(commands, Section::SetUp);
    let title = if is_filled {
        heading(Some((2, progress)), texts::STEP_SET_UP, Vec::new(), context)
    } else {
        nothing()
    };
    let filled = commands.filled.as_ref();
    list(vec![
        title,
        filled.filter(|f| f.form == Form::Quick).map_or_else(nothing, |_| quick_warning()),
        shells(&commands.shells, context),
        tag!(
            "div",
            [
                ("class", "tabbed-set tabbed-alternate keyfill-tabs"),
                ("role", "group"),
                ("aria-label", &said(texts::CLIENTS))
            ],
            tabs
        )
        .into(),
        filled.map_or_else(nothing, |f| filled_in(f, commands.edition.region, revealed, context)),
    ])
}

/// How far a step is, by what is to be copied next.
fn step_progress(commands: &Commands, section: Section) -> Progress {
    let next = commands.next.and_then(|at| commands.steps.get(at));
    match next.map(|step| step.section) {
        Some(next) if next == section => Progress::Now,
        Some(Section::Check) => Progress::Done,
        _ => Progress::Later,
    }
}

fn quick_warning() -> Html {
    paragraph("keyfill-notice keyfill-warning", vec![text(texts::QUICK_WARNING)])
}

/// The id of a tab. A client may have any name, also that of another part of the panel.
fn tab_id(tab: &ClientTab, context: &Context) -> String {
    context.id(&["tab-", &tab.id].concat())
}

/// The menu of the clients that have no place in the row of tabs, where there are such.
///
/// It chooses nothing itself: `www/panel.js` clicks their tabs, which are there for the keyboard and
/// for a page without scripts. What it shows of the choice is the browser's state: see `show_client`
/// of `edge/mount.rs`.
fn more(tabs: &[ClientTab], context: &Context) -> Option<Html> {
    let rest = tabs.get(TABS_IN_ROW..).filter(|rest| !rest.is_empty())?;
    // A name without a value would be a value: an empty attribute is left out.
    let head =
        tag!("option", [("selected", "true"), ("disabled", "true")], vec![text(texts::MORE)])
            .into();
    let option =
        |tab: &ClientTab| tag!("option", [("value", &tab.id)], vec![say(tab.label.clone())]).into();
    let options = std::iter::once(head).chain(rest.iter().map(option)).collect();
    Some(
        tag!(
            "select",
            [
                ("class", "keyfill-select"),
                ("aria-label", &said(texts::MORE_CLIENTS)),
                ("autocomplete", "off"),
                ("hidden", flag(!context.live))
            ],
            options
        )
        .into(),
    )
}

/// The choice of a shell, where there is one.
fn shells(shells: &[ShellChoice], context: &Context) -> Html {
    if shells.is_empty() {
        return nothing();
    }
    let id = context.id("shell");
    let option = |choice: &ShellChoice| {
        let (name, word) = match choice.shell {
            Shell::Posix => ("posix", texts::SHELL_POSIX),
            Shell::Fish => ("fish", texts::SHELL_FISH),
            Shell::PowerShell => ("powershell", texts::SHELL_POWERSHELL),
            Shell::Cmd => ("cmd", texts::SHELL_CMD),
        };
        let word = vec![text(word)];
        tag!("option", [("value", name), ("selected", flag(choice.chosen))], word).into()
    };
    let options = shells.iter().map(option).collect();
    let select = tag!(
        "select",
        [("id", &id), ("class", "keyfill-select"), ("autocomplete", "off")],
        options
    );
    let label = tag!("label", [("for", &id)], vec![text(texts::SHELL)]).into();
    let parts = vec![label, verbatim(" "), changeable(select, context.shell_changed.clone())];
    element("p", "keyfill-shell", parts)
}

/// The steps of the chosen client.
pub fn block(
    commands: &Commands,
    revealed: bool,
    copied: Option<CopyTarget>,
    context: &Context,
) -> Html {
    let mut parts = Vec::new();
    if let Some(note) = &commands.note {
        parts.push(paragraph("keyfill-about", vec![verbatim(note.clone())]));
    }
    match &commands.lacking {
        Some(Lacking::Coming) => {
            parts.push(paragraph("keyfill-hint", vec![text(texts::COMMANDS_COMING)]));
        }
        Some(Lacking::Lost(name)) => {
            parts.push(lost(texts::COMMANDS_LOST, context, get(name)));
        }
        Some(Lacking::Unread) => parts.push(lost(texts::COMMANDS_LOST, context, get_page)),
        None => {}
    }
    if commands.untried {
        parts.push(paragraph("keyfill-hint", vec![text(texts::UNTRIED)]));
    }
    let (mut more, mut undo) = (Vec::new(), Vec::new());
    let mut is_checked = commands.filled.is_none();
    for (index, step) in commands.steps.iter().enumerate() {
        if step.section == Section::Check && !is_checked {
            let progress = step_progress(commands, Section::Check);
            parts.push(heading(Some((3, progress)), texts::STEP_CHECK, Vec::new(), context));
            is_checked = true;
        }
        let look = if commands.next == Some(index) { NEXT } else { COPIES };
        let target = CopyTarget::Step(commands.edition, index);
        let html = one_step(step, look, revealed, target, copied, context);
        let place = match step.section {
            Section::Use => &mut more,
            Section::Undo => &mut undo,
            _ => &mut parts,
        };
        place.extend(asked_above(index, &commands.asked, "step-", context));
        place.push(html);
    }
    let folded = [
        ("keyfill-fold", texts::MORE_COMMANDS, more),
        ("keyfill-fold keyfill-undo", texts::UNDO, undo),
    ];
    for (class, name, steps) in folded {
        if !steps.is_empty() {
            let mut children = vec![element("summary", "", vec![text(name)])];
            children.extend(steps);
            parts.push(element("details", class, children));
        }
    }
    element("div", "tabbed-block", parts)
}

/// A step, with a copy button of this `look`.
pub(super) fn one_step(
    step: &Step,
    look: &'static str,
    revealed: bool,
    target: CopyTarget,
    copied: Option<CopyTarget>,
    context: &Context,
) -> Html {
    let is_secret = matches!(step.snippet.parts[..], [Part::Secret(_)]);
    let mut block = vec![
        code_block(shown(&step.snippet, revealed), is_secret),
        context.copy_button(&step.copy_name, look, target, copied),
    ];
    if let Some(file) = &step.file {
        let word = say(texts::SAVE_FILE.code("file", &file.name));
        block.push(save(file, word, move || CommandsMsg::Save(target).into(), context));
    }
    let children = vec![
        paragraph("", vec![say(step.lead.clone())]),
        element("div", "keyfill-block highlight no-copy", block),
    ];
    element("div", "keyfill-step", children)
}

fn shown(snippet: &Snippet, revealed: bool) -> Vec<Html> {
    let part = |part: &Part| {
        let (class, content) = match part {
            Part::Plain(plain) => return verbatim(plain.clone()),
            Part::Around(text) => return verbatim(text.clone()),
            Part::Placeholder(name) | Part::Refused(name) => {
                ("keyfill-slot", verbatim(name.clone()))
            }
            Part::Value(value) => ("keyfill-value", verbatim(value.clone())),
            Part::Secret(secret) if revealed => {
                ("keyfill-value", verbatim(secret.expose().to_owned()))
            }
            Part::Secret(_) => ("keyfill-value", verbatim(MASK)),
        };
        element("span", class, vec![content])
    };
    snippet.parts.iter().map(part).collect()
}
