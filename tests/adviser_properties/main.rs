//! Properties of every result of the adviser, over generated catalogues with unknowns, ranges, ties, several
//! currencies, older programs and all kinds.

#[path = "../cases/mod.rs"]
mod cases;
mod field;
mod made;
mod monotone;
mod nearer;
mod neutral;
mod sound;
#[path = "../told/mod.rs"]
mod told;
mod unknown;
