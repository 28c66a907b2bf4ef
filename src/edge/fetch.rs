//! Requests to Keystone.
//!
//! Each omits cookies, refuses redirects, is not cached, sends no referrer and can be aborted; of
//! an answer no more than 8 MB is read: `tests/e2e/test_large_answers.py`,
//! `tests/e2e/test_privacy.py`.

use gloo_net::http::{RequestBuilder, Response as FetchResponse};
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, ReadableStreamDefaultReader, ReferrerPolicy, RequestCache, RequestCredentials,
    RequestRedirect,
};

use crate::core::http::{MOST_BYTES, Method, NetError, Outcome, Request, Response};
use crate::core::secret::Secret;

/// Sends `request`, which `controller` can abort. The deadline is the caller's.
pub(super) async fn send(request: Request, controller: AbortController) -> Outcome {
    // The request, and the token in it, ends here: the answer may take long.
    let ready = build(request, &controller).ok_or(NetError::Unreachable)?;
    let response = ready.send().await.map_err(|_| NetError::Unreachable)?;
    let header = |name| response.headers().get(name);
    let body = body(&response, &controller).await?;
    Ok(Response {
        status: response.status(),
        subject_token: header("X-Subject-Token").map(Secret::new),
        receipt: header("Openstack-Auth-Receipt").map(Secret::new),
        request_id: header("X-Openstack-Request-Id"),
        body,
    })
}

fn build(request: Request, controller: &AbortController) -> Option<gloo_net::http::Request> {
    let method = match request.method {
        Method::Get => gloo_net::http::Method::GET,
        Method::Post => gloo_net::http::Method::POST,
        Method::Delete => gloo_net::http::Method::DELETE,
    };
    let mut builder = RequestBuilder::new(&request.url)
        .method(method)
        .credentials(RequestCredentials::Omit)
        .redirect(RequestRedirect::Error)
        .cache(RequestCache::NoStore)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .abort_signal(Some(&controller.signal()));
    for (name, value) in &request.headers {
        builder = builder.header(name, value.expose());
    }
    match request.body {
        Some(body) => builder.body(body.expose()),
        None => builder.build(),
    }
    .ok()
}

/// The body, as far as it is no longer than what is read.
///
/// Piece by piece, so that the rest of a longer one never comes: what `Content-Length` says may be
/// wrong, and is the length before it is unpacked. As bytes, since a string of the browser's would
/// be copied letter by letter, which takes too long for a list of ten thousand credentials.
async fn body(response: &FetchResponse, controller: &AbortController) -> Result<Secret, NetError> {
    let Some(stream) = response.body() else { return Ok(Secret::new(String::new())) };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut pieces: Vec<Uint8Array> = Vec::new();
    let mut length = 0;
    while let Some(piece) = piece(&reader).await? {
        length += piece.length() as usize;
        if length > MOST_BYTES {
            // Never with a reason of our own: gloo-net expects the rejection to be an Error.
            controller.abort();
            return Err(NetError::TooLarge);
        }
        pieces.push(piece);
    }
    // Never grown: a `Vec` that grows leaves its old bytes, and secrets in them, behind.
    let mut bytes = vec![0; length];
    let mut rest = bytes.as_mut_slice();
    for piece in pieces {
        let (here, after) = rest.split_at_mut(piece.length() as usize);
        piece.copy_to(here);
        piece.fill(0, 0, piece.length());
        rest = after;
    }
    // What is not UTF-8 is not Keystone's.
    Ok(Secret::new(String::from_utf8(bytes).unwrap_or_default()))
}

/// The next piece of a body; `None` at its end.
async fn piece(reader: &ReadableStreamDefaultReader) -> Result<Option<Uint8Array>, NetError> {
    let read = JsFuture::from(reader.read()).await.map_err(|_| NetError::Unreachable)?;
    let value = Reflect::get(&read, &JsValue::from_str("value")).unwrap_or_default();
    Ok(value.dyn_into().ok())
}
