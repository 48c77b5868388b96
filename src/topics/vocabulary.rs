//! The vocabulary: every topic with its names, its synonyms and its broader topics. It is checked as a whole when it is
//! read, so that no other code meets an unknown or circular reference.

use std::collections::{HashMap, HashSet};
use std::sync::{LazyLock, OnceLock};

use serde::{Deserialize, Serialize};
use twox_hash::XxHash3_64;

use super::completion::{Completion, Names, is_unfinished};
use super::phrases::Phrases;
use super::table::{Pieces, Strings, Table};
use super::tokens::tokens;
use super::topic::{Topic, TopicIx, TopicNames};
use crate::catalog::{did_you_mean, is_unsafe_char, printable};
use crate::names::words;

/// The file format that this version reads.
pub const FORMAT: &str = "prospectus-topics/1";

/// The vocabulary in stored form, made from `assets/topics.json` by `cargo run --example pack_catalogue`. A test checks
/// that it is up to date. The JSON is not part of the program.
static PACKED: &[u8] = include_bytes!("../../assets/topics.bin");

static EMBEDDED: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::stored(PACKED).expect("a test reads the shipped vocabulary"));

/// Why a vocabulary could not be read or stored.
#[derive(Debug, thiserror::Error)]
pub enum VocabularyError {
    /// The text is not JSON of the expected shape.
    #[error("the vocabulary of topics cannot be read: {0}")]
    NotAVocabulary(#[from] serde_json::Error),
    /// The file has another format version.
    #[error("the vocabulary of topics has the format `{0}`; this version reads `{FORMAT}`")]
    OtherFormat(String),
    /// Topics break rules of the vocabulary; one sentence for each problem.
    #[error("the vocabulary of topics breaks {} of its rules: {}", .0.len(), .0.join(" "))]
    Rejected(Vec<String>),
    /// The vocabulary could not be serialized.
    #[error("the vocabulary of topics cannot be stored: {0}")]
    NotStored(#[from] postcard::Error),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawVocabulary {
    format: String,
    #[serde(rename = "as_of")]
    as_of: String,
    topics: Vec<RawTopic>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTopic {
    id: String,
    name: TopicNames,
    #[serde(default)]
    also: Vec<String>,
    #[serde(default)]
    broader: Vec<String>,
    subject: Option<String>,
    #[serde(default)]
    regulated_by: Option<String>,
    #[serde(default)]
    empty: bool,
}

impl RawTopic {
    /// Returns the names and the synonyms.
    fn names(&self) -> impl Iterator<Item = &str> {
        self.name.all().chain(self.also.iter().map(String::as_str))
    }
}

/// All topics and the words that people use for them.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    /// Unpacked one by one on first use: an answer needs few of them.
    topics: Vec<OnceLock<Entry>>,
    index: Stored,
    /// All phrases, built or unpacked on first use; looking up a topic by its handle does not need them.
    phrases: OnceLock<Phrases>,
    /// The phrases in stored form; `None` if the vocabulary was read from text.
    stored_phrases: Option<&'static [u8]>,
    /// All names with their keys for completion, built on first use.
    names: OnceLock<Names>,
    /// For each topic, the folded words of its names and synonyms, built on first use.
    name_words: OnceLock<Vec<Vec<String>>>,
}

/// A topic with all topics it is part of.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Entry {
    topic: Topic,
    /// At any distance, nearest first. The topic itself is not included.
    broader: Vec<TopicIx>,
}

/// A vocabulary without its phrases, in the stored form.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Stored {
    /// The hash of the text it was made from.
    hash: u32,
    as_of: String,
    /// For each topic, its packed [`Entry`].
    topics: Pieces,
    /// The topic of each id.
    ids: Table,
    /// The words of the names in English, in Spanish, and in French.
    name_words: [Strings; 3],
}

impl Vocabulary {
    /// Returns the shipped vocabulary, loaded on first use.
    pub fn embedded() -> &'static Self {
        &EMBEDDED
    }

    /// Returns a hash that identifies the shipped vocabulary in data stored with a catalogue, which is valid as long as
    /// the hash matches.
    pub fn embedded_hash() -> u32 {
        postcard::take_from_bytes(PACKED).map_or(0, |(hash, _)| hash)
    }

    /// Reads and checks a vocabulary.
    ///
    /// # Errors
    ///
    /// [`VocabularyError`] if the text has another shape or format. Broken rules are all reported at once.
    pub fn from_text(text: &str) -> Result<Self, VocabularyError> {
        let raw: RawVocabulary = serde_json::from_str(text)?;
        if raw.format != FORMAT {
            return Err(VocabularyError::OtherFormat(printable(&raw.format).into_owned()));
        }
        let mut problems = problems_of_words(&raw.topics);
        problems.extend(problems_of_reading(&raw.topics));
        let by_id = numbered(raw.topics.iter().map(|topic| &topic.id));
        problems.extend(unknown_broader(&raw.topics, &by_id));
        let topics: Vec<Topic> = raw.topics.into_iter().map(|raw| topic(raw, &by_id)).collect();
        problems.extend(circles(&topics));
        if !problems.is_empty() {
            return Err(VocabularyError::Rejected(problems));
        }
        Ok(Self::of(Stored::of(text, raw.as_of, &topics, by_id)?, None))
    }

    fn of(index: Stored, stored_phrases: Option<&'static [u8]>) -> Self {
        let topics = (0..index.topics.len()).map(|_| OnceLock::new()).collect();
        let (phrases, names, name_words) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        Self { topics, index, phrases, stored_phrases, names, name_words }
    }

    /// Unpacks a stored vocabulary without checking it again. Returns `None` if the bytes cannot be read.
    fn stored(bytes: &'static [u8]) -> Option<Self> {
        let (index, phrases) = postcard::take_from_bytes(bytes).ok()?;
        Some(Self::of(index, Some(phrases)))
    }

    /// Returns all phrases for topics, unpacked if they are stored and built otherwise.
    pub(super) fn phrases(&self) -> &Phrases {
        let stored = || self.stored_phrases.and_then(|bytes| postcard::from_bytes(bytes).ok());
        let made = || Phrases::of(&self.all().map(|ix| self.topic(ix).clone()).collect::<Vec<_>>());
        self.phrases.get_or_init(|| stored().unwrap_or_else(made))
    }

    /// Whether a word of any name or synonym contains this folded sequence of letters. A sequence that is in no word is
    /// probably a slip.
    pub fn has_run(&self, letters: &str) -> bool {
        self.phrases().has_run(letters)
    }

    /// Returns a vocabulary in the form of `assets/topics.bin`: the topics, then the phrases, which are unpacked only
    /// when words are read.
    pub fn packed(text: &str) -> Result<Vec<u8>, VocabularyError> {
        let vocabulary = Self::from_text(text)?;
        Ok([postcard::to_allocvec(&vocabulary.index)?, postcard::to_allocvec(vocabulary.phrases())?].concat())
    }

    /// Whether these bytes are the vocabulary that the program was built with.
    pub fn is_embedded(packed: &[u8]) -> bool {
        packed == PACKED
    }

    /// Returns the date of the last change.
    pub fn as_of(&self) -> &str {
        &self.index.as_of
    }

    /// Returns whether a folded word occurs in names of topics: in English, in Spanish, and in French.
    pub fn languages_of_word(&self, word: &str) -> [bool; 3] {
        self.index.name_words.each_ref().map(|words| words.has(word))
    }

    /// Returns the number of topics.
    pub fn len(&self) -> usize {
        self.topics.len()
    }

    /// Whether there are no topics.
    pub fn is_empty(&self) -> bool {
        self.topics.is_empty()
    }

    /// Returns the handles of all topics, in file order.
    pub fn all(&self) -> impl ExactSizeIterator<Item = TopicIx> + use<> {
        (0..self.topics.len() as u16).map(TopicIx)
    }

    /// Returns the topic with this handle, which must be of this vocabulary.
    pub fn topic(&self, ix: TopicIx) -> &Topic {
        &self.entry(ix).topic
    }

    /// Returns the English names of topics of which any may be meant: `Nursing or Midwifery`.
    pub fn names_of_any(&self, topics: &[TopicIx]) -> String {
        topics.iter().map(|topic| self.topic(*topic).name.en.as_str()).collect::<Vec<_>>().join(" or ")
    }

    fn entry(&self, ix: TopicIx) -> &Entry {
        let packed = || self.index.topics.at(usize::from(ix.0));
        self.topics[usize::from(ix.0)].get_or_init(|| postcard::from_bytes(packed()).expect("it was packed from one"))
    }

    /// Returns the handle of the topic with this id, or `None` if there is no such topic.
    pub fn find(&self, id: &str) -> Option<TopicIx> {
        self.index.ids.get(id)?.first().copied()
    }

    /// Returns all topics that a topic is part of, at any distance.
    pub fn broader(&self, ix: TopicIx) -> &[TopicIx] {
        &self.entry(ix).broader
    }

    /// Whether one of some topics contains one of the others: statistics is part of mathematics, so
    /// `statistics without maths` excludes nothing.
    pub fn is_any_above(&self, above: &[TopicIx], others: &[TopicIx]) -> bool {
        others.iter().any(|other| self.broader(*other).iter().any(|broader| above.contains(broader)))
    }

    /// Returns all topics that are part of a topic, at any distance.
    pub fn narrower(&self, ix: TopicIx) -> impl Iterator<Item = TopicIx> + '_ {
        self.all().filter(move |other| self.broader(*other).contains(&ix))
    }
}

impl Vocabulary {
    /// Returns the topics that the typed text may become, nearest first: names that begin with it, synonyms that begin
    /// with it, then names and synonyms with a later word that begins with it.
    pub fn completions(&self, typed: &str) -> Vec<Completion> {
        let names = || Names::of(self.all().map(|ix| (ix, self.topic(ix))));
        self.names.get_or_init(names).completions(typed)
    }

    /// Whether the last word is still being typed. Such a word may be the beginning of a name even if it is a grammar
    /// word when taken alone.
    pub fn is_unfinished(typed: &str) -> bool {
        is_unfinished(typed)
    }

    /// Returns the topics that exactly these words stand for; empty if there are none.
    pub fn called(&self, text: &str) -> Vec<TopicIx> {
        self.phrases().called(text)
    }

    /// Returns the topics with a name or synonym that has a word similar to this one: their common prefix makes up most
    /// of both.
    pub fn alike(&self, word: &str) -> Vec<TopicIx> {
        if word.chars().count() < MIN_ALIKE_CHARS {
            return Vec::new();
        }
        let words_of = |topic: TopicIx| {
            let topic = self.topic(topic);
            topic.name.all().chain(topic.also.iter().map(String::as_str)).flat_map(words).collect()
        };
        let all = self.name_words.get_or_init(|| self.all().map(words_of).collect());
        let has_alike = |topic: &TopicIx| all[usize::from(topic.0)].iter().any(|own| is_alike(word, own));
        self.all().filter(has_alike).collect()
    }
}

impl Stored {
    fn of(
        text: &str,
        as_of: String,
        topics: &[Topic],
        by_id: HashMap<String, TopicIx>,
    ) -> Result<Self, VocabularyError> {
        let mut packed = Pieces::default();
        for (at, topic) in topics.iter().enumerate() {
            packed.push(&postcard::to_allocvec(&Entry { topic: topic.clone(), broader: broader_of(topics, at) })?);
        }
        let words_of = |name_of: fn(&TopicNames) -> Option<&String>| {
            let names = topics.iter().filter_map(|topic| name_of(&topic.name));
            Strings::of(&names.flat_map(|name| words(name)).collect())
        };
        Ok(Self {
            hash: XxHash3_64::oneshot(text.as_bytes()) as u32,
            as_of,
            topics: packed,
            ids: Table::of(&by_id.into_iter().map(|(id, topic)| (id, vec![topic])).collect()),
            name_words: [
                words_of(|names| Some(&names.en)),
                words_of(|names| Some(&names.es)),
                words_of(|names| names.fr.as_ref()),
            ],
        })
    }
}

/// The minimum length of a common prefix; unrelated words often share shorter ones.
const MIN_ALIKE_CHARS: usize = 5;

/// Whether the common prefix of two words makes up at least two thirds of the longer one, so that `interpreter` is not
/// taken for `international`.
fn is_alike(one: &str, other: &str) -> bool {
    let common = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let longer = one.chars().count().max(other.chars().count());
    common >= MIN_ALIKE_CHARS && common * 3 >= longer * 2
}

/// Returns the handles of topics by id; handles follow the order of the file.
fn numbered<'t>(ids: impl Iterator<Item = &'t String>) -> HashMap<String, TopicIx> {
    (0u16..).map(TopicIx).zip(ids).map(|(ix, id)| (id.clone(), ix)).collect()
}

fn topic(raw: RawTopic, by_id: &HashMap<String, TopicIx>) -> Topic {
    let broader = raw.broader.iter().filter_map(|id| by_id.get(id).copied()).collect();
    let RawTopic { id, name, also, subject, regulated_by, empty: is_empty, .. } = raw;
    Topic { id, name, also, broader, subject, regulated_by, is_empty }
}

/// Finds duplicate ids and names, ids that are not slugs, and words that are empty or contain unsafe characters.
fn problems_of_words(topics: &[RawTopic]) -> Vec<String> {
    let mut problems = Vec::new();
    let (mut ids, mut names) = (HashSet::new(), HashMap::new());
    for topic in topics {
        let id = printable(&topic.id);
        if !is_slug(&topic.id) {
            problems
                .push(format!("`{id}` is not an id; ids contain only lower-case letters, digits and single hyphens."));
        }
        if !ids.insert(topic.id.as_str()) {
            problems.push(format!("The id `{id}` is given twice."));
        }
        if let Some(other) = names.insert(topic.name.en.to_lowercase(), &topic.id) {
            problems.push(format!("`{id}` has the same name as `{}`.", printable(other)));
        }
        let words = topic.names().chain(topic.regulated_by.as_deref());
        let bad = |word: &&str| word.trim() != *word || word.is_empty() || word.chars().any(is_unsafe_char);
        problems.extend(words.filter(bad).map(|word| {
            format!(
                "`{}` of `{id}` is empty, or begins or ends with a space, or has invisible characters.",
                printable(word)
            )
        }));
    }
    problems
}

/// Finds names and synonyms of which no word would be read, and those of several words of which only one would be read:
/// `o chem` would be read as `chem`, which would then always mean the topic.
fn problems_of_reading(topics: &[RawTopic]) -> Vec<String> {
    let problem = |topic: &RawTopic, text: &str| {
        let (id, quoted) = (printable(&topic.id), printable(text));
        match tokens(text).as_slice() {
            [] => Some(format!("`{quoted}` of `{id}` consists of words that say nothing.")),
            [only] if words(text).len() > 1 => Some(format!(
                "`{quoted}` of `{id}` would be read as `{}`; write that word alone if it means the topic.",
                printable(&only.word)
            )),
            _ => None,
        }
    };
    let of_topic = |topic| {
        let texts = RawTopic::names(topic).filter(|text| !text.trim().is_empty());
        texts.filter_map(|text| problem(topic, text)).collect::<Vec<_>>()
    };
    topics.iter().flat_map(of_topic).collect()
}

fn is_slug(id: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    id.split('-').all(is_part)
}

fn unknown_broader(topics: &[RawTopic], by_id: &HashMap<String, TopicIx>) -> Vec<String> {
    let all = topics.iter().flat_map(|topic| topic.broader.iter().map(move |broader| (topic, broader)));
    let unknown = all.filter(|(_, broader)| !by_id.contains_key(*broader));
    unknown
        .map(|(topic, broader)| {
            let hint = did_you_mean(broader, by_id.keys());
            format!("`{}` is part of `{}`, which is not a topic.{hint}", printable(&topic.id), printable(broader))
        })
        .collect()
}

/// Finds topics that are part of themselves.
fn circles(topics: &[Topic]) -> Vec<String> {
    let is_in_circle = |at: &usize| broader_of(topics, *at).contains(&TopicIx(*at as u16));
    (0..topics.len()).filter(is_in_circle).map(|at| format!("`{}` is part of itself.", topics[at].id)).collect()
}

/// Returns all topics that a topic is part of. The topic itself is included only if the references are circular.
fn broader_of(topics: &[Topic], at: usize) -> Vec<TopicIx> {
    let mut found: Vec<TopicIx> = Vec::new();
    let mut own = &topics[at].broader;
    let mut next = 0;
    loop {
        for ix in own {
            if !found.contains(ix) {
                found.push(*ix);
            }
        }
        let Some(ix) = found.get(next) else { return found };
        own = &topics[usize::from(ix.0)].broader;
        next += 1;
    }
}
