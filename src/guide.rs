//! The guide to the kinds of credential, in our own words: a table of kinds, rules of thumb, trade-offs, frequent
//! questions, and what was found when its claims were checked. For length, cost and workload the guide also measures
//! the loaded catalogue, because the table gives only rules of thumb.

mod asked;

use serde::{Deserialize, Serialize};

use crate::catalog::{Basis, Catalog, Claim, Currency, Kind, Program, SectionBytes, Sections, pack_parts};

pub use asked::{GuideAnswer, answer};

static EMBEDDED: &str = include_str!("../assets/guide.json");

/// The whole guide.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// The table that compares the kinds.
    pub rows: Vec<Row>,
    /// Rules of thumb for when to choose which kind.
    pub rules: Vec<Rule>,
    /// What each choice gives up.
    pub trade_offs: Vec<TradeOff>,
    /// What studies found about recognition and value.
    pub evidence: Vec<Evidence>,
    /// Frequent questions with answers.
    pub questions: Vec<Question>,
    /// The findings from checking the claims.
    pub flags: Vec<Flag>,
}

/// One row of the table of kinds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The id, `T1` to `T9`.
    pub id: String,
    /// The aspect compared in this row.
    pub row: String,
    /// What the guide says about a Professional Certificate.
    pub professional_certificate: String,
    /// What the guide says about a `MicroMasters`.
    pub micromasters: String,
    /// What is on record about `MicroBachelors`, which the guide itself does not cover. `None` if that is measured from
    /// the catalogue or unknown.
    pub microbachelors: Option<String>,
    /// How far the row holds: `ok`, `imprecise`, `needs conditions`, `contradicted`, `opinion` or `example`.
    pub flag: String,
    /// The reason for the flag; `None` if it needs none.
    pub note: Option<String>,
    /// The ids of the findings behind the flag.
    pub see: Vec<String>,
}

impl Row {
    /// Returns the aspect, with a word where the row does not simply hold, so that no claim is read without its doubt.
    pub fn with_doubt(&self) -> String {
        if self.flag == "ok" { self.row.clone() } else { format!("{} ({})", self.row, self.holds().to_lowercase()) }
    }

    /// Returns in a few words how far the row holds.
    fn holds(&self) -> &'static str {
        match self.flag.as_str() {
            "ok" => "This holds",
            "imprecise" => "Only roughly true",
            "needs conditions" => "True under conditions",
            "contradicted" => "Not what was found",
            "opinion" => "This is an opinion",
            _ => "An example",
        }
    }

    /// Returns in one or two sentences how far the row holds.
    pub fn checked(&self) -> String {
        let holds = self.holds();
        self.note.as_deref().map_or_else(|| format!("{holds}."), |note| format!("{holds}: {note}."))
    }
}

/// A rule of thumb.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The id, `R1` to `R9`.
    pub id: String,
    /// The situation, worded to follow "when".
    pub when: String,
    /// What to choose in that situation.
    pub choose: String,
}

/// What a choice gives up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TradeOff {
    /// The id, `X1` to `X4`.
    pub id: String,
    /// The trade-off in one sentence.
    pub text: String,
}

/// The finding of a study with the details needed to judge it. It never becomes a score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// The id, `E1` and so on.
    pub id: String,
    /// The finding.
    pub finding: String,
    /// The size of the sample.
    pub size: String,
    /// Who was studied, and where.
    pub context: String,
    /// The date of the study.
    pub date: String,
    /// Where the study is published.
    pub study: String,
    /// How strong the evidence is, and why.
    pub strength: String,
}

impl Evidence {
    /// Returns the details needed to judge the finding, as one paragraph.
    pub fn basis(&self) -> String {
        format!("{}; {}; {}. Source: {}. {}.", self.size, self.context, self.date, self.study, self.strength)
    }
}

/// A page of the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Topic {
    /// The kinds side by side.
    #[default]
    Kinds,
    /// When to choose which kind, what each choice gives up, and which questions decide.
    TradeOffs,
    /// A certificate or a degree.
    Degree,
    /// Frequent questions.
    Questions,
    /// The findings of studies.
    Evidence,
    /// The findings from checking the guide's claims.
    Checks,
}

impl Topic {
    /// All pages in display order.
    pub const ALL: [Self; 6] =
        [Self::Kinds, Self::TradeOffs, Self::Degree, Self::Questions, Self::Evidence, Self::Checks];

    /// Returns the short name of the page, for a row of tabs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Kinds => "Kinds",
            Self::TradeOffs => "Trade-offs",
            Self::Degree => "Degree?",
            Self::Questions => "Questions",
            Self::Evidence => "Evidence",
            Self::Checks => "Sources",
        }
    }

    /// Returns the next or previous page, wrapping around at the ends.
    #[must_use]
    pub fn beside(self, is_forward: bool) -> Self {
        let at = Self::ALL.iter().position(|own| *own == self).unwrap_or(0);
        let step = if is_forward { 1 } else { Self::ALL.len() - 1 };
        Self::ALL[(at + step) % Self::ALL.len()]
    }
}

/// A frequent question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The id, `FAQ1` and so on.
    pub id: String,
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
    /// The ids of the studies that bear on the question.
    pub evidence: Vec<String>,
}

/// The result of checking a claim against public sources.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flag {
    /// The id, `V1` to `V20`.
    pub id: String,
    /// The claim.
    pub about: String,
    /// What was found.
    pub finding: String,
}

impl Guide {
    /// Returns the guide that ships with the program.
    ///
    /// # Panics
    ///
    /// Never: a test reads the shipped file.
    pub fn embedded() -> Self {
        serde_json::from_str(EMBEDDED).expect("a test reads the shipped guide")
    }
}

impl Guide {
    /// Returns what somebody who pays nothing gets.
    pub fn without_paying(&self) -> &str {
        self.questions.iter().find(|question| question.id == "FAQ7").map_or("", |question| &question.answer)
    }
}

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
                crate::catalog::Money::from_units(whole, whole, Currency::USD).to_string()
            }
            Self::Hours => format!("{} {}", crate::catalog::Range::exactly(value).whole(), self.unit()),
            _ => format!("{} {}", crate::catalog::Range::exactly(value), self.unit()),
        }
    }

    /// Returns the midpoint of a program's value with its basis, or `None` if the value is unknown.
    fn of(self, program: &Program) -> Option<(f64, Basis)> {
        match self {
            Self::Months => shown(program.length.shown(), |length| length.months().middle()),
            Self::Courses => shown(program.courses.shown(), |count| f64::from(*count)),
            Self::Dollars => program.comparable.as_ref().map(|price| (price.units().middle(), price.basis)),
            Self::Hours => shown(program.effort.shown(), crate::catalog::Range::middle),
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

/// What the current programs of one kind measure.
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
    /// Returns the medians in words, with the number of programs behind them: `median 4 months (564 programs)`.
    pub fn words(&self) -> String {
        let words = |median: &Median| {
            let programs = if median.n == 1 { "program" } else { "programs" };
            format!("{} ({} {programs})", self.measure.words(median.median), median.n)
        };
        match &self.on_record {
            None => format!("typically {}, all estimated", words(&self.with_estimates)),
            Some(known) if known.n == self.with_estimates.n => format!("typically {}", words(known)),
            Some(known) => {
                format!("typically {}; with estimated values {}", words(known), words(&self.with_estimates))
            }
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
    fn the_shipped_guide_has_every_row_question_and_finding_once() {
        let guide = Guide::embedded();
        let ids = |prefix: &str, n: usize| (1..=n).map(|i| format!("{prefix}{i}")).collect::<Vec<_>>();
        assert_eq!(guide.rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>(), ids("T", 9));
        assert_eq!(guide.rules.iter().map(|rule| rule.id.clone()).collect::<Vec<_>>(), ids("R", 9));
        assert_eq!(guide.trade_offs.iter().map(|item| item.id.clone()).collect::<Vec<_>>(), ids("X", 4));
        assert_eq!(guide.flags.iter().map(|flag| flag.id.clone()).collect::<Vec<_>>(), ids("V", 20));
        assert_eq!(guide.questions.iter().map(|item| item.id.clone()).collect::<Vec<_>>(), ids("FAQ", 10));
    }

    #[test]
    fn what_is_stored_is_what_is_measured() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        assert_eq!(catalog.part::<Vec<Measured>>(MEASURED, 0), Some(measure_all(&catalog)));
    }

    #[test]
    fn a_flagged_row_says_why_and_points_at_findings_that_exist() {
        let guide = Guide::embedded();
        for row in &guide.rows {
            let words = ["ok", "imprecise", "needs conditions", "contradicted", "opinion", "example"];
            assert!(words.contains(&row.flag.as_str()), "{}: {}", row.id, row.flag);
            assert!(row.flag == "ok" || row.note.is_some(), "{}", row.id);
            for id in &row.see {
                assert!(guide.flags.iter().any(|flag| flag.id == *id), "{} points at {id}", row.id);
            }
        }
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

    #[test]
    fn the_guide_holds_no_control_characters() {
        assert!(!EMBEDDED.chars().any(|c| c != '\n' && crate::catalog::is_unsafe_char(c)));
    }
}
