//! Reads a table as spreadsheets write it, row by row. Columns are found by any of their names, and cells become text
//! that a catalogue may contain. It does not depend on the meaning of facts. A row that cannot be read yields an error
//! with its line, and reading continues with the next row.

use std::collections::BTreeMap;

use csv::{ByteRecord, ReaderBuilder};

use super::row_error::RowError;
use crate::catalog::is_unsafe_char;

/// The longest cell in bytes; a longer one is probably the result of an unclosed quote.
const MAX_CELL: usize = 20_000;

/// A row, by known columns.
pub(super) struct Row<C> {
    /// The line on which the row begins.
    pub(super) line: u64,
    /// The cells that are not empty.
    pub(super) cells: BTreeMap<C, String>,
}

/// A row that could not be read.
pub(super) struct Unread {
    /// The line on which the row begins.
    pub(super) line: u64,
    /// The reason.
    pub(super) reason: RowError,
}

/// A table whose header has been read.
pub(super) struct Table<'b, C> {
    /// The meaning of each column; `None` for an unknown one.
    columns: Vec<Option<C>>,
    /// The names of columns that are unknown, or repeat the meaning of an earlier one.
    pub(super) passed_over: Vec<String>,
    reader: csv::Reader<&'b [u8]>,
    bytes: &'b [u8],
    /// The number of bytes in which lines have been counted so far, and the number of the current line.
    counted: (usize, u64),
}

impl<'b, C: Copy + Ord> Table<'b, C> {
    /// Reads the header. `named` maps a folded name to a column. The second of two columns with the same meaning is
    /// ignored, unless `may_repeat` allows it.
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

    /// Whether the table has this column.
    pub(super) fn has(&self, column: C) -> bool {
        self.columns.contains(&Some(column))
    }

    /// The next row that is not blank; `None` at the end.
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

    /// The line on which the row at this byte begins. The reader itself counts only lines that have ended.
    fn line_at(&mut self, byte: u64) -> u64 {
        let is_end = |byte: &&u8| matches!(byte, b'\n' | b'\r');
        let byte = usize::try_from(byte).unwrap_or(usize::MAX).min(self.bytes.len());
        let start = byte + self.bytes[byte..].iter().take_while(is_end).count();
        let (from, lines) = self.counted;
        let passed = &self.bytes[from.min(start)..start];
        let ends = passed.iter().enumerate().filter(|(at, byte)| match byte {
            b'\n' => true,
            // In old files, lines end with a carriage return alone.
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

/// The text of a cell with single blanks; line breaks within quotes become blanks too.
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

/// The delimiter that occurs most often in the header.
fn delimiter(bytes: &[u8]) -> u8 {
    let header = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |sign: u8| memchr::memchr_iter(sign, header).count();
    // `max_by_key` returns the last maximum, so in reverse order a comma wins a tie.
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|sign| count(*sign)).unwrap_or(b',')
}

/// Folds a name to lower-case letters and digits, so that `Program ID` equals `program_id`.
pub(super) fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
