//! The rows of the lists that are chosen from, in order: what each of them stands for. Their texts are decided by
//! [`page`](super::page).

use super::{App, Overlay};
use crate::advise::{Change, Question};
use crate::catalog::CourseUse;
use crate::config::KeepAnswers;
use crate::search::Sort;

/// A limit that can be lifted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// What an answer rules out.
    Answer(Question),
    /// Only programs of the latest list are considered.
    LatestList,
    /// Kinds that usually carry no credit are presumed to carry none.
    PresumedNoCredit,
}

/// A limit as a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LimitRow {
    /// The limit.
    pub limit: Limit,
    /// Whether it is in force.
    pub is_active: bool,
    /// The limit in words.
    pub words: String,
}

/// Returns every limit that is active or was lifted.
pub fn limit_rows(app: &App) -> Vec<LimitRow> {
    let Some(advice) = &app.interview.advice else { return Vec::new() };
    let settings = &app.interview.settings;
    let mut rows: Vec<LimitRow> = limiting_questions(app)
        .into_iter()
        .map(|question| LimitRow {
            limit: Limit::Answer(question),
            is_active: !settings.lifted.contains(&question),
            words: told(app, question),
        })
        .collect();
    rows.push(LimitRow {
        limit: Limit::LatestList,
        is_active: !settings.include_older,
        words: format!("Only programs of the latest list ({}).", advice.catalog_as_of),
    });
    if advice.limits.contains(&Question::Credit) || settings.lifted.contains(&Question::Credit) {
        rows.push(LimitRow {
            limit: Limit::PresumedNoCredit,
            is_active: settings.presume_no_credit,
            words: "Kinds that usually carry no credit are presumed to carry none.".to_owned(),
        });
    }
    rows
}

/// The questions whose answers are limits, lifted or not.
fn limiting_questions(app: &App) -> Vec<Question> {
    let lifted = app.interview.settings.lifted.iter().copied();
    let active = app.interview.advice.iter().flat_map(|advice| advice.limits.iter().copied());
    let mut questions: Vec<Question> = active.chain(lifted).collect();
    questions.sort_unstable();
    questions.dedup();
    questions
}

/// The answer to a question, as the sentence in which the result repeats it.
fn told(app: &App, question: Question) -> String {
    let advice = app.interview.advice.as_ref();
    let told = advice.filter(|advice| advice.told.contains(&question));
    told.map_or_else(|| question.label().to_owned(), |advice| app.explainer(&advice.asked).told(question))
}

/// Returns every change of answers that leaves a program or changes the result.
pub fn changes(app: &App) -> Vec<Change> {
    let Some(advice) = &app.interview.advice else { return Vec::new() };
    let relaxations = advice.relaxations.iter().map(|one| one.set.clone());
    relaxations.chain(advice.flips.iter().map(|one| one.set.clone())).collect()
}

/// Returns the number of rows of a list.
pub fn row_count(app: &App, overlay: &Overlay) -> usize {
    match overlay {
        Overlay::RemoveFilter => app.chips().len(),
        Overlay::Orders => order_rows(app).len(),
        Overlay::Limits => limit_rows(app).len(),
        Overlay::AskAbout(choice) => choice.found.len(),
        Overlay::Changes => changes(app).len(),
        Overlay::Palette(palette) => palette.count(),
        Overlay::Kept => app.personal.listed().len(),
        Overlay::Decisions => app.personal.notebook.records.len(),
        Overlay::Courses => course_rows(app).len(),
        Overlay::Profiles => profile_rows(app).len(),
        Overlay::Similar { found, .. } => found.len(),
        _ => 0,
    }
}

/// Returns one order for each subject: the present one in its direction, the others in their usual one.
pub fn order_rows(app: &App) -> [Sort; Sort::SUBJECTS.len()] {
    let present = app.view.sort;
    Sort::SUBJECTS.map(|sort| if sort == present.ascending() { present } else { sort })
}

/// Returns the order in which the list is seen: without query words all programs match equally, and it is by title.
pub fn shown_order(app: &App) -> Sort {
    let is_unasked = app.found.words.trim().is_empty();
    if app.view.sort == Sort::Match && is_unasked { Sort::Title } else { app.view.sort }
}

/// A row of the list of profiles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProfileRow {
    /// Switches to the profile with this id.
    Profile(String),
    /// Sets whether answers are kept while no profile is named.
    Answers(KeepAnswers),
}

/// Returns the rows of the list of profiles. The question whether answers are kept is included if the
/// current profile has no name.
pub fn profile_rows(app: &App) -> Vec<ProfileRow> {
    let profiles = app.personal.notebook.profiles.iter().map(|profile| ProfileRow::Profile(profile.id.clone()));
    let choices = KeepAnswers::ALL.into_iter().filter(|_| app.personal.name().is_none()).map(ProfileRow::Answers);
    profiles.chain(choices).collect()
}

/// A course of the current program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseRow {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Whether the person has finished it.
    pub is_finished: bool,
}

/// The courses of the current program, in order.
pub fn course_rows(app: &App) -> Vec<CourseRow> {
    let catalog = app.catalog();
    let done = app.personal.profile().done;
    let row = |part: &CourseUse| {
        let course = catalog.course(part.course);
        CourseRow {
            id: course.id.to_string(),
            title: course.title.to_string(),
            is_finished: done.contains(course.id.as_str()),
        }
    };
    app.current().map(|ix| catalog.program(ix).course_list.iter().map(row).collect()).unwrap_or_default()
}

/// Returns the number of routes in the plan of the current program.
pub fn route_count(app: &App) -> usize {
    app.current().map_or(0, |ix| crate::plan::plan(app.catalog(), ix, &app.plan).paths.len())
}
