//! Dependencies, read from the sources: a room uses only the rooms below it, the core knows no screen, clock, environment
//! or standard output, and no modules of a folder use each other in a circle. Each complaint names file and line.
#![expect(clippy::unwrap_used, reason = "a test that cannot read the sources has to fail")]

mod bare;
mod circles;

use std::path::{Path, PathBuf};

use bare::bare;

/// The rooms in layers, from the lowest: each room may use those of lower layers. Only `main` knows the commands.
const LAYERS: [&[&str]; 13] = [
    &["named", "english", "files", "parallel", "stream", "lent", "clock", "edx_rules", "estimate"],
    &["catalog", "width", "look"],
    &["chart", "names"],
    &["topics", "numbers"],
    &["ascii", "search", "compare", "guide", "plan", "map", "config"],
    &["advise", "keep"],
    &["page", "sections"],
    &["export"],
    &["app"],
    &["keys"],
    &["ui", "lines", "cli"],
    &["term"],
    &["main"],
];

/// The rooms that answer questions and touch nothing outside.
const CORE: [&str; 27] = [
    "english",
    "files",
    "parallel",
    "edx_rules",
    "estimate",
    "catalog",
    "names",
    "numbers",
    "topics",
    "width",
    "look",
    "chart",
    "ascii",
    "config",
    "keep",
    "search",
    "compare",
    "guide",
    "advise",
    "plan",
    "map",
    "page",
    "sections",
    "export",
    "app",
    "keys",
    "lines",
];

/// Names that no core room may use.
const OUTSIDE: [&str; 15] = [
    "ratatui",
    "crossterm",
    "std::env",
    "env::var",
    "env::args",
    "SystemTime",
    "Instant",
    "Zoned::now",
    "Timestamp::now",
    "println!",
    "print!",
    "eprintln!",
    "eprint!",
    "stdout",
    "stderr",
];

/// The files and folders whose functions only read the state.
const VIEWS: [&str; 5] = ["src/app/page.rs", "src/app/page", "src/app/layout.rs", "src/ui.rs", "src/ui"];

/// Names that no room may use.
const NOWHERE: [&str; 4] = ["thread::sleep", "todo!", "unimplemented!", "dbg!"];

/// Names that only these rooms may use.
const ONLY_IN: [(&str, &[&str]); 5] = [
    ("fuzzy_matcher", &["search"]),
    ("ratatui", &["ui", "term"]),
    ("crossterm", &["term", "cli"]),
    ("anyhow", &["main"]),
    ("ureq", &["cli"]),
];

#[test]
fn arrows_point_down_and_the_core_touches_nothing() {
    let complaints: Vec<String> = sources().iter().flat_map(|(path, text)| complaints(path, text)).collect();
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn every_source_file_opens_with_what_it_owns() {
    let silent: Vec<String> = sources()
        .iter()
        .filter(|(_, text)| !text.starts_with("//! "))
        .map(|(path, _)| format!("{}:1: no head comment", path.display()))
        .collect();
    assert!(silent.is_empty(), "\n{}\n", silent.join("\n"));
}

#[test]
fn no_room_is_a_mod_rs_and_every_room_is_known_here() {
    for (path, _) in sources() {
        assert!(!path.ends_with("mod.rs"), "{}", path.display());
        let room = room_of(&path);
        assert!(room == "lib" || layer_of(&room).is_some(), "{}: unknown room", path.display());
    }
}

#[test]
fn point_20_the_lock_file_has_one_crossterm() {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let count = lock.lines().filter(|line| *line == "name = \"crossterm\"").count();
    assert_eq!(count, 1, "two copies of crossterm race for events and restore the wrong modes");
}

#[test]
fn point_28_underlines_have_no_colour_of_their_own() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let ratatui = manifest.lines().find(|line| line.starts_with("ratatui = ")).unwrap();
    assert!(ratatui.contains("default-features = false"), "an old Windows console fails at its default features");
    assert!(!manifest.contains("underline-color"));
}

#[test]
fn a_backward_arrow_is_found_with_its_line() {
    let text = "//! Head.\nuse crate::catalog::Catalog;\nuse crate::ui::Look;\n";
    assert_eq!(of("src/search/rank.rs", text), ["src/search/rank.rs:3: `search` must not use `ui`"]);
    let grouped = "use crate::{\n    catalog::{Catalog, Kind},\n    app::App,\n};\n";
    assert_eq!(of("src/export.rs", grouped), ["src/export.rs:3: `export` must not use `app`"]);
    assert_eq!(of("src/cli/list.rs", "fn f() { crate::term::run() }").len(), 1);
    assert_eq!(of("src/ui.rs", "use crate::cli::Next;").len(), 1);
    assert_eq!(of("src/compare.rs", "pub use super::advise::Advice;").len(), 1);
    assert!(of("src/ui/list.rs", "use crate::app::App; use super::look::Look;").is_empty());
}

#[test]
fn a_core_room_that_reaches_outside_is_found() {
    for bad in ["let t = std::time::Instant::now();", "println!(\"x\");", "use std::env;", "use ratatui::text::Line;"] {
        assert!(!of("src/advise/verdict.rs", bad).is_empty(), "{bad}");
    }
    assert_eq!(of("src/ui/list.rs", "use fuzzy_matcher::FuzzyMatcher;").len(), 1);
    assert_eq!(of("src/term.rs", "std::thread::sleep(x);").len(), 1);
    assert_eq!(of("src/plan.rs", "fn f() { todo!() }").len(), 1);
}

#[test]
fn a_view_that_could_change_the_state_is_found() {
    let text = "pub fn show_cursor(app: &mut App) {}";
    assert_eq!(of("src/app/page/kept.rs", text), ["src/app/page/kept.rs:1: a view must not take `&mut App`"]);
    assert_eq!(of("src/ui/list.rs", text).len(), 1);
    assert!(of("src/app/update/scroll.rs", text).is_empty());
}

#[test]
fn words_in_comments_strings_and_tests_are_no_offence() {
    let innocent = "// println! and crate::ui\nlet s = \"std::env\"; let c = '\"'; /* todo! */ fn f<'a>(x: &'a str) {}\n\
                    #[cfg(test)]\nmod tests { use crate::ui::Look; fn f() { println!(\"{}\", 1) } }\nlet r = r#\"ratatui\"#;";
    assert!(of("src/plan.rs", innocent).is_empty());
    let after = format!("{innocent}\nuse crate::ui::Look;");
    assert_eq!(of("src/plan.rs", &after), ["src/plan.rs:6: `plan` must not use `ui`"]);
}

fn of(path: &str, text: &str) -> Vec<String> {
    complaints(Path::new(path), text)
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file of `src` with its text, except test modules in files of their own.
fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("tests.rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((path.strip_prefix(root()).unwrap().to_owned(), text));
            }
        }
    }
    found.sort();
    assert!(found.len() > 30, "the sources were not found");
    found
}

/// `search` for `src/search.rs` and `src/search/rank.rs`.
fn room_of(path: &Path) -> String {
    let inside = path.strip_prefix("src").unwrap();
    inside.components().next().unwrap().as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

fn layer_of(room: &str) -> Option<usize> {
    LAYERS.iter().position(|rooms| rooms.contains(&room))
}

fn may_use(room: &str, used: &str) -> bool {
    room == used || (layer_of(used) < layer_of(room) && (used != "cli" || room == "main"))
}

fn complaints(path: &Path, text: &str) -> Vec<String> {
    let room = room_of(path);
    if layer_of(&room).is_none() {
        return Vec::new();
    }
    let text = bare(text);
    let mut complaints: Vec<(usize, String)> = Vec::new();
    for (at, used) in rooms_used(&text, path) {
        if !may_use(&room, &used) {
            complaints.push((at, format!("`{room}` must not use `{used}`")));
        }
    }
    let outside = OUTSIDE.iter().filter(|_| CORE.contains(&room.as_str())).chain(&NOWHERE);
    let elsewhere = ONLY_IN.iter().filter(|(_, rooms)| !rooms.contains(&room.as_str())).map(|(word, _)| word);
    let mut words: Vec<&str> = outside.chain(elsewhere).copied().collect();
    words.sort_unstable();
    words.dedup();
    for word in words {
        complaints.extend(places(&text, word).map(|at| (at, format!("`{room}` must not name `{word}`"))));
    }
    if VIEWS.iter().any(|view| path.starts_with(view)) {
        complaints
            .extend(text.match_indices("&mut App").map(|(at, word)| (at, format!("a view must not take `{word}`"))));
    }
    complaints.sort();
    let line = |at: usize| text[..at].matches('\n').count() + 1;
    complaints.into_iter().map(|(at, what)| format!("{}:{}: {what}", path.display(), line(at))).collect()
}

/// The rooms named after `crate::`, after `prospectus::`, or after `super::` in a room's own file.
fn rooms_used(text: &str, path: &Path) -> Vec<(usize, String)> {
    let depth = path.components().count() - 1;
    let up = "super::".repeat(depth);
    let mut used = Vec::new();
    for prefix in ["crate::", "prospectus::", up.as_str()] {
        for at in places(text, prefix) {
            let is_deeper =
                prefix == up && (text[..at].ends_with("super::") || text[at + up.len()..].starts_with("super"));
            if !is_deeper {
                used.extend(names_at(text, at + prefix.len()));
            }
        }
    }
    used.retain(|(_, name)| layer_of(name).is_some());
    used
}

/// The name that starts here, or the names of the group that starts here.
fn names_at(text: &str, start: usize) -> Vec<(usize, String)> {
    if !text[start..].starts_with('{') {
        return vec![(start, name_at(text, start))];
    }
    let mut names = Vec::new();
    let mut depth = 0;
    let mut expects_name = false;
    for (at, c) in text[start..].char_indices().map(|(at, c)| (at + start, c)) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        if depth == 1 && matches!(c, '{' | ',') {
            expects_name = true;
        } else if expects_name && is_of_name(c) {
            names.push((at, name_at(text, at)));
            expects_name = false;
        }
    }
    names
}

fn name_at(text: &str, start: usize) -> String {
    text[start..].chars().take_while(|c| is_of_name(*c)).collect()
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The positions of a whole word.
fn places<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.match_indices(word).map(|(at, _)| at).filter(move |at| {
        let before = text[..*at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        let is_open = word.ends_with(|c: char| !is_of_name(c));
        !before.is_some_and(is_of_name) && (is_open || !after.is_some_and(is_of_name))
    })
}
