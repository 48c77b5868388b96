//! The commands as scripts use them: streams, exit codes and JSON keys. Every command runs as a real process.
#![expect(clippy::unwrap_used, reason = "a test that cannot run a command has to fail")]

#[path = "../cases/mod.rs"]
mod cases;
#[path = "../contract/mod.rs"]
mod contract;
#[path = "../program/mod.rs"]
mod program;

mod adviser;
mod catalog;
mod config;
mod diff;
mod guide;
mod list;
mod merge;
mod plan;
mod printed;
mod promises;
mod report;
mod shell;
mod show;
mod streams;
