//! The line above everything: whose commands these are, the region, and the way in or out.

use yew::prelude::*;

use super::Context;
use crate::core::message::Msg;
use crate::core::screen::{Bar, BarButton, Lead, RegionChoice};

/// The bar, and below it, while nobody is signed in, how to make keys by hand.
#[must_use]
pub fn bar(bar: &Bar, context: &Context) -> Html {
    html! {
        <>
            <div class="keyfill-bar">
                <p class="keyfill-lead">{ lead(&bar.lead) }</p>
                // Without a script the controls do nothing: they keep their place, unseen.
                <div class="keyfill-controls" inert={!context.live}>
                    if !bar.regions.is_empty() {
                        { picker(&bar.regions, context) }
                    }
                    { for bar.button.map(|which| button(which, context)) }
                </div>
            </div>
            if bar.lead == Lead::Placeholders {
                <p class="keyfill-hint">
                    { "By hand: " }<code>{ "openstack ec2 credentials create" }</code>
                    { " makes a key, " }<code>{ "openstack ec2 credentials list" }</code>
                    { " shows yours." }
                </p>
            }
        </>
    }
}

fn lead(lead: &Lead) -> Html {
    match lead {
        Lead::Placeholders => html! { "Commands below use placeholders." },
        Lead::Session { user, project, region, minutes, soon } => html! {
            <>
                <strong>{ user }</strong>{ " in " }<strong>{ project }</strong>
                { ", " }{ region }{ " – " }
                <span class={soon.then_some("keyfill-soon")}>{ minutes }{ " min left" }</span>
            </>
        },
    }
}

fn picker(regions: &[RegionChoice], context: &Context) -> Html {
    let id = context.id("region");
    let option = |region: &RegionChoice| {
        html! {
            <option selected={region.chosen} disabled={!region.open}>{ &region.name }</option>
        }
    };
    html! {
        <>
            <label for={id.clone()}>{ "Region" }</label>
            <select {id} class="keyfill-select" autocomplete="off"
                onchange={&context.region_changed}>{ for regions.iter().map(option) }</select>
        </>
    }
}

fn button(which: BarButton, context: &Context) -> Html {
    match which {
        BarButton::UseOwnKeys => {
            context.button("md-button--primary", "open", "Use my own keys", || Msg::OpenSignIn)
        }
        BarButton::SignOut => context.button("", "", "Sign out", || Msg::SignOut),
    }
}
