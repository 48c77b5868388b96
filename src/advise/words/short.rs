//! The short form of a result: what matters to a choice and nothing twice. It chooses among the sentences of the other
//! files; how they are laid out is the task of whoever prints them.

use std::mem::discriminant;

use super::names::name;
use super::spans::months_span;
use super::{notes, programs, verdict};
use crate::advise::advice::{Advice, Flip, Note, Point, Ranked, Warning};
use crate::advise::engine::View;
use crate::advise::engine::evaluate::row_of;
use crate::advise::engine::evidence::price as price_claim;
use crate::advise::question::Criterion;
use crate::catalog::{Basis, Cell, ProgramIx, sentence};

/// The most reasons for the first program.
const MAX_PROS: usize = 2;
/// The most things to look out for in it.
const MAX_CATCHES: usize = 3;
/// The most changes that are named.
const MAX_CHANGES: usize = 2;
/// A second change is named only where both are no longer than this: two lines of a small screen, below everything else.
const MAX_CHANGES_CHARS: usize = 130;
/// The most notes.
const MAX_NOTES: usize = 2;

/// A result in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Short {
    /// The verdict and the first program.
    pub headline: String,
    /// How certain the kind is and how certain the order.
    pub certainties: Option<String>,
    /// What must be known before anything else.
    pub first: Vec<String>,
    /// The programs, a line each.
    pub programs: Vec<ShortProgram>,
    /// What speaks for the selected program.
    pub pros: Vec<String>,
    /// What to look out for in it.
    pub catches: Vec<String>,
    /// What holds for every program shown.
    pub holds_for_all: Vec<String>,
    /// With which program it could change places, and what that waits for.
    pub swaps: Option<String>,
    /// What to take before it, where it starts above the level of the person.
    pub first_step: Option<String>,
    /// What would change the result.
    pub changes: Vec<String>,
    /// What else has to be said.
    pub notes: Vec<String>,
}

/// A program in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortProgram {
    /// Which program.
    pub program: ProgramIx,
    /// Its place, with a sign of equality where others share it.
    pub place: String,
    /// Its title and who offers it.
    pub name: String,
    /// How well it fits, of 100.
    pub fit: u32,
    /// How long it takes at the hours that were given.
    pub time: String,
    /// What it costs, in dollars of today as far as it can be compared.
    pub price: String,
    /// What the price rests on; nothing where it is unknown.
    pub price_basis: Option<Basis>,
    /// How many of the facts behind its score are not on record, and how many there are.
    pub guessed: (usize, usize),
}

/// A result in short; the reasons are those of the program at `selected`.
pub(crate) fn short(view: &View<'_>, advice: &Advice, selected: usize) -> Short {
    let shared = shared(advice);
    let chosen = advice.programs.get(selected.min(advice.programs.len().saturating_sub(1)));
    let caveats = advice.caveats.iter().map(|caveat| notes::caveat(view, caveat));
    let say = |warning: &Warning| {
        chosen.map(|one| sentence(&programs::warning_words(view, warning, row_of(one.program), selected)))
    };
    Short {
        headline: verdict::headline(view, advice),
        certainties: verdict::certainties(view, advice),
        first: caveats.chain(advice.crowd.map(verdict::crowd)).collect(),
        programs: advice.programs.iter().map(|ranked| line(view, ranked)).collect(),
        pros: chosen.map(|one| pros(view, one)).unwrap_or_default(),
        catches: chosen.map(|one| catches(view, one, selected, &shared)).unwrap_or_default(),
        holds_for_all: shared.iter().filter_map(say).collect(),
        swaps: chosen.and_then(|one| verdict::swaps(view, advice, one)),
        first_step: chosen.and_then(|one| first_step(view, advice, one)),
        changes: changes(view, advice),
        notes: advice
            .notes
            .iter()
            .filter(|note| matters(note))
            .take(MAX_NOTES)
            .map(|one| notes::note(view, one))
            .collect(),
    }
}

/// The warnings that every program shown has, if there are several programs.
fn shared(advice: &Advice) -> Vec<Warning> {
    let [first, others @ ..] = advice.programs.as_slice() else { return Vec::new() };
    // What a warning is about differs from program to program, such as an exam: only what is the same for all is said once.
    let is_general = |warning: &Warning| {
        matches!(
            warning,
            Warning::NoCredit
                | Warning::CreditUnknown
                | Warning::AdmissionSeparate
                | Warning::OnlyRecommended
                | Warning::BachelorFirst
                | Warning::InstructorPaced
                | Warning::SomeDates
                | Warning::PaceUnknown
                | Warning::PriceMissing
                | Warning::LimitUnknown(_)
        )
    };
    let has = |one: &Ranked, wanted: &Warning| one.warnings.iter().any(|own| own == wanted);
    let is_shared = |warning: &&Warning| {
        is_general(warning) && !others.is_empty() && others.iter().all(|other| has(other, warning))
    };
    first.warnings.iter().filter(is_shared).cloned().collect()
}

fn line(view: &View<'_>, ranked: &Ranked) -> ShortProgram {
    let row = row_of(ranked.program);
    let finish = view.pace(row).finish(view.preferences.hours);
    let is_guessed = |basis: Option<Basis>| !matches!(basis, Some(Basis::Stated | Basis::Derived | Basis::Editorial));
    let price = price_claim(view, view.program(row));
    let guessed = ranked.contributions.iter().filter(|part| is_guessed(part.basis)).count();
    ShortProgram {
        program: ranked.program,
        place: format!("{}{}", ranked.rank, if ranked.is_tie { "=" } else { "" }),
        name: name(view, ranked.program),
        fit: ranked.score.mid,
        time: finish.map_or(Cell::UNKNOWN.to_owned(), |finish| months_span(finish.earliest, finish.latest)),
        price: price.as_ref().map_or(Cell::UNKNOWN.to_owned(), |claim| claim.value.to_string()),
        price_basis: price.map(|claim| claim.basis),
        guessed: (guessed, ranked.contributions.len()),
    }
}

/// What speaks most for a program; that its kind is the right one stands in the headline.
fn pros(view: &View<'_>, ranked: &Ranked) -> Vec<String> {
    let says_more = |point: &&Point| **point != Point::Criterion(Criterion::Type);
    let telling = ranked.pros.iter().filter(says_more).take(MAX_PROS);
    telling.map(|point| sentence(&programs::point_words(view, *point, row_of(ranked.program)))).collect()
}

/// What to look out for: the warnings first that could make the choice wrong.
fn catches(view: &View<'_>, ranked: &Ranked, at: usize, shared: &[Warning]) -> Vec<String> {
    let is_own = |warning: &&Warning| !shared.iter().any(|other| discriminant(other) == discriminant(*warning));
    let mut own: Vec<&Warning> = ranked.warnings.iter().filter(is_own).collect();
    own.sort_by_key(|warning| weight(warning));
    let say = |warning: &&Warning| sentence(&programs::warning_words(view, warning, row_of(ranked.program), at));
    own.iter().take(MAX_CATCHES).map(say).collect()
}

/// How soon a warning has to be said: the smaller the sooner.
fn weight(warning: &Warning) -> u8 {
    match warning {
        Warning::Language | Warning::LevelGap | Warning::Finished { .. } => 0,
        Warning::DeadlineLikelyMissed { .. }
        | Warning::DeadlineVague { .. }
        | Warning::OverBudget
        | Warning::AdmissionSeparate
        | Warning::Route(_)
        | Warning::Prerequisites => 1,
        Warning::AskSchool | Warning::NoSchool | Warning::Hours | Warning::Caution(_) | Warning::BachelorFirst => 2,
        Warning::DeadlineMayBeMissed { .. } | Warning::MayBeOverBudget | Warning::Proctored => 3,
        Warning::Remark(_) | Warning::LimitUnknown(_) | Warning::InstructorPaced | Warning::PriceMissing => 4,
        _ => 5,
    }
}

fn first_step(view: &View<'_>, advice: &Advice, ranked: &Ranked) -> Option<String> {
    let stack = advice.stack.filter(|stack| stack.then == ranked.program)?;
    Some(verdict::first_step(view, stack))
}

fn changes(view: &View<'_>, advice: &Advice) -> Vec<String> {
    let relaxations = advice.relaxations.iter().map(|one| verdict::relaxation(view, one));
    let flips = named_flips(view, advice).into_iter().map(|flip| verdict::flip(view, flip));
    relaxations.take(MAX_CHANGES).chain(flips).collect()
}

/// The changes of answers that the short form names: what it names beside the reasons is not listed once more.
pub(crate) fn named_flips<'a>(view: &View<'_>, advice: &'a Advice) -> Vec<&'a Flip> {
    let likely = advice.flips.iter().filter(|flip| flip.is_likely);
    let mut named: Vec<&Flip> = likely.take(MAX_CHANGES.saturating_sub(advice.relaxations.len())).collect();
    let chars = named.iter().map(|flip| verdict::flip(view, flip).chars().count()).sum::<usize>();
    if chars > MAX_CHANGES_CHARS {
        named.truncate(1);
    }
    named
}

/// Whether a note belongs to the short form: something that was asked for was not found, or is not as it was taken.
fn matters(note: &Note) -> bool {
    !matches!(
        note,
        Note::Ties { .. }
            | Note::LanguagesInferred
            | Note::NoPriceIn { .. }
            | Note::DeadlinePassed(_)
            | Note::Employers(_)
    )
}
