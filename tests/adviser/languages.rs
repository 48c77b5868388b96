//! A field named in English is answered in English first, whatever the kind, if a program in English is about it.

use std::collections::HashSet;

use prospectus::advise::Outcome;
use prospectus::catalog::ProgramIx;
use prospectus::names::words;
use prospectus::search::{Index, Relation};
use prospectus::topics::Vocabulary;

use crate::desk::Desk;
use crate::samples::one_in;

/// One in this many of the words is asked for, because all of them take minutes.
const EVERY: usize = 12;

/// Answers that lean to each of the two kinds, and to neither.
const LEANINGS: [(&str, &str); 3] = [("apply_now", "practical"), ("masters", "deep"), ("deepen", "balanced")];

/// Every English name of a topic, and every synonym whose words are all used in English and that is no name in another
/// language.
fn english_words(desk: &Desk) -> Vec<String> {
    let vocabulary = Vocabulary::embedded();
    let topics = || vocabulary.all().map(|topic| vocabulary.topic(topic));
    let is_english = |ix: &ProgramIx| is_in_english(desk, *ix) == Some(true);
    let programs = (0..desk.catalog.len() as u32).map(ProgramIx).filter(is_english);
    let titles = programs.map(|ix| desk.catalog.program(ix).title.to_string());
    let used: HashSet<String> =
        titles.chain(topics().map(|topic| topic.name.en.clone())).flat_map(|text| words(&text)).collect();
    let foreign: HashSet<Vec<String>> = topics()
        .flat_map(|topic| [Some(topic.name.es.clone()), topic.name.fr.clone()])
        .flatten()
        .map(|name| words(&name))
        .collect();
    let others = topics().flat_map(|topic| topic.also.iter().cloned());
    let others =
        others.filter(|also| words(also).iter().all(|word| used.contains(word)) && !foreign.contains(&words(also)));
    topics().map(|topic| topic.name.en.clone()).chain(others).collect()
}

/// Whether a program is taught in English; `None` if its language is not known.
fn is_in_english(desk: &Desk, program: ProgramIx) -> Option<bool> {
    let languages = desk.catalog.program(program).languages();
    (!languages.is_empty()).then(|| languages.iter().any(|own| **own == *"English"))
}

#[test]
fn a_field_named_in_english_gets_a_program_in_english_first_if_one_is_about_it() {
    let desk = Desk::open();
    let index = Index::new(&desk.catalog);
    let all = english_words(&desk);
    let every = one_in(EVERY);
    let (mut asked, mut wrong) = (0, Vec::new());
    for (at, field) in all.iter().enumerate().step_by(every) {
        let parts = index.understand(&desk.catalog, field).parts;
        let about =
            parts.iter().flat_map(|part| part.matches.iter()).filter(|(_, found)| found.relation != Relation::Part);
        let is_english =
            |ix: ProgramIx| desk.catalog.program(ix).is_offered() && is_in_english(&desk, ix) == Some(true);
        if !about.map(|(ix, _)| ix).any(is_english) {
            continue;
        }
        let (goal, depth) = LEANINGS[at / every % LEANINGS.len()];
        let answers = serde_json::json!({"goal": goal, "credit": "no", "depth": depth, "field": [field]});
        let advice = desk.advise(&answers.to_string());
        asked += 1;
        if let Some(top) = advice.top().filter(|top| is_in_english(&desk, *top) == Some(false)) {
            wrong.push(format!("`{field}` ({depth}): {}", desk.catalog.program(top).id));
        }
    }
    assert!(all.len() > 1_500 && asked * every > 1_200, "{asked} of {}", all.len());
    assert!(wrong.is_empty(), "{} of {asked}: {wrong:#?}", wrong.len());
}

#[test]
fn a_kind_that_is_taught_only_in_another_language_gives_way_and_the_result_says_so() {
    let desk = Desk::open();
    let answers =
        r#"{"goal": "apply_now", "credit": "no", "depth": "practical", "level": "beginner", "field": ["midwife"]}"#;
    let advice = desk.advise(answers);
    assert_eq!(advice.outcome, Outcome::MicroMasters);
    let headline = desk.told(&advice).headline;
    assert!(headline.starts_with("The only programs about maternal and child health in English are"), "{headline}");
    let spanish = answers.replace(r#""field""#, r#""language": ["Spanish"], "field""#);
    assert_eq!(desk.advise(&spanish).outcome, Outcome::ProfessionalCertificate);
    let named_in_spanish = answers.replace("midwife", "salud materna e infantil");
    assert_eq!(desk.advise(&named_in_spanish).outcome, Outcome::ProfessionalCertificate);
}
