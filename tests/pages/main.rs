//! Pages as values: every printer prints the same sentences in the same order and adds none, HTML reports keep their
//! promises, and whole pages match their snapshots.
#![expect(clippy::unwrap_used, reason = "a test that cannot make its page has to fail")]

mod changes;
mod currencies;
mod made;
mod narrow;
#[path = "../personas/mod.rs"]
mod personas;
mod printers;
mod report;
#[path = "../samples/mod.rs"]
mod samples;
mod whole;
