//! Prints the current page as lines of words: headings are words, list items say `3 of 12`, and no
//! sign is left unexplained.

use super::commands::{COMMANDS, Form, form};
use crate::advise::Prompt;
use crate::app::{App, FilterRow, Overlay, PaletteRow, Pane, Screen, page as pages};
use crate::catalog::ProgramIx;
use crate::english::{capitalised, counted};
use crate::guide::Topic;
use crate::keys::{Context, Key};
use crate::page::print::in_words as page_in_words;
use crate::page::{Page, PageAction, Part};
use crate::search::{Facet, FacetValue, Histogram, Quantity, Sort};
use pages::ProfileRow;

/// The number of programs printed at a time.
pub(super) const PAGE: usize = 10;

/// The user's place in the explorer. While it stays the same, only new lines are printed.
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

    /// Whether the page is about one program.
    pub(super) fn is_of_one_program(self) -> bool {
        match self.overlay {
            None => self.pane == Some(Pane::Detail) || self.screen == Screen::Map,
            Some(overlay) => matches!(
                overlay,
                Overlay::Program
                    | Overlay::Plan
                    | Overlay::Sources
                    | Overlay::Courses
                    | Overlay::Similar
                    | Overlay::WhyNot
            ),
        }
    }

    /// Whether no list to choose from is open.
    pub(super) fn is_without_picker(self) -> bool {
        self.overlay.is_none_or(|overlay| !overlay.is_picker())
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

/// The current page. A list is printed from `top` on; of a long page, the part that decides and the words for the rest.
pub(super) fn page(app: &App, top: usize) -> Vec<String> {
    let lines = match value(app) {
        Some(page) if is_told_in_parts(app) => leading(&page),
        Some(page) => lines_of(&page),
        None => match app.overlays.last() {
            Some(overlay) => overlay_lines(app, *overlay),
            None => screen_lines(app, top),
        },
    };
    let pages = (app.overlays.last() == Some(&Overlay::Guide)).then(guide_pages);
    lines.into_iter().map(|line| in_words(&line)).chain(pages).collect()
}

/// The pages of the guide, and how to reach them.
fn guide_pages() -> String {
    let names = Topic::ALL.map(Topic::name).join(", ");
    format!("The pages of the guide: {names}. `guide-next` says the next one.")
}

/// The current page as a value; `None` if the state lays it out itself.
fn value(app: &App) -> Option<Page> {
    match (app.overlays.last(), app.screen, app.focus) {
        (Some(Overlay::Sources), ..) => pages::sources_page(app),
        (Some(Overlay::Program), ..) | (None, Screen::Explore, Pane::Detail) => pages::program_page(app),
        (Some(Overlay::Guide), ..) => Some(pages::guide_page(app)),
        (Some(Overlay::Plan), ..) => pages::plan_page(app),
        (Some(Overlay::WhyNot), ..) => pages::why_not_page(app),
        (Some(Overlay::Decision), ..) => pages::decision_page(app),
        (Some(Overlay::History), ..) => Some(pages::history_page(app)),
        (None, Screen::Compare, _) | (None, Screen::Explore, Pane::Compare) => pages::comparison_page(app),
        (None, Screen::Map, _) => pages::map_page(app),
        (None, Screen::Result, _) => Some(pages::result_page(app)),
        _ => None,
    }
}

/// Whether the current page is so long that it is printed in parts.
fn is_told_in_parts(app: &App) -> bool {
    match app.overlays.last() {
        Some(overlay) => matches!(overlay, Overlay::Program | Overlay::Plan | Overlay::Guide),
        None => matches!((app.screen, app.focus), (Screen::Result | Screen::Map, _) | (Screen::Explore, Pane::Detail)),
    }
}

/// The part that decides and the words for the rest; the whole page if it has no such part.
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
    // What has no leading part is printed as a whole, so nothing is left to say.
    let has_lead = whole.sections.iter().any(|section| section.part == Part::Lead);
    let page = whole.only(|own| part == own && (has_lead || part == Part::Sources));
    (!page.sections.is_empty()).then(|| lines_of(&page).iter().map(|line| in_words(line)).collect())
}

/// The lines of a page, with the words for the actions that it offers.
fn lines_of(page: &Page) -> Vec<String> {
    let word = |action: PageAction| match form(&pages::action_of(action)) {
        Form::Word(word) => Some(format!("`{word}`")),
        _ => None,
    };
    page_in_words(page, &word).lines().map(str::to_owned).collect()
}

fn screen_lines(app: &App, top: usize) -> Vec<String> {
    match (app.screen, app.focus) {
        (Screen::Explore, Pane::Filters) => filters(app),
        (Screen::Explore, Pane::List) => list(app, top),
        (Screen::Question, _) => question(app),
        (Screen::Review, _) => spoken(app).review(),
        (Screen::WhatIf, _) => what_if(app),
        (Screen::Compare, _) | (Screen::Explore, Pane::Compare) => vec!["Nothing is compared yet.".to_owned()],
        (Screen::Map, _) => vec!["No program has a place on the map.".to_owned()],
        (Screen::Explore, Pane::Detail) | (Screen::Result, _) => Vec::new(),
    }
}

fn overlay_lines(app: &App, overlay: Overlay) -> Vec<String> {
    match overlay {
        Overlay::Help => help(app),
        Overlay::RemoveFilter => numbered("Active filters; a number removes one.", &chip_labels(app)),
        Overlay::Limits => numbered(
            "Limits; a number lifts one or puts it back. Your answers still count.",
            &pages::limit_rows(app)
                .into_iter()
                .map(|row| format!("{}: {}", if row.is_active { "active" } else { "lifted" }, row.words))
                .collect::<Vec<_>>(),
        ),
        Overlay::Changes => {
            numbered("Answers that would change the result; a number uses one.", &pages::picker_words(app, overlay))
        }
        Overlay::Decisions => of_the_kept(app, overlay, "Decisions; a number reads one."),
        Overlay::Courses => numbered("Courses; a number marks one as finished, or not.", &courses(app)),
        Overlay::Kept => of_the_kept(app, overlay, "Your shortlist; a number opens the facts."),
        Overlay::Similar => numbered("Similar programs; a number opens its facts.", &pages::picker_words(app, overlay)),
        Overlay::Profiles => numbered("Profiles; a number uses that one.", &profiles(app)),
        Overlay::Prompt => vec![format!("{}: type it, or `back`.", pages::prompt_title(app))],
        Overlay::Orders => numbered("Orders of the list; a number chooses one.", &orders(app)),
        Overlay::Palette => numbered("All actions; a number does one.", &action_words(app)),
        Overlay::Notice => app.notice.iter().cloned().collect(),
        Overlay::AskAbout => numbered("Which program? A number asks about it.", &pages::picker_words(app, overlay)),
        Overlay::Sources
        | Overlay::Program
        | Overlay::Guide
        | Overlay::Plan
        | Overlay::WhyNot
        | Overlay::Decision
        | Overlay::History => Vec::new(),
    }
}

/// A list of what is kept: what there is to say about it, then its rows, with a line where a new group begins.
fn of_the_kept(app: &App, overlay: Overlay, heading: &str) -> Vec<String> {
    let rows = pages::picker_words(app, overlay);
    let mut lines = vec![if rows.is_empty() { nothing_kept(overlay).to_owned() } else { heading.to_owned() }];
    for (place, row) in rows.iter().enumerate() {
        lines.extend(pages::heading_above(app, overlay, place).map(|above| format!("{above}:")));
        lines.push(format!("{} of {}: {row}", place + 1, rows.len()));
    }
    lines
}

/// What an empty list of kept things says, and the word that keeps the first.
fn nothing_kept(overlay: Overlay) -> &'static str {
    if overlay == Overlay::Decisions {
        "No decision is kept yet; at a result, `keep-decision` keeps one."
    } else {
        "Nothing is kept yet; `keep` and a number keeps a program."
    }
}

/// The profiles, and what can be chosen about keeping answers.
fn profiles(app: &App) -> Vec<String> {
    let words = |row: ProfileRow| match row {
        ProfileRow::Profile(id) => pages::profile_line(app, &id),
        ProfileRow::Answers(choice) => {
            let chosen = if choice == app.personal.consent { ", chosen" } else { "" };
            format!("{} {}{chosen}", pages::CONSENT, pages::choice_name(choice))
        }
    };
    pages::profile_rows(app).into_iter().map(words).collect()
}

/// The courses of the program, each said to be finished or not.
fn courses(app: &App) -> Vec<String> {
    let words =
        |row: pages::CourseRow| format!("{}, {}", row.title, if row.is_finished { "finished" } else { "not finished" });
    pages::course_rows(app).into_iter().map(words).collect()
}

/// The orders of the list; the current one is marked.
fn orders(app: &App) -> Vec<String> {
    let words = |sort: Sort| {
        let now = if sort == app.view.sort { ", now" } else { "" };
        format!("{}, {}{now}", sort.subject(), sort.first())
    };
    pages::order_rows(app).into_iter().map(words).collect()
}

/// The name of the current context, in lower case.
pub(super) fn place_name(app: &App) -> String {
    Context::of(app).title().to_lowercase()
}

/// The actions that match: the name, the keys, what each does, and why it is not possible now.
fn action_words(app: &App) -> Vec<String> {
    let words = |row: &PaletteRow| {
        let keys: Vec<&str> = row.keys.split_whitespace().map(spoken_key).collect();
        let keys = if keys.is_empty() { "no key".to_owned() } else { keys.join(" or ") };
        let reason = row.way.as_ref().err().map_or_else(String::new, |reason| format!("; not now: {reason}"));
        format!("{}, {keys}: {}{reason}", row.action.name().unwrap_or_default(), row.help)
    };
    app.palette.found().map(words).collect()
}

/// The name of a key in letters, such as a word for an arrow.
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
        lines.push(format!("Order: {}.", pages::order_in_words(app)));
    }
    if let Some(answer) = pages::guide_answer(app) {
        lines.push(answer.sentences.join(" "));
        lines.push("`guide` says the whole guide to the kinds, with the questions that it answers.".to_owned());
        return lines;
    }
    if hits.is_empty() {
        let nearest = hits.nothing.as_ref().and_then(|nothing| nothing.nearest.as_ref());
        lines.extend(nearest.map(|nearest| {
            let titles = nearest.programs.iter().map(|ix| app.catalog().program(*ix).title.to_string());
            format!("{}: {}.", nearest.heading(), titles.collect::<Vec<_>>().join("; "))
        }));
        lines.extend(pages::ways_out(hits).map(|way| format!("Without {}: {}.", way.label, way.hides)));
        lines.push("No program is left. `remove` removes a filter, `clear` removes all.".to_owned());
        return lines;
    }
    let last = hits.len().min(top + PAGE);
    for (hit, number) in hits.iter().skip(top).take(PAGE).zip(top + 1..) {
        lines.push(format!("{number} of {}: {}", hits.len(), program(app, hit.program)));
    }
    if last < hits.len() {
        lines.push(format!("`next` lists more, from {} on.", last + 1));
    }
    lines
}

/// The title, school, kind, length and price, then what is special about the program.
fn program(app: &App, ix: ProgramIx) -> String {
    let program = app.catalog().program(ix);
    let mut parts = vec![program.title.to_string()];
    let institution = app.catalog().institution_shorts(program);
    parts.push(if institution.is_empty() { "school unknown".to_owned() } else { institution });
    parts.push(program.kind().name().to_owned());
    parts.push(program.length.value().map_or_else(|| "length unknown".to_owned(), ToString::to_string));
    let price = program.brief_price();
    parts.push(match price.text() {
        Some(_) => price.to_string().replace("~ ", "about "),
        None => "price unknown".to_owned(),
    });
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
    let mut lines = vec!["Filters; a number chooses a value or removes it.".to_owned()];
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

/// The limit of a quantity, how many programs have a known value, and how to set the limit.
fn limit_words(own: &Histogram) -> String {
    let known: usize = own.counts.iter().sum();
    let example = match own.quantity {
        Quantity::Months | Quantity::Courses => "3..8",
        Quantity::Hours => "50..200",
        Quantity::Price => "100..500",
    };
    format!(
        "{}: {}; known for {known} programs, unknown for {}; such as `search {}:{example}`",
        capitalised(own.quantity.fact()),
        own.words(),
        own.unknown,
        own.quantity.slug()
    )
}

fn value_words(value: &FacetValue) -> String {
    let chosen = if value.is_chosen { ", chosen" } else { "" };
    format!("{}, {}{chosen}", value.label, counted(value.count, "program"))
}

/// Every value of a facet.
pub(super) fn facet(app: &App, facet: Facet) -> Vec<String> {
    let mut lines = vec![format!("{}; `filter {} NAME` chooses one.", facet.label(), facet.slug())];
    lines.extend(app.found.values(facet).iter().map(value_words));
    lines
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

/// Every word, with what it does.
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

/// A message from another module, as a full sentence.
pub(super) fn sentence(notice: &str) -> String {
    in_words(&crate::catalog::sentence(notice))
}

/// Replaces signs that a screen reader would read out by words.
fn in_words(line: &str) -> String {
    line.replace(" · ", ", ")
}

/// The rows of the facets on which the cursor can stop.
pub(super) fn stops(app: &App) -> impl Iterator<Item = &FilterRow> {
    app.filter_rows().iter().filter(|row| row.cursor().is_some())
}
