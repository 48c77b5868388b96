//! Two writers that are killed at any moment: everything that was reported as kept is there.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Stdio};

use super::commands::run;
use super::interrupted::kept_ids;
use super::program::Home;

/// Rounds of killing in the test suite; `PROSPECTUS_KILLS` sets another number.
const ROUNDS: usize = 3;

/// An explorer in line mode that keeps what it is told to.
fn writer(home: &Home) -> Child {
    let mut command = home.program();
    command.arg("--accessible").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    command.spawn().unwrap()
}

/// The number of lines that a writer gets in a round, and the number of rounds that use one home folder.
const LINES: usize = 20;
const ROUNDS_OF_A_HOME: usize = 5;

/// The programs that a writer reported as kept before it was killed.
fn said_until_killed(mut child: Child, ids: &[String], after: usize) -> Vec<String> {
    let (mut into, out) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    let typed: String = ids.iter().flat_map(|id| ["keep ", id, "\n"]).collect();
    into.write_all(typed.as_bytes()).unwrap();
    // The programs are kept in the order in which they were typed.
    let reports = out.lines().map_while(Result::ok).filter(|line| line.starts_with("Kept: "));
    let said = reports.zip(ids).map(|(_, id)| id.clone()).take(after).collect();
    child.kill().unwrap();
    child.wait().unwrap();
    said
}

#[test]
fn a_writer_that_is_killed_loses_nothing_that_it_said_was_kept() {
    let rounds = std::env::var("PROSPECTUS_KILLS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(ROUNDS);
    let mut home = Home::new();
    let all = run(&home, &["list", "--json", "--limit", "200"]).success();
    let all: serde_json::Value = serde_json::from_slice(&all.get_output().stdout).unwrap();
    let all = all["programs"].as_array().unwrap();
    let ids: Vec<String> = all.iter().map(|program| program["id"].as_str().unwrap().to_owned()).collect();
    let mut acknowledged = std::collections::BTreeSet::new();
    for round in 0..rounds {
        if round % ROUNDS_OF_A_HOME == 0 {
            home = Home::new();
            acknowledged.clear();
        }
        let start = round % ROUNDS_OF_A_HOME * 2 * LINES;
        // Each writer is killed after a different number of reports.
        let writers = [(start, round % 5 + 1), (start + LINES, round % 7 + 1)].map(|(from, after)| {
            let (child, ids) = (writer(&home), ids[from..from + LINES].to_vec());
            std::thread::spawn(move || said_until_killed(child, &ids, after))
        });
        let said = writers.map(|writer| writer.join().unwrap());
        assert!(said.iter().all(|said| !said.is_empty()), "round {round}: {said:?}");
        acknowledged.extend(said.into_iter().flatten());
        let kept = kept_ids(&home);
        let lost: Vec<&String> = acknowledged.difference(&kept).collect();
        assert!(lost.is_empty(), "round {round}: {lost:?}");
    }
}
