//! Why a view shows nothing: which filters stand in the way, and how many programs each of them alone hides. The
//! sentence is the same on the screen, in commands and line by line.

use super::columns::Sifted;
use super::filter::{Choice, Filters};
use super::nearest::Nearest;
use super::{Chip, Reading};
use crate::catalog::Catalog;
use crate::english::{by_count, counted};

/// Why there is nothing to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmptyReason {
    /// How many programs what was typed finds, whatever the filters; nothing where nothing was typed.
    pub matching: Option<usize>,
    /// Every filter: all that is chosen of a facet, each other choice by itself. Those that alone hide most come first.
    pub filters: Vec<Hiding>,
    /// What would be shown without one of the filters, or without one of the words.
    pub nearest: Option<Nearest>,
}

/// A filter with what it hides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hiding {
    /// What was chosen.
    pub choices: Vec<Choice>,
    /// The same for people.
    pub label: String,
    /// How many programs would be shown without it.
    pub hides: usize,
}

impl EmptyReason {
    /// Why nothing is shown of programs that were sifted; `matching` is how many what was typed finds.
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
        Self { matching, filters, nearest: None }
    }

    /// What stands in the way and what helps, as the middle of a sentence; nothing where no filter does.
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

    /// The same where no program has what was typed, whatever the filters.
    fn words_of_words(&self) -> Option<String> {
        let nearest = self.nearest.as_ref()?;
        Some(format!("no program has all of these words; {} without `{}`", nearest.count, nearest.without))
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

/// How many programs a choice alone hides; nothing for what becomes of unknown facts, which hides with its limit.
fn hides(choice: &Choice, filters: &Filters, sifted: &Sifted) -> Option<usize> {
    match choice {
        // What is chosen and what is left out of one facet hide together.
        Choice::Without(facet, _) if filters.chosen.contains_key(facet) => None,
        Choice::Value(facet, _) | Choice::Without(facet, _) => Some(sifted.but_for_facet[*facet as usize].len()),
        Choice::Limit(quantity) => Some(sifted.but_for_limit[*quantity as usize].len()),
        Choice::Unknowns => None,
    }
}

/// Whether a choice belongs to the filter that others make: any value of a facet is enough.
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
