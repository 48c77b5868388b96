//! `prospectus`: which online credential should I take, and why? An explorer and adviser of edX programs for the
//! terminal, and the same as commands. This page is the map.
//!
//! # The shape
//!
//! A pure core answers questions about programs. A deterministic [`app::update`] turns named actions into state. A view
//! ([`ui::draw`]) is a function of that state. One thin room ([`term`]) touches the terminal. Commands ([`cli`]) print
//! what the screens show, from the same core: a recommendation, a comparison or a page of facts is a value before it is
//! a screen, a line or JSON.
//!
//! # The rooms, from the bottom
//!
//! | room | what it owns |
//! |---|---|
//! | `named` | enumerations whose values have names |
//! | [`english`] | small pieces of English: lists, plurals, articles |
//! | [`files`] | writing a file whole or not at all, reading a small one |
//! | [`stream`] | standard output that waits for room |
//! | [`clock`] | today's date where the computer stands |
//! | [`estimate`] | what is not known of a thing, from others of which it is known: ranges, and how well they hold |
//! | [`catalog`] | what a program is: facts with basis, source and date; loading and checking; facts in words |
//! | [`names`] | words as people type them: what counts as the same word or name |
//! | [`topics`] | what people want to learn: the vocabulary of topics, and words read by it |
//! | [`config`] | what a person sets in a file |
//! | [`width`] | columns of a terminal: measuring, cutting, wrapping |
//! | [`chart`] | small pictures as text: bars, columns, planes |
//! | [`look`] | the looks by name, and which one is chosen |
//! | [`ascii`] | text and signs in ASCII |
//! | [`search`] | finding programs: folding, index, ranking, facets, filters |
//! | [`keep`] | what is kept: how the explorer was left, and a log of what people keep: profiles, shortlists, notes, decisions |
//! | [`compare`] | programs side by side |
//! | [`guide`] | the kinds of credential side by side |
//! | [`map`] | programs as points: hours of work against months or price |
//! | [`plan`] | when a program would be finished, what it costs |
//! | [`advise`] | the questionnaire, the verdict, its reasons and what would change it |
//! | [`page`] | what a person reads: every page as one value, and its printers: lines for a screen, words, Markdown, HTML |
//! | [`sections`] | what the rooms add to a compiled catalogue |
//! | [`export`] | values as JSON, sheets for a spreadsheet and calendars |
//! | [`app`] | the state of the explorer, what changes it, what its pages say |
//! | [`keys`] | which key does what, where: one table |
//! | [`lines`] | the explorer without a screen: a typed line in, lines of words out |
//! | [`ui`] | state to cells: layout, panes, looks |
//! | [`term`] | the terminal: entering, reading, drawing, giving it back |
//! | [`cli`] | arguments to commands, streams, exit codes |
//!
//! A room may use any room above it in this table and none below: `term -> {ui, lines} -> keys -> app -> export -> page ->
//! advise -> {search, plan, compare, guide} -> catalog`, `app -> keep -> search`, and `cli` uses the core and the keys, never a screen. A test
//! reads the sources and fails where
//! an arrow is drawn backwards, or where the core names a terminal, the clock, the environment or standard output.
//!
//! # The loop
//!
//! Load and check everything; enter the terminal; draw; wait for input or for what was searched for; drain what is
//! queued: event, key, action, state; draw once. There is no tick: without input nothing happens and nothing is written.
//!
//! In a large catalogue a view is searched for on a thread of its own. What is found comes back with the view that it
//! answers, and is dropped if the state asks for another by then. Until it is there the former list stays, marked as
//! such; typing goes on, and whatever else is pressed waits for the list that it means.
//!
//! # Pages
//!
//! Whatever a person reads is made once, from values of the core, as a [`page::Page`]: sections of blocks with roles,
//! marks of their basis, and targets. The screen, line mode, tables in a terminal, Markdown and HTML are printers of that
//! value ([`page::print`]), so they say the same sentences in the same order; which key or word does what comes in from
//! outside. What goes by the state alone, such as lists with a cursor, is laid out in [`app::page`] with the same lines.
//!
//! # The way of one key
//!
//! `c` is pressed on the list. `term::reader` reads its byte and `term::decode` makes a key of it; [`keys::resolve`]
//! looks it up in the one table for the present place and answers with the [`app::Action`] that opens the comparison.
//! [`app::update`] changes the state and says what the world has to do, which here is nothing. `term` draws:
//! [`ui::draw`] asks `app` for the page, which [`page`] has made of a [`compare::Comparison`], and turns its blocks into
//! cells by role and look. The footer and the help read the same table, so they name the same key.
//!
//! # The way of one answer
//!
//! "8 to 12 hours a week" is chosen, or stands in a file as `"hours": "8-12"`. [`advise::Adviser`] checks it against the
//! questionnaire (`advise::question`); `advise::engine` makes a limit, a lean and a preference of it, takes out the
//! programs that cannot be kept up, orders the rest and looks for the changes that would matter. What comes out is an
//! [`advise::Advice`]: typed reasons and numbers without a sentence. `advise::words` says it, [`page`] puts it in blocks,
//! and the printers print them: the screen, [`lines`], tables, Markdown and HTML. [`export`] writes the same value as
//! JSON.
//!
//! # Words
//!
//! *Program*, *institution*, *field* and *kind* (of credential) are what the catalogue is about. A *fact* is all
//! *claims* about one thing; each claim has a *basis*, a source and a date, and no claim means unknown. A *pathway* is
//! where a program is accepted. A *facet* is what programs are filtered by; a *hit* is a program that matches; the
//! *basket* is what is being compared. An *answer* belongs to a question; answers *lean* toward a kind, *knock out*
//! programs, and weigh *criteria*, whose *contributions* make a score; a *flip* is a change of an answer that changes
//! the *verdict*; a *relaxation* is the smallest change of a limit that leaves something. A *profile* is what is kept for
//! one person: answers, finished courses, notes and the *shortlist*; a *record* is a decision with everything it was made
//! from. All of it is a fold over *operations*, each a change of one field of one thing.

#[macro_use]
mod named;

pub mod advise;
pub mod app;
pub mod ascii;
pub mod catalog;
pub mod chart;
pub mod cli;
pub mod clock;
pub mod compare;
pub mod config;
pub mod english;
pub mod estimate;
pub mod export;
pub mod files;
pub mod guide;
pub mod keep;
pub mod keys;
pub mod lines;
pub mod look;
pub mod map;
pub mod names;
pub mod page;
pub mod plan;
pub mod search;
pub mod sections;
pub mod stream;
pub mod term;
pub mod topics;
pub mod ui;
pub mod width;
