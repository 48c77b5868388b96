//! The verdict if no program is left: none is about the wanted field, or none of those on it passes the limits; then which
//! limit all of them fail, and what they are like instead.

use super::answers::{deadline_phrase, institution_shorts};
use super::facts;
use super::names::{as_wanted, forms, is_known_field, is_only_denied, wanted};
use crate::advise::advice::{Absence, Advice, KnockedOut};
use crate::advise::engine::View;
use crate::advise::engine::evaluate::row_of;
use crate::advise::question::{Answer, Question};
use crate::english::{and_list, by_count, or_list};
use crate::search::{Facet, UnderstoodPart};
use crate::topics::Concept;

/// The order in which limits are named: what a person can change least comes first.
const BY_WEIGHT: [Question; 10] = [
    Question::Language,
    Question::Credit,
    Question::Level,
    Question::Budget,
    Question::Horizon,
    Question::Hours,
    Question::Exams,
    Question::Pacing,
    Question::Institution,
    Question::Field,
];

/// Returns which limit no current program on the wanted field passes: `No program about nursing is in French; 3 are in
/// English`. `None` if no field was wanted or nothing current is on it.
pub(crate) fn nothing_on_field(view: &View<'_>, advice: &Advice) -> Option<String> {
    let wanted = view.preferences.field.as_ref()?;
    let is_on = |out: &&KnockedOut| !out.is_older && wanted.matches[row_of(out.program)].on.is_some();
    let out: Vec<KnockedOut> = advice.knocked_out.iter().filter(is_on).copied().collect();
    if out.is_empty() {
        return None;
    }
    let fails = |question: &Question| out.iter().all(|one| one.questions().any(|failed| failed == Some(*question)));
    let what = as_wanted(view);
    Some(match BY_WEIGHT.into_iter().find(fails) {
        Some(Question::Language) => in_other_languages(view, &what, &out),
        Some(question) => format!("No program {what} {}", falls_short(view, question)),
        None => format!("No program {what} passes all your limits"),
    })
}

/// Returns which languages the programs on the field are in, where the user can study in none of them. A language named
/// with the field is what leaves the others out.
fn in_other_languages(view: &View<'_>, what: &str, out: &[KnockedOut]) -> String {
    let (asked, own) = (asked_languages(view), own_languages(view, out));
    let named = forms(view, Facet::Language);
    if !named.is_empty() {
        return format!("You asked for programs {what} in {}, but you can study in {asked}{own}", and_list_of(&named));
    }
    if is_known_field(view) {
        format!("No program {what} is in {asked}{own}")
    } else {
        format!("No program {what} was found in {asked}{own}")
    }
}

fn and_list_of(names: &[&str]) -> String {
    and_list(&names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>())
}

fn asked_languages(view: &View<'_>) -> String {
    match view.answers.get(Question::Language) {
        Some(Answer::Names { names, .. }) => or_list(names),
        _ => "your languages".to_owned(),
    }
}

/// The languages that these programs are in: `; 3 are in English`.
fn own_languages(view: &View<'_>, out: &[KnockedOut]) -> String {
    let programs = out.iter().map(|one| view.program(row_of(one.program)));
    let mut languages: Vec<String> =
        programs.flat_map(|program| program.languages().iter().map(ToString::to_string)).collect();
    languages.sort();
    languages.dedup();
    format!("; {} {} in {}", out.len(), by_count(out.len(), "is", "are"), and_list(&languages))
}

/// What no program on the field does, as the end of a clause.
fn falls_short(view: &View<'_>, question: Question) -> String {
    match (question, view.answers.get(question)) {
        (Question::Budget, _) => match facts::limit(view) {
            Some(limit) => format!("costs at most {limit}"),
            None => "is within your budget".to_owned(),
        },
        (Question::Horizon, _) => {
            format!("can be finished within your deadline ({})", deadline_phrase(view).unwrap_or_default())
        }
        (Question::Institution, Some(Answer::Institutions { must, .. })) => {
            format!("is offered by {}", institution_shorts(view, must))
        }
        (Question::Credit, _) => "can count toward a degree".to_owned(),
        (Question::Level, _) => "starts at your level".to_owned(),
        (question, _) => format!("passes your limit on the {}", question.label()),
    }
}

/// Returns what leaves no program where no field was wanted.
pub(super) fn nothing(absence: Absence) -> &'static str {
    match absence {
        Absence::Catalog => "The catalogue has no programs",
        Absence::OlderList => "Every program in the catalogue is only in an older list",
        Absence::Limits | Absence::Field | Absence::InPart | Absence::User | Absence::Language => {
            "No program in the catalogue passes all your limits"
        }
    }
}

/// Returns the sentence for a field that no program is about.
pub(super) fn no_match(view: &View<'_>) -> String {
    if is_only_denied(view) {
        return "You said what you do not want, but not what you want.".to_owned();
    }
    let parts = view.preferences.field.iter().flat_map(|wanted| &wanted.parts).map(|part| &part.understood);
    let is_strange = |part: &UnderstoodPart| {
        part.named.is_none() && !part.part.concepts.is_empty() && !part.part.concepts.iter().any(Concept::is_understood)
    };
    if parts.clone().all(is_strange) {
        return format!("`{}` was not understood: it is no known topic, and no title has it.", wanted(view));
    }
    if is_known_field(view) {
        return format!("No program in the catalogue is {}.", as_wanted(view));
    }
    format!("No program {} was found in the catalogue.", as_wanted(view))
}
