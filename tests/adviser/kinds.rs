//! A kind typed with a field is a preference, the field comes before the kind, and a school that is not on record is no
//! better than another.

use prospectus::advise::Outcome;

use crate::desk::Desk;

#[test]
fn a_kind_typed_with_a_field_never_empties_the_field() {
    let desk = Desk::open();
    for kind in ["micromasters", "microbachelors", "xseries"] {
        for field in ["robotics", "data science", "marketing", "cybersecurity", "history", "biology", "nursing", "law"]
        {
            for wish in [format!("{field} {kind}"), format!("{kind} in {field}")] {
                let advice =
                    desk.advise(&serde_json::json!({"field": [wish], "goal": "deepen", "depth": "deep"}).to_string());
                assert_ne!(advice.outcome, Outcome::NoMatch, "{wish}");
            }
        }
    }
}

#[test]
fn a_program_of_a_school_that_is_not_on_record_is_no_better_for_the_school_that_is_asked_for() {
    let desk = Desk::open();
    for wish in
        ["stanford ai", "MIT leadership", "columbia people management", "stanford agile", "harvard generative ai"]
    {
        let field = wish.split_once(' ').map(|(_, field)| field).unwrap_or_default();
        let of = |field: &str| {
            desk.advise(&serde_json::json!({"field": [field], "goal": "apply_now", "credit": "no"}).to_string())
        };
        let (with, without) = (of(wish), of(field));
        let is_theirs = with.understood.iter().any(|own| {
            with.top()
                .is_some_and(|top| desk.catalog.program(top).institutions().iter().any(|ix| own.schools.contains(ix)))
        });
        assert!(is_theirs || with.top() == without.top(), "{wish}: {:?}", desk.shown(&with));
    }
}

#[test]
fn a_kind_of_which_no_program_is_about_the_field_does_not_come_first() {
    let desk = Desk::open();
    for field in
        ["risk management", "political science", "market research", "people management", "java", "storytelling"]
    {
        let answers = serde_json::json!({
            "field": [field], "goal": "deepen", "credit": "nice", "education": "bachelor", "horizon": "none",
            "hours": "8-12", "level": "intermediate", "depth": "deep", "language": ["English"],
        });
        let advice = desk.advise(&answers.to_string());
        assert_eq!(advice.outcome, Outcome::ProfessionalCertificate, "{field}: {:?}", desk.shown(&advice));
    }
}
