//! Why programs are missing from a result: the limits, the field, an older list, or the catalogue itself.

use prospectus::advise::{Absence, Note, Outcome, Step};
use serde_json::{Value, json};

use crate::thin::{MM, PC, Thin, and, balanced, older, program};

/// Answers that lean far to a Professional Certificate.
fn practical() -> Value {
    json!({"goal": "apply_now", "depth": "practical", "credit": "no"})
}

/// Answers that lean far to a MicroMasters.
fn deep() -> Value {
    json!({"goal": "masters", "depth": "deep", "exams": "want"})
}

fn about(id: &str, kind: &str, field: &str) -> Value {
    program(id, kind, json!({"fields": [{"value": [field], "source": "list"}]}))
}

fn dear(id: &str, kind: &str) -> Value {
    program(id, kind, json!({"price": [{"value": 9000, "currency": "USD", "source": "list"}]}))
}

fn absence(programs: &[Value], answers: &Value) -> (Outcome, Absence) {
    let advice = Thin::of(programs).advise(answers);
    (advice.outcome, advice.absence)
}

#[test]
fn the_other_kind_is_missing_from_the_catalogue_by_a_limit_or_off_the_field() {
    let (field, budget) = (json!({"field": ["Business"]}), json!({"budget": "lt500"}));
    for (own, other, answers, outcome) in
        [(PC, MM, practical(), Outcome::ProfessionalCertificate), (MM, PC, deep(), Outcome::MicroMasters)]
    {
        let own_on_field = || about("a", own, "Business");
        let missing =
            |other: &[Value], more: &Value| absence(&[&[own_on_field()], other].concat(), &and(&answers, more));
        assert_eq!(missing(&[], &json!({})), (outcome, Absence::Catalog));
        assert_eq!(missing(&[older("b", other)], &budget), (outcome, Absence::Catalog), "an old one is not limited");
        assert_eq!(missing(&[dear("b", other)], &budget), (outcome, Absence::Limits));
        assert_eq!(missing(&[about("b", other, "Law")], &field), (outcome, Absence::Field));
        let both = and(&field, &budget);
        let mut dear_and_off = about("b", other, "Law");
        dear_and_off["price"] = dear("b", other)["price"].clone();
        assert_eq!(missing(&[dear_and_off], &both), (outcome, Absence::Field), "no budget brings it onto the field");
    }
}

#[test]
fn both_kinds_are_missing_by_the_limits_the_field_or_the_list() {
    let other = || about("x", "xseries", "Business");
    let on_business = and(&balanced(), &json!({"field": ["Business"]}));
    let cheap = and(&balanced(), &json!({"budget": "lt500"}));
    assert_eq!(absence(&[other()], &balanced()), (Outcome::Other, Absence::Catalog));
    assert_eq!(absence(&[other(), older("a", PC)], &balanced()), (Outcome::Other, Absence::OlderList));
    assert_eq!(absence(&[other(), about("a", PC, "Law")], &on_business), (Outcome::Other, Absence::Field));
    assert_eq!(absence(&[other(), dear("a", MM)], &cheap), (Outcome::Other, Absence::Limits));
}

#[test]
fn nothing_is_left_by_the_catalogue_the_list_or_the_limits() {
    assert_eq!(absence(&[], &balanced()), (Outcome::None, Absence::Catalog));
    assert_eq!(absence(&[older("a", PC), older("b", MM)], &balanced()), (Outcome::None, Absence::OlderList));
    let cheap = and(&balanced(), &json!({"budget": "lt500"}));
    assert_eq!(absence(&[older("a", PC), dear("b", MM)], &cheap), (Outcome::None, Absence::Limits));
}

#[test]
fn what_is_to_be_done_about_nothing_follows_from_what_removed_it() {
    let cheap = and(&balanced(), &json!({"budget": "lt500"}));
    let old_and_dear = || {
        let mut record = older("o", PC);
        record["price"] = dear("o", PC)["price"].clone();
        record
    };
    let steps = |programs: &[Value]| {
        let advice = Thin::of(programs).advise(&cheap);
        let older = advice.notes.iter().find_map(|note| match note {
            Note::OnlyOlder(count) => Some(*count),
            _ => None,
        });
        (advice.next_steps, older)
    };
    assert_eq!(steps(&[]), (vec![Step::LoadCatalog], None));
    assert_eq!(steps(&[old_and_dear()]), (vec![Step::OlderAndLimit], None));
    assert_eq!(steps(&[old_and_dear(), dear("d", PC)]), (vec![Step::ChangeLimit], None));
    assert_eq!(steps(&[older("a", PC), dear("d", PC)]), (vec![Step::ChangeLimit, Step::LetOlderIn(1)], Some(1)));
    assert_eq!(steps(&[older("a", PC), older("b", MM)]), (vec![Step::LetOlderIn(2)], Some(2)));
}

#[test]
fn that_a_certificate_has_no_credit_is_a_limit_only_while_it_is_presumed() {
    let must = and(&balanced(), &json!({"credit": "must"}));
    let mut thin = Thin::of(&[program("a", PC, json!({}))]);
    assert_eq!(thin.advise(&must).remaining, 0);
    thin.settings.presume_no_credit = false;
    assert_eq!(thin.advise(&must).remaining, 1);
    let stated = json!({"credit": [{"value": "none", "source": "list"}]});
    let mut stated = Thin::of(&[program("a", PC, stated)]);
    stated.settings.presume_no_credit = false;
    assert_eq!(stated.advise(&must).remaining, 0, "what is stated is not presumed");
}
