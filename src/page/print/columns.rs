//! Prints a table in columns of given widths: values are wrapped, cut, or put on a line of their own.

use super::fit::{
    GAP, Place, SIGN_COLS, goes_below, has_column_of_signs, is_blank, is_shown, longest_piece, number_and_note,
    shown_drawing_cols,
};
use super::row::{CURSOR, add_row, joined, marks, role_of};
use crate::page::table::{Overflow, Spoken};
use crate::page::{Column, Doc, Line, Phrase, Role, Table, Target};
use crate::width;

/// Adds the table to the document in these columns.
pub(super) fn table(doc: &mut Doc, table: &Table, places: &[Place], cursor: Option<Target>) {
    let mark = marks(table, cursor);
    let is_lost =
        |column: usize| !goes_below(&table.columns[column]) && !is_shown(places, column) && !is_blank(table, column);
    doc.lacks_columns |= (0..table.columns.len()).any(is_lost);
    let titles: Vec<Phrase> = table.columns.iter().map(|column| heading(column, cursor)).collect();
    let grid = Grid::new(table, places);
    if titles.iter().any(|title| !title.text.is_empty()) {
        let mut lines = grid.lines(doc, &titles);
        if let (Some(first), Some(cols)) = (lines.first_mut(), grid.cols_before(cursor)) {
            mark_column(first, cols);
        }
        for line in lines {
            doc.line(joined(Line::of(Role::Focus, mark(None)), line));
        }
    }
    for row in &table.rows {
        if let Some(group) = &row.group {
            doc.gap();
            doc.line(Line::of(Role::Heading, width::cut(group, doc.width())));
        }
        let lines = grid.lines(doc, &row.cells);
        add_row(doc, row, mark(row.target), lines);
    }
}

/// The heading of a column, marked if the cursor is on it. A column about a program has the program's title.
fn heading(column: &Column, cursor: Option<Target>) -> Phrase {
    let has_cursor = cursor.is_some() && column.target == cursor;
    let role = match column.target {
        _ if has_cursor => Role::Selected,
        Some(_) => Role::Title,
        None => Role::Heading,
    };
    Phrase::from(column.heading()).role(role)
}

/// Puts the mark of the cursor into the gap before the column that begins after `cols` columns.
fn mark_column(line: &mut Line, cols: usize) {
    let mut start = 0;
    for at in 0..line.spans.len() {
        let span = &line.spans[at];
        let end = start + width::cols(&span.text);
        if end == cols && span.text.ends_with(' ') {
            line.spans[at].text.pop();
            let mark = Line::of(Role::Focus, CURSOR[0].trim_end()).spans;
            let rest = line.spans.split_off(at + 1);
            line.spans.extend(mark.into_iter().chain(rest));
            return;
        }
        start = end;
    }
}

/// The columns of a table as they are printed.
struct Grid<'t> {
    table: &'t Table,
    places: &'t [Place],
    /// Whether bars are drawn.
    has_bars: bool,
    /// Whether the values of each place are behind a column of signs.
    signs: Vec<bool>,
    /// The width of the widest value of each place, without its sign.
    widest: Vec<usize>,
}

impl<'t> Grid<'t> {
    fn new(table: &'t Table, places: &'t [Place]) -> Self {
        let value = |cell: &Phrase| number_and_note(&cell.text).next().map_or(0, width::cols);
        let values = |place: &Place| table.rows.iter().map(|row| value(&row.cells[place.column])).max();
        let widest = places.iter().map(|place| values(place).unwrap_or(0)).collect();
        let signs = places.iter().map(|place| has_column_of_signs(table, place.column)).collect();
        Self { table, places, has_bars: has_room_for_bars(table, places), signs, widest }
    }

    /// The columns before the column under the cursor; `None` if the cursor is on none.
    fn cols_before(&self, cursor: Option<Target>) -> Option<usize> {
        let is_under_it = |place: &Place| cursor.is_some() && self.table.columns[place.column].target == cursor;
        let at = self.places.iter().position(is_under_it)?;
        Some(self.places[..at].iter().map(|place| place.cols + GAP).sum())
    }

    /// The lines of one row, as many as its longest wrapped cell needs.
    fn lines(&self, doc: &mut Doc, cells: &[Phrase]) -> Vec<Line> {
        let Self { table, places, has_bars, .. } = *self;
        let mut broken = Vec::with_capacity(places.len());
        let (mut before, mut after) = (Vec::new(), under_the_row(table, cells, places));
        let drawn = drawings(cells, places, has_bars);
        for (at, place) in places.iter().enumerate() {
            let (column, cell) = (&table.columns[place.column], &cells[place.column]);
            let text = cell.with_sign();
            if (column.overflow == Overflow::OwnLine || is_address(cell)) && width::cols(&text) > place.cols {
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
            broken.push(match column.spoken {
                Spoken::Numbered(_) if is_heading => numbered(column, &text, room, most),
                _ if !is_heading && self.signs[at] => behind_sign(cell, room),
                _ if wraps && column.is_right() => {
                    number_and_note(&text).flat_map(|part| wrapped(part, room, most)).collect()
                }
                _ if wraps => wrapped(&text, room, most),
                _ => vec![text],
            });
        }
        let height = broken.iter().map(Vec::len).max().unwrap_or(0);
        before.extend((0..height).map(|number| self.line((cells, &drawn), &broken, number)));
        before.extend(after);
        before
    }

    /// The line with index `number` of a row: the corresponding piece of each cell, without blanks at the end.
    fn line(&self, (cells, drawn): (&[Phrase], &[usize]), broken: &[Vec<String>], number: usize) -> Line {
        let mut line = Line::blank();
        let mut blanks = 0;
        for (at, place) in self.places.iter().enumerate() {
            let (column, cell) = (&self.table.columns[place.column], &cells[place.column]);
            let mut own = Line::blank();
            match cell.drawing.as_ref().filter(|_| number == 0 && drawn[at] > 0) {
                Some(drawing) => {
                    own = own.and_picture(drawing).and(Role::Plain, " ".repeat(drawn[at] - drawing.cols()));
                }
                None => own = own.and(Role::Plain, " ".repeat(drawn[at])),
            }
            let room = place.cols.saturating_sub(own.cols());
            let piece = width::cut(broken[at].get(number).map_or("", String::as_str), room);
            let piece = if column.is_right() {
                sign_apart(cell, piece, self.widest[at].min(room.saturating_sub(SIGN_COLS)))
            } else {
                piece
            };
            own = own.leading(role_of(column, cell), piece, cell.address.as_deref());
            let rest = place.cols.saturating_sub(own.cols());
            let before = if column.is_right() { rest } else { 0 };
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
}

/// Whether the text of a cell is an address, which cannot be copied from several lines.
fn is_address(cell: &Phrase) -> bool {
    cell.address.is_some() && !cell.is_named()
}

/// A value wrapped behind its sign, or behind a blank in place of one.
fn behind_sign(cell: &Phrase, room: usize) -> Vec<String> {
    let signs = std::iter::once(if cell.has_sign() { cell.mark.sign() } else { " " }).chain(std::iter::repeat(" "));
    let pieces = width::wrap(&cell.text, room.saturating_sub(SIGN_COLS).max(1));
    signs.zip(pieces).map(|(sign, piece)| format!("{sign} {piece}")).collect()
}

/// A value that is aligned to the right, with its sign before the widest value of the column, so that the signs stand
/// one below the other.
fn sign_apart(cell: &Phrase, piece: String, widest: usize) -> String {
    let sign = cell.mark.sign();
    match piece.strip_prefix(sign).and_then(|rest| rest.strip_prefix(' ')).filter(|_| cell.has_sign()) {
        Some(value) => format!("{sign} {}", width::right(value, widest)),
        None => piece,
    }
}

/// The values of columns that are not shown although they are never cut: each on a line of its own under the row.
fn under_the_row(table: &Table, cells: &[Phrase], places: &[Place]) -> Vec<Line> {
    let is_meant = |(column, cell): &(usize, &Phrase)| {
        let is_below = goes_below(&table.columns[*column]) && !is_shown(places, *column);
        is_below && cell.role.is_none() && !cell.text.is_empty()
    };
    let room = places.iter().map(|place| place.cols + GAP).sum::<usize>().saturating_sub(2 * GAP).max(1);
    let values = cells.iter().enumerate().filter(is_meant);
    let pieces =
        values.flat_map(|(_, cell)| width::wrap(&cell.with_sign(), room).into_iter().map(move |piece| (piece, cell)));
    let line = |(piece, cell): (String, &Phrase)| {
        Line::of(Role::Plain, " ".repeat(GAP)).leading(Role::Dim, piece, cell.address.as_deref())
    };
    pieces.map(line).collect()
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

/// A numbered heading, wrapped so that the lines of its title begin at one column, if the width allows it.
fn numbered(column: &Column, heading: &str, room: usize, most: usize) -> Vec<String> {
    let Some(number) = heading.strip_suffix(column.title.as_str()) else { return wrapped(heading, room, most) };
    let indent = width::cols(number);
    if indent + longest_piece(&column.title) > room {
        return wrapped(heading, room, most);
    }
    let starts = std::iter::once(number.to_owned()).chain(std::iter::repeat(" ".repeat(indent)));
    starts.zip(wrapped(&column.title, room - indent, most)).map(|(start, piece)| start + &piece).collect()
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
