//! What is copied from the page: the filled text, with the secrets that are masked in it.
//!
//! A secret stands in the page only while something is copied: while the theme's copy button is
//! pressed, which reads the text of the block then; else it is a mask.

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Document, Element, HtmlElement, Node};

use super::block::Block;
use super::held::Held;
use super::listen::on;
use super::look::Look;
use super::names::HOLDER;
use super::{Page, edit, observe, store, with_both, with_page, work};
use crate::core::message::{CommandsMsg, Msg};
use crate::core::model::Model;
use crate::core::screen::Stays;
use crate::core::slot::surroundings;
use crate::core::words::catalog::commands as texts;
use crate::view::said;

/// The class of our copy buttons in the page.
const OURS: &str = "keyfill-page-copy";
/// What copies for certain.
const COPIES: &str = "[data-clipboard-target], clipboard-copy";
/// What may be a theme's copy button.
const BUTTONS: &str = "button, [role=button], [data-clipboard-target], clipboard-copy";
/// How far above its button a block may be.
const REACH: usize = 3;

/// Adds our copy button to a block that has slots, where the theme has none.
pub(super) fn offer(document: &Document, block: &mut Block, model: &Model) {
    let Some(pre) = block.pre() else { return };
    let is_wanted =
        model.config.copy_buttons && !block.slots.is_empty() && !has_button(&block.code);
    if is_wanted == block.button.is_some() {
        return;
    }
    if let Some(button) = block.button.take() {
        button.remove();
        return;
    }
    block.button =
        button(document).filter(|holder| pre.insert_before(holder, Some(&block.code)).is_ok());
}

/// Copies by our button, or lets the theme's copy what is behind the masks. What lacks a value of
/// the reader's own has a field for it then; who presses ours again without one copies what is there.
pub(super) fn clicked(target: &Element) {
    let Some(button) = target.closest(BUTTONS).ok().flatten() else { return };
    if button.class_list().contains(OURS) {
        work::finish();
        match lacking(&button) {
            Some((at, slot)) if with_page(|page| page.asked.replace(at)) != Some(Some(at)) => {
                edit::press(&slot);
            }
            _ => copy(&button),
        }
    } else if button.closest(".keyfill").ok().flatten().is_none() {
        uncover_for(&button);
        if matches!(button.matches(COPIES), Ok(true))
            && let Some((_, slot)) = lacking(&button)
        {
            // The theme's script copies first, and the focus is its own meanwhile.
            Timeout::new(0, move || edit::press(&slot)).forget();
        }
    }
}

/// The first slot that the reader is to fill in of the block that `button` copies, once there is a
/// key: the places of the block and of the slot in it, and its element.
fn lacking(button: &Element) -> Option<((usize, usize), HtmlElement)> {
    let slot = with_both(|page, model| {
        let is_missing = |held: &Held| {
            held.look == Look::Theirs(Stays::Unknown)
                && !held.found.certainty.is_not()
                && model.config.slots.kind(held.found.slot).is_some()
        };
        model.shown_account()?;
        let place = block_of(page, button, |_| true)?;
        let slots = &page.blocks.get(place)?.as_ref()?.slots;
        let at = slots.iter().position(is_missing)?;
        Some(((place, at), slots.get(at)?.wrapper().clone()))
    });
    slot.flatten()
}

/// Listens for as long as the document lives.
pub(super) fn listen(document: &Document) {
    on(document, "copy", |event| {
        let event: &ClipboardEvent = event.unchecked_ref();
        let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
        let Some(selection) = selection.filter(|_| event.is_trusted()) else { return };
        work::finish();
        with_both(|page, model| {
            let is_selected = |block: &&Block| {
                block.has_mask()
                    && selection.contains_node_with_allow_partial_containment(&block.code, true)
                        == Ok(true)
            };
            let blocks: Vec<&Block> = page.blocks.iter().flatten().filter(is_selected).collect();
            if blocks.is_empty() {
                return;
            }
            observe::discard_after(page, || {
                for block in &blocks {
                    block.uncover(model);
                }
                let text = selection.to_string();
                for block in &blocks {
                    block.cover();
                }
                let data = event.clipboard_data();
                if data.is_some_and(|data| data.set_data("text/plain", &String::from(text)).is_ok())
                {
                    event.prevent_default();
                }
            });
        });
    });
}

/// Uncovers the block that a theme's button belongs to until the theme's script has run.
fn uncover_for(button: &Element) {
    if with_page(|page| block_of(page, button, Block::has_mask).is_none()) != Some(false) {
        return;
    }
    work::finish();
    let is_uncovered = with_both(|page, model| {
        let block = page.blocks.get(block_of(page, button, Block::has_mask)?)?.as_ref()?;
        observe::discard_after(page, || block.uncover(model));
        Some(())
    });
    if is_uncovered == Some(Some(())) {
        Timeout::new(0, || {
            with_page(|page| {
                let blocks = || page.blocks.iter().flatten();
                observe::discard_after(page, || blocks().for_each(Block::cover));
            });
        })
        .forget();
    }
}

/// The place of the block that `button` most likely copies, if it is one that is wanted.
fn block_of(page: &Page, button: &Element, is_wanted: fn(&Block) -> bool) -> Option<usize> {
    let target = button.get_attribute("data-clipboard-target");
    let target = target.and_then(|target| page.document.query_selector(&target).ok().flatten());
    let within = |around: &Element| {
        let is_within = |block: &Block| is_wanted(block) && around.contains(Some(&block.code));
        page.blocks.iter().position(|block| block.as_ref().is_some_and(is_within))
    };
    if let Some(target) = target {
        return within(&target);
    }
    let mut around = button.parent_element();
    for _ in 0..REACH {
        let current = around?;
        if matches!(current.tag_name().as_str(), "BODY" | "MAIN" | "ARTICLE") {
            return None;
        }
        // The nearest code is what it copies.
        if matches!(current.query_selector("code"), Ok(Some(_))) {
            return within(&current);
        }
        around = current.parent_element();
    }
    None
}

/// Copies what the block of this button says. The answer is a mark on the button, as on a panel's.
fn copy(button: &Element) {
    let copied = with_both(|page, model| {
        let pre = button.closest("pre").ok()??;
        let is_in = |block: &Option<Block>| {
            block.as_ref().is_some_and(|block| pre.contains(Some(&block.code)))
        };
        let place = page.blocks.iter().position(is_in)?;
        page.asked = None;
        let block = page.blocks.get(place)?.as_ref()?;
        let mut text = None;
        observe::discard_after(page, || text = Some(block.copied(&page.document, model)));
        Some((place, text?))
    });
    if let Some(Some((place, text))) = copied {
        store::dispatch(Msg::Commands(CommandsMsg::CopyBlock(place, text)));
    }
}

/// Says on our copy buttons what was copied, or not any more.
pub(super) fn mark(page: &mut Page, model: &Model) {
    for (place, word) in page.shown.marks(model) {
        let button = page.block(place).and_then(|block| block.button.clone());
        if let Some(button) = button.and_then(|holder| holder.first_element_child()) {
            observe::discard_after(page, || button.set_text_content(Some(&said(word))));
        }
    }
}

fn has_button(code: &Element) -> bool {
    let others = [BUTTONS, ""].concat();
    let code: &Node = code;
    let around: Element = surroundings::outermost(code).unchecked_into();
    let Ok(all) = around.query_selector_all(&others) else { return false };
    (0..all.length()).filter_map(|index| all.get(index)).any(|node| {
        let element: &Element = node.unchecked_ref();
        let classes = element.class_list();
        !classes.contains(OURS) && !classes.contains("keyfill-slot")
    })
}

fn button(document: &Document) -> Option<HtmlElement> {
    let button: HtmlElement = document.create_element("button").ok()?.unchecked_into();
    button.set_class_name(OURS);
    for (name, value) in [("type", "button"), ("aria-label", &said(texts::COPY_COMMANDS))] {
        button.set_attribute(name, value).ok()?;
    }
    button.set_text_content(Some(&said(texts::COPY)));
    let holder: HtmlElement = document.create_element("span").ok()?.unchecked_into();
    holder.set_class_name(HOLDER);
    holder.append_child(&button).ok()?;
    Some(holder)
}
