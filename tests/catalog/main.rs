//! The promises of a catalogue: its compiled form, its estimates, and properties of the facts of any program.

#[path = "../cases/mod.rs"]
mod cases;
mod compiled;
mod estimates;
mod model;
mod properties;
