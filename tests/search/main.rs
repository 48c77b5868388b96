//! The promises of the search for any query and filters, on the shipped catalogue and on small ones made for a case.

mod apart;
#[path = "../cases/mod.rs"]
mod cases;
mod completion;
mod empty;
mod facets;
mod fields;
mod languages;
mod made;
mod origins;
mod properties;
mod quality;
mod readings;
mod same;
#[path = "../samples/mod.rs"]
mod samples;
mod sentences;
mod separated;
mod slips;
mod titled;
mod units;
mod wishes;
mod words;
