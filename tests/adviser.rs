//! The adviser on the shipped catalogue: the personas of the guide with the outcome and the reasons they must get, and
//! what a person meets who asks further.

use prospectus::advise::{Advice, Adviser, Answers, Outcome, Question, Questionnaire, Settings, Standing};
use prospectus::catalog::Catalog;
use prospectus::export::advice::{result_json, what_if_json, why_not_json};
use prospectus::export::{Depth, advice_page, page_markdown};

struct Desk {
    catalog: Catalog,
    adviser: Adviser,
    settings: Settings,
}

impl Desk {
    fn open() -> Self {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let adviser = Adviser::new(&catalog, Questionnaire::embedded().expect("the shipped questionnaire"));
        Self { catalog, adviser, settings: Settings::new(jiff::civil::date(2026, 11, 23)) }
    }

    fn answers(&self, json: &str) -> Answers {
        self.adviser.parse_answers(json).unwrap_or_else(|error| panic!("{json}: {error}"))
    }

    fn advise(&self, json: &str) -> Advice {
        self.adviser.advise(&self.catalog, &self.answers(json), &self.settings)
    }

    fn text(&self, advice: &Advice) -> String {
        page_markdown(&advice_page(&self.catalog, advice, Depth::Short))
    }

    fn shown(&self, advice: &Advice) -> Vec<String> {
        advice.programs.iter().map(|one| self.catalog.program(one.program).id.to_string()).collect()
    }
}

/// Who, what they answer, the lean, the outcome, and words that the result must say.
type Persona = (&'static str, &'static str, i32, &'static str, &'static [&'static str]);

const PERSONAS: &[Persona] = &[
    (
        "P01",
        r#"{"goal":"switch_career","credit":"nice","education":"bachelor","horizon":"18m","hours":"8-12","budget":"500-1500","level":"intermediate","field":["data science"],"depth":"deep","exams":"fine","language":["English"]}"#,
        4,
        "MM",
        &[
            "separate application",
            "instructor-paced",
            "18–24 months",
            "UC San Diego",
            "last seen in the list of October 2021",
        ],
    ),
    (
        "P02",
        r#"{"goal":"apply_now","credit":"no","education":"bachelor","horizon":"6m","hours":"4-7","budget":"500-1500","level":"beginner","field":["business analytics"],"depth":"practical","language":["English"]}"#,
        -7,
        "PC",
        &["skill for your present job", "Credit toward a degree does not matter to you", "no credit toward a degree"],
    ),
    (
        "P03",
        r#"{"goal":"masters","credit":"must","education":"bachelor","horizon":"18m","hours":"8-12","budget":"1500-5000","level":"intermediate","field":["supply chain"],"depth":"deep","institution":["MIT"],"language":["English"]}"#,
        9,
        "MM",
        &["if you are admitted", "one semester on campus", "about 40 places", "proctored", "MITx Online"],
    ),
    (
        "P04",
        r#"{"goal":"switch_career","credit":"no","horizon":"6m","hours":"8-12","level":"intermediate","field":["AI"],"depth":"practical","institution":["Columbia"],"language":["English"]}"#,
        -4,
        "PC",
        &["was a MicroMasters from 2016", "It carries no credit toward a degree"],
    ),
    (
        "P05",
        r#"{"goal":"switch_career","credit":"no","horizon":"none","hours":"lt4","budget":"500-1500","level":"beginner","field":["data science"],"depth":"balanced","institution":["Harvard"],"language":["English"]}"#,
        -3,
        "PC",
        &["about 17 months at 2–3 hours a week", "offered by Harvard, which you prefer"],
    ),
    (
        "P06",
        r#"{"goal":"deepen","credit":"nice","horizon":"none","hours":"8-12","level":"advanced","field":["data science"],"depth":"deep","exams":"want","language":["English"]}"#,
        8,
        "MM",
        &["capstone", "proctored", "18–24 months"],
    ),
    (
        "P07",
        r#"{"goal":"apply_now","credit":"no","horizon":"3m","depth":"practical","field":["PM"],"language":["English"]}"#,
        -7,
        "PC",
        &[],
    ),
    (
        "P08",
        r#"{"goal":"apply_now","credit":"no","horizon":"6m","level":"intermediate","depth":"practical","field":["cybersecurity"],"language":["English"]}"#,
        -6,
        "PC",
        &[],
    ),
    (
        "P09",
        r#"{"goal":"apply_now","credit":"no","horizon":"3m","level":"intermediate","depth":"practical","field":["blockchain"],"language":["English"]}"#,
        -7,
        "PC",
        &["blockchain"],
    ),
    (
        "P11",
        r#"{"goal":"masters","credit":"must","education":"bachelor","horizon":"none","hours":"8-12","depth":"deep","field":["supply chain"],"language":["English"]}"#,
        9,
        "MM",
        &["if you are admitted", "one semester on campus", "about 40 places", "proctored", "MITx Online"],
    ),
    (
        "P12",
        r#"{"goal":"apply_now","credit":"no","horizon":"3m","hours":"4-7","level":"beginner","depth":"practical"}"#,
        -8,
        "PC",
        &[],
    ),
    (
        "P13",
        r#"{"goal":"explore","credit":"nice","education":"bachelor","horizon":"18m","hours":"8-12","depth":"deep"}"#,
        4,
        "MM",
        &["first and see whether it suits you", "You can stop after any of its"],
    ),
    ("P14", r#"{"goal":"explore","credit":"no","horizon":"3m","hours":"lt4","depth":"practical"}"#, -7, "PC", &[]),
    (
        "P16",
        "{}",
        0,
        "NOT_ENOUGH",
        &[
            "too little for a verdict",
            "What should this credential do for you first?",
            "A Professional Certificate is for a skill",
        ],
    ),
    (
        "P17",
        r#"{"goal":"deepen","credit":"no","horizon":"12m","hours":"4-7","level":"intermediate","depth":"balanced"}"#,
        0,
        "CLOSE",
        &["would settle it", "Professional Certificate", "MicroMasters"],
    ),
    (
        "P19",
        r#"{"goal":"masters","credit":"nice","level":"beginner","hours":"8-12","horizon":"none","depth":"deep"}"#,
        6,
        "MM",
        &["prepare first", "prepares for", "does not count as credit"],
    ),
    (
        "P23",
        r#"{"goal":"deepen","credit":"no","education":"master","horizon":"12m","hours":"4-7","level":"advanced","depth":"deep"}"#,
        3,
        "MM",
        &["Credit played no part"],
    ),
];

#[test]
fn every_persona_gets_its_outcome_its_lean_and_its_reasons() {
    let desk = Desk::open();
    for (who, answers, lean, outcome, words) in PERSONAS {
        let advice = desk.advise(answers);
        assert_eq!((advice.outcome.slug(), advice.lean), (*outcome, *lean), "{who}");
        let text = desk.text(&advice);
        for words in *words {
            assert!(text.contains(words), "{who} is not told `{words}`:\n{text}");
        }
    }
}

#[test]
fn the_programs_that_the_guide_has_in_mind_come_first() {
    let desk = Desk::open();
    let first = |who: &str| {
        let persona = PERSONAS.iter().find(|persona| persona.0 == who).expect("a persona");
        desk.shown(&desk.advise(persona.1))
    };
    assert_eq!(first("P03")[0], "mitx-supply-chain-management");
    assert_eq!(first("P11")[0], "mitx-supply-chain-management");
    assert_eq!(first("P05")[0], "harvardx-data-science");
    assert!(first("P01").iter().any(|id| id.starts_with("mitx-statistics-and-data-science-")));
    assert!(first("P01").contains(&"umbc-data-science-and-visualization".to_owned()));
    assert!(first("P06")[0].starts_with("mitx-statistics-and-data-science-"));
}

#[test]
fn a_close_call_shows_both_kinds_and_names_the_question_that_decides() {
    let desk = Desk::open();
    let advice = desk.advise(
        r#"{"goal":"deepen","credit":"no","horizon":"12m","hours":"4-7","level":"intermediate","depth":"balanced"}"#,
    );
    let kinds: Vec<String> =
        advice.programs.iter().map(|one| desk.catalog.program(one.program).kind().slug()).collect();
    assert!(kinds.contains(&"professional-certificate".to_owned()) && kinds.contains(&"micromasters".to_owned()));
    let decides = advice.decides.expect("a question decides");
    assert!(advice.flips.iter().any(|flip| flip.set[0].0 == decides && flip.changes_outcome));
}

#[test]
fn only_programs_of_the_recommended_kind_are_ranked_and_the_best_other_one_is_named() {
    let desk = Desk::open();
    let advice = desk.advise(PERSONAS[1].1);
    assert!(
        advice
            .ranking
            .iter()
            .all(|place| desk.catalog.program(place.program).kind().slug() == "professional-certificate")
    );
    assert_eq!(desk.catalog.program(advice.also[0].program).kind().slug(), "micromasters");
}

#[test]
fn older_programs_are_out_with_their_date_until_they_are_let_in() {
    let mut desk = Desk::open();
    let answers = PERSONAS[0].1;
    let older = desk.catalog.find("uc-san-diegox-data-science").expect("it is in the catalogue");
    let advice = desk.advise(answers);
    let out = advice.knocked_out.iter().find(|out| out.program == older).expect("it is out");
    assert_eq!(
        (out.reasons[0].question_slug(), out.reasons[0].fact.as_str()),
        ("status", "last seen in the list of October 2021")
    );
    desk.settings.include_older = true;
    assert!(desk.advise(answers).knocked_out.iter().all(|out| out.reasons[0].question.is_some()));
}

#[test]
fn a_lifted_limit_removes_nothing_more() {
    let mut desk = Desk::open();
    let answers = r#"{"goal":"masters","credit":"must","depth":"deep","hours":"8-12"}"#;
    let before = desk.advise(answers);
    desk.settings.lifted.insert(Question::Credit);
    let after = desk.advise(answers);
    assert!(before.limits.contains(&Question::Credit) && !after.limits.contains(&Question::Credit));
    assert!(after.remaining > before.remaining);
    assert_eq!(after.lean, before.lean);
}

#[test]
fn limits_that_leave_only_another_kind_or_nothing_say_so() {
    let desk = Desk::open();
    let bachelors = r#"{"credit":"must","horizon":"3m","hours":"4-7","budget":{"amount":1,"currency":"USD"},"goal":"apply_now","institution":{"must":["LSE"]}}"#;
    let advice = desk.advise(bachelors);
    if advice.outcome == Outcome::None {
        assert!(!advice.relaxations.is_empty());
    }
    let nothing = desk.advise(
        r#"{"language":["French"],"institution":{"must":["MIT"]},"goal":"masters","depth":"deep","level":"advanced"}"#,
    );
    assert_eq!(nothing.outcome, Outcome::None);
    assert!(nothing.programs.is_empty() && nothing.ranking.is_empty());
    assert_eq!(nothing.relaxations.len(), 2, "each of the two limits suffices alone: {:?}", nothing.relaxations);
}

#[test]
fn one_kind_left_by_the_limits_is_told_as_a_constraint() {
    let desk = Desk::open();
    let advice = desk.advise(
        r#"{"goal":"apply_now","credit":"must","horizon":"6m","hours":"lt4","depth":"practical","level":"beginner"}"#,
    );
    assert!(advice.lean < -1, "{}", advice.lean);
    assert_eq!((advice.outcome, advice.by_constraint), (Outcome::MicroMasters, true));
    assert!(advice.headline.contains("pointed to a Professional Certificate"), "{}", advice.headline);
}

#[test]
fn money_of_another_currency_is_unknown_and_is_said_to_be() {
    let desk = Desk::open();
    let advice = desk
        .advise(r#"{"goal":"apply_now","credit":"no","depth":"practical","budget":{"amount":10,"currency":"CHF"}}"#);
    assert_eq!(
        advice
            .knocked_out
            .iter()
            .flat_map(|out| &out.reasons)
            .filter(|reason| reason.question == Some(Question::Budget))
            .count(),
        0
    );
    assert!(
        advice.programs[0].warnings.iter().any(|warning| warning.contains("CHF")),
        "{:?}",
        advice.programs[0].warnings
    );
}

#[test]
fn why_not_names_the_failed_limit_the_nearest_change_and_what_is_not_there() {
    let desk = Desk::open();
    let answers = desk.answers(PERSONAS[1].1);
    let ask = |id: &str| desk.adviser.why_not(&desk.catalog, &answers, &desk.settings, id);
    let why = ask("mitx-statistics-and-data-science-general-track");
    assert_eq!(why.standing, Standing::KnockedOut);
    assert!(why.reasons.iter().any(|reason| reason.question == Some(Question::Horizon)));
    assert!(why.nearest.is_some());
    let json = why_not_json(&why, &desk.catalog);
    assert_eq!(json["verdict"], "knocked_out");
    assert_eq!(ask("michiganx-data-science").standing, Standing::NotInCatalog);
    let first = desk.shown(&desk.advise(PERSONAS[1].1))[0].clone();
    assert_eq!(ask(&first).standing, Standing::Recommended);
}

#[test]
fn what_if_tells_the_movement_of_every_program() {
    let desk = Desk::open();
    let before = desk.answers(PERSONAS[1].1);
    let after = desk.adviser.with_setting(&before, "hours=gt12").expect("a setting");
    let what_if = desk.adviser.what_if(&desk.catalog, &before, &desk.settings, &after);
    for one in &what_if.moves {
        assert_eq!(what_if.before.place(one.program).map(|place| place.rank), one.from);
        assert_eq!(what_if.after.place(one.program).map(|place| place.rank), one.to);
        assert_ne!(one.from, one.to);
    }
    let json = what_if_json(&what_if, &desk.catalog);
    assert_eq!(json.as_object().expect("an object").keys().collect::<Vec<_>>(), ["before", "after", "moves"]);
}

#[test]
fn the_keys_of_the_result_are_the_contract() {
    let desk = Desk::open();
    let json = result_json(&desk.advise(PERSONAS[2].1), &desk.catalog);
    let keys: Vec<&str> = json.as_object().expect("an object").keys().map(String::as_str).collect();
    let fixed = [
        "outcome",
        "strength",
        "lean",
        "by_constraint",
        "limits",
        "told",
        "programs",
        "also",
        "knocked_out",
        "relaxations",
        "flips",
        "decides",
    ];
    assert_eq!(keys[..fixed.len()], fixed);
    assert_eq!(keys[keys.len() - 3..], ["catalog", "engine", "as_of"]);
    let contribution = &json["programs"][0]["contributions"][0];
    for key in ["criterion", "points", "weight", "value", "basis", "reason"] {
        assert!(!contribution[key].is_null(), "{key}");
    }
    assert_eq!(json["as_of"], "2026-11-23");
    assert_eq!(json["decides"], serde_json::Value::Null);
}

#[test]
fn a_file_of_answers_reports_every_slip_at_once_with_the_nearest_name() {
    let desk = Desk::open();
    let wrong = r#"{"gaol":"masters","goal":"maters","hours":"8-13","horizon":"2027-13-01","language":["Englsh"],"institution":{"mustt":["MIT"]},
        "budget":{"amount":900},"level":7,"depth":"deep","depth":"deep"}"#;
    let problems = desk.adviser.parse_answers(wrong).expect_err("slips").0;
    let text = problems.join("\n");
    for part in [
        "`gaol`",
        "Did you mean `goal`?",
        "Did you mean `masters`?",
        "`8-13`",
        "`2027-13-01`",
        "Did you mean `English`?",
        "`mustt`",
        "currency",
        "`7`",
        "answered twice",
    ] {
        assert!(text.contains(part), "{part}:\n{text}");
    }
    assert_eq!(problems.len(), 9, "{text}");
    assert!(desk.adviser.parse_answers("[1]").is_err() && desk.adviser.parse_answers("{").is_err());
}

#[test]
fn answers_written_down_read_the_same() {
    let desk = Desk::open();
    let all = r#"{"goal":"switch_career","credit":"nice","education":"bachelor","horizon":"2027-06-30","hours":6.5,"budget":{"amount":900,"currency":"EUR"},
        "level":{"is":"beginner","cannot_prepare":true},"field":{"only":["AI","data analysis and statistics"]},"depth":"deep","exams":"fine","pacing":"either",
        "institution":{"prefer":["MIT"],"must":["harvard"]},"language":"English"}"#;
    let answers = desk.answers(all);
    assert_eq!(answers.len(), 13);
    assert_eq!(desk.answers(&answers.to_json().to_string()), answers);
    assert_eq!(answers.to_json()["institution"]["prefer"][0], "Massachusetts Institute of Technology");
    assert_eq!(answers.to_json()["field"]["only"][1], "Data Analysis & Statistics");
}

#[test]
fn settings_typed_at_a_prompt_are_read_like_a_file() {
    let desk = Desk::open();
    let read = |setting: &str| {
        desk.adviser.with_setting(&Answers::new(), setting).map(|answers| answers.to_json().to_string())
    };
    assert_eq!(read("hours=6").as_deref(), Ok(r#"{"hours":6}"#));
    assert_eq!(read("budget=900 EUR").as_deref(), Ok(r#"{"budget":{"amount":900,"currency":"EUR"}}"#));
    assert_eq!(read("field=only: AI, blockchain").as_deref(), Ok(r#"{"field":{"only":["AI","blockchain"]}}"#));
    assert_eq!(read("credit=").as_deref(), Ok("{}"));
    assert!(read("hours=many").is_err() && read("hours").is_err() && read("hour=6").is_err());
}
