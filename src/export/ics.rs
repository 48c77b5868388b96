//! Plans as a calendar file (RFC 5545), with one event for each course and for each important date.
//!
//! All events are whole local days, so neither time zones nor daylight saving can shift them; `DTEND` is the
//! day after the last. The UIDs of a plan do not depend on its dates: importing it again moves the events
//! instead of duplicating them.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use crate::catalog::{Catalog, Program, Range, is_unsafe_char};
use crate::edx_rules::REFUND;
use crate::plan::{Plan, Slot, words};

/// The maximum length of a line in octets; longer ones are folded.
const FOLD_OCTETS: usize = 75;

/// The origin of `SEQUENCE`, which counts seconds: 2020-01-01 as a Unix timestamp. A later export has a higher number.
const SEQUENCE_FROM: i64 = 1_577_836_800;

/// An event of whole days.
struct Event {
    uid: String,
    from: Date,
    until: Date,
    summary: String,
    description: String,
}

/// Returns the plans as one calendar, with lines that end in CR LF and are folded at 75 octets. A later export has a
/// higher `SEQUENCE` and `DTSTAMP`, so it replaces an earlier one.
pub fn plans_ics(catalog: &Catalog, plans: &[Plan], made: Timestamp) -> String {
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        format!("PRODID:-//prospectus//plan {}//EN", env!("CARGO_PKG_VERSION")),
        "CALSCALE:GREGORIAN".to_owned(),
        "METHOD:PUBLISH".to_owned(),
    ];
    for plan in plans {
        for event in events(catalog, plan) {
            lines.extend(event_lines(&event, made));
        }
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

fn events(catalog: &Catalog, plan: &Plan) -> Vec<Event> {
    let program = catalog.program(plan.program);
    let mut events = Vec::new();
    if let Some(schedule) = &plan.schedule {
        events.extend(schedule.slots.iter().map(|slot| course_event(program, plan, slot)));
    }
    let mut day = |name: &str, day: Date, what: &str, description: String| {
        events.push(Event {
            uid: format!("{name}@{}.prospectus", program.id),
            from: day,
            until: day.saturating_add(1.days()),
            summary: format!("{what}: {}", program.title),
            description,
        });
    };
    if let Some(dates) = plan.finish {
        day("finish", dates.likely, "Likely finish", format!("Finish: {}.", words::finish(Some(dates))));
        if dates.latest > dates.likely {
            day("latest-finish", dates.latest, "Latest finish", "Leave room until this day.".to_owned());
        }
    }
    if let Some(deadline) = &plan.deadline {
        day("deadline", deadline.date, "Deadline", words::deadline(plan).unwrap_or_default());
    }
    if let Some(rules) = &plan.cost.edx_rules
        && plan.cost.total.is_some()
    {
        let rule = format!("{} {}", REFUND.text, REFUND.source);
        day("refund", rules.refund_until, "Last day for a refund of a first course paid at the start", rule);
    }
    events
}

fn course_event(program: &Program, plan: &Plan, slot: &Slot) -> Event {
    let hours = slot.hours.map(|hours| format!("About {} hours of work. ", Range::exactly(hours)));
    let weekly = words::weekly(plan).map(|weekly| format!("You give {weekly}. ")).unwrap_or_default();
    let url = program.page().map(ToString::to_string).unwrap_or_default();
    Event {
        uid: format!("{}@{}.prospectus", course_name(plan, slot), program.id),
        from: slot.from,
        until: slot.until,
        summary: format!("{} ({})", slot.title, program.title),
        description: format!("{}{weekly}{url}", hours.unwrap_or_default()).trim().to_owned(),
    }
}

/// Returns an identifier of a course that does not depend on its position in the program: its id if one is on record,
/// or else its number.
fn course_name(plan: &Plan, slot: &Slot) -> String {
    let course = slot.course.checked_sub(1).and_then(|place| plan.courses.get(place));
    match course.and_then(|course| course.id.as_ref()) {
        Some(id) => format!("course-{id}"),
        None => format!("course-{}", slot.course),
    }
}

fn event_lines(event: &Event, made: Timestamp) -> Vec<String> {
    let stamp = made.strftime("%Y%m%dT%H%M%SZ").to_string();
    let sequence = made.as_second().saturating_sub(SEQUENCE_FROM).clamp(0, i64::from(i32::MAX));
    // The last representable day has no day after it.
    let from = event.from.min(Date::MAX.yesterday().unwrap_or(Date::MAX));
    let until = event.until.max(from.saturating_add(1.days()));
    vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", event.uid),
        format!("DTSTAMP:{stamp}"),
        format!("LAST-MODIFIED:{stamp}"),
        format!("SEQUENCE:{sequence}"),
        format!("DTSTART;VALUE=DATE:{}", compact(from)),
        format!("DTEND;VALUE=DATE:{}", compact(until)),
        format!("SUMMARY:{}", escaped(&event.summary)),
        format!("DESCRIPTION:{}", escaped(&event.description)),
        "TRANSP:TRANSPARENT".to_owned(),
        "END:VEVENT".to_owned(),
    ]
}

fn compact(date: Date) -> String {
    date.strftime("%Y%m%d").to_string()
}

/// Escapes text as in RFC 5545, section 3.3.11.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if is_unsafe_char(c) => {}
            c => out.push(c),
        }
    }
    out
}

/// Returns a line with its line break, folded between characters so that no part is longer than 75 octets.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let mut octets = 0;
    for c in line.chars() {
        if octets + c.len_utf8() > FOLD_OCTETS {
            out.push_str("\r\n ");
            octets = 1;
        }
        out.push(c);
        octets += c.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fold_between_characters_and_unfold_to_what_they_were() {
        let line = format!("SUMMARY:{}", "Análisis 数据 ".repeat(20));
        let folded = folded(&line);
        assert!(folded.split("\r\n").all(|part| part.len() <= FOLD_OCTETS));
        assert_eq!(folded.trim_end_matches("\r\n").replace("\r\n ", ""), line);
    }

    #[test]
    fn text_cannot_end_its_line() {
        assert_eq!(escaped("a;b,c\\d\ne\rf"), "a\\;b\\,c\\\\d\\nef");
    }
}
