//! Words that form a unit: a head with the word that tells what it means, a compound written in one word, a negation that
//! is part of a name, and what a person leaves for what they want; and words that a title has without being about them.

use std::collections::BTreeSet;

use prospectus::catalog::{Catalog, ProgramIx};
use prospectus::names::{content_words, words};
use prospectus::search::Relation;
use prospectus::topics::{TopicIx, Vocabulary, topics_of};

use crate::made::{asked, shipped};
use crate::readings::misread;

/// One in this many words is asked for; all of them take minutes.
const EVERY: usize = 5;

/// The programs that a list shows, in order.
fn listed(query: &str) -> Vec<ProgramIx> {
    let (catalog, index) = shipped();
    index.search(catalog, &asked(query)).iter().map(|hit| hit.program).collect()
}

/// The current programs that the adviser finds about what was typed.
fn advised(typed: &str) -> BTreeSet<ProgramIx> {
    let (catalog, index) = shipped();
    let parts = index.understand(catalog, typed).parts;
    let found = parts.iter().flat_map(|part| part.matches.iter().map(|(program, _)| program).collect::<Vec<_>>());
    found.filter(|program| catalog.program(*program).is_offered()).collect()
}

#[test]
fn a_head_of_many_things_answers_no_wish_of_which_the_other_word_is_not_understood() {
    for typed in ["blood supply", "pest management"] {
        assert_eq!((advised(typed), listed(typed)), (BTreeSet::new(), Vec::new()), "{typed}");
    }
}

#[test]
fn a_head_that_keeps_its_meaning_still_answers() {
    for (typed, topic) in [
        ("divorce law", "law"),
        ("football data", "data-science"),
        ("modern management", "business-management"),
        ("effective leadership", "leadership"),
        ("supply", "supply-chain"),
        ("management", "business-management"),
    ] {
        let (catalog, index) = shipped();
        let vocabulary = Vocabulary::embedded();
        let topic = vocabulary.find(topic).expect("a topic");
        let part = index.understand(catalog, typed).parts.swap_remove(0);
        assert!(part.part.topics().any(|own| own == topic) && part.count > 0, "{typed}: {}", part.sentence());
        assert!(!listed(typed).is_empty(), "{typed}");
    }
}

#[test]
fn what_is_near_a_head_that_was_not_read_is_offered() {
    let (catalog, index) = shipped();
    let part = index.understand(catalog, "blood supply").parts.swap_remove(0);
    assert!(!part.is_known(), "{}", part.sentence());
    let near: Vec<TopicIx> = index.nearest_topics(&part).into_iter().map(|(topic, _)| topic).collect();
    assert_eq!(near.first().copied(), Vocabulary::embedded().find("supply-chain"));
}

#[test]
fn a_compound_in_one_word_is_read_as_its_parts() {
    let table = [
        ("Marketingmanagement", "marketing business-management"),
        ("Psychologiekurs", "psychology"),
        ("Projektmanagementkurs", "project-management"),
        ("understanding", "'understanding'"),
    ];
    assert_eq!(misread(&table), [] as [String; 0]);
}

#[test]
fn a_negation_joined_by_a_hyphen_denies_nothing() {
    let (catalog, index) = shipped();
    for typed in ["no-till farming", "non-profit accounting", "no-code apps"] {
        let understood = index.understand(catalog, typed);
        assert!(understood.denied.is_empty() && !understood.parts.is_empty(), "{typed}");
    }
    let understood = index.understand(catalog, "farming, no chemistry");
    assert_eq!(understood.denied.len(), 1, "a word alone still denies");
}

#[test]
fn what_is_only_wanted_for_something_does_not_stand_in_for_what_is_wanted() {
    for typed in ["erp for logistics", "violin for teachers", "swimming in hotels"] {
        assert_eq!(advised(typed), BTreeSet::new(), "{typed}");
    }
    assert!(!advised("excel for nurses").is_empty(), "what is wanted is taught");
}

#[test]
fn what_is_named_beside_a_language_that_nobody_teaches_does_not_take_its_place() {
    for typed in [
        "latin grammar",
        "church latin",
        "persian poetry in the original",
        "portuguese for spanish speakers",
        "german for nurses",
    ] {
        assert_eq!((advised(typed), listed(typed)), (BTreeSet::new(), Vec::new()), "{typed}");
    }
    for typed in ["german philosophy", "spanish for nurses", "french and accounting"] {
        assert!(!advised(typed).is_empty(), "{typed}");
    }
}

#[test]
fn a_verb_takes_no_place_beside_what_is_done_with() {
    let (catalog, _) = shipped();
    let vocabulary = Vocabulary::embedded();
    for (typed, topic) in [("design medical equipment", "medical-devices"), ("design solar panels", "solar-energy")] {
        let wanted = vocabulary.find(topic).expect("a topic");
        let is_on = |program: &ProgramIx| {
            topics_of(catalog, *program, catalog.program(*program)).iter().any(|own| own.topic == wanted)
        };
        let found = advised(typed);
        assert!(!found.is_empty() && found.iter().all(is_on), "{typed}: {found:?}");
    }
    assert!(advised("design").len() > 5, "alone it is what is wanted");
}

#[test]
fn where_programs_only_touch_both_things_those_about_one_of_them_are_shown_too() {
    let (catalog, index) = shipped();
    let part = index.understand(catalog, "philosophy psychology").parts.swap_remove(0);
    let relations: BTreeSet<Relation> = part.matches.iter().map(|(_, found)| found.relation).collect();
    assert!(relations.contains(&Relation::About) && relations.contains(&Relation::Part), "{relations:?}");
    assert!(part.matches.is_partial);
}

#[test]
fn whoever_is_bad_at_something_and_names_nothing_else_wants_to_learn_it() {
    let table = [
        ("I am bad at maths", "mathematics"),
        ("terrible at maths", "mathematics"),
        ("bad at maths but I love art", "art"),
    ];
    assert_eq!(misread(&table), [] as [String; 0]);
}

#[test]
fn a_title_that_has_the_word_within_another_expression_is_not_about_it() {
    let (catalog, index) = shipped();
    for (typed, id) in [
        ("minería", "anahuacx-mineria-de-datos-aplicada-al-marketing"),
        ("money", "ica-anti-money-laundering-fundamentals"),
    ] {
        let part = index.understand(catalog, typed).parts.swap_remove(0);
        let mut about = part.matches.iter().filter(|(_, found)| found.relation != Relation::Part);
        assert!(!about.any(|(program, _)| catalog.program(program).id.as_str() == id), "{}", part.sentence());
    }
}

#[test]
fn what_a_person_leaves_is_not_what_they_want() {
    let table = [
        ("quiero dejar la enfermería y aprender contabilidad", "accounting"),
        ("I do nursing and want to work in accounting", "accounting"),
        ("je veux quitter la comptabilité et apprendre python", "python"),
        ("I love nursing and want to work in accounting", "nursing, accounting"),
    ];
    assert_eq!(misread(&table), [] as [String; 0]);
}

/// The current programs whose titles have a word.
fn titled(catalog: &Catalog, word: &str) -> BTreeSet<ProgramIx> {
    let has = |program: &ProgramIx| words(&catalog.program(*program).title).iter().any(|own| own == word);
    catalog.all().filter(has).collect()
}

/// Whether a title has a word within a pair that stands for a topic: `money` in *Anti-Money Laundering*.
fn is_within_another(title: &str, word: &str) -> bool {
    let words = words(title);
    let has = |pair: &[String]| pair.iter().any(|own| own == word);
    words.windows(2).any(|pair| has(pair) && !Vocabulary::embedded().called(&pair.join(" ")).is_empty())
}

#[test]
fn a_few_titles_with_the_word_that_was_typed_come_before_programs_that_share_its_topic() {
    let (catalog, _) = shipped();
    let vocabulary = Vocabulary::embedded();
    let names: BTreeSet<Vec<String>> =
        vocabulary.all().flat_map(|topic| vocabulary.topic(topic).name.all()).map(words).collect();
    let is_single = |word: &&String| content_words(word).count() == 1 && words(word).len() == 1;
    let single = vocabulary.all().flat_map(|topic| vocabulary.topic(topic).also.iter().filter(is_single));
    let single: BTreeSet<String> = single.flat_map(|word| words(word)).collect();
    let (mut asked, mut wrong) = (0, Vec::new());
    for word in single.iter().step_by(EVERY).filter(|word| !names.contains([(*word).clone()].as_slice())) {
        let titled = titled(catalog, word);
        let is_offered = |program: &&ProgramIx| catalog.program(**program).is_offered();
        let offered: BTreeSet<ProgramIx> = titled.iter().filter(is_offered).copied().collect();
        let is_within = |ix: &ProgramIx| is_within_another(&catalog.program(*ix).title, word);
        if titled.len() > 3 || offered.is_empty() || titled.iter().any(is_within) {
            continue;
        }
        asked += 1;
        let first = listed(word).first().copied();
        wrong.extend(
            first.filter(|first| !offered.contains(first)).map(|first| (word, catalog.program(first).id.clone())),
        );
    }
    // In some titles, a phrase of more words or in another number has the word for itself.
    assert!(asked >= 10 && wrong.len() * 10 <= asked, "{} of {asked}: {wrong:?}", wrong.len());
}
