//! Requests to Keystone.

use std::cell::Cell;
use std::rc::Rc;

use gloo_net::http::RequestBuilder;
use gloo_timers::callback::Timeout;
use web_sys::{AbortController, ReferrerPolicy, RequestCache, RequestCredentials, RequestRedirect};

use crate::core::http::{Method, NetError, Outcome, Request, Response};
use crate::core::secret::Secret;

/// Sends `request`, which `controller` can abort, and waits until its deadline at most.
pub(super) async fn send(request: Request, controller: AbortController) -> Outcome {
    let late = Rc::new(Cell::new(false));
    let deadline = {
        let (late, controller) = (late.clone(), controller.clone());
        Timeout::new(request.deadline_ms, move || {
            late.set(true);
            // Never with a reason of our own: gloo-net expects the rejection to be an Error.
            controller.abort();
        })
    };
    let outcome = exchange(request, &controller).await;
    drop(deadline);
    outcome.ok_or(if late.get() { NetError::Timeout } else { NetError::Unreachable })
}

async fn exchange(request: Request, controller: &AbortController) -> Option<Response> {
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
    let ready = match request.body {
        Some(body) => builder.body(body.expose()),
        None => builder.build(),
    };
    let response = ready.ok()?.send().await.ok()?;
    let header = |name| response.headers().get(name);
    // As bytes: a string of the browser's would be copied letter by letter, which takes too long
    // for a list of ten thousand credentials. What is not UTF-8 is not Keystone's.
    let body = response.binary().await.ok()?;
    Some(Response {
        status: response.status(),
        subject_token: header("X-Subject-Token").map(Secret::new),
        receipt: header("Openstack-Auth-Receipt").map(Secret::new),
        request_id: header("X-Openstack-Request-Id"),
        body: Secret::new(String::from_utf8(body).unwrap_or_default()),
    })
}
