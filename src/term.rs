//! The only place that touches the terminal: entering and leaving it, reading it, drawing frames on it. The loop waits
//! for input, drains what is queued, and draws once; between inputs it does nothing at all.

#[cfg(unix)]
mod canvas;
mod clipboard;
mod input;
mod leave;
mod lines;
mod locale;
mod session;
mod suspend;

use std::io::{self, Write};
use std::ops::ControlFlow;
use std::process::ExitCode;
use std::time::Duration;

use crossterm::event;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate, size};
use crossterm::{execute, queue};
use jiff::civil::Date;
use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::layout::Rect;

use crate::app::{Action, App, Effect, World, update};
use crate::catalog::{Catalog, DAMAGED};
use crate::keep::Keeping;
use crate::keys::Keymap;
use crate::lines::Conversation;
use crate::ui::{self, Look};

#[cfg(unix)]
use canvas::Canvas;
/// A console of Windows may need to be asked in its own way, which this one knows.
#[cfg(not(unix))]
use ratatui::backend::CrosstermBackend as Canvas;
use session::Session;

type Screen = Terminal<Canvas<io::BufWriter<io::Stdout>>>;

/// Bytes of a frame that are kept before they are written: a frame goes out in one piece.
const FRAME_BYTES: usize = 64 * 1024;

/// How long it takes at most to learn that no more input is queued. It cannot be nothing: then crossterm does not look.
const LOOK: Duration = Duration::from_micros(100);

/// If this variable is set, the explorer panics after its first frame: so a test can see that the terminal survives.
const PANIC: &str = "PROSPECTUS_PANIC";

/// The exit code for data that is refused, as the commands have it.
const DATA_REJECTED: u8 = 5;

/// How the explorer starts.
#[derive(Debug)]
pub struct Start {
    /// How it is drawn.
    pub look: Look,
    /// Whether the mouse is listened to from the start.
    pub has_mouse: bool,
    /// Which key does what.
    pub keymap: Keymap,
    /// What of the person's settings cannot be followed, in sentences.
    pub complaints: Vec<String>,
    /// The view as it was left, and where it is kept.
    pub keeping: Keeping,
}

/// Runs the explorer until the person leaves it, and says in words what went wrong if anything did.
pub fn explore(catalog: Catalog, as_of: Option<Date>, start: Start) -> ExitCode {
    let damage = catalog.damage().clone();
    let mut world = world(catalog, as_of, start.keymap.clone());
    world.has_own_look = start.look.own.is_some();
    let outcome = run(world, start);
    if let Some(sentence) = leave::keep() {
        let _ = writeln!(io::stderr(), "prospectus: {sentence}");
    }
    match outcome {
        Ok(()) if damage.is_found() => damaged(),
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody is left to hear that the message could not be written.
            let _ = writeln!(
                io::stderr(),
                "prospectus: The terminal failed: {error}. `prospectus list` works without a screen."
            );
            ExitCode::FAILURE
        }
    }
}

/// Runs the explorer line by line, on a terminal or on lines that are piped in.
pub fn converse(catalog: Catalog, as_of: Option<Date>, keymap: Keymap, keeping: Keeping) -> ExitCode {
    let damage = catalog.damage().clone();
    let (conversation, told) = Conversation::restored(world(catalog, as_of, keymap), &keeping.kept);
    leave::keep_in(keeping.store, conversation.app());
    let outcome = lines::converse(conversation, told.as_deref());
    if let Some(sentence) = leave::keep() {
        let _ = writeln!(io::stderr(), "{sentence}");
    }
    match outcome {
        Ok(()) if damage.is_found() => damaged(),
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody is left to hear that the message could not be written.
            let _ = writeln!(io::stderr(), "prospectus: The conversation failed: {error}.");
            ExitCode::FAILURE
        }
    }
}

/// What was shown of a damaged catalogue is no outcome.
fn damaged() -> ExitCode {
    let _ = writeln!(io::stderr(), "prospectus: {DAMAGED}");
    ExitCode::from(DATA_REJECTED)
}

fn world(catalog: Catalog, as_of: Option<Date>, keymap: Keymap) -> World {
    World::new(catalog, as_of.unwrap_or_else(|| jiff::Zoned::now().date()), locale::language(), keymap)
}

/// Takes the terminal over, and gives it back whatever happens.
fn run(world: World, start: Start) -> io::Result<()> {
    let Start { look, has_mouse, mut complaints, keeping, .. } = start;
    let _session = Session::enter()?;
    // Asking for input once makes it listen for changes of size; from then on none is missed.
    event::poll(LOOK)?;
    let (mut app, told) = App::restored(world, size()?, &keeping.kept);
    complaints.extend(told);
    if !complaints.is_empty() {
        update(&mut app, Action::Notice(complaints.join(" ")));
    }
    app.look = look.name;
    leave::keep_in(keeping.store, &app);
    if has_mouse {
        session::listen_to_mouse(true)?;
        app.has_mouse = true;
    }
    let out = io::BufWriter::with_capacity(FRAME_BYTES, io::stdout());
    let mut screen = Terminal::new(Canvas::new(out))?;
    draw(&mut screen, &app, look)?;
    assert!(std::env::var_os(PANIC).is_none(), "a panic was asked for by {PANIC}");
    loop {
        let mut next = Some(event::read()?);
        while let Some(event) = next {
            let effect = input::perform(&mut app, event);
            if perform(effect, &mut app, &mut screen)?.is_break() {
                leave::note(&app);
                return Ok(());
            }
            next = if event::poll(LOOK)? { Some(event::read()?) } else { None };
        }
        draw(&mut screen, &app, look)?;
        leave::note(&app);
        // Nothing more is shown of a catalogue in which a record turned out to be damaged.
        if app.catalog().damage().is_found() {
            return Ok(());
        }
    }
}

/// One frame, in one piece.
fn draw(screen: &mut Screen, app: &App, look: Look) -> io::Result<()> {
    queue!(screen.backend_mut(), BeginSynchronizedUpdate)?;
    let drawn = screen.draw(|frame| ui::draw(app, Look { name: app.look, ..look }, frame))?;
    if let Some(place) = ui::resting_place(app, drawn.buffer) {
        screen.backend_mut().set_cursor_position(place)?;
    }
    execute!(screen.backend_mut(), EndSynchronizedUpdate)
}

fn perform(effect: Effect, app: &mut App, screen: &mut Screen) -> io::Result<ControlFlow<()>> {
    match effect {
        Effect::None => {}
        Effect::Mouse(is_wanted) => session::listen_to_mouse(is_wanted)?,
        Effect::Quit => return Ok(ControlFlow::Break(())),
        Effect::OpenUrl(url) => {
            update(app, Action::Notice(input::open_page(&url)));
        }
        Effect::Copy(text) => {
            let notice = clipboard::copy(screen.backend_mut(), &text)?;
            update(app, Action::Notice(notice));
        }
        Effect::Suspend => {
            suspend::until_called_back()?;
            let (cols, rows) = size()?;
            update(app, Action::Resize(cols, rows));
            screen.resize(Rect::new(0, 0, cols, rows))?;
        }
    }
    Ok(ControlFlow::Continue(()))
}
