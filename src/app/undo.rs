//! Undo for filters, query, order, comparison, answers and kept data, in one order of time. Every action passes through
//! one function that records changes, so none can be missed. Each step stores one subject as it was, or names the
//! logged change of the kept data. A screen undoes the last change of what it shows; kept data concerns every page. The
//! lists of kept data show nothing else, and also undo changes of former sessions.

use super::{App, Overlay, Screen};
use crate::advise::{Answers, Settings};
use crate::catalog::ProgramIx;
use crate::english::and_list;
use crate::keep::notebook::ActKind;
use crate::names::quoted;
use crate::search::{Chip, Choice, View};

/// The greatest number of steps that are stored.
const MAX_STEPS: usize = 100;

/// A subject as it was before a change.
#[derive(Clone, Debug, PartialEq)]
pub enum Before {
    /// The view.
    View(View),
    /// The programs in the comparison.
    Basket(Vec<ProgramIx>),
    /// The answers, and the settings with the lifted limits.
    Answers(Box<(Answers, Settings)>),
    /// The kept data before the logged change with this id.
    Kept(String),
}

/// The changes that can be undone, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    steps: Vec<Before>,
    /// The gesture that the last step began, while it still continues; it is undone as a whole.
    gesture: Option<Gesture>,
    /// How often the profile was switched.
    persons: usize,
}

impl History {
    /// Forgets every step, because another profile is in use: nothing of one person is restored for the next.
    pub(super) fn reset(&mut self) {
        *self = Self { persons: self.persons + 1, ..Self::default() };
    }

    fn push(&mut self, step: Before) {
        self.steps.push(step);
        let too_many = self.steps.len().saturating_sub(MAX_STEPS);
        self.steps.drain(..too_many);
    }

    /// Forgets the steps that name a logged change, because it has been undone.
    pub(super) fn forget_act(&mut self, id: &str) {
        self.steps.retain(|step| *step != Before::Kept(id.to_owned()));
    }
}

/// Many small changes that count as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gesture {
    /// Typing in a line.
    Typing,
    /// Moving a range on its histogram.
    Range,
}

impl Before {
    /// Whether a screen shows this subject, or can change it. While an overlay covers the screen, only what is kept is
    /// undone, and the comparison on the facts of a program.
    fn is_shown_on(&self, screen: Screen, over: Option<&Overlay>) -> bool {
        if over.is_some_and(|over| !(matches!(over, Overlay::Program(_)) && matches!(self, Self::Basket(_)))) {
            return matches!(self, Self::Kept(_));
        }
        match self {
            Self::View(_) => screen == Screen::Explore,
            // The result has no list of the comparison, but its programs can be put in there.
            Self::Basket(_) => matches!(screen, Screen::Explore | Screen::Map | Screen::Compare | Screen::Result),
            Self::Answers(_) => matches!(screen, Screen::Question | Screen::Review | Screen::Result | Screen::WhatIf),
            Self::Kept(_) => true,
        }
    }
}

/// The present state of everything that can be undone.
pub(super) struct Snapshot {
    view: View,
    basket: Vec<ProgramIx>,
    answers: Answers,
    settings: Settings,
    persons: usize,
}

impl Snapshot {
    pub(super) fn of(app: &App) -> Self {
        let interview = &app.interview;
        Self {
            view: app.view.clone(),
            basket: app.basket.clone(),
            answers: interview.answers.clone(),
            settings: interview.settings.clone(),
            persons: app.history.persons,
        }
    }
}

impl App {
    /// Whether a change of what the screen shows can be undone.
    pub fn can_undo(&self) -> bool {
        if self.lists_what_is_kept() { self.last_act().is_some() } else { self.last_step().is_some() }
    }

    /// Whether the topmost overlay is a list of what is kept, or of how it was changed.
    fn lists_what_is_kept(&self) -> bool {
        let top = self.overlays.last();
        matches!(top, Some(Overlay::Kept | Overlay::Decisions | Overlay::Profiles | Overlay::History))
    }

    fn last_step(&self) -> Option<usize> {
        self.history.steps.iter().rposition(|step| step.is_shown_on(self.screen, self.overlays.last()))
    }

    /// The id of the last change of the kept data, of this session or another. Answers are left out: they are undone at
    /// the questions, and an undone answer from the log would only be kept again. Switching to a profile that has been
    /// given answers since is not undone either, because the answers would lose their profile.
    pub(super) fn last_act(&self) -> Option<String> {
        let mut open = self.personal.acts.iter().filter(|act| act.is_open()).peekable();
        let has_answered = open.peek().is_some_and(|act| act.kind == ActKind::Answers);
        let act = open.find(|act| act.kind != ActKind::Answers)?;
        (act.kind == ActKind::Kept || !has_answered).then(|| act.id.clone())
    }

    /// Records a change of the kept data. Switching to another profile is not recorded: nothing of one person is
    /// restored for the next.
    pub(super) fn remember_act(&mut self, id: String) {
        if self.personal.acts.iter().any(|act| act.id == id && act.kind == ActKind::Kept) {
            self.history.gesture = None;
            self.history.push(Before::Kept(id));
        }
    }

    /// Records what an action has changed, as it was before.
    pub(super) fn remember(&mut self, before: Snapshot, gesture: Option<Gesture>) {
        let Snapshot { view, basket, answers, settings, persons } = before;
        if persons != self.history.persons {
            return;
        }
        let goes_on = gesture.is_some() && gesture == self.history.gesture;
        // Moving the cursor of a line changes nothing, so no gesture begins with it.
        self.history.gesture = gesture.filter(|_| goes_on || view != self.view);
        if view != self.view && !goes_on {
            self.history.push(Before::View(view));
        }
        // A range that is back where it began leaves nothing to undo.
        if gesture == Some(Gesture::Range) && self.history.steps.last() == Some(&Before::View(self.view.clone())) {
            self.history.steps.pop();
            self.history.gesture = None;
        }
        if basket != self.basket {
            self.history.push(Before::Basket(basket));
        }
        if answers != self.interview.answers || settings != self.interview.settings {
            self.history.push(Before::Answers(Box::new((answers, settings))));
        }
    }

    /// Removes and returns the last change of what the screen shows.
    pub(super) fn last_change(&mut self) -> Option<Before> {
        if self.lists_what_is_kept() {
            return self.last_act().map(Before::Kept);
        }
        let place = self.last_step()?;
        self.history.gesture = None;
        Some(self.history.steps.remove(place))
    }

    /// The message about returning to an earlier view.
    pub(super) fn words_of_view(&self, back: &View) -> String {
        let is_other = [self.view.query != back.query, self.view.filters != back.filters, self.view.sort != back.sort];
        match is_other {
            [true, false, false] if back.query.trim().is_empty() => "Undone: the search is empty again.".to_owned(),
            [true, false, false] => format!("Undone: “{}” is searched for again.", quoted(back.query.trim())),
            [false, true, false] => self.words_of_filters(back),
            [false, false, true] => "Undone: the order is as it was.".to_owned(),
            _ => "Undone: filters, search and order are as they were.".to_owned(),
        }
    }

    fn words_of_filters(&self, back: &View) -> String {
        let (now, then) = (self.view.filters.chips(self.catalog()), back.filters.chips(self.catalog()));
        let returned: Vec<_> = then.iter().filter(|chip| !now.contains(chip)).collect();
        let gone: Vec<_> = now.iter().filter(|chip| !then.contains(chip)).collect();
        match (returned.as_slice(), gone.as_slice()) {
            ([chip], []) => format!("Undone: {} {} again.", named(chip), done(chip)),
            ([], [chip]) => format!("Undone: {} no longer {}.", named(chip), done(chip)),
            _ => "Undone: the filters are as they were.".to_owned(),
        }
    }

    /// The message about returning to an earlier comparison.
    pub(super) fn words_of_basket(&self, back: &[ProgramIx]) -> String {
        let title = |ix: &ProgramIx| self.catalog().program(*ix).title.to_string();
        let returned: Vec<_> = back.iter().filter(|ix| !self.basket.contains(ix)).collect();
        let gone: Vec<_> = self.basket.iter().filter(|ix| !back.contains(ix)).collect();
        match (returned.as_slice(), gone.as_slice()) {
            ([ix], []) => format!("Undone: {} is compared again.", title(ix)),
            ([], [ix]) => format!("Undone: {} is no longer compared.", title(ix)),
            _ => "Undone: the comparison is as it was.".to_owned(),
        }
    }
}

/// The greatest number of answers that are named.
const MAX_NAMED_ANSWERS: usize = 3;

impl App {
    /// The message about returning to earlier answers. A single answer is quoted, so that it can be given again.
    pub(super) fn words_of_answers(&self, then: &Answers, settings: &Settings) -> String {
        let now = &self.interview.answers;
        let items = &self.world.adviser().questionnaire().items;
        let changed: Vec<_> = items.iter().filter(|item| now.get(item.question) != then.get(item.question)).collect();
        match changed.as_slice() {
            [] if *settings != self.interview.settings => "Undone: the limits are as they were.".to_owned(),
            [] => "Undone: your answers are as they were.".to_owned(),
            [item] => {
                let label = item.question.label();
                match (now.get(item.question), then.get(item.question)) {
                    (_, Some(answer)) => {
                        format!("Undone: your answer about {label} is “{}” again.", answer.in_words(item))
                    }
                    (Some(answer), None) => {
                        format!("Undone: your answer about {label}, “{}”, is taken back.", answer.in_words(item))
                    }
                    (None, None) => "Undone: your answers are as they were.".to_owned(),
                }
            }
            several if several.len() <= MAX_NAMED_ANSWERS => {
                let labels: Vec<String> = several.iter().map(|item| item.question.label().to_owned()).collect();
                format!("Undone: your answers about {} are as they were.", and_list(&labels))
            }
            many => format!("Undone: {} answers are as they were.", many.len()),
        }
    }
}

/// A filter by its facet and value, or by its own label.
fn named(chip: &Chip) -> String {
    match &chip.choice {
        Choice::Value(facet, _) => format!("{} {}", facet.label(), chip.label),
        Choice::Without(facet, value) => format!("{} {}", facet.label(), facet.label_of(value)),
        _ => chip.label.clone(),
    }
}

/// How the value of a chip was used.
fn done(chip: &Chip) -> &'static str {
    if matches!(chip.choice, Choice::Without(..)) { "left out" } else { "chosen" }
}
