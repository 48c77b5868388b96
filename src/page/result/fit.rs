//! How much of a result is seen at once. A small screen shows the verdict, the table and the reasons of one program
//! together, so the page is laid out as it will be drawn. While it takes too many lines, what is optional is left out,
//! the least important first. What is left out is said further down.

use crate::advise::Short;
use crate::page::print::{Headings, Style, lay_out};
use crate::page::{Page, Target};
use crate::width::cols;

/// The lines of a screen of 24 without its footer.
const LINES: usize = 22;
/// The columns of a screen of 80 between its margins.
const COLS: usize = 78;

/// The columns of the longest date of a list: ` List of September 2026.`
const DATE_COLS: usize = 24;

/// What is seen at once.
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that can be left out of the table")]
pub(super) struct Seen {
    pub(super) short: Short,
    /// Whether the list that the result is made of is dated beside the certainties; the end of the page says it too.
    pub(super) dates_list: bool,
    /// Whether the fit is drawn as a bar beside its number; without the bars, titles take fewer lines.
    pub(super) draws_fit: bool,
    /// Whether the kinds of the programs, if there are several, have a column; without it, a sentence names them.
    pub(super) has_kinds: bool,
    /// Whether the table says what is likely late or over the budget; the caution and the catches say it too.
    pub(super) marks_limits: bool,
    /// Whether a column counts the facts that are guessed; without it, titles take fewer lines.
    pub(super) counts_guesses: bool,
}

impl Seen {
    /// Everything of a short form.
    pub(super) fn whole(short: Short) -> Self {
        Self { short, dates_list: true, draws_fit: true, has_kinds: true, marks_limits: true, counts_guesses: true }
    }
}

impl Seen {
    /// Whether the date of the list goes to a line of its own below the certainties.
    fn has_long_certainties(&self) -> bool {
        self.short.certainties.as_ref().is_some_and(|both| cols(both) + DATE_COLS > COLS)
    }
}

/// What can be left out, from the least important to the most. Each step leaves out one thing, and returns whether there
/// was one.
const STEPS: [fn(&mut Seen) -> bool; 17] = [
    |Seen { short, .. }| short.changes.len() > 1 && short.changes.pop().is_some(),
    |Seen { short, .. }| later(&mut short.further, short.swaps.take()),
    |seen| std::mem::replace(&mut seen.has_kinds, false),
    |seen| seen.has_long_certainties() && std::mem::replace(&mut seen.dates_list, false),
    |Seen { short, .. }| short.decides.take().is_some(),
    |Seen { short, .. }| later(&mut short.further, pop_beyond(&mut short.pros, 1)),
    |Seen { short, .. }| later(&mut short.notes, short.gaps.take().map(str::to_owned)),
    |Seen { short, .. }| later(&mut short.further, pop_beyond(&mut short.catches, short.pressing)),
    |Seen { short, .. }| short.changes.pop().is_some(),
    |seen| std::mem::replace(&mut seen.draws_fit, false),
    |seen| std::mem::replace(&mut seen.marks_limits, false),
    |Seen { short, .. }| later(&mut short.further, pop_beyond(&mut short.holds_for_all, 1)),
    |Seen { short, .. }| later(&mut short.further, pop_beyond(&mut short.credit, 1)),
    |Seen { short, .. }| later(&mut short.notes, pop_beyond(&mut short.first, 1)),
    |Seen { short, .. }| later(&mut short.further, pop_beyond(&mut short.catches, 1)),
    |Seen { short, .. }| later(&mut short.further, pop_beyond(&mut short.holds_for_all, 0)),
    |seen| std::mem::replace(&mut seen.counts_guesses, false),
];

/// Returns the short form with as much of what is optional as a small screen has room for; `lead` makes its page.
pub(super) fn fitted(short: Short, cursor: Option<Target>, lead: impl Fn(&Seen) -> Page) -> Seen {
    let mut seen = Seen::whole(short);
    for leave_out in STEPS {
        while lines(&lead(&seen), cursor) > LINES && leave_out(&mut seen) {}
    }
    seen
}

/// The lines that a page takes on the screen, with a rule instead of a gap and a heading before every section but the
/// first.
fn lines(page: &Page, cursor: Option<Target>) -> usize {
    // The name of a key is one character wide.
    let style = Style { keys: &|_| Some("d".to_owned()), cursor, headings: Headings::Capitals };
    let rules = page.sections.len().saturating_sub(1);
    let drawn = page.sections.iter().cloned().map(|mut section| {
        section.heading.clear();
        lay_out(&Page { sections: vec![section] }, COLS, style).lines.len()
    });
    rules + drawn.sum::<usize>()
}

/// Moves a sentence to the front of those that are said further down, and returns whether there was one.
fn later(further: &mut Vec<String>, sentence: Option<String>) -> bool {
    let is_moved = sentence.is_some();
    further.splice(0..0, sentence);
    is_moved
}

/// Takes the last of more than `least` sentences.
fn pop_beyond(sentences: &mut Vec<String>, least: usize) -> Option<String> {
    if sentences.len() > least { sentences.pop() } else { None }
}
