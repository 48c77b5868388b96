//! The words that filter the list, order it and page through it.

use super::wish::{Wish, leave_overlays, reach};
use crate::app::{Action, App, Edit, FilterAction, OrderAction, Overlay, Pane, Screen, Step};
use crate::catalog::did_you_mean;
use crate::lines::print;
use crate::names::{Candidate, one_of, quoted};
use crate::numbers;
use crate::search::{Facet, Field, Filters, Sort};

/// Returns the actions that search for these words.
pub(super) fn search(words: &str) -> Vec<Action> {
    vec![
        Action::Search,
        Action::Type(Edit::End),
        Action::Type(Edit::DeleteToStart),
        Action::Paste(words.to_owned()),
        Action::EndSearch,
    ]
}

/// Returns the facet with a name that searches accept.
fn facet(name: &str) -> Result<Facet, Wish> {
    match Field::named(name) {
        Some(Field::Facet(facet)) => Ok(facet),
        Some(Field::Unknown) => {
            Err(Wish::Tell("`search unknown:drop` leaves programs out whose limited fact is unknown.".to_owned()))
        }
        Some(limit) => Err(Wish::Tell(format!("A limit is searched for, as in `search {}:<6`.", limit.name()))),
        None => {
            let names = Facet::ALL.map(|facet| facet.label().to_lowercase());
            let hint = did_you_mean(&name.to_lowercase(), names.iter().map(String::as_str));
            let hint = if hint.is_empty() { format!(" There are {}.", names.join(", ")) } else { hint };
            Err(Wish::Tell(format!("No filter is called `{}`.{hint}", quoted(name))))
        }
    }
}

/// Opens the facets for choosing by number, or lists all values of one.
pub(super) fn filters(app: &App, rest: &str) -> Wish {
    if rest.is_empty() {
        let mut actions = leave_overlays(app);
        actions.push(Action::Focus(Pane::Filters));
        return if app.overlays.is_empty() && app.focus == Pane::Filters && app.screen == Screen::Explore {
            Wish::Say(print::page(app, 0))
        } else {
            Wish::Do(actions)
        };
    }
    match facet(rest) {
        Ok(facet) => Wish::Say(print::facet(app, facet)),
        Err(wish) => wish,
    }
}

pub(super) fn filter(app: &App, rest: &str) -> Wish {
    let Some((name, value)) = rest.split_once(char::is_whitespace) else {
        return if rest.is_empty() { filters(app, "") } else { filters(app, rest) };
    };
    let facet = match facet(name) {
        Ok(facet) => facet,
        Err(wish) => return wish,
    };
    let mut one = Filters::none();
    if let Err(error) = one.choose(app.catalog(), facet, value.trim()) {
        return Wish::Tell(print::sentence(&error.to_string()));
    }
    let values: Vec<String> = match one.chosen.remove(&facet) {
        Some(values) => values.into_iter().collect(),
        None => app.view.filters.chosen.get(&facet).into_iter().flatten().cloned().collect(),
    };
    let mut actions = leave_overlays(app);
    actions.push(Action::Focus(Pane::List));
    actions.extend(values.into_iter().map(|value| Action::Filters(FilterAction::Choose(facet, value))));
    Wish::Do(actions)
}

pub(super) fn remove(app: &App, rest: &str) -> Wish {
    let count = app.chips().len();
    match (rest, numbers::whole(rest)) {
        ("", _) if count > 1 && app.overlays.last() != Some(&Overlay::RemoveFilter) => {
            reach(app, &Action::Filters(FilterAction::Remove))
        }
        ("", _) if count == 0 => Wish::Tell("No filter is active.".to_owned()),
        ("", _) => reach(app, &Action::Filters(FilterAction::Remove)),
        (_, Some(number)) if (1..=count).contains(&number) => {
            let mut actions = match reach(app, &Action::Filters(FilterAction::Remove)) {
                Wish::Do(actions) => actions,
                other => return other,
            };
            if count > 1 {
                actions.extend([Action::Move(Step::To(number - 1)), Action::Open, Action::Back]);
            }
            Wish::Do(actions)
        }
        _ => Wish::Tell(format!("`{}` is not a number from 1 to {count}.", quoted(rest))),
    }
}

pub(super) fn sort(app: &App, rest: &str) -> Wish {
    let mut actions = match reach(app, &Action::Order(OrderAction::Show)) {
        Wish::Do(actions) => actions,
        other => return other,
    };
    if rest.is_empty() {
        return Wish::Do(actions);
    }
    let candidate = |sort: Sort| Candidate::new(sort.slug(), sort.slug(), other_names(sort));
    let wanted = match one_of("order", rest, &Sort::ALL, candidate) {
        Ok(wanted) => wanted,
        Err(error) => {
            let all = Sort::ALL.map(Sort::slug).join(", ");
            return Wish::Tell(format!("{} There are {all}.", print::sentence(&error.to_string())));
        }
    };
    actions.pop();
    actions.push(Action::Order(OrderAction::By(wanted)));
    Wish::Do(actions)
}

/// Returns the names of an order on the screen, where they differ from those in files.
fn other_names(sort: Sort) -> &'static [&'static str] {
    match sort {
        Sort::Institution => &["school"],
        Sort::InstitutionDown => &["school-down"],
        Sort::Effort => &["work"],
        Sort::EffortDown => &["work-down"],
        _ => &[],
    }
}

pub(super) fn to_list(app: &App) -> Wish {
    let mut actions = leave_overlays(app);
    actions.push(Action::Focus(Pane::List));
    if app.overlays.is_empty() && app.screen == Screen::Explore && app.focus == Pane::List {
        return Wish::Page(0);
    }
    Wish::Do(actions)
}

pub(super) fn turn(app: &App, top: usize) -> Wish {
    let is_list = app.overlays.is_empty() && app.screen == Screen::Explore && app.focus == Pane::List;
    match (is_list, top < app.found.hits.len()) {
        (true, true) => Wish::Page(top),
        (true, false) => Wish::Tell("That was the end of the list.".to_owned()),
        (false, _) => to_list(app),
    }
}
