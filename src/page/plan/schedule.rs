//! The schedule of a plan: dates and hours in words, and a bar for each course where drawings are shown.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::catalog::Range;
use crate::chart::{self, ChartRow};
use crate::english::counted;
use crate::page::table::Spoken;
use crate::page::{Block, Column, Phrase, Table};
use crate::plan::{Plan, Schedule, Slot};

/// Width of the bars, in columns.
const BAR_COLS: usize = 24;

/// The time line of the plan, from its first day to its last.
struct Calendar {
    start: Date,
    last: Date,
}

impl Calendar {
    fn draw(&self, from: Date, until: Date, draw: fn(f64, f64, usize) -> ChartRow) -> Phrase {
        let days = |to: Date| f64::from(self.start.until(to).map_or(0, |span| span.get_days()));
        let whole = days(self.last).max(1.0);
        Phrase::default().drawn(draw(days(from) / whole, days(until) / whole, BAR_COLS))
    }
}

/// Returns the schedule: a table of the courses, or a sentence if none of them is on record, because equal shares of the
/// time are nothing that is known of any course.
pub(super) fn block(plan: &Plan, schedule: &Schedule) -> Block {
    if schedule.slots.len() > 1 && !plan.has_courses_on_record() {
        Block::Text(shares(schedule))
    } else {
        table(plan, schedule)
    }
}

/// How many courses there are, and how long one takes on average.
fn shares(schedule: &Schedule) -> String {
    let count = schedule.slots.len();
    let days =
        schedule.slots.first().map_or(0, |first| first.from.until(schedule.end).map_or(0, |span| span.get_days()));
    let each = f64::from(days) / count as f64;
    let each = if each < 7.0 {
        counted(each.round().max(1.0) as usize, "day")
    } else {
        counted((each / 7.0).round() as usize, "week")
    };
    format!("{count} courses, none of them on record; on average one takes {each}.")
}

fn table(plan: &Plan, schedule: &Schedule) -> Block {
    let mut table = Table::new(
        "The courses one after another",
        vec![
            Column::new("No.").right().least(3).head(),
            Column::new("Course").least(18).wrapping().spoken(Spoken::Silent),
            Column::new("From").least(10).spoken(Spoken::As("from".to_owned())),
            Column::new("To").least(10).spoken(Spoken::As("to".to_owned())),
            Column::new("Hours").right().least(5).spoken(Spoken::As("hours".to_owned())),
            Column::new("When").least(BAR_COLS).goes(1).spoken(Spoken::LeftOut),
        ],
    );
    let calendar = Calendar { start: plan.settings.start, last: schedule.room_until.unwrap_or(schedule.end) };
    schedule.slots.iter().for_each(|slot| table.push(slot_row(slot, schedule.end, &calendar)));
    if let Some(room) = schedule.room_until {
        table.push([
            Phrase::default(),
            "Spare time, if it takes longer".into(),
            schedule.end.saturating_add(1.days()).to_string().into(),
            room.to_string().into(),
            Phrase::default(),
            calendar.draw(schedule.end, room, chart::room),
        ]);
    }
    Block::Table(table)
}

fn slot_row(slot: &Slot, end: Date, calendar: &Calendar) -> [Phrase; 6] {
    let number = if slot.course == 0 { String::new() } else { slot.course.to_string() };
    // The last course ends on the day of the finish, as the page says it above.
    let before = if slot.until == end { end } else { slot.until.yesterday().unwrap_or(slot.until) };
    let last_day = before.max(slot.from);
    let draw = if slot.is_assumed { chart::dotted } else { chart::stretch };
    let assumed = match (slot.is_exam, slot.is_assumed) {
        (true, _) => " (one week)",
        (false, true) => " (length unknown; the average is used)",
        (false, false) => "",
    };
    [
        number.into(),
        format!("{}{assumed}", slot.title).into(),
        slot.from.to_string().into(),
        last_day.to_string().into(),
        slot.hours.map_or_else(Phrase::unknown, |hours| Range::exactly(hours).whole().to_string().into()),
        calendar.draw(slot.from, slot.until, draw),
    ]
}
