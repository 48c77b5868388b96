//! The compiled form of a catalogue: it gives the same answers as the JSON, and a damaged, truncated, foreign or
//! outdated file is rebuilt or rejected with a sentence. It never causes a panic or a wrong answer.
#![expect(clippy::unwrap_used, reason = "a test that cannot write its file has to fail")]

#[path = "../../fuzz/compiled.rs"]
mod damage;

use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use damage::Right;
use prospectus::catalog::{Catalog, CourseIx, Sections, pack_parts};
use prospectus::files::Existing;
use prospectus::sections;
use prospectus::topics::TOPICS_OF_PROGRAMS;

const SHIPPED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/catalog.json");
const ID: &str = "mitx-supply-chain-management";

fn prospectus(catalog: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("prospectus"));
    command.env_remove("PROSPECTUS_CATALOG").arg("--catalog").arg(catalog).args(arguments).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// An empty folder for this test run.
fn folder(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).unwrap();
    path
}

/// The shipped catalogue, padded so that a compiled file is written beside it.
fn large(folder: &Path) -> PathBuf {
    let mut text = std::fs::read_to_string(SHIPPED).unwrap();
    text.extend(std::iter::repeat_n(' ', 8 << 20));
    let path = folder.join("large.json");
    std::fs::write(&path, text).unwrap();
    path
}

fn beside(json: &Path) -> PathBuf {
    json.with_extension("json.compiled")
}

/// Pseudo-random numbers that are the same in every run.
fn numbers(mut seed: u64) -> impl FnMut(usize) -> usize {
    move |below| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    }
}

#[test]
fn both_forms_answer_alike() {
    let folder = folder("alike");
    let (out, answers) = (folder.join("shipped.compiled"), folder.join("answers.json"));
    std::fs::write(&answers, r#"{"goal": "switch_career", "credit": "nice", "hours": "8-12"}"#).unwrap();
    let answers = answers.to_str().unwrap();
    let json = Path::new(SHIPPED);
    let made = prospectus(json, &["catalog", "compile", SHIPPED, "--output", out.to_str().unwrap()]);
    assert!(made.status.success(), "{}", said(&made));
    for arguments in [
        &["list", "--json"][..],
        &["list", "supply chain"],
        &["facets", "--json"],
        &["show", ID, "--json"],
        &["plan", ID, "--as-of", "2026-11-23", "--json"],
        &["compare", ID, "harvardx-data-science", "--json"],
        &["recommend", "--answers", answers, "--as-of", "2026-11-23", "--json"],
        &["why-not", ID, "--answers", answers, "--as-of", "2026-11-23", "--json"],
        &["show", "mitx-suply-chain"],
    ] {
        let (one, other) = (prospectus(json, arguments), prospectus(&out, arguments));
        assert_eq!(one, other, "{arguments:?}");
        assert!(one.status.success() || arguments[1] == "mitx-suply-chain", "{}", said(&one));
    }
    let info = |path: &Path| String::from_utf8(prospectus(path, &["catalog", "info"]).stdout).unwrap();
    assert!(info(json).contains("its JSON") && info(&out).contains("its compiled form"));
}

/// The names of a folder's entries.
fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_file_is_compiled_to_what_its_catalogue_is_packed_to() {
    let folder = folder("packed");
    let mut file: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(SHIPPED).unwrap()).unwrap();
    file["programs"].as_array_mut().unwrap().reverse();
    let json = folder.join("turned.json");
    std::fs::write(&json, file.to_string()).unwrap();
    let (of_file, out) = Catalog::compile(&json, None, Existing::Spare, sections::ALL).unwrap();
    assert_eq!(names(&folder), ["turned.json", "turned.json.compiled"]);
    assert_eq!(out, beside(&json));
    let held = Catalog::open(&json).unwrap();
    let packed = Catalog::unpack(held.pack(sections::made(&held)).unwrap()).unwrap();
    assert!(of_file.programs().eq(packed.programs()) && of_file.programs().eq(held.programs()));
    assert!((0..held.course_count() as u32).map(CourseIx).all(|ix| of_file.course(ix) == packed.course(ix)));
    for (name, bytes) in sections::made(&held) {
        assert_eq!(of_file.section(name).unwrap().unwrap(), bytes, "{name}");
        assert_eq!(packed.section(name).unwrap().unwrap(), bytes, "{name}");
    }
}

#[test]
fn what_an_interrupt_left_behind_goes_but_not_what_another_process_writes() {
    let folder = folder("parts");
    let json = folder.join("small.json");
    std::fs::copy(SHIPPED, &json).unwrap();
    let part = |name: &str| folder.join(format!(".small.json.compiled.{name}.part"));
    std::fs::write(part("left"), "half").unwrap();
    std::fs::write(part("other"), "half").unwrap();
    let other = std::fs::File::open(part("other")).unwrap();
    other.lock().unwrap();
    Catalog::compile(&json, None, Existing::Spare, sections::ALL).unwrap();
    assert_eq!(names(&folder), [".small.json.compiled.other.part", "small.json", "small.json.compiled"]);
}

#[test]
fn a_catalogue_that_breaks_a_rule_leaves_the_old_compiled_file() {
    let folder = folder("refused");
    let json = folder.join("bad.json");
    let bad = std::fs::read_to_string(SHIPPED).unwrap().replacen("\"micromasters\"", "\"micromaster\"", 1);
    std::fs::write(&json, bad).unwrap();
    let there = "prospectus/bin\r\nwhat was there";
    std::fs::write(beside(&json), there).unwrap();
    let refused = prospectus(&json, &["catalog", "compile", json.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(5), "{}", said(&refused));
    assert!(said(&refused).contains("Did you mean `micromasters`?"), "{}", said(&refused));
    assert_eq!(std::fs::read_to_string(beside(&json)).unwrap(), there);
    assert_eq!(names(&folder), ["bad.json", "bad.json.compiled"]);
}

#[test]
fn a_byte_changed_anywhere_is_refused_or_found() {
    let right = Right::new();
    let mut pick = numbers(1);
    right.assert_never_wrong(right.bytes.clone());
    for place in (0..300).chain((0..500).map(|_| pick(right.bytes.len()))) {
        let mut change = (place as u32).to_le_bytes().to_vec();
        change.push(1 << (place % 8));
        right.assert_never_wrong(right.changed(&change));
    }
}

#[test]
fn bytes_cut_short_put_in_or_made_up_are_refused_or_found() {
    let right = Right::new();
    let mut pick = numbers(2);
    let length = right.bytes.len();
    for length in (0..200).chain((0..200).map(|_| pick(length))).collect::<Vec<_>>() {
        assert!(Catalog::unpack(right.bytes[..length].to_vec()).is_err(), "{length} bytes");
    }
    for _ in 0..200 {
        let mut changed = right.bytes.clone();
        let from = pick(length);
        let to = (from + pick(64)).min(length);
        let junk: Vec<u8> = (0..pick(64)).map(|_| pick(256) as u8).collect();
        changed.splice(from..to, junk);
        right.assert_never_wrong(changed);
    }
}

#[test]
fn a_large_catalogue_is_compiled_once_and_read_from_there() {
    let json = large(&folder("once"));
    let first = prospectus(&json, &["list", "--json", "data"]);
    assert!(first.status.success() && said(&first).is_empty(), "{}", said(&first));
    let about = |path: &Path| std::fs::metadata(path).unwrap();
    assert_eq!(about(&beside(&json)).permissions(), about(&json).permissions(), "who reads one reads the other");
    let made = about(&beside(&json)).modified().unwrap();
    let second = prospectus(&json, &["list", "--json", "data"]);
    assert_eq!(first, second);
    assert_eq!(about(&beside(&json)).modified().unwrap(), made, "it is not written again");
    let info = prospectus(&json, &["catalog", "info", "--json"]);
    assert!(String::from_utf8(info.stdout).unwrap().contains(r#""form": "compiled""#));
}

#[test]
fn a_file_of_another_kind_is_never_replaced_by_a_compiled_one() {
    let json = large(&folder("foreign"));
    let beside = beside(&json);
    std::fs::write(&beside, "once upon a time").unwrap();
    let shown = prospectus(&json, &["show", ID, "--json"]);
    assert!(shown.status.success() && said(&shown).contains("holds something else"), "{}", said(&shown));
    let (json_name, beside_name) = (json.to_str().unwrap(), beside.to_str().unwrap());
    for out in [beside_name, json_name] {
        let before = std::fs::read(out).unwrap();
        let refused = prospectus(&json, &["catalog", "compile", json_name, "-o", out]);
        assert_eq!(refused.status.code(), Some(1), "{}", said(&refused));
        assert_eq!(std::fs::read(out).unwrap(), before);
    }
    let forced = prospectus(&json, &["catalog", "compile", json_name, "--force"]);
    assert!(forced.status.success(), "{}", said(&forced));
}

#[test]
fn a_compiled_file_of_no_use_is_made_again_with_a_sentence() {
    let json = large(&folder("again"));
    let right = prospectus(&json, &["show", ID, "--json"]);
    let good = std::fs::read(beside(&json)).unwrap();
    let other_version = [&good[..16], &[9, 9, 9, 9], &good[20..]].concat();
    for (useless, word) in [
        (&b""[..], "not a compiled catalogue"),
        (&good[..good.len() / 2], "damaged"),
        (&other_version, "another version"),
    ] {
        std::fs::write(beside(&json), useless).unwrap();
        let again = prospectus(&json, &["show", ID, "--json"]);
        assert_eq!(again.stdout, right.stdout, "{word}");
        assert!(said(&again).contains(word) && said(&again).lines().count() == 1, "{word}: {}", said(&again));
        assert!(said(&prospectus(&json, &["show", ID, "--json"])).is_empty(), "it is right again");
    }
    let mut text = std::fs::read_to_string(&json).unwrap();
    text = text.replacen("Supply Chain Management", "Supply Chains", 1);
    std::fs::write(&json, text).unwrap();
    let newer = prospectus(&json, &["catalog", "info", "--json"]);
    assert!(said(&newer).contains("out of date: its JSON has changed"), "{}", said(&newer));
}

#[test]
fn a_compiled_file_without_the_sections_of_today_is_made_again() {
    let json = large(&folder("sections"));
    let bare = Sections::of_catalog(&[], |_| Vec::new());
    Catalog::compile(&json, None, Existing::Spare, &[bare]).unwrap();
    let first = prospectus(&json, &["list", "supply", "--json"]);
    assert!(said(&first).contains("another version"), "{}", said(&first));
    let again = Catalog::unpack(std::fs::read(beside(&json)).unwrap()).unwrap();
    assert!(sections::ALL.iter().flat_map(|room| room.names).all(|name| again.section(name).is_some()));
    let second = prospectus(&json, &["list", "supply", "--json"]);
    assert_eq!((said(&second), second.stdout), (String::new(), first.stdout));
}

#[test]
fn a_compiled_file_with_topics_of_another_vocabulary_is_made_again() {
    let json = large(&folder("vocabulary"));
    let mut rooms = sections::ALL.to_vec();
    for room in rooms.iter_mut().filter(|room| room.names == TOPICS_OF_PROGRAMS.names) {
        room.make = |catalog| {
            let records = catalog.programs().map(|_| (0_u32, Vec::<()>::new()));
            vec![(TOPICS_OF_PROGRAMS.names[0], pack_parts(records))]
        };
        room.is_current = |_| true;
    }
    Catalog::compile(&json, None, Existing::Spare, &rooms).unwrap();
    let first = prospectus(&json, &["list", "topic:supply-chain", "--json"]);
    assert!(said(&first).contains("another version"), "{}", said(&first));
    let second = prospectus(&json, &["list", "topic:supply-chain", "--json"]);
    assert_eq!((said(&second), second.stdout), (String::new(), first.stdout));
}

/// Flips a bit of the compiled file beside a JSON file, after the first occurrence of `behind`.
fn damage(json: &Path, behind: &[u8]) {
    let mut bytes = std::fs::read(beside(json)).unwrap();
    let at = bytes.windows(behind.len()).position(|window| window == behind).unwrap();
    bytes[at + behind.len() + 4] ^= 0x20;
    std::fs::write(beside(json), bytes).unwrap();
}

#[test]
fn a_damaged_record_ends_the_command_prints_nothing_and_is_made_again() {
    let json = large(&folder("late"));
    let right = prospectus(&json, &["show", ID]);
    for by in [json.clone(), beside(&json)] {
        damage(&json, ID.as_bytes());
        let shown = prospectus(&by, &["show", ID]);
        assert_eq!(shown.status.code(), Some(5), "{}", said(&shown));
        assert!(shown.stdout.is_empty() && said(&shown).contains("The next start makes it again"), "{}", said(&shown));
        let again = prospectus(&by, &["show", ID]);
        assert_eq!(again.stdout, right.stdout, "{}", said(&again));
        let told = ["is damaged, so it was made again", "the JSON was read instead"];
        assert!(told.iter().any(|words| said(&again).contains(words)));
        assert_eq!(prospectus(&by, &["show", ID]), right, "nothing is said any more");
    }
}

#[test]
fn a_damaged_record_without_its_json_is_refused_and_the_file_left_alone() {
    let folder = folder("left");
    let json = large(&folder);
    prospectus(&json, &["list"]);
    damage(&json, ID.as_bytes());
    std::fs::remove_file(&json).unwrap();
    let before = std::fs::read(beside(&json)).unwrap();
    let shown = prospectus(&beside(&json), &["show", ID]);
    assert_eq!(shown.status.code(), Some(5), "{}", said(&shown));
    assert!(shown.stdout.is_empty() && said(&shown).contains("catalog compile"), "{}", said(&shown));
    assert_eq!(std::fs::read(beside(&json)).unwrap(), before);
}

#[test]
fn a_damaged_index_is_done_without_and_made_again() {
    let json = large(&folder("index"));
    let right = prospectus(&json, &["list", "supply chain", "--json"]);
    let sections = sections::made(&Catalog::open(&json).unwrap());
    let (name, words) = sections.iter().find(|(name, _)| name.starts_with("search-words")).unwrap();
    damage(&json, &words[..256]);
    let without = prospectus(&json, &["list", "supply chain", "--json"]);
    assert_eq!(without, right, "the programs are whole: {name}");
    let again = prospectus(&json, &["list", "supply chain", "--json"]);
    assert_eq!(again.stdout, right.stdout);
    assert!(said(&again).contains("is damaged, so it was made again"), "{}", said(&again));
    assert_eq!(prospectus(&json, &["list", "supply chain", "--json"]), right);
}

#[test]
fn a_damaged_file_on_its_own_is_refused_and_one_with_its_json_is_not() {
    let folder = folder("alone");
    let alone = folder.join("alone.compiled");
    let bytes = Right::new().bytes;
    std::fs::write(&alone, &bytes[..bytes.len() - 1]).unwrap();
    let refused = prospectus(&alone, &["list"]);
    assert_eq!(refused.status.code(), Some(5));
    assert!(refused.stdout.is_empty() && said(&refused).contains("catalog compile"), "{}", said(&refused));
    let (json, compiled) = (folder.join("small.json"), folder.join("small.json.compiled"));
    std::fs::copy(SHIPPED, &json).unwrap();
    std::fs::write(&compiled, &bytes[..bytes.len() - 1]).unwrap();
    let read = prospectus(&compiled, &["show", ID]);
    assert!(read.status.success() && said(&read).contains("the JSON was read instead"), "{}", said(&read));
}

#[test]
fn what_is_named_like_a_compiled_file_is_judged_by_what_it_holds() {
    let folder = folder("names");
    let renamed = folder.join("renamed.compiled");
    std::fs::copy(SHIPPED, &renamed).unwrap();
    assert!(prospectus(&renamed, &["show", ID]).status.success(), "JSON by any name is JSON");
}

#[test]
#[cfg(unix)]
fn a_link_leads_to_its_file_and_a_place_that_cannot_be_written_does_no_harm() {
    let folder = folder("links");
    let json = large(&folder);
    let link = folder.join("link.json");
    std::os::unix::fs::symlink(&json, &link).unwrap();
    // A folder in place of the compiled file can neither be read nor replaced.
    std::fs::create_dir_all(beside(&link).join("full")).unwrap();
    let read = prospectus(&link, &["show", ID, "--json"]);
    assert!(read.status.success() && said(&read).contains("cannot be written"), "{}", said(&read));
    assert_eq!(said(&read).lines().count(), 1);
}

#[test]
fn the_shipped_form_is_made_of_the_shipped_json() {
    let catalog = Catalog::open(Path::new(SHIPPED)).unwrap();
    let made = catalog.pack(sections::made(&catalog)).unwrap();
    let shipped = std::fs::read(Path::new(SHIPPED).with_extension("bin")).unwrap();
    assert!(made == shipped, "assets/catalog.bin is out of date; `cargo run --example pack_catalogue` makes it again");
}

#[test]
fn a_handle_that_leads_nowhere_is_damage_and_no_panic() {
    let mut catalog = Catalog::open(Path::new(SHIPPED)).unwrap();
    (catalog.sources, catalog.institutions) = (Vec::new(), Vec::new());
    let bytes = catalog.pack(Vec::new()).unwrap();
    let read = Catalog::unpack(bytes).unwrap();
    let program = read.program(read.find(ID).unwrap());
    assert!(!read.corruption().is_found());
    assert_eq!(read.institution_names(program), "");
    assert!(read.corruption().is_found());
    read.source(program.kind.claims()[0].source);
    read.course(CourseIx(u32::MAX));
}
