//! `prospectus`: which online credential should I take, and why?

pub mod advise;
pub mod app;
pub mod catalog;
pub mod cli;
pub mod compare;
pub mod export;
pub mod guide;
pub mod keys;
pub mod plan;
pub mod search;
pub mod term;
pub mod ui;
pub mod width;
