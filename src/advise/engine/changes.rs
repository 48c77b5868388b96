//! Changes of answers: which single answers would change the result, which smallest change of a limit
//! leaves some program if none is left, and which question would settle a close call. Every change that is
//! reported has been evaluated.

use super::evaluate::{Engine, Evaluation, handle};
use super::limits::is_likely;
use super::quick::Quick;
use super::view::Case;
use crate::advise::advice::{Chance, Change, Flip, Outcome, Relaxation};
use crate::advise::preferences::questions_of;
use crate::advise::question::{Answer, Answers, Choice, Item, Question};
use crate::catalog::Currency;

/// Another answer to one question.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Alternative {
    pub(crate) question: Question,
    pub(crate) answer: Answer,
    /// Whether it is adjacent to the given answer.
    pub(crate) is_adjacent: bool,
}

/// The most pairs of changes that are reported.
const MAX_PAIRS: usize = 12;

/// The most hours a week that are tried; a week has no more.
const MAX_HOURS: u32 = 168;

/// The most months that a deadline is postponed before it is dropped.
const MAX_MONTHS_LATER: i32 = 36;

/// Returns every other single answer: each choice of each question with choices; for names, one name fewer, a
/// requirement turned into a preference, and one more language.
pub(crate) fn alternatives(engine: &Engine<'_>, answers: &Answers) -> Vec<Alternative> {
    let items = engine.reader.questionnaire.items.iter().filter(|item| answers.is_active(item));
    items.flat_map(|item| alternatives_to(engine, item, answers.get(item.question))).collect()
}

fn alternatives_to(engine: &Engine<'_>, item: &Item, given: Option<&Answer>) -> Vec<Alternative> {
    let question = item.question;
    if item.choices.is_empty() {
        let others = given.map(|given| other_names(engine, question, given)).unwrap_or_default();
        return others.into_iter().map(|answer| Alternative { question, answer, is_adjacent: true }).collect();
    }
    let choice = given.and_then(|given| engine.reader.choice(question, given));
    let place = choice.and_then(|choice| item.position(&choice.value));
    let other = |(at, choice): (usize, &Choice)| {
        let answer = Answer::Choice(choice.value.clone());
        let is_adjacent = place.is_some_and(|place| place.abs_diff(at) <= 1);
        (Some(&answer) != given).then_some(Alternative { question, answer, is_adjacent })
    };
    item.choices.iter().enumerate().filter_map(other).collect()
}

fn other_names(engine: &Engine<'_>, question: Question, given: &Answer) -> Vec<Answer> {
    match given {
        Answer::Names { names, only } => {
            let mut others: Vec<Answer> = one_fewer(names).map(|names| Answer::Names { names, only: *only }).collect();
            if question == Question::Language {
                others.extend(
                    one_more(names, &engine.reader.names.languages).map(|names| Answer::Names { names, only: false }),
                );
            }
            others
        }
        Answer::Institutions { prefer, must } => {
            let fewer = one_fewer(prefer).map(|prefer| Answer::Institutions { prefer, must: must.clone() });
            let softer = (!must.is_empty()).then(|| as_preference(prefer, must));
            fewer.chain(softer).collect()
        }
        _ => Vec::new(),
    }
}

/// Returns the lists with one name left out; none for a list of one name.
fn one_fewer(names: &[String]) -> impl Iterator<Item = Vec<String>> + '_ {
    let count = if names.len() > 1 { names.len() } else { 0 };
    (0..count).map(|out| names.iter().enumerate().filter(|(at, _)| *at != out).map(|(_, name)| name.clone()).collect())
}

/// Returns the lists with one name of `all` added, in alphabetical order.
fn one_more<'n>(names: &'n [String], all: &'n [String]) -> impl Iterator<Item = Vec<String>> + 'n {
    all.iter().filter(|name| !names.contains(name)).map(|name| {
        let mut more = names.to_vec();
        more.push(name.clone());
        more.sort();
        more
    })
}

fn as_preference(prefer: &[String], must: &[String]) -> Answer {
    let mut all: Vec<String> = prefer.iter().chain(must).cloned().collect();
    all.sort();
    all.dedup();
    Answer::Institutions { prefer: all, must: Vec::new() }
}

/// Returns wider answers than the one that limits, in steps, nearest first. Answers within one step are equally near.
fn ladder(engine: &Engine<'_>, base: &Evaluation, answers: &Answers, question: Question) -> Vec<Vec<Answer>> {
    let Some(given) = answers.get(question) else { return Vec::new() };
    let one_by_one = |answers: Vec<Answer>| answers.into_iter().map(|answer| vec![answer]).collect();
    match given {
        Answer::CreditAt(_) => Vec::new(),
        Answer::CannotPrepare(value) => vec![vec![Answer::Choice(value.clone())]],
        Answer::Hours(hours) => {
            one_by_one((hours.floor() as u32 + 1..=MAX_HOURS).map(|more| Answer::Hours(f64::from(more))).collect())
        }
        Answer::Date(date) => {
            let later =
                (1..=MAX_MONTHS_LATER).map(|more| Answer::Date(date.saturating_add(jiff::Span::new().months(more))));
            one_by_one(later.chain([Answer::Choice("none".to_owned())]).collect())
        }
        Answer::Months(months) => {
            let later = (1..=MAX_MONTHS_LATER).map(|more| Answer::Months(months.saturating_add(more.unsigned_abs())));
            one_by_one(later.chain([Answer::Choice("none".to_owned())]).collect())
        }
        Answer::Money { currency, .. } => one_by_one(dearer(engine, base, *currency)),
        Answer::Names { names, .. } => wider_names(engine, question, names),
        Answer::Institutions { prefer, must } => wider_institutions(engine, prefer, must),
        Answer::Choice(value) => one_by_one(wider_choices(engine, question, value)),
    }
}

fn wider_choices(engine: &Engine<'_>, question: Question, value: &str) -> Vec<Answer> {
    let item = engine.reader.questionnaire.item(question);
    let place = item.position(value).unwrap_or_default();
    let wider = |value: &String| Answer::Choice(value.clone());
    if question == Question::Pacing {
        return vec![Answer::Choice("either".to_owned())];
    }
    item.choices.iter().skip(place + 1).map(|choice| wider(&choice.value)).collect()
}

/// Returns the smallest amounts that each let one more program pass.
fn dearer(engine: &Engine<'_>, base: &Evaluation, currency: Currency) -> Vec<Answer> {
    let stretch = i64::from(100 + engine.reader.questionnaire.stretch_percent);
    let limit = base.preferences.budget.and_then(|budget| budget.limit).unwrap_or_default();
    // Rounded up twice: to an amount that lets the program pass, then to whole units, so that it can be typed.
    let least = |low: i64| ((i128::from(low) * 100 + i128::from(stretch) - 1) / i128::from(stretch)) as i64;
    let whole = |hundredths: i64| hundredths.saturating_add(99) / 100 * 100;
    let lows = engine.programs.iter().filter_map(|program| program.price_for(base.preferences.budget));
    let mut amounts: Vec<i64> = lows.map(|price| whole(least(price.low))).filter(|amount| *amount > limit).collect();
    amounts.sort_unstable();
    amounts.dedup();
    amounts.into_iter().map(|hundredths| Answer::Money { hundredths, currency }).collect()
}

fn wider_names(engine: &Engine<'_>, question: Question, names: &[String]) -> Vec<Vec<Answer>> {
    if question != Question::Language {
        // A wanted field is never exchanged for another.
        return Vec::new();
    }
    let known = &engine.reader.names.languages;
    let all = Answer::Names { names: sorted(known), only: false };
    vec![one_more(names, known).map(|names| Answer::Names { names, only: false }).collect(), vec![all]]
}

fn sorted(names: &[String]) -> Vec<String> {
    let mut names = names.to_vec();
    names.sort();
    names
}

fn wider_institutions(engine: &Engine<'_>, prefer: &[String], must: &[String]) -> Vec<Vec<Answer>> {
    let all: Vec<String> = engine.reader.names.institution_names().into_iter().map(str::to_owned).collect();
    let more = one_more(must, &all).map(|must| Answer::Institutions { prefer: prefer.to_vec(), must });
    vec![more.collect(), vec![as_preference(prefer, must)]]
}

/// Returns the questions whose answers act as limits.
pub(crate) fn limits(base: &Evaluation) -> Vec<Question> {
    questions_of(base.preferences.limits).collect()
}

/// Searches for the smallest change of answers after which `counts` is above 0: changes of a single limit, or, if none
/// suffices, of as few limits as possible.
pub(crate) struct Search<'s> {
    pub(crate) engine: Engine<'s>,
    pub(crate) base: &'s Evaluation,
    pub(crate) answers: &'s Answers,
    /// Returns how many of the wanted programs pass after a change of these questions.
    pub(crate) counts: &'s dyn Fn(&Answers, &[Question]) -> usize,
}

impl Search<'_> {
    /// Returns one smallest change for each of `limits` that suffices alone, or else for each smallest set that
    /// suffices, with its count.
    pub(crate) fn smallest(&self, limits: &[Question]) -> Vec<(Change, usize)> {
        let ladders: Vec<(Question, Vec<Vec<Answer>>)> = limits
            .iter()
            .map(|question| (*question, ladder(&self.engine, self.base, self.answers, *question)))
            .filter(|(_, ladder)| !ladder.is_empty())
            .collect();
        for size in 1..=ladders.len() {
            let found: Vec<(Change, usize)> =
                subsets(ladders.len(), size).iter().filter_map(|chosen| self.of_set(&ladders, chosen)).collect();
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    /// Returns the narrowest answers to a set of questions that suffice together: starts with the widest answer to
    /// each, then narrows one after the other as far as possible. Returns `None` if even the widest do not suffice.
    fn of_set(&self, ladders: &[(Question, Vec<Vec<Answer>>)], chosen: &[usize]) -> Option<(Change, usize)> {
        let widest = |at: &usize| Some((ladders[*at].0, ladders[*at].1.last()?.first()?.clone()));
        let mut change: Change = chosen.iter().map(widest).collect::<Option<_>>()?;
        let mut count = self.count(&change);
        if count == 0 {
            return None;
        }
        for (place, at) in chosen.iter().enumerate() {
            for step in &ladders[*at].1 {
                let tried = step.iter().map(|answer| {
                    let mut change = change.clone();
                    change[place].1 = answer.clone();
                    (self.count(&change), change)
                });
                let best = tried.reduce(|best, next| if next.0 > best.0 { next } else { best });
                if let Some((found, narrower)) = best.filter(|(found, _)| *found > 0) {
                    (change, count) = (narrower, found);
                    break;
                }
            }
        }
        Some((change, count))
    }

    fn count(&self, change: &Change) -> usize {
        let changed: Vec<Question> = change.iter().map(|(question, _)| *question).collect();
        (self.counts)(&self.answers.with(change), &changed)
    }
}

/// Returns every subset of `size` of the numbers below `all`.
fn subsets(all: usize, size: usize) -> Vec<Vec<usize>> {
    let mut sets: Vec<Vec<usize>> = vec![Vec::new()];
    for _ in 0..size {
        sets = sets
            .into_iter()
            .flat_map(|set| {
                let from = set.last().map_or(0, |last| last + 1);
                (from..all).map(move |next| set.iter().copied().chain([next]).collect())
            })
            .collect();
    }
    sets
}

/// Returns the smallest changes of limits that leave some program.
pub(crate) fn relaxations(case: &Case<'_>) -> Vec<Relaxation> {
    let (engine, base) = (case.view.engine, case.evaluation);
    let counts = |answers: &Answers, changed: &[Question]| engine.remaining(base, answers, changed);
    let search = Search { engine, base, answers: case.view.answers, counts: &counts };
    let found = search.smallest(&limits(base));
    let mut all: Vec<Relaxation> =
        found.into_iter().filter_map(|(set, admits)| relaxation(case, set, admits)).collect();
    all.sort_by_key(|one| one.set.iter().map(|(question, _)| hardness(*question)).max());
    all
}

/// The limits that a user is least willing to give up, from the easiest to the hardest. All others, such as time and
/// money, are easier to give up than what the credential is for.
const BY_HARDNESS: [Question; 4] = [Question::Level, Question::Institution, Question::Credit, Question::Language];

/// How hard it is to give up a limit.
fn hardness(question: Question) -> usize {
    BY_HARDNESS.iter().position(|hard| *hard == question).map_or(0, |place| place + 1)
}

fn relaxation(case: &Case<'_>, set: Change, admits: usize) -> Option<Relaxation> {
    // The program that the result would name first: the best of the kind of its verdict, if it has one.
    let result = after(case, &set);
    let best = result.top.or(result.best)?;
    let chance = chance_after(case, best, &set);
    Some(Relaxation { set, admits, best: handle(best), chance })
}

/// Whether a program that passes after a change is then likely to fit.
pub(crate) fn chance_after(case: &Case<'_>, row: usize, set: &Change) -> Chance {
    let known = &case.evaluation.preferences;
    let preferences = case.view.engine.reader.read(&case.view.answers.with(set), Some(known));
    Chance::of(is_likely(&preferences, case.view.features(row), row))
}

/// Evaluates a change of answers.
fn after(case: &Case<'_>, set: &Change) -> Quick {
    let changed: Vec<Question> = set.iter().map(|(question, _)| *question).collect();
    case.view.engine.quick(case.evaluation, &case.view.answers.with(set), &changed)
}

/// Every other single answer, with what it leads to.
pub(crate) type Tried = Vec<(Alternative, Quick)>;

/// Tries every other single answer.
pub(crate) fn tried(case: &Case<'_>) -> Tried {
    let alternatives = alternatives(&case.view.engine, case.view.answers);
    let try_one = |one: Alternative| {
        let then = after(case, &vec![(one.question, one.answer.clone())]);
        (one, then)
    };
    alternatives.into_iter().map(try_one).collect()
}

/// Returns the changes of one answer that change the outcome or the first program, or of two answers if no
/// single one does.
pub(crate) fn flips(case: &Case<'_>, tried: &Tried, now: Quick) -> Vec<Flip> {
    let single = |(one, then): &(Alternative, Quick)| {
        flip(case, vec![(one.question, one.answer.clone())], *then, one.is_adjacent, now)
    };
    let mut flips: Vec<Flip> = tried.iter().filter_map(single).collect();
    if flips.is_empty() && now.outcome != Outcome::NotEnough {
        flips = pairs(case, tried, now);
    }
    flips.sort_by_key(order_of_flips);
    flips
}

/// Returns the sort key: answers the user might well give come first, then changes of the outcome before changes of the
/// first program.
fn order_of_flips(flip: &Flip) -> (bool, bool, bool) {
    (!flip.is_likely, !flip.changes_outcome, !flip.is_adjacent)
}

fn pairs(case: &Case<'_>, tried: &Tried, now: Quick) -> Vec<Flip> {
    let mut flips = Vec::new();
    for (at, (one, _)) in tried.iter().enumerate() {
        for (other, _) in tried[at + 1..].iter().filter(|(other, _)| other.question != one.question) {
            let set = vec![(one.question, one.answer.clone()), (other.question, other.answer.clone())];
            let then = after(case, &set);
            flips.extend(flip(case, set, then, one.is_adjacent && other.is_adjacent, now));
        }
    }
    flips.sort_by_key(order_of_flips);
    flips.truncate(MAX_PAIRS);
    flips
}

fn flip(case: &Case<'_>, set: Change, then: Quick, is_adjacent: bool, now: Quick) -> Option<Flip> {
    let changes_outcome = then.outcome != now.outcome;
    let is_flip = (then.outcome, then.top) != (now.outcome, now.top);
    let is_likely = set.iter().all(|(question, answer)| could_be_said(case, *question, answer, is_adjacent));
    is_flip.then(|| Flip {
        set,
        outcome: then.outcome,
        top: then.top.map(handle),
        is_adjacent,
        is_likely,
        changes_outcome,
    })
}

/// Whether the user might well give another answer. A completed education and who pays are facts, and an answer far
/// from the given one contradicts it.
fn could_be_said(case: &Case<'_>, question: Question, answer: &Answer, is_adjacent: bool) -> bool {
    let is_given = case.view.answers.get(question).is_some();
    match question {
        Question::Education => !is_given,
        Question::Budget => answer.is_choosable(question),
        _ => !is_given || is_adjacent,
    }
}

/// Returns the question whose answer would settle a close call: unanswered questions first, then those whose choices
/// differ most in lean.
pub(crate) fn decides(case: &Case<'_>, tried: &Tried) -> Option<Question> {
    let settles = |question: Question| {
        let is_settled =
            |then: &Quick| matches!(then.outcome, Outcome::ProfessionalCertificate | Outcome::MicroMasters);
        tried.iter().any(|(one, then)| one.question == question && is_settled(then))
    };
    let lean = case.view.questionnaire().lean_questions();
    let mut questions: Vec<&Item> = lean.filter(|item| settles(item.question)).collect();
    questions.sort_by_key(|item| (case.view.answers.get(item.question).is_some(), std::cmp::Reverse(swing(item))));
    questions.first().map(|item| item.question)
}

/// Returns the difference between the largest and smallest lean of a question's choices.
pub(crate) fn swing(item: &Item) -> i32 {
    let leans = || item.choices.iter().map(|choice| choice.lean);
    leans().max().unwrap_or_default() - leans().min().unwrap_or_default()
}
