//! The assumptions of a plan, each stated once. For every value that is null in a plan, a sentence here
//! gives the reason.

use jiff::civil::Date;

use crate::catalog::{Basis, Catalog, Range};
use crate::english::{by_count, counted};

use crate::plan::pace::longest;
use crate::plan::stack::{Because, RULE_ORDER, RULE_PREPARES};
use crate::plan::{PaceKind, Plan, SunkCostRule, words};

/// The maximum number of courses named in a sentence; the rest are only counted.
const MAX_NAMED: usize = 4;

/// Returns the assumptions of a plan, in the order of its parts.
pub(in crate::plan) fn assumptions(catalog: &Catalog, plan: &Plan) -> Vec<String> {
    let mut told = Vec::new();
    of_time(catalog, plan, &mut told);
    of_courses(plan, &mut told);
    of_schedule(plan, &mut told);
    of_contradictions(plan, &mut told);
    of_money(plan, &mut told);
    of_paths(plan, &mut told);
    told
}

fn of_time(catalog: &Catalog, plan: &Plan, to: &mut Vec<String>) {
    if is_at_the_end_of_the_calendar(plan) {
        to.push(format!(
            "The calendar ends on {}: anything later is shown as that day, and the days before it are too close \
             together.",
            Date::MAX
        ));
    }
    if plan.settings.weekly.is_none() {
        to.push("You gave no hours a week, so the listed length is used.".to_owned());
    }
    match &plan.hours {
        None => {
            to.push("The hours of work are unknown: neither a total nor hours a week are on record.".to_owned());
        }
        Some(claim) if claim.basis == Basis::Estimated => {
            let note = claim.note.as_deref().map(|note| format!(" ({note})")).unwrap_or_default();
            to.push(format!("We estimate the hours of work from other programs{note}."));
        }
        Some(_) => {}
    }
    to.extend(pace(plan));
    to.extend(longest_length(catalog, plan));
    if plan.finish.is_none() {
        let needs = if plan.hours.is_some() { "give your hours a week" } else { "ask the provider for its length" };
        to.push(format!("The finish is unknown, because no length is on record: {needs}."));
    }
    if plan.finish.is_some_and(|finish| !finish.is_bounded) {
        to.push(
            "The finish may be earlier or later than this range, because a fact behind it is unknown or worked out."
                .to_owned(),
        );
    }
    if plan.stated_pace.is_none() && catalog.program(plan.program).length.is_known() {
        to.push("How many hours a week the listed length means is unknown, because the hours are unknown.".to_owned());
    }
    if plan.settings.breaks > 0 {
        let weeks = plan.settings.breaks;
        let are = by_count(weeks as usize, "is", "are");
        to.push(format!("There {are} {} off between courses, as you asked.", counted(weeks as usize, "week")));
    }
}

/// Explains the latest finish if another source states a greater length.
fn longest_length(catalog: &Catalog, plan: &Plan) -> Option<String> {
    let fact = &catalog.program(plan.program).length;
    let shown = fact.value()?;
    let longest = longest(fact, shown.months().high);
    let is_own_pace = plan.pace == PaceKind::SelfPaced && plan.settings.weekly.is_some();
    (longest > shown.months().high && !is_own_pace).then(|| {
        let months = Range::exactly(longest).whole();
        format!("The length that is shown is {shown}; another source says up to {months} months, so the latest finish is later.")
    })
}

fn is_at_the_end_of_the_calendar(plan: &Plan) -> bool {
    let slots = plan.schedule.iter().flat_map(|schedule| &schedule.slots).map(|slot| slot.until);
    slots.chain(plan.finish.map(|finish| finish.latest)).any(|date| date == Date::MAX)
}

fn pace(plan: &Plan) -> Vec<String> {
    let mut told = Vec::new();
    match plan.pace {
        PaceKind::SelfPaced => {
            told.push("In self-paced courses, the time is the hours of work divided by your hours a week.".to_owned());
        }
        PaceKind::Scheduled => told.push(
            "The school sets the dates; more hours do not shorten it. When courses start and how long the gaps are is \
             not on record; the plan starts on your first day."
                .to_owned(),
        ),
        PaceKind::Mixed | PaceKind::Unknown => {
            told.push(
                "It is mixed or unknown who sets the dates: the finish is between your own pace and the listed calendar. \
                 When courses start and how long the gaps are is not on record."
                    .to_owned(),
            );
            let unsure = names(plan, |course| course.pacing.is_none());
            told.extend(unsure.map(|names| format!("Uncertain, because it is unknown who sets the dates: {names}.")));
        }
    }
    told
}

fn of_courses(plan: &Plan, to: &mut Vec<String>) {
    if plan.courses.is_empty() {
        to.push("The number of courses is unknown; the schedule treats the program as one course.".to_owned());
        return;
    }
    let missing = plan.courses.iter().filter(|course| course.id.is_none()).count();
    if missing > 0 {
        to.push(format!("{missing} of {} courses are not on record by name.", plan.courses.len()));
    }
    let likely = plan.courses.iter().filter(|course| course.id.is_some() && !course.is_certain).count();
    if likely > 0 {
        to.push(format!(
            "{likely} of {} courses are matched to the program as likely, not certain.",
            plan.courses.len()
        ));
    }
    let unsure = names(plan, |course| course.id.is_some() && course.hours.is_none());
    to.extend(unsure.map(|names| format!("Hours unknown: {names}.")));
}

fn of_schedule(plan: &Plan, to: &mut Vec<String>) {
    let Some(schedule) = &plan.schedule else {
        to.push("There is no schedule, because neither the hours nor the length is known.".to_owned());
        return;
    };
    let what = if schedule.follows_calendar { "weeks" } else { "hours" };
    to.push(format!(
        "The schedule takes the courses one after another, in the order on record. Each gets its share of the time by \
         its {what}; a course of unknown {what} gets the average of the others."
    ));
    if schedule.slots.iter().any(|slot| slot.is_exam) {
        to.push(exam_words(plan));
    }
    if let Some(room) = schedule.room_until {
        to.push(format!("Leave room until {room}, the latest finish."));
    }
}

/// Explains how an exam of unknown length is planned, and what the hours of work assume for it.
fn exam_words(plan: &Plan) -> String {
    let work = plan.hours.as_ref().and_then(|claim| claim.note.as_deref());
    let work = work.map(|note| format!(" Of the hours of work, {note}.")).unwrap_or_default();
    format!("An exam of unknown length is an event: a week is kept for it, without hours of its own.{work}")
}

/// Reports courses whose hours contradict the program's own total.
fn of_contradictions(plan: &Plan, to: &mut Vec<String>) {
    let known: Vec<Range> =
        plan.courses.iter().filter_map(|course| course.hours.as_ref()).map(|claim| claim.value).collect();
    let sum = known.iter().fold(Range::exactly(0.0), |sum, hours| sum.plus(hours));
    let Some(whole) = &plan.hours else { return };
    if sum.low > whole.value.low + 0.5 || sum.high > whole.value.high + 0.5 {
        to.push(format!(
            "{} of {} courses alone come to {} hours by their own lists, the whole to {} by its own: lists of \
             different years differ. The plan counts by the whole.",
            known.len(),
            plan.courses.len(),
            sum.whole(),
            whole.value.whole()
        ));
    }
}

fn of_money(plan: &Plan, to: &mut Vec<String>) {
    let cost = &plan.cost;
    let Some(total) = &cost.total else {
        to.push("The price is unknown, so the price of an hour or a month is unknown too.".to_owned());
        return;
    };
    if total.basis == Basis::Estimated {
        let note = total.note.as_deref().map(|note| format!(" ({note})")).unwrap_or_default();
        let year = total.as_of.year().map_or_else(|| "no year".to_owned(), |year| year.to_string());
        to.push(format!("We estimated the price in {year}{note}."));
    } else {
        to.push(format!("The price is from {}; check today's price before you pay.", total.as_of.text()));
    }
    if let Some(how) = cost.converted.as_ref().and_then(|claim| claim.note.as_deref()) {
        to.push(format!("The plan uses the price in US dollars, {how}."));
    } else if !cost.others.is_empty() {
        to.push("Prices in other currencies stay apart; they are not added up.".to_owned());
    }
    if cost.exam.is_some() {
        to.push("The exam has its own price; the total may or may not include it.".to_owned());
    }
    match cost.sunk_cost_rule {
        Some(rule) => to.push(words::sunk_cost_rule(rule).to_owned()),
        None => to.push(
            "What you have spent after each course is unknown, because the number of courses is unknown.".to_owned(),
        ),
    }
    let last = cost.sunk.last().map(|spent| spent.amount.value);
    if cost.sunk_cost_rule == Some(SunkCostRule::CoursePrices) && last != cost.leading().map(|whole| whole.value) {
        to.push(
            "The course prices do not add up to the total on record, which may be the price of a bundle.".to_owned(),
        );
    }
    if cost.per_hour.is_none() {
        to.push("The price per hour is unknown, because the hours are unknown.".to_owned());
    }
}

fn of_paths(plan: &Plan, to: &mut Vec<String>) {
    if plan.settings.gain.is_some() && plan.break_even.is_none() {
        to.push("When you would have the money back is unknown, because the price is unknown.".to_owned());
    }
    if plan.paths.is_empty() {
        to.push(
            "No route is shown: no school on record accepts it, and no other program follows from it by our rule."
                .to_owned(),
        );
    }
    let arrows = plan.paths.iter().flat_map(|path| &path.arrows);
    if arrows.into_iter().any(|arrow| matches!(arrow.because, Because::Rule { .. })) {
        to.push(RULE_PREPARES.to_owned());
        to.push(RULE_ORDER.to_owned());
    }
}

/// Returns the titles of the courses that meet a condition, or `None` if there are none.
fn names(plan: &Plan, is_meant: impl Fn(&crate::plan::CoursePlan) -> bool) -> Option<String> {
    let titles: Vec<&str> =
        plan.courses.iter().filter(|course| is_meant(course)).map(|course| course.title.as_str()).collect();
    let shown = titles.iter().take(MAX_NAMED).copied().collect::<Vec<_>>().join("; ");
    match titles.len() {
        0 => None,
        count if count <= MAX_NAMED => Some(shown),
        count => Some(format!("{shown}; and {} more", count - MAX_NAMED)),
    }
}
