//! A plan in sentences, the same for every screen, command and file. Every sentence says only what the plan contains.
//! Credit is worded as "may", "if admitted" and "not guaranteed", and a range names its basis.

mod assume;

use crate::catalog::{Basis, Catalog, Claim, Counts, Credit, Money, PathwayStatus, Program, Range, sentence};

use super::stack::{Arrow, ArrowKind, Because, Path, Station};
use super::{
    BreakEven, CreditLine, Dates, Deadline, Left, PaceKind, Plan, Standing, SunkCostRule, Timeliness, Warning,
    WeeklyHours,
};

pub(super) use assume::assumptions;

/// The word for an unknown value.
const UNKNOWN: &str = "unknown";

/// Returns the given hours a week, such as `4–7 hours a week`, or `None` if the user gave none.
pub fn weekly(plan: &Plan) -> Option<String> {
    Some(format!("{} hours a week", given(plan.settings.weekly?)))
}

/// Returns the hours a week that the user gave, without the usual number.
fn given(weekly: WeeklyHours) -> Range {
    Range::between(weekly.low, weekly.high)
}

/// Returns what is left: `6 of 9 courses, 90–120 hours, US$300`.
pub fn left(left: &Left) -> String {
    let courses = match left.courses {
        0 => return "nothing: you have finished every course on record".to_owned(),
        count => format!("{count} of {} courses", count + left.done),
    };
    let hours = left.hours.map(|hours| hours.whole()).map(|hours| match left.without_hours {
        0 => format!("{hours} hours"),
        1 => format!("{hours} hours and 1 course of unknown hours"),
        more => format!("{hours} hours and {more} courses of unknown hours"),
    });
    let hours = hours.unwrap_or_else(|| "hours unknown".to_owned());
    let price = left.price.map_or_else(|| "price unknown".to_owned(), |price| price.to_string());
    format!("{courses}, {hours}, {price}")
}

/// Appends the year of a claim to a text, and its basis unless it is stated.
pub fn based<T>(text: &str, claim: &Claim<T>) -> String {
    let year = claim.as_of.year().map_or_else(|| "undated".to_owned(), |year| year.to_string());
    match claim.basis {
        Basis::Stated => format!("{text} ({year})"),
        basis => format!("{text} ({}, {year})", basis.words()),
    }
}

/// Returns an amount with basis and year, or `unknown`.
pub fn money(claim: Option<&Claim<Money>>) -> String {
    claim.map_or_else(|| UNKNOWN.to_owned(), |claim| based(&claim.value.to_string(), claim))
}

/// Returns a warning as a sentence.
pub fn warning(catalog: &Catalog, plan: &Plan, warning: Warning) -> String {
    match warning {
        Warning::AsksForMore { asked, given: weekly } => {
            let cannot = if asked.low > weekly.high { "it cannot be kept up" } else { "some weeks cannot be kept up" };
            let asked = asked.whole();
            format!("It asks for {asked} hours a week while it runs; you give {}: {cannot}.", given(weekly))
        }
        Warning::CalendarAsksForMore { asked, given: weekly } => {
            let asked = Range::exactly(asked).whole();
            format!("Its calendar asks for about {asked} hours a week, more than the {} you give.", given(weekly))
        }
        Warning::Deadline(Timeliness::TooLate) => format!("It misses your deadline{}.", on_day(plan)),
        Warning::Deadline(_) => format!("It may miss your deadline{}.", on_day(plan)),
        Warning::NotInLatestList => {
            format!("It is not in the list of {}; ask the school whether it still runs.", catalog.as_of.text())
        }
    }
}

fn on_day(plan: &Plan) -> String {
    plan.deadline.as_ref().map_or_else(String::new, |deadline| format!(" of {}", deadline.date))
}

/// Returns the finish: `2027-03-22`, `2027-02-15 to 2027-05-03, likely 2027-03-22`, or `unknown`.
pub fn finish(dates: Option<Dates>) -> String {
    dates.map_or_else(|| UNKNOWN.to_owned(), |dates| finish_by(dates, |date| date.to_string()))
}

/// Returns the finish, its dates formatted by `day`. A likely date that is also the earliest or the latest is printed
/// once.
fn finish_by(dates: Dates, day: impl Fn(jiff::civil::Date) -> String) -> String {
    let [earliest, likely, latest] = [dates.earliest, dates.likely, dates.latest].map(day);
    match (earliest == likely, likely == latest) {
        (true, true) => likely,
        (true, false) => format!("{likely}, {latest} at the latest"),
        (false, true) => format!("{likely}, {earliest} at the earliest"),
        (false, false) => format!("{earliest} to {latest}, likely {likely}"),
    }
}

/// Returns the finish to the month, `2028-05`, which is enough beside others; the day is on the page of the plan.
pub fn finish_in_short(plan: &Plan) -> Option<String> {
    Some(finish_by(plan.finish?, |date| date.strftime("%Y-%m").to_string()))
}

/// Returns who sets the pace, in words.
pub fn pace(kind: PaceKind) -> &'static str {
    match kind {
        PaceKind::SelfPaced => "self-paced: your hours decide",
        PaceKind::Scheduled => "the school sets the dates; more hours do not shorten it",
        PaceKind::Mixed => "mixed: some courses are self-paced, some follow a calendar",
        PaceKind::Unknown => "unknown: it may be self-paced or follow a calendar",
    }
}

/// Returns where a program has moved and since when that is on record, or `None` if it has not moved.
pub fn moved(program: &Program) -> Option<String> {
    let moved = program.relocation()?;
    let platform = moved.platform.map_or("another platform", |platform| platform.as_str());
    let since = moved.since.map_or_else(String::new, |since| format!(", on record since {}", since.text()));
    let url = moved.url.map_or_else(|| "; its page there is not on record".to_owned(), |url| format!(": {url}"));
    Some(format!("moved to {platform}{since}{url}"))
}

/// Returns the hours a week that the listed length implies, or `None` if that is unknown.
pub fn stated_pace(catalog: &Catalog, plan: &Plan) -> Option<String> {
    let claim = plan.stated_pace.as_ref()?;
    let program = catalog.program(plan.program);
    let length = program.length.value()?;
    let hours = claim.value.whole();
    let worked_out = based(&format!("{hours} hours a week"), claim);
    let own = program.workload.value().map(Range::whole).filter(|own| *own != hours);
    let own = own.map(|own| format!("; the list itself says {own} hours a week")).unwrap_or_default();
    Some(format!("{worked_out} over {length}{own}"))
}

/// Returns what the deadline requires, or `None` if none was set.
pub fn deadline(plan: &Plan) -> Option<String> {
    let Deadline { date, needed, timeliness } = plan.deadline.as_ref()?;
    let holds = match timeliness {
        Timeliness::InTime => "this plan is in time",
        Timeliness::MayMiss => "this plan may miss it",
        Timeliness::TooLate => "this plan misses it",
        Timeliness::Unknown => "it is unknown whether this plan meets it",
    };
    let needs = match needed {
        Some(claim) if claim.value.high < 1.0 => "it needs less than an hour a week".to_owned(),
        Some(claim) => format!("it needs {}", based(&format!("{} hours a week", claim.value.whole()), claim)),
        None if *date <= plan.settings.start => "it leaves no time to study".to_owned(),
        None if plan.hours.is_none() => "how many hours a week it needs is unknown".to_owned(),
        None => "more hours a week do not shorten it".to_owned(),
    };
    Some(format!("{date}: {holds}; {needs}"))
}

/// Returns a description of how the money spent after each course is determined.
pub fn sunk_cost_rule(rule: SunkCostRule) -> &'static str {
    match rule {
        SunkCostRule::CoursePrices => {
            "Money spent after a course: course prices added up, each course paid when it begins. If you buy a bundle, \
             you spend the whole at the start."
        }
        SunkCostRule::PriceShares => {
            "Money spent after a course: shares of the whole, in proportion to the course prices on record, because \
             these are of another year or not known for every course."
        }
        SunkCostRule::EvenShares => {
            "Money spent after a course: even shares of the whole, because it is itself an estimate or no course has a \
             price on record."
        }
    }
}

/// Returns what is on record about the credit of the program itself.
pub fn standing(standing: &Standing) -> String {
    let Some(claim) = &standing.credit else { return "It is unknown whether it can count for credit.".to_owned() };
    let presumed = claim.basis == Basis::Presumed;
    let text = match claim.value {
        Credit::None if presumed => "This kind usually carries no credit; no source says anything about this program",
        Credit::None => "The school says that it carries no credit",
        Credit::Possible if presumed => {
            "This kind may carry credit, but no school on record accepts this program. Ask the school"
        }
        Credit::Possible => "It may carry credit; ask the school",
        Credit::Recommended => {
            "An organisation recommends credit for it; each school decides, and nothing is guaranteed"
        }
        Credit::Pathway => "A school on record may count it, if you are admitted there; nothing is guaranteed",
        Credit::Included => "It includes credit when you finish; other schools may or may not accept it",
    };
    format!("{text}.")
}

/// Returns one or two sentences about a school where a program may count, or is said not to.
pub fn credit_line(line: &CreditLine) -> String {
    let says = credit_claim(line);
    if !line.is_open() {
        return says;
    }
    let condition = line.condition.as_ref().map(|text| format!(" Condition: {text}.")).unwrap_or_default();
    format!("{says}{condition} Not guaranteed ({}).", dated(&line.as_of))
}

/// Returns what a source says about a school where a program may count. The caller adds that nothing is guaranteed,
/// possibly once for several schools.
pub fn credit_claim(line: &CreditLine) -> String {
    let degree = line.degree.as_deref().unwrap_or("a degree that is not named");
    let school = &line.school;
    if line.status == PathwayStatus::Retired {
        return format!(
            "{school}: retired. It was said to count toward {degree} ({}); a request may not be accepted now.",
            dated(&line.as_of)
        );
    }
    let says = match line.counts {
        Counts::Credit => format!("may count toward {degree}, if admitted"),
        Counts::Admission => format!("may support an application to {degree}; no credit is stated"),
        Counts::Nothing => return format!("{school}: stated not to count toward {degree} ({}).", dated(&line.as_of)),
    };
    let amount = line.amount.as_ref().map(|amount| format!(": {amount}")).unwrap_or_default();
    format!("{school}: {says}{amount}.")
}

/// Returns the date of a claim about credit.
pub fn credit_date(line: &CreditLine) -> String {
    sentence(&dated(&line.as_of))
}

/// Returns the cost of one credit if admitted, or `None` if the credits or the price are unknown.
pub fn per_credit(line: &CreditLine) -> Option<String> {
    let (credits, cost) = (line.credits?, line.per_credit.as_ref()?);
    let unit = if credits.unit == "ECTS" { "ECTS credit" } else { "credit" };
    let least = if credits.is_most { "at least " } else { "" };
    Some(format!("{least}{} a {unit} at {}, if admitted", based(&cost.value.to_string(), cost), line.school))
}

/// Returns the name of a station.
pub fn station(catalog: &Catalog, station: &Station) -> String {
    match station {
        Station::Program(ix) => {
            let program = catalog.program(*ix);
            format!("{} ({})", program.title, program.kind().name())
        }
        Station::Degree { school, name: Some(name) } => format!("{name}, {school}"),
        Station::Degree { school, name: None } => format!("a degree at {school}"),
    }
}

/// Returns a path in one line, without the program that the plan is about: `as credit, if admitted: MBA · Curtin`. If
/// it continues from that program as an earlier path does, the line gives only the number of that path.
pub fn route(catalog: &Catalog, plan: &Plan, place: usize) -> String {
    let path = &plan.paths[place];
    let own = path.stations.iter().position(|station| *station == Station::Program(plan.program)).unwrap_or(0);
    let before = path.stations[..own].iter().zip(&path.arrows);
    let mut parts: Vec<String> = before
        .map(|(station, arrow)| format!("after {}, {}", station_in_short(catalog, station), reason_in_short(arrow)))
        .collect();
    let rest = &path.stations[own..];
    let earlier = plan.paths[..place].iter().position(|earlier| own > 0 && earlier.stations == rest);
    match earlier {
        Some(earlier) => parts.push(format!("as route {}", earlier + 1)),
        None => parts.extend(
            path.arrows[own..]
                .iter()
                .zip(&rest[1..])
                .map(|(arrow, next)| format!("{}: {}", leads(arrow), station_in_short(catalog, next))),
        ),
    }
    parts.join("; then ")
}

/// Returns in words whether a source or our rule says that one program prepares for the next.
fn reason_in_short(arrow: &Arrow) -> &'static str {
    match &arrow.because {
        Because::Rule { .. } => "by our rule only",
        Because::Source { .. } => "which prepares for it",
    }
}

/// Returns what an arrow means for the station that it leads to.
fn leads(arrow: &Arrow) -> &'static str {
    match (arrow.kind, &arrow.because) {
        (ArrowKind::CountsAsCredit, _) => "as credit, if admitted",
        (ArrowKind::PreparesFor, Because::Rule { .. }) => "as preparation, by our rule only",
        (ArrowKind::PreparesFor, Because::Source { .. }) => "as preparation",
        (ArrowKind::NoFormalLink, _) => "no formal link",
    }
}

/// Returns the name of a station with the short name of its school.
fn station_in_short(catalog: &Catalog, station: &Station) -> String {
    match station {
        Station::Program(ix) => catalog.title_with_school(*ix),
        Station::Degree { school, name } => {
            let school = catalog.institution_named(school).map_or(school.as_str(), |own| own.short.as_str());
            format!("{} · {school}", name.as_deref().unwrap_or("a degree"))
        }
    }
}

/// Returns the reason for an arrow: its source and date, or the facts that its rule rests on.
pub fn because(catalog: &Catalog, arrow: &Arrow) -> String {
    let amount = arrow.amount.as_ref().map(|amount| format!("; {amount}")).unwrap_or_default();
    match &arrow.because {
        Because::Source { source, as_of } => {
            format!("{}{amount}; source: {}, {}", arrow.kind.name(), catalog.source(*source).title, dated(as_of))
        }
        Because::Rule { found, .. } => format!("{}, by our rule only: {found}{amount}", arrow.kind.name()),
    }
}

/// Returns `as of` and the date, or the text of an undated source unchanged.
fn dated(as_of: &str) -> String {
    if as_of.starts_with("undated") { as_of.to_owned() } else { format!("as of {as_of}") }
}

/// Returns the hours, months and cost of the programs of a path. A degree at its end is not included.
pub fn path_measures(path: &Path) -> String {
    let hours = path
        .hours
        .as_ref()
        .map_or_else(|| "hours unknown".to_owned(), |claim| based(&format!("{} hours", claim.value.whole()), claim));
    let months = path.months.map_or_else(|| "months unknown".to_owned(), |months| format!("{} months", months.whole()));
    let mut money: Vec<String> =
        path.costs.iter().map(|cost| based(&cost.amount.value.to_string(), &cost.amount)).collect();
    if path.unpriced > 0 {
        money.push(format!("{} without a price on record", path.unpriced));
    }
    format!("{hours}; {months}; {}", money.join(" and "))
}

/// Whether a path ends with a degree, whose own time and cost are unknown here.
pub fn has_degree(path: &Path) -> bool {
    matches!(path.stations.last(), Some(Station::Degree { .. }))
}

/// Returns when the cost would be earned back, and what the calculation leaves out; empty if it was not computed.
pub fn break_even(plan: &Plan) -> Vec<String> {
    let Some(BreakEven { gain, cost, earliest_months, latest_months }) = &plan.break_even else { return Vec::new() };
    let months = |months: &f64| Range::exactly(*months).to_string();
    let says = match (earliest_months, latest_months) {
        (Some(earliest), Some(latest)) => {
            format!("You have the money back {} to {} months after finishing", months(earliest), months(latest))
        }
        (Some(earliest), None) => {
            format!("You have the money back {} months after finishing at the earliest, or never", months(earliest))
        }
        _ => "By these numbers you do not get the money back".to_owned(),
    };
    let percent = gain.chance.times(100.0);
    let code = cost.value.currency.code().to_owned();
    vec![
        format!("{says}, on average over many who try."),
        format!("Your numbers: {code} {} more a year, with a chance of {percent} % to finish and get it.", gain.step),
        format!("Compared with {}: fees only. Your hours, taxes and lost pay are not counted.", money(Some(cost))),
        "That a salary rises is your assumption; nothing on record says it.".to_owned(),
    ]
}
