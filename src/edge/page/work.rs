//! The work on the page, a few milliseconds at a time.

use gloo_timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use super::block::Block;
use super::{Facts, Job, Level, PAGE, Page, observe, store, with_both, with_page};
use crate::core::message::Msg;
use crate::core::model::Model;
use crate::core::page::Pace;

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

/// Shows at once what the model says: the page is left, and a page that the browser keeps is shown
/// again as it is; or something is copied, where one key must not stand beside the secret of another.
pub(in crate::edge) fn finish() {
    with_both(|page, model| {
        observe::heed(page);
        look(page, model);
        while let Some(job) = page.todo.pop_front() {
            page.take(job, model);
        }
        observe::discard(page);
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
        // At the end of a session the panel moves the whole page: that frame is full already.
        // A secret that the page shows does not wait for it.
        let waits = page.level == Level::Rest && !page.facts.revealed && !is_hidden;
        begins.then_some(waits)
    });
    match begins.flatten() {
        Some(true) => after_a_frame(0.0),
        Some(false) => go(),
        None => {}
    }
}

fn go() {
    let worked = with_both(|page, model| {
        observe::heed(page);
        let is_hidden = page.document.hidden();
        let began = now();
        let slice = page.pace.slice(page.frame.map(|frame| began - frame));
        while is_hidden || now() - began < slice {
            let Some(job) = page.todo.pop_front() else { break };
            page.take(job, model);
        }
        observe::discard(page);
        now() - began
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
        store::dispatch(Msg::PageHas(wanted));
    }
}

fn look(page: &mut Page, model: &Model) {
    let (level, facts) = (Level::of(model), Facts::of(model, page.has_picked));
    if level != page.level {
        page.level = level;
        let was_revealed = page.facts.revealed;
        page.facts = facts;
        page.facts.revealed |= was_revealed && level == Level::Rest;
        page.blocks.iter_mut().flatten().for_each(Block::allow);
        page.todo.clear();
        if level == Level::Rest {
            page.observer.disconnect();
            page.todo.extend((0..page.blocks.len()).map(Job::Restore));
        } else {
            observe::watch(page);
            page.look_at_all();
            page.begin_in_view();
        }
    } else if facts != page.facts && level == Level::Fill {
        page.facts = facts;
        page.blocks.iter_mut().flatten().for_each(Block::allow);
        page.todo.retain(|job| !matches!(job, Job::Refresh(_)));
        page.todo.extend((0..page.blocks.len()).map(Job::Refresh));
        page.begin_in_view();
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

    /// Begins the work where the reader is.
    fn begin_in_view(&mut self) {
        let (mut from, mut to) = (0, self.todo.len());
        while from < to {
            let middle = usize::midpoint(from, to);
            if self.is_above(middle) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        for _ in 0..from {
            let job = self.todo.pop_front();
            self.todo.extend(job);
        }
    }

    /// Whether this job is about code above what the reader sees.
    fn is_above(&self, job: usize) -> bool {
        let code = match self.todo.get(job) {
            Some(Job::Scan(code)) => code,
            Some(Job::Refresh(place)) => match self.blocks.get(*place) {
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
