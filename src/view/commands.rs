//! The tabs with the commands.

use yew::prelude::*;

use super::Context;
use crate::core::message::{CopyTarget, Msg};
use crate::core::screen::{Commands, Filled};
use crate::core::snippet::{Client, Form, Part, Snippet, Step};

/// What stands for a secret on the page; its length says nothing.
const MASK: &str = "••••••••••••••••";

/// The tabs, in the markup of `pymdownx.tabbed`, so that they have the theme's look.
#[must_use]
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
            empty()
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
#[must_use]
pub fn block(
    steps: &[Step],
    filled: Option<&Filled>,
    copied: Option<CopyTarget>,
    context: &Context,
) -> Html {
    let revealed = filled.is_some_and(|filled| filled.revealed);
    html! {
        <div class="tabbed-block">
            { for steps.iter().enumerate().map(|(index, step)| {
                one_step(step, revealed, CopyTarget::Step(index), copied, context)
            }) }
        </div>
    }
}

fn empty() -> Html {
    html! { <div class="tabbed-block"></div> }
}

fn one_step(
    step: &Step,
    revealed: bool,
    target: CopyTarget,
    copied: Option<CopyTarget>,
    context: &Context,
) -> Html {
    html! {
        <div class="keyfill-step">
            <p>{ step.lead }</p>
            <div class="keyfill-block highlight">
                <pre><code>{ shown(&step.snippet, revealed) }</code></pre>
                if context.live {
                    { context.copy_button(step.copy_name, target, copied) }
                }
            </div>
        </div>
    }
}

fn shown(snippet: &Snippet, revealed: bool) -> Html {
    let part = |part: &Part| match part {
        Part::Plain(text) => html! { { *text } },
        Part::Placeholder(text) => html! { <span class="keyfill-slot">{ *text }</span> },
        Part::Value(text) => html! { <span class="keyfill-value">{ text }</span> },
        Part::Secret(secret) if revealed => {
            html! { <span class="keyfill-value">{ secret.expose().to_owned() }</span> }
        }
        Part::Secret(_) => html! {
            <span class="keyfill-value" title="Hidden here. The copy button copies it.">{ MASK }</span>
        },
    };
    snippet.parts.iter().map(part).collect()
}

fn line(filled: &Filled, context: &Context) -> Html {
    let (revealed, quick) = (filled.revealed, filled.form == Form::Quick);
    let form = if quick { Form::Prompt } else { Form::Quick };
    html! {
        <div class="keyfill-filled">
            <p>
                { "Filled in: profile " }<code>{ &filled.profile }</code>
                { ", region " }{ &filled.region }{ ", project " }{ &filled.project }
            </p>
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
                <p class="keyfill-notice keyfill-warning">
                    { "Quick commands hold the secret key. It stays in your shell's history, and \
                       other users of the machine can see it while the command runs." }
                </p>
            }
        </div>
    }
}
