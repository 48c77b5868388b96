//! What the short form must say: the conditions of the first program, what is needed beforehand, where it counts, and
//! what was left out. Each test takes a kind of answer, not one example.

use prospectus::advise::{Advice, Caveat, Criterion, Note, Order, Outcome, Point, Short, Warning};
use prospectus::catalog::Level;

use crate::desk::Desk;

fn short(desk: &Desk, json: &str) -> (Advice, Short) {
    let advice = desk.advise(json);
    let short = desk.adviser.explainer(&desk.catalog, &advice.asked).short(&advice, 0);
    (advice, short)
}

#[test]
fn a_move_a_deadline_and_an_exam_are_said_and_credit_is_no_catch() {
    let desk = Desk::open();
    let (_, short) = short(
        &desk,
        r#"{"goal":"masters","credit":"must","education":"bachelor","horizon":"18m","hours":"8-12","level":"intermediate","field":["statistics"],"depth":"deep","exams":"fine","institution":{"must":["MIT"]}}"#,
    );
    let catches = short.catches.join(" ");
    for words in
        ["Enrolment has moved to MIT Learn", "It may miss your deadline (18 months)", "It has a proctored exam"]
    {
        assert!(catches.contains(words), "{words}: {catches}");
    }
    assert!(!catches.contains("may count"), "{catches}");
    assert!(short.credit.join(" ").contains("It may count toward a degree"), "{:?}", short.credit);
    assert!(short.programs[0].name.starts_with("Statistics and Data Science (MIT"), "{:?}", short.programs[0].name);
    assert!(short.programs[0].name.contains("tracks"), "{}", short.programs[0].name);
    assert!(short.headline.contains("tracks"), "{}", short.headline);
}

#[test]
fn credit_is_never_among_the_catches_and_nothing_is_lost() {
    let desk = Desk::open();
    for field in
        ["statistics", "solar energy", "cybersecurity", "supply chain", "finance", "chemistry", "data analysis"]
    {
        for credit in ["must", "nice"] {
            let json = serde_json::json!({
                "goal": "masters", "credit": credit, "horizon": "6m", "hours": "4-7", "budget": "lt500", "field": [field],
            });
            let (advice, short) = short(&desk, &json.to_string());
            if short.programs.is_empty() {
                continue;
            }
            assert!(short.catches.iter().all(|one| !one.contains("may count")), "{field}: {:?}", short.catches);
            assert_eq!(short.needs.len(), 1, "{field}: what is needed beforehand is always said");
            let explainer = desk.adviser.explainer(&desk.catalog, &advice.asked);
            let all = explainer.warnings(&advice.programs[0], 0).len();
            let routes = explainer.routes(&advice.programs[0]).len();
            let parts = [&short.credit, &short.catches, &short.holds_for_all, &short.further];
            let said: usize = parts.iter().map(|part| part.len()).sum();
            // The routes are one sentence, and what is needed beforehand has its own line.
            assert!(said + 1 + routes.saturating_sub(1) >= all, "{field}: {short:?}");
        }
    }
}

#[test]
fn the_school_at_which_it_should_count_is_named_with_what_to_ask() {
    let desk = Desk::open();
    for school in ["Open University", "University of Nairobi"] {
        let json = serde_json::json!({
            "goal": "switch_career", "credit": {"at": school}, "depth": "practical", "level": "beginner", "field": ["marketing"],
        });
        let (_, short) = short(&desk, &json.to_string());
        let said =
            short.credit.iter().chain(&short.holds_for_all).any(|one| one.contains(&format!("No route to {school}")));
        assert!(said, "{school}: {short:?}");
    }
}

#[test]
fn who_has_no_money_is_told_the_least_that_a_certificate_would_cost() {
    let desk = Desk::open();
    for field in ["python", "nursing", "history"] {
        let json = serde_json::json!({"goal": "explore", "credit": "no", "depth": "practical", "budget": "nothing", "field": [field]});
        let (advice, short) = short(&desk, &json.to_string());
        assert!(
            short.first.iter().any(|one| one.contains("the least that a certificate costs here")),
            "{field}: {:?}",
            short.first
        );
        let least = advice.notes.iter().find_map(|note| match note {
            Note::NoMoney { least } => *least,
            _ => None,
        });
        let price = |ix| desk.catalog.program(ix).dollars().map(|claim| claim.value);
        let least = least.and_then(price).expect("one has a price");
        let cheaper = advice.ranking.iter().filter_map(|place| price(place.program)).find(|own| own.high < least.low);
        assert_eq!(cheaper, None, "{field}");
    }
}

#[test]
fn finished_courses_make_the_price_in_the_table_that_of_the_rest() {
    let desk = Desk::open();
    let base = r#""goal":"switch_career","credit":"no","depth":"practical","field":["data science"],"institution":{"must":["IBM"]}"#;
    let (before, whole) = short(&desk, &format!("{{{base}}}"));
    let (after, rest) = short(&desk, &format!(r#"{{{base},"done":["Python Basics for Data Science"]}}"#));
    let finished = after.programs.iter().zip(&rest.programs).filter_map(|(one, row)| {
        let has_it = desk
            .catalog
            .program(one.program)
            .course_list
            .iter()
            .any(|used| desk.catalog.course(used.course).title.contains("Python Basics for Data Science"));
        let was = before.programs.iter().zip(&whole.programs).find(|(other, _)| other.program == one.program)?;
        has_it.then_some((was.1, row))
    });
    let pairs: Vec<_> = finished.collect();
    assert!(!pairs.is_empty(), "one of them has the course");
    for (was, is) in pairs {
        assert_ne!(was.price, is.price);
        assert!(was.price == "unknown" || is.price_basis == Some(prospectus::catalog::Basis::Estimated), "{is:?}");
    }
}

#[test]
fn both_sides_of_a_wish_are_shown_and_what_is_not_is_named() {
    let desk = Desk::open();
    for (wish, sides) in [
        ("AI for accountants", ["artificial intelligence", "accounting"]),
        ("leadership for nurses", ["leadership", "nursing"]),
        ("project management for nurses", ["project management", "nursing"]),
        ("AI for farmers", ["artificial intelligence", "agriculture"]),
    ] {
        let json = serde_json::json!({"goal": "apply_now", "credit": "no", "hours": "4-7", "field": [wish]});
        let advice = desk.advise(&json.to_string());
        let told = desk.adviser.explainer(&desk.catalog, &advice.asked).told(prospectus::advise::Question::Field);
        for side in sides {
            assert!(told.to_lowercase().contains(side), "{wish}: {told}");
        }
        assert!(advice.programs.len() >= 2, "{wish}");
    }
    let advice = desk.advise(r#"{"goal":"apply_now","credit":"no","hours":"4-7","field":["robot programming"]}"#);
    for note in &advice.notes {
        if let Note::FieldApart { typed, unsaid } = note {
            assert!(typed == "robot programming" && unsaid.iter().all(|part| typed.contains(part.as_str())));
        }
    }
}

#[test]
fn what_only_touches_the_field_is_said_to_and_what_is_about_it_is_said_to_be_out() {
    let desk = Desk::open();
    let mut met = 0;
    for field in ["finance", "supply chain", "data science", "marketing", "cybersecurity", "nursing"] {
        let json = serde_json::json!({"goal": "masters", "credit": "must", "hours": "lt4", "budget": "lt500", "field": [field]});
        let (advice, short) = short(&desk, &json.to_string());
        let left_out = advice.caveats.iter().any(|caveat| matches!(caveat, Caveat::FieldLeftOut { .. }));
        let touches = short.pros.first().is_some_and(|pro| pro.contains("in part only"));
        if left_out && !short.programs.is_empty() {
            met += 1;
            assert!(touches, "{field}: {:?}", short.pros);
            assert!(short.headline.contains(", which is only in part about "), "{}", short.headline);
            let cautions = short.first.iter().filter(|one| one.contains("left out by your limits: ")).count();
            assert!(
                cautions == 1 && !short.headline.contains("limits ("),
                "once: {} {:?}",
                short.headline,
                short.first
            );
        }
    }
    assert!(met > 0, "one of them has only such programs");
}

#[test]
fn without_a_field_the_result_says_that_it_is_missing() {
    let desk = Desk::open();
    let base = r#""goal":"apply_now","credit":"no","horizon":"3m","hours":"lt4","budget":"lt500""#;
    let (advice, short) = short(&desk, &format!("{{{base}}}"));
    assert_eq!(advice.outcome, Outcome::ProfessionalCertificate);
    assert!(short.first.iter().any(|one| one.contains("not said what you want to learn")), "{:?}", short.first);
    let (_, with) = self::short(&desk, &format!(r#"{{{base},"field":["marketing"]}}"#));
    assert!(with.first.iter().all(|one| !one.contains("not said what you want to learn")));
}

#[test]
fn a_tie_is_no_certain_order_and_the_only_kind_is_not_close() {
    let desk = Desk::open();
    let (mut ties, mut only) = (0, 0);
    let many = r#""goal":"deepen","credit":"no","depth":"deep","level":"advanced""#;
    let few = r#""goal":"apply_now","credit":"no","depth":"practical""#;
    let fields = ["law", "social work", "nursing", "philosophy", "finance", "programming"];
    for (answers, field) in [many, few].into_iter().flat_map(|answers| fields.map(|field| (answers, field))) {
        let (advice, short) = short(&desk, &format!(r#"{{{answers},"field":["{field}"]}}"#));
        let Some(said) = short.certainties else { continue };
        if advice.ranking.iter().filter(|place| place.rank == 1).count() > 1 && advice.programs[0].siblings.is_empty() {
            ties += 1;
            assert!(said.contains("are equal"), "{field}: {said}");
        }
        if advice.by_constraint {
            only += 1;
            assert!(said.starts_with("Kind: the only one."), "{field}: {said}");
        }
    }
    assert!(ties > 0 && only > 0, "{ties} {only}");
}

#[test]
fn a_rival_is_named_and_credit_is_said_once() {
    let desk = Desk::open();
    for field in ["leadership", "chemistry", "data analysis", "marketing", "project management"] {
        for credit in ["no", "nice"] {
            let json = serde_json::json!({"goal": "masters", "credit": credit, "budget": "lt500", "field": [field]});
            let (advice, short) = short(&desk, &json.to_string());
            assert!(short.swaps.iter().all(|said| !said.contains("the next one")), "{:?}", short.swaps);
            let text = desk.text(&advice);
            let none = u8::from(text.contains("you need none"))
                + u8::from(text.contains("Whether it carries credit is not on record"));
            assert!(credit != "no" || none <= 1, "{text}");
        }
    }
}

#[test]
fn a_price_that_is_estimated_is_never_called_on_record() {
    let desk = Desk::open();
    let mut met = 0;
    for field in ["fashion", "marketing", "excel", "history", "music"] {
        let json = serde_json::json!({"goal": "apply_now", "credit": "no", "budget": {"amount": 200, "currency": "USD"}, "field": [field]});
        let advice = desk.advise(&json.to_string());
        let told = desk.told(&advice);
        for (one, ranked) in told.programs.iter().zip(&advice.programs) {
            let is_estimated = desk
                .catalog
                .program(ranked.program)
                .dollars()
                .is_some_and(|claim| claim.basis == prospectus::catalog::Basis::Estimated);
            let over: Vec<&String> = one.warnings.iter().filter(|said| said.contains("cost more than your")).collect();
            met += usize::from(is_estimated) * over.len();
            assert!(!is_estimated || over.iter().all(|said| said.contains("we estimate")), "{over:?}");
        }
    }
    assert!(met > 0);
}

#[test]
fn nobody_is_told_to_have_no_money_or_an_employer_who_pays() {
    let desk = Desk::open();
    for json in [
        r#"{"goal":"apply_now","credit":"no","budget":"lt500","field":["cybersecurity"],"level":"beginner"}"#,
        r#"{"goal":"apply_now","credit":"no","budget":"500-1500","field":["data science"],"level":"intermediate"}"#,
    ] {
        let text = desk.text(&desk.advise(json));
        assert!(!text.contains("udget: nothing") && !text.contains("employer pays"), "{text}");
    }
}

#[test]
fn a_preferred_school_whose_programs_are_of_another_kind_is_named() {
    let desk = Desk::open();
    let advice = desk.advise(
        r#"{"goal":"masters","credit":"nice","education":"bachelor","level":"advanced","depth":"deep","hours":"gt12","horizon":"none","field":["finance"],"institution":{"prefer":["Columbia"]}}"#,
    );
    let told = desk.told(&advice);
    let named = told.notes.iter().any(|note| note.starts_with("Columbia has"));
    let shown = desk.shown(&advice).iter().any(|id| id.starts_with("columbia"));
    assert!(named || shown, "{:?}", told.notes);
}

#[test]
fn the_usual_depth_of_a_kind_is_the_median_of_the_levels_on_record() {
    let desk = Desk::open();
    let scale = &desk.adviser.questionnaire().scales.depth;
    for (kind, usual) in [("micromasters", 0.45), ("microbachelors", 0.1)] {
        let of_kind = desk.catalog.programs().filter(|program| program.kind().slug() == kind);
        let stated = of_kind.filter(|program| program.level.shown().is_some_and(|claim| claim.basis.is_on_record()));
        let mut depths: Vec<f64> = stated
            .map(|program| {
                let all: Vec<f64> = program.levels().iter().map(|level| scale[level.slug()]).collect();
                all.iter().sum::<f64>() / all.len() as f64
            })
            .collect();
        depths.sort_by(f64::total_cmp);
        let median = depths[depths.len() / 2];
        assert!((median - usual).abs() < 0.051, "{kind}: {median}");
        let own = desk.adviser.questionnaire().kinds[kind].usual_depth;
        assert_eq!(own, Some(usual));
    }
}

#[test]
fn a_presumed_level_does_not_come_before_the_same_program_with_a_stated_one() {
    let desk = Desk::open();
    let advice = desk.advise(
        r#"{"goal":"masters","credit":"nice","education":"bachelor","hours":"8-12","level":"intermediate","depth":"deep","field":["ux"],"language":["English","French"]}"#,
    );
    let presumed = |ix| {
        let level = desk.catalog.program(ix).level.shown().map(|claim| claim.basis);
        level == Some(prospectus::catalog::Basis::Presumed)
    };
    let first = advice.top().expect("a first program");
    let has_stated = advice.ranking.iter().any(|place| !presumed(place.program));
    assert!(!has_stated || !presumed(first), "{:?}", desk.shown(&advice));
}

/// Answers about each of several fields, with every level and depth.
fn by_level_and_depth() -> impl Iterator<Item = String> {
    const FIELDS: [&str; 8] =
        ["finance", "history", "cloud", "robotics", "nutrition", "analytics", "public health", "writing"];
    FIELDS.into_iter().flat_map(|field| {
        ["beginner", "intermediate", "advanced"].into_iter().flat_map(move |level| {
            ["practical", "balanced", "deep"].into_iter().map(move |depth| {
                format!(
                    r#"{{"goal":"apply_now","credit":"no","hours":"4-7","field":["{field}"],"level":"{level}","depth":"{depth}"}}"#
                )
            })
        })
    })
}

#[test]
fn a_level_is_praised_only_if_it_is_the_own_one_and_nothing_speaks_against_it() {
    let desk = Desk::open();
    for json in by_level_and_depth() {
        let (advice, short) = short(&desk, &json);
        let Some(first) = advice.programs.first() else { continue };
        let levels = desk.catalog.program(first.program).levels();
        let pros = short.pros.join(" ");
        if pros.contains("Its level suits you") {
            let own = match () {
                () if json.contains("beginner") => [Level::Introductory].as_slice(),
                () if json.contains("\"intermediate") => &[Level::Intermediate, Level::Undergraduate],
                () => &[Level::Advanced, Level::Graduate],
            };
            // A level that only the title names is told in words, but is not on record.
            let by_title = |level: &Level| levels.is_empty() && pros.contains(&level.name().to_lowercase());
            assert!(own.iter().any(|level| levels.contains(level) || by_title(level)), "{json}: {pros}");
        }
        let is_level =
            |point: &Point| matches!(point, Point::Level | Point::Criterion(Criterion::Fit | Criterion::Depth));
        let is_against = first.cons.iter().any(is_level) || first.warnings.contains(&Warning::LevelGap);
        assert!(!is_against || !pros.to_lowercase().contains("its level"), "{json}: {pros} {:?}", first.cons);
    }
}

#[test]
fn what_the_order_waits_for_is_said_where_nothing_is_said_to_swap() {
    let desk = Desk::open();
    let open = by_level_and_depth().filter_map(|json| {
        let (advice, short) = short(&desk, &json);
        let is_open =
            advice.order == Order::Open && advice.programs.first().is_some_and(|one| !one.depends_on.is_empty());
        is_open.then_some((json, short))
    });
    let open: Vec<(String, Short)> = open.collect();
    assert!(!open.is_empty());
    for (json, short) in open {
        let certainties = short.certainties.unwrap_or_default();
        assert!(
            short.swaps.is_some() || certainties.contains("known") || certainties.contains("equal"),
            "{json}: {certainties}"
        );
    }
}
