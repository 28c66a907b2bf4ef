//! Requests under way: sent at once, later or in turn. What nobody wants any more is aborted, and
//! what nobody waits for any more may still be answered.
//!
//! Each has a deadline. The lists of keys and of projects are repeated twice at most, by `again`
//! in `core/update/mod.rs`; sign-in, POST and DELETE never: `tests/app/flow.rs`,
//! `tests/app/overdue.rs`, `tests/e2e/test_silence.py`.

use std::cell::RefCell;
use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::Poll;

use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;
use web_sys::AbortController;

use super::{fetch, store};
use crate::core::http::{NetError, Outcome, Request};
use crate::core::message::{EdgeMsg, Msg, Ticket};

/// From how many bytes on an answer is too much to be fetched and read in one task, which should
/// stay below the 50 ms that people notice.
const LONG: usize = 500_000;

thread_local! {
    static UNDER_WAY: RefCell<UnderWay> = const { RefCell::new(UnderWay::new()) };
}

/// What was asked, and has no answer yet.
struct UnderWay {
    flights: Vec<(Ticket, AbortController)>,
    /// Repetitions that wait for their time.
    waiting: Vec<(Ticket, Request)>,
}

impl UnderWay {
    const fn new() -> Self {
        Self { flights: Vec::new(), waiting: Vec::new() }
    }
}

/// Sends a request after so many milliseconds, and answers [`EdgeMsg::Replied`].
pub(super) fn send(ticket: Ticket, request: Request, delay: u32) {
    if delay == 0 {
        spawn_local(exchange(ticket, request));
        return;
    }
    // It waits where the end of its session finds it, with the token that is in it.
    let number = ticket.number;
    UNDER_WAY.with_borrow_mut(|all| all.waiting.push((ticket, request)));
    Timeout::new(delay, move || {
        let waited = UNDER_WAY.with_borrow_mut(|all| {
            let at = all.waiting.iter().position(|(ticket, _)| ticket.number == number)?;
            Some(all.waiting.remove(at))
        });
        if let Some((ticket, request)) = waited.filter(|(ticket, _)| is_wanted(ticket)) {
            spawn_local(exchange(ticket, request));
        }
    })
    .forget();
}

/// Sends requests, each when the one before it has ended or its deadline has passed.
pub(super) fn send_in_turn(requests: Vec<(Ticket, Request)>) {
    spawn_local(async move {
        for (ticket, request) in requests {
            exchange(ticket, request).await;
        }
    });
}

/// Aborts what nobody wants any more.
pub(super) fn abort_unwanted() {
    let unwanted: Vec<AbortController> = UNDER_WAY.with_borrow_mut(|all| {
        all.waiting.retain(|(ticket, _)| is_wanted(ticket));
        let unwanted = all.flights.iter().filter(|(ticket, _)| !is_wanted(ticket));
        unwanted.map(|(_, controller)| controller.clone()).collect()
    });
    for controller in unwanted {
        controller.abort();
    }
}

fn is_wanted(ticket: &Ticket) -> bool {
    store::with_model(|model| model.wants(ticket)).unwrap_or(false)
}

/// Sends a request, and waits for its answer or its deadline. Where somebody wants the answer
/// after that, it is waited for beside.
async fn exchange(ticket: Ticket, request: Request) {
    let Ok(controller) = AbortController::new() else { return };
    UNDER_WAY.with_borrow_mut(|all| all.flights.push((ticket.clone(), controller.clone())));
    let deadline = TimeoutFuture::new(request.deadline_ms);
    let mut answer: Pin<Box<dyn Future<Output = Outcome>>> =
        Box::pin(fetch::send(request, controller.clone()));
    if let Some(outcome) = in_time(&mut answer, deadline).await {
        arrived(ticket, &controller, outcome);
        return;
    }
    store::dispatch(Msg::Edge(EdgeMsg::Replied(ticket.clone(), Err(NetError::Timeout))));
    if is_wanted(&ticket) {
        spawn_local(async move {
            let outcome = answer.await;
            arrived(ticket, &controller, outcome);
        });
    } else {
        forget(&controller);
        controller.abort();
    }
}

/// The answer, or `None` when the deadline is first.
async fn in_time<A: Future + Unpin>(answer: &mut A, deadline: TimeoutFuture) -> Option<A::Output> {
    let mut deadline = pin!(deadline);
    poll_fn(|context| match Pin::new(&mut *answer).poll(context) {
        Poll::Ready(outcome) => Poll::Ready(Some(outcome)),
        Poll::Pending => deadline.as_mut().poll(context).map(|()| None),
    })
    .await
}

fn arrived(ticket: Ticket, controller: &AbortController, outcome: Outcome) {
    forget(controller);
    let is_long = outcome.as_ref().is_ok_and(|response| response.body.len() > LONG);
    let reply = Msg::Edge(EdgeMsg::Replied(ticket, outcome));
    if is_long {
        Timeout::new(0, move || store::dispatch(reply)).forget();
    } else {
        store::dispatch(reply);
    }
}

fn forget(controller: &AbortController) {
    UNDER_WAY.with_borrow_mut(|all| all.flights.retain(|(_, other)| other != controller));
}
