//! A table in columns that fit a width: which columns are shown, how wide, and what is wrapped or cut. Used wherever a
//! table is drawn, on a page or on a screen.

use std::ops::Range;

use super::{Align, Column, Table};
use crate::width;

/// Blanks between columns.
const GAP: usize = 2;

/// A table laid out in lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// The lines of the headings.
    pub head: Vec<String>,
    /// The lines of each row.
    pub rows: Vec<Vec<String>>,
    /// By row and line, the bytes of the value that leads to the page of the row.
    pub leading: Vec<Vec<Option<Range<usize>>>>,
    /// Whether a value was cut or a column left out.
    pub is_cut: bool,
}

impl Columns {
    /// The table in columns, at most `width` wide.
    pub fn of(table: &Table, width: usize) -> Self {
        let places = fit(table, width);
        let mut is_cut = places.len() < table.columns.len();
        let titles: Vec<&str> = table.columns.iter().map(|column| column.title.as_str()).collect();
        let (head, _) = lines(table, &titles, &places, &mut is_cut);
        let (mut rows, mut leading) = (Vec::with_capacity(table.rows.len()), Vec::with_capacity(table.rows.len()));
        for row in &table.rows {
            let cells: Vec<&str> = row.iter().map(String::as_str).collect();
            let (lines, leads) = lines(table, &cells, &places, &mut is_cut);
            rows.push(lines);
            leading.push(leads);
        }
        Self { head, rows, leading, is_cut }
    }

    /// Whether the table fits a width without a column going or becoming narrower than it may.
    pub fn fit(table: &Table, width: usize) -> bool {
        let natural = natural_widths(table);
        let least = table.columns.iter().zip(&natural).map(|(column, natural)| column.least.min(*natural));
        least.sum::<usize>() + GAP * gaps(table.columns.len()) <= width
    }
}

/// The lines of one row, as many as its longest wrapped cell needs; and where in each the value stands that leads to its
/// page.
fn lines(
    table: &Table,
    cells: &[&str],
    places: &[(usize, usize)],
    is_cut: &mut bool,
) -> (Vec<String>, Vec<Option<Range<usize>>>) {
    let mut wrapped = Vec::with_capacity(places.len());
    let mut own = Vec::new();
    for (at, (place, width)) in places.iter().enumerate() {
        let Column { wraps, is_whole, .. } = table.columns[*place];
        if is_whole && width::cols(cells[*place]) > *width {
            own.extend(lines_of_its_own(cells[*place], at, places));
            wrapped.push(Vec::new());
            continue;
        }
        *is_cut |= !wraps && width::cols(cells[*place]) > *width;
        wrapped.push(if wraps { width::wrap(cells[*place], *width) } else { vec![cells[*place].to_owned()] });
    }
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    let line = |number: usize| {
        let (mut line, mut leads) = (String::new(), None);
        for ((place, width), cell) in places.iter().zip(&wrapped) {
            let text = cell.get(number).map_or("", String::as_str);
            let start = line.len();
            line.push_str(&match table.columns[*place].align {
                Align::Left => width::left(text, *width),
                Align::Right => width::right(text, *width),
            });
            let end = line.trim_end().len();
            if table.columns[*place].leads && end > start {
                leads = Some(start..end);
            }
            line.push_str(&" ".repeat(GAP));
        }
        (line.trim_end().to_owned(), leads)
    };
    own.into_iter().map(|line| (line, None)).chain((0..height).map(line)).unzip()
}

/// A value that is wider than its column, whole: under its heading as far as there is room to the right of it, and on
/// several lines only where it is wider than the table.
fn lines_of_its_own(cell: &str, at: usize, places: &[(usize, usize)]) -> Vec<String> {
    let across = |places: &[(usize, usize)]| places.iter().map(|(_, width)| width + GAP).sum::<usize>();
    let whole = across(places).saturating_sub(GAP);
    let room = whole.saturating_sub(width::cols(cell));
    let start = " ".repeat(across(&places[..at]).min(room));
    width::wrap(cell, whole.max(1)).into_iter().map(|line| format!("{start}{line}")).collect()
}

/// Which columns are shown, and how wide.
fn fit(table: &Table, width: usize) -> Vec<(usize, usize)> {
    let natural = natural_widths(table);
    let least = |place: usize| table.columns[place].least.min(natural[place]);
    let mut shown: Vec<usize> = (0..table.columns.len()).collect();
    while needed(&shown, least) > width {
        let Some(goes) = first_to_go(&table.columns, &shown) else { break };
        shown.retain(|place| *place != goes);
    }
    let mut widths: Vec<usize> = shown.iter().map(|place| least(*place)).collect();
    let room = |widths: &[usize]| width.saturating_sub(widths.iter().sum::<usize>() + GAP * gaps(widths.len()));
    while room(&widths) > 0 {
        let wants = (0..shown.len()).filter(|i| widths[*i] < natural[shown[*i]]);
        let Some(narrowest) = wants.min_by_key(|i| widths[*i]) else { break };
        widths[narrowest] += 1;
    }
    while widths.iter().sum::<usize>() + GAP * gaps(widths.len()) > width {
        let Some(widest) = widths.iter_mut().filter(|width| **width > 1).max() else { break };
        *widest -= 1;
    }
    shown.into_iter().zip(widths).collect()
}

fn natural_widths(table: &Table) -> Vec<usize> {
    let cell = |place: usize| table.rows.iter().map(move |row| width::cols(&row[place]));
    let title = |place: usize| width::cols(&table.columns[place].title);
    (0..table.columns.len()).map(|place| cell(place).max().unwrap_or(0).max(title(place))).collect()
}

fn needed(shown: &[usize], least: impl Fn(usize) -> usize) -> usize {
    shown.iter().map(|place| least(*place)).sum::<usize>() + GAP * gaps(shown.len())
}

fn gaps(columns: usize) -> usize {
    columns.saturating_sub(1)
}

/// The lowest of those that may go; of several the one furthest right.
fn first_to_go(columns: &[Column], shown: &[usize]) -> Option<usize> {
    let may_go = shown.iter().copied().filter(|place| columns[*place].goes > 0);
    may_go.rev().min_by_key(|place| columns[*place].goes)
}
