//! The columns and fields of a file of facts, with all names they may go by. The field decides how its value is read.

use super::row_error::RowError;
use super::table::folded;
use crate::catalog::did_you_mean;

/// The meaning of a column in a file of facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Program,
    Field,
    Value,
    Low,
    High,
    Unit,
    Currency,
    What,
    Tax,
    Basis,
    Source,
    Address,
    AsOf,
    Grade,
    Note,
    /// Repeats what the program id implies, for human readers of the table.
    Repeated,
}

impl Column {
    /// The columns without which a row cannot be a fact.
    pub(super) const NEEDED: [Self; 3] = [Self::Program, Self::Field, Self::Source];

    const NAMES: [(Self, &'static [&'static str]); 16] = [
        (Self::Program, &["program_id", "id"]),
        (Self::Field, &["field", "fact", "key"]),
        (Self::Value, &["value", "text"]),
        (Self::Low, &["low", "min", "value_low"]),
        (Self::High, &["high", "max", "value_high"]),
        (Self::Unit, &["unit", "unit_or_currency", "units"]),
        (Self::Currency, &["currency"]),
        (Self::What, &["what", "price_kind", "price_of"]),
        (Self::Tax, &["tax"]),
        (Self::Basis, &["basis"]),
        (Self::Source, &["source_id", "source"]),
        (Self::Address, &["source_address", "source_url", "source_url_or_name", "address"]),
        (Self::AsOf, &["as_of", "date"]),
        (Self::Grade, &["grade", "confidence"]),
        (Self::Note, &["note", "notes", "remark", "comment"]),
        (Self::Repeated, &["program_title", "title", "institution", "program_institution", "kind"]),
    ];

    /// The column with this folded name; `None` if there is none.
    pub(super) fn named(folded_name: &str) -> Option<Self> {
        let is_called = |names: &[&str]| names.iter().any(|name| folded(name) == folded_name);
        Self::NAMES.iter().find(|(_, names)| is_called(names)).map(|(column, _)| *column)
    }

    /// The preferred name of the column, for messages.
    pub(super) fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(column, _)| *column == self).map_or("", |(_, names)| names[0])
    }

    /// A suggestion for the name of an unknown column.
    pub(super) fn suggestion(name: &str) -> String {
        did_you_mean(name, Self::NAMES.iter().map(|(_, names)| names[0]))
    }
}

/// How the value of a field is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Text,
    Texts,
    Kind,
    Levels,
    Languages,
    Pacings,
    Credit,
    Status,
    Address,
    YesOrNo,
    Count,
    Percent,
    /// Hours a week, at most those of a whole week.
    WeekHours,
    /// A number above 0, or its bounds.
    Amount,
    /// Calendar time; with its unit, if the name of the field implies one.
    Length(Option<&'static str>),
    /// Weeks: calendar time, or the sum of its courses' weeks if the value is derived.
    Weeks,
    Price(Option<&'static str>),
}

/// The part of a fact that a row gives; other rows give the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Whole,
    Low,
    High,
    Currency,
    What,
    Tax,
}

/// A field of a file of facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Field {
    /// The name of the fact in the catalogue.
    pub(super) key: &'static str,
    pub(super) shape: Shape,
    pub(super) part: Part,
}

const WHOLE: [(&[&str], &str, Shape); 28] = [
    (&["kind", "type", "program_type"], "kind", Shape::Kind),
    (&["fields"], "fields", Shape::Texts),
    (&["level", "levels"], "level", Shape::Levels),
    (&["language", "languages"], "languages", Shape::Languages),
    (&["status"], "status", Shape::Status),
    (&["platform"], "platform", Shape::Text),
    (&["seen", "last_seen"], "seen", Shape::Text),
    (&["successors", "successor", "replaced_by"], "successors", Shape::Texts),
    (&["courses", "course_count", "number_of_courses"], "courses", Shape::Count),
    (&["length", "duration"], "length", Shape::Length(None)),
    (&["months"], "length", Shape::Length(Some("months"))),
    (&["weeks"], "length", Shape::Weeks),
    (&["study_weeks"], "study_weeks", Shape::Amount),
    (&["effort", "hours", "hours_total"], "effort", Shape::Amount),
    (&["workload", "hours_per_week", "hours_a_week"], "workload", Shape::WeekHours),
    (&["price", "price_total"], "price", Shape::Price(None)),
    (&["course_price", "price_course"], "price", Shape::Price(Some("course"))),
    (&["exam_price", "price_exam"], "price", Shape::Price(Some("exam"))),
    (&["credit"], "credit", Shape::Credit),
    (&["pacing"], "pacing", Shape::Pacings),
    (&["exam"], "exam", Shape::Text),
    (&["proctored"], "proctored", Shape::YesOrNo),
    (&["pass_mark"], "pass_mark", Shape::Percent),
    (&["prerequisites"], "prerequisites", Shape::Text),
    (&["capstone"], "capstone", Shape::Text),
    (&["former_name"], "former_name", Shape::Text),
    (&["skills"], "skills", Shape::Texts),
    (&["url", "address", "web_page"], "url", Shape::Address),
];

/// Fields that supplement a price in another row.
const BESIDE_A_PRICE: [(&[&str], Part); 3] =
    [(&["currency"], Part::Currency), (&["price_kind", "what"], Part::What), (&["tax"], Part::Tax)];

impl Field {
    /// The field with this name; an error with a suggestion if there is none.
    pub(super) fn named(name: &str) -> Result<Self, RowError> {
        let wanted = folded(name);
        let is = |names: &[&str], wanted: &str| names.iter().any(|name| folded(name) == wanted);
        if let Some((_, part)) = BESIDE_A_PRICE.iter().find(|(names, _)| is(names, &wanted)) {
            return Ok(Self { key: "price", shape: Shape::Price(None), part: *part });
        }
        let whole = |wanted: &str| WHOLE.iter().find(|(names, ..)| is(names, wanted));
        for (end, part) in [("", Part::Whole), ("low", Part::Low), ("high", Part::High)] {
            let Some(stem) = wanted.strip_suffix(end) else { continue };
            if let Some((_, key, shape)) = whole(stem).filter(|(.., shape)| part == Part::Whole || shape.has_bounds()) {
                return Ok(Self { key, shape: *shape, part });
            }
        }
        let known = WHOLE.iter().map(|(names, ..)| names[0]).collect();
        Err(RowError::Field { name: name.to_owned(), known })
    }
}

impl Shape {
    /// Whether the value may be a range.
    fn has_bounds(self) -> bool {
        matches!(self, Self::Amount | Self::WeekHours | Self::Percent | Self::Length(_) | Self::Weeks | Self::Price(_))
    }
}
