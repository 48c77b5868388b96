//! Mutated files of kept data: intact parts are still kept, broken parts are set aside byte for byte, and no escape
//! sequence in them reaches a terminal.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::date;
use prospectus::export::{
    history_json, history_table, json_text, kept_page, kept_sheet, profiles_json, profiles_table, shortlist_json,
};
use prospectus::keep::log::{Change, Line, Log, Operation};
use prospectus::keep::notebook::{FIRST, Notebook, Profile, Snapshot, history};
use prospectus::keep::{CatalogView, Store, Workspace};
use prospectus::page;
use prospectus::search::View;

use crate::core::{as_csv, as_page, as_table, small};

/// Views as they are stored.
pub(crate) fn views() -> Vec<Vec<u8>> {
    let view = View { query: "inst:mit months:<=12 \"supply chain\"".to_owned(), ..View::default() };
    let basket = small().ids().map(|id| id.to_string()).collect();
    let mut workspace = Workspace::default();
    workspace.put(CatalogView {
        catalog: "edX".to_owned(),
        view,
        basket,
        focus: "list".to_owned(),
        ..CatalogView::default()
    });
    workspace.put(CatalogView::default());
    vec![workspace.to_json().into_bytes()]
}

/// A folder that is deleted when it is dropped.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder"))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    /// The bytes of every file except the damaged one.
    fn others(&self, name: &str) -> Vec<Vec<u8>> {
        let entries = fs::read_dir(self.path()).expect("the folder").map(|entry| entry.expect("an entry").path());
        let others = entries.filter(|path: &PathBuf| path.file_name().is_some_and(|own| own != name));
        others.map(|path| fs::read(path).expect("a file")).collect()
    }
}

pub(crate) fn view(bytes: &[u8]) -> Vec<String> {
    let folder = Folder::new();
    let store = Store::at(folder.path().to_owned());
    fs::write(store.path(), bytes).expect("a file");
    let (workspace, told) = store.read().expect("a file can be set aside");
    let is_aside = folder.others("view.json").iter().any(|other| other == bytes);
    assert_eq!(told.is_some(), is_aside, "what is not read is set aside as it is");
    let again = Workspace::from_json(&workspace.to_json()).expect("what was read can be written");
    assert_eq!(again.to_json(), workspace.to_json());
    told.into_iter().collect()
}

/// A log that contains one of each kind of kept item.
pub(crate) fn logs() -> Vec<Vec<u8>> {
    let folder = Folder::new();
    let (mut log, _) = Log::open(folder.path().to_owned());
    let catalog = small();
    let mut now = Timestamp::UNIX_EPOCH;
    let mut profile = Profile::empty(FIRST);
    for program in catalog.programs() {
        let snapshot = Snapshot::of(catalog, &program, date(2026, 11, 20));
        let kept = profile.keep_as_last(&program.id, snapshot);
        let more = [profile.label(&program.id, "affordable"), profile.set_note(&program.id, "ask about\nthe exam")];
        now += jiff::SignedDuration::from_secs(60);
        log.append(now, &[kept, more.to_vec()].concat(), None).expect("a disk");
    }
    let person = [profile.set_note("", "three evenings a week"), profile.rename("Ana"), profile.finish("MITx+SC0x")];
    log.append(now, &person, None).expect("a disk");
    log.append(now, &[Change::new("profile/first", "answer:goal", "switch_career")], None).expect("a disk");
    folder.others("lock")
}

/// The same lines, with valid checksums for all that are operations: an attacker can compute checksums too.
fn signed(bytes: &[u8]) -> Vec<u8> {
    let sign = |line: &str| match serde_json::from_str::<Operation>(line) {
        Ok(operation) => operation.to_line(),
        Err(_) => line.to_owned() + "\n",
    };
    String::from_utf8_lossy(bytes).lines().map(sign).collect::<String>().into_bytes()
}

pub(crate) fn log(bytes: &[u8]) -> Vec<String> {
    [log_as_it_is(bytes), log_as_it_is(&signed(bytes))].concat()
}

fn log_as_it_is(bytes: &[u8]) -> Vec<String> {
    let folder = Folder::new();
    fs::write(folder.path().join("0123.jsonl"), bytes).expect("a file");
    let whole = |text: &str| text.lines().filter(|line| matches!(Operation::read(line), Line::Known(_))).count();
    let before = whole(&String::from_utf8_lossy(bytes));
    let (mut log, told) = Log::open(folder.path().to_owned());
    log.append(Timestamp::UNIX_EPOCH, &[Change::new("note/first/x", "text", "new")], None).expect("a disk");
    let after: usize = folder.others("lock").iter().map(|file| whole(&String::from_utf8_lossy(file))).sum();
    assert!(after > before, "{before} whole lines became {after} with one more");
    let notebook = Notebook::of(log.state());
    let catalog = small();
    let acts = history(log.state(), &notebook, catalog);
    let mut all = told;
    all.extend([profiles_json(&notebook), history_json(&acts)].map(|value| json_text(&value)));
    all.extend(as_table(&profiles_table(&notebook)));
    all.extend(as_table(&history_table(&acts)));
    for profile in &notebook.profiles {
        all.extend(as_page(page::shortlist(catalog, profile)));
        all.extend(as_page(page::person(catalog, profile)));
        all.extend(as_page(kept_page(catalog, profile)));
        all.push(as_csv(&kept_sheet(catalog, profile)));
        all.push(json_text(&shortlist_json(catalog, profile)));
    }
    all
}
