//! Strings and numbers of JSON, and the basic strings of TOML.

use super::{Quote, plain};

/// Inside of a string (RFC 8259, section 7). Control characters have been refused before.
pub const STRING: Quote = Quote::inside(&[("\\\"", "\\")]);

/// A string of its own, or a number.
pub const LITERAL: Quote = STRING.whole("\"", plain::never).with_numbers();
