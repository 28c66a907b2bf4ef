//! The tabs with the commands.

use yew::prelude::*;

use super::Context;
use super::element::{code, element, paragraph, text};
use crate::core::message::{CopyTarget, Msg};
use crate::core::screen::{Commands, Filled};
use crate::core::snippet::{Client, Form, Part, Snippet, Step};

/// What stands for a secret on the page; its length says nothing.
const MASK: &str = "••••••••••••••••";

const QUICK: &str = "Quick commands hold the secret key. It stays in your shell's history, and \
    other users of the machine can see it while the command runs.";

/// The tabs, in the markup of `pymdownx.tabbed`, so that they have the theme's look.
pub fn commands(commands: &Commands, copied: Option<CopyTarget>, context: &Context) -> Html {
    let input = |(client, chosen): &(Client, bool)| {
        let client = *client;
        html! {
            <input type="radio" id={context.id(client.id())} name={context.id("client")}
                value={client.id()} checked={*chosen} autocomplete="off"
                onchange={context.say(move || Msg::ChooseClient(client))} />
        }
    };
    let label = |(client, _): &(Client, bool)| {
        html! { <label for={context.id(client.id())}>{ client.id() }</label> }
    };
    let block_of = |(_, chosen): &(Client, bool)| {
        if *chosen {
            block(&commands.steps, commands.filled.as_ref(), copied, context)
        } else {
            element("div", "tabbed-block", Vec::new())
        }
    };
    html! {
        <>
            { for commands.filled.iter().map(|filled| line(filled, context)) }
            <div class="tabbed-set tabbed-alternate keyfill-tabs" role="group" aria-label="S3 client">
                { for commands.clients.iter().map(input) }
                <div class="tabbed-labels">{ for commands.clients.iter().map(label) }</div>
                <div class="tabbed-content">{ for commands.clients.iter().map(block_of) }</div>
            </div>
        </>
    }
}

/// The steps of one client.
pub fn block(
    steps: &[Step],
    filled: Option<&Filled>,
    copied: Option<CopyTarget>,
    context: &Context,
) -> Html {
    let revealed = filled.is_some_and(|filled| filled.revealed);
    let step = |(index, step): (usize, &Step)| {
        one_step(step, revealed, CopyTarget::Step(index), copied, context)
    };
    element("div", "tabbed-block", steps.iter().enumerate().map(step).collect())
}

fn one_step(
    step: &Step,
    revealed: bool,
    target: CopyTarget,
    copied: Option<CopyTarget>,
    context: &Context,
) -> Html {
    let lines = element("code", "", shown(&step.snippet, revealed));
    let mut block = vec![element("pre", "", vec![lines])];
    if context.live {
        block.push(context.copy_button(step.copy_name, target, copied));
    }
    let children = vec![
        paragraph("", vec![text(step.lead)]),
        element("div", "keyfill-block highlight", block),
    ];
    element("div", "keyfill-step", children)
}

fn shown(snippet: &Snippet, revealed: bool) -> Vec<Html> {
    let part = |part: &Part| {
        let (class, content) = match part {
            Part::Plain(plain) => return text(*plain),
            Part::Placeholder(name) => ("keyfill-slot", text(*name)),
            Part::Value(value) => ("keyfill-value", text(value.clone())),
            Part::Secret(secret) if revealed => ("keyfill-value", text(secret.expose().to_owned())),
            Part::Secret(_) => ("keyfill-value", text(MASK)),
        };
        element("span", class, vec![content])
    };
    snippet.parts.iter().map(part).collect()
}

fn line(filled: &Filled, context: &Context) -> Html {
    let (revealed, quick) = (filled.revealed, filled.form == Form::Quick);
    let form = if quick { Form::Prompt } else { Form::Quick };
    html! {
        <div class="keyfill-filled">
            { paragraph("", vec![
                text("Filled in: profile "),
                code(filled.profile.clone()),
                text([", region ", &filled.region, ", project ", &filled.project].concat()),
            ]) }
            <label>
                <input type="checkbox" checked={revealed} autocomplete="off"
                    onchange={context.say(move || Msg::Reveal(!revealed))} />
                { " Show secrets" }
            </label>
            <label>
                <input type="checkbox" checked={quick} autocomplete="off"
                    onchange={context.say(move || Msg::ChooseForm(form))} />
                { " Quick form" }
            </label>
            if quick {
                { paragraph("keyfill-notice keyfill-warning", vec![text(QUICK)]) }
            }
        </div>
    }
}
