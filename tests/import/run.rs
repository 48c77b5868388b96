//! Runs `catalog import` as a user does, and reads the result.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;

use crate::program;

/// A new folder for a test.
pub(crate) fn folder() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("import-{}-{number}", std::process::id()));
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).expect("a folder");
    path
}

/// The path of a test document.
pub(crate) fn document(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import").join(name)
}

/// A file with this content in a new folder.
pub(crate) fn file(name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = folder().join(name);
    std::fs::write(&path, content).expect("a file");
    path
}

/// The outcome of a run.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) out: PathBuf,
    pub(crate) report: Value,
}

impl Run {
    /// The bytes of the catalogue.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        std::fs::read(&self.out).unwrap_or_default()
    }

    /// The catalogue.
    pub(crate) fn catalog(&self) -> Value {
        serde_json::from_slice(&self.bytes()).unwrap_or_default()
    }

    /// The only record of a list with this title.
    pub(crate) fn record(&self, list: &str, title: &str) -> Value {
        let catalog = self.catalog();
        let found: Vec<&Value> = records(&catalog, list).filter(|record| record["title"] == title).collect();
        assert_eq!(found.len(), 1, "{title} in {list}: {}", self.stderr);
        found[0].clone()
    }

    /// The program with this title.
    pub(crate) fn program(&self, title: &str) -> Value {
        self.record("programs", title)
    }

    /// The number of records under a key of the report.
    pub(crate) fn count(&self, key: &str) -> u64 {
        self.report[key]
            .as_array()
            .map_or_else(|| self.report[key].as_u64(), |list| Some(list.len() as u64))
            .expect("a count")
    }

    /// The reasons under a key of the report.
    pub(crate) fn reasons(&self, key: &str) -> Vec<String> {
        let notes = self.report[key].as_array().into_iter().flatten();
        notes.map(|note| note["reason"].as_str().expect("a reason").to_owned()).collect()
    }

    /// Whether a remark of the report contains these words.
    pub(crate) fn has_remark(&self, words: &str) -> bool {
        self.reasons("remarks").iter().any(|remark| remark.contains(words))
    }
}

/// A record with further members, which replace those of the same name.
pub(crate) fn with_members(mut record: Value, more: &Value) -> Value {
    for (key, value) in more.as_object().into_iter().flatten() {
        record[key] = value.clone();
    }
    record
}

/// The records of a catalogue.
pub(crate) fn records<'c>(catalog: &'c Value, list: &str) -> impl Iterator<Item = &'c Value> + use<'c> {
    catalog[list].as_array().into_iter().flatten()
}

/// The value of the first claim of a fact, without its origin.
pub(crate) fn value(record: &Value, field: &str) -> Value {
    values(record, field).into_iter().next().unwrap_or_default()
}

/// The values of all claims of a fact.
pub(crate) fn values(record: &Value, field: &str) -> Vec<Value> {
    let claims = record[field].as_array().into_iter().flatten();
    claims
        .map(|claim| {
            let mut claim = claim.clone();
            let map = claim.as_object_mut().expect("a claim is an object");
            for key in ["basis", "source", "as_of", "grade", "note"] {
                map.remove(key);
            }
            if map.len() == 1 { map["value"].clone() } else { claim }
        })
        .collect()
}

/// Imports these files with further options.
pub(crate) fn import_with(files: &[&Path], options: &[&str]) -> Run {
    let folder = folder();
    let out = folder.join("out.json");
    import_to(files, options, &out)
}

/// Imports these files into a given output file.
pub(crate) fn import_to(files: &[&Path], options: &[&str], out: &Path) -> Run {
    let report = folder().join("report.json");
    let mut command = program::command();
    command.args(["catalog", "import"]).args(files).arg("-o").arg(out).arg("--report").arg(&report).args(options);
    let output = command.output().expect("the program runs");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    let report: Value =
        std::fs::read(&report).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
    let run = Run {
        code: output.status.code().expect("an exit code"),
        stdout: text(&output.stdout),
        stderr: text(&output.stderr),
        out: out.to_owned(),
        report,
    };
    run.assert_adds_up();
    run
}

impl Run {
    /// Asserts that every record read is accounted for once, and that no output contains an escape sequence.
    fn assert_adds_up(&self) {
        if self.report.is_object() {
            let settled: u64 = ["added", "merged", "left_out", "rejected"].iter().map(|key| self.count(key)).sum();
            assert_eq!(self.count("read"), settled, "{}", self.report);
        }
        let shown = format!("{}{}{}{}", self.stdout, self.stderr, self.report, String::from_utf8_lossy(&self.bytes()));
        assert!(!shown.contains(|c: char| c.is_control() && c != '\n'), "{shown:?}");
    }
}

/// Imports these files.
pub(crate) fn import(files: &[&Path]) -> Run {
    import_with(files, &[])
}

/// Imports test documents.
pub(crate) fn import_documents(names: &[&str]) -> Run {
    let paths: Vec<PathBuf> = names.iter().map(|name| document(name)).collect();
    import(&paths.iter().map(PathBuf::as_path).collect::<Vec<_>>())
}

/// Imports a text as a file with this name.
pub(crate) fn import_text(name: &str, text: impl AsRef<[u8]>) -> Run {
    import(&[&file(name, text)])
}

/// Imports a table.
pub(crate) fn table(lines: &str) -> Run {
    import_text("t.csv", lines)
}

/// The program titled `A` in a table of one row.
pub(crate) fn program_of_row(headings: &str, row: &str) -> Value {
    table(&format!("{headings}\n{row}\n")).program("A")
}
