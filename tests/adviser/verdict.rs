//! The verdict on the shipped catalogue: the personas of the guide with the outcome and reasons that they must get, and
//! how certain the verdict is.

use prospectus::advise::{Advice, Caveat, Chance, Outcome, Place, Question, Strength};

use crate::desk::Desk;
use crate::personas::PERSONAS;

#[test]
fn every_persona_gets_its_outcome_its_lean_and_its_reasons() {
    let desk = Desk::open();
    for (who, answers, lean, outcome, words) in PERSONAS {
        let advice = desk.advise(answers);
        assert_eq!((advice.outcome.slug(), advice.lean), (*outcome, *lean), "{who}");
        let text = desk.told(&advice).all().join("\n");
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
    // By the newest evidence its price takes nearly all of a budget of US$500 to 1,500. Shorter data science programs
    // by Harvard cost less of it and come first there.
    assert_eq!(first("P05")[0], "harvardx-data-science", "its price is within the budget, if near its end");
    assert_eq!(first("P05 without a budget")[0], "harvardx-data-science");
    assert!(first("P01").iter().any(|id| id.starts_with("mitx-statistics-and-data-science-")));
    // The program comes after the four tracks of MIT.
    let p01 = PERSONAS.iter().find(|persona| persona.0 == "P01").expect("a persona");
    let ranking = desk.advise(p01.1).ranking;
    let is_umbc = |place: &Place| desk.catalog.program(place.program).id == "umbc-data-science-and-visualization";
    assert!(ranking.iter().take(5).any(is_umbc));
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
    let advice = desk.advise(PERSONAS[3].1);
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
    let words = desk.adviser.explainer(&desk.catalog, &advice.asked);
    let removal = words.removals(*out).next().expect("a reason");
    assert_eq!((removal.question, removal.fact.as_str()), (None, "last seen in the list of October 2021"));
    desk.settings.include_older = true;
    assert!(desk.advise(answers).knocked_out.iter().all(|out| out.questions().all(|question| question.is_some())));
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
    assert_eq!(advice.strength, Strength::Close, "what the limits force is never called strong");
    let headline = desk.told(&advice).headline;
    assert!(headline.contains("pointed to a Professional Certificate"), "{headline}");
}

#[test]
fn the_subject_decides_the_kind_where_only_one_teaches_it() {
    let desk = Desk::open();
    let deep = r#"{"goal":"masters","credit":"nice","hours":"8-12","depth":"deep","field":["social work"]}"#;
    let advice = desk.advise(deep);
    assert_eq!((advice.outcome, advice.by_constraint), (Outcome::ProfessionalCertificate, true));
    let headline = desk.told(&advice).headline;
    assert!(headline.starts_with("No MicroMasters is about social work; "), "{headline}");
    assert!(headline.contains("pointed to a MicroMasters"), "{headline}");
    let alone = desk.advise(r#"{"field":["social work"]}"#);
    assert_eq!((alone.outcome, alone.by_constraint), (Outcome::ProfessionalCertificate, true));
    assert_eq!(alone.strength, Strength::Close, "so few answers make nothing clear");
}

#[test]
fn goals_that_start_something_lean_as_the_table_says() {
    let desk = Desk::open();
    let lean = |goal: &str| desk.advise(&format!(r#"{{"goal":"{goal}"}}"#)).lean;
    let goals = ["first_job", "switch_career", "return_to_work", "explore", "bachelor", "deepen", "masters"];
    assert_eq!(goals.map(lean), [-1, -1, -1, -1, 0, 1, 2]);
    assert_eq!(lean("apply_now"), -2);
}

#[test]
fn a_crowded_first_place_is_told_before_the_programs() {
    let desk = Desk::open();
    let advice = desk.advise(r#"{"goal":"apply_now","credit":"no","exams":"fine","hours":"4-7"}"#);
    let first = advice.ranking.iter().filter(|place| place.rank == 1).count();
    let more = first - advice.programs.len();
    let told = desk.told(&advice);
    let crowd = told.crowd.clone().expect("a crowd");
    assert!(crowd.contains(&format!("{more} more fit equally well")) && crowd.contains("means nothing"), "{crowd}");
    let text = desk.text(&advice);
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} is missing:\n{text}"));
    assert!(place("more fit equally well") < place("1="));
    let says_so = |note: &String| note.contains(&format!("{more} more fit as well as"));
    assert!(told.notes.iter().any(says_so), "{:?}", told.notes);
    assert_eq!(desk.advise(PERSONAS[2].1).crowd, None);
}

#[test]
fn a_crowd_in_the_first_place_is_broken_by_a_field_or_an_answer_and_not_by_looking_up() {
    let desk = Desk::open();
    let crowd = desk.told(&desk.advise(r#"{"goal":"apply_now","depth":"practical","horizon":"6m"}"#));
    assert!(crowd.next_steps[0].starts_with("Name a field."), "{:?}", crowd.next_steps);
    assert!(crowd.next_steps.iter().all(|step| !step.contains("check price")), "{:?}", crowd.next_steps);
}

#[test]
fn the_presumption_about_credit_counts_only_what_nothing_else_removes() {
    let mut desk = Desk::open();
    let json = r#"{"goal":"masters","credit":"must","depth":"deep","horizon":"6m","hours":"4-7"}"#;
    let before = desk.advise(json);
    let notes = desk.told(&before).notes;
    let note = notes.iter().find(|note| note.contains("usually carries no credit")).expect("the note");
    desk.settings.presume_no_credit = false;
    let freed = desk.advise(json).remaining - before.remaining;
    assert!(note.starts_with(&format!("{freed} programs are left out")), "{freed}: {note}");
}

#[test]
fn other_kinds_are_named_for_reasons_of_their_own() {
    let mut desk = Desk::open();
    desk.settings.include_older = true;
    let reasons = |goal: &str| -> Vec<(String, String)> {
        let advice = desk.advise(&format!(
            r#"{{"goal":"{goal}","credit":"nice","education":"bachelor","depth":"deep","field":["computer science"]}}"#
        ));
        let of = |also: &prospectus::advise::Also| desk.catalog.program(also.program).kind().slug();
        advice.also.iter().map(of).zip(desk.told(&advice).also).collect()
    };
    let says = |all: &[(String, String)], kind: &str, words: &str| {
        all.iter().any(|(of, reason)| of == kind && reason.contains(words))
    };
    let masters = reasons("masters");
    assert!(says(&masters, "masters", "the degree itself"), "{masters:?}");
    assert!(says(&masters, "xseries", "without credit"), "{masters:?}");
    let deepen = reasons("deepen");
    assert!(!deepen.iter().any(|(kind, _)| kind == "masters" || kind == "microbachelors"), "{deepen:?}");
}

#[test]
fn no_relaxation_and_no_flip_leads_off_the_field() {
    let desk = Desk::open();
    let advice = desk.advise(
        r#"{"goal":"masters","credit":"must","education":"bachelor","horizon":"3m","hours":2,"level":"beginner","field":{"only":["Philosophy & Ethics"]},"depth":"deep","exams":"avoid","pacing":"self_only","language":["Arabic"]}"#,
    );
    assert_eq!(advice.outcome, Outcome::None);
    assert!(!advice.relaxations.is_empty());
    let changes = advice.relaxations.iter().map(|one| &one.set).chain(advice.flips.iter().map(|one| &one.set));
    assert!(changes.flatten().all(|(question, _)| *question != Question::Field), "{:?}", advice.relaxations);
}

#[test]
fn no_value_of_a_criterion_leaves_its_scale_however_far_the_answers_lean() {
    let desk = Desk::open();
    let strong = desk.adviser.questionnaire().verdict.strong;
    let furthest = PERSONAS.iter().map(|(_, answers, ..)| desk.advise(answers)).max_by_key(|advice| advice.lean.abs());
    let furthest = furthest.expect("there are personas");
    assert!(furthest.lean.abs() > strong, "somebody has to lean further than it takes: {}", furthest.lean);
    for part in furthest.programs.iter().flat_map(|ranked| &ranked.contributions) {
        let (low, high) = (part.value.low, part.value.high);
        assert!(0.0 <= low && low <= high && high <= 1.0, "{:?} of {low} to {high}", part.criterion);
    }
}

#[test]
fn what_remains_and_what_was_removed_are_all_there_is() {
    let desk = Desk::open();
    for (who, answers, ..) in PERSONAS {
        let advice = desk.advise(answers);
        assert_eq!(advice.remaining + advice.knocked_out.len(), desk.catalog.len(), "{who}");
    }
}

#[test]
fn an_answer_that_changes_only_the_first_program_is_told_too() {
    let desk = Desk::open();
    let all: Vec<Advice> = PERSONAS.iter().map(|(_, answers, ..)| desk.advise(answers)).collect();
    let of_first_alone =
        |advice: &Advice| advice.flips.iter().any(|flip| !flip.changes_outcome && flip.top != advice.top());
    assert!(all.iter().any(of_first_alone), "no persona is told that another program would be first");
}

#[test]
fn the_kind_that_the_answers_point_to_has_the_sign_of_the_lean() {
    let desk = Desk::open();
    let (mut same, mut other) = (0, 0);
    for field in ["rust", "development economics", "social work", "genomics", "solar energy", "hospitality", "wine"] {
        for goal in ["apply_now", "first_job", "explore", "deepen", "masters"] {
            for (credit, depth) in
                [("no", "practical"), ("nice", "balanced"), ("must", "deep"), ("no", "deep"), ("no", ""), ("must", "")]
            {
                let mut answers = serde_json::json!({"field": [field], "goal": goal, "credit": credit, "depth": depth});
                if depth.is_empty() {
                    answers.as_object_mut().map(|all| all.remove("depth"));
                }
                let advice = desk.advise(&answers.to_string());
                let headline = desk.told(&advice).headline;
                let leans_to = if advice.lean > 0 { Outcome::MicroMasters } else { Outcome::ProfessionalCertificate };
                let is_pointed_to = |kind: &str| headline.contains(&format!("pointed to a {kind}"));
                if is_pointed_to("MicroMasters") || is_pointed_to("Professional Certificate") {
                    assert_eq!(is_pointed_to("MicroMasters"), advice.lean > 0, "{answers}: {headline}");
                    assert_ne!(advice.outcome, leans_to, "{answers}: {headline}");
                    other += 1;
                } else if headline.contains("point to it too") {
                    assert_eq!(advice.outcome, leans_to, "{answers}: {headline}");
                    same += 1;
                }
            }
        }
    }
    assert!(same > 5 && other > 5, "{same} {other}");
}

#[test]
fn a_relaxation_names_what_comes_first_once_it_is_applied() {
    let desk = Desk::open();
    let (mut applied, mut unlikely) = (0, 0);
    let mut all = vec![IN_LITTLE_TIME.to_owned()];
    for (field, language) in
        [("statistics", "Italian"), ("nursing", "French"), ("supply chain", "Portuguese"), ("law", "Italian")]
    {
        all.extend(["masters", "apply_now"].map(|goal| {
            format!(
                r#"{{"field":["{field}"],"goal":"{goal}","credit":"nice","horizon":"3m","hours":"lt4","language":["{language}"],"exams":"avoid","institution":{{"prefer":["Harvard"]}}}}"#
            )
        }));
    }
    for json in all {
        for one in desk.advise(&json).relaxations {
            let answers = desk.answers(&json).with(&one.set);
            let then = desk.adviser.advise(&desk.catalog, &answers, &desk.settings);
            assert!(then.top().is_none_or(|top| top == one.best), "{json}");
            let is_hardly = then.caveats.iter().any(|caveat| matches!(caveat, Caveat::HardlyPossible(_)));
            assert!(!is_hardly || one.chance == Chance::Unlikely, "{json}: {:?}", one.set);
            unlikely += usize::from(is_hardly);
            applied += usize::from(then.top().is_some());
        }
    }
    assert!(applied > 0 && unlikely > 0, "{applied} {unlikely}");
}

/// Answers that leave nothing, of which several can be relaxed.
const IN_LITTLE_TIME: &str = r#"{"goal":"masters","credit":"must","horizon":"3m","hours":"4-7","budget":"lt500","exams":"avoid","field":["law"]}"#;

#[test]
fn if_nothing_is_left_what_the_wanted_school_has_on_the_field_comes_first() {
    let desk = Desk::open();
    for (field, school) in [("supply chain", "MIT"), ("cybersecurity", "RIT"), ("data science", "Harvard")] {
        let json = format!(
            r#"{{"goal":"masters","credit":"must","horizon":"3m","hours":"lt4","budget":"lt500","field":["{field}"],"institution":{{"prefer":["{school}"]}}}}"#
        );
        let advice = desk.advise(&json);
        assert_eq!(advice.outcome, Outcome::None, "{json}");
        let first = desk.catalog.program(advice.on_subject[0]);
        let schools = first.institutions().iter().map(|ix| &desk.catalog.institution(*ix).short);
        assert!(schools.into_iter().any(|short| *short == *school), "{json}: {}", first.id);
    }
}

#[test]
fn what_a_credential_is_for_is_the_last_that_a_relaxation_gives_up() {
    let desk = Desk::open();
    let advice = desk.advise(IN_LITTLE_TIME);
    let gives_up_credit: Vec<bool> = advice
        .relaxations
        .iter()
        .map(|one| one.set.iter().any(|(question, _)| *question == Question::Credit))
        .collect();
    assert!(gives_up_credit.len() > 1 && gives_up_credit.is_sorted(), "{:?}", advice.relaxations);
}

#[test]
fn a_kind_that_only_touches_the_field_is_not_said_to_be_ruled_out_by_limits() {
    let desk = Desk::open();
    let advice = desk.advise(
        r#"{"goal":"deepen","education":"master","hours":"4-7","language":["French","English"],"level":"advanced","field":["droits de l'homme"]}"#,
    );
    let text = desk.text(&advice);
    let passes = advice.also.iter().any(|also| desk.catalog.program(also.program).kind().slug() == "micromasters");
    assert!(!passes || !text.contains("Your limits leave only"), "{text}");
}

#[test]
fn the_finished_courses_are_among_the_answers_by_their_titles() {
    let desk = Desk::open();
    for (done, titles) in [
        ("mitx-supply-chain-analytics", vec!["Supply Chain Analytics"]),
        ("Supply Chain Analytics\",\"no such course", vec!["Supply Chain Analytics"]),
        ("no such course", vec![]),
    ] {
        let json = format!(
            r#"{{"goal":"masters","credit":"nice","depth":"deep","field":["supply chain"],"done":["{done}"]}}"#
        );
        let advice = desk.advise(&json);
        let told = desk.adviser.explainer(&desk.catalog, &advice.asked).finished();
        assert_eq!(told.is_some(), !titles.is_empty(), "{done}: {told:?}");
        assert!(titles.iter().all(|title| told.as_ref().is_some_and(|told| told.contains(title))), "{done}: {told:?}");
        assert!(told.is_none_or(|told| !told.contains("no such")));
    }
}
