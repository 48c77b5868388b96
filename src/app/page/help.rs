//! Every key by where it works, and what can be typed in a search.

use crate::app::{Action, App, Context, HelpSection};
use crate::page::{Doc, Line, Role};
use crate::width;

/// Columns of the names of keys.
const KEYS: usize = 18;

/// What can be typed in a search, and what it means.
const GRAMMAR: [(&str, &str); 10] = [
    ("data mit", "all of these words, in any order; slips of the finger are told"),
    ("\"supply chain\"", "these words in a row"),
    ("-python", "not this word; -\"big data\" and -inst:ibm work too"),
    ("inst:mit,harvard", "any of these; a blank after it makes it a filter"),
    ("field:\"data analysis\"", "quotes hold a value with blanks together"),
    ("kind: level: lang:", "kind, level and language, as the filters name them"),
    ("months:<6", "a limit; also hours: price: (US$) courses:, as <6 <=6 >3 >=3 3..8 3.. or 6"),
    ("credit:yes", "yes, maybe, no (or presumed so), unknown"),
    ("status:all", "also programs of older lists; status:older only those"),
    ("unknown:drop", "a limit keeps programs whose fact is unknown, unless this is typed"),
];

pub(super) fn help(app: &App, width: usize) -> Doc {
    let mut doc = Doc::new(width);
    let keymap = &app.world.keymap;
    let open = keymap.name_of(Context::Overlay, &Action::Open);
    let actions = keymap.name_of(Context::List, &Action::ShowActions);
    doc.text(Role::Dim, &format!("{open} here, or {actions} anywhere, lists all actions, to find one by typing."));
    let is_here = |section: &&HelpSection| section.title == app.help_place;
    let sections = app.world.keymap.help();
    let here = sections.iter().filter(is_here);
    for section in here.chain(sections.iter().filter(|section| !is_here(section))) {
        doc.heading(section.title);
        for (keys, hint) in &section.keys {
            doc.hanging(Line::of(Role::Key, width::left(keys, KEYS)), Role::Plain, hint);
        }
    }
    doc.heading("WHAT CAN BE TYPED IN A SEARCH");
    for (typed, meaning) in GRAMMAR {
        doc.hanging(Line::of(Role::Key, width::left(typed, KEYS)), Role::Plain, meaning);
    }
    doc.heading("MARKS BESIDE A VALUE");
    for line in super::LEGEND {
        doc.text(Role::Plain, line);
    }
    let sources = app.key(&Action::ShowSources);
    doc.text(
        Role::Dim,
        &format!("No mark: stated by a provider or a list. +2: two more claims, {sources} shows them."),
    );
    doc
}
