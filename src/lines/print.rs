//! Prints the current page as lines of words: headings are words, list items say `3 of 12`, and no sign is left
//! unexplained.

mod list;
mod overlays;
mod place;
mod rows;

pub(super) use list::{facet, stops};
pub(super) use place::{Place, is_of_one_program, stands_by_line};
pub(super) use rows::PAGE;

use super::commands::{COMMANDS, Form, form};
use crate::advise::Prompt;
use crate::app::{App, Overlay, Pane, Screen, page as pages};
use crate::english::capitalised;
use crate::guide::GuidePage;
use crate::keys::Context;
use crate::page::print::in_words as page_in_words;
use crate::page::{Page, PageAction, Part};

/// Returns the current page. A list is printed from `top` on; a long page is shortened to its leading part and the
/// words for the rest.
pub(super) fn page(app: &App, top: usize) -> Vec<String> {
    let lines = match value(app) {
        Some(page) if is_told_in_parts(app) => leading(&page),
        Some(page) => lines_of(&page),
        None => match app.overlays.last() {
            Some(Overlay::Help(_)) => help(app),
            Some(overlay) => overlays::overlay_lines(app, overlay),
            None => screen_lines(app, top),
        },
    };
    let pages = matches!(app.overlays.last(), Some(Overlay::Guide(_))).then(guide_pages);
    lines.into_iter().map(|line| in_words(&line)).chain(pages).collect()
}

/// The pages of the guide, and how to reach them.
fn guide_pages() -> String {
    let names = GuidePage::ALL.map(GuidePage::name).join(", ");
    format!("The pages of the guide: {names}. `guide-next` says the next one.")
}

/// The current page as a value; `None` if the state lays it out itself.
fn value(app: &App) -> Option<Page> {
    match (app.overlays.last(), app.screen, app.focus) {
        (Some(Overlay::Sources(facts)), ..) => pages::sources_page(app, *facts),
        (Some(Overlay::Program(_)), ..) | (None, Screen::Explore, Pane::Detail) => pages::program_page(app),
        (Some(Overlay::Guide(topic)), ..) => Some(pages::guide_page(app, *topic)),
        (Some(Overlay::Plan { .. }), ..) => pages::plan_page(app),
        (Some(Overlay::WhyNot), ..) => pages::why_not_page(app),
        (Some(Overlay::Decision(id)), ..) => pages::decision_page(app, id),
        (Some(Overlay::History), ..) => Some(pages::history_page(app)),
        (None, Screen::Compare, _) | (None, Screen::Explore, Pane::Compare) => pages::comparison_page(app),
        (None, Screen::Map, _) => pages::map_page(app),
        (None, Screen::Result, _) => Some(without_reasons(pages::result_page(app), app)),
        _ => None,
    }
}

/// Moves the reasons for the first program of a result to the rest, so that the leading part is the verdict, the
/// certainties and a line for each program.
fn without_reasons(mut page: Page, app: &App) -> Page {
    let reasons = page.sections.get_mut(pages::REASONS).filter(|_| !app.interview.result_programs().is_empty());
    if let Some(reasons) = reasons {
        reasons.part = Part::Rest;
    }
    page
}

/// Whether the current page is so long that it is printed in parts.
fn is_told_in_parts(app: &App) -> bool {
    match app.overlays.last() {
        Some(overlay) => matches!(overlay, Overlay::Program(_) | Overlay::Plan { .. } | Overlay::Guide(_)),
        None => matches!((app.screen, app.focus), (Screen::Result | Screen::Map, _) | (Screen::Explore, Pane::Detail)),
    }
}

/// Returns the leading part and the words for the rest; the whole page if it has no such part.
fn leading(page: &Page) -> Vec<String> {
    let lead = page.only(|part| part == Part::Lead);
    if lead.sections.is_empty() {
        return lines_of(page);
    }
    let mut lines = lines_of(&lead);
    let words =
        [(Part::Rest, "more"), (Part::Courses, "courses"), (Part::Credit, "credit"), (Part::Sources, "sources")];
    let has = |part: Part| page.sections.iter().any(|section| section.part == part);
    let words: Vec<String> = words.iter().filter(|(part, _)| has(*part)).map(|(_, word)| format!("`{word}`")).collect();
    match words.as_slice() {
        [] => {}
        [only] => lines.push(format!("{only} says the rest.")),
        [first @ .., last] => lines.push(format!("{} and {last} say the rest.", first.join(", "))),
    }
    lines
}

/// A part of the current page; `None` if it has no such part.
pub(super) fn part(app: &App, part: Part) -> Option<Vec<String>> {
    let whole = value(app)?;
    // A page without a leading part was printed as a whole, so there is no rest.
    let has_lead = whole.sections.iter().any(|section| section.part == Part::Lead);
    let page = whole.only(|own| part == own && (has_lead || part == Part::Sources));
    (!page.sections.is_empty()).then(|| lines_of(&page).iter().map(|line| in_words(line)).collect())
}

/// Returns the lines of a page, with the words for the actions that it offers.
fn lines_of(page: &Page) -> Vec<String> {
    let word = |action: PageAction| match form(&pages::action_of(action)) {
        Form::Word(word) => Some(format!("`{word}`")),
        _ => None,
    };
    page_in_words(page, &word).lines().map(str::to_owned).collect()
}

fn screen_lines(app: &App, top: usize) -> Vec<String> {
    match (app.screen, app.focus) {
        (Screen::Explore, Pane::Filters) => list::filters(app),
        (Screen::Explore, Pane::List) => list::list(app, top),
        (Screen::Question, _) => question(app),
        (Screen::Review, _) => spoken(app).review(),
        (Screen::WhatIf, _) => what_if(app),
        (Screen::Compare, _) | (Screen::Explore, Pane::Compare) => vec!["Nothing is compared yet.".to_owned()],
        (Screen::Map, _) => vec!["No program has a place on the map.".to_owned()],
        (Screen::Explore, Pane::Detail) | (Screen::Result, _) => Vec::new(),
    }
}

/// The name of the current context, in lower case.
pub(super) fn place_name(app: &App) -> String {
    Context::of(app).title().to_lowercase()
}

fn spoken(app: &App) -> Prompt<'_, '_> {
    let interview = &app.interview;
    Prompt {
        adviser: app.world.adviser(),
        catalog: app.catalog(),
        answers: &interview.answers,
        settings: &interview.settings,
    }
}

fn question(app: &App) -> Vec<String> {
    let interview = &app.interview;
    let item = interview.item(&app.world);
    let mut lines = spoken(app).question(item);
    if !interview.marked.is_empty() && !interview.is_answered(&app.world) {
        let marked = interview.marked.join(", ");
        lines.push(format!("Enter alone takes {marked}, the language of your system; `skip` leaves it open."));
    }
    lines
}

fn what_if(app: &App) -> Vec<String> {
    let Some(trial) = &app.interview.trial else { return Vec::new() };
    let mut lines = vec!["What if; `try hours=8-12` tries another answer, `keep` takes it over.".to_owned()];
    for item in app.interview.items(&app.world) {
        let words = |answers| pages::answer_words(answers, item);
        let (tried, given) = (words(&trial.answers), words(&app.interview.answers));
        let was = if tried == given { String::new() } else { format!(", was {given}") };
        lines.push(format!("{}: {tried}{was}", capitalised(item.question.label())));
    }
    if trial.answers != app.interview.answers {
        lines.extend(lines_of(&crate::page::what_if(app.world.adviser(), app.catalog(), &trial.what_if)));
    }
    lines
}

/// Returns every word with its description.
pub(super) fn help(app: &App) -> Vec<String> {
    let mut lines = vec![format!("You are at {}. A number chooses what was said with it.", place_name(app))];
    for word in COMMANDS {
        let short =
            if word.names.len() > 1 { format!(", short {}", word.names[1..].join(", ")) } else { String::new() };
        let argument = if word.argument.is_empty() { String::new() } else { format!(" {}", word.argument) };
        lines.push(format!("{}{argument}: {}{short}", word.names[0], word.help));
    }
    lines.push(
        "At a question: a number or words answer it, Enter alone goes on, `skip`, `back`, `why`, `names`.".to_owned(),
    );
    lines
}

/// Returns a message from another module as a full sentence.
pub(super) fn sentence(notice: &str) -> String {
    in_words(&crate::catalog::sentence(notice))
}

/// Replaces signs that a screen reader would read out.
fn in_words(line: &str) -> String {
    line.replace(" · ", ", ")
}
