//! `prospectus forget`: what is deleted, and what is said of it.
#![expect(clippy::unwrap_used, reason = "a test that cannot run a command has to fail")]

mod program;

use predicates::str::contains;

use program::Home;

#[test]
fn forget_deletes_what_is_kept_and_names_it() {
    let home = Home::new();
    let folder = home.place("XDG_STATE_HOME").join("prospectus");
    std::fs::create_dir_all(&folder).unwrap();
    for name in ["view.json", "view.set-aside-1.json", "mine.txt"] {
        std::fs::write(folder.join(name), "{}").unwrap();
    }
    let deleted = |name: &str| format!("Deleted {}.\n", folder.join(name).display());
    let run = home.command().arg("forget").assert().success();
    run.stdout(deleted("view.json") + &deleted("view.set-aside-1.json"));
    assert!(folder.join("mine.txt").exists());
    home.command().arg("forget").assert().success().stdout(contains("Nothing was kept: there is no "));
}

#[test]
fn nothing_else_reads_or_writes_what_is_kept() {
    let home = Home::new();
    home.command().args(["list", "supply"]).assert().success();
    home.command().arg("--accessible").write_stdin("search supply\nquit\n").assert().success();
    assert!(!home.place("XDG_STATE_HOME").exists());
}
