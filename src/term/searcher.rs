//! Searches on a separate thread. If several views are waiting, only the last one is searched.
//!
//! The results include the view that they answer, by which the state recognizes outdated ones.

use std::io;
use std::sync::mpsc::{Sender, channel};
use std::thread;

use super::Heard;
use crate::app::layout::layout;
use crate::app::{App, Shared};
use crate::search::View;

/// A handle on the search thread.
#[derive(Debug)]
pub(super) struct Searcher {
    wishes: Sender<Wish>,
    last: Option<View>,
    is_prepared: bool,
}

/// A request to the search thread.
#[derive(Debug)]
enum Wish {
    /// Load what the first search needs, so that the first letter typed is answered as fast as the others.
    Prepare,
    /// Search for this view.
    Find(Box<View>, Seen),
}

/// Which results the screen shows. Counts that it does not show are computed on demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Seen {
    /// The programs found.
    Hits,
    /// The counts of the facets as well.
    Counts,
}

impl Searcher {
    /// Starts a search thread for a world; it sends its results to `tell`.
    pub(super) fn start(world: Shared, tell: Sender<Heard>) -> io::Result<Self> {
        let (wishes, coming) = channel();
        thread::Builder::new().name("searcher".to_owned()).spawn(move || {
            while let Ok(wish) = coming.recv() {
                let Wish::Find(view, seen) = coming.try_iter().last().unwrap_or(wish) else {
                    world.index.prepare(&world.catalog);
                    continue;
                };
                let found = world.index.find(&world.catalog, &view);
                if seen == Seen::Counts {
                    found.facets();
                }
                if tell.send(Heard::Found(Box::new(found))).is_err() {
                    return;
                }
            }
        })?;
        Ok(Self { wishes, last: None, is_prepared: false })
    }

    /// Requests preparation while the user is idle; only the first call has an effect.
    pub(super) fn prepare(&mut self) {
        if !std::mem::replace(&mut self.is_prepared, true) {
            self.wish(Wish::Prepare);
        }
    }

    /// Requests a search for the current view if the state waits for it and it was not requested before.
    pub(super) fn ask(&mut self, app: &App) {
        if !app.is_searching() {
            self.last = None;
        } else if self.last.as_ref() != Some(&app.view) {
            self.last = Some(app.view.clone());
            let seen = if layout(app).filters.is_some() { Seen::Counts } else { Seen::Hits };
            self.wish(Wish::Find(Box::new(app.view.clone()), seen));
        }
    }

    fn wish(&self, wish: Wish) {
        // The thread ends only with the process.
        let _ = self.wishes.send(wish);
    }
}
