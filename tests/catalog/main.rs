//! The promises of a catalogue: its compiled form, its estimates, and properties of the facts of any program.

mod compiled;
mod estimates;
mod model;
mod properties;
