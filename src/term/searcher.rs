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
    wishes: Sender<Wish>,
    last: Option<View>,
    is_prepared: bool,
}

/// What it is asked for.
#[derive(Debug)]
enum Wish {
    /// To read what the first search needs, so that the first letter is answered as fast as the others.
    Prepare,
    /// To search.
    Find(Box<View>),
}

impl Searcher {
    /// A searcher of a world, which tells what it found.
    pub(super) fn start(world: Shared, tell: Sender<Heard>) -> io::Result<Self> {
        let (wishes, coming) = channel();
        thread::Builder::new().name("searcher".to_owned()).spawn(move || {
            while let Ok(wish) = coming.recv() {
                let Wish::Find(view) = coming.try_iter().last().unwrap_or(wish) else {
                    world.index.prepare(&world.catalog);
                    continue;
                };
                let found = world.index.find(&world.catalog, &view);
                if tell.send(Heard::Found(Box::new(found))).is_err() {
                    return;
                }
            }
        })?;
        Ok(Self { wishes, last: None, is_prepared: false })
    }

    /// Has it prepared while nobody waits, once.
    pub(super) fn prepare(&mut self) {
        if !std::mem::replace(&mut self.is_prepared, true) {
            self.wish(Wish::Prepare);
        }
    }

    /// Asks for the view on the screen, if the state waits for it and it was not asked for already.
    pub(super) fn ask(&mut self, app: &App) {
        if !app.is_searching() {
            self.last = None;
        } else if self.last.as_ref() != Some(&app.view) {
            self.last = Some(app.view.clone());
            self.wish(Wish::Find(Box::new(app.view.clone())));
        }
    }

    fn wish(&self, wish: Wish) {
        // If it is gone, so is the channel on which it tells, and that is where it shows.
        let _ = self.wishes.send(wish);
    }
}
