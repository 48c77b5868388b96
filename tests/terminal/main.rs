//! The real program in a pseudo-terminal: what reaches a terminal, and in which state the terminal is left. Nothing here
//! waits for a time to pass; everything waits for what must be seen.
#![cfg(unix)]

mod given_back;
#[path = "../program/mod.rs"]
mod program;
mod run;
mod visit;
mod wire;
