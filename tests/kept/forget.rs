//! `prospectus forget`: what is deleted, and the messages about it.
use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;

use super::program::Home;

#[test]
fn forget_deletes_what_is_kept_and_names_it() {
    let home = Home::new();
    let folder = home.place("XDG_STATE_HOME").join("prospectus");
    std::fs::create_dir_all(&folder).unwrap();
    for name in ["view.json", "view.set-aside-1.json", "mine.txt"] {
        std::fs::write(folder.join(name), "{}").unwrap();
    }
    let deleted = |name: &str| format!("Deleted {}.\n", folder.join(name).display());
    home.command().arg("forget").write_stdin("no\n").assert().code(2).stderr(contains("Nothing was deleted"));
    home.command().args(["forget", "--no-input"]).assert().code(2);
    let run = home.command().arg("forget").write_stdin("yes\n").assert().success();
    run.stderr(contains("Copies that you made elsewhere are not deleted."))
        .stdout(deleted("view.json") + &deleted("view.set-aside-1.json"));
    assert!(folder.join("mine.txt").exists());
    home.command().arg("forget").assert().success().stdout("Nothing was kept.\n");
}

#[test]
fn forget_deletes_the_log_and_its_folder() {
    let home = Home::new();
    home.command().args(["shortlist", "add", "ibm-data-science"]).assert().success();
    let gone = home.command().args(["forget", "--yes", "--json"]).assert().success();
    let gone = super::schema::checked("forget", &gone.get_output().stdout);
    assert_eq!(gone["deleted"].as_array().unwrap().len(), 1);
    assert!(!home.place("XDG_DATA_HOME").join("prospectus/kept").exists());
}

#[test]
fn what_cannot_be_deleted_is_named_beside_what_is_gone() {
    let home = Home::new();
    home.command().args(["shortlist", "add", "ibm-data-science"]).assert().success();
    let folder = home.place("XDG_DATA_HOME").join("prospectus/kept");
    let (view, stuck) = (home.place("XDG_STATE_HOME").join("prospectus/view.json"), folder.join("stuck.jsonl"));
    std::fs::create_dir_all(view.parent().unwrap()).unwrap();
    std::fs::write(&view, "{}").unwrap();
    std::fs::create_dir(&stuck).unwrap();
    let run = home.command().args(["forget", "--yes"]).assert().code(1);
    run.stdout(contains(format!("Deleted {}.\n", view.display()))).stderr(
        contains("Not everything was deleted.\n")
            .and(contains(format!("{} cannot be deleted", stuck.display())))
            .and(contains("Nothing was deleted").not()),
    );
    assert!(!view.exists() && super::commands::files(&home) == [stuck.clone()]);
    let run =
        home.command().args(["forget", "--yes", "--json"]).assert().code(1).stderr(contains("Nothing was deleted."));
    let left = super::schema::checked("forget", &run.get_output().stdout);
    assert_eq!((left["deleted"].as_array().unwrap().len(), &left["left"][0]["file"]), (0, &stuck.to_str().into()));
}

#[test]
fn a_profile_is_forgotten_in_every_file_that_can_be_rewritten() {
    let home = Home::new();
    home.command().args(["profile", "new", "Ana"]).assert().success();
    home.command().args(["note", "--text", "a secret of hers"]).assert().success();
    let stuck = super::commands::files(&home)[0].with_file_name("0.jsonl");
    std::fs::create_dir(&stuck).unwrap();
    let run = home.command().args(["profile", "forget", "Ana", "--yes"]).assert().code(1);
    run.stderr(contains("Not everything was deleted.\n").and(contains(stuck.to_str().unwrap())));
    let rest = super::commands::files(&home).into_iter().filter(|file| *file != stuck);
    assert!(!rest.map(|file| std::fs::read_to_string(file).unwrap()).any(|text| text.contains("a secret of hers")));
}

#[test]
fn an_answer_without_an_end_is_no_yes() {
    let home = Home::new();
    home.command().args(["shortlist", "add", "ibm-data-science"]).assert().success();
    let run = home.command().arg("forget").write_stdin("yes ".repeat(1 << 19)).assert().code(1);
    run.stderr(contains("a line is longer than a megabyte"));
    assert_eq!(super::commands::files(&home).len(), 1);
}

#[test]
fn forget_takes_what_an_interrupted_write_left_behind() {
    let home = Home::new();
    let folder = home.place("XDG_STATE_HOME").join("prospectus");
    std::fs::create_dir_all(&folder).unwrap();
    for name in [".tmpAbC123", ".view.json.x1y2z3.part"] {
        std::fs::write(folder.join(name), "half").unwrap();
    }
    home.command().args(["forget", "--yes"]).assert().success();
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
}

#[test]
fn saved_answers_are_private_and_a_fuller_file_is_spared() {
    let home = Home::new();
    std::fs::create_dir_all(home.path()).unwrap();
    let file = home.path().join("answers.json");
    let advise = |more: &[&str], typed: &'static str| {
        home.command().args(["advise", "--save"]).arg(&file).args(more).write_stdin(typed).assert()
    };
    advise(&[], "\n1\n2\n3\nresult\n").stderr(contains("The answers are kept in "));
    let before = std::fs::read_to_string(&file).unwrap();
    let refused = advise(&[], "\n1\nresult\n").code(1);
    let refused = refused.stderr(contains("holds more (3) than what would replace it (1). `--force` replaces it."));
    assert!(!refused.get_output().stdout.is_empty(), "the result is printed all the same");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), before);
    advise(&["--force"], "\n1\nresult\n").stderr(contains("The answers are kept in "));
    std::fs::write(&file, "{\"name\": \"not answers\"}").unwrap();
    advise(&[], "").code(1).stdout("").stderr(contains("holds something else"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        advise(&["--force"], "\n1\nresult\n");
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn a_place_that_cannot_be_written_is_refused_before_the_first_question() {
    let home = Home::new();
    std::fs::create_dir_all(home.path()).unwrap();
    let save = home.path().join("no-such-folder").join("answers.json");
    let refused = home.command().args(["advise", "--save"]).arg(save).write_stdin("1\n").assert().code(1);
    let said = String::from_utf8_lossy(&refused.get_output().stderr).into_owned();
    assert!(said.starts_with("The answers are not saved: ") && !said.contains("Question"), "{said}");
}

#[test]
fn nothing_else_reads_or_writes_what_is_kept() {
    let home = Home::new();
    home.command().args(["list", "supply"]).assert().success();
    home.command().arg("--accessible").write_stdin("search supply\nquit\n").assert().success();
    assert!(!home.place("XDG_STATE_HOME").exists());
}
