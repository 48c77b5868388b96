//! The values of facts as they are kept and exported: numbers with their unit, amounts with their currency, and names
//! by their slugs. The form does not depend on the program's own types, so that a snapshot outlives the version that
//! took it.

use serde_json::{Map, Value, json};

use crate::catalog::{FactKey, Length, Level, Pacing, Price, Program, Range, number_json};

/// Returns the value of a fact of a program; `None` for a fact that is kept as text.
pub(super) fn of(program: &Program, key: FactKey) -> Option<Value> {
    match key {
        FactKey::Courses => program.courses.value().map(|count| json!(count)),
        FactKey::Length => program.length.value().map(length),
        FactKey::Effort => program.effort.value().map(|effort| with_unit(effort, "hours")),
        FactKey::Workload => program.workload.value().map(|workload| with_unit(workload, "hours a week")),
        FactKey::StudyWeeks => program.study_weeks.value().map(|weeks| with_unit(weeks, "weeks")),
        FactKey::Price => program.price.value().map(price),
        FactKey::CoursePrice => program.course_price.value().map(price),
        FactKey::ExamPrice => program.exam_price.value().map(price),
        FactKey::Credit => program.credit.value().map(|credit| json!(credit.slug())),
        FactKey::Status => program.status.value().map(|status| json!(status.slug())),
        FactKey::Level => slugs(program.levels(), Level::slug),
        FactKey::Pacing => slugs(program.pacing.value()?, Pacing::slug),
        _ => None,
    }
}

fn slugs<T: Copy>(values: &[T], slug: impl Fn(T) -> &'static str) -> Option<Value> {
    (!values.is_empty()).then(|| values.iter().map(|value| json!(slug(*value))).collect())
}

fn length(length: &Length) -> Value {
    with_unit(&length.amount, length.unit.slug())
}

fn with_unit(range: &Range, unit: &str) -> Value {
    let mut object = bounds(*range);
    object.insert("unit".to_owned(), json!(unit));
    Value::Object(object)
}

fn price(price: &Price) -> Value {
    let mut object = bounds(price.money.units());
    object.insert("currency".to_owned(), json!(price.money.currency.code()));
    object.insert("what".to_owned(), json!(price.what.slug()));
    object.extend(price.tax.map(|tax| ("tax".to_owned(), json!(tax.slug()))));
    Value::Object(object)
}

/// A range as `value`, or as `low` and `high`, with its median if that is known.
fn bounds(range: Range) -> Map<String, Value> {
    let ends = if range.is_exact() {
        [Some(("value", range.low)), None]
    } else {
        [Some(("low", range.low)), Some(("high", range.high))]
    };
    let all = ends.into_iter().flatten().chain(range.median.map(|median| ("median", median)));
    all.map(|(key, value)| (key.to_owned(), number_json(value))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Catalog, Currency};

    #[test]
    fn every_amount_has_its_currency_and_every_number_its_unit() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let mut seen = 0;
        for program in catalog.programs() {
            for key in [FactKey::Price, FactKey::CoursePrice, FactKey::ExamPrice] {
                let Some(value) = of(&program, key) else { continue };
                let code = value["currency"].as_str().expect("a code");
                assert!(Currency::parse(code).is_some(), "{value}");
                assert!(value["value"].is_number() || value["low"].is_number() && value["high"].is_number(), "{value}");
                seen += 1;
            }
            for key in [FactKey::Length, FactKey::Effort, FactKey::Workload, FactKey::StudyWeeks] {
                assert!(of(&program, key).is_none_or(|value| value["unit"].is_string()));
            }
        }
        assert!(seen > 500, "{seen}");
    }

    #[test]
    fn a_range_has_two_ends_and_a_number_one() {
        let range = Range { low: 2.0, high: 4.5, median: Some(3.0) };
        assert_eq!(with_unit(&range, "hours"), json!({"low": 2, "high": 4.5, "median": 3, "unit": "hours"}));
        assert_eq!(with_unit(&Range::exactly(8.0), "weeks"), json!({"value": 8, "unit": "weeks"}));
    }
}
