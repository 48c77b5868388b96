//! Sources that facts cite and a catalogue does not have yet. A table of sources may describe them. An undescribed
//! source is known only by its id and the address in its rows; it is undated and has the weakest grade, which each
//! claim can override.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::catalog::import::Location;
use crate::catalog::import::slug;
use crate::catalog::{AsOf, Grade, is_web_address};

use super::document::Record;
use super::numbers;
use super::row_error::RowError;
use super::table::{Table, folded};

/// The meaning of a column in a table of sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Id,
    Title,
    Address,
    Date,
    Grade,
    Licence,
}

const NAMES: [(Column, &[&str]); 6] = [
    (Column::Id, &["source_id", "id", "source"]),
    (Column::Title, &["title", "name"]),
    (Column::Address, &["address", "url", "source_address"]),
    (Column::Date, &["date", "as_of"]),
    (Column::Grade, &["grade", "confidence"]),
    (Column::Licence, &["licence", "license", "licence_remark", "license_remark", "terms"]),
];

/// A cell with this text repeats the cell above it.
const DITTO: &str = "as above";

/// The licence of a source whose terms are not stated.
const NO_LICENCE: &str = "no licence stated; facts cited, no text taken";

impl Column {
    /// The columns without which a table is not a table of sources.
    pub(super) const NEEDED: [Self; 3] = [Self::Id, Self::Title, Self::Licence];

    pub(super) fn named(folded_name: &str) -> Option<Self> {
        NAMES.iter().find(|(_, names)| names.iter().any(|name| folded(name) == folded_name)).map(|(column, _)| *column)
    }
}

/// The description of a source.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Described {
    title: Option<String>,
    address: Option<String>,
    as_of: Option<AsOf>,
    grade: Option<Grade>,
    licence: Option<String>,
}

/// Sources as tables describe them, by id.
#[derive(Debug, Default)]
pub(super) struct Sources {
    described: BTreeMap<String, Described>,
    /// The id that each row of the tables describes, and the place of the row.
    places: Vec<(String, Location)>,
    /// The last day, as `yyyymmdd`, that a source can be from.
    latest: u32,
}

impl Sources {
    /// Starts without sources. Those dated after `latest` are rejected.
    pub(super) fn before(latest: u32) -> Self {
        Self { latest, ..Self::default() }
    }

    /// Reads the rows of a table. `settle` is called with the line and the result of each row, and
    /// returns the place of the row.
    pub(super) fn read(
        &mut self,
        table: &mut Table<'_, Column>,
        mut settle: impl FnMut(u64, Result<(), RowError>) -> Location,
    ) {
        let mut above: BTreeMap<Column, String> = BTreeMap::new();
        while let Some(row) = table.next_row() {
            let (line, cells) = match row {
                Err(unread) => {
                    settle(unread.line, Err(unread.reason));
                    continue;
                }
                Ok(row) => (row.line, repeated(row.cells, &above)),
            };
            match self.add(&cells) {
                Ok(id) => {
                    let place = settle(line, Ok(()));
                    self.places.push((id, place));
                }
                Err(reason) => {
                    settle(line, Err(reason));
                }
            }
            above = cells;
        }
    }

    /// The id that each row describes, and the place of the row.
    pub(super) fn places(&self) -> &[(String, Location)] {
        &self.places
    }

    fn add(&mut self, cells: &BTreeMap<Column, String>) -> Result<String, RowError> {
        let id = cells.get(&Column::Id).ok_or(RowError::NoSourceId)?;
        if !slug::is_id(id) {
            return Err(RowError::NotAnId(id.clone()));
        }
        let described = Described {
            title: cells.get(&Column::Title).cloned(),
            address: cells.get(&Column::Address).and_then(|text| web_address(text)),
            as_of: cells.get(&Column::Date).map(|text| numbers::as_of(text, self.latest)).transpose()?,
            grade: cells.get(&Column::Grade).map(|text| grade(text)).transpose()?,
            licence: cells.get(&Column::Licence).cloned(),
        };
        self.described.entry(id.clone()).or_insert(described);
        Ok(id.clone())
    }

    /// The record of a source that a catalogue does not have yet.
    pub(super) fn record(&self, id: &str, address: Option<&str>) -> Record {
        let described = self.described.get(id).cloned().unwrap_or_default();
        let address = described.address.or_else(|| web_address(address?));
        let as_of = described.as_of.unwrap_or_else(AsOf::undated);
        let mut record: Record = [
            ("id", id.to_owned()),
            ("title", described.title.unwrap_or_else(|| id.to_owned())),
            ("as_of", as_of.text().to_owned()),
            ("grade", described.grade.unwrap_or(Grade::C).letter().to_owned()),
            ("licence", described.licence.unwrap_or_else(|| NO_LICENCE.to_owned())),
        ]
        .into_iter()
        .map(|(key, text)| (key.to_owned(), Value::from(text)))
        .collect();
        if let Some(address) = address {
            record.insert("url".to_owned(), address.into());
        }
        record
    }
}

/// Replaces every cell that says `as above` by the cell above it.
fn repeated(mut cells: BTreeMap<Column, String>, above: &BTreeMap<Column, String>) -> BTreeMap<Column, String> {
    for (column, cell) in &mut cells {
        if let Some(said) = above.get(column).filter(|_| cell.eq_ignore_ascii_case(DITTO)) {
            said.clone_into(cell);
        }
    }
    cells
}

/// The first web address in a text, without punctuation after it; `None` if there is none.
fn web_address(text: &str) -> Option<String> {
    let word = text.split_whitespace().find(|word| is_web_address(word))?;
    Some(word.trim_end_matches([',', ';']).to_owned())
}

/// Reads a grade, in either case.
pub(super) fn grade(text: &str) -> Result<Grade, RowError> {
    let letter = text.trim().to_uppercase();
    Grade::from_letter(&letter).ok_or_else(|| RowError::NotAGrade(text.to_owned()))
}
