//! One matching program.

use crate::catalog::ProgramIx;

/// A program that matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The program.
    pub program: ProgramIx,
    /// How well it matches; 0 without a query. Scores have no meaning except their order.
    pub score: i32,
}
