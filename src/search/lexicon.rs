//! The distinct words (terms) of a catalogue with their posting lists: from terms to phrases (a title, a name of an
//! institution, a field and so on), and from phrases to programs. The number of distinct words grows far more slowly
//! than the catalogue, so everything slow is done per term.
//!
//! `build` writes the bytes of a lexicon, which are read in place here. Terms are sorted, and phrases are in the order
//! of program ids, so no answer depends on the order of records.

mod build;

use std::ops::Range;

use crate::catalog::Catalog;

use super::codec::{Decoder, Held, Numbers, Slice};

pub(super) use build::LexiconBuilder;

/// The index of a term; terms are numbered in alphabetical order.
pub(super) type TermIx = u32;
/// The index of a phrase. The first phrases are the titles, numbered like their programs.
pub(super) type PhraseIx = u32;

/// The part of a program that a phrase comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Title,
    Institution,
    Kind,
    Field,
    Skill,
    Language,
    Course,
}

impl Column {
    const ALL: [Self; 7] =
        [Self::Title, Self::Institution, Self::Kind, Self::Field, Self::Skill, Self::Language, Self::Course];

    /// The weight of a match in this column, in per cent of a match in a title.
    pub(super) fn weight(self, words: usize) -> u32 {
        match self {
            Self::Title => 100,
            // A complete name is stronger evidence than a word of a longer name: `MIT` is the institute.
            Self::Institution if words == 1 => 85,
            Self::Institution => 78,
            Self::Kind => 50,
            Self::Field => 45,
            Self::Skill => 35,
            Self::Language => 30,
            Self::Course => 25,
        }
    }
}

/// A phrase: consecutive words that belong together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase {
    pub(super) column: Column,
    /// The weight of a match, in per cent.
    pub(super) weight: u32,
    /// The group of programs that have the phrase; `None` for a title, which belongs to one program.
    group: Option<u32>,
}

/// Every term of a catalogue with the phrases that contain it. The lists are read directly from the bytes of a section:
/// nothing is decoded in advance. Numbers are not checked one by one either, but none of them can lead outside another
/// list.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexicon {
    /// All terms, one after another.
    text: String,
    /// For each term, the offset of its text; one more entry at the end.
    texts: Numbers,
    /// For each term, its letters; see [`crate::names::letters`].
    letters: Numbers,
    /// For each term, twice its number of characters, plus one for a stop word.
    sizes: Numbers,
    /// For each term, the offset of its phrases in `phrases_by_term`; one more entry at the end.
    starts: Numbers,
    /// For each phrase after the titles, the number of its column. Titles come first and need no entry.
    columns: Numbers,
    /// For each phrase after the titles, its group.
    holders: Numbers,
    /// For each group, the offset of its programs in `members`; one more entry at the end.
    groups: Numbers,
    /// The number of titles, which is the number of programs.
    programs: usize,
    phrases_by_term: Numbers,
    /// For each phrase, the offset of its words in `tokens`; one more entry at the end.
    places: Numbers,
    tokens: Numbers,
    /// For each block of tokens, the phrase of its first token.
    phrase_of_block: Numbers,
    /// For each token, its code. Initials are found by scanning these bytes.
    codes: Numbers,
    /// For each phrase, the code of its first token.
    leads: Numbers,
    /// For each title, its number of words without stop words; [`MANY_WORDS`] if there are more.
    words_of_titles: Numbers,
    /// For each title, the first of these words.
    first_words: Numbers,
    members: Numbers,
}

impl Lexicon {
    /// Builds the lexicon of a catalogue.
    pub(super) fn new(catalog: &Catalog) -> Self {
        let mut builder = LexiconBuilder::new(catalog);
        catalog.programs().for_each(|program| builder.add(&program));
        Self::from_bytes(builder.into_bytes(), catalog.len()).unwrap_or_default()
    }

    /// Builds the lexicon of course titles. A program in it has only the words of its courses.
    pub(super) fn of_courses(catalog: &Catalog) -> Self {
        let mut builder = LexiconBuilder::of_courses();
        catalog.programs().for_each(|program| builder.add_courses(catalog, &program));
        Self::from_bytes(builder.into_bytes(), catalog.len()).unwrap_or_default()
    }

    /// Reads the lexicon of `programs` programs; `None` if the bytes are not such a lexicon.
    pub(super) fn from_bytes(bytes: Vec<u8>, programs: usize) -> Option<Self> {
        let held = Held::new(bytes);
        let mut reader = Decoder::new(held.bytes());
        let text = std::str::from_utf8(reader.bytes()?).ok()?.to_owned();
        let mut list = |most: usize| held.list(&mut reader, most);
        let (texts, letters, sizes) = (list(text.len())?, list(usize::MAX)?, list(usize::MAX)?);
        let (starts, columns, holders) = (list(usize::MAX)?, list(usize::MAX)?, list(usize::MAX)?);
        let (groups, places) = (list(usize::MAX)?, list(usize::MAX)?);
        let (most_term, most_phrase) = (letters.len().saturating_sub(1), (programs + columns.len()).saturating_sub(1));
        let lexicon = Self {
            tokens: list(most_term)?,
            phrases_by_term: list(most_phrase)?,
            phrase_of_block: list(most_phrase)?,
            codes: list(usize::MAX)?,
            leads: list(usize::MAX)?,
            words_of_titles: list(usize::MAX)?,
            first_words: list(most_term)?,
            members: list(programs.saturating_sub(1))?,
            text,
            texts,
            letters,
            sizes,
            starts,
            columns,
            holders,
            groups,
            places,
            programs,
        };
        reader.finish()?;
        lexicon.is_whole().then_some(lexicon)
    }

    /// Whether the lengths of the lists agree.
    fn is_whole(&self) -> bool {
        let (terms, tokens, phrases) = (self.len(), self.tokens.len(), self.programs + self.columns.len());
        self.texts.len() == terms + 1
            && self.sizes.len() == terms
            && self.starts.len() == terms + 1
            && self.holders.len() == self.columns.len()
            && self.places.len() == phrases + 1
            && self.places.at(phrases) as usize == tokens
            && self.phrases_by_term.len() == tokens
            && self.phrase_of_block.len() == tokens.div_ceil(BLOCK)
            && self.codes.as_bytes().is_some_and(|codes| codes.len() == tokens)
            && self.leads.as_bytes().is_some_and(|leads| leads.len() == phrases)
            && self.words_of_titles.len() == self.programs
            && self.first_words.len() == self.programs
    }

    /// The number of terms.
    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// The text of a term.
    pub(super) fn term(&self, ix: TermIx) -> &str {
        let place = self.texts.all().range_at(ix as usize);
        self.text.get(place.start as usize..place.end as usize).unwrap_or_default()
    }

    /// The length of a term, in characters.
    pub(super) fn chars(&self, ix: TermIx) -> usize {
        (self.sizes.at(ix as usize) / 2) as usize
    }

    /// Returns the set of letters of a term; see [`crate::names::letters`].
    pub(super) fn letters(&self, ix: TermIx) -> u32 {
        self.letters.at(ix as usize)
    }

    pub(super) fn is_stop_word(&self, ix: TermIx) -> bool {
        self.sizes.at(ix as usize) % 2 == 1
    }

    /// The term equal to a word; `None` if there is none.
    pub(super) fn find(&self, word: &str) -> Option<TermIx> {
        let at = self.lower_bound(word);
        (at < self.len() && self.term(at as u32) == word).then_some(at as u32)
    }

    /// The terms that start with a prefix: a contiguous range, because terms are sorted.
    pub(super) fn starting_with(&self, prefix: &str) -> Range<TermIx> {
        let first = self.lower_bound(prefix);
        let length = (first..self.len()).take_while(|at| self.term(*at as u32).starts_with(prefix)).count();
        first as u32..(first + length) as u32
    }

    fn lower_bound(&self, word: &str) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.term(middle as u32) < word {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The phrases that contain a term.
    pub(super) fn phrases_of(&self, term: TermIx) -> Slice<'_> {
        self.phrases_of_any(&(term..term + 1))
    }

    /// The titles that contain a term, as program numbers, and the other phrases that do.
    pub(super) fn titles_and_others(&self, term: TermIx) -> (Slice<'_>, Slice<'_>) {
        self.phrases_of(term).split_at_bound(self.programs as u32)
    }

    /// The phrases that contain any of these terms; a phrase that contains several occurs as often.
    pub(super) fn phrases_of_any(&self, terms: &Range<TermIx>) -> Slice<'_> {
        self.phrases_by_term.slice(self.starts.at(terms.start as usize)..self.starts.at(terms.end as usize))
    }

    /// Returns the codes of all tokens, phrase by phrase; see [`build`].
    pub(super) fn codes(&self) -> &[u8] {
        self.codes.as_bytes().unwrap_or_default()
    }

    /// For each phrase, the code of its first word; [`NO_WORD`] if it has none.
    pub(super) fn leads(&self) -> &[u8] {
        self.leads.as_bytes().unwrap_or_default()
    }

    /// The range of a phrase's words among all tokens.
    pub(super) fn place_of(&self, phrase: PhraseIx) -> Range<u32> {
        let most = self.tokens.len() as u32;
        let end = self.places.at(phrase as usize + 1).min(most);
        self.places.at(phrase as usize).min(end)..end
    }

    /// The phrase that contains a token, and the token's index in it.
    pub(super) fn phrase_at(&self, place: usize) -> (PhraseIx, usize) {
        let mut phrase = self.phrase_of_block.at(place / BLOCK);
        while self.places.at(phrase as usize + 1) as usize <= place {
            phrase += 1;
        }
        (phrase, place.saturating_sub(self.places.at(phrase as usize) as usize))
    }

    /// The phrase with an index.
    pub(super) fn phrase(&self, ix: PhraseIx) -> Phrase {
        let Some(at) = (ix as usize).checked_sub(self.programs) else {
            return Phrase { column: Column::Title, weight: Column::Title.weight(0), group: None };
        };
        let column = Column::ALL.get(self.columns.at(at) as usize).copied().unwrap_or(Column::Course);
        Phrase { column, weight: column.weight(self.place_of(ix).len()), group: Some(self.holders.at(at)) }
    }

    /// The words of a phrase, in order.
    pub(super) fn tokens(&self, ix: PhraseIx) -> Slice<'_> {
        self.tokens.slice(self.place_of(ix))
    }

    /// The words of a phrase, in order, with their codes.
    pub(super) fn tokens_and_codes(&self, ix: PhraseIx) -> impl Iterator<Item = (TermIx, u8)> {
        let place = self.place_of(ix);
        let codes = &self.codes()[place.start as usize..place.end as usize];
        self.tokens.slice(place).iter().zip(codes.iter().copied())
    }

    /// Returns the lengths and the first words of titles.
    #[inline]
    pub(super) fn gists(&self) -> Gists<'_> {
        Gists { words: self.words_of_titles.all(), first: self.first_words.all() }
    }

    /// The number of words of a title without stop words, or [`MANY_WORDS`].
    #[inline]
    pub(super) fn words_of_title(&self, program: u32) -> usize {
        self.words_of_titles.at(program as usize) as usize
    }

    /// The programs that have a phrase other than a title.
    pub(super) fn members_of(&self, phrase: Phrase) -> Slice<'_> {
        let members = |group: u32| self.members.slice(self.groups.all().range_at(group as usize));
        phrase.group.map(members).unwrap_or_default()
    }

    /// Calls `take` with every program that has a phrase.
    pub(super) fn each_program_of(&self, ix: PhraseIx, take: impl FnMut(u32)) {
        if (ix as usize) < self.programs {
            std::iter::once(ix).for_each(take);
        } else {
            self.members_of(self.phrase(ix)).each(take);
        }
    }
}

/// The length and the first word of each title.
#[derive(Clone, Copy)]
pub(super) struct Gists<'l> {
    words: Slice<'l>,
    first: Slice<'l>,
}

impl Gists<'_> {
    /// The number of words of a title without stop words, and the first of them; `None` for a very long title.
    #[inline]
    pub(super) fn of_title(&self, program: u32) -> Option<(u32, TermIx)> {
        let words = self.words.at(program as usize);
        (words < MANY_WORDS).then(|| (words, self.first.at(program as usize)))
    }
}

/// Longer titles count as having this number of words.
pub(super) const MANY_WORDS: u32 = 255;

/// The number of tokens in a block.
const BLOCK: usize = 16;

/// Flag of a code: the token is the last of its phrase.
pub(super) const IS_LAST: u8 = 1 << 7;
/// Flag of a code: the token is a stop word.
pub(super) const IS_STOP_WORD: u8 = 1 << 6;
/// The code of a phrase without words.
pub(super) const NO_WORD: u8 = u8::MAX;
/// Classes from this one on are shared by several characters.
pub(super) const SHARED_CLASS: u8 = 36;

/// The class of a character: one for each of a-z and 0-9, and a few shared by all other characters.
pub(super) fn class(c: char) -> u8 {
    match c {
        'a'..='z' => c as u8 - b'a',
        '0'..='9' => c as u8 - b'0' + 26,
        _ => SHARED_CLASS + (c as u32 % 27) as u8,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shipped() -> (Vec<u8>, usize) {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let mut builder = LexiconBuilder::new(&catalog);
        catalog.programs().for_each(|program| builder.add(&program));
        (builder.into_bytes(), catalog.len())
    }

    #[test]
    fn the_bytes_of_a_lexicon_are_of_so_many_programs_and_whole() {
        let (bytes, programs) = shipped();
        assert!(Lexicon::from_bytes(bytes.clone(), programs).is_some());
        assert!(Lexicon::from_bytes(bytes.clone(), programs + 1).is_none());
        assert!(Lexicon::from_bytes(bytes[..bytes.len() - 1].to_vec(), programs).is_none());
    }

    #[test]
    fn a_word_is_found_in_the_phrase_and_at_the_place_where_it_stands() {
        let (bytes, programs) = shipped();
        let lexicon = Lexicon::from_bytes(bytes, programs).expect("a lexicon");
        for phrase in 0..(programs + lexicon.columns.len()) as PhraseIx {
            let tokens = lexicon.tokens(phrase);
            for (at, place) in lexicon.place_of(phrase).enumerate() {
                assert_eq!(lexicon.phrase_at(place as usize), (phrase, at));
                assert!(lexicon.phrases_of(tokens.at(at)).iter().any(|other| other == phrase));
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

        #[test]
        fn damaged_bytes_are_refused_or_can_be_asked(changes in proptest::collection::vec((0usize..1_000_000, 1u8..), 1..4)) {
            let (mut bytes, programs) = shipped();
            let length = bytes.len();
            for (at, by) in changes {
                bytes[at % length] ^= by;
            }
            if let Some(lexicon) = Lexicon::from_bytes(bytes, programs) {
                for term in 0..lexicon.len() as TermIx {
                    for phrase in lexicon.phrases_of(term).iter() {
                        let mut most = 0;
                        lexicon.each_program_of(phrase, |program| most = most.max(program as usize));
                        prop_assert!(most < programs && lexicon.tokens_and_codes(phrase).count() < usize::MAX);
                    }
                }
            }
        }
    }
}
