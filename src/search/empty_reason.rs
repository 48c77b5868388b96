//! Why a view shows nothing: the filters that hide programs, and how many each of them hides alone. The sentence is the
//! same on the screen, in commands and in line mode.

use super::columns::Sifted;
use super::field::Reading;
use super::filter::{Chip, Choice, Filters};
use crate::catalog::{Catalog, ProgramIx};
use crate::english::{by_count, counted};
use crate::topics::{TopicIx, Vocabulary};

/// Why there is nothing to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmptyReason {
    /// The number of programs that match the query, regardless of filters; `None` without a query.
    pub matching: Option<usize>,
    /// The filters, those that hide the most programs alone first. All chosen values of a facet are one filter; every
    /// other choice is a separate filter.
    pub filters: Vec<Hiding>,
    /// The result without one of the filters or words, or without quotes; `None` if it would be empty too.
    pub nearest: Option<Nearest>,
    /// If the query matches nothing, the topics nearest to it, each with the number of its programs that pass the
    /// filters; the nearest first, without topics that have no such programs.
    pub near_topics: Vec<(TopicIx, usize)>,
}

/// A filter with the number of programs that it hides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hiding {
    /// The choices that make up the filter.
    pub choices: Vec<Choice>,
    /// The filter as shown to people.
    pub label: String,
    /// The number of programs that would be shown without it.
    pub hides: usize,
}

/// What is dropped from a view so that it shows something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dropped {
    /// A filter, by its label.
    Filter(String),
    /// A word or phrase of the query, as it was typed.
    Word(String),
    /// The quotes around words, which then need not be adjacent.
    Quotes,
}

impl std::fmt::Display for Dropped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Filter(text) | Self::Word(text) => write!(f, "`{text}`"),
            Self::Quotes => f.write_str("the quotes"),
        }
    }
}

/// The result without one filter or word, or without quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// What was dropped.
    pub without: Dropped,
    /// The number of programs in the result.
    pub count: usize,
    /// The first of these programs.
    pub programs: Vec<ProgramIx>,
}

impl Nearest {
    /// Returns the heading: ``Nearest, 3 without `guitar` ``.
    pub fn heading(&self) -> String {
        format!("Nearest, {} without {}", self.count, self.without)
    }
}

impl EmptyReason {
    /// Returns the nearest topics with their numbers of programs, in a sentence without a full stop; `None` if none is near.
    pub fn near_topics_in_words(&self) -> Option<String> {
        let named = |(topic, count): &(TopicIx, usize)| {
            format!("{}, {}", Vocabulary::embedded().topic(*topic).name.en, counted(*count, "program"))
        };
        let named: Vec<String> = self.near_topics.iter().map(named).collect();
        (!named.is_empty()).then(|| format!("Nearest topics: {}", named.join("; ")))
    }

    /// The reason for an empty view; `matching` is the number of programs that match the query.
    pub(super) fn of(catalog: &Catalog, reading: &Reading, matching: Option<usize>, sifted: &Sifted) -> Self {
        let mut filters: Vec<Hiding> = Vec::new();
        for chip in reading.view.filters.chips(catalog) {
            let Some(hides) = hides(&chip.choice, &reading.view.filters, sifted) else { continue };
            match filters.last_mut().filter(|last| is_one_filter(&last.choices, &chip.choice)) {
                Some(last) => last.join(chip),
                None => filters.push(Hiding { choices: vec![chip.choice], label: chip.label, hides }),
            }
        }
        filters.sort_by_key(|hiding| std::cmp::Reverse(hiding.hides));
        Self { matching, filters, nearest: None, near_topics: Vec::new() }
    }

    /// Returns the filters that hide programs and the way out, as the middle of a sentence; `None` if there is nothing
    /// to say.
    pub fn words(&self) -> Option<String> {
        let way_out = match self.filters.as_slice() {
            [] => return self.words_of_words(),
            [only] => return self.words_of_one(&only.label),
            [first, ..] if first.hides > 0 => {
                let are = format!("{} {}", first.hides, by_count(first.hides, "is", "are"));
                format!("; without `{}` {are} shown", first.label)
            }
            _ => ", and leaving out any one of them does not help".to_owned(),
        };
        match self.matching {
            None => Some(format!("no program has all {} filters{way_out}", self.filters.len())),
            Some(0) => self.words_of_words(),
            Some(count) => Some(format!("{}, but the filters hide {}{way_out}", programs(count), them(count))),
        }
    }

    /// The sentence for a query that no program matches, regardless of filters.
    fn words_of_words(&self) -> Option<String> {
        let nearest = self.nearest.as_ref()?;
        // The notice about the phrase already says that no program has it.
        let what = if nearest.without == Dropped::Quotes { "" } else { "no program has all of these words; " };
        Some(format!("{what}{} without {}", nearest.count, nearest.without))
    }

    fn words_of_one(&self, label: &str) -> Option<String> {
        match self.matching {
            None => Some(format!("no program has `{label}`")),
            Some(0) => self.words_of_words(),
            Some(count) => Some(format!("{}, but `{label}` hides {}", programs(count), them(count))),
        }
    }
}

impl Hiding {
    fn join(&mut self, chip: Chip) {
        self.label = format!("{} or {}", self.label, chip.label);
        self.choices.push(chip.choice);
    }
}

/// Returns the number of programs that only this choice hides. `None` for the choice about unknown facts, which hides
/// programs only together with a limit.
fn hides(choice: &Choice, filters: &Filters, sifted: &Sifted) -> Option<usize> {
    match choice {
        // Chosen and excluded values of one facet hide programs together.
        Choice::Without(facet, _) if filters.chosen.contains_key(facet) => None,
        Choice::Value(facet, _) | Choice::Without(facet, _) => Some(sifted.but_for_facet[*facet as usize].len()),
        Choice::Limit(quantity) => Some(sifted.but_for_limit[*quantity as usize].len()),
        Choice::Unknowns => None,
    }
}

/// Whether a choice belongs to the same filter as the others: a value of the same facet.
fn is_one_filter(choices: &[Choice], choice: &Choice) -> bool {
    match (choices.first(), choice) {
        (Some(Choice::Value(facet, _)), Choice::Value(other, _))
        | (Some(Choice::Without(facet, _)), Choice::Without(other, _)) => facet == other,
        _ => false,
    }
}

fn programs(count: usize) -> String {
    format!("{} {}", counted(count, "program"), by_count(count, "matches", "match"))
}

fn them(count: usize) -> &'static str {
    by_count(count, "it", "them")
}
