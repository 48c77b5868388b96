//! Many texts that are only compared and put in order: one behind the other, so that a million of them are two pieces of
//! memory and not a million.

use std::cmp::Ordering;

/// Texts by number, in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    text: String,
    /// Where each ends.
    ends: Vec<usize>,
}

impl Texts {
    /// Adds a text.
    pub fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(self.text.len());
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The text of a number.
    pub fn at(&self, number: u32) -> &str {
        let start = (number as usize).checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start..self.ends[number as usize]]
    }

    /// The numbers in the order of their texts; equal texts keep theirs.
    pub fn in_order(&self) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.len() as u32).collect();
        order.sort_unstable_by(|a, b| self.compare(*a, *b).then(a.cmp(b)));
        order
    }

    fn compare(&self, a: u32, b: u32) -> Ordering {
        self.at(a).cmp(self.at(b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_ordered_and_equal_ones_stay_as_they_came() {
        let mut texts = Texts::default();
        for text in ["b", "", "é", "a", "b", "ab"] {
            texts.push(text);
        }
        assert_eq!(texts.in_order(), [1, 3, 5, 0, 4, 2]);
        assert_eq!((texts.at(2), texts.at(1), texts.len()), ("é", "", 6));
    }
}
