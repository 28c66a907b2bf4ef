//! Keyfill: documentation that does the job with the reader's own keys.
//!
//! Modules in reading order: [`core`] decides, [`view`] shows, and `edge` (only in the browser)
//! touches the outside. `tests/tidy.rs` enforces that the core cannot reach the other two.

pub mod core;
#[cfg(target_arch = "wasm32")]
pub mod edge;
pub mod view;
