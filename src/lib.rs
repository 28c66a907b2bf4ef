//! Keyfill: documentation that does the job with the reader's own keys.
//!
//! Modules in reading order: [`core`] decides, [`view`] shows, and `edge` (only in the browser)
//! touches the outside. `tests/tidy.rs` enforces that the core cannot reach the other two. Without
//! the feature `page` there is the core alone, which the slot engine in `slot-engine` asks.

mod parts;

pub mod core;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod edge;
#[cfg(feature = "page")]
pub mod view;
