//! Taking in catalogues of others: every format at every depth, judged by right values.

mod damage;
mod eighteen;
mod formats;
mod guide;
mod nine;
#[path = "../program/mod.rs"]
mod program;
mod run;
mod runs;
