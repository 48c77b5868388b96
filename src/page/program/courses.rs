//! The courses of a program: weeks, hours and price of each, and a time line that shows when it runs.

use jiff::civil::Date;

use crate::catalog::{Catalog, Cell, Program};
use crate::chart;
use crate::page::table::Spoken;
use crate::page::{Block, Column, Mark, Phrase, Table};
use crate::plan::{PlanSettings, Schedule, Slot, numbered, schedule_of};

use super::value;

/// Width of the time line, in columns.
const WEEKS_COLS: usize = 20;

/// The heading of the course list; it says how many courses are on record if some are missing.
pub(super) fn heading(program: &Program) -> String {
    let known = program.course_list.len();
    match program.courses.value() {
        Some(all) if (*all as usize) > known => format!("Courses, {known} of {all} known"),
        _ => "Courses".to_owned(),
    }
}

/// The courses in order, each with the weeks in which it runs, counted from the start.
pub(super) fn blocks(catalog: &Catalog, program: &Program, settings: &PlanSettings) -> Vec<Block> {
    let schedule = schedule_of(catalog, program, settings)
        .filter(|schedule| schedule.slots.len() > 1 && schedule.slots.iter().any(|slot| !slot.is_assumed));
    let mut table = Table::new(
        "The courses of the program",
        vec![
            Column::new("No.").right().least(3).spoken(Spoken::Silent).head(),
            Column::new("Course").least(20).wrapping().spoken(Spoken::Silent),
            Column::new("Weeks").right().least(Cell::UNKNOWN.len()).goes(5),
            Column::new("Hours a week").right().goes(4),
            Column::new("Price").least(11).goes(2),
            Column::new("Match").goes(1),
            Column::new("Spread over weeks").least(WEEKS_COLS + 6).goes(3),
        ],
    );
    for (number, course_use) in numbered(catalog, program) {
        let course = catalog.course(course_use.course);
        let slot = schedule.as_ref().and_then(|schedule| schedule.slots.iter().find(|slot| slot.course == number));
        table.push([
            Phrase::from(number.to_string()),
            course.title.as_str().into(),
            value(course.weeks.value()),
            value(course.workload.value()),
            value(course.price.value().map(|price| &price.money)),
            if course_use.is_certain { "certain" } else { "likely" }.into(),
            slot.zip(schedule.as_ref())
                .map_or_else(Phrase::default, |(slot, schedule)| weeks(slot, settings.start, schedule.end)),
        ]);
    }
    let rule = schedule.as_ref().map(|schedule| match (schedule.follows_calendar, program.length.is_known()) {
        (true, true) => {
            "The courses are spread over the listed length of the program, so a course gets more or fewer weeks than its own."
        }
        (true, false) => "The courses follow one another, each as long as it is listed.",
        (false, _) => "The courses follow one another at the hours a week of your plan.",
    });
    let assumed = assumptions(schedule.as_ref());
    let mut blocks = vec![Block::Table(table)];
    blocks.extend(rule.into_iter().chain(assumed).map(|text| Block::Remark(text.to_owned())));
    if program.course_list.is_empty() { Vec::new() } else { blocks }
}

/// How long a course of unknown length is taken to be, if there is one.
fn assumptions(schedule: Option<&Schedule>) -> impl Iterator<Item = &'static str> {
    let has = |wanted: fn(&Slot) -> bool| schedule.is_some_and(|own| own.slots.iter().any(wanted));
    let average = has(|slot| slot.is_assumed && !slot.is_exam)
        .then_some("Where the length of a course is unknown, the average of the others is used.");
    let exam = has(|slot| slot.is_exam).then_some("A week is kept for an exam of unknown length.");
    average.into_iter().chain(exam)
}

/// The first and last week in which a course runs, with its place on the time line.
fn weeks(slot: &Slot, start: Date, end: Date) -> Phrase {
    let days = |to: Date| f64::from(start.until(to).map_or(0, |span| span.get_days()));
    let (from, until, whole) = (days(slot.from), days(slot.until), days(end).max(1.0));
    let draw = if slot.is_assumed { chart::dotted } else { chart::stretch };
    // To the nearest week, so that no week is in two courses.
    let first = (from / 7.0).round() as u32 + 1;
    let last = ((until / 7.0).round() as u32).max(first);
    let text = if first == last { first.to_string() } else { format!("{first}–{last}") };
    let mark = if slot.is_assumed { Mark::Unknown } else { Mark::None };
    Phrase::marked(text, mark).drawn(draw(from / whole, until / whole, WEEKS_COLS))
}
