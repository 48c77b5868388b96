//! Work on several threads with results in the order of the jobs, so that nothing depends on which thread was faster.
//! If no thread can be started, the calling one does the work.

use std::collections::VecDeque;
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

/// The maximum number of threads. More would wait for the thread that hands out jobs and collects results.
const MAX_THREADS: usize = 4;
/// The number of jobs per thread that are handed out before waiting for a result.
const AHEAD: usize = 2;

/// A job, and the channel for its result or its panic.
type Job<J, R> = (J, Sender<thread::Result<R>>);

/// Runs the jobs that `feed` hands out, and passes each result to `each` on the calling thread, in the order of the
/// jobs.
pub(crate) fn in_order<J: Send, R: Send>(
    work: impl Fn(J) -> R + Sync,
    each: impl FnMut(R),
    feed: impl FnOnce(&mut dyn FnMut(J)),
) {
    let (jobs, taken) = mpsc::channel::<Job<J, R>>();
    let taken = Mutex::new(taken);
    thread::scope(|scope| {
        let worker = || while do_next(&taken, &work) {};
        let wanted = thread::available_parallelism().map_or(1, NonZero::get).min(MAX_THREADS);
        // A second thread gains nothing on a single processor.
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

/// Runs two closures at once, if a second thread can be started.
pub(crate) fn both<A: Send, B>(first: impl Fn() -> A + Sync, second: impl FnOnce() -> B) -> (A, B) {
    thread::scope(|scope| {
        let other = thread::Builder::new().spawn_scoped(scope, &first);
        let second = second();
        let first = match other.map(thread::ScopedJoinHandle::join) {
            Ok(Ok(done)) => done,
            Ok(Err(panic)) => resume_unwind(panic),
            Err(_) => first(),
        };
        (first, second)
    })
}

/// Runs the next job; returns whether there was one.
fn do_next<J, R>(taken: &Mutex<Receiver<Job<J, R>>>, work: &impl Fn(J) -> R) -> bool {
    let job = taken.lock().ok().and_then(|taken| taken.recv().ok());
    let Some((job, answer)) = job else { return false };
    // The receiver is gone if the run has ended early.
    let _ = answer.send(catch_unwind(AssertUnwindSafe(|| work(job))));
    true
}

/// The jobs that were handed out, and the results that are still pending.
struct Line<J, R, E> {
    jobs: Sender<Job<J, R>>,
    waiting: VecDeque<Receiver<thread::Result<R>>>,
    each: E,
}

impl<J, R, E: FnMut(R)> Line<J, R, E> {
    fn hand_out(&mut self, job: J, ahead: usize) {
        let (answer, result) = mpsc::channel();
        // The receiver lives as long as this function runs.
        let _ = self.jobs.send((job, answer));
        self.waiting.push_back(result);
        if self.waiting.len() > ahead {
            self.take_first();
        }
    }

    fn take_first(&mut self) {
        match self.waiting.pop_front().map(|result| result.recv()) {
            Some(Ok(Ok(result))) => (self.each)(result),
            Some(Ok(Err(panic))) => resume_unwind(panic),
            // Nothing is pending, or the worker threads are gone.
            None | Some(Err(_)) => {}
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

    #[test]
    fn a_panic_on_a_thread_is_a_panic_of_the_caller() {
        let run = || {
            let work = |job: u32| assert!(job != 7, "job 7");
            in_order(work, |()| {}, |hand_out| (0..100).for_each(hand_out));
        };
        assert!(catch_unwind(run).is_err());
    }
}
