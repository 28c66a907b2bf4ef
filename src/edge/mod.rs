//! The only code that touches the browser: it carries out effects and reports back.

mod clipboard;
mod clock;
mod download;
mod events;
mod fetch;
mod mount;
mod page;
mod remember;
mod store;

pub use mount::{Panel, mount};
