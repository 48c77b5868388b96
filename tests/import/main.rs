//! Taking in catalogues of others: every format at every depth, judged by right values.

mod eighteen;
mod formats;
mod guide;
mod nine;
#[path = "../program/mod.rs"]
mod program;
#[cfg(unix)]
mod progress;
mod run;
mod runs;
mod shapes;
