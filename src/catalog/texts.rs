//! Many texts that are only compared and sorted, stored in one buffer: a million of them take two allocations rather
//! than a million.

use std::cmp::Ordering;

/// Texts, indexed in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    text: String,
    /// The end offset of each text in the buffer.
    ends: Vec<usize>,
}

impl Texts {
    /// Appends a text.
    pub fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(self.text.len());
    }

    /// The number of texts.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are no texts.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The text at this index.
    pub fn at(&self, number: u32) -> &str {
        let start = (number as usize).checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start..self.ends[number as usize]]
    }

    /// Returns the index of a text, if all texts were added in ascending order.
    pub fn find(&self, text: &str) -> Option<u32> {
        let (mut low, mut high) = (0, self.len() as u32);
        while low < high {
            let middle = low.midpoint(high);
            match self.at(middle).cmp(text) {
                Ordering::Less => low = middle + 1,
                Ordering::Greater => high = middle,
                Ordering::Equal => return Some(middle),
            }
        }
        None
    }

    /// The texts in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len() as u32).map(|number| self.at(number))
    }

    /// The indices sorted by text; equal texts stay in the order in which they were added.
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

    #[test]
    fn a_text_is_found_among_those_in_order() {
        let mut texts = Texts::default();
        for text in ["a", "ab", "b", "é"] {
            texts.push(text);
        }
        for (number, text) in (0..).zip(["a", "ab", "b", "é"]) {
            assert_eq!(texts.find(text), Some(number));
        }
        assert_eq!(["", "aa", "z"].map(|text| texts.find(text)), [None; 3]);
        assert_eq!(Texts::default().find(""), None);
    }
}
