//! The work on the page, a few milliseconds at a time.

use gloo_timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use super::block::Block;
use super::{PAGE, Page, observe, store, with_both, with_page};
use crate::core::message::{EdgeMsg, Msg};
use crate::core::model::Model;
use crate::core::page::{Change, Job, Level, Pace};

/// Looks what changed in the model, and begins to show it.
pub(super) fn sync() {
    let is_new = PAGE.with_borrow(Option::is_none);
    let is_wanted = store::with_model(|model| Level::of(model) != Level::Rest).unwrap_or(false);
    if is_new && is_wanted {
        let page = store::with_model(Page::new).flatten();
        PAGE.set(page);
    }
    with_both(look);
    go_on();
}

/// Shows at once what the model says: the page is left, and a page that the browser keeps is shown
/// again as it is; or something is copied, where one key must not stand beside the secret of another.
pub(super) fn finish() {
    with_both(|page, model| {
        observe::quietly(page, |page| {
            look(page, model);
            while let Some(job) = page.todo.pop() {
                page.take(job, model);
            }
        });
    });
}

/// Goes on with the work, if there is any and it is not about to go on by itself. A page that
/// nobody sees has no frames to wait for.
pub(super) fn go_on() {
    let begins = with_page(|page| {
        let is_hidden = page.document.hidden();
        let begins = !page.todo.is_empty() && (!page.working || is_hidden);
        if begins {
            page.working = true;
            page.pace = Pace::default();
            page.frame = None;
        }
        begins.then_some(page.shown.waits() && !is_hidden)
    });
    match begins.flatten() {
        Some(true) => after_a_frame(0.0),
        Some(false) => go(),
        None => {}
    }
}

fn go() {
    let worked = with_both(|page, model| {
        observe::quietly(page, |page| {
            let is_hidden = page.document.hidden();
            let began = now();
            let slice = page.pace.slice(page.frame.map(|frame| began - frame));
            while is_hidden || now() - began < slice {
                let Some(job) = page.todo.pop() else { break };
                page.take(job, model);
            }
            now() - began
        })
    });
    let is_done = with_page(|page| {
        page.working = !page.todo.is_empty();
        !page.working
    });
    match is_done {
        Some(false) => after_a_frame(worked.unwrap_or_default()),
        Some(true) => tell(),
        None => {}
    }
}

/// Goes on when the browser has shown what was done; how long that took says how much may be
/// done next time.
fn after_a_frame(worked: f64) {
    let ended = now();
    let drawn = Closure::once_into_js(move |frame: f64| {
        Timeout::new(0, move || {
            with_page(|page| {
                // Browsers may lay the page out before the callback, to find what is under the
                // pointer; so this is counted from the moment when the frame was due.
                if worked > 0.0 {
                    page.pace.drawn(worked, now() - frame.max(ended));
                }
                page.frame = Some(frame);
            });
            go();
        })
        .forget();
    });
    if let Some(window) = web_sys::window() {
        // A function can always be called back.
        let _ = window.request_animation_frame(drawn.unchecked_ref());
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
        store::dispatch(Msg::Edge(EdgeMsg::PageHas(wanted)));
    }
}

fn look(page: &mut Page, model: &Model) {
    let Some(change) = page.shown.look(model, page.has_picked) else { return };
    page.blocks.iter_mut().flatten().for_each(Block::allow);
    match change {
        Change::Restore => {
            page.observer.disconnect();
            page.todo.restore_all(page.blocks.len());
            return;
        }
        Change::Scan => {
            observe::watch(page);
            page.todo.scan_all(page.codes());
        }
        Change::Refresh => page.todo.refresh_all(page.blocks.len()),
    }
    let mut todo = std::mem::take(&mut page.todo);
    todo.begin_where(|job| page.is_above(job));
    page.todo = todo;
}

impl Page {
    fn take(&mut self, job: Job<Element>, model: &Model) {
        match job {
            Job::Scan(code) => self.scan(code, model),
            Job::Refresh(place) => self.refresh(place, model),
            Job::Restore(place) => self.restore(place),
            Job::Sweep => self.sweep(),
        }
    }

    /// All code of the page.
    fn codes(&self) -> Vec<Element> {
        let Ok(all) = self.document.query_selector_all("code") else { return Vec::new() };
        let codes = (0..all.length()).filter_map(|index| all.get(index));
        codes.map(JsCast::unchecked_into).collect()
    }

    /// Whether this job is about code above what the reader sees.
    fn is_above(&self, job: &Job<Element>) -> bool {
        let code = match job {
            Job::Scan(code) => code,
            Job::Refresh(place) => match self.blocks.get(*place) {
                Some(Some(block)) => &block.code,
                _ => return true,
            },
            _ => return true,
        };
        code.get_bounding_client_rect().bottom() < 0.0
    }
}

fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}
