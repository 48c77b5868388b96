//! Changes of answers: which single answers would change the result, which smallest change of a limit leaves something
//! where nothing is left, which question would settle a close call. Every change that is told has been worked out.

use super::evaluate::{Engine, Evaluation, Quick, handle};
use super::grounds::Words;
use super::wishes::bit;
use super::{Answer, Answers, Change, Flip, Item, Outcome, Question, Relaxation};
use crate::catalog::{Currency, Money, nearest};

/// Another answer to one question.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Alternative {
    pub(super) question: Question,
    pub(super) answer: Answer,
    /// Whether it is the next choice to the one given.
    pub(super) is_adjacent: bool,
}

/// The most pairs of changes that are told.
const MOST_PAIRS: usize = 12;

/// Hours a week beyond which a number is not raised: as many as a week has, since more are no answer.
const MOST_HOURS: u32 = 168;

/// How many months a date is put off before the deadline is dropped.
const MOST_MONTHS_LATER: i32 = 36;

/// Every other single answer: each choice of each question that has choices; for names, one fewer, a limit turned
/// into a preference, and one more language.
pub(super) fn alternatives(engine: &Engine<'_>, answers: &Answers) -> Vec<Alternative> {
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
    let other = |(at, choice): (usize, &super::Choice)| {
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
            if *only {
                others.push(Answer::Names { names: names.clone(), only: false });
            }
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

/// Each list with one name left out, where something remains.
fn one_fewer(names: &[String]) -> impl Iterator<Item = Vec<String>> + '_ {
    let count = if names.len() > 1 { names.len() } else { 0 };
    (0..count).map(|out| names.iter().enumerate().filter(|(at, _)| *at != out).map(|(_, name)| name.clone()).collect())
}

/// Each list with one name of `all` added, in the order of the alphabet.
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

/// Wider answers than the one that limits, nearest first; those of one step are equally near.
fn ladder(engine: &Engine<'_>, base: &Evaluation, answers: &Answers, question: Question) -> Vec<Vec<Answer>> {
    let Some(given) = answers.get(question) else { return Vec::new() };
    let one_by_one = |answers: Vec<Answer>| answers.into_iter().map(|answer| vec![answer]).collect();
    match given {
        Answer::CannotPrepare(value) => vec![vec![Answer::Choice(value.clone())]],
        Answer::Hours(hours) => {
            one_by_one((hours.floor() as u32 + 1..=MOST_HOURS).map(|more| Answer::Hours(f64::from(more))).collect())
        }
        Answer::Date(date) => {
            let later =
                (1..=MOST_MONTHS_LATER).map(|more| Answer::Date(date.saturating_add(jiff::Span::new().months(more))));
            one_by_one(later.chain([Answer::Choice("none".to_owned())]).collect())
        }
        Answer::Months(months) => {
            let later = (1..=MOST_MONTHS_LATER).map(|more| Answer::Months(months.saturating_add(more.unsigned_abs())));
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

/// The least amounts that let one more program pass, then no limit.
fn dearer(engine: &Engine<'_>, base: &Evaluation, currency: Currency) -> Vec<Answer> {
    let stretch = i64::from(100 + engine.reader.questionnaire.stretch_percent);
    let limit = base.wishes.budget.and_then(|budget| budget.limit).unwrap_or_default();
    // Rounded up twice: to what lets the program pass, and to whole units, so that the amount can be said.
    let least = |low: i64| ((i128::from(low) * 100 + i128::from(stretch) - 1) / i128::from(stretch)) as i64;
    let whole = |hundredths: i64| hundredths.saturating_add(99) / 100 * 100;
    let lows = engine.programs.iter().filter_map(|program| program.price_for(base.wishes.budget));
    let mut amounts: Vec<i64> = lows.map(|price| whole(least(price.low))).filter(|amount| *amount > limit).collect();
    amounts.sort_unstable();
    amounts.dedup();
    amounts.into_iter().map(|hundredths| Answer::Money { hundredths, currency }).collect()
}

fn wider_names(engine: &Engine<'_>, question: Question, names: &[String]) -> Vec<Vec<Answer>> {
    let known = engine.reader.names;
    if question == Question::Language {
        let all = Answer::Names { names: sorted(&known.languages), only: false };
        return vec![
            one_more(names, &known.languages).map(|names| Answer::Names { names, only: false }).collect(),
            vec![all],
        ];
    }
    let meant = vec![Answer::Names { names: as_meant(names, &known.fields), only: true }];
    // A limit that becomes a wish is nearer to what is wanted than one that takes in an unrelated field.
    vec![meant, vec![Answer::Names { names: names.to_vec(), only: false }]]
}

/// Names with the nearest right one in place of each slip.
fn as_meant(names: &[String], all: &[String]) -> Vec<String> {
    let right = |name: &String| nearest(name, all.iter().map(String::as_str)).unwrap_or(name).to_owned();
    let mut meant: Vec<String> = names.iter().map(right).collect();
    meant.sort();
    meant.dedup();
    meant
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

/// The questions whose answers remove programs.
pub(super) fn limits(base: &Evaluation) -> Vec<Question> {
    Question::ALL.iter().copied().filter(|question| base.wishes.limits & bit(*question) != 0).collect()
}

/// Finds the smallest change of answers after which `counts` something: of one limit each, or, where none alone
/// does it, of as few as do.
pub(super) struct Search<'s> {
    pub(super) engine: Engine<'s>,
    pub(super) base: &'s Evaluation,
    pub(super) answers: &'s Answers,
    /// How many of what is looked for a change lets pass.
    pub(super) counts: &'s dyn Fn(&Answers, &[Question]) -> usize,
}

impl Search<'_> {
    /// One smallest change for each of `limits` that suffices alone; else for each smallest set that does.
    pub(super) fn smallest(&self, limits: &[Question]) -> Vec<(Change, usize)> {
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

    /// The narrowest answers to a set of questions that suffice together: each as near as the others allow.
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

/// Every way to choose `size` of `all` numbers.
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

impl Words<'_> {
    /// The smallest changes of limits that leave something.
    pub(super) fn relaxations(&self) -> Vec<Relaxation> {
        let (engine, base) = (self.engine, self.evaluation);
        let counts = |answers: &Answers, changed: &[Question]| engine.remaining(base, answers, changed);
        let search = Search { engine, base, answers: self.answers, counts: &counts };
        let found = search.smallest(&limits(base));
        found.into_iter().filter_map(|(set, admits)| self.relaxation(set, admits)).collect()
    }

    fn relaxation(&self, set: Change, admits: usize) -> Option<Relaxation> {
        let changed: Vec<Question> = set.iter().map(|(question, _)| *question).collect();
        let quick = self.engine.quick(self.evaluation, &self.answers.with(&set), &changed);
        let best = quick.best?;
        let programs = if admits == 1 { "program" } else { "programs" };
        let sentence = format!("{}: {admits} {programs}, the best is {}", self.change_words(&set), self.name(best));
        Some(Relaxation { set, admits, best: handle(best), sentence })
    }

    /// The changes of one answer that change the outcome or the first program; of two, where no single one does.
    pub(super) fn flips(&self, now: Quick) -> Vec<Flip> {
        let alternatives = alternatives(&self.engine, self.answers);
        let mut flips: Vec<Flip> = alternatives
            .iter()
            .filter_map(|one| self.flip(vec![(one.question, one.answer.clone())], one.is_adjacent, now))
            .collect();
        if flips.is_empty() && now.outcome != Outcome::NotEnough {
            flips = self.pairs(&alternatives, now);
        }
        flips.sort_by_key(|flip| (!flip.changes_outcome, !flip.is_adjacent));
        flips
    }

    fn pairs(&self, alternatives: &[Alternative], now: Quick) -> Vec<Flip> {
        let mut flips = Vec::new();
        for (at, one) in alternatives.iter().enumerate() {
            for other in alternatives[at + 1..].iter().filter(|other| other.question != one.question) {
                let set = vec![(one.question, one.answer.clone()), (other.question, other.answer.clone())];
                flips.extend(self.flip(set, one.is_adjacent && other.is_adjacent, now));
            }
        }
        flips.sort_by_key(|flip| (!flip.changes_outcome, !flip.is_adjacent));
        flips.truncate(MOST_PAIRS);
        flips
    }

    fn flip(&self, set: Change, is_adjacent: bool, now: Quick) -> Option<Flip> {
        let changed: Vec<Question> = set.iter().map(|(question, _)| *question).collect();
        let then = self.engine.quick(self.evaluation, &self.answers.with(&set), &changed);
        if (then.outcome, then.top) == (now.outcome, now.top) {
            return None;
        }
        let changes_outcome = then.outcome != now.outcome;
        let first = then.top.map(|row| self.name(row));
        let says = match first.filter(|_| !changes_outcome) {
            Some(first) => format!("still {}, first is {first}", then.outcome.name()),
            None => then.outcome.name().to_owned(),
        };
        let sentence = format!("{} → {says}", self.change_words(&set));
        Some(Flip { set, outcome: then.outcome, top: then.top.map(handle), is_adjacent, changes_outcome, sentence })
    }

    /// `credit: nice to have instead of not needed`.
    pub(super) fn change_words(&self, set: &Change) -> String {
        let one = |(question, answer): &(Question, Answer)| {
            let new = self.answer_words(*question, answer);
            match self.answers.get(*question) {
                Some(old) => format!("{}: {new} instead of {}", question.slug(), self.answer_words(*question, old)),
                None => format!("{}: {new}", question.slug()),
            }
        };
        set.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    /// An answer as it stands within a sentence.
    pub(super) fn answer_words(&self, question: Question, answer: &Answer) -> String {
        let item = self.engine.reader.questionnaire.item(question);
        match answer {
            Answer::Choice(value) => item.choice(value).map_or_else(|| value.clone(), |choice| choice.phrase.clone()),
            Answer::CannotPrepare(value) => format!("{value}, without preparing first"),
            Answer::Hours(hours) => super::report::hours_words(*hours),
            Answer::Months(months) => super::report::counted(*months as usize, "month"),
            Answer::Money { hundredths, currency } => {
                Money { low: *hundredths, high: *hundredths, currency: *currency }.to_string()
            }
            Answer::Institutions { prefer, must } => self.institution_words(prefer, must),
            Answer::Names { .. } | Answer::Date(_) => answer.short(),
        }
    }

    fn institution_words(&self, prefer: &[String], must: &[String]) -> String {
        let shorts = |names: &[String]| self.institution_shorts(names);
        match (prefer.is_empty(), must.is_empty()) {
            (false, true) => format!("preferably {}", shorts(prefer)),
            (true, _) => format!("only {}", shorts(must)),
            (false, false) => format!("only {}, preferably {}", shorts(must), shorts(prefer)),
        }
    }

    /// Institutions by the names that people call them.
    pub(super) fn institution_shorts(&self, names: &[String]) -> String {
        let known = self.engine.reader.names;
        let shorts: Vec<String> = names.iter().map(|name| known.short_institution(name).to_owned()).collect();
        super::grounds::or_list(&shorts)
    }

    /// The question whose answer would settle a close call: one that is not answered yet before one that is, then the
    /// one whose answers pull furthest apart.
    pub(super) fn decides(&self) -> Option<Question> {
        let settles = |question: Question| {
            let others = alternatives(&self.engine, self.answers).into_iter().filter(|one| one.question == question);
            others
                .map(|one| {
                    self.engine.quick(self.evaluation, &self.answers.with(&[(question, one.answer)]), &[question])
                })
                .any(|then| matches!(then.outcome, Outcome::ProfessionalCertificate | Outcome::MicroMasters))
        };
        let mut questions: Vec<&Item> =
            self.engine.reader.questionnaire.lean_questions().filter(|item| settles(item.question)).collect();
        questions.sort_by_key(|item| (self.answers.get(item.question).is_some(), std::cmp::Reverse(swing(item))));
        questions.first().map(|item| item.question)
    }
}

/// How far apart the answers to a question pull.
pub(super) fn swing(item: &Item) -> i32 {
    let leans = || item.choices.iter().map(|choice| choice.lean);
    leans().max().unwrap_or_default() - leans().min().unwrap_or_default()
}
