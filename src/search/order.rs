//! An order of all programs: ties are broken by title and then id, and unknown values come last.

use super::codec::{Numbers, numbers};
use crate::catalog::ProgramIx;

/// An order of all programs.
#[derive(Clone, Debug, Default)]
pub(super) struct Order {
    /// The rank of each program.
    pub(super) ranks: Numbers,
    /// The programs, in order.
    pub(super) programs: Numbers,
}

impl Order {
    /// Returns the order by `place`; ties keep their present order.
    pub(super) fn rearranged(&self, mut place: impl FnMut(ProgramIx) -> u32) -> Self {
        let mut programs: Vec<u32> = self.programs.all().iter().collect();
        programs.sort_by_key(|ix| place(ProgramIx(*ix)));
        Self { ranks: numbers(&ranks(&programs)), programs: numbers(&programs) }
    }

    #[inline]
    pub(super) fn rank(&self, program: ProgramIx) -> u32 {
        self.ranks.at(program.0 as usize)
    }

    pub(super) fn program(&self, rank: u32) -> ProgramIx {
        ProgramIx(self.programs.at(rank as usize))
    }
}

/// The rank of each of the things in this order.
pub(super) fn ranks(in_order: &[u32]) -> Vec<u32> {
    let mut ranks = vec![0; in_order.len()];
    for (rank, at) in (0u32..).zip(in_order) {
        ranks[*at as usize] = rank;
    }
    ranks
}
