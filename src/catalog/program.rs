//! What a program is: its facts, its courses and where it leads. Nothing here is computed; see `load` for how a record
//! becomes a program and `sheet` for how its facts are put into words.

use serde::{Deserialize, Serialize};

use super::{AsOf, SourceIx};
use super::{
    Claim, Comparable, Counts, Credit, Fact, Kind, Length, Level, Pacing, PathwayStatus, Price, Range, Status, Text,
    TopicSet,
};

/// The handle of a program in its catalogue: programs are kept in the order of their ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ProgramIx(pub u32);

/// The handle of an institution in its catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct InstitutionIx(pub u32);

/// The handle of a course in its catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CourseIx(pub u32);

/// A school or company that offers programs: one record for each, whatever names it goes by.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Institution {
    /// The name in ids, such as `mitx`.
    pub key: Text,
    /// The full name.
    pub name: Text,
    /// What people call it, for narrow columns.
    pub short: Text,
    /// Other names that people search by.
    pub aliases: Vec<Text>,
}

/// Where claims come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// The name that claims cite.
    pub id: Text,
    /// What it is.
    pub title: Text,
    /// As of when.
    pub as_of: AsOf,
    /// Under which terms its facts could be taken.
    pub licence: Text,
    /// Where it can be read, if anywhere.
    pub url: Option<Text>,
}

/// A course that some program is made of.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Course {
    /// The name that programs cite.
    pub id: Text,
    /// The title in the newest list.
    pub title: Text,
    /// Who gives it, if known.
    pub institution: Option<InstitutionIx>,
    /// How many weeks it runs.
    pub weeks: Fact<Range>,
    /// Hours a week.
    pub workload: Fact<Range>,
    /// The certificate's price.
    pub price: Fact<Price>,
    /// Who sets the pace.
    pub pacing: Fact<Pacing>,
    /// How advanced it is.
    pub level: Fact<Level>,
    /// Its page.
    pub url: Option<Text>,
}

/// A course as part of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseUse {
    /// Which course.
    pub course: CourseIx,
    /// Whether the match is certain; otherwise likely.
    pub is_certain: bool,
}

/// Where a program is accepted, for what, on which condition.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pathway {
    /// What it is good for there.
    pub counts: Counts,
    /// The school that accepts it, in the words of the source.
    pub institution: Text,
    /// The degree, where it is named.
    pub program: Option<Text>,
    /// How much of the degree, where that is stated.
    pub amount: Option<Text>,
    /// On which condition, where one is stated.
    pub condition: Option<Text>,
    /// Whether it was open when last seen.
    pub status: PathwayStatus,
    /// As of when.
    pub as_of: AsOf,
    /// Who says so.
    pub source: SourceIx,
    /// Anything that limits it, in a few words.
    pub note: Option<Text>,
}

/// A credential: its facts, its courses, where it leads.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Program {
    /// The stable, readable name.
    pub id: Text,
    /// The title; never an identity.
    pub title: Text,
    /// Which kind of credential; always known.
    pub kind: Fact<Kind>,
    /// Who offers it.
    pub institutions: Fact<Vec<InstitutionIx>>,
    /// Fields in edX's own names, the main one first.
    pub fields: Fact<Vec<Text>>,
    /// What it is about, in the words of the vocabulary of topics.
    pub topics: Fact<TopicSet>,
    /// How advanced it is, in rising order.
    pub level: Fact<Vec<Level>>,
    /// In which languages.
    pub languages: Fact<Vec<Text>>,
    /// Whether it is in the latest list; always known.
    pub status: Fact<Status>,
    /// Where it is taught.
    pub platform: Fact<Text>,
    /// What was seen of its page, and when: evidence that it was taught then.
    pub seen: Fact<Text>,
    /// The ids or titles of what took its place.
    pub successors: Fact<Vec<Text>>,
    /// How many courses.
    pub courses: Fact<u32>,
    /// Calendar time as the provider states it.
    pub length: Fact<Length>,
    /// Weeks of its courses taken one after another.
    pub study_weeks: Fact<Range>,
    /// Total hours of work.
    pub effort: Fact<Range>,
    /// Hours a week.
    pub workload: Fact<Range>,
    /// Price of the whole program.
    pub price: Fact<Price>,
    /// The price by which it is compared with others; made of the claims when a catalogue is loaded.
    pub comparable: Option<Comparable>,
    /// Price of one of its courses.
    pub course_price: Fact<Price>,
    /// Price of its final exam, where that is apart.
    pub exam_price: Fact<Price>,
    /// Prices of anything else: a month, a subscription, a renewal, members, one region.
    pub other_price: Fact<Price>,
    /// What it can do for a degree.
    pub credit: Fact<Credit>,
    /// Who sets the pace of its courses.
    pub pacing: Fact<Vec<Pacing>>,
    /// What its exam is like.
    pub exam: Fact<Text>,
    /// Whether an exam is proctored.
    pub proctored: Fact<bool>,
    /// Per cent needed to pass.
    pub pass_mark: Fact<Range>,
    /// What one should know before.
    pub prerequisites: Fact<Text>,
    /// The final project.
    pub capstone: Fact<Text>,
    /// What it or its courses were called before.
    pub former_name: Fact<Text>,
    /// Anything else that is on record.
    pub remark: Fact<Text>,
    /// Skills that it names.
    pub skills: Fact<Vec<Text>>,
    /// Its page.
    pub url: Fact<Text>,
    /// The courses it is made of, as far as known, in order.
    pub course_list: Vec<CourseUse>,
    /// Where it is accepted.
    pub pathways: Vec<Pathway>,
}

/// Where a program has moved to, as far as that is on record.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Relocation<'p> {
    /// The platform that teaches it now.
    pub platform: Option<&'p Text>,
    /// When the move was first on record.
    pub since: Option<&'p AsOf>,
    /// Its page there.
    pub url: Option<&'p Text>,
}

impl Program {
    /// The kind that is shown.
    pub fn kind(&self) -> &Kind {
        // A record without a kind is refused when it is loaded.
        self.kind.value().unwrap_or(&Kind::ProfessionalCertificate)
    }

    /// The status that is shown.
    pub fn status(&self) -> Status {
        // A record without a status is refused when it is loaded.
        self.status.value().copied().unwrap_or(Status::Older)
    }

    /// Whether it is still taught: in the latest list, or moved to another platform.
    pub fn is_offered(&self) -> bool {
        Status::OFFERED.contains(&self.status())
    }

    /// Where it has moved to; nothing of a program that has not.
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

    /// At how many schools it may count toward a degree, by what is on record; retired pathways are not among them.
    pub fn open_routes(&self) -> usize {
        let is_open = |pathway: &&Pathway| pathway.counts == Counts::Credit && pathway.status != PathwayStatus::Retired;
        self.pathways.iter().filter(is_open).count()
    }

    /// Who offers it; empty where unknown.
    pub fn institutions(&self) -> &[InstitutionIx] {
        self.institutions.value().map_or(&[], Vec::as_slice)
    }

    /// Its fields; empty where unknown.
    pub fn fields(&self) -> &[Text] {
        self.fields.value().map_or(&[], Vec::as_slice)
    }

    /// Its levels in rising order; empty where unknown.
    pub fn levels(&self) -> &[Level] {
        self.level.value().map_or(&[], Vec::as_slice)
    }

    /// Its languages; empty where unknown.
    pub fn languages(&self) -> &[Text] {
        self.languages.value().map_or(&[], Vec::as_slice)
    }
}
