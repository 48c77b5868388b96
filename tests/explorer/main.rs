//! The explorer without a terminal: keys go through the key bindings and the real `update`, and the tests check the
//! state or a whole drawn screen.

#[path = "../cases/mod.rs"]
mod cases;
#[path = "../../benches/made/chance.rs"]
mod chance;
#[path = "../samples/mod.rs"]
mod samples;

mod advising;
mod asking;
mod clients;
mod compare;
mod covered;
mod desk;
mod drawer;
mod empty;
mod facts;
mod footers;
mod frames;
mod generated;
mod guiding;
mod keeping;
mod keys;
mod lines;
mod list;
mod marks;
mod meanwhile;
mod names;
mod notes;
mod one_screen;
mod outcomes;
mod palette;
mod panes;
mod personas;
mod pictures;
mod planning;
mod pointing;
mod promised;
mod random;
mod rebinding;
mod refusals;
mod screens;
mod script;
mod searching;
mod sharing;
mod sight;
mod small;
mod svg;
mod undo;
