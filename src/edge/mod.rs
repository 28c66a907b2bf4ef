//! The only code that touches the browser: it carries out effects and reports back.

mod activity;
mod carry;
mod clipboard;
mod clock;
mod concealed;
mod download;
mod events;
mod fetch;
mod focus;
mod language;
mod level;
mod mount;
mod page;
mod parts;
mod remember;
mod requests;
mod store;

use std::alloc::System;

use zeroizing_alloc::ZeroAlloc;

pub use mount::{Panel, mount};

/// Overwrites whatever is freed. [`Secret`](crate::core::secret::Secret) overwrites what is its
/// own; this does the copies that others make of it: the texts that Yew keeps of what it has
/// drawn, a buffer that grows on its way in from JavaScript, the scratch space of a parser.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<System> = ZeroAlloc(System);
