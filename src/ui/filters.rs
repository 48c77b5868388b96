//! The facets with their values and counts.

use ratatui::buffer::Buffer;

use super::{Look, paint};
use crate::app::layout::Area;
use crate::app::{App, FilterRow, MeasurePart, Pane, page};
use crate::chart;
use crate::page::{Line, Role};
use crate::search::{Histogram, Quantity, histogram};
use crate::width;

pub(super) fn filters(app: &App, area: Area, look: Look, buffer: &mut Buffer) {
    let inner = Area { x: area.x + 1, cols: area.cols.saturating_sub(2), ..area };
    if app.filter_rows.is_empty() {
        paint::doc(&page::no_filters(usize::from(inner.cols)), 0, inner, look, buffer);
    }
    let cursor = app.filter_row();
    let top = app.tops.filters;
    for (row, filter) in app.filter_rows.iter().enumerate().skip(top).take(usize::from(inner.rows)) {
        let is_reversed = cursor == Some(row) && app.focus == Pane::Filters;
        let line = match filter {
            FilterRow::Measure(part, histogram) => measure(app, *part, histogram, usize::from(inner.cols), is_reversed),
            filter => filter_line(filter, usize::from(inner.cols), is_reversed),
        };
        paint::line(&line, inner.x, inner.y + (row - top) as u16, inner.cols, look, buffer);
    }
    paint::more(top > 0, top + usize::from(inner.rows) < app.filter_rows.len(), inner, look, buffer);
}

fn filter_line(row: &FilterRow, cols: usize, is_reversed: bool) -> Line {
    let role = |role: Role| if is_reversed { Role::Selected } else { role };
    match row {
        FilterRow::Gap | FilterRow::Measure(..) => Line::blank(),
        FilterRow::Heading(facet) => Line::of(Role::Heading, facet.label().to_uppercase()),
        FilterRow::More(_, hidden) => Line::of(role(Role::Dim), width::left(&format!("  {hidden} more …"), cols)),
        FilterRow::Less(_) => Line::of(role(Role::Dim), width::left("  fewer …", cols)),
        FilterRow::Value(_, value) => {
            let count = value.count.to_string();
            let label = width::left(&value.label, cols.saturating_sub(width::cols(&count) + 3));
            let sign = match (value.is_chosen, value.is_without) {
                (true, _) => "■",
                (_, true) => "×",
                _ => "□",
            };
            let is_named = value.is_chosen || value.is_without;
            Line::of(role(if is_named { Role::Key } else { Role::Dim }), sign)
                .and(role(if value.is_chosen { Role::Title } else { Role::Plain }), format!(" {label} "))
                .and(role(Role::Dim), count)
        }
    }
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

/// The name of a quantity; while its range is chosen, which end is being moved.
fn heading(app: &App, quantity: Quantity) -> Line {
    let (name, unit) = match quantity {
        Quantity::Months => ("LENGTH", ", MONTHS"),
        Quantity::Courses => ("COURSES", ""),
        Quantity::Hours => ("WORK", ", HOURS"),
        Quantity::Price => ("PRICE", ", US$"),
    };
    match app.range.filter(|range| range.quantity == quantity) {
        None => Line::of(Role::Heading, format!("{name}{unit}")),
        Some(range) => {
            let end = if range.is_upper { "upper" } else { "lower" };
            Line::of(Role::Focus, format!("{name} · {end} end"))
        }
    }
}

/// The amounts at the first, the last and two columns between.
fn axis(quantity: Quantity, cols: usize) -> String {
    let (step, last) = (histogram::step(quantity), histogram::last(quantity));
    let third = (last / 3).max(1);
    let label = |place: usize| (place, format!("{}{}", place as f64 * step, if place == last { "+" } else { "" }));
    chart::axis(&[0, third, 2 * third, last].map(label), cols.min(last + 4))
}

/// The limit in words with the number of programs.
fn limit(app: &App, own: &Histogram, cols: usize, is_reversed: bool) -> Line {
    let role = |role: Role| if is_reversed { Role::Selected } else { role };
    let count = app.found.hits.len().to_string();
    let is_set = !own.span.is_any();
    let label = width::left(&own.words(), cols.saturating_sub(width::cols(&count) + 3));
    Line::of(role(if is_set { Role::Key } else { Role::Dim }), if is_set { "■" } else { "□" })
        .and(role(if is_set { Role::Title } else { Role::Plain }), format!(" {label} "))
        .and(role(Role::Dim), count)
}
