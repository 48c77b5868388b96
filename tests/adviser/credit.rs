//! Credit toward a degree: which programs are offered to whom, and what prepares for a degree.

use prospectus::advise::Criterion;
use prospectus::plan::{PlanSettings, Station, plan, preparing};

use crate::desk::Desk;

#[test]
fn undergraduate_credit_is_offered_to_those_without_a_degree() {
    let desk = Desk::open();
    let tight =
        r#"{"goal":"masters","credit":"must","education":"none","horizon":"3m","hours":"lt4","budget":"lt500"}"#;
    let other = r#"{"credit":"must","education":"some_college","goal":"apply_now","depth":"practical","institution":{"must":["Thomas Edison State University"]}}"#;
    for json in [tight, other] {
        let advice = desk.advise(json);
        let of_kind = |program| desk.catalog.program(program).kind().slug() == "microbachelors";
        let told = desk.told(&advice);
        let beside = advice.also.iter().zip(&told.also).filter(|(also, _)| of_kind(also.program));
        let ranked = advice.programs.iter().zip(&told.programs).filter(|(one, _)| of_kind(one.program));
        let pros = ranked.flat_map(|(_, told)| told.pros.clone());
        let reasons: Vec<String> = beside.map(|(_, reason)| reason.clone()).chain(pros).collect();
        let says = |words: &str| reasons.iter().any(|reason| reason.to_lowercase().contains(words));
        assert!(says("undergraduate credit") && says("no bachelor's degree yet"), "{json}: {reasons:?}");
    }
    let holds = desk.advise(&tight.replace(r#""education":"none""#, r#""education":"master""#));
    assert!(desk.told(&holds).also.iter().all(|reason| !reason.contains("bachelor's degree yet")));
}

#[test]
fn who_starts_below_a_program_that_must_carry_credit_is_told_what_prepares_for_it() {
    let desk = Desk::open();
    // RIT's MicroMasters has courses at advanced level alone; Adelaide's for a programmer has introductory ones.
    let advice = desk.advise(
        r#"{"goal":"masters","credit":"must","education":"none","horizon":"none","hours":"8-12","level":"beginner","depth":"balanced","field":["cybersecurity"]}"#,
    );
    let stack = advice.stack.as_ref().expect("something that prepares");
    assert_eq!(Some(stack.then), advice.programs.first().map(|one| one.program));
    let said = &desk.told(&advice).others[0];
    assert!(said.contains("about cybersecurity too, at introductory level"), "{said}");
}

#[test]
fn what_is_to_be_taken_first_is_what_the_plan_says_prepares() {
    let desk = Desk::open();
    let mut steps = 0;
    for field in
        ["data science", "finance", "statistics", "supply chain", "cybersecurity", "quantum computing", "chemistry"]
    {
        let json = format!(
            r#"{{"goal":"masters","credit":"nice","level":"beginner","depth":"deep","hours":10,"education":"bachelor","field":["{field}"]}}"#
        );
        let Some(stack) = desk.advise(&json).stack else { continue };
        steps += 1;
        let known = preparing(&desk.catalog, stack.then);
        assert!(known.iter().any(|one| one.first == stack.first && one.ground == stack.ground), "{field}");
        let paths = plan(&desk.catalog, stack.then, &PlanSettings::new(jiff::civil::date(2026, 11, 23))).paths;
        assert!(paths.iter().any(|path| path.stations[0] == Station::Program(stack.first)), "{field}");
    }
    assert!(steps > 3, "{steps}");
}

#[test]
fn who_has_no_degree_and_needs_credit_gets_undergraduate_credit_first() {
    let desk = Desk::open();
    let first_kind = |json: &str| {
        let advice = desk.advise(json);
        advice.top().map(|top| desk.catalog.program(top).kind().slug())
    };
    let base = r#""credit":"must","hours":"4-7","level":"beginner","field":["statistics"]"#;
    for education in ["none", "some_college"] {
        for goal in ["bachelor", "apply_now", "explore"] {
            let json = format!(r#"{{"goal":"{goal}","education":"{education}",{base}}}"#);
            assert_eq!(first_kind(&json).as_deref(), Some("microbachelors"), "{json}");
        }
        let masters = format!(r#"{{"goal":"masters","education":"{education}",{base}}}"#);
        assert_ne!(first_kind(&masters).as_deref(), Some("microbachelors"), "graduate credit is what counts");
    }
    let degree = format!(r#"{{"goal":"explore","education":"bachelor",{base}}}"#);
    assert_ne!(first_kind(&degree).as_deref(), Some("microbachelors"));
}

#[test]
fn credit_at_a_school_names_its_route_or_what_to_ask() {
    let desk = Desk::open();
    let answers = |school: &str| {
        format!(
            r#"{{"goal":"masters","credit":{{"at":"{school}"}},"depth":"deep","hours":"8-12","field":["supply chain"]}}"#
        )
    };
    let warnings = |school: &str| desk.told(&desk.advise(&answers(school))).programs[0].warnings.join("\n");
    let mit = warnings("MIT");
    assert!(mit.contains("Massachusetts Institute of Technology may count it"), "{mit}");
    assert!(!mit.contains("No route to"), "{mit}");
    let unseen = warnings("Unseen University");
    assert!(unseen.contains("No route to Unseen University is on record: ask its admissions office"), "{unseen}");
    let given = desk.answers(r#"{"credit":"mit"}"#);
    assert_eq!(given.to_json()["credit"]["at"], "Massachusetts Institute of Technology");
    assert_eq!(desk.answers(&given.to_json().to_string()), given);
    assert!(desk.adviser.parse_answers(r#"{"credit":{"at":""}}"#).is_err());
    assert!(
        desk.adviser.parse_answers(r#"{"credit":"mus"}"#).is_err_and(|error| error.sentences()[0].contains("`must`"))
    );
}

#[test]
fn the_school_that_was_asked_for_is_named_first_with_what_is_on_record_there() {
    let desk = Desk::open();
    // Four schools take this program for credit, and two more for admission only.
    let say = |school: &str| {
        let advice = desk.advise(&format!(
            r#"{{"goal":"masters","credit":{{"at":"{school}"}},"depth":"deep","hours":"8-12","field":["supply chain"]}}"#
        ));
        let short = desk.adviser.explainer(&desk.catalog, &advice.asked).short(&advice, 0);
        [short.credit, short.holds_for_all].concat().join(" ")
    };
    for (school, named) in [
        ("Royal Roads University", "toward a degree at Royal Roads"),
        ("Harvard Extension School", "toward a degree at Harvard Extension School"),
        ("Curtin University", "On record is only that it may support an application to Curtin University"),
        (
            "The University of Queensland",
            "On record is only that it may support an application to The University of Queensland",
        ),
        ("Harvard University", "On record is only a route to Harvard Extension School"),
        ("ETH Zürich", "No route to"),
    ] {
        let said = say(school);
        assert!(said.contains(named), "{school}: {said}");
    }
}

#[test]
fn credit_toward_a_masters_counts_for_nothing_before_a_bachelors() {
    let desk = Desk::open();
    let mut seen = 0;
    for field in ["psychology", "leadership", "data science", "supply chain", "statistics"] {
        let json = format!(
            r#"{{"goal":"bachelor","education":"none","credit":"nice","level":"beginner","depth":"balanced","field":["{field}"]}}"#
        );
        for one in desk.advise(&json).programs {
            let kind = desk.catalog.program(one.program).kind().slug();
            let credit = one.contributions.iter().find(|part| part.criterion == Criterion::Credit);
            let worth = credit.map_or(0.0, |part| part.value.mid);
            assert!(kind == "microbachelors" || worth <= 0.1, "{field}: {kind} {worth}");
            seen += usize::from(kind != "microbachelors" && credit.is_some());
        }
    }
    assert!(seen > 5, "{seen}");
}
