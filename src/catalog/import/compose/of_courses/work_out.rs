//! Computes facts of a program from those of its courses: weeks, hours and prices are summed, paces, levels and names
//! collected. A sum is made only of all courses of the program, and never across currencies.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::{Course, Known};
use crate::catalog::import::amount::What;
use crate::catalog::import::draft;
use crate::catalog::import::measure::MAX_WEEKS;
use crate::catalog::import::stated::{self, Band, Stated};
use crate::catalog::{Currency, Level, Tax, Text, TimeUnit};
use crate::english::counted;

/// How facts that are not sums are obtained.
const COLLECTED: &str = "of its courses";

/// A fact, how it was computed, and from which values.
#[derive(Debug)]
pub(super) struct Worked<'c, 'i> {
    pub(super) field: &'static str,
    pub(super) value: Stated,
    pub(super) how: String,
    pub(super) from: Vec<&'c Known<'i>>,
}

/// All facts that follow from the courses. Without `is_whole`, they are more than the program consists of, and nothing
/// is summed. `workload` are the hours a week of courses that do not state their own.
pub(super) fn all<'c, 'i>(courses: &'c [Course<'i>], is_whole: bool, workload: Option<Band>) -> Vec<Worked<'c, 'i>> {
    let mut worked = Vec::new();
    if is_whole {
        worked.extend(weeks(courses));
        worked.extend(hours(courses, workload));
        worked.extend(prices(courses));
    }
    worked.extend(hours_a_week(courses));
    worked.extend(["pacing", "level", "languages", "fields"].into_iter().filter_map(|field| of_all(courses, field)));
    worked.extend(skills(courses));
    worked
}

/// The number of courses that are listed, where no source states how many there are; `None` if nothing is known of one.
pub(super) fn number<'c, 'i>(courses: &'c [Course<'i>]) -> Option<Worked<'c, 'i>> {
    let from: Option<Vec<&Known<'_>>> = courses.iter().map(|course| course.0.first()).collect();
    let value = stated::count(courses.len() as f64)?;
    Some(Worked { field: "courses", value, how: "as many as are listed".to_owned(), from: from? })
}

/// What is stated first about a fact of every course; `None` if nothing is stated for one of them.
fn each<'c, 'i>(courses: &'c [Course<'i>], field: &'static str) -> Option<Vec<&'c Known<'i>>> {
    courses.iter().map(|course| course.all(field).next()).collect()
}

fn how(courses: &[Course<'_>]) -> String {
    format!("sum over {}", counted(courses.len(), "course"))
}

fn total(bands: impl IntoIterator<Item = Band>) -> Band {
    bands.into_iter().fold((0.0, 0.0), |sum, band| (sum.0 + band.0, sum.1 + band.1))
}

fn bands(known: &[&Known<'_>]) -> Option<Vec<Band>> {
    known.iter().map(|known| known.value.band()).collect()
}

/// The weeks of study, and the same as a length.
fn weeks<'c, 'i>(courses: &'c [Course<'i>]) -> Vec<Worked<'c, 'i>> {
    let Some(from) = each(courses, "weeks") else { return Vec::new() };
    let Some((low, high)) = bands(&from).map(total).filter(|(_, high)| *high <= MAX_WEEKS) else { return Vec::new() };
    let how = how(courses);
    let study = stated::positive(low, high).map(|value| ("study_weeks", value, how.clone()));
    let length = stated::length(low, high, TimeUnit::Weeks);
    let length = length.map(|value| ("length", value, format!("{how}, one after another")));
    let facts = study.into_iter().chain(length);
    facts.map(|(field, value, how)| Worked { field, value, how, from: from.clone() }).collect()
}

/// The hours as a whole: weeks by hours a week.
fn hours<'c, 'i>(courses: &'c [Course<'i>], workload: Option<Band>) -> Option<Worked<'c, 'i>> {
    let mut from = each(courses, "weeks")?;
    let weeks = bands(&from)?;
    let mut products = Vec::with_capacity(weeks.len());
    for (course, weeks) in courses.iter().zip(weeks) {
        let own = course.all("workload").next();
        let hours = own.and_then(|known| known.value.band()).or(workload)?;
        from.extend(own);
        products.push((weeks.0 * hours.0, weeks.1 * hours.1));
    }
    let (low, high) = total(products);
    let value = stated::positive(low, high)?;
    Some(Worked { field: "effort", value, how: format!("{}: weeks x hours a week", how(courses)), from })
}

/// The hours a week, from the least of any course to the most.
fn hours_a_week<'c, 'i>(courses: &'c [Course<'i>]) -> Option<Worked<'c, 'i>> {
    let from = each(courses, "workload")?;
    let hours = bands(&from)?;
    let low = hours.iter().map(|hours| hours.0).fold(f64::INFINITY, f64::min);
    let high = hours.iter().map(|hours| hours.1).fold(0.0, f64::max);
    let value = stated::positive(low, high)?;
    Some(Worked { field: "workload", value, how: COLLECTED.to_owned(), from })
}

/// What prices must have in common to be summed.
type Unit = (Currency, Option<Tax>);

fn price_of(known: &Known<'_>) -> Option<(Band, Unit)> {
    match *known.value {
        Stated::Money(band, currency, _, tax) => Some((band, (currency, tax))),
        _ => None,
    }
}

/// The sum of the prices in every currency in which all courses have one that states the same about tax.
fn prices<'c, 'i>(courses: &'c [Course<'i>]) -> Vec<Worked<'c, 'i>> {
    let first = courses.first().into_iter().flat_map(|course| course.all("price"));
    let mut units: Vec<Unit> = first.filter_map(price_of).map(|(_, unit)| unit).collect();
    units.sort_by_key(|(currency, tax)| (*currency, tax.map(Tax::slug)));
    units.dedup();
    units.into_iter().filter_map(|unit| price_in(courses, unit)).collect()
}

fn price_in<'c, 'i>(courses: &'c [Course<'i>], unit: Unit) -> Option<Worked<'c, 'i>> {
    let in_unit = |known: &&Known<'_>| price_of(known).is_some_and(|(_, other)| other == unit);
    let from: Option<Vec<&Known<'_>>> = courses.iter().map(|course| course.all("price").find(in_unit)).collect();
    let from = from?;
    let (low, high) = bands(&from).map(total)?;
    let (currency, tax) = unit;
    // Courses without a fee do not make a credential without one.
    let value = draft::taxed(draft::money(low, high, currency, What::Courses), tax).filter(|_| high > 0.0)?;
    Some(Worked { field: "price", value, how: how(courses), from })
}

/// Names that every course has: levels from the lowest, paces in the order of their names, others from the commonest.
fn of_all<'c, 'i>(courses: &'c [Course<'i>], field: &'static str) -> Option<Worked<'c, 'i>> {
    let from = each(courses, field)?;
    let names: Vec<Text> = from.iter().flat_map(|known| known.value.names()).collect();
    let value = match field {
        "level" => {
            let mut levels: Vec<Level> = names.iter().filter_map(|slug| Level::from_slug(slug)).collect();
            levels.sort();
            stated::texts(levels.iter().map(|level| level.slug()))
        }
        "pacing" => {
            let mut paces = names;
            paces.sort();
            stated::texts(paces)
        }
        _ => stated::texts(by_number(&names)),
    };
    Some(Worked { field, value: value?, how: COLLECTED.to_owned(), from })
}

/// The skills of any course: what is learnt in one of them is learnt in the program.
fn skills<'c, 'i>(courses: &'c [Course<'i>]) -> Option<Worked<'c, 'i>> {
    let from: Vec<&Known<'_>> = courses.iter().filter_map(|course| course.all("skills").next()).collect();
    let names: Vec<Text> = from.iter().flat_map(|known| known.value.names()).collect();
    let value = stated::texts(by_number(&names))?;
    Some(Worked { field: "skills", value, how: COLLECTED.to_owned(), from })
}

/// Names from the most frequent to the least frequent; equally frequent names keep their order.
fn by_number(names: &[Text]) -> Vec<&Text> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for name in names {
        *counts.entry(name.as_str()).or_default() += 1;
    }
    let mut sorted: Vec<&Text> = names.iter().collect();
    sorted.sort_by_key(|name| Reverse(counts[name.as_str()]));
    sorted
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;
    use crate::catalog::Basis;

    fn known(field: &'static str, value: Option<Stated>) -> Known<'static> {
        Known {
            field,
            value: Cow::Owned(value.expect("a value")),
            basis: Basis::Stated,
            as_of: "2026-11-01".into(),
            at: None,
        }
    }

    fn course(weeks: f64, dollars: f64) -> Course<'static> {
        Course(vec![
            known("weeks", stated::positive(weeks, weeks)),
            known("price", stated::money(dollars, dollars, Currency::USD, What::Course)),
        ])
    }

    fn worked(courses: &[Course<'_>], is_whole: bool, workload: Option<Band>) -> Vec<(&'static str, Option<Band>)> {
        all(courses, is_whole, workload).into_iter().map(|worked| (worked.field, worked.value.band())).collect()
    }

    #[test]
    fn sums_need_every_course_and_nothing_but_the_courses_of_the_program() {
        let two = [course(6.0, 100.0), course(4.0, 50.0)];
        let sums = |number| Some((number, number));
        let expected = [("study_weeks", sums(10.0)), ("length", sums(10.0)), ("price", sums(150.0))];
        assert_eq!(worked(&two, true, None), expected);
        assert_eq!(worked(&two, false, None), []);
        assert!(worked(&two, true, Some((2.0, 3.0))).contains(&("effort", Some((20.0, 30.0)))));
        let [one, other] = two;
        assert_eq!(worked(&[one, Course(vec![]), other], true, None), []);
        assert_eq!(worked(&[course(999.0, 0.0), course(999.0, 0.0)], true, None), []);
    }

    const GBP: fn() -> Currency = || Currency::parse("GBP").expect("a code");

    #[test]
    fn prices_are_summed_in_each_currency_that_all_courses_have() {
        let priced = |prices: &[(f64, Currency)]| {
            let price = |(amount, currency): &(f64, Currency)| {
                known("price", stated::money(*amount, *amount, *currency, What::Course))
            };
            Course(prices.iter().map(price).collect())
        };
        let courses = [priced(&[(50.0, Currency::USD), (40.0, GBP())]), priced(&[(30.0, GBP())])];
        let worked = all(&courses, true, None);
        let [price] = &worked[..] else { panic!("{worked:?}") };
        assert_eq!(price.value, Stated::Money((70.0, 70.0), GBP(), What::Courses, None));
    }

    #[test]
    fn names_are_those_of_all_courses_from_the_commonest() {
        let filed = |names: &[&str]| Course(vec![known("fields", stated::texts(names))]);
        let courses = [filed(&["Law"]), filed(&["Art", "Ethics"]), filed(&["Ethics"])];
        let fields = of_all(&courses, "fields").map(|worked| worked.value);
        assert_eq!(fields, stated::texts(["Ethics", "Law", "Art"]));
        assert!(of_all(&[filed(&["Law"]), Course(vec![])], "fields").is_none());
    }
}
