//! Taking in catalogues of others: every format at every depth, judged by right values.

mod eighteen;
mod formats;
mod guide;
mod nine;
#[path = "../program/mod.rs"]
mod program;
mod run;
mod runs;
