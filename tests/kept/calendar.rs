//! The calendar of a shortlist, read by an independent parser: every event is complete, and an export after a change
//! replaces the events of the former one.

use std::collections::BTreeMap;

use icalendar::parser::{read_calendar, unfold};

use super::commands::run;
use super::program::Home;

/// The values of one event, by property name.
type Properties = BTreeMap<String, String>;

/// The events of a calendar, by UID.
fn events(home: &Home, day: &str) -> BTreeMap<String, Properties> {
    let words = ["shortlist", "--format", "ics", "--as-of", day];
    let output = home.command().args(words).output().unwrap();
    let text = unfold(&String::from_utf8(output.stdout).unwrap());
    let calendar = read_calendar(&text).unwrap();
    let events = calendar.components.iter().filter(|component| component.name == "VEVENT");
    let properties = events.map(|event| -> Properties {
        event.properties.iter().map(|own| (own.name.as_str().to_owned(), own.val.as_str().to_owned())).collect()
    });
    properties.map(|event| (event["UID"].clone(), event)).collect()
}

#[test]
fn a_calendar_is_read_by_others_and_a_later_one_replaces_it() {
    let home = Home::new();
    run(&home, &["shortlist", "add", "ibm-data-science", "harvardx-data-science"]).success();
    let first = events(&home, "2026-11-26");
    assert!(first.len() > 10, "both programs have courses and dates");
    for event in first.values() {
        assert!(["SUMMARY", "DTSTAMP", "SEQUENCE"].iter().all(|name| event.contains_key(*name)), "{event:?}");
        assert!(event["DTSTART"] < event["DTEND"], "{event:?}");
    }
    let second = events(&home, "2026-12-03");
    assert!(first.keys().eq(second.keys()), "the same events have the same names");
    let number = |event: &Properties| event["SEQUENCE"].parse::<u64>().unwrap();
    for (uid, event) in &second {
        let before = &first[uid];
        assert!(number(event) > number(before) && event["DTSTAMP"] > before["DTSTAMP"], "{uid} is not replaced");
    }
    let is_moved = |uid: &&String| first[*uid]["DTSTART"] != second[*uid]["DTSTART"];
    assert!(second.keys().filter(is_moved).count() > 10, "a week later everything begins a week later");
}
