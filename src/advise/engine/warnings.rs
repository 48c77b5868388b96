//! Warnings about a program: conditions of credit, exams, prerequisites, time and money. Each warning rests on a
//! recorded fact about this program, or on its absence, and is given only if the answers make it relevant.

use super::evidence::price as price_left;
use super::limits::{least_step, steps};
use super::on_record::{CreditState, Side};
use super::view::View;
use crate::advise::advice::Warning;
use crate::advise::preferences::{Budget, Pacing, bit};
use crate::advise::question::{Answer, Caution, Question};
use crate::catalog::{Basis, Counts, PathwayStatus, Prerequisites, Program};
use crate::names::{SchoolNames, holds_phrase, spaced};
use crate::plan::{Finish, PaceKind, WeeklyHours};
use crate::search::Unknowns;

/// The most schools whose conditions are listed; programs with more are rare.
const MAX_SCHOOLS: usize = 8;

/// The length in months from which a program is called long if its length depends on the hours a week.
const LONG_MONTHS: f64 = 9.0;

const MONTHS_A_YEAR: f64 = 12.0;

/// How far past the deadline the latest finish may be and still count as on time, in months: for a person who plans, 13
/// weeks are three months.
const NEAR_MONTHS: f64 = 0.15;

/// Returns the warnings, the most serious first.
pub(crate) fn warnings(view: &View<'_>, row: usize) -> Vec<Warning> {
    let parts: [fn(&View<'_>, usize, &mut Vec<Warning>); 13] = [
        moved,
        language,
        finished,
        level,
        credit,
        time,
        hours,
        pacing,
        price,
        exams,
        limits_unknown,
        remarks,
        no_credit,
    ];
    let mut warnings = Vec::new();
    for part in parts {
        part(view, row, &mut warnings);
    }
    warnings
}

/// A move comes first, because nobody can enrol on the old platform.
fn moved(view: &View<'_>, row: usize, to: &mut Vec<Warning>) {
    to.extend(view.program(row).relocation().map(|_| Warning::Moved));
}

/// Warns of a language that the user did not ask for, or of a language other than English if the question is skipped.
fn language(view: &View<'_>, row: usize, to: &mut Vec<Warning>) {
    let languages = view.program(row).languages();
    let is_expected = match view.answers.get(Question::Language) {
        Some(Answer::Names { names, .. }) => {
            languages.iter().any(|one| names.iter().any(|name| **name == *one.as_str()))
        }
        _ => languages.iter().any(|one| one.as_str() == "English"),
    };
    to.extend((!languages.is_empty() && !is_expected).then_some(Warning::Language));
}

/// Reports courses that are already finished.
fn finished(view: &View<'_>, row: usize, to: &mut Vec<Warning>) {
    let finished = view.preferences.done.finished(row);
    to.extend(finished.map(|(done, of)| Warning::Finished { done, of }));
}

fn level(view: &View<'_>, row: usize, to: &mut Vec<Warning>) {
    let has_gap = view.has_level_gap(row);
    to.extend(has_gap.then_some(Warning::LevelGap));
    to.extend(is_far_below(view, row).then_some(Warning::LevelBelow));
    let Some(claim) = view.program(row).prerequisites.shown() else { return };
    let is_a_catch = !Prerequisites::of(&claim.value).is_nothing();
    let matters = has_gap || !view.chose(Question::Level, "advanced");
    to.extend((is_a_catch && matters).then_some(Warning::Prerequisites));
}

/// Whether all of a program lies two steps below the user's level. One step is what many repeat on purpose.
fn is_far_below(view: &View<'_>, row: usize) -> bool {
    let program = view.features(row);
    let is_on_record = program.level_basis != Some(Basis::Presumed);
    let highest = steps(program.levels).max().filter(|_| is_on_record);
    view.preferences.level.zip(highest).is_some_and(|(level, highest)| highest + 2 <= level.own)
}

fn credit(view: &View<'_>, row: usize, to: &mut Vec<Warning>) {
    if !view.wants_credit() {
        return;
    }
    to.extend(match view.features(row).credit {
        CreditState::Possible => Some(Warning::NoSchool),
        CreditState::Recommended => Some(Warning::OnlyRecommended),
        // Users who need no credit are told only once that there is none.
        CreditState::PresumedNone | CreditState::Unknown if view.chose(Question::Credit, "no") => None,
        CreditState::PresumedNone | CreditState::Unknown => Some(Warning::CreditUnknown),
        CreditState::Pathway => Some(Warning::AdmissionSeparate),
        CreditState::Included => Some(Warning::OtherSchools),
        CreditState::None => None,
    });
    to.extend(asks_school(view, row).then_some(Warning::AskSchool));
    schools(view, view.program(row), to);
    to.extend(is_above_degree(view, row).then_some(Warning::BachelorFirst));
}

/// Whether a user without a degree wants a master's, or looks at a program whose credit counts toward one.
fn is_above_degree(view: &View<'_>, row: usize) -> bool {
    let leads_to_masters = view.side(row) == Side::MicroMasters
        && matches!(view.features(row).credit, CreditState::Pathway | CreditState::Possible);
    view.lacks_degree() && (leads_to_masters || view.chose(Question::Goal, "masters"))
        || view.preferences.is_undergraduate && leads_to_masters
}

/// Whether credit is wanted at a school to which no route is on record.
fn asks_school(view: &View<'_>, row: usize) -> bool {
    let wanted = view.preferences.credit_at.as_ref();
    wanted.is_some_and(|name| !view.features(row).schools.iter().any(|school| holds_phrase(school, name)))
}

/// Lists the schools that may count it, preferred ones first, and one closed route.
fn schools(view: &View<'_>, program: &Program, to: &mut Vec<Warning>) {
    let ways = &program.pathways;
    let counting = |at: &usize| ways[*at].counts == Counts::Credit && ways[*at].status == PathwayStatus::Active;
    let mut counted: Vec<usize> = (0..ways.len()).filter(counting).collect();
    counted.sort_by_key(|at| (!view.prefers_school(&ways[*at].institution), ways[*at].amount.is_none()));
    let named = counted.iter().map(|at| ways[*at].institution.as_str());
    for school in SchoolNames::distinct(view.catalog, named).into_iter().take(MAX_SCHOOLS) {
        to.extend(counted.iter().find(|at| ways[**at].institution == school).map(|at| Warning::Route(*at)));
    }
    to.extend(ways.iter().position(|way| way.status == PathwayStatus::Retired).map(Warning::RouteRetired));
}

fn time(view: &View<'_>, row: usize, to: &mut Vec<Warning>) {
    to.extend(deadline(view, row));
    length(view, row, to);
    to.extend(may_not_last(view, row));
}

fn deadline(view: &View<'_>, row: usize) -> Option<Warning> {
    let deadline = view.preferences.months? + 1e-9;
    let pace = &view.pace(row);
    let Finish { earliest, likely, latest, .. } = pace.finish(view.preferences.hours)?;
    let dates = pace.dates(view.settings().as_of, view.preferences.hours)?;
    let months = (earliest, latest);
    if likely > deadline && is_wide(earliest, latest) && earliest <= deadline - 1e-9 {
        Some(Warning::DeadlineVague { months, middle: dates.likely })
    } else if likely > deadline {
        Some(Warning::DeadlineLikelyMissed { months, likely: dates.likely })
    } else {
        (latest > deadline + NEAR_MONTHS).then_some(Warning::DeadlineMayBeMissed { months })
    }
}

/// For a program of more than a year, the share of its kind that was withdrawn within some years shows how long it can
/// be relied on.
fn may_not_last(view: &View<'_>, row: usize) -> Option<Warning> {
    let months = view.pace(row).finish(view.preferences.hours)?.likely;
    let is_known = view.catalog.survival(view.program(row).kind()).is_some();
    (months > MONTHS_A_YEAR && is_known).then_some(Warning::MayNotLast { months })
}

/// Whether a range of months is too wide to name one date in it.
fn is_wide(earliest: f64, latest: f64) -> bool {
    latest - earliest > 3.0 && latest > 2.0 * earliest
}

/// Warns of a long listed length that assumes few hours a week or that the user's hours would stretch. For a program on
/// fixed dates without a deadline question answered, it reports sources that disagree on the length.
fn length(view: &View<'_>, row: usize, to: &mut Vec<Warning>) {
    let program = view.program(row);
    let pace = &view.pace(row);
    let finish = pace.finish(view.preferences.hours);
    let months = finish.as_ref().map(|finish| (finish.earliest, finish.latest));
    if view.preferences.months.is_none() && !pace.scales() && longer_length(program).is_some() {
        to.extend(months.map(|months| Warning::LengthDisputed { months }));
    }
    let is_long = program.length.value().is_some_and(|length| length.months().high >= LONG_MONTHS);
    if is_long && pace.scales() {
        let yours = months.filter(|_| view.answers.get(Question::Hours).is_some());
        to.push(Warning::Long { yours });
    }
}

/// Returns the index of a claim of a longer length than the one shown.
pub(crate) fn longer_length(program: &Program) -> Option<usize> {
    let claims = program.length.claims();
    let shown = claims.first()?;
    (1..claims.len()).find(|at| claims[*at].value.months().high > shown.value.months().high)
}

fn hours(view: &View<'_>, row: usize, to: &mut Vec<Warning>) {
    let (Some(workload), Some(WeeklyHours { high, .. })) = (view.program(row).workload.value(), view.preferences.hours)
    else {
        return;
    };
    let is_own_pace = view.pace(row).kind == PaceKind::SelfPaced;
    // The middle of the required range is what most weeks take: 4–8 hours are no problem for someone with 4–7.
    let likely = f64::midpoint(workload.low, workload.high);
    to.extend((!is_own_pace && likely > high).then_some(Warning::Hours));
}

fn pacing(view: &View<'_>, row: usize, to: &mut Vec<Warning>) {
    to.extend(match (view.pace(row).kind, view.preferences.pacing) {
        (PaceKind::Scheduled, Some(Pacing::ScheduledOnly)) | (PaceKind::SelfPaced, _) | (PaceKind::Unknown, None) => {
            None
        }
        (PaceKind::Scheduled, _) => Some(Warning::InstructorPaced),
        (PaceKind::Mixed, Some(_)) => Some(Warning::MixedPace),
        (PaceKind::Mixed, None) => Some(Warning::SomeDates),
        (PaceKind::Unknown, Some(_)) => Some(Warning::PaceUnknown),
    });
}

fn price(view: &View<'_>, row: usize, to: &mut Vec<Warning>) {
    let Some(Budget { limit: Some(limit), .. }) = view.preferences.budget else { return };
    let Some(claim) = price_left(view, row) else {
        to.push(Warning::PriceMissing);
        return;
    };
    // A warning about the budget says itself whether the price is an estimate.
    to.extend(if claim.value.low > limit {
        Some(Warning::OverBudget)
    } else if claim.value.high > limit {
        Some(Warning::MayBeOverBudget)
    } else {
        (claim.basis == Basis::Estimated).then_some(Warning::PriceEstimated)
    });
}

fn exams(view: &View<'_>, row: usize, to: &mut Vec<Warning>) {
    let program = view.program(row);
    to.extend(program.proctored.value().is_some_and(|proctored| *proctored).then_some(Warning::Proctored));
    to.extend(program.exam.is_known().then_some(Warning::Exam));
    to.extend(program.capstone.is_known().then_some(Warning::Capstone));
}

/// Lists limits that could not be applied because the fact is unknown.
fn limits_unknown(view: &View<'_>, row: usize, to: &mut Vec<Warning>) {
    if view.settings().unknowns == Unknowns::Drop {
        return;
    }
    let program = view.program(row);
    let has_finish = view.pace(row).finish(view.preferences.hours).is_some();
    let known = [
        (Question::Language, program.languages.is_known()),
        (Question::Horizon, has_finish),
        (Question::Exams, program.proctored.is_known()),
    ];
    let is_open = |(question, is_known): &(Question, bool)| view.preferences.limits & bit(*question) != 0 && !is_known;
    to.extend(known.into_iter().filter(is_open).map(|(question, _)| Warning::LimitUnknown(question)));
}

fn remarks(view: &View<'_>, row: usize, to: &mut Vec<Warning>) {
    let program = view.program(row);
    let remarks = program.remark.claims();
    to.extend((0..remarks.len()).filter(|at| is_a_catch(&remarks[*at].value)).map(Warning::Remark));
    let cautions = &view.questionnaire().cautions;
    let matters = |at: &usize| {
        is_about(view, &cautions[*at], program) && (!cautions[*at].when_goal_or_credit || view.wants_credit())
    };
    to.extend((0..cautions.len()).filter(matters).map(Warning::Caution));
}

fn is_about(view: &View<'_>, caution: &Caution, program: &Program) -> bool {
    if let Some(id) = &caution.program {
        return program.id == *id.as_str();
    }
    if caution.field.is_some() {
        return false;
    }
    let has_kind = caution.kind.as_ref().is_none_or(|kind| program.kind().slug() == *kind);
    let key = |ix: &crate::catalog::InstitutionIx| view.catalog.institution(*ix).key.as_str();
    let is_theirs = |wanted: &String| program.institutions().iter().any(|ix| key(ix) == wanted);
    has_kind && caution.institution.as_ref().is_some_and(is_theirs)
}

/// Whether a remark is important before enrolling. Words are compared as whole words.
fn is_a_catch(remark: &str) -> bool {
    let remark = spaced(remark);
    ["must", "ends after", "dropped", "cannot", "retired", "counts for"]
        .iter()
        .any(|words| holds_phrase(&remark, words))
}

fn no_credit(view: &View<'_>, row: usize, to: &mut Vec<Warning>) {
    let has_none = matches!(view.features(row).credit, CreditState::None | CreditState::PresumedNone);
    to.extend((has_none && view.chose(Question::Credit, "no")).then_some(Warning::NoCredit));
}

/// Whether a program starts at or below the user's level.
pub(crate) fn starts_within(view: &View<'_>, row: usize) -> bool {
    let own = view.preferences.level.map(|level| level.own);
    own.zip(least_step(view.features(row).levels)).is_some_and(|(own, starts)| starts <= own)
}
