//! The commands as scripts meet them: streams, exit codes, names of keys. Every command runs here as a real process.
#![expect(clippy::unwrap_used, reason = "a test that cannot run a command has to fail")]

mod program;

use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;
use serde_json::Value;

const SCM: &str = "mitx-supply-chain-management";
const IBM: &str = "ibm-data-science";

fn out(words: &[&str]) -> String {
    let output = program::command().args(words).assert().success().get_output().clone();
    String::from_utf8(output.stdout).unwrap()
}

fn json(words: &[&str]) -> Value {
    let text = out(&[words, &["--json"]].concat());
    assert!(text.ends_with("}\n"), "one document and a line end");
    serde_json::from_str(&text).unwrap()
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

fn ids(list: &Value) -> Vec<&str> {
    list["programs"].as_array().unwrap().iter().map(|program| program["id"].as_str().unwrap()).collect()
}

/// Whether a value is a fact: with a basis, and with a value exactly where something is known.
fn assert_fact(fact: &Value, what: &str) {
    let basis = fact["basis"].as_str().unwrap_or_else(|| panic!("{what} has no basis: {fact}"));
    let has_value = fact.get("value").is_some() || (fact.get("low").is_some() && fact.get("high").is_some());
    assert_eq!(has_value, basis != "unknown", "{what}: {fact}");
    if basis == "unknown" {
        assert_eq!(keys(fact), ["basis"], "{what}");
    } else {
        assert!(fact["source"].is_string() && fact["as_of"].is_string(), "{what}: {fact}");
    }
}

#[test]
fn every_command_explains_itself_with_examples_first() {
    for command in ["list", "facets", "show", "compare", "guide", "catalog", "completions", "man"] {
        let help = out(&[command, "--help"]);
        let (examples, usage) = (help.find("Examples:").unwrap(), help.find("Usage:").unwrap());
        assert!(examples < usage, "{command}");
        assert!(!help.contains('\u{1b}'), "{command}");
    }
    assert!(out(&["--version"]).starts_with("prospectus "));
}

#[test]
fn point_22_without_a_terminal_the_explorer_says_one_sentence_and_what_to_do() {
    program::command().assert().code(2).stdout("").stderr(contains("`prospectus list`").and(contains("terminal")));
}

#[test]
fn list_finds_programs_and_keeps_messages_off_standard_output() {
    program::command()
        .args(["list", "supply", "chain", "--institution", "Massachusetts Institute of Technology"])
        .assert()
        .success()
        .stdout(contains(SCM).and(contains("programs.").not()))
        .stderr(contains("of 780 programs"));
}

#[test]
fn list_json_has_the_shape_that_scripts_rely_on() {
    let list = json(&["list", "supply", "chain"]);
    assert_eq!(keys(&list), ["total", "count", "catalog", "programs"]);
    assert_eq!(keys(&list["catalog"]), ["name", "as_of", "hash"]);
    assert_eq!(list["total"], 780);
    assert_eq!(list["count"], ids(&list).len());
    for program in list["programs"].as_array().unwrap() {
        let id = program["id"].as_str().unwrap();
        for fact in ["level", "courses", "length", "effort", "price", "credit"] {
            assert_fact(&program[fact], &format!("{id}: {fact}"));
        }
        for names in ["institutions", "fields", "languages", "matches"] {
            assert!(program[names].is_array(), "{id}: {names}");
        }
        for text in ["title", "kind", "status"] {
            assert!(program[text].is_string(), "{id}: {text}");
        }
        assert!(program["url"].is_string() || program["url"].is_null());
        assert!(program["score"].is_number());
        assert!(program["bases"]["fields"].is_string());
    }
}

#[test]
fn matches_are_places_of_characters_in_the_title() {
    let list = json(&["list", "supply"]);
    let first = &list["programs"][0];
    let title: Vec<char> = first["title"].as_str().unwrap().chars().collect();
    let place = &first["matches"][0];
    let (from, to) = (place[0].as_u64().unwrap() as usize, place[1].as_u64().unwrap() as usize);
    assert_eq!(title[from..to].iter().collect::<String>().to_lowercase(), "supply");
}

#[test]
fn a_fact_in_json_has_its_unit_or_currency_and_says_how_many_other_claims_there_are() {
    let list = json(&["list", "supply", "chain", "--status", "all"]);
    let scm = list["programs"].as_array().unwrap().iter().find(|program| program["id"] == SCM).unwrap();
    assert_eq!(scm["kind"], "micromasters");
    assert_eq!(scm["length"]["value"], 18);
    assert_eq!(scm["length"]["unit"], "months");
    assert_eq!(scm["price"]["currency"], "USD");
    assert_eq!(scm["effort"]["unit"], "hours");
    assert!(scm["effort"]["low"].is_number() && scm["effort"]["high"].is_number());
    assert!(scm["price"]["others"].as_u64().unwrap() > 0);
}

#[test]
fn list_without_a_match_is_empty_and_no_failure() {
    let nothing = ["list", "zzzzqqqq"];
    program::command().args(nothing).assert().code(0).stdout("").stderr(contains("No program matches."));
    let list = json(&nothing);
    assert_eq!(list["count"], 0);
    assert_eq!(list["programs"], serde_json::json!([]));
}

#[test]
fn repeated_filters_are_any_of_and_different_ones_all_of() {
    let count = |words: &[&str]| json(&[&["list"], words].concat())["count"].as_u64().unwrap();
    let (mm, mb) = (count(&["--kind", "micromasters"]), count(&["--kind", "microbachelors"]));
    assert_eq!(count(&["--kind", "micromasters", "--kind", "microbachelors"]), mm + mb);
    assert!(count(&["--kind", "micromasters", "--language", "Spanish"]) < mm);
    assert!(count(&["--status", "all"]) > count(&[]));
    assert_eq!(count(&["--status", "all"]), count(&[]) + count(&["--status", "older"]));
}

#[test]
fn what_has_moved_is_listed_with_where_to_and_shown_at_first() {
    let moved = json(&["list", "--status", "moved"]);
    assert_eq!(moved["count"], 7);
    let scm = json(&["list", "mitx-supply-chain-management"])["programs"][0].clone();
    assert_eq!((&scm["status"], &scm["platform"]), (&"moved".into(), &"MIT Learn (MITx Online)".into()));
    assert_eq!(scm["moved"]["since"], "2026-06-03");
    assert_eq!(scm["moved"]["url"], "https://learn.mit.edu/programs/program-v1:MITxT+SCM");
    assert_eq!(scm["url"], scm["moved"]["url"]);
    let count = |status: &str| json(&["list", "--status", status])["count"].as_u64().unwrap();
    assert_eq!(count("offered"), count("current") + count("moved"));
    assert_eq!(json(&["list", "status:moved"])["count"], 7);
    let facets = json(&["facets", "--json"]).to_string();
    assert!(facets.contains("\"moved\""), "{facets}");
}

#[test]
fn programs_that_no_list_has_are_found_by_search_and_say_what_was_seen_of_them() {
    let found = json(&["list", "5G Networking", "--status", "all"]);
    assert_eq!(found["programs"][0]["id"], "curtinx-5g-networking");
    assert_eq!(found["programs"][0]["status"], "older");
    let shown = json(&["show", "curtinx-5g-networking"]).to_string();
    assert!(shown.contains("program page live"), "{shown}");
}

#[test]
fn a_limit_keeps_what_is_unknown_and_says_so_unless_told_to_drop_it() {
    let keep = ["list", "--status", "all", "--max-months", "3"];
    program::command()
        .args(keep)
        .assert()
        .success()
        .stderr(contains("unknown length kept").and(contains("--unknown drop")));
    let kept = json(&keep);
    let dropped = json(&[keep.as_slice(), &["--unknown", "drop"]].concat());
    let is_unknown = |program: &Value| program["length"]["basis"] == "unknown";
    assert!(kept["programs"].as_array().unwrap().iter().any(is_unknown));
    assert!(!dropped["programs"].as_array().unwrap().iter().any(is_unknown));
    assert!(!ids(&dropped).is_empty());
}

#[test]
fn a_list_that_is_limited_by_dollars_shows_dollars() {
    let words = ["list", "data", "--max-price", "900", "--sort", "price", "--unknown", "drop"];
    for program in json(&words)["programs"].as_array().unwrap() {
        let price = &program["price_usd"];
        assert_fact(price, "price_usd");
        let least = price["low"].as_f64().or(price["value"].as_f64()).unwrap();
        assert!(least <= 900.0 && price["currency"] == "USD", "{program}");
    }
    assert!(!out(&words).contains('£'));
}

#[test]
fn sorting_puts_unknown_last_and_limit_cuts_the_list() {
    let list = json(&["list", "--status", "all", "--sort", "courses", "--limit", "740"]);
    assert_eq!(ids(&list).len(), 740);
    assert_eq!(list["count"], 780);
    let courses: Vec<Option<u64>> =
        list["programs"].as_array().unwrap().iter().map(|program| program["courses"]["value"].as_u64()).collect();
    assert!(courses.windows(2).all(|pair| pair[1].is_none() || pair[0].is_some_and(|a| a <= pair[1].unwrap())));
}

#[test]
fn a_misspelt_facet_value_is_named_with_the_nearest() {
    for (flag, typed, right) in [
        ("--kind", "micormasters", "MicroMasters"),
        ("--level", "introductry", "Introductory"),
        ("--language", "Spanihs", "Spanish"),
    ] {
        program::command()
            .args(["list", flag, typed])
            .assert()
            .code(2)
            .stdout("")
            .stderr(contains(typed).and(contains(right)));
    }
    program::command().args(["list", "--field", "qqqqzzzz"]).assert().code(2).stdout("").stderr(contains("qqqqzzzz"));
}

#[test]
fn a_query_may_hold_fields_beside_the_flags_and_what_nobody_knows_is_an_error() {
    let by_flags = json(&["list", "data", "--institution", "MIT", "--kind", "micromasters", "--status", "all"]);
    let by_fields = json(&["list", "data inst:mit", "kind:mm", "status:all"]);
    assert!(!ids(&by_flags).is_empty());
    assert_eq!(ids(&by_fields), ids(&by_flags));
    assert_eq!(ids(&json(&["list", "data inst:mit", "--kind", "mm", "--status", "all"])), ids(&by_flags));
    let without = json(&["list", "data -inst:mit", "--kind", "mm"]);
    assert!(!ids(&without).is_empty() && ids(&without).iter().all(|id| !id.starts_with("mitx-")));
    for (query, said) in [
        ("inst:havard", "Did you mean `Harvard University`?"),
        ("lnag:es", "did you mean `lang:`?"),
        ("months:six", "`months:3..8`"),
    ] {
        program::command().args(["list", query]).assert().code(2).stdout("").stderr(contains(said));
        program::command().args(["facets", query]).assert().code(2).stdout("").stderr(contains(said));
    }
}

#[test]
fn a_misspelt_command_flag_or_number_is_a_usage_error() {
    program::command().arg("lst").assert().code(2).stdout("").stderr(contains("list"));
    program::command().args(["list", "--instituion", "MIT"]).assert().code(2).stderr(contains("--institution"));
    for number in ["abc", "-1", "NaN", "inf"] {
        program::command().args(["list", &format!("--max-price={number}")]).assert().code(2).stdout("");
    }
    program::command().args(["list", "--as-of", "yesterday"]).assert().code(2).stderr(contains("yesterday"));
    program::command()
        .args(["list", "\u{1b}[31m", "--sort", "\u{1b}[31m"])
        .assert()
        .code(2)
        .stderr(contains("\u{1b}").not());
}

#[test]
fn facets_count_what_list_lists() {
    let facets = json(&["facets"]);
    assert_eq!(keys(&facets), ["total", "count", "facets"]);
    let names = ["kind", "field", "institution", "level", "language", "status"];
    for name in names {
        let values = facets["facets"][name].as_array().unwrap();
        assert!(!values.is_empty(), "{name}");
        assert_eq!(keys(&values[0]), ["value", "label", "count", "chosen"], "{name}");
    }
    let kinds = facets["facets"]["kind"].as_array().unwrap();
    let mm = kinds.iter().find(|kind| kind["value"] == "micromasters").unwrap();
    assert_eq!(mm["count"], json(&["list", "--kind", "micromasters"])["count"]);
    let chosen = json(&["facets", "--kind", "micromasters"]);
    assert_eq!(chosen["count"], mm["count"]);
    let kinds = chosen["facets"]["kind"].as_array().unwrap();
    assert!(kinds.iter().all(|kind| kind["chosen"] == (kind["value"] == "micromasters")));
}

#[test]
fn show_has_every_fact_all_claims_and_the_sources_of_them() {
    let program = json(&["show", SCM]);
    let listed = json(&["list", "supply", "chain"]);
    for key in keys(&listed["programs"][0]) {
        assert!(program.get(key).is_some(), "{key}");
    }
    let facts = program["facts"].as_object().unwrap();
    assert!(facts.len() > 24);
    for (key, fact) in facts {
        assert_fact(fact, key);
    }
    let prices = program["claims"]["price"].as_array().unwrap();
    assert_eq!(prices.len() as u64, program["price"]["others"].as_u64().unwrap() + 1);
    assert_eq!(prices[0]["value"], program["price"]["value"], "the shown claim stands first");
    let sources: Vec<&str> =
        program["sources"].as_array().unwrap().iter().map(|source| source["id"].as_str().unwrap()).collect();
    for claim in program["claims"].as_object().unwrap().values().flat_map(|claims| claims.as_array().unwrap()) {
        assert!(sources.contains(&claim["source"].as_str().unwrap()), "{claim}");
        assert!(claim["grade"].is_string());
    }
    for way in program["pathways"].as_array().unwrap() {
        assert!(sources.contains(&way["source"].as_str().unwrap()) && way["as_of"].is_string(), "{way}");
    }
    assert_eq!(program["course_list"].as_array().unwrap().len(), 6);
}

#[test]
fn show_prints_basis_source_and_date_in_every_format_for_people() {
    // A table marks each basis and explains the marks; lines of words name it.
    for (format, basis) in [("table", "~ worked out or estimated"), ("plain", "worked out"), ("md", "worked out")] {
        let text = out(&["show", SCM, "--format", format]);
        for word in ["18 months", "edx-list-2026-05", "2026-05-15", basis, "Supply Chain Fundamentals"] {
            assert!(text.contains(word), "{format}: {word}");
        }
        assert!(!text.contains('\u{1b}'), "{format}");
    }
}

#[test]
fn an_unknown_id_is_a_usage_error_with_what_may_have_been_meant() {
    program::command().args(["show", "mitx-suply-chain-management"]).assert().code(2).stdout("").stderr(contains(SCM));
    program::command().args(["show", "supply-chain"]).assert().code(2).stdout("").stderr(contains("supply-chain"));
    program::command().args(["show", "zzzzqqqq"]).assert().code(2).stderr(contains("prospectus list"));
    program::command().args(["compare", SCM, "ibm-data-scienc"]).assert().code(2).stdout("").stderr(contains(IBM));
}

#[test]
fn compare_marks_what_differs_and_prints_the_rest_on_demand() {
    let some = json(&["compare", SCM, IBM]);
    assert_eq!(some["programs"], serde_json::json!([SCM, IBM]));
    let rows = some["rows"].as_array().unwrap();
    assert!(rows.iter().all(|row| row["differs"] == true));
    let all = json(&["compare", SCM, IBM, "--all"]);
    let all_rows = all["rows"].as_array().unwrap();
    assert!(all_rows.len() > rows.len());
    for row in all_rows {
        assert_eq!(keys(row), ["fact", "label", "cells", "differs", "best"]);
        for cell in row["cells"].as_array().unwrap() {
            assert_fact(cell, row["fact"].as_str().unwrap());
        }
        let is_cheap = ["price", "price_usd", "effort", "cost_per_hour"].contains(&row["fact"].as_str().unwrap());
        assert!(row["best"].is_null() || is_cheap, "{row}");
    }
    assert!(out(&["compare", SCM, IBM]).contains('≠'));
    assert!(!out(&["compare", SCM, IBM, "--ascii"]).contains('≠'));
}

#[test]
fn compare_takes_two_to_four_different_programs() {
    let four = [SCM, IBM, "harvardx-data-science", "ritx-project-management"];
    assert_eq!(json(&[&["compare"], four.as_slice()].concat())["programs"].as_array().unwrap().len(), 4);
    program::command().args(["compare", SCM]).assert().code(2).stdout("");
    program::command().args(["compare", SCM, SCM]).assert().code(2).stdout("").stderr(contains("twice"));
    program::command().args(["compare", "a", "b", "c", "d", "e"]).assert().code(2).stdout("");
}

#[test]
fn the_guide_has_its_rows_with_flags_and_what_was_measured() {
    let guide = json(&["guide"]);
    let rows = guide["rows"].as_array().unwrap();
    assert_eq!(
        rows.iter().map(|row| row["id"].as_str().unwrap()).collect::<Vec<_>>(),
        ["T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9"]
    );
    for row in rows {
        for key in ["id", "row", "professional_certificate", "micromasters", "flag"] {
            assert!(row[key].is_string(), "{row}");
        }
    }
    assert_eq!(rows[4]["flag"], "contradicted");
    assert!(guide["measured"].as_array().unwrap().iter().all(|median| median["with_estimates"]["n"].is_number()));
    for format in ["table", "plain", "md"] {
        let text = out(&["guide", "--format", format]);
        for words in ["What employers see", "Is a Professional Certificate worth it?", "Columbia"] {
            assert!(text.contains(words), "{format}: {words}");
        }
        assert!(!text.contains("T9") && !text.contains("FAQ3") && !text.contains("V20"), "codes are for programs");
        assert!(text.contains("median 4 months ("), "{format}");
    }
}

#[test]
fn tables_fit_a_hundred_columns_where_there_is_no_terminal_and_plain_cuts_nothing() {
    for words in [["list", "data"].as_slice(), &["guide"], &["show", SCM], &["catalog", "info"], &["compare", SCM, IBM]]
    {
        for line in out(words).lines() {
            assert!(prospectus::width::cols(line) <= 100, "{words:?}: {line}");
        }
    }
    let plain = out(&["list", "data", "--format", "plain"]);
    assert!(!plain.contains('…'));
    assert_eq!(plain, out(&["list", "data", "--accessible"]));
    let accessible =
        program::command().args(["list", "data"]).env("ACCESSIBLE", "1").assert().get_output().stdout.clone();
    assert_eq!(plain.as_bytes(), accessible);
}

#[test]
fn plain_has_no_box_characters_and_no_marks_to_be_read_aloud() {
    for words in [["list", "data"].as_slice(), &["show", SCM], &["compare", SCM, IBM, "--all"], &["guide"]] {
        let text = out(&[words, &["--format", "plain"]].concat());
        assert!(!text.contains(['│', '─', '|', '≠', '…']), "{words:?}");
        assert!(text.contains(": "), "{words:?}");
    }
}

#[test]
fn csv_is_a_table_with_a_heading_and_md_one_with_escaped_pipes() {
    let csv = out(&["list", "data", "--format", "csv"]);
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    assert_eq!(reader.headers().unwrap().get(0), Some("id"));
    let price_basis = reader.headers().unwrap().iter().position(|name| name == "price_basis").unwrap();
    for record in reader.records() {
        let record = record.unwrap();
        assert!(!record[price_basis].is_empty());
        assert!(record.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])));
    }
    let md = out(&["list", "data", "--format", "md"]);
    let pipes = |line: &str| line.replace("\\|", "").matches('|').count();
    assert!(md.lines().all(|line| pipes(line) == pipes(md.lines().next().unwrap())));
    program::command().args(["guide", "--format", "csv"]).assert().code(2).stdout("").stderr(contains("csv"));
}

#[test]
fn escape_codes_are_only_printed_on_demand() {
    assert!(!out(&["list", "data"]).contains('\u{1b}'));
    assert!(out(&["list", "data", "--color", "always"]).contains('\u{1b}'));
    let has_color = |name: &str, value: &str, no_color: &str| {
        let mut command = program::command();
        let output = command.args(["list", "data"]).env(name, value).env("NO_COLOR", no_color).assert();
        output.get_output().stdout.contains(&0x1b)
    };
    assert!(has_color("FORCE_COLOR", "1", ""), "an empty NO_COLOR is none");
    assert!(!has_color("FORCE_COLOR", "0", ""));
    assert!(!has_color("FORCE_COLOR", "1", "1") && !has_color("CLICOLOR_FORCE", "1", "0"));
    assert!(!out(&["list", "data", "--color", "always", "--json"]).contains('\u{1b}'));
}

#[test]
fn ascii_output_has_no_sign_outside_ascii() {
    let signs = ['–', '—', '…', '≠', '×', '£', '€', '“', '”', '’'];
    for words in [["list"].as_slice(), &["show", SCM], &["compare", SCM, IBM], &["guide"]] {
        assert!(!out(&[words, &["--ascii"]].concat()).contains(signs), "{words:?}");
    }
}

#[test]
fn a_closed_pipe_ends_a_command_in_silence() {
    use std::process::Stdio;
    for words in [["list", "--json"].as_slice(), &["list", "--format", "csv"], &["guide"], &["--help"]] {
        let mut child = program::program().args(words).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "{words:?}: {said}");
        assert!(!said.contains("panicked") && !said.contains("pipe"), "{words:?}: {said}");
    }
}

#[test]
fn completions_and_manual_come_from_the_same_definition() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = out(&["completions", shell]);
        assert!(script.contains("compare") && script.contains("institution"), "{shell}");
    }
    let page = out(&["man"]);
    assert!(page.contains(".TH") && page.contains("compare"));
    assert!(out(&["man", "list"]).contains("max\\-price"));
    program::command().args(["man", "lst"]).assert().code(2).stdout("").stderr(contains("list"));
}

#[test]
fn the_same_words_print_the_same_bytes() {
    for words in [["list", "python", "--json"].as_slice(), &["facets", "--json"], &["show", SCM, "--json"]] {
        assert_eq!(out(words), out(words));
    }
}

#[test]
fn the_map_counts_every_program_and_gives_the_medians_of_the_fields() {
    let map = json(&["map", "supply chain", "--axis", "price"]);
    let list = json(&["list", "supply chain"]);
    let points = map["points"].as_array().unwrap().len() as u64;
    let missing = map["without_hours"].as_u64().unwrap() + map["without_value"].as_u64().unwrap();
    assert_eq!(points + missing, list["count"].as_u64().unwrap());
    assert!(map["points"][0]["price"]["low"].is_number() && map["points"][0]["hours"]["high"].is_number());
    assert!(map["medians"][0]["count"].as_u64().unwrap() > 0);
}

#[test]
fn the_explorer_takes_its_lines_from_a_pipe_and_keeps_messages_off_standard_output() {
    let count = &json(&["list", "supply chain"])["count"];
    program::command()
        .arg("--accessible")
        .write_stdin("search supply chain\nserch\n1\n")
        .assert()
        .success()
        .stdout(contains(format!("1 of {count}: ")).and(contains(format!("Id: {SCM}"))).and(contains("serch").not()))
        .stderr(contains("Did you mean `search`?").and(contains("> ").not()));
    program::command().arg("--accessible").write_stdin("").assert().success().stdout(contains("`help`"));
    program::command().env("ACCESSIBLE", "1").write_stdin("quit").assert().success();
}

#[test]
fn the_explorer_asks_nothing_where_input_is_forbidden() {
    for words in [&["--no-input"][..], &["--no-input", "--accessible"]] {
        program::command().args(words).assert().code(2).stdout("").stderr(contains("--no-input"));
    }
}

#[test]
fn addresses_become_links_only_where_they_are_wanted() {
    let out = |words: &[&str]| program::command().args(words).assert().success().get_output().stdout.clone();
    let text = |words: &[&str]| String::from_utf8(out(words)).unwrap();
    let link = "\u{1b}]8;id=prospectus-";
    assert!(text(&["show", SCM, "--hyperlinks", "always"]).contains(link));
    for words in [
        &["show", SCM][..],
        &["show", SCM, "--hyperlinks", "never"],
        &["show", SCM, "--hyperlinks", "always", "--accessible"],
        &["show", SCM, "--hyperlinks", "always", "--json"],
        &["list", "supply", "--hyperlinks", "always", "--format", "csv"],
    ] {
        assert!(!text(words).contains('\u{1b}'), "{words:?}");
    }
}

#[test]
fn a_day_that_is_none_is_told_in_words_of_our_own() {
    for (command, flag) in [("list", "--as-of"), ("plan", "--start"), ("plan", "--deadline")] {
        for day in ["nonsense", "2026-02-30", "2026-13-01", ""] {
            let told = program::command().args([command, "x", flag, day]).assert().code(2);
            told.stderr(predicates::str::contains("it is not a date; write one such as 2026-11-23"));
        }
    }
}

#[test]
fn titles_lead_to_their_pages_where_links_are_asked_for_and_nowhere_else() {
    let url = "https://learn.mit.edu/programs/program-v1:MITxT+SCM";
    let list = ["list", "mit", "supply", "chain", "--limit", "1"];
    let text = out(&[&list[..], &["--hyperlinks", "always"]].concat());
    let start = format!("\u{1b}]8;id=prospectus-0;{url}\u{1b}\\Supply Chain Manag");
    assert!(text.contains(&start), "{text:?}");
    let plan = out(&["plan", SCM, "--hours", "6", "--hyperlinks", "always"]);
    let start = format!("\u{1b}]8;id=prospectus-0;{url}\u{1b}\\Supply Chain Management (MicroMasters)\u{1b}]8;;");
    assert!(plan.contains(&start), "{plan:?}");
    for format in ["csv", "json", "md", "plain"] {
        let text = out(&[&list[..], &["--hyperlinks", "always", "--format", format]].concat());
        assert!(!text.contains('\u{1b}'), "{format}");
    }
    assert!(!out(&list).contains('\u{1b}'));
    let bare = |text: &str| {
        text.replace(&format!("\u{1b}]8;id=prospectus-0;{url}\u{1b}\\"), "").replace("\u{1b}]8;;\u{1b}\\", "")
    };
    let linked = out(&[&list[..], &["--hyperlinks", "always"]].concat());
    assert_eq!(bare(&linked), out(&list), "what is seen is the same");
}

#[test]
fn a_question_about_the_kinds_is_answered_beside_the_list() {
    for question in ["will employers accept it", "¿cuánto cuesta un micromasters?", "how long does it take"] {
        let said = program::command().args(["list", question]).assert().code(0).get_output().stderr.clone();
        let said = String::from_utf8(said).expect("words");
        assert!(said.contains("`prospectus guide` has the whole guide"), "{question}: {said}");
        assert!(!said.contains("No program matches"), "{question}: {said}");
    }
}

#[test]
fn a_sentence_about_learning_a_language_finds_its_programs() {
    for sentence in ["learn to speak mandarin", "I want to learn to write spanish", "quiero hablar inglés"] {
        let count = json(&["list", sentence])["count"].as_u64().unwrap();
        assert!(count > 0, "{sentence}");
    }
}

#[test]
fn where_nothing_is_found_the_nearest_programs_are_named_with_what_was_left_out() {
    let said = program::command().args(["list", "python zebra"]).assert().code(0).get_output().stderr.clone();
    let said = String::from_utf8(said).expect("words");
    assert!(said.contains("Nearest, ") && said.contains(" without `zebra`: "), "{said}");
}
