//! Builds the bytes of a lexicon, program by program: the terms, the phrases that contain them, and the programs that
//! have those phrases. It decides which names are indexed; the lexicon itself defines how the bytes are read.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::catalog::{Catalog, Institution, Kind, Program, Text};

use super::super::codec::Encoder;
use super::{BLOCK, Column, IS_LAST, IS_STOP_WORD, MANY_WORDS, NO_WORD, PhraseIx, TermIx, class};
use crate::names::{each_word, fold_into, is_stop_word, kind_names, letters};

type Ids<K> = HashMap<K, u32, BuildHasherDefault<WordHasher>>;

/// FNV-1a. The words are short and come from a checked catalogue, so forced collisions could at
/// worst make the start slower.
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

/// Builds a lexicon, program by program in the order of their indices.
#[derive(Default)]
pub(in super::super) struct LexiconBuilder {
    words: WordTable,
    programs: u32,
    titles: Part,
    institutions: Part,
    kinds: Part,
    /// Fields, skills, languages and courses.
    texts: Part,
    group_of_kind: HashMap<Kind, u32>,
    group_of_text: [Ids<Text>; Column::ALL.len()],
}

/// The distinct words so far, numbered in order of appearance.
#[derive(Default)]
struct WordTable {
    ids: Ids<Box<str>>,
    folded: String,
}

/// Phrases of one kind with their words and the programs that have them. All offsets are relative to this part.
#[derive(Default)]
struct Part {
    /// For each phrase, the end of its words in `tokens`.
    ends: Vec<u32>,
    tokens: Vec<u32>,
    /// For each phrase, its column and group; empty for titles.
    of: Vec<(Column, u32)>,
    groups: Vec<Vec<u32>>,
}

impl WordTable {
    fn phrase(&mut self, part: &mut Part, column: Column, group: Option<u32>, text: &str) {
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
        part.ends.push(part.tokens.len() as u32);
        part.of.extend(group.map(|group| (column, group)));
    }
}

impl Part {
    fn group(&mut self) -> u32 {
        self.groups.push(Vec::new());
        self.groups.len() as u32 - 1
    }

    /// Appends another part.
    fn append(&mut self, other: Self) {
        let (tokens, groups) = (self.tokens.len() as u32, self.groups.len() as u32);
        self.tokens.extend(other.tokens);
        self.groups.extend(other.groups);
        self.ends.extend(other.ends.into_iter().map(|end| end + tokens));
        self.of.extend(other.of.into_iter().map(|(column, group)| (column, group + groups)));
    }
}

impl LexiconBuilder {
    /// Returns a builder without programs, with the names of all institutions.
    pub(in super::super) fn new(catalog: &Catalog) -> Self {
        let (mut words, mut institutions) = (WordTable::default(), Part::default());
        for institution in &catalog.institutions {
            let group = institutions.group();
            for name in names_of(institution) {
                words.phrase(&mut institutions, Column::Institution, Some(group), &name);
            }
        }
        Self { words, institutions, ..Self::default() }
    }

    /// Returns a builder for course titles, without programs.
    pub(in super::super) fn of_courses() -> Self {
        Self::default()
    }

    /// Adds the courses of the next program.
    pub(in super::super) fn add_courses(&mut self, catalog: &Catalog, program: &Program) {
        self.words.phrase(&mut self.titles, Column::Title, None, "");
        for part in &program.course_list {
            self.text(Column::Course, &catalog.course_title(part.course));
        }
        self.programs += 1;
    }

    /// Adds the next program.
    pub(in super::super) fn add(&mut self, program: &Program) {
        self.words.phrase(&mut self.titles, Column::Title, None, &program.title);
        for institution in program.institutions() {
            // An index out of range means damage, which is reported when the institution itself is read.
            if let Some(group) = self.institutions.groups.get_mut(institution.0 as usize) {
                group.push(self.programs);
            }
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
                self.words.phrase(&mut self.kinds, Column::Kind, Some(group), name);
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
            self.words.phrase(&mut self.texts, column, Some(group), text);
            groups.insert(text.clone(), group);
            group
        });
        self.texts.groups[group as usize].push(self.programs);
    }

    /// Returns the bytes of the lexicon of all programs added.
    pub(in super::super) fn into_bytes(self) -> Vec<u8> {
        let mut all = self.titles;
        for part in [self.institutions, self.kinds, self.texts] {
            all.append(part);
        }
        let mut words: Vec<(u64, Box<str>, u32)> =
            self.words.ids.into_iter().map(|(word, id)| (first_bytes(&word), word, id)).collect();
        words.sort_unstable();
        let mut renumbered = vec![0; words.len()];
        for (ix, (_, _, id)) in (0u32..).zip(&words) {
            renumbered[*id as usize] = ix;
        }
        all.tokens.iter_mut().for_each(|id| *id = renumbered[*id as usize]);
        let words: Vec<&str> = words.iter().map(|(_, word, _)| &**word).collect();
        let (starts, phrases_by_term) = by_term(words.len(), &all);
        let (codes, leads) = codes(&words, &all);
        let (words_of_titles, first_words) = gists(&codes, &all, self.programs as usize);
        let mut writer = Encoder::default();
        writer.bytes(words.concat().as_bytes());
        writer.numbers(&ends(words.iter().map(|word| word.len())));
        writer.fast_numbers(&words.iter().map(|word| letters(word)).collect::<Vec<u32>>());
        writer.numbers(&words.iter().map(|word| size(word)).collect::<Vec<u32>>());
        writer.numbers(&starts);
        writer.numbers(&all.of.iter().map(|(column, _)| *column as u32).collect::<Vec<u32>>());
        writer.numbers(&all.of.iter().map(|(_, group)| *group).collect::<Vec<u32>>());
        writer.numbers(&ends(all.groups.iter().map(Vec::len)));
        writer.numbers(&[&[0], all.ends.as_slice()].concat());
        writer.numbers(&all.tokens);
        writer.numbers(&phrases_by_term);
        writer.numbers(&blocks(&all));
        writer.bytes(&codes);
        writer.bytes(&leads);
        writer.numbers(&words_of_titles);
        writer.numbers(&first_words);
        writer.numbers(&all.groups.concat());
        writer.finish()
    }
}

/// The start offsets of consecutive ranges with these lengths, followed by the end of the last.
fn ends(lengths: impl Iterator<Item = usize>) -> Vec<u32> {
    let mut end = 0;
    let ends = lengths.map(|length| {
        end += length as u32;
        end
    });
    std::iter::once(0).chain(ends).collect()
}

/// Inverts the phrases: for each term the offset of its phrases, and the phrases.
fn by_term(terms: usize, all: &Part) -> (Vec<u32>, Vec<PhraseIx>) {
    let mut counts = vec![0; terms];
    all.tokens.iter().for_each(|term| counts[*term as usize] += 1);
    let starts = ends(counts.into_iter());
    let mut next = starts.clone();
    let mut phrases = vec![0; all.tokens.len()];
    let mut tokens = all.tokens.iter().enumerate().peekable();
    for (phrase, end) in (0u32..).zip(&all.ends) {
        while let Some((_, term)) = tokens.next_if(|(at, _)| *at < *end as usize) {
            let slot = &mut next[*term as usize];
            phrases[*slot as usize] = phrase;
            *slot += 1;
        }
    }
    (starts, phrases)
}

/// The code of each token, and the code of each phrase's first token.
fn codes(words: &[&str], all: &Part) -> (Vec<u8>, Vec<u8>) {
    let of_words: Vec<u8> = words.iter().map(|word| code(word)).collect();
    let mut codes: Vec<u8> = all.tokens.iter().map(|term| of_words[*term as usize]).collect();
    let mut leads = Vec::with_capacity(all.ends.len());
    let mut start = 0;
    for end in all.ends.iter().map(|end| *end as usize) {
        leads.push(if start < end { codes[start] } else { NO_WORD });
        if start < end {
            codes[end - 1] |= IS_LAST;
        }
        start = end;
    }
    (codes, leads)
}

/// For each title, its number of words without stop words, and the first of them.
fn gists(codes: &[u8], all: &Part, programs: usize) -> (Vec<u32>, Vec<TermIx>) {
    let mut start = 0;
    let gists = all.ends.iter().take(programs).map(|end| {
        let place = std::mem::replace(&mut start, *end as usize)..*end as usize;
        let says_something = |at: &usize| codes[*at] & IS_STOP_WORD == 0;
        let first = place.clone().find(says_something).map_or(0, |at| all.tokens[at]);
        ((place.filter(says_something).count() as u32).min(MANY_WORDS), first)
    });
    gists.unzip()
}

/// For each block of tokens, the phrase of its first token.
fn blocks(all: &Part) -> Vec<PhraseIx> {
    let mut blocks = Vec::with_capacity(all.tokens.len().div_ceil(BLOCK));
    for (phrase, end) in (0u32..).zip(&all.ends) {
        blocks.resize((*end as usize).div_ceil(BLOCK).max(blocks.len()), phrase);
    }
    blocks
}

/// The distinct names by which people search for an institution, including short forms such as `hx` for `HarvardX`.
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

/// Whether a name is one capital letter followed by small ones.
fn is_proper_name(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(char::is_uppercase) && name.len() > 2 && chars.all(char::is_lowercase)
}

/// The first eight bytes of a word as a number that sorts like the word.
fn first_bytes(word: &str) -> u64 {
    let mut bytes = [0; 8];
    let length = word.len().min(8);
    bytes[..length].copy_from_slice(&word.as_bytes()[..length]);
    u64::from_be_bytes(bytes)
}

/// Returns twice the number of characters of a word, plus one for a stop word.
fn size(word: &str) -> u32 {
    2 * word.chars().count() as u32 + u32::from(is_stop_word(word))
}

/// The code of a word: the class of its first character, and whether it is a stop word.
fn code(word: &str) -> u8 {
    let stop_word = if is_stop_word(word) { IS_STOP_WORD } else { 0 };
    word.chars().next().map_or(NO_WORD, |c| class(c) | stop_word)
}
