//! What is said, as plain English.

use keyfill::core::words::{Replaced, Say, plain};

use crate::cloud::page::Page;

/// Sentences of a message. What a test compares may live as long as the test.
pub fn english(sentences: &[Say]) -> &'static str {
    plain(sentences, &Replaced::default()).leak()
}

impl Page {
    /// What the message says happened.
    pub fn what(&self) -> &'static str {
        self.model.notice.as_ref().map_or("", |notice| english(&notice.what))
    }

    /// What the message says of what to do next.
    pub fn next(&self) -> &'static str {
        self.model.notice.as_ref().map_or("", |notice| english(&notice.next))
    }
}
