//! The data of a program: its facts, its courses and its pathways. `load` turns a record into a program, and
//! `fact_text` puts its facts into words.

use serde::{Deserialize, Serialize};

use super::{AsOf, SourceIx};
use super::{
    Basis, Claim, Comparable, Counts, Credit, Fact, Kind, Length, Level, Pacing, PathwayStatus, Price, Range, Status,
    Text, TopicSet,
};

/// The index of a program in its catalogue; programs are sorted by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ProgramIx(pub u32);

/// The index of an institution in its catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct InstitutionIx(pub u32);

/// The index of a course in its catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CourseIx(pub u32);

/// A school or company that offers programs. Each has one record, whatever names it goes by.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Institution {
    /// The name used in ids, such as `mitx`.
    pub key: Text,
    /// The full name.
    pub name: Text,
    /// The common short name, for narrow columns.
    pub short: Text,
    /// Other names that people search for.
    pub aliases: Vec<Text>,
}

/// A source that claims cite.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// The id that claims cite.
    pub id: Text,
    /// The title of the source.
    pub title: Text,
    /// The date of the source.
    pub as_of: AsOf,
    /// The terms under which its facts may be used.
    pub licence: Text,
    /// The address of the source; `None` if it is not on the web.
    pub url: Option<Text>,
    /// The platform whose programs it lists; `None` if it is not the list of a single platform.
    pub platform: Option<Text>,
}

/// A course that at least one program consists of.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Course {
    /// The id that programs cite.
    pub id: Text,
    /// The title in the newest list.
    pub title: Text,
    /// The institution that gives it; `None` if unknown.
    pub institution: Option<InstitutionIx>,
    /// The length in weeks.
    pub weeks: Fact<Range>,
    /// The hours of work a week.
    pub workload: Fact<Range>,
    /// The price of its certificate.
    pub price: Fact<Price>,
    /// Whether the learner or a calendar sets the pace.
    pub pacing: Fact<Pacing>,
    /// How advanced it is.
    pub level: Fact<Level>,
    /// The address of its page; `None` if unknown.
    pub url: Option<Text>,
}

/// A course as part of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseUse {
    /// The course.
    pub course: CourseIx,
    /// Whether the match between course and program is certain rather than likely.
    pub is_certain: bool,
}

/// A school that accepts a program: for what, and on which condition.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pathway {
    /// What the program is accepted for.
    pub counts: Counts,
    /// The school that accepts it, in the words of the source.
    pub institution: Text,
    /// The degree; `None` if the source does not name it.
    pub program: Option<Text>,
    /// The part of the degree that it replaces; `None` if not stated.
    pub amount: Option<Text>,
    /// The condition for acceptance; `None` if none is stated.
    pub condition: Option<Text>,
    /// Whether the pathway was open when last seen.
    pub status: PathwayStatus,
    /// The date of the claim.
    pub as_of: AsOf,
    /// The source of the claim.
    pub source: SourceIx,
    /// Any restriction, in a few words.
    pub note: Option<Text>,
}

/// A credential: its facts, its courses and its pathways.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Program {
    /// The stable, readable id.
    pub id: Text,
    /// The title. Titles change and repeat, so they never identify a program.
    pub title: Text,
    /// The kind of credential. Loading ensures that it is known.
    pub kind: Fact<Kind>,
    /// The institutions that offer it.
    pub institutions: Fact<Vec<InstitutionIx>>,
    /// Its fields, under the names that edX uses, the main one first.
    pub fields: Fact<Vec<Text>>,
    /// The topics it covers, as ids of the vocabulary of topics.
    pub topics: Fact<TopicSet>,
    /// How advanced it is, in ascending order.
    pub level: Fact<Vec<Level>>,
    /// The languages it is taught in.
    pub languages: Fact<Vec<Text>>,
    /// Whether the latest list has it. Loading ensures that it is known.
    pub status: Fact<Status>,
    /// The platform that teaches it.
    pub platform: Fact<Text>,
    /// The platform whose list includes it; `None` if no such list is among the sources of its status.
    pub listed_on: Option<Text>,
    /// What was seen of its page, and when: evidence that it was taught then.
    pub seen: Fact<Text>,
    /// The ids or titles of the programs that replaced it.
    pub successors: Fact<Vec<Text>>,
    /// The number of courses.
    pub courses: Fact<u32>,
    /// The calendar time as the provider states it.
    pub length: Fact<Length>,
    /// The weeks of its courses, taken one after another.
    pub study_weeks: Fact<Range>,
    /// The total hours of work.
    pub effort: Fact<Range>,
    /// The hours of work a week.
    pub workload: Fact<Range>,
    /// The price of the whole program.
    pub price: Fact<Price>,
    /// The price that is used for comparison; computed from the claims when a catalogue is loaded.
    pub comparable: Option<Comparable>,
    /// The price of one of its courses.
    pub course_price: Fact<Price>,
    /// The price of its final exam, if sold separately.
    pub exam_price: Fact<Price>,
    /// The prices of anything else: a month, a subscription, a renewal, for members, for one region.
    pub other_price: Fact<Price>,
    /// What it can do for a degree.
    pub credit: Fact<Credit>,
    /// Whether learners or a calendar set the pace of its courses.
    pub pacing: Fact<Vec<Pacing>>,
    /// A description of its exam.
    pub exam: Fact<Text>,
    /// Whether an exam is proctored.
    pub proctored: Fact<bool>,
    /// The percentage needed to pass.
    pub pass_mark: Fact<Range>,
    /// What a learner should know beforehand.
    pub prerequisites: Fact<Text>,
    /// The final project.
    pub capstone: Fact<Text>,
    /// Earlier names of the program or its courses.
    pub former_name: Fact<Text>,
    /// Anything else on record.
    pub remark: Fact<Text>,
    /// The skills that it names.
    pub skills: Fact<Vec<Text>>,
    /// The address of its page.
    pub url: Fact<Text>,
    /// The known courses that it consists of, in order.
    pub course_list: Vec<CourseUse>,
    /// The schools that accept it.
    pub pathways: Vec<Pathway>,
    /// Its identifiers in other catalogues, each with the prefix of its family, such as `uuid:` or `ctid:`.
    pub identifiers: Vec<Text>,
}

/// Where a program has moved to, if on record.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Relocation<'p> {
    /// The platform that teaches it now; `None` if unknown.
    pub platform: Option<&'p Text>,
    /// The earliest date at which a source reports the move; `None` if no report is dated.
    pub since: Option<&'p AsOf>,
    /// The address of its page on the new platform; `None` if unknown.
    pub url: Option<&'p Text>,
}

impl Program {
    /// The kind that is shown.
    pub fn kind(&self) -> &Kind {
        // Loading rejects a record without a kind.
        self.kind.value().unwrap_or(&Kind::ProfessionalCertificate)
    }

    /// The status that is shown.
    pub fn status(&self) -> Status {
        // Loading rejects a record without a status.
        self.status.value().copied().unwrap_or(Status::Older)
    }

    /// Whether it is still taught: in the latest list, or moved to another platform.
    pub fn is_offered(&self) -> bool {
        Status::OFFERED.contains(&self.status())
    }

    /// The year in which a program that is no longer offered was last seen, `older` if no year is on record. `None` if
    /// it is offered.
    pub fn last_seen_year(&self) -> Option<String> {
        let year = self.status.shown().and_then(|claim| claim.as_of.year());
        (!self.is_offered()).then(|| year.map_or_else(|| "older".to_owned(), |year| year.to_string()))
    }

    /// Where it has moved to; `None` if it has not moved.
    pub fn relocation(&self) -> Option<Relocation<'_>> {
        if self.status() != Status::Moved {
            return None;
        }
        let moved = self.status.claims().iter().filter(|claim| claim.value == Status::Moved);
        let since =
            moved.map(|claim| &claim.as_of).filter(|as_of| as_of.newest() > 0).min_by_key(|as_of| as_of.newest());
        let platform = self.platform.shown();
        let is_of_the_move = |claim: &&Claim<Text>| {
            platform.is_some_and(|platform| claim.source == platform.source)
                || since.is_some_and(|since| claim.as_of.newest() >= since.newest())
        };
        let url = self.url.claims().iter().find(is_of_the_move).map(|claim| &claim.value);
        Some(Relocation { platform: platform.map(|claim| &claim.value), since, url })
    }

    /// Returns the number of pathways on record by which it may count toward a degree, without retired ones.
    pub fn open_routes(&self) -> usize {
        let is_open = |pathway: &&Pathway| pathway.counts == Counts::Credit && pathway.status != PathwayStatus::Retired;
        self.pathways.iter().filter(is_open).count()
    }

    /// The institutions that offer it; empty if unknown.
    pub fn institutions(&self) -> &[InstitutionIx] {
        self.institutions.value().map_or(&[], Vec::as_slice)
    }

    /// Its fields; empty if unknown.
    pub fn fields(&self) -> &[Text] {
        self.fields.value().map_or(&[], Vec::as_slice)
    }

    /// Returns its levels in ascending order; empty if unknown.
    pub fn levels(&self) -> &[Level] {
        self.level.value().map_or(&[], Vec::as_slice)
    }

    /// The academic level with its basis, if any claim names one: undergraduate or graduate. How hard the courses are,
    /// introductory to advanced, is another fact under the same name.
    pub fn academic_level(&self) -> Option<(Level, Basis)> {
        let academic = |level: &Level| matches!(level, Level::Undergraduate | Level::Graduate);
        let named = |claim: &Claim<Vec<Level>>| Some((claim.value.iter().copied().find(academic)?, claim.basis));
        self.level.claims().iter().find_map(named)
    }

    /// Its languages; empty if unknown.
    pub fn languages(&self) -> &[Text] {
        self.languages.value().map_or(&[], Vec::as_slice)
    }
}
