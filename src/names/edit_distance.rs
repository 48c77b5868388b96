//! Damerau–Levenshtein distance between a typed word and other words: deletions, insertions, substitutions and
//! transpositions. Distances above a given limit are not computed exactly; only a diagonal band of the matrix is
//! filled.

/// A typed word to be compared with many others. It keeps its buffers between comparisons.
#[derive(Debug)]
pub struct TypedWord {
    word: Vec<char>,
    other: Vec<char>,
    /// The distance matrix, row by row: the distance between each prefix of `word` and each prefix of `other`. Only
    /// cells near the diagonal are filled.
    matrix: Vec<u8>,
}

impl TypedWord {
    /// Prepares a typed word for comparison.
    pub fn new(word: &str) -> Self {
        Self { word: word.chars().collect(), other: Vec::new(), matrix: Vec::new() }
    }

    /// Returns the edit distance between the typed word and the first `chars` characters of `other`, or `None` if it
    /// exceeds `most`.
    pub fn distance(&mut self, other: &str, chars: usize, most: u8) -> Option<u8> {
        self.other.clear();
        self.other.extend(other.chars().take(chars));
        let (rows, cols) = (self.word.len() + 1, self.other.len() + 1);
        let band = usize::from(most);
        if rows.abs_diff(cols) > band {
            return None;
        }
        self.matrix.clear();
        self.matrix.resize(rows * cols, most + 1);
        for row in 0..rows {
            for col in row.saturating_sub(band)..cols.min(row + band + 1) {
                self.matrix[row * cols + col] = self.fewest(row, col, most);
            }
        }
        self.matrix.last().copied().filter(|distance| *distance <= most)
    }

    /// Computes one cell of the matrix, for the prefixes of length `row` and `col`, from the cells of shorter prefixes.
    fn fewest(&self, row: usize, col: usize, most: u8) -> u8 {
        if row == 0 || col == 0 {
            return (row + col).min(usize::from(most) + 1) as u8;
        }
        let cols = self.other.len() + 1;
        let at = |row: usize, col: usize| self.matrix[row * cols + col];
        let is_wrong = u8::from(self.word[row - 1] != self.other[col - 1]);
        let fewest = (at(row - 1, col - 1) + is_wrong).min(at(row - 1, col) + 1).min(at(row, col - 1) + 1);
        fewest.min(self.swapped(row, col, most)).min(most + 1)
    }

    /// Returns the distance if the last characters of both prefixes are a transposed pair, counting any characters
    /// inserted or deleted between the two.
    fn swapped(&self, row: usize, col: usize, most: u8) -> u8 {
        let band = usize::from(most);
        let nearest = |word: &[char], upto: usize, c: char| {
            (upto.saturating_sub(band)..upto).rev().find(|place| word[*place] == c)
        };
        let before = nearest(&self.word, row - 1, self.other[col - 1]);
        match before.zip(nearest(&self.other, col - 1, self.word[row - 1])) {
            Some((before, other_before)) => {
                let between = (row - 2 - before) + (col - 2 - other_before) + 1;
                let slips = usize::from(self.matrix[before * (self.other.len() + 1) + other_before]) + between;
                slips.min(band + 1) as u8
            }
            None => most + 1,
        }
    }
}

/// Returns the letters of a word as a bit set: one bit for each of a–z, one for all digits, five shared by
/// all other characters.
pub fn letters(word: &str) -> u32 {
    word.chars().fold(0, |set, c| set | letter(c))
}

fn letter(c: char) -> u32 {
    match c {
        'a'..='z' => 1 << (c as u32 - 'a' as u32),
        '0'..='9' => 1 << 26,
        _ => 1 << (27 + c as u32 % 5),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

        #[test]
        fn slips_are_counted_as_far_as_it_matters(word in "[abcé]{0,9}", other in "[abcé]{0,9}", most in 1u8..4) {
            let all = strsim::damerau_levenshtein(&word, &other);
            let counted = TypedWord::new(&word).distance(&other, usize::MAX, most);
            prop_assert_eq!(counted.map(usize::from), Some(all).filter(|all| *all <= usize::from(most)));
        }
    }
}
