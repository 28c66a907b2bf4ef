//! Which project.

use std::rc::Rc;

use yew::html::onsubmit;
use yew::prelude::*;

use super::Context;
use super::element::{
    clickable, code, element, flag, name, nothing, paragraph, strong, tag, typable,
};
use super::words::{said, say, text};
use crate::core::message::{Msg, SignInMsg};
use crate::core::screen::{ProjectRow, Projects};
use crate::core::words::catalog::sign_in as texts;

/// The projects to choose from, and a search where there are many.
pub fn projects(projects: &Projects, context: &Context) -> Html {
    let title = context.id("projects");
    let heading = vec![strong(vec![text(texts::PROJECT_QUESTION)])];
    let mut parts = vec![tag!("p", [("id", &title)], heading).into()];
    if projects.searchable {
        parts.push(search(projects, context));
    }
    let row = |(index, row): (usize, &ProjectRow)| {
        let is_first = index == 0 && !projects.searchable;
        one(row, is_first, projects.working, context)
    };
    let rows: Vec<Html> = projects.rows.iter().enumerate().map(row).collect();
    parts.push(if rows.is_empty() {
        paragraph("", vec![text(texts::NO_PROJECT_MATCHES)])
    } else {
        element("ul", "keyfill-choices", rows)
    });
    parts.push(if projects.more > 0 {
        let more = texts::MORE_PROJECTS.count("count", projects.more);
        paragraph("keyfill-small", vec![say(more)])
    } else {
        nothing()
    });
    parts.push(context.button("md-button", "", texts::CANCEL, || SignInMsg::Cancel.into()));
    let only = match projects.rows.as_slice() {
        [row] => Some(row.id.clone()),
        _ => None,
    };
    let on = context.on.clone();
    // Enter in the search takes the one that is left.
    let submit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(id) = &only {
            on.emit(Msg::SignIn(SignInMsg::ChooseProject(id.clone())));
        }
    });
    let mut form = tag!(
        "form",
        [
            ("class", "keyfill-signin"),
            ("aria-labelledby", &title),
            ("aria-busy", flag(projects.working))
        ],
        parts
    );
    form.add_listener(Rc::new(onsubmit::Wrapper::new(submit)));
    form.into()
}

fn search(projects: &Projects, context: &Context) -> Html {
    let name = &*said(texts::SEARCH_PROJECTS);
    let mut input = tag!(
        "input",
        [
            ("type", "search"),
            ("class", "keyfill-input"),
            ("data-focus", "choice"),
            ("aria-label", name),
            ("placeholder", name),
            ("autocomplete", "off")
        ]
    );
    input.set_value(Some(projects.search.clone()));
    let input = typable(input, context.projects_searched.clone());
    element("div", "keyfill-field", vec![input])
}

fn one(row: &ProjectRow, is_first: bool, working: bool, context: &Context) -> Html {
    let focus = if is_first { "choice" } else { "" };
    let id = row.id.clone();
    let choose = context.say(move || SignInMsg::ChooseProject(id.clone()).into());
    let word = vec![name(&row.name)];
    let mut parts = vec![clickable(
        tag!(
            "button",
            [
                ("type", "button"),
                ("class", "md-button"),
                ("data-focus", focus),
                ("disabled", flag(working))
            ],
            word
        ),
        choose,
    )];
    if row.is_twin {
        parts.push(code(row.id.as_str().to_owned()));
    }
    if row.is_current {
        parts.push(element("span", "keyfill-tag", vec![text(texts::CURRENT_PROJECT)]));
    }
    let mut item = tag!("li", [], parts);
    item.key = Some(row.id.as_str().into());
    item.into()
}
