//! What the search promises whatever is typed and chosen, on the shipped catalogue and on small ones made for a case.

mod empty;
mod facets;
mod fields;
mod made;
mod properties;
mod quality;
mod same;
mod words;
