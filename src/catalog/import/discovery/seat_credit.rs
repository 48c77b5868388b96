//! Reads the credit that single seats of courses give. It is looked for only if the program itself states nothing,
//! because there are many seats.

use crate::catalog::Basis;
use crate::catalog::import::draft::{self, Draft};
use crate::catalog::import::json::Value;
use crate::catalog::import::node::Node;

/// Adds the credit that seats of the courses give, if the program says nothing of credit.
pub(super) fn say_credit(draft: &mut Draft, node: &Node<'_>) {
    if draft.has("credit") {
        return;
    }
    let notes: Vec<String> = node.nodes("courses").iter().flat_map(credits).collect();
    let value = draft::text("possible").filter(|_| !notes.is_empty());
    draft.note("credit", value, Basis::Derived, node.at("courses"), Some(notes.join("; ")));
}

/// The credit that the seats of a course give, each in a sentence without a full stop.
fn credits(course: &Node<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    let seats = course.items("course_runs").iter().filter_map(|run| run.get("seats")?.as_array());
    // There are many seats, but few that give credit.
    if !seats.flatten().any(is_of_credit) {
        return notes;
    }
    for run in course.nodes("course_runs") {
        for map in run.items("seats").iter().filter(|seat| is_of_credit(seat)).filter_map(Value::as_object) {
            let seat = run.along(map, run.at("seats").into());
            let hours = seat.positive("credit_hours").map(|hours| format!("{hours} credit hours"));
            let amount = hours.unwrap_or_else(|| "credit".to_owned());
            let giver = seat.text("credit_provider").unwrap_or_else(|| "its school".to_owned());
            let title = course.text("title").or_else(|| course.text("key")).unwrap_or_default();
            let note = format!("{giver} gives {amount} for {title}");
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
    }
    notes
}

/// Reports the credit of a course outside any program, for which courses have no fact.
pub(super) fn tell_credit(course: &Node<'_>) {
    for note in credits(course) {
        course.remark("course_runs", format!("{note}, for which courses have no fact"));
    }
}

fn is_of_credit(seat: &Value<'_>) -> bool {
    seat.get("type").and_then(Value::as_str).is_some_and(|kind| kind.eq_ignore_ascii_case("credit"))
}
