//! Things named together of which no program has all: a list shows the programs about each and says so, as the adviser
//! does.

use std::collections::BTreeSet;

use prospectus::catalog::ProgramIx;
use prospectus::search::{Relation, View};
use prospectus::topics::{Concept, TopicIx, Vocabulary};

use crate::made::shipped;
use crate::samples::one_in;

/// One in this many pairs of topics is asked for: a number that divides by no number of topics.
const EVERY: usize = 257;

fn listed(query: &str) -> Vec<ProgramIx> {
    let (catalog, index) = shipped();
    index.search(catalog, &View { query: query.to_owned(), ..View::default() }).iter().map(|hit| hit.program).collect()
}

/// The first program of a list is about this topic.
fn leads_to(query: &str, topic: &str) -> Result<(), String> {
    let (catalog, index) = shipped();
    let Some(first) = listed(query).first().copied() else { return Err(format!("`{query}` finds nothing")) };
    let wanted =
        index.understand(catalog, topic).parts.into_iter().next().and_then(|part| part.matches.of(first).cloned());
    let is_about = wanted.is_some_and(|found| found.relation != Relation::Part);
    is_about.then_some(()).ok_or_else(|| format!("`{query}`: {}", catalog.program(first).title))
}

#[test]
fn the_rarest_of_several_things_comes_first_and_a_purpose_last() {
    let wrong: Vec<String> = [
        ("crypto law", "cryptocurrency"),
        ("deaf communication", "sign language"),
        ("programar robots", "robotics"),
        ("design thinking workshop facilitator", "design thinking"),
        ("hydrogen cars", "electric vehicles"),
        ("cosmetics chemist", "chemistry"),
        ("english for nurses", "english"),
        ("inglés para enfermeras", "english"),
        ("Japanese for anime fans", "japanese"),
        ("statistics without maths", "statistics"),
    ]
    .into_iter()
    .filter_map(|(query, topic)| leads_to(query, topic).err())
    .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn a_list_of_things_named_together_says_how_many_are_about_each() {
    let (catalog, index) = shipped();
    let view = View { query: "crypto law".to_owned(), ..View::default() };
    let notice = index.search(catalog, &view).notice.unwrap_or_default();
    assert!(notice.contains("no program on offer is about both: 2 about `crypto` and "), "{notice}");
    // The name of a school is a condition; a program of another school is not what was asked for.
    assert_eq!(listed("harvard crypto law"), []);
    // Programs taught in a language do not teach it.
    assert_eq!(listed("french for nurses"), []);
}

#[test]
fn two_topics_that_no_program_shares_find_what_the_field_finds() {
    let (catalog, index) = shipped();
    let vocabulary = Vocabulary::embedded();
    let taught: Vec<TopicIx> = vocabulary.all().filter(|topic| index.topic_count(*topic) > 0).collect();
    let pairs = taught.iter().flat_map(|one| taught.iter().map(move |other| (*one, *other)));
    let (mut wrong, mut apart) = (Vec::new(), 0);
    for (one, other) in pairs.step_by(one_in(EVERY)).filter(|(one, other)| one != other) {
        let typed = format!("{} {}", vocabulary.topic(one).name.en, vocabulary.topic(other).name.en).to_lowercase();
        let understood = index.understand(catalog, &typed);
        let [field] = understood.parts.as_slice() else { continue };
        let read: Vec<&[TopicIx]> = field.part.concepts.iter().map(Concept::topics).collect();
        if read != [[one].as_slice(), [other].as_slice()] || field.count == 0 {
            continue;
        }
        apart += usize::from(field.matches.is_partial);
        let found: BTreeSet<ProgramIx> = listed(&typed).into_iter().collect();
        let is_found = field.matches.iter().any(|(program, _)| found.contains(&program));
        wrong.extend((!is_found).then_some(typed));
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(apart > 20, "few pairs have no program in common: {apart}");
}
