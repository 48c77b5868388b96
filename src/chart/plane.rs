//! A grid of cells for points, lines and labels. Later writes cover earlier ones, and nothing is written outside the
//! grid.

use unicode_segmentation::UnicodeSegmentation;

use super::{ChartRow, Tone};
use crate::width;

/// Cells in columns and rows; row 0 is at the top.
#[derive(Clone, Debug)]
pub struct Plane {
    cols: usize,
    /// The cells row by row; the second cell of a wide sign is an empty string.
    cells: Vec<(Tone, String)>,
}

impl Plane {
    /// Returns an empty plane.
    pub fn new(cols: usize, rows: usize) -> Self {
        Self { cols, cells: vec![(Tone::Guide, " ".to_owned()); cols * rows] }
    }

    /// The number of columns.
    pub fn cols(&self) -> usize {
        self.cols
    }

    /// The number of rows.
    pub fn rows(&self) -> usize {
        self.cells.len().checked_div(self.cols).unwrap_or(0)
    }

    /// Returns the column and row of a point, given as shares of the axes from the left and from the bottom.
    pub fn cell(&self, across: f64, up: f64) -> (usize, usize) {
        let place = |share: f64, count: usize| {
            let last = count.saturating_sub(1);
            ((share.clamp(0.0, 1.0) * last as f64).round() as usize).min(last)
        };
        (place(across, self.cols), self.rows().saturating_sub(1) - place(up, self.rows()))
    }

    /// Writes a sign one column wide to a cell. Does nothing outside the plane.
    pub fn put(&mut self, col: usize, row: usize, tone: Tone, sign: &str) {
        if col < self.cols && row < self.rows() {
            self.part_wide_sign(row * self.cols + col, col);
            self.cells[row * self.cols + col] = (tone, sign.to_owned());
        }
    }

    /// Replaces the other half of a wide sign by a blank if one half is covered.
    fn part_wide_sign(&mut self, at: usize, col: usize) {
        let blank = || " ".to_owned();
        if col > 0 && self.cells[at].1.is_empty() {
            self.cells[at - 1].1 = blank();
        }
        if col + 1 < self.cols && self.cells[at + 1].1.is_empty() {
            self.cells[at + 1].1 = blank();
        }
    }

    /// Writes a text to the right of a cell; what does not fit in the row is left out.
    pub fn write(&mut self, col: usize, row: usize, tone: Tone, text: &str) {
        let mut col = col;
        for sign in text.graphemes(true) {
            let takes = width::cols(sign);
            if takes == 0 || col + takes > self.cols || row >= self.rows() {
                return;
            }
            (0..takes).for_each(|more| self.put(col + more, row, tone, " "));
            self.put(col, row, tone, sign);
            (1..takes).for_each(|more| self.cells[row * self.cols + col + more].1.clear());
            col += takes;
        }
    }

    /// Draws a thin line through the whole row and the whole column of a cell.
    pub fn cross(&mut self, col: usize, row: usize) {
        (0..self.cols).for_each(|at| self.put(at, row, Tone::Guide, "╌"));
        (0..self.rows()).for_each(|at| self.put(col, at, Tone::Guide, "╎"));
        self.put(col, row, Tone::Guide, "╋");
    }

    /// Returns the rows, from top to bottom.
    pub fn into_rows(self) -> Vec<ChartRow> {
        let row = |cells: &[(Tone, String)]| {
            let mut row = ChartRow::default();
            for (tone, sign) in cells {
                row.push(*tone, sign);
            }
            row
        };
        self.cells.chunks(self.cols.max(1)).map(row).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn points_lie_from_the_left_and_from_the_bottom() {
        let mut plane = Plane::new(5, 3);
        for (across, up, sign) in [(0.0, 0.0, "a"), (1.0, 1.0, "b"), (0.5, 0.5, "c")] {
            let (col, row) = plane.cell(across, up);
            plane.put(col, row, Tone::Mark, sign);
        }
        let text: Vec<String> = plane.into_rows().iter().map(ChartRow::text).collect();
        assert_eq!(text, ["    b", "  c  ", "a    "]);
    }

    #[test]
    fn a_cross_goes_through_its_cell() {
        let mut plane = Plane::new(3, 3);
        plane.cross(1, 1);
        let text: Vec<String> = plane.into_rows().iter().map(ChartRow::text).collect();
        assert_eq!(text, [" ╎ ", "╌╋╌", " ╎ "]);
    }

    #[test]
    fn a_plane_without_cells_is_no_fault() {
        let mut plane = Plane::new(0, 0);
        let (col, row) = plane.cell(0.5, 0.5);
        plane.put(col, row, Tone::Mark, "x");
        plane.cross(0, 0);
        assert!(plane.into_rows().is_empty());
    }

    proptest! {
        #[test]
        fn every_row_is_as_wide_as_the_plane(
            cols in 1_usize..30, rows in 1_usize..6, col in 0_usize..40, row in 0_usize..8, text in "[a-zé数 ]{0,20}",
        ) {
            let mut plane = Plane::new(cols, rows);
            plane.write(col, row, Tone::Mark, &text);
            for row in plane.into_rows() {
                prop_assert_eq!(row.cols(), cols);
            }
        }
    }
}
