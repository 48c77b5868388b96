//! `prospectus completions` and `prospectus man`: values from the catalogue, and file names only for
//! arguments that are files.

use std::io::Write;
use std::process::Command;

use crate::program::command;

fn script(shell: &str) -> String {
    let made = command().args(["completions", shell]).assert().success();
    String::from_utf8(made.get_output().stdout.clone()).unwrap()
}

#[test]
fn shells_get_the_commands_and_the_values_of_the_catalogue() {
    for shell in ["bash", "zsh", "fish"] {
        let script = script(shell);
        for word in ["micromasters", "computer-science", "spanish", "shortlist"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    // The generators for these two shells know options and commands, but no values.
    for shell in ["powershell", "elvish"] {
        assert!(script(shell).contains("shortlist"), "{shell}");
    }
    assert!(script("bash").contains("mitx-supply-chain-management"));
}

#[test]
fn every_value_that_is_offered_is_understood() {
    let offered = |option: &[&str]| offered(&script("bash"), option);
    for (option, at_least) in [("--kind", 5), ("--field", 20), ("--institution", 50), ("--language", 5)] {
        let words = offered(&["list", option, ""]);
        assert!(words.len() >= at_least, "{option}: {words:?}");
        for word in words.iter().step_by(7) {
            command().args(["list", option, word, "--limit", "1"]).assert().success();
        }
    }
}

#[test]
fn point_48_no_files_are_offered_where_a_word_or_a_number_is_meant() {
    let script = script("bash");
    let folder = env!("CARGO_MANIFEST_DIR");
    assert!(offered(&script, &["--catalog", ""]).contains(&"Cargo.toml".to_owned()), "from {folder}");
    for words in
        [&["--as-of", ""][..], &["plan", "--hours", ""], &["plan", "--start", ""], &["list", "--max-months", ""]]
    {
        assert!(!offered(&script, words).contains(&"Cargo.toml".to_owned()), "{words:?}");
    }
}

/// The completions of bash after these words, in the folder of the project.
fn offered(script: &str, words: &[&str]) -> Vec<String> {
    let quoted: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    let (last, before) = (words[words.len() - 1], words.get(words.len().wrapping_sub(2)).unwrap_or(&"prospectus"));
    let asked = format!(
        "{script}\nCOMP_WORDS=(prospectus {}); COMP_CWORD={}; COMPREPLY=(); _prospectus prospectus '{last}' '{before}'; \
         printf '%s\\n' \"${{COMPREPLY[@]}}\"",
        quoted.join(" "),
        words.len()
    );
    // The script is too long for a command-line argument.
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(asked.as_bytes()).unwrap();
    let run = Command::new("bash").arg("--norc").arg(file.path()).current_dir(env!("CARGO_MANIFEST_DIR")).output();
    let run = run.expect("bash is part of every system on which the tests run");
    String::from_utf8_lossy(&run.stdout).lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[test]
fn point_49_the_manual_has_a_date_and_the_version_in_its_footer() {
    for words in [&["man"][..], &["man", "list"], &["man", "shortlist"]] {
        let page = command().args(words).assert().success();
        let page = String::from_utf8(page.get_output().stdout.clone()).unwrap();
        let title = page.lines().find(|line| line.starts_with(".TH ")).unwrap();
        assert!(title.contains("2026-"), "{title}");
        assert!(title.contains(concat!("prospectus ", env!("CARGO_PKG_VERSION"))), "{title}");
    }
}
