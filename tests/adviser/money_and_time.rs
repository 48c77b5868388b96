//! Prices in several currencies, budgets, deadlines and hours: what they remove, and what the result says about them.

use prospectus::advise::{Advice, Caveat, KnockedOut, Question, Warning};
use prospectus::catalog::{Currency, PriceOf, ProgramIx};

use crate::desk::Desk;
use crate::personas::PERSONAS;

#[test]
fn a_budget_that_no_price_can_be_compared_with_removes_nothing_and_is_said_to_be_unused() {
    let desk = Desk::open();
    let advice = desk
        .advise(r#"{"goal":"apply_now","credit":"no","depth":"practical","budget":{"amount":10,"currency":"CZK"}}"#);
    assert_eq!(
        advice
            .knocked_out
            .iter()
            .flat_map(|out| out.questions())
            .filter(|question| *question == Some(Question::Budget))
            .count(),
        0
    );
    let first = desk.told(&advice).first.unwrap_or_default();
    assert!(first.contains("no dated exchange rate for CZK"), "{first}");
}

#[test]
fn a_converted_price_is_told_with_what_it_was_converted_from() {
    // A converted claim in pesos, pounds or rupees is shown with the claimed amount.
    let desk = Desk::open();
    let advice = desk.advise(
        r#"{"goal":"switch_career","credit":"no","hours":1,"budget":{"amount":300,"currency":"USD"},"level":"beginner","field":["marketing digital"],"depth":"practical","language":["Spanish"]}"#,
    );
    let text = desk.text(&advice);
    assert!(["price was MX$", "price was £", "price was INR "].iter().any(|from| text.contains(from)), "{text}");
    let told = desk.told(&advice);
    let warnings: Vec<&String> = told.programs.iter().flat_map(|one| &one.warnings).collect();
    assert!(warnings.iter().all(|one| !one.contains("not converted")), "{warnings:?}");
    assert!(warnings.iter().all(|one| !one.starts_with("It is in Spanish")), "{warnings:?}");
    assert!(told.programs[1..].iter().any(|one| one.warnings.iter().any(|one| one.starts_with("No degree credit"))));
    assert!(!text.contains("1 hours"));
    let unasked =
        desk.advise(r#"{"goal":"switch_career","credit":"no","depth":"practical","field":["derechos humanos"]}"#);
    let warnings = &desk.told(&unasked).programs[0].warnings;
    assert!(warnings.iter().any(|one| one.starts_with("It is in Spanish")), "{warnings:?}");
}

#[test]
fn a_budget_in_ones_own_currency_is_held_against_every_price() {
    let desk = Desk::open();
    let answers =
        |budget: &str| format!(r#"{{"goal":"apply_now","credit":"no","depth":"practical","budget":{budget}}}"#);
    let dear = |budget: &str| {
        let advice = desk.advise(&answers(budget));
        let failed = advice.knocked_out.iter().flat_map(|out| out.questions());
        failed.filter(|question| *question == Some(Question::Budget)).count()
    };
    let in_dollars = dear(r#"{"amount":400,"currency":"USD"}"#);
    assert!(in_dollars > 0);
    // €366.40 and £310.40 are US$400 at the shipped rates. Whole units are compared, so a few programs at
    // the edge may change sides.
    for budget in [r#"{"amount":366.4,"currency":"EUR"}"#, r#"{"amount":310.4,"currency":"GBP"}"#, r#""€366.40""#] {
        assert!(dear(budget).abs_diff(in_dollars) <= 12, "{budget}: {} and {in_dollars}", dear(budget));
    }
    assert!(dear(r#"{"amount":300,"currency":"EUR"}"#) < dear(r#"{"amount":300,"currency":"USD"}"#));
}

#[test]
fn a_price_counts_against_a_program_beside_what_one_would_pay() {
    let desk = Desk::open();
    let advice = desk.advise(
        r#"{"goal":"apply_now","credit":"no","horizon":"3m","hours":3,"budget":{"amount":120,"currency":"USD"},"level":"beginner","field":["excel"],"depth":"practical"}"#,
    );
    let told = desk.told(&advice);
    let prices: Vec<&String> = told
        .programs
        .iter()
        .flat_map(|one| &one.cons)
        .filter(|one| one.starts_with("The price is") || one.starts_with("Its price was"))
        .collect();
    assert!(!prices.is_empty() && prices.iter().all(|one| one.ends_with("of your US$120.")), "{prices:?}");
}

#[test]
fn who_pays_nothing_loses_no_program_and_is_told_what_that_gives() {
    let desk = Desk::open();
    let base = r#""goal":"first_job","depth":"practical","credit":"no","field":["python"]"#;
    let with = |budget: &str| desk.advise(&format!("{{{base}{budget}}}"));
    let (open, nothing, employer) = (with(""), with(r#","budget":"nothing""#), with(r#","budget":"employer""#));
    assert_eq!((open.remaining, open.remaining), (nothing.remaining, employer.remaining));
    assert_eq!(open.ranking, employer.ranking, "who does not pay asks for no price");
    let notes = desk.told(&nothing).notes;
    assert!(notes.iter().any(|note| note.contains("audit") && note.contains("90 %")), "{notes:?}");
    assert!(desk.told(&employer).notes.iter().all(|note| !note.contains("audit")));
    let weight = |advice: &Advice| {
        let parts = &advice.programs[0].contributions;
        parts.iter().find(|one| one.criterion.slug() == "cost").map(|one| one.weight)
    };
    let paying = with(r#","budget":"lt500""#);
    assert!(weight(&nothing) < weight(&paying) && weight(&nothing) > None);
}

#[test]
fn a_deadline_that_is_over_is_told_first() {
    let desk = Desk::open();
    let late = desk.advise(r#"{"goal":"apply_now","credit":"no","horizon":"2026-01-31","depth":"practical"}"#);
    let first = desk.told(&late).first.expect("something said first");
    assert!(first.starts_with("Your deadline, 2026-01-31, has already passed."), "{first}");
}

#[test]
fn who_has_minutes_a_day_is_led_to_what_waits_for_them() {
    let desk = Desk::open();
    let pacing = |hours: &str| {
        let advice = desk.advise(&format!(
            r#"{{"goal":"explore","credit":"no","level":"beginner","hours":{hours},"field":["programming"]}}"#
        ));
        advice.programs[0].contributions.iter().any(|part| part.criterion.slug() == "pacing")
    };
    assert!(pacing("1") && pacing("0.5") && !pacing("3"));
    assert!(desk.adviser.parse_answers(r#"{"hours":0.25}"#).is_ok());
}

#[test]
fn what_passes_only_by_the_low_end_of_an_estimate_is_called_hardly_possible() {
    let desk = Desk::open();
    let advice = desk.advise(
        r#"{"goal":"masters","credit":"nice","depth":"deep","hours":"8-12","field":["statistics and data science"],
            "horizon":"18m","institution":{"must":["MIT"]}}"#,
    );
    let first = desk.told(&advice).first.unwrap_or_default();
    let is_hardly = advice.caveats.iter().any(|one| matches!(one, Caveat::HardlyPossible(_)));
    assert_eq!(is_hardly, first.contains("hardly possible"), "{first}");
    for (who, json, ..) in PERSONAS {
        let advice = desk.advise(json);
        for caveat in &advice.caveats {
            let Caveat::HardlyPossible(Some(change)) = caveat else { continue };
            let after = desk.adviser.advise(&desk.catalog, &desk.answers(json).with(change), &desk.settings);
            let still = after.caveats.iter().any(|one| matches!(one, Caveat::HardlyPossible(_)));
            assert!(!still && !after.ranking.is_empty(), "{who}: the change that is named makes it possible");
        }
    }
}

#[test]
fn finished_courses_shorten_what_is_left_and_say_what_is_not_known() {
    let mut desk = Desk::open();
    desk.settings.shown = 1000;
    let has_facts = |program: &prospectus::catalog::Program| {
        let is_certificate = *program.kind() == prospectus::catalog::Kind::ProfessionalCertificate;
        is_certificate
            && program.is_offered()
            && program.course_list.len() > 2
            && program.effort.is_known()
            && program.pacing.is_known()
    };
    let program = desk.catalog.programs().find(|program| has_facts(program)).expect("a program with courses");
    let course = &desk.catalog.course(program.course_list[0].course).title;
    let base = serde_json::json!({
        "goal": "apply_now", "credit": "no", "depth": "practical", "hours": "4-7", "horizon": "none",
        "budget": "500-1500", "field": [program.title.as_str()],
    });
    let mut done = base.clone();
    done["done"] = serde_json::json!([course.as_str(), "No Such Course"]);
    let given = desk.answers(&done.to_string());
    assert_eq!(desk.answers(&given.to_json().to_string()), given);
    let advice = desk.advise(&done.to_string());
    let ranked = advice.programs.iter().find(|one| desk.catalog.program(one.program).id == program.id);
    let ranked = ranked.unwrap_or_else(|| panic!("{} is not shown: {:?}", program.id, desk.shown(&advice)));
    let of = program.courses.value().map_or(program.course_list.len(), |count| *count as usize);
    assert!(ranked.warnings.contains(&Warning::Finished { done: 1, of }), "{:?}", ranked.warnings);
    let notes = desk.told(&advice).notes;
    assert!(notes.iter().any(|note| note == "No course of this catalogue is called `No Such Course`."), "{notes:?}");
    let all = program.course_list.iter().map(|used| desk.catalog.course(used.course).title.to_string());
    let all: Vec<String> = all.collect();
    let months = |done: Vec<String>| {
        let answers = desk.answers(&base.to_string()).having_done(done);
        let advice = desk.adviser.advise(&desk.catalog, &answers, &desk.settings);
        let words = desk.adviser.explainer(&desk.catalog, &advice.asked);
        let ranked = advice.programs.iter().find(|one| desk.catalog.program(one.program).id == program.id);
        let cost =
            ranked.and_then(|one| one.contributions.iter().find(|part| part.criterion.slug() == "cost").cloned());
        assert!(words.because(&advice).len() > 1);
        cost.map(|part| part.value.mid)
    };
    let (none, some) = (months(Vec::new()), months(all));
    assert!(some > none, "what is left costs less: {none:?} {some:?}");
}

#[test]
fn a_price_a_little_over_the_budget_removes_nothing_and_more_than_that_removes() {
    let desk = Desk::open();
    let stretch = 1.0 + f64::from(desk.adviser.questionnaire().stretch_percent) / 100.0;
    let price = |ix: ProgramIx| {
        let program = desk.catalog.program(ix);
        let claim = program.price.shown().filter(|claim| claim.value.what == PriceOf::Program)?;
        let money = claim.value.money;
        (program.is_offered() && money.currency == Currency::USD && money.low > 50_000)
            .then_some(money.low as f64 / 100.0)
    };
    let (program, price) = desk.catalog.all().find_map(|ix| Some((ix, price(ix)?))).expect("a price in dollars");
    let is_removed = |budget: f64| {
        let answers = format!(r#"{{"goal":"explore","budget":{{"amount":{budget:.2},"currency":"USD"}}}}"#);
        let out = desk.advise(&answers).knocked_out;
        let for_money = |out: &KnockedOut| out.questions().any(|question| question == Some(Question::Budget));
        out.iter().any(|out| out.program == program && for_money(out))
    };
    assert!(!is_removed(price / stretch + 1.0), "{price} is within the stretch");
    assert!(is_removed(price / stretch - 1.0), "{price} is beyond it");
}

#[test]
fn a_program_of_which_nothing_is_left_comes_after_the_others() {
    let desk = Desk::open();
    for (id, field) in [
        ("harvardx-data-science", "data science"),
        ("ibm-data-science", "data science"),
        ("mitx-supply-chain-management", "supply chain"),
    ] {
        let program = desk.catalog.program(desk.catalog.find(id).expect("a shipped program"));
        let courses = program.course_list.iter().map(|part| desk.catalog.course(part.course).id.to_string());
        let json = serde_json::json!({"goal": "switch_career", "credit": "nice", "hours": "4-7", "field": [field], "done": courses.collect::<Vec<_>>()});
        let advice = desk.advise(&json.to_string());
        let first = advice.programs.first().unwrap_or_else(|| panic!("{id}: {:?}", advice.outcome));
        assert!(first.warnings.iter().all(|one| !matches!(one, Warning::Finished { done, of } if done == of)), "{id}");
    }
}

#[test]
fn a_price_is_shown_although_the_currency_of_the_budget_has_no_rate() {
    let desk = Desk::open();
    for currency in ["PHP", "VND", "EGP"] {
        let advice = desk.advise(&format!(
            r#"{{"goal":"apply_now","credit":"no","field":["data science"],"budget":{{"amount":90000,"currency":"{currency}"}}}}"#
        ));
        let short = desk.adviser.explainer(&desk.catalog, &advice.asked).short(&advice, 0);
        for line in &short.programs {
            let is_known = desk.catalog.program(line.program).comparable.is_some();
            assert_eq!(line.price.contains("US$"), is_known, "{currency}: {line:?}");
        }
    }
}

#[test]
fn an_aged_price_is_told_with_its_year_and_what_it_may_be_today() {
    let desk = Desk::open();
    let advice = desk.advise(
        r#"{"goal":"masters","credit":"must","field":["supply chain"],"budget":{"amount":2500,"currency":"USD"}}"#,
    );
    let told = desk.told(&advice).programs[0].warnings.join(" ");
    assert!(told.contains("on record is US$2,000 (2021), which may be US$"), "{told}");
}

#[test]
fn a_price_whose_median_is_over_the_budget_is_called_probable() {
    let desk = Desk::open();
    for (budget, words) in [(2500, "It will probably cost more"), (6000, "It may cost more")] {
        let advice = desk.advise(&format!(
            r#"{{"goal":"masters","credit":"must","field":["supply chain"],"budget":{{"amount":{budget},"currency":"USD"}}}}"#
        ));
        let told = desk.told(&advice).programs[0].warnings.join(" ");
        assert!(told.contains(words), "{budget}: {told}");
    }
}

#[test]
fn only_a_price_that_is_wholly_near_the_budget_is_said_to_exceed_it_by_little() {
    let desk = Desk::open();
    let (mut slight, mut vague) = (0, 0);
    for amount in (60..900).step_by(20) {
        let json = format!(
            r#"{{"goal":"apply_now","credit":"no","depth":"practical","hours":"4-7","budget":{{"amount":{amount},"currency":"USD"}},"field":["data science","health","programming"]}}"#
        );
        let advice = desk.advise(&json);
        for (one, told) in advice.programs.iter().zip(desk.told(&advice).programs) {
            if !one.warnings.contains(&Warning::OverBudget) {
                continue;
            }
            let price = desk.catalog.program(one.program).dollars().expect("a price").value;
            let is_near = price.high * 100 <= amount * 100 * 110;
            let is_said = told.warnings.iter().any(|warning| warning.contains("by less than 10 %"));
            assert_eq!(is_said, is_near, "{amount}: {price} {:?}", told.warnings);
            slight += usize::from(is_near);
            vague += usize::from(!is_near);
        }
    }
    assert!(slight > 0 && vague > 0, "{slight} {vague}");
}
