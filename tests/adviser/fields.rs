//! The wanted field and institution: no program outside the field is recommended.

use std::collections::BTreeSet;

use prospectus::advise::{Outcome, Question};
use prospectus::catalog::ProgramIx;
use prospectus::search::{Filters, Index, Sort, View};
use prospectus::topics::Vocabulary;

use crate::desk::Desk;
use crate::personas::PERSONAS;

#[test]
fn nothing_off_the_field_is_recommended_and_the_nearest_topics_are_named() {
    let desk = Desk::open();
    for (field, name) in [("photography", "photography"), ("LSAT", "law school admission"), ("zzyzx", "zzyzx")] {
        let advice = desk.advise(&format!(
            r#"{{"goal":"switch_career","credit":"no","horizon":"6m","depth":"practical","field":["{field}"]}}"#
        ));
        assert_eq!(advice.outcome, Outcome::NoMatch, "{field}");
        assert!(advice.programs.is_empty() && advice.ranking.is_empty() && advice.also.is_empty(), "{field}");
        assert!(advice.relaxations.is_empty(), "{field}: no limit is to blame");
        let headline = desk.told(&advice).headline;
        assert!(headline.starts_with(&format!("No program in the catalogue is about {name}.")), "{headline}");
    }
    let photography = desk.advise(r#"{"goal":"explore","field":["photography"]}"#);
    assert!(photography.understood[0].nearest.iter().all(|(_, count)| *count > 0));
    assert!(desk.text(&photography).contains("Nearest topics"));
}

#[test]
fn of_two_fields_the_best_of_each_is_shown() {
    let desk = Desk::open();
    let advice = desk
        .advise(r#"{"goal":"switch_career","credit":"no","depth":"practical","field":["social work or accounting"]}"#);
    assert_eq!(advice.understood.len(), 2);
    let titles = desk.shown(&advice);
    for part in ["social-work", "accounting"] {
        assert!(titles.iter().any(|id| id.contains(part)), "{part}: {titles:?}");
    }
}

#[test]
fn tracks_of_one_program_share_a_place() {
    let desk = Desk::open();
    let advice = desk.advise(PERSONAS.iter().find(|persona| persona.0 == "P06").expect("the persona").1);
    let tracks = advice.programs.iter().find(|one| !one.siblings.is_empty()).expect("a program with tracks");
    assert_eq!(tracks.siblings.len(), 3);
    for sibling in &tracks.siblings {
        assert_eq!(advice.place(*sibling).map(|place| place.rank), Some(tracks.rank), "each can be reached");
        assert!(advice.programs.iter().all(|one| one.program != *sibling));
    }
}

#[test]
fn a_program_of_which_nobody_knows_who_offers_it_is_to_check_where_someone_must() {
    let desk = Desk::open();
    let answers = |school: &str| {
        format!(
            r#"{{"goal":"apply_now","credit":"no","horizon":"6m","depth":"practical","institution":{{"must":["{school}"]}}}}"#
        )
    };
    for school in ["Hogwarts", "Columbia"] {
        let advice = desk.advise(&answers(school));
        assert!(!advice.to_check.is_empty(), "{school}");
        for one in &advice.to_check {
            assert_eq!(one.question, Question::Institution);
            assert!(!desk.catalog.program(one.program).institutions.is_known());
            assert!(advice.place(one.program).is_none(), "it is outside the order");
            assert!(advice.knocked_out.iter().all(|out| out.program != one.program), "and it is not removed");
        }
    }
    assert_eq!(desk.advise(&answers("Hogwarts")).outcome, Outcome::None);
}

/// One in this many of the other words for topics is tried, because all of them would take half a minute.
const OTHER_EVERY: usize = 4;
/// One in this many of the tried words is also asked as a person would; every tried word is compared as a field.
const ASKED_EVERY: usize = 20;
#[test]
fn whatever_is_recommended_for_a_word_of_the_vocabulary_is_found_by_a_list_for_it() {
    let desk = Desk::open();
    let index = Index::new(&desk.catalog);
    let listed = |typed: &str| -> BTreeSet<ProgramIx> {
        let view = View { query: typed.to_owned(), filters: Filters::none(), sort: Sort::Match };
        index.search(&desk.catalog, &view).iter().map(|hit| hit.program).collect()
    };
    let vocabulary = Vocabulary::embedded();
    let topics = || vocabulary.all().map(|topic| vocabulary.topic(topic));
    let others = topics().flat_map(|topic| topic.also.iter().map(String::as_str)).step_by(OTHER_EVERY);
    let typed: Vec<&str> = topics().flat_map(|topic| topic.name.all()).chain(others).collect();
    let mut missed = Vec::new();
    for (at, word) in typed.iter().enumerate() {
        let fields = index.understand(&desk.catalog, word).parts;
        let mut shown: BTreeSet<ProgramIx> = BTreeSet::new();
        for field in &fields {
            shown.extend(field.matches.iter().map(|(program, _)| program));
        }
        if at % ASKED_EVERY == 0 {
            let answers = serde_json::json!({"goal": "explore", "credit": "no", "depth": "practical", "field": [word]});
            let advice = desk.advise(&answers.to_string());
            assert!(advice.ranking.iter().all(|place| shown.contains(&place.program)), "`{word}`: off the field");
        }
        let found = listed(word);
        let lacking = shown.iter().filter(|program| !found.contains(program)).count();
        if lacking > 0 {
            missed.push(format!("`{word}`: {lacking} of {}", shown.len()));
        }
    }
    assert!(typed.len() > 4_000, "{}", typed.len());
    assert!(missed.is_empty(), "{} of {} words: {missed:#?}", missed.len(), typed.len());
}
