//! How much of a result is seen at once. A screen shows the verdict, the table and the reasons of one program together,
//! so the page is laid out as it will be drawn. While it takes too many lines, what is optional is left out, the least
//! important first. What is left out is said further down.

use crate::advise::Short;
use crate::page::print::{Headings, Style, lay_out_prose};
use crate::page::{Doc, Page, Target};
use crate::width::cols;

/// The room for what is seen at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Columns between the margins.
    pub cols: usize,
    /// The most columns of a sentence.
    pub prose_cols: usize,
    /// Lines above the footer.
    pub lines: usize,
}

impl Room {
    /// The room on a screen of 80 columns and 24 rows.
    pub const USUAL: Self = Self { cols: 78, prose_cols: 78, lines: 22 };
}

/// The widths of the bar of a score, in columns: the widest for which there is room is drawn.
const FIT_COLS: [usize; 4] = [30, 11, 5, 0];
/// The least room, in columns, in which the widest bar leaves a title on one line.
const WIDE_COLS: usize = 150;

/// The columns of the longest date of a list: ` List of September 2026.`
const DATE_COLS: usize = 24;

/// What is seen at once.
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that can be left out of the table")]
pub(super) struct Seen {
    pub(super) short: Short,
    /// Whether the list that the result is made of is dated beside the certainties; the end of the page says it too.
    pub(super) dates_list: bool,
    /// The width of the bar beside the number of a fit; without bars, titles take fewer lines.
    pub(super) fit_cols: usize,
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
        Self {
            short,
            dates_list: true,
            fit_cols: FIT_COLS[1],
            has_kinds: true,
            marks_limits: true,
            counts_guesses: true,
        }
    }

    /// Whether the date of the list goes to a line of its own below the certainties.
    fn has_long_certainties(&self, room: Room) -> bool {
        self.short.certainties.as_ref().is_some_and(|both| cols(both) + DATE_COLS > room.prose_cols)
    }
}

/// What can be left out, from the least important to the most. Each step leaves out one thing, and returns whether there
/// was one.
const STEPS: [fn(&mut Seen, Room) -> bool; 17] = [
    |Seen { short, .. }, _| short.changes.len() > 1 && short.changes.pop().is_some(),
    |Seen { short, .. }, _| later(&mut short.further, short.swaps.take()),
    |seen, _| std::mem::replace(&mut seen.has_kinds, false),
    |seen, room| seen.has_long_certainties(room) && std::mem::replace(&mut seen.dates_list, false),
    |Seen { short, .. }, _| short.decides.take().is_some(),
    |Seen { short, .. }, _| later(&mut short.further, pop_beyond(&mut short.pros, 1)),
    |Seen { short, .. }, _| later(&mut short.notes, short.gaps.take().map(str::to_owned)),
    |Seen { short, .. }, _| later(&mut short.further, pop_beyond(&mut short.catches, short.pressing)),
    |seen, _| std::mem::take(&mut seen.fit_cols) > 0,
    |Seen { short, .. }, _| short.changes.pop().is_some(),
    |seen, _| std::mem::replace(&mut seen.marks_limits, false),
    |Seen { short, .. }, _| later(&mut short.further, pop_beyond(&mut short.holds_for_all, 1)),
    |Seen { short, .. }, _| later(&mut short.further, pop_beyond(&mut short.credit, 1)),
    |Seen { short, .. }, _| later(&mut short.notes, pop_beyond(&mut short.first, 1)),
    |Seen { short, .. }, _| later(&mut short.further, pop_beyond(&mut short.catches, 1)),
    |Seen { short, .. }, _| later(&mut short.further, pop_beyond(&mut short.holds_for_all, 0)),
    |seen, _| std::mem::replace(&mut seen.counts_guesses, false),
];

/// Returns the short form with as much of what is optional as there is room for; `lead` makes its page.
pub(super) fn fitted(short: Short, cursor: Option<Target>, room: Room, lead: impl Fn(&Seen) -> Page) -> Seen {
    let mut seen = Seen::whole(short);
    let widths = FIT_COLS.into_iter().filter(|cols| *cols < FIT_COLS[0] || room.cols >= WIDE_COLS);
    for cols in widths {
        seen.fit_cols = cols;
        if laid_out(&lead(&seen), cursor, room).any(|doc| has_picture(&doc)) {
            break;
        }
    }
    for leave_out in STEPS {
        while lines(&lead(&seen), cursor, room) > room.lines && leave_out(&mut seen, room) {}
    }
    seen
}

/// The sections of a page as they will be drawn, without their headings.
fn laid_out(page: &Page, cursor: Option<Target>, room: Room) -> impl Iterator<Item = Doc> {
    page.sections.clone().into_iter().map(move |mut section| {
        // The name of a key is one character wide.
        let style = Style { keys: &|_| Some("d".to_owned()), cursor, headings: Headings::Capitals };
        section.heading.clear();
        lay_out_prose(&Page { sections: vec![section] }, room.cols, room.prose_cols, style)
    })
}

/// The lines that a page takes on the screen, with a rule instead of a gap and a heading before every section but the
/// first.
fn lines(page: &Page, cursor: Option<Target>, room: Room) -> usize {
    let rules = page.sections.len().saturating_sub(1);
    rules + laid_out(page, cursor, room).map(|doc| doc.lines.len()).sum::<usize>()
}

fn has_picture(doc: &Doc) -> bool {
    doc.lines.iter().flat_map(|line| &line.spans).any(|span| span.is_picture)
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
