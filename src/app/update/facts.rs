//! The facts of a program: a cursor that moves from row to row, the claims of its row, the program's web page, and the
//! programs similar to it.

use super::notices::tell;
use super::steps::scrolled;
use crate::app::{Action, App, Effect, Overlay, ProgramAction, Step, page, why_impossible};
use crate::catalog::{Address, FactKey, ProgramIx, sentence};
use crate::compare;
use crate::page::Target;

pub(super) fn perform(app: &mut App, action: ProgramAction) -> Effect {
    match action {
        ProgramAction::OpenPage => return open_page(app),
        ProgramAction::CopyAddress => return copy_address(app),
        ProgramAction::Sources => sources(app),
        ProgramAction::Claims(of) => claims(app, of),
        ProgramAction::Similar => similar(app),
    }
    Effect::None
}

/// Shows the facts of the current program over the screen.
pub(super) fn show_program(app: &mut App) {
    if let Some(program) = app.current() {
        show(app, program);
    }
}

fn show(app: &mut App, program: ProgramIx) {
    app.fact = None;
    app.overlays.show(Overlay::Program(program));
}

/// Moves the cursor to another row. If the next row is not visible yet, the text scrolls a line at a time first.
pub(super) fn go(app: &mut App, step: Step) {
    let (doc, rows) = page::facts_in_sight(app);
    let stops = doc.stops();
    let at = page::fact_under_cursor(app, &doc).and_then(|own| stops.iter().position(|stop| stop.target == own));
    let top = *top(app);
    let next = match step {
        Step::Up => at.and_then(|at| at.checked_sub(1)).filter(|at| stops[*at].last + 1 >= top),
        Step::Down => at.map(|at| at + 1).filter(|at| stops.get(*at).is_some_and(|stop| stop.first <= top + rows)),
        Step::First => (!stops.is_empty()).then_some(0),
        Step::To(place) => Some(place).filter(|place| *place < stops.len()),
        Step::Last | Step::PageUp | Step::PageDown => None,
    };
    let Some(place) = next.map(|at| stops[at]) else { return scroll(app, step) };
    set(app, place.target);
    *self::top(app) = if next == Some(0) { 0 } else { in_sight(top, place.first, place.last, rows) };
}

/// Scrolls the text; the cursor stays visible if there is a row for it.
pub(super) fn scroll(app: &mut App, step: Step) {
    let (doc, rows) = page::facts_in_sight(app);
    *top(app) = scrolled(*top(app), step, doc.lines.len(), rows);
    bring_cursor(app);
}

/// The scroll offset nearest to `top` at which these lines are visible.
fn in_sight(top: usize, first: usize, last: usize, rows: usize) -> usize {
    top.max((last + 1).saturating_sub(rows)).min(first)
}

/// Moves the cursor to a visible row, if there is one.
fn bring_cursor(app: &mut App) {
    let (doc, rows) = page::facts_in_sight(app);
    let seen = *top(app)..*top(app) + rows;
    let stops = doc.stops();
    let is_seen = |stop: &&crate::page::Stop| stop.first < seen.end && stop.last >= seen.start;
    let own = page::fact_under_cursor(app, &doc);
    if stops.iter().filter(is_seen).any(|stop| Some(stop.target) == own) {
        return;
    }
    let before = stops.iter().position(|stop| Some(stop.target) == own).unwrap_or(0);
    let is_above = stops.get(before).is_some_and(|stop| stop.first < seen.start);
    let mut seen_stops = stops.iter().filter(is_seen);
    let nearest = if is_above { seen_stops.next() } else { seen_stops.next_back() };
    if let Some(stop) = nearest.copied() {
        set(app, stop.target);
    }
}

fn set(app: &mut App, target: Target) {
    if let Target::Facts(facts) = target {
        app.fact = Some(facts);
    }
}

/// The scroll offset of the focused facts.
fn top(app: &mut App) -> &mut usize {
    app.overlays.topmost_mut().map_or(&mut app.tops.detail, |layer| &mut layer.top)
}

/// Shows the claims of the row under the cursor.
pub(super) fn open_claims(app: &mut App) {
    let (doc, _) = page::facts_in_sight(app);
    if let Some(Target::Facts(facts)) = page::fact_under_cursor(app, &doc) {
        claims(app, facts);
    }
}

/// Shows the claims of the row under the cursor; on other pages, or when asked again, those of every fact.
fn sources(app: &mut App) {
    if let Some(why) = why_impossible(app, &Action::Program(ProgramAction::Sources)) {
        return tell(app, sentence(&why));
    }
    if page::has_fact_cursor(app) {
        return open_claims(app);
    }
    app.overlays.show(Overlay::Sources(None));
}

/// Shows the claims of these facts.
fn claims(app: &mut App, of: &'static [FactKey]) {
    app.overlays.show(Overlay::Sources(Some(of)));
}

/// Lists the programs similar to the current one.
fn similar(app: &mut App) {
    let Some(program) = app.current() else { return };
    let found = compare::similar(app.catalog(), program);
    if found.is_empty() {
        let title = app.catalog().program(program).title.to_string();
        return tell(app, format!("No program on record shares a course with {title}, or is about one of its topics."));
    }
    app.overlays.show(Overlay::Similar { to: program, found });
}

/// Finds what is similar to the program whose facts have the keyboard focus, once for each program.
pub(super) fn find_similar(app: &mut App) {
    let program = app.current().filter(|_| page::has_fact_cursor(app));
    let is_new = |program: &ProgramIx| app.similar.as_ref().is_none_or(|(own, _)| own != program);
    if let Some(program) = program.filter(is_new) {
        app.similar = Some((program, compare::similar(app.catalog(), program)));
    }
}

/// Shows the facts of the similar program under the cursor.
pub(super) fn open_similar(app: &mut App) {
    let Some(Overlay::Similar { found, .. }) = app.overlays.last() else { return };
    if let Some(program) = found.get(app.overlays.cursor()).map(|similar| similar.program) {
        show(app, program);
    }
}

fn open_page(app: &mut App) -> Effect {
    let Some(program) = app.current().map(|ix| app.catalog().program(ix)) else { return Effect::None };
    match program.address() {
        Some(Address::Search(url)) => Effect::OpenSearch(url),
        Some(address) => Effect::OpenUrl(address.url().to_owned()),
        None => {
            app.notice = Some(format!("No web address is on record for {}.", program.title));
            Effect::None
        }
    }
}

fn copy_address(app: &mut App) -> Effect {
    address(app).map_or(Effect::None, Effect::Copy)
}

/// The web address of the current program. If none is on record, the user is told.
fn address(app: &mut App) -> Option<String> {
    let program = app.catalog().program(app.current()?);
    let url = program.page().map(ToString::to_string);
    if url.is_none() {
        app.notice = Some(format!("No web address is on record for {}.", program.title));
    }
    url
}
