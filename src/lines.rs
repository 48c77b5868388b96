//! Line mode: the explorer without a screen. It answers a typed line with lines of text.
//!
//! It uses the same state, `update` and pages as the screens. It draws nothing, moves no cursor and touches no
//! terminal: the caller reads and writes.

mod commands;
mod parse;
mod print;

use crate::app::{Action, App, Effect, KeepAction, Overlay, Personal, Saved, Screen, Step, World, update};
use crate::catalog::ProgramIx;
use crate::keep;
use crate::page::Part;
use crate::search::View;

pub use commands::{COMMANDS, Command, Form, form};

use parse::Wish;
use print::Place;

/// The columns and rows given to the state. The printed lines do not depend on them.
const SIZE: (u16, u16) = (200, 60);

/// The answer to a line.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Reply {
    /// The lines to print.
    pub said: Vec<String>,
    /// Messages in full sentences: what was done, or why nothing was.
    pub told: Vec<String>,
    /// The effects to carry out.
    pub effects: Vec<Effect>,
}

/// Returns the same world with messages that name the command word for an action instead of its key.
fn in_words(mut world: World) -> World {
    let typed = |action: &Action| match form(action) {
        Form::Word(name) => Some((action.clone(), name)),
        _ => None,
    };
    world.keymap.words = world.keymap.rows.iter().filter_map(|row| typed(&row.action)).collect();
    world
}

/// The explorer as a conversation.
#[derive(Clone, Debug)]
pub struct Conversation {
    app: App,
    top: usize,
    /// The part of the page that the last line printed; `None` if it printed something else.
    said: Option<Vec<String>>,
    /// The program that the user named last, by number or by opening it; `None` once the list changes.
    named: Option<ProgramIx>,
}

impl Conversation {
    /// Returns the explorer in its initial state.
    pub fn new(world: World) -> Self {
        let world = in_words(world);
        Self { app: App::new(world, SIZE), top: 0, said: None, named: None }
    }

    /// Returns the explorer as it was at the end of the last session, and a message about what could not be restored.
    pub fn restored(world: World, workspace: &keep::Workspace) -> (Self, Option<String>) {
        let (app, told) = App::restored(in_words(world), SIZE, workspace);
        (Self { app, top: 0, said: None, named: None }, told)
    }

    /// Sets the user's kept data.
    pub fn take_up(&mut self, personal: Personal) {
        self.app.take_up(personal);
    }

    /// Takes over the data that is now on disk, and returns the messages about it. For a change of profile, they follow
    /// the page that is now current.
    pub fn kept(&mut self, done: Saved) -> Vec<String> {
        let is_anew = done.outcome.now_in_use.is_some();
        let before = is_anew.then(|| (Place::of(&self.app), print::page(&self.app, self.top)));
        update(&mut self.app, Action::Keep(KeepAction::Done(Box::new(done))));
        let notices = self.notices();
        let Some(before) = before else { return notices };
        (self.top, self.named) = (0, None);
        self.news(&before).into_iter().chain(notices).collect()
    }

    /// The current state.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// The lines to print at the start.
    pub fn greeting(&self) -> Vec<String> {
        let catalog = self.app.catalog();
        let mut lines = vec![
            format!("prospectus: {}, as of {}.", catalog.name, catalog.as_of.text()),
            format!("{} of {} programs are in the list.", self.app.found.hits.len(), catalog.len()),
        ];
        lines.extend(self.app.coming_back());
        lines.extend(self.as_it_was_left());
        lines.push(
            "Type `search` and words, `list`, `filters`, `guide-me` for questions, `help` for every word, or `quit`."
                .to_owned(),
        );
        lines
    }

    /// Returns the filters and the comparison of the last session; `None` if there are none.
    fn as_it_was_left(&self) -> Option<String> {
        let app = &self.app;
        if app.view == View::default() && app.basket.is_empty() {
            return None;
        }
        let chips: Vec<String> = app.chips().into_iter().map(|chip| chip.label).collect();
        let wanted = if chips.is_empty() { "no filters".to_owned() } else { chips.join(", ") };
        Some(format!("As you left it: {wanted}; {} in the comparison.", app.basket.len()))
    }

    /// Answers a line of input.
    pub fn hear(&mut self, line: &str) -> Reply {
        let wish = parse::parse(&self.app, self.top, &parse::as_on_a_keyboard(&self.app, line.trim()));
        let before = self.said.take();
        match wish {
            Wish::Part(part) => self.say_part(part, before.as_deref()),
            wish => self.fulfil(wish),
        }
    }

    /// Prints a part of the page. A second request in a row is answered with a hint.
    fn say_part(&mut self, part: Part, before: Option<&[String]>) -> Reply {
        let said = print::part(&self.app, part).unwrap_or_default();
        self.said = Some(said.clone());
        if before == Some(said.as_slice()) {
            return Reply {
                told: vec!["That was all of it; `again` begins the page anew.".to_owned()],
                ..Reply::default()
            };
        }
        Reply { said, ..Reply::default() }
    }

    fn fulfil(&mut self, wish: Wish) -> Reply {
        match wish {
            Wish::Do(actions) => self.perform(actions),
            Wish::Say(said) => Reply { said, ..Reply::default() },
            Wish::Part(part) => self.say_part(part, None),
            Wish::Note(text) => self.fulfil(parse::kept::note(&self.app, self.named, &text)),
            Wish::Tell(sentence) => Reply { told: vec![sentence], ..Reply::default() },
            Wish::Page(top) => {
                self.top = top;
                Reply { said: print::page(&self.app, top), ..Reply::default() }
            }
        }
    }

    /// Applies the actions in order and returns the new lines.
    fn perform(&mut self, actions: Vec<Action>) -> Reply {
        let before = (Place::of(&self.app), print::page(&self.app, self.top));
        let view = self.app.view.clone();
        let choices = self.choices_of_programs(&actions);
        let mut reply = Reply::default();
        for action in actions {
            let effect = update(&mut self.app, action);
            if effect != Effect::None {
                reply.effects.push(effect);
            }
        }
        reply.told = self.notices();
        if view != self.app.view {
            self.top = 0;
            self.named = None;
            reply.told.extend(self.app.found.hits.notice.as_deref().map(print::sentence));
        }
        self.take_name(choices);
        reply.said = self.news(&before);
        if reply == Reply::default() {
            let place = print::place_name(&self.app);
            reply.told.push(format!("Nothing changed. You are at {place}; `again` says it once more."));
        }
        reply
    }

    /// Returns how many programs these actions choose by number or id.
    fn choices_of_programs(&self, actions: &[Action]) -> usize {
        let is_in_result =
            self.app.screen == Screen::Result && self.app.overlays.last().is_none_or(|overlay| !overlay.is_picker());
        let chooses = |action: &&Action| match action {
            Action::Pick(_) => true,
            Action::Move(step) => is_in_result && matches!(step, Step::To(_)),
            _ => false,
        };
        actions.iter().filter(chooses).count()
    }

    /// Stores the program that was named: the one that the page is about, or the only one that was chosen.
    fn take_name(&mut self, choices: usize) {
        if choices == 1 || print::is_of_one_program(&self.app) {
            self.named = self.app.current();
        } else if choices > 1 {
            self.named = None;
        }
    }

    /// Takes the messages of the state. In line mode, a notice does not open an overlay.
    fn notices(&mut self) -> Vec<String> {
        let notices = self.app.notice.take().iter().map(|notice| print::sentence(notice)).collect();
        self.app.overlays.close(|open| *open == Overlay::Notice);
        notices
    }

    /// Returns the whole page if it is another one. If the page is the same and its lines can be read separately,
    /// returns only the new lines.
    fn news(&self, before: &(Place, Vec<String>)) -> Vec<String> {
        let (place, page) = (Place::of(&self.app), print::page(&self.app, self.top));
        if page == before.1 {
            return Vec::new();
        }
        if place != before.0 || !print::stands_by_line(&self.app) {
            return page;
        }
        page.into_iter().filter(|line| !before.1.contains(line)).collect()
    }
}
