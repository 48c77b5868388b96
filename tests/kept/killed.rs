//! Two writers that are killed at any moment: whatever was said to be kept is there.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Stdio};

use super::commands::run;
use super::interrupted::kept_ids;
use super::program::Home;

/// Rounds of killing in the suite; `PROSPECTUS_KILLS` asks for more by hand.
const ROUNDS: usize = 3;

/// An explorer in lines that keeps what it is told to.
fn writer(home: &Home) -> Child {
    let mut command = home.program();
    command.arg("--accessible").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    command.spawn().unwrap()
}

#[test]
fn a_writer_that_is_killed_loses_nothing_that_it_said_was_kept() {
    let rounds = std::env::var("PROSPECTUS_KILLS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(ROUNDS);
    let home = Home::new();
    let all = run(&home, &["list", "--json", "--limit", "200"]).success();
    let all: serde_json::Value = serde_json::from_slice(&all.get_output().stdout).unwrap();
    let ids: Vec<String> =
        all["programs"].as_array().unwrap().iter().map(|program| program["id"].as_str().unwrap().to_owned()).collect();
    let mut acknowledged = std::collections::BTreeSet::new();
    for round in 0..rounds {
        let half = ids.len() / 2;
        let parts = [&ids[..half], &ids[half..]];
        // Each writer is killed after another number of acknowledgements.
        let writers: Vec<_> = parts.iter().zip([round % 5 + 1, round % 7 + 1]).map(|(ids, after)| {
            let (mut child, ids) = (writer(&home), ids.to_vec());
            std::thread::spawn(move || {
                let (mut into, out) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
                let typed: String = ids.iter().cycle().skip(round * 3).take(40).map(|id| format!("keep {id}\n")).collect();
                into.write_all(typed.as_bytes()).unwrap();
                let said = out.lines().map_while(Result::ok).filter_map(|line| {
                    let id = line.strip_prefix("Kept: ")?.rsplit_once(" (")?.1.strip_suffix(").")?.to_owned();
                    Some(id)
                });
                let said: Vec<String> = said.take(after).collect();
                child.kill().unwrap();
                child.wait().unwrap();
                said
            })
        }).collect();
        let said: Vec<Vec<String>> = writers.into_iter().map(|writer| writer.join().unwrap()).collect();
        assert!(said.iter().all(|said| !said.is_empty()), "{said:?}");
        acknowledged.extend(said.into_iter().flatten());
        let kept = kept_ids(&home);
        let lost: Vec<&String> = acknowledged.difference(&kept).collect();
        assert!(lost.is_empty(), "round {round}: {lost:?}");
    }
}

