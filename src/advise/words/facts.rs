//! Facts about a program in words, each as a clause without a full stop. Every clause repeats a recorded fact or a
//! given answer, or says that nothing is on record. The evidence for a fact is determined in `engine::evidence`.

use super::answers::{hours_phrase, institution_shorts, told_of};
use super::names::{as_wanted, field_name, shorts_of, topic_name, unwanted, wanted};
use super::spans::{month, months_span};
use crate::advise::engine::View;
use crate::advise::engine::evaluate::handle;
use crate::advise::engine::evidence::{ExamFact, exam_fact, of_criterion as evidence, price as price_claim};
use crate::advise::engine::on_record::{CreditState, credit_claim, level_in_title};
use crate::advise::preferences::Budget;
use crate::advise::question::{Answer, Criterion, Question};
use crate::catalog::{Basis, Cell, Claim, Counts, Currency, FactKey, Money, PathwayStatus, Program, Strength};
use crate::english::{and_list, article, by_count, lower};
use crate::names::SchoolNames;
use crate::plan::Finish;
use crate::search::{Reason, Relation};
use crate::topics::topics_of;

/// Returns the fact behind the value of a program on a criterion.
pub(crate) fn of_criterion(view: &View<'_>, criterion: Criterion, row: usize) -> String {
    let program = view.program(row);
    match criterion {
        Criterion::Type => kind(view, row),
        Criterion::Field => field(view, row),
        Criterion::Credit => credit(view, row),
        Criterion::Time => time(view, row),
        Criterion::Cost => price(view, row),
        Criterion::Fit => level(view, program, Question::Level),
        Criterion::Depth => level(view, program, Question::Depth),
        Criterion::Exams => exams(view, row),
        Criterion::Pacing => pacing(view, program),
        Criterion::Brand => brand(view, program),
    }
}

/// Returns the fact that makes a program fail a limit.
pub(crate) fn of_limit(view: &View<'_>, question: Question, row: usize) -> String {
    let program = view.program(row);
    match question {
        Question::Horizon => too_late(view, row),
        Question::Hours => too_many_hours(program),
        Question::Budget => too_dear(view, row),
        Question::Credit => credit(view, row),
        Question::Level => level(view, program, Question::Level),
        Question::Field => field(view, row),
        Question::Exams => exams(view, row),
        Question::Pacing => pacing(view, program),
        Question::Institution => offered_by(view, program),
        Question::Language | Question::Goal | Question::Education | Question::Depth => language(view, program),
    }
}

/// Returns when a program was last seen.
pub(crate) fn last_seen(program: &Program) -> String {
    let seen = program.status.shown().map_or(Cell::UNKNOWN.to_owned(), |claim| month(claim.as_of.newest()));
    format!("last seen in the list of {seen}")
}

fn marked(text: &str, basis: Basis) -> String {
    format!("{text} {}", presumed(basis)).trim().to_owned()
}

/// Returns the level of a program, followed by the user's answer to the question.
fn level(view: &View<'_>, program: &Program, question: Question) -> String {
    let Some((levels, basis)) = level_and_basis(program) else { return "its level is unknown".to_owned() };
    let told =
        told_of(view, question).map(|told| format!("; {}", lower(told.trim_end_matches('.')))).unwrap_or_default();
    format!("{}{told}", marked(&format!("its level is {levels}"), basis))
}

/// Returns the level of a program, followed by both answers that concern it.
pub(crate) fn level_for_both(view: &View<'_>, row: usize) -> String {
    let program = view.program(row);
    let text = level(view, program, Question::Level);
    match told_of(view, Question::Depth).filter(|_| level_and_basis(program).is_some()) {
        Some(told) => format!("{text}, and {}", lower(told.trim_end_matches('.'))),
        None => text,
    }
}

/// Returns that the level suits the answers: `its level suits you: introductory`.
pub(crate) fn suitable_level(view: &View<'_>, row: usize) -> String {
    match level_and_basis(view.program(row)) {
        Some((levels, basis)) => marked(&format!("its level suits you: {levels}"), basis),
        None => "its level is unknown".to_owned(),
    }
}

/// Returns the levels of a program and their basis: those on record, or the one that its title names.
/// `None` if unknown.
fn level_and_basis(program: &Program) -> Option<(String, Basis)> {
    if let Some(claim) = program.level.shown() {
        return Some((levels(program), claim.basis));
    }
    level_in_title(&program.title).map(|level| (lower(level.name()), Basis::Inferred))
}

/// Returns the level of a program, marked if it is not on record: `graduate level (presumed from the kind)`.
pub(crate) fn marked_level(program: &Program) -> String {
    let (levels, basis) = level_and_basis(program).unwrap_or_else(|| (Cell::UNKNOWN.to_owned(), Basis::Stated));
    marked(&format!("{levels} level"), basis)
}

/// Returns the levels of a program: `introductory`, `introductory to advanced`, or that they are unknown.
fn levels(program: &Program) -> String {
    let by_title = level_in_title(&program.title).filter(|_| !program.level.is_known());
    let all = program.levels().iter().chain(&by_title);
    let names: Vec<String> = all.map(|level| lower(level.name())).collect();
    match names.as_slice() {
        [] => Cell::UNKNOWN.to_owned(),
        [one] => one.clone(),
        [first, .., last] => format!("{first} to {last}"),
    }
}

fn kind(view: &View<'_>, row: usize) -> String {
    let name = view.program(row).kind().name();
    let agrees = view.features(row).lean_side * f64::from(view.preferences.lean);
    let article = article(name);
    if agrees > 0.0 {
        format!("it is {article} {name}, the kind your answers point to")
    } else if agrees < 0.0 {
        format!("it is {article} {name}, and your answers point the other way")
    } else {
        format!("it is {article} {name}, and your answers point neither way")
    }
}

/// Returns how a program is about the wanted field, or what it is about instead.
pub(crate) fn field(view: &View<'_>, row: usize) -> String {
    let Some(wanted) = &view.preferences.field else { return "no field was asked for".to_owned() };
    let Some((part, found)) = wanted.found(row) else { return off_field(view, row) };
    let typed = &part.understood.part.typed;
    let relation = part.understood.matches.apart_from_denied(handle(row)).unwrap_or(found.relation);
    let own = match (&found.reason, relation) {
        (Reason::Topic(topic), relation) => by_topic(&topic_name(*topic), relation),
        (Reason::Subject(subject), _) => format!("its subject is {subject}"),
        (Reason::Title(word), _) => format!("its title has the {}", the_word(word)),
        (Reason::Skill(word), _) => format!("it names the skill {word}"),
        (Reason::Course(word), _) => format!("one of its courses has the {} in its title", the_word(word)),
        (Reason::Name, _) if part.understood.is_school() => {
            format!("it is offered by {}", shorts_of(view, view.program(row)))
        }
        (Reason::Name, Relation::Part) => format!("it has the course {typed}"),
        (Reason::Name, _) => format!("it is {}", view.program(row).title),
    };
    match partly_unwanted(view, row) {
        Some(part) => format!("{own}, but {part}"),
        None => own,
    }
}

/// `word cars` or `words electric cars`.
fn the_word(word: &str) -> String {
    format!("{} {word}", by_count(word.split_whitespace().count(), "word", "words"))
}

/// Returns that a program is about the wanted field only in part, or in part about what is not wanted; `None` if it is
/// about the field itself or an area of it, or off it.
pub(crate) fn field_in_part(view: &View<'_>, row: usize) -> Option<String> {
    let (_, found) = view.preferences.field.as_ref()?.found(row)?;
    (found.relation == Relation::Part).then(|| field(view, row))
}

/// Returns that a part of a program is about what the user does not want; `None` if none is.
pub(crate) fn partly_unwanted(view: &View<'_>, row: usize) -> Option<String> {
    let (part, _) = view.preferences.field.as_ref()?.found(row)?;
    part.understood.matches.apart_from_denied(handle(row))?;
    Some(format!("part of it is about {}, which you do not want", unwanted(view)?))
}

fn by_topic(topic: &str, relation: Relation) -> String {
    match relation {
        Relation::About => format!("it is about {topic}"),
        Relation::Narrower => format!("it is about one area of {topic}"),
        Relation::Part => format!("it covers {topic} in part only"),
    }
}

fn off_field(view: &View<'_>, row: usize) -> String {
    let wanted = wanted(view);
    if let Some(unwanted) = view.preferences.field.as_ref().and_then(|field| field.unwanted(row)) {
        return format!("it is about {}, which you do not want", field_name(unwanted));
    }
    let program = view.program(row);
    let own: Vec<String> = topics_of(view.catalog, handle(row), program)
        .iter()
        .filter(|own| own.strength == Strength::About)
        .map(|own| topic_name(own.topic))
        .collect();
    match (own.is_empty(), view.engine.reader.knows_field[row]) {
        (false, _) => format!("it is about {}, not {}", and_list(&own), as_wanted(view)),
        (true, true) => format!("nothing on record about it names {wanted}"),
        (true, false) => format!("what it is about is not on record, and its title does not name {wanted}"),
    }
}

/// Returns what is on record about credit.
fn credit(view: &View<'_>, row: usize) -> String {
    let program = view.program(row);
    let kind = program.kind().name();
    let basis = credit_claim(program).map_or(Basis::Presumed, |claim| claim.basis);
    match view.features(row).credit {
        CreditState::PresumedNone => {
            let article = article(kind);
            format!("no credit toward a degree, presumed from the kind: {article} {kind} usually carries none")
        }
        CreditState::None => "no credit toward a degree".to_owned(),
        CreditState::Possible => may_count(basis),
        CreditState::Recommended => "an organisation recommends credit for it; a school need not follow".to_owned(),
        CreditState::Pathway => pathway(view, program),
        CreditState::Included => "it gives academic credit on completion".to_owned(),
        CreditState::Unknown => "whether it can carry credit is unknown".to_owned(),
    }
}

/// Returns the clause for possible credit without a school on record.
fn may_count(basis: Basis) -> String {
    let presumed = if basis == Basis::Presumed { " (presumed from the kind)" } else { "" };
    format!("it may count toward a degree, if admitted{presumed}; no school that counts it is on record")
}

/// Returns where the program may count.
pub(super) fn pathway(view: &View<'_>, program: &Program) -> String {
    let active = |way: &&crate::catalog::Pathway| way.counts == Counts::Credit && way.status == PathwayStatus::Active;
    let mut routes: Vec<&str> = program.pathways.iter().filter(active).map(|way| way.institution.as_str()).collect();
    routes.sort_by_key(|school| !view.prefers_school(school));
    let known = view.engine.reader.names;
    let schools = SchoolNames::distinct(view.catalog, routes.into_iter());
    let schools: Vec<&str> = schools.into_iter().map(|name| known.short_institution(name)).collect();
    match schools.as_slice() {
        [] => "it may count toward a degree, if admitted; the school is not on record".to_owned(),
        [one] => format!("it may count toward a degree at {one}, if admitted"),
        [first, second] => format!("it may count toward a degree at {first} or {second}, if admitted"),
        [first, second, rest @ ..] => {
            format!("it may count toward a degree at {first}, {second} and {} more, if admitted", rest.len())
        }
    }
}

fn time(view: &View<'_>, row: usize) -> String {
    let Some(finish) = view.pace(row).finish(view.preferences.hours) else {
        return "its length and its hours are unknown".to_owned();
    };
    let text = takes(view, row, &finish);
    let is_estimated = evidence(view, Criterion::Time, row).basis == Some(Basis::Estimated);
    if is_estimated { format!("{text}, estimated") } else { text }
}

/// Returns how long a program takes: `4 months as listed`, `about 2–5 months at your 4–7 hours a week`.
fn takes(view: &View<'_>, row: usize, finish: &Finish) -> String {
    let pace = &view.pace(row);
    let span = months_span(finish.earliest, finish.latest);
    let listed = view.program(row).length.value().map(|length| format!("{length} as listed"));
    match (pace.scales(), hours_phrase(view), listed) {
        (true, Some(hours), _) => {
            let work = pace.hours().map(|work| format!(" ({} hours of work)", work.whole())).unwrap_or_default();
            format!("about {span} at {hours} a week{work}")
        }
        (_, _, Some(listed)) if finish.latest - finish.earliest < 0.5 => listed,
        (_, _, Some(listed)) => format!("{listed}; {span} by all sources"),
        (_, _, None) => format!("about {span} of courses one after another"),
    }
}

fn too_late(view: &View<'_>, row: usize) -> String {
    let text = time(view, row);
    match view.pace(row).dates(view.settings().as_of, view.preferences.hours) {
        Some(dates) => format!("{text}; the earliest finish is {}", dates.earliest),
        None => text,
    }
}

fn too_many_hours(program: &Program) -> String {
    let (Some(workload), Some(pacing)) = (program.workload.shown(), program.pacing.shown()) else {
        return "its hours a week or its pacing are unknown".to_owned();
    };
    marked(&format!("it runs to a schedule and asks for {} hours a week", workload.value), pacing.basis)
}

fn price(view: &View<'_>, row: usize) -> String {
    let program = view.program(row);
    let Some(claim) = price_claim(view, row) else { return no_price(view, program) };
    let year = claim.as_of.year().map_or("undated".to_owned(), |year| year.to_string());
    let when = claim.as_of.year().map(|year| format!(" in {year}")).unwrap_or_default();
    let is_estimated = claim.basis == Basis::Estimated;
    let estimated = if is_estimated { "estimated at " } else { "" };
    if view.preferences.done.finished(row).is_some() {
        return format!("the price of the courses that are left is {estimated}{} ({year})", claim.value);
    }
    match program.comparable.as_ref().filter(|figure| figure.from != claim.value && !is_estimated) {
        Some(figure) if figure.aged_years.is_some() => {
            format!("its price was {}{when}, which may be {} today", figure.from, claim.value)
        }
        Some(figure) => format!("its price was {}{when}, about {}", figure.from, claim.value),
        None => format!("the price is {estimated}{} ({year})", claim.value),
    }
}

fn no_price(view: &View<'_>, program: &Program) -> String {
    let currency = view.preferences.budget.map_or(Currency::USD, |budget| budget.currency);
    match program.price.shown() {
        Some(claim) => {
            format!(
                "no price in {} is on record, only {}, with no dated rate to convert it",
                currency.code(),
                claim.value.money
            )
        }
        None => "its price is unknown".to_owned(),
    }
}

/// Returns the most that the user would pay, or `None` if there is no limit.
pub(crate) fn limit(view: &View<'_>) -> Option<Money> {
    let Budget { limit, currency, .. } = view.preferences.budget?;
    limit.map(|limit| Money { low: limit, high: limit, currency })
}

fn too_dear(view: &View<'_>, row: usize) -> String {
    match (limit(view), price_claim(view, row)) {
        (Some(limit), Some(_)) => format!("{}, your limit is {limit}", price(view, row)),
        _ => price(view, row),
    }
}

fn exams(view: &View<'_>, row: usize) -> String {
    match exam_fact(view, row) {
        ExamFact::Proctored(claim) => format!("it has a proctored exam{}", note(claim)),
        ExamFact::Exam(claim) => format!("its exam: {}", claim.value),
        ExamFact::NotProctored(_) => "its exams are not proctored".to_owned(),
        ExamFact::OnlyPacing => {
            let program = view.program(row);
            let text = lower(&program.cell(FactKey::Pacing, view.catalog).text);
            let basis = program.pacing.shown().map_or(Basis::Stated, |claim| claim.basis);
            marked(&format!("no exam is on record, but it is {text}"), basis)
        }
        ExamFact::Unknown => "nothing is on record about its exams".to_owned(),
    }
}

/// Returns the note of a claim, preceded by a colon; empty if it has none.
pub(crate) fn note<T>(claim: &Claim<T>) -> String {
    claim.note.as_deref().map(|note| format!(": {note}")).unwrap_or_default()
}

fn pacing(view: &View<'_>, program: &Program) -> String {
    let Some(claim) = program.pacing.shown() else { return "who sets its pace is unknown".to_owned() };
    let text = lower(&program.cell(FactKey::Pacing, view.catalog).text).replace(", ", " and ");
    let note = claim.note.as_deref().map(|note| format!(" ({note})")).unwrap_or_default();
    format!("it is {text}{note}")
}

fn brand(view: &View<'_>, program: &Program) -> String {
    let offered = offered_by(view, program);
    if !program.institutions.is_known() {
        return offered;
    }
    if program.institutions().iter().any(|ix| view.preferences.prefer.contains(ix)) {
        return format!("{offered}, which you prefer");
    }
    let Some(Answer::Institutions { prefer, .. }) = view.answers.get(Question::Institution) else { return offered };
    format!("{offered}, not by {}", institution_shorts(view, prefer))
}

fn offered_by(view: &View<'_>, program: &Program) -> String {
    if program.institutions.is_known() {
        format!("it is offered by {}", shorts_of(view, program))
    } else {
        "who offers it is unknown".to_owned()
    }
}

pub(crate) fn language(view: &View<'_>, program: &Program) -> String {
    let Some(claim) = program.languages.shown() else { return "its language is unknown".to_owned() };
    marked(&format!("it is in {}", program.cell(FactKey::Languages, view.catalog).text), claim.basis)
}

/// Returns the basis in brackets if a reader must know it; empty for stated, derived and editorial facts.
fn presumed(basis: Basis) -> &'static str {
    match basis {
        Basis::Presumed => "(presumed from the kind)",
        Basis::Inferred => "(guessed)",
        Basis::Estimated => "(estimated)",
        Basis::Stated | Basis::Derived | Basis::Editorial => "",
    }
}
