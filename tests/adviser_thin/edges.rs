//! Values exactly at a threshold, one step before it and one step beyond.

use prospectus::advise::{Answer, Nearest, Order, Outcome, Question, Standing};
use serde_json::{Value, json};

use crate::thin::{PC, Thin, and, balanced, paying, priced, program};

/// The budgets, in hundredths, that would each let a program pass.
fn raised_budgets(thin: &Thin, answers: &Value) -> Vec<i64> {
    let advice = thin.advise(answers);
    assert_eq!(advice.outcome, Outcome::None, "{answers}");
    let changes = advice.relaxations.iter().flat_map(|relaxation| &relaxation.set);
    let amount = |(question, answer): &(Question, Answer)| match answer {
        Answer::Money { hundredths, .. } if *question == Question::Budget => Some(*hundredths),
        _ => None,
    };
    changes.filter_map(amount).collect()
}

#[test]
fn a_budget_is_raised_to_the_least_whole_amount_that_lets_a_program_pass() {
    for price in [1100, 1101, 1234, 12_345] {
        let thin = Thin::of(&[priced("a", price)]);
        let raised = raised_budgets(&thin, &paying(100));
        let [hundredths] = raised.as_slice() else { panic!("{price}: {raised:?}") };
        assert_eq!(hundredths % 100, 0, "{price}: {hundredths}");
        let remaining = |units: i64| thin.advise(&paying(units as u32)).remaining;
        assert_eq!((remaining(hundredths / 100), remaining(hundredths / 100 - 1)), (1, 0), "{price}: {hundredths}");
    }
}

#[test]
fn of_several_prices_the_budget_is_raised_to_the_lowest() {
    let thin = Thin::of(&[priced("dear", 5000), priced("cheap", 1100)]);
    assert_eq!(raised_budgets(&thin, &paying(100)), [100_000]);
}

#[test]
fn hours_are_raised_to_the_first_whole_number_that_suffices() {
    let facts = |hours: f64| {
        json!({"workload": [{"value": hours, "source": "list"}],
            "pacing": [{"value": ["instructor-paced"], "source": "list"}]})
    };
    for (asked, wanted) in [(12.0, "12"), (12.5, "13"), (13.0, "13")] {
        let thin = Thin::of(&[program("a", PC, facts(asked))]);
        let advice = thin.advise(&and(&balanced(), &json!({"hours": 4.5})));
        let raised: Vec<String> = advice.relaxations.iter().map(|one| one.set[0].1.short()).collect();
        assert_eq!(raised, [wanted], "{asked}");
    }
}

#[test]
fn an_order_is_certain_likely_or_open_by_how_far_the_scores_reach() {
    let order = |prices: &[Option<u32>]| {
        let program = |(at, price): (usize, &Option<u32>)| match price {
            Some(price) => priced(&format!("p{at}"), *price),
            None => program(&format!("p{at}"), PC, json!({})),
        };
        let programs: Vec<Value> = prices.iter().enumerate().map(program).collect();
        let budget = json!({"amount": 1000, "currency": "USD"});
        let answers = json!({"goal": "apply_now", "education": "bachelor", "exams": "fine", "budget": budget});
        Thin::of(&programs).advise(&answers).order
    };
    // A price of 400 is worth 0.6, one of 600 is worth 0.4, and an unknown one anything from 0 to 1, as likely as not 0.5.
    assert_eq!(order(&[Some(400), Some(600)]), Order::Certain);
    assert_eq!(order(&[Some(400), None]), Order::Likely, "at least as good as the middle of the other");
    assert_eq!(order(&[None, None]), Order::Open);
}

#[test]
fn half_of_the_words_of_a_title_name_a_program_and_fewer_do_not() {
    let titled = |id: &str, title: &str| program(id, PC, json!({"title": title}));
    let thin = Thin::of(&[titled("a", "Alpha Beta Gamma Delta Epsilon Zeta"), titled("b", "Sigma Tau")]);
    let asked = |typed: &str| {
        let answers = thin.answers(&balanced());
        let why = thin.adviser.why_not(&thin.catalog, &answers, &thin.settings, typed);
        (why.standing != Standing::NotInCatalog).then_some(why.id)
    };
    assert_eq!(asked("alpha beta gamma").as_deref(), Some("a"));
    assert_eq!(asked("gamma zeta alpha").as_deref(), Some("a"), "in any order");
    assert_eq!(asked("alpha beta"), None);
    assert_eq!(asked("tau").as_deref(), Some("b"));
    assert_eq!(asked("alpha beta gamma sigma"), None, "no title has all of these words");
}

#[test]
fn no_program_is_offered_instead_of_itself() {
    let thin = Thin::of(&[priced("a", 100), priced("b", 300), priced("c", 9000)]);
    for (id, standing) in [("a", Standing::Recommended), ("b", Standing::Recommended), ("c", Standing::KnockedOut)] {
        let why = thin.adviser.why_not(&thin.catalog, &thin.answers(&paying(1000)), &thin.settings, id);
        let instead: Vec<&str> = why.instead.iter().map(|ix| thin.catalog.program(*ix).id.as_str()).collect();
        assert_eq!(why.standing, standing, "{id}");
        assert!(!instead.is_empty() && !instead.contains(&id), "{id}: {instead:?}");
    }
}

#[test]
fn why_not_tells_an_older_list_from_another_field_and_from_limits() {
    let about = |topic: &str| json!({"topics": [{"value": {"about": [topic], "part": []}, "source": "list"}]});
    let on_nursing = program("nurse", PC, about("nursing"));
    let older =
        program("older", PC, and(&about("nursing"), &json!({"status": [{"value": "older", "source": "list"}]})));
    let thin = Thin::of(&[on_nursing, older, program("art", PC, about("art-history"))]);
    let answers = thin.answers(&and(&balanced(), &json!({"field": {"only": ["nursing"]}})));
    let nearest = |id: &str| thin.adviser.why_not(&thin.catalog, &answers, &thin.settings, id).nearest;
    assert!(matches!(nearest("nurse"), Nearest::First), "{:?}", nearest("nurse"));
    assert!(matches!(nearest("older"), Nearest::OlderList), "{:?}", nearest("older"));
    assert!(!matches!(nearest("art"), Nearest::OlderList), "{:?}", nearest("art"));
}

#[test]
fn a_level_removes_a_program_only_if_it_is_stated_and_higher_than_asked() {
    let remains = |level: &str, basis: &str| {
        let facts = json!({"level": [{"value": [level], "basis": basis, "source": "list"}]});
        let thin = Thin::of(&[program("a", PC, facts)]);
        let asked = json!({"level": {"is": "intermediate", "cannot_prepare": true}});
        thin.advise(&and(&balanced(), &asked)).programs.pop().map(|ranked| ranked.warnings)
    };
    let as_asked = remains("intermediate", "stated").expect("it is not too high");
    assert_eq!(remains("intermediate", "presumed"), Some(as_asked.clone()));
    assert_eq!(remains("advanced", "stated"), None);
    assert!(remains("advanced", "presumed").is_some());
}
