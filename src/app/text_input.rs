//! An input line. Two lines are equal if their text and cursor are.

use std::ops::{Deref, DerefMut};

use tui_input::Input;

use super::Toward;
use crate::width;

/// A text with a cursor.
#[derive(Clone, Debug, Default)]
pub struct TextInput(Input);

impl TextInput {
    /// Returns a line with this text and the cursor at its end.
    pub fn of(text: &str) -> Self {
        Self(Input::new(text.to_owned()))
    }
}

impl TextInput {
    /// Returns the part visible in `cols` columns, cursor included, and the cursor's column within it.
    pub fn in_sight(&self, cols: usize) -> (&str, usize) {
        let skip = self.visual_scroll(cols);
        let mut passed = 0;
        let is_in_sight = |(_, c): &(usize, char)| {
            let is_past = passed >= skip;
            passed += width::cols(c.encode_utf8(&mut [0; 4]));
            is_past
        };
        let from = self.value().char_indices().find(is_in_sight).map_or(0, |(at, _)| at);
        (&self.value()[from..], self.visual_cursor().saturating_sub(skip))
    }
}

impl TextInput {
    /// Returns the rows of a text of several lines, broken at line ends and at `cols` columns, of which the last one is
    /// for the cursor; and the row and column of the cursor.
    pub fn laid_out(&self, cols: usize) -> (Vec<String>, (usize, usize)) {
        let places = self.places(cols);
        let mut rows = vec![String::new(); places.last().map_or(0, |(row, _)| *row) + 1];
        for (c, (row, _)) in self.value().chars().zip(&places).filter(|(c, _)| *c != '\n') {
            rows[*row].push(c);
        }
        (rows, places.get(self.cursor()).copied().unwrap_or_default())
    }

    /// Moves the cursor by one row in that layout, to the same column if the row is long enough.
    pub fn go_row(&mut self, cols: usize, toward: Toward) {
        let places = self.places(cols);
        let (row, col) = places.get(self.cursor()).copied().unwrap_or_default();
        let wanted = match toward {
            Toward::Next => row + 1,
            Toward::Previous => row.wrapping_sub(1),
        };
        let fits = |place: &usize| places[*place].0 == wanted && places[*place].1 <= col;
        if let Some(place) = (0..places.len()).rev().find(fits) {
            *self = Self(Input::new(self.value().to_owned()).with_cursor(place));
        }
    }

    /// The row and column of each character, and of the end.
    fn places(&self, cols: usize) -> Vec<(usize, usize)> {
        let (mut places, mut row, mut col) = (Vec::new(), 0, 0);
        for c in self.value().chars() {
            let own = width::cols(c.encode_utf8(&mut [0; 4]));
            if c != '\n' && col > 0 && col + own >= cols {
                (row, col) = (row + 1, 0);
            }
            places.push((row, col));
            (row, col) = if c == '\n' { (row + 1, 0) } else { (row, col + own) };
        }
        places.push((row, col));
        places
    }
}

impl Deref for TextInput {
    type Target = Input;

    fn deref(&self) -> &Input {
        &self.0
    }
}

impl DerefMut for TextInput {
    fn deref_mut(&mut self) -> &mut Input {
        &mut self.0
    }
}

impl PartialEq for TextInput {
    fn eq(&self, other: &Self) -> bool {
        self.value() == other.value() && self.cursor() == other.cursor()
    }
}
