//! Collects facts of a program that only the records of its courses state: languages, fields, and the credit of single
//! seats. They are looked for only if the program itself says nothing, because most programs do.

use super::course::say_language;
use crate::catalog::import::draft::{self, Draft};
use crate::catalog::import::json::Value;
use crate::catalog::import::node::Node;
use crate::catalog::import::stated::Stated;
use crate::catalog::{Basis, Text};

/// Adds what the records of the courses say and the program does not.
pub(super) fn from_records(draft: &mut Draft, node: &Node<'_>) {
    let wanted = ["languages", "fields", "credit"].map(|field| !draft.has(field));
    if !wanted.contains(&true) {
        return;
    }
    let courses = node.nodes("courses");
    let [languages, fields, credit] = wanted;
    if languages {
        let said = commonest(&courses, "languages", say_language);
        draft.derive("languages", draft::texts(said), node.at("courses"), "of its courses");
    }
    if fields {
        let said = commonest(&courses, "fields", |draft, course| {
            draft.say("fields", draft::texts(course.texts("subjects")), course.at("subjects"));
        });
        draft.derive("fields", draft::texts(said), node.at("courses"), "of its courses");
    }
    if credit {
        let notes: Vec<String> = courses.iter().flat_map(credits).collect();
        let value = draft::text("possible").filter(|_| !notes.is_empty());
        draft.note("credit", value, Basis::Derived, node.at("courses"), Some(notes.join("; ")));
    }
}

/// What courses say about a fact that is a list, the commonest first, and else in their order.
fn commonest(courses: &[Node<'_>], field: &str, say: impl Fn(&mut Draft, &Node<'_>)) -> Vec<Text> {
    let mut counted: Vec<(Text, usize)> = Vec::new();
    for course in courses {
        let mut draft = Draft::default();
        say(&mut draft, course);
        for name in draft.said(field).map(Stated::names).unwrap_or_default() {
            match counted.iter_mut().find(|(known, _)| *known == name) {
                Some((_, count)) => *count += 1,
                None => counted.push((name, 1)),
            }
        }
    }
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counted.into_iter().map(|(name, _)| name).collect()
}

/// The credit that the seats of a course give, each in a sentence without a full stop.
fn credits(course: &Node<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    let seats = course.items("course_runs").iter().filter_map(|run| run.get("seats")?.as_array());
    // Seats are many, and those that give credit are few.
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
