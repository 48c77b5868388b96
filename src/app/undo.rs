//! Undo for filters, query, order, comparison and answers. Every action passes through one gate that records changes,
//! so none can be missed. Each step stores one subject as it was, and a screen undoes the last change of what it shows.

use super::{App, Screen};
use crate::advise::{Answers, Settings};
use crate::catalog::ProgramIx;
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
}

/// The changes that can be undone, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    steps: Vec<Before>,
    /// The gesture that the last step began, while it still goes on; it is undone as a whole.
    gesture: Option<Gesture>,
    /// How often another person has taken over.
    persons: usize,
}

impl History {
    /// Forgets every step, because another person takes over: nothing of one person is brought back for the next.
    pub(super) fn begin_anew(&mut self) {
        *self = Self { persons: self.persons + 1, ..Self::default() };
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
    /// Whether a screen shows this subject.
    fn is_shown_on(&self, screen: Screen) -> bool {
        match self {
            Self::View(_) => screen == Screen::Explore,
            Self::Basket(_) => matches!(screen, Screen::Explore | Screen::Map | Screen::Compare),
            Self::Answers(_) => matches!(screen, Screen::Question | Screen::Review | Screen::Result | Screen::WhatIf),
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
        self.history.steps.iter().any(|step| step.is_shown_on(self.screen))
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
            self.history.steps.push(Before::View(view));
        }
        // A range that is back where it began leaves nothing to undo.
        if gesture == Some(Gesture::Range) && self.history.steps.last() == Some(&Before::View(self.view.clone())) {
            self.history.steps.pop();
            self.history.gesture = None;
        }
        if basket != self.basket {
            self.history.steps.push(Before::Basket(basket));
        }
        if answers != self.interview.answers || settings != self.interview.settings {
            self.history.steps.push(Before::Answers(Box::new((answers, settings))));
        }
        let too_many = self.history.steps.len().saturating_sub(MAX_STEPS);
        self.history.steps.drain(..too_many);
    }

    /// Removes and returns the last change of what the screen shows.
    pub(super) fn last_change(&mut self) -> Option<Before> {
        let place = self.history.steps.iter().rposition(|step| step.is_shown_on(self.screen))?;
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
