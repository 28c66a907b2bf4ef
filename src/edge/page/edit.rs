//! A slot that is changed where it stands.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement, Node};

use super::held::{Held, emptied};
use super::look::Look;
use super::names::EDIT;
use super::{Page, observe, store, with_both, with_page, work};
use crate::core::admit::AccessKey;
use crate::core::message::{Msg, ValuesMsg};
use crate::core::model::{Account, Model};
use crate::core::screen::{KeyChoice, Stays};
use crate::core::words::catalog::page as texts;
use crate::view::{plain, said};

/// The field of an editor.
pub(super) const FIELD: &str = ".keyfill-edit";
/// The width of an empty field, in characters.
const LEAST_SIZE: usize = 10;

/// The slot that is being changed.
pub(super) struct Editor {
    /// The place of its block.
    pub(super) place: usize,
    /// Its index among the slots of the block.
    held: usize,
    /// The elements of the slot; the field is in the first.
    wrappers: Vec<HtmlElement>,
    field: HtmlElement,
    /// What stood in each of them.
    before: Vec<Vec<Node>>,
    what: EditTarget,
}

enum EditTarget {
    /// The value of the variable with this index, and how it must be.
    Value(usize, crate::core::slot::Kind),
    /// One of these keys, for this place alone.
    Key(Vec<AccessKey>),
}

impl Editor {
    /// Puts back what stood there.
    pub(super) fn put_back(&self) {
        for (wrapper, before) in self.wrappers.iter().zip(&self.before) {
            // The field, and whatever another script has put beside it.
            emptied(wrapper);
            for node in before {
                let _ = wrapper.append_child(node);
            }
        }
        if let Some(wrapper) = self.wrappers.first() {
            let _ = wrapper.set_attribute("role", "button");
            let _ = wrapper.set_attribute("tabindex", "0");
        }
    }

    /// Whether `element` is its field.
    pub(super) fn is(&self, element: &Element) -> bool {
        *self.field == *element
    }
}

/// The reader presses a slot: what is offered there is filled in, in all of the block, and taken
/// out again; anything else becomes a field.
pub(super) fn press(slot: &Element) {
    let is_done = with_both(|page, model| {
        let (place, at) = position(page, slot)?;
        let block = page.block(place)?;
        let held = block.slots.get(at)?;
        let is_variable = model.config.slots.kind(held.found.slot).is_some();
        let choice = match (&held.choice, &held.look) {
            (KeyChoice::None, Look::Theirs(Stays::Offered(_))) => KeyChoice::Fill,
            (KeyChoice::Fill, _) if !is_variable => KeyChoice::None,
            _ => return None,
        };
        block.choose(held.found.slot, &choice);
        observe::quietly(page, |page| page.refresh(place, model));
        Some(())
    });
    if is_done.flatten().is_none() {
        open(slot);
    }
}

/// Puts a field in the place of what the slot shows.
fn open(slot: &Element) {
    close(false);
    let field = with_both(|page, model| {
        observe::quietly(page, |page| {
            let editor = editor(page, model, slot)?;
            let field = editor.field.clone();
            page.editor = Some(editor);
            Some(field)
        })
    });
    if let Some(Some(field)) = field {
        // An element that cannot take the focus leaves it where it is.
        let _ = field.focus();
        if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
            input.select();
        }
    }
}

/// Takes what was typed, if it can be; else the field stays, and says why. By a key, the focus
/// goes back to the slot.
pub(super) fn take(by_key: bool) {
    let typed = with_page(|page| {
        let editor = page.editor.as_ref()?;
        let EditTarget::Value(slot, kind) = editor.what else { return None };
        let input = editor.field.dyn_ref::<HtmlInputElement>()?;
        let text = input.value().trim().to_owned();
        if !text.is_empty()
            && let Err(why) = kind.check(&text)
        {
            input.set_custom_validity(&said(why));
            let _ = input.set_attribute("aria-invalid", "true");
            return Some(Err(by_key.then(|| input.clone())));
        }
        Some(Ok((editor.place, slot, text)))
    });
    match typed {
        Some(Some(Ok((place, slot, text)))) => {
            // Whoever types a value somewhere wants it there.
            with_page(|page| page.block(place).map(|block| block.choose(slot, &KeyChoice::Fill)));
            close(by_key);
            store::dispatch(Msg::Values(ValuesMsg::Type(slot, text)));
        }
        // The browser shows the reason at the field, and a screen reader reads it.
        Some(Some(Err(Some(input)))) => {
            input.report_validity();
        }
        Some(Some(Err(None))) => {}
        _ => close(by_key),
    }
}

/// Takes the chosen key for this place.
pub(super) fn chosen() {
    let picked = with_page(|page| {
        let editor = page.editor.as_ref()?;
        let EditTarget::Key(keys) = &editor.what else { return None };
        let select = editor.field.dyn_ref::<HtmlSelectElement>()?;
        let index = usize::try_from(select.selected_index()).ok()?;
        let key = index.checked_sub(1).and_then(|index| keys.get(index)).cloned();
        Some((editor.place, editor.held, key))
    });
    if let Some(Some((place, held, key))) = picked {
        close(true);
        with_both(|page, model| {
            let slot = page.block(place).and_then(|block| block.slots.get_mut(held));
            if let Some(slot) = slot {
                slot.choice = key.map_or(KeyChoice::None, KeyChoice::Key);
            }
            page.has_picked = true;
            observe::quietly(page, |page| page.refresh(place, model));
        });
    }
}

/// What is typed may be right now.
pub(super) fn typed() {
    with_page(|page| {
        let field = &page.editor.as_ref()?.field;
        let input = field.dyn_ref::<HtmlInputElement>()?;
        input.set_custom_validity("");
        input.remove_attribute("aria-invalid").ok()
    });
}

/// Puts back what stood there. By a key, the focus goes back to the slot.
pub(super) fn close(by_key: bool) {
    // Taken out first: when the field goes, the browser says that it lost the focus.
    let Some(Some(editor)) = with_page(|page| page.editor.take()) else { return };
    with_page(observe::heed);
    editor.put_back();
    if by_key && let Some(wrapper) = editor.wrappers.first() {
        let _ = wrapper.focus();
    }
    with_both(|page, model| {
        page.refresh(editor.place, model);
        observe::discard(page);
    });
    work::go_on();
}

/// The place of the block that `slot` is an element of, and its index among the block's slots.
fn position(page: &Page, slot: &Element) -> Option<(usize, usize)> {
    let code = slot.closest("code").ok()??;
    let place = page.place(&code)?;
    let block = page.blocks.get(place)?.as_ref()?;
    let is_of = |held: &Held| held.wrappers().iter().any(|wrapper| **wrapper == *slot);
    Some((place, block.slots.iter().position(is_of)?))
}

fn editor(page: &Page, model: &Model, slot: &Element) -> Option<Editor> {
    let (place, held) = position(page, slot)?;
    let is = page.blocks.get(place)?.as_ref()?.slots.get(held)?;
    let (what, field) = if is.found.destructive {
        let keys = model.account().into_iter().flat_map(Account::usable_keys);
        let keys: Vec<AccessKey> = keys.cloned().collect();
        let picked = if let KeyChoice::Key(key) = &is.choice { Some(key) } else { None };
        let field = choice(page, model, &keys, picked)?;
        (EditTarget::Key(keys), field)
    } else {
        let index = is.found.slot;
        let slot = model.config.slots.list().get(index)?;
        let kind = model.config.slots.kind(index)?;
        let value = model.values.typed(index).0;
        let input = create(page, "input")?;
        let size = (value.chars().count() + 1).max(LEAST_SIZE).to_string();
        for (name, value) in [
            ("type", "text"),
            ("size", size.as_str()),
            ("aria-label", &plain(&slot.label)),
            ("autocomplete", "off"),
            ("autocapitalize", "none"),
            ("spellcheck", "false"),
        ] {
            input.set_attribute(name, value).ok()?;
        }
        input.unchecked_ref::<HtmlInputElement>().set_value(value);
        (EditTarget::Value(index, kind), input)
    };
    let wrappers = is.wrappers().to_vec();
    let before = wrappers.iter().map(emptied).collect();
    let editor = Editor { place, held, wrappers, field, before, what };
    let wrapper = is.wrapper();
    // A button with a field in it is neither.
    let is_open = wrapper.append_child(&editor.field).is_ok()
        && wrapper.remove_attribute("role").is_ok()
        && wrapper.remove_attribute("tabindex").is_ok();
    if is_open {
        Some(editor)
    } else {
        editor.put_back();
        None
    }
}

/// The keys to choose from.
fn choice(
    page: &Page,
    model: &Model,
    keys: &[AccessKey],
    picked: Option<&AccessKey>,
) -> Option<HtmlElement> {
    let select = create(page, "select")?;
    select.set_attribute("aria-label", &said(texts::CHOOSE_KEY)).ok()?;
    let in_use = model.filling(model.region).key.map(|key| key.access);
    let mut words = vec![said(texts::CHOOSE_KEY)];
    words.extend(keys.iter().map(|key| {
        let is_used = Some(key) == in_use;
        let key = key.as_str();
        if is_used { plain(&texts::KEY_IN_USE.code("key", key)) } else { key.into() }
    }));
    for word in words {
        let option = page.document.create_element("option").ok()?;
        option.set_text_content(Some(&word));
        select.append_child(&option).ok()?;
    }
    let index = keys.iter().position(|key| Some(key) == picked);
    let index = index.and_then(|index| i32::try_from(index + 1).ok()).unwrap_or(0);
    select.unchecked_ref::<HtmlSelectElement>().set_selected_index(index);
    Some(select)
}

fn create(page: &Page, name: &str) -> Option<HtmlElement> {
    let element: HtmlElement = page.document.create_element(name).ok()?.unchecked_into();
    element.set_class_name(EDIT);
    Some(element)
}
