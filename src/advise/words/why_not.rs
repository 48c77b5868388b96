//! Why a program is not first, in words; and what is known about one that is not in the catalogue.

use super::answers::{condition, phrase};
use super::facts::{last_seen, of_criterion, of_limit};
use super::names::{a_kind, name, shorts};
use super::order::against;
use super::verdict::{asked_about, outcome, though};
use crate::advise::advice::{Change, LostOn, Nearest, Origin, Outcome, Reason, Standing, Trace, WhyNot};
use crate::advise::engine::View;
use crate::advise::engine::evaluate::row_of;
use crate::advise::question::{Answer, Finding, Question};
use crate::catalog::{Basis, ProgramIx, sentence};
use crate::english::{and_list, counted, or_list};
use crate::guide::Guide;
use crate::search::Unknowns;

/// The answer behind the rule that only the latest list counts.
const LATEST: &str = "only the latest list";

/// A reason for which a program is removed, ready to be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removal {
    /// The question; `None` for the rule that only the latest list counts.
    pub question: Option<Question>,
    /// The answer in the format of answer files.
    pub answer: String,
    /// The answer in words.
    pub said: String,
    /// The fact that removes the program.
    pub fact: String,
    /// The basis of the fact; `None` if it is unknown.
    pub basis: Option<Basis>,
    /// The id of its source; empty if unknown.
    pub source: String,
    /// What its source is; empty if unknown.
    pub source_title: String,
}

/// Returns a removal in words.
pub(crate) fn removal(view: &View<'_>, program: ProgramIx, reason: Reason) -> Removal {
    let row = row_of(program);
    let basis = reason.evidence.basis;
    let (answer, said, fact) = match reason.question {
        None => ("current".to_owned(), LATEST.to_owned(), last_seen(view.program(row))),
        Some(question) => {
            let is_dropped = basis.is_none() && view.settings().unknowns == Unknowns::Drop;
            let why = if is_dropped { ", and programs with unknown facts are left out, as you asked" } else { "" };
            let given = view.answers.get(question);
            let said = given.map(|answer| phrase(view, question, answer)).unwrap_or_default();
            (given.map(Answer::short).unwrap_or_default(), said, format!("{}{why}", of_limit(view, question, row)))
        }
    };
    let (source, source_title) = match reason.evidence.origin {
        Some(Origin::Source(source)) => {
            let source = view.catalog.source(source);
            (source.id.to_string(), source.title.to_string())
        }
        Some(Origin::Questionnaire) => ("questionnaire".to_owned(), "the questionnaire".to_owned()),
        None => (String::new(), String::new()),
    };
    Removal { question: reason.question, answer, said, fact, basis, source, source_title }
}

/// Returns why a program is not first, in one sentence.
pub(crate) fn headline(view: &View<'_>, why: &WhyNot) -> String {
    let Some(program) = why.program else {
        return format!("The catalogue has no program called \"{}\".", why.id);
    };
    let name = name(view, program);
    if why.standing == Standing::KnockedOut {
        return match why.reasons.as_slice() {
            [only] => format!("{name} is ruled out: {}.", removal(view, program, *only).fact),
            // The facts are listed with the answers below.
            several => {
                format!("{name} is ruled out by {}.", and_list(&several.iter().copied().map(limit).collect::<Vec<_>>()))
            }
        };
    }
    if why.nearest == Nearest::ToCheck {
        return format!("{name} may fit, but a fact that you require is not on record.");
    }
    let all = counted(why.ranked, "program");
    match (why.place, why.outcome) {
        (Some(place), _) if place.rank == 1 && place.is_tie => format!("{name} is first, in a tie, of {all}."),
        (Some(place), _) if place.rank == 1 => format!("{name} is first of {all}."),
        (Some(place), _) => format!("{name} passes all limits and ranks {} of {all}.", place.rank),
        (None, Outcome::NotEnough) => format!("{name} passes all limits; too few questions are answered to rank it."),
        (None, came_to) => format!(
            "{name} passes all limits, but it is {} and your answers lead to {}.",
            a_kind(view, program),
            outcome(came_to)
        ),
    }
}

/// What removes a program, in a word or two.
fn limit(reason: Reason) -> String {
    reason.question.map_or("the limit to the latest list".to_owned(), asked_about)
}

/// Returns a criterion on which it does worse than the first one, with the facts of both.
pub(crate) fn lost_on(view: &View<'_>, program: ProgramIx, lost: &LostOn) -> String {
    let fact = |program| of_criterion(view, lost.criterion, row_of(program));
    format!("{}: {}", lost.criterion.label(), against(lost.criterion, &fact(program), &fact(lost.winner)))
}

/// Returns what the nearest change does, or why there is none.
pub(crate) fn nearest(view: &View<'_>, nearest: &Nearest) -> String {
    match nearest {
        Nearest::Admits(set, chance) => {
            format!("It would be let in if {}{}.", supposed(view, set), though(*chance))
        }
        Nearest::Lifts(set, rank) => format!("It would rank {rank} if {}.", supposed(view, set)),
        Nearest::OlderList => {
            "It is not in the latest list, and no answer changes that; you can only let in all older programs."
                .to_owned()
        }
        Nearest::OtherField(others) if others.is_empty() => "Only another field would let it in.".to_owned(),
        Nearest::OtherField(others) => {
            let labels: Vec<String> = others.iter().map(|question| question.label().to_owned()).collect();
            format!("Only another field, together with other answers on {}, would let it in.", and_list(&labels))
        }
        Nearest::ToCheck => "Look up what is unknown about it first.".to_owned(),
        Nearest::NoAdmission => "No change to the answers that limit the choice would let it in.".to_owned(),
        Nearest::MoreAnswers(questions) => {
            let title = |question: &_| view.questionnaire().item(*question).title.clone();
            let titles: Vec<String> = questions.iter().map(title).collect();
            format!("Answer more questions first. What matters most: {}", titles.join(" "))
        }
        Nearest::First => "It is already first.".to_owned(),
        Nearest::NoLift => "No single answer that you can choose brings it among the first.".to_owned(),
        Nearest::NotInCatalog => String::new(),
    }
}

/// The new answers of a change as a condition: `you had 8–12 hours a week and you did not mind exams`.
fn supposed(view: &View<'_>, set: &Change) -> String {
    let one = |(question, answer): &(Question, Answer)| condition(view, *question, &[answer]);
    and_list(&set.iter().map(one).collect::<Vec<_>>())
}

/// Returns what is known about a program that is not in the catalogue, or what comes near to it.
pub(crate) fn trace(view: &View<'_>, trace: &Trace) -> String {
    match trace {
        Trace::Finding(at) => finding(&view.questionnaire().findings[*at]),
        Trace::Spelled(programs) => near(view, "Spelled almost the same", programs),
        Trace::About(topic, programs) => near(view, &format!("Nearest about {topic}"), programs),
        Trace::By(institutions, programs) => {
            let shorts = or_list(&[shorts(view, institutions)]);
            near(view, &format!("Programs by {shorts}"), programs)
        }
    }
}

fn near(view: &View<'_>, before: &str, programs: &[ProgramIx]) -> String {
    let name = |program: &ProgramIx| {
        let older = if view.catalog.program(*program).is_offered() { "" } else { ", from an older list" };
        format!("{}, {}{older}", name(view, *program), a_kind(view, *program))
    };
    let names: Vec<String> = programs.iter().map(name).collect();
    format!("{before}: {}.", names.join("; "))
}

/// Returns what the guide found about the program, with any further text of the questionnaire.
fn finding(finding: &Finding) -> String {
    let flag = Guide::embedded().flags.into_iter().find(|flag| flag.id == finding.flag);
    let found = flag.map(|flag| format!("{}: {}", flag.about, flag.finding)).unwrap_or_default();
    let all = [found.as_str(), &finding.says].into_iter().filter(|text| !text.is_empty()).map(sentence);
    format!("{} ({})", all.collect::<Vec<_>>().join(" "), finding.flag)
}
