//! A panel in the page: made and ended by `www/keyfill.mjs`.

use std::cell::Cell;

use wasm_bindgen::prelude::*;
use web_sys::{ClipboardEvent, Element, HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::store;
use crate::core::config::Config;
use crate::core::message::{Focus, Msg};
use crate::core::secret::Secret;
use crate::core::snippet::Client;
use crate::view::{self, Context};

/// A mounted panel.
#[wasm_bindgen]
pub struct Panel(yew::AppHandle<Root>);

#[wasm_bindgen]
impl Panel {
    /// Takes the panel out of the page. The session stays: it belongs to the document.
    pub fn unmount(self) {
        self.0.destroy();
    }
}

/// Puts a panel into `host`, in place of its children.
///
/// `config` is the text of `data-config`, `panel` a name that is unique in the page, and
/// `client` the tab that the reader has chosen on the static page, or empty.
///
/// # Errors
/// A sentence that names the option of `config` which was refused.
#[wasm_bindgen]
pub fn mount(host: HtmlElement, config: &str, panel: &str, client: &str) -> Result<Panel, JsValue> {
    // A panic says nothing on the console: its text could hold what it must not.
    yew::set_custom_panic_hook(Box::new(|_| {}));
    let config = Config::from_json(config).map_err(|e| JsValue::from_str(&e.to_string()))?;
    let origin = web_sys::window().and_then(|window| window.location().origin().ok());
    store::configure(config, origin.unwrap_or_default(), Client::from_id(client));
    watch_the_page();
    let props = RootProps { host: host.clone(), panel: AttrValue::from(panel.to_owned()) };
    Ok(Panel(yew::Renderer::<Root>::with_root_and_props(host.into(), props).render()))
}

/// The panel's component: it shows the screen of the store again whenever that changes.
struct Root {
    changed: Callback<()>,
    context: Context,
}

#[derive(Properties, PartialEq)]
struct RootProps {
    host: HtmlElement,
    panel: AttrValue,
}

impl Component for Root {
    type Message = ();
    type Properties = RootProps;

    fn create(ctx: &yew::Context<Self>) -> Self {
        let changed = ctx.link().callback(|()| ());
        let panel = ctx.props().panel.clone();
        store::subscribe(panel.to_string(), changed.clone());
        Self { changed, context: context(&panel) }
    }

    fn view(&self, _ctx: &yew::Context<Self>) -> Html {
        store::current_screen()
            .map_or_else(Html::default, |screen| view::panel(&screen, &self.context))
    }

    fn rendered(&mut self, ctx: &yew::Context<Self>, _first: bool) {
        let props = ctx.props();
        if let Some(focus) = store::take_focus(&props.panel) {
            move_focus(&props.host, focus);
        }
    }

    fn destroy(&mut self, _ctx: &yew::Context<Self>) {
        store::unsubscribe(&self.changed);
    }
}

fn context(panel: &AttrValue) -> Context {
    let from_panel = |read: fn(&Event) -> Option<Msg>| {
        let panel = panel.clone();
        Callback::from(move |event: Event| {
            if let Some(msg) = read(&event) {
                store::dispatch_from(&panel, msg);
            }
        })
    };
    let on = panel.clone();
    Context {
        panel: panel.clone(),
        on: Callback::from(move |msg| store::dispatch_from(&on, msg)),
        pasted: from_panel(pasted),
        submitted: from_panel(submitted).reform(|event: SubmitEvent| event.into()),
        region_changed: from_panel(region_changed),
        live: true,
    }
}

// The casts below are unchecked: the views attach these handlers to elements of just that type,
// and a check is an import of the wasm for each type.

/// A paste signs in at once, and does not leave the token in the field.
fn pasted(event: &Event) -> Option<Msg> {
    let event: &ClipboardEvent = event.unchecked_ref();
    let text = event.clipboard_data()?.get_data("text").ok()?;
    event.prevent_default();
    Some(Msg::SubmitToken(Secret::new(text)))
}

fn submitted(event: &Event) -> Option<Msg> {
    event.prevent_default();
    let form: Element = event.target()?.unchecked_into();
    let field: HtmlInputElement = form.query_selector(".keyfill-token").ok()??.unchecked_into();
    let text = field.value();
    field.set_value("");
    Some(Msg::SubmitToken(Secret::new(text)))
}

fn region_changed(event: &Event) -> Option<Msg> {
    let select: HtmlSelectElement = event.target()?.unchecked_into();
    usize::try_from(select.selected_index()).ok().map(Msg::ChooseRegion)
}

fn move_focus(host: &HtmlElement, focus: Focus) {
    let selector = match focus {
        Focus::Open => "[data-focus=open]",
        Focus::Token => "[data-focus=token]",
        Focus::Create => "[data-focus=create]",
        Focus::Keep => "[data-focus=keep]",
        Focus::Notice => "[data-focus=notice]",
        Focus::Chosen => "[data-focus=chosen]",
    };
    if let Ok(Some(element)) = host.query_selector(selector) {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}

/// Forgets everything when the page is left, also into the back/forward cache, and looks at
/// the clock when it is seen again: timers stand still in the background.
fn watch_the_page() {
    thread_local! {
        static WATCHED: Cell<bool> = const { Cell::new(false) };
    }
    let Some(window) = web_sys::window().filter(|_| !WATCHED.replace(true)) else { return };
    listen(&window, "pagehide", || store::dispatch(Msg::Leave));
    if let Some(document) = window.document() {
        listen(&document, "visibilitychange", store::look_at_the_clock);
    }
}

fn listen(target: &web_sys::EventTarget, event: &str, act: fn()) {
    let closure = Closure::<dyn FnMut()>::new(act);
    if target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref()).is_ok() {
        // For as long as the document lives.
        closure.forget();
    }
}
