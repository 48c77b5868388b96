//! Assembles an evaluation into the whole result. Only the few programs that are shown get reasons; the
//! others remain numbers.

use std::collections::BTreeSet;

use super::alternatives::also;
use super::caveats::caveats;
use super::changes::{decides, flips, limits, relaxations, tried};
use super::criteria::order_key;
use super::evaluate::{handle, row_of};
use super::evidence::{self, of_criterion};
use super::limits::{ELSEWHERE, REMOVED, STATUS, bits_of};
use super::notes::notes;
use super::on_record::Side;
use super::order::{Standing, in_first_place};
use super::points::{cons, pros};
use super::quick::Quick;
use super::rounding::{largest_remainder, score};
use super::stability::stability;
use super::stack::stack;
use super::steps::{matter_most, next_steps, tells_crowd_apart};
use super::view::{Case, Verdict};
use super::warnings::warnings;
use crate::advise::advice::{
    Absence, Advice, Asked, Contribution, Crowd, Doubt, Flip, KnockedOut, LeanPart, Order, Outcome, Place, Ranked,
    RunnerUp, ToCheck, UnderstoodField,
};
use crate::advise::preferences::bit;
use crate::advise::preferences::field::WantedPart;
use crate::advise::question::{Criterion, Item, Question};
use crate::catalog::ProgramIx;
use crate::search::UnderstoodPart;

/// The most answers that the verdict repeats.
const MAX_BECAUSE: usize = 3;

/// The most programs named on a subject if none can be ranked.
const MAX_ON_SUBJECT: usize = 8;

/// Assembles the whole result.
pub(crate) fn advice(case: &Case<'_>, verdict: &Verdict<'_>, asked: Asked, hash: &str) -> Advice {
    let standings = verdict.standings;
    let outcome = verdict.decision.outcome;
    let shown = shown(case, verdict);
    let rows: Vec<usize> = shown.iter().map(|at| standings[*at].row).collect();
    let decision = verdict.decision;
    let programs = told_once(shown.iter().map(|at| ranked(case, standings, *at)).collect());
    let lean_parts = lean_parts(case);
    let top = standings.first().map(|top| top.row);
    let understood = understood(case, outcome);
    let (flips, decides) = other_answers(case, outcome, top);
    let remaining = case.evaluation.groups.count(0);
    // Of the first of the shown programs for which something on record prepares.
    let stack = rows.iter().find_map(|row| stack(case, *row));
    Advice {
        asked,
        outcome,
        strength: decision.strength,
        order: order(&programs, standings),
        absence: absence(case, verdict),
        because: because(outcome, &lean_parts),
        caveats: caveats(case, verdict, tells_crowd_apart(case, verdict).is_some()),
        crowd: crowd(verdict, &shown),
        lean: case.view.preferences.lean,
        lean_parts,
        by_constraint: decision.by_constraint,
        limits: limits(case.evaluation),
        told: told(case),
        remaining,
        programs,
        ranking: standings.iter().map(place).collect(),
        to_check: to_check(case),
        also: also(case, outcome, &rows),
        knocked_out: knocked_out(case),
        relaxations: if outcome == Outcome::None { relaxations(case) } else { Vec::new() },
        flips,
        decides,
        matter_most: if outcome == Outcome::NotEnough { matter_most(case) } else { Vec::new() },
        on_subject: if matches!(outcome, Outcome::NotEnough | Outcome::None) { on_subject(case) } else { Vec::new() },
        runner_up: runner_up(case, standings, &shown),
        next_steps: next_steps(case, verdict, &understood, stack.as_ref()),
        stack,
        stability: stability(case, standings),
        notes: notes(case, verdict, &shown),
        understood,
        catalog_as_of: case.view.catalog.as_of.text().to_owned(),
        catalog_hash: hash.to_owned(),
        engine: env!("CARGO_PKG_VERSION"),
    }
}

/// Returns the answers that would change the result, and the question that would settle a close call.
fn other_answers(case: &Case<'_>, outcome: Outcome, top: Option<usize>) -> (Vec<Flip>, Option<Question>) {
    let tried = tried(case);
    let decides = if outcome == Outcome::Close { decides(case, &tried) } else { None };
    (flips(case, &tried, Quick { outcome, top, best: None }), decides)
}

/// Returns the positions in the ranking of the programs shown with all details: the first ones and, in a close call, at
/// least one of each kind.
fn shown(case: &Case<'_>, verdict: &Verdict<'_>) -> Vec<usize> {
    let standings = verdict.standings;
    let most = case.view.settings().shown.max(1);
    let places: Vec<usize> = (0..standings.len()).filter(|at| !standings[*at].is_sibling).collect();
    let best = best_of_each_field(case, standings, &places);
    let mut shown = best.clone();
    while shown.len() < most
        && let Some(next) = next_shown(case, standings, &places, &shown)
    {
        shown.push(next);
    }
    shown.sort_unstable();
    if verdict.decision.outcome == Outcome::Close {
        let is_of = |side: Side| move |at: &usize| case.view.side(standings[*at].row) == side;
        let sides = [Side::Certificate, Side::MicroMasters];
        let missing = sides.into_iter().find(|side| !shown.iter().any(is_of(*side)));
        if let Some(first) = missing.and_then(|side| places.iter().copied().find(is_of(side))) {
            // It takes the last place, unless that is the best of a field of its own.
            if shown.len() >= most && most > 1 && best.last() != shown.last() {
                shown.pop();
            }
            shown.push(first);
        }
    }
    shown
}

/// Returns the next position to show: the first that is not shown yet, or, of those that tie with it, the first by a
/// school that is not shown yet. In a tie, the order means nothing, so it should not favour one school.
fn next_shown(case: &Case<'_>, standings: &[Standing], places: &[usize], shown: &[usize]) -> Option<usize> {
    let schools = |at: usize| &case.view.features(standings[at].row).institutions;
    let is_new = |at: &usize| !shown.iter().any(|other| schools(*other) == schools(*at));
    let mut open = places.iter().copied().filter(|at| !shown.contains(at)).peekable();
    let first = *open.peek()?;
    let tied = open.take_while(|at| standings[*at].rank == standings[first].rank);
    Some(tied.into_iter().find(is_new).unwrap_or(first))
}

/// Returns, for each of several wanted fields, the position of the first program that matches it best, or else of the
/// first that matches it at all; empty for a single field.
fn best_of_each_field(case: &Case<'_>, standings: &[Standing], places: &[usize]) -> Vec<usize> {
    let Some(wanted) = case.view.preferences.field.as_ref().filter(|wanted| wanted.parts.len() > 1) else {
        return Vec::new();
    };
    let is_most = |row: usize, part: usize| wanted.matches[row].on.is_some_and(|(own, _)| usize::from(own) == part);
    let first = |part: usize| {
        let find = |fits: &dyn Fn(usize) -> bool| places.iter().copied().find(|at| fits(standings[*at].row));
        find(&|row| is_most(row, part)).or_else(|| find(&|row| wanted.is_on(row, part)))
    };
    let mut best: Vec<usize> = (0..wanted.parts.len()).filter_map(first).collect();
    best.sort_unstable();
    best.dedup();
    best
}

/// Returns why programs are missing.
fn absence(case: &Case<'_>, verdict: &Verdict<'_>) -> Absence {
    let fails = &case.evaluation.fails;
    let is_older = |fails: &u16| fails & STATUS != 0;
    match verdict.decision.outcome {
        Outcome::None if fails.is_empty() => Absence::Catalog,
        Outcome::None if fails.iter().all(is_older) => Absence::OlderList,
        Outcome::ProfessionalCertificate | Outcome::MicroMasters | Outcome::Other if verdict.present.is_by_language => {
            Absence::Language
        }
        Outcome::ProfessionalCertificate | Outcome::MicroMasters | Outcome::Other if verdict.present.is_by_user => {
            Absence::User
        }
        Outcome::ProfessionalCertificate => absent_side(case, Side::MicroMasters),
        Outcome::MicroMasters => absent_side(case, Side::Certificate),
        Outcome::Other if !verdict.present.is_limited && case.view.preferences.field.is_some() => Absence::Field,
        Outcome::Other if !verdict.present.is_limited && fails.iter().any(is_older) => Absence::OlderList,
        Outcome::Other if !verdict.present.is_limited => Absence::Catalog,
        _ => Absence::Limits,
    }
}

fn absent_side(case: &Case<'_>, side: Side) -> Absence {
    let rows = || case.evaluation.fails.iter().enumerate().filter(|(row, _)| case.view.side(*row) == side);
    let is_by_limits = |fails: u16| fails & REMOVED != 0 && fails & ELSEWHERE == 0;
    // A kind of which programs pass counts as absent only if they cover the field in part.
    if rows().any(|(_, fails)| *fails == 0) {
        Absence::InPart
    } else if rows().any(|(_, fails)| is_by_limits(*fails)) {
        Absence::Limits
    } else if rows().any(|(_, fails)| fails & bit(Question::Field) != 0) {
        Absence::Field
    } else {
        Absence::Catalog
    }
}

fn ranked(case: &Case<'_>, standings: &[Standing], at: usize) -> Ranked {
    let standing = standings[at];
    let Place { program, rank, is_tie, score } = place(&standing);
    Ranked {
        program,
        siblings: siblings(standings, at),
        rank,
        is_tie,
        score,
        contributions: contributions(case, standing.row, score.mid),
        pros: pros(case, &standing),
        cons: cons(case, standing.row),
        warnings: warnings(&case.view, standing.row),
        depends_on: depends_on(case, standings, at),
    }
}

/// Returns the other tracks of the program at a position, which directly follow it.
fn siblings(standings: &[Standing], at: usize) -> Vec<ProgramIx> {
    standings[at + 1..].iter().take_while(|one| one.is_sibling).map(|one| handle(one.row)).collect()
}

/// Returns how certain the order of the shown programs is. The first is likely to stay first if its lower bound reaches
/// every other's middle, or its middle every other's upper bound.
fn order(programs: &[Ranked], standings: &[Standing]) -> Order {
    let Some(first) = standings.first().map(|first| first.score) else { return Order::Open };
    if programs.iter().all(|one| one.depends_on.is_empty()) {
        return Order::Certain;
    }
    let rivals = || standings.iter().filter(|one| !one.is_sibling).skip(1).map(|one| one.score);
    let is_at_worst = rivals().all(|rival| first.low >= rival.mid);
    let is_in_the_middle = rivals().all(|rival| first.mid >= rival.high);
    if is_at_worst || is_in_the_middle { Order::Likely } else { Order::Open }
}

/// Returns the programs that pass all limits as far as known, but for which a required fact is unknown.
fn to_check(case: &Case<'_>) -> Vec<ToCheck> {
    let rows = case.evaluation.fails.iter().enumerate();
    let is_open = |(_, fails): &(usize, &u16)| **fails != 0 && **fails & REMOVED == 0;
    let question = |fails: u16| {
        let is_of = |question: &Question| fails & bits_of(*question) != 0;
        [Question::Institution, Question::Field].into_iter().find(is_of).unwrap_or(Question::Field)
    };
    rows.filter(is_open).map(|(row, fails)| ToCheck { program: handle(row), question: question(*fails) }).collect()
}

/// Returns the current programs on a wanted field, those of the wanted schools first, then those that fail the fewest
/// limits, then the best match, then by title. Where any passes all limits, only such programs are returned.
fn on_subject(case: &Case<'_>) -> Vec<ProgramIx> {
    let Some(wanted) = &case.view.preferences.field else { return Vec::new() };
    let is_in = |row: &usize| case.fails(*row) & STATUS == 0 && wanted.matches[*row].on.is_some();
    let mut rows: Vec<usize> = (0..wanted.matches.len()).filter(is_in).collect();
    if rows.iter().any(|row| case.fails(*row) == 0) {
        rows.retain(|row| case.fails(*row) == 0);
    }
    rows.sort_by_key(|row| {
        let relation = wanted.matches[*row].on.map(|(_, relation)| relation);
        let is_elsewhere = !case.view.is_of_wanted_school(*row);
        (is_elsewhere, case.fails(*row).count_ones(), relation, case.view.features(*row).by_title)
    });
    rows.truncate(MAX_ON_SUBJECT);
    rows.into_iter().map(handle).collect()
}

/// Returns the wanted fields as they were understood. If the limits leave nothing on them, the nearest topics are those
/// with programs that pass every limit.
fn understood(case: &Case<'_>, outcome: Outcome) -> Vec<UnderstoodField> {
    let parts = case.view.preferences.field.iter().flat_map(|wanted| &wanted.parts);
    let index = case.view.engine.reader.index;
    let passes = |ix: ProgramIx| case.fails(row_of(ix)) & !bits_of(Question::Field) == 0;
    // Only the result names these: looking them up takes far longer than a trial of other answers may.
    let nearest = |part: &UnderstoodPart| match outcome {
        Outcome::None => index.nearest_topics_among(&part.part, passes),
        _ if part.count == 0 => index.nearest_topics(part),
        _ => Vec::new(),
    };
    let one = |part: &WantedPart| UnderstoodField {
        typed: part.understood.part.typed.clone(),
        sentence: part.sentence(case.view.catalog),
        schools: part.schools.clone(),
        topics: part.understood.part.topics().collect(),
        named: part.named().to_vec(),
        programs: part.understood.count,
        nearest: nearest(&part.understood),
    };
    parts.map(one).collect()
}

/// Returns the contributions of all criteria, rounded by largest remainder so that they add up to `mid` hundredths.
fn contributions(case: &Case<'_>, row: usize, mid: u32) -> Vec<Contribution> {
    let weights = &case.view.preferences.weights;
    let total: f64 = weights.iter().sum();
    let active = case.view.by_weight();
    let exact: Vec<f64> = active
        .iter()
        .map(|criterion| 100.0 * weights[*criterion as usize] / total * case.value(row, *criterion).mid)
        .collect();
    let points = largest_remainder(&exact, mid);
    let contribution = |(criterion, points): (&Criterion, u32)| Contribution {
        criterion: *criterion,
        points,
        weight: weights[*criterion as usize] / total,
        value: case.value(row, *criterion),
        basis: of_criterion(&case.view, *criterion, row).basis,
    };
    active.iter().zip(points).map(contribution).collect()
}

/// Returns the facts on which the place of a program before the following ones depends. Its place is certain if its
/// lower bound is above their upper bounds, or in a tie if both scores are exact.
fn depends_on(case: &Case<'_>, standings: &[Standing], at: usize) -> Vec<Doubt> {
    let one = standings[at];
    let is_exact = |standing: &Standing| standing.score.is_exact();
    let group = |row: usize| case.view.group(row);
    let may_pass = |(place, other): &(usize, &Standing)| {
        if group(other.row) != group(one.row) {
            return false;
        }
        let is_tied = *place != at && other.rank == one.rank && !other.is_sibling;
        let comes_later = *place > at && !other.is_sibling && score(other).high >= score(&one).low;
        (is_tied || comes_later) && !(is_exact(&one) && is_exact(other))
    };
    let in_sight = case.view.settings().shown.max(1).max(at + 1) + 1;
    let rival = standings.iter().enumerate().take(in_sight).find(may_pass);
    let Some((_, other)) = rival else { return Vec::new() };
    [one.row, other.row].into_iter().filter_map(|row| widest_doubt(case, row)).collect()
}

/// Returns the fact that makes the score of a program most uncertain, or `None` if the score is exact.
fn widest_doubt(case: &Case<'_>, row: usize) -> Option<Doubt> {
    let doubt = |criterion: &Criterion| {
        let value = case.value(row, *criterion);
        case.view.preferences.weights[*criterion as usize] * (value.high - value.low)
    };
    let criterion = case.view.by_weight().into_iter().max_by(|a, b| doubt(a).total_cmp(&doubt(b)))?;
    (doubt(&criterion) > 1e-9).then(|| Doubt { criterion, program: handle(row) })
}

/// Removes facts from `depends_on` that an earlier program already lists, unless nothing else would remain.
fn told_once(mut programs: Vec<Ranked>) -> Vec<Ranked> {
    let mut told: BTreeSet<Doubt> = BTreeSet::new();
    for ranked in &mut programs {
        let new: Vec<Doubt> = ranked.depends_on.iter().filter(|fact| !told.contains(*fact)).copied().collect();
        if !new.is_empty() {
            ranked.depends_on = new;
        }
        told.extend(ranked.depends_on.iter().copied());
    }
    programs
}

/// Returns the answers behind the verdict, the strongest effect first.
fn because(outcome: Outcome, parts: &[LeanPart]) -> Vec<Question> {
    let sign = match outcome {
        Outcome::ProfessionalCertificate => -1,
        Outcome::MicroMasters => 1,
        Outcome::Close => 0,
        Outcome::Other | Outcome::None | Outcome::NoMatch | Outcome::NotEnough => return Vec::new(),
    };
    let counts = |part: &&LeanPart| part.effect != 0 && (sign == 0 || part.effect.signum() == sign);
    let mut parts: Vec<&LeanPart> = parts.iter().filter(counts).collect();
    parts.sort_by_key(|part| std::cmp::Reverse(part.effect.abs()));
    parts.into_iter().take(MAX_BECAUSE).map(|part| part.question).collect()
}

fn lean_parts(case: &Case<'_>) -> Vec<LeanPart> {
    let part = |item: &Item| {
        let answer = case.view.answers.get(item.question).filter(|_| case.view.answers.is_active(item))?;
        let choice = case.view.engine.reader.choice(item.question, answer)?;
        Some(LeanPart { question: item.question, effect: choice.lean })
    };
    case.view.questionnaire().lean_questions().filter_map(part).collect()
}

fn told(case: &Case<'_>) -> Vec<Question> {
    let answers = case.view.answers;
    let is_told = |item: &&Item| answers.get(item.question).is_some() && answers.is_active(item);
    case.view.questionnaire().items.iter().filter(is_told).map(|item| item.question).collect()
}

fn knocked_out(case: &Case<'_>) -> Vec<KnockedOut> {
    let out = case.evaluation.fails.iter().enumerate().filter(|(_, fails)| **fails & REMOVED != 0);
    out.map(|(row, fails)| evidence::knocked_out(row, *fails)).collect()
}

/// Returns the size of the crowd if more programs share the first place than are shown.
fn crowd(verdict: &Verdict<'_>, shown: &[usize]) -> Option<Crowd> {
    let first = in_first_place(verdict.standings);
    let shown = shown.iter().filter(|at| verdict.standings[**at].rank == 1).count();
    (first > shown).then_some(Crowd { first, shown })
}

/// Returns why the second of the shown programs is not first; the second of all if only one is shown.
fn runner_up(case: &Case<'_>, standings: &[Standing], shown: &[usize]) -> Option<RunnerUp> {
    let mut places = standings.iter().filter(|one| !one.is_sibling);
    let (first, second) = (places.next()?, places.next()?);
    let second = shown.get(1).map_or(second, |at| &standings[*at]);
    let weights = &case.view.preferences.weights;
    let lost = |criterion: &Criterion| {
        weights[*criterion as usize] * (case.value(first.row, *criterion).mid - case.value(second.row, *criterion).mid)
    };
    let is_other_group = case.view.group(first.row) != case.view.group(second.row);
    let is_tie = is_other_group || order_key(first.score.mid) == order_key(second.score.mid);
    let most = || case.view.by_weight().into_iter().max_by(|a, b| lost(a).total_cmp(&lost(b)));
    Some(RunnerUp { program: handle(second.row), lost_on: if is_tie { None } else { Some(most()?) } })
}

/// Returns the rank of a standing with its printed score.
pub(crate) fn place(standing: &Standing) -> Place {
    Place { program: handle(standing.row), rank: standing.rank, is_tie: standing.is_tie, score: score(standing) }
}
