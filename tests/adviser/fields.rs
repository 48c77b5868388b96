//! The wanted field and institution: no program outside the field is recommended.

use std::collections::BTreeSet;

use prospectus::advise::{Outcome, Question};
use prospectus::catalog::ProgramIx;
use prospectus::search::{Filters, Index, Sort, View};
use prospectus::topics::Vocabulary;

use crate::desk::Desk;
use crate::personas::PERSONAS;
use crate::samples::one_in;

#[test]
fn nothing_off_the_field_is_recommended_and_the_nearest_topics_are_named() {
    let desk = Desk::open();
    for (field, says) in [
        ("photography", "No program in the catalogue is about photography."),
        ("LSAT", "No program in the catalogue is about law school admission."),
        // What is not understood is not claimed to be missing.
        ("zzyzx", "`zzyzx` was not understood"),
        ("not photography", "You said what you do not want, but not what you want."),
    ] {
        let advice = desk.advise(&format!(
            r#"{{"goal":"switch_career","credit":"no","horizon":"6m","depth":"practical","field":["{field}"]}}"#
        ));
        assert_eq!(advice.outcome, Outcome::NoMatch, "{field}");
        assert!(advice.programs.is_empty() && advice.ranking.is_empty() && advice.also.is_empty(), "{field}");
        assert!(advice.relaxations.is_empty(), "{field}: no limit is to blame");
        let headline = desk.told(&advice).headline;
        assert!(headline.starts_with(says), "{headline}");
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

#[test]
fn a_school_whose_programs_the_limits_leave_out_is_not_said_to_have_none() {
    let desk = Desk::open();
    let advice = desk.advise(
        r#"{"field":["statistics"],"exams":"avoid","pacing":"self_only","horizon":"12m",
            "institution":{"prefer":["MIT"],"must":[]},"goal":"apply_now","credit":"no"}"#,
    );
    let notes = desk.told(&advice).notes.join(" ");
    assert!(notes.contains("MIT has 4 programs about statistics, but your limits leave them out"), "{notes}");
    assert!(!notes.contains("No current program of MIT"), "{notes}");
    assert!(!notes.contains("Statistics and Data Science (MIT), a MicroMasters, is like what you want"), "{notes}");
    let advice = desk.advise(r#"{"field":["nursing"],"institution":{"prefer":["MIT"],"must":[]},"credit":"no"}"#);
    let notes = desk.told(&advice).notes.join(" ");
    assert!(notes.contains("No current program of MIT about nursing was found"), "{notes}");
}

#[test]
fn equal_programs_are_said_to_be_equal_and_a_fit_out_of_order_is_explained() {
    let desk = Desk::open();
    let (mut ties, mut out_of_order) = (0, 0);
    for field in ["excel", "python", "PMP", "recruiter", "social work, trauma", "genomics", "art", "physics", "quality"]
    {
        for level in ["beginner", "intermediate"] {
            let answers = serde_json::json!({
                "goal": "apply_now", "credit": "no", "depth": "practical", "level": level, "field": [field],
            });
            let advice = desk.advise(&answers.to_string());
            let Some(told) = desk.adviser.explainer(&desk.catalog, &advice.asked).certainties(&advice) else {
                continue;
            };
            let is_tie = advice.programs.first().is_some_and(|first| first.is_tie);
            assert_eq!(told.contains("are equal"), is_tie, "{field}: {told}");
            assert!(!is_tie || !told.contains("certain"), "{field}: {told}");
            let fits = advice.programs.windows(2);
            let is_out = fits.clone().any(|pair| pair[1].score.mid > pair[0].score.mid);
            assert_eq!(told.contains("Whatever the fit"), is_out, "{field}: {told}");
            ties += usize::from(is_tie);
            out_of_order += usize::from(is_out);
        }
    }
    assert!(ties > 0 && out_of_order > 0, "{ties} {out_of_order}");
}

#[test]
fn a_field_that_only_the_limits_leave_without_a_program_is_named_first() {
    let desk = Desk::open();
    let advice = desk.advise(
        r#"{"field":["creative writing or journalism or media"],"goal":"deepen","credit":"nice","budget":"500-1500",
            "depth":"deep"}"#,
    );
    let explainer = desk.adviser.explainer(&desk.catalog, &advice.asked);
    let first = explainer.short(&advice, 0).first.join(" ");
    assert!(first.contains("about creative writing") && first.contains("left out by your limits: budget"), "{first}");
}

/// One in this many of the words for topics is tried, because all of them take minutes.
const EVERY: usize = 12;
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
    let others = topics().flat_map(|topic| topic.also.iter().map(String::as_str));
    let typed = topics().flat_map(|topic| topic.name.all()).chain(others).step_by(one_in(EVERY));
    let typed: Vec<&str> = typed.collect();
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
    assert!(typed.len() > 1_500, "{}", typed.len());
    assert!(missed.is_empty(), "{} of {} words: {missed:#?}", missed.len(), typed.len());
}

#[test]
fn a_name_typed_as_the_field_is_said_to_be_a_school_a_program_or_a_course() {
    let desk = Desk::open();
    for (field, says) in [
        ("Harvard", "It is offered by Harvard."),
        ("Humanities & Soft Skills", "It is Humanities & Soft Skills."),
        (
            "Proposal Planning for Grant Funded Projects",
            "It has the course Proposal Planning for Grant Funded Projects.",
        ),
    ] {
        let advice =
            desk.advise(&format!(r#"{{"goal":"apply_now","credit":"no","depth":"practical","field":["{field}"]}}"#));
        let reasons: Vec<String> = desk.told(&advice).programs.into_iter().flat_map(|one| one.reasons).collect();
        assert!(reasons.iter().any(|one| one == says), "{field}: {reasons:?}");
    }
}
