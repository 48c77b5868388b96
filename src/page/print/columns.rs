//! Prints a table in columns of given widths: values are wrapped, cut, or put on a line of their own.

use super::fit::{GAP, Place, goes_below, is_blank, is_shown, shown_drawing_cols};
use super::row::{CURSOR, add_row, joined, marks, role_of};
use crate::page::table::Overflow;
use crate::page::{Align, Column, Doc, Line, Phrase, Role, Table, Target};
use crate::width;

/// Adds the table to the document in these columns.
pub(super) fn table(doc: &mut Doc, table: &Table, places: &[Place], cursor: Option<Target>) {
    let mark = marks(table, cursor);
    let is_lost =
        |column: usize| !goes_below(&table.columns[column]) && !is_shown(places, column) && !is_blank(table, column);
    doc.lacks_columns |= (0..table.columns.len()).any(is_lost);
    let titles: Vec<Phrase> = table.columns.iter().map(|column| heading(column, cursor)).collect();
    let has_bars = has_room_for_bars(table, places);
    if titles.iter().any(|title| !title.text.is_empty()) {
        for line in lines(doc, table, &titles, places, has_bars) {
            doc.line(joined(Line::of(Role::Focus, mark(None)), with_mark_apart(line)));
        }
    }
    for row in &table.rows {
        if let Some(group) = &row.group {
            doc.gap();
            doc.line(Line::of(Role::Heading, width::cut(group, doc.width())));
        }
        let lines = lines(doc, table, &row.cells, places, has_bars);
        add_row(doc, row, mark(row.target), lines);
    }
}

/// The heading of a column, marked if the cursor is on it. A column about a program has the program's title.
fn heading(column: &Column, cursor: Option<Target>) -> Phrase {
    let has_cursor = cursor.is_some() && column.target == cursor;
    let heading = column.heading();
    if has_cursor {
        Phrase::from(format!("{}{heading}", CURSOR[0].trim_end())).role(Role::Selected)
    } else {
        Phrase::from(heading).role(if column.target.is_some() { Role::Title } else { Role::Heading })
    }
}

/// The line of a heading with the mark of the cursor in its own role, as it is beside a row.
fn with_mark_apart(line: Line) -> Line {
    let mark = CURSOR[0].trim_end();
    line.spans.into_iter().fold(Line::blank(), |line, span| match span.text.strip_prefix(mark) {
        Some(rest) => line.and(Role::Focus, mark).and(span.role, rest),
        None => line.leading(span.role, span.text, span.address.as_deref()),
    })
}

/// The lines of one row, as many as its longest wrapped cell needs.
fn lines(doc: &mut Doc, table: &Table, cells: &[Phrase], places: &[Place], has_bars: bool) -> Vec<Line> {
    let mut broken = Vec::with_capacity(places.len());
    let (mut before, mut after) = (Vec::new(), under_the_row(table, cells, places));
    let drawn = drawings(cells, places, has_bars);
    for (at, place) in places.iter().enumerate() {
        let (column, cell) = (&table.columns[place.column], &cells[place.column]);
        let text = cell.with_sign();
        if column.overflow == Overflow::OwnLine && width::cols(&text) > place.cols {
            let own = lines_of_its_own(&text, at, places, cell.address.as_deref());
            if at == 0 {
                before.extend(own);
            } else {
                after.extend(own);
            }
            broken.push(Vec::new());
            continue;
        }
        let room = place.cols.saturating_sub(drawn[at]).max(1);
        let names_a_thing = column.target.is_some() && cell.role == Some(Role::Title);
        let is_heading = names_a_thing || matches!(cell.role, Some(Role::Heading | Role::Selected));
        let wraps = matches!(column.overflow, Overflow::Wrap | Overflow::WrapOrBelow) || is_heading;
        doc.is_cut |= !wraps && width::cols(&text) > room;
        let most = if is_heading { table.heading_lines } else { usize::MAX };
        broken.push(if wraps { wrapped(&text, room, most) } else { vec![text] });
    }
    let height = broken.iter().map(Vec::len).max().unwrap_or(0);
    before.extend((0..height).map(|number| line(table, (cells, &drawn), places, &broken, number)));
    before.extend(after);
    before
}

/// The values of columns that are not shown although they are never cut: each on a line of its own under the row.
fn under_the_row(table: &Table, cells: &[Phrase], places: &[Place]) -> Vec<Line> {
    let is_meant = |(column, cell): &(usize, &Phrase)| {
        let is_below = goes_below(&table.columns[*column]) && !is_shown(places, *column);
        is_below && cell.role.is_none() && !cell.text.is_empty()
    };
    let room = places.iter().map(|place| place.cols + GAP).sum::<usize>().saturating_sub(2 * GAP).max(1);
    let values = cells.iter().enumerate().filter(is_meant);
    let pieces = values.flat_map(|(_, cell)| width::wrap(&cell.with_sign(), room));
    pieces.map(|piece| Line::of(Role::Plain, " ".repeat(GAP)).and(Role::Dim, piece)).collect()
}

/// The text wrapped to at most `most` lines; the last line is cut if there is more.
fn wrapped(text: &str, room: usize, most: usize) -> Vec<String> {
    let mut pieces = width::wrap(text, room);
    if pieces.len() > most {
        let rest = pieces.split_off(most.saturating_sub(1)).join(" ");
        pieces.push(width::cut(&rest, room));
    }
    pieces
}

/// The line with index `number` of a row: the corresponding piece of each cell, without blanks at the end.
fn line(
    table: &Table,
    (cells, drawn): (&[Phrase], &[usize]),
    places: &[Place],
    broken: &[Vec<String>],
    number: usize,
) -> Line {
    let mut line = Line::blank();
    let mut blanks = 0;
    for ((place, pieces), drawn) in places.iter().zip(broken).zip(drawn.iter().copied()) {
        let (column, cell) = (&table.columns[place.column], &cells[place.column]);
        let mut own = Line::blank();
        match cell.drawing.as_ref().filter(|_| number == 0 && drawn > 0) {
            Some(drawing) => {
                own = own.and_picture(drawing).and(Role::Plain, " ".repeat(drawn - drawing.cols()));
            }
            None => own = own.and(Role::Plain, " ".repeat(drawn)),
        }
        let room = place.cols.saturating_sub(own.cols());
        let piece = width::cut(pieces.get(number).map_or("", String::as_str), room);
        own = own.leading(role_of(column, cell), piece, cell.address.as_deref());
        let rest = place.cols.saturating_sub(own.cols());
        let before = if column.align == Align::Right { rest } else { 0 };
        let is_blank = own.spans.iter().all(|span| span.text.trim().is_empty());
        if is_blank {
            blanks += place.cols + GAP;
            continue;
        }
        line = line.and(Role::Plain, " ".repeat(blanks + before));
        line.spans.extend(own.spans);
        blanks = rest - before + GAP;
    }
    trimmed(line)
}

/// The line without trailing blanks.
fn trimmed(mut line: Line) -> Line {
    while let Some(last) = line.spans.last_mut() {
        last.text.truncate(last.text.trim_end().len());
        if !last.text.is_empty() {
            break;
        }
        line.spans.pop();
    }
    line
}

/// Whether there is room for every bar. Bars are compared along and across rows, so a table has all of its bars or
/// none.
fn has_room_for_bars(table: &Table, places: &[Place]) -> bool {
    let has_room = |cell: &Phrase, cols: usize| !has_bar(cell) || shown_drawing_cols(cell, cols) > 0;
    table.rows.iter().all(|row| places.iter().all(|place| has_room(&row.cells[place.column], place.cols)))
}

/// The columns that the drawing of each cell gets.
fn drawings(cells: &[Phrase], places: &[Place], has_bars: bool) -> Vec<usize> {
    let cols = |place: &Place| match &cells[place.column] {
        cell if !has_bars && has_bar(cell) => 0,
        cell => shown_drawing_cols(cell, place.cols),
    };
    places.iter().map(cols).collect()
}

/// Whether the drawing of a cell is more than a sign.
fn has_bar(cell: &Phrase) -> bool {
    cell.drawing.as_ref().is_some_and(|drawing| drawing.cols() > 1)
}

/// Lines for a value wider than its column. They start as close below the heading as the width of the table allows; a
/// value wider than the table is wrapped.
fn lines_of_its_own(text: &str, at: usize, places: &[Place], address: Option<&str>) -> Vec<Line> {
    let across = |places: &[Place]| places.iter().map(|place| place.cols + GAP).sum::<usize>();
    let whole = across(places).saturating_sub(GAP);
    let start = " ".repeat(across(&places[..at]).min(whole.saturating_sub(width::cols(text))));
    let line = |piece| Line::of(Role::Plain, start.as_str()).leading(Role::Plain, piece, address);
    width::wrap(text, whole.max(1)).into_iter().map(line).collect()
}
