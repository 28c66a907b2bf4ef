//! A panel in the page: made and ended by `www/panel.js`.

use std::cell::{Cell, RefCell};

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::AppHandle;
use yew::prelude::*;

use super::events::{
    file_chosen, input, pasted, region_changed, shell_changed, submitted, typed, value_typed,
};
use super::focus::move_focus;
use super::store::News;
use super::{activity, carry, concealed, language, level, parts, store};
use crate::core::message::{EdgeMsg, KeysMsg, Msg, SignInMsg};
use crate::core::panel::{PanelOptions, PanelSettings};
use crate::view::{self, Context};

/// A mounted panel.
#[wasm_bindgen]
pub struct Panel {
    root: HtmlElement,
    app: AppHandle<RootPanel>,
    name: String,
}

thread_local! {
    /// Panels that left the page. Yew never lets go of an app's root, so the next panel takes
    /// one of these, and a page that moves its panels a thousand times has no more of them.
    static IDLE: RefCell<Vec<Panel>> = const { RefCell::new(Vec::new()) };
}

#[wasm_bindgen]
impl Panel {
    /// The element that belongs into the page.
    #[must_use]
    #[wasm_bindgen(getter)]
    pub fn root(&self) -> HtmlElement {
        self.root.clone()
    }

    /// Ends the panel, which shows nothing from then on. The session stays: it belongs to the
    /// document.
    pub fn unmount(mut self) {
        store::dismiss(&self.name);
        self.show(PanelOptions::default());
        IDLE.with_borrow_mut(|idle| idle.push(self));
    }

    fn show(&mut self, options: PanelOptions) {
        self.app.update(RootProps { root: self.root.clone(), options });
    }
}

/// Makes a panel.
///
/// `dataset` is the JSON of the element's `data-` attributes, and `client` the tab that the
/// reader has chosen on the static page, or empty. `accepted` is the hash of where secrets may go
/// ([`Config::destinations`](crate::core::config::Config::destinations)), or empty where nobody
/// has said it. `load` takes the name of a part of the app, and gives a promise that it is there;
/// `load_text` takes the name of a file beside the app, and gives a promise of its text. `commands`
/// is the text of the file that `client` is in, if it could be had. `language` answers for the
/// language of the panel, where that is not English.
///
/// # Errors
/// A sentence that names the option or attribute which was refused, or that says where the
/// secrets of this panel would go.
#[wasm_bindgen]
pub fn mount(
    dataset: &str,
    client: &str,
    accepted: &str,
    load: Function,
    load_text: Function,
    commands: Option<String>,
    language: Option<Function>,
) -> Result<Panel, JsValue> {
    // A panic says nothing on the console: its text could hold what it must not.
    yew::set_custom_panic_hook(Box::new(|_| {}));
    let mut settings =
        PanelSettings::from_dataset(dataset).map_err(|e| JsValue::from_str(&e.message()))?;
    if settings.options.panel.is_empty() {
        settings.options.panel = next_name();
    }
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let client = settings.config.client(client);
    let origin = window.location().origin()?;
    // Before there is a model, which may want some at once.
    parts::watch(load, load_text);
    if let Some(answer) = language {
        language::speak(&mut settings.config, &answer);
    }
    let options =
        store::admit(settings, accepted, origin, client).map_err(|why| JsValue::from_str(&why))?;
    if let Some(text) = commands {
        store::take_commands(&options, &text);
    }
    store::set_page_texts();
    watch_the_page(&window);
    carry::take();
    if let Some(mut idle) = IDLE.with_borrow_mut(Vec::pop) {
        idle.name.clone_from(&options.panel);
        idle.show(options);
        return Ok(idle);
    }
    let document = window.document().ok_or(JsValue::NULL)?;
    let root: HtmlElement = document.create_element("div")?.unchecked_into();
    // Yew changes the texts that it has made, and those that a translation has put into their place
    // stay as they are: they would say what was so before.
    root.set_attribute("translate", "no")?;
    concealed::listen(&root);
    let name = options.panel.clone();
    let props = RootProps { root: root.clone(), options };
    let app = yew::Renderer::<RootPanel>::with_root_and_props(root.clone().into(), props).render();
    Ok(Panel { root, app, name })
}

/// A name for a panel whose author gave it none.
fn next_name() -> String {
    thread_local! {
        static COUNT: Cell<usize> = const { Cell::new(0) };
    }
    let count = COUNT.get() + 1;
    COUNT.set(count);
    ["kf-", &count.to_string()].concat()
}

/// The panel's component: it shows the screen of the store again whenever that changes.
struct RootPanel {
    changed: Callback<News>,
    context: Context,
}

#[derive(Properties, PartialEq)]
struct RootProps {
    root: HtmlElement,
    /// Without a name for a panel that is not in the page.
    options: PanelOptions,
}

impl Component for RootPanel {
    type Message = ();
    type Properties = RootProps;

    fn create(ctx: &yew::Context<Self>) -> Self {
        let changed = ctx.link().callback(|_: News| ());
        store::subscribe(changed.clone());
        Self { changed, context: context(ctx.props()) }
    }

    fn changed(&mut self, ctx: &yew::Context<Self>, _old: &RootProps) -> bool {
        let panel = &ctx.props().options.panel;
        self.context = context(ctx.props());
        store::unsubscribe(&self.changed);
        if !panel.is_empty() {
            store::subscribe(self.changed.clone());
        }
        true
    }

    fn view(&self, ctx: &yew::Context<Self>) -> Html {
        let options = &ctx.props().options;
        if options.panel.is_empty() {
            return Html::default();
        }
        let show = if options.offer { view::offer::offer } else { view::panel };
        let Some((screen, texts)) = store::current_screen(options) else { return Html::default() };
        view::set_texts(&texts);
        let html = show(&screen, &self.context);
        store::set_page_texts();
        html
    }

    fn rendered(&mut self, ctx: &yew::Context<Self>, _first: bool) {
        let RootProps { root, options: PanelOptions { panel, .. } } = ctx.props();
        show_region(root);
        show_client(root);
        // On a slow machine Yew draws what was said before, and what is to be filled in or to have
        // the focus comes with the next drawing.
        for (field, text) in store::take_fill(panel) {
            match input(root, field) {
                Some(input) if concealed::is_one(&input) => concealed::put(&input, text),
                Some(input) => input.set_value(text.expose()),
                None => store::fill_later(field, text),
            }
        }
        concealed::forget_gone();
        store::want_commands(&ctx.props().options);
        if let Some(focus) = store::take_focus(panel)
            && !move_focus(root, focus)
        {
            store::focus_later(focus);
        }
    }
}

fn context(props: &RootProps) -> Context {
    let panel = &AttrValue::from(props.options.panel.clone());
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
        level: level::below_the_page(&props.root),
        on: Callback::from(move |msg| store::dispatch_from(&on, msg)),
        pasted: from_panel(pasted),
        submitted: from_panel(submitted).reform(|event: SubmitEvent| event.into()),
        region_changed: from_panel(region_changed),
        shell_changed: from_panel(shell_changed),
        file_chosen: file_chosen(panel),
        projects_searched: from_panel(|event| {
            Some(Msg::SignIn(SignInMsg::SearchProjects(typed(event)?)))
        })
        .reform(|event: InputEvent| event.into()),
        keys_filtered: from_panel(|event| Some(Msg::Keys(KeysMsg::Filter(typed(event)?))))
            .reform(|event: InputEvent| event.into()),
        value_typed: from_panel(value_typed).reform(|event: InputEvent| event.into()),
        live: true,
    }
}

/// The picker shows the chosen region, also after a choice that was not carried out: what the
/// reader picked is the browser's state, which drawing again does not change.
fn show_region(root: &Element) {
    let select = root.query_selector(".keyfill-controls select").ok().flatten();
    let index = store::region().and_then(|index| i32::try_from(index).ok());
    if let (Some(select), Some(index)) = (select, index) {
        select.unchecked_into::<HtmlSelectElement>().set_selected_index(index);
    }
}

/// The menu of clients shows the chosen one, if that is one of its own; else its first line.
fn show_client(root: &Element) {
    let find = |selector| root.query_selector(selector).ok().flatten();
    let menu = find(".tabbed-labels > select");
    if let (Some(menu), Some(tab)) = (menu, find(".tabbed-set > input:checked")) {
        let menu: HtmlSelectElement = menu.unchecked_into();
        menu.set_value(&tab.unchecked_into::<HtmlInputElement>().value());
        if menu.selected_index() < 0 {
            menu.set_selected_index(0);
        }
    }
}

/// Forgets everything when the page is left, also into the back/forward cache, and looks at
/// the clock when it is seen again: timers stand still in the background.
fn watch_the_page(window: &web_sys::Window) {
    thread_local! {
        static WATCHED: Cell<bool> = const { Cell::new(false) };
    }
    if WATCHED.replace(true) {
        return;
    }
    activity::watch(window);
    listen(window, "pagehide", || {
        carry::leave();
        store::dispatch(Msg::Edge(EdgeMsg::Leave));
    });
    // Out of the back/forward cache, or for the first time.
    listen(window, "pageshow", || {
        store::recall();
        carry::take();
    });
    // A page may be seen again before the other one has left its session.
    listen(window, "storage", carry::take);
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
