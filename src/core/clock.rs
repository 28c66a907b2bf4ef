//! Time, as the model has it.

/// Milliseconds on a clock that never goes back; zero is anywhere.
pub type Millis = u64;
