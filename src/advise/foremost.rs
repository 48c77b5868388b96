//! What must be said before anything else: that a deadline is over, that nothing shown is by a wanted institution or
//! about the wanted field, that the first program rests on unknowns. It only reads what the result holds; each sentence
//! is true of every program that the result ranks.

use super::criteria::order_key;
use super::evaluate::Standing;
use super::field::Why;
use super::grounds::{Words, or_list};
use super::limits::STATUS;
use super::report::Result;
use super::verdict::Decision;
use super::{Answer, Outcome, Question, Strength};
use crate::catalog::Kind;

/// A match with the wanted field from this value on is a plain one.
pub(super) const PLAIN_MATCH: f64 = 0.6;

/// How well what is shown meets the wanted field.
#[derive(Clone, Copy, PartialEq, Eq)]
enum OnField {
    /// All of it, or no field is wanted.
    All,
    /// Some of it.
    Some,
    /// Nothing of it.
    None,
}

impl Words<'_> {
    /// What is said first, in one text; nothing where nothing needs to be.
    pub(super) fn foremost(&self, result: &Result<'_>, shown: &[usize]) -> Option<String> {
        let thin = result.standings.first().and_then(|top| self.rests_on(top.row));
        let parts = [
            self.deadline_is_over(),
            self.not_by_the_wanted(result, shown),
            self.off_the_field(result, shown),
            thin.filter(|_| self.breaks_the_crowd(result).is_none()),
        ];
        let said: Vec<String> = parts.into_iter().flatten().collect();
        (!said.is_empty()).then(|| said.join(" "))
    }

    /// The decision, less sure where the programs shown are not about what is wanted.
    pub(super) fn sobered(&self, result: &Result<'_>, shown: &[usize]) -> Decision {
        let decision = result.decision;
        let strength = match (self.on_field(result, shown), decision.strength) {
            (OnField::None, _) => Strength::Close,
            (OnField::Some, Strength::Strong) => Strength::Moderate,
            (OnField::All | OnField::Some, strength) => strength,
        };
        Decision { strength, ..decision }
    }

    /// Why the strength is less than the lean would make it, as the end of a sentence.
    pub(super) fn why_less_sure(&self, less: Decision, result: &Result<'_>) -> Option<String> {
        let is_less = less.strength != result.decision.strength;
        let wish = self.wishes().field.as_ref().filter(|_| is_less)?;
        let how_many = if less.strength == Strength::Close { "none" } else { "not every one" };
        Some(format!("{how_many} of the programs shown is plainly about {}", or_list(&wish.names)))
    }

    fn on_field(&self, result: &Result<'_>, shown: &[usize]) -> OnField {
        let plain = shown.iter().filter(|at| self.is_on_field(result.standings[**at].row)).count();
        match plain {
            _ if self.wishes().field.is_none() || shown.is_empty() => OnField::All,
            0 => OnField::None,
            some if some < shown.len() && !self.is_on_field(result.standings[shown[0]].row) => OnField::Some,
            _ => OnField::All,
        }
    }

    /// Whether a program is plainly about the wanted field; so is every one where none is wanted.
    fn is_on_field(&self, row: usize) -> bool {
        self.wishes().field.as_ref().is_none_or(|wish| wish.matches[row].value.mid >= PLAIN_MATCH)
    }

    fn deadline_is_over(&self) -> Option<String> {
        let Some(Answer::Date(date)) = self.answers.get(Question::Horizon) else { return None };
        let is_over = self.wishes().months.is_some() && *date < self.engine.settings().as_of;
        is_over.then(|| format!("Your deadline, {date}, is already over."))
    }

    /// Where no program shown is by an institution without which none will do.
    fn not_by_the_wanted(&self, result: &Result<'_>, shown: &[usize]) -> Option<String> {
        let Answer::Institutions { must, .. } = self.answers.get(Question::Institution)? else { return None };
        let is_theirs =
            |row: usize| self.engine.programs[row].institutions.iter().any(|ix| self.wishes().must.contains(ix));
        let is_shown = shown.iter().any(|at| is_theirs(result.standings[*at].row));
        if must.is_empty() || shown.is_empty() || is_shown {
            return None;
        }
        let wanted = self.institution_shorts(must);
        let rest = "what is shown is by schools that are not on record.";
        if let Some(other) = result.standings.iter().find(|one| is_theirs(one.row)) {
            return Some(format!("The first program by {wanted} is {}; {rest}", self.placed(other)));
        }
        let elsewhere = self.engine.rank(self.evaluation, |_| true).into_iter().find(|one| is_theirs(one.row));
        match elsewhere {
            Some(other) => Some(format!(
                "No {} by {wanted} passes your limits, but the {} does; {rest}",
                ranked_kind(result.decision.outcome),
                self.kind_and_name(other.row)
            )),
            None => Some(format!("No program by {wanted} passes your limits; {rest}")),
        }
    }

    /// Where no program shown is plainly about the wanted field, and which other one is.
    fn off_the_field(&self, result: &Result<'_>, shown: &[usize]) -> Option<String> {
        if self.on_field(result, shown) != OnField::None {
            return None;
        }
        let wanted = or_list(&self.wishes().field.as_ref()?.names);
        if let Some(other) = result.standings.iter().find(|one| self.is_on_field(one.row)) {
            return Some(format!(
                "No program shown is plainly about {wanted}; the first that is, is {}.",
                self.placed(other)
            ));
        }
        let kind = ranked_kind(result.decision.outcome);
        let none = format!("No {kind} of this catalogue that passes your limits is plainly about {wanted}");
        let elsewhere = self.engine.rank(self.evaluation, |_| true);
        let elsewhere: Vec<usize> = elsewhere.iter().map(|one| one.row).collect();
        let behind: Vec<usize> =
            (0..self.evaluation.fails.len()).filter(|row| self.evaluation.fails[*row] & STATUS == 0).collect();
        if let Some(row) = self.most_on_field(&elsewhere) {
            // Of the recommended kind one may be barred by a single answer, which is one bit: that is the nearer way to what is wanted.
            let is_near = |row: &usize| {
                self.evaluation.fails[*row].is_power_of_two()
                    && is_of(result.decision.outcome, self.program(*row).kind())
            };
            let near: Vec<usize> = behind.iter().copied().filter(is_near).collect();
            let barred = self.most_on_field(&near).map_or_else(String::new, |row| {
                format!(" The {} is too, but {}.", self.kind_and_name(row), self.what_bars(row))
            });
            return Some(format!("{none}; the {} is.{barred}", self.kind_and_name(row)));
        }
        match self.most_on_field(&behind) {
            Some(row) => Some(format!("{none}; the {} is, but {}.", self.kind_and_name(row), self.what_bars(row))),
            None => Some(format!("{none}, and no other one is.")),
        }
    }

    /// The program that is most about the wanted field, the better one of equals; one that says so itself, not one of
    /// which only little is known.
    fn most_on_field(&self, rows: &[usize]) -> Option<usize> {
        let wish = self.wishes().field.as_ref()?;
        let is_about = |row: &usize| {
            let found = wish.matches[*row];
            found.value.mid >= PLAIN_MATCH && !matches!(found.why, Why::SomeWords | Why::Nothing)
        };
        let order = |row: usize| {
            let scored = super::criteria::score(&self.evaluation.values[row], &self.wishes().weights);
            let failed = self.evaluation.fails[row].count_ones();
            let about = order_key(wish.matches[row].value.mid);
            (failed, std::cmp::Reverse((about, order_key(scored.mid))), self.engine.programs[row].by_title)
        };
        rows.iter().copied().filter(|row| is_about(row)).min_by_key(|row| order(*row))
    }

    /// `your answer to budget leaves it out`.
    fn what_bars(&self, row: usize) -> String {
        let reasons = self.reasons(row, self.evaluation.fails[row]);
        let slugs: Vec<String> = reasons.iter().map(|reason| reason.question_slug().to_owned()).collect();
        match slugs.as_slice() {
            [one] => format!("your answer to `{one}` leaves it out"),
            all => {
                let quoted: Vec<String> = all.iter().map(|slug| format!("`{slug}`")).collect();
                format!("your answers to {} leave it out", super::report::and_list(&quoted))
            }
        }
    }

    fn kind_and_name(&self, row: usize) -> String {
        let kind = self.program(row).kind();
        let kind = if matches!(kind, Kind::Other(_)) { "program" } else { kind.name() };
        format!("{kind} {}", self.name(row))
    }

    fn placed(&self, standing: &Standing) -> String {
        format!("{}, in place {}", self.name(standing.row), standing.rank)
    }
}

/// Whether an outcome recommends this kind.
fn is_of(outcome: Outcome, kind: &Kind) -> bool {
    matches!(
        (outcome, kind),
        (Outcome::ProfessionalCertificate, Kind::ProfessionalCertificate) | (Outcome::MicroMasters, Kind::MicroMasters)
    )
}

/// What an outcome ranks, as one of them is called.
fn ranked_kind(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::ProfessionalCertificate => "Professional Certificate",
        Outcome::MicroMasters => "MicroMasters",
        Outcome::Close => "Professional Certificate or MicroMasters",
        Outcome::Other | Outcome::None | Outcome::NotEnough => "program",
    }
}
