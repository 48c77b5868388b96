//! Modules of one folder that use each other in a circle. What a module re-exports counts as the module that has it;
//! what is defined in the file of the folder itself may be used by all modules in it. Only paths are read: a method that
//! one module adds to a type of the folder, and that another module calls, is not seen, and neither is a field.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::bare::bare;
use crate::{is_of_name, name_at, sources};

#[test]
fn no_modules_of_a_folder_use_each_other_in_a_circle() {
    let circles = circles(&sources());
    assert!(circles.is_empty(), "\n{}\n", circles.join("\n"));
}

#[test]
fn a_circle_is_found_through_groups_and_reexports_and_over_several_modules() {
    let files = |texts: &[(&str, &str)]| -> Vec<(PathBuf, String)> {
        texts.iter().map(|(path, text)| (PathBuf::from(path), (*text).to_owned())).collect()
    };
    let three = files(&[
        ("src/plan.rs", "mod a;\nmod b;\nmod c;\npub use b::{Cost, Left as Rest};\nstruct Plan;"),
        ("src/plan/a.rs", "use super::{Plan, Rest};\n"),
        ("src/plan/b.rs", "// super::a\nfn f() { super::c::g() }\n"),
        ("src/plan/c/deep.rs", "\nuse crate::{catalog::Kind, plan::a::A};\n"),
        ("src/plan/c.rs", "mod deep;"),
    ]);
    assert_eq!(
        circles(&three),
        [
            "src/plan/a.rs:1: `a` uses `b`, which uses `a`",
            "src/plan/b.rs:2: `b` uses `c`, which uses `b`",
            "src/plan/c/deep.rs:2: `c` uses `a`, which uses `c`",
        ]
    );
    let open = files(&[
        ("src/plan.rs", "mod a;\nmod b;\npub use b::Cost;\nstruct Plan;"),
        ("src/plan/a.rs", "use super::{Plan, Cost};\n"),
        ("src/plan/b.rs", "use super::Plan;\n#[cfg(test)]\nmod tests { use super::super::a::A; }"),
    ]);
    assert!(circles(&open).is_empty());
}

/// The names from the crate's root to something.
type Names = Vec<String>;

/// One module that uses another one of the same folder, with the place of the first use.
type Uses = BTreeMap<(String, String), String>;

fn circles(sources: &[(PathBuf, String)]) -> Vec<String> {
    let files: Vec<(&Path, Names, String)> =
        sources.iter().map(|(path, text)| (path.as_path(), module_of(path), bare(text))).collect();
    let modules: BTreeSet<Names> = files.iter().map(|(_, module, _)| module.clone()).collect();
    let reexports: BTreeMap<&Names, BTreeMap<String, String>> =
        files.iter().map(|(_, module, text)| (module, reexports(module, text, &modules))).collect();
    let mut folders: BTreeMap<Names, Uses> = BTreeMap::new();
    for (path, module, text) in &files {
        for (at, used) in paths(text) {
            let Some(used) = from_the_root(module, &used) else { continue };
            for depth in 1..module.len().min(used.len()) {
                let folder = module[..depth].to_vec();
                if used[..depth] != folder {
                    break;
                }
                let name = &used[depth];
                let is_module = modules.contains(&used[..=depth]);
                let reexported = || reexports.get(&folder).and_then(|all| all.get(name));
                let Some(other) = (if is_module { Some(name) } else { reexported() }) else { continue };
                if *other != module[depth] {
                    let line = text[..at].matches('\n').count() + 1;
                    let place = format!("{}:{line}", path.display());
                    folders.entry(folder).or_default().entry((module[depth].clone(), other.clone())).or_insert(place);
                }
            }
        }
    }
    folders.values().flat_map(in_circles).collect()
}

/// The uses that are part of a circle, in words.
fn in_circles(uses: &Uses) -> Vec<String> {
    let reaches = |from: &String, to: &String| {
        let mut reached = BTreeSet::from([from]);
        while let Some((_, next)) = uses.keys().find(|(a, b)| reached.contains(a) && !reached.contains(b)) {
            reached.insert(next);
        }
        reached.contains(to)
    };
    let circles = uses.iter().filter(|((from, to), _)| reaches(to, from));
    circles.map(|((from, to), place)| format!("{place}: `{from}` uses `{to}`, which uses `{from}`")).collect()
}

/// `["search", "rank"]` for `src/search/rank.rs`.
fn module_of(path: &Path) -> Names {
    let inside = path.strip_prefix("src").unwrap().with_extension("");
    inside.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect()
}

/// The modules in a folder from which its own file takes names, by name.
fn reexports(module: &[String], text: &str, modules: &BTreeSet<Names>) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (at, _) in text.match_indices("use ").filter(|(at, _)| !text[..*at].ends_with(is_of_name)) {
        let start = at + "use ".len();
        let child = name_at(text, start);
        if modules.contains(&[module, std::slice::from_ref(&child)].concat()) {
            let names = expand(text, start)
                .into_iter()
                .filter_map(|(end, path)| Some((alias(text, end), path.last()?.clone())));
            found.extend(names.map(|(alias, name)| (alias.unwrap_or(name), child.clone())));
        }
    }
    found
}

/// The other name given to what ends here, as in `Left as Rest`.
fn alias(text: &str, end: usize) -> Option<String> {
    text[end..].strip_prefix(" as ").map(|rest| name_at(rest, 0))
}

/// All paths that begin at the crate or at a parent, with their positions.
fn paths(text: &str) -> Vec<(usize, Names)> {
    let starts = ["crate::", "super::"].into_iter().flat_map(|start| text.match_indices(start)).map(|(at, _)| at);
    let whole = starts.filter(|at| !text[..*at].ends_with(|c: char| is_of_name(c) || c == ':'));
    whole.flat_map(|at| expand(text, at).into_iter().map(move |(_, path)| (at, path))).collect()
}

/// The paths that begin here, one for each name in a group, with the position after each.
fn expand(text: &str, start: usize) -> Vec<(usize, Names)> {
    if text[start..].starts_with('{') {
        let mut found = Vec::new();
        let mut at = start + 1;
        while let Some(next) = text[at..].find(|c: char| is_of_name(c) || c == '}').map(|next| at + next) {
            if text[next..].starts_with('}') {
                break;
            }
            found.extend(expand(text, next));
            at = end_of_item(text, next);
        }
        return found;
    }
    let name = name_at(text, start);
    let end = start + name.len();
    let is_longer = text[end..].starts_with("::") && text[end + 2..].starts_with(|c| is_of_name(c) || c == '{');
    if !is_longer {
        return vec![(end, vec![name])];
    }
    let rest = expand(text, end + 2).into_iter();
    rest.map(|(end, path)| (end, [vec![name.clone()], path].concat())).collect()
}

/// The position after the item of a group that begins here.
fn end_of_item(text: &str, start: usize) -> usize {
    let mut depth = 0_usize;
    let ends = |(_, c): &(usize, char)| {
        let is_end = depth == 0 && matches!(c, ',' | '}');
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        is_end
    };
    text[start..].char_indices().find(ends).map_or(text.len(), |(at, _)| start + at)
}

/// The same path from the root of the crate; `None` if it leads out of the crate.
fn from_the_root(module: &[String], path: &[String]) -> Option<Names> {
    let ups = path.iter().take_while(|name| *name == "super").count();
    let base = if path[0] == "crate" { &[][..] } else { &module[..module.len().checked_sub(ups)?] };
    Some(base.iter().chain(&path[ups.max(1)..]).cloned().collect())
}
