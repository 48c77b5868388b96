//! Writes changed cells as bytes: it moves the cursor, changes the style and erases blanks, each with as few bytes as
//! possible. It remembers where the cursor is and which style is set, but not what is shown.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::ops::Range;

use ratatui::buffer::Cell;
use ratatui::layout::Position;

use super::pen::Pen;
use crate::width;

/// The minimum number of blanks that are erased with one sequence instead of written.
const MANY_BLANKS: u16 = 10;

/// The changed cells of a row.
#[derive(Debug)]
pub(super) struct ChangedRow {
    pub(super) y: u16,
    /// Their columns in ascending order, each once.
    pub(super) columns: Vec<u16>,
}

/// The bytes that make a terminal show the given cells, with the state of the terminal after them.
#[derive(Clone, Debug)]
pub(super) struct Plotter<'c> {
    /// The cells that the terminal is to show, row by row.
    cells: &'c [Cell],
    /// The width of a row.
    cols: u16,
    pub(super) pen: Pen,
    /// The position of the cursor; `None` if it is not known.
    pub(super) cursor: Option<Position>,
    pub(super) out: String,
}

impl<'c> Plotter<'c> {
    /// Creates a plotter for cells in rows of this width. The terminal is in its default style, with the cursor at
    /// `cursor`.
    pub(super) fn new(cells: &'c [Cell], cols: u16, cursor: Option<Position>) -> Self {
        Self { cells, cols, pen: Pen::default(), cursor, out: String::new() }
    }

    /// Writes the changed cells in whichever of two orders takes fewer bytes: row by row; or style by style, with
    /// narrow strips from top to bottom. A mark in each row of a long list costs two changes of style per row in the
    /// first order, and a short cursor movement in the second.
    pub(super) fn plotted(self, rows: &[ChangedRow]) -> Self {
        let pens = self.pens(rows);
        let by_rows = self.clone().by_rows(rows);
        let by_pens = self.by_pens(rows, &pens);
        if by_pens.out.len() < by_rows.out.len() { by_pens } else { by_rows }
    }

    fn by_rows(mut self, rows: &[ChangedRow]) -> Self {
        for row in rows {
            self.row(row.y, &row.columns);
        }
        self.finished()
    }

    fn by_pens(mut self, rows: &[ChangedRow], pens: &[Pen]) -> Self {
        for pen in pens {
            let own = within(rows, |x, y| self.pen_at(x, y) == *pen);
            let narrow = narrow_strips(&own);
            for strip in &narrow {
                for row in within(&own, |x, _| strip.contains(&x)) {
                    self.row(row.y, &row.columns);
                }
            }
            let others = within(&own, |x, _| !narrow.iter().any(|strip| strip.contains(&x)));
            for row in others {
                self.row(row.y, &row.columns);
            }
        }
        self.finished()
    }

    /// Resets the style, so that whatever is written next, by us or by the shell, starts plain.
    fn finished(mut self) -> Self {
        self.take(Pen::default());
        self
    }

    /// Returns the styles of the changed cells, in the order of their first cells.
    fn pens(&self, rows: &[ChangedRow]) -> Vec<Pen> {
        let mut pens = Vec::new();
        for (row, x) in rows.iter().flat_map(|row| row.columns.iter().map(move |x| (row, x))) {
            let pen = self.pen_at(*x, row.y);
            if !pens.contains(&pen) {
                pens.push(pen);
            }
        }
        pens
    }

    /// Returns the style that a cell is written in. Blanks without a background are written in the default style,
    /// because then they can be erased.
    fn pen_at(&self, x: u16, y: u16) -> Pen {
        let cell = &self.row_of(y)[usize::from(x)];
        if is_bare(cell) { Pen::default() } else { Pen::of(cell) }
    }

    fn row_of(&self, y: u16) -> &'c [Cell] {
        let start = usize::from(y) * usize::from(self.cols);
        self.cells.get(start..start + usize::from(self.cols)).unwrap_or_default()
    }

    /// Writes some cells of a row, given by column in ascending order.
    fn row(&mut self, y: u16, columns: &[u16]) {
        let row = self.row_of(y);
        let blank_end = row.len() - row.iter().rev().take_while(|cell| is_bare(cell)).count();
        let mut place = 0;
        while let Some(&x) = columns.get(place) {
            let is_last_blank = usize::from(x) >= blank_end && columns.len() - place > 3;
            if is_last_blank {
                self.go(x, y);
                self.take(Pen::default());
                return self.out.push_str("\x1b[K");
            }
            let blanks = self.blanks(y, &columns[place..]);
            if blanks >= MANY_BLANKS {
                self.go(x, y);
                self.take(Pen::default());
                let _ = write!(self.out, "\x1b[{blanks}X");
                place += usize::from(blanks);
            } else {
                self.put(x, y);
                place += 1;
            }
        }
    }

    /// Returns the number of adjacent bare blanks at the start of the given cells of a row.
    fn blanks(&self, y: u16, columns: &[u16]) -> u16 {
        let row = self.row_of(y);
        let is_next = |(place, x): &(u16, &u16)| **x == columns[0] + place && is_bare(&row[usize::from(**x)]);
        (0u16..).zip(columns).take_while(is_next).count() as u16
    }

    /// Writes one cell.
    fn put(&mut self, x: u16, y: u16) {
        self.go(x, y);
        let cell = &self.row_of(y)[usize::from(x)];
        if !self.is_blank_here(cell) {
            self.take(Pen::of(cell));
        }
        self.out.push_str(cell.symbol());
        // After the last column, some terminals keep the cursor there and others wrap, so its position is unknown.
        let is_known = is_narrow(cell) && x + 1 < self.cols;
        self.cursor = is_known.then_some(Position { x: x + 1, y });
    }

    fn take(&mut self, pen: Pen) {
        if pen != self.pen {
            self.out += &self.pen.words(pen);
            self.pen = pen;
        }
    }

    /// Moves the cursor to a cell with as few bytes as possible.
    fn go(&mut self, x: u16, y: u16) {
        let to = Position { x, y };
        if self.cursor != Some(to) {
            let there = format!("\x1b[{};{}H", y + 1, x + 1);
            let steps = self.cursor.and_then(|from| self.steps(from, to));
            self.out += &steps.filter(|steps| steps.len() < there.len()).unwrap_or(there);
            self.cursor = Some(to);
        }
    }

    /// Returns the shortest way to a cell in this row or one below it, relative to the cursor. In raw mode a line feed
    /// keeps the column.
    fn steps(&self, from: Position, to: Position) -> Option<String> {
        let down = "\n".repeat(usize::from(to.y.checked_sub(from.y)?));
        let along = self.along(from.x, to);
        let from_start = "\r".to_owned() + &self.along(0, to);
        Some(down + if from_start.len() < along.len() { &from_start } else { &along })
    }

    /// Returns the shortest way along a row from a column to a cell: rewriting the cells in between if possible, or
    /// skipping them.
    fn along(&self, from: u16, to: Position) -> String {
        match (from.abs_diff(to.x), to.x < from) {
            (0, _) => String::new(),
            (back @ ..4, true) => "\x08".repeat(usize::from(back)),
            (back, true) => format!("\x1b[{back}D"),
            (forth, false) => {
                let step = if forth == 1 { "\x1b[C".to_owned() } else { format!("\x1b[{forth}C") };
                // A cell is at least one byte, so only a few of them can be as short as the step.
                let written = if usize::from(forth) <= step.len() { self.written(from, to) } else { None };
                written.filter(|written| written.len() <= step.len()).unwrap_or(step)
            }
        }
    }

    /// Returns the cells of a row from a column up to a cell as text; `None` if one needs another style or may have
    /// another width.
    fn written(&self, from: u16, to: Position) -> Option<String> {
        let between = &self.row_of(to.y)[usize::from(from)..usize::from(to.x)];
        let may_be = |cell: &Cell| is_narrow(cell) && (Pen::of(cell) == self.pen || self.is_blank_here(cell));
        between.iter().map(|cell| may_be(cell).then(|| cell.symbol())).collect()
    }

    fn is_blank_here(&self, cell: &Cell) -> bool {
        cell.symbol() == " " && Pen::of(cell).is_same_behind(self.pen)
    }
}

/// Returns the cells whose column and row pass a test.
fn within(rows: &[ChangedRow], test: impl Fn(u16, u16) -> bool) -> Vec<ChangedRow> {
    let own = |row: &ChangedRow| row.columns.iter().copied().filter(|x| test(*x, row.y)).collect();
    rows.iter().map(|row| ChangedRow { y: row.y, columns: own(row) }).collect()
}

/// Returns the strips of at most [`NARROW`] columns and at least [`TALL`] rows that are surrounded by unchanged
/// columns, such as a column of short numbers. Within such a strip, moving down to the next row takes fewer bytes than
/// moving along a row from the previous strip.
fn narrow_strips(rows: &[ChangedRow]) -> Vec<Range<u16>> {
    let columns: BTreeSet<u16> = rows.iter().flat_map(|row| row.columns.iter().copied()).collect();
    let columns: Vec<u16> = columns.into_iter().collect();
    let strips = columns.chunk_by(|column, next| column + 1 == *next).filter(|strip| strip.len() <= NARROW);
    let strips = strips.map(|strip| strip[0]..strip[0] + strip.len() as u16);
    let height = |strip: &Range<u16>| rows.iter().filter(|row| row.columns.iter().any(|x| strip.contains(x))).count();
    strips.filter(|strip| height(strip) >= TALL).collect()
}

/// The maximum width of a narrow strip: up to here, moving back over it takes no more bytes than it has columns.
const NARROW: usize = 4;
/// The minimum number of rows of a strip: fewer rows save less than moving to its top costs.
const TALL: usize = 4;

/// Whether erasing leaves exactly this cell.
fn is_bare(cell: &Cell) -> bool {
    cell.symbol() == " " && Pen::of(cell).is_same_behind(Pen::default())
}

/// Whether the cell holds a single character that every terminal draws one column wide.
fn is_narrow(cell: &Cell) -> bool {
    let mut chars = cell.symbol().chars();
    chars.next().is_some() && chars.next().is_none() && width::cols(cell.symbol()) == 1
}
