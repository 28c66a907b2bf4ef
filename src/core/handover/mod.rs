//! A session on its way from one page of the site to the next: its plain form, and the pad that
//! seals it.
//!
//! The plain form is JSON that begins with a version and the session's Keystone. Who reads it takes
//! all of it or nothing: each value is admitted as if it came from outside, since a newer page, or
//! an older one, may have written it.

mod pad;
mod plain;
mod read;

pub use pad::{opened, sealed};
pub use plain::{MOST_BYTES, written};
pub use read::{Handover, read};
