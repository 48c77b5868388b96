//! Kept data seen from outside: every command on it, its JSON, and what remains after interruptions.
#![expect(clippy::unwrap_used, reason = "a test that cannot run a command has to fail")]

#[path = "../program/mod.rs"]
mod program;

mod calendar;
mod commands;
mod counsellor;
mod decisions;
mod exported;
mod forget;
mod interrupted;
mod killed;
mod schema;
