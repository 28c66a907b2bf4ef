//! Every text that a reader may see, and how it is put into words.
//!
//! It names nothing else of the core, so everything may name it.

pub mod catalog;
mod language;
mod replaced;
mod say;

pub use language::Counting;
pub use replaced::Replaced;
pub use say::{Arg, ArgKind, FORMS, Piece, Say, Text, key, plain};
