//! An input line. Two lines are equal if their text and cursor are.

use std::ops::{Deref, DerefMut};

use tui_input::Input;

use crate::width;

/// A text with a cursor.
#[derive(Clone, Debug, Default)]
pub struct Typed(Input);

impl Typed {
    /// Returns a line with this text and the cursor at its end.
    pub fn of(text: &str) -> Self {
        Self(Input::new(text.to_owned()))
    }
}

impl Typed {
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

impl Deref for Typed {
    type Target = Input;

    fn deref(&self) -> &Input {
        &self.0
    }
}

impl DerefMut for Typed {
    fn deref_mut(&mut self) -> &mut Input {
        &mut self.0
    }
}

impl PartialEq for Typed {
    fn eq(&self, other: &Self) -> bool {
        self.value() == other.value() && self.cursor() == other.cursor()
    }
}
