//! Medians of length, number of courses, price and work for each kind in a catalogue, both of values on record and
//! including estimates. A compiled catalogue stores them.

use serde::{Deserialize, Serialize};

use crate::catalog::{
    Basis, Catalog, Claim, Currency, Kind, Money, Program, Range, SectionBytes, Sections, pack_parts,
};

/// A quantity measured in the catalogue and shown beside the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Measure {
    /// Calendar time in months.
    Months,
    /// The number of courses.
    Courses,
    /// The price in US dollars.
    Dollars,
    /// The total hours of work.
    Hours,
}

impl Measure {
    /// All measures, in the order of the table's rows.
    pub const ALL: [Self; 4] = [Self::Months, Self::Courses, Self::Dollars, Self::Hours];

    /// Returns the id of the table row that the measure is shown beside.
    pub fn row(self) -> &'static str {
        match self {
            Self::Months | Self::Courses => "T2",
            Self::Dollars => "T5",
            Self::Hours => "T6",
        }
    }

    /// Returns the name of the measured fact in files and JSON.
    pub fn fact(self) -> &'static str {
        match self {
            Self::Months => "length",
            Self::Courses => "courses",
            Self::Dollars => "price",
            Self::Hours => "effort",
        }
    }

    /// Returns the label shown to people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Months => "Length",
            Self::Courses => "Courses",
            Self::Dollars => "Price",
            Self::Hours => "Work",
        }
    }

    /// Returns the unit of the medians.
    pub fn unit(self) -> &'static str {
        match self {
            Self::Months => "months",
            Self::Courses => "courses",
            Self::Dollars => "USD",
            Self::Hours => "hours",
        }
    }

    /// Formats a value with its unit: `4 months`, `US$1,350`.
    fn words(self, value: f64) -> String {
        match self {
            Self::Dollars => {
                let whole = value.round();
                Money::from_units(whole, whole, Currency::USD).to_string()
            }
            Self::Hours => format!("{} {}", Range::exactly(value).whole(), self.unit()),
            _ => format!("{} {}", Range::exactly(value), self.unit()),
        }
    }

    /// Returns the midpoint of a program's value with its basis, or `None` if the value is unknown.
    fn of(self, program: &Program) -> Option<(f64, Basis)> {
        match self {
            Self::Months => shown(program.length.shown(), |length| length.months().middle()),
            Self::Courses => shown(program.courses.shown(), |count| f64::from(*count)),
            Self::Dollars => program.comparable.as_ref().map(|price| (price.units().middle(), price.basis)),
            Self::Hours => shown(program.effort.shown(), Range::middle),
        }
    }
}

fn shown<T>(claim: Option<&Claim<T>>, value: impl Fn(&T) -> f64) -> Option<(f64, Basis)> {
    claim.map(|claim| (value(&claim.value), claim.basis))
}

/// A median.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Median {
    /// The median; for an even number of values, the mean of the two in the middle.
    pub median: f64,
    /// The number of values.
    pub n: usize,
}

/// One measure of the current programs of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    /// The kind of program.
    pub kind: Kind,
    /// The measured quantity.
    pub measure: Measure,
    /// The median over programs whose value is neither estimated nor presumed; `None` if there are no such programs.
    pub on_record: Option<Median>,
    /// The median over all programs with a value, including estimated and presumed ones.
    pub with_estimates: Median,
}

impl Measured {
    /// Returns the median in words, with the number of programs behind it: `typically 4 months (564 programs)`. Beside a
    /// median of what is on record, one with estimates would only raise the question which of the two holds.
    pub fn words(&self) -> String {
        let words = |median: &Median| {
            let programs = if median.n == 1 { "program" } else { "programs" };
            format!("{} ({} {programs})", self.measure.words(median.median), median.n)
        };
        match &self.on_record {
            None => format!("typically {}, all estimated", words(&self.with_estimates)),
            Some(known) => format!("typically {}", words(known)),
        }
    }
}

/// The name of the section that stores the measurements. A change of format needs a new name.
const MEASURED: &str = "guide-measured-1";

/// The section that the guide adds to a compiled catalogue.
pub const GUIDE_MEASURED: Sections = Sections::of_catalog(&[MEASURED], sections);

fn sections(catalog: &Catalog) -> Vec<SectionBytes> {
    vec![(MEASURED, pack_parts([measure_all(catalog)]))]
}

/// Returns the measurements stored with a compiled catalogue, or measures the catalogue now.
pub fn measure(catalog: &Catalog) -> Vec<Measured> {
    catalog.part(MEASURED, 0).unwrap_or_else(|| measure_all(catalog))
}

/// Measures the current programs of every named kind: by kind in display order, then by measure. A kind without any
/// value for a measure gets no entry for it.
fn measure_all(catalog: &Catalog) -> Vec<Measured> {
    let mut values = Kind::NAMED.map(|_| Measure::ALL.map(|_| Vec::new()));
    for program in catalog.programs().filter(|program| program.is_offered()) {
        let Some(kind) = Kind::NAMED.iter().position(|kind| kind == program.kind()) else { continue };
        for (measure, values) in Measure::ALL.into_iter().zip(&mut values[kind]) {
            values.extend(measure.of(&program));
        }
    }
    let mut measured = Vec::new();
    for (kind, values) in Kind::NAMED.into_iter().zip(values) {
        for (measure, values) in Measure::ALL.into_iter().zip(values) {
            let is_on_record = |basis: Basis| !matches!(basis, Basis::Estimated | Basis::Presumed);
            let on_record = median(values.iter().filter(|(_, basis)| is_on_record(*basis)).map(|(value, _)| *value));
            if let Some(with_estimates) = median(values.iter().map(|(value, _)| *value)) {
                measured.push(Measured { kind: kind.clone(), measure, on_record, with_estimates });
            }
        }
    }
    measured
}

fn median(values: impl Iterator<Item = f64>) -> Option<Median> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    let n = values.len();
    let upper = *values.get(n / 2)?;
    let median = if n.is_multiple_of(2) { f64::midpoint(values[n / 2 - 1], upper) } else { upper };
    Some(Median { median, n })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_is_what_is_measured() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        assert_eq!(catalog.part::<Vec<Measured>>(MEASURED, 0), Some(measure_all(&catalog)));
    }

    #[test]
    fn a_median_is_the_middle_and_of_nothing_there_is_none() {
        let of = |values: &[f64]| median(values.iter().copied()).map(|m| (m.median, m.n));
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[9.0, 1.0, 4.0]), Some((4.0, 3)));
        assert_eq!(of(&[1.0, 2.0, 3.0, 10.0]), Some((2.5, 4)));
    }

    #[test]
    fn estimates_are_never_counted_as_on_record() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let measured = measure(&catalog);
        assert!(measured.iter().any(|m| m.kind == Kind::MicroMasters && m.measure == Measure::Dollars));
        for m in &measured {
            assert!(m.on_record.is_none_or(|known| known.n <= m.with_estimates.n));
        }
        let months = measured.iter().find(|m| m.kind == Kind::ProfessionalCertificate).expect("its months");
        assert!(months.words().starts_with("typically 4 months ("), "{}", months.words());
    }
}
