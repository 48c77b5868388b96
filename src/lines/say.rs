//! The present page of the state in lines of words: headings are words, lists say `3 of 12`, nothing is a sign alone.

use super::read::{PAGE, stops};
use super::words::WORDS;
use crate::advise::{Outcome, Prompt};
use crate::app::{App, FilterRow, Overlay, PaletteRow, Pane, Screen, page as pages};
use crate::catalog::ProgramIx;
use crate::export::{
    Block, Depth, Wording, advice_page, claims_table, guide_rows, guide_tables, map_page, page_in_words, plan_page,
    program_words, table_words, what_if_page, why_not_page,
};
use crate::guide::measure;
use crate::keys::{Context, Key};
use crate::page::Doc;
use crate::search::{Facet, FacetValue, Histogram, Sort};

/// Columns that no line of a page needs.
const WIDE: u16 = 2000;

/// Where one is: while it stays the same, only what is new is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    overlay: Option<Overlay>,
    screen: Screen,
    pane: Option<Pane>,
    question: Option<usize>,
}

impl Place {
    pub(super) fn of(app: &App) -> Self {
        Self {
            overlay: app.overlays.last().copied(),
            screen: app.screen,
            pane: (app.screen == Screen::Explore).then_some(app.focus),
            question: (app.screen == Screen::Question).then_some(app.interview.place),
        }
    }

    /// Whether each line of the page can be understood without the others.
    pub(super) fn stands_by_line(self) -> bool {
        match (self.overlay, self.screen, self.pane) {
            (Some(overlay), ..) => overlay == Overlay::Plan || overlay.is_picker(),
            (None, Screen::Question, _) | (None, Screen::Explore, Some(Pane::Filters)) => true,
            _ => false,
        }
    }
}

/// The present page, of a list the part from `top` on.
pub(super) fn page(app: &App, top: usize) -> Vec<String> {
    let lines = match app.overlays.last() {
        Some(overlay) => overlay_lines(app, *overlay),
        None => screen_lines(app, top),
    };
    lines.into_iter().map(|line| in_words(&line)).collect()
}

fn screen_lines(app: &App, top: usize) -> Vec<String> {
    match (app.screen, app.focus) {
        (Screen::Explore, Pane::List) => list(app, top),
        (Screen::Explore, Pane::Filters) => filters(app),
        (Screen::Explore, Pane::Detail) => app.selected.map_or_else(Vec::new, |ix| facts(app, ix)),
        (Screen::Explore, Pane::Compare) | (Screen::Compare, _) => {
            let mut lines = vec!["Comparison".to_owned()];
            lines.extend(pages::comparison_in_words(app));
            lines
        }
        (Screen::Map, _) => map(app),
        (Screen::Question, _) => question(app),
        (Screen::Review, _) => spoken(app).review(),
        (Screen::Result, _) => result(app),
        (Screen::WhatIf, _) => what_if(app),
    }
}

fn overlay_lines(app: &App, overlay: Overlay) -> Vec<String> {
    let current = app.current();
    match overlay {
        Overlay::Help => help(app),
        Overlay::Sources => current.map_or_else(Vec::new, |ix| sources(app, ix)),
        Overlay::Program => current.map_or_else(Vec::new, |ix| facts(app, ix)),
        Overlay::Guide => guide(app),
        Overlay::Plan => current.map_or_else(Vec::new, |ix| {
            let plan = crate::plan::plan(app.catalog(), ix, &app.plan);
            split(&page_in_words(&plan_page(app.catalog(), &plan, Wording::Spoken)))
        }),
        Overlay::WhyNot => app
            .interview
            .why_not
            .as_ref()
            .map_or_else(Vec::new, |why| split(&page_in_words(&why_not_page(&app.explainer(&why.asked), why)))),
        Overlay::RemoveFilter => numbered("Active filters; a number removes one.", &chip_labels(app)),
        Overlay::Limits => numbered(
            "Limits; a number lifts one or puts it back. Your answers still weigh.",
            &pages::limit_rows(app)
                .into_iter()
                .map(|row| format!("{}: {}", if row.is_active { "active" } else { "lifted" }, row.words))
                .collect::<Vec<_>>(),
        ),
        Overlay::Changes => numbered(
            "Answers that would change the result; a number takes one over.",
            &pages::picker_words(app, overlay),
        ),
        Overlay::Kept => numbered("What is kept; a number opens its facts.", &pages::picker_words(app, overlay)),
        Overlay::Profiles => numbered("Profiles; a number works for that person.", &pages::picker_words(app, overlay)),
        Overlay::Prompt => vec![format!("{}: type it, or `back`.", pages::prompt_title(app))],
        Overlay::Palette => numbered("All actions; a number does one.", &action_words(app)),
        Overlay::Notice => app.notice.iter().cloned().collect(),
    }
}

/// The name of the present place, in lower case.
pub(super) fn place_name(app: &App) -> String {
    Context::of(app).title().to_lowercase()
}

/// Every action that is found: the word for it, its keys, what it does, and why it would do nothing.
fn action_words(app: &App) -> Vec<String> {
    let words = |row: &PaletteRow| {
        let keys: Vec<&str> = row.keys.split_whitespace().map(spoken_key).collect();
        let keys = if keys.is_empty() { "no key".to_owned() } else { keys.join(" or ") };
        let reason = row.way.as_ref().err().map_or_else(String::new, |reason| format!("; not now: {reason}"));
        format!("{}, {keys}: {}{reason}", row.action.name().unwrap_or_default(), row.help)
    };
    app.palette.found().map(words).collect()
}

/// The name of a key in letters: an arrow is a word.
fn spoken_key(name: &str) -> &str {
    let code = Key::named(name).filter(|key| key.is_alone()).map(|key| key.code);
    Key::NAMES.into_iter().find(|(own, _)| Some(*own) == code).map_or(name, |(_, spoken)| spoken)
}

fn chip_labels(app: &App) -> Vec<String> {
    app.chips().into_iter().map(|chip| chip.label).collect()
}

fn numbered(heading: &str, items: &[String]) -> Vec<String> {
    let count = items.len();
    let lines = items.iter().zip(1..).map(|(item, number)| format!("{number} of {count}: {item}"));
    std::iter::once(heading.to_owned()).chain(lines).collect()
}

fn list(app: &App, top: usize) -> Vec<String> {
    let hits = &app.found.hits;
    let mut lines = vec![format!("Programs: {} of {}.", hits.len(), app.catalog().len())];
    let chips = chip_labels(app);
    if !chips.is_empty() {
        lines.push(format!("Filters: {}.", chips.join(", ")));
    }
    if app.view.sort != Sort::Match {
        lines.push(format!("Order: {}.", format!("{:?}", app.view.sort).to_lowercase()));
    }
    if hits.is_empty() {
        lines.extend(pages::ways_out(hits).map(|way| format!("Without {}: {}.", way.label, way.hides)));
        lines.push("No program is left. `remove` takes a filter away, `clear` takes all.".to_owned());
        return lines;
    }
    let last = hits.len().min(top + PAGE);
    for (hit, number) in hits.iter().skip(top).take(PAGE).zip(top + 1..) {
        lines.push(format!("{number} of {}: {}", hits.len(), program(app, hit.program)));
    }
    if last < hits.len() {
        lines.push(format!("`next` says more, from {} on.", last + 1));
    }
    lines
}

/// Title, institution and kind, then what is particular.
fn program(app: &App, ix: ProgramIx) -> String {
    let program = app.catalog().program(ix);
    let mut parts = vec![program.title.to_string()];
    let institution = app.catalog().institution_shorts(program);
    parts.push(if institution.is_empty() { "institution unknown".to_owned() } else { institution });
    parts.push(program.kind().name().to_owned());
    parts.push(program.length.value().map_or_else(|| "length unknown".to_owned(), ToString::to_string));
    if !program.is_offered() {
        parts.push("not in the latest list".to_owned());
    }
    parts.extend(crate::plan::words::moved(program));
    if app.basket.contains(&ix) {
        parts.push("in the comparison".to_owned());
    }
    parts.join(", ")
}

fn filters(app: &App) -> Vec<String> {
    let mut lines = vec!["Filters; a number chooses a value or lets go of it.".to_owned()];
    let rows: Vec<&FilterRow> = stops(app).collect();
    let count = rows.len();
    for (row, number) in rows.into_iter().zip(1..) {
        let words = match row {
            FilterRow::Value(facet, value) => format!("{}: {}", facet.label(), value_words(value)),
            FilterRow::More(facet, more) => format!("{}: {more} more values", facet.label()),
            FilterRow::Less(facet) => format!("{}: only the frequent values", facet.label()),
            FilterRow::Measure(_, own) => limit_words(own),
            FilterRow::Heading(_) | FilterRow::Gap => continue,
        };
        lines.push(format!("{number} of {count}: {words}"));
    }
    lines.push(format!("{} programs match.", app.found.hits.len()));
    lines
}

/// The limit of a quantity, how it is spread among how many, and how to set it.
fn limit_words(own: &Histogram) -> String {
    let known: usize = own.counts.iter().sum();
    format!(
        "{}: {}; known of {known} programs, unknown of {}; such as `search {}:3..8`",
        own.quantity.fact(),
        own.words(),
        own.unknown,
        own.quantity.slug()
    )
}

fn value_words(value: &FacetValue) -> String {
    let programs = if value.count == 1 { "program" } else { "programs" };
    format!("{}, {} {programs}{}", value.label, value.count, if value.is_chosen { ", chosen" } else { "" })
}

/// Every value of a facet.
pub(super) fn facet(app: &App, facet: Facet) -> Vec<String> {
    let mut lines = vec![format!("{}; `filter {} NAME` chooses one.", facet.label(), facet.slug())];
    lines.extend(app.found.values(facet).iter().map(value_words));
    lines
}

/// The selected program among its neighbours, and the middle of each field; the picture itself has no words.
fn map(app: &App) -> Vec<String> {
    let Some(map) = &app.map else { return Vec::new() };
    let mut lines = vec![format!("Map: hours of work against {}", map.axis.unit())];
    let words = without_signs(&pages::map_words(app, WIDE));
    // The medians follow for every field, and there are no signs to explain.
    lines.extend(words.into_iter().take_while(|line| !["ITS FIELD", "SIGNS"].contains(&line.as_str())));
    lines.extend(map.remarks().into_iter().filter(|_| !map.points.is_empty()));
    lines.extend(map_page(app.catalog(), map).iter().flat_map(|block| match block {
        Block::Items(items) => items.clone(),
        _ => Vec::new(),
    }));
    lines
}

/// A page of a screen without the signs that stand for something drawn.
fn without_signs(doc: &Doc) -> Vec<String> {
    let is_sign = |c: char| ('\u{2500}'..='\u{25ff}').contains(&c) || ('\u{2800}'..='\u{28ff}').contains(&c);
    let words = |line: &crate::page::Line| {
        let text: String = line.text().chars().map(|c| if is_sign(c) { ' ' } else { c }).collect();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    doc.lines.iter().map(words).filter(|line| !line.is_empty()).collect()
}

fn facts(app: &App, ix: ProgramIx) -> Vec<String> {
    split(&program_words(app.catalog(), app.catalog().program(ix)))
}

fn sources(app: &App, ix: ProgramIx) -> Vec<String> {
    let program = app.catalog().program(ix);
    let mut lines = vec![format!("Where the facts of {} come from", program.title)];
    lines.extend(split(&table_words(&claims_table(app.catalog(), program))));
    lines
}

fn guide(app: &App) -> Vec<String> {
    let tables = guide_tables(app.catalog(), &app.world.guide, &measure(app.catalog()));
    let blocks: Vec<Block> = tables.into_iter().flat_map(|(heading, table)| Block::sheet(&heading, table)).collect();
    split(&page_in_words(&blocks))
}

fn spoken(app: &App) -> Prompt<'_, '_> {
    let interview = &app.interview;
    Prompt { adviser: app.world.adviser(), answers: &interview.answers, settings: &interview.settings }
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

fn result(app: &App) -> Vec<String> {
    let Some(advice) = &app.interview.advice else { return vec!["No question is answered yet.".to_owned()] };
    let mut page = advice_page(&app.explainer(&advice.asked), advice, Depth::Short);
    if advice.outcome == Outcome::NotEnough {
        page.extend(Block::sheet("The two kinds side by side", guide_rows(&app.world.guide)));
    }
    let mut lines = vec!["Recommendation".to_owned()];
    lines.extend(split(&page_in_words(&page)));
    lines
}

fn what_if(app: &App) -> Vec<String> {
    let Some(trial) = &app.interview.trial else { return Vec::new() };
    let mut lines = vec!["What if; `try hours=8-12` tries another answer, `keep` takes it over.".to_owned()];
    for item in app.interview.items(&app.world) {
        let words = |answers: &crate::advise::Answers| {
            answers.get(item.question).map_or_else(|| "not answered".to_owned(), crate::advise::Answer::short)
        };
        let (tried, given) = (words(&trial.answers), words(&app.interview.answers));
        let was = if tried == given { String::new() } else { format!(", was {given}") };
        lines.push(format!("{}: {tried}{was}", item.question.slug()));
    }
    if trial.answers != app.interview.answers {
        lines.extend(split(&page_in_words(&what_if_page(app.world.adviser(), app.catalog(), &trial.what_if))));
    }
    lines
}

/// Every word, with what it does.
pub(super) fn help(app: &App) -> Vec<String> {
    let mut lines = vec![format!("You are at {}. A number chooses what was said with it.", place_name(app))];
    for word in WORDS {
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

/// What another room says, as a sentence of its own.
pub(super) fn sentence(notice: &str) -> String {
    in_words(&crate::catalog::sentence(notice))
}

/// Signs that a reader aloud would name, as words.
fn in_words(line: &str) -> String {
    line.replace(" ~ ", " about ").replace(" → ", ", then ").replace("→ ", "").replace(" · ", ", ")
}

fn split(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}
