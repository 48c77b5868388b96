//! Every rule of the format with the smallest catalogue that breaks it, read both from text and from a file.

mod shipped;

use serde_json::{Value, json};

use super::*;
use crate::catalog::{AsOf, Catalog, MAX_SOURCES, PriceOf, Text};

/// A catalogue of one program that keeps every rule.
fn small() -> Value {
    json!({
        "format": FORMAT, "name": "a test", "as_of": "2026-05-15",
        "sources": [{
            "id": "list-2026", "title": "A list", "as_of": "2026-05", "grade": "A",
            "licence": "facts only", "url": "https://example.org/list",
        }],
        "institutions": [{ "key": "mitx", "name": "MIT", "short": "MIT", "aliases": ["MITx"] }],
        "courses": [{
            "id": "mitx-one", "title": "One", "institution": "mitx",
            "weeks": [{ "value": 6, "source": "list-2026" }], "url": "http://example.org/one",
        }],
        "programs": [{
            "id": "mitx-data", "title": "Data",
            "kind": [{ "value": "micromasters", "source": "list-2026" }],
            "institutions": [{ "value": ["mitx"], "source": "list-2026" }],
            "status": [{ "value": "current", "source": "list-2026" }],
            "course_list": [{ "course": "mitx-one", "match": "certain" }],
            "pathways": [{
                "counts": "credit", "institution": "MIT", "status": "active", "as_of": "2025", "source": "list-2026",
            }],
        }],
    })
}

/// Reads a text, and checks that a file with the same text gives the same result.
fn read(text: String) -> Result<Catalog, CatalogError> {
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), &text).expect("a file that can be written");
    let (read, of_file) = (Catalog::from_text(text), Catalog::open(file.path()));
    match (&read, of_file) {
        (Ok(read), Ok(of_file)) => {
            assert_eq!((read.hash(), read.size_bytes()), (of_file.hash(), of_file.size_bytes()));
            assert!(read.programs().eq(of_file.programs()));
        }
        (read, of_file) => assert_eq!(read.as_ref().err().map(placeless), of_file.as_ref().err().map(placeless)),
    }
    read
}

/// The message of an error without the column, which depends on how far the parser has looked ahead.
fn placeless(error: &CatalogError) -> Vec<String> {
    match error {
        CatalogError::NotACatalogue { line, message, .. } => {
            vec![format!("{line}: {}", message.split(" at line").next().unwrap_or_default())]
        }
        error => said_by(error),
    }
}

fn complaints(loaded: Result<Catalog, CatalogError>) -> Vec<String> {
    loaded.err().as_ref().map(said_by).unwrap_or_default()
}

fn said_by(error: &CatalogError) -> Vec<String> {
    match error {
        CatalogError::Rejected(problems) => problems.iter().map(ToString::to_string).collect(),
        error => vec![error.to_string()],
    }
}

/// The problems of the small catalogue after a change.
fn said(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut file = small();
    change(&mut file);
    complaints(read(file.to_string()))
}

/// The problems of the small catalogue after one fact of its program is replaced.
fn said_of(fact: &str, claims: Value) -> Vec<String> {
    said(|file| file["programs"][0][fact] = claims)
}

fn cited(mut claim: Value) -> Value {
    claim["source"] = json!("list-2026");
    json!([claim])
}

fn nothing() -> [&'static str; 0] {
    []
}

#[test]
fn a_catalogue_that_keeps_every_rule_is_read() {
    assert_eq!(said(|_| {}), nothing());
}

#[test]
fn an_id_is_given_once() {
    for (array, key, id, rule) in [
        ("sources", "id", "list-2026", "every id must be unique"),
        ("institutions", "key", "mitx", "an institution has only one record"),
        ("courses", "id", "mitx-one", "every id must be unique"),
        ("programs", "id", "mitx-data", "every id must be unique"),
    ] {
        let twice = said(|file| {
            let first = file[array][0].clone();
            file[array].as_array_mut().expect("an array").push(first);
        });
        assert_eq!(twice, [format!("{id}: {key}: occurs twice; {rule}")]);
    }
}

#[test]
fn a_catalogue_has_no_more_sources_than_can_be_told_apart() {
    let with = |count: usize| {
        complaints(read({
            let mut file = small();
            let sources = file["sources"].as_array_mut().expect("sources");
            let first = sources[0].clone();
            sources.extend((1..count).map(|number| {
                let mut source = first.clone();
                source["id"] = json!(format!("list-{number}-more"));
                source
            }));
            file.to_string()
        }))
    };
    assert_eq!(with(MAX_SOURCES), nothing());
    let told = format!("list-{MAX_SOURCES}-more: id: is one source more than the 65535 that a catalogue can hold");
    assert_eq!(with(MAX_SOURCES + 3), [told]);
}

#[test]
fn an_id_is_plain() {
    for id in ["", "MITx", "a b", "a\u{1b}b", "é"] {
        let said = said(|file| file["programs"][0]["id"] = json!(id));
        let shown = id.replace('\u{1b}', "\u{fffd}");
        assert_eq!(said, [format!("{shown}: id: may contain only lower-case letters, digits, dots and hyphens")]);
    }
}

#[test]
fn an_unknown_kind_is_refused_with_the_nearest_one() {
    assert_eq!(
        said_of("kind", cited(json!({ "value": "micromaster" }))),
        ["mitx-data: kind: `micromaster` is not a kind of credential. Did you mean `micromasters`? Write any other \
            kind as `other:<name>`"]
    );
    assert_eq!(said_of("kind", cited(json!({ "value": "other:Nanodegree" }))), nothing());
}

#[test]
fn every_program_has_a_kind_and_a_status() {
    let said = said(|file| {
        let program = file["programs"][0].as_object_mut().expect("a record");
        program.remove("kind");
        program.remove("status");
    });
    assert_eq!(
        said,
        [
            "mitx-data: kind: is missing; every program needs a kind",
            "mitx-data: status: is missing; say `current`, `moved` or `older`",
        ]
    );
}

#[test]
fn a_word_that_is_not_known_is_refused_with_the_nearest_one() {
    for (fact, value, message) in [
        ("status", json!("curent"), "`curent` is not one of the allowed values. Did you mean `current`?"),
        ("credit", json!("zzz"), "`zzz` is not one of the allowed values."),
        ("level", json!(["advancd"]), "`advancd` is not one of the allowed values. Did you mean `advanced`?"),
        ("pacing", json!(["selfpaced"]), "`selfpaced` is not one of the allowed values. Did you mean `self-paced`?"),
    ] {
        let said = said_of(fact, cited(json!({ "value": value })));
        assert_eq!(said[0], format!("mitx-data: {fact}: {message}"));
    }
    let basis = said_of("courses", cited(json!({ "value": 3, "basis": "infered" })));
    assert_eq!(basis, ["mitx-data: courses: `infered` is not one of the allowed values. Did you mean `inferred`?"]);
    let grade = said_of("courses", cited(json!({ "value": 3, "grade": "D" })));
    assert_eq!(grade, ["mitx-data: grade: `D` is not A, B or C"]);
}

#[test]
fn a_price_names_its_currency() {
    assert_eq!(
        said_of("price", cited(json!({ "value": 100 }))),
        ["mitx-data: price: has no currency; a price needs one, such as USD"]
    );
    assert_eq!(
        said_of("price", cited(json!({ "value": 100, "currency": "usd" }))),
        ["mitx-data: price: `usd` is not a currency code of three capital letters"]
    );
}

#[test]
fn a_price_buys_what_its_fact_is_about() {
    let price = |what: &str| cited(json!({ "value": 49, "currency": "USD", "what": what }));
    for (fact, whats) in [
        ("price", &["program", "courses", "bundle"][..]),
        ("course_price", &["course"]),
        ("exam_price", &["exam"]),
        ("other_price", &["month", "subscription", "renewal", "member", "region"]),
    ] {
        for what in PriceOf::ALL.iter().map(|what| what.slug()) {
            let said = said_of(fact, price(what));
            assert_eq!(said.is_empty(), whats.contains(&what), "{fact} {what}: {said:?}");
        }
    }
    let said = said_of("other_price", cited(json!({ "value": 49, "currency": "USD" })));
    assert_eq!(said, ["mitx-data: other_price: does not say `what` the price is for, such as `month` or `renewal`"]);
    let taxed = |tax: &str| said_of("price", cited(json!({ "value": 49, "currency": "USD", "tax": tax })));
    assert_eq!((taxed("in"), taxed("out")), (vec![], vec![]));
    assert_eq!(taxed("none").len(), 1);
}

#[test]
fn a_program_that_has_moved_says_where_to_and_since_when() {
    let mut file = small();
    let cite = |value: Value, as_of: &str| json!({ "value": value, "source": "list-2026", "as_of": as_of });
    file["programs"][0]["status"] =
        json!(
            [cite("current".into(), "2026-05"), cite("moved".into(), "2026-08"), cite("moved".into(), "2026-06-03"),]
        );
    file["programs"][0]["platform"] = json!([cite("Elsewhere".into(), "2026-06-03")]);
    file["programs"][0]["url"] = json!([cite("https://elsewhere.example/data".into(), "2026-06-03")]);
    let catalog = read(file.to_string()).expect("it keeps every rule");
    let program = catalog.program(catalog.find("mitx-data").expect("it is there"));
    let moved = program.relocation().expect("it has moved");
    assert!(program.is_offered());
    assert_eq!(moved.platform.map(Text::as_str), Some("Elsewhere"));
    assert_eq!(moved.since.map(AsOf::text), Some("2026-06-03"));
    assert_eq!(moved.url.map(Text::as_str), Some("https://elsewhere.example/data"));
}

#[test]
fn a_price_is_not_negative_but_can_be_nothing() {
    for (value, message) in [(-1.0, "is not an amount"), (1e15, "is too large to be true")] {
        let said = said_of("price", cited(json!({ "value": value, "currency": "USD" })));
        assert_eq!(said, [format!("mitx-data: price: {message}")], "{value}");
    }
    assert_eq!(said_of("price", cited(json!({ "value": 0, "currency": "USD" }))), nothing());
}

#[test]
fn a_length_has_a_unit_and_is_above_0() {
    let none = "mitx-data: length: is not a number above 0; leave the fact out if the value is unknown";
    for value in [0, -3] {
        assert_eq!(said_of("length", cited(json!({ "value": value, "unit": "months" }))), [none]);
    }
    assert_eq!(
        said_of("length", cited(json!({ "value": 1e9, "unit": "months" }))),
        ["mitx-data: length: is too large to be true"]
    );
    assert_eq!(
        said_of("length", cited(json!({ "value": 3 }))),
        ["mitx-data: length: has no unit; say `weeks` or `months`"]
    );
    assert_eq!(
        said_of("length", cited(json!({ "value": 3, "unit": "month" }))),
        ["mitx-data: length: `month` is not one of the allowed values. Did you mean `months`?"]
    );
}

#[test]
fn a_range_rises() {
    for (low, high) in [(5, 5), (6, 5)] {
        let said = said_of("effort", cited(json!({ "low": low, "high": high })));
        assert_eq!(said, ["mitx-data: effort: has a low bound that is not below the high one"]);
    }
    for claim in [json!({}), json!({ "low": 5 }), json!({ "value": 5, "high": 6 })] {
        let said = said_of("effort", cited(claim));
        assert_eq!(said, ["mitx-data: effort: needs either `value` or both `low` and `high`"]);
    }
}

#[test]
fn counts_are_whole_and_per_cents_at_most_100() {
    assert_eq!(said_of("courses", cited(json!({ "value": 2.5 }))), ["mitx-data: courses: is not a whole number"]);
    assert_eq!(
        said_of("pass_mark", cited(json!({ "value": 101 }))),
        ["mitx-data: pass_mark: is more than 100 per cent"]
    );
}

#[test]
fn every_fact_names_a_source_that_there_is() {
    assert_eq!(
        said_of("courses", json!([{ "value": 3 }])),
        ["mitx-data: courses: has no source; every fact needs one"]
    );
    assert_eq!(
        said_of("courses", json!([{ "value": 3, "source": "lst-2026" }])),
        ["mitx-data: courses: no source has the id `lst-2026`. Did you mean `list-2026`?"]
    );
    let pathway = said(|file| file["programs"][0]["pathways"][0]["source"] = json!("zzz"));
    assert_eq!(pathway, ["mitx-data: pathways: no source has the id `zzz`."]);
}

#[test]
fn what_a_record_cites_is_on_record() {
    assert_eq!(
        said(|file| file["programs"][0]["institutions"][0]["value"] = json!(["mit"])),
        ["mitx-data: institutions: no institution has the key `mit`. Did you mean `mitx`?"]
    );
    assert_eq!(
        said(|file| file["courses"][0]["institution"] = json!("zzz")),
        ["mitx-one: institution: no institution has the key `zzz`."]
    );
    assert_eq!(
        said(|file| file["programs"][0]["course_list"][0]["course"] = json!("mitx-on")),
        ["mitx-data: course_list: no course has the id `mitx-on`. Did you mean `mitx-one`?"]
    );
    assert_eq!(
        said(|file| file["programs"][0]["course_list"][0]["match"] = json!("sure")),
        ["mitx-data: course_list: `sure` is not `certain` or `likely`"]
    );
}

#[test]
fn a_field_that_is_not_known_is_refused_with_the_nearest_one() {
    assert_eq!(said_of("prize", json!([])), ["mitx-data: prize: unknown field `prize`. Did you mean `price`?"]);
    assert_eq!(
        said_of("courses", json!([{ "value": 3, "sorce": "list-2026" }])),
        ["mitx-data: courses[0].sorce: unknown field `sorce`. Did you mean `source`?"]
    );
}

#[test]
fn no_text_holds_what_a_terminal_could_take_for_a_command() {
    let message = "holds control characters or escape sequences";
    for unsafe_char in
        ['\u{1b}', '\n', '\u{7f}', '\u{9b}', '\u{85}', '\u{202e}', '\u{2066}', '\u{2028}', '\u{200b}', '\u{feff}']
    {
        let text = format!("a{unsafe_char}[31m");
        let title = said(|file| file["programs"][0]["title"] = json!(text));
        assert_eq!(title, [format!("mitx-data: title: {message}")], "{unsafe_char:?}");
        let alias = said(|file| file["institutions"][0]["aliases"][0] = json!(text));
        assert_eq!(alias, [format!("mitx: aliases: {message}")], "{unsafe_char:?}");
        let note = said_of("courses", cited(json!({ "value": 3, "note": text })));
        assert_eq!(note, [format!("mitx-data: courses: {message}")], "{unsafe_char:?}");
        let field = said_of("fields", cited(json!({ "value": [text] })));
        assert_eq!(field, [format!("mitx-data: fields: {message}")], "{unsafe_char:?}");
        let amount = said(|file| file["programs"][0]["pathways"][0]["amount"] = json!(text));
        assert_eq!(amount, [format!("mitx-data: pathways: {message}")], "{unsafe_char:?}");
    }
}

#[test]
fn a_bare_control_character_is_not_json() {
    let text = small().to_string().replace("\"Data\"", "\"Da\u{1b}ta\"");
    let said = complaints(read(text));
    assert!(said[0].contains("control character"), "{said:?}");
}

#[test]
fn an_address_is_one_of_the_web() {
    for url in ["ftp://example.org", "javascript:alert(1)", "https://", "https://a b", "example.org", "https://a\u{9b}"]
    {
        let message = if url.contains('\u{9b}') {
            "holds control characters or escape sequences"
        } else {
            "is not an http or https address"
        };
        assert_eq!(said_of("url", cited(json!({ "value": url }))), [format!("mitx-data: url: {message}")]);
        for (array, id) in [("sources", "list-2026"), ("courses", "mitx-one")] {
            let said = said(|file| file[array][0]["url"] = json!(url));
            assert_eq!(said, [format!("{id}: url: is not an http or https address")], "{url}");
        }
    }
}

#[test]
fn a_title_of_one_control_character_is_not_told_as_empty() {
    for text in ["\u{85}", "\u{2028}"] {
        let said = said(|file| file["programs"][0]["title"] = json!(text));
        assert_eq!(said, ["mitx-data: title: holds control characters or escape sequences"]);
    }
}

#[test]
fn a_file_may_begin_with_a_mark_of_its_encoding() {
    assert!(read(format!("\u{feff}{}", small())).is_ok());
}

#[test]
fn the_arrays_of_a_file_may_stand_in_any_order() {
    let right = read(small().to_string()).expect("a catalogue");
    let Value::Object(file) = small() else { panic!("a catalogue is an object") };
    for turn in 0..file.len() {
        let mut entries: Vec<(String, Value)> = file.clone().into_iter().collect();
        entries.reverse();
        entries.rotate_left(turn);
        let turned = read(Value::Object(entries.into_iter().collect()).to_string()).expect("a catalogue");
        assert!(turned.programs().eq(right.programs()));
        assert_eq!(turned.institutions, right.institutions);
    }
    let mut file = small();
    let programs = file.as_object_mut().expect("an object").shift_remove("programs").expect("programs");
    let mut first = json!({ "programs": programs });
    first.as_object_mut().expect("an object").extend(file.as_object().expect("an object").clone());
    first["programs"][0]["course_list"][0]["course"] = json!("mitx-two");
    let said = complaints(read(first.to_string()));
    assert!(said.len() == 1 && said[0].starts_with("mitx-data: course_list: no course has the id"), "{said:?}");
}

#[test]
fn a_key_of_the_file_is_given_once_and_none_is_missing() {
    let text = small().to_string();
    let twice = text.replacen('{', r#"{"programs":[],"#, 1);
    let said = complaints(read(twice));
    assert!(said[0].contains("duplicate field `programs`"), "{said:?}");
    for key in ["format", "name", "as_of", "sources", "institutions", "courses", "programs"] {
        let mut file = small();
        file.as_object_mut().expect("an object").shift_remove(key);
        let said = complaints(read(file.to_string()));
        assert!(said[0].contains(&format!("missing field `{key}`")), "{said:?}");
    }
}

#[test]
fn a_file_that_is_no_text_is_told_as_such_even_behind_another_fault() {
    let file = tempfile::NamedTempFile::new().expect("a file");
    for bytes in [&b"\xff\xfe{"[..], b"{ no json, \xc3"] {
        std::fs::write(file.path(), bytes).expect("a file that can be written");
        let said = complaints(Catalog::open(file.path()));
        assert!(said[0].ends_with("cannot be read: stream did not contain valid UTF-8"), "{said:?}");
    }
}

#[test]
fn empty_is_not_a_value() {
    let empty = "is empty; leave the fact out if the value is unknown";
    assert_eq!(said(|file| file["programs"][0]["title"] = json!(" ")), [format!("mitx-data: title: {empty}")]);
    assert_eq!(said(|file| file["sources"][0]["licence"] = json!("")), [format!("list-2026: licence: {empty}")]);
    assert_eq!(said(|file| file["institutions"][0]["short"] = json!("")), [format!("mitx: short: {empty}")]);
    assert_eq!(said(|file| file["name"] = json!("")), [format!("the file: name: {empty}")]);
    assert_eq!(said_of("remark", cited(json!({ "value": "" }))), [format!("mitx-data: remark: {empty}")]);
    assert_eq!(
        said_of("languages", cited(json!({ "value": [] }))),
        ["mitx-data: languages: is an empty list; leave the fact out if the value is unknown"]
    );
    assert_eq!(said_of("proctored", cited(json!({}))), ["mitx-data: proctored: has no value"]);
}

#[test]
fn a_date_is_a_date() {
    let message = "`yesterday` is not a date such as 2026-05-15 or `undated`";
    assert_eq!(said(|file| file["as_of"] = json!("yesterday")), [format!("the file: as_of: {message}")]);
    assert_eq!(said(|file| file["sources"][0]["as_of"] = json!("yesterday")), [format!("list-2026: as_of: {message}")]);
    let said = said_of("courses", cited(json!({ "value": 3, "as_of": "yesterday" })));
    assert_eq!(said, [format!("mitx-data: courses: {message}")]);
}

#[test]
fn a_file_of_another_format_is_told_apart_before_anything_else() {
    let message = format!("the file: format: is `prospectus-catalog/9`; this version reads `{FORMAT}`");
    let said = said(|file| {
        file["format"] = json!("prospectus-catalog/9");
        file["programs"][0]["colour"] = json!("blue");
    });
    assert_eq!(said, [message]);
}

#[test]
fn a_type_that_is_wrong_is_told_by_record_and_field() {
    assert_eq!(
        said_of("courses", cited(json!({ "value": "three" }))),
        ["mitx-data: courses[0].value: invalid type: string \"three\", expected a number"]
    );
    assert_eq!(
        said(|file| file["programs"][0]["title"] = json!(7)),
        ["mitx-data: title: invalid type: integer `7`, expected text"]
    );
    assert_eq!(said(|file| file["courses"][0] = json!({ "title": "One" }))[0], "courses[0]: id: is missing");
}

#[test]
fn what_is_no_catalogue_is_told_by_line_and_column() {
    assert_eq!(complaints(read("hello".to_owned())), ["line 1, column 1: expected value at line 1 column 1"]);
    assert_eq!(
        complaints(read("7".to_owned())),
        ["line 1, column 1: invalid type: integer `7`, expected a catalogue at line 1 column 1"]
    );
    let whole = small().to_string();
    for end in [whole.len() / 3, whole.len() / 2, whole.len() - 1] {
        let said = complaints(read(whole[..end].to_owned()));
        assert!(said.len() == 1 && said[0].contains("EOF while parsing"), "{said:?}");
    }
    let mut file = small();
    file["colour"] = json!("blue");
    let said = complaints(read(file.to_string()));
    assert!(said[0].contains("unknown field `colour`"), "{said:?}");
}

#[test]
fn all_problems_are_told_at_once_and_in_the_order_of_the_file() {
    let said = said(|file| {
        file["name"] = json!("");
        file["sources"][0]["title"] = json!("");
        file["institutions"][0]["name"] = json!("");
        file["courses"][0]["title"] = json!("");
        for n in 0..200 {
            let mut program = file["programs"][0].clone();
            program["id"] = json!(format!("p{n:03}"));
            program["title"] = json!("");
            program["price"] = cited(json!({ "value": -1, "currency": "USD" }));
            file["programs"].as_array_mut().expect("an array").push(program);
        }
    });
    let records: Vec<&str> = said.iter().filter_map(|line| line.split(": ").next()).collect();
    let programs: Vec<String> = (0..200).flat_map(|n| [format!("p{n:03}"), format!("p{n:03}")]).collect();
    assert_eq!(records[..4], ["the file", "list-2026", "mitx", "mitx-one"]);
    assert_eq!(records[4..], programs);
}
