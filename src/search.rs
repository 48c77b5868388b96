//! Search: finds programs by a query, facets and limits, and orders them. It does not know the screen, and is the only
//! room that uses fuzzy-matcher.
//!
//! An [`Index`] is built once from a catalogue, and a [`View`] is a request to it. [`Index::find`] returns everything
//! that follows from a view: the hits in order and the counts of every facet value, as one value that needs no further
//! access to the catalogue. [`Index::search`] returns only the hits, and [`Index::highlight`] the characters of a title
//! that matched.

mod abbreviation;
mod codec;
mod columns;
mod completion;
mod counters;
mod counts;
mod empty_reason;
mod field;
mod field_matches;
mod filter;
mod find;
mod front;
mod fuzzy_score;
mod grammar;
mod highlight;
pub mod histogram;
mod hit;
mod hits;
mod index;
mod lexicon;
mod limit_words;
mod limits;
mod narrow;
mod near_topics;
mod nearest;
mod order;
mod orders;
mod person;
mod query;
mod ranges;
mod rank;
mod resolve;
mod results;
mod sides;
mod sort;
mod sorter;
mod sources;
mod tally;
mod taught_as;
mod term_match;
mod titled;
mod titles;
mod topics;
mod understand;
mod view;
mod wanted;

pub use completion::{Completion, Completions};
pub use empty_reason::{Dropped, EmptyReason, Hiding, Nearest};
pub use field::{Field, Reading};
pub use field_matches::{FieldMatch, FieldMatches, Reason};
pub use filter::{Chip, Choice, CreditValue, Facet, FacetValue, Filters};
pub use fuzzy_score::fuzzy_score;
pub use hit::Hit;
pub use hits::Hits;
pub use index::Index;
pub use limits::{Limits, Quantity, Span, Unknowns, read_amount};
pub use narrow::Narrowed;
pub use results::Results;
pub use sort::Sort;
pub use topics::Relation;
pub use understand::{Named, Understood, UnderstoodPart};
pub use view::View;

pub use histogram::Histogram;
