//! What two programs have in common: shared courses, whether one contains the other, and shared topics. The explorer,
//! `prospectus similar` and the adviser use it, because courses paid for in one program need not be paid for again in
//! another.

use super::neighbours::{TopicsOf, candidates, partly};
use crate::catalog::{Catalog, CourseIx, Program, ProgramIx};
use crate::english::counted;
use crate::names;
use crate::topics::{TopicIx, Vocabulary};

/// The courses that two programs share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlap {
    /// The courses in both, in the order of the first program.
    pub shared: Vec<CourseIx>,
    /// The number of courses on record for the first program.
    pub own: usize,
    /// The number of courses on record for the other program.
    pub other: usize,
}

named! {
    /// How the courses of two programs relate; the closest relation sorts first.
    Containment {
        /// Both have the same courses.
        Same = "same";
        /// The first has all courses of the other.
        Contains = "contains";
        /// The other has all courses of the first.
        Within = "within";
        /// They share some courses.
        Some = "some";
        /// They share no courses, or none are on record.
        None = "none";
    }
}

impl Overlap {
    /// Returns the courses on record that two programs share.
    pub fn of(own: &Program, other: &Program) -> Self {
        let distinct = |program: &Program| {
            let mut courses: Vec<CourseIx> = Vec::new();
            for part in &program.course_list {
                if !courses.contains(&part.course) {
                    courses.push(part.course);
                }
            }
            courses
        };
        let (own, other) = (distinct(own), distinct(other));
        let shared = own.iter().copied().filter(|course| other.contains(course)).collect();
        Self { shared, own: own.len(), other: other.len() }
    }

    /// Returns how the courses of the two programs relate.
    pub fn containment(&self) -> Containment {
        match self.shared.len() {
            0 => Containment::None,
            shared if shared == self.own && shared == self.other => Containment::Same,
            shared if shared == self.other => Containment::Contains,
            shared if shared == self.own => Containment::Within,
            _ => Containment::Some,
        }
    }

    /// Returns what is shared, in words, or `None` if no course is. `other` is the title of the other program.
    pub fn words(&self, other: &str) -> Option<String> {
        let (shared, own, all) = (self.shared.len(), self.own, self.other);
        let courses = |count: usize| counted(count, "course");
        let all_of = |count: usize| if count == 1 { "the only one".to_owned() } else { format!("all {count}") };
        Some(match self.containment() {
            Containment::None => return None,
            Containment::Same => format!("the same {} as {other}", courses(own)),
            Containment::Contains => format!("{}, of which {} of {other}", courses(own), all_of(all)),
            Containment::Within => format!("{}, {} of which are among the {all} of {other}", courses(own), all_of(own)),
            Containment::Some => format!("{}, of which {shared} are among the {all} of {other}", courses(own)),
        })
    }
}

/// A program that is similar to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Similar {
    /// The handle of the similar program.
    pub program: ProgramIx,
    /// The courses that both have.
    pub overlap: Overlap,
    /// The topics that both are about, in the order of the first program.
    pub topics: Vec<TopicIx>,
    /// The topics that one is about and the other only has a part on; only given for programs that share nothing else.
    pub partly: Vec<TopicIx>,
}

impl Similar {
    /// Returns in words what it shares with `program`: courses, then topics.
    pub fn words(&self, catalog: &Catalog, program: ProgramIx) -> String {
        let about = named(&self.topics).map(|names| format!("both about {names}"));
        let partly = named(&self.partly).map(|names| format!("one is about {names}, the other in part"));
        let own = &catalog.program(program).title;
        let courses = self.overlap.words(&catalog.program(self.program).title);
        let courses = courses.map(|words| format!("{own}: {words}"));
        courses.into_iter().chain(about).chain(partly).collect::<Vec<_>>().join("; ")
    }

    /// Returns the same in short, for a column: `7 of its 12 courses; Data science`.
    pub fn brief(&self) -> String {
        let shared = self.overlap.shared.len();
        let courses =
            (shared > 0).then(|| format!("{shared} of its {} on record", counted(self.overlap.other, "course")));
        let partly = named(&self.partly).map(|names| format!("in part: {names}"));
        courses.into_iter().chain(named(&self.topics)).chain(partly).collect::<Vec<_>>().join("; ")
    }
}

/// Returns the names of topics, or `None` if there are none.
fn named(topics: &[TopicIx]) -> Option<String> {
    let vocabulary = Vocabulary::embedded();
    let names: Vec<&str> = topics.iter().map(|topic| vocabulary.topic(*topic).name.en.as_str()).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// With fewer similar programs than this, those that share a topic only in part are listed as well.
const ENOUGH: usize = 5;

/// Returns the programs that share a course or a main topic with `program`, most similar first. Offered programs
/// precede others. Ties are resolved by containment, by the number of shared courses and of shared topics, by a shared
/// language, and by partial topics and words of the title. If there are few, programs follow that are about a partial
/// topic of the other.
pub fn similar(catalog: &Catalog, program: ProgramIx) -> Vec<Similar> {
    let own = catalog.program(program);
    let topics = TopicsOf::program(catalog, program, own);
    let others = candidates(catalog, own, &topics).into_iter().filter(|ix| *ix != program);
    let mut found: Vec<(Place, Similar)> = others.filter_map(|ix| compared(catalog, own, &topics, ix)).collect();
    found.retain(|(_, similar)| similar.partly.is_empty());
    if found.len() < ENOUGH {
        let known: Vec<ProgramIx> = found.iter().map(|(_, similar)| similar.program).chain([program]).collect();
        let others = partly(catalog, &topics).into_iter().filter(|ix| !known.contains(ix));
        found.extend(others.filter_map(|ix| compared(catalog, own, &topics, ix)));
    }
    found.sort_by(|(a, _), (b, _)| a.cmp(b));
    found.into_iter().map(|(_, similar)| similar).collect()
}

/// Returns what another program shares with `own`, or `None` if it shares nothing.
fn compared(catalog: &Catalog, own: &Program, topics: &TopicsOf, ix: ProgramIx) -> Option<(Place, Similar)> {
    let other = catalog.program_once(ix);
    let theirs = TopicsOf::program(catalog, ix, &other);
    let common = |own: &[TopicIx], theirs: &[TopicIx]| -> Vec<TopicIx> {
        own.iter().copied().filter(|topic| theirs.contains(topic)).collect()
    };
    let shared = common(&topics.about, &theirs.about);
    let overlap = Overlap::of(own, &other);
    let is_near = !overlap.shared.is_empty() || !shared.is_empty();
    let in_part = [common(&topics.about, &theirs.part), common(&topics.part, &theirs.about)].concat();
    let words = meaningful_words(&other.title);
    let same_words = meaningful_words(&own.title).iter().filter(|word| words.contains(*word)).count();
    let further = in_part.len() + common(&topics.part, &theirs.part).len() + same_words;
    let partly = if is_near { Vec::new() } else { in_part };
    let place = Place {
        is_gone: !other.is_offered(),
        is_partly: !is_near,
        containment: overlap.containment(),
        fewer_courses: usize::MAX - overlap.shared.len(),
        fewer_topics: usize::MAX - shared.len() - partly.len(),
        is_other_language: !share_a_language(own, &other),
        fewer_further: usize::MAX - further,
        title: other.title.to_string(),
        ix,
    };
    (is_near || !partly.is_empty()).then_some((place, Similar { program: ix, overlap, topics: shared, partly }))
}

fn share_a_language(own: &Program, other: &Program) -> bool {
    own.languages().iter().any(|language| other.languages().contains(language))
}

/// Returns the words of a title without stop words.
fn meaningful_words(title: &str) -> Vec<String> {
    names::words(title).into_iter().filter(|word| !names::is_stop_word(word)).collect()
}

/// The sort key of a similar program.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    /// Programs that are no longer offered come last.
    is_gone: bool,
    is_partly: bool,
    containment: Containment,
    fewer_courses: usize,
    fewer_topics: usize,
    is_other_language: bool,
    /// The number of shared partial topics and title words, reversed.
    fewer_further: usize,
    title: String,
    ix: ProgramIx,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn overlap(shared: u32, own: usize, other: usize) -> Overlap {
        Overlap { shared: (0..shared).map(CourseIx).collect(), own, other }
    }

    #[test]
    fn what_is_shared_is_said_from_the_side_of_the_first_program() {
        let words = |shared, own, other| overlap(shared, own, other).words("X").unwrap_or_default();
        assert_eq!(words(10, 13, 10), "13 courses, of which all 10 of X");
        assert_eq!(words(10, 10, 13), "10 courses, all 10 of which are among the 13 of X");
        assert_eq!(words(2, 3, 5), "3 courses, of which 2 are among the 5 of X");
        assert_eq!(words(4, 4, 4), "the same 4 courses as X");
        assert_eq!(overlap(0, 0, 0).words("X"), None);
    }

    #[test]
    fn a_program_is_contained_seen_from_one_side_and_contains_seen_from_the_other() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let find = |id: &str| catalog.find(id).expect("a program");
        let (large, small) = (find("ibm-full-stack-application-development"), find("ibm-full-stack-developer"));
        let first = similar(&catalog, large).remove(0);
        assert_eq!((first.program, first.overlap.containment()), (small, Containment::Contains));
        let back =
            similar(&catalog, small).into_iter().find(|similar| similar.program == large).expect("it is like it");
        assert_eq!(back.overlap.containment(), Containment::Within);
        assert_eq!(back.overlap.shared.len(), first.overlap.shared.len());
    }

    #[test]
    fn programs_without_anything_in_common_are_not_similar() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        for ix in catalog.all().step_by(50) {
            for other in similar(&catalog, ix) {
                assert!(other.program != ix && !other.words(&catalog, ix).is_empty());
            }
        }
    }

    #[test]
    fn a_program_that_shares_a_topic_in_part_alone_is_named_below_the_others() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let (mut partly, mut none) = (0, 0);
        for ix in catalog.all() {
            let found = similar(&catalog, ix);
            let offered: Vec<&Similar> = found.iter().filter(|one| catalog.program(one.program).is_offered()).collect();
            assert!(offered.is_sorted_by_key(|one| !one.partly.is_empty()));
            partly += usize::from(offered.first().is_some_and(|one| !one.partly.is_empty()));
            none += usize::from(found.is_empty());
        }
        assert!(partly > 20 && none < 20, "{partly} {none}");
        let find = |id: &str| catalog.find(id).expect("a program");
        let (web, script) = (find("w3cx-front-end-web-developer"), find("ucdavisx-javascript-for-beginners"));
        assert!(similar(&catalog, web).iter().any(|one| one.program == script));
        assert!(similar(&catalog, script).iter().any(|one| one.program == web));
    }

    #[test]
    fn programs_on_offer_come_before_those_of_older_lists() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let (mut offered, mut gone) = (0, 0);
        for ix in catalog.all().step_by(50) {
            let all: Vec<bool> =
                similar(&catalog, ix).iter().map(|other| catalog.program(other.program).is_offered()).collect();
            assert!(all.is_sorted_by_key(|is_offered| !is_offered), "{:?}", catalog.program(ix).id);
            offered += all.iter().filter(|is_offered| **is_offered).count();
            gone += all.iter().filter(|is_offered| !**is_offered).count();
        }
        assert!(offered > 0 && gone > 0, "both are needed to show their order");
    }
}
