//! Words that abbreviate several words: initials (`scm`), prefixes of consecutive words (`datsci`), joined words
//! (`datascience`), and well-known abbreviations (`ai`). They are matched against consecutive words of one phrase,
//! never against letters scattered over a line.

use super::codec::Slice;
use super::lexicon::{Column, IS_LAST, IS_STOP_WORD, Lexicon, PhraseIx, SHARED_CLASS, TermIx, class};
use super::query::MAX_WORD_CHARS;

/// A part of a phrase that a typed word abbreviates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PhraseMatch {
    pub(super) phrase: PhraseIx,
    /// The index of the first word of the part.
    pub(super) start: usize,
    /// The number of characters of each word of the part that the typed word contains; 0 for a word that is skipped.
    pub(super) lengths: Vec<usize>,
    /// The quality of the match, up to 1000.
    pub(super) quality: u32,
}

impl PhraseMatch {
    /// Whether the word is just as likely to be a misspelling.
    pub(super) fn is_far_fetched(&self) -> bool {
        self.quality == STARTS
    }

    /// Whether the word consists of the initials of consecutive words.
    pub(super) fn is_initials_of(&self, word: &str) -> bool {
        self.lengths.iter().filter(|length| **length == 1).count() == word.chars().count()
    }

    /// Whether the word is a well-known abbreviation of the part.
    pub(super) fn is_known(&self) -> bool {
        self.quality == AS_KNOWN
    }
}

/// Well-known abbreviations and their expansions, as folded consecutive words.
const KNOWN: [(&str, &str); 45] = [
    ("ai", "artificial intelligence"),
    ("ai", "inteligencia artificial"),
    ("ia", "artificial intelligence"),
    ("ia", "inteligencia artificial"),
    ("ml", "machine learning"),
    ("dl", "deep learning"),
    ("ds", "data science"),
    ("cs", "computer science"),
    ("pm", "project management"),
    ("pm", "product management"),
    ("hr", "human resources"),
    ("rrhh", "recursos humanos"),
    ("ux", "user experience"),
    ("ui", "user interface"),
    ("it", "information technology"),
    ("bi", "business intelligence"),
    ("bi", "inteligencia de negocios"),
    ("vr", "virtual reality"),
    ("qc", "quantum computing"),
    ("iot", "internet of things"),
    ("llm", "large language model"),
    ("aws", "amazon web services"),
    ("gcp", "google cloud"),
    ("genai", "generative ai"),
    ("infosec", "information security"),
    ("cybersec", "cybersecurity"),
    ("appdev", "application development"),
    ("oop", "object oriented"),
    ("stats", "statistics"),
    ("stat", "statistics"),
    ("maths", "math"),
    ("maths", "mathematics"),
    ("math", "mathematics"),
    ("mathematics", "math"),
    ("js", "javascript"),
    ("py", "python"),
    ("db", "database"),
    ("db", "databases"),
    ("mgmt", "management"),
    ("mktg", "marketing"),
    ("biz", "business"),
    ("dev", "development"),
    ("eng", "engineering"),
    ("econ", "economics"),
    ("cpp", "c++"),
];

/// Quality of a well-known abbreviation.
const AS_KNOWN: u32 = 900;
/// Quality of a part whose words are joined in full.
const JOINED: u32 = 850;
/// Quality of initials of two words and of three or more, and the bonus if the phrase has no other words.
const INITIALS_OF_TWO: u32 = 450;
const INITIALS: u32 = 690;
const INITIALS_OF_ALL: u32 = 110;
/// Quality of prefixes of consecutive words.
const STARTS: u32 = 520;
/// Initials of at least the first length match only at the start of a phrase, and longer ones than the second not at
/// all: long titles contain almost any sequence of initials.
const LONG_INITIALS: usize = 5;
const MAX_INITIALS: usize = 8;
/// Minimum length of a prefix of a word, in characters; shorter ones would match letters scattered over a line.
const MIN_START_CHARS: usize = 2;

/// Returns the parts that a folded word abbreviates, the best one of each phrase, in the order of phrases. A word of
/// more than [`MAX_WORD_CHARS`] abbreviates none.
pub(super) fn find(lexicon: &Lexicon, word: &str) -> Vec<PhraseMatch> {
    let chars: Vec<char> = word.chars().collect();
    let mut found = Vec::new();
    if !(2..=MAX_WORD_CHARS).contains(&chars.len()) {
        return found;
    }
    for (phrase, start) in openings(lexicon, word, &chars) {
        found.extend(stretch(lexicon, phrase, start, &chars));
    }
    for (_, long) in KNOWN.iter().filter(|(short, _)| *short == word) {
        let long: Option<Vec<TermIx>> = long.split(' ').map(|part| lexicon.find(part)).collect();
        found.extend(long.iter().flat_map(|long| as_known(lexicon, long)));
    }
    found.sort_by_key(|found| (found.phrase, std::cmp::Reverse(found.quality), found.start));
    found.dedup_by_key(|found| found.phrase);
    found
}

/// Returns candidate positions where a matching part may begin, as a phrase and the index of a word in it. The list is
/// complete, but may contain positions without a match.
fn openings(lexicon: &Lexicon, word: &str, chars: &[char]) -> Vec<(PhraseIx, usize)> {
    let mut found = openings_of_initials(lexicon, chars);
    found.extend(openings_of_starts(lexicon, word, chars));
    found
}

/// Returns positions where consecutive words begin with the letters of a word. Only the codes are read, so this is a
/// scan over bytes.
fn openings_of_initials(lexicon: &Lexicon, chars: &[char]) -> Vec<(PhraseIx, usize)> {
    let (codes, leads) = (lexicon.codes(), lexicon.leads());
    let classes: Vec<u8> = chars.iter().map(|c| class(*c)).collect();
    match classes.as_slice() {
        [first, second] => {
            let is_pair = |code: u8, next: u8| code == *first && next & !IS_LAST == *second;
            places_of_pairs(codes, is_pair).into_iter().map(|place| lexicon.phrase_at(place)).collect()
        }
        [first, second, ..] if classes.len() < LONG_INITIALS => {
            let is_pair = |code: u8, next: u8| {
                let may_follow = next & !(IS_STOP_WORD | IS_LAST) == *second || next & IS_STOP_WORD != 0;
                code & !IS_STOP_WORD == *first && (may_follow || *second >= SHARED_CLASS)
            };
            let places = places_of_pairs(codes, is_pair).into_iter();
            places.filter(|place| may_be_initials(&codes[*place..], &classes)).map(|p| lexicon.phrase_at(p)).collect()
        }
        [first, ..] if classes.len() <= MAX_INITIALS => {
            let phrases = memchr::memchr2_iter(*first, first | IS_STOP_WORD, leads).map(|phrase| phrase as PhraseIx);
            let opens =
                |phrase: &PhraseIx| may_be_initials(&codes[lexicon.place_of(*phrase).start as usize..], &classes);
            phrases.filter(opens).map(|phrase| (phrase, 0)).collect()
        }
        _ => Vec::new(),
    }
}

/// Returns the positions of codes that pass a test together with the next code. Whole blocks are tested without a
/// branch for each code, because half a million words of a large catalogue may begin with the letter.
fn places_of_pairs(codes: &[u8], is_pair: impl Fn(u8, u8) -> bool) -> Vec<usize> {
    let mut found = Vec::new();
    let mut block = [0; BLOCK];
    for start in (0..codes.len()).step_by(BLOCK) {
        let (first, second) = (&codes[start..], &codes[start + 1..]);
        for ((is_one, code), next) in block.iter_mut().zip(first).zip(second) {
            *is_one = u8::from(is_pair(*code, *next));
        }
        let tested = &block[..BLOCK.min(second.len())];
        found.extend(memchr::memchr_iter(1, tested).map(|at| start + at));
    }
    found
}

/// The number of codes that are tested at once.
const BLOCK: usize = 4096;

/// Whether the words with these codes may begin with letters of these classes, as [`initials`] reads them.
fn may_be_initials(codes: &[u8], classes: &[u8]) -> bool {
    let mut wanted = classes.iter();
    let mut next = wanted.next();
    for code in codes {
        match next {
            None => return true,
            // Several characters share this class, so the word itself must be compared.
            Some(class) if *class >= SHARED_CLASS => return true,
            Some(class) if *class == code & !(IS_STOP_WORD | IS_LAST) => next = wanted.next(),
            Some(_) if code & IS_STOP_WORD != 0 => {}
            Some(_) => return false,
        }
        if code & IS_LAST != 0 {
            break;
        }
    }
    next.is_none()
}

/// Returns positions where a prefix of one word followed by a prefix of the next spells the beginning of `word`, and
/// prefixes of words can spell the rest.
fn openings_of_starts(lexicon: &Lexicon, word: &str, chars: &[char]) -> Vec<(PhraseIx, usize)> {
    let mut found = Vec::new();
    if chars.len() < 2 * MIN_START_CHARS {
        return found;
    }
    let places: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
    let begun = |from: usize, to: usize| lexicon.starting_with(&word[places[from]..places[to]]);
    let mut both = Both::default();
    let second_ends = second_ends(chars.len(), |from, to| !begun(from, to).is_empty());
    for (first_end, second_end) in second_ends.into_iter().enumerate().skip(MIN_START_CHARS) {
        let first = begun(0, first_end);
        if first.is_empty() {
            break;
        }
        let Some(second_end) = second_end else { continue };
        let second = begun(first_end, second_end);
        for phrase in both.of(lexicon.phrases_of_any(&first), lexicon.phrases_of_any(&second)) {
            let mut before = None;
            for (place, token) in lexicon.tokens(phrase).iter().enumerate() {
                if before.is_some_and(|before| first.contains(&before)) && second.contains(&token) {
                    found.push((phrase, place - 1));
                }
                before = Some(token);
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Intersects lists of phrases without reading the phrases.
#[derive(Default)]
struct Both {
    /// One bit for each phrase; all are clear between two calls.
    marks: Vec<u64>,
}

impl Both {
    /// The phrases in both lists, each once.
    fn of(&mut self, a: Slice<'_>, b: Slice<'_>) -> Vec<PhraseIx> {
        let (fewer, more) = if a.len() < b.len() { (a, b) } else { (b, a) };
        for phrase in fewer.iter() {
            let (at, bit) = Self::place(phrase);
            if at >= self.marks.len() {
                self.marks.resize(at + 1, 0);
            }
            self.marks[at] |= bit;
        }
        let mut common = Vec::new();
        for phrase in more.iter() {
            let (at, bit) = Self::place(phrase);
            if let Some(mark) = self.marks.get_mut(at).filter(|mark| **mark & bit != 0) {
                *mark &= !bit;
                common.push(phrase);
            }
        }
        fewer.iter().for_each(|phrase| self.marks[Self::place(phrase).0] = 0);
        common
    }

    fn place(phrase: PhraseIx) -> (usize, u64) {
        (phrase as usize / 64, 1 << (phrase % 64))
    }
}

/// For each position in a word at which the prefix of a second word may begin, the first position at which it can end
/// such that prefixes of further words spell the rest; `None` if there is none.
fn second_ends(chars: usize, is_start: impl Fn(usize, usize) -> bool) -> Vec<Option<usize>> {
    let mut ends = vec![None; chars + 1];
    for from in (0..chars).rev() {
        let longest = (from + MIN_START_CHARS..=chars).take_while(|to| is_start(from, *to));
        ends[from] = longest.into_iter().find(|to| *to == chars || ends[*to].is_some());
    }
    ends
}

fn as_known<'a>(lexicon: &'a Lexicon, long: &'a [TermIx]) -> impl Iterator<Item = PhraseMatch> + 'a {
    lexicon.phrases_of(long[0]).iter().filter_map(move |phrase| {
        let tokens: Vec<TermIx> = lexicon.tokens(phrase).iter().collect();
        let start = tokens.windows(long.len()).position(|window| window == long)?;
        Some(PhraseMatch { phrase, start, lengths: vec![usize::MAX; long.len()], quality: AS_KNOWN })
    })
}

/// Returns the best match of a word with a part that begins at `start`; `None` if there is none.
fn stretch(lexicon: &Lexicon, phrase: PhraseIx, start: usize, word: &[char]) -> Option<PhraseMatch> {
    let column = lexicon.phrase(phrase).column;
    if matches!(column, Column::Kind | Column::Language) {
        return None;
    }
    let tokens: Vec<TermIx> = lexicon.tokens(phrase).iter().collect();
    let rest = &tokens[start..];
    let is_likely = word.len() < LONG_INITIALS || start == 0;
    let initials = initials(lexicon, rest, word).filter(|_| is_likely).map(|lengths| {
        let is_all = start + lengths.len() == tokens.len() && tokens[..start].iter().all(|t| lexicon.is_stop_word(*t));
        let quality = if word.len() == 2 { INITIALS_OF_TWO } else { INITIALS };
        // Two letters match many pairs of words, so a match of the whole phrase is much stronger evidence.
        let all = if word.len() == 2 { 2 * INITIALS_OF_ALL } else { INITIALS_OF_ALL };
        (lengths, quality + if is_all { all } else { 0 })
    });
    let (lengths, quality) = initials.or_else(|| starts(lexicon, rest, word))?;
    Some(PhraseMatch { phrase, start, lengths, quality })
}

/// Matches one character of each word. With at least three characters, stop words may be skipped.
fn initials(lexicon: &Lexicon, tokens: &[TermIx], word: &[char]) -> Option<Vec<usize>> {
    if !(2..=MAX_INITIALS).contains(&word.len()) || tokens.len() < word.len() {
        return None;
    }
    let mut lengths = Vec::new();
    let mut wanted = word.iter();
    let mut next = wanted.next();
    for token in tokens {
        let Some(c) = next else { break };
        let text = lexicon.term(*token);
        let is_between = word.len() > 2 && wanted.len() > 0;
        if text.starts_with(*c) && (is_between || !lexicon.is_stop_word(*token)) {
            lengths.push(1);
            next = wanted.next();
        } else if word.len() > 2 && lexicon.is_stop_word(*token) {
            lengths.push(0);
        } else {
            return None;
        }
    }
    next.is_none().then_some(lengths)
}

/// Matches at least two characters of each of at least two words.
fn starts(lexicon: &Lexicon, tokens: &[TermIx], word: &[char]) -> Option<(Vec<usize>, u32)> {
    if word.len() < 2 * MIN_START_CHARS {
        return None;
    }
    let ends = reachable(lexicon, tokens, word)?;
    let mut lengths = Vec::with_capacity(ends.len());
    let mut end = word.len();
    for token in (0..ends.len()).rev() {
        let before = if token == 0 { 1 } else { ends[token - 1] };
        let common = |from: usize| common_start(lexicon.term(tokens[token]), &word[from..]);
        let from = (0..end)
            .rev()
            .find(|from| before & (1 << from) != 0 && end - from >= MIN_START_CHARS && common(*from) >= end - from)?;
        lengths.push(end - from);
        end = from;
    }
    lengths.reverse();
    let is_joined = tokens.iter().zip(&lengths).all(|(token, length)| lexicon.chars(*token) == *length);
    Some((lengths, if is_joined { JOINED } else { STARTS }))
}

/// For each word of the shortest stretch that spells all of `word`: the positions in `word` that prefixes of the words
/// up to it can reach, as a bit set.
fn reachable(lexicon: &Lexicon, tokens: &[TermIx], word: &[char]) -> Option<Vec<u128>> {
    let mut ends: Vec<u128> = Vec::new();
    let mut before = 1u128;
    for token in tokens {
        let mut after = 0u128;
        for from in (0..word.len()).filter(|from| before & (1 << from) != 0) {
            for length in MIN_START_CHARS..=common_start(lexicon.term(*token), &word[from..]) {
                after |= 1 << (from + length);
            }
        }
        if after == 0 {
            return None;
        }
        ends.push(after);
        if ends.len() > 1 && after & (1 << word.len()) != 0 {
            return Some(ends);
        }
        before = after;
    }
    None
}

fn common_start(text: &str, word: &[char]) -> usize {
    text.chars().zip(word).take_while(|(a, b)| a == *b).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(32) })]

        #[test]
        fn every_pair_is_found_wherever_a_block_ends(codes in proptest::collection::vec(0..3u8, 0..3 * BLOCK)) {
            let is_pair = |code: u8, next: u8| code == 1 && next != 2;
            let expected = (1..codes.len()).map(|next| next - 1).filter(|at| is_pair(codes[*at], codes[at + 1]));
            prop_assert_eq!(places_of_pairs(&codes, is_pair), expected.collect::<Vec<_>>());
        }
    }
}
