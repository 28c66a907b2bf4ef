//! The author's page as a plan: what it shows, what is done to it in which order, and how much of
//! that before the browser shows a frame. `edge/page` has the elements, and carries it out.

mod pace;
mod queue;
mod view;

pub use pace::Pace;
pub use queue::{Job, Queue};
pub use view::{Change, Level, Shown};
