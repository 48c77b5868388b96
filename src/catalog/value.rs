//! The types of the values that facts hold: kinds, levels, statuses, lengths, ranges. Each value has one name in files
//! and one for people, and none can be confused with unknown.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Text;

/// A number as JSON, as an integer if it has no fraction.
pub fn number_json(number: f64) -> Value {
    if number.fract() == 0.0 { json!(number as i64) } else { json!(number) }
}

named! {
    /// How advanced the study is.
    #[derive(Serialize, Deserialize)]
    Level, name {
        /// For beginners.
        Introductory = "introductory", "Introductory";
        /// For learners who know the basics.
        Intermediate = "intermediate", "Intermediate";
        /// For learners who work in the field.
        Advanced = "advanced", "Advanced";
        /// University level, before a first degree.
        Undergraduate = "undergraduate", "Undergraduate";
        /// University level, after a first degree.
        Graduate = "graduate", "Graduate";
    }
}

named! {
    /// Whether a program can still be enrolled in, according to the lists.
    #[derive(Serialize, Deserialize)]
    Status, name {
        /// In the latest list.
        Current = "current", "Current";
        /// Moved to a platform other than that of the list.
        Moved = "moved", "Moved";
        /// Only in an older list: retired, renamed or unlisted.
        Older = "older", "Older";
    }
}

impl Status {
    /// The statuses of programs that are still taught, here or elsewhere. Lists show only these by default.
    pub const OFFERED: [Self; 2] = [Self::Current, Self::Moved];
}

named! {
    /// What a program can do for a degree. This is always conditional: no value promises admission.
    #[derive(Serialize, Deserialize)]
    Credit, name {
        /// No academic credit.
        None = "none", "none";
        /// The kind may carry credit, but no school that accepts it is on record.
        Possible = "possible", "possible";
        /// An organization recommends credit for it.
        Recommended = "recommended", "recommended";
        /// A named school counts it toward a degree, if the learner is admitted.
        Pathway = "pathway", "may count, if admitted";
        /// Credit comes with the program on completion.
        Included = "included", "comes with it, on completion";
    }
}

named! {
    /// Who sets the pace of a course.
    #[derive(Serialize, Deserialize)]
    Pacing, name {
        /// The learner sets the pace.
        SelfPaced = "self-paced", "Self-paced";
        /// A calendar sets the pace.
        InstructorPaced = "instructor-paced", "Instructor-paced";
    }
}

named! {
    /// How closely a program relates to a topic; stronger relations sort first.
    #[derive(Serialize, Deserialize)]
    Strength, name {
        /// The whole program is about the topic.
        About = "about", "about";
        /// One of its courses or skills is about the topic.
        Part = "part", "in part";
    }
}

/// The topics of a program, as ids of the vocabulary of topics.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicSet {
    /// The topics that the whole program is about.
    pub about: Vec<Text>,
    /// The topics of single courses or skills.
    pub part: Vec<Text>,
}

impl TopicSet {
    /// All topics with their strength, the stronger ones first.
    pub fn iter(&self) -> impl Iterator<Item = (Strength, &Text)> {
        let about = self.about.iter().map(|id| (Strength::About, id));
        about.chain(self.part.iter().map(|id| (Strength::Part, id)))
    }
}

/// Lists the main topics, then those that only part of the program covers. A topic is written as its id with blanks
/// instead of hyphens.
impl fmt::Display for TopicSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = |ids: &[Text]| ids.iter().map(|id| id.replace('-', " ")).collect::<Vec<_>>().join(", ");
        match (self.about.as_slice(), self.part.as_slice()) {
            (about, []) => f.write_str(&words(about)),
            ([], part) => write!(f, "in part {}", words(part)),
            (about, part) => write!(f, "{}; in part {}", words(about), words(part)),
        }
    }
}

named! {
    /// The unit of a stated length.
    #[derive(Serialize, Deserialize)]
    TimeUnit, name {
        /// Calendar weeks.
        Weeks = "weeks", "weeks";
        /// Calendar months.
        Months = "months", "months";
    }
}

named! {
    /// What a pathway counts for.
    #[derive(Serialize, Deserialize)]
    Counts, name {
        /// It counts toward a degree.
        Credit = "credit", "may count toward the degree, if admitted";
        /// It is considered, or required, for admission only.
        Admission = "admission", "opens or supports an application";
        /// It is stated not to count.
        Nothing = "none", "does not count";
    }
}

named! {
    /// Whether a pathway was open when last seen.
    #[derive(Serialize, Deserialize)]
    PathwayStatus, name {
        /// Open as of its date.
        Active = "active", "open when last seen";
        /// Closed.
        Retired = "retired", "retired";
    }
}

/// The kind of a credential.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// A short series for a skill.
    ProfessionalCertificate,
    /// A series of graduate courses.
    MicroMasters,
    /// A series of undergraduate courses with credit.
    MicroBachelors,
    /// A series of in-depth courses without credit; no longer created.
    XSeries,
    /// An online master's degree.
    Masters,
    /// A short course for executives.
    ExecutiveEducation,
    /// An intensive course; discontinued at the end of 2024.
    BootCamp,
    /// Any other kind, under the name that its catalogue gives it.
    Other(Text),
}

impl Kind {
    /// The kinds that have a variant, in display order.
    pub const NAMED: [Self; 7] = [
        Self::ProfessionalCertificate,
        Self::MicroMasters,
        Self::MicroBachelors,
        Self::XSeries,
        Self::Masters,
        Self::ExecutiveEducation,
        Self::BootCamp,
    ];

    /// The name in files and JSON; `other:<name>` for [`Kind::Other`].
    pub fn slug(&self) -> String {
        match self {
            Self::Other(name) => format!("other:{name}"),
            named => named.own_slug().to_owned(),
        }
    }

    fn own_slug(&self) -> &'static str {
        match self {
            Self::ProfessionalCertificate => "professional-certificate",
            Self::MicroMasters => "micromasters",
            Self::MicroBachelors => "microbachelors",
            Self::XSeries => "xseries",
            Self::Masters => "masters",
            Self::ExecutiveEducation => "executive-education",
            Self::BootCamp => "boot-camp",
            Self::Other(_) => "other",
        }
    }

    /// The name for people.
    pub fn name(&self) -> &str {
        match self {
            Self::ProfessionalCertificate => "Professional Certificate",
            Self::MicroMasters => "MicroMasters",
            Self::MicroBachelors => "MicroBachelors",
            Self::XSeries => "XSeries",
            Self::Masters => "Master's",
            Self::ExecutiveEducation => "Executive Education",
            Self::BootCamp => "Boot Camp",
            Self::Other(name) => name,
        }
    }

    /// The shortest common name, for narrow columns; `--` for [`Kind::Other`].
    pub fn short(&self) -> &str {
        match self {
            Self::ProfessionalCertificate => "PC",
            Self::MicroMasters => "MM",
            Self::MicroBachelors => "MB",
            Self::XSeries => "XS",
            Self::Masters => "MA",
            Self::ExecutiveEducation => "EE",
            Self::BootCamp => "BC",
            Self::Other(_) => "--",
        }
    }

    /// The kind with this slug; `None` if it is neither the slug of a named kind nor `other:<name>`.
    pub fn from_slug(slug: &str) -> Option<Self> {
        match slug.strip_prefix("other:") {
            Some(name) if !name.is_empty() => Some(Self::Other(name.to_owned().into())),
            Some(_) => None,
            None => Self::NAMED.into_iter().find(|kind| kind.own_slug() == slug),
        }
    }
}

/// A number that is known exactly (`low == high`) or within bounds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Range {
    /// The lower bound.
    pub low: f64,
    /// The upper bound.
    pub high: f64,
    /// The median; `None` if only the bounds are known.
    #[serde(default)]
    pub median: Option<f64>,
}

impl Range {
    /// A number that is known exactly.
    pub fn exactly(value: f64) -> Self {
        Self::between(value, value)
    }

    /// A number between two bounds, without a median.
    pub fn between(low: f64, high: f64) -> Self {
        Self { low, high, median: None }
    }

    /// Whether both bounds are equal.
    pub fn is_exact(&self) -> bool {
        (self.high - self.low).abs() < f64::EPSILON
    }

    /// The median, or the midpoint of the bounds if there is none.
    pub fn middle(&self) -> f64 {
        self.median.unwrap_or_else(|| f64::midpoint(self.low, self.high))
    }

    /// The sum of both ranges: the bounds are added, and so are the medians if either has one.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        let has_median = self.median.is_some() || other.median.is_some();
        let median = has_median.then(|| self.middle() + other.middle());
        Self { low: self.low + other.low, high: self.high + other.high, median }
    }

    /// Rounds to whole numbers, as hours are displayed. A value below 1 is kept, because 0 would mean none.
    #[must_use]
    pub fn whole(&self) -> Self {
        let whole = |value: f64| if value < 1.0 { value } else { value.round() };
        Self { low: whole(self.low), high: whole(self.high), median: self.median.map(whole) }
    }

    /// Multiplies the range by a factor, which must not be negative.
    #[must_use]
    pub fn times(&self, factor: f64) -> Self {
        Self { low: self.low * factor, high: self.high * factor, median: self.median.map(|median| median * factor) }
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&plain(self.low))?;
        if !self.is_exact() {
            write!(f, "–{}", plain(self.high))?;
        }
        Ok(())
    }
}

/// Formats a number with at most one decimal, and with a comma between thousands: `6`, `4.5`, `1,018`.
fn plain(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    let text = if rounded.fract().abs() < f64::EPSILON { format!("{rounded:.0}") } else { format!("{rounded:.1}") };
    let whole = text.find('.').unwrap_or(text.len());
    let is_before_group = |at: usize| at > 0 && at < whole && (whole - at).is_multiple_of(3);
    let digits = text.chars().enumerate();
    digits.flat_map(|(at, digit)| is_before_group(at).then_some(',').into_iter().chain([digit])).collect()
}

/// The calendar time of a program, as its provider states it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Length {
    /// The number of units.
    pub amount: Range,
    /// The unit.
    pub unit: TimeUnit,
}

/// The weeks in an average calendar month.
pub const WEEKS_A_MONTH: f64 = 365.25 / 7.0 / 12.0;

impl Length {
    /// The length in months.
    pub fn months(&self) -> Range {
        match self.unit {
            TimeUnit::Months => self.amount,
            TimeUnit::Weeks => self.amount.times(1.0 / WEEKS_A_MONTH),
        }
    }

    /// The length in weeks.
    pub fn weeks(&self) -> Range {
        self.months().times(WEEKS_A_MONTH)
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let one = self.amount.is_exact() && (self.amount.low - 1.0).abs() < f64::EPSILON;
        let unit = self.unit.name();
        write!(f, "{} {}", self.amount, if one { unit.trim_end_matches('s') } else { unit })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_lead_back_to_their_values() {
        for kind in Kind::NAMED {
            assert_eq!(Kind::from_slug(&kind.slug()), Some(kind));
        }
        assert_eq!(Kind::from_slug("other:Nanodegree"), Some(Kind::Other("Nanodegree".into())));
        assert_eq!(Kind::from_slug("other:"), None);
        assert_eq!(Kind::from_slug("micromaster"), None);
        for credit in &Credit::ALL {
            assert_eq!(Credit::from_slug(credit.slug()), Some(*credit));
        }
    }

    #[test]
    fn lengths_keep_the_unit_they_were_stated_in() {
        let length = |value, unit| Length { amount: Range::exactly(value), unit };
        assert_eq!(length(1.0, TimeUnit::Months).to_string(), "1 month");
        assert_eq!(length(4.0, TimeUnit::Weeks).to_string(), "4 weeks");
        assert!((length(12.0, TimeUnit::Months).weeks().low - 365.25 / 7.0).abs() < 1e-9);
    }
}
