//! The work on the page, a few milliseconds at a time.

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::block::Block;
use super::{Facts, Job, Level, PAGE, Page, observe, store, with_both, with_page};
use crate::core::message::Msg;
use crate::core::model::Model;

/// How long one go may take, in milliseconds. The browser lays the page out after each, and all
/// of it should stay below 50 ms, which is what people notice.
const GO_MS: f64 = 8.0;
/// How many jobs are done between two looks at the clock.
const BETWEEN: usize = 4;

/// Looks what changed in the model, and begins to show it.
pub(in crate::edge) fn sync() {
    let is_new = PAGE.with(|page| page.try_borrow().is_ok_and(|page| page.is_none()));
    let is_wanted = store::with_model(|model| Level::of(model) != Level::Rest).unwrap_or(false);
    if is_new && is_wanted {
        let page = store::with_model(Page::new).flatten();
        PAGE.with_borrow_mut(|slot| *slot = page);
    }
    with_both(look);
    go_on();
}

/// The page is left: what is the reader's goes at once, since a page that the browser keeps is
/// shown again as it is.
pub(in crate::edge) fn leave() {
    with_both(|page, model| {
        look(page, model);
        while let Some(job) = page.todo.pop_front() {
            page.take(job, model);
        }
        observe::discard(page);
    });
}

/// Goes on with the work, if there is any and it is not about to go on by itself.
pub(super) fn go_on() {
    let begins = with_page(|page| {
        let begins = !page.todo.is_empty() && !page.working;
        page.working |= begins;
        begins
    });
    if begins == Some(true) {
        go();
    }
}

fn go() {
    with_both(|page, model| {
        observe::heed(page);
        let began = now();
        while now() - began < GO_MS {
            for _ in 0..BETWEEN {
                if let Some(job) = page.todo.pop_front() {
                    page.take(job, model);
                }
            }
            if page.todo.is_empty() {
                break;
            }
        }
        observe::discard(page);
    });
    let is_done = with_page(|page| {
        page.working = !page.todo.is_empty();
        !page.working
    });
    match is_done {
        Some(false) => {
            Timeout::new(0, go).forget();
        }
        Some(true) => tell(),
        None => {}
    }
}

/// Tells the panels which variables the page has.
fn tell() {
    let news = with_page(|page| {
        let wanted = page.wanted();
        let is_new = wanted != page.told;
        page.told.clone_from(&wanted);
        is_new.then_some(wanted)
    });
    if let Some(Some(wanted)) = news {
        store::dispatch(Msg::PageHas(wanted));
    }
}

fn look(page: &mut Page, model: &Model) {
    let (level, facts) = (Level::of(model), Facts::of(model));
    if level != page.level {
        page.level = level;
        page.facts = facts;
        page.blocks.iter_mut().flatten().for_each(Block::allow);
        page.todo.clear();
        if level == Level::Rest {
            page.observer.disconnect();
            page.todo.extend((0..page.blocks.len()).map(Job::Restore));
        } else {
            observe::watch(page);
            page.look_at_all();
        }
    } else if facts != page.facts && level == Level::Fill {
        page.facts = facts;
        page.blocks.iter_mut().flatten().for_each(Block::allow);
        page.todo.retain(|job| !matches!(job, Job::Refresh(_)));
        page.todo.extend((0..page.blocks.len()).map(Job::Refresh));
    }
}

impl Page {
    fn take(&mut self, job: Job, model: &Model) {
        match job {
            Job::Scan(code) => self.scan(code, model),
            Job::Refresh(place) => self.refresh(place, model),
            Job::Restore(place) => self.restore(place),
            Job::Sweep => self.sweep(),
        }
    }

    /// Looks at all code of the page.
    fn look_at_all(&mut self) {
        self.todo.push_back(Job::Sweep);
        let Ok(all) = self.document.query_selector_all("code") else { return };
        let codes = (0..all.length()).filter_map(|index| all.get(index));
        self.todo.extend(codes.map(|code| Job::Scan(code.unchecked_into::<Element>())));
    }
}

fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}
