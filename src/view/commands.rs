//! The tabs with the commands.

use yew::prelude::*;

use super::Context;
use super::element::{
    checkable, clickable, code, element, list, nothing, paragraph, tag, text, verbatim,
};
use crate::core::export::ExportFile;
use crate::core::message::{CopyTarget, Msg};
use crate::core::rules::MASK;
use crate::core::screen::{ClientTab, Commands, Filled};
use crate::core::snippet::{Client, Edition, Form, Part, Snippet, Step};

/// Tells highlight.js, which some themes run over each block, that these are none of its own.
pub(super) const PLAIN: &str = "nohighlight";

const QUICK: &str = "Quick commands hold the secret key. It stays in your shell's history, and \
    other users of the machine may see it while the command runs.";

/// The tabs, in the markup of `pymdownx.tabbed`, so that they have the theme's look.
pub fn commands(
    commands: &Commands,
    revealed: bool,
    copied: Option<CopyTarget>,
    context: &Context,
) -> Html {
    let input = |tab: &ClientTab| {
        let client = tab.client;
        let keys = &["type", "id", "name", "value", "autocomplete"];
        let values = &["radio", &tab_id(tab, context), &context.id("client"), &tab.id, "off"];
        let choose = context.say(move || Msg::ChooseClient(client));
        checkable(tag("input", keys, values, Vec::new()), tab.chosen, choose)
    };
    let label = |tab: &ClientTab| {
        let word = vec![text(tab.label.clone())];
        tag("label", &["for"], &[&tab_id(tab, context)], word).into()
    };
    let block_of = |tab: &ClientTab| {
        if tab.chosen {
            block(&commands.steps, commands.edition, revealed, copied, context)
        } else {
            element("div", "tabbed-block", Vec::new())
        }
    };
    let clients = &commands.tabs;
    let mut tabs: Vec<Html> = clients.iter().map(input).collect();
    tabs.push(element("div", "tabbed-labels", clients.iter().map(label).collect()));
    tabs.push(element("div", "tabbed-content", clients.iter().map(block_of).collect()));
    let values = &["tabbed-set tabbed-alternate keyfill-tabs", "group", "S3 client"];
    let region = commands.edition.region;
    let filled = commands.filled.iter();
    let mut parts: Vec<Html> = filled.map(|f| line(f, region, revealed, context)).collect();
    parts.push(tag("div", &["class", "role", "aria-label"], values, tabs).into());
    list(parts)
}

/// An operator's tab may have any name, also that of another part of the panel.
fn tab_id(tab: &ClientTab, context: &Context) -> String {
    match tab.client {
        Client::Own(_) => context.id(&["own-", &tab.id].concat()),
        _ => context.id(&tab.id),
    }
}

/// The steps of one client.
pub fn block(
    steps: &[Step],
    edition: Edition,
    revealed: bool,
    copied: Option<CopyTarget>,
    context: &Context,
) -> Html {
    let step = |(index, step): (usize, &Step)| {
        one_step(step, revealed, CopyTarget::Step(edition, index), copied, context)
    };
    element("div", "tabbed-block", steps.iter().enumerate().map(step).collect())
}

pub(super) fn one_step(
    step: &Step,
    revealed: bool,
    target: CopyTarget,
    copied: Option<CopyTarget>,
    context: &Context,
) -> Html {
    let lines = element("code", PLAIN, shown(&step.snippet, revealed));
    let block =
        vec![element("pre", "", vec![lines]), context.copy_button(&step.copy_name, target, copied)];
    let children = vec![
        paragraph("", vec![text(step.lead.clone())]),
        element("div", "keyfill-block highlight no-copy", block),
    ];
    element("div", "keyfill-step", children)
}

fn shown(snippet: &Snippet, revealed: bool) -> Vec<Html> {
    let part = |part: &Part| {
        let (class, content) = match part {
            Part::Plain(plain) => return verbatim(plain.clone()),
            Part::Around(text) => return verbatim(text.clone()),
            Part::Placeholder(name) => ("keyfill-slot", verbatim(name.clone())),
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

fn line(filled: &Filled, region: usize, revealed: bool, context: &Context) -> Html {
    let quick = filled.form == Form::Quick;
    let form = if quick { Form::Prompt } else { Form::Quick };
    let box_of = |checked, word, change| {
        let keys = &["type", "autocomplete"];
        let input = tag("input", keys, &["checkbox", "off"], Vec::new());
        element("label", "", vec![checkable(input, checked, change), text(word)])
    };
    let what = vec![
        text("Filled in: profile "),
        code(filled.profile.clone()),
        text([", region ", &filled.region, ", project ", &filled.project].concat()),
        text(if filled.by_catalog { ", endpoint of the catalog" } else { "" }),
    ];
    let mut parts = vec![
        paragraph("", what),
        box_of(revealed, " Show secrets", context.say(move || Msg::Reveal(!revealed))),
        box_of(quick, " Quick form", context.say(move || Msg::ChooseForm(form))),
    ];
    parts.push(if quick {
        paragraph("keyfill-notice keyfill-warning", vec![text(QUICK)])
    } else {
        nothing()
    });
    parts.push(files(filled, region, context));
    element("div", "keyfill-filled", parts)
}

/// The files that can be saved, each with what it holds.
fn files(filled: &Filled, region: usize, context: &Context) -> Html {
    let one = |file: &ExportFile| {
        let file = *file;
        let word = verbatim(file.name(&filled.profile));
        let button = tag("button", &["type", "class"], &["button", "md-button"], vec![word]);
        let save = clickable(button, context.say(move || Msg::Download(file, region)));
        element("li", "", vec![save, text(" "), text(file.note())])
    };
    let summary = element("summary", "", vec![text("Save as a file")]);
    let list = element("ul", "keyfill-choices", filled.files.iter().map(one).collect());
    element("details", "keyfill-more", vec![summary, list])
}
