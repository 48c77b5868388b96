//! Pages as values: that every printer puts down the same sentences in the same order and none of its own, what a report
//! in HTML keeps, and whole pages as they stand.
#![expect(clippy::unwrap_used, reason = "a test that cannot make its page has to fail")]

mod made;
#[path = "../personas/mod.rs"]
mod personas;
mod printers;
mod report;
mod whole;
