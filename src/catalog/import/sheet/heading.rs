//! The headings of a table: which column means what, whether the rows are courses, and which of several names is the
//! title of a row. Unknown headings are reported once; headings known to be irrelevant are not.

use std::ops::Range;

use super::bound::is_unit_or_bound;
use super::column::{Column, Quantity, compact};
use super::label;
use super::meaning::{meaning, words};
use super::row_names::{
    COURSE_COLUMNS, COURSE_MARKS, COURSE_TITLES, FULL_NAMES, OWN, PROGRAM_TITLES, PROGRAMS, SHORT_NAME, is_of_program,
};
use crate::catalog::import::{amount, clean, date, measure, vocabulary};
use crate::catalog::{Currency, Kind};

/// Columns of which a table may have several.
const MANIFOLD: [Column; 8] = [
    Column::Price,
    Column::PriceNote,
    Column::Fields,
    Column::Skills,
    Column::CourseCount,
    Column::Status,
    Column::Note,
    Column::Ignored,
];

/// The headings of a table.
#[derive(Clone, Debug)]
pub(in super::super) struct Headings {
    pub(super) columns: Vec<(Option<Column>, String)>,
    is_of_courses: bool,
    day_order: Option<date::Order>,
    /// The currency of all prices in the rows; `None` if they have none or several.
    currency: Option<Currency>,
}

impl Headings {
    /// Reads a row.
    pub(in super::super) fn of_row<'c>(cells: impl IntoIterator<Item = &'c str>) -> Self {
        let names = cells.into_iter().map(|cell| clean::text(cell).unwrap_or_default());
        Self::of_columns(names.map(|name| (meaning(&name), name)).collect())
    }

    /// Reads the names of members, each with that of the object around it, if it is in one.
    pub(in super::super) fn of_paths<'c>(paths: impl IntoIterator<Item = &'c [&'c str]>) -> Self {
        let column = |path: &[&str]| {
            let name = clean::text(&path.join(" ")).unwrap_or_default();
            let Some((last, outer)) = path.split_last() else { return (None, name) };
            let quantity = outer.iter().find(|outer| names_quantity(outer)).unwrap_or(&"");
            let found = of_both(quantity, last, &name);
            // What else an object of a price holds is no amount: the rate of a tax, a version.
            let is_other = found == Some(Column::Price) && !quantity.is_empty() && !label::names_amount(last);
            (found.filter(|_| !is_other), name)
        };
        Self::of_columns(paths.into_iter().map(column).collect())
    }

    /// The columns before this one alone.
    pub(super) fn cut(&mut self, width: usize) {
        self.columns.truncate(width);
    }

    /// The headings of some of the columns, as those of a table of its own.
    pub(super) fn part(&self, columns: Range<usize>) -> Self {
        Self::of_row(self.columns[columns].iter().map(|(_, name)| name.as_str()))
    }

    /// The column of the titles, in a table without a column of addresses.
    pub(in super::super) fn titles_without_address(&self) -> Option<usize> {
        let titles = self.of(Column::Title).chain(self.of(Column::Name)).map(|(at, _)| at);
        titles.into_iter().next().filter(|_| !self.has(Column::Url))
    }

    /// The heading of the titles in lower-case letters and digits.
    pub(super) fn title(&self) -> Option<String> {
        self.of(Column::Title).chain(self.of(Column::Name)).next().map(|(_, name)| compact(name))
    }

    /// Reads two rows of which the upper one spans several columns of the lower one.
    pub(in super::super) fn with_row_below<'c>(&self, cells: impl IntoIterator<Item = &'c str>) -> Self {
        let mut above = "";
        let mut cells = cells.into_iter();
        let columns = self.columns.iter().map(|(upper_meaning, upper)| {
            let lower = cells.next().and_then(clean::text).unwrap_or_default();
            above = if upper.is_empty() { above } else { upper };
            if lower.is_empty() {
                return (*upper_meaning, upper.clone());
            }
            let joined = format!("{above} {lower}");
            (of_both(above, &lower, joined.trim()), joined.trim().to_owned())
        });
        Self::of_columns(columns.collect())
    }

    fn of_columns(columns: Vec<(Option<Column>, String)>) -> Self {
        let mut headings = Self { columns, is_of_courses: false, day_order: None, currency: None };
        headings.is_of_courses = headings.names_courses();
        headings.settle_titles();
        headings.settle_schools();
        headings.settle_totals();
        headings
    }

    /// The kind of all rows, if their titles stand under its name, as in `MicroMasters program`.
    pub(super) fn kind(&self) -> Option<(Kind, &str)> {
        let (_, name) = self.of(Column::Title).next()?;
        Some((kind_of_rows(name)?, name))
    }

    /// The number of columns.
    pub(super) fn len(&self) -> usize {
        self.columns.len()
    }

    /// What a column means; `None` if that is not known.
    pub(super) fn meaning_at(&self, at: usize) -> Option<Column> {
        self.columns.get(at)?.0
    }

    /// The name of a column.
    pub(in super::super) fn name(&self, at: usize) -> &str {
        self.columns.get(at).map_or("", |(_, name)| name)
    }

    /// The names of all columns.
    pub(in super::super) fn names(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|(_, name)| name.as_str())
    }

    /// The number of columns with a known meaning.
    pub(in super::super) fn known(&self) -> usize {
        self.columns.iter().filter(|(meaning, _)| meaning.is_some()).count()
    }

    /// Whether any column is that of the titles.
    pub(in super::super) fn has_title(&self) -> bool {
        self.has(Column::Title) || self.has(Column::Name)
    }

    /// The columns with this meaning: their index and name.
    pub(super) fn of(&self, column: Column) -> impl Iterator<Item = (usize, &str)> {
        let all = self.columns.iter().enumerate();
        all.filter(move |(_, (meaning, _))| *meaning == Some(column)).map(|(at, (_, name))| (at, name.as_str()))
    }

    /// Whether any column has this meaning.
    pub(in super::super) fn has(&self, column: Column) -> bool {
        self.of(column).next().is_some()
    }

    /// Whether a column has no heading.
    pub(super) fn is_blank(&self, at: usize) -> bool {
        self.columns.get(at).is_some_and(|(_, name)| name.is_empty())
    }

    /// Whether the table can be read: it has a title column and at least one other known column.
    pub(in super::super) fn is_readable(&self) -> bool {
        self.has_title() && self.known() >= 2
    }

    /// Whether the rows are courses.
    pub(super) fn is_of_courses(&self) -> bool {
        self.is_of_courses
    }

    fn names_courses(&self) -> bool {
        let names: Vec<String> = self.columns.iter().map(|(_, name)| compact(name)).collect();
        let filled = || names.iter().filter(|name| !name.is_empty());
        if filled().all(|name| name.starts_with("course")) {
            // The table says `course` of everything; if it has kinds, they tell.
            return !self.has(Column::Kind);
        }
        let has = |name: &str| names.iter().any(|other| other == name);
        let first = self.columns.iter().find(|(_, name)| !name.is_empty());
        // As in `Short course`.
        let is_of_course = first.is_some_and(|(meaning, name)| meaning.is_none() && vocabulary::is_course(name));
        let is_mark = |name: &String| name.strip_prefix("course").is_some_and(|rest| COURSE_MARKS.contains(&rest));
        let names_programs = filled().any(|name| name.starts_with("program"));
        let has_any = |all: &[&str]| all.iter().any(|name| has(name));
        is_of_course
            || COURSE_COLUMNS.iter().any(|name| has(name))
            || (has_any(&FULL_NAMES) && has(SHORT_NAME))
            || (has_any(&COURSE_TITLES) && (has_any(&PROGRAM_TITLES) || has_any(&PROGRAMS)))
            // Beside a title of its own, the name of a program is that of the one that a row belongs to.
            || ((has("title") || has("name")) && (has("programname") || has("programmename")))
            || (has("key") && (has("shortkey") || has("programname")))
            || (COURSE_TITLES.iter().skip(3).any(|name| has(name)) && !self.has(Column::CourseCount))
            || (has("title") && (has("programs") || has("programmes")))
            || (filled().any(is_mark) && !names_programs && !self.has(Column::CourseCount))
    }

    /// Whether the table is a list that this program has written.
    pub(super) fn is_own(&self) -> bool {
        OWN.iter().all(|name| self.columns.iter().any(|(_, other)| other == name))
    }

    /// Whether the table is an export of the enterprise catalogue, whose prices are all in US dollars.
    pub(super) fn is_of_enterprise(&self) -> bool {
        self.columns.iter().any(|(_, name)| compact(name) == "associatedcatalogs")
    }

    /// Whether the rows are courses with the codes of their own that a learning platform gives them.
    pub(in super::super) fn are_keyed(&self) -> bool {
        self.is_of_courses && self.has(Column::Key)
    }

    /// The columns without a known meaning: their index and name.
    pub(in super::super) fn unknown(&self) -> impl Iterator<Item = (usize, &str)> {
        let all = self.columns.iter().enumerate();
        let unknown = all.filter(|(_, (meaning, name))| meaning.is_none() && !name.is_empty());
        unknown.map(|(at, (_, name))| (at, name.as_str()))
    }

    /// Takes a column as the one that tells whether each row is a program or a course.
    pub(super) fn tell_records_by(&mut self, at: usize) {
        if let Some((meaning, _)) = self.columns.get_mut(at) {
            *meaning = Some(Column::Record);
        }
    }

    /// Takes a column as that of the kinds.
    pub(super) fn tell_kinds_by(&mut self, at: usize) {
        if let Some((meaning, _)) = self.columns.get_mut(at) {
            *meaning = Some(Column::Kind);
        }
    }

    /// Notes in which order the rows write days and months between slashes.
    pub(in super::super) fn note_dates<'r>(&mut self, rows: impl Iterator<Item = &'r csv::StringRecord>) {
        self.day_order = date::order_of(rows.flat_map(|cells| cells.iter()));
    }

    /// Notes the currency of the prices in the rows, if it is one: that of what is called free there.
    pub(in super::super) fn note_currency<'r>(&mut self, rows: impl Iterator<Item = &'r csv::StringRecord>) {
        let columns: Vec<usize> = self.of(Column::Price).map(|(at, _)| at).collect();
        let cells = rows.flat_map(|cells| columns.iter().filter_map(|at| cells.get(*at)));
        let mut currencies = cells.filter_map(|cell| amount::price(cell, None).ok()?.currency);
        let first = currencies.next().filter(|_| !columns.is_empty());
        self.currency = first.filter(|first| currencies.all(|other| other == *first));
    }

    /// The currency of all prices in the rows.
    pub(super) fn currency(&self) -> Option<Currency> {
        self.currency
    }

    /// The order of days and months between slashes, if the rows show it.
    pub(super) fn day_order(&self) -> Option<date::Order> {
        self.day_order
    }

    /// The names of columns that mean what an earlier one means, so that they count only where that one is empty.
    pub(in super::super) fn repeated(&self) -> impl Iterator<Item = (usize, &str)> {
        // In a list of courses, what is of their programs repeats nothing of theirs.
        let is_apart = move |name: &str| self.is_of_courses && is_of_program(name);
        let repeats = move |(at, (meaning, name)): &(usize, &(Option<Column>, String))| {
            meaning.is_some_and(|column| {
                let is_later = self.of(column).next().is_some_and(|(first, _)| first < *at);
                !MANIFOLD.contains(&column) && is_later && !is_apart(name)
            })
        };
        let repeated = self.columns.iter().enumerate().filter(repeats);
        repeated.map(|(at, (_, name))| (at, name.as_str()))
    }

    /// The word for a unit of time in the heading of a length; course lists without one use weeks.
    pub(super) fn unit_of(&self, name: &str) -> Option<&'static str> {
        let words = words(name);
        let is_long = |word: &&String| word.chars().count() > 2;
        // The last word is nearest to the numbers below.
        let unit = words.iter().filter(is_long).filter_map(|word| measure::unit(word)).next_back();
        let glued = || {
            let glued = compact(name);
            ["month", "week", "hour", "year", "day"].into_iter().find(|unit| glued.contains(unit))
        };
        unit.map(measure::Unit::word).or_else(glued).or(self.is_of_courses().then_some("weeks"))
    }
}

/// The meaning of a heading below or inside another one. What a quantity holds is of that quantity: the `id` of a price
/// is not that of the record, and under `Price` a column `Course` has the price of one.
fn of_both(above: &str, below: &str, joined: &str) -> Option<Column> {
    let own = meaning(below).filter(|own| {
        let is_amount = Quantity::of(*own).is_some() || matches!(own, Column::Currency | Column::Unit(_));
        is_amount || !names_quantity(above)
    });
    // As in `{"studyHours": {"total": 40}}`.
    let is_whole = || ["total", "value", "amount"].contains(&compact(below).as_str());
    own.or_else(|| meaning(joined)).or_else(|| meaning(above).filter(|_| is_whole()))
}

/// The kind of credential that a heading names, alone or as that of a program or its title.
pub(super) fn kind_of_rows(heading: &str) -> Option<Kind> {
    let folded = vocabulary::folded(heading);
    let bare = ["title", "name"].iter().find_map(|word| folded.strip_suffix(word)).unwrap_or(&folded);
    let kind = vocabulary::kind(bare.trim());
    let is_known = !matches!(kind, Kind::Other(_) | Kind::Masters);
    is_known.then_some(kind)
}

/// Whether the heading of an effort says that it is by the week.
pub(super) fn names_weeks(name: &str) -> bool {
    let is_of_week = |word: &String| measure::unit(word).or_else(|| measure::adverb(word)) == Some(measure::Unit::Week);
    compact(name).contains("week") || words(name).iter().any(is_of_week)
}

/// Whether the heading of an effort says that it is in hours, and not that these are by the week.
pub(super) fn names_hours(name: &str) -> bool {
    words(name).iter().any(|word| measure::unit(word) == Some(measure::Unit::Hour)) && !names_weeks(name)
}

/// Whether the heading of hours says neither that they are by the week nor that they are those of the whole.
pub(super) fn names_hours_alone(name: &str) -> bool {
    let is_hour = |word: &String| measure::unit(word) == Some(measure::Unit::Hour);
    let words = words(name);
    words.iter().any(is_hour) && words.iter().all(|word| is_hour(word) || is_unit_or_bound(word))
}

/// Whether a heading is that of a quantity, such as a price.
pub(in super::super) fn names_quantity(heading: &str) -> bool {
    meaning(heading).and_then(Quantity::of).is_some()
}

#[cfg(test)]
mod tests {
    use super::super::heading_row::is_heading_row;
    use super::*;

    #[test]
    fn headings_name_units() {
        let headings = Headings::of_row(["Title", "School"]);
        for (heading, unit) in [
            ("Length (months)", Some("months")),
            ("lengthMonths", Some("months")),
            ("durationweeks", Some("weeks")),
            ("Length (years)", Some("years")),
            ("Duration (hours)", Some("hours")),
            ("Dauer in Monaten", Some("months")),
            ("Durée (semaines)", Some("weeks")),
            ("Time to complete", None),
            ("Length", None),
        ] {
            assert_eq!(headings.unit_of(heading).map(measure::unit), unit.map(measure::unit), "{heading}");
        }
    }

    #[test]
    fn the_rows_are_courses_if_the_headings_say_so() {
        for (headings, are_courses) in [
            (["Course", "Institution", "Price"], true),
            (["title", "course_type", "link"], true),
            (["title", "programs", "url"], true),
            (["program_title", "program_kind", "course_title"], true),
            (["course_title", "course_organization", "course_level"], true),
            (["course_title", "course_organization", "course_Certificate_type"], false),
            (["Title", "Courses", "Course Level"], false),
            (["Program", "Course price", "School"], false),
        ] {
            assert_eq!(Headings::of_row(headings).is_of_courses(), are_courses, "{headings:?}");
        }
    }

    #[test]
    fn two_titles_are_those_of_a_course_and_its_program() {
        let headings = Headings::of_row(["program_title", "course_title", "school"]);
        assert_eq!(headings.of(Column::Title).next(), Some((1, "course_title")));
        assert_eq!(headings.of(Column::ProgramName).next(), Some((0, "program_title")));
        let headings = Headings::of_row(["Programs", "University", "School", "Months", "Weeks"]);
        assert_eq!(headings.of(Column::Name).next(), Some((0, "Programs")));
        assert!(headings.repeated().map(|(_, name)| name).eq(["School", "Weeks"]));
        let headings = Headings::of_row(["Program", "Program type", "School", "Course", "Course weeks"]);
        assert!(headings.is_of_courses());
        assert_eq!(headings.of(Column::ProgramName).next(), Some((0, "Program")));
        assert_eq!(headings.of(Column::Name).next(), Some((3, "Course")));
        let headings = Headings::of_row(["Studiengang", "Hochschule"]);
        assert_eq!(headings.of(Column::Title).next(), Some((0, "Studiengang")));
    }

    #[test]
    fn a_provider_beside_an_institution_is_a_platform() {
        let headings = Headings::of_row(["Title", "Provider", "Institution"]);
        assert_eq!(headings.of(Column::School).next(), Some((2, "Institution")));
        assert_eq!(headings.of(Column::Platform).next(), Some((1, "Provider")));
        assert!(Headings::of_row(["Title", "Provider"]).has(Column::School));
    }

    #[test]
    fn two_rows_of_headings_are_read_as_one() {
        let upper = Headings::of_row(["Program", "", "Provider", "", "Price", ""]);
        let lower = ["Title", "Kind", "School", "Country", "USD", "EUR"];
        assert!(!is_heading_row(["Data", "XSeries", "U", "FR", "100", "90"]));
        assert!(is_heading_row(["Title", "Kind", "School", "Length"]));
        let both = upper.with_row_below(lower);
        assert_eq!(both.of(Column::Price).collect::<Vec<_>>(), [(4, "Price USD"), (5, "Price EUR")]);
        assert!(both.has(Column::Kind) && both.unknown().map(|(_, name)| name).eq(["Provider Country"]));
        assert!(is_heading_row(lower));
    }
}
