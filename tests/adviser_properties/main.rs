//! The properties that every result of the adviser keeps, over generated catalogues with unknowns, ranges, ties,
//! several currencies, older programs and other kinds.

mod field;
mod made;
mod monotone;
mod neutral;
mod sound;
#[path = "../told/mod.rs"]
mod told;
mod unknown;
