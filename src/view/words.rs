//! Texts in words: the one place where they are put together, in the operator's words where there
//! are some.

use std::cell::RefCell;

use yew::prelude::*;

use super::element::{code, list, name, strong, verbatim};
use crate::core::words::{ArgKind, Piece, Replaced, Say, Text};

thread_local! {
    static REPLACED: RefCell<Replaced> = RefCell::new(Replaced::default());
}

/// Takes the operator's words, from now on and for every panel.
pub fn set_texts(replaced: &Replaced) {
    REPLACED.set(replaced.clone());
}

/// A text without arguments as plain text, for an attribute.
#[must_use]
#[inline(never)]
pub fn said(text: Text) -> String {
    REPLACED.with_borrow(|replaced| text.plain(replaced))
}

/// A text with its arguments as plain text, for an attribute.
#[must_use]
#[inline(never)]
pub fn plain(say: &Say) -> String {
    REPLACED.with_borrow(|replaced| say.plain(replaced))
}

/// A text without arguments. The browser never reads it as HTML.
#[inline(never)]
pub(super) fn text(text: Text) -> Html {
    verbatim(said(text))
}

/// A text with its arguments, each marked as what it is.
#[inline(never)]
#[expect(clippy::needless_pass_by_value, reason = "else each caller drops it, in bytes of wasm")]
pub(super) fn say(say: Say) -> Html {
    list(nodes(&say))
}

/// Whole sentences one after the other.
pub(super) fn sentences(sentences: &[Say]) -> Vec<Html> {
    let mut all = Vec::new();
    for sentence in sentences {
        if !all.is_empty() {
            all.push(verbatim(" "));
        }
        all.extend(nodes(sentence));
    }
    all
}

fn nodes(say: &Say) -> Vec<Html> {
    let mut nodes = Vec::new();
    let mut take = |piece: Piece<'_>| {
        nodes.push(match piece {
            Piece::Words("") => return,
            Piece::Words(words) => verbatim(words.to_owned()),
            Piece::Arg(arg) => match arg.kind {
                ArgKind::Own | ArgKind::Count => verbatim(arg.value.clone()),
                ArgKind::Name => name(&arg.value),
                ArgKind::Strong => strong(vec![name(&arg.value)]),
                ArgKind::Code => code(arg.value.clone()),
            },
        });
    };
    REPLACED.with_borrow(|replaced| say.pieces(replaced, &mut take));
    nodes
}
