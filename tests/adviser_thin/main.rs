//! The adviser on sparse catalogues: ties because values are unknown, names that no source states, limits that only a
//! stated fact may enforce, and sentences that must not mention what does not exist.

mod absence;
mod edges;
mod named;
mod on_record;
mod thin;
#[path = "../told/mod.rs"]
mod told;

use prospectus::advise::{Criterion, Outcome, Point, Question, Removal, Strength, Unknowns, Warning};
use prospectus::catalog::Basis;
use prospectus::export::advice::result_json;
use serde_json::{Value, json};

use thin::{MM, PC, Thin, and, balanced, older, paying, priced, program};
use told::told_why;

#[test]
fn a_tie_of_unknowns_is_not_told_as_certain() {
    let twins = Thin::of(&[program("a", PC, json!({})), program("b", PC, json!({}))]);
    let answers = json!({"goal": "apply_now", "depth": "practical", "credit": "no", "budget": "lt500"});
    let advice = twins.advise(&answers);
    assert!(advice.programs.iter().all(|ranked| ranked.is_tie && !ranked.depends_on.is_empty()), "{advice:?}");
    let json = result_json(&advice, &twins.adviser.explainer(&twins.catalog, &advice.asked));
    assert!(json["programs"].as_array().expect("programs").iter().all(|one| one["order"] == "depends"));
    let exact = twins.advise(&json!({"goal": "apply_now", "education": "none", "exams": "fine"}));
    assert!(exact.programs.iter().all(|ranked| ranked.is_tie && ranked.depends_on.is_empty()), "{exact:?}");
}

#[test]
fn a_place_is_certain_only_where_no_later_program_can_reach_it() {
    let facts = |price: u32| json!({"price": [{"value": price, "currency": "USD", "source": "list"}]});
    let thin = Thin::of(&[
        program("cheap", PC, facts(100)),
        program("dear", PC, facts(300)),
        program("unknown", PC, json!({})),
    ]);
    let answers = json!({"goal": "apply_now", "education": "bachelor", "exams": "fine", "budget": "lt500"});
    assert_eq!(thin.catalog.program(thin.advise(&answers).programs[0].program).id, "cheap");
    let first = &thin.told(&answers).programs[0];
    assert!(first.depends_on.iter().any(|fact| fact == "the price of unknown"), "{:?}", first.depends_on);
}

#[test]
fn a_language_that_no_program_states_is_an_answer_and_a_slip_is_not() {
    let bare = Thin::of(&[program("a", PC, json!({})), program("b", MM, json!({}))]);
    let advice = bare.advise(&and(&balanced(), &json!({"language": ["english", "Urdu"]})));
    assert_eq!(advice.remaining, 2, "an unknown language is kept");
    let told = bare.told(&and(&balanced(), &json!({"language": ["english", "Urdu"]})));
    assert!(told.programs.iter().all(|one| one.warnings.iter().any(|text| text.contains("language is not on record"))));
    assert!(told.notes.iter().any(|note| note.contains("Urdu")), "{:?}", told.notes);
    let told = bare.refused(&json!({"language": ["Englsh"]}));
    assert!(told.contains("Did you mean `English`?") && !told.contains("has ."), "{told}");
    assert!(!bare.refused(&json!({"language": ["Klingon"]})).contains("has ."));
    let empty = Thin::of(&[]);
    assert_eq!(empty.advise(&json!({"language": ["English"]})).outcome, Outcome::None);
    let spanish = json!({"languages": [{"value": ["Spanish"], "source": "list"}]});
    let spanish = Thin::of(&[program("a", PC, spanish)]);
    assert_eq!(spanish.advise(&and(&balanced(), &json!({"language": ["Urdu"]}))).outcome, Outcome::None);
}

#[test]
fn an_institution_that_is_not_in_the_catalogue_is_kept_and_told_unless_it_is_a_slip() {
    let theirs = json!({"institutions": [{"value": ["harvardx"], "source": "list"}]});
    let thin = Thin::of(&[program("a", PC, theirs)]);
    let answers = and(&balanced(), &json!({"institution": ["Hogwarts"]}));
    assert_eq!(thin.advise(&answers).remaining, 1);
    let preferred = thin.told(&answers);
    assert!(preferred.notes.iter().any(|note| note.contains("`Hogwarts`")), "{:?}", preferred.notes);
    let reasons = &preferred.programs[0].reasons;
    assert!(reasons.contains(&"It is offered by Harvard, not by Hogwarts.".to_owned()), "{reasons:?}");
    assert_eq!(thin.advise(&and(&balanced(), &json!({"institution": {"must": ["Hogwarts"]}}))).outcome, Outcome::None);
    assert!(thin.refused(&json!({"institution": {"must": ["Harvrd"]}})).contains("Did you mean `Harvard University`?"));
}

#[test]
fn hours_are_raised_as_far_as_an_answer_goes() {
    let facts = json!({"workload": [{"value": 45, "source": "list"}], "pacing": [{"value": ["instructor-paced"], "source": "list"}]});
    let thin = Thin::of(&[program("a", PC, facts)]);
    let advice = thin.advise(&and(&balanced(), &json!({"hours": 20})));
    assert_eq!(advice.outcome, Outcome::None);
    assert_eq!(advice.relaxations.len(), 1, "{:?}", advice.relaxations);
    assert_eq!(advice.relaxations[0].set[0].1.short(), "45");
}

#[test]
fn answers_may_begin_with_a_mark_of_their_encoding_and_a_key_nobody_knows_gets_all_of_them() {
    let thin = Thin::of(&[]);
    assert!(thin.adviser.parse_answers("\u{feff}{\"goal\": \"explore\"}").is_ok());
    let told = thin.refused(&json!({"zzz": 1}));
    assert!(told.contains("`goal`") && told.contains("`language`"), "{told}");
    assert!(thin.refused(&json!({"hours": 0.001})).contains("from 0.25 to 168"));
}

#[test]
fn a_sign_or_another_order_makes_another_number() {
    let thin = Thin::of(&[]);
    for answers in [
        json!({"horizon": "-3m"}),
        json!({"horizon": "−18m"}),
        json!({"hours": "-8"}),
        json!({"budget": "1500-500"}),
        json!({"hours": "8-4"}),
    ] {
        assert!(!thin.refused(&answers).is_empty(), "{answers}");
    }
    for (one, other) in [
        (json!({"hours": "8,5"}), json!({"hours": 8.5})),
        (json!({"budget": "１５００"}), json!({"budget": "1500 USD"})),
        (json!({"budget": "₹ 1,00,000"}), json!({"budget": "100000 INR"})),
        (json!({"horizon": "2027–06–30"}), json!({"horizon": "2027-06-30"})),
    ] {
        let [one, other] = [one, other].map(|answers| thin.adviser.parse_answers(&answers.to_string()));
        assert_eq!(one, other);
        assert!(one.is_ok());
    }
}

fn credit(value: &str, basis: &str) -> Value {
    json!({"value": value, "basis": basis, "source": "list"})
}

fn route(status: &str) -> Value {
    json!([{"counts": "credit", "institution": "Foo University", "status": status, "as_of": "2024", "source": "list"}])
}

#[test]
fn a_route_that_has_been_given_up_is_no_route() {
    let with = |kind: &str, status: &str, claims: Vec<Value>| {
        program("a", kind, json!({"credit": claims, "pathways": route(status)}))
    };
    let must = and(&balanced(), &json!({"credit": "must"}));
    let value = |record: Value| {
        let thin = Thin::of(&[record]);
        let ranked = thin.advise(&must).programs.into_iter().next()?;
        let at = ranked.contributions.iter().position(|one| one.criterion.slug() == "credit")?;
        Some((ranked.contributions[at].clone(), thin.told(&must).programs[0].reasons[at].clone()))
    };
    let open = value(with(MM, "active", vec![credit("pathway", "stated")])).expect("it passes");
    let closed = value(with(MM, "retired", vec![credit("pathway", "stated")])).expect("it may still count");
    assert!(closed.0.value.mid < open.0.value.mid && !closed.1.contains("Foo"), "{closed:?}");
    assert_eq!(closed.0.basis, Some(Basis::Presumed));
    let other = value(with(MM, "retired", vec![credit("pathway", "stated"), credit("recommended", "stated")]));
    assert!(other.expect("a recommendation").1.contains("recommends"));
    assert!(value(with(PC, "retired", vec![credit("pathway", "stated")])).is_none(), "a certificate has nothing left");
}

#[test]
fn who_avoids_exams_loses_only_programs_whose_exams_are_stated() {
    let claim = |value: Value, basis: &str| json!([{"value": value, "basis": basis, "source": "list"}]);
    let exam = |text: &str| claim(json!(text), "stated");
    let dated = claim(json!(["instructor-paced"]), "stated");
    let mut programs = Vec::new();
    for basis in ["stated", "derived", "estimated", "presumed", "inferred", "editorial"] {
        programs.push(program(basis, PC, json!({"proctored": claim(json!(true), basis)})));
    }
    programs.push(program("denied", PC, json!({"exam": exam("no exam on fixed dates"), "pacing": dated})));
    programs.push(program("words", PC, json!({"exam": exam("final exam on a fixed date")})));
    programs.push(program("dated", PC, json!({"exam": exam("a final exam"), "pacing": dated})));
    let thin = Thin::of(&programs);
    let advice = thin.advise(&and(&balanced(), &json!({"exams": "avoid"})));
    let out: Vec<&str> = advice.knocked_out.iter().map(|out| thin.catalog.program(out.program).id.as_str()).collect();
    assert_eq!(out, ["dated", "stated"]);
    let words = thin.adviser.explainer(&thin.catalog, &advice.asked);
    let is_stated = |removal: Option<Removal>| removal.is_some_and(|removal| removal.basis == Some(Basis::Stated));
    assert!(advice.knocked_out.iter().all(|out| is_stated(words.removals(*out).next())));
}

#[test]
fn that_a_certificate_carries_no_credit_is_said_once_even_where_it_does_not_matter() {
    let thin =
        Thin::of(&[program("a", PC, json!({})), program("b", PC, json!({"credit": [credit("none", "stated")]}))]);
    let advice = thin.told(&json!({"goal": "apply_now", "depth": "practical", "credit": "no"}));
    let says = |at: usize| advice.programs[at].warnings.iter().filter(|text| text.contains("No credit toward")).count();
    assert_eq!((says(0), says(1)), (1, 0));
    assert!(advice.programs[0].warnings.iter().any(|text| text.contains("(presumed from the kind)")));
}

#[test]
fn limits_are_blamed_only_for_what_they_removed() {
    let other = || program("x", "xseries", json!({}));
    let one = json!({"goal": "explore"});
    let of = |programs: &[Value], answers: &Value| {
        let thin = Thin::of(programs);
        (thin.advise(answers).outcome, thin.told(answers))
    };
    let price = json!({"price": [{"value": 9000, "currency": "USD", "source": "list"}]});
    let cheap = and(&one, &json!({"budget": "lt500"}));

    let idle = of(&[other(), older("a", PC)], &cheap);
    assert_eq!(idle.0, Outcome::NotEnough, "the limit removed nothing");
    let limited = of(&[other(), program("a", PC, price)], &cheap);
    assert_eq!(limited.0, Outcome::Other);
    assert!(limited.1.headline.starts_with("Your limits leave neither"), "{}", limited.1.headline);
    let lacking = of(&[other()], &balanced());
    assert_eq!((lacking.0, lacking.1.headline.contains("limits")), (Outcome::Other, false), "{}", lacking.1.headline);
    assert!(lacking.1.notes.iter().all(|note| !note.contains("your limits")), "{:?}", lacking.1.notes);
}

#[test]
fn where_nothing_is_left_the_result_says_whether_limits_or_lists_did_it() {
    assert_eq!(Thin::of(&[]).advise(&balanced()).outcome, Outcome::None);
    let empty = Thin::of(&[]).told(&balanced());
    assert_eq!(empty.headline, "The catalogue has no programs.");
    assert!(empty.next_steps.iter().all(|step| !step.contains("answers")), "{:?}", empty.next_steps);
    let old = Thin::of(&[older("a", PC), older("b", MM)]).told(&balanced());
    assert_eq!(old.headline, "Every program in the catalogue is only in an older list.");
    assert_eq!(old.next_steps, ["Let programs of older lists in: 2 of them pass your limits."]);
    let spanish = program("a", PC, json!({"languages": [{"value": ["Spanish"], "source": "list"}]}));
    let (limited, french) = (Thin::of(&[spanish]), and(&balanced(), &json!({"language": ["French"]})));
    assert_eq!(limited.told(&french).headline, "No program in the catalogue passes all your limits.");
    assert_eq!(limited.advise(&french).strength, Strength::Close, "of nothing nothing is sure");
}

#[test]
fn a_kind_that_only_the_limits_chose_is_never_a_moderate_verdict() {
    let thin = Thin::of(&[program("a", PC, json!({}))]);
    let advice = thin.advise(&balanced());
    assert_eq!((advice.by_constraint, advice.strength), (true, Strength::Close));
    let open = thin.told(&balanced()).headline;
    assert!(!open.contains("your answers"), "answers that leave it open are no reason: {open}");
    let against = thin.told(&json!({"goal": "masters", "depth": "deep", "exams": "want"}));
    assert!(against.headline.contains("pointed to a MicroMasters"), "{}", against.headline);
}

#[test]
fn what_is_dropped_because_it_is_unknown_says_so() {
    let mut thin = Thin::of(&[program("a", PC, json!({})), program("b", MM, json!({}))]);
    thin.settings.unknowns = Unknowns::Drop;
    let advice = thin.advise(&and(&balanced(), &json!({"horizon": "3m"})));
    let words = thin.adviser.explainer(&thin.catalog, &advice.asked);
    let removal = words.removals(advice.knocked_out[0]).next().expect("a reason");
    assert_eq!((removal.question, removal.basis), (Some(Question::Horizon), None));
    assert!(removal.fact.ends_with("and programs with unknown facts are left out, as you asked"), "{}", removal.fact);
}

#[test]
fn a_kind_that_does_not_exist_was_not_removed_by_limits() {
    let advice =
        Thin::of(&[program("a", PC, json!({}))]).told(&json!({"goal": "masters", "depth": "deep", "exams": "want"}));
    assert!(!advice.headline.contains("limits") && !advice.how_sure.contains("limits"), "{}", advice.headline);
}

#[test]
fn a_field_that_is_a_slip_is_understood() {
    let about = |field: &str| json!({"fields": [{"value": [field], "source": "list"}]});
    let thin = Thin::of(&[
        program("a", PC, about("Business")),
        program("b", PC, about("Computer Science")),
        program("c", PC, about("Law")),
    ]);
    for field in [json!(["Computer Sciense"]), json!({"only": ["Computer Sciense"]})] {
        let advice = thin.advise(&and(&balanced(), &json!({"field": field})));
        let ids: Vec<&str> =
            advice.ranking.iter().map(|place| thin.catalog.program(place.program).id.as_str()).collect();
        assert_eq!(ids, ["b"], "nothing off the field is ranked");
    }
}

#[test]
fn what_is_worth_a_look_fits_or_is_said_to_fit_badly() {
    let thin = Thin::of(&[program("a", PC, json!({})), program("b", MM, json!({}))]);
    let told = thin.told(&json!({"goal": "apply_now", "depth": "practical", "credit": "no"}));
    assert!(matches!(told.also.as_slice(), [one] if one.starts_with("It fits badly: ")), "{:?}", told.also);
}

#[test]
fn why_not_says_that_nothing_is_ranked_yet() {
    let thin = Thin::of(&[program("a", PC, json!({}))]);
    let why = thin.adviser.why_not(&thin.catalog, &thin.answers(&json!({"goal": "explore"})), &thin.settings, "a");
    let nearest = told_why(&thin.adviser, &thin.catalog, &why).1;
    assert!(why.nearest.change().is_none() && nearest.contains("Answer more questions first"), "{nearest}");
}

#[test]
fn one_program_without_a_price_is_told_in_the_singular() {
    let thin = Thin::of(&[program("a", PC, json!({}))]);
    let told = thin.told(&json!({"goal": "apply_now", "depth": "practical", "credit": "no", "budget": "lt500"}));
    let note = told.notes.iter().find(|note| note.contains("no price in USD")).expect("a note");
    assert!(note.starts_with("The one program ranked has no price"), "{note}");
}

#[test]
fn a_third_of_the_budget_speaks_for_a_program_and_a_little_more_does_not() {
    let pros = |price: u32| {
        let thin = Thin::of(&[priced("a", price)]);
        thin.advise(&paying(1000)).programs[0].pros.contains(&Point::Criterion(Criterion::Cost))
    };
    assert_eq!([200, 280, 349, 360, 600].map(pros), [true, true, true, false, false]);
}

#[test]
fn a_price_counts_against_a_program_from_two_thirds_of_the_budget_on() {
    let cons = |price: u32| {
        let thin = Thin::of(&[priced("a", price)]);
        thin.advise(&paying(1000)).programs[0].cons.contains(&Point::Criterion(Criterion::Cost))
    };
    assert_eq!([400, 640, 660, 900].map(cons), [false, false, true, true]);
}

#[test]
fn a_price_may_stretch_the_budget_by_a_tenth_with_a_warning() {
    let thin = Thin::of(&[priced("a", 100), priced("b", 110), priced("c", 111)]);
    let advice = thin.advise(&paying(100));
    let ids: Vec<&str> = advice.ranking.iter().map(|place| thin.catalog.program(place.program).id.as_str()).collect();
    assert_eq!(ids, ["a", "b"], "what costs 11 % more is out");
    let is_over = |at: usize| advice.programs[at].warnings.contains(&Warning::OverBudget);
    assert_eq!((is_over(0), is_over(1)), (false, true));
    let value = |at: usize| {
        let cost = advice.programs[at].contributions.iter().find(|one| one.criterion == Criterion::Cost);
        cost.map(|one| (one.value.low, one.value.high))
    };
    assert_eq!(value(1), Some((0.0, 0.0)), "over the budget is worth nothing, not less than nothing");
}
