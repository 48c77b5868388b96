//! The rules that need more than one value: unique ids, references that resolve, facts with a source. Every broken rule
//! is recorded and reading continues, so that one report lists them all. Records that break a rule never leave this
//! room.

use super::names::Names;
use super::raw::{Raw, RawClaim, RawCourse, RawCourseUse, RawInstitution, RawPathway, RawProgram, RawSource};
use super::value::{self, all_named, check_text, is_web_address, named, one_of, one_text, texts};
use super::value_error::ValueError;
use crate::catalog::{
    AsOf, Basis, Claim, Counts, Course, CourseUse, Credit, Fact, Grade, Institution, InstitutionIx, Level, Pacing,
    Pathway, PathwayStatus, PriceOf, Problem, Program, Source, SourceIx, Status, Text, did_you_mean, printable,
};

/// Turns raw records into checked ones, and collects every broken rule.
pub(super) struct Checker<'n> {
    names: &'n Names<'n>,
    record: Text,
    pub(super) problems: Vec<Problem>,
    /// The number of problems found in the file before this checker was created.
    before: usize,
}

/// The maximum number of problems in a file that get a suggestion: searching many names for the nearest takes time, and
/// further suggestions would not be read.
const MAX_SUGGESTIONS: usize = 20;

impl<'n> Checker<'n> {
    /// Creates a checker for records that may cite these names, in a file with `before` problems so far.
    pub(super) fn new(names: &'n Names<'n>, before: usize) -> Self {
        Self { names, record: "the file".into(), problems: Vec::new(), before }
    }

    /// A suggestion from these names; empty once the file has [`MAX_SUGGESTIONS`] problems.
    fn nearest_of<'a>(&self, word: &str, names: impl IntoIterator<Item = &'a str>) -> String {
        if self.before + self.problems.len() >= MAX_SUGGESTIONS {
            return String::new();
        }
        // The iteration order of a hash map varies between runs; sorting makes the suggestion deterministic.
        let mut names: Vec<&str> = names.into_iter().collect();
        names.sort_unstable();
        did_you_mean(word, names)
    }

    /// Records a problem of the record last passed to [`Checker::id`].
    pub(super) fn problem(&mut self, field: &str, message: impl Into<String>) {
        self.problems.push(Problem {
            record: printable(&self.record).into_owned(),
            field: field.to_owned(),
            message: message.into(),
        });
    }

    pub(super) fn source(&mut self, raw: RawSource) -> (Source, Grade) {
        self.id(&raw.id);
        self.text("title", &raw.title);
        self.text("licence", &raw.licence);
        let as_of = self.as_of("as_of", &raw.as_of);
        let grade = self.grade(&raw.grade);
        self.url_of(raw.url.as_ref());
        if let Some(platform) = &raw.platform {
            self.text("platform", platform);
        }
        let RawSource { id, title, licence, url, platform, .. } = raw;
        (Source { id, title, as_of, licence, url, platform }, grade)
    }

    pub(super) fn institution(&mut self, raw: RawInstitution) -> Institution {
        self.id(&raw.key);
        self.text("name", &raw.name);
        self.text("short", &raw.short);
        for alias in &raw.aliases {
            self.text("aliases", alias);
        }
        Institution { key: raw.key, name: raw.name, short: raw.short, aliases: raw.aliases }
    }

    pub(super) fn course(&mut self, raw: RawCourse) -> Course {
        self.id(&raw.id);
        self.text("title", &raw.title);
        self.identifiers(&raw.identifiers);
        self.url_of(raw.url.as_ref());
        let institution = raw.institution.and_then(|key| self.institution_ix("institution", &key));
        Course {
            id: raw.id,
            title: raw.title,
            institution,
            weeks: self.fact("weeks", raw.weeks, value::positive),
            workload: self.fact("workload", raw.workload, value::positive),
            price: self.fact("price", raw.price, |claim| value::price(claim, &[PriceOf::Course])),
            pacing: self.fact("pacing", raw.pacing, |claim| named(claim, &Pacing::ALL, Pacing::slug)),
            level: self.fact("level", raw.level, |claim| named(claim, &Level::ALL, Level::slug)),
            url: raw.url,
        }
    }

    pub(super) fn program(&mut self, raw: RawProgram) -> Program {
        self.id(&raw.id);
        self.text("title", &raw.title);
        self.identifiers(&raw.identifiers);
        self.need_claim("kind", &raw.kind, "every program needs a kind");
        self.need_claim("status", &raw.status, "say `current`, `moved` or `older`");
        let status = self.fact("status", raw.status, |claim| named(claim, &Status::ALL, Status::slug));
        Program {
            id: raw.id,
            title: raw.title,
            kind: self.fact("kind", raw.kind, value::kind),
            institutions: self.institutions_of(raw.institutions),
            fields: self.fact("fields", raw.fields, texts),
            topics: self.fact("topics", raw.topics, value::topics),
            level: self.fact("level", raw.level, |claim| all_named(claim, &Level::ALL, Level::slug)),
            languages: self.fact("languages", raw.languages, texts),
            listed_on: self.platform_of(&status),
            status,
            platform: self.fact("platform", raw.platform, one_text),
            seen: self.fact("seen", raw.seen, one_text),
            successors: self.fact("successors", raw.successors, texts),
            courses: self.fact("courses", raw.courses, value::count),
            length: self.fact("length", raw.length, value::length),
            study_weeks: self.fact("study_weeks", raw.study_weeks, value::positive),
            effort: self.fact("effort", raw.effort, value::positive),
            workload: self.fact("workload", raw.workload, value::positive),
            price: self.fact("price", raw.price, |claim| value::price(claim, PriceOf::WHOLE)),
            comparable: None,
            course_price: self.fact("course_price", raw.course_price, |claim| value::price(claim, &[PriceOf::Course])),
            exam_price: self.fact("exam_price", raw.exam_price, |claim| value::price(claim, &[PriceOf::Exam])),
            other_price: self.fact("other_price", raw.other_price, |claim| value::price(claim, PriceOf::OTHER)),
            credit: self.fact("credit", raw.credit, |claim| named(claim, &Credit::ALL, Credit::slug)),
            pacing: self.fact("pacing", raw.pacing, |claim| all_named(claim, &Pacing::ALL, Pacing::slug)),
            exam: self.fact("exam", raw.exam, one_text),
            proctored: self.fact("proctored", raw.proctored, |claim| claim.value.ok_or(ValueError::Missing)),
            pass_mark: self.fact("pass_mark", raw.pass_mark, value::percent),
            prerequisites: self.fact("prerequisites", raw.prerequisites, one_text),
            capstone: self.fact("capstone", raw.capstone, one_text),
            former_name: self.fact("former_name", raw.former_name, one_text),
            remark: self.fact("remark", raw.remark, one_text),
            skills: self.fact("skills", raw.skills, texts),
            url: self.fact("url", raw.url, value::web_address),
            course_list: raw.course_list.into_iter().filter_map(|raw| self.course_use(&raw)).collect(),
            pathways: raw.pathways.into_iter().filter_map(|raw| self.pathway(raw)).collect(),
            identifiers: raw.identifiers,
        }
    }

    /// Records that a fact has no claim. A rejected claim is a separate problem.
    fn need_claim<V>(&mut self, field: &'static str, raw: &Raw<V>, hint: &str) {
        if raw.is_empty() {
            self.problem(field, format!("is missing; {hint}"));
        }
    }

    /// The platform whose list of programs a claim about the status comes from.
    fn platform_of(&self, status: &Fact<Status>) -> Option<Text> {
        let mut listing = status.claims().iter().map(|claim| claim.source);
        listing.find_map(|source| self.names.platforms.get(&source)).cloned()
    }

    /// Checks the identifiers by which an import and a comparison of catalogues recognize the record.
    fn identifiers(&mut self, identifiers: &[Text]) {
        for identifier in identifiers {
            self.text("identifiers", identifier);
        }
    }

    fn institutions_of(&mut self, raw: Raw<Vec<Text>>) -> Fact<Vec<InstitutionIx>> {
        let keys = self.fact("institutions", raw, texts);
        keys.map(|keys| keys.iter().filter_map(|key| self.institution_ix("institutions", key)).collect())
    }

    fn institution_ix(&mut self, field: &str, key: &Text) -> Option<InstitutionIx> {
        let found = self.names.institutions.get(key).copied();
        if found.is_none() {
            let hint = self.nearest_of(key, self.names.institutions.keys().map(Text::as_str));
            self.problem(field, format!("no institution has the key `{}`.{hint}", printable(key)));
        }
        found
    }

    fn course_use(&mut self, raw: &RawCourseUse) -> Option<CourseUse> {
        let Some(course) = self.names.courses.find(&raw.course) else {
            let hint = self.nearest_of(&raw.course, self.names.courses.ids());
            self.problem("course_list", format!("no course has the id `{}`.{hint}", printable(&raw.course)));
            return None;
        };
        match raw.r#match.as_str() {
            "certain" => Some(CourseUse { course, is_certain: true }),
            "likely" => Some(CourseUse { course, is_certain: false }),
            other => {
                self.problem("course_list", format!("`{}` is not `certain` or `likely`", printable(other)));
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
        let counts = self.known(FIELD, one_of(&raw.counts, &Counts::ALL, Counts::slug));
        let status = self.known(FIELD, one_of(&raw.status, &PathwayStatus::ALL, PathwayStatus::slug));
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
        read: impl Fn(&mut RawClaim<V>) -> Result<T, ValueError>,
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
        mut raw: RawClaim<V>,
        read: &impl Fn(&mut RawClaim<V>) -> Result<T, ValueError>,
    ) -> Option<Claim<T>> {
        let value = self.known(field, read(&mut raw));
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
            self.problem(field, "has no source; every fact needs one");
            return None;
        };
        let found = self.names.sources.get(id).cloned();
        if found.is_none() {
            let hint = self.nearest_of(id, self.names.sources.keys().map(Text::as_str));
            self.problem(field, format!("no source has the id `{}`.{hint}", printable(id)));
        }
        found
    }

    fn known<T>(&mut self, field: &str, value: Result<T, ValueError>) -> Option<T> {
        value.map_err(|error| self.problem(field, error.to_string())).ok()
    }

    /// Starts a record with this id, and checks the id.
    pub(super) fn id(&mut self, id: &Text) {
        self.record = id.clone();
        let is_plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'.';
        if id.is_empty() || !id.bytes().all(is_plain) {
            self.problem("id", "may contain only lower-case letters, digits, dots and hyphens");
        }
    }

    pub(super) fn text(&mut self, field: &str, text: &Text) {
        if let Err(error) = check_text(text) {
            self.problem(field, error.to_string());
        }
    }

    pub(super) fn as_of(&mut self, field: &str, text: &Text) -> AsOf {
        AsOf::parse(text.clone()).unwrap_or_else(|| {
            self.problem(field, format!("`{}` is not a date such as 2026-05-15 or `undated`", printable(text)));
            AsOf::undated()
        })
    }

    fn grade(&mut self, letter: &Text) -> Grade {
        Grade::from_letter(letter).unwrap_or_else(|| {
            self.problem("grade", format!("`{}` is not A, B or C", printable(letter)));
            Grade::C
        })
    }

    fn url_of(&mut self, url: Option<&Text>) {
        if url.is_some_and(|url| check_text(url).is_err() || !is_web_address(url)) {
            self.problem("url", ValueError::NotAWebAddress.to_string());
        }
    }
}
