//! Further questions about a result: why not a certain program, and what if an answer were different.

use super::assemble::place;
use super::changes::{Alternative, Search, alternatives, chance_after, limits};
use super::evaluate::handle;
use super::evidence::{knocked_out, reasons};
use super::limits::{REMOVED, STATUS};
use super::not_found::{meant, not_in_catalog};
use super::order::{Standing as Placed, ranks};
use super::steps::matter_most;
use super::view::{Case, Verdict};
use crate::advise::advice::{Advice, Asked, Change, LostOn, Move, Nearest, Outcome, Standing, WhyNot};
use crate::advise::preferences::{bit, questions_of};
use crate::advise::question::{Answers, Criterion, Question};
use crate::catalog::ProgramIx;

/// The most programs named instead.
const MAX_INSTEAD: usize = 3;

/// Returns why a program is not first.
pub(crate) fn why_not(case: &Case<'_>, verdict: &Verdict<'_>, asked: Asked, typed: &str) -> WhyNot {
    let Some(row) = meant(case, typed) else { return not_in_catalog(case, verdict, asked, typed) };
    let standings = verdict.standings;
    let fails = case.fails(row);
    let at = standings.iter().position(|one| one.row == row);
    let is_out = fails & REMOVED != 0;
    WhyNot {
        asked,
        id: case.view.program(row).id.to_string(),
        program: Some(handle(row)),
        standing: if is_out { Standing::KnockedOut } else { standing(case, standings, at) },
        place: at.filter(|_| !is_out).map(|at| place(&standings[at])),
        ranked: standings.len(),
        outcome: verdict.decision.outcome,
        reasons: reasons(&case.view, knocked_out(row, fails)),
        lost_on: standings.first().filter(|_| !is_out).map(|top| lost_on(case, row, top.row)).unwrap_or_default(),
        nearest: if is_out { nearest_admission(case, row) } else { nearest_lift(case, verdict, row, at) },
        traces: Vec::new(),
        instead: first(standings).into_iter().filter(|ix| is_out || ix.0 as usize != row).collect(),
    }
}

fn standing(case: &Case<'_>, standings: &[Placed], at: Option<usize>) -> Standing {
    let shown = case.view.settings().shown.max(1);
    let is_shown = at.is_some_and(|at| at < shown || standings[at].rank <= shown);
    if is_shown { Standing::Recommended } else { Standing::Outranked }
}

/// Returns the smallest change of limits after which a program passes all of them.
fn nearest_admission(case: &Case<'_>, row: usize) -> Nearest {
    let (engine, base) = (case.view.engine, case.evaluation);
    let passes = |answers: &Answers, _: &[Question]| {
        usize::from(engine.fails_of(row, answers, &base.preferences) & REMOVED == 0)
    };
    let search = Search { engine, base, answers: case.view.answers, counts: &passes };
    let mut changes = search.smallest(&limits(base)).into_iter().map(|(change, _)| change).collect::<Vec<_>>();
    // A change after which the verdict is for another kind admits the program and still does not rank it.
    let ranked = changes.iter().position(|change| rank_after(case, row, change).is_some()).unwrap_or(0);
    match (!changes.is_empty()).then(|| changes.swap_remove(ranked)) {
        Some(set) => {
            let chance = chance_after(case, row, &set);
            Nearest::Admits(set, chance)
        }
        None if case.fails(row) & STATUS != 0 => Nearest::OlderList,
        None if case.fails(row) & bit(Question::Field) != 0 => {
            Nearest::OtherField(questions_of(case.fails(row) & !bit(Question::Field)).collect())
        }
        None => Nearest::NoAdmission,
    }
}

/// Returns the change of one answer that raises a program, or why there is none.
fn nearest_lift(case: &Case<'_>, verdict: &Verdict<'_>, row: usize, at: Option<usize>) -> Nearest {
    if case.fails(row) != 0 {
        return Nearest::ToCheck;
    }
    if verdict.decision.outcome == Outcome::NotEnough {
        return Nearest::MoreAnswers(matter_most(case));
    }
    let rank = at.map(|at| verdict.standings[at].rank);
    if rank == Some(1) {
        return Nearest::First;
    }
    best_lift(case, row, rank.unwrap_or(usize::MAX))
        .map_or(Nearest::NoLift, |(change, rank)| Nearest::Lifts(change, rank))
}

fn lost_on(case: &Case<'_>, row: usize, winner: usize) -> Vec<LostOn> {
    if row == winner {
        return Vec::new();
    }
    let loses = |criterion: &Criterion| case.value(row, *criterion).mid < case.value(winner, *criterion).mid - 1e-9;
    let lost = |criterion: Criterion| LostOn {
        criterion,
        mine: case.value(row, criterion),
        theirs: case.value(winner, criterion),
        winner: handle(winner),
    };
    case.view.by_weight().into_iter().filter(loses).map(lost).collect()
}

/// Returns the change of one answer that raises a program above rank `now` and among those that are shown, preferably
/// to first place; adjacent answers first. Facts about the user are not changed.
fn best_lift(case: &Case<'_>, row: usize, now: usize) -> Option<(Change, usize)> {
    let shown = case.view.settings().shown.max(1);
    let mut lifts: Vec<(usize, bool, usize, Change)> = Vec::new();
    let alternatives = alternatives(&case.view.engine, case.view.answers);
    let choosable = alternatives.into_iter().filter(|one| one.answer.is_choosable(one.question));
    for (at, Alternative { question, answer, is_adjacent }) in choosable.enumerate() {
        let change = vec![(question, answer)];
        // A change that leaves the program behind those that are shown makes no difference to the reader.
        if let Some(rank) = rank_after(case, row, &change).filter(|rank| *rank < now && *rank <= shown) {
            lifts.push((rank, is_adjacent, at, change));
        }
    }
    let best = lifts.into_iter().min_by_key(|(rank, is_adjacent, at, _)| (*rank > 1, !is_adjacent, *at))?;
    Some((best.3, best.0))
}

fn rank_after(case: &Case<'_>, row: usize, change: &Change) -> Option<usize> {
    let engine = case.view.engine;
    let evaluation = engine.evaluate(&case.view.answers.with(change));
    if evaluation.fails[row] != 0 {
        return None;
    }
    let decision = engine.decide(&evaluation.preferences, evaluation.present());
    let standings = engine.rank(&evaluation, |side| ranks(decision.outcome, side));
    standings.iter().find(|one| one.row == row).map(|one| one.rank)
}

fn first(standings: &[Placed]) -> Vec<ProgramIx> {
    standings.iter().take(MAX_INSTEAD).map(|one| handle(one.row)).collect()
}

/// Returns all programs whose rank differs, sorted by the better rank, then by id.
pub(crate) fn moves(before: &Advice, after: &Advice) -> Vec<Move> {
    let mut programs: Vec<ProgramIx> = before.ranking.iter().chain(&after.ranking).map(|place| place.program).collect();
    programs.sort();
    programs.dedup();
    let places = |advice: &Advice| -> std::collections::BTreeMap<ProgramIx, usize> {
        advice.ranking.iter().map(|place| (place.program, place.rank)).collect()
    };
    let (from, to) = (places(before), places(after));
    let move_of = |program| Move { program, from: from.get(&program).copied(), to: to.get(&program).copied() };
    let mut moves: Vec<Move> = programs.into_iter().map(move_of).filter(|one| one.from != one.to).collect();
    moves.sort_by_key(|one| (one.to.or(one.from).min(one.from.or(one.to)), one.program));
    moves
}
