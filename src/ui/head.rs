//! Draws the lines above the panes: the name of the page, the query, the active filters, and
//! the number of programs left.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::{Look, paint};
use crate::app::layout::{Breadth, body, breadth, layout, shows_one_pane};
use crate::app::{Action, App, Chip, ChipTarget, Context, GuideAction, Pane, PaneAction, Screen, Spot, Toward, page};
use crate::catalog::sentence;
use crate::page::{Line, Role};
use crate::search::Completion;
use crate::width;

/// Width of a chip around its label, with the blank after it, in columns.
const CHIP: usize = 5;

/// Columns before the text of the query.
const PROMPT: u16 = 3;

/// Draws the first line of every screen.
pub(super) fn title(app: &App, look: Look, buffer: &mut Buffer) {
    let cols = usize::from(app.size.0);
    let is_question = app.screen == Screen::Question;
    let line = if is_question { page::question_title(app, cols).0 } else { titled(app, cols) };
    paint::line(&line, 0, 0, app.size.0, look, buffer);
}

/// Returns the place and the hints; in the list, the catalogue's name fills the room between them.
fn titled(app: &App, cols: usize) -> Line {
    let left = place(app);
    let right = in_a_row(app, &hints(app, &left));
    let room = cols.saturating_sub(left.cols() + right.cols() + GAP);
    let is_list = app.screen == Screen::Explore && !has_tabs(app);
    let left = if is_list { left.and(Role::Dim, catalog_name(app, room)) } else { left };
    left.with_right(right, cols)
}

/// Returns the actions of the hints in the first line, which the footer need not repeat.
pub(super) fn said(app: &App) -> Vec<&'static Action> {
    if app.screen == Screen::Question {
        return Vec::new();
    }
    hints(app, &place(app)).into_iter().map(|(action, _)| action).collect()
}

/// The left part of the first line: where the user is.
fn place(app: &App) -> Line {
    let place = match app.screen {
        Screen::Explore if has_tabs(app) => return tabs(app),
        Screen::Explore => return catalog_title(app),
        Screen::Question => "",
        Screen::Compare => "Comparison",
        Screen::Result => "Recommendation",
        Screen::Review => "Your answers",
        Screen::WhatIf => "What if",
        Screen::Map => "Map",
    };
    let line = Line::of(Role::Plain, " ").and(Role::Title, "prospectus").and(Role::Dim, "  ›  ");
    line.and(Role::Plain, name(app) + place)
}

/// Returns the hints of a screen. The key for help is in the footer.
fn offered(app: &App) -> &'static [Hint] {
    match app.screen {
        Screen::Explore if shows_one_pane(app) && app.arrangement.is_zoomed => &[ACTIONS, ALL_PANES],
        Screen::Explore if shows_one_pane(app) => &[ACTIONS],
        Screen::Explore | Screen::Compare | Screen::Map if app.interview.advice.is_some() => &[RESULT, KINDS, ACTIONS],
        Screen::Explore | Screen::Compare | Screen::Map => &[HELP_ME_CHOOSE, KINDS, ACTIONS],
        Screen::Question | Screen::Review | Screen::Result | Screen::WhatIf => &[EXPLORE, ACTIONS],
    }
}

/// The name of the profile, shown before the name of the page; empty if it has none.
fn name(app: &App) -> String {
    app.personal.name().map(|name| width::cut(name, MAX_NAME) + "  ›  ").unwrap_or_default()
}

/// Maximum width of the profile's name in the first line, in columns.
const MAX_NAME: usize = 20;
/// Columns between the left and the right part of a line.
const GAP: usize = 2;

/// Returns the left part of the first line of the explorer: the program name and the profile.
fn catalog_title(app: &App) -> Line {
    let left = Line::of(Role::Plain, " ").and(Role::Title, "prospectus").and(Role::Plain, "  ");
    match app.personal.name() {
        Some(name) => left.and(Role::Title, width::cut(name, MAX_NAME)).and(Role::Plain, "  "),
        None => left,
    }
}

/// The name of the catalogue, with its month if there is room.
fn catalog_name(app: &App, room: usize) -> String {
    let name = app.catalog().name.to_string();
    let as_of = app.catalog().as_of.month().unwrap_or_else(|| app.catalog().as_of.text().to_owned());
    let whole = format!("{name}, {as_of} list");
    [whole, name].into_iter().find(|name| width::cols(name) <= room).unwrap_or_default()
}

/// An action and its words in the first line.
type Hint = (Action, &'static str);

const HELP_ME_CHOOSE: Hint = (Action::Advise, "help me choose");
/// The questions are answered, so the same key shows what came of them.
const RESULT: Hint = (Action::Advise, "result");
const KINDS: Hint = (Action::Guide(GuideAction::Show), "kinds");
const EXPLORE: Hint = (Action::Explore, "explore");
const ACTIONS: Hint = (Action::ShowActions, "actions");
const ALL_PANES: Hint = (Action::Panes(PaneAction::Zoom), "all panes");

/// The hints that work here; the last ones are left out if there is no room beside the left part.
fn hints(app: &App, left: &Line) -> Vec<&'static Hint> {
    let context = Context::of(app);
    let room = usize::from(app.size.0).saturating_sub(left.cols() + GAP);
    let works = |(action, _): &&Hint| app.world.keymap.has_key(context, action);
    let all: Vec<&Hint> = offered(app).iter().filter(works).collect();
    // The last column stays blank, as on every line.
    let fits = |count: &usize| in_a_row(app, &all[..*count]).cols() <= room;
    let count = (0..=all.len()).rev().find(fits).unwrap_or_default();
    all[..count].to_vec()
}

fn in_a_row(app: &App, hints: &[&Hint]) -> Line {
    let line = hints.iter().fold(Line::blank(), |line, hint| with(app, line, hint));
    if hints.is_empty() { line } else { line.and(Role::Plain, " ") }
}

fn with(app: &App, line: Line, (action, words): &Hint) -> Line {
    let between = if line.spans.is_empty() { "" } else { "   " };
    line.and(Role::Plain, between).and(Role::Key, app.key(action)).and(Role::Dim, format!(" {words}"))
}

/// The panes that can be shown, with their names.
fn names(app: &App) -> Vec<(Pane, &'static str)> {
    let panes = [(Pane::Filters, "Filters"), (Pane::List, "List"), (Pane::Detail, "Facts"), (Pane::Compare, "Compare")];
    panes.into_iter().filter(|(pane, _)| *pane != Pane::Compare || !app.basket.is_empty()).collect()
}

/// Whether the first line names the panes: while only one is shown, and no overlay covers it.
fn has_tabs(app: &App) -> bool {
    shows_one_pane(app) && app.overlays.is_empty()
}

/// The names of all panes, while only one is shown.
fn tabs(app: &App) -> Line {
    let mut line = Line::of(Role::Plain, " ");
    for (pane, name) in names(app) {
        line = if pane == app.focus {
            line.and(Role::Selected, format!("[{name}]")).and(Role::Plain, " ")
        } else {
            line.and(Role::Dim, format!(" {name} ")).and(Role::Plain, " ")
        };
    }
    match app.personal.name() {
        Some(name) => line.and(Role::Title, width::cut(name, MAX_NAME)),
        None => line,
    }
}

/// The pane whose name is at a column of the first line.
pub(super) fn tab_at(app: &App, x: u16) -> Option<Pane> {
    let x = usize::from(x);
    let mut end = 1;
    names(app).into_iter().filter(|_| has_tabs(app)).find_map(|(pane, name)| {
        let start = end;
        end += width::cols(name) + 3;
        (start..end - 1).contains(&x).then_some(pane)
    })
}

/// Draws the second line of the explorer: the query, the chips and the count.
pub(super) fn search(app: &App, look: Look, buffer: &mut Buffer) {
    let (line, room, count) = prompt(app);
    let line = chips(app, line, room).with_right(count, usize::from(app.size.0));
    paint::line(&line, 0, 1, app.size.0, look, buffer);
}

/// The query, the room for chips after it, and the count at the end.
fn prompt(app: &App) -> (Line, usize, Line) {
    let cols = app.size.0;
    let count = Line::of(Role::Title, count(app)).and(Role::Plain, " ");
    let query = app.query.input.value();
    let query_cols = query_cols(app);
    let (role, text) = match (query.is_empty(), app.query.is_typing) {
        (true, false) => (Role::Dim, longest(INVITATIONS, room_beside_chips(app, &count)).to_owned()),
        (true, true) => (Role::Dim, longest(EXAMPLES, room_beside_chips(app, &count)).to_owned()),
        (false, true) => (Role::Plain, app.query.input.in_sight(query_room(app)).0.to_owned()),
        (false, false) => (Role::Plain, width::cut(query, usize::from(query_cols))),
    };
    let after = if text.is_empty() && !app.query.is_typing { "" } else { AFTER_QUERY };
    let line = Line::of(if app.query.is_typing { Role::Focus } else { Role::Key }, " / ").and(role, text);
    let line = line.and(Role::Plain, after);
    let room = usize::from(cols).saturating_sub(line.cols() + count.cols() + 1);
    (line, room, count)
}

/// The gap between the query and the chips.
const AFTER_QUERY: &str = "  ";

/// Invitations to search, of which the longest that fits is shown.
const INVITATIONS: [&str; 4] =
    ["a skill, a school or a title", "a skill, school or title", "a skill or a title", "search"];

/// Examples of queries, of which the longest that fits is shown.
const EXAMPLES: [&str; 4] =
    ["words, \"phrase\", -word, inst:mit", "words, -word, inst:mit", "words, inst:mit", "words"];

/// Returns the longest hint that fits; empty if none does. Filters take precedence over the hint, because they show
/// what restricts the list.
fn longest(hints: [&'static str; 4], room: usize) -> &'static str {
    hints.into_iter().find(|words| width::cols(words) <= room).unwrap_or_default()
}

/// Returns the columns that chips and count leave for a hint in place of the query.
fn room_beside_chips(app: &App, count: &Line) -> usize {
    let chips = filter_chips(app).map(|(_, chip)| width::cols(&chip.label) + CHIP).sum::<usize>();
    let taken = usize::from(PROMPT) + width::cols(AFTER_QUERY) + chips + count.cols() + 1;
    usize::from(app.size.0).saturating_sub(taken)
}

/// The action for a click on the second line: remove the filter there, or search.
pub(super) fn searched_at(app: &App, x: u16) -> Option<Action> {
    let (line, room, _) = prompt(app);
    let x = usize::from(x);
    let mut end = line.cols();
    if x < end {
        return Some(Action::Search);
    }
    shown_chips(app, room).0.into_iter().find_map(|(place, label)| {
        let start = end;
        end += width::cols(&label) + CHIP;
        (start..end - 1).contains(&x).then_some(Action::Point(Spot::Chip(place)))
    })
}

/// The chips of filters, each with its index among all.
fn filter_chips(app: &App) -> impl Iterator<Item = (usize, Chip)> {
    app.chips().into_iter().enumerate().filter(|(_, chip)| chip.target != ChipTarget::Query)
}

/// Returns as many chips as fit, each with its index among all, and the number of the rest.
fn shown_chips(app: &App, room: usize) -> (Vec<(usize, String)>, usize) {
    let chips: Vec<_> = filter_chips(app).collect();
    let mut left = room;
    let mut shown = Vec::new();
    for (place, chip) in &chips {
        let needs = width::cols(&chip.label) + CHIP;
        let reserve = if shown.len() + 1 < chips.len() { 4 } else { 0 };
        if needs + reserve > left {
            break;
        }
        left -= needs;
        shown.push((*place, chip.label.clone()));
    }
    let hidden = chips.len() - shown.len();
    (shown, hidden)
}

fn chips(app: &App, line: Line, room: usize) -> Line {
    let (shown, hidden) = shown_chips(app, room);
    let line = shown.into_iter().fold(line, |line, (_, label)| line.and(Role::Plain, label).and(Role::Label, " ×   "));
    if hidden > 0 { line.and(Role::Dim, format!("+{hidden}")) } else { line }
}

/// Draws the completions in the rule below the query; the inserted one is always visible.
pub(super) fn completions(app: &App, look: Look, buffer: &mut Buffer) {
    if app.query.completions.all.is_empty() {
        return complaint(app, look, buffer);
    }
    // The order of the list keeps its place at the end of the rule.
    let order = width::cols(&page::order_in_words(app)) + ORDER_COLS;
    let mut left = usize::from(app.size.0).saturating_sub(10 + order);
    let mut line =
        Line::of(Role::Plain, " ").and(Role::Key, app.key(&Action::Complete(Toward::Next))).and(Role::Plain, " ");
    let words = |offer: &Completion| offer.count.map_or(offer.text.clone(), |count| format!("{} {count}", offer.text));
    let cols: Vec<usize> = app.query.completions.all.iter().map(|offer| width::cols(&words(offer)) + 2).collect();
    let taken = app.query.completions.taken.unwrap_or(0);
    let first = if cols[..=taken].iter().sum::<usize>() <= left { 0 } else { taken };
    for (place, offer) in app.query.completions.all.iter().enumerate().skip(first) {
        if cols[place] > left && place > first {
            line = line.and(Role::Dim, "… ");
            break;
        }
        left = left.saturating_sub(cols[place]);
        let role = if app.query.completions.taken == Some(place) { Role::Selected } else { Role::Plain };
        line = line.and(role, words(offer)).and(Role::Plain, "  ");
    }
    let row = body(app.size.0, app.size.1).y - 1;
    let cols = app.size.0.saturating_sub(2 + order as u16);
    paint::line(&line, 1, row, cols, look, buffer);
}

/// Columns around the name of the order of the list in the rule.
const ORDER_COLS: usize = 10;

/// Draws the notice about the query in the rule below it, while it is typed.
fn complaint(app: &App, look: Look, buffer: &mut Buffer) {
    let Some(words) = found_notice(app).filter(|_| app.query.is_typing) else { return };
    let (row, cols) = (body(app.size.0, app.size.1).y - 1, app.size.0.saturating_sub(2));
    let text = width::cut(&words, usize::from(cols).saturating_sub(2));
    paint::line(&Line::of(Role::Warning, format!(" {text} ")), 1, row, cols, look, buffer);
}

/// Returns the notice about the query, once the search is done. `None` if the empty list already says it.
pub(super) fn found_notice(app: &App) -> Option<String> {
    if let Some(answer) = page::guide_answer(app).filter(|_| !app.found.hits.is_empty() && !app.is_searching()) {
        let key = app.world.keymap.name_of(Context::List, &Action::Guide(GuideAction::Show));
        return Some(match answer.about {
            Some(about) => format!("The guide has an answer: {} {key} opens it.", sentence(&about)),
            None => format!("{} {key} opens the guide.", answer.sentences.join(" ")),
        });
    }
    let hits = &app.found.hits;
    let is_said = hits.is_empty() && app.screen == Screen::Explore && layout(app).list.is_some();
    hits.notice.as_deref().filter(|_| !app.is_searching() && !is_said).map(sentence)
}

fn count(app: &App) -> String {
    if app.is_searching() {
        return "searching…".to_owned();
    }
    let (shown, all) = (app.found.hits.len(), app.catalog().len());
    if breadth(app.size.0) == Breadth::One { format!("{shown} of {all}") } else { format!("{shown} of {all} programs") }
}

/// Columns of the second line reserved for the chips.
const CHIPS: u16 = 26;

/// Returns the maximum width of the query, in columns.
fn query_cols(app: &App) -> u16 {
    let cols = app.size.0;
    let count = width::cols(&count(app)) as u16 + 1;
    cols.saturating_sub(PROMPT + count + CHIPS).clamp((cols / 3).clamp(12, 40), 60)
}

/// The visible width of the typed query, in columns; the cursor needs one more.
fn query_room(app: &App) -> usize {
    usize::from(query_cols(app)).saturating_sub(1)
}

/// The position of the text cursor while a query is typed.
pub(super) fn cursor(app: &App) -> Option<Position> {
    if !app.query.is_typing || app.screen != Screen::Explore {
        return None;
    }
    let (_, col) = app.query.input.in_sight(query_room(app));
    Some(Position { x: PROMPT + col as u16, y: 1 })
}
