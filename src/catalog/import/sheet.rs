//! Reads tables: exports of course sites and spreadsheets saved as CSV, interpreted by their headings. A row
//! is a program or a course. A cell that cannot be read becomes a remark with its column, and the rest of
//! the row is still used.

mod beside;
mod bound;
mod bounds;
mod cell;
mod column;
mod courses;
mod credit;
mod evidence;
mod flags;
mod heading;
mod heading_row;
mod hierarchy;
mod known;
mod label;
mod loose;
mod marked;
mod meaning;
mod merged;
mod names;
mod no_record;
mod price;
mod programs;
mod row_names;
mod schools;
mod settled;
mod telling;
mod time;
mod titles;
mod translated;

use csv::StringRecord;

use super::date::{self, Moment};
use super::discovery::{self, course};
use super::draft::{self, Draft, Thing};
use super::found::Found;
use super::identity::{self, Identity};
use super::node::Remarks;
use super::tracking::without_tracking;
use super::{clean, vocabulary};
use crate::catalog::{AsOf, Basis, Kind};

pub(super) use beside::Beside;
use column::Column;
pub(super) use column::compact;
pub(super) use heading::{Headings, names_quantity};
pub(super) use hierarchy::Hierarchy;
pub(super) use marked::Marked;
pub(super) use merged::Merged;

/// Columns whose cells hold lists.
const LISTS: [Column; 3] = [Column::School, Column::SchoolKey, Column::Languages];

/// Headings of a type that courses have: in a list of them, `Elective` is no kind of credential.
const OF_COURSES: [&str; 2] = ["typeofcourse", "coursetype"];

/// A row with the headings of its table.
pub(super) struct Row<'r> {
    pub(super) headings: &'r Headings,
    pub(super) cells: &'r StringRecord,
    /// The byte between its cells.
    pub(super) delimiter: u8,
    /// The places of the cells whose values are those of merged cells above them.
    pub(super) filled: &'r [usize],
    pub(super) remarks: &'r Remarks,
}

/// Reads a row.
pub(super) fn row(row: &Row<'_>) -> Found {
    let mut found = plain(row);
    if let Found::Drafts(drafts) = &mut found {
        for draft in drafts {
            row.mark_filled(draft);
        }
    }
    found
}

/// Reads a row that is known to be a course.
pub(super) fn course(row: &Row<'_>) -> Option<Draft> {
    match row.course(row.title()?) {
        Found::Drafts(drafts) => drafts.into_iter().next(),
        Found::LeftOut(_) | Found::Rejected(_) => None,
    }
}

/// Whether a heading is that of the courses of a program.
pub(super) fn names_courses(heading: &str) -> bool {
    meaning::meaning(heading) == Some(Column::CourseCount)
}

/// Adds the courses in the rows below a program to it. Each of these rows is read on its own too, and says what it says
/// then.
pub(super) fn list_courses(drafts: &mut [Draft], headings: &Headings, delimiter: u8, below: &[StringRecord]) {
    let [program] = drafts else { return };
    for cells in below {
        let remarks = Remarks::default();
        let row = Row { headings, cells, delimiter, filled: &[], remarks: &remarks };
        if let Found::Drafts(found) = plain(&row) {
            let courses = found.into_iter().filter(|draft| draft.thing == Thing::Course);
            program.courses.extend(courses.map(|course| Draft { says: Vec::new(), ..course }));
        }
    }
    for course in program.courses.iter_mut().filter(|course| course.schools.is_empty()) {
        course.schools.clone_from(&program.schools);
    }
}

fn plain(row: &Row<'_>) -> Found {
    let extra = row.cells.iter().skip(row.headings.len()).filter(|cell| !cell.trim().is_empty()).count();
    if extra > 0 {
        let (cells, headings) = (row.cells.len(), row.headings.len());
        return Found::Rejected(format!(
            "the row has {cells} cells under {headings} headings, so it is unclear which value belongs to which heading"
        ));
    }
    if let Some(found) = no_record::no_record(row) {
        return found;
    }
    row.remark_on_blank_headings();
    let Some(title) = row.title() else {
        let is_long = |cell: &str| cell.len() > clean::MAX_TEXT;
        let mut titles = row.headings.of(Column::Title).chain(row.headings.of(Column::Name));
        let has_long = titles.any(|(at, _)| row.cells.get(at).is_some_and(is_long));
        let reason = if has_long { "the title is longer than any is" } else { "the row has no title" };
        return Found::Rejected(reason.to_owned());
    };
    let kind = row.kind();
    if row.is_course(kind.as_ref()) {
        return row.course(title);
    }
    let mut draft = Draft::program(title);
    match kind {
        Some((name, at)) => draft.say_kind(&vocabulary::kind(&name), Basis::Stated, at, None),
        None => match row.headings.kind() {
            Some((kind, at)) => draft.say_kind(&kind, Basis::Derived, at, Some("the heading of the titles")),
            None => discovery::without_kind(&mut draft),
        },
    }
    row.say_common(&mut draft);
    row.say_program(&mut draft);
    Found::draft(draft)
}

impl Row<'_> {
    /// The known text of the cell in this place, with its digits and signs in ASCII.
    fn text(&self, at: usize) -> Option<String> {
        cell::known(self.cells.get(at)?).map(|text| cell::half_width(&text))
    }

    /// The known text of the cell in this place, where its lines are the items of a list.
    fn lines(&self, at: usize) -> Option<String> {
        cell::listed(self.cells.get(at)?)
    }

    /// The first known text in a column with this meaning, and the name of that column.
    fn cell(&self, column: Column) -> Option<(String, String)> {
        self.headings.of(column).find_map(|(at, name)| {
            let is_name = matches!(column, Column::Title | Column::Name | Column::School | Column::Kind | Column::Type);
            let text = match () {
                () if LISTS.contains(&column) => self.lines(at)?,
                () if is_name => cell::known(self.cells.get(at)?)?,
                () => self.text(at)?,
            };
            if clean::is_garbled(&text) {
                self.remarks.add(name, "seems to have been decoded with the wrong encoding");
            }
            let text = if is_name { cell::without_marks(&text).to_owned() } else { text };
            (text.len() <= clean::MAX_TEXT).then(|| (text, name.to_owned()))
        })
    }

    fn has(&self, column: Column) -> bool {
        self.cell(column).is_some()
    }

    /// The title. If a separate column holds the official title, the column `name` is the provider's.
    fn title(&self) -> Option<String> {
        let name = || self.cell(Column::Name).filter(|_| !self.headings.has(Column::Title));
        self.cell(Column::Title).or_else(name).map(|(title, _)| title)
    }

    /// The kind and its column. A column `type` may hold the pace instead, or how a shop sells the row; both are skipped.
    fn kind(&self) -> Option<(String, String)> {
        let is_kind = |text: &str| vocabulary::paces(text).is_empty() && !vocabulary::is_of_shop(text);
        let plain = || self.cell(Column::Type).filter(|(text, _)| is_kind(text));
        // The loader of course-discovery writes `Executive Education(2U)`.
        let bare = |(text, at): (String, String)| (text.split('(').next().unwrap_or(&text).trim().to_owned(), at);
        let (name, at) = self.cell(Column::Kind).or_else(plain).map(bare)?;
        if name.chars().count() < 2 {
            self.remarks.add(&at, format!("`{name}` is a code of the table and not a kind"));
            return None;
        }
        Some((name, at))
    }

    /// Whether the row is a course: its kind says so, or else its table or its address.
    fn is_course(&self, kind: Option<&(String, String)>) -> bool {
        if let Some((word, _)) = self.cell(Column::Record) {
            return hierarchy::is_course(&word);
        }
        if let Some((name, column)) = kind {
            let known = vocabulary::kind(name);
            let is_sold_alone = matches!(known, Kind::ExecutiveEducation | Kind::BootCamp);
            // A list of courses names the kind of the program of each course too.
            let is_of_courses = OF_COURSES.contains(&compact(column).as_str()) && matches!(known, Kind::Other(_));
            let is_own =
                !vocabulary::is_course(name) && !is_of_courses && !vocabulary::folded(column).starts_with("program");
            // Where no program is named beside them, `Course name` and `Program type` are those of a program.
            let is_named_alone = !self.headings.has(Column::ProgramName) && !self.headings.has(Column::Key);
            let is_of_program = is_named_alone && !matches!(known, Kind::Other(_));
            if (is_own || is_sold_alone || is_of_program) && !self.has(Column::ProgramName) {
                return false;
            }
            return self.headings.is_of_courses() || vocabulary::is_course(name);
        }
        let has_kinds = self.headings.has(Column::Kind);
        let is_at_course = || self.cell(Column::Url).is_some_and(|(url, _)| courses::is_address(&url));
        self.headings.is_of_courses() || (!has_kinds && is_at_course())
    }

    /// Remarks on what stands under no heading, but not on the numbers that a program puts before its rows.
    fn remark_on_blank_headings(&self) {
        for (at, cell) in self.cells.iter().enumerate().filter(|(at, _)| self.headings.is_blank(*at)) {
            let Some(text) = clean::known(cell) else { continue };
            if at > 0 || text.parse::<f64>().is_err() {
                self.remarks.add("", format!("`{text}` stands under no heading and was ignored"));
            }
        }
    }

    /// The cells under headings of which this is true; the others are empty.
    fn only(&self, is_kept: impl Fn(&str) -> bool) -> StringRecord {
        let cells = self.cells.iter().enumerate();
        cells.map(|(at, cell)| if is_kept(self.headings.name(at)) { cell } else { "" }).collect()
    }

    fn course(&self, title: String) -> Found {
        let mut draft = Draft::course(title);
        // What a list says of the programs of its courses is kept beside what it says of the courses.
        let cells = self.only(|name| !row_names::is_of_program(name));
        let own = Row { cells: &cells, ..*self };
        own.say_common(&mut draft);
        own.say_words(&mut draft);
        if draft.schools.is_empty() {
            self.say_schools(&mut draft);
        }
        let mut drafts = vec![draft];
        drafts.extend(self.programs_of(&drafts[0]));
        Found::Drafts(drafts)
    }

    fn say_common(&self, draft: &mut Draft) {
        self.say_schools(draft);
        self.identify(draft);
        draft.as_of = self.day(Column::AsOf);
        self.say_pacing(draft);
        self.say_level(draft);
        self.say_times(draft);
        self.say_prices(draft);
    }

    /// The day in a column of dates.
    fn day(&self, column: Column) -> Option<Moment> {
        let (text, at) = self.cell(column)?;
        let serial = || text.parse().ok().and_then(date::of_serial).map(|day| Moment { day, second: 0 });
        let slashed = || date::of_slashed(&text, self.headings.day_order());
        let moment = date::moment_of(&text).or_else(serial).or_else(slashed);
        if moment.is_none() {
            self.remarks.add(&at, format!("`{text}` is not a date that can be read: write `2026-11-30`"));
        }
        moment
    }

    /// The date in a column of dates as a catalogue writes it: a day, or as in `2024-05` and `c. 2019` a longer time.
    fn date(&self, column: Column) -> Option<String> {
        let (text, _) = self.cell(column)?;
        let is_partial =
            text.len() > 4 && date::moment_of(&text).is_none() && AsOf::parse(text.clone().into()).is_some();
        if is_partial { Some(text) } else { self.day(column).map(|moment| moment.day.to_string()) }
    }

    fn identify(&self, draft: &mut Draft) {
        if let Some((text, _)) = self.cell(Column::Uuid) {
            draft.identities.extend(Identity::uuid(&text));
        }
        if let Some((text, _)) = self.cell(Column::Id).filter(|_| self.headings.is_own()) {
            draft.identities.push(Identity::of_own(&text));
        } else if let Some((text, at)) = self.cell(Column::Id) {
            if identity::is_spoilt(&text) {
                self.remarks.add(&at, format!("`{text}` is an identifier that a spreadsheet has turned into a number"));
            }
            // A plain number identifies a program only together with the school that issued it.
            let giver = draft.schools.first().and_then(|school| school.name.clone().or_else(|| school.key.clone()));
            let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
            let named = if is_plain { giver.map(|giver| format!("{giver} {text}")) } else { Some(text) };
            draft.identities.extend(named.as_deref().and_then(Identity::object));
        }
        if draft.thing == Thing::Course
            && let Some(key) = self.course_key(draft)
        {
            // If a key comes with a single school, that school is the organization in the key.
            if let ([school], Some((org, _))) = (&mut draft.schools[..], key.split_once('+')) {
                school.key.get_or_insert_with(|| org.to_owned());
            }
            draft.identities.extend(Identity::object(&key));
        }
        if let Some((url, at)) = self.cell(Column::Url) {
            // Addresses are often written without the scheme, which browsers add.
            let is_bare = url.starts_with("www.") || url.starts_with("edx.org/");
            let url = if is_bare { format!("https://{url}") } else { url };
            if crate::catalog::is_web_address(&url) {
                draft.identities.extend(Identity::address(&url));
                draft.say("url", draft::text(&without_tracking(&url)), at);
            } else {
                self.remarks.add(&at, format!("`{url}` is no whole address, so no page is on record"));
            }
        }
    }

    /// The course key `Org+Number`, from the key of the course or a run, or from organization and number.
    fn course_key(&self, draft: &Draft) -> Option<String> {
        let (key, _) = self.cell(Column::Key)?;
        let of_run = || course::course_key(&key).filter(|_| key.contains([':', '/']));
        if key.contains('+') && !key.contains(':') {
            return Some(key);
        }
        let org = || draft.schools.first().and_then(|school| school.key.clone());
        of_run().or_else(|| Some(format!("{}+{key}", org()?)))
    }

    fn say_program(&self, draft: &mut Draft) {
        self.say_status(draft);
        self.say_platform(draft);
        self.say_words(draft);
        self.say_courses(draft);
        if let Some((text, at)) = self.cell(Column::Prerequisites).filter(|(text, _)| text.len() <= 500) {
            draft.say("prerequisites", draft::text(&text), at);
        }
        self.say_credit(draft);
    }
}
