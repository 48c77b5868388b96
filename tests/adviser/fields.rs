//! What is wanted to learn, and who offers it: nothing off the field is recommended.

use prospectus::advise::{Outcome, Question};

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
    assert!(desk.text(&photography).contains("Near to it"));
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
