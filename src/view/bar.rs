//! The line above everything: whose commands these are, the region, and the way in or out.

use yew::prelude::*;

use super::Context;
use super::element::{code, element, paragraph, strong, text};
use crate::core::message::Msg;
use crate::core::screen::{Bar, BarButton, Lead, RegionChoice};

/// The bar, and below it, while nobody is signed in, how to make keys by hand.
pub fn bar(bar: &Bar, context: &Context) -> Html {
    html! {
        <>
            <div class="keyfill-bar">
                { paragraph("keyfill-lead", lead(&bar.lead)) }
                // Without a script the controls do nothing: they keep their place, unseen.
                <div class="keyfill-controls" inert={!context.live}>
                    if !bar.regions.is_empty() {
                        { picker(&bar.regions, context) }
                    }
                    { for bar.button.map(|which| button(which, context)) }
                </div>
            </div>
            if bar.lead == Lead::Placeholders {
                { hint() }
            }
        </>
    }
}

fn hint() -> Html {
    let words = vec![
        text("By hand: "),
        code("openstack ec2 credentials create"),
        text(" makes a key, "),
        code("openstack ec2 credentials list"),
        text(" shows yours."),
    ];
    paragraph("keyfill-hint", words)
}

fn lead(lead: &Lead) -> Vec<Html> {
    match lead {
        Lead::Placeholders => vec![text("Commands below use placeholders.")],
        Lead::Session { user, project, region, minutes, soon } => {
            let left = vec![text(minutes.to_string()), text(" min left")];
            vec![
                strong(vec![text(user.clone())]),
                text(" in "),
                strong(vec![text(project.clone())]),
                text([", ", region, " – "].concat()),
                element("span", if *soon { "keyfill-soon" } else { "" }, left),
            ]
        }
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
            context.button("md-button md-button--primary", "open", "Use my own keys", || {
                Msg::OpenSignIn
            })
        }
        BarButton::SignOut => context.button("md-button", "", "Sign out", || Msg::SignOut),
    }
}
