//! The explorer without a screen: a line is typed, lines of words come back. It runs on the same state and the same
//! `update` as the screens, and says the same pages; it draws nothing, moves no cursor and repeats nothing. It touches no
//! terminal: whoever calls it reads and writes.

mod commands;
mod parse;
mod print;

use crate::app::personal::Kept;
use crate::app::{Action, App, Effect, KeepAction, Overlay, Personal, World, update};
use crate::keep;
use crate::search::View;

pub use commands::{COMMANDS, Command, Form, form};

use parse::Wish;
use print::Place;

/// Columns and rows that the state is told; nothing that is said depends on them.
const SIZE: (u16, u16) = (200, 60);

/// What comes back for a line.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Reply {
    /// The lines to say.
    pub said: Vec<String>,
    /// What was done, or why nothing was, in sentences.
    pub told: Vec<String>,
    /// What the world has to do.
    pub effects: Vec<Effect>,
}

/// The explorer as a conversation.
#[derive(Clone, Debug)]
pub struct Conversation {
    app: App,
    top: usize,
}

impl Conversation {
    /// The explorer as it starts.
    pub fn new(world: World) -> Self {
        Self { app: App::new(world, SIZE), top: 0 }
    }

    /// The explorer as it was left, and what to tell of what is gone.
    pub fn restored(world: World, kept: &keep::Kept) -> (Self, Option<String>) {
        let (app, told) = App::restored(world, SIZE, kept);
        (Self { app, top: 0 }, told)
    }

    /// Works with what is kept for a person.
    pub fn take_up(&mut self, personal: Personal) {
        self.app.personal = personal;
    }

    /// Takes in what is on the disk now, and says what there is to say of it.
    pub fn kept(&mut self, done: Kept) -> Vec<String> {
        update(&mut self.app, Action::Keep(KeepAction::Done(Box::new(done))));
        self.notices()
    }

    /// The state that it is in.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// What is said first.
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

    /// What was wanted and compared when the explorer was left, if that was anything of one's own.
    fn as_it_was_left(&self) -> Option<String> {
        let app = &self.app;
        if app.view == View::default() && app.basket.is_empty() {
            return None;
        }
        let chips: Vec<String> = app.chips().into_iter().map(|chip| chip.label).collect();
        let wanted = if chips.is_empty() { "no filters".to_owned() } else { chips.join(", ") };
        Some(format!("As you left it: {wanted}; {} in the comparison.", app.basket.len()))
    }

    /// Takes a line and answers it.
    pub fn hear(&mut self, line: &str) -> Reply {
        match parse::parse(&self.app, self.top, line.trim()) {
            Wish::Do(actions) => self.perform(actions),
            Wish::Say(said) => Reply { said, ..Reply::default() },
            Wish::Tell(sentence) => Reply { told: vec![sentence], ..Reply::default() },
            Wish::Page(top) => {
                self.top = top;
                Reply { said: print::page(&self.app, top), ..Reply::default() }
            }
        }
    }

    /// Does one thing after the other, then says what is new.
    fn perform(&mut self, actions: Vec<Action>) -> Reply {
        let before = (Place::of(&self.app), print::page(&self.app, self.top));
        let view = self.app.view.clone();
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
            reply.told.extend(self.app.found.hits.notice.as_deref().map(print::sentence));
        }
        reply.said = self.news(&before);
        if reply == Reply::default() {
            reply.told.push("Nothing changed.".to_owned());
        }
        reply
    }

    /// What the state has to tell; a notice needs no page of its own here.
    fn notices(&mut self) -> Vec<String> {
        let notices = self.app.notice.take().iter().map(|notice| print::sentence(notice)).collect();
        self.app.overlays.retain(|overlay| *overlay != Overlay::Notice);
        notices
    }

    /// A new page whole; of the same page the lines that it did not have, where lines stand for themselves.
    fn news(&self, before: &(Place, Vec<String>)) -> Vec<String> {
        let (place, page) = (Place::of(&self.app), print::page(&self.app, self.top));
        if page == before.1 {
            return Vec::new();
        }
        if place != before.0 || !place.stands_by_line() {
            return page;
        }
        page.into_iter().filter(|line| !before.1.contains(line)).collect()
    }
}
