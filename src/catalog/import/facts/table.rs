//! A table as spreadsheets write it, read row by row: its columns by any name that means them, its cells as text that a
//! catalogue may hold. It knows nothing of facts; a row that cannot be read is a reason with its line, and the rows
//! behind it are read all the same.

use std::collections::BTreeMap;

use csv::{ByteRecord, ReaderBuilder};

use super::row_error::RowError;
use crate::catalog::is_unsafe_char;

/// A longer cell is what an open quote has swallowed.
const MAX_CELL: usize = 20_000;

/// A row, by the columns that are known.
pub(super) struct Row<C> {
    /// The line that it begins on.
    pub(super) line: u64,
    /// Its cells; one that is empty or a placeholder is not among them.
    pub(super) cells: BTreeMap<C, String>,
}

/// A row, or why it could not be read.
pub(super) struct Unread {
    /// The line that it begins on.
    pub(super) line: u64,
    /// Why.
    pub(super) reason: RowError,
}

/// A header whose columns are known, and the rows below it.
pub(super) struct Table<'b, C> {
    /// By place in a row.
    columns: Vec<Option<C>>,
    /// Names of columns that mean nothing here, or the same as one before.
    pub(super) passed_over: Vec<String>,
    reader: csv::Reader<&'b [u8]>,
    bytes: &'b [u8],
    /// Up to which byte lines have been counted, and how many.
    counted: (usize, u64),
}

impl<'b, C: Copy + Ord> Table<'b, C> {
    /// Reads the header. `named` says what column a name means, in small letters and digits only; of two of one meaning
    /// the second is passed over, unless they may repeat each other.
    pub(super) fn open(
        bytes: &'b [u8],
        named: impl Fn(&str) -> Option<C>,
        may_repeat: fn(C) -> bool,
    ) -> Result<Self, RowError> {
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let mut reader =
            ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter(bytes)).from_reader(bytes);
        let mut header = ByteRecord::new();
        match reader.read_byte_record(&mut header) {
            Ok(true) => {}
            Ok(false) => return Err(RowError::EmptyTable),
            Err(error) => return Err(RowError::Unreadable(error.to_string())),
        }
        let mut columns: Vec<Option<C>> = Vec::with_capacity(header.len());
        let mut passed_over = Vec::new();
        for name in &header {
            let name = std::str::from_utf8(name).map_err(|_| RowError::NotUtf8)?;
            let column = named(&folded(name)).filter(|column| may_repeat(*column) || !columns.contains(&Some(*column)));
            if column.is_none() && !name.trim().is_empty() {
                passed_over.push(name.trim().to_owned());
            }
            columns.push(column);
        }
        Ok(Self { columns, passed_over, reader, bytes, counted: (0, 1) })
    }

    /// Whether there is a column of that meaning.
    pub(super) fn has(&self, column: C) -> bool {
        self.columns.contains(&Some(column))
    }

    /// The next row; a row without anything in it is passed over.
    pub(super) fn next_row(&mut self) -> Option<Result<Row<C>, Unread>> {
        let mut record = ByteRecord::new();
        loop {
            let start = self.reader.position().byte();
            match self.reader.read_byte_record(&mut record) {
                Ok(true) => {}
                Ok(false) => return None,
                Err(error) => {
                    let reason = RowError::Unreadable(error.to_string());
                    return Some(Err(Unread { line: self.line_at(start), reason }));
                }
            }
            if record.iter().any(|cell| !cell.trim_ascii().is_empty()) {
                let line = self.line_at(start);
                return Some(
                    self.row(&record).map(|cells| Row { line, cells }).map_err(|reason| Unread { line, reason }),
                );
            }
        }
    }

    /// The line on which what stands at a byte begins; the reader's own count is of lines that have ended.
    fn line_at(&mut self, byte: u64) -> u64 {
        let is_end = |byte: &&u8| matches!(byte, b'\n' | b'\r');
        let byte = usize::try_from(byte).unwrap_or(usize::MAX).min(self.bytes.len());
        let start = byte + self.bytes[byte..].iter().take_while(is_end).count();
        let (from, lines) = self.counted;
        let passed = &self.bytes[from.min(start)..start];
        let ends = passed.iter().enumerate().filter(|(at, byte)| match byte {
            b'\n' => true,
            // A line of an old file ends with this sign alone.
            b'\r' => passed.get(at + 1).is_some_and(|next| *next != b'\n'),
            _ => false,
        });
        self.counted = (start, lines + ends.count() as u64);
        self.counted.1
    }

    fn row(&self, record: &ByteRecord) -> Result<BTreeMap<C, String>, RowError> {
        if record.len() != self.columns.len() {
            return Err(RowError::Cells { has: record.len(), header: self.columns.len() });
        }
        let mut cells = BTreeMap::new();
        for (cell, column) in record.iter().zip(&self.columns) {
            let Some(column) = column else { continue };
            let text = cell_text(cell)?;
            if !text.is_empty() {
                cells.insert(*column, text);
            }
        }
        Ok(cells)
    }
}

/// The text of a cell with single blanks: line breaks in quotes are blanks too.
fn cell_text(cell: &[u8]) -> Result<String, RowError> {
    let text = std::str::from_utf8(cell).map_err(|_| RowError::NotUtf8)?;
    if text.len() > MAX_CELL {
        return Err(RowError::LongCell);
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.contains(is_unsafe_char) {
        return Err(RowError::Unsafe);
    }
    Ok(text)
}

/// What stands between the cells of the header: the one that it has most of.
fn delimiter(bytes: &[u8]) -> u8 {
    let header = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |sign: u8| memchr::memchr_iter(sign, header).count();
    // Of those that stand equally often the first is meant: a comma where there is none of them.
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|sign| count(*sign)).unwrap_or(b',')
}

/// A name in small letters and digits only, so that `Program ID` is `program_id`.
pub(super) fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
