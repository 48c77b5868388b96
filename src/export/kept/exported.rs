//! Reads an exported shortlist back in, from JSON with all its data or from a CSV sheet.

use serde::Deserialize;

use crate::catalog::printable_lines;
use crate::export::sheet::without_apostrophe;
use crate::keep::notebook::Snapshot;

/// A program of an exported shortlist.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Exported {
    /// The id of the program.
    pub id: String,
    /// The day on which it was kept; empty if the file does not say.
    #[serde(default)]
    pub kept: String,
    /// The labels.
    #[serde(default)]
    pub labels: Vec<String>,
    /// The note; empty if there is none.
    #[serde(default)]
    pub note: String,
    /// The facts on record at that time; `None` if the file is a sheet.
    #[serde(default)]
    pub snapshot: Option<Snapshot>,
}

/// Why a file is not an exported shortlist, worded as the end of a sentence that begins with the file's name.
#[derive(Debug, thiserror::Error)]
pub enum NotExported {
    /// It is not the JSON of a shortlist.
    #[error("is not what `shortlist --json` writes ({})", crate::catalog::printable(&.0.to_string()))]
    Json(#[from] serde_json::Error),
    /// It is not the sheet of a shortlist.
    #[error("is neither what `shortlist --json` nor what `shortlist --format csv` writes")]
    Sheet,
}

/// A shortlist as it was exported.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ExportedShortlist {
    /// The kept programs, in their order.
    pub programs: Vec<Exported>,
    /// The notes on other programs. A sheet has none.
    #[serde(default)]
    pub notes: Vec<Exported>,
}

/// Reads an exported shortlist.
///
/// # Errors
/// If the text is neither the JSON nor the sheet of a shortlist.
pub fn read_shortlist(text: &str) -> Result<ExportedShortlist, NotExported> {
    let text = text.trim_start_matches('\u{feff}');
    let read = if text.trim_start().starts_with('{') {
        serde_json::from_str::<ExportedShortlist>(text)?
    } else {
        ExportedShortlist { programs: of_sheet(text).ok_or(NotExported::Sheet)?, notes: Vec::new() }
    };
    let printable = |all: Vec<Exported>| all.into_iter().map(Exported::printable).collect();
    Ok(ExportedShortlist { programs: printable(read.programs), notes: printable(read.notes) })
}

fn of_sheet(text: &str) -> Option<Vec<Exported>> {
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let titles = rows.headers().ok()?.clone();
    let place = |title: &str| titles.iter().position(|own| own == title);
    let (id, kept, labels, note) = (place("id")?, place("kept")?, place("labels")?, place("note")?);
    let exported = |row: csv::StringRecord| {
        let cell = |at: usize| without_apostrophe(row.get(at).unwrap_or_default()).to_owned();
        let labels = cell(labels).split(", ").filter(|label| !label.is_empty()).map(str::to_owned).collect();
        Exported { id: cell(id), kept: cell(kept), labels, note: cell(note), snapshot: None }
    };
    rows.records().map(|row| Some(exported(row.ok()?))).collect()
}

impl Exported {
    /// Removes terminal control sequences: the file may come from anywhere.
    fn printable(mut self) -> Self {
        let labels = std::mem::take(&mut self.labels).into_iter().map(printable_lines).collect();
        Self { id: printable_lines(self.id), note: printable_lines(self.note), labels, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_another_kind_is_refused_with_what_it_should_be() {
        for text in ["", "{}", "{\"programs\": [1]}", "[1]", "a,b\n1,2\n", "id,kept\nx,2026-11-20\n"] {
            assert!(read_shortlist(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_sheet_is_read_without_what_keeps_formulas_away() {
        let text = "id,title,kept,labels,note,changed\r\nmitx-x,X,2026-11-20,\"cheap, soon\",\"'=1+1\nask\",\r\n";
        let all = read_shortlist(text).expect("a shortlist").programs;
        assert_eq!((all[0].labels.len(), all[0].note.as_str()), (2, "=1+1\nask"));
    }
}
