//! The commands for the shortlist, notes, profiles, finished courses, history and undo.

use predicates::prelude::*;
use predicates::str::contains;
use serde_json::{Value, json};

use super::program::Home;
use super::schema::checked;

const IBM: &str = "ibm-data-science";
const MIT: &str = "mitx-supply-chain-management";

pub(super) fn run(home: &Home, words: &[&str]) -> assert_cmd::assert::Assert {
    home.command().args(words).args(["--as-of", "2026-11-26"]).write_stdin("").assert()
}

pub(super) fn json_of(home: &Home, kind: &str, words: &[&str]) -> Value {
    let run = run(home, &[words, &["--json"]].concat()).success();
    checked(kind, &run.get_output().stdout)
}

pub(super) fn ids(home: &Home) -> Vec<String> {
    let list = json_of(home, "shortlist", &["shortlist"]);
    list["programs"].as_array().unwrap().iter().map(|program| program["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_shortlist_keeps_programs_in_order_with_notes_and_labels() {
    let home = Home::new();
    assert_eq!(ids(&home), Vec::<String>::new());
    run(&home, &["shortlist", "add", IBM, MIT])
        .success()
        .stdout("Kept: IBM Data Science.\nKept: Supply Chain Management.\n");
    run(&home, &["shortlist", "add", IBM]).success().stdout("IBM Data Science was already kept.\n");
    run(&home, &["shortlist", "move", MIT, "1"]).success();
    run(&home, &["shortlist", "label", IBM, "cheap", "for later"]).success();
    run(&home, &["shortlist", "label", IBM, "cheap", "--off"]).success();
    run(&home, &["note", IBM, "--text", "ask about the exam\ntwice"])
        .success()
        .stdout("The note on IBM Data Science (IBM) is kept.\n");
    assert_eq!(ids(&home), [MIT, IBM]);
    let mut program = json_of(&home, "shortlist", &["shortlist"])["programs"][1].take();
    let snapshot = program.as_object_mut().unwrap().remove("snapshot").unwrap();
    assert_eq!(snapshot["on"], "2026-11-26");
    let kept = json!({"id": IBM, "title": "IBM Data Science", "note": "ask about the exam\ntwice", "labels": ["for later"],
        "kept": "2026-11-26", "changed": [], "in_catalog": true, "successors": []});
    assert_eq!(program, kept);
    let labelled = json_of(&home, "shortlist", &["shortlist", "--label", "for later"]);
    assert_eq!(labelled["programs"].as_array().unwrap().len(), 1);
    assert!(json_of(&home, "shortlist", &["shortlist", "--label", "cheap"])["programs"].as_array().unwrap().is_empty());
    run(&home, &["shortlist", "--label", "cheap"]).success().stderr(contains("No kept program has the label `cheap`."));
    let sheet = run(&home, &["shortlist", "--format", "csv", "--csv-mark"]).success();
    assert!(sheet.get_output().stdout.starts_with("\u{feff}id,title,kept,labels,note,changed\r\n".as_bytes()));
    run(&home, &["shortlist", "--format", "md"]).success().stdout(contains("| ibm-data-science |"));
    run(&home, &["shortlist", "remove", MIT]).success();
    assert_eq!(ids(&home), [IBM]);
}

#[test]
fn a_note_on_a_program_that_is_not_kept_is_shown_with_it_and_in_the_shortlist() {
    let home = Home::new();
    for (id, text) in [(MIT, "ask Ana\nabout\tthe exam"), (IBM, "漢字 “cheap”")] {
        run(&home, &["note", id, "--text", text]).success();
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        run(&home, &["show", id]).success().stdout(contains(&*line));
        run(&home, &["shortlist"])
            .success()
            .stdout(contains("Notes on programs that are not kept").and(contains(&*line)));
        run(&home, &["report", "--md", "-", "--shortlist"]).success().stdout(contains(&*line));
        let notes = json_of(&home, "shortlist", &["shortlist"])["notes"].take();
        let own = notes.as_array().unwrap().iter().find(|note| note["id"] == id).unwrap();
        assert_eq!(own["note"], text);
    }
    run(&home, &["shortlist", "add", IBM]).success();
    let list = json_of(&home, "shortlist", &["shortlist"]);
    assert_eq!((list["notes"].as_array().unwrap().len(), &list["programs"][0]["note"]), (1, &json!("漢字 “cheap”")));
    run(&home, &["shortlist", "label", IBM, "cheap"]).success();
    assert_eq!(json_of(&home, "shortlist", &["shortlist", "--label", "cheap"])["notes"], json!([]));
    run(&home, &["note", MIT, "--text", ""])
        .success()
        .stdout("The note on Supply Chain Management (MIT) is deleted.\n");
    run(&home, &["show", MIT]).success().stdout(contains("ask Ana").not());
}

#[test]
fn what_is_not_kept_or_not_there_is_said_with_the_nearest() {
    let home = Home::new();
    run(&home, &["shortlist", "add", IBM]).success();
    run(&home, &["shortlist", "remove", "ibm-data-scienc"])
        .code(2)
        .stderr(contains("Did you mean `ibm-data-science`?"));
    run(&home, &["shortlist", "add", "no-such-program-anywhere"]).code(2);
    run(&home, &["profile", "use", "Nobody"]).code(2).stderr(contains("`prospectus profile new NAME` makes one."));
    run(&home, &["shortlist", "--profile", "Nobody"]).code(2);
    run(&home, &["courses", "done", "no such course"]).code(2).stderr(contains("No course is called"));
    run(&home, &["record", "show", "1"]).code(2).stderr(contains("There is no decision number 1"));
}

#[test]
fn a_kept_program_has_one_calendar_whose_events_keep_their_names() {
    let home = Home::new();
    run(&home, &["shortlist", "add", IBM]).success();
    let names = |day: &str| {
        let run = home.command().args(["shortlist", "--format", "ics", "--as-of", day]).assert().success();
        let text = String::from_utf8(run.get_output().stdout.clone()).unwrap();
        let of = |name: &str| text.lines().filter(|line| line.starts_with(name)).map(str::to_owned).collect::<Vec<_>>();
        (of("UID:"), of("SEQUENCE:"), of("DTSTAMP:"))
    };
    let (first, second) = (names("2026-11-26"), names("2026-11-27"));
    assert!(!first.0.is_empty() && first.0 == second.0);
    assert!(first.1 < second.1 && first.2 < second.2);
}

#[test]
fn each_person_has_a_list_of_their_own_and_the_name_can_be_said_everywhere() {
    let home = Home::new();
    run(&home, &["shortlist", "add", IBM]).success();
    run(&home, &["profile", "new", "Ana"]).success();
    assert_eq!(ids(&home), Vec::<String>::new());
    run(&home, &["shortlist", "add", MIT]).success();
    run(&home, &["profile", "copy", "Ana", "Ben"]).success();
    run(&home, &["profile", "use"]).success();
    assert_eq!(ids(&home), [IBM]);
    let of_ben = json_of(&home, "shortlist", &["shortlist", "--profile", "Ben"]);
    assert_eq!((&of_ben["profile"], &of_ben["programs"][0]["id"]), (&json!("Ben"), &json!(MIT)));
    run(&home, &["profile", "new", "Ben"]).code(2).stderr(contains("is already called `Ben`"));
    run(&home, &["profile", "rename", "Ben", "Bea"]).success();
    run(&home, &["note", "--profile", "Bea", "--text", "prefers evenings"]).success();
    let all = json_of(&home, "profile", &["profile", "list"]);
    let names: Vec<&Value> = all["profiles"].as_array().unwrap().iter().map(|profile| &profile["name"]).collect();
    assert_eq!(names, [&Value::Null, &json!("Ana"), &json!("Bea")]);
    assert_eq!(all["profiles"][2]["note"], "prefers evenings");
    assert_eq!(json_of(&home, "note", &["note", "--profile", "Bea"])["note"], "prefers evenings");
}

#[test]
fn forgetting_a_profile_removes_its_bytes_and_leaves_the_others() {
    let home = Home::new();
    run(&home, &["profile", "new", "Ana"]).success();
    run(&home, &["note", "--text", "a secret of hers"]).success();
    run(&home, &["profile", "new", "Ben"]).success();
    run(&home, &["note", "--text", "something of his"]).success();
    home.command().args(["profile", "forget", "Ana"]).write_stdin("no\n").assert().code(2);
    let gone = home.command().args(["profile", "forget", "Ana", "--json"]).write_stdin("yes\n").assert().success();
    checked("forget", &gone.get_output().stdout);
    let texts: String = files(&home).iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
    assert!(!texts.contains("a secret of hers") && texts.contains("something of his"));
    assert_eq!(json_of(&home, "profile", &["profile"])["profiles"].as_array().unwrap().len(), 2);
}

/// The files of the log.
pub(super) fn files(home: &Home) -> Vec<std::path::PathBuf> {
    let folder = home.place("XDG_DATA_HOME").join("prospectus").join("kept");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries.filter(|path| path.extension().is_some_and(|end| end == "jsonl")).collect();
    files.sort();
    files
}

#[test]
fn what_was_done_is_listed_and_taken_back_over_sessions() {
    let home = Home::new();
    assert_eq!(json_of(&home, "undo", &["undo"])["undone"], Value::Null);
    run(&home, &["shortlist", "add", IBM]).success();
    run(&home, &["note", IBM, "--text", "one"]).success();
    run(&home, &["note", IBM, "--text", "two"]).success();
    run(&home, &["undo"]).success().stdout("Undone: Note on IBM Data Science written.\n");
    assert_eq!(json_of(&home, "note", &["note", IBM])["note"], "one");
    json_of(&home, "undo", &["undo"]);
    json_of(&home, "undo", &["undo"]);
    assert_eq!(ids(&home), Vec::<String>::new());
    let acts = json_of(&home, "history", &["history"]);
    let said: Vec<&Value> = acts["acts"].as_array().unwrap().iter().map(|act| &act["what"]).collect();
    assert_eq!(said.len(), 6);
    assert_eq!((said[0], said[5]), (&json!("Undone: IBM Data Science kept."), &json!("IBM Data Science kept.")));
    assert_eq!(json_of(&home, "history", &["history", "--limit", "2"])["acts"].as_array().unwrap().len(), 2);
}

#[test]
fn finished_courses_are_marked_by_id_or_title() {
    let home = Home::new();
    let shown = home.command().args(["show", IBM, "--json"]).assert().success();
    let shown: Value = serde_json::from_slice(&shown.get_output().stdout).unwrap();
    let course = &shown["course_list"][0];
    let (id, title) = (course["id"].as_str().unwrap(), course["title"].as_str().unwrap());
    run(&home, &["courses", "done", id]).success().stdout(format!("Finished: {title}.\n"));
    for typed in [title.to_uppercase(), title.replace(' ', "  "), format!("“{title}”")] {
        run(&home, &["courses", "done", &typed]).success().stdout(format!("Finished: {title}.\n"));
    }
    assert_eq!(json_of(&home, "courses", &["courses"])["done"], json!([{"id": id, "title": title}]));
    let plan = run(&home, &["plan", IBM, "--json"]).success();
    let left = serde_json::from_slice::<Value>(&plan.get_output().stdout).unwrap()["left"].clone();
    let count = shown["course_list"].as_array().unwrap().len() as u64;
    assert_eq!((left["done"].as_u64(), left["courses"].as_u64()), (Some(1), Some(count - 1)), "{left}");
    run(&home, &["show", IBM]).success().stdout(contains("Left for you"));
    run(&home, &["courses", "undone", id]).success();
    run(&home, &["courses", "undone", id]).code(2).stderr(contains("is not marked as finished"));
    assert_eq!(json_of(&home, "courses", &["courses"])["done"], json!([]));
}

#[test]
fn the_finished_courses_of_a_person_are_part_of_the_answers_and_kept_once() {
    let home = Home::new();
    run(&home, &["profile", "new", "Zoe"]).success();
    let typed = "data science\n1\n1\n3\nresult\n";
    // The person in use need not be named.
    home.command().arg("advise").write_stdin(typed).assert().stderr(contains("kept for Zoe"));
    let recommended = || -> Value {
        let run = run(&home, &["recommend", "--json"]).success();
        serde_json::from_slice(&run.get_output().stdout).unwrap()
    };
    let before = recommended();
    let course_of = |program: &Value| -> Option<String> {
        let shown = run(&home, &["show", program["id"].as_str()?, "--json"]).success();
        let shown: Value = serde_json::from_slice(&shown.get_output().stdout).ok()?;
        shown["course_list"][0]["id"].as_str().map(str::to_owned)
    };
    let course = before["programs"].as_array().unwrap().iter().find_map(course_of).expect("a program with courses");
    let course = course.as_str();
    run(&home, &["courses", "done", course]).success();
    let after = recommended();
    assert!(!before.to_string().contains("have finished") && after.to_string().contains("have finished 1 of"));
    let kept = &json_of(&home, "profile", &["profile"])["profiles"][1];
    assert_eq!((kept["done"].as_array().map(Vec::len), kept["answers"].get("done")), (Some(1), None), "{kept}");
    run(&home, &["courses", "undone", course]).success();
    assert_eq!(recommended(), before);
}

#[test]
fn what_changed_since_a_program_was_kept_is_said_fact_by_fact() {
    let home = Home::new();
    std::fs::create_dir_all(home.path()).unwrap();
    run(&home, &["shortlist", "add", IBM, MIT]).success();
    let shipped = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/catalog.json");
    let mut catalog: Value = serde_json::from_str(&std::fs::read_to_string(shipped).unwrap()).unwrap();
    let programs = catalog["programs"].as_array_mut().unwrap();
    programs.retain(|program| program["id"] != MIT);
    let ibm = programs.iter_mut().find(|program| program["id"] == IBM).unwrap();
    ibm["title"] = json!("Data Science, IBM");
    ibm.as_object_mut().unwrap().remove("courses");
    let file = home.path().join("later.json");
    std::fs::write(&file, catalog.to_string()).unwrap();
    let list = json_of(&home, "shortlist", &["shortlist", "--catalog", file.to_str().unwrap()]);
    let [changed, gone] = list["programs"].as_array().unwrap().as_slice() else { panic!("{list}") };
    let changed = changed["changed"].as_array().unwrap();
    let title = json!({"fact": "title", "was": "IBM Data Science", "is": "Data Science, IBM"});
    assert!(changed.contains(&title), "{changed:?}");
    assert!(changed.iter().any(|one| one["fact"] == "courses" && one["is"] == "unknown"), "{changed:?}");
    assert_eq!((&gone["in_catalog"], &gone["title"]), (&json!(false), &json!("Supply Chain Management")));
    let words = run(&home, &["shortlist", "--catalog", file.to_str().unwrap()]).success();
    words.stdout(
        contains("Title: was IBM Data Science, is Data Science, IBM.").and_in_it("not in this catalogue any more"),
    );
}

/// A predicate for two texts in one output.
trait AndInIt {
    fn and_in_it(self, more: &'static str) -> predicates::BoxPredicate<str>;
}

impl<P: predicates::Predicate<str> + Send + Sync + 'static> AndInIt for P {
    fn and_in_it(self, more: &'static str) -> predicates::BoxPredicate<str> {
        use predicates::prelude::PredicateBooleanExt;
        predicates::BoxPredicate::new(self.and(contains(more)))
    }
}

#[test]
fn doctor_tells_places_and_nothing_private() {
    let home = Home::new();
    run(&home, &["profile", "new", "Ana Secret"]).success();
    run(&home, &["note", IBM, "--text", "private words"]).success();
    let told = json_of(&home, "doctor", &["doctor"]);
    let text = told.to_string();
    assert!(!text.contains("Secret") && !text.contains("private words"), "{text}");
    assert!(!text.contains(home.path().to_str().unwrap()), "the home folder is a sign: {text}");
    assert!(told["places"]["kept"].as_str().unwrap().ends_with("changes"), "{text}");
}

#[test]
fn config_shows_each_value_that_holds_and_where_it_comes_from() {
    let home = Home::new();
    let folder = home.place("XDG_CONFIG_HOME").join("prospectus");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("config.toml"), "look = \"dark\"\nkeep_answers = \"never\"\n").unwrap();
    let told = json_of(&home, "config", &["config", "--ascii"]);
    let from = |name: &str| {
        let settings = told["settings"].as_array().unwrap();
        let one = settings.iter().find(|one| one["name"] == name).unwrap();
        (one["value"].as_str().unwrap().to_owned(), one["from"].as_str().unwrap().to_owned())
    };
    let file = folder.join("config.toml").to_str().unwrap().to_owned();
    assert_eq!(from("look"), ("\"dark\"".to_owned(), file.clone()));
    assert_eq!(from("keep_answers"), ("\"never\"".to_owned(), file));
    assert_eq!(from("ascii"), ("true".to_owned(), "--ascii".to_owned()));
    assert_eq!(from("mouse"), ("false".to_owned(), "default".to_owned()));
}

#[test]
fn a_comparison_says_what_is_left_once_a_course_is_finished() {
    let home = Home::new();
    let compared = |words: &[&str]| {
        let all = [&["compare", "harvardx-data-science", IBM], words].concat();
        String::from_utf8(run(&home, &all).success().get_output().stdout.clone()).unwrap()
    };
    assert!(!compared(&[]).contains("Left for you"));
    run(&home, &["courses", "done", "harvardx-data-science-r-basics"]).success();
    for words in [&[][..], &["--all"], &["--format", "md"], &["--format", "plain"]] {
        let said = compared(words);
        assert!(
            said.contains("Left for you") && said.contains("8 of 9 courses") && said.contains("all of it"),
            "{said}"
        );
    }
}
