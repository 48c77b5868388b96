//! The distinct words of a catalogue and where they stand: from words to phrases (a title, one name of an institution, a
//! field...), and from phrases to programs. What people search is words, and their number grows far slower than the
//! catalogue, so everything slow is done to words.
//!
//! How one is made of the programs stands in `build`; here it is read where its bytes lie. Words are sorted and phrases are read in the catalogue's own order of ids; no answer depends on the order of records.

mod build;

use std::ops::Range;

use crate::catalog::Catalog;

use super::codec::{Decoder, Held, Numbers, Slice, all_below};
use crate::names::{is_stop_word, letters};

pub(super) use build::LexiconBuilder;

/// The number of a distinct word: words are numbered in alphabetical order.
pub(super) type TermIx = u32;
/// The number of a phrase: the first ones are the titles, numbered as their programs are.
pub(super) type PhraseIx = u32;

/// What a phrase is of a program.
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

    /// How much a match counts here, in per cent of one in the title.
    pub(super) fn weight(self, words: usize) -> u32 {
        match self {
            Self::Title => 100,
            // The whole of a name says more than a word of it: `MIT` is the institute, not a word of another name.
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

/// What words in a row are that belong together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase {
    pub(super) column: Column,
    /// How much a match counts here, in per cent.
    pub(super) weight: u32,
    /// Which programs have it; nothing for a title, which is its own program's.
    group: Option<u32>,
}

#[derive(Clone, Copy, Debug)]
struct Term {
    start: u32,
    bytes: u32,
    chars: u32,
    letters: u32,
    is_stop_word: bool,
}

impl Term {
    fn new(word: &str, start: u32) -> Self {
        Self {
            start,
            bytes: word.len() as u32,
            chars: word.chars().count() as u32,
            letters: letters(word),
            is_stop_word: is_stop_word(word),
        }
    }
}

/// Every distinct word of a catalogue with the phrases that hold it. The long lists are read where they lie in the bytes
/// of a section: nothing that grows with the catalogue is taken apart before the first query.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexicon {
    text: String,
    terms: Vec<Term>,
    /// By term, where its phrases start in `phrases_by_term`; one more at the end.
    starts: Vec<u32>,
    /// The phrases but for titles, which come first: those have nothing to tell apart.
    others: Vec<Phrase>,
    /// By group, where its programs start in `members`; one more at the end.
    groups: Vec<u32>,
    /// How many of the phrases are titles.
    programs: usize,
    phrases_by_term: Numbers,
    /// By phrase, where its words start in `tokens`; one more at the end.
    places: Numbers,
    tokens: Numbers,
    /// By block of tokens, the phrase of the first one.
    phrase_of_block: Numbers,
    /// By token, its code: what makes finding initials a scan of bytes.
    codes: Numbers,
    /// By phrase, the code of its first token.
    leads: Numbers,
    /// By title, how many of its words are no stop words; [`MANY_WORDS`] for more.
    words_of_titles: Numbers,
    /// By title, the first of these words.
    first_words: Numbers,
    members: Numbers,
}

impl Lexicon {
    /// Reads a catalogue once.
    pub(super) fn new(catalog: &Catalog) -> Self {
        let mut builder = LexiconBuilder::new(catalog);
        catalog.programs().for_each(|program| builder.add(&program));
        Self::from_bytes(builder.into_bytes(), catalog.len()).unwrap_or_default()
    }

    /// Reads the titles of the courses of a catalogue: programs have no words in it but those of their courses.
    pub(super) fn of_courses(catalog: &Catalog) -> Self {
        let mut builder = LexiconBuilder::of_courses();
        catalog.programs().for_each(|program| builder.add_courses(catalog, &program));
        Self::from_bytes(builder.into_bytes(), catalog.len()).unwrap_or_default()
    }

    /// The lexicon of `count` programs in these bytes; `None` if they are no such lexicon.
    pub(super) fn from_bytes(bytes: Vec<u8>, programs: usize) -> Option<Self> {
        let held = Held::new(bytes);
        let mut reader = Decoder::new(held.bytes());
        let (text, words) = reader.texts()?;
        let terms: Vec<Term> = words.iter().map(|word| Term::new(&text[word.clone()], word.start as u32)).collect();
        let is_sorted = words.is_sorted_by(|a, b| text[a.clone()] < text[b.clone()]);
        let starts = reader.numbers()?;
        let (columns, holders) = (reader.numbers()?, reader.numbers()?);
        let groups = reader.numbers()?;
        let phrases = programs + columns.len();
        let places = held.list(&mut reader, u32::MAX as usize)?;
        let most_term = terms.len().saturating_sub(1);
        let tokens = held.list(&mut reader, most_term)?;
        let others = columns.iter().zip(&holders).enumerate().map(|(at, (column, group))| {
            let words = places.at(programs + at + 1).saturating_sub(places.at(programs + at));
            let column = *Column::ALL.get(*column as usize)?;
            Some(Phrase { column, weight: column.weight(words as usize), group: Some(*group) })
        });
        let others = others.collect::<Option<Vec<Phrase>>>()?;
        let lexicon = Self {
            text: text.to_owned(),
            terms,
            starts,
            others,
            groups,
            programs,
            phrases_by_term: held.list(&mut reader, phrases.saturating_sub(1))?,
            places,
            tokens,
            phrase_of_block: held.list(&mut reader, phrases.saturating_sub(1))?,
            codes: held.list(&mut reader, usize::MAX)?,
            leads: held.list(&mut reader, usize::MAX)?,
            words_of_titles: held.list(&mut reader, usize::MAX)?,
            first_words: held.list(&mut reader, most_term)?,
            members: held.list(&mut reader, programs.saturating_sub(1))?,
        };
        reader.finish()?;
        (is_sorted && lexicon.is_whole(&holders)).then_some(lexicon)
    }

    /// Whether the lists are as long as each other says. What stands in the long ones is not looked at: no number of
    /// theirs leads out of another list, and who reads a section has compared it with its checksum.
    fn is_whole(&self, holders: &[u32]) -> bool {
        let (tokens, phrases) = (self.tokens.len(), self.programs + self.others.len());
        let ends_at = |starts: &[u32], end: usize| starts.is_sorted() && starts.last() == Some(&(end as u32));
        self.starts.len() == self.len() + 1
            && ends_at(&self.starts, tokens)
            && ends_at(&self.groups, self.members.len())
            && holders.len() == self.others.len()
            && all_below(holders, self.groups.len().saturating_sub(1))
            && self.places.len() == phrases + 1
            && self.places.at(phrases) as usize == tokens
            && self.phrases_by_term.len() == tokens
            && self.phrase_of_block.len() == tokens.div_ceil(BLOCK)
            && self.codes.as_bytes().is_some_and(|codes| codes.len() == tokens)
            && self.leads.as_bytes().is_some_and(|leads| leads.len() == phrases)
            && self.words_of_titles.len() == self.programs
            && self.first_words.len() == self.programs
    }

    /// How many distinct words there are.
    pub(super) fn len(&self) -> usize {
        self.terms.len()
    }

    /// A distinct word.
    pub(super) fn term(&self, ix: TermIx) -> &str {
        let term = self.terms[ix as usize];
        &self.text[term.start as usize..term.start as usize + term.bytes as usize]
    }

    /// How many characters a word has.
    pub(super) fn chars(&self, ix: TermIx) -> usize {
        self.terms[ix as usize].chars as usize
    }

    /// The set of letters of a word, see [`letters`].
    pub(super) fn letters(&self, ix: TermIx) -> u32 {
        self.terms[ix as usize].letters
    }

    /// Whether a word says nothing about what is wanted.
    pub(super) fn is_stop_word(&self, ix: TermIx) -> bool {
        self.terms[ix as usize].is_stop_word
    }

    /// That very word.
    pub(super) fn find(&self, word: &str) -> Option<TermIx> {
        let at = self.lower_bound(word);
        (at < self.len() && self.term(at as u32) == word).then_some(at as u32)
    }

    /// The words that start with a text: a run of neighbours, since words are sorted.
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

    /// The phrases that hold a word.
    pub(super) fn phrases_of(&self, term: TermIx) -> Slice<'_> {
        self.phrases_of_any(&(term..term + 1))
    }

    /// The titles that hold a word, by the numbers of their programs, and the other phrases that do.
    pub(super) fn titles_and_others(&self, term: TermIx) -> (Slice<'_>, Slice<'_>) {
        self.phrases_of(term).split_at_bound(self.programs as u32)
    }

    /// The phrases that hold a word of a run; one that holds several stands there as often.
    pub(super) fn phrases_of_any(&self, terms: &Range<TermIx>) -> Slice<'_> {
        self.phrases_by_term.slice(self.starts[terms.start as usize]..self.starts[terms.end as usize])
    }

    /// The codes of all words as they stand, phrase after phrase, see [`build`].
    pub(super) fn codes(&self) -> &[u8] {
        self.codes.as_bytes().unwrap_or_default()
    }

    /// By phrase, the code of its first word; [`NO_WORD`] where it has none.
    pub(super) fn leads(&self) -> &[u8] {
        self.leads.as_bytes().unwrap_or_default()
    }

    /// Where the words of a phrase stand among all.
    pub(super) fn place_of(&self, phrase: PhraseIx) -> Range<u32> {
        let most = self.tokens.len() as u32;
        let end = self.places.at(phrase as usize + 1).min(most);
        self.places.at(phrase as usize).min(end)..end
    }

    /// The phrase in which a word stands, and the place of the word in it.
    pub(super) fn phrase_at(&self, place: usize) -> (PhraseIx, usize) {
        let mut phrase = self.phrase_of_block.at(place / BLOCK);
        while self.places.at(phrase as usize + 1) as usize <= place {
            phrase += 1;
        }
        (phrase, place.saturating_sub(self.places.at(phrase as usize) as usize))
    }

    /// A phrase.
    pub(super) fn phrase(&self, ix: PhraseIx) -> Phrase {
        let title = Phrase { column: Column::Title, weight: Column::Title.weight(0), group: None };
        (ix as usize).checked_sub(self.programs).and_then(|at| self.others.get(at)).copied().unwrap_or(title)
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

    /// How many words of a title are no stop words, and the first of them; nothing of a very long one.
    pub(super) fn gist_of_title(&self, program: u32) -> Option<(u32, TermIx)> {
        let words = self.words_of_titles.at(program as usize);
        (words < MANY_WORDS).then(|| (words, self.first_words.at(program as usize)))
    }

    /// The numbers of the programs that have a phrase which is no title.
    pub(super) fn members_of(&self, phrase: Phrase) -> Slice<'_> {
        let group = phrase.group.map_or(0, |group| group as usize);
        self.members.slice(self.groups[group]..self.groups[group + 1])
    }

    /// Calls `take` with the number of every program that has a phrase.
    pub(super) fn each_program_of(&self, ix: PhraseIx, take: impl FnMut(u32)) {
        if (ix as usize) < self.programs {
            std::iter::once(ix).for_each(take);
        } else {
            self.members_of(self.phrase(ix)).iter().for_each(take);
        }
    }
}

/// So many words of a title, or more, are not counted.
const MANY_WORDS: u32 = 255;

/// How many tokens make a block.
const BLOCK: usize = 16;

/// The last word of its phrase.
pub(super) const IS_LAST: u8 = 1 << 7;
/// A word that says nothing about what is wanted.
pub(super) const IS_STOP_WORD: u8 = 1 << 6;
/// The code of no word.
pub(super) const NO_WORD: u8 = u8::MAX;
/// From this class on a class is of several characters.
pub(super) const SHARED_CLASS: u8 = 36;

/// The class of a character: one for each of a-z and 0-9, and a few that all others share.
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
        for phrase in 0..(programs + lexicon.others.len()) as PhraseIx {
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
