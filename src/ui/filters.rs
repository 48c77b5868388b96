//! Draws the facets with their values and counts, under the input line that narrows them.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::{Look, paint};
use crate::app::layout::{Area, below_field, layout};
use crate::app::page::Tick;
use crate::app::{Action, App, FilterAction, FilterRow, MeasurePart, Pane, page};
use crate::chart;
use crate::page::{Line, Role};
use crate::search::{Facet, Histogram, Quantity, histogram};
use crate::width;

pub(super) fn filters(app: &App, area: Area, look: Look, buffer: &mut Buffer) {
    let inner = Area { x: area.x + 1, cols: area.cols.saturating_sub(2), ..area };
    paint::line(&field(app, usize::from(inner.cols)), inner.x, inner.y, inner.cols, look, buffer);
    let rows = below_field(inner);
    if app.filter_rows().is_empty() {
        paint::doc(&page::no_filters(app, usize::from(rows.cols)), 0, rows, look, buffer);
    }
    let cursor = app.filter_row();
    // A blank separates the counts from the scroll arrow.
    let cols = usize::from(rows.cols).saturating_sub(1);
    let top = app.tops.filters;
    for (row, filter) in app.filter_rows().iter().enumerate().skip(top).take(usize::from(rows.rows)) {
        let is_reversed = cursor == Some(row) && app.focus == Pane::Filters;
        let line = match filter {
            FilterRow::Measure(part, histogram) => measure(app, *part, histogram, cols, is_reversed),
            filter => filter_line(app, filter, cols, is_reversed),
        };
        let y = rows.y + (row - top) as u16;
        if is_reversed {
            paint::line(&Line::of(Role::Focus, "▌"), area.x, y, 1, look, buffer);
        }
        paint::line(&line, rows.x, y, rows.cols, look, buffer);
    }
    paint::more(top > 0, top + usize::from(rows.rows) < app.filter_rows().len(), rows, look, buffer);
}

/// The minimum width in which another name of a value is shown, in columns.
const MIN_OTHER_COLS: usize = 5;
/// The columns of the blank and the brackets around it.
const AROUND_OTHER: usize = 3;
/// Columns before the typed text.
const PROMPT: u16 = 2;

/// Returns the input line that filters all facets; without the keyboard focus, the key that leads to it.
fn field(app: &App, cols: usize) -> Line {
    if app.focus != Pane::Filters {
        let key = app.key(&Action::Focus(Pane::Filters));
        return Line::of(Role::Key, key).and(Role::Dim, " to choose filters");
    }
    let (role, text) = match app.drawer.narrowing.in_sight(room(cols)).0 {
        "" => (Role::Dim, "mit, nursing, spanish"),
        typed => (Role::Plain, typed),
    };
    Line::of(Role::Focus, "/ ").and(role, text)
}

/// The visible width of the typed text, in columns; the cursor needs one more.
fn room(cols: usize) -> usize {
    cols.saturating_sub(usize::from(PROMPT) + 1)
}

/// The position of the text cursor while the input line has the keyboard focus.
pub(super) fn cursor(app: &App) -> Option<Position> {
    let area = layout(app).filters?;
    let has_keyboard = app.focus == Pane::Filters && !app.query.is_typing && app.drawer.range.is_none();
    let (_, col) = app.drawer.narrowing.in_sight(room(usize::from(area.cols.saturating_sub(2))));
    has_keyboard.then(|| Position { x: area.x + 1 + PROMPT + col as u16, y: area.y })
}

fn filter_line(app: &App, row: &FilterRow, cols: usize, is_reversed: bool) -> Line {
    let role = |role: Role| if is_reversed { Role::Selected } else { role };
    match row {
        FilterRow::Gap | FilterRow::Measure(..) => Line::blank(),
        FilterRow::Heading(facet) => {
            Line::of(Role::Heading, facet.label().to_uppercase()).and(Role::Dim, counted_by(*facet))
        }
        FilterRow::More(_, hidden) => Line::of(role(Role::Dim), width::left(&format!("  {hidden} more …"), cols)),
        FilterRow::Less(_) => Line::of(role(Role::Dim), width::left("  fewer …", cols)),
        FilterRow::Value(facet, value) => {
            let count = value.count.to_string();
            let label = facet.short_label_of(app.catalog(), &value.value);
            let sign = page::checkbox(app, if value.is_without { Tick::LeftOut } else { Tick::of(value.is_chosen) });
            let label = named(&label, value.found_as.as_deref(), label_cols(sign, &count, cols));
            let is_named = value.is_chosen || value.is_without;
            Line::of(role(if is_named { Role::Focus } else { Role::Dim }), sign)
                .and(role(if value.is_chosen { Role::Title } else { Role::Plain }), format!(" {label} "))
                .and(role(Role::Dim), count)
        }
    }
}

/// Returns what the counts of a facet mean, for the two facets that share names of values.
fn counted_by(facet: Facet) -> &'static str {
    match facet {
        Facet::Field => "  programs listed under it",
        Facet::Topic => "  programs about it",
        _ => "",
    }
}

/// The columns for a label between its box and its count, with a blank on each side.
fn label_cols(sign: &str, count: &str, cols: usize) -> usize {
    cols.saturating_sub(width::cols(sign) + width::cols(count) + 2)
}

/// Returns the name of a value in `cols` columns, with the other name by which it was found if there is room. The
/// value's own name takes precedence, because it is the one that is chosen.
fn named(label: &str, found_as: Option<&str>, cols: usize) -> String {
    let room = cols.saturating_sub(width::cols(label) + AROUND_OTHER);
    let Some(name) = found_as.filter(|_| room >= MIN_OTHER_COLS) else { return width::left(label, cols) };
    width::left(&format!("{label} ({})", width::cut(name, room)), cols)
}

/// A row of a histogram.
fn measure(app: &App, part: MeasurePart, own: &Histogram, cols: usize, is_reversed: bool) -> Line {
    match part {
        MeasurePart::Heading => heading(app, own.quantity),
        MeasurePart::Columns => Line::blank().and_picture(&chart::columns(&own.counts, own.chosen().as_ref())),
        MeasurePart::Axis => Line::of(Role::Dim, axis(own.quantity, cols)),
        MeasurePart::Limit => limit(app, own, cols, is_reversed),
        MeasurePart::Unknown => Line::of(Role::Dim, format!("  {} unknown kept", own.unknown)),
    }
}

/// Returns the name of a quantity and, while its range is being chosen, the active end.
fn heading(app: &App, quantity: Quantity) -> Line {
    let (name, unit) = match quantity {
        Quantity::Months => ("LENGTH", ", MONTHS"),
        Quantity::Courses => ("COURSES", ""),
        Quantity::Hours => ("WORK", ", HOURS"),
        Quantity::Price => ("PRICE", ", US$"),
    };
    match app.drawer.range.filter(|range| range.quantity == quantity) {
        None => Line::of(Role::Heading, format!("{name}{unit}")),
        Some(range) => {
            let end = if range.is_upper { "upper" } else { "lower" };
            let typed = range.typed.map_or_else(|| "type or move".to_owned(), |typed| typed.amount.to_string());
            Line::of(Role::Focus, format!("{name} · {end} end: {typed}"))
        }
    }
}

/// The amounts at the first column, the last column and the one in the middle, if there is one.
fn axis(quantity: Quantity, cols: usize) -> String {
    let (step, last) = (histogram::step(quantity), histogram::last(quantity));
    let half = (last / 2).max(1);
    let label = |place: usize| (place, format!("{}{}", place as f64 * step, if place == last { "+" } else { "" }));
    // Labels at equal steps: of other steps a reader takes the last for as long as the others.
    let half = Some(half).filter(|half| half * 2 == last);
    let places: Vec<(usize, String)> = [Some(0), half, Some(last)].into_iter().flatten().map(label).collect();
    chart::axis(&places, cols.min(last + 4))
}

/// The limit in words, with the number of programs.
fn limit(app: &App, own: &Histogram, cols: usize, is_reversed: bool) -> Line {
    let role = |role: Role| if is_reversed { Role::Selected } else { role };
    let count = app.found.hits.len().to_string();
    let is_set = !own.span.is_any();
    // It is one of a kind, neither chosen nor not: a box would be wrong either way.
    let does = match (is_reversed, is_set) {
        (true, false) => format!(" · {} limits it", app.key(&Action::Filters(FilterAction::Toggle))),
        (true, true) => format!(" · {} changes it", app.key(&Action::Filters(FilterAction::Toggle))),
        (false, _) => String::new(),
    };
    let label = width::left(&format!("{}{does}", own.words()), label_cols("", &count, cols));
    Line::of(role(if is_set { Role::Title } else { Role::Plain }), format!(" {label} ")).and(role(Role::Dim), count)
}
