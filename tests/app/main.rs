//! The core and the views, natively: messages in, effects and screens out.
//!
//! One program for all of them, since linking takes longer than running. Where a test wants a
//! real shell or parser, it stands in `tests/programs`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may panic")]

mod answers;
mod asked_values;
mod catalog;
mod certainty;
mod choices;
#[path = "../client_files/mod.rs"]
mod client_files;
mod cloud;
mod codecs;
mod config;
mod configurations;
mod creating;
mod deleting;
mod deleting_several;
mod english;
mod exchanges;
mod factors;
mod files_to_save;
mod filling;
mod flow;
mod for_others;
mod golden;
mod handover;
mod hiding;
mod hostile;
mod hostile_tokens;
mod idle;
mod life;
mod login_faults;
mod login_files;
mod markup;
mod offered;
mod outline;
mod overdue;
mod overdue_deletes;
mod page_shown;
mod panel;
mod panels;
mod parting;
mod parts;
mod races;
#[path = "../random/mod.rs"]
mod random;
mod rendering;
mod renewing;
mod rotating;
mod rules;
mod sample;
mod sample_alone;
mod schedules;
mod scope;
mod screens;
mod script_texts;
mod sign_in;
mod slot_guide;
mod slot_reading;
mod slot_sessions;
mod slot_values;
mod slots;
mod states;
mod static_page;
mod texts;
mod values;
mod ways_in;
mod windows;
mod world;
