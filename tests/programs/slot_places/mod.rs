//! Values in every place of a block, read by the real programs: what comes back is the value.
//!
//! A value that cannot be written is refused, and its slot stays a placeholder; nothing else may
//! ever come of it.

mod again;
mod files;
mod filled;
mod fish;
mod formats;
mod languages;
mod queries;
mod random;
mod readers;
mod shells;
