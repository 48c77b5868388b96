//! The configuration file: what it sets, and the messages about settings that cannot be applied.

use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;

use prospectus::config::Config;
use prospectus::keys;
use prospectus::look::LookName;
use prospectus::page::Role;
use prospectus::ui::Look;
use prospectus::ui::look::Own;

use crate::program::Home;

use crate::program;

/// A home folder with a configuration of this text where the program looks for it.
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
        .stderr(contains("1 of 4 in the comparison; `compare` opens it.").and(contains("is no longer compared")))
        .stdout(contains("\nComparison\n"));
}

#[test]
fn a_configuration_that_is_not_there_is_told_of_only_where_it_was_asked_for() {
    let home = Home::new();
    let told = || contains("cannot be read").and(contains("The defaults apply."));
    home.command().args(["guide", "--config", "no-such.toml"]).assert().success().stderr(told());
    home.command().arg("guide").env("PROSPECTUS_CONFIG", "no-such.toml").assert().success().stderr(told());
    home.command().arg("guide").assert().success().stderr("");
}

/// The output of `config print-default` with every line uncommented.
fn everything_set() -> String {
    let printed = Home::new().command().args(["config", "print-default"]).output().unwrap();
    let text = String::from_utf8(printed.stdout).unwrap();
    text.lines().map(|line| line.strip_prefix('#').unwrap_or(line).to_owned() + "\n").collect()
}

#[test]
fn the_printed_defaults_are_the_defaults() {
    let text = everything_set();
    let (config, complaints) = Config::read(&text);
    assert_eq!(complaints, []);
    let (keymap, complaints) = keys::keymap(&config.keys);
    assert_eq!(complaints, []);
    for bound in &keys::defaults().rows {
        for key in &bound.keys {
            let mut there = keymap.of_place(bound.context);
            let action = there.find(|row| row.keys.contains(key)).map(|row| &row.action);
            assert_eq!(action, Some(&bound.action), "{} in {}", key.name(), bound.context.slug());
        }
        let name = bound.action.name().filter(|_| !bound.is_fixed);
        let is_set = config.keys.iter().any(|set| {
            let place = set.place.as_ref().map(|place| place.value.as_str());
            place == Some(bound.context.slug()) && Some(set.action.value.as_str()) == name
        });
        assert!(is_set || name.is_none(), "{name:?} in {}", bound.context.slug());
    }
    assert_eq!(
        (config.look, config.mouse, config.ascii, config.keep),
        (Some(LookName::Default), Some(false), Some(false), Some(true))
    );
    for setting in prospectus::config::settings() {
        assert!(text.contains(&format!("\n{} = ", setting.name)), "{}", setting.name);
    }
}

#[test]
fn the_printed_look_is_the_default_look() {
    let (config, _) = Config::read(&everything_set());
    let (own, complaints) = Own::read(&config.own_look);
    assert_eq!(complaints, []);
    let own: &'static Own = Box::leak(Box::new(own.unwrap()));
    let own = Look { own: Some(own), ..Look::named(LookName::Own) };
    for (role, name) in Role::ALL {
        assert_eq!(own.style(role), Look::default().style(role), "{name}");
    }
    assert_eq!(config.own_look.len(), Role::ALL.len());
}

#[test]
fn config_path_says_where_it_lies_and_whether_it_is_there() {
    let home = Home::new();
    let place = home.place("XDG_CONFIG_HOME").join("prospectus").join("config.toml");
    let line = format!("{}\n", place.display());
    let run = home.command().args(["config", "path"]).assert().success().stdout(line.clone());
    run.stderr(contains("It is not there yet"));
    let home = home_with("mouse = true\n");
    let line = format!("{}\n", home.place("XDG_CONFIG_HOME").join("prospectus").join("config.toml").display());
    home.command().args(["config", "path"]).assert().success().stdout(line).stderr("");
    home.command().args(["config", "path", "--config", "mine.toml"]).assert().success().stdout("mine.toml\n");
}

#[test]
fn config_check_names_everything_and_counts_as_rejected() {
    let home = home_with("look\nmouse = 3\n[own-look]\nmatsch = \"bold\"\n[keys]\nplan = [\"Hyper\", \"Alt-Hyper\"]\n");
    let run = home.command().args(["config", "check"]).assert().code(5).stdout("");
    let told = String::from_utf8(run.get_output().stderr.clone()).unwrap();
    for part in [
        "line 1: This is not TOML",
        "line 2: `mouse`",
        "line 4: There is no role `matsch`",
        "line 6: There is no key `Hyper`",
        "line 6: There is no key `Alt-Hyper`",
    ] {
        assert_eq!(told.matches(part).count(), 1, "{part} in {told}");
    }
    let home = home_with("mouse = true\n");
    home.command().args(["config", "check"]).assert().success().stdout(contains("is valid.")).stderr("");
    Home::new().command().args(["config", "check"]).assert().success().stdout(contains("the defaults apply."));
    let missing = ["config", "check", "--config", "no-such.toml"];
    Home::new().command().args(missing).assert().code(1).stderr(contains("cannot be read"));
}

#[test]
fn prices_are_told_in_the_currency_of_the_configuration() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config.toml");
    let shown = |setting: &str| {
        std::fs::write(&file, setting).unwrap();
        let mut command = program::command();
        let command = command.args(["show", "harvardx-data-science", "--config", file.to_str().unwrap()]);
        String::from_utf8(command.assert().code(0).get_output().stdout.clone()).unwrap()
    };
    let price = |text: &str| text.lines().find(|line| line.starts_with("Price ")).map(str::to_owned).unwrap();
    let (dollars, euros) = (price(&shown("")), price(&shown("currency = \"EUR\"\n")));
    assert!(dollars.contains("US$1,") && !dollars.contains('€'), "{dollars}");
    // The claim that it was converted from is beside it.
    let amount = euros.split('(').next().unwrap_or_default();
    assert!(amount.contains('€') && !amount.contains("US$"), "{euros}");
}
