//! What a catalogue promises: its compiled form, its estimates, and what holds of the facts of any program.

mod compiled;
mod estimates;
mod model;
mod properties;
