//! Applies actions that may take long on a large catalogue, on a separate thread and to a copy of the state.
//!
//! The resulting state replaces the one on the screen, as if the action had been applied at once. Until then no other
//! action is applied. If the user cancels, the result is dropped.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::Heard;
use crate::app::{Action, App, Effect, update};

/// A handle on the worker thread.
#[derive(Debug)]
pub(super) struct Worker {
    jobs: Sender<Job>,
    /// The number of jobs started so far, which is also the number of the last one.
    begun: u64,
    is_busy: bool,
}

/// An action and the copy of the state that it is applied to.
#[derive(Debug)]
struct Job {
    number: u64,
    app: Box<App>,
    action: Action,
}

/// The outcome of a job: the new state and the effect to carry out.
#[derive(Debug)]
pub(super) struct Done {
    number: u64,
    app: Box<App>,
    effect: Effect,
}

impl Worker {
    /// Starts a worker that sends the outcomes of its jobs to `tell`.
    pub(super) fn start(tell: Sender<Heard>) -> io::Result<Self> {
        let (jobs, coming) = channel();
        thread::Builder::new().name("worker".to_owned()).spawn(move || work(&coming, &tell))?;
        Ok(Self { jobs, begun: 0, is_busy: false })
    }

    /// Whether a job is running that has not been cancelled.
    pub(super) fn is_busy(&self) -> bool {
        self.is_busy
    }

    /// Starts to apply an action to a copy of `app`.
    pub(super) fn begin(&mut self, app: &App, action: Action) {
        self.begun += 1;
        self.is_busy = true;
        // The thread ends only with the process.
        let _ = self.jobs.send(Job { number: self.begun, app: Box::new(app.clone()), action });
    }

    /// Cancels the current job; its outcome will be dropped.
    pub(super) fn leave(&mut self) {
        self.is_busy = false;
    }

    /// Returns the state that replaces the one on the screen, and the effect to carry out; `None` if the job was
    /// cancelled or is outdated. The state is given the current size of the window.
    pub(super) fn accept(&mut self, done: Done, on_screen: &App) -> Option<(App, Effect)> {
        let is_wanted = self.is_busy && done.number == self.begun;
        is_wanted.then(|| {
            self.is_busy = false;
            let mut app = *done.app;
            if app.size != on_screen.size {
                update(&mut app, Action::Resize(on_screen.size.0, on_screen.size.1));
            }
            (app, done.effect)
        })
    }
}

fn work(coming: &Receiver<Job>, tell: &Sender<Heard>) {
    while let Ok(first) = coming.recv() {
        // Of several waiting jobs only the last is still wanted.
        let Job { number, mut app, action } = coming.try_iter().last().unwrap_or(first);
        let effect = update(&mut app, action);
        if tell.send(Heard::Done(Done { number, app, effect })).is_err() {
            return;
        }
    }
}
