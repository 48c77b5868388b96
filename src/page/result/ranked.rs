//! The recommended programs in one table, with the columns for which there is room.

use super::{Advised, Seen};
use crate::advise::{Ranked, Score, ShortProgram, Warning};
use crate::chart;
use crate::page::table::Spoken;
use crate::page::{Block, Column, Mark, Phrase, Row, Table, Target};
use crate::width::cols;

/// What a column shows of each program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Place,
    Title,
    Kind,
    Fit,
    Time,
    Price,
    Guessed,
}

impl Shown {
    /// From left to right.
    const ALL: [Self; 7] = [Self::Place, Self::Title, Self::Kind, Self::Fit, Self::Time, Self::Price, Self::Guessed];

    /// Whether there is something to show, and room for it.
    fn is_seen(self, advised: Advised<'_>, seen: &Seen) -> bool {
        match self {
            Self::Kind => seen.has_kinds && has_several_kinds(advised),
            Self::Guessed => seen.counts_guesses,
            Self::Place | Self::Title | Self::Fit | Self::Time | Self::Price => true,
        }
    }

    fn column(self, advised: Advised<'_>, seen: &Seen) -> Column {
        match self {
            Self::Place => Column::new("").least(2).right().head(),
            Self::Title => Column::new("Program").least(24).wrapping().spoken(Spoken::Silent),
            Self::Kind => Column::new("Kind").least(12).wrapping().spoken(Spoken::Silent),
            Self::Fit => Column::new("Fit").least(3).spoken(Spoken::As("fit".to_owned())),
            Self::Time => time_column(advised),
            Self::Price => {
                Column::new("Price").right().least(price_cols(seen)).wrapping().spoken(Spoken::As("price".to_owned()))
            }
            Self::Guessed => Column::new("Guessed").least(7).goes(1).spoken(Spoken::As("guessed".to_owned())),
        }
    }

    fn cell(self, advised: Advised<'_>, ranked: &Ranked, short: &ShortProgram, seen: &Seen) -> Phrase {
        let misses = |misses: bool| misses && seen.marks_limits;
        match self {
            Self::Place => short.place.as_str().into(),
            Self::Title => title(advised, ranked, short).into(),
            Self::Kind => advised.catalog.program(ranked.program).kind().name().into(),
            Self::Fit => Phrase {
                drawing: (seen.fit_cols > 0).then(|| score_bar(ranked.score, seen.fit_cols)),
                ..short.fit.to_string().into()
            },
            Self::Time => with_note(&short.time, misses(short.is_late), "likely late").into(),
            Self::Price => {
                let over =
                    if ranked.warnings.contains(&Warning::OverBudget) { "over budget" } else { "likely over budget" };
                price(short, with_note(&short.price, misses(short.is_dear), over))
            }
            Self::Guessed => format!("{} of {}", short.guessed.0, short.guessed.1).into(),
        }
    }
}

/// The programs, one per row.
pub(super) fn table(advised: Advised<'_>, seen: &Seen) -> Block {
    let shown: Vec<Shown> = Shown::ALL.into_iter().filter(|one| one.is_seen(advised, seen)).collect();
    let columns = shown.iter().map(|one| one.column(advised, seen)).collect();
    let row = |(ranked, short): (&Ranked, &ShortProgram)| Row {
        cells: shown.iter().map(|one| one.cell(advised, ranked, short, seen)).collect(),
        target: Some(Target::Program(ranked.program)),
        group: None,
    };
    let rows = advised.advice.programs.iter().zip(&seen.short.programs).map(row).collect();
    Block::Table(Table { rows, ..Table::new("The recommended programs", columns) })
}

/// The kinds of the programs in a sentence, if there are several and they have no column.
pub(super) fn kinds_in_words(advised: Advised<'_>, seen: &Seen) -> Option<Block> {
    let are_untold = has_several_kinds(advised) && !Shown::Kind.is_seen(advised, seen);
    are_untold.then(|| Block::Remark(advised.words().kinds(advised.advice)))
}

/// Whether the shown programs are of different kinds, which their titles do not say.
fn has_several_kinds(advised: Advised<'_>) -> bool {
    let kind = |ranked: &Ranked| advised.catalog.program(ranked.program).kind();
    advised.advice.programs.windows(2).any(|pair| kind(&pair[0]) != kind(&pair[1]))
}

fn time_column(advised: Advised<'_>) -> Column {
    let (title, spoken) = advised.words().hours().map_or_else(
        || ("Time".to_owned(), "time".to_owned()),
        |hours| (format!("{hours} h/week"), format!("at {hours} hours a week")),
    );
    Column::new(title).least(10).wrapping().spoken(Spoken::As(spoken))
}

/// The width of the widest price. A price stays on one line with its mark; only what is said about it may follow on the
/// next.
fn price_cols(seen: &Seen) -> usize {
    let prices = seen.short.programs.iter().map(|short| cols(&price(short, short.price.clone()).with_sign()));
    prices.max().unwrap_or(0)
}

/// A value, followed by a note if it misses a limit.
fn with_note(value: &str, misses: bool, note: &str) -> String {
    if misses { format!("{value}, {note}") } else { value.to_owned() }
}

fn price(short: &ShortProgram, text: String) -> Phrase {
    Phrase::marked(text, short.price_basis.map_or(Mark::Unknown, Mark::Of))
}

/// The title of a program with its school, or that of all programs which share its place.
fn title(advised: Advised<'_>, ranked: &Ranked, short: &ShortProgram) -> String {
    if ranked.siblings.is_empty() { advised.title(ranked.program) } else { short.name.clone() }
}

/// A score as a bar of a width in columns.
fn score_bar(score: Score, cols: usize) -> chart::ChartRow {
    let share = |hundredths: u32| f64::from(hundredths) / 100.0;
    chart::range(share(score.low), share(score.mid), share(score.high), cols)
}
