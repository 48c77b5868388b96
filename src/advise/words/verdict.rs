//! The verdict in words: the outcome, the answers behind it, and what would change it.

use super::answers::{change, condition, told_of};
use super::facts;
use super::in_part::not_all;
use super::names::{self, as_wanted, family_name, field_name, forms, is_known_field, name};
use super::nothing::{no_match, nothing, nothing_on_field};
use super::order::{first_of_tie, in_place};
use crate::advise::advice::{
    Absence, Advice, Also, Caveat, Chance, Flip, Leaning, LookReason, Outcome, Place, Ranked, Relaxation, Stack,
    Strength,
};
use crate::advise::engine::View;
use crate::advise::engine::evaluate::row_of;
use crate::advise::engine::on_record::{Side, Study};
use crate::advise::question::{Answer, Criterion, Question};
use crate::catalog::{ProgramIx, sentence};
use crate::english::{by_count, capitalised, counted, or_list};
use crate::plan::Ground;
use crate::search::Facet;

/// Returns an outcome, worded as the end of a sentence.
pub(crate) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::ProfessionalCertificate => "a Professional Certificate",
        Outcome::MicroMasters => "a MicroMasters",
        Outcome::Close => "a close call between the two kinds",
        Outcome::Other => "a credential of another kind",
        Outcome::None => "no program",
        Outcome::NoMatch => "nothing about it",
        Outcome::NotEnough => "too few answers for a verdict",
    }
}

/// Returns the lean so far.
pub(crate) fn leaning(leaning: Leaning) -> &'static str {
    match (leaning.strength, leaning.lean > 0) {
        (Strength::Close, _) => "between a Professional Certificate and a MicroMasters",
        (Strength::Moderate, true) => "pointing to a MicroMasters",
        (Strength::Moderate, false) => "pointing to a Professional Certificate",
        (Strength::Strong, true) => "pointing clearly to a MicroMasters",
        (Strength::Strong, false) => "pointing clearly to a Professional Certificate",
    }
}

/// Returns the verdict and the first program in one line.
pub(crate) fn headline(view: &View<'_>, advice: &Advice) -> String {
    let verdict = verdict(view, advice);
    let doubt = advice.caveats.first().map(in_first_line).unwrap_or_default();
    // Two programs are named for two fields, and what holds for the first only would be read of the second.
    let doubt = if doubt.is_empty() && of_other_field(view, advice).is_none() { in_part(view, advice) } else { doubt };
    let doubt = if doubt.is_empty() { not_all(view).to_owned() } else { doubt };
    match advice.top() {
        Some(top) if verdict.ends_with(['?', '.']) => {
            format!("{verdict} {}{doubt}.", capitalised(&look_first(view, advice, top)).trim_end_matches('.'))
        }
        Some(top) => format!("{verdict}; {}{doubt}.", look_first(view, advice, top)),
        None if verdict.ends_with(['?', '.']) => verdict,
        None => format!("{verdict}."),
    }
}

/// Returns what to look at first: one program, the best of each of two fields, or the first of those that fit equally.
fn look_first(view: &View<'_>, advice: &Advice, top: ProgramIx) -> String {
    let count = first_of_tie(advice);
    if count > 1 {
        return format!("{count} fit equally, the first by title is {}", name(view, top));
    }
    let first = advice.programs.first().map_or_else(|| name(view, top), |one| family_name(view, one));
    if advice.caveats.contains(&Caveat::NoField) {
        return format!("no field is named, and by all else the first is {first}");
    }
    match of_other_field(view, advice) {
        Some((own, other, second)) => {
            format!("look first at {first} for {own} and at {} for {other}", family_name(view, second))
        }
        None => format!("look first at {first}"),
    }
}

/// If the first program is about only one of several fields that were named: that field, another one, and the first
/// shown program about it.
fn of_other_field<'a>(view: &View<'_>, advice: &'a Advice) -> Option<(String, String, &'a Ranked)> {
    let wanted = view.preferences.field.as_ref()?;
    let field = |ranked: &Ranked| {
        let found = wanted.matches[row_of(ranked.program)];
        let (part, _) = found.on.filter(|_| !found.is_about_several)?;
        Some(field_name(&wanted.parts[usize::from(part)].understood))
    };
    let [first, others @ ..] = advice.programs.as_slice() else { return None };
    let own = field(first)?;
    let (other, second) =
        others.iter().find_map(|ranked| Some((field(ranked).filter(|name| *name != own)?, ranked)))?;
    Some((own, other, second))
}

/// Returns the end of the headline for a first program that is about the field only in part; empty for any other.
fn in_part(view: &View<'_>, advice: &Advice) -> String {
    let Some(top) = advice.top().map(row_of) else { return String::new() };
    match (facts::partly_unwanted(view, top), facts::field_in_part(view, top)) {
        (Some(part), _) => format!(", though {part}"),
        (None, Some(_)) => format!(", which is only in part {}", as_wanted(view)),
        (None, None) => String::new(),
    }
}

/// Returns the end of the headline that warns of a caveat.
fn in_first_line(caveat: &Caveat) -> String {
    match caveat {
        Caveat::Thin { .. } => ", but little is known about it".to_owned(),
        Caveat::HardlyPossible(_) => though(Chance::Unlikely).to_owned(),
        Caveat::DeadlineOver(_) => ", though your deadline has passed".to_owned(),
        // That limits leave out what is about the field is said by the caution, with the programs and the limits.
        Caveat::FieldLeftOut { .. }
        | Caveat::NoField
        | Caveat::NoUndergraduateKind
        | Caveat::ProbablyMisses { .. }
        | Caveat::NoRate(_) => String::new(),
    }
}

/// Returns the verdict, usually without a full stop because the first program may follow.
fn verdict(view: &View<'_>, advice: &Advice) -> String {
    let (certificate, micromasters) = (Side::Certificate, Side::MicroMasters);
    match advice.outcome {
        Outcome::ProfessionalCertificate if advice.by_constraint => only(view, advice, certificate, micromasters),
        Outcome::MicroMasters if advice.by_constraint => only(view, advice, micromasters, certificate),
        Outcome::ProfessionalCertificate => format!("A {} fits you better", kind_of(certificate)),
        Outcome::MicroMasters => format!("A {} fits you better", kind_of(micromasters)),
        Outcome::Close => close(view, advice.decides),
        Outcome::Other => other_kinds(view, advice),
        Outcome::None => nothing_on_field(view, advice).unwrap_or_else(|| nothing(advice.absence).to_owned()),
        Outcome::NoMatch => no_match(view),
        Outcome::NotEnough => not_enough(view),
    }
}

/// Returns the verdict if only one of the two kinds is left because of the field, the limits or the catalogue.
fn only(view: &View<'_>, advice: &Advice, this: Side, other: Side) -> String {
    let points = pointed(view, advice.lean, this);
    let (this, other) = (kind_of(this), kind_of(other));
    let count = advice.ranking.len();
    let (are, were) = (by_count(count, "is", "are"), by_count(count, "was", "were"));
    let (about, these) = (as_wanted(view), counted_kind(count, this));
    match advice.absence {
        _ if !forms(view, Facet::Kind).is_empty() => {
            format!("You asked for a {this} by name; {these} {are} {about}{points}")
        }
        Absence::Field if is_known_field(view) => format!("No {other} is {about}; {these} {are}{points}"),
        Absence::Field => format!("No {other} {about} was found; {these} {were}{points}"),
        Absence::InPart => format!("No {other} that your limits leave is mainly {about}{points}"),
        Absence::Language => {
            let (wanted, languages) = (as_wanted(view), field_languages(view));
            format!("The only programs {wanted} in {languages} are of the kind {this}{points}")
        }
        Absence::User => {
            format!("Of the programs {about}, only a {this} also has to do with {}{points}", names::user(view))
        }
        Absence::Limits => format!("Your limits leave only a {this}{points}"),
        Absence::OlderList | Absence::Catalog => {
            format!("A {this} is the only one of the two kinds available{points}")
        }
    }
}

/// Returns where the answers alone pointed, compared with the one kind that is left; empty if they left it open.
fn pointed(view: &View<'_>, lean: i32, left: Side) -> String {
    let toward = if lean > 0 { Side::MicroMasters } else { Side::Certificate };
    if lean.abs() <= view.questionnaire().verdict.close {
        String::new()
    } else if toward == left {
        ", and your answers point to it too".to_owned()
    } else {
        format!(", though your answers pointed to a {}", kind_of(toward))
    }
}

/// The languages in which the field was named: `English or French`.
fn field_languages(view: &View<'_>) -> String {
    or_list(&view.language_names(&view.preferences.field_languages))
}

/// The name of the kind on one side of the verdict.
fn kind_of(side: Side) -> &'static str {
    match side {
        Side::MicroMasters => "MicroMasters",
        Side::Certificate | Side::Neither => "Professional Certificate",
    }
}

fn counted_kind(count: usize, kind: &str) -> String {
    if kind.ends_with('s') { format!("{count} {kind}") } else { counted(count, kind) }
}

fn other_kinds(view: &View<'_>, advice: &Advice) -> String {
    let is_undergraduate = view.preferences.is_undergraduate;
    if is_undergraduate && advice.top().is_some_and(|top| view.features(row_of(top)).study == Study::Undergraduate) {
        return "A MicroBachelors fits you best: without a degree yet, undergraduate credit is what counts".to_owned();
    }
    let others = of_other_kinds(view, advice);
    match advice.absence {
        _ if !forms(view, Facet::Kind).is_empty() => {
            let are = by_count(advice.remaining, "is", "are");
            format!("You asked for this kind by name; {others} {are} {}", as_wanted(view))
        }
        Absence::Field if is_known_field(view) => {
            format!("No Professional Certificate and no MicroMasters is {}, but {others}", as_wanted(view))
        }
        Absence::Field => {
            format!("No Professional Certificate and no MicroMasters {} was found, but {others}", as_wanted(view))
        }
        Absence::Language => format!(
            "No Professional Certificate and no MicroMasters in {} is {}, but {others}",
            field_languages(view),
            as_wanted(view)
        ),
        Absence::User => format!(
            "Of the programs {}, only those of other kinds also have to do with {}",
            as_wanted(view),
            names::user(view)
        ),
        Absence::Limits | Absence::InPart => {
            format!("Your limits leave neither a Professional Certificate nor a MicroMasters, but {others}")
        }
        Absence::OlderList => format!(
            "The latest list of the catalogue has neither a Professional Certificate nor a MicroMasters, but {others}"
        ),
        Absence::Catalog => {
            format!("The catalogue has neither a Professional Certificate nor a MicroMasters, but {others}")
        }
    }
}

/// The programs that are left, by their kind: `2 MicroBachelors`, or `5 programs of other kinds`.
fn of_other_kinds(view: &View<'_>, advice: &Advice) -> String {
    let kind = |place: &Place| view.catalog.program(place.program).kind().name();
    let mut kinds: Vec<&str> = advice.ranking.iter().map(kind).collect();
    kinds.dedup();
    match kinds.as_slice() {
        [only] if advice.ranking.len() == advice.remaining => counted_kind(advice.remaining, only),
        _ => format!("{} of other kinds", counted(advice.remaining, "program")),
    }
}

fn close(view: &View<'_>, decides: Option<Question>) -> String {
    let both = "A Professional Certificate and a MicroMasters fit you about equally";
    match decides {
        Some(question) if view.answers.get(question).is_none() => {
            format!("{both}; one more answer, on {}, would decide it.", asked_about(question))
        }
        Some(question) => format!("{both}; another answer on {} would decide it.", asked_about(question)),
        None => both.to_owned(),
    }
}

/// What a question is about, as the end of a clause: `your goal`, `the budget`.
pub(super) fn asked_about(question: Question) -> String {
    let whose = match question {
        Question::Goal | Question::Education | Question::Level | Question::Hours | Question::Budget => "your",
        _ => "the",
    };
    format!("{whose} {}", question.label())
}

fn not_enough(view: &View<'_>) -> String {
    let questionnaire = view.questionnaire();
    let (answered, needed) = (view.preferences.lean_answered, questionnaire.verdict.least_answers);
    let all = questionnaire.lean_questions().count();
    let are = by_count(needed, "is", "are");
    format!(
        "Too few answers for a verdict: you answered {answered} of the {all} questions that compare the two kinds; at least {needed} {are} needed."
    )
}

/// Returns the answers behind the verdict as sentences, the strongest effect first.
pub(crate) fn because(view: &View<'_>, advice: &Advice) -> String {
    let mut because: Vec<String> = advice.because.iter().filter_map(|question| told_of(view, *question)).collect();
    if view.chose(Question::Credit, "no") && advice.outcome == Outcome::MicroMasters {
        because.push("Credit played no part in it.".to_owned());
    }
    because.join(" ")
}

/// Returns why the verdict is that certain, worded as the end of a sentence.
pub(crate) fn how_sure(view: &View<'_>, advice: &Advice) -> String {
    let thresholds = view.questionnaire().verdict;
    let lean = advice.lean;
    let toward = if lean > 0 { "a MicroMasters" } else { "a Professional Certificate" };
    let points = || counted(lean.unsigned_abs() as usize, "point");
    let balance = || if lean == 0 { "to both alike".to_owned() } else { format!("to {toward} ({})", points()) };
    match (advice.outcome, advice.strength) {
        (Outcome::None | Outcome::NoMatch | Outcome::Other | Outcome::NotEnough, _) => String::new(),
        _ if advice.by_constraint => {
            format!("only one of the two kinds is left; your answers point {}", balance())
        }
        (_, Strength::Strong) => {
            format!("your answers point {}; from {} we call it clear", balance(), thresholds.strong)
        }
        (_, Strength::Moderate) => {
            format!("your answers point {}; from {} we would call it clear", balance(), thresholds.strong)
        }
        (_, Strength::Close) => {
            format!("your answers point {}; up to {} we call it a close call", balance(), thresholds.close)
        }
    }
}

/// Returns what to take first and what it does, without promising credit.
pub(crate) fn stack(view: &View<'_>, stack: &Stack) -> String {
    let level = facts::marked_level(view.catalog.program(stack.first));
    let topics = stack.ground.topic_names();
    let why = match stack.ground {
        Ground::Asked(_) => format!("it is about {topics} at {level}, which is asked for or advised beforehand,"),
        Ground::Shared(_) => format!("it is about {topics} too, at {level},"),
    };
    format!(
        "Take {} first: {why} and prepares for {}. It does not count as credit toward it, and no school is on record that \
         links the two.",
        name(view, stack.first),
        name(view, stack.then)
    )
}

/// The same in short, for the program that it prepares for.
pub(crate) fn first_step(view: &View<'_>, stack: &Stack) -> String {
    let topics = stack.ground.topic_names();
    let why = match stack.ground {
        Ground::Asked(_) => format!("{topics} is asked for or advised beforehand"),
        Ground::Shared(_) => format!("it is about {topics} too and starts at your level"),
    };
    format!("{} prepares for it, without credit: {why}.", name(view, stack.first))
}

/// Returns a relaxation: `12 months instead of 3 months: 2 programs, the best is ...`
pub(crate) fn relaxation(view: &View<'_>, one: &Relaxation) -> String {
    format!("{}: {}", change(view, &one.set), admits(view, one))
}

/// What a relaxation admits: `2 programs, the best is ...`
pub(crate) fn admits(view: &View<'_>, one: &Relaxation) -> String {
    let best = name(view, one.best);
    format!("{}, the best is {best}{}", counted(one.admits, "program"), though(one.chance))
}

/// What is added to a change after which everything that passes is unlikely to fit.
pub(crate) fn though(chance: Chance) -> &'static str {
    match chance {
        Chance::Likely => "",
        Chance::Unlikely => ", though it is unlikely to fit",
    }
}

/// Returns a flip as a sentence: `If credit were a must, a MicroMasters would fit you better.`
pub(crate) fn flip(view: &View<'_>, flip: &Flip) -> String {
    would_come(view, &[flip], |first| name(view, first))
}

/// Returns flips as sentences, one for each result that they lead to. Those that would leave no program come last.
pub(crate) fn flips(view: &View<'_>, all: &[&Flip]) -> Vec<String> {
    let (losses, others): (Vec<&Flip>, Vec<&Flip>) = all.iter().partition(|flip| flip.leaves_nothing());
    let gains = together(others.into_iter());
    let mut told: Vec<String> = gains.iter().map(|group| would_come(view, group, |first| name(view, first))).collect();
    let loss = || format!("No program would be left if {}.", conditions(view, &losses));
    told.extend((!losses.is_empty()).then(loss));
    told
}

/// Puts flips together that lead to the same result, in the order of their first ones.
fn together<'f>(flips: impl Iterator<Item = &'f Flip>) -> Vec<Vec<&'f Flip>> {
    grouped(flips, Flip::has_same_result)
}

/// Puts flips together that change the answer to the same single question and lead to the same result, in the order of
/// their first ones.
pub(super) fn together_by_question<'f>(flips: impl Iterator<Item = &'f Flip>) -> Vec<Vec<&'f Flip>> {
    grouped(flips, |one, other| {
        let is_of_same = matches!((&*one.set, &*other.set), ([(own, _)], [(its, _)]) if own == its);
        is_of_same && one.has_same_result(other)
    })
}

fn grouped<'f>(flips: impl Iterator<Item = &'f Flip>, is_alike: impl Fn(&Flip, &Flip) -> bool) -> Vec<Vec<&'f Flip>> {
    let mut groups: Vec<Vec<&Flip>> = Vec::new();
    for flip in flips {
        match groups.iter_mut().find(|group| is_alike(group[0], flip)) {
            Some(group) => group.push(flip),
            None => groups.push(vec![flip]),
        }
    }
    groups
}

/// What flips with the same result lead to, as a sentence; `named` names the program that would come first.
fn would_come(view: &View<'_>, group: &[&Flip], named: impl Fn(ProgramIx) -> String) -> String {
    format!("If {}, {}.", conditions(view, group), result(group[0], named))
}

fn result(flip: &Flip, named: impl Fn(ProgramIx) -> String) -> String {
    match flip.top.filter(|_| names_first(flip)) {
        Some(first) => format!("{} would come first", named(first)),
        None => would_be(flip.outcome).to_owned(),
    }
}

/// Whether the program that a flip brings to first place says more than the outcome. Its name also says more than that its
/// kind is another one.
fn names_first(flip: &Flip) -> bool {
    !flip.changes_outcome || flip.outcome == Outcome::Other
}

/// The new answers of flips, one of which is enough: `you had 8–12 hours a week, credit were a must or exams were fine`.
fn conditions(view: &View<'_>, flips: &[&Flip]) -> String {
    let mut by_question: Vec<(Vec<Question>, Vec<&Flip>)> = Vec::new();
    for flip in flips {
        let changed: Vec<Question> = flip.set.iter().map(|(question, _)| *question).collect();
        match by_question.iter_mut().find(|(questions, _)| *questions == changed && changed.len() == 1) {
            Some((_, same)) => same.push(flip),
            None => by_question.push((changed, vec![flip])),
        }
    }
    let one = |(questions, flips): &(Vec<Question>, Vec<&Flip>)| {
        let answers = |at: usize| flips.iter().map(|flip| &flip.set[at].1).collect::<Vec<&Answer>>();
        let each = questions.iter().enumerate().map(|(at, question)| condition(view, *question, &answers(at)));
        each.collect::<Vec<_>>().join(" and ")
    };
    or_list(&by_question.iter().map(one).collect::<Vec<_>>())
}

/// Another outcome, as the end of a sentence that supposes other answers.
fn would_be(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::ProfessionalCertificate => "a Professional Certificate would fit you better",
        Outcome::MicroMasters => "a MicroMasters would fit you better",
        Outcome::Close => "the two kinds would be a close call",
        Outcome::Other => "only programs of other kinds would be left",
        Outcome::None => "no program would be left",
        Outcome::NoMatch => "nothing about it would be left",
        Outcome::NotEnough => "there would be too few answers for a verdict",
    }
}

/// What a flip leads to: another outcome, or another first program.
pub(crate) fn comes_to(view: &View<'_>, flip: &Flip) -> String {
    match flip.top.filter(|_| !flip.changes_outcome) {
        Some(first) => format!("{} comes first", name(view, first)),
        None => outcome(flip.outcome).to_owned(),
    }
}

/// Returns flips of one question with the same result after the word `if`, next to the table, in as few words as it needs:
/// `credit were a must: a MicroMasters.` A program is named by its place.
pub(crate) fn flips_in_short(view: &View<'_>, advice: &Advice, group: &[&Flip]) -> String {
    let flip = group[0];
    let then = match flip.top.filter(|_| names_first(flip)) {
        Some(first) => format!("{} would be first", in_place(view, advice, first)),
        None => would_be(flip.outcome).to_owned(),
    };
    // It goes on from the word `if`, so it begins as the middle of a sentence does.
    format!("{}: {then}.", conditions(view, group))
}

/// Returns why a program of another kind is worth considering.
pub(crate) fn also(view: &View<'_>, also: &Also) -> String {
    let reason = sentence(&look(view, also.reason, row_of(also.program)));
    if also.fits_badly { format!("It fits badly: {}", crate::english::lower(&reason)) } else { reason }
}

/// Returns why a program is worth considering, as a clause.
pub(crate) fn look(view: &View<'_>, reason: LookReason, row: usize) -> String {
    match reason {
        LookReason::BestOfKind(fit) => {
            format!("the best {}, ranked in the same way, {fit} of 100", view.program(row).kind().name())
        }
        LookReason::UndergraduateCredit => {
            "it gives undergraduate credit on completion, and you have no bachelor's degree yet".to_owned()
        }
        LookReason::UndergraduateCreditPossible => {
            "it may count as undergraduate credit, if admitted, and you have no bachelor's degree yet".to_owned()
        }
        LookReason::UndergraduateKind => "its kind is made for undergraduate credit and you have no bachelor's degree yet; no school is on record: ask yours".to_owned(),
        LookReason::Degree => {
            format!("it is the degree itself: {}", facts::of_criterion(view, Criterion::Cost, row))
        }
        LookReason::Series(courses) => format!("a series of {courses} courses on one subject, without credit"),
        LookReason::Field => facts::field(view, row),
        LookReason::BootCamp => {
            format!("{}; boot camps are a kind that edX has given up", facts::field(view, row))
        }
    }
}
