//! Further questions to a result: why not a certain program, and what if an answer were another.

use super::changes::{Alternative, Search, alternatives, limits};
use super::evaluate::{Evaluation, Standing as Placed, handle};
use super::grounds::Words;
use super::report::{Result, counted};
use super::{Advice, Answers, Change, Criterion, LostOn, Move, Outcome, Question, Standing, WhyNot};
use crate::catalog::sentence;

/// The most programs named instead.
const MOST_INSTEAD: usize = 3;

impl Words<'_> {
    /// Why a program is not the first.
    pub(super) fn why_not(&self, id: &str, result: &Result<'_>) -> WhyNot {
        let Some(row) = self.meant(id) else { return self.not_in_catalog(id) };
        let id = self.program(row).id.as_str();
        let fails = self.evaluation.fails[row];
        if fails != 0 { self.knocked_out_because(id, row, fails, result) } else { self.outranked(id, row, result) }
    }

    fn knocked_out_because(&self, id: &str, row: usize, fails: u16, result: &Result<'_>) -> WhyNot {
        let reasons = self.reasons(row, fails);
        let facts: Vec<&str> = reasons.iter().map(|reason| reason.fact.as_str()).collect();
        let headline = format!("{} is not in the running: {}.", self.name(row), facts.join("; "));
        let nearest = self.nearest_admission(row);
        let nearest_says = match &nearest {
            Some(change) => sentence(&format!("{} would let it in", self.change_words(change))),
            None if fails & super::limits::STATUS != 0 => {
                "It is not in the latest list, and no answer changes that; older programs can be let in as a whole."
                    .to_owned()
            }
            None => "No change of the answers that limit the choice would let it in.".to_owned(),
        };
        WhyNot {
            id: id.to_owned(),
            program: Some(handle(row)),
            standing: Standing::KnockedOut,
            rank: None,
            headline,
            reasons,
            lost_on: Vec::new(),
            nearest,
            nearest_says,
            notes: Vec::new(),
            instead: first(result.standings),
        }
    }

    /// The smallest change of limits after which a program passes them all.
    fn nearest_admission(&self, row: usize) -> Option<Change> {
        let (engine, base) = (self.engine, self.evaluation);
        let passes = |answers: &Answers, _: &[Question]| usize::from(engine.fails_of(row, answers, &base.wishes) == 0);
        let search = Search { engine, base, answers: self.answers, counts: &passes };
        search.smallest(&limits(base)).into_iter().map(|(change, _)| change).next()
    }

    fn outranked(&self, id: &str, row: usize, result: &Result<'_>) -> WhyNot {
        let place = result.standings.iter().find(|one| one.row == row);
        let shown = self.engine.settings().shown.max(1);
        let at = result.standings.iter().position(|one| one.row == row);
        let is_shown = at.is_some_and(|at| at < shown) || place.is_some_and(|place| place.rank <= shown);
        let standing = if is_shown { Standing::Recommended } else { Standing::Outranked };
        let lost_on = result.standings.first().map(|top| self.lost_on(row, top.row)).unwrap_or_default();
        let is_enough = result.decision.outcome != Outcome::NotEnough;
        let can_rise = is_enough && place.is_none_or(|place| place.rank != 1);
        let nearest = if can_rise { self.nearest_lift(row, result) } else { None };
        let nearest_says = match &nearest {
            None if !is_enough => self.more_answers_first(),
            Some((change, rank)) => sentence(&format!("{} would put it in place {rank}", self.change_words(change))),
            None if place.is_some_and(|place| place.rank == 1) => "It is first already.".to_owned(),
            None => "No change of one answer would lift it.".to_owned(),
        };
        WhyNot {
            id: id.to_owned(),
            program: Some(handle(row)),
            standing,
            rank: place.map(|place| place.rank),
            headline: self.standing_words(row, place, result),
            reasons: Vec::new(),
            lost_on,
            nearest: nearest.map(|(change, _)| change),
            nearest_says,
            notes: Vec::new(),
            instead: first(result.standings).into_iter().filter(|ix| ix.0 as usize != row).collect(),
        }
    }

    fn more_answers_first(&self) -> String {
        let item = |question: &Question| self.engine.reader.questionnaire.item(*question).title.clone();
        let titles: Vec<String> = self.matter_most().iter().map(item).collect();
        format!("More answers come first. What matters most: {}", titles.join(" "))
    }

    fn standing_words(&self, row: usize, place: Option<&Placed>, result: &Result<'_>) -> String {
        let name = self.name(row);
        let all = counted(result.standings.len(), "program");
        match (place, result.decision.outcome) {
            (Some(place), _) if place.rank == 1 && place.is_tie => format!("{name} is first, in a tie, of {all}."),
            (Some(place), _) if place.rank == 1 => format!("{name} is first of {all}."),
            (Some(place), _) => format!("{name} passes all limits and stands in place {} of {all}.", place.rank),
            (None, Outcome::NotEnough) => {
                format!("{name} passes all limits; too few questions are answered to rank it.")
            }
            (None, outcome) => format!(
                "{name} passes all limits, but it is {} and your answers come to {}.",
                self.a_kind(row),
                outcome.name()
            ),
        }
    }

    fn lost_on(&self, row: usize, winner: usize) -> Vec<LostOn> {
        if row == winner {
            return Vec::new();
        }
        let values = |row: usize, criterion: Criterion| self.evaluation.values[row][criterion as usize];
        let loses = |criterion: &Criterion| values(row, *criterion).mid < values(winner, *criterion).mid - 1e-9;
        let lost = |criterion: Criterion| LostOn {
            criterion,
            mine: values(row, criterion),
            theirs: values(winner, criterion),
            winner: handle(winner),
            sentence: format!(
                "{}: {}; of the first, {}.",
                criterion.label(),
                self.of_criterion(criterion, row).text,
                self.of_criterion(criterion, winner).text
            ),
        };
        self.by_weight().into_iter().filter(loses).map(lost).collect()
    }

    /// The change of one answer that lifts a program: the first adjacent one that puts it first, else among those
    /// shown, else highest.
    fn nearest_lift(&self, row: usize, result: &Result<'_>) -> Option<(Change, usize)> {
        let now = result.standings.iter().find(|one| one.row == row).map_or(usize::MAX, |one| one.rank);
        let shown = self.engine.settings().shown.max(1);
        let mut lifts: Vec<(usize, bool, usize, Change)> = Vec::new();
        for (at, Alternative { question, answer, is_adjacent }) in
            alternatives(&self.engine, self.answers).into_iter().enumerate()
        {
            let change = vec![(question, answer)];
            let rank = self.rank_after(row, &change);
            if let Some(rank) = rank.filter(|rank| *rank < now) {
                lifts.push((rank, is_adjacent, at, change));
            }
        }
        let how_good = |rank: usize| {
            if rank == 1 {
                0
            } else if rank <= shown {
                1
            } else {
                1 + rank
            }
        };
        let best = lifts.into_iter().min_by_key(|(rank, is_adjacent, at, _)| (how_good(*rank), !is_adjacent, *at))?;
        Some((best.3, best.0))
    }

    fn rank_after(&self, row: usize, change: &Change) -> Option<usize> {
        let evaluation: Evaluation = self.engine.evaluate(&self.answers.with(change));
        if evaluation.fails[row] != 0 {
            return None;
        }
        let decision = self.engine.decide(&evaluation.wishes, &self.engine.present(&evaluation));
        let standings = self.engine.rank(&evaluation, |side| super::evaluate::ranks(decision.outcome, side));
        standings.iter().find(|one| one.row == row).map(|one| one.rank)
    }
}

fn first(standings: &[Placed]) -> Vec<crate::catalog::ProgramIx> {
    standings.iter().take(MOST_INSTEAD).map(|one| handle(one.row)).collect()
}

/// Every program whose place differs, by the better of its places, then by id.
pub(super) fn moves(before: &Advice, after: &Advice) -> Vec<Move> {
    let mut programs: Vec<crate::catalog::ProgramIx> =
        before.ranking.iter().chain(&after.ranking).map(|place| place.program).collect();
    programs.sort();
    programs.dedup();
    let places = |advice: &Advice| -> std::collections::BTreeMap<crate::catalog::ProgramIx, usize> {
        advice.ranking.iter().map(|place| (place.program, place.rank)).collect()
    };
    let (from, to) = (places(before), places(after));
    let move_of = |program| Move { program, from: from.get(&program).copied(), to: to.get(&program).copied() };
    let mut moves: Vec<Move> = programs.into_iter().map(move_of).filter(|one| one.from != one.to).collect();
    moves.sort_by_key(|one| (one.to.or(one.from).min(one.from.or(one.to)), one.program));
    moves
}
