//! The meanings of a typed word: the terms and phrases of the catalogue that it matches, each with a quality. A whole
//! word is better than a prefix, and a prefix better than a part or an abbreviation; only if none of these is found is
//! the word taken for a misspelling.
//!
//! This is the only file that uses fuzzy-matcher, and only on single words: over a whole line, almost any
//! letters would match in order.
//!
//! The meaning of a word does not depend on the other words, except that adjacent words are also read as one. So a
//! further word never adds a program.

use std::sync::Arc;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::{SkimMatcherV2, SkimScoreConfig};

use super::abbreviation::{self, PhraseMatch};
use super::lexicon::{Lexicon, PhraseIx, TermIx};
use super::query::Phrase;
use crate::names::{Typed, is_unspaced, letters, plain_slips};
use crate::topics::stem;

/// How a typed word matches a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// It equals the term or a variant of it.
    Whole,
    /// The term starts with it.
    Start,
    /// The term contains it.
    Part,
    /// Its letters occur in the term in order.
    Scattered,
    /// It is the term with a typing error.
    Slip,
}

/// A term that a typed word matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TermMatch {
    pub(super) term: TermIx,
    /// The quality of the match, up to 1000.
    pub(super) quality: u32,
    pub(super) how: How,
}

/// A typed word with all its meanings.
#[derive(Clone, Debug, Default)]
pub(super) struct TermMatches {
    pub(super) word: String,
    /// The terms that it forms together with an adjacent word.
    joined: Vec<TermIx>,
    /// The matching terms in order, each once.
    pub(super) terms: Vec<TermMatch>,
    /// The matching phrases in order.
    pub(super) phrases: Vec<PhraseMatch>,
    /// The terms that it was taken for, the likeliest first; empty unless it was taken for a misspelling.
    pub(super) taken_for: Vec<TermIx>,
    /// Whether it is a phrase that must match exactly.
    pub(super) is_phrase: bool,
    /// Whether its other meanings were left out because its topic is known.
    is_left_out: bool,
}

/// The meanings of the words of a query.
pub(super) type QueryMatches = Arc<[Arc<TermMatches>]>;

/// Quality of a whole word.
pub(super) const WHOLE: u32 = 1000;
/// Quality of a whole word apart from a plural ending, a spelling variant or a blank.
const NEARLY_WHOLE: u32 = 950;
/// Quality of a prefix, and what is added in proportion to the share of the term that it covers.
const START: (u32, u32) = (600, 250);
/// Quality of a part of a word, and what is added in proportion to the share of the term that it covers.
const PART: (u32, u32) = (350, 150);
/// Quality of letters in order, and what is added the closer together they are.
const SCATTERED: (u32, u32) = (150, 200);
/// Quality of one typing error; each further one costs 60.
const SLIP: u32 = 340;

/// Quality of one typing error in a word that is still being typed.
const SLIP_SO_FAR: u32 = 260;

/// The least score of letters in order, in per cent of the best possible one; below it a match is probably an accident.
const SCATTERED_FLOOR: i64 = 62;
/// The least share of the term's letters that must be typed, in per cent.
const SCATTERED_SHARE: usize = 40;
/// The share of the term's letters from which a match counts as near, in per cent.
const NEAR_SHARE: usize = 75;
/// Shortest word that may be a misspelling, in characters.
const MIN_MISSPELT_CHARS: usize = 4;
/// Shortest word that may be the misspelt start of a word, in characters.
const MIN_BEGUN_CHARS: usize = 5;
/// Shortest word that is matched inside a term, in characters. A word of exactly this length must be at the start or
/// end of the term: `sql` matches `postgresql`, but `mit` does not match `smith`.
const MIN_PART_CHARS: usize = 3;

impl TermMatches {
    /// All meanings of the word at index `at`. A meaning from the former query is reused.
    pub(super) fn of(lexicon: &Lexicon, words: &[String], at: usize, former: &[Arc<Self>]) -> Arc<Self> {
        let (word, joined) = (&words[at], joined_with_neighbours(lexicon, words, at));
        let is_same = |known: &&Arc<Self>| {
            !known.is_phrase && !known.is_left_out && known.word == *word && known.joined == joined
        };
        let known = former.iter().find(is_same).cloned();
        known.unwrap_or_else(|| Arc::new(Self::of_word(lexicon, word, joined)))
    }

    fn of_word(lexicon: &Lexicon, word: &str, joined: Vec<TermIx>) -> Self {
        let mut found = Found { lexicon, chars: word.chars().count(), word, matches: Vec::new() };
        found.literal();
        found.spelt_otherwise();
        for term in &joined {
            found.add(*term, NEARLY_WHOLE, How::Whole);
        }
        let mut phrases = abbreviation::find(lexicon, word);
        let mut taken_for = Vec::new();
        if found.matches.is_empty() && phrases.iter().all(PhraseMatch::is_far_fetched) {
            found.scattered();
            taken_for = found.slips();
            if found.matches.is_empty() {
                taken_for = found.slips_so_far();
            }
            if found.is_near() {
                phrases.clear();
            } else if !phrases.is_empty() {
                found.matches.clear();
                taken_for.clear();
            }
        }
        Self { word: word.to_owned(), joined, terms: found.in_order(), phrases, taken_for, ..Self::default() }
    }

    /// The same without the terms that the word begins, other than its own forms (`program` is in `programming`, but `car`
    /// is not in `career`), and without phrases that it may abbreviate.
    pub(super) fn of_whole_words(self: Arc<Self>, lexicon: &Lexicon) -> Arc<Self> {
        let own = stem(&self.word);
        let is_other = |found: &TermMatch| {
            found.how == How::Start
                && own.as_ref().is_none_or(|own| stem(lexicon.term(found.term)).as_ref() != Some(own))
        };
        if !self.terms.iter().any(is_other) && self.phrases.iter().all(PhraseMatch::is_known) {
            return self;
        }
        let mut whole = Self { is_left_out: true, ..(*self).clone() };
        whole.terms.retain(|found| !is_other(found));
        whole.phrases.retain(PhraseMatch::is_known);
        Arc::new(whole)
    }

    /// A word without meanings of its own.
    pub(super) fn nothing(word: &str) -> Arc<Self> {
        Arc::new(Self { word: word.to_owned(), is_left_out: true, ..Self::default() })
    }

    /// The terms that a word equals, including singular, plural and spelling variants. In scripts without blanks the
    /// word may be part of a longer run. Nothing is guessed, and only such scripts need a scan of all terms.
    pub(super) fn wholly(lexicon: &Lexicon, word: &str) -> Self {
        let mut found = Found { lexicon, chars: word.chars().count(), word, matches: Vec::new() };
        if let Some(term) = lexicon.find(word) {
            found.add(term, WHOLE, How::Whole);
        }
        found.spelt_otherwise();
        if is_unspaced(word) {
            let holds = |term: &TermIx| lexicon.term(*term).contains(word);
            (0..lexicon.len() as TermIx).filter(holds).for_each(|term| found.add(term, NEARLY_WHOLE, How::Part));
        }
        Self { word: word.to_owned(), terms: found.in_order(), ..Self::default() }
    }

    /// Whether all its meanings are guesses.
    pub(super) fn is_guess(&self) -> bool {
        let is_guess = |found: &TermMatch| matches!(found.how, How::Slip | How::Scattered | How::Part);
        self.phrases.iter().all(PhraseMatch::is_far_fetched) && self.terms.iter().all(is_guess)
    }

    /// The occurrences of a phrase as it is; if it is still being typed, its last word may be a prefix.
    pub(super) fn exactly(lexicon: &Lexicon, phrase: &Phrase) -> Self {
        let firsts = match phrase.words.as_slice() {
            [only] if phrase.is_open => lexicon.starting_with(only),
            words => words.first().and_then(|first| lexicon.find(first)).map_or(0..0, |term| term..term + 1),
        };
        let mut tokens: Vec<TermIx> = Vec::new();
        let mut phrases: Vec<PhraseMatch> = firsts
            .flat_map(|term| lexicon.phrases_of(term).iter())
            .filter_map(|ix| {
                tokens.clear();
                tokens.extend(lexicon.tokens(ix).iter());
                let start = tokens.windows(phrase.words.len()).position(|row| is_row(lexicon, phrase, row))?;
                let mut lengths = vec![usize::MAX; phrase.words.len()];
                if let (true, Some(last)) = (phrase.is_open, phrase.words.last()) {
                    lengths[phrase.words.len() - 1] = last.chars().count();
                }
                Some(PhraseMatch { phrase: ix, start, lengths, quality: WHOLE })
            })
            .collect();
        phrases.sort_by_key(|found| (found.phrase, found.start));
        phrases.dedup_by_key(|found| found.phrase);
        Self { word: phrase.words.join(" "), phrases, is_phrase: true, ..Self::default() }
    }

    /// The meanings by which a word excludes programs: the terms that it equals, including variants, or else what it is
    /// known to abbreviate. Prefixes and misspellings exclude nothing, because they would be guesses.
    pub(super) fn plainly(lexicon: &Lexicon, word: &str) -> Self {
        let mut found = Found { lexicon, chars: word.chars().count(), word, matches: Vec::new() };
        found.literal();
        found.spelt_otherwise();
        found.matches.retain(|found| found.how == How::Whole);
        let mut phrases = Vec::new();
        if found.matches.is_empty() {
            phrases = abbreviation::find(lexicon, word);
            phrases.retain(PhraseMatch::is_known);
        }
        Self { word: word.to_owned(), terms: found.in_order(), phrases, ..Self::default() }
    }

    /// Whether nothing in the catalogue matches.
    pub(super) fn is_nothing(&self) -> bool {
        self.terms.is_empty() && self.phrases.is_empty()
    }

    /// The phrases that match, or contain a term that matches. A phrase may occur several times.
    pub(super) fn all_phrases<'l>(&self, lexicon: &'l Lexicon) -> impl Iterator<Item = PhraseIx> + use<'_, 'l> {
        let of_terms = self.terms.iter().flat_map(|found| lexicon.phrases_of(found.term).iter());
        self.phrases.iter().map(|found| found.phrase).chain(of_terms)
    }

    /// How the word matches a term; `None` if it does not.
    pub(super) fn of_term(&self, term: TermIx) -> Option<&TermMatch> {
        self.terms.binary_search_by_key(&term, |found| found.term).ok().map(|at| &self.terms[at])
    }
}

fn is_row(lexicon: &Lexicon, phrase: &Phrase, row: &[TermIx]) -> bool {
    row.iter().zip(&phrase.words).enumerate().all(|(at, (term, word))| {
        let term = lexicon.term(*term);
        let may_begin = phrase.is_open && at + 1 == phrase.words.len();
        term == word || may_begin && term.starts_with(word.as_str())
    })
}

struct Found<'a> {
    lexicon: &'a Lexicon,
    word: &'a str,
    chars: usize,
    matches: Vec<TermMatch>,
}

impl Found<'_> {
    fn add(&mut self, term: TermIx, quality: u32, how: How) {
        self.matches.push(TermMatch { term, quality, how });
    }

    /// The share of a term that the word covers, scaled to `most`.
    fn share(&self, term: TermIx, most: u32) -> u32 {
        most * self.chars as u32 / self.lexicon.chars(term).max(1) as u32
    }

    fn literal(&mut self) {
        let starting = self.lexicon.starting_with(self.word);
        for term in starting.clone() {
            if self.lexicon.chars(term) == self.chars {
                self.add(term, WHOLE, How::Whole);
            } else {
                self.add(term, START.0 + self.share(term, START.1), How::Start);
            }
        }
        if self.chars < MIN_PART_CHARS {
            return;
        }
        let wanted = letters(self.word);
        for term in 0..self.lexicon.len() as TermIx {
            let is_possible = self.lexicon.letters(term) & wanted == wanted && !starting.contains(&term);
            if is_possible && self.is_part_of(self.lexicon.term(term)) {
                self.add(term, PART.0 + self.share(term, PART.1), How::Part);
            }
        }
    }

    fn is_part_of(&self, term: &str) -> bool {
        if self.chars == MIN_PART_CHARS { term.ends_with(self.word) } else { term.contains(self.word) }
    }

    /// Matches variants: `certificates` for `certificate`, `behavior` for `behaviour`, and the reverse.
    fn spelt_otherwise(&mut self) {
        if self.chars < MIN_MISSPELT_CHARS {
            return;
        }
        for other in numbers(self.word).chain(spellings(self.word)) {
            // `Andes` is no plural of `and`, which stands in nearly every title.
            if let Some(term) = self.lexicon.find(&other).filter(|term| !self.lexicon.is_stop_word(*term)) {
                self.add(term, NEARLY_WHOLE, How::Whole);
            }
        }
    }

    /// Matches words with letters left out: `machne` for `machine`.
    fn scattered(&mut self) {
        if self.chars < MIN_PART_CHARS {
            return;
        }
        // A matcher that is used again scores some patterns differently. A fresh one for each word, over terms in
        // alphabetical order, always gives the same scores.
        let matcher = matcher();
        let Some(best) = matcher.fuzzy_match(self.word, self.word) else { return };
        let wanted = letters(self.word);
        for term in 0..self.lexicon.len() as TermIx {
            let chars = self.lexicon.chars(term);
            let is_possible = self.lexicon.letters(term) & wanted == wanted
                && chars > self.chars
                && self.chars * 100 >= chars * SCATTERED_SHARE;
            if !is_possible || !same_first_char(self.lexicon.term(term), self.word) {
                continue;
            }
            let score = matcher.fuzzy_match(self.lexicon.term(term), self.word).unwrap_or(0);
            let percent = score * 100 / best;
            if percent >= SCATTERED_FLOOR {
                self.add(term, SCATTERED.0 + SCATTERED.1 * percent as u32 / 100, How::Scattered);
            }
        }
    }

    /// Matches misspellings: `sceince` for `science`, with letters swapped, doubled, wrong or missing.
    /// Returns the likeliest terms.
    fn slips(&mut self) -> Vec<TermIx> {
        if self.chars < MIN_MISSPELT_CHARS || self.word.bytes().all(|byte| byte.is_ascii_digit()) {
            return Vec::new();
        }
        let most = if self.matches.is_empty() { most_slips(self.chars) } else { 1 };
        let own = letters(self.word);
        let mut typed = Typed::new(self.word);
        let mut fewest = most;
        let mut slips: Vec<TermIx> = Vec::new();
        for term in 0..self.lexicon.len() as TermIx {
            let letters = self.lexicon.letters(term);
            // Each typing error adds at most one letter and removes at most one.
            let is_possible = (letters & !own).count_ones() <= u32::from(fewest)
                && (own & !letters).count_ones() <= u32::from(fewest)
                && self.lexicon.chars(term).abs_diff(self.chars) <= usize::from(fewest)
                && self.lexicon.chars(term) >= MIN_PART_CHARS;
            let meant = self.lexicon.term(term);
            let count = if is_possible { typed.slips(meant, usize::MAX, fewest) } else { None };
            let count = count.and_then(|_| plain_slips(self.word, meant, fewest));
            if let Some(count) = count {
                if count < fewest {
                    slips.clear();
                    fewest = count;
                }
                slips.push(term);
            }
        }
        // A word that lacks a letter has matched already: its letters occur in the term in order.
        let (mut taken_for, mut slips): (Vec<TermIx>, Vec<TermIx>) =
            slips.into_iter().partition(|term| self.matches.iter().any(|found| found.term == *term));
        self.keep_likeliest(&mut slips);
        for term in &slips {
            self.add(*term, SLIP.saturating_sub(60 * u32::from(fewest).saturating_sub(1)), How::Slip);
        }
        taken_for.append(&mut slips);
        taken_for
    }

    /// Matches misspelt starts of words: `anlay` for `analytics`. Returns the likeliest terms.
    fn slips_so_far(&mut self) -> Vec<TermIx> {
        if self.chars < MIN_BEGUN_CHARS {
            return Vec::new();
        }
        let own = letters(self.word);
        let mut typed = Typed::new(self.word);
        let mut slips: Vec<TermIx> = Vec::new();
        for term in 0..self.lexicon.len() as TermIx {
            let is_possible = (own & !self.lexicon.letters(term)).count_ones() <= 1
                && self.lexicon.chars(term) > self.chars
                && same_first_char(self.lexicon.term(term), self.word);
            let meant = self.lexicon.term(term);
            let is_near = is_possible && typed.slips(meant, self.chars, 1) == Some(1);
            let begun = || meant.chars().take(self.chars).collect::<String>();
            if is_near && plain_slips(self.word, &begun(), 1).is_some() {
                slips.push(term);
            }
        }
        self.keep_likeliest(&mut slips);
        for term in &slips {
            self.add(*term, SLIP_SO_FAR, How::Slip);
        }
        slips
    }

    /// The first letter is rarely wrong: terms with another first letter stay only if none has the same.
    fn keep_likeliest(&self, slips: &mut Vec<TermIx>) {
        let has_first = |term: TermIx| same_first_char(self.lexicon.term(term), self.word);
        if slips.iter().any(|term| has_first(*term)) {
            slips.retain(|term| has_first(*term));
        }
        slips.sort_by_key(|term| (std::cmp::Reverse(self.lexicon.phrases_of(*term).len()), *term));
    }

    /// Whether one of the matches is close enough to rule out all others.
    fn is_near(&self) -> bool {
        let is_near = |found: &TermMatch| match found.how {
            How::Slip => found.quality == SLIP,
            _ => self.chars * 100 >= self.lexicon.chars(found.term) * NEAR_SHARE,
        };
        self.matches.iter().any(is_near)
    }

    /// The matches in the order of terms, the best of each.
    fn in_order(mut self) -> Vec<TermMatch> {
        self.matches.sort_by_key(|found| (found.term, std::cmp::Reverse(found.quality)));
        self.matches.dedup_by_key(|found| found.term);
        self.matches
    }
}

/// The terms formed with an adjacent word: `cyber security` is `cybersecurity`, and both words then mean it.
fn joined_with_neighbours(lexicon: &Lexicon, words: &[String], at: usize) -> Vec<TermIx> {
    let before = at.checked_sub(1).map(|before| format!("{}{}", words[before], words[at]));
    let after = words.get(at + 1).map(|after| format!("{}{after}", words[at]));
    before.into_iter().chain(after).filter_map(|joined| lexicon.find(&joined)).collect()
}

/// A word with plural endings added or removed.
fn numbers(word: &str) -> impl Iterator<Item = String> {
    let singulars = [("s", ""), ("es", ""), ("ies", "y")];
    let plurals = [("", "s"), ("", "es"), ("y", "ies")];
    let other = move |(from, to): (&str, &str)| word.strip_suffix(from).map(|stem| format!("{stem}{to}"));
    singulars.into_iter().chain(plurals).filter_map(other)
}

/// The word in British instead of American spelling, or the reverse.
fn spellings(word: &str) -> impl Iterator<Item = String> {
    const PAIRS: [(&str, &str); 6] =
        [("our", "or"), ("is", "iz"), ("ll", "l"), ("tre", "ter"), ("mme", "m"), ("yse", "yze")];
    let both_ways = PAIRS.into_iter().flat_map(|(a, b)| [(a, b), (b, a)]);
    both_ways.flat_map(move |(from, to)| {
        word.match_indices(from).map(move |(at, _)| format!("{}{to}{}", &word[..at], &word[at + from.len()..]))
    })
}

/// The number of typing errors allowed in a word of this length.
fn most_slips(chars: usize) -> u8 {
    match chars {
        0..=6 => 1,
        7..=10 => 2,
        _ => 3,
    }
}

fn same_first_char(a: &str, b: &str) -> bool {
    a.chars().next() == b.chars().next()
}

fn matcher() -> SkimMatcherV2 {
    let config = SkimScoreConfig { penalty_case_mismatch: 0, ..SkimScoreConfig::default() };
    SkimMatcherV2::default().score_config(config).ignore_case()
}

/// The positions of a folded term at which the letters of a word occur in order.
pub(super) fn scattered_places(term: &str, word: &str) -> Vec<usize> {
    matcher().fuzzy_indices(term, word).map(|(_, places)| places).unwrap_or_default()
}
