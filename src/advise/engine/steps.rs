//! The next steps: answer what separates programs, try one course, open a page; if nothing is left, loosen a limit.

use super::changes::swing;
use super::evaluate::handle;
use super::limits::STATUS;
use super::notes::only_older;
use super::on_record::Side;
use super::order::in_first_place;
use super::view::{Case, Verdict};
use crate::advise::advice::{Outcome, Stack, Step, UnderstoodField};
use crate::advise::question::{Item, Question};
use crate::catalog::Info;

/// The most programs in first place among which looking one up makes sense.
const MAX_TO_LOOK_UP: usize = 10;

/// The most questions named as those that matter most.
const MAX_QUESTIONS: usize = 4;

/// The most subjects named as examples.
const MAX_SUBJECTS: usize = 3;

/// Returns the next steps. `stack` is what to take before one of the shown programs.
pub(crate) fn next_steps(
    case: &Case<'_>,
    verdict: &Verdict<'_>,
    understood: &[UnderstoodField],
    stack: Option<&Stack>,
) -> Vec<Step> {
    let top = verdict.standings.first().map(|top| top.row);
    let Some(top) = top else { return without_top(case, verdict, understood) };
    let telling = tells_crowd_apart(case, verdict);
    let is_crowded = telling.is_some();
    let mut steps: Vec<Step> = telling.into_iter().collect();
    let is_trial = case.view.chose(Question::Goal, "explore") && case.view.side(top) == Side::MicroMasters;
    // Another program is to be taken first already.
    let has_first = stack.is_some_and(|stack| stack.then == handle(top));
    if !has_first && (is_trial || case.view.has_level_gap(top)) {
        steps.push(Step::OneCourseFirst(handle(top)));
    }
    steps.extend((!is_crowded).then(|| Step::OpenPage(handle(top))));
    steps
}

/// Returns the question whose answer would separate the programs in first place; only if there are too many
/// to look one up.
pub(crate) fn tells_crowd_apart(case: &Case<'_>, verdict: &Verdict<'_>) -> Option<Step> {
    const TELLING: [Question; 6] =
        [Question::Field, Question::Level, Question::Hours, Question::Budget, Question::Depth, Question::Language];
    let crowd = in_first_place(verdict.standings);
    let question = TELLING.into_iter().find(|question| case.view.answers.get(*question).is_none())?;
    (crowd > MAX_TO_LOOK_UP).then_some(Step::TellApart { question, crowd })
}

/// Returns the unanswered questions whose choices differ most in lean.
pub(crate) fn matter_most(case: &Case<'_>) -> Vec<Question> {
    let is_open = |item: &&Item| case.view.answers.get(item.question).is_none();
    let mut open: Vec<&Item> = case.view.questionnaire().lean_questions().filter(is_open).collect();
    open.sort_by_key(|item| std::cmp::Reverse(swing(item)));
    open.into_iter().take(MAX_QUESTIONS).map(|item| item.question).collect()
}

fn without_top(case: &Case<'_>, verdict: &Verdict<'_>, understood: &[UnderstoodField]) -> Vec<Step> {
    let has_near = understood.iter().any(|field| !field.nearest.is_empty());
    match verdict.decision.outcome {
        Outcome::None => from_nothing(case),
        Outcome::NoMatch if has_near => vec![Step::OtherField, Step::Browse],
        Outcome::NoMatch => vec![Step::OtherWords(largest_subjects(case)), Step::Browse],
        _ => vec![Step::AnswerMore(matter_most(case)), Step::Browse],
    }
}

/// Returns the subjects of most programs, the largest first.
fn largest_subjects(case: &Case<'_>) -> Vec<String> {
    // The counts are stored with a compiled catalogue, so that no program is read.
    let subjects = Info::of(case.view.catalog).fields.into_iter();
    subjects.take(MAX_SUBJECTS).map(|(subject, _)| subject).collect()
}

fn from_nothing(case: &Case<'_>) -> Vec<Step> {
    let fails = &case.evaluation.fails;
    let mut steps = Vec::new();
    if fails.iter().any(|fails| fails & STATUS == 0) {
        steps.push(Step::ChangeLimit);
    }
    match only_older(case) {
        0 if fails.is_empty() => steps.push(Step::LoadCatalog),
        0 if steps.is_empty() => steps.push(Step::OlderAndLimit),
        0 => {}
        count => steps.push(Step::LetOlderIn(count)),
    }
    steps
}
