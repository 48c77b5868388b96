//! The facts about a program that the rule for preparation uses, and the rule itself. A compiled catalogue stores these
//! facts by topic, so that the neighbours of a program are found without reading all other programs. The main field is
//! not among them: it is too broad to link two programs.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::asked::asked_beforehand;
use crate::catalog::{
    Basis, Catalog, Counts, InstitutionIx, Kind, Level, Pathway, PathwayStatus, Program, ProgramIx, SectionBytes,
    Sections, Strength, Text, pack_parts,
};
use crate::english::and_list;
use crate::topics::{ProgramTopic, TopicIx, Vocabulary, topics_of};

/// The section of these facts; rename it whenever its format changes. The first record lists the topics in order. One
/// record follows for each topic: the programs that are about it or require it.
const SECTION: &str = "plan-programs-3";

/// The section that plans add to a compiled catalogue.
pub const LINKS: Sections = Sections { names: &[SECTION], make: sections, is_current };

/// Why one program prepares for another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ground {
    /// The first is about these topics, which the second requires or recommends beforehand.
    Asked(Vec<TopicIx>),
    /// Both are about these topics.
    Shared(Vec<TopicIx>),
}

impl Ground {
    /// Returns the topics that link the two programs.
    pub fn topics(&self) -> &[TopicIx] {
        match self {
            Self::Asked(topics) | Self::Shared(topics) => topics,
        }
    }

    /// Returns the names of these topics within a sentence.
    pub fn topic_names(&self) -> String {
        let name = |topic: &TopicIx| Vocabulary::embedded().name_in_sentence(*topic);
        and_list(&self.topics().iter().map(name).collect::<Vec<_>>())
    }
}

/// The facts about one program that the rule uses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct LinkFacts {
    pub(super) program: ProgramIx,
    kind: Kind,
    is_offered: bool,
    /// The topics that the program is about.
    about: Vec<ProgramTopic>,
    /// The topics that it requires or recommends beforehand.
    asked: Vec<TopicIx>,
    languages: Vec<Text>,
    /// The levels, the lowest first.
    levels: Vec<Level>,
    /// The basis of the levels.
    level_basis: Option<Basis>,
    institutions: Vec<InstitutionIx>,
    /// Whether an active credit pathway is on record.
    pub(super) has_open_pathway: bool,
}

/// The first condition of the rule that does not hold, worded as the rest of a sentence.
#[derive(Debug, PartialEq, thiserror::Error)]
pub(super) enum Missing {
    #[error("the first is a {}", .0.name())]
    First(Kind),
    #[error("the second is a {}", .0.name())]
    Second(Kind),
    #[error("one of them is not in the latest list")]
    Offer,
    #[error("the topic of one of them is unknown")]
    Topic,
    #[error("they are about different topics, and the first is about nothing that the second asks for beforehand")]
    SharedTopic,
    #[error("no language is known to be shared")]
    Language,
    #[error("the level of one of them is unknown")]
    Level,
    #[error("the levels are {} and {}", .0.name(), .1.name())]
    HigherLevel(Level, Level),
}

impl LinkFacts {
    pub(super) fn of(catalog: &Catalog, ix: ProgramIx, program: &Program) -> Self {
        let is_open = |way: &Pathway| way.counts == Counts::Credit && way.status == PathwayStatus::Active;
        let topics = topics_of(catalog, ix, program).into_iter();
        Self {
            program: ix,
            kind: program.kind().clone(),
            is_offered: program.is_offered(),
            about: topics.filter(|own| own.strength == Strength::About).collect(),
            asked: asked_beforehand(catalog, program),
            languages: program.languages().to_vec(),
            levels: program.levels().to_vec(),
            level_basis: program.level.shown().map(|claim| claim.basis),
            institutions: program.institutions().to_vec(),
            has_open_pathway: program.pathways.iter().any(is_open),
        }
    }

    /// Whether an institution offers both programs.
    pub(super) fn shares_institution(&self, other: &Self) -> bool {
        other.institutions.iter().any(|ix| self.institutions.contains(ix))
    }

    /// The level at which it starts.
    pub(super) fn starts_at(&self) -> Option<Level> {
        self.levels.first().copied()
    }

    /// Returns the topics that the program is about, in its own order.
    fn about(&self) -> impl Iterator<Item = TopicIx> {
        self.about.iter().map(|own| own.topic)
    }

    /// Returns the topics by which the program may be linked: those it is about and those it requires.
    pub(super) fn topics(&self) -> BTreeSet<TopicIx> {
        self.about().chain(self.asked.iter().copied()).collect()
    }

    /// A level in words, marked if it is only presumed from the kind.
    fn told(&self, level: Level) -> String {
        let presumed = if self.level_basis == Some(Basis::Presumed) { " (presumed from the kind)" } else { "" };
        format!("{}{presumed}", level.name())
    }

    /// Returns the basis, in words, of the first of these topics that the program is about.
    fn basis(&self, topics: &[TopicIx]) -> &'static str {
        let own = self.about.iter().find(|own| topics.contains(&own.topic));
        Basis::words_of(own.map(|own| own.basis))
    }

    /// Whether the program meets every condition of the rule that does not depend on the other program.
    fn can_be_linked(&self) -> bool {
        self.is_offered && follows(&self.kind) && !self.levels.is_empty()
    }
}

fn comes_first(kind: &Kind) -> bool {
    matches!(kind, Kind::ProfessionalCertificate | Kind::MicroBachelors | Kind::XSeries)
}

fn follows(kind: &Kind) -> bool {
    *kind == Kind::MicroMasters || comes_first(kind)
}

/// Applies the rule to two programs. Returns why the first prepares for the second.
///
/// # Errors
///
/// [`Missing`] for the first condition that does not hold.
pub(super) fn prepares(first: &LinkFacts, second: &LinkFacts) -> Result<Ground, Missing> {
    if !comes_first(&first.kind) {
        return Err(Missing::First(first.kind.clone()));
    }
    if !follows(&second.kind) {
        return Err(Missing::Second(second.kind.clone()));
    }
    if !first.is_offered || !second.is_offered {
        return Err(Missing::Offer);
    }
    let ground = ground(first, second)?;
    if !first.languages.iter().any(|language| second.languages.contains(language)) {
        return Err(Missing::Language);
    }
    let (Some(low), Some(high)) = (first.levels.last(), second.levels.last()) else { return Err(Missing::Level) };
    if low >= high {
        return Err(Missing::HigherLevel(*low, *high));
    }
    Ok(ground)
}

/// Returns the topics that link two programs. A topic that the second requires is stronger than one that both are
/// about.
fn ground(first: &LinkFacts, second: &LinkFacts) -> Result<Ground, Missing> {
    if first.about.is_empty() || second.topics().is_empty() {
        return Err(Missing::Topic);
    }
    let asked: Vec<TopicIx> = first.about().filter(|topic| second.asked.contains(topic)).collect();
    let is_shared = |topic: &TopicIx| second.about().any(|own| own == *topic) && !are_apart(first, second, *topic);
    let shared: Vec<TopicIx> = first.about().filter(is_shared).collect();
    match (asked.is_empty(), shared.is_empty()) {
        (false, _) => Ok(Ground::Asked(asked)),
        (true, false) => Ok(Ground::Shared(shared)),
        (true, true) => Err(Missing::SharedTopic),
    }
}

/// Whether two programs are about different areas of a topic that both are about, such as the history of China and of
/// the U.S.
fn are_apart(first: &LinkFacts, second: &LinkFacts, topic: TopicIx) -> bool {
    let vocabulary = Vocabulary::embedded();
    let has_own_area = |one: &LinkFacts, other: &LinkFacts| {
        let mut areas = one.about().filter(|own| vocabulary.broader(*own).contains(&topic));
        areas.any(|area| !other.about().any(|its| its == area))
    };
    has_own_area(first, second) && has_own_area(second, first)
}

/// Returns the facts that a link rests on, in words.
pub(super) fn found(first: &LinkFacts, second: &LinkFacts, ground: &Ground) -> String {
    let topics = ground.topic_names();
    let why = match ground {
        Ground::Asked(topic) => {
            format!(
                "the second asks for or advises {topics} beforehand, and the first is about it ({})",
                first.basis(topic)
            )
        }
        Ground::Shared(topic) => match (first.basis(topic), second.basis(topic)) {
            (one, two) if one == two => format!("both are about {topics} ({one})"),
            (one, two) => format!("both are about {topics} ({one} and {two})"),
        },
    };
    let level = |facts: &LinkFacts| facts.levels.last().map_or_else(String::new, |level| facts.told(*level));
    format!("{why}; the first goes up to {}, the second up to {}", level(first), level(second))
}

/// Returns the programs that are about one of these topics or require it, and can be linked.
pub(super) fn with_topics(catalog: &Catalog, topics: &BTreeSet<TopicIx>) -> Vec<LinkFacts> {
    let stored: Option<Vec<Vec<LinkFacts>>> = topics.iter().map(|topic| stored(catalog, *topic)).collect();
    let groups = stored.unwrap_or_else(|| by_topic(catalog, Some(topics)).into_values().collect());
    let mut seen = BTreeSet::new();
    groups.into_iter().flatten().filter(|facts| seen.insert(facts.program)).collect()
}

/// The first record of the section.
#[derive(Serialize, Deserialize)]
struct Head {
    /// The hash of the vocabulary that the topics are from.
    vocabulary: u32,
    topics: Vec<TopicIx>,
}

fn head(catalog: &Catalog) -> Option<Head> {
    catalog.part(SECTION, 0).filter(|head: &Head| head.vocabulary == Vocabulary::embedded_hash())
}

/// Whether the stored facts were made with the embedded vocabulary.
fn is_current(catalog: &Catalog) -> bool {
    catalog.part(SECTION, 0).is_none_or(|head: Head| head.vocabulary == Vocabulary::embedded_hash())
}

/// Returns the programs of a topic from a compiled catalogue, or `None` if it has no such section of this vocabulary.
fn stored(catalog: &Catalog, topic: TopicIx) -> Option<Vec<LinkFacts>> {
    match head(catalog)?.topics.binary_search(&topic) {
        Ok(at) => catalog.part(SECTION, at + 1),
        Err(_) => Some(Vec::new()),
    }
}

/// Groups the programs that can be linked by topic, for the wanted topics or for all, each group in the order of ids.
fn by_topic(catalog: &Catalog, wanted: Option<&BTreeSet<TopicIx>>) -> BTreeMap<TopicIx, Vec<LinkFacts>> {
    let mut groups: BTreeMap<TopicIx, Vec<LinkFacts>> = BTreeMap::new();
    for (ix, program) in catalog.all().zip(catalog.programs()) {
        let facts = LinkFacts::of(catalog, ix, &program);
        let is_wanted = |topic: &TopicIx| wanted.is_none_or(|wanted| wanted.contains(topic));
        for topic in facts.topics().into_iter().filter(is_wanted).filter(|_| facts.can_be_linked()) {
            groups.entry(topic).or_default().push(facts.clone());
        }
    }
    groups
}

fn sections(catalog: &Catalog) -> Vec<SectionBytes> {
    let (topics, programs): (Vec<TopicIx>, Vec<Vec<LinkFacts>>) = by_topic(catalog, None).into_iter().unzip();
    let head = Packed::Head(Head { vocabulary: Vocabulary::embedded_hash(), topics });
    vec![(SECTION, pack_parts([head].into_iter().chain(programs.into_iter().map(Packed::Programs))))]
}

/// A record of the section.
#[derive(Serialize)]
#[serde(untagged)]
enum Packed {
    Head(Head),
    Programs(Vec<LinkFacts>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_link_facts_are_those_of_a_pass_over_all_programs() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let all = by_topic(&catalog, None);
        assert!(all.len() > 100 && all.values().any(|programs| programs.len() > 10));
        for (topic, programs) in all {
            assert_eq!(stored(&catalog, topic).as_ref(), Some(&programs), "{topic:?}");
        }
        assert_eq!(stored(&catalog, TopicIx(u16::MAX)), Some(Vec::new()));
    }

    #[test]
    fn without_what_was_stored_the_links_are_the_same() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let bare = Catalog::unpack(catalog.pack(Vec::new()).expect("a packed form")).expect("a catalogue");
        let mut links = 0;
        for ix in catalog.all().step_by(19) {
            for way in [super::super::link::after, super::super::link::before] {
                let found = way(&catalog, ix);
                links += found.len();
                assert_eq!(found, way(&bare, ix));
            }
        }
        assert!(links > 20, "{links}");
    }
}
