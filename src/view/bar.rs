//! The line above everything: whose commands these are, the region, and the way in or out.

use yew::prelude::*;

use super::Context;
use super::element::{changeable, code, element, flag, list, paragraph, strong, tag, text};
use crate::core::message::Msg;
use crate::core::screen::{Bar, BarButton, Lead, RegionChoice};

/// The bar, and below it, while nobody is signed in, how to make keys by hand.
pub fn bar(bar: &Bar, context: &Context) -> Html {
    let mut controls = Vec::new();
    if !bar.regions.is_empty() {
        controls.push(picker(&bar.regions, context));
    }
    controls.extend(bar.button.map(|which| button(which, context)));
    // Without a script the controls do nothing: they keep their place, unseen.
    let values = &["keyfill-controls", flag(!context.live)];
    let line = vec![
        paragraph("keyfill-lead", lead(&bar.lead)),
        tag("div", &["class", "inert"], values, controls).into(),
    ];
    let mut parts = vec![element("div", "keyfill-bar", line)];
    if bar.lead == Lead::Placeholders {
        parts.push(hint());
    }
    list(parts)
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
        let values = &[flag(region.chosen), flag(!region.open)];
        tag("option", &["selected", "disabled"], values, vec![text(region.name.clone())]).into()
    };
    let options = regions.iter().map(option).collect();
    let values = &[id.as_str(), "keyfill-select", "off"];
    let select = tag("select", &["id", "class", "autocomplete"], values, options);
    list(vec![
        tag("label", &["for"], &[&id], vec![text("Region")]).into(),
        changeable(select, context.region_changed.clone()),
    ])
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
