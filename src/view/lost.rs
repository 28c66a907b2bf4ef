//! What is said where something could not be loaded, and what asks for it again.

use yew::prelude::*;

use super::Context;
use super::element::{paragraph, verbatim};
use super::words::text;
use crate::core::app_part::AppPart;
use crate::core::message::{CommandsMsg, Msg};
use crate::core::words::Text;
use crate::core::words::catalog::bar::TRY_AGAIN;

/// That something could not be loaded, and what asks for it again.
pub(super) fn lost(what: Text, context: &Context, again: impl Fn() -> Msg + 'static) -> Html {
    let button = context.button("md-button", "", TRY_AGAIN, again);
    paragraph("keyfill-hint", vec![text(what), verbatim(" "), button])
}

/// Asks for the file with this name.
pub(super) fn get(name: &str) -> impl Fn() -> Msg + use<> {
    let name = name.to_owned();
    move || CommandsMsg::GetFile(name.clone()).into()
}

/// Asks for what reads blocks in the page.
pub(super) fn get_page() -> Msg {
    Msg::GetPart(AppPart::Page)
}
