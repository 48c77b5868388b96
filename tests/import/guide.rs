//! The guide for maintainers of catalogues: its example is run exactly as printed.

use crate::program;
use crate::run::folder;

const GUIDE: &str = include_str!("../../docs/import.md");

/// The block of the guide after this mark.
fn block(mark: &str) -> &'static str {
    let after = GUIDE.split_once(&format!("<!-- example: {mark} -->")).expect("the mark").1;
    let block = after.split("```").nth(1).expect("a block");
    block.split_once('\n').expect("lines").1
}

#[test]
fn the_example_of_the_guide_does_what_the_guide_says() {
    let folder = folder();
    std::fs::write(folder.join("pages.json"), block("pages.json")).expect("a file");
    let (command, said) = block("run").split_once('\n').expect("a command");
    let arguments = command.strip_prefix("$ prospectus ").expect("a command").split(' ');
    let output = program::command().args(arguments).current_dir(&folder).output().expect("it runs");
    assert_eq!(String::from_utf8(output.stderr).expect("text"), said);
    let listed = block("list");
    let (command, said) = listed.split_once('\n').expect("a command");
    let arguments = command.strip_prefix("$ prospectus ").expect("a command").split(' ');
    let output = program::command().args(arguments).current_dir(&folder).output().expect("it runs");
    assert_eq!(String::from_utf8(output.stdout).expect("text"), said);
}
