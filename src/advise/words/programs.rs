//! The points for and against a shown program, and its warnings, in sentences.

use super::answers::{deadline_phrase, hours_phrase};
use super::facts;
use super::spans::months_span;
use super::verdict::look;
use crate::advise::advice::{Point, Ranked, Warning};
use crate::advise::engine::View;
use crate::advise::engine::evaluate::row_of;
use crate::advise::engine::evidence::price as price_claim;
use crate::advise::engine::on_record::{CreditState, Side};
use crate::advise::engine::warnings::longer_length;
use crate::advise::question::{Answer, Caution, Criterion, Question};
use crate::catalog::{
    Basis, Claim, Counts, Currency, Kind, Money, Pathway, PathwayStatus, Prerequisites, Program, sentence,
};
use crate::english::{article, lower, plain};
use crate::names::{holds_phrase, spaced};
use crate::plan::beyond_admission;

/// Returns the points in favour of a program.
pub(crate) fn pros(view: &View<'_>, ranked: &Ranked) -> Vec<String> {
    ranked.pros.iter().map(|point| sentence(&point_words(view, *point, row_of(ranked.program)))).collect()
}

/// Returns the points against a program, with the budget beside its price.
pub(crate) fn cons(view: &View<'_>, ranked: &Ranked) -> Vec<String> {
    let row = row_of(ranked.program);
    let of_yours = |point: &Point| match (point, facts::limit(view), price_claim(view, row)) {
        (Point::Criterion(Criterion::Cost), Some(yours), Some(_)) => format!(", of your {yours}"),
        _ => String::new(),
    };
    let says = |point: &Point| sentence(&format!("{}{}", point_words(view, *point, row), of_yours(point)));
    ranked.cons.iter().map(says).collect()
}

/// Returns a point as a clause.
pub(crate) fn point_words(view: &View<'_>, point: Point, row: usize) -> String {
    match point {
        Point::Criterion(criterion) => facts::of_criterion(view, criterion, row),
        Point::Level => facts::level_for_both(view, row),
        Point::NothingAsked => Prerequisites::Nothing.words(),
        Point::Look(reason) => look(view, reason, row),
    }
}

/// Returns the warnings about the program at index `at` of those shown. Some are worded in full for the first program
/// and in short for the others.
pub(crate) fn warnings(view: &View<'_>, ranked: &Ranked, at: usize) -> Vec<String> {
    let row = row_of(ranked.program);
    ranked.warnings.iter().map(|warning| sentence(&warning_words(view, warning, row, at))).collect()
}

/// Returns the routes to a degree, each as a sentence with the name of the program. A user on the way to a bachelor's
/// degree cannot use those of a MicroMasters, which lead to a master's.
pub(crate) fn routes(view: &View<'_>, ranked: &Ranked) -> Vec<String> {
    let row = row_of(ranked.program);
    if view.preferences.is_undergraduate && view.side(row) == Side::MicroMasters {
        return Vec::new();
    }
    let program = view.program(row);
    let route = |warning: &Warning| match warning {
        Warning::Route(at) => Some(sentence(&format!("{}: {}", program.title, school(&program.pathways[*at])))),
        _ => None,
    };
    ranked.warnings.iter().filter_map(route).collect()
}

/// Returns a warning as a clause.
pub(crate) fn warning_words(view: &View<'_>, warning: &Warning, row: usize, at: usize) -> String {
    let program = view.program(row);
    match warning {
        Warning::Moved => moved(program),
        Warning::MayNotLast { months } => may_not_last(view, program, *months, at),
        Warning::Language => facts::language(view, program),
        Warning::LevelGap => {
            format!("it starts at {}, above your own level: prepare first", facts::marked_level(program))
        }
        Warning::LevelBelow => format!("it is at {}, far below your own level", facts::marked_level(program)),
        Warning::Prerequisites => prerequisites(program),
        Warning::Finished { done, of } => finished(*done, *of),
        Warning::AskSchool => ask_school(view, program),
        Warning::NoCredit => no_credit(view, row, at),
        Warning::Hours => hours(view, program),
        Warning::Remark(at) => format!("on record: {}", program.remark.claims()[*at].value),
        Warning::Caution(at) => caution(view, *at),
        Warning::LimitUnknown(question) => limit_unknown(*question).to_owned(),
        Warning::InstructorPaced | Warning::MixedPace | Warning::SomeDates | Warning::PaceUnknown => {
            pace(program, warning)
        }
        Warning::Proctored | Warning::Exam | Warning::Capstone => exam(program, warning),
        Warning::PriceMissing | Warning::OverBudget | Warning::MayBeOverBudget | Warning::PriceEstimated => {
            price(view, row, warning)
        }
        Warning::DeadlineVague { .. }
        | Warning::DeadlineLikelyMissed { .. }
        | Warning::DeadlineMayBeMissed { .. }
        | Warning::Long { .. }
        | Warning::LengthDisputed { .. } => time(view, program, warning),
        Warning::NoSchool
        | Warning::OnlyRecommended
        | Warning::CreditUnknown
        | Warning::AdmissionSeparate
        | Warning::OtherSchools
        | Warning::Route(_)
        | Warning::RouteRetired(_) => credit(program, warning),
        Warning::BachelorFirst => bachelor_first(view).to_owned(),
    }
}

/// Returns the effect of finished courses, and what is not known about them.
fn finished(done: usize, of: usize) -> String {
    format!(
        "you have finished {done} of its {of} courses: hours, months and price are those of the rest; whether the school accepts them is not on record"
    )
}

/// Returns what to ask a school to which no route with credit is on record, and what is on record instead: a path to
/// admission there, or a route to a school of a longer name, such as one that is part of it.
fn ask_school(view: &View<'_>, program: &Program) -> String {
    let school = match view.answers.get(Question::Credit) {
        Some(Answer::CreditAt(school)) => view.engine.reader.names.short_institution(school).to_owned(),
        _ => String::new(),
    };
    let is_meant = |name: &str| holds_phrase(&spaced(name), &spaced(&school));
    let active = program.pathways.iter().filter(|way| way.status == PathwayStatus::Active);
    // One route may be to several schools.
    let mut named = active.flat_map(|way| way.institution.split("; ").map(move |name| (way.counts, name)));
    let (on_record, office) = match named.find(|(_, name)| is_meant(name)) {
        Some((Counts::Credit, name)) => {
            (format!("on record is only a route to {name}"), format!("the admissions office of {school}"))
        }
        Some((Counts::Admission, name)) => (
            format!("on record is only that it may support an application to {name}"),
            "its admissions office".to_owned(),
        ),
        _ => (format!("no route to {school} is on record"), "its admissions office".to_owned()),
    };
    format!(
        "{on_record}: ask {office} whether it takes this program, for how many credits, toward which degree, and until when"
    )
}

/// Returns that enrolment has moved, next to a step that gives the address.
pub(super) fn moved_in_short(program: &Program) -> String {
    let platform = program.relocation().and_then(|moved| moved.platform);
    let platform = platform.map_or("another platform", |platform| platform.as_str());
    format!("enrolment has moved to {platform}; prices and dates on record are from before the move")
}

/// Returns where enrolment has moved and since when that is on record.
fn moved(program: &Program) -> String {
    let Some(moved) = program.relocation() else { return String::new() };
    let platform = moved.platform.map_or("another platform", |platform| platform.as_str());
    let since = moved.since.map_or_else(String::new, |since| format!(" (on record since {})", since.text()));
    let place = match moved.url {
        Some(url) => format!("its page there is {url}"),
        None => "its page there is not on record".to_owned(),
    };
    format!("enrolment has moved to {platform}{since}; {place}; prices and dates on record are from before the move")
}

fn may_not_last(view: &View<'_>, program: &Program, months: f64, at: usize) -> String {
    let takes = format!("it takes about {} months at your hours", plain(months.round()));
    match view.catalog.survival(program.kind()) {
        Some(rate) if at == 0 => format!("{takes}; {}", rate.words()),
        Some(rate) => format!(
            "{takes}, and {} % of its kind were still offered after some years",
            plain((rate.share() * 100.0).round())
        ),
        None => takes,
    }
}

fn prerequisites(program: &Program) -> String {
    Prerequisites::of(program.prerequisites.value().map_or("", |text| text.as_str())).words()
}

fn no_credit(view: &View<'_>, row: usize, at: usize) -> String {
    let is_presumed = view.features(row).credit == CreditState::PresumedNone;
    let how = if is_presumed { " (presumed from the kind)" } else { "" };
    match at {
        0 => format!("No credit toward a degree{how}; you asked for none"),
        _ => format!("No degree credit{how}"),
    }
}

fn hours(view: &View<'_>, program: &Program) -> String {
    let workload = program.workload.value().map(ToString::to_string).unwrap_or_default();
    let plural = if workload == "1" { "" } else { "s" };
    format!("it asks for {workload} hour{plural} a week; you have {}", hours_phrase(view).unwrap_or_default())
}

fn caution(view: &View<'_>, at: usize) -> String {
    dated(&view.questionnaire().cautions[at], usize::MAX)
}

/// Returns the first clause of a caution, which is the one that matters for the choice.
pub(super) fn caution_in_short(view: &View<'_>, at: usize) -> String {
    dated(&view.questionnaire().cautions[at], 1)
}

fn dated(caution: &Caution, clauses: usize) -> String {
    let says: Vec<&str> = caution.says.trim_end_matches('.').split("; ").take(clauses).collect();
    format!("{} (as of {})", says.join("; "), caution.as_of)
}

fn limit_unknown(question: Question) -> &'static str {
    match question {
        Question::Language => "its language is not on record: check it before you enrol",
        Question::Horizon => "how long it takes is not on record, so your deadline could not be checked",
        _ => "whether its exams are proctored is not on record",
    }
}

fn pace(program: &Program, warning: &Warning) -> String {
    match warning {
        Warning::InstructorPaced => {
            "it is instructor-paced: the school sets the dates; more hours do not help".to_owned()
        }
        Warning::MixedPace => {
            let note = program.pacing.claims().iter().find_map(|claim| claim.note.as_deref());
            let note = note.map(|note| format!(": {note}")).unwrap_or_default();
            format!("some of its courses are self-paced, others have set dates{note}")
        }
        Warning::SomeDates => "the school sets the dates of some of its courses".to_owned(),
        _ => "who sets its pace is not on record: look it up before you enrol".to_owned(),
    }
}

fn exam(program: &Program, warning: &Warning) -> String {
    let value = |fact: &crate::catalog::Fact<crate::catalog::Text>| fact.value().map(ToString::to_string);
    match warning {
        Warning::Proctored => {
            format!("it has a proctored exam{}", program.proctored.shown().map(facts::note).unwrap_or_default())
        }
        Warning::Exam => format!("the exam: {}", value(&program.exam).unwrap_or_default()),
        _ => format!("it ends with a capstone: {}", value(&program.capstone).unwrap_or_default()),
    }
}

fn price(view: &View<'_>, row: usize, warning: &Warning) -> String {
    let claim = price_claim(view, row);
    let (Some(claim), Some(yours)) = (claim, facts::limit(view)) else {
        return missing_price(view, view.program(row));
    };
    let money = claim.value;
    let is_estimated = claim.basis == Basis::Estimated;
    match warning {
        Warning::OverBudget => {
            let at = if is_estimated { format!("we estimate {money}, which") } else { format!("at {money} it") };
            match slight_excess(view, &money) {
                Some(percent) => format!("{at} is over your {yours}, by less than {percent} %"),
                // Only the low end is so near to the budget that the program was not left out.
                None => format!("{at} is more than your {yours}, even at the low end"),
            }
        }
        Warning::MayBeOverBudget => {
            let may = if is_probably_dearer(view, row) { "will probably" } else { "may" };
            let known =
                if is_estimated { format!("we estimate {money}") } else { on_record(view.program(row), &claim) };
            format!("it {may} cost more than your {yours}: {known}")
        }
        _ => {
            let year = claim.as_of.year().map(|year| format!(" of {year}")).unwrap_or_default();
            format!("its price is an estimate{year}: check today's price")
        }
    }
}

/// The share in percent by which a price may exceed the budget, if all of it does so by less.
fn slight_excess(view: &View<'_>, money: &Money) -> Option<u32> {
    let limit = view.preferences.budget?.limit?;
    let questionnaire = view.questionnaire();
    questionnaire.is_within_stretch(money.high, limit).then_some(questionnaire.stretch_percent)
}

/// Whether the median of the price is over the budget.
fn is_probably_dearer(view: &View<'_>, row: usize) -> bool {
    let limit = view.preferences.budget.and_then(|budget| budget.limit);
    let price = view.features(row).price_of(row, view.preferences);
    limit.zip(price).is_some_and(|(limit, price)| price.median > limit)
}

/// Returns the price on record and, if it is old enough to have moved, what it may be today.
fn on_record(program: &Program, claim: &Claim<Money>) -> String {
    let aged = program.comparable.as_ref().filter(|figure| figure.aged_years.is_some());
    match aged.filter(|_| claim.basis != Basis::Stated) {
        Some(figure) => {
            let year = plain_year(claim.as_of.year());
            format!("on record is {} ({year}), which may be {} today", figure.from, claim.value)
        }
        None => format!("the price on record is {}", claim.value),
    }
}

fn missing_price(view: &View<'_>, program: &Program) -> String {
    let currency = view.preferences.budget.map_or(Currency::USD, |budget| budget.currency);
    match (program.price.shown(), program.course_price.shown()) {
        (Some(claim), _) if program.comparable.is_some() => format!(
            "there is no dated rate for {}, so your budget could not be compared with its price ({})",
            currency.code(),
            program.dollars().map_or(claim.value.money, |dollars| dollars.value)
        ),
        (Some(claim), _) => format!(
            "its price is on record only in a currency without a dated rate ({}), so your budget in {} could not be checked",
            claim.value.money,
            currency.code()
        ),
        (None, Some(claim)) => {
            let year = plain_year(claim.as_of.year());
            format!("its total price is unknown; one of its courses cost {} ({year})", claim.value.money)
        }
        (None, None) => "its price is unknown, so your budget could not be checked".to_owned(),
    }
}

fn plain_year(year: Option<u32>) -> String {
    year.map_or("undated".to_owned(), |year| plain(f64::from(year)))
}

fn time(view: &View<'_>, program: &Program, warning: &Warning) -> String {
    let phrase = || deadline_phrase(view).unwrap_or_default();
    match warning {
        Warning::DeadlineVague { months, middle } => format!(
            "{}, too wide a range to name a date; the middle would be {middle}",
            deadline_is_vague(view, *months)
        ),
        Warning::DeadlineLikelyMissed { months: (from, to), likely } => format!(
            "you will likely finish about {likely}, after your deadline ({}): it takes {}",
            phrase(),
            months_span(*from, *to)
        ),
        Warning::DeadlineMayBeMissed { months } => {
            format!("{}{}", deadline_may_be_missed(view, *months), other_length(program))
        }
        Warning::LengthDisputed { months: (from, to) } => {
            format!("it takes {}{}", months_span(*from, *to), other_length(program))
        }
        Warning::Long { yours } => long(view, program, *yours),
        _ => String::new(),
    }
}

/// Returns that a deadline may be missed.
pub(super) fn deadline_may_be_missed(view: &View<'_>, (from, to): (f64, f64)) -> String {
    let deadline = deadline_phrase(view).unwrap_or_default();
    format!("it may miss your deadline ({deadline}): it takes {}", months_span(from, to))
}

/// Returns that a deadline is likely to be missed, though the range of months is too wide to name a date.
pub(super) fn deadline_is_vague(view: &View<'_>, (from, to): (f64, f64)) -> String {
    let deadline = deadline_phrase(view).unwrap_or_default();
    let span = months_span(from, to).replace('–', " to ");
    format!("it will probably miss your deadline ({deadline}): it takes anything from {span}")
}

fn long(view: &View<'_>, program: &Program, yours: Option<(f64, f64)>) -> String {
    let length = program.length.value().map(ToString::to_string).unwrap_or_default();
    let stated = program.workload.claims().iter().find(|claim| claim.basis == Basis::Stated);
    let workload = stated.or(program.workload.shown());
    let at = workload.map(|claim| format!(" at {} hours a week", claim.value)).unwrap_or_default();
    let yours = match (hours_phrase(view), yours) {
        (Some(hours), Some((from, to))) => format!("; at {hours} a week it takes about {}", months_span(from, to)),
        _ => String::new(),
    };
    format!("it is listed at about {length}{at}{yours}")
}

/// Returns the longer length that another source states; empty if none does.
fn other_length(program: &Program) -> String {
    let Some(longer) = longer_length(program) else { return String::new() };
    let (shown, claim) = (&program.length.claims()[0], &program.length.claims()[longer]);
    format!("; listed at {}, another source says {}", shown.value, claim.value)
}

fn credit(program: &Program, warning: &Warning) -> String {
    let kind = program.kind().name();
    match warning {
        Warning::NoSchool => format!(
            "no school that accepts this {kind} for credit is on record: check with the school you have in mind before you enrol"
        ),
        Warning::OnlyRecommended => "no school has to follow a credit recommendation: ask yours".to_owned(),
        // What other kinds usually carry is not known here.
        Warning::CreditUnknown if matches!(program.kind(), Kind::Other(_)) => {
            "whether it carries credit is not on record".to_owned()
        }
        Warning::CreditUnknown => {
            format!("whether it carries credit is not on record; {} {kind} usually carries none", article(kind))
        }
        Warning::AdmissionSeparate => "admission to the degree is a separate application, not guaranteed".to_owned(),
        Warning::OtherSchools => "whether another school accepts its credit is for that school to decide".to_owned(),
        Warning::Route(at) => school(&program.pathways[*at]),
        Warning::RouteRetired(at) => {
            let way = &program.pathways[*at];
            format!("the route to {} at {} is retired", degree(way), way.institution)
        }
        _ => String::new(),
    }
}

fn bachelor_first(view: &View<'_>) -> &'static str {
    if view.chose(Question::Goal, "masters") {
        "a master's degree usually asks for a bachelor's degree first, which this does not replace"
    } else {
        "a MicroMasters may count toward a master's degree, if admitted; that usually asks for a bachelor's degree first"
    }
}

fn school(way: &Pathway) -> String {
    let amount = way.amount.as_deref().map(|amount| format!(" ({amount})")).unwrap_or_default();
    let note = way.note.as_deref().map(|note| format!("; {}", lower(note.trim_end_matches('.')))).unwrap_or_default();
    let condition = beyond_admission(way.condition.as_deref());
    let condition = condition.map(|condition| format!(": {condition}")).unwrap_or_default();
    let dated = match way.as_of.year() {
        Some(_) => format!("as of {}", way.as_of.text()),
        None => way.as_of.text().to_owned(),
    };
    let (school, degree) = (&way.institution, degree(way));
    format!("{school} may count it toward {degree}{amount}, if you are admitted{condition}{note} ({dated})")
}

fn degree(way: &Pathway) -> &str {
    way.program.as_deref().unwrap_or("a degree that the source does not name")
}
