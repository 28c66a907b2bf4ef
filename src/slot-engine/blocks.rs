//! The places in the blocks of a client's file, found when a site is built: the page writes values
//! there without reading the block.

use std::ops::Range;

use keyfill::core::config::Config;
use keyfill::core::slot::{Code, Found, Language, Slots, find};
use serde::{Deserialize, Serialize};

/// A block.
#[derive(Deserialize)]
pub(crate) struct AskedBlock {
    /// Its language, as authors write it behind a fence.
    language: String,
    /// Its text.
    text: String,
}

/// A piece of its text, in order.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(crate) enum BlockPiece {
    /// Text that is the same for everybody.
    Text(String),
    /// A slot: its id, how it is written, and the code of its place.
    Slot(String, String, String),
}

/// The pieces of a block, or `None` where one of its slots has a place that cannot be written down,
/// or a value that does not belong there.
pub(crate) fn pieces(block: &AskedBlock, config: &Config) -> Option<Vec<BlockPiece>> {
    let slots = config.slots.for_clients();
    let text = block.text.as_str();
    let mut pieces = Vec::new();
    let mut done = 0;
    for found in find(&Code::sure(text, Language::of(&block.language)), &slots, &config.cloud) {
        pieces.extend(between(text, done..found.start));
        pieces.push(slot(text, &found, &slots)?);
        done = found.end;
    }
    pieces.extend(between(text, done..text.len()));
    Some(pieces)
}

fn between(text: &str, range: Range<usize>) -> Option<BlockPiece> {
    let text = text.get(range).filter(|text| !text.is_empty())?;
    Some(BlockPiece::Text(text.into()))
}

fn slot(text: &str, found: &Found, slots: &Slots) -> Option<BlockPiece> {
    let is_wrong = found.destructive || found.certainty.is_not();
    let slot = slots.list().get(found.slot).filter(|_| !is_wrong)?;
    let written = text.get(found.start..found.end)?.to_owned();
    Some(BlockPiece::Slot(slot.id.clone(), written, found.place.code()?))
}
