//! Tests of what a notebook shows after changes, and that the log can store every change.

use jiff::Timestamp;
use serde_json::json;

use super::*;
use crate::keep::log::{Change, Log};

fn catalog() -> Catalog {
    Catalog::embedded().expect("the shipped catalogue")
}

/// A log in a temporary folder.
struct Kept {
    _folder: tempfile::TempDir,
    log: Log,
    second: i64,
}

impl Kept {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let (log, _) = Log::open(folder.path().join("kept"));
        Self { _folder: folder, log, second: 0 }
    }

    fn book(&self) -> Notebook {
        Notebook::of(self.log.state())
    }

    fn first(&self) -> Profile {
        self.book().profile(FIRST).expect("it is always there").clone()
    }

    fn change(&mut self, changes: &[Change]) {
        self.act(changes, None);
    }

    fn act(&mut self, changes: &[Change], undoes: Option<&str>) {
        self.second += 1;
        let now = Timestamp::from_second(1_800_000_000 + self.second).expect("a time");
        self.log.append(now, changes, undoes).expect("it can be written");
    }

    fn keep(&mut self, program: &str) {
        let snapshot = Snapshot { on: "2026-11-26".to_owned(), title: program.to_uppercase(), ..Snapshot::default() };
        self.change(&self.first().keep(program, &snapshot));
    }

    fn undo(&mut self) -> Option<String> {
        let (act, changes, what) = undo(self.log.state(), &self.book(), &catalog())?;
        self.act(&changes, Some(&act));
        Some(what)
    }

    fn order(&self) -> String {
        self.first().shortlist.iter().map(|entry| entry.program.as_str()).collect::<Vec<_>>().join(" ")
    }
}

#[test]
fn an_act_on_several_programs_says_how_many() {
    let mut kept = Kept::new();
    let both = ["a", "b"]
        .map(|program| kept.first().keep(program, &Snapshot { title: program.to_uppercase(), ..Snapshot::default() }));
    kept.change(&both.concat());
    assert_eq!(history(kept.log.state(), &kept.book(), &catalog())[0].what, "A kept, and 1 more.");
    assert_eq!(kept.undo().expect("both"), "A kept, and 1 more.");
}

#[test]
fn a_notebook_of_nothing_has_one_empty_profile_without_a_name() {
    let book = Kept::new().book();
    assert!(book.is_empty());
    assert_eq!((book.profiles.len(), book.current(), book.profiles[0].title()), (1, FIRST, "no name"));
}

#[test]
fn programs_stand_in_the_order_in_which_they_were_kept_until_they_are_moved() {
    let mut kept = Kept::new();
    for program in ["a", "b", "c", "d"] {
        kept.keep(program);
    }
    assert_eq!(kept.order(), "a b c d");
    for (program, place, order) in [("d", 1, "d a b c"), ("d", 3, "a b d c"), ("a", 99, "b d c a"), ("x", 1, "b d c a")]
    {
        kept.change(&kept.first().move_to(program, place));
        assert_eq!(kept.order(), order);
    }
    kept.change(&[kept.first().drop_program("d")]);
    kept.keep("d");
    assert_eq!(kept.order(), "b c a d");
}

#[test]
fn a_note_outlives_its_place_on_the_shortlist() {
    let mut kept = Kept::new();
    kept.keep("a");
    kept.change(&[kept.first().set_note("a", "ask about\nthe exam\n"), kept.first().label("a", "maybe")]);
    kept.change(&[kept.first().drop_program("a")]);
    assert_eq!(kept.first().note_on("a"), "ask about\nthe exam");
    kept.keep("a");
    let entry = kept.first().entry("a").expect("it is kept").clone();
    assert_eq!((entry.note.line().as_str(), entry.labels.len()), ("ask about the exam", 1));
    kept.change(&[kept.first().set_note("a", " \n")]);
    assert!(kept.first().entry("a").expect("it is kept").note.is_empty());
}

#[test]
fn answers_change_question_by_question() {
    let mut kept = Kept::new();
    let answers = |value: Value| if let Value::Object(map) = value { map } else { Map::new() };
    kept.change(&kept.first().set_answers(&answers(json!({"goal": "explore", "credit": "nice"}))));
    let to_other = kept.first().set_answers(&answers(json!({"goal": "explore", "hours": 6})));
    assert_eq!(
        to_other.iter().map(|change| change.field.as_str()).collect::<Vec<_>>(),
        ["answer:credit", "answer:hours"]
    );
    kept.change(&to_other);
    assert_eq!(Value::Object(kept.first().answers), json!({"goal": "explore", "hours": 6}));
    assert!(kept.first().answered.is_some());
}

#[test]
fn a_kept_program_whose_facts_cannot_be_read_stays_on_the_shortlist_and_says_so() {
    let catalog = catalog();
    for damaged in
        [json!(7), json!("x"), json!([]), json!({}), json!({ "on": 7, "title": "A" }), json!({ "title": "A" })]
    {
        let mut kept = Kept::new();
        kept.keep("a");
        let thing = changes::kept_thing(FIRST, "b");
        kept.change(&[Change::new(&thing, "kept", damaged.clone()), Change::new(&thing, "place", 2)]);
        let shortlist = kept.first().shortlist;
        assert_eq!(shortlist.iter().map(Entry::title).collect::<Vec<_>>().len(), 2, "{damaged}");
        let entry = kept.first().entry("b").expect("it is kept").clone();
        assert_eq!((entry.title(), entry.kept_on(), entry.since_when().as_str()), ("b", "", ""), "{damaged}");
        assert_eq!(
            entry.since(&catalog).sentences(),
            ["The facts that were kept with it cannot be read."],
            "{damaged}"
        );
        kept.change(&kept.first().copy(&kept.book(), "id", "Ana"));
        let copied = kept.book().named("Ana").expect("it is there").entry("b").expect("it is copied").clone();
        assert_eq!(copied.raw_snapshot, damaged, "what a newer version wrote is copied as it is");
        kept.change(&[kept.first().drop_program("b")]);
        assert!(kept.first().entry("b").is_none(), "it can be taken off");
    }
}

#[test]
fn a_hint_follows_the_whole_sentence_whatever_the_name_holds() {
    for name in ["Dr. Smith", "A. B. C", "x.", "say `#a`. Or `#b`", "Did you mean Ana?"] {
        let unknown = Notebook::default().named(name).expect_err("there is none");
        assert_eq!(unknown.with_hint("Add one."), format!("No profile is called `{name}`. Add one."));
    }
}

#[test]
fn profiles_are_told_apart_by_name_and_where_two_have_one_by_id() {
    let mut kept = Kept::new();
    kept.keep("a");
    kept.change(&kept.book().new_profile("id1", "Ana"));
    assert_eq!(kept.book().current(), "id1");
    assert!(kept.book().named("Ana").expect("it is there").shortlist.is_empty());
    let unknown = kept.book().named("Anna").expect_err("there is none");
    assert_eq!(unknown.with_hint("Add one."), "No profile is called `Anna`. Did you mean `Ana`?");
    kept.change(&kept.first().copy(&kept.book(), "id2", "Ana"));
    let ambiguous = kept.book().named("Ana").expect_err("there are two").to_string();
    assert_eq!(ambiguous, "Two profiles are called `Ana`; say `#id1` or `#id2`.");
    assert_eq!(kept.book().named("#id2").expect("it is there").shortlist.len(), 1);
    kept.log.forget(|thing| Notebook::is_about(thing, "id2")).expect("it can be rewritten");
    assert_eq!((kept.book().profiles.len(), kept.book().current()), (2, FIRST));
}

#[test]
fn what_was_done_can_be_taken_back_act_by_act_and_stands_in_the_history() {
    let mut kept = Kept::new();
    kept.keep("a");
    kept.keep("b");
    kept.change(&[kept.first().set_note("a", "one")]);
    assert_eq!(kept.undo().expect("a note"), "Note on A written.");
    assert_eq!(kept.undo().expect("a program"), "B kept.");
    assert_eq!(kept.order(), "a");
    kept.keep("c");
    assert_eq!(kept.undo().expect("a program"), "C kept.");
    assert_eq!(kept.undo().expect("a program"), "A kept.");
    assert_eq!((kept.order().as_str(), kept.undo()), ("", None));
    let history = history(kept.log.state(), &kept.book(), &catalog());
    let said: Vec<&str> = history.iter().map(|act| act.what.as_str()).collect();
    assert_eq!(said.first(), Some(&"Undone: A kept."));
    assert_eq!(said.last(), Some(&"A kept."));
    assert_eq!(history.iter().filter(|act| act.is_undone).count(), 4);
}

#[test]
fn the_history_names_courses_and_programs_by_their_titles() {
    let mut kept = Kept::new();
    kept.change(&[kept.first().finish("mitx-supply-chain-analytics")]);
    kept.change(&[kept.first().set_note("mitx-supply-chain-management", "one")]);
    kept.change(&[kept.first().finish("a course of another catalogue")]);
    let history = history(kept.log.state(), &kept.book(), &catalog());
    let said: Vec<&str> = history.iter().rev().map(|act| act.what.as_str()).collect();
    assert_eq!(
        said,
        [
            "Course Supply Chain Analytics finished.",
            "Note on Supply Chain Management written.",
            "Course a course of another catalogue finished.",
        ]
    );
}

#[test]
fn taking_back_spares_what_was_changed_later() {
    let mut kept = Kept::new();
    let thing = changes::profile_thing(FIRST);
    kept.change(&[Change::new(&thing, "answer:goal", "explore"), Change::new(&thing, "answer:credit", "nice")]);
    let state = kept.log.state().clone();
    let mut later = crate::keep::log::Operation::new(
        "z-1".to_owned(),
        Timestamp::from_second(1_900_000_000).expect("a time"),
        thing,
        "answer:goal".to_owned(),
        json!("deepen"),
    );
    later.undoes = Some("elsewhere".to_owned());
    let mut state = state;
    state.add(later);
    let (_, changes, _) = undo(&state, &Notebook::of(&state), &catalog()).expect("an act");
    assert_eq!(changes.iter().map(|change| change.field.as_str()).collect::<Vec<_>>(), ["answer:credit"]);
}

#[test]
fn texts_that_were_noted_apart_both_stand_marked() {
    let note = Note { versions: vec!["one".to_owned(), "two".to_owned()] };
    assert_eq!(note.text(), "[version 1]\none\n[version 2]\ntwo");
}
