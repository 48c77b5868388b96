//! Sentences of a result against the facts that they are about. Each test takes a kind of answer, not one example.

use prospectus::advise::{Advice, Caveat, Criterion, Flip, Note, Outcome, Question, Short, Warning};
use prospectus::catalog::{Counts, Credit, Kind, Pathway, PathwayStatus, ProgramIx};
use prospectus::names::words as words_of;

use crate::desk::Desk;
use crate::personas::PERSONAS;

/// Fields of all sizes.
const FIELDS: [&str; 12] = [
    "excel",
    "ux",
    "project management",
    "data science",
    "teaching",
    "supply chain",
    "cybersecurity",
    "chemistry",
    "marketing",
    "computer science",
    "public health",
    "accounting",
];

fn short(desk: &Desk, advice: &Advice) -> Short {
    desk.adviser.explainer(&desk.catalog, &advice.asked).short(advice, 0)
}

#[test]
fn a_budget_without_a_rate_leaves_every_price_known() {
    let desk = Desk::open();
    for field in FIELDS {
        let of = |budget: &str| {
            desk.advise(&format!(r#"{{"field":["{field}"],"goal":"apply_now","credit":"no","horizon":"12m"{budget}}}"#))
        };
        let without = of("");
        for currency in ["PHP", "VND", "TRY", "NGN", "CZK"] {
            let advice = of(&format!(r#","budget":{{"amount":90000,"currency":"{currency}"}}"#));
            assert_eq!(advice.ranking, without.ranking, "{field}, {currency}: it plays no part");
            assert_eq!(advice.order, without.order, "{field}, {currency}: nothing waits for a price");
            assert!(!advice.limits.contains(&Question::Budget) && advice.told.contains(&Question::Budget));
            let said = short(&desk, &advice);
            assert_eq!(said.programs, short(&desk, &without).programs, "{field}: the price is as known as before");
            let text = desk.text(&advice);
            assert_eq!(text.matches("no dated exchange rate").count(), 1, "{text}");
        }
    }
}

#[test]
fn a_first_program_that_will_probably_cost_too_much_comes_with_one_that_will_not() {
    let desk = Desk::open();
    let costs = |advice: &Advice, at: usize| {
        let part = advice.programs[at].contributions.iter().find(|part| part.criterion == Criterion::Cost);
        // A price equal to the budget is worth one half.
        part.filter(|part| part.basis.is_some()).map(|part| part.value.mid)
    };
    let mut met = 0;
    for field in FIELDS {
        for budget in [200, 300, 400, 550, 700, 850, 1000, 1250, 1500, 2000, 2500, 3500] {
            let advice = desk.advise(&format!(
                r#"{{"field":["{field}"],"goal":"deepen","credit":"nice","depth":"practical","budget":{{"amount":{budget},"currency":"USD"}}}}"#
            ));
            if advice.programs.is_empty() {
                continue;
            }
            let caveat = advice.caveats.iter().find_map(|one| match one {
                Caveat::ProbablyMisses { limits, instead } => Some((limits, *instead)),
                _ => None,
            });
            let is_dear = costs(&advice, 0).is_some_and(|value| value < 0.5);
            assert!(caveat.is_none() || is_dear, "{field}, {budget}: the first keeps the budget");
            let said = short(&desk, &advice);
            assert_eq!(said.programs[0].is_dear, is_dear, "{field}, {budget}");
            if let Some((limits, instead)) = caveat {
                met += 1;
                assert_eq!(limits, &[Question::Budget]);
                let at = advice.programs.iter().position(|one| one.program == instead);
                assert!(at.is_none_or(|at| costs(&advice, at).is_some_and(|value| value >= 0.5)), "{field}, {budget}");
                assert!(said.first.iter().any(|one| one.starts_with("The first will probably cost more")));
            }
        }
    }
    assert!(met > 0, "{met}");
}

#[test]
fn the_kind_is_in_the_table_whenever_the_programs_are_of_several() {
    let desk = Desk::open();
    let answers = [
        r#""goal":"bachelor","credit":"must","education":"none""#,
        r#""goal":"deepen","credit":"no","horizon":"12m","hours":"4-7","level":"intermediate","depth":"balanced""#,
        r#""goal":"apply_now","credit":"no","depth":"practical""#,
    ];
    let mut met = 0;
    for field in FIELDS {
        for answers in answers {
            let advice = desk.advise(&format!(r#"{{"field":["{field}"],{answers}}}"#));
            let kind = |at: usize| desk.catalog.program(advice.programs[at].program).kind();
            let is_mixed = (1..advice.programs.len()).any(|at| kind(at) != kind(0));
            let text = desk.text(&advice);
            let head = text.lines().find(|line| line.contains("Program") && line.contains("Fit")).unwrap_or_default();
            let is_told =
                head.contains("Kind") || text.contains("; the others are ") || text.contains("The first is a ");
            assert_eq!(is_told, is_mixed, "{field}: {text}");
            met += usize::from(is_mixed);
        }
    }
    assert!(met > 3, "{met}");
}

#[test]
fn who_wants_a_bachelors_degree_is_sent_to_no_masters() {
    let desk = Desk::open();
    let mut met = 0;
    for field in FIELDS {
        let advice =
            desk.advise(&format!(r#"{{"field":["{field}"],"goal":"bachelor","credit":"must","education":"none"}}"#));
        let words = desk.adviser.explainer(&desk.catalog, &advice.asked);
        for (at, ranked) in advice.programs.iter().enumerate() {
            let is_graduate = *desk.catalog.program(ranked.program).kind() == Kind::MicroMasters;
            assert!(!is_graduate || words.routes(ranked).is_empty(), "{field}");
            let said = words.short(&advice, at);
            let credit = said.credit.iter().chain(&said.holds_for_all).cloned().collect::<String>();
            let warns = credit.contains("usually asks for a bachelor's degree first");
            assert_eq!(warns, is_graduate, "{field}: {credit}");
            met += usize::from(is_graduate);
        }
        let is_of_kind = |ix| *desk.catalog.program(ix).kind() == Kind::MicroBachelors;
        let has_any = advice.ranking.iter().any(|place| is_of_kind(place.program));
        let is_said = advice.caveats.contains(&Caveat::NoUndergraduateKind);
        assert_eq!(
            is_said,
            !has_any && !advice.ranking.is_empty(),
            "{field}: who needs that kind hears that it is missing"
        );
    }
    assert!(met > 3, "{met}");
}

#[test]
fn a_next_step_names_topics_only_where_some_are_shown() {
    let desk = Desk::open();
    for (field, has_near) in [
        ("photography", true),
        ("zzyzx", false),
        ("flurbology and snorkwork", false),
        ("not photography", false),
        ("anything but coding, I like people", false),
    ] {
        let advice = desk.advise(&format!(r#"{{"field":["{field}"],"goal":"apply_now"}}"#));
        assert_eq!(advice.outcome, Outcome::NoMatch, "{field}");
        let told = desk.told(&advice);
        let steps = told.next_steps.join(" ");
        assert_eq!(steps.contains("nearest topics"), has_near, "{field}: {steps}");
        assert_eq!(steps.contains("such as"), !has_near, "{field}: {steps}");
        assert!(told.notes.iter().all(|one| !one.contains("beside the rest")), "{field}: {:?}", told.notes);
    }
}

#[test]
fn a_title_is_said_to_come_first_only_before_a_title_without_the_words() {
    let desk = Desk::open();
    let (mut titles, mut others) = (0, 0);
    for field in FIELDS {
        for goal in ["return_to_work", "deepen", "masters"] {
            let advice = desk.advise(&format!(r#"{{"field":["{field}"],"goal":"{goal}"}}"#));
            let words = desk.adviser.explainer(&desk.catalog, &advice.asked);
            let (Some(second), Some(why)) = (advice.runner_up, words.runner_up(&advice)) else { continue };
            let title = words_of(&desk.catalog.program(second.program).title);
            let word = why.strip_prefix("A title with `").and_then(|rest| rest.split('`').next());
            let is_in_both = word.is_some_and(|word| words_of(word).iter().all(|word| title.contains(word)));
            assert!(!is_in_both, "{field}: {title:?}: {why}");
            let says = word.is_some();
            titles += usize::from(says);
            others += usize::from(why.contains("about the field itself"));
        }
    }
    assert!(titles > 0 && others > 0, "{titles}, {others}");
}

#[test]
fn the_schools_of_a_program_are_as_many_in_its_routes_as_in_the_sentence_about_credit() {
    let desk = Desk::open();
    for id in ["P03", "P11"] {
        let persona = PERSONAS.iter().find(|persona| persona.0 == id).expect("the persona");
        let advice = desk.advise(persona.1);
        let said = short(&desk, &advice);
        let credit = said.credit.join(" ");
        assert!(credit.contains("about 40 places a year"), "{id}: {credit}");
        let more: usize = credit
            .split_once(" more, if admitted")
            .and_then(|(before, _)| before.rsplit(' ').next()?.parse().ok())
            .unwrap_or_default();
        let words = desk.adviser.explainer(&desk.catalog, &advice.asked);
        assert_eq!(words.routes(&advice.programs[0]).len(), 2 + more, "{id}: {credit}");
    }
}

#[test]
fn where_a_person_comes_from_is_said_and_not_wanted() {
    let desk = Desk::open();
    for (wish, says) in [
        ("switch from accounting to data science", "You come from accounting and want to learn about data science."),
        ("from teaching to ux", "You come from teaching and want to learn about user experience (UX)."),
        ("leaving nursing for project management", "You come from nursing and want to learn about project management."),
        ("data science", "You want to learn about data science."),
        ("from zero to python", "You want to learn about Python."),
    ] {
        let advice = desk.advise(&serde_json::json!({"field": [wish], "goal": "switch_career"}).to_string());
        assert!(desk.told(&advice).answers.contains(&says.to_owned()), "{wish}: {:?}", desk.told(&advice).answers);
    }
}

#[test]
fn the_kind_that_nothing_current_on_the_field_is_of_is_named_from_an_older_list() {
    let desk = Desk::open();
    for (field, id) in [
        ("cloud computing", Some("usmx-umgc-cloud-computing")),
        ("bioinformatics", Some("usmx-umgc-bioinformatics")),
        ("accounting", Some("iux-accounting")),
        ("healthcare management", Some("doanex-healthcare-administration")),
        ("digital leadership", Some("bux-digital-leadership")),
        // The first has a current MicroMasters, and of the second none is on record.
        ("solar energy", None),
        ("social work", None),
    ] {
        let advice = desk.advise(&format!(
            r#"{{"field":["{field}"],"goal":"masters","credit":"nice","depth":"deep","language":["English"]}}"#
        ));
        let program = |note: &Note| match note {
            Note::Older(ix) => Some(desk.catalog.program(*ix)),
            _ => None,
        };
        let older = advice.notes.iter().filter_map(program).find(|program| *program.kind() == Kind::MicroMasters);
        assert_eq!(older.map(|program| program.id.as_str()), id, "{field}");
    }
}

#[test]
fn a_close_balance_says_toward_what_it_leans() {
    let desk = Desk::open();
    for field in FIELDS {
        let advice = desk.advise(&format!(r#"{{"field":["{field}"],"goal":"deepen","credit":"no","horizon":"18m"}}"#));
        if advice.outcome == Outcome::Close && advice.lean != 0 {
            assert!(desk.told(&advice).how_sure.contains(" to a "), "{}", desk.told(&advice).how_sure);
        }
    }
}

#[test]
fn what_keeps_several_programs_on_the_subject_out_is_said_once() {
    let desk = Desk::open();
    let (mut met, mut only) = (0, 0);
    for field in FIELDS.into_iter().chain(["water management", "sociology", "robotics", "nursing"]) {
        for answers in [r#""credit":"must""#, r#""budget":{"amount":1,"currency":"USD"}"#, r#""horizon":"2026-11-24""#]
        {
            let advice = desk.advise(&format!(r#"{{"field":["{field}"],"goal":"deepen","depth":"deep",{answers}}}"#));
            if advice.outcome != Outcome::None || advice.on_subject.len() < 2 {
                continue;
            }
            let text = desk.text(&advice);
            let section = text.split("outside your limits").nth(1).unwrap_or_default();
            let table = section.split("\n#").next().unwrap_or_default();
            let times = table.matches("no credit toward a degree, presumed").count();
            assert!(times < 2, "{field}: {table}");
            only += usize::from(table.contains("The others: "));
            met += usize::from(table.contains("All of them: "));
        }
    }
    assert!(met > 0 && only > 0, "{met} {only}");
}

#[test]
fn a_program_with_an_open_route_to_a_degree_has_a_school_on_record_wherever_credit_is_told() {
    let desk = Desk::open();
    let mut seen = 0;
    for at in 0..desk.catalog.len() {
        let program = desk.catalog.program(ProgramIx(u32::try_from(at).expect("a handle")));
        let is_open = |way: &Pathway| way.counts == Counts::Credit && way.status == PathwayStatus::Active;
        if program.pathways.iter().any(is_open) {
            seen += 1;
            let credit = program.credit.value();
            assert!(matches!(credit, Some(Credit::Pathway | Credit::Included)), "{}: {credit:?}", program.id);
        }
    }
    assert!(seen > 20, "{seen}");
    let advice = desk.advise(r#"{"field":["algorithms"],"goal":"masters","credit":"must","education":"bachelor"}"#);
    let text = desk.text(&advice);
    assert!(text.contains("at RIT") && !text.contains("o school that"), "{text}");
}

#[test]
fn the_first_line_names_the_best_program_of_each_of_two_fields_and_says_when_no_field_is_named() {
    let desk = Desk::open();
    let headline = |field: &str| {
        let advice = desk.advise(&format!(
            r#"{{"goal":"switch_career","credit":"no","depth":"practical","hours":"4-7","horizon":"12m"{field}}}"#
        ));
        desk.adviser.explainer(&desk.catalog, &advice.asked).headline(&advice)
    };
    let two = headline(r#","field":["social work or HR"]"#);
    assert!(two.contains(" for social work and at ") && two.ends_with(" for human resources."), "{two}");
    let one = headline(r#","field":["social work"]"#);
    assert!(!one.contains(" and at "), "{one}");
    let none = headline("");
    assert!(none.contains("fit equally") || none.contains("no field is named"), "{none}");
}

#[test]
fn an_advanced_user_is_warned_of_a_program_that_is_for_beginners() {
    let desk = Desk::open();
    let catches = |level: &str| {
        let advice =
            desk.advise(&format!(r#"{{"goal":"apply_now","credit":"no","field":["rust"],"level":"{level}"}}"#));
        advice.programs[0].warnings.contains(&Warning::LevelBelow)
    };
    assert!(catches("advanced") && !catches("intermediate") && !catches("beginner"));
}

#[test]
fn answers_that_would_leave_nothing_are_one_sentence_and_no_reason_beside_a_program() {
    let desk = Desk::open();
    let advice = desk.advise(
        r#"{"field":["supply chain"],"goal":"masters","credit":"must","horizon":"18m","hours":"8-12","budget":"1500-5000","level":"intermediate","language":["English"],"exams":"want","institution":{"must":["MIT"]}}"#,
    );
    let losses: Vec<&Flip> = advice.flips.iter().filter(|flip| flip.outcome == Outcome::None).collect();
    assert!(losses.len() > 2, "{losses:?}");
    let words = desk.adviser.explainer(&desk.catalog, &advice.asked);
    let told = words.flips(&advice.flips.iter().collect::<Vec<_>>());
    let (last, others) = told.split_last().expect("a change");
    assert!(last.starts_with("No program would be left if ") && last.contains(" or "), "{last}");
    assert!(others.iter().all(|one| one.starts_with("If ") && !one.contains("no program")), "{others:?}");
    let short = words.short(&advice, 0);
    assert!(short.changes.iter().all(|one| !one.contains("no program")), "{:?}", short.changes);
}

#[test]
fn of_a_handful_on_the_field_none_goes_unnamed_and_kinds_have_their_names() {
    let desk = Desk::open();
    let answers = |credit: &str| {
        format!(
            r#"{{"field":["nursing"],"goal":"apply_now","credit":"{credit}","education":"bachelor","hours":"4-7","depth":"practical","language":["English"]}}"#
        )
    };
    let nice = desk.advise(&answers("nice"));
    assert!(nice.remaining <= 3, "{}", nice.remaining);
    let mut kinds = nice.also.iter().map(|also| desk.catalog.program(also.program).kind().slug());
    assert!(kinds.any(|kind| kind == "microbachelors"), "{:?}", nice.also);
    let must = desk.advise(&answers("must"));
    let headline = desk.adviser.explainer(&desk.catalog, &must.asked).headline(&must);
    assert!(headline.contains("2 MicroBachelors"), "{headline}");
}

#[test]
fn what_was_not_found_is_said_before_the_programs_and_only_there() {
    let desk = Desk::open();
    let advice =
        desk.advise(r#"{"field":["history","blorptography"],"goal":"explore","credit":"no","depth":"practical"}"#);
    let short = desk.adviser.explainer(&desk.catalog, &advice.asked).short(&advice, 0);
    let says = |all: &[String]| all.iter().filter(|one| one.contains("blorptography")).count();
    assert_eq!((says(&short.first), says(&short.notes)), (1, 0), "{:?}", short.first);
}

#[test]
fn a_program_that_fails_more_than_the_field_is_not_said_to_need_only_another_field() {
    let desk = Desk::open();
    let answers = desk.answers(r#"{"field":["entrepreneurship"],"goal":"explore","credit":"no","budget":"lt500","hours":"lt4","horizon":"6m","depth":"practical","language":["English"]}"#);
    let why = desk.adviser.why_not(&desk.catalog, &answers, &desk.settings, "mitx-supply-chain-management");
    let nearest = desk.adviser.explainer(&desk.catalog, &why.asked).nearest(&why);
    assert!(why.reasons.len() > 1 && nearest.contains("together with other answers on "), "{nearest}");
}
