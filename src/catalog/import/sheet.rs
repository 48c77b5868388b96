//! Reads tables: exports of course sites and spreadsheets saved as CSV, interpreted by their headings. A row
//! is a program or a course. A cell that cannot be read becomes a remark with its column, and the rest of
//! the row is still used.

mod heading;
mod translated;

use csv::StringRecord;

use super::amount::{self, What};
use super::discovery::{self, course};
use super::draft::{self, Draft, School, Thing};
use super::found::Found;
use super::identity::{self, Identity};
use super::measure::{self, Measure};
use super::node::Remarks;
use super::{clean, date, vocabulary};
use crate::catalog::{Basis, Currency, Kind, Status};

pub(super) use heading::{Column, Headings};

/// A row with the headings of its table.
pub(super) struct Row<'r> {
    pub(super) headings: &'r Headings,
    pub(super) cells: &'r StringRecord,
    pub(super) remarks: &'r Remarks,
}

/// Reads a row.
pub(super) fn row(row: &Row<'_>) -> Found {
    let extra = row.cells.iter().skip(row.headings.len()).filter(|cell| !cell.trim().is_empty()).count();
    if extra > 0 {
        let (cells, headings) = (row.cells.len(), row.headings.len());
        return Found::Rejected(format!(
            "the row has {cells} cells under {headings} headings, so it is unclear which value belongs to which heading"
        ));
    }
    let Some(title) = row.title() else {
        return Found::Rejected("the row has no title".to_owned());
    };
    let kind = row.kind();
    let is_course =
        row.headings.is_of_courses() || kind.as_ref().is_some_and(|(name, _)| vocabulary::folded(name) == "course");
    let credential = kind.as_ref().map(|(name, _)| vocabulary::kind(name));
    let is_credential =
        matches!(credential, Some(Kind::ExecutiveEducation | Kind::BootCamp)) && !row.has(Column::ProgramName);
    if is_course && !is_credential {
        return row.course(title);
    }
    let mut draft = Draft::program(title);
    match kind.filter(|_| credential.is_some()) {
        Some((name, at)) => draft.say_kind(&vocabulary::kind(&name), Basis::Stated, &at, None),
        None => discovery::without_kind(&mut draft),
    }
    row.say_common(&mut draft);
    row.say_program(&mut draft);
    Found::draft(draft)
}

impl Row<'_> {
    /// The first known text in a column with this meaning, and the name of that column.
    fn cell(&self, column: Column) -> Option<(String, String)> {
        self.headings.of(column).find_map(|(at, name)| {
            let text = clean::known(self.cells.get(at)?)?;
            if clean::is_garbled(&text) {
                self.remarks.add(name, "seems to have been decoded with the wrong encoding");
            }
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

    /// The kind and its column. A column `type` may hold the pace instead, which is skipped.
    fn kind(&self) -> Option<(String, String)> {
        let plain = || self.cell(Column::Type).filter(|(text, _)| vocabulary::pacing(text).is_none());
        // The loader of course-discovery writes `Executive Education(2U)`.
        let bare = |(text, at): (String, String)| (text.split('(').next().unwrap_or(&text).trim().to_owned(), at);
        self.cell(Column::Kind).or_else(plain).map(bare)
    }

    fn course(&self, title: String) -> Found {
        let mut draft = Draft::course(title);
        self.say_common(&mut draft);
        let mut drafts = vec![draft];
        // Course lists of exports also name the program of each course.
        if let (Some((name, at)), Some((kind, kind_at))) = (self.cell(Column::ProgramName), self.cell(Column::Kind)) {
            let mut program = Draft::program(name);
            program.say_kind(&vocabulary::kind(&kind), Basis::Stated, &kind_at, None);
            program.schools.clone_from(&drafts[0].schools);
            program.schools_at = at;
            discovery::without_status(&mut program);
            program.courses.push(drafts[0].clone());
            drafts.push(program);
        }
        Found::Drafts(drafts)
    }

    fn say_common(&self, draft: &mut Draft) {
        self.say_schools(draft);
        self.identify(draft);
        draft.as_of = self.cell(Column::AsOf).and_then(|(text, _)| date::moment_of(&text));
        self.say_pacing(draft);
        self.say_level(draft);
        self.say_times(draft);
        self.say_prices(draft);
    }

    fn say_schools(&self, draft: &mut Draft) {
        let key = self.cell(Column::SchoolKey);
        let provider = || {
            self.cell(Column::Name).filter(|_| self.headings.has(Column::Title) && !self.headings.has(Column::School))
        };
        let names = self.cell(Column::School).or_else(provider);
        draft.schools_at = names.as_ref().or(key.as_ref()).map(|(_, at)| at.clone()).unwrap_or_default();
        let names: Vec<String> = names.map(|(text, _)| parts(&text, &[';', '|'])).unwrap_or_default();
        draft.schools = match (names.len(), key) {
            (0, Some((key, _))) => vec![School { key: Some(key), name: None }],
            (1, Some((key, _))) => vec![School { key: Some(key), name: names.into_iter().next() }],
            _ => names.into_iter().map(|name| School { key: None, name: Some(name) }).collect(),
        };
    }

    fn identify(&self, draft: &mut Draft) {
        if let Some((text, _)) = self.cell(Column::Uuid) {
            draft.identities.extend(Identity::uuid(&text));
        }
        if let Some((text, at)) = self.cell(Column::Id) {
            if identity::is_spoilt(&text) {
                self.remarks.add(&at, format!("`{text}` is an identifier that a spreadsheet has turned into a number"));
            }
            // A plain number identifies a program only together with the school that issued it.
            let giver = draft.schools.first().and_then(|school| school.name.clone().or_else(|| school.key.clone()));
            let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
            let named = if is_plain { giver.map(|giver| format!("{giver} {text}")) } else { Some(text) };
            draft
                .identities
                .extend(named.as_deref().filter(|text| !identity::is_spoilt(text)).and_then(Identity::object));
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
            if crate::catalog::is_web_address(&url) {
                draft.identities.extend(Identity::address(&url));
                draft.say("url", draft::text(&discovery::without_tracking(&url)), at);
            } else {
                self.remarks.add(&at, "is not a web address");
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
        self.say_list(draft, "fields", Column::Fields);
        self.say_list(draft, "skills", Column::Skills);
        self.say_languages(draft);
        self.say_courses(draft);
        if let Some((text, at)) = self.cell(Column::Prerequisites).filter(|(text, _)| text.len() <= 500) {
            draft.say("prerequisites", draft::text(&text), at);
        }
        if let Some((text, at)) = self.cell(Column::Credit) {
            let credit = match vocabulary::folded(&text).as_str() {
                "none" | "no" | "false" | "non credit" => Some("none"),
                "possible" | "yes" | "true" => Some("possible"),
                "recommended" => Some("recommended"),
                "pathway" => Some("pathway"),
                "included" => Some("included"),
                _ => None,
            };
            match credit {
                Some(credit) => draft.say("credit", draft::text(credit), at),
                None => self.remarks.add(&at, format!("`{text}` is not a known statement about credit")),
            }
        }
    }

    fn say_status(&self, draft: &mut Draft) {
        let Some((text, at)) = self.cell(Column::Status) else { return discovery::without_status(draft) };
        let is_current = matches!(
            vocabulary::folded(&text).as_str(),
            "active" | "current" | "published" | "open" | "live" | "available"
        );
        let (status, note) = if is_current { (Status::Current, None) } else { (Status::Older, Some(text)) };
        draft.note("status", draft::text(status.slug()), Basis::Stated, at, note);
    }

    fn say_list(&self, draft: &mut Draft, field: &'static str, column: Column) {
        let columns: Vec<(usize, &str)> = self.headings.of(column).collect();
        let cells = columns.iter().filter_map(|(at, _)| clean::known(self.cells.get(*at)?));
        let values: Vec<String> = cells.flat_map(|text| list(&text)).collect();
        let at = columns.first().map(|(_, name)| (*name).to_owned()).unwrap_or_default();
        draft.say(field, draft::texts(values), at);
    }

    fn say_languages(&self, draft: &mut Draft) {
        let Some((text, at)) = self.cell(Column::Languages) else { return };
        let mut languages = Vec::new();
        for word in list(&text) {
            match vocabulary::language(&word) {
                Some(language) => languages.push(language),
                None => self.remarks.add(&at, format!("`{word}` is not a known language")),
            }
        }
        draft.say("languages", draft::texts(languages), at);
    }

    /// Reads the number of courses, or a list of them.
    fn say_courses(&self, draft: &mut Draft) {
        if let Some((text, at)) = self.cell(Column::CourseCount) {
            if let Some(number) = amount::plain_number(&text) {
                return draft.say("courses", draft::count(number), at);
            }
            let titles = parts(&text, if text.contains('|') { &['|'] } else { &[';'] });
            draft.say("courses", draft::count(titles.len() as f64), at);
            draft.courses = titles.into_iter().map(Draft::course).collect();
            draft.courses.iter_mut().for_each(|course| course.schools.clone_from(&draft.schools));
        }
    }

    fn say_pacing(&self, draft: &mut Draft) {
        let of_type = || self.cell(Column::Type).filter(|(text, _)| vocabulary::pacing(text).is_some());
        let Some((text, at)) = self.cell(Column::Pacing).or_else(of_type) else { return };
        match vocabulary::pacing(&text) {
            Some(pacing) if draft.thing == Thing::Course => draft.say("pacing", draft::text(pacing.slug()), at),
            Some(pacing) => draft.say("pacing", draft::texts([pacing.slug()]), at),
            None => self.remarks.add(&at, format!("`{text}` is not a known pace")),
        }
    }

    fn say_level(&self, draft: &mut Draft) {
        let Some((text, at)) = self.cell(Column::Level) else { return };
        let words = list(&text);
        let mut levels: Vec<crate::catalog::Level> = words.iter().filter_map(|word| vocabulary::level(word)).collect();
        if levels.len() < words.len() {
            self.remarks.add(&at, format!("`{text}` is not a known level"));
        }
        levels.sort();
        match (draft.thing, levels.first()) {
            (Thing::Course, Some(level)) => draft.say("level", draft::text(level.slug()), at),
            _ => draft.say("level", draft::texts(levels.iter().map(|level| level.slug())), at),
        }
    }

    fn say_times(&self, draft: &mut Draft) {
        self.say_workload(draft);
        if let Some((text, at)) = self.cell(Column::TotalHours) {
            let hours = measure::bare(&text).or_else(|| measure::only(&text, Measure::hours).map(|m| (m.low, m.high)));
            match hours {
                Some((low, high)) if draft.thing == Thing::Program => {
                    draft.say("effort", draft::positive(low.min(high), low.max(high)), at);
                }
                Some(_) => {}
                None => self.remarks.add(&at, format!("`{text}` is not a number of hours")),
            }
        }
        if let Some((text, at)) = self.cell(Column::Length) {
            self.say_length(draft, &text, &at);
        }
    }

    fn say_length(&self, draft: &mut Draft, text: &str, at: &str) {
        let stated = measure::only(text, Measure::calendar);
        if let (Some(hours), false) = (measure::only(text, Measure::hours_a_week), draft.has("workload")) {
            draft.say("workload", draft::positive(hours.low, hours.high), at);
        }
        let unit = self.headings.unit_of(at);
        let (low, high, unit, note) = match (stated, measure::bare(text), unit) {
            (Some(measure), ..) => {
                if measure.is_reversed {
                    self.remarks.add(at, format!("`{text}` has the larger number first"));
                }
                discovery::in_weeks_or_months(measure, text)
            }
            (None, Some((low, high)), Some(unit)) => (low.min(high), low.max(high), unit, None),
            (None, Some(_), None) => {
                return self.remarks.add(at, format!("`{text}` has no unit: write `{text} weeks` or `{text} months`"));
            }
            (None, None, _) if measure::only(text, Measure::hours_a_week).is_some() => return,
            (None, None, _) => return self.remarks.add(at, format!("`{text}` cannot be read as a length of time")),
        };
        match draft.thing {
            Thing::Program => draft.note("length", draft::length(low, high, unit), Basis::Stated, at, note),
            Thing::Course if unit == "weeks" => draft.say("weeks", draft::positive(low, high), at),
            Thing::Course => {}
        }
    }

    /// Reads hours a week, from one cell or from a minimum and a maximum.
    fn say_workload(&self, draft: &mut Draft) {
        let bound = |column| {
            self.cell(column).and_then(|(text, at)| Some((amount::plain_number(&text).filter(|n| *n > 0.0)?, at)))
        };
        let (least, most) = (bound(Column::MinEffort), bound(Column::MaxEffort));
        if let Some((low, at)) = least.clone().or_else(|| most.clone()) {
            let high = most.map_or(low, |(high, _)| high);
            if low > high {
                self.remarks.add(&at, format!("{low} to {high} has the larger number first"));
            }
            return draft.say("workload", draft::positive(low.min(high), low.max(high)), at);
        }
        let Some((text, at)) = self.cell(Column::Workload) else { return };
        let stated = measure::only(&text, Measure::hours_a_week).map(|m| (m.low, m.high, m.is_reversed));
        // Under this heading, plain hours mean hours a week too.
        let hours = || measure::only(&text, Measure::hours).map(|m| (m.low, m.high, m.is_reversed));
        let bare = || measure::bare(&text).map(|(a, b)| (a.min(b), a.max(b), a > b));
        match stated.or_else(bare).or_else(hours) {
            Some((low, high, is_reversed)) => {
                if is_reversed {
                    self.remarks.add(&at, format!("`{text}` has the larger number first"));
                }
                draft.say("workload", draft::positive(low, high), at);
            }
            None => self.remarks.add(&at, format!("`{text}` names no hours a week that can be read")),
        }
    }

    /// Reads every price column; its heading may say what the price buys.
    fn say_prices(&self, draft: &mut Draft) {
        let stated = self.cell(Column::Currency).and_then(|(text, _)| amount::currency(&text));
        let columns: Vec<(usize, &str)> = self.headings.of(Column::Price).collect();
        for (at, name) in columns {
            let Some(text) = self.cells.get(at).and_then(clean::known) else { continue };
            let fallback = Headings::currency_of(name).or(stated).or(self.headings.dollars());
            match amount::price(&text, fallback) {
                Ok(price) if price.currency.is_none() => {
                    self.remarks.add(name, format!("`{text}` names no currency, so it was not read as a price"));
                    draft::say_price(draft, &price, whole(draft), name);
                }
                Ok(mut price) => {
                    price.what = price.what.or_else(|| amount::what(name));
                    draft::say_price(draft, &price, whole(draft), name);
                }
                Err(_) if vocabulary::folded(&text) == "none" => {}
                Err(amount::NoPrice::SeveralAmounts) => {
                    self.remarks.add(name, format!("`{text}` names several prices; none was taken"));
                }
                Err(amount::NoPrice::Unclear) => {
                    self.remarks.add(name, format!("`{text}` can be read as two amounts; none was taken"));
                }
                Err(amount::NoPrice::NoAmount) => self.remarks.add(name, format!("`{text}` is not a price")),
            }
        }
    }
}

/// What a price buys if nothing says so.
fn whole(draft: &Draft) -> What {
    if draft.thing == Thing::Course { What::Course } else { What::Program }
}

/// Splits a list in a cell at `;` or `|`, or else at commas followed by a blank, as exports write it.
fn list(text: &str) -> Vec<String> {
    if text.contains([';', '|']) {
        parts(text, &[';', '|'])
    } else {
        text.split(", ").filter_map(clean::known).collect()
    }
}

fn parts(text: &str, separators: &[char]) -> Vec<String> {
    text.split(separators).filter_map(clean::known).collect()
}

/// The default currency of exports of a known origin.
impl Headings {
    fn dollars(&self) -> Option<Currency> {
        self.is_of_enterprise().then_some(Currency::USD)
    }
}
