//! What is still to be done with the page, in order.

use std::collections::VecDeque;

/// How many of the latest jobs are looked at before one more is added: a script that writes a
/// block anew tells of each of its nodes.
const LATEST: usize = 8;

/// What can be done in less time than anybody notices. `E` is an element with code, and blocks are
/// known by their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Job<E> {
    /// Find the slots of this element anew.
    Scan(E),
    /// Show what the model says in the slots of this block.
    Refresh(usize),
    /// Give the author's text of this block back.
    Restore(usize),
    /// Forget the blocks that have left the page.
    Sweep,
}

/// The jobs.
#[derive(Clone, Debug)]
pub struct Queue<E>(VecDeque<Job<E>>);

impl<E> Default for Queue<E> {
    fn default() -> Self {
        Self(VecDeque::new())
    }
}

impl<E: PartialEq> Queue<E> {
    /// Whether nothing is left to do.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes the next job out.
    pub fn pop(&mut self) -> Option<Job<E>> {
        self.0.pop_front()
    }

    /// Instead of anything else, gives all of so many blocks back.
    pub fn restore_all(&mut self, blocks: usize) {
        self.0 = (0..blocks).map(Job::Restore).collect();
    }

    /// Instead of anything else, looks at all code of the page; what has left it is forgotten.
    pub fn scan_all(&mut self, codes: impl IntoIterator<Item = E>) {
        self.0.clear();
        self.0.push_back(Job::Sweep);
        self.0.extend(codes.into_iter().map(Job::Scan));
    }

    /// Shows anew what so many blocks show. What else is to be done comes first; a block that was
    /// to be shown anew is so once.
    pub fn refresh_all(&mut self, blocks: usize) {
        self.0.retain(|job| !matches!(job, Job::Refresh(_)));
        self.0.extend((0..blocks).map(Job::Refresh));
    }

    /// Looks at one element once more; once, where its nodes are told of one by one.
    pub fn scan(&mut self, code: E) {
        let is_same = |job: &Job<E>| matches!(job, Job::Scan(other) if *other == code);
        if !self.0.iter().rev().take(LATEST).any(is_same) {
            self.0.push_back(Job::Scan(code));
        }
    }

    /// Forgets what has left the page, before anything else is done.
    pub fn sweep(&mut self) {
        self.0.push_front(Job::Sweep);
    }

    /// Begins where the reader is: jobs about code above that come last. Jobs are in the order of
    /// the page, so few of them are asked about.
    pub fn begin_where(&mut self, is_above: impl Fn(&Job<E>) -> bool) {
        let first = self.0.partition_point(is_above);
        self.0.rotate_left(first);
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    fn all(mut queue: Queue<char>) -> Vec<Job<char>> {
        std::iter::from_fn(|| queue.pop()).collect()
    }

    #[test]
    fn the_work_begins_where_the_reader_is() {
        let mut queue = Queue::default();
        queue.scan_all("abcd".chars());
        queue.begin_where(|job| matches!(job, Job::Sweep | Job::Scan('a' | 'b')));
        let expected = [Job::Scan('c'), Job::Scan('d'), Job::Sweep, Job::Scan('a'), Job::Scan('b')];
        assert_eq!(all(queue), expected);
    }

    #[test]
    fn few_of_many_are_asked_where_they_are() {
        let mut queue: Queue<char> = Queue::default();
        queue.refresh_all(10_000);
        let asked = Cell::new(0);
        queue.begin_where(|job| {
            asked.set(asked.get() + 1);
            matches!(job, Job::Refresh(place) if *place < 7_000)
        });
        assert_eq!(queue.pop(), Some(Job::Refresh(7_000)));
        assert!(asked.get() < 20);
    }

    #[test]
    fn a_block_is_shown_anew_once_and_after_it_is_looked_at() {
        let mut queue = Queue::default();
        queue.scan_all(['a']);
        queue.refresh_all(2);
        queue.refresh_all(2);
        let expected = [Job::Sweep, Job::Scan('a'), Job::Refresh(0), Job::Refresh(1)];
        assert_eq!(all(queue), expected);
    }

    #[test]
    fn giving_back_replaces_whatever_was_to_be_done() {
        let mut queue = Queue::default();
        queue.scan_all("ab".chars());
        queue.refresh_all(1);
        queue.restore_all(2);
        assert_eq!(all(queue.clone()), [Job::Restore(0), Job::Restore(1)]);
        queue.scan_all(['a']);
        assert_eq!(all(queue), [Job::Sweep, Job::Scan('a')]);
    }

    #[test]
    fn what_others_change_is_looked_at_once() {
        let mut queue = Queue::default();
        "aabbaab".chars().for_each(|code| queue.scan(code));
        queue.sweep();
        assert_eq!(all(queue), [Job::Sweep, Job::Scan('a'), Job::Scan('b')]);
        assert!(Queue::<char>::default().is_empty());
    }
}
