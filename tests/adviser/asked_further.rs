//! Further questions about a result: why-not, what-if, and the outlook while questions are asked.

use prospectus::advise::{Answers, Outcome, Question, Standing};
use prospectus::catalog::{Basis, Level};
use prospectus::export::advice::{what_if_json, why_not_json};

use crate::desk::Desk;
use crate::personas::PERSONAS;
use crate::told::told_why;

#[test]
fn why_not_names_the_failed_limit_the_nearest_change_and_what_is_not_there() {
    let desk = Desk::open();
    let answers =
        desk.answers(r#"{"goal":"apply_now","credit":"no","horizon":"6m","hours":"4-7","depth":"practical"}"#);
    let ask = |id: &str| desk.adviser.why_not(&desk.catalog, &answers, &desk.settings, id);
    let why = ask("mitx-statistics-and-data-science-general-track");
    assert_eq!(why.standing, Standing::KnockedOut);
    assert!(why.reasons.iter().any(|reason| reason.question == Some(Question::Horizon)));
    assert!(why.nearest.change().is_some());
    let json = why_not_json(&why, &desk.adviser.explainer(&desk.catalog, &why.asked));
    assert_eq!(json["verdict"], "knocked_out");
    assert_eq!(ask("michiganx-data-science").standing, Standing::NotInCatalog);
    let first = desk.shown(&desk.adviser.advise(&desk.catalog, &answers, &desk.settings))[0].clone();
    assert_eq!(ask(&first).standing, Standing::Recommended);
}

#[test]
fn a_level_that_is_only_presumed_of_the_kind_removes_no_program() {
    let desk = Desk::open();
    let answers = desk
        .answers(r#"{"goal":"deepen","credit":"no","level":{"is":"beginner","cannot_prepare":true},"depth":"deep"}"#);
    let is_removed = |id: &str| {
        let why = desk.adviser.why_not(&desk.catalog, &answers, &desk.settings, id);
        why.reasons.iter().any(|reason| reason.question == Some(Question::Level))
    };
    let (mut presumed, mut removed) = (0, 0);
    for program in desk.catalog.programs().filter(|program| program.is_offered()) {
        let Some(claim) =
            program.level.shown().filter(|claim| claim.value.iter().all(|level| *level >= Level::Advanced))
        else {
            continue;
        };
        let is_presumed = claim.basis == Basis::Presumed;
        presumed += usize::from(is_presumed);
        removed += usize::from(is_removed(&program.id));
        assert_ne!(is_presumed, is_removed(&program.id), "{}: {claim:?}", program.id);
    }
    assert!(presumed > 0 && removed > 0, "{presumed} presumed, {removed} removed");
}

#[test]
fn what_if_tells_the_movement_of_every_program() {
    let desk = Desk::open();
    let before = desk.answers(PERSONAS[1].1);
    let after = desk.adviser.with_setting(&before, "hours=gt12", desk.settings.as_of).expect("a setting");
    let what_if = desk.adviser.what_if(&desk.catalog, &before, &desk.settings, &after);
    for one in &what_if.moves {
        assert_eq!(what_if.before.place(one.program).map(|place| place.rank), one.from);
        assert_eq!(what_if.after.place(one.program).map(|place| place.rank), one.to);
        assert_ne!(one.from, one.to);
    }
    let json = what_if_json(&what_if, &desk.adviser, &desk.catalog);
    assert_eq!(json.as_object().expect("an object").keys().collect::<Vec<_>>(), ["before", "after", "moves"]);
}

#[test]
fn a_program_that_is_not_there_is_answered_with_what_is_known_and_what_is_near() {
    let desk = Desk::open();
    let ask = |typed: &str| desk.adviser.why_not(&desk.catalog, &Answers::new(), &desk.settings, typed);
    let near = |typed: &str| -> Vec<String> {
        ask(typed).instead.iter().map(|ix| desk.catalog.program(*ix).id.to_string()).collect()
    };
    let says = |typed: &str| told_why(&desk.adviser, &desk.catalog, &ask(typed));
    let (headline, _, traces) = says("michigan data science");
    assert_eq!(headline, "The catalogue has no program called \"michigan data science\".");
    assert!(traces[0].contains("No trace") && traces[0].contains("(V1)"), "{traces:?}");
    let near_michigan = near("michigan data science");
    assert!(near_michigan.len() <= 6 && near_michigan.contains(&"umbc-data-science-and-visualization".to_owned()));
    assert!(near_michigan.iter().any(|id| id.starts_with("mitx-statistics-and-data-science")));
    assert!(near_michigan.iter().any(|id| id.starts_with("michiganx-")));
    for (typed, words, flag) in [
        ("Columbia AI", "MicroMasters", "(V2)"),
        ("columbiax-artificial-intelligence", "neither of the two lists", "(V2)"),
        ("MITx DEDP", "MITx Online", "(V11)"),
        ("Columbia social work", "Michigan", "(V12)"),
    ] {
        assert_eq!(ask(typed).standing, Standing::NotInCatalog, "{typed}");
        let traces = says(typed).2;
        assert!(traces[0].contains(words) && traces[0].contains(flag), "{typed}: {traces:?}");
    }
    assert_eq!(near("mitx-suply-chain-management")[0], "mitx-supply-chain-management");
    assert!(near("xyzzy").is_empty() && ask("xyzzy").traces.is_empty());
}

#[test]
fn a_program_can_be_asked_for_by_its_title_and_its_institution() {
    let desk = Desk::open();
    let found = |typed: &str| {
        let program = desk.adviser.why_not(&desk.catalog, &Answers::new(), &desk.settings, typed).program;
        program.map(|program| desk.catalog.program(program).id.to_string())
    };
    for typed in
        ["mit supply chain management", "MITx Supply Chain Management", "Supply chain management MicroMasters MIT"]
    {
        assert_eq!(found(typed).as_deref(), Some("mitx-supply-chain-management"), "{typed}");
    }
    assert_eq!(found("harvard data science").as_deref(), Some("harvardx-data-science"));
    assert_eq!(found("harvard"), None);
    assert_eq!(found(""), None);
}

#[test]
fn why_not_before_enough_is_answered_says_that_more_answers_come_first() {
    let desk = Desk::open();
    let why = desk.adviser.why_not(&desk.catalog, &Answers::new(), &desk.settings, "mitx-supply-chain-management");
    let nearest = told_why(&desk.adviser, &desk.catalog, &why).1;
    assert!(nearest.starts_with("Answer more questions first."), "{nearest}");
    assert_eq!(why.nearest.change(), None);
}

#[test]
fn the_live_top_is_the_top_of_the_result() {
    let desk = Desk::open();
    for (who, json, ..) in PERSONAS {
        let advice = desk.advise(json);
        let glance = desk.adviser.glance(&desk.catalog, &desk.answers(json), &desk.settings, 3);
        if advice.outcome == Outcome::NotEnough {
            continue;
        }
        // Tracks of one program share a place. A close call shows the best of the other kind in the last one.
        let is_track = |program| advice.programs.iter().any(|one| one.siblings.contains(&program));
        let ranked = advice.ranking.iter().map(|place| place.program).filter(|program| !is_track(*program));
        assert_eq!(glance.top, ranked.take(3).collect::<Vec<_>>(), "{who}");
        // Tracks of one program are counted once.
        let first = advice
            .crowd
            .map_or_else(|| advice.programs.iter().filter(|one| one.rank == 1).count(), |crowd| crowd.first);
        assert_eq!(glance.first_place, first, "{who}");
    }
}

#[test]
fn the_live_top_is_empty_until_an_answer_puts_one_program_before_another() {
    let desk = Desk::open();
    let top = |json: &str| desk.adviser.glance(&desk.catalog, &desk.answers(json), &desk.settings, 3).top;
    for json in ["{}", r#"{"education":"bachelor"}"#, r#"{"language":["English"]}"#, r#"{"exams":"fine"}"#] {
        assert_eq!(top(json), [], "{json}");
    }
    let kinds: Vec<String> = top(r#"{"field":["computer science"]}"#)
        .iter()
        .map(|program| desk.catalog.program(*program).kind().slug())
        .collect();
    assert_eq!(kinds.len(), 3);
    assert!(kinds.iter().all(|kind| kind == "professional-certificate" || kind == "micromasters"), "{kinds:?}");
}
