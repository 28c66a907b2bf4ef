//! Requests that have no answer in time.

use keyfill::core::http::NetError;

use super::page::{Page, Sent};

impl Page {
    /// The deadline of the oldest request passes, as the edge tells it: where nobody wants its
    /// answer any more, the request is given up; else it is given back, and may still be answered.
    pub fn overdue(&mut self) -> Option<Sent> {
        let sent = self.take();
        self.deliver(&sent, Err(NetError::Timeout));
        self.model.wants(&sent.ticket).then_some(sent)
    }

    /// Keystone carries out a request after all, and its answer comes.
    pub fn answer_late(&mut self, sent: &Sent) {
        let response = self.cloud.answer(&sent.request);
        self.deliver(sent, Ok(response));
    }
}
