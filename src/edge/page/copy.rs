//! What is copied from the page: the filled text, with the secrets that are masked in it.
//!
//! A secret stands in the page only while something is copied: while the theme's copy button is
//! pressed, which reads the text of the block then; else it is a mask.

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Document, Element, HtmlElement, Node};

use super::block::Block;
use super::listen::on;
use super::names::HOLDER;
use super::{Page, observe, store, with_both, with_page, work};
use crate::core::message::{CommandsMsg, Msg};
use crate::core::model::Model;
use crate::core::slot::surroundings;
use crate::core::words::catalog::commands as texts;
use crate::view::said;

/// The class of our copy buttons in the page.
const OURS: &str = "keyfill-page-copy";
/// What may be a theme's copy button.
const BUTTONS: &str = "button, [role=button], [data-clipboard-target], clipboard-copy";
/// How far above its button a block may be.
const REACH: usize = 3;

/// Adds our copy button to a block that has slots, where the theme has none.
pub(super) fn offer(document: &Document, block: &mut Block, model: &Model) {
    let pre = block.code.parent_element().filter(|parent| parent.tag_name() == "PRE");
    let Some(pre) = pre else { return };
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

/// Copies by our button, or lets the theme's copy what is behind the masks.
pub(super) fn clicked(target: &Element) {
    let Some(button) = target.closest(BUTTONS).ok().flatten() else { return };
    if button.class_list().contains(OURS) {
        work::finish();
        copy(&button);
    } else if button.closest(".keyfill").ok().flatten().is_none() {
        uncover_for(&button);
    }
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
    if with_page(|page| block_of(page, button).is_none()) != Some(false) {
        return;
    }
    work::finish();
    let is_uncovered = with_both(|page, model| {
        let block = block_of(page, button)?;
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

/// The block with a mask that `button` most likely copies.
fn block_of<'a>(page: &'a Page, button: &Element) -> Option<&'a Block> {
    let target = button.get_attribute("data-clipboard-target");
    let target = target.and_then(|target| page.document.query_selector(&target).ok().flatten());
    let masked = |around: &Element| {
        let is_within = |block: &&Block| block.has_mask() && around.contains(Some(&block.code));
        page.blocks.iter().flatten().find(is_within)
    };
    if let Some(target) = target {
        return masked(&target);
    }
    let mut around = button.parent_element();
    for _ in 0..REACH {
        let current = around?;
        if matches!(current.tag_name().as_str(), "BODY" | "MAIN" | "ARTICLE") {
            return None;
        }
        // The nearest code is what it copies.
        if matches!(current.query_selector("code"), Ok(Some(_))) {
            return masked(&current);
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
