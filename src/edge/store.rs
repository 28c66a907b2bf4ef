//! The one model of the document, of which all panels are views.

mod panels;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::{activity, carry, clipboard, clock, concealed, download, remember, requests};
use crate::core::app_part::AppPart;
use crate::core::client::ClientFile;
use crate::core::message::{CommandsMsg, EdgeMsg, Effect, Focus, Msg};
use crate::core::model::{Entry, Millis, Model};
use crate::core::panel::PanelOptions;
use crate::core::screen::{Screen, lacking_file, lacking_files, screen};
use crate::core::secret::Secret;
use crate::core::sign_in::Field;
use crate::core::update::update;
use crate::core::words::Replaced;
use crate::view::set_texts;

use panels::Own;
pub(super) use panels::{admit, dismiss};

/// What those hear who show the model, or fetch for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum News {
    /// Something may have changed.
    Changed,
    /// The page is left, and is kept as it is: whatever is to be shown must be shown now.
    Left,
    /// Another model takes the place of this one.
    Replaced,
    /// A part of the app is wanted.
    Wanted(AppPart),
    /// Files of clients are wanted: [`take_wanted`] names them.
    WantedCommands,
}

/// Something that happened: the panel in which the reader did it, if it was there, and what. No
/// message says that time has passed.
type Happened = (Option<String>, Option<Msg>);

thread_local! {
    static STORE: RefCell<Option<Store>> = const { RefCell::new(None) };
    /// Who shows the model, or fetches for it: the panels, the page, the parts. They outlive it.
    static OBSERVERS: RefCell<Vec<Callback<News>>> = const { RefCell::new(Vec::new()) };
    /// How many are looking at the model, which does not change under them, and what has happened
    /// meanwhile: somebody who changes the page while looking makes the browser call back.
    static LOOKING: Cell<u32> = const { Cell::new(0) };
    static MEANWHILE: RefCell<VecDeque<Happened>> = const { RefCell::new(VecDeque::new()) };
    /// The names of files of clients that nobody fetches yet.
    static WANTED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    /// When the reader last used the page, on the model's clock, as long as the model has not
    /// heard of it.
    static USED: Cell<Option<Millis>> = const { Cell::new(None) };
}

struct Store {
    model: Model,
    /// The panel in which the reader did something last, and where its focus should go.
    active: String,
    focus: Option<Focus>,
    /// What goes into the fields of its form when it is drawn next.
    fill: Vec<(Field, Secret)>,
    /// The panels that are in the page.
    mounted: Vec<String>,
    /// Those that differ from the document in what they show of themselves.
    own: Vec<Own>,
}

/// Brings back the values that were kept until the tab is closed.
pub(super) fn recall() {
    let kept = remember::kept();
    if !kept.is_empty() {
        dispatch(Msg::Edge(EdgeMsg::Recall(kept)));
    }
}

/// Looks at the model. What happens meanwhile is taken in when nobody looks any more.
pub(super) fn with_model<T>(look: impl FnOnce(&Model) -> T) -> Option<T> {
    LOOKING.set(LOOKING.get() + 1);
    let seen = STORE.with_borrow(|store| store.as_ref().map(|store| look(&store.model)));
    LOOKING.set(LOOKING.get() - 1);
    while LOOKING.get() == 0
        && let Some((panel, msg)) = MEANWHILE.with_borrow_mut(VecDeque::pop_front)
    {
        advance(panel, msg);
    }
    seen
}

/// Tells `observer` what happens to the model from now on.
pub(super) fn subscribe(observer: Callback<News>) {
    OBSERVERS.with_borrow_mut(|observers| observers.push(observer));
}

/// Ends [`subscribe`].
pub(super) fn unsubscribe(observer: &Callback<News>) {
    OBSERVERS.with_borrow_mut(|observers| observers.retain(|other| other != observer));
}

/// Tells everybody who shows the model. Nobody holds it meanwhile.
fn tell(news: News) {
    for observer in OBSERVERS.with_borrow(Vec::clone) {
        observer.emit(news);
    }
}

/// What a panel with these options shows now, and the operator's words for it.
pub(super) fn current_screen(options: &PanelOptions) -> Option<(Screen, Replaced)> {
    STORE.with_borrow_mut(|store| {
        let look = |model: &mut Model| (screen(model, options), model.config.texts.clone());
        store.as_mut().map(|store| store.lent(&options.panel, look))
    })
}

/// Asks for the files of clients that a panel with these options lacks. The reader does not: what
/// is to have the focus stays so.
pub(super) fn want_commands(options: &PanelOptions) {
    for name in lacking(options) {
        dispatch(EdgeMsg::Lacks(name).into());
    }
}

/// The names of the files of clients that are to be fetched, once.
pub(super) fn take_wanted() -> Vec<String> {
    WANTED.take()
}

/// Takes the commands that came with a panel. The reader may have chosen another tab meanwhile: then
/// they are of no use.
pub(super) fn take_commands(options: &PanelOptions, text: &str) {
    let Some(file) = ClientFile::from_json(text) else { return };
    let name = STORE.with_borrow_mut(|store| {
        let look = |model: &mut Model| lacking_file(model, options, &file.id);
        store.as_mut().and_then(|store| store.lent(&options.panel, look))
    });
    if let Some(name) = name {
        dispatch(EdgeMsg::FileCame(name, Some(Rc::new(file))).into());
    }
}

fn lacking(options: &PanelOptions) -> Vec<String> {
    let names = STORE.with_borrow_mut(|store| {
        let look = |model: &mut Model| lacking_files(model, options);
        store.as_mut().map(|store| store.lent(&options.panel, look))
    });
    names.unwrap_or_default()
}

/// Lets the page's own code have the words of the document again.
pub(super) fn set_page_texts() {
    with_model(|model| set_texts(&model.config.texts));
}

/// Where the focus should go in `panel`, once.
pub(super) fn take_focus(panel: &str) -> Option<Focus> {
    STORE.with_borrow_mut(|store| {
        store.as_mut().filter(|store| store.active == panel).and_then(|store| store.focus.take())
    })
}

/// Gives back what [`take_focus`] gave, for the next drawing. The reader's next act forgets it.
pub(super) fn focus_later(focus: Focus) {
    STORE.with_borrow_mut(|store| {
        if let Some(store) = store {
            store.focus.get_or_insert(focus);
        }
    });
}

/// The index of the chosen region.
pub(super) fn region() -> Option<usize> {
    STORE.with_borrow(|store| store.as_ref().map(|store| store.model.region))
}

/// What goes into the fields of `panel`, once.
pub(super) fn take_fill(panel: &str) -> Vec<(Field, Secret)> {
    STORE.with_borrow_mut(|store| {
        let store = store.as_mut().filter(|store| store.active == panel);
        store.map_or_else(Vec::new, |store| std::mem::take(&mut store.fill))
    })
}

/// Gives back what [`take_fill`] gave, for the next drawing.
pub(super) fn fill_later(field: Field, text: Secret) {
    STORE.with_borrow_mut(|store| {
        if let Some(store) = store {
            store.fill.push((field, text));
        }
    });
}

/// A message from the reader, in `panel`.
pub(super) fn dispatch_from(panel: &str, msg: Msg) {
    advance(Some(panel.into()), Some(msg));
}

/// Takes a message into the model, carries out what it wants, and tells everybody who shows it.
pub(super) fn dispatch(msg: Msg) {
    advance(None, Some(msg));
}

/// The reader uses the page. The model hears of it when it next looks at the clock, which is soon
/// where that matters: a panel is not drawn again for each press on the page.
pub(super) fn used() {
    USED.set(Some(clock::read().0));
}

/// Lets time pass: a session may have come to its end.
pub(super) fn look_at_the_clock() {
    advance(None, None);
}

fn advance(panel: Option<String>, msg: Option<Msg>) {
    if LOOKING.get() > 0 {
        MEANWHILE.with_borrow_mut(|meanwhile| meanwhile.push_back((panel, msg)));
        return;
    }
    if matches!(msg, Some(Msg::Edge(EdgeMsg::Watch))) {
        activity::has_grown();
    }
    let leaves = matches!(msg, Some(Msg::Edge(EdgeMsg::Leave)));
    let (now, wall) = clock::read();
    let effects = STORE.with_borrow_mut(|store| {
        store.as_mut().map(|store| {
            if let Some(panel) = &panel {
                store.active.clone_from(panel);
                store.focus = None;
            }
            let used = USED.take().map(|at| EdgeMsg::Used(at).into());
            let mut effects: Vec<Effect> =
                used.into_iter().flat_map(|used| update(&mut store.model, used)).collect();
            effects.extend(update(&mut store.model, Msg::Edge(EdgeMsg::Tick(now, wall))));
            if let Some(msg) = msg {
                let panel = panel.unwrap_or_default();
                let is_choice = matches!(msg, Msg::Commands(CommandsMsg::ChooseClient(_)));
                effects.extend(store.lent(&panel, |model| update(model, msg)));
                if is_choice {
                    store.follow(&panel);
                }
            }
            effects
        })
    });
    for effect in effects.into_iter().flatten() {
        carry_out(effect);
    }
    STORE.with_borrow_mut(|store| {
        // Where the form is gone, nobody takes what was to be filled in.
        if let Some(store) = store.as_mut().filter(|s| !matches!(s.model.entry, Entry::Form)) {
            store.fill.clear();
        }
    });
    tell(News::Changed);
    if leaves {
        concealed::forget();
        tell(News::Left);
    }
}

fn carry_out(effect: Effect) {
    match effect {
        Effect::Send(ticket, request, delay) => requests::send(ticket, request, delay),
        Effect::SendInTurn(all) => requests::send_in_turn(all),
        Effect::AbortUnwanted => requests::abort_unwanted(),
        Effect::Copy(target, text) => {
            let written = clipboard::write(text);
            spawn_local(async move { dispatch(Msg::Edge(EdgeMsg::Copied(target, written.await))) });
        }
        Effect::Download(name, text) => download::save(&name, &text),
        Effect::Fill(field, text) => STORE.with_borrow_mut(|store| {
            if let Some(store) = store {
                store.fill.push((field, text));
            }
        }),
        Effect::Keep(values) => remember::keep(&values),
        Effect::Later(delay, msg) => {
            Timeout::new(delay, move || dispatch(msg)).forget();
        }
        Effect::FetchPart(part) => tell(News::Wanted(part)),
        Effect::FetchCommands(name) => {
            WANTED.with_borrow_mut(|wanted| wanted.push(name));
            tell(News::WantedCommands);
        }
        Effect::Follow => carry::follow(),
        Effect::Taken => carry::taken(),
        Effect::HandOver(plain, expires, idle) => carry::hand_over(&plain, expires, idle),
        Effect::Focus(focus) => STORE.with_borrow_mut(|store| {
            if let Some(store) = store {
                store.focus = Some(focus);
            }
        }),
    }
}
