//! The meanings of table headings, compared without case, blanks and punctuation. A heading that is in no list is tried
//! once more word by word. Unknown headings are reported once; headings known to be irrelevant are not.

use super::{names, translated};
use crate::catalog::import::{clean, measure};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Column {
    Title,
    /// The title or the provider, depending on the other headings.
    Name,
    Kind,
    /// The kind or the pace, depending on the cell.
    Type,
    School,
    SchoolKey,
    Url,
    Uuid,
    Id,
    Key,
    CourseCount,
    Length,
    MinLength,
    MaxLength,
    /// The unit of the length, where that is a number alone.
    LengthUnit,
    Workload,
    MinEffort,
    MaxEffort,
    TotalHours,
    Price,
    MinPrice,
    MaxPrice,
    Currency,
    Fields,
    Level,
    Languages,
    Skills,
    Pacing,
    Status,
    Prerequisites,
    Credit,
    AsOf,
    ProgramName,
    /// A known column that a catalogue does not need.
    Ignored,
}

/// Columns of which a table may have several.
const MANIFOLD: [Column; 6] =
    [Column::Price, Column::Fields, Column::Skills, Column::CourseCount, Column::Status, Column::Ignored];

/// The headings of a table.
#[derive(Clone, Debug)]
pub(in super::super) struct Headings {
    columns: Vec<(Option<Column>, String)>,
    is_of_courses: bool,
}

impl Headings {
    /// Reads a row.
    pub(in super::super) fn of_row<'c>(cells: impl IntoIterator<Item = &'c str>) -> Self {
        let names = cells.into_iter().map(|cell| clean::text(cell).unwrap_or_default());
        Self::of_columns(names.map(|name| (meaning(&name), name)).collect())
    }

    /// Whether the row below these headings belongs to them: it holds headings, and other ones.
    pub(in super::super) fn has_row_below(&self, cells: &csv::StringRecord) -> bool {
        let repeats = self.columns.iter().zip(cells).all(|((_, name), cell)| compact(name) == compact(cell));
        is_heading_row(cells) && !repeats
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
            (meaning(&lower).or_else(|| meaning(joined.trim())), joined.trim().to_owned())
        });
        Self::of_columns(columns.collect())
    }

    fn of_columns(columns: Vec<(Option<Column>, String)>) -> Self {
        let mut headings = Self { columns, is_of_courses: false };
        headings.is_of_courses = headings.names_courses();
        headings.settle_titles();
        headings
    }

    /// Decides which of several names is the title of a row.
    fn settle_titles(&mut self) {
        let is_of = |name: &str, all: &[&str]| all.contains(&compact(name).as_str());
        let has_course_title = self.columns.iter().any(|(_, name)| is_of(name, &COURSE_TITLES));
        let has_title = self.has(Column::Title);
        for (meaning, name) in &mut self.columns {
            // Beside the title of a course, or of the row, a program is the one that the course belongs to.
            let is_beside = (has_course_title && is_of(name, &PROGRAM_TITLES)) || (has_title && is_of(name, &PROGRAMS));
            if is_beside && matches!(meaning, Some(Column::Title | Column::Name)) {
                *meaning = Some(Column::ProgramName);
            }
        }
        if !self.has(Column::Title) && !self.has(Column::Name) {
            // In a table without titles of its own the name of the program is the title.
            let titles = self.columns.iter_mut().filter(|(meaning, _)| *meaning == Some(Column::ProgramName));
            titles.for_each(|(meaning, _)| *meaning = Some(Column::Title));
        }
    }

    /// The number of columns.
    pub(super) fn len(&self) -> usize {
        self.columns.len()
    }

    /// The number of columns with a known meaning.
    pub(super) fn known(&self) -> usize {
        self.columns.iter().filter(|(meaning, _)| meaning.is_some()).count()
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
        (self.has(Column::Title) || self.has(Column::Name)) && self.known() >= 2
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
        let is_mark = |name: &String| name.strip_prefix("course").is_some_and(|rest| COURSE_MARKS.contains(&rest));
        let names_programs = filled().any(|name| name.starts_with("program"));
        COURSE_COLUMNS.iter().any(|name| has(name))
            || (has("key") && (has("shortkey") || has("programname")))
            || (has("title") && (has("programs") || has("programmes")))
            || (filled().any(is_mark) && !names_programs && !self.has(Column::CourseCount))
    }

    /// Whether the table is an export of the enterprise catalogue, whose prices are all in US dollars.
    pub(super) fn is_of_enterprise(&self) -> bool {
        self.columns.iter().any(|(_, name)| compact(name) == "associatedcatalogs")
    }

    /// The names of columns without a known meaning.
    pub(in super::super) fn unknown(&self) -> Vec<&str> {
        let unknown = self.columns.iter().filter(|(meaning, name)| meaning.is_none() && !name.is_empty());
        unknown.map(|(_, name)| name.as_str()).collect()
    }

    /// The names of columns that mean what an earlier one means, so that they count only where that one is empty.
    pub(in super::super) fn repeated(&self) -> Vec<&str> {
        let repeats = |(at, (meaning, _)): &(usize, &(Option<Column>, String))| {
            meaning.is_some_and(|column| !MANIFOLD.contains(&column) && self.of(column).next() < Some((*at, "")))
        };
        let repeated = self.columns.iter().enumerate().filter(repeats);
        repeated.map(|(_, (_, name))| name.as_str()).collect()
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

/// Whether the heading of an effort says that it is by the week.
pub(super) fn names_weeks(name: &str) -> bool {
    compact(name).contains("week") || words(name).iter().any(|word| measure::unit(word) == Some(measure::Unit::Week))
}

/// Whether a row repeats headings, or is a second row of them: at least half of its cells are in the lists.
pub(super) fn is_heading_row<'c>(cells: impl IntoIterator<Item = &'c str>) -> bool {
    let filled: Vec<bool> = cells
        .into_iter()
        .filter_map(clean::text)
        .map(|cell| listed(&compact(cell.split(['(', '[']).next().unwrap_or_default())).is_some())
        .collect();
    let headings = filled.iter().filter(|is_heading| **is_heading).count();
    headings >= 2 && headings * 2 >= filled.len()
}

/// Headings of the title of a course, and of the program that it belongs to.
const COURSE_TITLES: [&str; 3] = ["coursetitle", "coursename", "course"];
const PROGRAM_TITLES: [&str; 6] =
    ["programtitle", "programmetitle", "program", "programme", "programname", "programmename"];
const PROGRAMS: [&str; 8] =
    ["program", "programme", "programs", "programmes", "programm", "programa", "programas", "programu"];

/// Headings that only lists of courses have.
const COURSE_COLUMNS: [&str; 4] = ["coursetitle", "coursename", "coursekey", "courseenrollmenttrack"];

/// What a list of courses says of its rows, after `course`.
#[rustfmt::skip] // a table reads by its rows
const COURSE_MARKS: [&str; 16] = [
    "", "id", "key", "code", "number", "title", "name", "url", "link", "type", "rating", "description", "slug",
    "summary", "image", "format",
];

/// Words that say nothing of what a column holds.
#[rustfmt::skip] // a table reads by its rows
const FILLERS: [&str; 17] = [
    "est", "estimated", "approx", "approximate", "avg", "average", "typical", "exact", "indicative",
    "suggested", "recommended", "current", "standard", "the", "main", "geschätzte", "estimado",
];

/// What the rows of a table are called, which its headings may repeat.
const ROWS: [&str; 8] =
    ["program", "programme", "course", "credential", "degree", "offering", "studiengang", "formation"];

/// Words for a price, in the languages of headings.
#[rustfmt::skip] // a table reads by its rows
const PRICES: [&str; 40] = [
    "price", "prices", "cost", "costs", "fee", "fees", "tuition", "preis", "preise", "kosten", "gebühr", "gebühren",
    "entgelt", "precio", "precios", "coste", "costo", "costos", "tarifa", "cuota", "prix", "coût", "coûts", "frais",
    "tarif", "tarifs", "prezzo", "costi", "quota", "retta", "preço", "custo", "mensalidade", "cena", "koszt", "opłata",
    "czesne", "poplatek", "školné", "kurzovné",
];

/// German words for a price end compounds, as in `Monatspreis`.
const PRICE_ENDINGS: [&str; 4] = ["preis", "gebühr", "gebühren", "kosten"];

/// Words that make a heading with a word for a price one of something else.
const NO_PRICES: [&str; 16] = [
    "center", "centre", "code", "currency", "waiver", "waived", "type", "category", "policy", "note", "notes", "model",
    "id", "url", "link", "status",
];

/// Words for the bounds of a range, before or after what it is of.
const LEAST: [&str; 10] = ["min", "minimum", "from", "low", "lower", "lowest", "least", "von", "desde", "od"];
const MOST: [&str; 10] = ["max", "maximum", "to", "high", "upper", "highest", "most", "bis", "hasta", "do"];

/// What a heading means, with or without what it says in brackets: a unit, a currency.
fn meaning(heading: &str) -> Option<Column> {
    let bare = heading.split(['(', '[']).next().unwrap_or_default();
    let exact = listed(&compact(heading)).or_else(|| bounded(heading));
    exact.or_else(|| listed(&compact(bare))).or_else(|| loosely(&words(bare)))
}

/// The meaning of a heading that is in one of the lists.
fn listed(compact: &str) -> Option<Column> {
    let mut all = names::MEANINGS.iter().chain(&translated::MEANINGS);
    all.find(|(_, names)| names.contains(&compact)).map(|(column, _)| *column)
}

/// The meaning of a bound, as in `Price min` or `Weeks (to)`.
fn bounded(heading: &str) -> Option<Column> {
    let words = words(heading);
    let (first, last) = (words.first()?, words.last()?);
    let is_of = |bounds: &[&str]| bounds.contains(&first.as_str()) || bounds.contains(&last.as_str());
    let (is_least, is_most) = (is_of(&LEAST), is_of(&MOST));
    let is_bound = |word: &&String| LEAST.contains(&word.as_str()) || MOST.contains(&word.as_str());
    let rest: Vec<String> = words.iter().filter(|word| !is_bound(word)).cloned().collect();
    if is_least == is_most || rest.is_empty() || words.len() - rest.len() != 1 {
        return None;
    }
    match (listed(&rest.concat()).or_else(|| loosely(&rest))?, is_least) {
        (Column::Price, true) => Some(Column::MinPrice),
        (Column::Price, false) => Some(Column::MaxPrice),
        (Column::Length, true) => Some(Column::MinLength),
        (Column::Length, false) => Some(Column::MaxLength),
        (Column::Workload, true) => Some(Column::MinEffort),
        (Column::Workload, false) => Some(Column::MaxEffort),
        _ => None,
    }
}

/// The meaning of a heading without its fillers, without what its table calls the rows, or in the singular.
fn loosely(words: &[String]) -> Option<Column> {
    let kept: Vec<&str> = words.iter().map(String::as_str).filter(|word| !FILLERS.contains(word)).collect();
    let singular = |words: &[&str]| words.iter().map(|word| word.strip_suffix('s').unwrap_or(word)).collect::<String>();
    let known = |words: &[&str]| listed(&words.concat()).or_else(|| listed(&singular(words)));
    let tail = || kept.split_first().filter(|(first, tail)| ROWS.contains(first) && !tail.is_empty());
    known(&kept).or_else(|| tail().and_then(|(_, tail)| known(tail))).or_else(|| of_price(&kept))
}

/// The meaning of a heading with a word for a price.
fn of_price(words: &[&str]) -> Option<Column> {
    let has = |all: &[&str]| words.iter().any(|word| all.contains(word));
    let is_compound = |word: &&str| PRICE_ENDINGS.iter().any(|ending| word.ends_with(ending));
    let is_price = (has(&PRICES) || words.iter().any(is_compound)) && !has(&NO_PRICES);
    is_price.then_some(Column::Price)
}

/// The words of a heading in lower case. A capital after a small letter begins one.
fn words(heading: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = ' ';
    for c in heading.chars() {
        let is_of_word = c.is_alphanumeric();
        if is_of_word && (!before.is_alphanumeric() || (before.is_lowercase() && c.is_uppercase())) {
            words.push(String::new());
        }
        if is_of_word {
            words.last_mut().into_iter().for_each(|word| word.extend(c.to_lowercase()));
        }
        before = c;
    }
    words
}

/// Folds a heading to lower-case letters and digits.
fn compact(heading: &str) -> String {
    heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_mean_the_same_however_they_are_written() {
        for (heading, column) in [
            ("Program Type", Column::Kind),
            ("program_type", Column::Kind),
            ("What You’ll Learn", Column::Ignored),
            ("Pre-requisites", Column::Prerequisites),
            ("Subscription price", Column::Price),
            ("Price (USD)", Column::Price),
            ("\u{feff}Title", Column::Title),
            ("HOURS PER WEEK", Column::Workload),
            ("Duration (in terms)", Column::Length),
            ("Preis (EUR)", Column::Price),
            ("Duración", Column::Length),
            ("Język", Column::Languages),
        ] {
            assert_eq!(meaning(heading), Some(column), "{heading}");
        }
        assert_eq!(meaning("Dean"), None);
    }

    #[test]
    fn headings_are_read_word_by_word_if_they_are_in_no_list() {
        for (heading, column) in [
            ("Est. length", Column::Length),
            ("Est. total hours", Column::TotalHours),
            ("Organizations Name", Column::School),
            ("program_institution", Column::School),
            ("Course provider", Column::School),
            ("Prix TTC", Column::Price),
            ("Monatspreis", Column::Price),
            ("Cuota de inscripción", Column::Price),
            ("Price min", Column::MinPrice),
            ("Price (to)", Column::MaxPrice),
            ("Min weeks", Column::MinLength),
            ("Duration max", Column::MaxLength),
            ("weekly_hours_low", Column::MinEffort),
        ] {
            assert_eq!(meaning(heading), Some(column), "{heading}");
        }
    }

    #[test]
    fn a_word_that_contains_a_price_is_no_price() {
        for heading in ["Feedback", "Coffee", "Cost center", "Fee waiver", "Price code", "Pricey", "Costa Rica"] {
            assert_eq!(meaning(heading), None, "{heading}");
        }
    }

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
            assert_eq!(headings.unit_of(heading).map(|word| measure::unit(word)), unit.map(measure::unit), "{heading}");
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
        assert_eq!(headings.repeated(), ["School", "Weeks"]);
    }

    #[test]
    fn two_rows_of_headings_are_read_as_one() {
        let upper = Headings::of_row(["Program", "", "Provider", "", "Price", ""]);
        let lower = ["Title", "Kind", "School", "Country", "USD", "EUR"];
        assert!(!is_heading_row(["Data", "XSeries", "U", "FR", "100", "90"]));
        assert!(is_heading_row(["Title", "Kind", "School", "Length"]));
        let both = upper.with_row_below(lower);
        assert_eq!(both.of(Column::Price).collect::<Vec<_>>(), [(4, "Price USD"), (5, "Price EUR")]);
        assert_eq!((both.has(Column::Kind), both.unknown()), (true, vec!["Provider Country"]));
        assert!(is_heading_row(lower));
    }
}
