//! The only module that touches the terminal: it enters and leaves it, reads input and draws frames.
//!
//! The loop waits for input, drains everything that is queued, and draws once. Between inputs it does nothing: there is
//! no tick. [`crate::keys`], [`crate::app`] and [`crate::ui`] decide what keys mean and what a frame shows.

mod browser;
#[cfg(unix)]
mod canvas;
mod clipboard;
#[cfg(unix)]
mod decode;
mod input;
mod keep;
mod leave;
mod lines;
mod locale;
mod modes;
mod queue;
mod reader;
mod searcher;
mod session;
mod share;
mod size;
mod suspend;
mod worker;

use std::io::{self, Write};
use std::mem;
use std::ops::ControlFlow;
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crossterm::event::Event;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use crossterm::{execute, queue};
use jiff::civil::Date;
use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::layout::Rect;

use crate::app::{Action, App, Effect, KeepAction, MouseFor, World, page, update};
use crate::catalog::{Catalog, Corruption};
use crate::clock;
use crate::keep::{NotebookStore, SavedWorkspace};
use crate::keys::{Keymap, Spelling};
use crate::lines::Conversation;
use crate::search::Results;
use crate::stream::{Waiting, is_closed, stdout};
use crate::ui::{self, Look};

#[cfg(unix)]
pub use decode::Decoder;

#[cfg(unix)]
use canvas::Canvas;
use queue::{Queue, Wait, Work};
/// The canvas writes only escape sequences. A Windows console may need API calls instead, which the crossterm backend
/// makes.
#[cfg(not(unix))]
use ratatui::backend::CrosstermBackend as Canvas;
use reader::Reader;
use searcher::Searcher;
use session::Session;
use size::size;
use worker::{Done, Worker};

type Screen = Terminal<Canvas<io::BufWriter<Waiting<io::Stdout>>>>;

/// Size of the output buffer, in bytes: a whole frame is buffered and written at once.
const FRAME_BYTES: usize = 64 * 1024;

/// Catalogues with more programs than this are searched on a separate thread, because a search may
/// take longer than a frame.
const MANY: usize = 20_000;

/// How long a frame is held back for a running search. Most searches finish within it, so the screen
/// changes once instead of twice.
const GRACE: Duration = Duration::from_millis(8);

/// If this environment variable is set, a build with debug assertions panics after the first frame, so that a test can
/// check that the terminal is restored: on another thread if the value is `thread`.
const PANIC: &str = "PROSPECTUS_PANIC";

/// The exit code for rejected data; the commands use the same one.
const DATA_REJECTED: u8 = 5;

/// The options with which the explorer starts.
#[derive(Debug)]
pub struct Start {
    /// The look to draw with.
    pub look: Look,
    /// Whether mouse reporting is switched on at the start.
    pub has_mouse: bool,
    /// The key bindings, with the user's changes applied.
    pub keymap: Keymap,
    /// Settings of the user that could not be applied, one sentence each.
    pub complaints: Vec<String>,
    /// The workspace of the last run, and the store that keeps it.
    pub saved: SavedWorkspace,
    /// The user's kept profile, shortlist, notes and decisions, and where they are stored.
    pub notebook_store: NotebookStore,
}

/// Runs the explorer until the user quits. Errors are reported on standard error and in the exit code.
pub fn explore(catalog: Catalog, as_of: Option<Date>, start: Start) -> ExitCode {
    let corruption = catalog.corruption().clone();
    let mut world = world(catalog, as_of, spelled(start.keymap.clone(), start.look.is_ascii));
    world.is_ascii = start.look.is_ascii;
    world.has_own_look = start.look.own.is_some();
    world.searches_beside = world.catalog.len() > MANY;
    let outcome = run(world, start);
    if let Some(sentence) = leave::keep() {
        let _ = writeln!(io::stderr(), "prospectus: {sentence}");
    }
    match outcome {
        Ok(()) if corruption.is_found() => damaged(&corruption),
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // If standard error cannot be written either, there is no way left to report it.
            let _ = writeln!(
                io::stderr(),
                "prospectus: The terminal failed: {error}. `prospectus list` works without a screen."
            );
            ExitCode::FAILURE
        }
    }
}

/// Runs the explorer in line mode, with lines typed on a terminal or piped in. Errors are reported on standard
/// error and in the exit code.
pub fn converse(
    catalog: Catalog,
    as_of: Option<Date>,
    keymap: Keymap,
    (saved, notebook_store): (SavedWorkspace, NotebookStore),
    is_ascii: bool,
) -> ExitCode {
    let corruption = catalog.corruption().clone();
    let (mut conversation, told) =
        Conversation::restored(world(catalog, as_of, spelled(keymap, is_ascii)), &saved.workspace);
    let personal = keep::personal(&notebook_store, conversation.app().catalog());
    conversation.take_up(personal);
    leave::keep_in(saved.store, conversation.app());
    let outcome = lines::converse(conversation, notebook_store, told.as_deref(), lines::Letters { is_ascii });
    if let Some(sentence) = leave::keep() {
        let _ = writeln!(io::stderr(), "{sentence}");
    }
    match outcome {
        Ok(()) if corruption.is_found() => damaged(&corruption),
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if is_closed(&error) => ExitCode::SUCCESS,
        Err(error) => {
            // If standard error cannot be written either, there is no way left to report it.
            let _ = writeln!(io::stderr(), "prospectus: Line mode failed: {error}.");
            ExitCode::FAILURE
        }
    }
}

/// Reports a damaged catalogue on standard error and fails, although some programs may have been shown.
fn damaged(corruption: &Corruption) -> ExitCode {
    let _ = writeln!(io::stderr(), "prospectus: {}", corruption.settle());
    ExitCode::from(DATA_REJECTED)
}

/// Returns the key bindings, with key names in letters if only ASCII can be shown.
fn spelled(keymap: Keymap, is_ascii: bool) -> Keymap {
    let spelling = if is_ascii { Spelling::Letters } else { Spelling::Signs };
    Keymap { spelling, ..keymap }
}

fn world(catalog: Catalog, as_of: Option<Date>, keymap: Keymap) -> World {
    World::new(catalog, as_of.unwrap_or_else(clock::today), locale::language(), keymap)
}

/// A message to the main loop.
#[derive(Debug)]
enum Heard {
    /// All events that were queued on the terminal.
    Input(io::Result<Vec<Event>>),
    /// The results of a search on the search thread.
    Found(Box<Results>),
    /// The outcome of an action that was applied on the worker thread.
    Done(Done),
    /// The process was stopped and continued; the terminal no longer shows our last frame.
    #[cfg(unix)]
    CalledBack,
}

/// Takes the terminal over and runs the explorer; the terminal is restored however this ends.
fn run(world: World, start: Start) -> io::Result<()> {
    let Start { look, has_mouse, mut complaints, saved, notebook_store, .. } = start;
    let (tell, heard) = channel();
    let _session = Session::enter(&tell)?;
    let reader = Reader::start(tell.clone())?;
    let is_first_start = saved.workspace.view_of(&world.catalog.name).is_none();
    let (mut app, told) = App::restored(world, size()?, &saved.workspace);
    // Leaks the world on purpose: dropping a large catalogue record by record would delay the return to the shell.
    mem::forget(app.world.clone());
    let beside = app.world.searches_beside.then_some(tell);
    let searcher = beside.clone().map(|tell| Searcher::start(app.world.clone(), tell)).transpose()?;
    let worker = beside.map(Worker::start).transpose()?;
    complaints.extend(told);
    let personal = keep::personal(&notebook_store, app.catalog());
    app.take_up(personal);
    if let Some(coming_back) = app.coming_back().filter(|_| complaints.is_empty()) {
        app.notice = Some(coming_back);
    } else if is_first_start && complaints.is_empty() {
        app.notice = Some(page::first_steps(&app));
    }
    if !complaints.is_empty() {
        update(&mut app, Action::Notice(complaints.join(" ")));
    }
    app.look = look.name;
    leave::keep_in(saved.store, &app);
    if has_mouse {
        modes::listen_to_mouse(true)?;
        app.has_mouse = true;
    }
    let out = io::BufWriter::with_capacity(FRAME_BYTES, stdout());
    let screen = Terminal::new(Canvas::new(out))?;
    Explorer { app, screen, look, queue: Queue::default(), reader, searcher, worker, heard, notebook_store }.run()
}

/// The explorer while it owns the terminal.
struct Explorer {
    app: App,
    screen: Screen,
    look: Look,
    queue: Queue,
    reader: Reader,
    searcher: Option<Searcher>,
    worker: Option<Worker>,
    heard: Receiver<Heard>,
    notebook_store: NotebookStore,
}

impl Explorer {
    /// Handles everything that has arrived, draws once, and blocks until the next message.
    fn run(mut self) -> io::Result<()> {
        self.reader.ask();
        let mut next = self.search();
        loop {
            while let Some(heard) = next {
                if self.hear(heard)?.is_break() {
                    leave::note(&self.app);
                    return Ok(());
                }
                next = self.search();
            }
            self.draw()?;
            leave::note(&self.app);
            self.searcher.as_mut().map(Searcher::prepare);
            if cfg!(debug_assertions) {
                panic_if_asked();
            }
            // Once a record turns out to be damaged, the explorer shows nothing more of the catalogue.
            if self.app.catalog().corruption().is_found() {
                return Ok(());
            }
            next = Some(self.heard.recv().map_err(io::Error::other)?);
        }
    }

    fn hear(&mut self, heard: Heard) -> io::Result<ControlFlow<()>> {
        let is_input = matches!(heard, Heard::Input(_));
        match heard {
            Heard::Input(events) => self.queue.extend(events?),
            Heard::Found(found) => drop(update(&mut self.app, Action::Found(found))),
            Heard::Done(done) => {
                if self.take_over(done)?.is_break() {
                    return Ok(ControlFlow::Break(()));
                }
            }
            #[cfg(unix)]
            Heard::CalledBack => self.redraw_all()?,
        }
        while let Some(work) = self.next_work() {
            let done = match work {
                Work::Effect(effect) => self.perform(effect)?,
                Work::Beside(action) => self.begin(action),
            };
            if done.is_break() {
                keep::keep_answers(&mut self.notebook_store, &mut self.app);
                return Ok(ControlFlow::Break(()));
            }
        }
        keep::keep_answers(&mut self.notebook_store, &mut self.app);
        if is_input {
            self.reader.ask();
        }
        Ok(ControlFlow::Continue(()))
    }

    /// The next piece of work in the queue; `None` if the queue is empty or has to wait.
    fn next_work(&mut self) -> Option<Work> {
        if let Some(worker) = self.worker.as_mut().filter(|worker| worker.is_busy()) {
            match self.queue.wait() {
                Wait::On => return None,
                Wait::Quit => return Some(Work::Effect(Effect::Quit)),
                Wait::Leave => worker.leave(),
            }
            update(&mut self.app, Action::Notice("Stopped; nothing has changed.".to_owned()));
        }
        self.queue.next_work(&mut self.app)
    }

    /// Hands an action to the worker thread.
    fn begin(&mut self, action: Action) -> ControlFlow<()> {
        if let Some(worker) = &mut self.worker {
            worker.begin(&self.app, action);
            update(&mut self.app, Action::Notice("Working it out. Esc stops it.".to_owned()));
        }
        ControlFlow::Continue(())
    }

    /// Shows the outcome of an action from the worker thread, unless the user has cancelled it.
    fn take_over(&mut self, done: Done) -> io::Result<ControlFlow<()>> {
        let accepted = self.worker.as_mut().and_then(|worker| worker.accept(done, &self.app));
        let Some((app, effect)) = accepted else { return Ok(ControlFlow::Continue(())) };
        self.app = app;
        self.perform(effect)
    }

    /// Starts a search if the view needs one, then waits up to [`GRACE`] for the next message if a
    /// search or a job is running.
    fn search(&mut self) -> Option<Heard> {
        self.searcher.as_mut()?.ask(&self.app);
        let is_busy = self.worker.as_ref().is_some_and(Worker::is_busy);
        (is_busy || self.app.is_searching()).then(|| self.heard.recv_timeout(GRACE).ok()).flatten()
    }

    /// Draws one frame as a synchronized update, so that the terminal never shows half of it. Draws nothing if the
    /// terminal has been given back because the process is ending.
    fn draw(&mut self) -> io::Result<()> {
        let Self { app, screen, .. } = self;
        let look = Look { name: app.look, ..self.look };
        let _screen = modes::screen();
        if !modes::is_ours() {
            return Ok(());
        }
        queue!(screen.backend_mut(), BeginSynchronizedUpdate)?;
        let drawn = screen.draw(|frame| ui::draw(app, look, frame))?;
        if let Some(place) = ui::resting_place(app, drawn.buffer) {
            screen.backend_mut().set_cursor_position(place)?;
        }
        execute!(screen.backend_mut(), EndSynchronizedUpdate)
    }

    /// Makes the next frame redraw every cell, at the terminal's current size.
    #[cfg(unix)]
    fn redraw_all(&mut self) -> io::Result<()> {
        let (cols, rows) = size()?;
        update(&mut self.app, Action::Resize(cols, rows));
        self.screen.resize(Rect::new(0, 0, cols, rows))
    }

    fn perform(&mut self, effect: Effect) -> io::Result<ControlFlow<()>> {
        let Self { app, screen, notebook_store, .. } = self;
        match effect {
            Effect::None => {}
            Effect::Store(request) => {
                let done = keep::perform(notebook_store, app, request);
                update(app, Action::Keep(KeepAction::Done(Box::new(done))));
            }
            Effect::Edit(on, text) => {
                let written = keep::in_editor(&text)?;
                let (cols, rows) = size()?;
                update(app, Action::Resize(cols, rows));
                screen.resize(Rect::new(0, 0, cols, rows))?;
                let action = match written {
                    Ok(text) => Action::Keep(KeepAction::SetNote(on, text)),
                    Err(error) => Action::Notice(error.to_string()),
                };
                let effect = update(app, action);
                return self.perform(effect);
            }
            Effect::Mouse(whose) => modes::listen_to_mouse(whose == MouseFor::Explorer)?,
            Effect::Write { name, text } => {
                let told = share::write(&name, &text).unwrap_or_else(|error| error.to_string());
                update(app, Action::Notice(told));
            }
            Effect::Quit => return Ok(ControlFlow::Break(())),
            Effect::OpenUrl(url) => {
                update(app, Action::Notice(browser::open_page(&url)));
            }
            Effect::OpenSearch(url) => {
                update(app, Action::Notice(browser::open_search(&url)));
            }
            Effect::Copy(text) => {
                let notice = clipboard::copy(screen.backend_mut(), &text)?;
                update(app, Action::Notice(notice));
            }
            Effect::Suspend => suspend::stop()?,
        }
        Ok(ControlFlow::Continue(()))
    }
}

/// Panics if [`PANIC`] says so.
fn panic_if_asked() {
    let panic = || panic!("a panic was asked for by {PANIC}");
    match std::env::var(PANIC).as_deref() {
        Err(_) => {}
        Ok("thread") => drop(std::thread::spawn(panic)),
        Ok(_) => panic(),
    }
}
