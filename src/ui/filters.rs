//! The facets with their values and counts.

use ratatui::buffer::Buffer;

use super::{Look, paint};
use crate::app::doc::{Line, Role};
use crate::app::layout::Area;
use crate::app::{App, FilterRow, Pane};
use crate::width;

pub(super) fn filters(app: &App, area: Area, look: Look, buffer: &mut Buffer) {
    let inner = Area { x: area.x + 1, cols: area.cols.saturating_sub(2), ..area };
    let cursor = app.filter_row();
    let top = app.tops.filters;
    for (row, filter) in app.filter_rows.iter().enumerate().skip(top).take(usize::from(inner.rows)) {
        let is_reversed = cursor == Some(row) && app.focus == Pane::Filters;
        let line = filter_line(filter, usize::from(inner.cols), is_reversed);
        paint::line(&line, inner.x, inner.y + (row - top) as u16, inner.cols, look, buffer);
    }
    paint::more(top > 0, top + usize::from(inner.rows) < app.filter_rows.len(), inner, look, buffer);
}

fn filter_line(row: &FilterRow, cols: usize, is_reversed: bool) -> Line {
    let role = |role: Role| if is_reversed { Role::Selected } else { role };
    match row {
        FilterRow::Gap => Line::blank(),
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
