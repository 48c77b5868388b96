//! Mutated documents to the importer: every record is accounted for, the result is a valid catalogue, and the catalogue
//! that was added to loses nothing.

use std::io::Cursor;
use std::path::Path;

use prospectus::catalog::Catalog;
use prospectus::catalog::import::{Document, FactsFile, Input, import, merge_facts};
use prospectus::export::{json_text, report_json, report_lines};

use crate::core::{printed, small};

/// The test documents whose names contain one of these words.
pub(crate) fn documents(words: &[&str]) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import");
    let entries = std::fs::read_dir(folder).expect("the documents");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| words.iter().any(|word| path.to_string_lossy().contains(word)));
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).expect("a document")).collect()
}

/// Rows about programs of the small catalogue.
pub(crate) fn facts_files() -> Vec<Vec<u8>> {
    let head = "program_id,field,value,unit,currency,what,source_id,as_of,grade,note\n";
    let catalog = small();
    let rows = catalog.ids().map(|id| {
        format!(
            "{id},price,498.00,,USD,whole program,page-2026,2026-11-01,A,\n\
             {id},length,6,months,,,page-2026,2026-11-01,B,\"about, as stated\"\n\
             {id},languages,English|Spanish,,,,page-2026,2026-11-01,B,\n"
        )
    });
    let rows: String = rows.collect();
    vec![format!("{head}{rows}").into_bytes(), format!("{head}{rows}").replace(',', "\t").into_bytes()]
}

pub(crate) fn document(bytes: &[u8]) -> Vec<String> {
    let input = Input::Reader("changed".to_owned(), Box::new(Cursor::new(bytes.to_vec())));
    let mut imported = import(vec![input], None, None, jiff::civil::date(2026, 11, 26), &mut |_| {})
        .expect("bytes in memory can be read");
    assert!(imported.report.adds_up(), "{:?}", imported.report);
    let text = imported.text().expect("the text of what was made");
    let catalog = Catalog::from_text(&text).expect("what was made keeps every rule");
    let mut all = printed(&catalog);
    all.extend(report_lines(&imported.report, "record"));
    all.push(json_text(&report_json(&imported.report)));
    all.extend(text.lines().map(str::to_owned));
    all
}

pub(crate) fn facts(bytes: &[u8]) -> Vec<String> {
    let before = crate::core::catalogues().swap_remove(0);
    let document = Document::parse(std::str::from_utf8(&before).expect("text")).expect("a catalogue");
    let file = FactsFile { name: "changed.csv".to_owned(), bytes: bytes.to_vec() };
    let merged = merge_facts(document, &[file], jiff::civil::date(2026, 11, 26));
    assert!(merged.report.adds_up(), "{:?}", merged.report);
    let catalog = Catalog::from_text(merged.document.text()).expect("what was made keeps every rule");
    assert!(catalog.ids().eq(small().ids()), "facts are about programs that are there");
    let mut all = printed(&catalog);
    all.extend(report_lines(&merged.report, "row"));
    all.push(json_text(&report_json(&merged.report)));
    all
}
