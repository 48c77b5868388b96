//! The programs that match, in order. A list is numbers, a place in an order and a score each, and no programs.

use std::fmt;
use std::sync::Arc;

use crate::catalog::ProgramIx;

use super::meaning::Meaning;
use super::nothing::Nothing;

/// A program that matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which program.
    pub program: ProgramIx,
    /// How well it matches; 0 where nothing was typed. Only the order of scores means anything.
    pub score: i32,
}

/// The programs that a view shows, in order, with what highlighting them needs.
#[derive(Clone, Default)]
pub struct Hits {
    pub(super) list: Arc<Vec<Hit>>,
    pub(super) meanings: Arc<[Meaning]>,
    /// What there is to say about what was typed, as a sentence: ``no word `sceince`; showing science``.
    pub notice: Option<String>,
    /// Where there is none, why.
    pub nothing: Option<Arc<Nothing>>,
}

impl Hits {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The hit in a row.
    pub fn get(&self, row: usize) -> Option<Hit> {
        self.list.get(row).copied()
    }

    /// The first hit.
    pub fn first(&self) -> Option<Hit> {
        self.get(0)
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Hit> + '_ {
        self.list.iter().copied()
    }

    /// The row of a program.
    pub fn row_of(&self, program: ProgramIx) -> Option<usize> {
        self.list.iter().position(|hit| hit.program == program)
    }
}

/// The same programs in the same order, with the same to say.
impl PartialEq for Hits {
    fn eq(&self, other: &Self) -> bool {
        self.notice == other.notice && self.len() == other.len() && self.iter().eq(other.iter())
    }
}

impl fmt::Debug for Hits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hits").field("len", &self.len()).field("notice", &self.notice).finish_non_exhaustive()
    }
}
