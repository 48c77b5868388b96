//! The real program in a pseudo-terminal: what reaches a terminal, and the state in which the terminal is left. No test
//! waits for a fixed time; every wait is for something that must appear.
#![cfg(unix)]

mod checklist;
mod columns;
mod editor;
mod given_back;
mod kept;
mod matrix;
mod pages;
#[path = "../program/mod.rs"]
mod program;
mod run;
mod visit;
mod wire;
