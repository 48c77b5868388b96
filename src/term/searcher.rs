//! Searching beside the screen, on a thread of its own. Of several views that wait only the last is searched for; which
//! answer belongs to the view on the screen is for the state to decide, by the view that comes with it.

use std::io;
use std::sync::mpsc::{Sender, channel};
use std::thread;

use super::Heard;
use crate::app::{App, Shared};
use crate::search::View;

/// The thread that searches.
#[derive(Debug)]
pub(super) struct Searcher {
    views: Sender<View>,
    last: Option<View>,
}

impl Searcher {
    /// A searcher of a world, which tells what it found.
    pub(super) fn start(world: Shared, tell: Sender<Heard>) -> io::Result<Self> {
        let (views, wanted) = channel::<View>();
        thread::Builder::new().name("searcher".to_owned()).spawn(move || {
            while let Ok(view) = wanted.recv() {
                let view = wanted.try_iter().last().unwrap_or(view);
                let found = world.index.find(&world.catalog, &view);
                if tell.send(Heard::Found(Box::new(found))).is_err() {
                    return;
                }
            }
        })?;
        Ok(Self { views, last: None })
    }

    /// Asks for the view on the screen, if the state waits for it and it was not asked for already.
    pub(super) fn ask(&mut self, app: &App) {
        if !app.is_searching() {
            self.last = None;
        } else if self.last.as_ref() != Some(&app.view) {
            self.last = Some(app.view.clone());
            // If it is gone, so is the channel on which it tells, and that is where it shows.
            let _ = self.views.send(app.view.clone());
        }
    }
}
