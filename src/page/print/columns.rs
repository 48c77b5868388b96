//! Lays out a table in columns that fit a width: which columns are shown, how wide they are, and which values are
//! wrapped, cut or put on a line of their own. Every table is drawn here, on a screen or in a terminal. If the columns
//! would be so narrow that words break, the table is printed row by row instead, by [`stacked`].

use super::stacked;
use crate::page::table::Overflow;
use crate::page::{Align, Column, Doc, Line, Phrase, Role, Row, Table, Target};
use crate::width;

/// Blanks between columns.
const GAP: usize = 2;

/// The width that a drawing must leave for the text beside it, in columns, if the text is that long.
const MIN_TEXT_COLS: usize = 14;

/// What is printed before a row with the cursor, and before a row without it.
pub(super) const CURSOR: [&str; 2] = ["▌ ", "  "];

/// Returns what is printed before the row of a target: the cursor, or blanks in its place, or nothing if no row of the
/// table can be chosen.
pub(super) fn marks(table: &Table, cursor: Option<Target>) -> impl Fn(Option<Target>) -> &'static str + use<> {
    let can_choose = cursor.is_some() && table.rows.iter().any(|row| row.target.is_some());
    move |target| if can_choose { CURSOR[usize::from(target != cursor)] } else { "" }
}

/// Adds the lines of a row to the document, each after the mark of the row.
pub(super) fn add_row(doc: &mut Doc, row: &Row, mark: &str, lines: Vec<Line>) {
    for mut line in lines {
        if mark == CURSOR[0] {
            line.select();
        }
        let mut line = joined(Line::of(Role::Focus, mark), line);
        line.target = row.target;
        doc.line(line);
    }
}

/// A column that is shown, and its width.
#[derive(Clone, Copy)]
struct Place {
    column: usize,
    cols: usize,
}

/// Adds the table to the document: in columns if they fit without breaking a word, or else row by row.
pub(super) fn table(doc: &mut Doc, table: &Table, cursor: Option<Target>) {
    let mark = marks(table, cursor);
    let room = doc.width().saturating_sub(width::cols(mark(None)));
    let places = fit(table, room);
    if (table.stacks && !fits(table, room)) || places.iter().any(|place| is_too_narrow(table, *place)) {
        return stacked::table(doc, table, cursor);
    }
    let is_lost =
        |column: usize| !goes_below(&table.columns[column]) && !is_shown(&places, column) && !is_blank(table, column);
    doc.lacks_columns |= (0..table.columns.len()).any(is_lost);
    let titles: Vec<Phrase> = table.columns.iter().map(|column| heading(column, cursor)).collect();
    let has_bars = has_room_for_bars(table, &places);
    if titles.iter().any(|title| !title.text.is_empty()) {
        for line in lines(doc, table, &titles, &places, has_bars) {
            doc.line(joined(Line::of(Role::Focus, mark(None)), with_mark_apart(line)));
        }
    }
    for row in &table.rows {
        if let Some(group) = &row.group {
            doc.gap();
            doc.line(Line::of(Role::Heading, width::cut(group, doc.width())));
        }
        let lines = lines(doc, table, &row.cells, &places, has_bars);
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

fn joined(mut head: Line, line: Line) -> Line {
    head.spans.extend(line.spans);
    head
}

/// Whether every column fits into `width` at its least width or more, without breaking a word.
pub fn fits(table: &Table, width: usize) -> bool {
    let natural = natural_widths(table, drawn_cols);
    with_gaps(&least_widths(table, &natural)) <= width
}

/// The role of a cell.
pub(super) fn role_of(column: &Column, cell: &Phrase) -> Role {
    cell.role.unwrap_or(if column.is_head { Role::Label } else { Role::Plain })
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

/// Whether the values of a column are printed under their rows if it has no room.
fn goes_below(column: &Column) -> bool {
    matches!(column.overflow, Overflow::OwnLine | Overflow::WrapOrBelow)
}

/// Whether no row has a value in a column, so that its heading would only take room.
fn is_blank(table: &Table, column: usize) -> bool {
    let own = &table.columns[column];
    let has_value = |row: &Row| !row.cells[column].text.is_empty() || row.cells[column].drawing.is_some();
    !own.is_head && own.target.is_none() && !table.rows.is_empty() && !table.rows.iter().any(has_value)
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

fn is_shown(places: &[Place], column: usize) -> bool {
    places.iter().any(|place| place.column == column)
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

/// The width of a drawing with the blank after it, in columns.
fn drawn_cols(cell: &Phrase) -> usize {
    cell.drawing.as_ref().map_or(0, |drawing| drawing.cols() + usize::from(!cell.text.is_empty()))
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

/// The width that a drawing gets within its column; 0 if the text beside it would become too narrow.
fn shown_drawing_cols(cell: &Phrase, cols: usize) -> usize {
    let drawn = drawn_cols(cell);
    let text = cell.with_sign();
    let text = width::cols(&text).min(MIN_TEXT_COLS.max(longest_piece(&text)));
    if drawn + text <= cols { drawn } else { 0 }
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

/// Shares the width among the columns that may be shown. Columns are dropped until the least widths and the longest words fit; then
/// columns grow to short values, which are not cut while there is room for them; then the narrowest columns grow first,
/// up to their natural width.
fn share(table: &Table, width: usize, natural: &[usize], mut shown: Vec<usize>) -> Vec<Place> {
    let least = least_widths(table, natural);
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
        cells.map(|cell| drawn(cell) + width::cols(&cell.with_sign())).max()
    };
    let title = |place: usize| {
        width::cols(&table.columns[place].heading()) + usize::from(table.columns[place].target.is_some())
    };
    (0..table.columns.len()).map(|place| cell(place).unwrap_or(0).max(title(place))).collect()
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
    table.rows.iter().map(|row| longest_piece(&row.cells[place].with_sign())).max().unwrap_or(0).max(title)
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
