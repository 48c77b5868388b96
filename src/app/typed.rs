//! A line that is being typed. Two are equal if they read the same and have the cursor in the same place.

use std::ops::{Deref, DerefMut};

use tui_input::Input;

/// A line with a cursor.
#[derive(Clone, Debug, Default)]
pub struct Typed(Input);

impl Typed {
    /// A line that reads so, with the cursor at its end.
    pub fn of(text: &str) -> Self {
        Self(Input::new(text.to_owned()))
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
