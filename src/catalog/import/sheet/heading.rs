//! The meanings of table headings, compared without case, blanks and punctuation. Unknown headings are reported once;
//! headings known to be irrelevant are not.

use super::translated;
use crate::catalog::Currency;
use crate::catalog::import::amount;

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
    Workload,
    MinEffort,
    MaxEffort,
    TotalHours,
    Price,
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

const MEANINGS: [(Column, &[&str]); 29] = [
    (
        Column::Title,
        &[
            "title",
            "programtitle",
            "officialname",
            "officialtitle",
            "coursetitle",
            "degreetitle",
            "credentialname",
            "programmetitle",
        ],
    ),
    (Column::Name, &["name", "program", "programme", "coursename", "course"]),
    (
        Column::Kind,
        &[
            "programtype",
            "credentialtype",
            "kind",
            "credential",
            "producttype",
            "certificatetype",
            "courseenrollmenttrack",
            "programmetype",
        ],
    ),
    (Column::Type, &["type"]),
    (
        Column::School,
        &[
            "partner",
            "partnername",
            "partners",
            "institution",
            "institutions",
            "provider",
            "providername",
            "providers",
            "school",
            "schoolname",
            "schools",
            "university",
            "universities",
            "universityname",
            "organization",
            "organisation",
            "organizations",
            "offeredby",
            "owner",
            "owners",
            "college",
            "company",
            "authoringorganizations",
        ],
    ),
    (Column::SchoolKey, &["organizationkey", "orgkey", "partnerkey", "schoolkey", "organizationshortcodeoverride"]),
    (
        Column::Url,
        &[
            "url",
            "link",
            "programurl",
            "courseurl",
            "website",
            "webpage",
            "marketingurl",
            "organicurl",
            "paidlandingpageurl",
            "page",
            "redirecturl",
            "address",
        ],
    ),
    (Column::Uuid, &["programuuid", "uuid", "courseuuid"]),
    (Column::Id, &["id", "programid", "identifier", "externalid", "externalidentifier", "ctid", "objectid"]),
    (Column::Key, &["key", "coursekey", "number", "coursenumber", "coursecode", "coursekeys"]),
    (
        Column::CourseCount,
        &[
            "numberofcourses",
            "courses",
            "coursecount",
            "courselist",
            "coursetitles",
            "nocourses",
            "ofcourses",
            "numcourses",
        ],
    ),
    (
        Column::Length,
        &[
            "length",
            "duration",
            "timetocomplete",
            "programlength",
            "programduration",
            "estimatedlength",
            "months",
            "weeks",
            "lengthmonths",
            "lengthweeks",
            "durationmonths",
            "durationweeks",
            "weekstocomplete",
            "monthstocomplete",
            "lengthinmonths",
            "lengthinweeks",
            "durationinmonths",
            "durationinweeks",
            "durationoverride",
            "programdurationoverride",
        ],
    ),
    (
        Column::Workload,
        &[
            "effort",
            "hoursperweek",
            "hoursaweek",
            "weeklyhours",
            "workload",
            "weeklyeffort",
            "timecommitment",
            "effortperweek",
            "hrswk",
            "efforthoursperweek",
        ],
    ),
    (Column::MinEffort, &["mineffort", "minimumeffort", "minhoursperweek", "minweeklyhours", "minhourseffortperweek"]),
    (Column::MaxEffort, &["maxeffort", "maximumeffort", "maxhoursperweek", "maxweeklyhours", "maxhourseffortperweek"]),
    (Column::TotalHours, &["hours", "totalhours", "efforthours", "totaleffort", "totalhoursofeffort", "hourstotal"]),
    (
        Column::Price,
        &[
            "price",
            "cost",
            "fee",
            "fees",
            "tuition",
            "programprice",
            "totalprice",
            "listprice",
            "verifiedprice",
            "fixedpriceusd",
            "priceusd",
        ],
    ),
    (Column::Currency, &["currency", "pricecurrency", "currencycode"]),
    (
        Column::Fields,
        &[
            "subject",
            "subjects",
            "field",
            "fields",
            "topic",
            "topics",
            "category",
            "categories",
            "primarysubject",
            "secondarysubject",
            "tertiarysubject",
            "discipline",
            "area",
        ],
    ),
    (Column::Level, &["level", "courselevel", "difficulty", "leveltype", "levels"]),
    (Column::Languages, &["language", "languages", "contentlanguage", "languageofinstruction"]),
    (Column::Skills, &["skills", "skill", "skillsgained", "associatedskills", "skillnames"]),
    (Column::Pacing, &["pacing", "coursepacing", "pace", "pacingtype"]),
    (Column::Status, &["status", "state", "programstatus"]),
    (Column::Prerequisites, &["prerequisites", "prerequisite", "prereqs", "programprerequisites"]),
    (Column::Credit, &["credit", "academiccredit"]),
    (
        Column::AsOf,
        &["asof", "lastmodified", "updated", "lastupdated", "dateupdated", "datamodifiedtimestamp", "modified"],
    ),
    (Column::ProgramName, &["programname"]),
    (
        Column::Ignored,
        &[
            "shortdescription",
            "longdescription",
            "description",
            "overview",
            "associatedcatalogs",
            "start",
            "end",
            "startdate",
            "enddate",
            "starttime",
            "endtime",
            "verifiedupgradedeadline",
            "enrollbydate",
            "subtitles",
            "shortkey",
            "whatyoulllearn",
            "whatwillyoulearn",
            "image",
            "cardimageurl",
            "slug",
            "syllabus",
            "faq",
            "transcriptlanguage",
            "publishdate",
            "courserunenrollmenttrack",
            "rowid",
            "subtitle",
            "notes",
            "specializations",
        ],
    ),
];

/// The headings of a table.
#[derive(Clone, Debug)]
pub(in super::super) struct Headings {
    columns: Vec<(Option<Column>, String)>,
}

impl Headings {
    /// Reads a row.
    pub(in super::super) fn of_row<'c>(cells: impl IntoIterator<Item = &'c str>) -> Self {
        let named = |cell: &str| super::clean::text(cell).unwrap_or_default();
        let columns = cells.into_iter().map(|cell| (meaning(cell), named(cell)));
        let mut headings = Self { columns: columns.collect() };
        // In a table without titles of its own the name of the program is the title.
        if !headings.has(Column::Title) && !headings.has(Column::Name) {
            let titles = headings.columns.iter_mut().filter(|(meaning, _)| *meaning == Some(Column::ProgramName));
            titles.for_each(|(meaning, _)| *meaning = Some(Column::Title));
        }
        headings
    }

    /// The number of columns.
    pub(super) fn len(&self) -> usize {
        self.columns.len()
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

    /// Whether the table can be read: it has a title column and at least one other known column.
    pub(in super::super) fn is_readable(&self) -> bool {
        let has_title = self.has(Column::Title) || self.has(Column::Name);
        let known = self.columns.iter().filter(|(meaning, _)| meaning.is_some()).count();
        has_title && known >= 2
    }

    /// Whether the rows are courses.
    pub(super) fn is_of_courses(&self) -> bool {
        let names: Vec<String> = self.columns.iter().map(|(_, name)| compact(name)).collect();
        let has = |name: &str| names.iter().any(|other| other == name);
        has("coursetitle")
            || has("coursename")
            || has("coursekey")
            || has("courseenrollmenttrack")
            || (has("key") && has("shortkey"))
            || (has("key") && has("programname"))
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

    /// The unit named by a heading; course lists without one use weeks.
    pub(super) fn unit_of(&self, name: &str) -> Option<&'static str> {
        let name = compact(name);
        if name.contains("month") {
            Some("months")
        } else if name.contains("week") || self.is_of_courses() {
            Some("weeks")
        } else {
            None
        }
    }

    /// The currency named by a heading such as `Price (USD)` or `price_gbp`; `None` if it names none.
    pub(super) fn currency_of(name: &str) -> Option<Currency> {
        let words =
            name.split(|c: char| !c.is_alphanumeric() && !matches!(c, '$' | '€' | '£')).filter(|word| !word.is_empty());
        words.filter(|word| word.len() == 3 || !word.is_ascii() || word.ends_with('$')).find_map(|word| {
            let upper = word.to_uppercase();
            amount::is_known_currency(&upper).then(|| amount::currency(&upper)).flatten()
        })
    }
}

/// What a heading means, with or without what it says in brackets: a unit, a currency.
fn meaning(heading: &str) -> Option<Column> {
    let bare = heading.split(['(', '[']).next().unwrap_or_default();
    meaning_of(&compact(heading)).or_else(|| meaning_of(&compact(bare)))
}

fn meaning_of(compact: &str) -> Option<Column> {
    let mut all = MEANINGS.iter().chain(&translated::MEANINGS);
    let known = all.find(|(_, names)| names.contains(&compact)).map(|(column, _)| *column);
    let is_price = ["price", "prices", "cost", "costs", "fee", "fees"]
        .iter()
        .any(|word| compact.starts_with(word) || compact.ends_with(word));
    known.or_else(|| is_price.then_some(Column::Price))
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
    fn headings_name_units_and_currencies() {
        let headings = Headings::of_row(["Title", "Length (months)", "Price (GBP)", "price_usd"]);
        assert_eq!(headings.unit_of("Length (months)"), Some("months"));
        assert_eq!(headings.unit_of("Length"), None);
        assert_eq!(Headings::currency_of("Price (GBP)").map(|c| c.code().to_owned()).as_deref(), Some("GBP"));
        assert_eq!(Headings::currency_of("price_usd"), Some(Currency::USD));
        assert_eq!(Headings::currency_of("Exam fee"), None);
    }
}
