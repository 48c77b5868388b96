//! Plans of programs of which some courses are finished: the calendar, the finish and the money are those of the rest.

use std::collections::BTreeSet;

use jiff::civil::date;
use prospectus::plan::{Plan, PlanSettings, WeeklyHours, plan};

use crate::CATALOG;

/// The plan of a program at five hours a week, and the same with its first `done` courses finished.
fn before_and_after(id: &str, done: usize) -> (Plan, Plan) {
    let program = CATALOG.find(id).unwrap();
    let weekly = Some(WeeklyHours::exactly(5.0));
    let settings = PlanSettings { weekly, ..PlanSettings::new(date(2026, 11, 26)) };
    let whole = plan(&CATALOG, program, &settings);
    let finished: BTreeSet<String> = whole.courses.iter().take(done).filter_map(|course| course.id.clone()).collect();
    assert_eq!(finished.len(), done, "{id}");
    let rest = plan(&CATALOG, program, &PlanSettings { finished, ..settings });
    (whole, rest)
}

#[test]
fn finished_courses_are_neither_on_the_calendar_nor_paid_for() {
    for (id, done) in [("harvardx-data-science", 1), ("harvardx-data-science", 3), ("ibm-python-data-science", 1)] {
        let (whole, rest) = before_and_after(id, done);
        let (was, is) = (whole.schedule.unwrap(), rest.schedule.unwrap());
        assert_eq!(is.slots.len(), was.slots.len() - done, "{id}");
        assert_eq!(is.slots[0].course, done + 1, "{id}: the first course on the calendar is the first open one");
        assert_eq!(is.slots[0].from, was.slots[0].from, "{id}: it starts at once");
        assert!(is.end < was.end, "{id}");
        assert!(rest.finish.unwrap().latest < whole.finish.unwrap().latest, "{id}");
        let (was, is) = (whole.cost.sunk.last().unwrap(), rest.cost.sunk.last().unwrap());
        assert_eq!(was.after_course, is.after_course, "{id}");
        assert!(is.amount.value.high < was.amount.value.high, "{id}");
        assert_eq!(rest.cost.sunk[0].after_course, done + 1, "{id}");
        let left = rest.left.unwrap();
        assert!(left.price.is_none_or(|price| price == is.amount.value), "{id}: {left:?} {is:?}");
    }
}

#[test]
fn a_finished_program_leaves_nothing() {
    let (whole, rest) = before_and_after("harvardx-data-science", 9);
    assert!(!whole.cost.sunk.is_empty() && rest.cost.sunk.is_empty());
}

#[test]
fn finished_courses_change_no_price_and_no_hours_of_the_others() {
    let mut checked = 0;
    for ix in CATALOG.all() {
        let id = &CATALOG.program(ix).id;
        let named = plan(&CATALOG, ix, &PlanSettings::new(date(2026, 11, 26))).courses;
        let done = named.iter().take_while(|course| course.id.is_some()).count().min(named.len() / 2);
        if done == 0 {
            continue;
        }
        let (whole, rest) = before_and_after(id, done);
        let left = rest.left.as_ref().unwrap();
        assert_eq!(left.price, rest.cost.sunk.last().map(|spent| spent.amount.value), "{id}");
        let Some(before) = whole.cost.sunk.get(done - 1).map(|spent| spent.amount.value) else { continue };
        let all = whole.cost.sunk.last().unwrap().amount.value;
        // Each of the two parts is rounded to whole units, and so is their sum.
        let is_near = |a: i64, b: i64| (a - b).abs() <= 200 + all.high / 50;
        let price = left.price.unwrap();
        assert!(is_near(before.low + price.low, all.low), "{id}: {before} + {price} of {all}");
        assert!(is_near(before.high + price.high, all.high), "{id}: {before} + {price} of {all}");
        if let (Some(was), Some(is)) = (&whole.schedule, &rest.schedule) {
            for slot in &is.slots {
                let same = was.slots.iter().find(|other| other.course == slot.course).unwrap();
                if let (Some(was), Some(is)) = (same.hours, slot.hours) {
                    assert!((was - is).abs() < 0.01 * was.max(1.0), "{id}: course {}: {was} then {is}", slot.course);
                }
            }
        }
        checked += 1;
    }
    assert!(checked > 300, "{checked} programs");
}
