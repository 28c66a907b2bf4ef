//! The author's own commands: the code of the page outside the panels.
//!
//! At rest nothing here touches the page. Once somebody is signed in or gives a value, each
//! placeholder is wrapped, and filled in when its value is known. It is done a few milliseconds
//! at a time: a page may have thousands of them. When nobody is signed in any more, the page
//! becomes what its author wrote.

mod block;
mod copy;
mod edit;
mod held;
mod listen;
mod look;
mod names;
mod node;
mod observe;
mod pointer;
mod text;
mod work;
mod wrapper;

use std::cell::{Cell, RefCell};

use js_sys::Map;
use wasm_bindgen::JsValue;
use web_sys::{Document, Element, MutationObserver};
use yew::Callback;

use block::{Block, Tools};
use edit::Editor;
use wrapper::Wrappers;

use super::store::{self, News};
use crate::core::model::Model;
use crate::core::page::{Level, Pace, Queue, Shown};

thread_local! {
    static PAGE: RefCell<Option<Page>> = const { RefCell::new(None) };
    /// Whether the page is being changed, and what has happened to the model meanwhile.
    static AT_WORK: Cell<bool> = const { Cell::new(false) };
    static MEANWHILE: RefCell<Vec<News>> = const { RefCell::new(Vec::new()) };
}

/// What is known of the page.
struct Page {
    document: Document,
    shown: Shown,
    /// The blocks, each in the place that `places` has for its element.
    blocks: Vec<Option<Block>>,
    places: Map,
    todo: Queue<Element>,
    /// Whether the work goes on by itself in a moment.
    working: bool,
    /// How much of it is done before the browser shows a frame, and when it began the last one.
    pace: Pace,
    frame: Option<f64>,
    /// The variables that the panels were told of.
    told: Vec<usize>,
    observer: MutationObserver,
    /// Does what has come to do.
    go_on: fn(),
    wrappers: Wrappers,
    editor: Option<Editor>,
    /// The block whose copy has asked for a value, and the slot that lacks it.
    asked: Option<(usize, usize)>,
    /// Whether the reader has ever chosen a key for one place.
    has_picked: bool,
}

impl Page {
    fn new(model: &Model) -> Option<Self> {
        let document = web_sys::window()?.document()?;
        let wrappers = Wrappers::new(document.clone(), &model.config.slots);
        listen_once(&document);
        Some(Self {
            shown: Shown::default(),
            blocks: Vec::new(),
            places: Map::new(),
            todo: Queue::default(),
            working: false,
            pace: Pace::default(),
            frame: None,
            told: Vec::new(),
            observer: observe::observer(work::go_on)?,
            go_on: work::go_on,
            wrappers,
            editor: None,
            asked: None,
            has_picked: false,
            document,
        })
    }

    fn block(&mut self, place: usize) -> Option<&mut Block> {
        self.blocks.get_mut(place)?.as_mut()
    }

    /// The place of the block of an element, if it has one.
    fn place(&self, code: &Element) -> Option<usize> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "it was an index"
        )]
        self.places.get(code).as_f64().map(|place| place as usize)
    }

    fn scan(&mut self, code: Element, model: &Model) {
        let place = self.place(&code).unwrap_or_else(|| {
            let place = self.blocks.len();
            let number = u32::try_from(place).unwrap_or(u32::MAX);
            self.places.set(&code, &JsValue::from(number));
            self.blocks.push(Some(Block::new(code)));
            place
        });
        self.leave_editor(place);
        let Some(Some(block)) = self.blocks.get_mut(place) else { return };
        let mut tools = Tools {
            document: &self.document,
            slots: &model.config.slots,
            cloud: &model.config.cloud,
            wrappers: &mut self.wrappers,
            fills: self.shown.level() == Level::Fill,
        };
        block.scan(&mut tools);
        self.refresh(place, model);
    }

    fn refresh(&mut self, place: usize, model: &Model) {
        let Some(Some(block)) = self.blocks.get_mut(place) else { return };
        if self.editor.as_ref().is_none_or(|editor| editor.place != place) {
            block.refresh(model, &self.wrappers);
            copy::offer(&self.document, block, model);
        }
    }

    /// Takes the field out of a block whose text is about to change under it.
    fn leave_editor(&mut self, place: usize) {
        if let Some(editor) = self.editor.take_if(|editor| editor.place == place) {
            editor.put_back();
        }
    }

    fn restore(&mut self, place: usize) {
        self.leave_editor(place);
        if let Some(Some(block)) = self.blocks.get_mut(place) {
            block.restore(&self.document);
        }
    }

    /// Forgets blocks that have left the page. They get the author's text back: a script may
    /// keep them, and put them somewhere else.
    fn sweep(&mut self) {
        for place in 0..self.blocks.len() {
            let code = self.block(place).map(|block| block.code.clone());
            if let Some(code) = code.filter(|code| !code.is_connected()) {
                self.restore(place);
                self.places.delete(&code);
                self.blocks[place] = None;
            }
        }
    }

    /// The variables of the page, in the order in which they stand in it.
    fn wanted(&self) -> Vec<usize> {
        let mut wanted = Vec::new();
        for slot in self.blocks.iter().flatten().flat_map(|block| &block.variables) {
            if !wanted.contains(slot) {
                wanted.push(*slot);
            }
        }
        wanted
    }
}

crate::parts::part_call! {
    "__wasm_split_00page00_import_00000000000000000000000000000001_show_page",
    "__wasm_split_00page00_export_00000000000000000000000000000001_show_page",
    pub(super) fn show() => show_here()
}

/// Shows the model in the page from now on, as a panel does.
fn show_here() {
    thread_local! {
        static SHOWS: Cell<bool> = const { Cell::new(false) };
    }
    if !SHOWS.replace(true) {
        store::subscribe(Callback::from(hear));
        // Values that were kept are in the model already.
        hear(News::Changed);
    }
}

/// Shows what happened to the model; later, where the page is being changed right now.
fn hear(news: News) {
    if AT_WORK.get() {
        MEANWHILE.with_borrow_mut(|meanwhile| meanwhile.push(news));
        return;
    }
    match news {
        News::Changed => {
            with_both(copy::mark);
            work::sync();
        }
        News::Left => work::finish(),
        News::Replaced => forget(),
        News::Wanted(_) | News::WantedCommands => {}
    }
}

/// Forgets the page: another configuration has other slots. It becomes the author's at once, since
/// nobody is left to go on with the work.
fn forget() {
    with_page(|page| {
        page.observer.disconnect();
        (0..page.blocks.len()).for_each(|place| page.restore(place));
    });
    PAGE.set(None);
}

/// Listens to what the reader does. The listeners are the document's, and outlive each page.
fn listen_once(document: &Document) {
    thread_local! {
        static LISTENS: Cell<bool> = const { Cell::new(false) };
    }
    if !LISTENS.replace(true) {
        pointer::listen(document);
        copy::listen(document);
    }
}

/// Does something with the page, once there is one. Events that the browser sends at once for
/// what is done here are not listened to, and news waits.
fn with_page<T>(act: impl FnOnce(&mut Page) -> T) -> Option<T> {
    AT_WORK.set(true);
    let done = PAGE.with_borrow_mut(|page| page.as_mut().map(act));
    AT_WORK.set(false);
    for news in MEANWHILE.take() {
        hear(news);
    }
    done
}

/// Does something with the page and the model.
fn with_both<T>(act: impl FnOnce(&mut Page, &Model) -> T) -> Option<T> {
    store::with_model(|model| with_page(|page| act(page, model))).flatten()
}
