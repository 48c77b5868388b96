//! The linear algebra for a regression with a dozen columns.

/// A square matrix in row-major order.
#[derive(Clone, Debug)]
pub(super) struct Square {
    pub(super) width: usize,
    pub(super) cells: Vec<f64>,
}

impl Square {
    pub(super) fn diagonal(values: &[f64]) -> Self {
        let width = values.len();
        let mut square = Self { width, cells: vec![0.0; width * width] };
        for (at, value) in values.iter().enumerate() {
            square.cells[at * width + at] = *value;
        }
        square
    }

    /// Adds `factor` times the outer product of a vector with itself.
    pub(super) fn add_outer(&mut self, column: &[f64], factor: f64) {
        for (row, left) in self.cells.chunks_exact_mut(self.width).zip(column) {
            row.iter_mut().zip(column).for_each(|(cell, right)| *cell += factor * left * right);
        }
    }

    pub(super) fn times(&self, column: &[f64]) -> Vec<f64> {
        self.cells.chunks_exact(self.width).map(|row| dot(row, column)).collect()
    }

    /// Returns the inverse, by Gauss-Jordan elimination with partial pivoting; `None` if the matrix is singular.
    pub(super) fn inverse(mut self) -> Option<Self> {
        let width = self.width;
        let mut inverse = Self::diagonal(&vec![1.0; width]);
        for at in 0..width {
            let size = |row: &usize| self.cells[row * width + at].abs();
            let pivot = (at..width).max_by(|a, b| size(a).total_cmp(&size(b)))?;
            if size(&pivot) < 1e-12 {
                return None;
            }
            for square in [&mut self, &mut inverse] {
                (0..width).for_each(|column| square.cells.swap(at * width + column, pivot * width + column));
            }
            let scale = 1.0 / self.cells[at * width + at];
            self.scale_row(at, scale);
            inverse.scale_row(at, scale);
            for row in (0..width).filter(|row| *row != at) {
                let factor = self.cells[row * width + at];
                self.subtract_row(row, at, factor);
                inverse.subtract_row(row, at, factor);
            }
        }
        Some(inverse)
    }

    fn scale_row(&mut self, row: usize, factor: f64) {
        let row = row * self.width;
        self.cells[row..row + self.width].iter_mut().for_each(|cell| *cell *= factor);
    }

    fn subtract_row(&mut self, row: usize, other: usize, factor: f64) {
        for column in 0..self.width {
            self.cells[row * self.width + column] -= factor * self.cells[other * self.width + column];
        }
    }
}

pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
