//! Documents of the Credential Registry: classes, costs, conditions and states as its publishers write them.

use serde_json::{Value, json};

use crate::run::{Run, import_text, value, values, with_members};

const CONTEXT: &str = "https://credreg.net/ctdl/schema/context/json";

fn ctid(number: u32) -> String {
    format!("ce-88888888-aaaa-4bbb-8ccc-{number:012}")
}

fn resource(class: &str, name: &str, number: u32) -> Value {
    json!({"@id": format!("https://registry.example/resources/{}", ctid(number)), "@type": format!("ceterms:{class}"),
        "ceterms:ctid": ctid(number), "ceterms:name": {"en-US": name}})
}

fn graph(resources: &[Value]) -> Run {
    import_text("g.json", json!({"@context": CONTEXT, "@graph": resources}).to_string())
}

fn read(class: &str, more: &Value) -> Run {
    graph(&[with_members(resource(class, "Looms", 1), more)])
}

fn concept(scheme: &str, term: &str) -> Value {
    json!({"@type": "ceterms:CredentialAlignmentObject", "ceterms:targetNode": format!("{scheme}:{term}")})
}

#[test]
fn every_class_of_credential_is_a_program_by_how_its_name_ends() {
    for (class, kind) in [
        ("MasterOfFineArtsDegree", "masters"),
        ("BachelorOfMusicDegree", "other:Bachelor's"),
        ("AssociateOfNursingDegree", "other:Associate Degree"),
        ("SpecialistDegree", "other:Specialist Degree"),
        ("PreApprenticeshipCertificate", "other:Pre Apprenticeship Certificate"),
        ("VocationalSchoolDiploma", "other:Vocational School Diploma"),
        ("CertificateOfParticipation", "other:Certificate of Participation"),
        ("VideoBadge", "other:Badge"),
    ] {
        assert_eq!(value(&read(class, &json!({})).program("Looms"), "kind"), kind, "{class}");
    }
}

#[test]
fn other_resources_are_counted_with_their_class() {
    let others = ["TransferIntermediary", "CredentialOrganization", "RevocationProfile"];
    let mut resources: Vec<Value> = (2..).zip(others).map(|(number, class)| resource(class, "Other", number)).collect();
    resources.push(resource("DigitalBadge", "Looms", 1));
    let run = graph(&resources);
    assert_eq!(["read", "added", "left_out"].map(|key| run.count(key)), [4, 1, 3], "{}", run.stderr);
    assert!(run.reasons("left_out").iter().any(|reason| reason.contains("RevocationProfile")), "{}", run.report);
}

#[test]
fn when_a_cost_is_paid_does_not_say_that_it_is_a_part() {
    let cost = |pattern: &str| {
        json!({"ceterms:estimatedCost": [{"@type": "ceterms:CostProfile", "ceterms:price": 840, "ceterms:currency": "EUR",
            "ceterms:directCostType": concept("costType", "Tuition"), "ceterms:paymentPattern": {"en": pattern}}]})
    };
    for pattern in ["One-time payment at enrollment", "Before the late registration closes", "Due on admission"] {
        let price = value(&read("Certificate", &cost(pattern)).program("Looms"), "price");
        assert_eq!(price, json!({"value": 840, "currency": "EUR"}), "{pattern}");
    }
    for pattern in ["per semester", "Paid quarterly", "each"] {
        let run = read("Certificate", &cost(pattern));
        assert!(run.program("Looms").get("price").is_none(), "{pattern}");
        assert!(run.has_remark(pattern), "{}", run.stderr);
    }
}

#[test]
fn hours_of_a_course_beside_its_weeks_are_hours_a_week() {
    let times = |all: &[&str]| {
        let profiles: Vec<Value> = all.iter().map(|time| json!({"ceterms:exactDuration": time})).collect();
        json!({"ceterms:estimatedDuration": profiles})
    };
    for order in [["P6W", "PT90H"], ["PT90H", "P6W"]] {
        let course = read("Course", &times(&order)).record("courses", "Looms");
        assert_eq!((value(&course, "weeks"), value(&course, "workload")), (json!(6), json!(15)), "{order:?}");
    }
    let run = read("Course", &times(&["PT90H"]));
    assert!(run.has_remark("90 hours"), "{}", run.stderr);
}

#[test]
fn what_is_said_of_a_course_without_a_fact_for_it_is_told() {
    let run = read(
        "LearningOpportunityProfile",
        &json!({"ceterms:entryCondition": [{"ceterms:condition": {"en": ["Steady hands"]}}], "ceterms:inLanguage": ["cs"],
            "ceterms:estimatedCost": [{"ceterms:price": 30, "ceterms:currency": "USD",
                "ceterms:directCostType": concept("costType", "MaterialsFee")}]}),
    );
    for words in ["Steady hands", "cs", "Materials Fee: 30 USD"] {
        assert!(run.has_remark(words), "{words}: {}", run.stderr);
    }
}

#[test]
fn a_credential_that_requires_a_learning_program_has_its_courses() {
    let named = |class: &str, name: &str, number: u32, more: &Value| with_members(resource(class, name, number), more);
    let address = |number: u32| format!("https://registry.example/resources/{}", ctid(number));
    let program = named("LearningProgram", "Weaving", 2, &json!({"ceterms:hasPart": [address(3), address(4)]}));
    let courses = [named("Course", "Warp", 3, &json!({})), named("Course", "Weft", 4, &json!({}))];
    for requires in [
        json!(address(2)),
        json!({"@id": address(2)}),
        json!([{"@type": "ceterms:ConditionProfile", "ceterms:targetLearningOpportunity": [address(2)]}]),
    ] {
        let master = named("MasterOfArtsDegree", "Looms", 1, &json!({"ceterms:requires": requires}));
        let run = graph(&[master, program.clone(), courses[0].clone(), courses[1].clone()]);
        let master = run.program("Looms");
        assert_eq!(value(&master, "courses"), 2, "{requires}");
        assert_eq!(master["course_list"].as_array().map(Vec::len), Some(2), "{requires}");
    }
}

#[test]
fn what_a_credential_asks_for_and_leads_to_is_kept_in_words() {
    let run = graph(&[
        with_members(
            resource("Certificate", "Looms", 1),
            &json!({"ceterms:isRequiredFor": [format!("https://registry.example/resources/{}", ctid(2))],
                "ceterms:preparationFrom": [{"@type": "ceterms:ConditionProfile",
                    "ceterms:targetCredential": ["https://weavers.example/basics"]}],
                "ceterms:requires": [{"ceterms:condition": {"en": ["Pass the test of knots"]},
                    "ceterms:targetAssessment": ["https://weavers.example/test"]}]}),
        ),
        resource("Diploma", "Master weaver", 2),
    ]);
    let remarks = values(&run.program("Looms"), "remark");
    for words in ["required for “Master weaver”", "weavers.example/basics", "Pass the test of knots"] {
        assert!(
            remarks.iter().any(|remark| remark.as_str().is_some_and(|remark| remark.contains(words))),
            "{remarks:?}"
        );
    }
}

#[test]
fn levels_credit_and_majors_are_known_by_their_concepts() {
    for (term, level) in [
        ("BachelorDegreeLevel", "undergraduate"),
        ("UpperDivisionLevel", "undergraduate"),
        ("MastersDegreeLevel", "graduate"),
    ] {
        let program = read("Certificate", &json!({"ceterms:audienceLevelType": [concept("audLevel", term)]}));
        assert_eq!(value(&program.program("Looms"), "level"), json!([level]), "{term}");
    }
    let more =
        json!({"ceterms:isCreditBased": true, "ceterms:degreeMajor": [{"ceterms:targetNodeName": {"en": "Textiles"}}]});
    let program = read("BachelorDegree", &more).program("Looms");
    assert_eq!((value(&program, "credit"), value(&program, "fields")), (json!("possible"), json!(["Textiles"])));
}

#[test]
fn a_state_is_older_only_if_it_says_that_awards_have_ended() {
    for (term, status) in
        [("Active", "current"), ("Deprecated", "older"), ("Superseded", "older"), ("UnderReview", "current")]
    {
        let more = json!({"ceterms:credentialStatusType": concept("credentialStat", term)});
        assert_eq!(value(&read("Certificate", &more).program("Looms"), "status"), status, "{term}");
    }
    let envelope = json!([{"envelope_ceterms_ctid": ctid(1), "decoded_resource": {"@context": CONTEXT,
        "@graph": [resource("Badge", "Looms", 1)]},
        "node_headers": {"updated_at": "2025-05-06T10:00:00Z", "deleted_at": "2025-06-01T00:00:00Z"}}]);
    let program = import_text("e.json", envelope.to_string()).program("Looms");
    assert_eq!(value(&program, "status"), "older");
}

#[test]
fn hours_of_all_courses_are_those_of_the_program() {
    let course = |name: &str, number: u32, hours: Option<&str>| {
        let duration = hours.map(|hours| json!([{"ceterms:exactDuration": hours}]));
        with_members(resource("Course", name, number), &json!({"ceterms:estimatedDuration": duration}))
    };
    let program = |courses: &[&Value]| {
        let parts: Vec<&Value> = courses.iter().map(|course| &course["@id"]).collect();
        with_members(resource("LearningProgram", "Defence", 1), &json!({"ceterms:hasPart": parts}))
    };
    let (first, second, silent) =
        (course("Packets", 2, Some("PT30H")), course("Walls", 3, Some("PT24H")), course("Gates", 4, None));
    let run = graph(&[program(&[&first, &second]), first.clone(), second]);
    let defence = run.program("Defence");
    assert_eq!((value(&defence, "effort"), &defence["effort"][0]["basis"]), (json!(54), &json!("derived")));
    assert!(!run.has_remark("hours as a whole"), "{}", run.stderr);
    let run = graph(&[program(&[&first, &silent]), first, silent]);
    assert!(run.program("Defence").get("effort").is_none() && run.has_remark("30 hours as a whole"), "{}", run.stderr);
}
