//! The vocabulary: every topic with its names, the other words for it, and the topics that it is part of. It is checked as
//! a whole when it is read, so nothing behind it meets an unknown or circular reference.

use std::collections::{HashMap, HashSet};
use std::sync::{LazyLock, OnceLock};

use serde::{Deserialize, Serialize};
use twox_hash::XxHash3_64;

use super::completion::Name;
use super::phrases::Phrases;
use super::table::{Pieces, Strings, Table};
use crate::catalog::{did_you_mean, is_unsafe_char, printable};
use crate::names::words;

/// The format that this version reads.
pub const FORMAT: &str = "prospectus-topics/1";

/// The shipped vocabulary, made of `assets/topics.json` by `cargo run --example pack_catalogue`; a test compares them. The
/// program does not carry the text.
static PACKED: &[u8] = include_bytes!("../../assets/topics.bin");

static EMBEDDED: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::stored(PACKED).expect("a test reads the shipped vocabulary"));

/// The handle of a topic in its vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TopicIx(pub u16);

/// Something that people learn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// The name in queries, files and JSON, such as `social-work`.
    pub id: String,
    /// What it is called.
    pub name: TopicNames,
    /// Other words for it in any language: abbreviations, jobs that need it, products that stand for it.
    pub also: Vec<String>,
    /// The topics that it is directly part of.
    pub broader: Vec<TopicIx>,
    /// The edX subject it belongs to.
    pub subject: Option<String>,
    /// Whom to ask about licences and titles, where the work takes one in many countries.
    pub regulated_by: Option<String>,
    /// Whether it is here although no program teaches it, so that this can be said.
    pub is_empty: bool,
}

/// What a topic is called, by language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TopicNames {
    /// In English.
    pub en: String,
    /// In Spanish.
    pub es: String,
    /// In French, where it is given.
    pub fr: Option<String>,
}

impl TopicNames {
    /// Every name.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        [Some(&self.en), Some(&self.es), self.fr.as_ref()].into_iter().flatten().map(String::as_str)
    }
}

/// Why a vocabulary could not be read.
#[derive(Debug, thiserror::Error)]
pub enum VocabularyError {
    /// It is not JSON of this shape.
    #[error("the vocabulary of topics cannot be read: {0}")]
    NotAVocabulary(#[from] serde_json::Error),
    /// It is of another format.
    #[error("the vocabulary of topics has the format `{0}`; this version reads `{FORMAT}`")]
    OtherFormat(String),
    /// Topics break rules; one sentence for each.
    #[error("the vocabulary of topics breaks {} of its rules: {}", .0.len(), .0.join(" "))]
    Rejected(Vec<String>),
    /// It cannot be written in the stored form.
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

/// Every topic, with the words that people use for them.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    /// Read when somebody first asks for one: few are named by one answer.
    topics: Vec<OnceLock<Entry>>,
    index: Stored,
    /// Made when words are first read: to name a topic by its handle costs none of it.
    phrases: OnceLock<Phrases>,
    /// The same in the stored form, if it has one.
    stored_phrases: Option<&'static [u8]>,
    /// Every name by what it is completed by; made when a name is first being typed.
    pub(super) names: OnceLock<Vec<Name>>,
}

/// A topic with everything that it is part of.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Entry {
    topic: Topic,
    /// Near things first; itself is not among them.
    broader: Vec<TopicIx>,
}

/// A vocabulary but for its phrases, in the form that is stored.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Stored {
    /// Of the text that it was made of.
    hash: u32,
    as_of: String,
    /// By topic, its packed [`Entry`].
    topics: Pieces,
    /// By id, the topic.
    ids: Table,
    /// By language of names, English, Spanish, French, the words of the names in it.
    name_words: [Strings; 3],
}

impl Vocabulary {
    /// The shipped vocabulary, read when it is first needed.
    pub fn embedded() -> &'static Self {
        &EMBEDDED
    }

    /// What tells the shipped vocabulary from any other, for what is stored with a catalogue: what was made by it is of
    /// use as long as this is the same.
    pub fn embedded_hash() -> u32 {
        postcard::take_from_bytes(PACKED).map_or(0, |(hash, _)| hash)
    }

    /// Reads and checks a vocabulary. All broken rules are reported at once.
    pub fn from_text(text: &str) -> Result<Self, VocabularyError> {
        let raw: RawVocabulary = serde_json::from_str(text)?;
        if raw.format != FORMAT {
            return Err(VocabularyError::OtherFormat(printable(&raw.format).into_owned()));
        }
        let mut problems = problems_of_words(&raw.topics);
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
        let (phrases, names) = (OnceLock::new(), OnceLock::new());
        Self { topics, index, phrases, stored_phrases, names }
    }

    /// A vocabulary as it was stored; nothing where that is of another form. What is stored was checked when it was made.
    fn stored(bytes: &'static [u8]) -> Option<Self> {
        let (index, phrases) = postcard::take_from_bytes(bytes).ok()?;
        Some(Self::of(index, Some(phrases)))
    }

    /// Every phrase that stands for topics: as stored, or made anew where nothing is.
    pub(super) fn phrases(&self) -> &Phrases {
        let stored = || self.stored_phrases.and_then(|bytes| postcard::from_bytes(bytes).ok());
        let made = || Phrases::of(&self.all().map(|ix| self.topic(ix).clone()).collect::<Vec<_>>());
        self.phrases.get_or_init(|| stored().unwrap_or_else(made))
    }

    /// A vocabulary as `assets/topics.bin` stores it: the hash of its text, its date and topics, then the phrases, which are
    /// read by those alone who read words.
    pub fn packed(text: &str) -> Result<Vec<u8>, VocabularyError> {
        let vocabulary = Self::from_text(text)?;
        Ok([postcard::to_allocvec(&vocabulary.index)?, postcard::to_allocvec(vocabulary.phrases())?].concat())
    }

    /// Whether the vocabulary that the program was built with is stored in these bytes.
    pub fn is_embedded(packed: &[u8]) -> bool {
        packed == PACKED
    }

    /// The date of its last change.
    pub fn as_of(&self) -> &str {
        &self.index.as_of
    }

    /// Whether names of topics have a word, which is folded, in English, in Spanish and in French.
    pub fn languages_of_word(&self, word: &str) -> [bool; 3] {
        self.index.name_words.each_ref().map(|words| words.has(word))
    }

    /// How many topics there are.
    pub fn len(&self) -> usize {
        self.topics.len()
    }

    /// Whether there is no topic.
    pub fn is_empty(&self) -> bool {
        self.topics.is_empty()
    }

    /// The handles of all topics, in the order of the file.
    pub fn all(&self) -> impl ExactSizeIterator<Item = TopicIx> + use<> {
        (0..self.topics.len() as u16).map(TopicIx)
    }

    /// The topic of a handle of this vocabulary.
    pub fn topic(&self, ix: TopicIx) -> &Topic {
        &self.entry(ix).topic
    }

    fn entry(&self, ix: TopicIx) -> &Entry {
        let packed = || self.index.topics.at(usize::from(ix.0));
        self.topics[usize::from(ix.0)].get_or_init(|| postcard::from_bytes(packed()).expect("it was packed from one"))
    }

    /// The topic of that id.
    pub fn find(&self, id: &str) -> Option<TopicIx> {
        self.index.ids.get(id)?.first().copied()
    }

    /// Everything that a topic is part of, at any distance.
    pub fn broader(&self, ix: TopicIx) -> &[TopicIx] {
        &self.entry(ix).broader
    }

    /// Everything that is part of a topic, at any distance.
    pub fn narrower(&self, ix: TopicIx) -> impl Iterator<Item = TopicIx> + '_ {
        self.all().filter(move |other| self.broader(*other).contains(&ix))
    }
}

impl Vocabulary {
    /// The topics that exactly these words stand for.
    pub fn called(&self, text: &str) -> Vec<TopicIx> {
        self.phrases().called(text)
    }

    /// The topics of which a name or another word has a word that is nearly this one: both begin alike, and most of both is
    /// that beginning.
    pub fn alike(&self, word: &str) -> Vec<TopicIx> {
        let has_alike = |topic: &TopicIx| {
            let topic = self.topic(*topic);
            let mut texts = topic.name.all().chain(topic.also.iter().map(String::as_str));
            texts.any(|text| words(text).iter().any(|own| is_alike(word, own)))
        };
        if word.chars().count() < MIN_ALIKE_CHARS { Vec::new() } else { self.all().filter(has_alike).collect() }
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

/// Shorter beginnings are common to words that have nothing to do with each other.
const MIN_ALIKE_CHARS: usize = 5;

/// Whether two words have so much of their beginnings in common that they are forms of one: two thirds of the longer, so
/// that `interpreter` is not `international`.
fn is_alike(one: &str, other: &str) -> bool {
    let common = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let longer = one.chars().count().max(other.chars().count());
    common >= MIN_ALIKE_CHARS && common * 3 >= longer * 2
}

/// The handles of topics, by their ids in the order of the file.
fn numbered<'t>(ids: impl Iterator<Item = &'t String>) -> HashMap<String, TopicIx> {
    (0u16..).map(TopicIx).zip(ids).map(|(ix, id)| (id.clone(), ix)).collect()
}

fn topic(raw: RawTopic, by_id: &HashMap<String, TopicIx>) -> Topic {
    let broader = raw.broader.iter().filter_map(|id| by_id.get(id).copied()).collect();
    let RawTopic { id, name, also, subject, regulated_by, empty: is_empty, .. } = raw;
    Topic { id, name, also, broader, subject, regulated_by, is_empty }
}

/// Ids and names that are given twice, ids that are no slugs, and words that are none.
fn problems_of_words(topics: &[RawTopic]) -> Vec<String> {
    let mut problems = Vec::new();
    let (mut ids, mut names) = (HashSet::new(), HashMap::new());
    for topic in topics {
        let id = printable(&topic.id);
        if !is_slug(&topic.id) {
            problems.push(format!("`{id}` is no id: small letters, digits and single hyphens are."));
        }
        if !ids.insert(topic.id.as_str()) {
            problems.push(format!("The id `{id}` is given twice."));
        }
        if let Some(other) = names.insert(topic.name.en.to_lowercase(), &topic.id) {
            problems.push(format!("`{id}` has the name of `{}`.", printable(other)));
        }
        let words = topic.name.all().chain(topic.also.iter().map(String::as_str)).chain(topic.regulated_by.as_deref());
        let bad = |word: &&str| word.trim() != *word || word.is_empty() || word.chars().any(is_unsafe_char);
        problems.extend(words.filter(bad).map(|word| {
            format!("`{}` of `{id}` is empty, or has blanks around it or characters that nobody sees.", printable(word))
        }));
    }
    problems
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
            format!("`{}` is part of `{}`, which is no topic.{hint}", printable(&topic.id), printable(broader))
        })
        .collect()
}

/// Topics that are part of themselves.
fn circles(topics: &[Topic]) -> Vec<String> {
    let is_in_circle = |at: &usize| broader_of(topics, *at).contains(&TopicIx(*at as u16));
    (0..topics.len()).filter(is_in_circle).map(|at| format!("`{}` is part of itself.", topics[at].id)).collect()
}

/// Everything that a topic is part of; itself only where the vocabulary goes in a circle.
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
