//! The subject of a report file.

use crate::catalog::ProgramIx;

/// The subject of a report file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The facts of a program.
    Program(ProgramIx),
    /// The plan of a program.
    Plan(ProgramIx),
    /// The comparison.
    Comparison,
    /// The shortlist.
    Shortlist,
    /// The recommendation.
    Result,
    /// The decision with this id.
    Decision(String),
}
