//! The distinct words of a catalogue and where they stand: from words to phrases (a title, one name of an institution, a
//! field...), and from phrases to programs. What people search is words, and their number grows far slower than the
//! catalogue, so everything slow is done to words.
//!
//! Words are sorted and phrases are read in the catalogue's own order of ids; no answer depends on the order of records.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use crate::catalog::{Catalog, Institution, Kind, Program, Text};

use super::fold::{each_word, fold_into};
use super::query::is_stop_word;
use super::sections::{Reader, Writer, all_below, ends};

/// The number of a distinct word: words are numbered in alphabetical order.
pub(super) type TermIx = u32;
/// The number of a phrase: the first ones are the titles, numbered as their programs are.
pub(super) type PhraseIx = u32;

type Ids<K> = HashMap<K, u32, BuildHasherDefault<WordHasher>>;

/// FNV-1a. Words are short and come from a checked catalogue: nobody gains by making them collide but a slower start.
#[derive(Clone, Copy)]
struct WordHasher(u64);

impl Default for WordHasher {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// What a phrase is of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Title,
    Institution,
    Kind,
    Field,
    Skill,
    Language,
}

impl Column {
    const ALL: [Self; 6] = [Self::Title, Self::Institution, Self::Kind, Self::Field, Self::Skill, Self::Language];

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
        }
    }
}

/// Words in a row that belong together.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    pub(super) column: Column,
    /// How much a match counts here, in per cent.
    pub(super) weight: u32,
    tokens: Range<u32>,
    /// Which programs have it: a title its own, any other those of its group.
    holder: Holder,
}

#[derive(Clone, Copy, Debug)]
enum Holder {
    Program(u32),
    Group(u32),
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

/// Every distinct word of a catalogue with the phrases that hold it.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexicon {
    text: String,
    terms: Vec<Term>,
    /// By term, where its phrases start in `phrases_by_term`; one more at the end.
    starts: Vec<u32>,
    phrases_by_term: Vec<PhraseIx>,
    phrases: Vec<Phrase>,
    tokens: Vec<TermIx>,
    /// By block of tokens, the phrase of the first one.
    phrase_of_block: Vec<PhraseIx>,
    /// By token, its code: what makes finding initials a scan of bytes.
    codes: Vec<u8>,
    /// By phrase, the code of its first token.
    leads: Vec<u8>,
    /// How many of the phrases are titles.
    programs: usize,
    groups: Vec<Vec<u32>>,
}

impl Lexicon {
    /// Reads a catalogue once.
    pub(super) fn new(catalog: &Catalog) -> Self {
        let mut builder = Builder::new(catalog);
        catalog.programs().for_each(|program| builder.add(&program));
        builder.finish()
    }

    /// The lexicon as bytes: what cannot be computed from the rest of it.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.texts((0..self.len() as TermIx).map(|term| self.term(term)));
        writer.numbers(&self.tokens);
        let phrases = || self.phrases.iter();
        writer.numbers(&phrases().map(|phrase| phrase.tokens.len() as u32).collect::<Vec<u32>>());
        writer.numbers(&phrases().map(|phrase| phrase.column as u32).collect::<Vec<u32>>());
        let holders = phrases().filter_map(|phrase| match phrase.holder {
            Holder::Program(_) => None,
            Holder::Group(group) => Some(group),
        });
        writer.numbers(&holders.collect::<Vec<u32>>());
        writer.numbers(&self.groups.iter().map(|group| group.len() as u32).collect::<Vec<u32>>());
        writer.numbers(&self.groups.concat());
        writer.finish()
    }

    /// The lexicon of so many programs that these bytes were made of; nothing if they cannot be one.
    pub(super) fn from_bytes(bytes: &[u8], programs: usize) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let (text, words) = reader.texts()?;
        let terms: Vec<Term> = words.iter().map(|word| Term::new(&text[word.clone()], word.start as u32)).collect();
        let is_sorted = words.is_sorted_by(|a, b| text[a.clone()] < text[b.clone()]);
        let tokens = reader.numbers()?;
        let phrase_ends = ends(&reader.numbers()?)?;
        let columns = reader.numbers()?;
        let holders = reader.numbers()?;
        let group_ends = ends(&reader.numbers()?)?;
        let members = reader.numbers()?;
        reader.finish()?;
        let is_whole = *phrase_ends.last()? as usize == tokens.len()
            && *group_ends.last()? as usize == members.len()
            && columns.len() + 1 == phrase_ends.len()
            && columns.len() == programs + holders.len()
            && columns.iter().take(programs).all(|column| *column == Column::Title as u32)
            && all_below(&tokens, terms.len())
            && all_below(&members, programs)
            && all_below(&holders, group_ends.len() - 1);
        if !is_sorted || !is_whole {
            return None;
        }
        let titles = (0..programs as u32).map(Holder::Program);
        let holders = titles.chain(holders.into_iter().map(Holder::Group));
        let phrases = columns.iter().zip(phrase_ends.windows(2)).zip(holders).map(|((column, ends), holder)| {
            let column = *Column::ALL.get(*column as usize)?;
            let tokens = ends[0]..ends[1];
            Some(Phrase { column, weight: column.weight(tokens.len()), tokens, holder })
        });
        let groups = group_ends.windows(2).map(|ends| members[ends[0] as usize..ends[1] as usize].to_vec()).collect();
        let phrases = phrases.collect::<Option<Vec<Phrase>>>()?;
        let mut lexicon = Self { text: text.to_owned(), terms, phrases, tokens, groups, ..Self::default() };
        lexicon.place();
        Some(lexicon)
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
    pub(super) fn phrases_of(&self, term: TermIx) -> &[PhraseIx] {
        &self.phrases_by_term[self.starts[term as usize] as usize..self.starts[term as usize + 1] as usize]
    }

    /// The titles that hold a word, by the numbers of their programs, and the other phrases that do.
    pub(super) fn titles_and_others(&self, term: TermIx) -> (&[u32], &[PhraseIx]) {
        let phrases = self.phrases_of(term);
        phrases.split_at(phrases.partition_point(|phrase| (*phrase as usize) < self.programs))
    }

    /// The words of a phrase, in order, with their codes.
    pub(super) fn tokens_and_codes(&self, ix: PhraseIx) -> (&[TermIx], &[u8]) {
        let tokens = &self.phrases[ix as usize].tokens;
        let place = tokens.start as usize..tokens.end as usize;
        (&self.tokens[place.clone()], &self.codes[place])
    }

    /// How many places in phrases the words of a run take.
    pub(super) fn places(&self, terms: &Range<TermIx>) -> usize {
        (self.starts[terms.end as usize] - self.starts[terms.start as usize]) as usize
    }

    /// The phrases that hold a word of a run; one that holds several stands there as often.
    pub(super) fn phrases_of_any(&self, terms: &Range<TermIx>) -> &[PhraseIx] {
        &self.phrases_by_term[self.starts[terms.start as usize] as usize..self.starts[terms.end as usize] as usize]
    }

    /// The codes of all words as they stand, phrase after phrase, see [`code`].
    pub(super) fn codes(&self) -> &[u8] {
        &self.codes
    }

    /// By phrase, the code of its first word; [`NO_WORD`] where it has none.
    pub(super) fn leads(&self) -> &[u8] {
        &self.leads
    }

    /// Where the words of a phrase stand among all.
    pub(super) fn place_of(&self, phrase: PhraseIx) -> usize {
        self.phrases[phrase as usize].tokens.start as usize
    }

    /// The phrase in which a word stands, and the place of the word in it.
    pub(super) fn phrase_at(&self, place: usize) -> (PhraseIx, usize) {
        let mut phrase = self.phrase_of_block[place / BLOCK];
        while self.phrases[phrase as usize].tokens.end as usize <= place {
            phrase += 1;
        }
        (phrase, place - self.place_of(phrase))
    }

    /// A phrase.
    pub(super) fn phrase(&self, ix: PhraseIx) -> &Phrase {
        &self.phrases[ix as usize]
    }

    /// The words of a phrase, in order.
    pub(super) fn tokens(&self, ix: PhraseIx) -> &[TermIx] {
        let tokens = &self.phrases[ix as usize].tokens;
        &self.tokens[tokens.start as usize..tokens.end as usize]
    }

    /// The numbers of the programs that have a phrase.
    pub(super) fn programs_of(&self, ix: PhraseIx) -> &[u32] {
        match &self.phrases[ix as usize].holder {
            Holder::Program(program) => std::slice::from_ref(program),
            Holder::Group(group) => &self.groups[*group as usize],
        }
    }
}

/// The set of letters of a word: a bit for each of a-z, one for digits, five for everything else.
pub(super) fn letters(word: &str) -> u32 {
    word.chars().fold(0, |set, c| set | letter(c))
}

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

/// The class of the first character of a word, and whether it is a stop word.
fn code(word: &str) -> u8 {
    let stop_word = if is_stop_word(word) { IS_STOP_WORD } else { 0 };
    word.chars().next().map_or(NO_WORD, |c| class(c) | stop_word)
}

/// The first eight bytes of a word as a number that sorts as the word does.
fn first_bytes(word: &str) -> u64 {
    let mut bytes = [0; 8];
    let length = word.len().min(8);
    bytes[..length].copy_from_slice(&word.as_bytes()[..length]);
    u64::from_be_bytes(bytes)
}

fn letter(c: char) -> u32 {
    match c {
        'a'..='z' => 1 << (c as u32 - 'a' as u32),
        '0'..='9' => 1 << 26,
        _ => 1 << (27 + c as u32 % 5),
    }
}

/// A lexicon in the making, program by program in the order of their handles.
pub(super) struct Builder {
    words: Words,
    programs: u32,
    titles: Part,
    institutions: Part,
    kinds: Part,
    /// Fields, skills and languages.
    texts: Part,
    group_of_kind: HashMap<Kind, u32>,
    group_of_text: [Ids<Text>; Column::ALL.len()],
}

/// The distinct words so far, numbered as they came.
#[derive(Default)]
struct Words {
    ids: Ids<Box<str>>,
    folded: String,
}

/// Phrases of one sort with their words, and the programs that have them: all numbered from the start of the part.
#[derive(Default)]
struct Part {
    phrases: Vec<Phrase>,
    tokens: Vec<u32>,
    groups: Vec<Vec<u32>>,
}

impl Words {
    fn phrase(&mut self, part: &mut Part, column: Column, holder: Holder, text: &str) {
        let start = part.tokens.len();
        self.folded.clear();
        fold_into(text, &mut self.folded);
        let (ids, tokens) = (&mut self.ids, &mut part.tokens);
        each_word(&self.folded, |word, _| {
            let id = ids.get(word).copied().unwrap_or_else(|| {
                let id = ids.len() as u32;
                ids.insert(word.into(), id);
                id
            });
            tokens.push(id);
        });
        let weight = column.weight(part.tokens.len() - start);
        let tokens = start as u32..part.tokens.len() as u32;
        part.phrases.push(Phrase { column, weight, tokens, holder });
    }
}

impl Part {
    fn group(&mut self) -> u32 {
        self.groups.push(Vec::new());
        self.groups.len() as u32 - 1
    }

    /// Puts another part behind this one.
    fn append(&mut self, other: Self) {
        let (tokens, groups) = (self.tokens.len() as u32, self.groups.len() as u32);
        self.tokens.extend(other.tokens);
        self.groups.extend(other.groups);
        self.phrases.extend(other.phrases.into_iter().map(|phrase| Phrase {
            tokens: phrase.tokens.start + tokens..phrase.tokens.end + tokens,
            holder: match phrase.holder {
                Holder::Group(group) => Holder::Group(group + groups),
                title @ Holder::Program(_) => title,
            },
            ..phrase
        }));
    }
}

impl Builder {
    /// The lexicon of no program yet.
    pub(super) fn new(catalog: &Catalog) -> Self {
        let (mut words, mut institutions) = (Words::default(), Part::default());
        for institution in &catalog.institutions {
            let group = institutions.group();
            for name in names_of(institution) {
                words.phrase(&mut institutions, Column::Institution, Holder::Group(group), &name);
            }
        }
        Self {
            words,
            programs: 0,
            titles: Part::default(),
            institutions,
            kinds: Part::default(),
            texts: Part::default(),
            group_of_kind: HashMap::new(),
            group_of_text: Default::default(),
        }
    }

    /// Adds the next program.
    pub(super) fn add(&mut self, program: &Program) {
        self.words.phrase(&mut self.titles, Column::Title, Holder::Program(self.programs), &program.title);
        for institution in program.institutions() {
            self.institutions.groups[institution.0 as usize].push(self.programs);
        }
        self.kind(program.kind());
        let skills = program.skills.value().map_or(&[][..], Vec::as_slice);
        for (column, texts) in
            [(Column::Field, program.fields()), (Column::Skill, skills), (Column::Language, program.languages())]
        {
            for text in texts {
                self.text(column, text);
            }
        }
        self.programs += 1;
    }

    fn kind(&mut self, kind: &Kind) {
        let group = self.group_of_kind.get(kind).copied().unwrap_or_else(|| {
            let group = self.kinds.group();
            for name in std::iter::once(kind.name()).chain(kind_names(kind).iter().copied()) {
                self.words.phrase(&mut self.kinds, Column::Kind, Holder::Group(group), name);
            }
            self.group_of_kind.insert(kind.clone(), group);
            group
        });
        self.kinds.groups[group as usize].push(self.programs);
    }

    fn text(&mut self, column: Column, text: &Text) {
        let groups = &mut self.group_of_text[column as usize];
        let group = groups.get(text).copied().unwrap_or_else(|| {
            let group = self.texts.group();
            self.words.phrase(&mut self.texts, column, Holder::Group(group), text);
            groups.insert(text.clone(), group);
            group
        });
        self.texts.groups[group as usize].push(self.programs);
    }

    /// The lexicon of all programs.
    pub(super) fn finish(self) -> Lexicon {
        let mut lexicon = self.unplaced();
        lexicon.place();
        lexicon
    }

    /// Its bytes, which hold no list from words to phrases.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.unplaced().to_bytes()
    }

    fn unplaced(self) -> Lexicon {
        let mut all = self.titles;
        for part in [self.institutions, self.kinds, self.texts] {
            all.append(part);
        }
        let mut words: Vec<(u64, Box<str>, u32)> =
            self.words.ids.into_iter().map(|(word, id)| (first_bytes(&word), word, id)).collect();
        words.sort_unstable();
        let mut lexicon = Lexicon { phrases: all.phrases, groups: all.groups, ..Lexicon::default() };
        let mut renumbered = vec![0; words.len()];
        for (ix, (_, word, id)) in (0u32..).zip(&words) {
            renumbered[*id as usize] = ix;
            lexicon.terms.push(Term::new(word, lexicon.text.len() as u32));
            lexicon.text.push_str(word);
        }
        lexicon.tokens = all.tokens;
        lexicon.tokens.iter_mut().for_each(|id| *id = renumbered[*id as usize]);
        lexicon
    }
}

impl Lexicon {
    /// Fills the lists from words to phrases.
    fn place(&mut self) {
        let mut counts = vec![0u32; self.terms.len() + 1];
        for term in &self.tokens {
            counts[*term as usize + 1] += 1;
        }
        for at in 1..counts.len() {
            counts[at] += counts[at - 1];
        }
        self.starts.clone_from(&counts);
        self.phrases_by_term = vec![0; self.tokens.len()];
        let codes: Vec<u8> = (0..self.len() as TermIx).map(|term| code(self.term(term))).collect();
        self.codes = self.tokens.iter().map(|term| codes[*term as usize]).collect();
        self.leads = vec![NO_WORD; self.phrases.len()];
        self.programs = self.phrases.iter().take_while(|phrase| matches!(phrase.holder, Holder::Program(_))).count();
        for (ix, phrase) in (0u32..).zip(&self.phrases) {
            let tokens = phrase.tokens.start as usize..phrase.tokens.end as usize;
            if !tokens.is_empty() {
                self.leads[ix as usize] = self.codes[tokens.start];
                self.codes[tokens.end - 1] |= IS_LAST;
                self.phrase_of_block.resize(tokens.end.div_ceil(BLOCK), ix);
            }
            for term in &self.tokens[tokens] {
                let slot = &mut counts[*term as usize];
                self.phrases_by_term[*slot as usize] = ix;
                *slot += 1;
            }
        }
    }
}

/// The distinct names that people search an institution by, `hx` for `HarvardX` among them.
fn names_of(institution: &Institution) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let own = [&institution.name, &institution.short, &institution.key];
    for name in own.into_iter().chain(&institution.aliases) {
        let initials = name.strip_suffix('X').filter(|stem| is_proper_name(stem));
        let initials = initials.and_then(|stem| stem.chars().next()).map(|first| format!("{first}x"));
        for name in std::iter::once(name.to_string()).chain(initials) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

/// Whether a name is one capital letter and then small ones.
fn is_proper_name(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(char::is_uppercase) && name.len() > 2 && chars.all(char::is_lowercase)
}

/// What people call a kind, besides its name.
pub(super) fn kind_names(kind: &Kind) -> &'static [&'static str] {
    match kind {
        Kind::ProfessionalCertificate => &["pc", "cert", "procert", "certificates", "certificado profesional"],
        Kind::MicroMasters => &["mm", "micromaster", "micromasters"],
        Kind::MicroBachelors => &["mb", "microbachelor", "microbachelors"],
        Kind::XSeries => &["xs", "x series"],
        Kind::Masters => &["ma", "msc", "master", "masters", "masters degree", "degree"],
        Kind::ExecutiveEducation => &["ee", "exec ed", "execed"],
        Kind::BootCamp => &["bc", "bootcamp", "bootcamps"],
        Kind::Other(_) => &[],
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shipped() -> (Vec<u8>, usize) {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        (Lexicon::new(&catalog).to_bytes(), catalog.len())
    }

    #[test]
    fn the_bytes_of_a_lexicon_make_the_same_again() {
        let (bytes, programs) = shipped();
        let again = Lexicon::from_bytes(&bytes, programs).expect("a lexicon");
        assert_eq!(again.to_bytes(), bytes);
        assert!(Lexicon::from_bytes(&bytes, programs + 1).is_none());
        assert!(Lexicon::from_bytes(&bytes[..bytes.len() - 1], programs).is_none());
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
            if let Some(lexicon) = Lexicon::from_bytes(&bytes, programs) {
                for term in 0..lexicon.len() as TermIx {
                    let mut reached = lexicon.phrases_of(term).iter().flat_map(|phrase| lexicon.programs_of(*phrase));
                    prop_assert!(reached.all(|program| (*program as usize) < programs));
                }
            }
        }
    }
}
