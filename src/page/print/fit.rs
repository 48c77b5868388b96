//! The widths of the columns of a table: which columns are shown, and how many terminal columns each one gets.

use crate::page::table::{Overflow, Spoken};
use crate::page::{Column, Phrase, Row, Table};
use crate::width;

/// Blanks between columns.
pub(super) const GAP: usize = 2;

/// The width that a drawing must leave for the text beside it, in columns, if the text is that long.
const MIN_TEXT_COLS: usize = 14;

/// A column that is shown, and its width.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) column: usize,
    pub(super) cols: usize,
}

/// Whether every column fits into `width` at its least width or more, without breaking a word.
pub fn fits(table: &Table, width: usize) -> bool {
    let natural = natural_widths(table, drawn_cols);
    with_gaps(&least_widths(table, &natural)) <= width
}

/// The columns in which the table is printed, or `None` if they would be so narrow that words break.
pub(super) fn in_columns(table: &Table, width: usize) -> Option<Vec<Place>> {
    let places = fit(table, width);
    let stacks = (table.stacks && !fits(table, width)) || places.iter().any(|place| is_too_narrow(table, *place));
    (!stacks).then_some(places)
}

/// The columns that are shown, and their widths. A column that is too narrow for its drawings leaves the room for them
/// to the others.
fn fit(table: &Table, width: usize) -> Vec<Place> {
    let natural = natural_widths(table, drawn_cols);
    let all: Vec<usize> = (0..table.columns.len()).filter(|column| !is_blank(table, *column)).collect();
    let places = share(table, width, &natural, all.clone());
    // Values with lines of their own are either all in their column, or all under their rows.
    let is_below = |place: &&Place| {
        let column = &table.columns[place.column];
        column.overflow == Overflow::OwnLine && column.goes > 0 && place.cols < natural[place.column]
    };
    let below: Vec<usize> = places.iter().filter(is_below).map(|place| place.column).collect();
    let shown: Vec<usize> = all.into_iter().filter(|column| !below.contains(column)).collect();
    let places = if below.is_empty() { places } else { share(table, width, &natural, shown.clone()) };
    let is_drawn =
        |place: &Place| table.rows.iter().any(|row| shown_drawing_cols(&row.cells[place.column], place.cols) > 0);
    let has_no_room = |place: &&Place| natural[place.column] > place.cols && !is_drawn(place);
    let texts = natural_widths(table, |_| 0);
    let mut wanted = natural.clone();
    for place in places.iter().filter(has_no_room) {
        wanted[place.column] = texts[place.column];
    }
    if wanted == natural { places } else { share(table, width, &wanted, shown) }
}

/// Shares the width among the columns that may be shown. Columns are dropped until the least widths and the longest
/// words fit; then columns grow to short values, which are not cut while there is room for them; then the narrowest
/// columns grow first, up to their natural width.
fn share(table: &Table, width: usize, natural: &[usize], mut shown: Vec<usize>) -> Vec<Place> {
    let mut least = least_widths(table, natural);
    let with_bars: Vec<usize> =
        (0..least.len()).map(|place| least[place].max(bar_cols(table, place).min(natural[place]))).collect();
    // Bars come before a label or a title on one line.
    if with_gaps(&shown.iter().map(|place| with_bars[*place]).collect::<Vec<_>>()) <= width {
        least = with_bars;
    }
    let widths_of = |shown: &[usize]| -> Vec<usize> { shown.iter().map(|place| least[*place]).collect() };
    while with_gaps(&widths_of(&shown)) > width {
        let Some(goes) = first_to_go(&table.columns, &shown) else { break };
        shown.retain(|place| *place != goes);
    }
    let mut widths = widths_of(&shown);
    let room = |widths: &[usize]| width.saturating_sub(with_gaps(widths));
    let for_values: Vec<usize> = shown.iter().map(|place| longest_value(table, *place).min(natural[*place])).collect();
    let to_share = room(&widths);
    grow_to_values(&mut widths, &for_values, to_share);
    while room(&widths) > 0 {
        let wants = (0..shown.len()).filter(|i| widths[*i] < natural[shown[*i]]);
        let Some(narrowest) = wants.min_by_key(|i| widths[*i]) else { break };
        widths[narrowest] += 1;
    }
    while with_gaps(&widths) > width {
        let Some(widest) = widths.iter_mut().filter(|width| **width > 1).max() else { break };
        *widest -= 1;
    }
    shown.into_iter().zip(widths).map(|(column, cols)| Place { column, cols }).collect()
}

/// Widens columns to their longest short value, those that lack the least first. A column for whose value there is not
/// enough room stays as it is.
fn grow_to_values(widths: &mut [usize], for_values: &[usize], mut room: usize) {
    let mut lacking: Vec<(usize, usize)> =
        (0..widths.len()).map(|at| (for_values[at].saturating_sub(widths[at]), at)).collect();
    lacking.sort_unstable();
    for (lack, at) in lacking.into_iter().filter(|(lack, _)| *lack > 0) {
        if lack <= room {
            widths[at] += lack;
            room -= lack;
        }
    }
}

/// The widths at which nothing is wrapped or cut; `drawn` says how many columns the drawing of a cell needs.
fn natural_widths(table: &Table, drawn: impl Fn(&Phrase) -> usize) -> Vec<usize> {
    let cell = |place: usize| {
        let cells = table.rows.iter().map(move |row| &row.cells[place]);
        let signs = if has_column_of_signs(table, place) { SIGN_COLS } else { 0 };
        let text = |cell: &Phrase| match table.columns[place].is_right() {
            true => number_and_note(&cell.with_sign()).map(width::cols).max().unwrap_or(0),
            false if signs > 0 => width::cols(&cell.text),
            false => width::cols(&cell.with_sign()),
        };
        cells.map(|cell| drawn(cell) + signs + text(cell)).max()
    };
    let title = |place: usize| width::cols(&table.columns[place].heading());
    (0..table.columns.len()).map(|place| cell(place).unwrap_or(0).max(title(place))).collect()
}

/// A number and its remark after a comma, which continues below it so that the numbers stay aligned.
pub(super) fn number_and_note(text: &str) -> impl Iterator<Item = &str> {
    text.splitn(2, ", ")
}

/// The greatest width of a value for which a column grows before others so that it is not cut, in columns.
const SHORT_VALUE: usize = 14;

/// The width of the longest short value in a column whose values are cut; other columns need only their longest word.
fn longest_value(table: &Table, place: usize) -> usize {
    if table.columns[place].overflow != Overflow::Cut {
        return word_cols(table, place);
    }
    let cells = table.rows.iter().map(|row| row.cells[place].with_sign()).chain([table.columns[place].heading()]);
    cells.map(|text| width::cols(&text)).filter(|cols| *cols <= SHORT_VALUE).max().unwrap_or(0)
}

/// The greatest width of a word that is kept whole, in columns. Only addresses and the like are longer.
const LONG_WORD: usize = 22;

/// The width that a column needs so that no word in it is broken: those of its heading, and those of its values unless
/// they are cut or get a line of their own.
fn word_cols(table: &Table, place: usize) -> usize {
    let column = &table.columns[place];
    let title = longest_piece(&column.heading());
    if !matches!(column.overflow, Overflow::Wrap | Overflow::WrapOrBelow) {
        return title;
    }
    let signs = if has_column_of_signs(table, place) { SIGN_COLS } else { 0 };
    let value = |cell: &Phrase| match column.is_right() {
        true => number_and_note(&cell.with_sign()).map(longest_piece).max().unwrap_or(0),
        false if signs > 0 => signs + longest_piece(&cell.text),
        false => longest_piece(&cell.with_sign()),
    };
    table.rows.iter().map(|row| value(&row.cells[place])).max().unwrap_or(0).max(title)
}

/// Columns of a sign and the blank after it.
pub(super) const SIGN_COLS: usize = 2;

/// Whether the signs before the values of a column have a column of their own, so that all values begin at one place:
/// where programs are side by side, and any value has a sign.
pub(super) fn has_column_of_signs(table: &Table, column: usize) -> bool {
    matches!(table.columns[column].spoken, Spoken::Numbered(_))
        && table.rows.iter().any(|row| row.cells[column].has_sign())
}

/// Whether words would be broken in a column, or values cut to less than the least width of the column.
fn is_too_narrow(table: &Table, place: Place) -> bool {
    let column = &table.columns[place.column];
    let cells = table.rows.iter().map(|row| width::cols(&row.cells[place.column].with_sign()));
    match column.overflow {
        Overflow::Cut => place.cols < column.least && cells.max() > Some(place.cols),
        _ => place.cols < word_cols(table, place.column),
    }
}

/// The width of the longest piece of a text that is not broken: a word or a value with its mark, or a part of one up to
/// a hyphen.
pub(super) fn longest_piece(text: &str) -> usize {
    let pieces = width::pieces(text);
    let parts = pieces.iter().flat_map(|piece| piece.split_inclusive('-'));
    parts.map(width::cols).filter(|cols| *cols <= LONG_WORD).max().unwrap_or(0)
}

/// The least width of each column: what it asks for or what its longest word needs, but no more than its natural width.
fn least_widths(table: &Table, natural: &[usize]) -> Vec<usize> {
    let columns = table.columns.iter().zip(natural).enumerate();
    columns.map(|(place, (column, natural))| column.least.max(word_cols(table, place)).min(*natural)).collect()
}

/// The width of columns of these widths with the gaps between them.
fn with_gaps(widths: &[usize]) -> usize {
    widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1)
}

/// The column to drop next: the one with the lowest number, and of several the rightmost. `None` if
/// no column may be dropped.
fn first_to_go(columns: &[Column], shown: &[usize]) -> Option<usize> {
    let may_go = shown.iter().copied().filter(|place| columns[*place].goes > 0);
    may_go.rev().min_by_key(|place| columns[*place].goes)
}

/// Whether the values of a column are printed under their rows if it has no room.
pub(super) fn goes_below(column: &Column) -> bool {
    matches!(column.overflow, Overflow::OwnLine | Overflow::WrapOrBelow)
}

/// Whether no row has a value in a column, so that its heading would only take room.
pub(super) fn is_blank(table: &Table, column: usize) -> bool {
    let own = &table.columns[column];
    let has_value = |row: &Row| !row.cells[column].text.is_empty() || row.cells[column].drawing.is_some();
    !own.is_head && own.target.is_none() && !table.rows.is_empty() && !table.rows.iter().any(has_value)
}

pub(super) fn is_shown(places: &[Place], column: usize) -> bool {
    places.iter().any(|place| place.column == column)
}

/// The width of a drawing with the blank after it, in columns.
fn drawn_cols(cell: &Phrase) -> usize {
    cell.drawing.as_ref().map_or(0, |drawing| drawing.cols() + usize::from(!cell.text.is_empty()))
}

/// The width that a column needs for its bars and the least text beside them; 0 if it has none.
fn bar_cols(table: &Table, place: usize) -> usize {
    let cells = table.rows.iter().map(|row| &row.cells[place]);
    let bars = cells.filter(|cell| cell.drawing.as_ref().is_some_and(|drawing| drawing.cols() > 1));
    bars.map(|cell| drawn_cols(cell) + least_text_cols(cell)).max().unwrap_or(0)
}

/// The width that the text beside a drawing needs, in columns.
fn least_text_cols(cell: &Phrase) -> usize {
    let text = cell.with_sign();
    width::cols(&text).min(MIN_TEXT_COLS.max(longest_piece(&text)))
}

/// The width that a drawing gets within its column; 0 if the text beside it would become too narrow.
pub(super) fn shown_drawing_cols(cell: &Phrase, cols: usize) -> usize {
    let drawn = drawn_cols(cell);
    if drawn + least_text_cols(cell) <= cols { drawn } else { 0 }
}
