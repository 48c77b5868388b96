//! Files of the project that the program generates: the table of keys and the pictures of the README. A test compares
//! each with what the program generates today; `REGENERATE=1 cargo test --test explorer generated` writes them again.

use std::path::Path;

use prospectus::app::HelpSection;
use prospectus::keys::defaults;

use crate::script::Script;
use crate::svg;

/// Compares a file of the project with its generated content, or writes it if that is requested.
fn assert_file(path: &str, made: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("REGENERATE").is_some() {
        std::fs::write(&path, made).expect("a file of the project can be written");
    }
    let stands = std::fs::read_to_string(&path).unwrap_or_default();
    let name = path.display();
    assert!(
        stands == made,
        "{name} is out of date; `REGENERATE=1 cargo test --test explorer generated` writes it again"
    );
}

#[test]
fn generated_table_of_keys() {
    let head = "# Keys\n\nMade from the table in `src/keys/table.rs`. Keys that you set in the configuration are the ones \
                that the program shows.\n";
    let sections: Vec<String> = defaults().help().iter().map(section).collect();
    assert_file("docs/keys.md", &format!("{head}{}", sections.concat()));
}

fn section(section: &HelpSection) -> String {
    let rows: Vec<String> = section.keys.iter().map(|(keys, hint)| row(keys, hint)).collect();
    format!("\n## {}\n\n| key | what it does |\n|---|---|\n{}", sentence_case(section.title), rows.concat())
}

fn row(keys: &str, hint: &str) -> String {
    let keys: Vec<String> = keys.split(' ').map(|key| format!("`{key}`")).collect();
    format!("| {} | {hint} |\n", keys.join(" "))
}

fn sentence_case(title: &str) -> String {
    let mut chars = title.chars();
    chars.next().map_or_else(String::new, |first| format!("{first}{}", chars.as_str().to_lowercase()))
}

#[test]
fn generated_picture_of_the_explorer() {
    let script = Script::at(120, 30).press("/supply chain<Enter><Space>");
    assert_file(
        "assets/explorer.svg",
        &svg::of(&script, "The explorer: programs about supply chains and the facts of one"),
    );
}

/// The README shows the current frame as text, for readers who see no pictures.
#[test]
fn generated_text_picture_of_the_explorer() {
    let frame = Script::at(80, 24).press("/supply chain<Enter><Space>").text();
    let lines: String = frame.lines().flat_map(|line| [line.trim_end(), "\n"]).collect();
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("the README");
    let (before, rest) = readme.split_once("```text\n").expect("the place of the picture");
    let (_, after) = rest.split_once("```\n").expect("its end");
    assert_file("README.md", &format!("{before}```text\n{lines}```\n{after}"));
}

#[test]
fn generated_picture_of_a_result() {
    let script = Script::at(120, 30).advised(
        r#"{"field": ["data science"], "goal": "switch_career", "credit": "nice", "horizon": "18m", "hours": "8-12"}"#,
    );
    assert_file("assets/result.svg", &svg::of(&script, "A recommendation with its reasons"));
}
