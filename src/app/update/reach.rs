//! How to reach an action from the current state: directly, after steps out of overlays to the list, the comparison or
//! the questionnaire, or not at all and why. The palette and line mode use it. It finds the way by taking each step on a
//! copy of the state, which is why it is part of [`update`].

use std::borrow::Cow;
use std::iter::successors;

use super::update;
use crate::app::availability::no_result;
use crate::app::{Action, AdviceAction, App, Bound, CompareAction, Context, Pane, RangeAction, Screen, why_impossible};

/// The places that can be reached from a state, the nearest first.
#[derive(Clone, Debug)]
pub struct Reach {
    stations: Vec<Station>,
}

/// A reachable state, and the steps that lead to it.
#[derive(Clone, Debug)]
struct Station {
    app: App,
    steps: Vec<Action>,
}

impl Reach {
    /// Returns what can be reached from a state.
    pub fn from(app: &App) -> Self {
        let mut stations = vec![Station { app: app.clone(), steps: Vec::new() }];
        while let Some(next) = stations.last().and_then(Station::out) {
            stations.push(next);
        }
        let list = stations[stations.len() - 1].clone();
        stations.extend(list.comparison());
        stations.extend(successors(list.onward(), Station::onward));
        Self { stations }
    }

    /// Returns the steps to an action, including the action itself, or the reason why it cannot be reached.
    pub fn to(&self, action: &Action) -> Result<Vec<Action>, Cow<'static, str>> {
        let rows = &self.stations[0].app.world.keymap.rows;
        let name = action.name();
        let is_meant = |row: &&Bound| row.action == *action || name.is_some() && row.action.name() == name;
        let places: Vec<Context> = rows.iter().filter(is_meant).map(|row| row.context).collect();
        if places.is_empty() { self.at_once(action) } else { self.to_one_of(action, &places) }
    }

    /// An action that belongs to no place, because no key triggers it: it is applied here, or not at all.
    fn at_once(&self, action: &Action) -> Result<Vec<Action>, Cow<'static, str>> {
        why_impossible(&self.stations[0].app, action).map_or_else(|| Ok(vec![action.clone()]), Err)
    }

    /// Returns the steps to an action in one of these contexts, where it has the intended meaning.
    pub fn to_one_of(&self, action: &Action, places: &[Context]) -> Result<Vec<Action>, Cow<'static, str>> {
        let here = Context::of(&self.stations[0].app);
        let is_only_here = action.is_of_its_place() || places.contains(&here);
        let stations = if is_only_here { &self.stations[..1] } else { &self.stations[..] };
        let mut why = None;
        for station in stations.iter().filter(|station| places.contains(&Context::of(&station.app))) {
            let Some(reason) = why_impossible(&station.app, action) else {
                return Ok(station.steps.iter().chain([action]).cloned().collect());
            };
            why.get_or_insert(reason);
        }
        Err(why.unwrap_or_else(|| self.why_not_there(action, places)))
    }

    /// Why an action cannot be reached in any of its contexts.
    fn why_not_there(&self, action: &Action, places: &[Context]) -> Cow<'static, str> {
        let app = &self.stations[0].app;
        let is_of_the_result = places.iter().all(|place| *place == Context::Result);
        if is_of_the_result && app.interview.advice.is_none() {
            return no_result(app);
        }
        // An action that depends on its place is not checked here; that could require creating the questionnaire.
        let unmet = if action.is_of_its_place() { None } else { why_impossible(app, action) };
        unmet.unwrap_or_else(|| format!("only {}", places.first().map_or("", |place| place.within())).into())
    }
}

impl Station {
    /// The comparison, if it can be opened.
    fn comparison(&self) -> Option<Self> {
        let step = Action::Compare(CompareAction::Open);
        why_impossible(&self.app, &step).is_none().then(|| self.after(step))
    }

    fn after(&self, step: Action) -> Self {
        let mut next = self.clone();
        update(&mut next.app, step.clone());
        next.steps.push(step);
        next
    }

    /// One step toward the list of programs; `None` if this is the list.
    fn out(&self) -> Option<Self> {
        let app = &self.app;
        if !app.overlays.is_empty() {
            Some(self.after(Action::Back))
        } else if app.drawer.range.is_some() {
            Some(self.after(Action::Range(RangeAction::Keep)))
        } else {
            let is_there = app.screen == Screen::Explore && app.focus == Pane::List;
            (!is_there).then(|| self.after(Action::Focus(Pane::List)))
        }
    }

    /// One step from the list into the questionnaire. Only the screen is changed: computing the page would take time.
    fn onward(&self) -> Option<Self> {
        let has_result = self.app.interview.advice.is_some();
        let (step, screen) = match self.app.screen {
            Screen::Explore if has_result => (Action::Advise, Screen::Result),
            Screen::Explore => (Action::Advise, Screen::Question),
            Screen::Question | Screen::Result => (Action::Advice(AdviceAction::Review), Screen::Review),
            _ => return None,
        };
        let mut next = self.clone();
        next.app.screen = screen;
        next.steps.push(step);
        Some(next)
    }
}
