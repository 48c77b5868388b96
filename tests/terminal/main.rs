//! The real program in a pseudo-terminal: what reaches a terminal, and in which state the terminal is left. Nothing here
//! waits for a time to pass; everything waits for what must be seen.
#![cfg(unix)]

mod checklist;
mod columns;
mod given_back;
mod kept;
mod matrix;
mod pages;
#[path = "../program/mod.rs"]
mod program;
mod run;
mod visit;
mod wire;
