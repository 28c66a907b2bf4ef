//! The pure part: no browser, no clock, no randomness, no Yew.
//!
//! Everything here is a value or a function of values, so that all of it runs under a native
//! `cargo test`. `tests/tidy.rs` fails when a module here names the browser.

pub mod admit;
pub mod app_part;
pub mod client;
pub mod clock;
pub mod concealed;
pub mod config;
pub mod config_error;
pub mod endpoint;
pub mod handover;
pub mod http;
pub mod json;
pub mod keystone;
pub mod login_file;
pub mod message;
pub mod model;
pub mod page;
pub mod panel;
pub mod quote;
pub mod request;
pub mod rules;
pub mod sample;
pub mod screen;
pub mod secret;
pub mod sign_in;
pub mod slot;
pub mod snippet;
pub mod text;
pub mod update;
pub mod words;
