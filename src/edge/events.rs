//! What the reader does in a panel, as messages.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ClipboardEvent, Element, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::{concealed, store};
use crate::core::login_file::{MAX_BYTES, decoded};
use crate::core::message::{CommandsMsg, FileMsg, Msg, SignInMsg, ValuesMsg};
use crate::core::secret::Secret;
use crate::core::sign_in::{Field, Fields, SignInMethod};
use crate::core::snippet::Shell;

/// The size above which a file is not read; no number of bytes is large enough to round.
#[expect(clippy::cast_precision_loss, reason = "a small constant")]
const MAX_FILE_BYTES: f64 = MAX_BYTES as f64;

// The casts below are unchecked: the views attach these handlers to elements of just that type,
// and a check is an import of the wasm for each type.

/// A paste signs in at once, and does not leave the token in the field.
pub(super) fn pasted(event: &Event) -> Option<Msg> {
    let event: &ClipboardEvent = event.unchecked_ref();
    let text = event.clipboard_data()?.get_data("text").ok()?;
    event.prevent_default();
    Some(Msg::SignIn(SignInMsg::Submit(Fields::default().with(Field::TOKEN, Secret::new(text)))))
}

/// What stands in the fields of a form; the secrets do not stay there.
pub(super) fn submitted(event: &Event) -> Option<Msg> {
    event.prevent_default();
    let form: Element = event.target()?.unchecked_into();
    let mut fields = Fields::default();
    for field in SignInMethod::all_fields() {
        if fields.secret(field).is_none()
            && let Some(input) = input(&form, field)
        {
            let typed = concealed::take(&input).unwrap_or_else(|| Secret::new(input.value()));
            fields = fields.with(field, typed);
            if field.is_secret() {
                input.set_value("");
            }
        }
    }
    Some(Msg::SignIn(SignInMsg::Submit(fields)))
}

pub(super) fn input(within: &Element, field: Field) -> Option<HtmlInputElement> {
    let selector = ["[data-field=", field.id, "]"].concat();
    within.query_selector(&selector).ok()?.map(JsCast::unchecked_into)
}

pub(super) fn typed(event: &Event) -> Option<String> {
    Some(event.target()?.unchecked_into::<HtmlInputElement>().value())
}

/// The value of a variable; the field has the index of its slot.
pub(super) fn value_typed(event: &Event) -> Option<Msg> {
    let input: HtmlInputElement = event.target()?.unchecked_into();
    let slot = input.get_attribute("data-value")?.parse().ok()?;
    Some(Msg::Values(ValuesMsg::Type(slot, input.value())))
}

/// Reads the chosen file. One that is too large is not read at all.
pub(super) fn file_chosen(panel: &AttrValue) -> Callback<Event> {
    let panel = panel.clone();
    Callback::from(move |event: Event| {
        let Some(target) = event.target() else { return };
        let input: HtmlInputElement = target.unchecked_into();
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        // The same file can be chosen again.
        input.set_value("");
        let panel = panel.clone();
        spawn_local(async move {
            let fits = file.size() <= MAX_FILE_BYTES;
            let bytes = if fits { JsFuture::from(file.array_buffer()).await.ok() } else { None };
            let text = bytes.map(|bytes| decoded(Uint8Array::new(&bytes).to_vec()));
            store::dispatch_from(&panel, Msg::File(FileMsg::Read(file.name(), text)));
        });
    })
}

pub(super) fn shell_changed(event: &Event) -> Option<Msg> {
    let chosen = event.target()?.unchecked_into::<HtmlSelectElement>().value();
    let shell = Shell::ALL.into_iter().find(|(name, _)| *name == chosen);
    shell.map(|(_, shell)| CommandsMsg::ChooseShell(shell).into())
}

pub(super) fn region_changed(event: &Event) -> Option<Msg> {
    let select: HtmlSelectElement = event.target()?.unchecked_into();
    usize::try_from(select.selected_index())
        .ok()
        .map(|index| CommandsMsg::ChooseRegion(index).into())
}
