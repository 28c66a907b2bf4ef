//! What the core writes, read by the real programs: shells, parsers, and terminals.
//!
//! Where one is missing, its test fails with `KEYFILL_ORACLES=required`, which `make` sets; see
//! `oracle.rs`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may panic")]

#[path = "../client_files/mod.rs"]
mod client_files;
mod confined;
mod credentials;
mod credentials_oracle;
mod exports;
mod hidden;
mod login_oracles;
mod oracle;
mod own_tabs;
mod places;
mod prompts;
mod quoting;
#[path = "../random/mod.rs"]
mod random;
mod samples;
mod slot_places;
mod snippets;
mod unfilled;
