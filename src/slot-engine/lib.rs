//! The slot engine: what the page would do with each slot of a finished page.
//!
//! `keyfill check` and the offer ask it, by way of a wasm module without imports. It reads HTML as
//! a browser does, and has the core answer, so that nothing of what the core decides is written
//! a second time.

#[cfg(target_arch = "wasm32")]
mod abi;
mod blocks;
mod finding;
mod reader;
mod selector;
mod sink;
mod tree;
mod words;

use std::cell::RefCell;
use std::collections::BTreeMap;

use keyfill::core::panel::PanelSettings;
use serde::{Deserialize, Serialize};

use blocks::{AskedBlock, BlockPiece};
use finding::Finding;
use reader::Reader;

/// What is asked.
#[derive(Deserialize)]
struct EngineRequest {
    /// The attributes of the site's panel, as `JSON.stringify(element.dataset)` has them.
    dataset: String,
    /// The HTML of each page.
    #[serde(default)]
    pages: Vec<String>,
    /// The blocks of a client's file, in the place of pages.
    blocks: Option<Vec<AskedBlock>>,
    /// Further names of slots, each with the id of its slot.
    #[serde(default)]
    aliases: BTreeMap<String, String>,
    /// Whether it is enough to know that something in these pages can be filled in.
    #[serde(default)]
    briefly: bool,
}

/// What is answered.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum EngineAnswer {
    /// What is in each page, in the order of the request.
    Pages(Vec<Vec<Finding>>),
    /// Whether something in them can be filled in.
    Fillable(bool),
    /// The pieces of each block, in the order of the request.
    Blocks(Vec<Option<Vec<BlockPiece>>>),
    /// Why nothing can be said.
    Refused(String),
}

/// What a reader is made of.
#[derive(PartialEq)]
struct Asked {
    dataset: String,
    aliases: BTreeMap<String, String>,
}

thread_local! {
    /// The last one: a site asks about each of its pages, all with one configuration.
    static READER: RefCell<Option<(Asked, Reader)>> = const { RefCell::new(None) };
}

/// Answers a request, `{"dataset": "...", "pages": ["..."], "aliases"?: {"name": "slot"},
/// "briefly"?: true}`: with `{"pages": [[...]]}`, the findings of each page in its order; briefly
/// with `{"fillable": true}` or `false`. `{"dataset": "...", "blocks": [{"language": "bash",
/// "text": "..."}]}` is answered with `{"blocks": [[...], null]}`: the pieces of each block. Where
/// the request or the configuration in it is wrong, the answer is `{"refused": "..."}`.
#[must_use]
pub fn answer(request: &str) -> String {
    let answer = match serde_json::from_str(request) {
        Ok(request) => answered(&request),
        Err(error) => EngineAnswer::Refused(error.to_string()),
    };
    serde_json::to_string(&answer).unwrap_or_default()
}

fn answered(request: &EngineRequest) -> EngineAnswer {
    READER.with_borrow_mut(|last| {
        let asked = Asked { dataset: request.dataset.clone(), aliases: request.aliases.clone() };
        let reader = match last {
            Some((known, reader)) if *known == asked => reader,
            _ => match reader(&asked) {
                Ok(reader) => &mut last.insert((asked, reader)).1,
                Err(refused) => return EngineAnswer::Refused(refused),
            },
        };
        if let Some(blocks) = &request.blocks {
            let pieces = |block| blocks::pieces(block, reader.config());
            return EngineAnswer::Blocks(blocks.iter().map(pieces).collect());
        }
        if request.briefly {
            return EngineAnswer::Fillable(request.pages.iter().any(|page| reader.fills(page)));
        }
        EngineAnswer::Pages(request.pages.iter().map(|page| reader.read(page)).collect())
    })
}

fn reader(asked: &Asked) -> Result<Reader, String> {
    let PanelSettings { mut config, .. } =
        PanelSettings::from_dataset(&asked.dataset).map_err(|error| error.message())?;
    for (name, id) in &asked.aliases {
        if let Some(slot) = config.slots.by_id(id) {
            config.slots.add_name(slot, name);
        }
    }
    Ok(Reader::new(config))
}
