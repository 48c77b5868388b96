//! The content of every pane and overlay, as documents laid out for a width: pages of the core, and pages that depend
//! only on the state. Scrolling uses the same documents that are drawn.

mod checkbox;
mod facts;
mod interview;
mod kept;
mod list;
mod map;
mod nothing;
mod palette;
mod pickers;
mod result;

use super::choices::order_rows;
use super::layout::{Area, Breadth, body, breadth, layout};
use super::{
    Action, AdviceAction, App, CompareAction, Context, Layer, MapAction, Nudge, Overlay, Pane, PlanAction,
    ProgramAction, Screen, Toward,
};
use crate::ascii;
use crate::catalog::{FactKey, ProgramIx};
use crate::guide::{GuidePage, measure};
use crate::page::print::{Headings, Style, lay_out_prose};
use crate::page::{self, Block, Doc, HelpGroup, Line, Page, PageAction, Part, Role, Rows, Steps, Target};

pub use checkbox::{Tick, checkbox};
pub use facts::{detail, fact_under_cursor, facts_in_sight, has_fact_cursor};
pub use interview::{
    answer_words, question, question_head, question_side, question_title, review, review_top, so_far, typing_column,
    what_if, what_if_side,
};
pub use kept::{
    CONSENT, choice_name, decision_page, history_page, introduction, noted_name, profile_line, prompt_title,
};
pub use list::{brief, order_in_words};
pub use map::{map_areas, map_page, map_picture, map_programs_at, map_title, map_words};
pub use nothing::{first_steps, guide_answer, no_filters, nothing_found, way_out, ways_out};
pub use pickers::{picker_table, picker_top};
pub use result::{REASONS, result, result_cursor_in_sight, result_page, result_program_at, result_size, result_top};

/// Columns between the edge of a pane and its text.
pub const MARGIN: u16 = 1;

/// Returns the area of a pane that its text may take.
pub fn text_area(area: Area) -> Area {
    Area { x: area.x + MARGIN, cols: area.cols.saturating_sub(2 * MARGIN), ..area }
}

/// Returns the action that a page offers.
pub fn action_of(action: PageAction) -> Action {
    match action {
        PageAction::Decide => Action::Advice(AdviceAction::Decide),
        PageAction::ListChanges => Action::Advice(AdviceAction::Changes),
        PageAction::LiftLimits => Action::Advice(AdviceAction::Limits),
        PageAction::ShowEqualRows => Action::Compare(CompareAction::Fold),
        PageAction::ShowSources => Action::Program(ProgramAction::Sources),
        PageAction::ShowSimilar => Action::Program(ProgramAction::Similar),
        PageAction::ShowEstimates => Action::Map(MapAction::Estimates),
        PageAction::NextInPlace => Action::Map(MapAction::Here(Toward::Next)),
    }
}

/// Lays out a page for the screen, with the cursor on a target if there is one.
fn on_screen(app: &App, page: &Page, cols: u16, cursor: Option<Target>) -> Doc {
    within(app, page, usize::from(cols), usize::from(cols), cursor)
}

/// Lays out a page for the screen, with sentences in fewer columns than tables.
fn within(app: &App, page: &Page, cols: usize, prose_cols: usize, cursor: Option<Target>) -> Doc {
    let keys = |action| Some(app.key(&action_of(action))).filter(|key| !key.is_empty());
    let style = Style { keys: &keys, cursor, headings: Headings::Capitals };
    if app.world.is_ascii {
        return lay_out_prose(&page.clone().map_text(&ascii::text), cols, prose_cols, style);
    }
    lay_out_prose(page, cols, prose_cols, style)
}

/// Returns the page of the current program; `None` if there is none.
pub fn program_page(app: &App) -> Option<Page> {
    app.current().map(|ix| page::program(app.catalog(), ix, &app.plan, &note_on(app, ix)))
}

/// Returns the note on a program; empty if there is none.
pub fn note_on(app: &App, ix: ProgramIx) -> String {
    let profile = app.personal.notebook.profile(&app.personal.profile);
    profile.map(|profile| profile.note_on(&app.catalog().program(ix).id)).unwrap_or_default()
}

/// Returns the plan of the current program with the steps of every route; `None` if there is none.
pub fn plan_page(app: &App) -> Option<Page> {
    plan_with(app, Steps::Every)
}

fn plan_with(app: &App, steps: Steps) -> Option<Page> {
    app.current().map(|ix| page::plan(app.catalog(), &crate::plan::plan(app.catalog(), ix, &app.plan), steps))
}

/// Returns the claims about the current program: about these facts, or all.
pub fn sources_page(app: &App, facts: Option<&'static [FactKey]>) -> Option<Page> {
    app.current().map(|ix| page::sources(app.catalog(), ix, facts))
}

/// Returns a page of the guide.
pub fn guide_page(app: &App, topic: GuidePage) -> Page {
    page::guide_page(app.catalog(), &app.world.guide, &measure(app.catalog()), topic)
}

/// A page of the guide under the names of all pages.
fn guide(app: &App, shown: GuidePage, cols: u16) -> Doc {
    let mut doc = Doc::new(usize::from(cols));
    let name = |topic: GuidePage| {
        let role = if topic == shown { Role::Selected } else { Role::Dim };
        Line::of(role, topic.name())
    };
    // On a narrow screen the names are closer together, so that they stay on one line.
    let names = GuidePage::ALL.map(name);
    let all: usize = names.iter().map(Line::cols).sum();
    let gap = if all + 3 * (names.len() - 1) <= doc.width() { 3 } else { 2 };
    doc.beside_with(names, gap);
    doc.append(on_screen(app, &guide_page(app, shown), cols, None));
    doc
}

/// Returns the page on why a program is not recommended, or not first; `None` if no program was asked about.
pub fn why_not_page(app: &App) -> Option<Page> {
    app.interview.why_not.as_ref().map(|why| page::why_not(&app.explainer(&why.asked), why))
}

/// Returns the comparison; `None` if it is empty.
pub fn comparison_page(app: &App) -> Option<Page> {
    (!app.basket.is_empty()).then(|| page::comparison(app.catalog(), &app.basket, &app.plan, rows_of_comparison(app)))
}

/// The rows of the comparison: below the list only those that decide; beside it there is room for what else differs.
fn rows_of_comparison(app: &App) -> Rows {
    let is_below = app.screen != Screen::Compare && breadth(app.size.0) != Breadth::All;
    match app.is_folded {
        _ if is_below => Rows::Deciding,
        _ if app.screen != Screen::Compare => Rows::Differing,
        true => Rows::Differing,
        false => Rows::All,
    }
}

/// Returns the comparison as a document. The cursor is on a column, but only while keys act on it: two rows that look
/// selected are one too many.
pub fn comparison(app: &App, cols: u16) -> Doc {
    if app.basket.is_empty() {
        return nothing::no_comparison(app, usize::from(cols));
    }
    let has_cursor = app.screen == Screen::Compare || app.focus == Pane::Compare;
    let rows = rows_of_comparison(app);
    let page = page::comparison_within(app.catalog(), &app.basket, &app.plan, rows, usize::from(cols));
    let cursor = app.column().filter(|_| has_cursor).map(Target::Program);
    on_screen(app, &page.untitled(), cols, cursor)
}

/// Returns the content of an overlay.
pub fn overlay(app: &App, layer: &Layer, cols: u16) -> Doc {
    let page = match &layer.overlay {
        Overlay::Help(title) => Some(help(app, title)),
        Overlay::Guide(topic) => return guide(app, *topic, cols),
        Overlay::Sources(facts) => sources_page(app, *facts),
        Overlay::Program(_) => return facts::over_the_screen(app, cols),
        Overlay::WhyNot => why_not_page(app),
        Overlay::Notice => Some(Page::new(vec![Block::Text(app.notice.clone().unwrap_or_default())])),
        Overlay::Plan { route } => return plan(app, *route, cols),
        Overlay::Decision(id) => kept::decision_page(app, id),
        Overlay::History => Some(kept::history_page(app)),
        Overlay::Prompt(_) => None,
        Overlay::RemoveFilter
        | Overlay::AskAbout(_)
        | Overlay::Orders
        | Overlay::Limits
        | Overlay::Changes
        | Overlay::Palette(_)
        | Overlay::Kept
        | Overlay::Decisions
        | Overlay::Courses
        | Overlay::Profiles
        | Overlay::Similar { .. } => return pickers::picker(app, layer, usize::from(cols)),
    };
    let page = page.unwrap_or_default();
    match layer.overlay {
        Overlay::Sources(_) | Overlay::WhyNot => {
            within(app, &page, usize::from(cols), usize::from(cols.min(MAX_PROSE_COLS)), None)
        }
        _ => on_screen(app, &page, cols, None),
    }
}

/// All keys, with those of the context with this title first.
fn help(app: &App, title: &str) -> Page {
    let keymap = &app.world.keymap;
    let open = keymap.name_of(Context::Overlay, &Action::Open);
    let actions = keymap.name_of(Context::List, &Action::ShowActions);
    let introduction = format!("{open} here, or {actions} anywhere, lists all actions, to find one by typing.");
    let mut sections = keymap.help();
    sections.sort_by_key(|section| section.title != title);
    let groups = sections.into_iter().map(|section| HelpGroup {
        title: section.title.to_owned(),
        rows: section.keys.into_iter().map(|(keys, hint)| (keys, hint.to_owned())).collect(),
    });
    page::help(vec![Block::Remark(introduction)], &groups.collect::<Vec<_>>())
}

/// The plan; under the part that decides come the hours and the start, with the keys that change them.
fn plan(app: &App, route: Option<usize>, cols: u16) -> Doc {
    let Some(page) = plan_with(app, Steps::Of(route)) else { return Doc::new(usize::from(cols)) };
    let mut doc = on_screen(app, &page.only(|part| part == Part::Lead), cols, None);
    doc.gap();
    let keys = |actions: [PlanAction; 2]| actions.map(|action| app.key(&Action::Plan(action))).join(" ");
    let hours = app.plan.weekly.map_or_else(
        || "as listed".to_owned(),
        |weekly| crate::catalog::Range::between(weekly.low, weekly.high).to_string(),
    );
    let dial = |keys: String, label: &str, value: String| {
        Line::of(Role::Key, keys).and(Role::Label, format!(" {label} ")).and(Role::Title, value)
    };
    let hours = dial(keys([PlanAction::Hours(Nudge::Less), PlanAction::Hours(Nudge::More)]), "hours a week", hours);
    let start = dial(
        keys([PlanAction::Start(Nudge::Less), PlanAction::Start(Nudge::More)]),
        "start",
        app.plan.start.to_string(),
    );
    let date = app.plan.deadline.map_or_else(|| "none".to_owned(), |date| date.to_string());
    let deadline = dial(app.key(&Action::Plan(PlanAction::AskDeadline)), "deadline", date);
    doc.beside([hours, start, deadline]);
    doc.append(on_screen(app, &page.only(|part| part != Part::Lead), cols, route.map(Target::Row)));
    doc
}

/// Rows of an overlay around its text: the rule above it and the rule below it.
const RULES: u16 = 2;
/// The rows of a note that are seen while it is written.
const NOTE_ROWS: u16 = 5;
/// The height from which the result is seen above and below the programs to ask about.
const MIN_ROWS_AROUND: u16 = 30;

/// Returns the area of an overlay with the rules above and below it. It always takes the whole width, because words
/// that are cut off beside it would only distract.
pub fn overlay_area(app: &App, overlay: &Overlay) -> Area {
    let (cols, rows) = app.size;
    let most_rows = match overlay {
        Overlay::RemoveFilter => picker_height(app.chips().len()),
        Overlay::Orders => picker_height(order_rows(app).len()),
        Overlay::AskAbout(_) if rows >= MIN_ROWS_AROUND => 20,
        Overlay::Prompt(prompt) if prompt.is_note() => NOTE_ROWS + RULES,
        Overlay::Prompt(_) => 1 + RULES,
        Overlay::Notice => 8,
        _ => rows,
    };
    let rows_taken = rows.saturating_sub(2).min(most_rows);
    let y = match overlay {
        // Its lower rule is the one above the footer.
        Overlay::Prompt(_) => rows - 1 - rows_taken,
        _ => (rows - rows_taken) / 2,
    };
    Area { x: 0, y, cols, rows: rows_taken }
}

/// The height of a picker with this many choices, including its rules and the introduction with the blank under it.
fn picker_height(choices: usize) -> u16 {
    choices as u16 + 2 + RULES
}

/// The greatest width of sentences that are still comfortable to read, in columns.
const MAX_PROSE_COLS: u16 = 96;

/// The greatest width of an overlay's text that is still comfortable to read, in columns.
fn measure_of(overlay: &Overlay) -> u16 {
    match overlay {
        Overlay::Help(_) | Overlay::Program(_) | Overlay::Decision(_) => MAX_PROSE_COLS,
        Overlay::Notice => 76,
        // Tables with a column of sources; their sentences keep to the width of prose.
        Overlay::Sources(_) | Overlay::WhyNot => u16::MAX,
        Overlay::Guide(_) => 130,
        Overlay::Plan { .. } => 120,
        // Tables of programs.
        Overlay::Similar { .. } | Overlay::Kept | Overlay::Decisions | Overlay::AskAbout(_) => 140,
        _ => 110,
    }
}

/// The least width at which the facts of the program under the cursor are beside a list of programs, in columns.
const MIN_COLS_WITH_FACTS: u16 = 120;
/// The width of these facts, in columns.
const FACTS_COLS: u16 = 44;
/// Columns between the list and the facts: a blank, a line and a blank.
const BETWEEN: u16 = 3;

/// Returns the facts that decide about the program under the cursor of a list over the screen, and their area beside the
/// list; `None` for other overlays, and where there is no room.
pub fn facts_beside(app: &App, layer: &Layer) -> Option<(Doc, Area)> {
    let text = overlay_text_area(app, &layer.overlay);
    let x = text.x + text.cols + BETWEEN;
    let under_cursor = match &layer.overlay {
        Overlay::Kept => app.personal.listed().get(layer.cursor).and_then(|id| app.catalog().find(id)),
        Overlay::Similar { found, .. } => found.get(layer.cursor).map(|one| one.program),
        _ => None,
    };
    let ix = under_cursor.filter(|_| has_facts_beside(app, &layer.overlay))?;
    let page = page::program(app.catalog(), ix, &app.plan, &note_on(app, ix)).only(|part| part == Part::Lead);
    Some((on_screen(app, &page, FACTS_COLS, None), Area { x, cols: FACTS_COLS, ..text }))
}

fn has_facts_beside(app: &App, overlay: &Overlay) -> bool {
    matches!(overlay, Overlay::Kept | Overlay::Similar { .. }) && app.size.0 >= MIN_COLS_WITH_FACTS
}

/// Returns the area of an overlay's text between its rules.
pub fn overlay_text_area(app: &App, overlay: &Overlay) -> Area {
    let whole = text_area(overlay_area(app, overlay));
    let beside = if has_facts_beside(app, overlay) { FACTS_COLS + BETWEEN } else { 0 };
    let text = Area {
        y: whole.y + 1,
        cols: (whole.cols - beside).min(measure_of(overlay)),
        rows: whole.rows.saturating_sub(RULES),
        ..whole
    };
    // The input line stays visible above the results.
    let typed = if matches!(overlay, Overlay::Palette(_) | Overlay::AskAbout(_)) { 2.min(text.rows) } else { 0 };
    Area { y: text.y + typed, rows: text.rows - typed, ..text }
}

/// Returns the number of lines of the facts, and of rows to show them.
pub fn detail_size(app: &App) -> (usize, usize) {
    layout(app).detail.map_or((0, 0), |area| {
        let area = text_area(area);
        (detail(app, area.cols).lines.len(), usize::from(area.rows))
    })
}

/// Returns the area of the comparison's text; `None` if it is not on the screen.
pub fn compare_area(app: &App) -> Option<Area> {
    let area = if app.screen == Screen::Compare { Some(body(app.size.0, app.size.1)) } else { layout(app).compare };
    area.map(text_area)
}

/// Returns the number of lines of the comparison, and of rows to show them.
pub fn compare_size(app: &App) -> (usize, usize) {
    compare_area(app).map_or((0, 0), |area| (comparison(app, area.cols).lines.len(), usize::from(area.rows)))
}

/// Returns the number of lines of an overlay, and of rows to show them.
pub fn overlay_size(app: &App, layer: &Layer) -> (usize, usize) {
    let area = overlay_text_area(app, &layer.overlay);
    (overlay(app, layer, area.cols).lines.len(), usize::from(area.rows))
}

/// Returns the number of lines of the words beside the map, and of rows to show them.
pub fn map_size(app: &App) -> (usize, usize) {
    let area = map_areas(app).1;
    (map_words(app, area.cols).lines.len(), usize::from(area.rows))
}
