//! Programs requested in words: which program of the catalogue is meant and, if none is, what is known about it and
//! what comes near, on the same topic and at the same institution. Nothing is invented: all statements rest on the
//! findings of the questionnaire and the flags of the guide.

use super::evaluate::handle;
use super::view::{Case, Verdict};
use crate::advise::advice::{Asked, Nearest, Standing, Trace, WhyNot};
use crate::advise::preferences::field::WantedField;
use crate::catalog::{InstitutionIx, Kind, Program, nearest, printable};
use crate::names::{holds_phrase, spaced, telling_words, without_phrase};

/// The most programs named for a topic, and for an institution.
const MAX_NEAR: usize = 3;

/// The smallest match with the topic that counts as near; the shipped questionnaire gives it to a program that has
/// only a part on the topic.
const NEAR: f64 = 0.6;

/// Words that do not distinguish programs.
const NOISE: [&str; 4] = ["program", "programme", "certificate", "edx"];

/// A request taken apart.
struct Parts {
    institutions: Vec<InstitutionIx>,
    kind: Option<Kind>,
    /// The request without the kind.
    name: String,
    /// The request without institutions and kind.
    topic: String,
}

impl Parts {
    /// Whether a program is of the named institution and kind, if any.
    fn fits(&self, program: &Program) -> bool {
        let is_theirs =
            self.institutions.is_empty() || self.institutions.iter().any(|ix| program.institutions().contains(ix));
        is_theirs && self.kind.as_ref().is_none_or(|kind| program.kind() == kind)
    }
}

/// Returns the program that is meant by an id, a title, or an institution and words of a title, or `None` if that is
/// not exactly one.
pub(crate) fn meant(case: &Case<'_>, typed: &str) -> Option<usize> {
    if let Some(ix) = case.view.catalog.find(typed) {
        return Some(ix.0 as usize);
    }
    let whole = spaced(typed);
    let by_title = only(case, |program| spaced(&program.title) == whole);
    by_title.or_else(|| by_parts(case, &take_apart(case, &whole)))
}

fn by_parts(case: &Case<'_>, asked: &Parts) -> Option<usize> {
    telling_words(&asked.topic).next()?;
    let has_title = |program: &Program| {
        let title = spaced(&program.title);
        [&asked.name, &asked.topic].iter().any(|name| telling_words(&title).eq(telling_words(name)))
    };
    let has_words = |program: &Program| {
        let title = spaced(&program.title);
        // A word or two of a long title are not enough to name it.
        let is_most = 2 * telling_words(&asked.topic).count() >= telling_words(&title).count();
        is_most && telling_words(&asked.topic).all(|word| starts_a_word(&title, word))
    };
    let exact = fitting(case, |program| asked.fits(program) && has_title(program));
    if exact.is_empty() {
        only(case, |program| asked.fits(program) && has_words(program))
    } else {
        only_one(case, &exact)
    }
}

fn every_row(case: &Case<'_>) -> std::ops::Range<usize> {
    0..case.view.catalog.len()
}

/// Returns the only program that fits or, of several, the only one in the latest list.
fn only(case: &Case<'_>, fits: impl Fn(&Program) -> bool) -> Option<usize> {
    only_one(case, &fitting(case, fits))
}

/// Returns the rows of the programs that fit, in a single pass that keeps no program in memory.
fn fitting(case: &Case<'_>, fits: impl Fn(&Program) -> bool) -> Vec<usize> {
    let programs = case.view.catalog.programs().enumerate();
    programs.filter(|(_, program)| fits(program)).map(|(row, _)| row).collect()
}

fn only_one(case: &Case<'_>, all: &[usize]) -> Option<usize> {
    let current: Vec<usize> = all.iter().copied().filter(|row| case.view.features(*row).is_current).collect();
    match (all, current.as_slice()) {
        ([one], _) | (_, [one]) => Some(*one),
        _ => None,
    }
}

fn take_apart(case: &Case<'_>, whole: &str) -> Parts {
    let (institutions, rest) = case.view.engine.reader.names.institutions_in(whole);
    let named = |kind: &&Kind| holds_phrase(&rest, &spaced(kind.name()));
    let kind = case.view.catalog.programs().map(|program| program.kind().clone()).find(|kind| named(&kind));
    let bare = kind.as_ref().map_or(rest.clone(), |kind| without_phrase(&rest, &spaced(kind.name())));
    let name = kind.as_ref().map_or(whole.to_owned(), |kind| without_phrase(whole, &spaced(kind.name())));
    Parts { institutions, kind, name: without_noise(&name), topic: without_noise(&bare) }
}

/// Returns the answer for a program that is not in the catalogue.
pub(crate) fn not_in_catalog(case: &Case<'_>, verdict: &Verdict<'_>, asked: Asked, typed: &str) -> WhyNot {
    let traces = traces(case, typed);
    let mut seen = std::collections::BTreeSet::new();
    let near = traces.iter().flat_map(|trace| match trace {
        Trace::Spelled(found) | Trace::About(_, found) | Trace::By(_, found) => found.clone(),
        Trace::Finding(_) => Vec::new(),
    });
    let instead = near.filter(|program| seen.insert(*program)).collect();
    WhyNot {
        asked,
        id: printable(typed.trim()).into_owned(),
        program: None,
        standing: Standing::NotInCatalog,
        place: None,
        ranked: verdict.standings.len(),
        outcome: verdict.decision.outcome,
        reasons: Vec::new(),
        lost_on: Vec::new(),
        nearest: Nearest::NotInCatalog,
        traces,
        instead,
    }
}

/// Returns what is known about the request, and what comes near to it.
fn traces(case: &Case<'_>, typed: &str) -> Vec<Trace> {
    let whole = spaced(typed);
    let all = &case.view.questionnaire().findings;
    let findings: Vec<usize> = (0..all.len()).filter(|at| all[*at].is_about(&whole)).collect();
    let near = findings.iter().find_map(|at| all[*at].near.as_deref());
    let kind = findings.iter().find_map(|at| all[*at].kind.as_deref());
    let asked = take_apart(case, &near.map_or(whole, spaced));
    let spelled = like_spelled(case, typed);
    let in_field = near_in_field(case, &asked, kind);
    let named: Vec<usize> = spelled.iter().chain(&in_field).copied().collect();
    let theirs = near_at_institution(case, &asked, &named);
    let handles = |rows: &[usize]| rows.iter().map(|row| handle(*row)).collect::<Vec<_>>();
    let mut traces: Vec<Trace> = findings.into_iter().map(Trace::Finding).collect();
    traces.extend((!spelled.is_empty()).then(|| Trace::Spelled(handles(&spelled))));
    traces.extend((!in_field.is_empty()).then(|| Trace::About(asked.topic.clone(), handles(&in_field))));
    traces.extend((!theirs.is_empty()).then(|| Trace::By(asked.institutions.clone(), handles(&theirs))));
    traces
}

/// Returns the program whose id or title is spelled almost like the request; at most one.
fn like_spelled(case: &Case<'_>, typed: &str) -> Vec<usize> {
    let titles = case.view.catalog.programs().map(|program| program.title.clone());
    let near = nearest(typed, case.view.catalog.ids().chain(titles)).and_then(|name| {
        case.view.catalog.programs().position(|program| program.id == *name || program.title == *name)
    });
    // A request with institution and field swapped for others is not a misspelling: the similarity must be
    // at least 0.8.
    let is_slip = |row: &usize| {
        let program = case.view.program(*row);
        let like = |name: &str| strsim::normalized_damerau_levenshtein(&spaced(typed), &spaced(name));
        like(&program.id).max(like(&program.title)) >= 0.8
    };
    near.into_iter().filter(is_slip).collect()
}

/// Returns the programs nearest to the topic, those of the requested kind first, each from different institutions.
fn near_in_field(case: &Case<'_>, asked: &Parts, kind: Option<&str>) -> Vec<usize> {
    if telling_words(&asked.topic).next().is_none() {
        return Vec::new();
    }
    let values = about(case, &asked.topic);
    let value = |row: usize| values[row];
    let words = |row: usize| telling_words(&spaced(&case.view.program(row).title)).count();
    let is_other_kind = |row: usize| {
        let own = case.view.program(row).kind();
        kind.is_some_and(|kind| own.slug() != kind) || asked.kind.as_ref().is_some_and(|kind| own != kind)
    };
    let mut rows: Vec<usize> =
        every_row(case).filter(|row| case.view.features(*row).is_current && value(*row) >= NEAR).collect();
    rows.sort_by(|a, b| {
        let by_words = |row: usize| (words(row), case.view.features(row).by_title);
        let by_kind = is_other_kind(*a).cmp(&is_other_kind(*b));
        by_kind.then(value(*b).total_cmp(&value(*a))).then_with(|| by_words(*a).cmp(&by_words(*b)))
    });
    let mut schools: Vec<&[InstitutionIx]> = Vec::new();
    rows.retain(|row| {
        let own = case.view.program(*row).institutions();
        let is_new = own.is_empty() || !schools.contains(&own);
        schools.push(own);
        is_new
    });
    rows.truncate(MAX_NEAR);
    rows
}

/// Returns how much each program is about a topic.
fn about(case: &Case<'_>, topic: &str) -> Vec<f64> {
    let reader = case.view.engine.reader;
    let wanted = WantedField::of(&[topic.to_owned()], false, reader.memo, reader.schools(), |_| true);
    let scale = &reader.questionnaire.scales.field;
    wanted.matches.iter().map(|found| found.value(scale).mid).collect()
}

/// Returns other programs of the named institutions, those in the latest list first, then the nearest to the topic.
fn near_at_institution(case: &Case<'_>, asked: &Parts, already: &[usize]) -> Vec<usize> {
    if asked.institutions.is_empty() {
        return Vec::new();
    }
    let is_theirs = |row: &usize| {
        let own = &case.view.features(*row).institutions;
        asked.institutions.iter().any(|ix| own.contains(ix)) && !already.contains(row)
    };
    let mut rows: Vec<usize> = every_row(case).filter(is_theirs).collect();
    let values = about(case, &asked.topic);
    rows.sort_by(|a, b| {
        let place = |row: usize| (!case.view.features(row).is_current, case.view.features(row).by_title);
        let by_list = place(*a).0.cmp(&place(*b).0);
        by_list.then(values[*b].total_cmp(&values[*a])).then(place(*a).1.cmp(&place(*b).1))
    });
    rows.truncate(MAX_NEAR);
    rows
}

fn without_noise(text: &str) -> String {
    text.split_whitespace().filter(|word| !NOISE.contains(word)).collect::<Vec<_>>().join(" ")
}

/// The shortest word that may match a word of a title as a prefix.
const MIN_BEGINNING: usize = 5;

/// Whether a word occurs in a text or, if long enough, is a prefix of one of its words.
fn starts_a_word(text: &str, word: &str) -> bool {
    text.split(' ').any(|other| other == word || (word.len() >= MIN_BEGINNING && other.starts_with(word)))
}
