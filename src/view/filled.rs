//! What stands beside filled commands: what they are filled with, how secrets are shown and passed
//! on, and the files to save.

use yew::prelude::*;

use super::Context;
use super::element::{
    checkable, clickable, element, list, nothing, paragraph, strong, tag, verbatim,
};
use super::lost::{get, get_page, lost};
use super::save::save;
use super::words::{say, text};
use crate::core::message::{CommandsMsg, KeysMsg, SessionMsg};
use crate::core::screen::{Filled, SavedFile, SavedFiles};
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
    parts.push(files(&filled.files, region, context));
    let summary = tag!("summary", [], vec![text(texts::SECRETS_AND_FILES)]);
    parts.insert(
        0,
        match &filled.files {
            // Whoever opens it looks for them.
            SavedFiles::Unasked(name) => clickable(summary, context.say(get(name))),
            _ => summary.into(),
        },
    );
    element("details", "keyfill-fold keyfill-filled", parts)
}

/// The files to save, each with what it holds.
fn files(files: &SavedFiles, region: usize, context: &Context) -> Html {
    let one = |(index, saved): (usize, &SavedFile)| {
        let SavedFile { file, note, gap } = saved;
        let msg = move || KeysMsg::Save(region, index).into();
        let button = save(file, verbatim(file.name.clone()), msg, context);
        let mut parts = vec![button, verbatim(" "), say(note.clone())];
        if let Some(gap) = gap {
            parts.extend([verbatim(" "), say(gap.clone())]);
        }
        element("li", "", parts)
    };
    let below = match files {
        SavedFiles::None => return nothing(),
        SavedFiles::Unasked(name) => {
            return context.button("md-button", "", texts::SAVE_AS_FILE, get(name));
        }
        SavedFiles::Coming => paragraph("keyfill-hint", vec![text(texts::FILES_COMING)]),
        SavedFiles::Lost(name) => lost(texts::FILES_LOST, context, get(name)),
        SavedFiles::Unread => lost(texts::FILES_LOST, context, get_page),
        SavedFiles::There(files) => {
            element("ul", "keyfill-choices", files.iter().enumerate().map(one).collect())
        }
    };
    list(vec![paragraph("", vec![strong(vec![text(texts::SAVE_AS_FILE)])]), below])
}
