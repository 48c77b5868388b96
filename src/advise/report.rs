//! Puts an evaluation together into the whole result. Only the few programs that are shown get words; everything else
//! stays numbers.

use std::collections::BTreeSet;

use super::changes::{limits, swing};
use super::criteria::order_key;
use super::evaluate::{Quick, Standing, handle, ranks};
use super::grounds::{Words, article, lower, plain};
use super::limits::STATUS;
use super::points::{largest_remainder, score};
use super::traits::Side;
use super::verdict::Decision;
use super::{
    Advice, Answer, Contribution, Criterion, KnockedOut, LeanPart, Outcome, Place, Question, Ranked, RunnerUp, Stack,
    Strength, Told,
};
use crate::catalog::{Level, sentence};

/// How many of the weightiest answers the verdict repeats.
const MOST_BECAUSE: usize = 3;

/// The most programs in the first place of which one is worth looking up.
const MOST_TO_LOOK_UP: usize = 10;

/// What the verdict and the ranking came to, before it is put into words.
pub(super) struct Result<'r> {
    pub(super) decision: Decision,
    pub(super) standings: &'r [Standing],
    pub(super) remaining: usize,
    /// Whether a limit removed a program of one of the two kinds.
    pub(super) is_limited: bool,
}

impl Words<'_> {
    /// The whole result.
    pub(super) fn advice(&self, result: &Result<'_>, hash: &str) -> Advice {
        let standings = result.standings;
        let shown = self.shown(result);
        let decision = self.sobered(result, &shown);
        let lean_parts = self.lean_parts();
        let decides = (decision.outcome == Outcome::Close).then(|| self.decides()).flatten();
        let now = Quick {
            outcome: decision.outcome,
            top: standings.first().map(|top| top.row),
            best: None,
            remaining: result.remaining,
        };
        let relaxations = if decision.outcome == Outcome::None { self.relaxations() } else { Vec::new() };
        Advice {
            outcome: decision.outcome,
            strength: decision.strength,
            headline: self.headline(result, decides),
            because: self.because(decision.outcome, &lean_parts),
            how_sure: self.why_less_sure(decision, result).unwrap_or_else(|| self.how_sure(decision)),
            rests_on: self.foremost(result, &shown),
            crowd: Self::crowd_in_first_place(result, &shown),
            lean: self.wishes().lean,
            lean_parts,
            by_constraint: decision.by_constraint,
            limits: limits(self.evaluation),
            told: self.told(),
            remaining: result.remaining,
            programs: told_once(shown.iter().map(|at| self.ranked(standings, *at)).collect()),
            ranking: standings.iter().map(place).collect(),
            also: self.also(result, &shown),
            knocked_out: self.knocked_out(),
            relaxations,
            flips: self.flips(now),
            decides,
            matter_most: if decision.outcome == Outcome::NotEnough { self.matter_most() } else { Vec::new() },
            runner_up: self.runner_up(standings),
            stack: standings.first().and_then(|top| self.stack(top.row)),
            stability: super::stability::stability(self.evaluation, standings),
            notes: self.notes(result, &shown),
            next_steps: self.next_steps(result),
            catalog_as_of: self.catalog.as_of.text().to_owned(),
            catalog_hash: hash.to_owned(),
            engine: env!("CARGO_PKG_VERSION"),
            as_of: self.engine.settings().as_of,
        }
    }

    /// The places in `standings` of the programs shown in full: the first ones and, in a close call, at least one of
    /// each kind.
    fn shown(&self, result: &Result<'_>) -> Vec<usize> {
        let most = self.engine.settings().shown.max(1).min(result.standings.len());
        let mut shown: Vec<usize> = (0..most).collect();
        if result.decision.outcome == Outcome::Close {
            for side in [Side::Certificate, Side::MicroMasters] {
                let of_side = |at: &usize| self.side(result.standings[*at].row) == side;
                let has_one = shown.iter().any(of_side);
                let first = (0..result.standings.len()).find(of_side);
                shown.extend(first.filter(|_| !has_one));
            }
        }
        shown
    }

    fn ranked(&self, standings: &[Standing], at: usize) -> Ranked {
        let standing = standings[at];
        let place = place(&standing);
        let mut for_it = self.for_it(standing.row);
        for_it.extend(self.asks_nothing(standing.row));
        if self.side(standing.row) == Side::Neither {
            let reason = self.reason_to_look(&standing).map(|reason| sentence(&reason));
            for_it.extend(reason.filter(|reason| !for_it.contains(reason)).into_iter().collect::<Vec<_>>());
        }
        Ranked {
            program: place.program,
            rank: place.rank,
            is_tie: place.is_tie,
            score: place.score,
            contributions: self.contributions(standing.row, place.score.mid),
            for_it,
            against: self.against(standing.row),
            warnings: self.warnings_at(standing.row, at),
            depends_on: self.depends_on(standings, at),
        }
    }

    /// The contributions of each criterion, which add up to `mid` hundredths by the largest remainder.
    fn contributions(&self, row: usize, mid: u32) -> Vec<Contribution> {
        let weights = &self.wishes().weights;
        let total: f64 = weights.iter().sum();
        let active = self.by_weight();
        let exact: Vec<f64> = active
            .iter()
            .map(|criterion| {
                let at = *criterion as usize;
                100.0 * weights[at] / total * self.evaluation.values[row][at].mid
            })
            .collect();
        let points = largest_remainder(&exact, mid);
        let contribution = |(criterion, points): (&Criterion, u32)| {
            let ground = self.of_criterion(*criterion, row);
            Contribution {
                criterion: *criterion,
                points,
                weight: weights[*criterion as usize] / total,
                value: self.evaluation.values[row][*criterion as usize],
                basis: ground.basis,
                reason: sentence(&ground.text),
            }
        };
        active.iter().zip(points).map(contribution).collect()
    }

    /// The facts on which it depends that a program stands before those that follow. Its place is certain where its
    /// bounds lie above theirs, and in a tie where nothing is left to learn about either.
    fn depends_on(&self, standings: &[Standing], at: usize) -> Vec<String> {
        let one = standings[at];
        let is_exact = |standing: &Standing| standing.score.is_exact();
        let may_pass = |(place, other): &(usize, &Standing)| {
            let is_tied = *place != at && other.rank == one.rank;
            let comes_later = *place > at && score(other).high >= score(&one).low;
            (is_tied || comes_later) && !(is_exact(&one) && is_exact(other))
        };
        let in_sight = self.engine.settings().shown.max(1).max(at + 1) + 1;
        let rival = standings.iter().enumerate().take(in_sight).find(may_pass);
        let Some((_, other)) = rival else { return Vec::new() };
        [one.row, other.row].into_iter().filter_map(|row| self.widest_doubt(row)).collect()
    }

    /// The fact of a program that makes its score most uncertain: `the price of X`.
    fn widest_doubt(&self, row: usize) -> Option<String> {
        let doubt = |criterion: &Criterion| {
            let value = self.evaluation.values[row][*criterion as usize];
            self.wishes().weights[*criterion as usize] * (value.high - value.low)
        };
        let widest = self.by_weight().into_iter().max_by(|a, b| doubt(a).total_cmp(&doubt(b)))?;
        (doubt(&widest) > 1e-9).then(|| format!("{} of {}", fact_name(widest), self.name(row)))
    }

    /// Said first where more than half of what the first program is scored by is not on record.
    pub(super) fn rests_on(&self, row: usize) -> Option<String> {
        let weights = &self.wishes().weights;
        let facts: Vec<Criterion> =
            self.by_weight().into_iter().filter(|criterion| *criterion != Criterion::Type).collect();
        let weigh = |criteria: &[Criterion]| criteria.iter().map(|criterion| weights[*criterion as usize]).sum::<f64>();
        let is_thin = |criterion: &&Criterion| {
            let basis = self.of_criterion(**criterion, row).basis;
            matches!(basis, "unknown" | "estimated" | "presumed")
        };
        let thin: Vec<Criterion> = facts.iter().filter(is_thin).copied().collect();
        if thin.is_empty() || weigh(&thin) * 2.0 <= weigh(&facts) {
            return None;
        }
        let what: Vec<String> = thin.iter().map(|criterion| fact_name(*criterion).to_owned()).collect();
        let place = match self.program(row).url.value() {
            Some(url) => format!("on its page, {url}"),
            None => "on its page at edx.org".to_owned(),
        };
        Some(format!(
            "This rests mainly on what is not on record. Look up {} of {} {place}, before you decide.",
            and_list(&what),
            self.name(row)
        ))
    }

    fn headline(&self, result: &Result<'_>, decides: Option<Question>) -> String {
        let decision = result.decision;
        match decision.outcome {
            Outcome::ProfessionalCertificate if decision.by_constraint => {
                self.only_one_kind("A Professional Certificate", Side::MicroMasters)
            }
            Outcome::MicroMasters if decision.by_constraint => self.only_one_kind("A MicroMasters", Side::Certificate),
            Outcome::ProfessionalCertificate => "A Professional Certificate fits you better.".to_owned(),
            Outcome::MicroMasters => "A MicroMasters fits you better.".to_owned(),
            Outcome::Close => self.close_headline(decides),
            Outcome::Other => {
                let what = if result.is_limited { "Your limits leave" } else { self.what_lacks() };
                let others = counted(result.remaining, "program");
                format!("{what} neither a Professional Certificate nor a MicroMasters, but {others} of another kind.")
            }
            Outcome::None => self.none_headline(),
            Outcome::NotEnough => self.not_enough(),
        }
    }

    /// The verdict where only one of the two kinds is left, by the limits or because there is no other.
    fn only_one_kind(&self, name: &str, missing: Side) -> String {
        let is_removed = |row: usize, fails: u16| fails & STATUS == 0 && self.engine.programs[row].side == missing;
        let by_limits = self.evaluation.fails.iter().enumerate().any(|(row, fails)| is_removed(row, *fails));
        let left = if by_limits { "what your limits leave" } else { "the only one of the two kinds in the running" };
        let lean = self.wishes().lean;
        let other = if missing == Side::MicroMasters { "a MicroMasters" } else { "a Professional Certificate" };
        let sign = signed(lean);
        if lean.abs() > self.engine.reader.questionnaire.verdict.close {
            return format!("{name} is {left}; your answers pointed to {other} (lean {sign}).");
        }
        format!("{name} is {left}; your answers alone would have left it open (lean {sign}).")
    }

    /// What has neither of the two kinds, where no limit is to blame.
    fn what_lacks(&self) -> &'static str {
        let is_older = |fails: &u16| fails & STATUS != 0;
        if self.evaluation.fails.iter().any(is_older) {
            "The latest list of the catalogue has"
        } else {
            "The catalogue has"
        }
    }

    fn none_headline(&self) -> String {
        let fails = &self.evaluation.fails;
        if fails.is_empty() {
            return "The catalogue has no programs.".to_owned();
        }
        if fails.iter().all(|fails| fails & STATUS != 0) {
            return "Every program of the catalogue is only in an older list.".to_owned();
        }
        "No program in the catalogue passes all your limits.".to_owned()
    }

    /// How many programs nothing but their older list keeps out.
    pub(super) fn only_older(&self) -> usize {
        self.evaluation.fails.iter().filter(|fails| **fails == STATUS).count()
    }

    fn close_headline(&self, decides: Option<Question>) -> String {
        let both = "A Professional Certificate and a MicroMasters fit you about equally";
        match decides.map(|question| self.engine.reader.questionnaire.item(question)) {
            Some(item) if self.answers.get(item.question).is_none() => {
                format!("{both}; one more answer would settle it: {}", item.title)
            }
            Some(item) => format!("{both}; another answer to one question would settle it: {}", item.title),
            None => format!("{both}."),
        }
    }

    fn not_enough(&self) -> String {
        let questionnaire = self.engine.reader.questionnaire;
        let (answered, needed) = (self.wishes().lean_answered, questionnaire.verdict.least_answers);
        let all = questionnaire.lean_questions().count();
        let are = if answered == 1 { "is" } else { "are" };
        format!(
            "That is too little for a verdict: {answered} of the {all} questions that weigh the two kinds {are} answered, and it takes {needed}."
        )
    }

    /// The answers that made the verdict, as sentences, the weightiest first.
    fn because(&self, outcome: Outcome, parts: &[LeanPart]) -> String {
        let sign = match outcome {
            Outcome::ProfessionalCertificate => -1,
            Outcome::MicroMasters => 1,
            Outcome::Close => 0,
            Outcome::Other | Outcome::None | Outcome::NotEnough => return String::new(),
        };
        let counts = |part: &&LeanPart| part.effect != 0 && (sign == 0 || part.effect.signum() == sign);
        let mut parts: Vec<&LeanPart> = parts.iter().filter(counts).collect();
        parts.sort_by_key(|part| std::cmp::Reverse(part.effect.abs()));
        let told = parts.into_iter().take(MOST_BECAUSE).filter_map(|part| self.told_of(part.question));
        let mut because: Vec<String> = told.collect();
        if self.answers.get(Question::Credit).and_then(Answer::choice) == Some("no") && outcome == Outcome::MicroMasters
        {
            because.push("Credit played no part in it.".to_owned());
        }
        because.join(" ")
    }

    fn how_sure(&self, decision: Decision) -> String {
        let thresholds = self.engine.reader.questionnaire.verdict;
        let lean = self.wishes().lean;
        let toward = if lean > 0 { "a MicroMasters" } else { "a Professional Certificate" };
        match decision.outcome {
            Outcome::None | Outcome::Other | Outcome::NotEnough => String::new(),
            _ if decision.by_constraint => {
                format!("only one of the two kinds is in the running; the lean was {}", signed(lean))
            }
            _ => match decision.strength {
                Strength::Strong => {
                    format!("your answers lean {} toward {toward}; {} is strong", lean.abs(), thresholds.strong)
                }
                Strength::Moderate => {
                    format!(
                        "your answers lean {} toward {toward}; it takes {} to be strong",
                        lean.abs(),
                        thresholds.strong
                    )
                }
                Strength::Close => {
                    format!("your answers lean {}; up to {} either way is close", signed(lean), thresholds.close)
                }
            },
        }
    }

    fn lean_parts(&self) -> Vec<LeanPart> {
        let part = |item: &super::Item| {
            let answer = self.answers.get(item.question).filter(|_| self.answers.is_active(item))?;
            let choice = self.engine.reader.choice(item.question, answer)?;
            Some(LeanPart {
                question: item.question,
                answer: self.answer_words(item.question, answer),
                effect: choice.lean,
            })
        };
        self.engine.reader.questionnaire.lean_questions().filter_map(part).collect()
    }

    fn told(&self) -> Vec<Told> {
        let told = |item: &super::Item| {
            let answer = self.answers.get(item.question).filter(|_| self.answers.is_active(item))?.clone();
            Some(Told { question: item.question, answer, sentence: self.told_of(item.question)? })
        };
        self.engine.reader.questionnaire.items.iter().filter_map(told).collect()
    }

    /// An answer as a sentence.
    pub(super) fn told_of(&self, question: Question) -> Option<String> {
        let answer = self.answers.get(question)?;
        let told = match answer {
            Answer::Choice(value) => self.engine.reader.questionnaire.item(question).choice(value)?.told.clone(),
            Answer::CannotPrepare(value) => {
                let told = &self.engine.reader.questionnaire.item(question).choice(value)?.told;
                format!("{told} You cannot prepare first.")
            }
            Answer::Hours(hours) => format!("You can give {} a week.", hours_words(*hours)),
            Answer::Date(date) => format!("It must be finished by {date}."),
            Answer::Months(months) => format!("It must be finished in {}.", counted(*months as usize, "month")),
            Answer::Money { .. } => format!("You would pay up to {}.", self.answer_words(question, answer)),
            Answer::Names { names, .. } if question == Question::Language => {
                format!("You can study in {}.", super::grounds::or_list(names))
            }
            Answer::Names { names, only: false } => format!("You want {}.", super::grounds::or_list(names)),
            Answer::Names { names, only: true } => {
                format!("You want {} and nothing else.", super::grounds::or_list(names))
            }
            Answer::Institutions { prefer, must } if must.is_empty() => {
                format!("You would prefer {}.", self.institution_shorts(prefer))
            }
            Answer::Institutions { prefer, must } if prefer.is_empty() => {
                format!("It must be offered by {}.", self.institution_shorts(must))
            }
            Answer::Institutions { prefer, must } => format!(
                "It must be offered by {}, and you would prefer {}.",
                self.institution_shorts(must),
                self.institution_shorts(prefer)
            ),
        };
        Some(told)
    }

    fn knocked_out(&self) -> Vec<KnockedOut> {
        let out = self.evaluation.fails.iter().enumerate().filter(|(_, fails)| **fails != 0);
        out.map(|(row, fails)| KnockedOut { program: handle(row), reasons: self.reasons(row, *fails) }).collect()
    }

    /// The questions that pull furthest and are not answered.
    pub(super) fn matter_most(&self) -> Vec<Question> {
        let lean = self.engine.reader.questionnaire.lean_questions();
        let mut open: Vec<&super::Item> = lean.filter(|item| self.answers.get(item.question).is_none()).collect();
        open.sort_by_key(|item| std::cmp::Reverse(swing(item)));
        open.into_iter().take(4).map(|item| item.question).collect()
    }

    fn runner_up(&self, standings: &[Standing]) -> Option<RunnerUp> {
        let [first, second, ..] = standings else { return None };
        let program = handle(second.row);
        if order_key(first.score.mid) == order_key(second.score.mid) {
            let reason = "It ties with the first: only the order of titles puts it second.".to_owned();
            return Some(RunnerUp { program, reason });
        }
        let weights = &self.wishes().weights;
        let lost = |criterion: &Criterion| {
            let at = *criterion as usize;
            weights[at] * (self.evaluation.values[first.row][at].mid - self.evaluation.values[second.row][at].mid)
        };
        let most = self.by_weight().into_iter().max_by(|a, b| lost(a).total_cmp(&lost(b)))?;
        let (mine, theirs) = (self.of_criterion(most, second.row), self.of_criterion(most, first.row));
        let reason = format!("It lost most on {}: {}; of the first, {}.", most.label(), mine.text, theirs.text);
        Some(RunnerUp { program, reason })
    }

    /// A certificate that prepares for a program that starts above one's level: same field, lower level, still possible.
    fn stack(&self, top: usize) -> Option<Stack> {
        if !self.has_level_gap(top) {
            return None;
        }
        let target = self.program(top);
        let own = self.wishes().level?.own;
        let prepares = |standing: &&Standing| {
            let program = self.program(standing.row);
            let shares_field = program.fields().first().is_some_and(|field| Some(field) == target.fields().first());
            let shares_language = program.languages().iter().any(|language| target.languages().contains(language));
            let starts = super::limits::least_step(self.engine.programs[standing.row].levels);
            standing.row != top && shares_field && shares_language && starts.is_some_and(|starts| starts <= own)
        };
        // What only prepares need not carry credit itself.
        let mut evaluation = self.evaluation.clone();
        evaluation.fails.iter_mut().for_each(|fails| *fails &= !super::wishes::bit(Question::Credit));
        let certificates = self.engine.rank(&evaluation, |side| side == Side::Certificate);
        let first = certificates.iter().find(prepares)?;
        let level = self.program(first.row).levels().first().map_or("", |level: &Level| level.name());
        let sentence = format!(
            "Take {} first: it is in the same field at {} level and prepares for {}. It does not count as credit toward it, \
             and no school is on record that links the two.",
            self.name(first.row),
            lower(level),
            self.name(top)
        );
        Some(Stack { first: handle(first.row), then: handle(top), sentence })
    }

    fn next_steps(&self, result: &Result<'_>) -> Vec<String> {
        let Some(top) = result.standings.first().map(|top| top.row) else { return self.steps_without_top(result) };
        let program = self.program(top);
        let telling = self.breaks_the_crowd(result);
        let is_crowded = telling.is_some();
        let mut steps: Vec<String> = telling.into_iter().collect();
        let is_trial = self.answers.get(Question::Goal).and_then(Answer::choice) == Some("explore");
        if is_trial && self.side(top) == Side::MicroMasters || self.has_level_gap(top) {
            steps.push(self.one_course_first(top));
        }
        match program.url.value() {
            _ if is_crowded => {}
            Some(url) => steps.push(format!("Open its page and check price, dates and language of today: {url}")),
            None => steps.push(format!(
                "Search edx.org for its title, {}, and check price, dates and language of today.",
                program.title
            )),
        }
        steps
    }

    /// Where too many share the first place to look any of them up: the question whose answer would tell them apart.
    pub(super) fn breaks_the_crowd(&self, result: &Result<'_>) -> Option<String> {
        const TELLING: [Question; 6] =
            [Question::Field, Question::Level, Question::Hours, Question::Budget, Question::Depth, Question::Language];
        let crowd = result.standings.iter().filter(|one| one.rank == 1).count();
        let open = TELLING.into_iter().find(|question| self.answers.get(*question).is_none())?;
        let what = if open == Question::Field {
            "Name a field".to_owned()
        } else {
            format!("Answer one more question: {}", self.engine.reader.questionnaire.item(open).title)
        };
        let end = if what.ends_with('?') { "" } else { "." };
        (crowd > MOST_TO_LOOK_UP)
            .then(|| format!("{what}{end} So far {crowd} programs fit equally well, too many to look up each."))
    }

    fn one_course_first(&self, top: usize) -> String {
        let program = self.program(top);
        let first = program.course_list.first().map(|used| self.catalog.course(used.course).title.to_string());
        let course = first.map_or("one course".to_owned(), |title| format!("one course, {title},"));
        let exits = match program.courses.value() {
            Some(count) if *count > 1 => format!(" You can stop after any of its {count} courses."),
            _ => String::new(),
        };
        format!("Take {course} first and see whether it suits you.{exits}")
    }

    fn steps_without_top(&self, result: &Result<'_>) -> Vec<String> {
        if result.decision.outcome == Outcome::None {
            return self.steps_from_nothing();
        }
        let title = |question: &Question| self.engine.reader.questionnaire.item(*question).title.clone();
        let titles: Vec<String> = self.matter_most().iter().map(title).collect();
        vec![
            format!("Answer what matters most: {}", titles.join(" ")),
            "Or browse the catalogue, and come back when you know more.".to_owned(),
        ]
    }

    fn steps_from_nothing(&self) -> Vec<String> {
        let mut steps = Vec::new();
        let fails = &self.evaluation.fails;
        if fails.iter().any(|fails| fails & STATUS == 0) {
            steps.push("Change one of the answers that limit the choice.".to_owned());
        }
        match self.only_older() {
            0 if fails.is_empty() => steps.push("Load a catalogue that has programs.".to_owned()),
            0 if steps.is_empty() => {
                steps.push("Let programs of older lists in, and change an answer that limits the choice.".to_owned());
            }
            0 => {}
            1 => steps.push("Let programs of older lists in: 1 of them passes your limits.".to_owned()),
            count => steps.push(format!("Let programs of older lists in: {count} of them pass your limits.")),
        }
        steps
    }

    /// Whether the outcome ranks the side of a program.
    pub(super) fn is_ranked(&self, outcome: Outcome, row: usize) -> bool {
        ranks(outcome, self.side(row))
    }

    /// The kind of a program with its article.
    pub(super) fn a_kind(&self, row: usize) -> String {
        let name = self.program(row).kind().name();
        format!("{} {name}", article(name))
    }

    /// The rows that are shown in full.
    pub(super) fn rows(result: &Result<'_>, shown: &[usize]) -> BTreeSet<usize> {
        shown.iter().map(|at| result.standings[*at].row).collect()
    }
}

/// The programs, with no fact on which a place depends said twice where another is left to say.
fn told_once(mut programs: Vec<Ranked>) -> Vec<Ranked> {
    let mut told: BTreeSet<String> = BTreeSet::new();
    for ranked in &mut programs {
        let new: Vec<String> = ranked.depends_on.iter().filter(|fact| !told.contains(*fact)).cloned().collect();
        if !new.is_empty() {
            ranked.depends_on = new;
        }
        told.extend(ranked.depends_on.iter().cloned());
    }
    programs
}

fn place(standing: &Standing) -> Place {
    Place { program: handle(standing.row), rank: standing.rank, is_tie: standing.is_tie, score: score(standing) }
}

/// The fact behind a criterion, as something that can be looked up.
fn fact_name(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Type => "the kind",
        Criterion::Field => "the field",
        Criterion::Credit => "the credit",
        Criterion::Time => "the length and hours",
        Criterion::Cost => "the price",
        Criterion::Fit | Criterion::Depth => "the level",
        Criterion::Exams => "the exams",
        Criterion::Pacing => "the pacing",
        Criterion::Brand => "the institution",
    }
}

pub(super) fn and_list(words: &[String]) -> String {
    let mut words: Vec<String> = words.to_vec();
    words.dedup();
    match words.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} and {last}", all.join(", ")),
    }
}

/// A lean with its sign; nothing before 0.
fn signed(lean: i32) -> String {
    if lean == 0 { "0".to_owned() } else { format!("{lean:+}") }
}

/// `1 hour`, `1.5 hours`.
pub(super) fn hours_words(hours: f64) -> String {
    let number = plain(hours);
    let plural = if number == "1" { "" } else { "s" };
    format!("{number} hour{plural}")
}

/// `1 program`, `2 programs`.
pub(super) fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
