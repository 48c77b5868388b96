//! Taking in what comes from elsewhere: files of facts, and catalogues in other formats. What comes in is checked entry
//! by entry and accounted for in a [`Report`]; what is in the catalogue already is added to and never replaced.

mod facts;
mod report;

pub use facts::{Document, FactsFile, Merged, merge_facts};
pub use report::{At, Note, Outcome, Place, Report};
