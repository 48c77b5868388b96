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
fn a_configuration_that_is_not_there_is_told_of_only_where_it_was_asked_for() {
    let home = Home::new();
    let told = || contains("cannot be read").and(contains("The defaults serve."));
    home.command().args(["guide", "--config", "no-such.toml"]).assert().success().stderr(told());
    home.command().arg("guide").env("PROSPECTUS_CONFIG", "no-such.toml").assert().success().stderr(told());
    home.command().arg("guide").assert().success().stderr("");
}
