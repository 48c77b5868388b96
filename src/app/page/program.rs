//! Everything on record about one program, each fact with the mark of its basis.

use jiff::civil::Date;

use crate::app::App;
use crate::catalog::{Catalog, Cell, Counts, Course, FactKey, Pathway, PathwayStatus, Program};
use crate::chart;
use crate::page::{Doc, Line, Role};
use crate::plan::{Schedule, left_of, schedule_of, words};
use crate::width;

/// What the marks beside values mean, in two lines.
pub const LEGEND: [&str; 2] = ["~ derived or estimated   ? unknown", "p presumed  i inferred  e set by hand"];

/// Columns of a label with the blank and the mark behind it.
const LABEL: usize = 12;

/// What most people ask first; title, kind and institution stand above it.
const FIRST: [FactKey; 12] = [
    FactKey::Courses,
    FactKey::Length,
    FactKey::Effort,
    FactKey::Workload,
    FactKey::Pacing,
    FactKey::Price,
    FactKey::Credit,
    FactKey::Fields,
    FactKey::Topics,
    FactKey::Languages,
    FactKey::Status,
    FactKey::Url,
];

/// What stands behind courses and pathways.
const MORE: [FactKey; 11] = [
    FactKey::StudyWeeks,
    FactKey::CoursePrice,
    FactKey::ExamPrice,
    FactKey::Exam,
    FactKey::Proctored,
    FactKey::PassMark,
    FactKey::Prerequisites,
    FactKey::Capstone,
    FactKey::Skills,
    FactKey::FormerName,
    FactKey::Remark,
];

pub(super) fn program(app: &App, program: &Program, width: usize) -> Doc {
    let catalog = app.catalog();
    let mut doc = Doc::new(width);
    doc.text(Role::Title, &program.title);
    doc.text(Role::Plain, &head(catalog, program));
    doc.gap();
    if let Some(left) = left_of(catalog, program, &app.personal.profile().done) {
        doc.text(Role::Plain, &format!("Left for you: {}.", words::left(&left)));
        doc.gap();
    }
    facts(&mut doc, catalog, program, &FIRST);
    pathways(&mut doc, program);
    courses(&mut doc, catalog, program);
    if let Some(schedule) = schedule_of(catalog, program, &app.plan) {
        timeline(&mut doc, &schedule, app.plan.start);
    }
    if MORE.iter().any(|key| program.cell(*key, catalog).is_known()) {
        doc.heading("MORE");
        facts(&mut doc, catalog, program, &MORE);
    }
    doc
}

fn facts(doc: &mut Doc, catalog: &Catalog, program: &Program, keys: &[FactKey]) {
    for key in keys {
        let cell = program.cell_in_full(*key, catalog);
        if cell.is_known() || key.is_expected() {
            fact(doc, *key, &cell);
        }
    }
}

/// Kind, institution and level in a line.
fn head(catalog: &Catalog, program: &Program) -> String {
    let institution = if program.institutions().is_empty() {
        "institution unknown".to_owned()
    } else {
        catalog.institution_names(program)
    };
    let kind = program.cell(FactKey::Kind, catalog);
    let level = program.cell(FactKey::Level, catalog);
    let level = if level.is_known() { level.text.to_lowercase() } else { "level unknown".to_owned() };
    format!("{} · {institution} · {level}", kind.text)
}

fn fact(doc: &mut Doc, key: FactKey, cell: &Cell<'_>) {
    let head = Line::of(Role::Label, width::left(key.label(), LABEL)).and(Role::Dim, cell.mark()).and(Role::Plain, " ");
    let role = if cell.is_known() { Role::Plain } else { Role::Dim };
    let text = match (key, cell.others) {
        (FactKey::Length, _) => format!("{} as listed", cell.text),
        (_, 0) => cell.text.clone(),
        (_, others) => format!("{}  +{others}", cell.text),
    };
    let text = if cell.is_known() { text } else { cell.text.clone() };
    doc.hanging(head, role, &text);
}

fn pathways(doc: &mut Doc, program: &Program) {
    if program.pathways.is_empty() {
        return;
    }
    doc.heading("WHERE IT LEADS");
    for pathway in &program.pathways {
        doc.hanging(Line::of(arrow_role(pathway), arrow(pathway)), Role::Plain, &pathway_words(pathway));
    }
}

fn arrow(pathway: &Pathway) -> &'static str {
    match (pathway.counts, pathway.status) {
        (Counts::Nothing, _) | (_, PathwayStatus::Retired) => "× ",
        _ => "→ ",
    }
}

fn arrow_role(pathway: &Pathway) -> Role {
    if arrow(pathway) == "× " { Role::Warning } else { Role::Label }
}

/// A pathway in one sentence: where, what, how much, on which condition, as of when.
fn pathway_words(pathway: &Pathway) -> String {
    let mut parts = vec![pathway.counts.name().to_owned()];
    parts.extend(pathway.amount.as_deref().map(ToOwned::to_owned));
    parts.extend(pathway.condition.as_deref().map(|condition| format!("condition: {condition}")));
    parts.extend(pathway.note.as_deref().map(ToOwned::to_owned));
    let status = if pathway.status == PathwayStatus::Retired { "retired; " } else { "" };
    let program = pathway.program.as_deref().map(|program| format!(", {program}")).unwrap_or_default();
    format!("{}{program}: {} ({status}{})", pathway.institution, parts.join("; "), pathway.as_of.text())
}

fn courses(doc: &mut Doc, catalog: &Catalog, program: &Program) {
    if program.course_list.is_empty() {
        return;
    }
    let known = program.course_list.len();
    let heading = match program.courses.value() {
        Some(all) if (*all as usize) > known => format!("COURSES  {known} of {all} known"),
        _ => "COURSES".to_owned(),
    };
    doc.heading(&heading);
    for (place, course_use) in program.course_list.iter().enumerate() {
        let course = catalog.course(course_use.course);
        let mark = if course_use.is_certain { "" } else { " (likely)" };
        let head = Line::of(Role::Label, width::right(&(place + 1).to_string(), 2)).and(Role::Plain, " ");
        doc.hanging(head, Role::Plain, &format!("{}{mark}{}", course.title, work(course)));
    }
}

/// The courses one after another in weeks, each as a bar with its words; nothing where no length of a course is known.
fn timeline(doc: &mut Doc, schedule: &Schedule, start: Date) {
    let slots = &schedule.slots;
    if slots.len() < 2 || slots.iter().all(|slot| slot.is_assumed) {
        return;
    }
    let days = |to: Date| f64::from(start.until(to).map_or(0, |span| span.get_days()));
    let whole = days(schedule.end).max(1.0);
    let cols = doc.width().saturating_sub(3 + 13).clamp(4, 48);
    doc.heading("TIMELINE  in weeks");
    for slot in slots {
        let (from, until) = (days(slot.from), days(slot.until));
        let draw = if slot.is_assumed { chart::dotted } else { chart::stretch };
        let weeks = format!(" {}–{}", (from / 7.0) as u32 + 1, ((until / 7.0).ceil() as u32).max(1));
        let unknown = if slot.is_assumed { " ?" } else { "" };
        let head = Line::of(Role::Label, width::right(&slot.course.to_string(), 2)).and(Role::Plain, " ");
        doc.line(
            head.and_picture(&draw(from / whole, until / whole, cols)).and(Role::Plain, weeks).and(Role::Dim, unknown),
        );
    }
    let says =
        if schedule.follows_calendar { "Over the length as listed." } else { "At the hours a week of your plan." };
    doc.text(Role::Dim, says);
    if slots.iter().any(|slot| slot.is_assumed) {
        doc.text(Role::Dim, "? length unknown: dotted, as long as the average of the others.");
    }
}

/// Weeks and hours a week of a course, where known.
fn work(course: &Course) -> String {
    let weeks = course.weeks.value().map(|weeks| format!("{weeks} weeks"));
    let hours = course.workload.value().map(|hours| format!("{hours} h a week"));
    let parts: Vec<String> = weeks.into_iter().chain(hours).collect();
    if parts.is_empty() { String::new() } else { format!(", {}", parts.join(", ")) }
}
