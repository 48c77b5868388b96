//! Work beside the screen, on a thread of its own: an action that may cost as much as going through a large catalogue is
//! applied to a copy of the state, and the state that comes of it takes the place of the one on the screen. It does what
//! it would have done at once. Until then nothing else is done, unless the person leaves it: what comes of it is dropped.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::Heard;
use crate::app::{Action, App, Effect, update};

/// The thread that works.
#[derive(Debug)]
pub(super) struct Worker {
    jobs: Sender<Job>,
    /// How many jobs were begun: the number of the last one.
    begun: u64,
    is_busy: bool,
}

/// An action for a copy of the state.
#[derive(Debug)]
struct Job {
    number: u64,
    app: Box<App>,
    action: Action,
}

/// What came of it.
#[derive(Debug)]
pub(super) struct Done {
    number: u64,
    app: Box<App>,
    effect: Effect,
}

impl Worker {
    /// A worker that tells what came of its jobs.
    pub(super) fn start(tell: Sender<Heard>) -> io::Result<Self> {
        let (jobs, coming) = channel();
        thread::Builder::new().name("worker".to_owned()).spawn(move || work(&coming, &tell))?;
        Ok(Self { jobs, begun: 0, is_busy: false })
    }

    /// Whether something is being worked out that somebody waits for.
    pub(super) fn is_busy(&self) -> bool {
        self.is_busy
    }

    /// Begins to apply an action.
    pub(super) fn begin(&mut self, app: &App, action: Action) {
        self.begun += 1;
        self.is_busy = true;
        // If it is gone it has told why, and that is where it shows.
        let _ = self.jobs.send(Job { number: self.begun, app: Box::new(app.clone()), action });
    }

    /// Nobody waits any more.
    pub(super) fn leave(&mut self) {
        self.is_busy = false;
    }

    /// The state that takes the place of the one on the screen, and what the world has to do; nothing where it came too
    /// late. A window that has changed its size meanwhile keeps it.
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
    let _end = End(tell);
    while let Ok(first) = coming.recv() {
        // Whoever left a job and began another one waits for the last.
        let Job { number, mut app, action } = coming.try_iter().last().unwrap_or(first);
        let effect = update(&mut app, action);
        if tell.send(Heard::Done(Done { number, app, effect })).is_err() {
            return;
        }
    }
}

/// Tells that the worker has failed, so that nobody waits for it for ever.
struct End<'t>(&'t Sender<Heard>);

impl Drop for End<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            let _ = self.0.send(Heard::Input(Err(io::Error::other("the work beside the screen failed"))));
        }
    }
}
