//! The words that refer to one program or row: by its number, by its id, or the one under the cursor.

use super::wish::{Wish, impossible, leave_overlays, no_such, reach};
use crate::app::{
    Action, AdviceAction, App, CompareAction, FilterAction, FilterRow, Overlay, Pane, ProgramAction, Screen, Step,
    why_impossible,
};
use crate::catalog::{FactKey, ProgramIx, did_you_mean};
use crate::lines::print::{self, stops};
use crate::names::quoted;
use crate::numbers::{self, NoPlaces};
use crate::page::Part;

/// Prints the sources of the current page, or every claim about a program or one of its facts.
pub(super) fn sources(app: &App, rest: &str) -> Wish {
    if let Some(fact) = FactKey::named(rest) {
        let action = Action::Program(ProgramAction::Claims(fact.alone()));
        return why_impossible(app, &action).map_or_else(|| Wish::Do(vec![action]), |reason| impossible(app, &reason));
    }
    let is_of_the_page = rest.is_empty() && !matches!(app.overlays.last(), Some(Overlay::Sources(_)));
    let lines = if is_of_the_page { print::part(app, Part::Sources) } else { None };
    if let Some(lines) = lines {
        return Wish::Say(lines);
    }
    let is_of_a_program = rest.is_empty() || numbers::whole(rest).is_some() || app.catalog().find(rest).is_some();
    if is_of_a_program { on_program(app, &Action::Program(ProgramAction::Sources), rest) } else { no_such_fact(rest) }
}

fn no_such_fact(name: &str) -> Wish {
    let labels = FactKey::ALL.map(|fact| fact.label().to_lowercase());
    let hint = did_you_mean(&name.to_lowercase(), labels.iter().map(String::as_str));
    let hint = if hint.is_empty() { format!(" The facts are {}.", labels.join(", ")) } else { hint };
    Wish::Tell(format!("`{}` is neither a fact nor a number or id in the list.{hint}", quoted(name)))
}

pub(super) fn by_number(app: &App, number: usize) -> Wish {
    let Some(place) = number.checked_sub(1) else { return no_such(number) };
    match (app.overlays.last(), app.screen) {
        (Some(overlay), _) if overlay.is_picker() => {
            chosen(number, crate::app::choices::row_count(app, overlay), vec![Action::Open])
        }
        (_, Screen::Review) => chosen(number, app.interview.review_rows(&app.world), vec![Action::Open]),
        (_, Screen::Result) => result_program(app, number, Action::Open),
        (_, Screen::WhatIf) => {
            Wish::Tell("Type `try` with a question and its value, such as `try hours=8-12`.".to_owned())
        }
        (None, Screen::Explore) if app.focus == Pane::Filters => {
            if let Some(FilterRow::Measure(_, own)) = stops(app).nth(place) {
                let slug = own.quantity.slug();
                return Wish::Tell(format!("Type `search {slug}:3..8`, or `search` with another range, to limit it."));
            }
            chosen(number, stops(app).count(), vec![Action::Filters(FilterAction::Toggle)])
        }
        (_, Screen::Compare) => in_column(app, place, Action::Open),
        _ => match app.found.hits.get(place) {
            Some(hit) => opened(app, hit.program, Action::Open),
            None => no_such(number),
        },
    }
}

/// Applies an action to the program in a column of the comparison, counted from 0.
fn in_column(app: &App, place: usize, action: Action) -> Wish {
    let Some(program) = app.basket.get(place) else { return no_such(place + 1) };
    let mut actions = leave_overlays(app);
    actions.extend([Action::Compare(CompareAction::ColumnOf(*program)), action]);
    Wish::Do(actions)
}

/// Takes the program with a number, or else the one under the cursor, out of the comparison.
pub(super) fn take_out(app: &App, rest: &str) -> Wish {
    let action = Action::Compare(CompareAction::TakeOut);
    match (app.screen, numbers::whole(rest).and_then(|number| number.checked_sub(1))) {
        (Screen::Compare, Some(place)) => in_column(app, place, action),
        _ if rest.is_empty() => reach(app, &action),
        _ => Wish::Tell("`take-out` and a number works in the comparison; `compare` opens it.".to_owned()),
    }
}

/// Moves the cursor to a row, then applies further actions.
pub(super) fn chosen(number: usize, count: usize, then: Vec<Action>) -> Wish {
    if !(1..=count).contains(&number) {
        return no_such(number);
    }
    Wish::Do(std::iter::once(Action::Move(Step::To(number - 1))).chain(then).collect())
}

fn opened(app: &App, program: ProgramIx, action: Action) -> Wish {
    let mut actions = leave_overlays(app);
    actions.extend([Action::Focus(Pane::List), Action::Pick(program), action]);
    Wish::Do(actions)
}

fn result_program(app: &App, number: usize, action: Action) -> Wish {
    let Wish::Do(steps) = chosen(number, app.interview.result_programs().len(), vec![action]) else {
        return no_such(number);
    };
    Wish::Do(leave_overlays(app).into_iter().chain(steps).collect())
}

/// Applies an action to the program with a number, or else to the current one.
pub(super) fn on_program(app: &App, action: &Action, rest: &str) -> Wish {
    if rest.is_empty() {
        return if *action == Action::Open {
            let Some(program) = app.current() else { return impossible(app, "no program is selected") };
            if app.screen == Screen::Result { reach(app, &Action::Open) } else { opened(app, program, Action::Open) }
        } else {
            reach(app, action)
        };
    }
    let number = numbers::whole(rest);
    if let Some(number) = number.filter(|_| app.screen == Screen::Result) {
        return result_program(app, number, action.clone());
    }
    let program = match number {
        Some(number) => number.checked_sub(1).and_then(|place| app.found.hits.get(place)).map(|hit| hit.program),
        None => app.catalog().find(rest).filter(|ix| app.found.hits.row_of(*ix).is_some()),
    };
    match (program, action, number) {
        (None, _, Some(number)) => no_such(number),
        (None, Action::Advice(AdviceAction::WhyNot), None) => ask_about(app, rest),
        (None, _, None) => Wish::Tell(format!("`{}` is not a number or id in the list.", quoted(rest))),
        (Some(_), Action::Advice(AdviceAction::WhyNot), _) if !app.interview.has_answers() => {
            Wish::Tell("Nothing is answered yet; `guide-me` asks.".to_owned())
        }
        (Some(program), ..) => opened(app, program, action.clone()),
    }
}

/// Asks why the program that these words find is not recommended.
fn ask_about(app: &App, words: &str) -> Wish {
    match reach(app, &Action::Advice(AdviceAction::AskAbout)) {
        Wish::Do(steps) => Wish::Do(steps.into_iter().chain([Action::Paste(words.to_owned()), Action::Open]).collect()),
        other => other,
    }
}

pub(super) fn compare(app: &App, rest: &str) -> Wish {
    if rest.is_empty() {
        return if app.basket.is_empty() {
            Wish::Tell("Nothing to compare yet; `compare 1 2` puts programs in.".to_owned())
        } else {
            reach(app, &Action::Compare(CompareAction::Open))
        };
    }
    let is_result = app.screen == Screen::Result;
    let count = if is_result { app.interview.result_programs().len() } else { app.found.hits.len() };
    let numbers = match numbers::places(rest, count) {
        Ok(numbers) => numbers,
        Err(NoPlaces::Absent(number)) => return no_such(number),
        Err(NoPlaces::NotNumbers) => {
            return Wish::Tell(format!(
                "`{}` is not a list of numbers, such as `compare 1 2` or `compare 1-3`.",
                quoted(rest)
            ));
        }
    };
    let mut actions = leave_overlays(app);
    if !is_result {
        actions.push(Action::Focus(Pane::List));
    }
    for number in numbers {
        let steps = if is_result {
            result_program(app, number, Action::Compare(CompareAction::Toggle))
        } else {
            match number.checked_sub(1).and_then(|place| app.found.hits.get(place)) {
                Some(hit) => Wish::Do(vec![Action::Pick(hit.program), Action::Compare(CompareAction::Toggle)]),
                None => no_such(number),
            }
        };
        let Wish::Do(steps) = steps else { return no_such(number) };
        actions.extend(steps.into_iter().filter(|action| *action != Action::Back));
    }
    Wish::Do(actions)
}
