//! Work in equal parts, shared with a second thread that is never waited for: this thread takes the parts from the
//! front, the helper takes them from the back, and when they meet the work is done. Where the helper starts late, is
//! held up or cannot be had, this thread simply does more of the parts itself.

use std::sync::{Arc, mpsc};
use std::thread;

/// Gives `take` the results of `part(0)` to `part(parts - 1)`, in that order. The helper may still be at work on a part
/// that is not needed any more when this returns; nobody hears of it.
pub(super) fn each<T: Send + 'static>(
    parts: usize,
    part: impl Fn(usize) -> T + Send + Sync + 'static,
    mut take: impl FnMut(T),
) {
    let part = Arc::new(part);
    let (give, from_helper) = mpsc::channel();
    let helped = Arc::clone(&part);
    let help = move || {
        // Giving fails as soon as nobody waits for more.
        (0..parts).rev().map(|place| helped(place)).try_for_each(|result| give.send(result)).ok();
    };
    // Without a helper the channel is closed and brings nothing.
    drop(thread::Builder::new().spawn(help));
    let mut front = 0;
    let mut back = Vec::new();
    while front + back.len() < parts {
        take(part(front));
        front += 1;
        back.extend(from_helper.try_iter());
    }
    // Both may have done the part at which they met.
    back.truncate(parts - front);
    back.into_iter().rev().for_each(take);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all<T: Send + 'static>(parts: usize, part: impl Fn(usize) -> T + Send + Sync + 'static) -> Vec<T> {
        let mut results = Vec::new();
        each(parts, part, |result| results.push(result));
        results
    }

    #[test]
    fn every_part_is_done_once_and_in_order() {
        for parts in [0, 1, 2, 3, 100] {
            assert_eq!(all(parts, |place| place * 2), (0..parts).map(|place| place * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_helper_that_never_gives_anything_is_not_waited_for() {
        let here = thread::current().id();
        let results = all(5, move |place| {
            if thread::current().id() != here {
                thread::park();
            }
            place
        });
        assert_eq!(results, [0, 1, 2, 3, 4]);
    }
}
