//! What stands beside filled commands: what they are filled with, how secrets are shown and passed
//! on, and the files to save.

use yew::prelude::*;

use super::Context;
use super::element::{
    checkable, clickable, element, list, nothing, paragraph, strong, tag, verbatim,
};
use super::words::{say, text};
use crate::core::export::ExportFile;
use crate::core::message::{CommandsMsg, KeysMsg, SessionMsg};
use crate::core::screen::Filled;
use crate::core::snippet::Form;
use crate::core::words::Text;
use crate::core::words::catalog::bar::HIDE;
use crate::core::words::catalog::commands as texts;
use crate::parts::part_call;

part_call! {
    "__wasm_split_00keys00_import_00000000000000000000000000000007_draw_filled",
    "__wasm_split_00keys00_export_00000000000000000000000000000007_draw_filled",
    fn there(
        filled: &Filled,
        region: usize,
        revealed: bool,
        context: &Context,
        html: &mut Html
    ) => *html = line(filled, region, revealed, context)
}

/// What stands beside filled commands. There is a key, so what shows keys is there as well.
pub(super) fn filled_in(filled: &Filled, region: usize, revealed: bool, context: &Context) -> Html {
    let mut html = nothing();
    there(filled, region, revealed, context, &mut html);
    html
}

fn line(filled: &Filled, region: usize, revealed: bool, context: &Context) -> Html {
    let quick = filled.form == Form::Quick;
    let for_others = filled.is_for_others;
    let form = if quick { Form::Prompt } else { Form::Quick };
    let box_of = |checked, word: Text, change| {
        let input = tag!("input", [("type", "checkbox"), ("autocomplete", "off")]);
        let parts = vec![checkable(input, checked, change), verbatim(" "), text(word)];
        element("label", "", parts)
    };
    let what = if filled.by_catalog { texts::FILLED_BY_CATALOG } else { texts::FILLED };
    let what = what
        .code("profile", &filled.profile)
        .name("region", &filled.region)
        .name("project", &filled.project);
    let mut parts = vec![
        paragraph("", vec![say(what)]),
        box_of(
            revealed,
            texts::SHOW_SECRETS,
            context.say(move || CommandsMsg::Reveal(!revealed).into()),
        ),
        box_of(
            for_others,
            texts::FOR_OTHERS,
            context.say(move || CommandsMsg::LeaveOutSecret(!for_others).into()),
        ),
        box_of(quick, texts::QUICK_FORM, context.say(move || CommandsMsg::ChooseForm(form).into())),
    ];
    parts.push(context.button("md-button", "", HIDE, || SessionMsg::Hide(true).into()));
    parts.push(files(filled, region, context));
    parts.insert(0, element("summary", "", vec![text(texts::SECRETS_AND_FILES)]));
    element("details", "keyfill-fold keyfill-filled", parts)
}

/// The files that can be saved, each with what it holds.
fn files(filled: &Filled, region: usize, context: &Context) -> Html {
    let one = |file: &ExportFile| {
        let file = *file;
        let word = verbatim(file.name(&filled.profile));
        let button = tag!("button", [("type", "button"), ("class", "md-button")], vec![word]);
        let save = clickable(button, context.say(move || KeysMsg::Download(file, region).into()));
        element("li", "", vec![save, verbatim(" "), text(file.note())])
    };
    let name = paragraph("", vec![strong(vec![text(texts::SAVE_AS_FILE)])]);
    let files = element("ul", "keyfill-choices", filled.files.iter().map(one).collect());
    list(vec![name, files])
}
