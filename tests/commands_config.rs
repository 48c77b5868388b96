//! The configuration file as a person meets it: what it sets, and what is said of what cannot be followed.
#![expect(clippy::unwrap_used, reason = "a test that cannot run a command has to fail")]

mod program;

use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;

use program::Home;

/// A home with a configuration of this text where the program looks for it.
fn home_with(text: &str) -> Home {
    let home = Home::new();
    let folder = home.place("XDG_CONFIG_HOME").join("prospectus");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("config.toml"), text).unwrap();
    home
}

#[test]
fn a_command_names_what_cannot_be_followed_and_runs_all_the_same() {
    let home = home_with("mouse = true\nlok = \"dark\"\n[keys]\nplam = \"F5\"\n");
    let run = home.command().args(["list", "supply", "--limit", "1"]).assert().success();
    run.stderr(
        contains("config.toml, line 2: There is no setting `lok`. Did you mean `look`?")
            .and(contains("config.toml, line 4: There is no action `plam`. Did you mean `plan`?")),
    );
}

#[test]
fn lines_are_in_ascii_where_the_option_or_the_configuration_wants_it() {
    let said = |home: &Home, words: &[&str]| {
        let run = home.command().args(words).write_stdin("search administración\n1\nguide\nquit\n").assert().success();
        let output = run.get_output();
        String::from_utf8([output.stdout.clone(), output.stderr.clone()].concat()).unwrap()
    };
    assert!(!said(&Home::new(), &["--accessible"]).is_ascii());
    for (home, words) in
        [(Home::new(), &["--accessible", "--ascii"][..]), (home_with("ascii = true\n"), &["--accessible"])]
    {
        let text = said(&home, words);
        assert!(text.is_ascii() && text.contains("administracion"), "{text}");
    }
}

#[test]
fn lines_know_the_keys_of_the_configuration() {
    let home = home_with("[keys]\ncomparison = \"F5\"\n");
    let run = home.command().arg("--accessible").write_stdin("search python\nSpace\nF5\nundo\nundo\nquit\n").assert();
    run.success()
        .stderr(contains("1 of 4 in the comparison; F5 opens it.").and(contains("is no longer compared")))
        .stdout(contains("\nComparison\n"));
}

#[test]
fn a_configuration_that_is_not_there_is_told_of_only_where_it_was_asked_for() {
    let home = Home::new();
    let told = || contains("cannot be read").and(contains("The defaults serve."));
    home.command().args(["guide", "--config", "no-such.toml"]).assert().success().stderr(told());
    home.command().arg("guide").env("PROSPECTUS_CONFIG", "no-such.toml").assert().success().stderr(told());
    home.command().arg("guide").assert().success().stderr("");
}
