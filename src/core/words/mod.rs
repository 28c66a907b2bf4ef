//! Every text that a reader may see, and how it is put into words.
//!
//! It names nothing else of the core, so everything may name it.

pub mod catalog;
mod replaced;
mod say;

pub use replaced::Replaced;
pub use say::{Arg, ArgKind, FORMS, Piece, Say, Text, key, plain};
