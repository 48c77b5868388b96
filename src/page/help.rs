//! The help page: keys or words, the search syntax, and the marks. Which key does what is passed in by the caller.

use super::{Block, Field, Mark, Page, Part, Phrase};
use crate::catalog::Basis;

/// Keys or words that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpGroup {
    /// The place where they work.
    pub title: String,
    /// Each key or word with what it does.
    pub rows: Vec<(String, String)>,
}

/// The search syntax, with what each form means.
const GRAMMAR: [(&str, &str); 10] = [
    ("data mit", "all of these words, in any order; a corrected typing error is shown"),
    ("\"supply chain\"", "these words in a row"),
    ("-python", "not this word; -\"big data\" and -inst:ibm work too"),
    ("inst:mit,harvard", "any of these; a space after it makes it a filter"),
    ("field:\"data analysis\"", "quotes keep a value with spaces together"),
    ("kind: level: lang:", "kind, level and language, as the filters name them"),
    ("months:<6", "a limit; also hours: price: (US$) courses:, as <6 <=6 >3 >=3 3..8 3.. or 6"),
    ("credit:yes", "yes, maybe, no (stated or presumed), unknown"),
    ("status:all", "also programs of older lists; status:older shows only those"),
    ("unknown:drop", "a limit keeps programs whose value is unknown, unless you type this"),
];

/// The meaning of each mark beside a value.
const MARKS: [(Mark, &str); 6] = [
    (Mark::None, "A school or a list states it."),
    (Mark::Of(Basis::Estimated), "We worked it out from stated facts, or we estimate it; the source names the method."),
    (Mark::Unknown, "Unknown: nothing is on record."),
    (Mark::Of(Basis::Presumed), "Presumed: it is usual for this kind of credential."),
    (Mark::Of(Basis::Inferred), "Guessed by a method that the source names."),
    (Mark::Of(Basis::Editorial), "Set by hand, with a date."),
];

/// The meaning of the other signs on the screens. No sign stands for two things, in ASCII either.
const SIGNS: [(&str, &str); 21] = [
    ("▌", "The cursor: keys act on this row."),
    ("↑ ↓ ← →", "The arrow keys. At the edge of a page: there is more that way."),
    ("*", "In the list: this program is on your shortlist."),
    ("■ □", "Chosen or not: a filter, an answer, a limit, a course."),
    ("⊘", "In the filters: programs with this are left out."),
    ("×", "Click it, or press the key for removing filters, to remove this filter."),
    ("≠", "In a comparison: the known values differ."),
    ("least", "In a comparison: no other value can be lower."),
    ("1= 2=", "In a result: two programs or more share this place."),
    ("· › │ ─ ┼ ╌ ╎", "Between things that are told apart."),
    ("Fit", "In a result: how well the program fits your answers, of 100."),
    ("Guessed", "In a result: how many of the facts behind the fit are not on record."),
    ("…", "The rest is cut off."),
    (
        "█ ▓ ▒ ░",
        "In a bar: what is certain, up to the likely value, up to what is possible, and the rest of the scale.",
    ),
    ("┄", "In a plan: a length that is only assumed."),
    ("▁ ▂ ▃ ▄ ▅ ▆ ▇", "In the columns above a limit: from few programs to many."),
    ("♦", "At the questions: where your answers are, between the two kinds."),
    ("● ▲ ▮ ◆ ★ ▼ ◀ ◉", "On the map: a kind of credential, named beside the map; its place is on record."),
    ("○ △ ▯ ◇ ☆ ▽ ◁ ◎", "On the map: the same kinds; the place is estimated."),
    ("╋", "On the map: half of the programs are above, half below; half left, half right."),
    ("[List]", "Of several panes, the one in brackets is the one that you see."),
];

/// The marks and signs of the glossary, each with its meaning, as they are drawn.
pub fn glossary() -> impl Iterator<Item = (&'static str, &'static str)> {
    let marks = MARKS.into_iter().filter(|(mark, _)| *mark != Mark::None);
    marks.map(|(mark, says)| (mark.sign(), says)).chain(SIGNS)
}

/// Returns the help page: an introduction, the first group, the marks, which every page needs, the other groups in order,
/// the search syntax, and the signs.
pub fn help(introduction: Vec<Block>, groups: &[HelpGroup]) -> Page {
    let mut page = Page::new(introduction);
    for (place, group) in groups.iter().enumerate() {
        let rows = group.rows.iter().map(|(name, does)| Some(Field::key(name.as_str(), does.as_str())));
        page.section(Part::Rest, group.title.as_str(), vec![Block::fields(rows)]);
        if place == 0 {
            let marks = MARKS.map(|(mark, says)| Some(Field::new(sign(mark), Phrase::from(says))));
            page.section(Part::Rest, "Marks beside a value", vec![Block::fields(marks)]);
        }
    }
    let typed = GRAMMAR.map(|(typed, meaning)| Some(Field::key(typed, meaning)));
    page.section(Part::Rest, "What can be typed in a search", vec![Block::fields(typed)]);
    let signs = SIGNS.map(|(sign, says)| Some(Field::new(sign, says)));
    page.section(Part::Rest, "Other signs", vec![Block::fields(signs)]);
    page
}

fn sign(mark: Mark) -> &'static str {
    match mark {
        Mark::None => "no mark",
        mark => mark.sign(),
    }
}
