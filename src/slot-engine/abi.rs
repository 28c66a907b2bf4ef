//! How a host calls the engine: the three functions that the module exports.
//!
//! The host asks for room with [`reserve`], writes its request there, calls [`answer`], and reads
//! what lies at the address and of the length that it returns, until its next call. Both are JSON
//! in UTF-8.
//!
//! There is one buffer, which belongs to the module, so nothing is allocated for the host or freed
//! by it, and no pointer is ever read here.

use std::sync::{Mutex, MutexGuard, PoisonError};

static BUFFER: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Makes room for a request of `length` bytes, and returns its address.
#[expect(unsafe_code, reason = "an export needs its name as it is")]
#[unsafe(no_mangle)]
pub extern "C" fn reserve(length: usize) -> usize {
    let mut buffer = buffer();
    buffer.clear();
    buffer.resize(length, 0);
    buffer.as_mut_ptr().expose_provenance()
}

/// Answers the request in that room: the address of the answer in the upper half, its length in
/// bytes in the lower half.
#[expect(unsafe_code, reason = "an export needs its name as it is")]
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> u64 {
    let mut buffer = buffer();
    *buffer = crate::answer(&String::from_utf8_lossy(&buffer)).into_bytes();
    let address = buffer.as_ptr().expose_provenance();
    ((address as u64) << 32) | buffer.len() as u64
}

/// A panic aborts here, so the lock of one is never seen.
fn buffer() -> MutexGuard<'static, Vec<u8>> {
    BUFFER.lock().unwrap_or_else(PoisonError::into_inner)
}
