//! What comes next in a series, judged by the titles on record: after finished courses, and after a title
//! typed as the field.

use std::collections::BTreeSet;

use super::view::View;
use crate::advise::advice::Note;
use crate::advise::preferences::field::WantedPart;
use crate::catalog::{CourseIx, InstitutionIx, Program, ProgramIx};
use crate::names::{SeriesPlace, fold, spaced};

/// A title that something may follow in its series.
struct Known {
    title: String,
    place: SeriesPlace,
    /// The institutions that offer it; empty if unknown. What follows must come from one of them.
    schools: BTreeSet<InstitutionIx>,
}

/// Returns notes on what comes next after all named titles, without duplicates.
pub(super) fn notes(view: &View<'_>) -> Vec<Note> {
    let finished = view.preferences.done.names.iter().filter_map(|name| finished(view, name));
    let wanted = || view.preferences.field.iter();
    let named = wanted().flat_map(|wanted| &wanted.parts).filter_map(|part| named(view, part));
    let typed = wanted().flat_map(|wanted| &wanted.names).filter_map(|name| typed(name));
    let mut notes: Vec<Note> = Vec::new();
    for note in finished.chain(named).chain(typed).filter_map(|known| next(view, &known)) {
        if !notes.iter().any(|other| is_same_next(other, &note)) {
            notes.push(note);
        }
    }
    notes
}

/// Whether two notes name the same program and course.
fn is_same_next(one: &Note, other: &Note) -> bool {
    let next = |note: &Note| match note {
        Note::NextOfSeries { program, course, .. } => Some((*program, *course)),
        _ => None,
    };
    next(one) == next(other)
}

/// Returns a finished course, or `None` if it is not on record and its name states no position in a series.
fn finished(view: &View<'_>, name: &str) -> Option<Known> {
    let wanted = spaced(name);
    let courses = (0..view.catalog.course_count() as u32).map(CourseIx).filter(|ix| {
        let course = view.catalog.course(*ix);
        spaced(&course.title) == wanted || spaced(&course.id) == wanted
    });
    let courses: Vec<CourseIx> = courses.collect();
    let title = courses.first().map_or(name.to_owned(), |ix| view.catalog.course(*ix).title.to_string());
    let place = place(&title, !courses.is_empty())?;
    let programs = view.catalog.programs();
    let programs = programs.filter(|program| program.course_list.iter().any(|used| courses.contains(&used.course)));
    let schools = programs.flat_map(|program| program.institutions().to_vec()).collect();
    Some(Known { title, place, schools })
}

/// Returns a program whose title was typed as the field, or `None` if no program was named.
fn named(view: &View<'_>, part: &WantedPart) -> Option<Known> {
    let title = view.catalog.program(*part.named().first()?).title.to_string();
    let place = place(&title, true)?;
    let schools = part.named().iter().flat_map(|ix| view.catalog.program(*ix).institutions().to_vec()).collect();
    Some(Known { title, place, schools })
}

/// Returns the text typed as the field, or `None` if it states no position in a series.
fn typed(name: &str) -> Option<Known> {
    Some(Known { title: name.to_owned(), place: SeriesPlace::of(name)?, schools: BTreeSet::new() })
}

/// Returns the position that a title states, or the first position if it states none but is on record.
fn place(title: &str, is_on_record: bool) -> Option<SeriesPlace> {
    SeriesPlace::of(title).or_else(|| is_on_record.then(|| SeriesPlace::first(title)))
}

/// Returns the nearest title that follows a known one: that of a program, or else of a course.
fn next(view: &View<'_>, known: &Known) -> Option<Note> {
    let (mut programs, mut courses) = (Vec::new(), Vec::new());
    for (row, program) in view.catalog.programs().enumerate().filter(|(_, program)| known.may_be_followed_by(program)) {
        let ix = ProgramIx(row as u32);
        programs.extend(known.steps_to(&program.title).map(|steps| (steps, ix, None)));
        let titles = program.course_list.iter().map(|used| (used.course, &view.catalog.course(used.course).title));
        courses.extend(titles.filter_map(|(course, title)| Some((known.steps_to(title)?, ix, Some(course)))));
    }
    let nearest = |all: Vec<(usize, ProgramIx, Option<CourseIx>)>| all.into_iter().min_by_key(|(steps, ..)| *steps);
    let (_, program, course) = nearest(programs).or_else(|| nearest(courses))?;
    Some(Note::NextOfSeries { after: known.title.clone(), program, course })
}

impl Known {
    fn may_be_followed_by(&self, program: &Program) -> bool {
        let is_theirs = || program.institutions().iter().any(|own| self.schools.contains(own));
        program.is_offered() && (self.schools.is_empty() || is_theirs())
    }

    fn steps_to(&self, title: &str) -> Option<usize> {
        // A substring test is much cheaper than reading the position, and rules out most titles.
        let may_be = fold(title).contains(self.place.word());
        may_be.then(|| SeriesPlace::of(title)).flatten().and_then(|place| self.place.steps_to(&place))
    }
}
