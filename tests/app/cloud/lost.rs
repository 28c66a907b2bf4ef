//! Creates whose answer gets lost.

use keyfill::core::http::{NetError, Outcome, Response};
use keyfill::core::message::{Call, Ticket};

/// Whether the ticket is for a create.
pub fn is_create(ticket: &Ticket) -> bool {
    matches!(ticket.call, Call::Create(..))
}

/// A response, or the two ways to have none, by which a reply to a create gets lost.
pub fn lost_replies() -> [(&'static str, Outcome); 6] {
    let html = "<!doctype html><title>Sign in to the Wi-Fi</title>";
    let answer =
        |status, body: &str| -> Result<Response, NetError> { Ok(super::raw(status, body)) };
    [
        ("unreachable", Err(NetError::Unreachable)),
        ("timeout", Err(NetError::Timeout)),
        ("500", answer(500, "{}")),
        ("504", answer(504, "")),
        ("HTML", answer(201, html)),
        ("cut off", answer(201, r#"{"credential": {"access": "acce55"#)),
    ]
}
