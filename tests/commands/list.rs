//! `list` and `facets` as scripts use them: what is found, limited, ordered and counted, and the JSON keys.

use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;
use serde_json::Value;

use crate::printed::{SCM, assert_fact, ids, json, keys, out};
use crate::program;

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
fn a_sentence_about_learning_a_language_finds_its_programs() {
    for sentence in ["learn to speak mandarin", "I want to learn to write spanish", "quiero hablar inglés"] {
        let count = json(&["list", sentence])["count"].as_u64().unwrap();
        assert!(count > 0, "{sentence}");
    }
}

#[test]
fn where_nothing_is_found_the_nearest_programs_are_named_with_what_was_left_out() {
    let said = |query: &str| {
        let said = program::command().args(["list", query]).assert().code(0).get_output().stderr.clone();
        String::from_utf8(said).expect("words")
    };
    let nothing = said("harvard crypto law");
    assert!(nothing.contains("Nearest, ") && nothing.contains(" without `"), "{nothing}");
    let apart = said("python beekeeping");
    assert!(apart.contains("No program on offer is about both: none about `beekeeping` and "), "{apart}");
}

/// The list as a terminal of this width would show it.
fn list_at(columns: &str, words: &[&str]) -> String {
    let output = program::command().env("COLUMNS", columns).arg("list").args(words).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_list_has_the_columns_of_the_explorer_with_titles_of_36_columns_and_the_id_last() {
    for columns in ["80", "100", "120", "160", "200"] {
        let list = list_at(columns, &["data"]);
        let head = list.lines().next().unwrap();
        let places = ["Title", "School", "Kind", "Length", "Price"].map(|name| head.find(name).unwrap_or(usize::MAX));
        assert!(places.is_sorted() && places[4] < usize::MAX, "{columns}: {head}");
        assert!(places[1] - places[0] >= 38, "{columns}: {head}");
        let ids = list.lines().filter(|line| line.trim_end().ends_with("harvardx-data-science"));
        assert_eq!(ids.count(), 1, "{columns}: the id ends a line\n{list}");
    }
    let wide = list_at("300", &["data"]);
    assert!(wide.lines().next().unwrap().trim_end().ends_with("Id"), "{wide}");
}

#[test]
fn ids_are_all_beside_their_programs_or_all_below_them() {
    for words in [&["--sort", "price", "--limit", "6"][..], &["supply"], &["mit"]] {
        for columns in ["80", "100", "120", "140", "160", "200"] {
            let list = list_at(columns, words);
            let json = list_at(columns, &[words, &["--format", "json"]].concat());
            let found: serde_json::Value = serde_json::from_str(&json).unwrap();
            let ids = found["programs"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned());
            let ids: Vec<String> = ids.map(|id| format!(" {id}")).filter(|id| list.contains(id.as_str())).collect();
            let cols = |id: &String| {
                let line = list.lines().find(|line| line.trim_end().ends_with(id.as_str())).unwrap();
                prospectus::width::cols(&line[..line.rfind(id.trim()).unwrap()])
            };
            let places: std::collections::BTreeSet<usize> = ids.iter().map(cols).collect();
            assert_eq!(places.len(), 1, "{columns} {words:?}: {list}");
        }
    }
}

#[test]
fn what_the_list_is_ordered_by_is_a_column_of_it_at_any_width() {
    for (sort, name) in [("effort", "Work"), ("courses", "Courses"), ("price", "Price"), ("length", "Length")] {
        for columns in ["60", "80", "120"] {
            let list = list_at(columns, &["data", "--sort", sort]);
            let first: Vec<&str> = list.lines().take(if columns == "60" { 4 } else { 1 }).collect();
            assert!(first.join(" ").contains(name), "{columns} {sort}: {list}");
        }
    }
}

#[test]
fn a_word_behind_a_minus_is_left_out_wherever_it_stands() {
    let one = json(&["list", "data -python -field:business"]);
    let expected = ids(&one);
    for words in [
        &["list", "data", "-python", "-field:business"] as &[&str],
        &["list", "--sort", "match", "-python", "-field:business", "data"],
        &["list", "-field:business", "data -python"],
    ] {
        let list = json(words);
        assert_eq!(ids(&list), expected, "{words:?}");
    }
    for words in [&["list", "--institution", "-MIT", "data"] as &[&str], &["show", "-python"], &["list", "-x"]] {
        program::command().args(words).assert().code(2).stdout("").stderr(contains("unexpected argument"));
    }
}

#[test]
fn a_number_below_zero_is_named_with_its_option() {
    for (words, said) in [
        (&["list", "--limit", "-1"] as &[&str], "`--limit` takes a number of 0 or more, not `-1`"),
        (&["list", "--max-months", "-3"], "`--max-months`"),
        (&["plan", SCM, "--hours", "-5"], "`--hours`"),
    ] {
        program::command().args(words).assert().code(2).stdout("").stderr(contains(said).and(contains("tip:").not()));
    }
}

#[test]
fn a_misspelt_profile_works_for_nobody() {
    for words in [&["list", "data"] as &[&str], &["facets"], &["show", SCM], &["compare", SCM, "ibm-data-science"]] {
        program::command()
            .arg("--profile")
            .arg("ghost")
            .args(words)
            .assert()
            .code(2)
            .stdout("")
            .stderr(contains("ghost"));
    }
}
