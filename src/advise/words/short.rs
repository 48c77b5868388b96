//! The short form of a result: what matters for a choice, without repetition. It selects from the sentences of the
//! other files; the page decides how many of the optional ones are seen at once.

use super::conditions::Conditions;
use super::names::family_name;
use super::spans::months_span_beside;
use super::{facts, notes, order, programs, verdict};
use crate::advise::advice::{Advice, Flip, LookReason, Note, Point, Ranked, Warning};
use crate::advise::engine::View;
use crate::advise::engine::evaluate::row_of;
use crate::advise::engine::evidence::price as price_claim;
use crate::advise::engine::limits::{is_likely_in_time, is_likely_within_budget};
use crate::advise::question::Criterion;
use crate::catalog::{Basis, Cell, Comparable, ProgramIx, sentence};

/// The most points in favour of the selected program.
const MAX_PROS: usize = 2;
/// The most changes of answers.
const MAX_CHANGES: usize = 2;

/// A result in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Short {
    /// The verdict and the first program.
    pub headline: String,
    /// How certain the kind and the order are; `None` if no program is shown.
    pub certainties: Option<String>,
    /// What must be known before anything else.
    pub first: Vec<String>,
    /// What answering one more question does, if it would decide a close call.
    pub decides: Option<&'static str>,
    /// Why the ranks of the shown programs have gaps; `None` if they have none.
    pub gaps: Option<&'static str>,
    /// The programs, one line each.
    pub programs: Vec<ShortProgram>,
    /// The points in favour of the selected program.
    pub pros: Vec<String>,
    /// What the selected program asks for beforehand.
    pub needs: Vec<String>,
    /// Where the selected program may count toward a degree, if that matters, and what to ask whom.
    pub credit: Vec<String>,
    /// The warnings about the selected program.
    pub catches: Vec<String>,
    /// How many of the first warnings must be said at once.
    pub pressing: usize,
    /// The warnings that hold for all shown programs.
    pub holds_for_all: Vec<String>,
    /// The program it could change places with and the facts that decide it; `None` if its place is certain.
    pub swaps: Option<String>,
    /// What to take before it; `None` unless it starts above the user's level and something prepares for it.
    pub first_step: Option<String>,
    /// The changes of answers that would change the result.
    pub changes: Vec<String>,
    /// What else is to be known about the selected program.
    pub further: Vec<String>,
    /// What else is to be known about the result.
    pub notes: Vec<String>,
}

/// A program on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortProgram {
    /// The handle of the program.
    pub program: ProgramIx,
    /// The rank, followed by `=` if others share it.
    pub place: String,
    /// The title and the institutions.
    pub name: String,
    /// How well it fits, out of 100.
    pub fit: u32,
    /// How long it takes at the given hours.
    pub time: String,
    /// The price, converted to today's dollars if it can be compared.
    pub price: String,
    /// The basis of the price; `None` if the price is unknown.
    pub price_basis: Option<Basis>,
    /// Whether it will probably be finished after the deadline.
    pub is_late: bool,
    /// Whether it will probably cost more than the budget.
    pub is_dear: bool,
    /// How many of the facts behind the score are not on record, and how many there are.
    pub guessed: (usize, usize),
}

impl Short {
    /// Returns the changes that are named with the reasons and need not be listed again.
    pub fn named_flips<'a>(&self, advice: &'a Advice) -> Vec<&'a Flip> {
        let groups = self.changes.len().saturating_sub(advice.relaxations.len());
        likely_flips(advice).into_iter().take(groups).flatten().collect()
    }
}

/// Returns a result in short, with the reasons of the program at index `selected`.
pub(crate) fn short(view: &View<'_>, advice: &Advice, selected: usize) -> Short {
    let shared = shared(view, advice);
    let chosen = advice.programs.get(selected.min(advice.programs.len().saturating_sub(1)));
    // What was asked for and not found must not be read on the last page only.
    let is_first = |note: &&Note| matches!(note, Note::FieldNotFound(_)) && !advice.programs.is_empty();
    let not_found = advice.notes.iter().filter(is_first).map(|one| notes::note(view, one));
    let caveats = advice.caveats.iter().map(|caveat| notes::caveat(view, advice, caveat));
    let conditions = chosen.map(|one| Conditions::of(view, one, selected, &shared)).unwrap_or_default();
    let say = |warning: &Warning| {
        // What holds for all is said in the same words, whichever program is selected.
        chosen.map(|one| sentence(&programs::warning_words(view, warning, row_of(one.program), 0)))
    };
    let certainties = order::certainties(view, advice);
    // What the place of the first waits for is said with the certainties, whichever program is selected.
    let has_reason = order::says_what_it_waits_for(advice);
    let is_said =
        |one: &Ranked| has_reason && advice.programs.first().is_some_and(|first| first.program == one.program);
    let swaps = chosen.filter(|one| !is_said(one)).and_then(|one| order::swaps(view, advice, one));
    Short {
        headline: verdict::headline(view, advice),
        certainties,
        first: not_found
            .chain(caveats)
            .chain(advice.crowd.map(order::crowd))
            .chain(least_certificate(view, advice))
            .collect(),
        decides: advice.decides.map(|_| "answers the question that would decide it"),
        gaps: order::gaps(advice),
        programs: lines(view, &advice.programs),
        pros: chosen.map(|one| pros(view, one)).unwrap_or_default(),
        needs: conditions.needs,
        credit: conditions.credit,
        pressing: conditions.pressing.max(1).min(conditions.catches.len()),
        catches: conditions.catches,
        further: conditions.further,
        holds_for_all: shared.iter().filter_map(say).collect(),
        swaps,
        first_step: chosen.and_then(|one| first_step(view, advice, one)),
        changes: changes(view, advice),
        notes: advice.notes.iter().filter(|one| !is_first(one)).map(|one| notes::note(view, one)).collect(),
    }
}

/// Returns the warnings that all shown programs share; empty for a single program.
fn shared(view: &View<'_>, advice: &Advice) -> Vec<Warning> {
    let [first, others @ ..] = advice.programs.as_slice() else { return Vec::new() };
    // The details of other warnings, such as an exam, differ between programs. Only those worded the same for all can
    // be said once.
    let is_general = |warning: &Warning| {
        matches!(
            warning,
            Warning::NoCredit
                | Warning::CreditUnknown
                | Warning::AdmissionSeparate
                | Warning::AskSchool
                | Warning::OnlyRecommended
                | Warning::BachelorFirst
                | Warning::InstructorPaced
                | Warning::SomeDates
                | Warning::PaceUnknown
                | Warning::PriceMissing
                | Warning::LimitUnknown(_)
        )
    };
    // The words of a warning can depend on the kind.
    let words = |one: &Ranked, warning: &Warning| programs::warning_words(view, warning, row_of(one.program), 0);
    let has = |one: &Ranked, wanted: &Warning| {
        one.warnings.iter().any(|own| own == wanted && words(one, own) == words(first, wanted))
    };
    let is_shared = |warning: &&Warning| {
        is_general(warning) && !others.is_empty() && others.iter().all(|other| has(other, warning))
    };
    first.warnings.iter().filter(is_shared).cloned().collect()
}

/// The programs, with their times in one unit, so that they can be compared at a glance.
fn lines(view: &View<'_>, programs: &[Ranked]) -> Vec<ShortProgram> {
    let finish = |one: &Ranked| view.pace(row_of(one.program)).finish(view.preferences.hours);
    let longest = programs.iter().filter_map(finish).map(|finish| finish.latest).fold(0.0, f64::max);
    programs.iter().map(|one| line(view, one, longest)).collect()
}

fn line(view: &View<'_>, ranked: &Ranked, longest: f64) -> ShortProgram {
    let row = row_of(ranked.program);
    let finish = view.pace(row).finish(view.preferences.hours);
    let is_guessed = |basis: Option<Basis>| !matches!(basis, Some(Basis::Stated | Basis::Derived | Basis::Editorial));
    // Without a rate for the currency of the budget, the price is still known.
    let price = price_claim(view, row).or_else(|| view.program(row).dollars());
    let program = view.features(row);
    let guessed = ranked.contributions.iter().filter(|part| is_guessed(part.basis)).count();
    ShortProgram {
        program: ranked.program,
        place: format!("{}{}", ranked.rank, if ranked.is_tie { "=" } else { "" }),
        name: family_name(view, ranked),
        fit: ranked.score.mid,
        time: finish
            .map_or(Cell::UNKNOWN.to_owned(), |finish| months_span_beside(finish.earliest, finish.latest, longest)),
        price: price.as_ref().map_or(Cell::UNKNOWN.to_owned(), |claim| claim.value.to_string()),
        price_basis: price.map(|claim| claim.basis),
        is_late: is_likely_in_time(view.preferences, program, row) == Some(false),
        is_dear: is_likely_within_budget(view.preferences, program, row) == Some(false),
        guessed: (guessed, ranked.contributions.len()),
    }
}

/// Returns the strongest points in favour. The kind is left out because the headline names it, and credit and what is
/// needed beforehand because they have lines of their own. That a program is about the field only in part comes first.
fn pros(view: &View<'_>, ranked: &Ranked) -> Vec<String> {
    let row = row_of(ranked.program);
    let has_own_line = |point: &Point| {
        let is_credit = *point == Point::Criterion(Criterion::Credit) && view.wants_credit();
        is_credit || *point == Point::NothingAsked || *point == Point::Criterion(Criterion::Type)
    };
    let in_part = facts::field_in_part(view, row);
    let is_said = |point: &Point| has_own_line(point) || in_part.is_some() && is_about_field(*point);
    let speaks_against =
        ranked.cons.iter().any(|point| is_level(*point)) || ranked.warnings.contains(&Warning::LevelGap);
    // A program that may miss the deadline is not praised for its time.
    let may_be_late = ranked.warnings.iter().any(Warning::is_of_deadline);
    let is_late = |point: Point| may_be_late && point == Point::Criterion(Criterion::Time);
    let is_doubtful =
        |point: &Point| is_level(*point) && speaks_against || is_other_level(view, *point, row) || is_late(*point);
    // A range says little for a program: the price may be anything in it.
    let has_vague_price = view.program(row).comparable.as_ref().is_none_or(Comparable::is_vague);
    let is_vague = |point: &Point| has_vague_price && *point == Point::Criterion(Criterion::Cost);
    let is_left_out = |point: &Point| is_said(point) || is_doubtful(point) || is_vague(point);
    let mut telling: Vec<&Point> = ranked.pros.iter().filter(|point| !is_left_out(point)).collect();
    if telling.len() > 1 {
        // How long it takes is in the table already.
        telling.retain(|point| **point != Point::Criterion(Criterion::Time));
    }
    let points = telling.iter().map(|point| pro(view, **point, row));
    in_part.iter().cloned().chain(points).take(MAX_PROS).map(|one| sentence(&one)).collect()
}

fn is_about_field(point: Point) -> bool {
    matches!(point, Point::Criterion(Criterion::Field) | Point::Look(LookReason::Field))
}

/// Whether a point rests on the level of the program.
fn is_level(point: Point) -> bool {
    matches!(point, Point::Level | Point::Criterion(Criterion::Fit | Criterion::Depth))
}

/// Whether a point praises the level of a program that does not have the user's own level, only a near one.
fn is_other_level(view: &View<'_>, point: Point, row: usize) -> bool {
    point == Point::Criterion(Criterion::Fit) && !view.has_own_level(row)
}

/// Returns a point in favour, without the answer that it suits if that is clear from the words.
fn pro(view: &View<'_>, point: Point, row: usize) -> String {
    match point {
        Point::Level | Point::Criterion(Criterion::Fit) if view.has_own_level(row) => facts::suitable_level(view, row),
        Point::Level => programs::point_words(view, Point::Criterion(Criterion::Depth), row),
        point => programs::point_words(view, point, row),
    }
}

/// Returns the least that a certificate would cost a user who has no money for one.
fn least_certificate(view: &View<'_>, advice: &Advice) -> Option<String> {
    let least = |note: &Note| match note {
        Note::NoMoney { least } => *least,
        _ => None,
    };
    advice.notes.iter().find_map(least).map(|program| notes::least_certificate(view, program))
}

fn first_step(view: &View<'_>, advice: &Advice, ranked: &Ranked) -> Option<String> {
    let stack = advice.stack.as_ref().filter(|stack| stack.then == ranked.program)?;
    Some(verdict::first_step(view, stack))
}

fn changes(view: &View<'_>, advice: &Advice) -> Vec<String> {
    let relaxations = advice.relaxations.iter().map(|one| verdict::relaxation(view, one));
    let flips = likely_flips(advice).into_iter().map(|group| verdict::flips_in_short(view, advice, &group));
    relaxations.map(|one| sentence(&one)).chain(flips).take(MAX_CHANGES).collect()
}

/// The changes that a person might well make, in the order in which the short form names them, those together that
/// change the same answer and lead to the same result.
fn likely_flips(advice: &Advice) -> Vec<Vec<&Flip>> {
    verdict::together_by_question(advice.flips.iter().filter(|flip| flip.is_likely && !flip.leaves_nothing()))
}
