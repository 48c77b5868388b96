//! A counsellor's day with commands: three clients in turn, each advised, with two kept programs, a note and a report;
//! nothing of one client shows up in the data of another.

use predicates::str::contains;

use super::commands::{json_of, run};
use super::program::Home;

struct Client {
    name: &'static str,
    answers: &'static str,
    note: &'static str,
}

const CLIENTS: [Client; 3] = [
    Client {
        name: "Ana Ruiz",
        answers: r#"{"field": ["supply chain"], "goal": "switch_career", "hours": "8-12", "credit": "nice"}"#,
        note: "wants to leave retail",
    },
    Client {
        name: "Bogdan Wrona",
        answers: r#"{"field": ["Data Analysis & Statistics"], "goal": "first_job", "budget": "lt500",
            "credit": "no", "hours": "4-7", "depth": "practical"}"#,
        note: "no laptop before March",
    },
    Client {
        name: "Chi-Ming 陳",
        answers: r#"{"field": ["Computer Science"], "goal": "masters", "level": "advanced",
            "credit": "nice", "hours": "gt12", "depth": "deep"}"#,
        note: "asks for MIT",
    },
];

/// Advises a client, keeps the two best programs with a note, and returns their ids and the report.
fn counsel(home: &Home, client: &Client, number: usize) -> (Vec<String>, String) {
    run(home, &["profile", "new", client.name]).success();
    let path = |name: &str| home.path().join(format!("{number}-{name}")).to_str().unwrap().to_owned();
    let (answers, report) = (path("answers.json"), path("report.html"));
    std::fs::write(&answers, client.answers).unwrap();
    let result = run(home, &["recommend", "--answers", &answers, "--json"]).success();
    let result: serde_json::Value = serde_json::from_slice(&result.get_output().stdout).unwrap();
    let programs = result["programs"].as_array().unwrap().iter().take(2);
    let ids: Vec<String> = programs.map(|program| program["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(ids.len(), 2, "{} gets two programs at least", client.name);
    run(home, &["shortlist", "add", &ids[0], &ids[1]]).success();
    run(home, &["note", &ids[0], "--text", client.note]).success();
    run(home, &["record", "keep", "--answers", &answers, "--note", client.note]).success();
    run(home, &["report", "--html", &report, "--profile", client.name]).success();
    (ids, std::fs::read_to_string(&report).unwrap())
}

#[test]
fn three_clients_in_a_row_are_advised_and_nothing_is_mixed_up() {
    let home = Home::new();
    std::fs::create_dir_all(home.path()).unwrap();
    let counselled: Vec<_> = CLIENTS.iter().zip(1..).map(|(client, number)| counsel(&home, client, number)).collect();
    for (own, (ids, report)) in CLIENTS.iter().zip(&counselled) {
        let list = json_of(&home, "shortlist", &["shortlist", "--profile", own.name]);
        let kept: Vec<&str> =
            list["programs"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
        assert_eq!(kept, *ids, "{}", own.name);
        assert_eq!(list["programs"][0]["note"], own.note);
        assert!(report.contains(own.name) && report.contains(own.note), "{} is in the report", own.name);
        for other in CLIENTS.iter().filter(|other| other.name != own.name) {
            assert!(
                !report.contains(other.name) && !report.contains(other.note),
                "{} reads of {}",
                own.name,
                other.name
            );
        }
    }
    let records = json_of(&home, "record", &["record", "list"]);
    assert_eq!(records["records"].as_array().unwrap().len(), 3, "{records}");
    run(&home, &["profile", "forget", "Bogdan Wrona", "--yes"]).success();
    run(&home, &["shortlist", "--profile", "Bogdan Wrona"])
        .code(2)
        .stderr(contains("No profile is called `Bogdan Wrona`"));
    for (own, (ids, _)) in CLIENTS.iter().zip(&counselled).filter(|(own, _)| own.name != "Bogdan Wrona") {
        let list = json_of(&home, "shortlist", &["shortlist", "--profile", own.name]);
        assert_eq!(list["programs"].as_array().unwrap().len(), ids.len(), "{} lost something", own.name);
    }
}
