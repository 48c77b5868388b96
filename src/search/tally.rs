//! Finds the programs that match every word of a query, and scores them word by word. The rarest word comes first, and
//! every further word is matched only against the remaining programs, so that the work depends on the size of the
//! answer and not of the catalogue.
//!
//! Words such as `s` match half of a catalogue. The numbers of a program are therefore in separate lists: a list with
//! random writes then fits into a fast cache, and a step over all programs is one pass without a branch.

use super::hit::Hit;
use super::wanted::Wanted;
use crate::catalog::ProgramIx;

/// If more than one in this many programs matches, a pass over all programs is faster than collecting and sorting
/// matches.
const MANY: usize = 32;

/// The state of each program.
pub(super) struct Tally {
    /// The sum of its scores for the words so far.
    totals: Vec<u16>,
    /// Its best score for the current word; 0 between words.
    best: Vec<u16>,
    /// The number of words that it matches.
    found: Vec<u8>,
    /// The number of its title words, without stop words, that the first word matches.
    covered: Vec<u8>,
}

/// The programs that match all words so far.
enum Left {
    /// Only these, unordered and without duplicates.
    Few(Vec<u32>),
    /// All programs that match as many words as were processed so far.
    Many,
}

impl Tally {
    /// Returns the programs that match every word, in order and with their scores; and for each program, the number of
    /// its title words that the rarest word matches.
    pub(super) fn taken(programs: usize, wanted: &[&Wanted<'_>]) -> (Vec<Hit>, Vec<u8>) {
        let mut tally = Self {
            totals: vec![0; programs],
            best: vec![0; programs],
            found: vec![0; programs],
            covered: vec![0; programs],
        };
        let hits = tally.hits(wanted);
        (hits, tally.covered)
    }

    fn hits(&mut self, wanted: &[&Wanted<'_>]) -> Vec<Hit> {
        let mut by_reach: Vec<(usize, &Wanted<'_>)> = wanted.iter().map(|wanted| (wanted.reach(), *wanted)).collect();
        by_reach.sort_by_key(|(reach, _)| *reach);
        let Some(((reach, rarest), others)) = by_reach.split_first() else { return Vec::new() };
        let mut left = self.first(rarest, self.is_many(*reach));
        for (stage, (_, wanted)) in (1u8..).zip(others) {
            left = self.narrowed(left, wanted, stage);
        }
        match left {
            Left::Few(mut programs) => {
                programs.sort_unstable();
                programs.into_iter().map(|program| self.hit(program)).collect()
            }
            Left::Many => self.all_of(wanted.len()),
        }
    }

    /// The programs that match the first word.
    fn first(&mut self, wanted: &Wanted<'_>, is_dense: bool) -> Left {
        if is_dense {
            wanted.each_find(|program, worth, is_in_title| self.note(program, worth, is_in_title));
            return self.settled(Left::Many);
        }
        let mut programs = Vec::new();
        wanted.each_find(|program, worth, is_in_title| {
            if self.best[program as usize] == 0 {
                programs.push(program);
            }
            self.note(program, worth, is_in_title);
        });
        let left = if self.is_many(programs.len()) { Left::Many } else { Left::Few(programs) };
        self.settled(left)
    }

    /// Notes a match of the first word.
    #[inline]
    fn note(&mut self, program: u32, worth: u16, is_in_title: bool) {
        let at = program as usize;
        self.best[at] = self.best[at].max(worth);
        if is_in_title {
            self.covered[at] = self.covered[at].saturating_add(1);
        }
    }

    /// The programs that match this word too, among those that match `stage` words.
    fn narrowed(&mut self, left: Left, wanted: &Wanted<'_>, stage: u8) -> Left {
        wanted.each_find(|program, worth, _| {
            let at = program as usize;
            if self.found[at] == stage {
                self.best[at] = self.best[at].max(worth);
            }
        });
        self.settled(left)
    }

    /// Adds the best scores for a word, and keeps the programs that have one.
    fn settled(&mut self, mut left: Left) -> Left {
        match &mut left {
            Left::Few(programs) => programs.retain(|program| self.settle(*program as usize)),
            Left::Many => {
                for ((total, best), found) in self.totals.iter_mut().zip(&mut self.best).zip(&mut self.found) {
                    *total += *best;
                    *found += u8::from(*best > 0);
                    *best = 0;
                }
            }
        }
        left
    }

    /// Adds the best score of one program; returns whether there is one.
    fn settle(&mut self, at: usize) -> bool {
        let best = std::mem::take(&mut self.best[at]);
        self.totals[at] += best;
        self.found[at] += u8::from(best > 0);
        best > 0
    }

    /// The programs that match this number of words.
    fn all_of(&self, words: usize) -> Vec<Hit> {
        let is_hit = |found: u8| usize::from(found) == words;
        let count = self.found.iter().filter(|found| is_hit(**found)).count();
        // Every program is written at the end, and only a hit advances the end: a branch would often be mispredicted.
        let (mut hits, mut end) = (vec![self.hit(0); count + 1], 0);
        for (program, found) in (0u32..).zip(&self.found) {
            hits[end] = self.hit(program);
            end += usize::from(is_hit(*found));
        }
        hits.truncate(count);
        hits
    }

    fn hit(&self, program: u32) -> Hit {
        Hit { program: ProgramIx(program), score: i32::from(self.totals[program as usize]) }
    }

    fn is_many(&self, programs: usize) -> bool {
        programs * MANY > self.found.len()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::{Arc, LazyLock};

    use proptest::prelude::*;

    use super::super::lexicon::Lexicon;
    use super::super::term_match::TermMatches;
    use super::*;
    use crate::catalog::Catalog;

    static SHIPPED: LazyLock<(Lexicon, usize)> = LazyLock::new(|| {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        (Lexicon::new(&catalog), catalog.len())
    });

    /// Words that match nearly all programs, some, a few and none.
    const WORDS: [&str; 12] =
        ["s", "c", "data", "certificate", "micro", "supply", "chain", "python", "marketing", "mit", "kanban", "qqqq"];

    /// The best score for a word of each program that matches it, computed from the single matches.
    fn best(wanted: &Wanted<'_>) -> BTreeMap<u32, u16> {
        let mut best = BTreeMap::new();
        wanted.each_find(|program, worth, _| {
            let own = best.entry(program).or_insert(worth);
            *own = worth.max(*own);
        });
        best
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

        #[test]
        fn a_program_scores_the_sum_of_its_best_scores_and_only_if_it_has_every_word(
            words in proptest::sample::subsequence(WORDS.to_vec(), 1..4).prop_shuffle(),
        ) {
            let (lexicon, programs) = &*SHIPPED;
            let words: Vec<String> = words.into_iter().map(str::to_owned).collect();
            let meanings: Vec<Arc<TermMatches>> =
                (0..words.len()).map(|at| TermMatches::of(lexicon, &words, at, &[])).collect();
            let wanted: Vec<Wanted<'_>> = meanings.iter().map(|meaning| Wanted::by_words(lexicon, meaning)).collect();
            let both = |one: BTreeMap<u32, u16>, other: BTreeMap<u32, u16>| {
                one.into_iter().filter_map(|(program, worth)| Some((program, worth + other.get(&program)?))).collect()
            };
            let expected = wanted.iter().map(best).reduce(both).unwrap_or_default();
            let hits = Tally::taken(*programs, &wanted.iter().collect::<Vec<_>>()).0;
            let found: BTreeMap<u32, u16> = hits.iter().map(|hit| (hit.program.0, hit.score as u16)).collect();
            prop_assert!(hits.is_sorted_by_key(|hit| hit.program));
            prop_assert_eq!(found.len(), hits.len());
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn rare_words_and_common_ones_are_both_among_the_words_of_the_property() {
        let (lexicon, programs) = &*SHIPPED;
        let matches =
            |word: &str| best(&Wanted::by_words(lexicon, &TermMatches::of(lexicon, &[word.to_owned()], 0, &[]))).len();
        assert!(WORDS.iter().any(|word| matches(word) * MANY > *programs));
        assert!(WORDS.iter().any(|word| (1..programs / MANY).contains(&matches(word))));
    }
}
