//! Importing external catalogues: every format at every nesting depth, compared with known values.

mod eighteen;
mod formats;
mod guide;
mod lists;
mod nine;
mod order;
#[path = "../program/mod.rs"]
mod program;
#[cfg(unix)]
mod progress;
mod run;
mod runs;
mod shapes;
