//! `prospectus` answers one question: which online credential should I take, and why? It is an explorer and
//! adviser of edX programs for the terminal, and offers the same answers as commands. This page is the map of
//! the code: read it first.
//!
//! # Architecture
//!
//! A pure core answers questions about programs. A deterministic function, [`app::update`], applies named actions to
//! the state of the explorer. The view, [`ui::draw`], is a function of that state. Only one room, [`term`], touches the
//! terminal. The commands in [`cli`] print what the screens show, from the same core: a recommendation, a comparison or
//! a page of facts is a value before it becomes a screen, a line of text or JSON.
//!
//! # Rooms
//!
//! A *room* is a top-level module. The rooms lie on floors, and the table begins with the lowest. A room may use the
//! rooms on lower floors, and none on its own floor or above.
//!
//! | floor | room | what it owns |
//! |---|---|---|
//! | 1 | `named` | the macro for enumerations whose values have names |
//! | | [`english`] | lists, plurals, articles and numbers in English sentences |
//! | | [`files`] | writing a file atomically, and reading a small file |
//! | | `parallel` | work on several threads whose results come back in order |
//! | | [`stream`] | output streams whose writes wait for room |
//! | | [`lent`] | the terminal while a pager or an editor has it |
//! | | [`clock`] | today's date in the local time zone |
//! | | [`edx_rules`] | the rules of edX about money, with their sources |
//! | | [`estimate`] | ranges for unknown values, estimated from known ones, and their measured accuracy |
//! | 2 | [`catalog`] | programs and their facts with basis, source and date: import, loading, checking, wording |
//! | | [`width`] | terminal columns: measuring, cutting and wrapping text |
//! | | [`look`] | the names of the looks, and the rule that chooses one |
//! | 3 | [`chart`] | small pictures made of text: bars, columns, planes |
//! | | [`names`] | names as people type them: which spellings mean the same |
//! | 4 | [`topics`] | what people want to learn: the vocabulary of topics, and how text is read with it |
//! | | [`numbers`] | numbers as people type them: separators and fractions |
//! | 5 | [`ascii`] | replacing characters by ASCII |
//! | | [`config`] | the settings of a user, read from the text of a file |
//! | | [`search`] | finding programs: query, index, ranking, facets and filters |
//! | | [`compare`] | programs side by side, and which ones are similar |
//! | | [`guide`] | the kinds of credential side by side |
//! | | [`map`] | programs as points: hours of work against months or price |
//! | | [`plan`] | when a program would be finished, what it costs and where it leads |
//! | 6 | [`advise`] | the questionnaire, the verdict, its reasons, and what would change it |
//! | | [`keep`] | kept data: the view at the last exit, and the log of profiles, shortlists, notes and decisions |
//! | 7 | [`page`] | every page as one value, and its printers: screen lines, plain text, Markdown and HTML |
//! | | [`sections`] | the list of what all rooms add to a compiled catalogue |
//! | 8 | [`export`] | core values as JSON, tables for spreadsheets, and calendars |
//! | 9 | [`app`] | the state of the explorer, what changes it, and the pages it shows |
//! | 10 | [`keys`] | one table that says which key does what, and where |
//! | 11 | [`ui`] | from state to cells: layout, panes and colours |
//! | | [`lines`] | the explorer without a screen: lines in, lines out |
//! | | [`cli`] | from arguments to commands, streams and exit codes |
//! | 12 | [`term`] | the terminal: taking it over, reading input, drawing, restoring it |
//!
//! The most important arrows are `term -> {ui, lines} -> keys -> app -> export -> page -> {advise, keep} -> {search,
//! plan, compare, guide, map} -> topics -> names -> catalog`. The commands in [`cli`] use the core and the keys, but
//! never a screen. `tests/architecture` reads the sources and fails if an arrow points upward, if a core room
//! names a terminal, the clock, the environment or standard output, or if modules of one folder use each other in a
//! circle.
//!
//! # The main loop
//!
//! The explorer loads and checks all data, takes the terminal over and draws a first frame. Then it repeats: wait for a
//! message, turn each queued event into a key, an action and a new state, and draw once. A message brings input, or the
//! result of work on another thread. There is no tick: without a message nothing happens and nothing is written.
//!
//! In a large catalogue, a search may take longer than a frame, so searches run on a thread of their own. Each result
//! carries the [`search::View`] that it answers, and is dropped if the state asks for another view by then. Until the
//! result arrives, the screen keeps the previous list as it is, and says in place of the number of programs that it is
//! searching. Typing goes on meanwhile; other keys wait for the list that they refer to. Any other action that may take
//! as long runs on a worker thread; until it is done, only Esc, which cancels it, and Ctrl-C have an effect, and other
//! keys wait.
//!
//! # Pages
//!
//! Everything a person reads is made once, from core values, as a [`page::Page`]: sections of blocks with roles, marks
//! of basis, and targets for the cursor. The screen, line mode, tables in a terminal, Markdown and HTML are printers of
//! this value ([`page::print`]), so they all say the same sentences in the same order. The names of keys and commands
//! are passed in by the printer's caller. Views that depend on the state alone, such as lists with a cursor, are laid
//! out in [`app::page`] with the same kinds of lines.
//!
//! # The path of a key
//!
//! The user has put two programs into the basket and presses `c` in the list.
//!
//! 1. `term::reader` reads the byte, and `term::decode` turns it into an event.
//! 2. [`keys::resolve`] looks the key up in the table for the current context and returns an [`app::Action`], here the
//!    one that opens the comparison.
//! 3. [`app::update`] applies the action to the state and returns an [`app::Effect`] for the outside world, here none.
//! 4. [`ui::draw`] draws a frame of the new state. It asks [`app::page`] for the comparison, which [`page`] makes from
//!    a [`compare::Comparison`], and turns its blocks into cells by role and look.
//!
//! The footer and the help read the same table of keys, so they always name the same key.
//!
//! # The path of an answer
//!
//! The user chooses "8 to 12" hours a week, or a file of answers contains `"hours": "8-12"`.
//!
//! 1. [`advise::Adviser`] checks the answer against the questionnaire (`advise::question`).
//! 2. `advise::preferences` turns it into numbers: a weekly pace, a lean toward a kind of credential, and a limit.
//! 3. `advise::engine` knocks out the programs that break the limit, scores and ranks the rest, decides on a verdict
//!    and searches for changes of the answers that would matter.
//! 4. The result is an [`advise::Advice`]: typed reasons and numbers, without a sentence.
//! 5. `advise::words` puts it into sentences and [`page`] into blocks. The printers show them on the screen, in
//!    [`lines`], in tables, as Markdown and as HTML; [`export`] writes the same value as JSON.
//!
//! # Glossary
//!
//! | term | meaning |
//! |---|---|
//! | program | a credential that can be taken, such as one MicroMasters; courses are its parts |
//! | kind | the kind of credential, such as MicroMasters or Professional Certificate |
//! | institution | a school or company that offers programs |
//! | field | a subject area under which programs are filed |
//! | topic | something that people want to learn, finer than a field and independent of wording |
//! | claim | one value with its basis, source and date |
//! | basis | how a claim was obtained: stated, derived, estimated, presumed, inferred or editorial |
//! | fact | all claims about one property of a program; without any claim it is unknown |
//! | pathway | a school that accepts a program, for what, and on which condition |
//! | section | data computed in advance and stored in a compiled catalogue |
//! | facet | a property by which programs are filtered |
//! | view | what is wanted of the catalogue: query, filters and order |
//! | hit | a program that matches the view |
//! | basket | the programs that are being compared |
//! | answer | what the user said to one question of the questionnaire |
//! | lean | how far the answers speak for one kind of credential or the other |
//! | knock-out | the removal of a program that breaks a limit set by an answer |
//! | criterion | a quality that the answers give a weight |
//! | contribution | what one criterion adds to the score of a program |
//! | verdict | what the answers lead to: the kind of credential that fits best, a close call, or none that fits |
//! | flip | a change of answers that would change the result |
//! | relaxation | the smallest change of a limit that leaves at least one program |
//! | shortlist | the programs that a person has decided to keep in mind |
//! | profile | everything kept for one person: answers, finished courses, notes and the shortlist |
//! | record | a decision, kept with everything it was made from |
//! | operation | one change of one field of one kept thing; profiles and records are a fold over all operations |

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
pub mod edx_rules;
pub mod english;
pub mod estimate;
pub mod export;
pub mod files;
pub mod guide;
pub mod keep;
pub mod keys;
pub mod lent;
pub mod lines;
pub mod look;
pub mod map;
pub mod names;
pub mod numbers;
pub mod page;
mod parallel;
pub mod plan;
pub mod search;
pub mod sections;
pub mod stream;
pub mod term;
pub mod topics;
pub mod ui;
pub mod width;
