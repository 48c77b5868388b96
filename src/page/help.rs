//! What can be pressed or typed, and what the marks mean. What does what comes from outside.

use super::{Block, Field, Mark, Page, Part, Phrase};
use crate::catalog::Basis;

/// Keys or words that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpGroup {
    /// Where they work.
    pub title: String,
    /// Each with what it does.
    pub rows: Vec<(String, String)>,
}

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

/// What each mark beside a value says.
const MARKS: [(Mark, &str); 6] = [
    (Mark::None, "stated by a provider or a list"),
    (
        Mark::Of(Basis::Estimated),
        "worked out from stated facts, or a range by a method and a year that its source names",
    ),
    (Mark::Unknown, "unknown: nothing is on record"),
    (Mark::Of(Basis::Presumed), "presumed: what is usual for its kind"),
    (Mark::Of(Basis::Inferred), "guessed by a method that its source names"),
    (Mark::Of(Basis::Editorial), "set by hand, with a date"),
];

/// The help: an introduction, the groups in their order, what a search understands, and the marks.
pub fn help(introduction: Vec<Block>, groups: &[HelpGroup]) -> Page {
    let mut page = Page::new(introduction);
    for group in groups {
        let rows = group.rows.iter().map(|(name, does)| Some(Field::new(name.as_str(), does.as_str())));
        page.section(Part::Rest, group.title.as_str(), vec![Block::fields(rows)]);
    }
    let typed = GRAMMAR.map(|(typed, meaning)| Some(Field::new(typed, meaning)));
    page.section(Part::Rest, "What can be typed in a search", vec![Block::fields(typed)]);
    let marks = MARKS.map(|(mark, says)| Some(Field::new(sign(mark), Phrase::from(says))));
    page.section(Part::Rest, "Marks beside a value", vec![Block::fields(marks)]);
    page
}

fn sign(mark: Mark) -> &'static str {
    match mark {
        Mark::None => "no mark",
        mark => mark.sign(),
    }
}
