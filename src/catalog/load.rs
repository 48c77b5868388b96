//! From the bytes of a catalogue file to a checked `Catalog`. Every rule that a record can break is checked here, so
//! that the rest of the program never meets a bad record; a file that breaks one is refused as a whole, with the
//! record's id and the field, and what was loaded before stays as it is.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::{
    AsOf, Basis, Catalog, CatalogError, Claim, Counts, Course, CourseIx, CourseUse, Credit, Currency, Fact, Grade,
    Institution, InstitutionIx, Kind, Length, Level, Money, Pacing, Pathway, PathwayStatus, Problem, Program, Range,
    Source, SourceIx, Status, Text, TimeUnit, did_you_mean, is_unsafe_char, nearest,
};

/// The format that this version reads.
pub const FORMAT: &str = "prospectus-catalog/1";

#[derive(Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct RawCatalog {
    format: Text,
    name: Text,
    as_of: Text,
    sources: Vec<RawSource>,
    institutions: Vec<RawInstitution>,
    courses: Vec<RawCourse>,
    programs: Vec<RawProgram>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct RawSource {
    id: Text,
    title: Text,
    as_of: Text,
    grade: Text,
    licence: Text,
    url: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct RawInstitution {
    key: Text,
    name: Text,
    short: Text,
    aliases: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static, V: Deserialize<'de>"))]
struct RawClaim<V> {
    value: Option<V>,
    low: Option<f64>,
    high: Option<f64>,
    unit: Option<Text>,
    currency: Option<Text>,
    basis: Option<Text>,
    source: Option<Text>,
    as_of: Option<Text>,
    grade: Option<Text>,
    note: Option<Text>,
}

type Raw<V> = Vec<RawClaim<V>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct RawCourse {
    id: Text,
    title: Text,
    institution: Option<Text>,
    #[serde(default)]
    weeks: Raw<f64>,
    #[serde(default)]
    workload: Raw<f64>,
    #[serde(default)]
    price: Raw<f64>,
    #[serde(default)]
    pacing: Raw<Text>,
    #[serde(default)]
    level: Raw<Text>,
    url: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct RawCourseUse {
    course: Text,
    r#match: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct RawPathway {
    counts: Text,
    institution: Text,
    program: Option<Text>,
    amount: Option<Text>,
    condition: Option<Text>,
    status: Text,
    as_of: Text,
    source: Text,
    note: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
struct RawProgram {
    id: Text,
    title: Text,
    #[serde(default)]
    kind: Raw<Text>,
    #[serde(default)]
    institutions: Raw<Vec<Text>>,
    #[serde(default)]
    fields: Raw<Vec<Text>>,
    #[serde(default)]
    level: Raw<Vec<Text>>,
    #[serde(default)]
    languages: Raw<Vec<Text>>,
    #[serde(default)]
    status: Raw<Text>,
    #[serde(default)]
    courses: Raw<f64>,
    #[serde(default)]
    length: Raw<f64>,
    #[serde(default)]
    study_weeks: Raw<f64>,
    #[serde(default)]
    effort: Raw<f64>,
    #[serde(default)]
    workload: Raw<f64>,
    #[serde(default)]
    price: Raw<f64>,
    #[serde(default)]
    course_price: Raw<f64>,
    #[serde(default)]
    exam_price: Raw<f64>,
    #[serde(default)]
    credit: Raw<Text>,
    #[serde(default)]
    pacing: Raw<Vec<Text>>,
    #[serde(default)]
    exam: Raw<Text>,
    #[serde(default)]
    proctored: Raw<bool>,
    #[serde(default)]
    pass_mark: Raw<f64>,
    #[serde(default)]
    prerequisites: Raw<Text>,
    #[serde(default)]
    capstone: Raw<Text>,
    #[serde(default)]
    former_name: Raw<Text>,
    #[serde(default)]
    remark: Raw<Text>,
    #[serde(default)]
    skills: Raw<Vec<Text>>,
    #[serde(default)]
    url: Raw<Text>,
    #[serde(default)]
    course_list: Vec<RawCourseUse>,
    #[serde(default)]
    pathways: Vec<RawPathway>,
}

/// Reads and checks a whole catalogue. All broken rules are reported at once.
pub(super) fn load(text: &'static str) -> Result<Catalog, CatalogError> {
    let raw: RawCatalog = serde_json::from_str(text).map_err(|error| explain(text, &error))?;
    if raw.format != FORMAT {
        return Err(CatalogError::Rejected(vec![Problem {
            record: "the file".to_owned(),
            field: "format".to_owned(),
            message: format!("is `{}`; this version reads `{FORMAT}`", super::printable(&raw.format)),
        }]));
    }
    let mut checker = Checker::default();
    let catalog = checker.catalog(raw, text);
    if checker.problems.is_empty() { Ok(catalog) } else { Err(CatalogError::Rejected(checker.problems)) }
}

/// Why a file could not be read as a catalogue: record by record where it is JSON at all, so that the message names
/// the record and the field instead of a line number.
fn explain(text: &str, error: &serde_json::Error) -> CatalogError {
    let not_a_catalogue = || CatalogError::NotACatalogue {
        line: error.line(),
        column: error.column(),
        message: super::printable(&error.to_string()).into_owned(),
    };
    let Ok(serde_json::Value::Object(mut file)) = serde_json::from_str::<serde_json::Value>(text) else {
        return not_a_catalogue();
    };
    let mut problems = Vec::new();
    explain_records::<OwnedRecord<RawSource>>(&mut file, "sources", "id", &mut problems);
    explain_records::<OwnedRecord<RawInstitution>>(&mut file, "institutions", "key", &mut problems);
    explain_records::<OwnedRecord<RawCourse>>(&mut file, "courses", "id", &mut problems);
    explain_records::<OwnedRecord<RawProgram>>(&mut file, "programs", "id", &mut problems);
    if problems.is_empty() { not_a_catalogue() } else { CatalogError::Rejected(problems) }
}

/// A record read from a JSON value, which owns its strings.
struct OwnedRecord<R>(std::marker::PhantomData<R>);

impl<'de, R: Deserialize<'static>> Deserialize<'de> for OwnedRecord<R> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = serde_json::Value::deserialize(deserializer)?;
        serde_path_to_error::deserialize::<_, R>(value)
            .map(|_| Self(std::marker::PhantomData))
            .map_err(|error| serde::de::Error::custom(format!("{}\n{}", error.path(), error.inner())))
    }
}

fn explain_records<R: DeserializeOwned>(
    file: &mut serde_json::Map<String, serde_json::Value>,
    array: &str,
    key: &str,
    problems: &mut Vec<Problem>,
) {
    let Some(serde_json::Value::Array(records)) = file.remove(array) else { return };
    for (number, record) in records.into_iter().enumerate() {
        let id = record.get(key).and_then(serde_json::Value::as_str).map(|id| super::printable(id).into_owned());
        if let Err(error) = serde_json::from_value::<R>(record) {
            let text = error.to_string();
            let (path, message) = text.split_once('\n').unwrap_or(("", &text));
            problems.push(Problem {
                record: id.unwrap_or_else(|| format!("{array}[{number}]")),
                field: super::printable(path).into_owned(),
                message: with_suggestion(&super::printable(message)),
            });
        }
    }
}

/// Adds the nearest right name to a message about an unknown field, and leaves out the long list of all of them.
fn with_suggestion(message: &str) -> String {
    let mut names = message.split('`').skip(1).step_by(2);
    match names.next() {
        Some(unknown) if message.starts_with("unknown field") => {
            format!("unknown field `{unknown}`.{}", did_you_mean(unknown, names))
        }
        _ => message.to_owned(),
    }
}

/// Turns raw records into checked ones and collects every broken rule on the way.
#[derive(Default)]
struct Checker {
    problems: Vec<Problem>,
    record: Text,
    sources: HashMap<Text, (SourceIx, AsOf, Grade)>,
    institutions: HashMap<Text, InstitutionIx>,
    courses: HashMap<Text, CourseIx>,
}

impl Checker {
    fn problem(&mut self, field: &str, message: impl Into<String>) {
        self.problems.push(Problem {
            record: super::printable(&self.record).into_owned(),
            field: field.to_owned(),
            message: message.into(),
        });
    }

    fn catalog(&mut self, raw: RawCatalog, text: &'static str) -> Catalog {
        self.record = "the file".into();
        self.text("name", &raw.name);
        let as_of = self.as_of("as_of", &raw.as_of);
        let sources = raw.sources.into_iter().enumerate().map(|(ix, raw)| self.source(ix, raw)).collect();
        let institutions =
            raw.institutions.into_iter().enumerate().map(|(ix, raw)| self.institution(ix, raw)).collect();
        let courses = raw.courses.into_iter().enumerate().map(|(ix, raw)| self.course(ix, raw)).collect();
        let mut programs: Vec<Program> = raw.programs.into_iter().map(|raw| self.program(raw)).collect();
        programs.sort_by(|a, b| a.id.cmp(&b.id));
        for pair in programs.windows(2) {
            if pair[0].id == pair[1].id {
                self.record = pair[0].id.clone();
                self.problem("id", "stands twice; an id is given once");
            }
        }
        Catalog { name: raw.name, as_of, sources, institutions, courses, programs, text }
    }

    fn source(&mut self, ix: usize, raw: RawSource) -> Source {
        self.id(&raw.id);
        self.text("title", &raw.title);
        self.text("licence", &raw.licence);
        let as_of = self.as_of("as_of", &raw.as_of);
        let grade = self.grade(&raw.grade);
        self.url_of(raw.url.as_ref());
        if self.sources.insert(raw.id.clone(), (SourceIx(ix as u16), as_of.clone(), grade)).is_some() {
            self.problem("id", "stands twice; an id is given once");
        }
        Source { id: raw.id, title: raw.title, as_of, licence: raw.licence, url: raw.url }
    }

    fn institution(&mut self, ix: usize, raw: RawInstitution) -> Institution {
        self.id(&raw.key);
        self.text("name", &raw.name);
        self.text("short", &raw.short);
        for alias in &raw.aliases {
            self.text("aliases", alias);
        }
        if self.institutions.insert(raw.key.clone(), InstitutionIx(ix as u32)).is_some() {
            self.problem("key", "stands twice; an institution has one record");
        }
        Institution { key: raw.key, name: raw.name, short: raw.short, aliases: raw.aliases }
    }

    fn course(&mut self, ix: usize, raw: RawCourse) -> Course {
        self.id(&raw.id);
        self.text("title", &raw.title);
        self.url_of(raw.url.as_ref());
        let institution = raw.institution.and_then(|key| self.institution_ix("institution", &key));
        match self.courses.entry(raw.id.clone()) {
            Entry::Vacant(place) => {
                place.insert(CourseIx(ix as u32));
            }
            Entry::Occupied(_) => self.problem("id", "stands twice; an id is given once"),
        }
        Course {
            id: raw.id,
            title: raw.title,
            institution,
            weeks: self.fact("weeks", raw.weeks, positive),
            workload: self.fact("workload", raw.workload, positive),
            price: self.fact("price", raw.price, money),
            pacing: self.fact("pacing", raw.pacing, |claim| named(claim, Pacing::ALL, Pacing::slug)),
            level: self.fact("level", raw.level, |claim| named(claim, Level::ALL, Level::slug)),
            url: raw.url,
        }
    }

    fn program(&mut self, raw: RawProgram) -> Program {
        self.id(&raw.id);
        self.text("title", &raw.title);
        let program = Program {
            id: raw.id,
            title: raw.title,
            kind: self.fact("kind", raw.kind, kind),
            institutions: self.institutions_of(raw.institutions),
            fields: self.fact("fields", raw.fields, texts),
            level: self.fact("level", raw.level, |claim| all_named(claim, Level::ALL, Level::slug)),
            languages: self.fact("languages", raw.languages, texts),
            status: self.fact("status", raw.status, |claim| named(claim, Status::ALL, Status::slug)),
            courses: self.fact("courses", raw.courses, count),
            length: self.fact("length", raw.length, length),
            study_weeks: self.fact("study_weeks", raw.study_weeks, positive),
            effort: self.fact("effort", raw.effort, positive),
            workload: self.fact("workload", raw.workload, positive),
            price: self.fact("price", raw.price, money),
            course_price: self.fact("course_price", raw.course_price, money),
            exam_price: self.fact("exam_price", raw.exam_price, money),
            credit: self.fact("credit", raw.credit, |claim| named(claim, Credit::ALL, Credit::slug)),
            pacing: self.fact("pacing", raw.pacing, |claim| all_named(claim, Pacing::ALL, Pacing::slug)),
            exam: self.fact("exam", raw.exam, one_text),
            proctored: self.fact("proctored", raw.proctored, |claim| claim.value.ok_or_else(no_value)),
            pass_mark: self.fact("pass_mark", raw.pass_mark, percent),
            prerequisites: self.fact("prerequisites", raw.prerequisites, one_text),
            capstone: self.fact("capstone", raw.capstone, one_text),
            former_name: self.fact("former_name", raw.former_name, one_text),
            remark: self.fact("remark", raw.remark, one_text),
            skills: self.fact("skills", raw.skills, texts),
            url: self.fact("url", raw.url, |claim| {
                let url = one_text(claim)?;
                if is_web_address(&url) { Ok(url) } else { Err(NOT_A_WEB_ADDRESS.to_owned()) }
            }),
            course_list: raw.course_list.into_iter().filter_map(|raw| self.course_use(&raw)).collect(),
            pathways: raw.pathways.into_iter().filter_map(|raw| self.pathway(raw)).collect(),
        };
        if !program.kind.is_known() {
            self.problem("kind", "is missing; every program has a kind");
        }
        if !program.status.is_known() {
            self.problem("status", "is missing; say `current` or `older`");
        }
        program
    }

    fn institutions_of(&mut self, raw: Raw<Vec<Text>>) -> Fact<Vec<InstitutionIx>> {
        let keys = self.fact("institutions", raw, texts);
        let claims = keys.claims().iter().map(|claim| Claim {
            value: claim.value.iter().filter_map(|key| self.institution_ix("institutions", key)).collect(),
            basis: claim.basis,
            source: claim.source,
            as_of: claim.as_of.clone(),
            grade: claim.grade,
            note: claim.note.clone(),
        });
        Fact::new(claims.collect())
    }

    fn institution_ix(&mut self, field: &str, key: &Text) -> Option<InstitutionIx> {
        let found = self.institutions.get(key).copied();
        if found.is_none() {
            let hint = did_you_mean(key, self.institutions.keys().map(Text::as_str));
            self.problem(field, format!("no institution has the key `{}`.{hint}", super::printable(key)));
        }
        found
    }

    fn course_use(&mut self, raw: &RawCourseUse) -> Option<CourseUse> {
        let Some(&course) = self.courses.get(&raw.course) else {
            let hint = did_you_mean(&raw.course, self.courses.keys().map(Text::as_str));
            self.problem("course_list", format!("no course has the id `{}`.{hint}", super::printable(&raw.course)));
            return None;
        };
        match raw.r#match.as_str() {
            "certain" => Some(CourseUse { course, is_certain: true }),
            "likely" => Some(CourseUse { course, is_certain: false }),
            other => {
                self.problem("course_list", format!("`{}` is not `certain` or `likely`", super::printable(other)));
                None
            }
        }
    }

    fn pathway(&mut self, raw: RawPathway) -> Option<Pathway> {
        const FIELD: &str = "pathways";
        let optional = [&raw.program, &raw.amount, &raw.condition, &raw.note];
        for text in optional.into_iter().flatten().chain([&raw.institution]) {
            self.text(FIELD, text);
        }
        let counts = self.known(FIELD, one_of(&raw.counts, Counts::ALL, Counts::slug));
        let status = self.known(FIELD, one_of(&raw.status, PathwayStatus::ALL, PathwayStatus::slug));
        let source = self.source_of(FIELD, Some(&raw.source));
        let as_of = self.as_of(FIELD, &raw.as_of);
        Some(Pathway {
            counts: counts?,
            institution: raw.institution,
            program: raw.program,
            amount: raw.amount,
            condition: raw.condition,
            status: status?,
            as_of,
            source: source?.0,
            note: raw.note,
        })
    }

    fn fact<V, T>(
        &mut self,
        field: &'static str,
        raw: Raw<V>,
        read: impl Fn(&RawClaim<V>) -> Result<T, String>,
    ) -> Fact<T> {
        let mut claims = Vec::with_capacity(raw.len());
        for claim in raw {
            if let Some(claim) = self.claim(field, claim, &read) {
                claims.push(claim);
            }
        }
        Fact::new(claims)
    }

    fn claim<V, T>(
        &mut self,
        field: &'static str,
        raw: RawClaim<V>,
        read: &impl Fn(&RawClaim<V>) -> Result<T, String>,
    ) -> Option<Claim<T>> {
        let value = self.known(field, read(&raw));
        let source = self.source_of(field, raw.source.as_ref());
        let basis = match &raw.basis {
            None => Some(Basis::Stated),
            Some(slug) => self.known(field, one_of(slug, &Basis::ALL, Basis::slug)),
        };
        if let Some(note) = &raw.note {
            self.text(field, note);
        }
        let own_as_of = raw.as_of.map(|text| self.as_of(field, &text));
        let own_grade = raw.grade.map(|letter| self.grade(&letter));
        let (source, source_as_of, source_grade) = source?;
        Some(Claim {
            value: value?,
            basis: basis?,
            source,
            as_of: own_as_of.unwrap_or(source_as_of),
            grade: own_grade.unwrap_or(source_grade),
            note: raw.note,
        })
    }

    fn source_of(&mut self, field: &str, id: Option<&Text>) -> Option<(SourceIx, AsOf, Grade)> {
        let Some(id) = id else {
            self.problem(field, "has no source; every fact names one");
            return None;
        };
        let found = self.sources.get(id).cloned();
        if found.is_none() {
            let hint = did_you_mean(id, self.sources.keys().map(Text::as_str));
            self.problem(field, format!("no source has the id `{}`.{hint}", super::printable(id)));
        }
        found
    }

    fn known<T>(&mut self, field: &str, value: Result<T, String>) -> Option<T> {
        value.map_err(|message| self.problem(field, message)).ok()
    }

    fn id(&mut self, id: &Text) {
        self.record = id.clone();
        let is_plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'.';
        if id.is_empty() || !id.bytes().all(is_plain) {
            self.problem("id", "is not made of small letters, digits, dots and hyphens");
        }
    }

    fn text(&mut self, field: &str, text: &Text) {
        if let Err(message) = check_text(text) {
            self.problem(field, message);
        }
    }

    fn as_of(&mut self, field: &str, text: &Text) -> AsOf {
        AsOf::parse(text.clone()).unwrap_or_else(|| {
            self.problem(field, format!("`{}` is not a date such as 2026-05-15 or `undated`", super::printable(text)));
            AsOf::undated()
        })
    }

    fn grade(&mut self, letter: &Text) -> Grade {
        Grade::from_letter(letter).unwrap_or_else(|| {
            self.problem("grade", format!("`{}` is not A, B or C", super::printable(letter)));
            Grade::C
        })
    }

    fn url_of(&mut self, url: Option<&Text>) {
        if url.is_some_and(|url| check_text(url).is_err() || !is_web_address(url)) {
            self.problem("url", NOT_A_WEB_ADDRESS);
        }
    }
}

const NOT_A_WEB_ADDRESS: &str = "is not an http or https address";

fn is_web_address(url: &str) -> bool {
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    host.is_some_and(|host| host.starts_with(|c: char| c.is_alphanumeric())) && !url.contains(char::is_whitespace)
}

fn check_text(text: &str) -> Result<(), String> {
    if text.trim().is_empty() {
        Err("is empty; leave the fact out where nothing is known".to_owned())
    } else if text.bytes().all(|b| (0x20..0x7f).contains(&b)) || !text.chars().any(is_unsafe_char) {
        Ok(())
    } else {
        Err("holds control characters or escape sequences".to_owned())
    }
}

fn no_value() -> String {
    "has no value".to_owned()
}

fn one_of<T: Copy + 'static>(slug: &str, all: &'static [T], name: fn(T) -> &'static str) -> Result<T, String> {
    all.iter().copied().find(|value| name(*value) == slug).ok_or_else(|| {
        let hint = nearest(slug, all.iter().map(|value| name(*value))).map(|name| format!(" Did you mean `{name}`?"));
        format!("`{}` is not known here.{}", super::printable(slug), hint.unwrap_or_default())
    })
}

fn named<T: Copy + 'static>(
    claim: &RawClaim<Text>,
    all: &'static [T],
    name: fn(T) -> &'static str,
) -> Result<T, String> {
    one_of(claim.value.as_ref().ok_or_else(no_value)?, all, name)
}

fn all_named<T: Copy + 'static>(
    claim: &RawClaim<Vec<Text>>,
    all: &'static [T],
    name: fn(T) -> &'static str,
) -> Result<Vec<T>, String> {
    texts(claim)?.iter().map(|slug| one_of(slug, all, name)).collect()
}

fn kind(claim: &RawClaim<Text>) -> Result<Kind, String> {
    let slug = one_text(claim)?;
    Kind::from_slug(&slug).ok_or_else(|| {
        let slugs = Kind::NAMED.map(|kind| kind.slug());
        let hint = did_you_mean(&slug, slugs.iter().map(String::as_str));
        format!("`{slug}` is not a kind of credential.{hint} A kind without a name here is written `other:<name>`")
    })
}

fn one_text(claim: &RawClaim<Text>) -> Result<Text, String> {
    let text = claim.value.clone().ok_or_else(no_value)?;
    check_text(&text).map(|()| text)
}

fn texts(claim: &RawClaim<Vec<Text>>) -> Result<Vec<Text>, String> {
    let texts = claim.value.clone().ok_or_else(no_value)?;
    if texts.is_empty() {
        return Err("is an empty list; leave the fact out where nothing is known".to_owned());
    }
    texts.iter().try_for_each(|text| check_text(text))?;
    Ok(texts)
}

/// The number or the bounds of a claim: either `value`, or `low` and `high` with `low < high`.
fn range(claim: &RawClaim<f64>) -> Result<Range, String> {
    match (claim.value, claim.low, claim.high) {
        (Some(value), None, None) => Ok(Range::exactly(value)),
        (None, Some(low), Some(high)) if low < high => Ok(Range { low, high }),
        (None, Some(_), Some(_)) => Err("has a low bound that is not below the high one".to_owned()),
        _ => Err("needs either `value` or both `low` and `high`".to_owned()),
    }
}

fn positive(claim: &RawClaim<f64>) -> Result<Range, String> {
    let range = range(claim)?;
    if range.low > 0.0 && range.high < 1e9 {
        Ok(range)
    } else {
        Err("is not a number above 0; leave the fact out where nothing is known".to_owned())
    }
}

fn percent(claim: &RawClaim<f64>) -> Result<Range, String> {
    let range = positive(claim)?;
    if range.high <= 100.0 { Ok(range) } else { Err("is more than 100 per cent".to_owned()) }
}

fn count(claim: &RawClaim<f64>) -> Result<u32, String> {
    let range = positive(claim)?;
    let is_whole = range.is_exact() && range.low.fract() == 0.0;
    if is_whole { Ok(range.low as u32) } else { Err("is not a whole number".to_owned()) }
}

fn length(claim: &RawClaim<f64>) -> Result<Length, String> {
    let unit = claim.unit.as_ref().ok_or("has no unit; say `weeks` or `months`")?;
    Ok(Length { amount: positive(claim)?, unit: one_of(unit, TimeUnit::ALL, TimeUnit::slug)? })
}

fn money(claim: &RawClaim<f64>) -> Result<Money, String> {
    let code = claim.currency.as_ref().ok_or("has no currency; a price names one, such as USD")?;
    let currency = Currency::parse(code)
        .ok_or_else(|| format!("`{}` is not a currency code of three capital letters", super::printable(code)))?;
    let range = range(claim)?;
    if range.low < 0.0 || range.high >= 1e12 {
        return Err("is not an amount".to_owned());
    }
    Ok(Money::from_units(range.low, range.high, currency))
}
