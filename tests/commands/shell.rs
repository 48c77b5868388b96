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
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = script(shell);
        for word in ["micromasters", "computer-science", "spanish", "shortlist"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
        // The generator for fish completes options alone, not arguments.
        assert!(shell == "fish" || script.contains("mitx-supply-chain-management"), "{shell}");
    }
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

/// The words of bash for the options whose values the catalogue or the definition knows.
const OPTIONS: [&[&str]; 4] =
    [&["list", "--kind", ""], &["list", "--institution", ""], &["--format", ""], &["plan", "--format", ""]];

/// What elvish offers after these words; nothing where this system has no elvish.
fn offered_by_elvish(script: &str, words: &[&str]) -> Option<Vec<String>> {
    let quoted: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    // Outside of a terminal elvish has no editor, so the two names of it that the script uses are replaced.
    let script = script
        .replace("set edit:completion:arg-completer[prospectus] = ", "var completer = ")
        .replace("edit:complex-candidate $text &display=", "put $text # ");
    let asked = format!("{script}\n$completer prospectus {} | each {{|word| echo $word }}\n", quoted.join(" "));
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(asked.as_bytes()).unwrap();
    let run = Command::new("elvish").arg("-norc").arg(file.path()).output().ok()?;
    let told = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(run.status.success(), "{told}");
    Some(String::from_utf8_lossy(&run.stdout).lines().map(str::to_owned).collect())
}

#[test]
fn powershell_and_elvish_offer_what_bash_offers() {
    let (bash, powershell, elvish) = (script("bash"), script("powershell"), script("elvish"));
    for words in OPTIONS {
        let place = ["prospectus"].iter().chain(&words[..words.len() - 1]).copied().collect::<Vec<_>>().join(";");
        let words_of_bash = offered(&bash, words);
        let quoted: Vec<String> = words_of_bash.iter().map(|word| format!("'{word}'")).collect();
        let meant = format!("'{place}'");
        let arm = powershell.lines().find(|line| line.contains("-cin") && line.contains(&meant)).expect("an arm");
        assert!(arm.contains(&format!("{{ {}; break }}", quoted.join(", "))), "{place}: {quoted:?} in {arm}");
        let own = elvish.lines().find_map(|line| line.trim().strip_prefix(&format!("&{meant}= $"))).expect("a place");
        let list = elvish.lines().find_map(|line| line.trim().strip_prefix(&format!("var {own} = "))).expect("a list");
        assert_eq!(list, format!("[{}]", quoted.join(" ")), "{place}");
        assert!(offered_by_elvish(&elvish, words).is_none_or(|offered| offered == words_of_bash), "{words:?}");
    }
}

#[test]
fn elvish_offers_ids_where_it_is_there_after_an_id_too() {
    let script = script("elvish");
    let Some(ids) = offered_by_elvish(&script, &["show", ""]) else { return };
    assert!(ids.contains(&"mitx-supply-chain-management".to_owned()) && ids.contains(&"--json".to_owned()));
    let second = offered_by_elvish(&script, &["compare", "mitx-supply-chain-management", ""]).unwrap();
    assert!(second.contains(&"harvardx-data-science".to_owned()));
}

#[test]
fn each_list_of_values_stands_once_in_a_script() {
    for shell in ["powershell", "elvish"] {
        let script = script(shell);
        let count = script.matches("'mitx-supply-chain-management'").count();
        assert_eq!(count, 1, "{shell}");
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
