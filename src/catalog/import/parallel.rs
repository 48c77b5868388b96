//! Work on several threads whose results come back in the order in which it was handed out, so that nothing depends on
//! which thread was faster. Where no thread can be had, the calling one does the work.

use std::collections::VecDeque;
use std::num::NonZero;
use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

/// More threads than this would wait for the one that hands out and gathers.
const MAX_THREADS: usize = 4;
/// So many jobs for each thread are handed out before a result is waited for.
const AHEAD: usize = 2;

/// Does the jobs that `feed` hands out, and hands each result to `each` on the calling thread, in the order of the jobs.
pub(super) fn in_order<J: Send, R: Send>(
    work: impl Fn(J) -> R + Sync,
    each: impl FnMut(R),
    feed: impl FnOnce(&mut dyn FnMut(J)),
) {
    let (jobs, taken) = mpsc::channel::<(J, Sender<R>)>();
    let taken = Mutex::new(taken);
    thread::scope(|scope| {
        let worker = || while do_next(&taken, &work) {};
        let wanted = thread::available_parallelism().map_or(1, NonZero::get).min(MAX_THREADS);
        // A single processor gains nothing by a second thread.
        let wanted = if wanted > 1 { wanted } else { 0 };
        let threads = (0..wanted).filter(|_| thread::Builder::new().spawn_scoped(scope, worker).is_ok()).count();
        let mut line = Line { jobs, waiting: VecDeque::new(), each };
        feed(&mut |job| {
            if threads == 0 {
                (line.each)(work(job));
            } else {
                line.hand_out(job, threads * AHEAD);
            }
        });
        line.finish();
    });
}

/// Does the next job; answers whether there was one.
fn do_next<J, R>(taken: &Mutex<Receiver<(J, Sender<R>)>>, work: &impl Fn(J) -> R) -> bool {
    let job = taken.lock().ok().and_then(|taken| taken.recv().ok());
    let Some((job, answer)) = job else { return false };
    // Nobody waits for it where the run has ended early.
    let _ = answer.send(work(job));
    true
}

/// The jobs that were handed out and whose results are not in yet.
struct Line<J, R, E> {
    jobs: Sender<(J, Sender<R>)>,
    waiting: VecDeque<Receiver<R>>,
    each: E,
}

impl<J, R, E: FnMut(R)> Line<J, R, E> {
    fn hand_out(&mut self, job: J, ahead: usize) {
        let (answer, result) = mpsc::channel();
        // The other end stands as long as this function runs.
        let _ = self.jobs.send((job, answer));
        self.waiting.push_back(result);
        if self.waiting.len() > ahead {
            self.take_first();
        }
    }

    fn take_first(&mut self) {
        // A result that never comes is that of a thread that panicked, which ends the run when the threads are joined.
        if let Some(Ok(result)) = self.waiting.pop_front().map(|result| result.recv()) {
            (self.each)(result);
        }
    }

    fn finish(mut self) {
        while !self.waiting.is_empty() {
            self.take_first();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_jobs() {
        let mut results = Vec::new();
        // The first jobs take the longest.
        let work = |job: u64| (0..(200 - job) * 1000).fold(job, |sum, more| std::hint::black_box(sum ^ more ^ more));
        in_order(work, |result| results.push(result), |hand_out| (0..200).for_each(hand_out));
        assert_eq!(results, (0..200).collect::<Vec<_>>());
    }
}
