//! A matching program.

use crate::catalog::ProgramIx;

/// A program that matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The program.
    pub program: ProgramIx,
    /// How well it matches; 0 without a query. Scores have no meaning except their order.
    pub score: i32,
}

/// Every program, for views without a query.
pub(super) fn everything(programs: usize) -> impl Iterator<Item = Hit> {
    (0..programs as u32).map(|program| Hit { program: ProgramIx(program), score: 0 })
}
