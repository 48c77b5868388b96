//! The conditions of the selected program in short: what it asks for beforehand, where it may count toward a degree,
//! and its catches. What must be said comes first and is always shown; what does not fit is shown further down.

use std::mem::discriminant;

use super::names::name;
use super::{facts, programs};
use crate::advise::advice::{Ranked, Warning};
use crate::advise::engine::View;
use crate::advise::engine::evaluate::{handle, row_of};
use crate::advise::question::Question;
use crate::catalog::{Basis, Prerequisites, sentence};

/// The most characters of the catches: four lines of a small screen, of which the table takes half.
const MAX_CATCHES_CHARS: usize = 280;
/// The most characters about credit: three lines of a small screen.
const MAX_CREDIT_CHARS: usize = 210;
/// What is said if nothing is on record about what is needed.
const NEEDS_UNKNOWN: &str = "Not on record: look at the syllabus before you pay.";

/// The conditions of one program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Conditions {
    /// What is needed or advised beforehand.
    pub(super) needs: Vec<String>,
    /// Where it may count toward a degree, and what to ask whom.
    pub(super) credit: Vec<String>,
    /// The catches, those most likely to change the choice first.
    pub(super) catches: Vec<String>,
    /// How many of the catches must be said at once.
    pub(super) pressing: usize,
    /// The conditions that have no room.
    pub(super) further: Vec<String>,
}

impl Conditions {
    /// Returns the conditions of the program at index `at` of those shown, without the warnings that all of them share.
    pub(super) fn of(view: &View<'_>, ranked: &Ranked, at: usize, shared: &[Warning]) -> Self {
        let row = row_of(ranked.program);
        let is_own = |warning: &&Warning| !shared.iter().any(|other| discriminant(other) == discriminant(*warning));
        // What is needed beforehand has a line of its own.
        let has_no_line = |warning: &&Warning| !matches!(warning, Warning::Prerequisites);
        let own: Vec<&Warning> = ranked.warnings.iter().filter(is_own).filter(has_no_line).collect();
        let (mut of_credit, mut others): (Vec<&Warning>, Vec<&Warning>) =
            own.into_iter().partition(|warning| is_of_credit(view, warning));
        // One sentence names all routes; the source of each is on the page of the program.
        let asked = |warning: &Warning| place_of_credit(warning) < LAST_PLACE;
        of_credit.sort_by_key(|warning| place_of_credit(warning));
        of_credit.dedup_by(|next, route| matches!((next, route), (Warning::Route(_), Warning::Route(_))));
        // If enrolment has moved, a caution about where the school teaches adds nothing.
        let has_moved = others.iter().any(|warning| matches!(warning, Warning::Moved));
        others.retain(|warning| !(has_moved && matches!(warning, Warning::Caution(_))));
        others.sort_by_key(|warning| weight(view, warning));
        let pressing = others.iter().take_while(|warning| weight(view, warning) <= MUST).count();
        let say = |warning: &&Warning| sentence(&in_short(view, warning, row, at));
        let least = of_credit.iter().filter(|warning| asked(warning)).count().max(1);
        let (credit, more_credit) = within(of_credit.iter().map(say).collect(), least, MAX_CREDIT_CHARS);
        let (catches, more) = within(others.iter().map(say).collect(), pressing.max(1), MAX_CATCHES_CHARS);
        let further = more_credit.into_iter().chain(more).collect();
        Self { needs: needs(view, row), credit, catches, pressing, further }
    }
}

/// Splits sentences: the first `least`, with as many more as keep within `chars` characters, and the others.
fn within(mut sentences: Vec<String>, least: usize, chars: usize) -> (Vec<String>, Vec<String>) {
    let mut used = 0;
    let fits = |(at, text): &(usize, &String)| {
        used += text.chars().count() + 1;
        *at < least || used <= chars
    };
    let count = sentences.iter().enumerate().take_while(fits).count();
    let rest = sentences.split_off(count);
    (sentences, rest)
}

/// The place of statements about credit that are shown only if there is room.
const LAST_PLACE: u8 = 4;

/// Returns the place of a warning about credit among the others: first the routes, then what stands in their way.
fn place_of_credit(warning: &Warning) -> u8 {
    match warning {
        Warning::Route(_) => 0,
        Warning::Caution(_) => 1,
        Warning::BachelorFirst => 2,
        Warning::AskSchool => 3,
        _ => LAST_PLACE,
    }
}

/// Whether a warning is about credit. A route to a degree is an advantage with a condition, and no catch. A caution
/// that matters only to those who want credit is about the route.
fn is_of_credit(view: &View<'_>, warning: &Warning) -> bool {
    if let Warning::Caution(at) = warning {
        return view.questionnaire().cautions[*at].when_goal_or_credit;
    }
    matches!(
        warning,
        Warning::Route(_)
            | Warning::RouteRetired(_)
            | Warning::AdmissionSeparate
            | Warning::AskSchool
            | Warning::NoSchool
            | Warning::OnlyRecommended
            | Warning::CreditUnknown
            | Warning::OtherSchools
            | Warning::NoCredit
            | Warning::BachelorFirst
    )
}

/// The greatest weight of a warning that is always shown.
const MUST: u8 = 2;

/// Returns the sort key of a warning; smaller ones come first.
fn weight(view: &View<'_>, warning: &Warning) -> u8 {
    match warning {
        Warning::Moved | Warning::Language => 0,
        Warning::DeadlineLikelyMissed { .. }
        | Warning::DeadlineVague { .. }
        | Warning::DeadlineMayBeMissed { .. }
        | Warning::OverBudget
        | Warning::MayBeOverBudget
        | Warning::LevelGap => 1,
        // Users who want exams are not warned of one.
        Warning::Proctored if !view.chose(Question::Exams, "want") => 2,
        Warning::Finished { .. } | Warning::Hours | Warning::Caution(_) | Warning::LevelBelow => 3,
        Warning::Remark(_) | Warning::LimitUnknown(_) | Warning::InstructorPaced | Warning::PriceMissing => 5,
        _ => 6,
    }
}

/// Returns a warning in as few words as it needs next to the table.
fn in_short(view: &View<'_>, warning: &Warning, row: usize, at: usize) -> String {
    match warning {
        Warning::Moved => programs::moved_in_short(view.program(row)),
        Warning::Proctored => "it has a proctored exam".to_owned(),
        Warning::Route(_) => facts::pathway(view, view.program(row)),
        Warning::Caution(at) => programs::caution_in_short(view, *at),
        // How long it takes at the user's hours is in the table.
        Warning::Long { .. } => programs::warning_words(view, &Warning::Long { yours: None }, row, at),
        Warning::DeadlineVague { months, .. } => programs::deadline_is_vague(view, *months),
        Warning::DeadlineMayBeMissed { months } => programs::deadline_may_be_missed(view, *months),
        warning => programs::warning_words(view, warning, row, at),
    }
}

/// Returns what comes before a program, in sentences: the earlier part of its series, and what is on record as needed.
fn needs(view: &View<'_>, row: usize) -> Vec<String> {
    let mut said: Vec<String> = earlier_part(view, row).into_iter().chain(prerequisites(view, row)).collect();
    if said.is_empty() {
        said.push(NEEDS_UNKNOWN.to_owned());
    }
    said
}

/// Names the part of its series that comes just before a program, if the user has not taken it.
fn earlier_part(view: &View<'_>, row: usize) -> Option<String> {
    let earlier = view.features(row).earlier.iter().rev().find(|part| part.is_open(view.preferences))?;
    let earlier = earlier.row as usize;
    let is_out = view.engine.fails_of(earlier, view.answers, view.preferences) != 0;
    let but = if is_out { ", which your answers rule out" } else { "" };
    Some(format!("It continues {}{but}.", name(view, handle(earlier))))
}

/// Returns what is needed or advised before a program, as a sentence; `None` if nothing is on record.
fn prerequisites(view: &View<'_>, row: usize) -> Option<String> {
    let claim = view.program(row).prerequisites.shown()?;
    let said = match Prerequisites::of(&claim.value) {
        Prerequisites::Some(text) => text.to_owned(),
        other => other.words(),
    };
    let basis = if claim.basis == Basis::Inferred { " (guessed)" } else { "" };
    Some(sentence(&format!("{}{basis}", said.trim_end_matches('.'))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_must_be_said_is_said_without_room_and_nothing_is_lost() {
        let all = || ["one two", "three four", "five"].map(str::to_owned).to_vec();
        assert_eq!(within(all(), 2, 0), (all()[..2].to_vec(), all()[2..].to_vec()));
        assert_eq!(within(all(), 1, 100), (all(), Vec::new()));
        assert_eq!(within(Vec::new(), 1, 10), (Vec::new(), Vec::new()));
    }
}
