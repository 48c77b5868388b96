//! The order of the courses and their days: what closes a program comes last, and the last day is the likely finish.

use jiff::civil::date;
use prospectus::plan::{CoursePlan, PlanSettings, plan};

use crate::{CATALOG, START, settings};

/// Whether a title says, to a person who reads it, that the course closes its program.
fn closes(course: &CoursePlan) -> bool {
    let title = course.title.to_lowercase();
    title.contains("capstone") || title.ends_with(" exam") || title.ends_with("final exams")
}

#[test]
fn a_capstone_or_final_exam_comes_after_every_other_course() {
    let (mut closed, mut after_unknown) = (0, 0);
    for ix in CATALOG.all() {
        let courses = plan(&CATALOG, ix, &PlanSettings::new(START)).courses;
        assert!(courses.iter().map(|course| course.number).eq(1..=courses.len()), "{:?}", CATALOG.program(ix).id);
        let Some(first) = courses.iter().position(closes) else { continue };
        closed += 1;
        after_unknown += usize::from(courses[..first].iter().any(|course| course.id.is_none()));
        assert!(
            courses[first..].iter().all(|course| closes(course) || course.is_exam()),
            "{}: {:?}",
            CATALOG.program(ix).id,
            courses.iter().map(|course| &course.title).collect::<Vec<_>>()
        );
    }
    assert!(closed > 20 && after_unknown > 0, "{closed} {after_unknown}");
}

#[test]
fn a_schedule_ends_on_the_day_of_the_likely_finish() {
    let mut mixed = 0;
    for (ix, breaks) in CATALOG.all().zip([0, 1, 3].into_iter().cycle()) {
        for hours in [2.0, 6.0, 14.0] {
            let plan = plan(&CATALOG, ix, &PlanSettings { breaks, ..settings(hours, START) });
            let dates =
                plan.finish.map(|finish| (finish.likely, Some(finish.latest).filter(|day| *day > finish.likely)));
            let ends = plan.schedule.as_ref().map(|schedule| (schedule.end, schedule.room_until));
            assert_eq!(dates, ends, "{}", CATALOG.program(ix).id);
            let last = plan.schedule.as_ref().and_then(|schedule| schedule.slots.last());
            assert!(last.is_none_or(|last| Some(last.until) == dates.map(|(likely, _)| likely)));
            mixed += usize::from(plan.finish.is_some_and(|finish| finish.earliest < finish.latest));
        }
    }
    assert!(mixed > 500, "{mixed}");
    let unset = plan(&CATALOG, CATALOG.all().next().unwrap(), &PlanSettings::new(date(2027, 1, 1)));
    assert_eq!(unset.finish.map(|finish| finish.likely), unset.schedule.map(|schedule| schedule.end));
}
