//! A table of strings, before anybody has decided how wide it may be, and its forms that need no width: CSV and
//! Markdown. A cell of a CSV file never starts a formula in a spreadsheet.

/// On which side of its column a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// On which side its values stand.
    pub align: Align,
    /// How narrow it may become before other columns have to go.
    pub least: usize,
    /// Whether its values may go over several lines; otherwise they are cut.
    pub wraps: bool,
    /// Whether its values are never cut, because people copy them; one that is too wide stands on a line of its own.
    pub is_whole: bool,
    /// Whether its values name what a row is about, and lead to the page of it.
    pub leads: bool,
    /// The order in which columns go where there is no room: the lowest first, 0 never.
    pub goes: u8,
}

impl Column {
    /// A column of words that never goes.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), align: Align::Left, least: 8, wraps: false, is_whole: false, leads: false, goes: 0 }
    }

    /// The same, with values on the right.
    #[must_use]
    pub fn right(self) -> Self {
        Self { align: Align::Right, ..self }
    }

    /// The same, at least so wide.
    #[must_use]
    pub fn least(self, least: usize) -> Self {
        Self { least, ..self }
    }

    /// The same, with values over several lines.
    #[must_use]
    pub fn wrapping(self) -> Self {
        Self { wraps: true, ..self }
    }

    /// The same, with values that are never cut.
    #[must_use]
    pub fn whole(self) -> Self {
        Self { is_whole: true, ..self }
    }

    /// The same, with values that lead to the page of their row.
    #[must_use]
    pub fn leading(self) -> Self {
        Self { leads: true, ..self }
    }

    /// The same, to go as number `goes` where there is no room.
    #[must_use]
    pub fn goes(self, goes: u8) -> Self {
        Self { goes, ..self }
    }
}

/// Rows of as many strings as there are columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// The rows, from top to bottom.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// A table without rows.
    pub fn new(columns: Vec<Column>) -> Self {
        Self { columns, rows: Vec::new() }
    }

    /// A table of columns of words, without rows.
    pub fn of(titles: &[&str]) -> Self {
        Self::new(titles.iter().map(|title| Column::new(*title)).collect())
    }

    /// The table after RFC 4180, lines ended by CR LF, with its headings.
    ///
    /// # Panics
    /// Never where every row has as many cells as there are columns, which is what a table is.
    pub fn csv(&self) -> String {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        let headings = self.columns.iter().map(|column| column.title.clone()).collect();
        for row in std::iter::once(&headings).chain(&self.rows) {
            let cells = row.iter().map(|cell| without_formula(cell));
            writer.write_record(cells).expect("every row has as many cells as there are columns");
        }
        let bytes = writer.into_inner().expect("a vector takes every byte");
        String::from_utf8(bytes).expect("strings went in")
    }

    /// The table in Markdown.
    pub fn markdown(&self) -> String {
        let titles: Vec<String> = self.columns.iter().map(|column| column.title.clone()).collect();
        let rules = self.columns.iter().map(|column| match column.align {
            Align::Left => "---".to_owned(),
            Align::Right => "--:".to_owned(),
        });
        let mut out = String::new();
        for row in [titles, rules.collect()].iter().chain(&self.rows) {
            out.push('|');
            for cell in row {
                out.push(' ');
                out.push_str(&escaped(cell));
                out.push_str(" |");
            }
            out.push('\n');
        }
        out
    }
}

/// What may start a formula: the signs, the same signs in full width as East Asian spreadsheets read them, and the
/// blanks that some of them skip first.
const FORMULA_STARTS: [char; 11] =
    ['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}', '\t', '\r', '\n'];

/// A cell that a spreadsheet takes for text and never for a formula.
fn without_formula(cell: &str) -> String {
    if cell.trim_start_matches(' ').starts_with(FORMULA_STARTS) { format!("'{cell}") } else { cell.to_owned() }
}

/// A cell that cannot end its column or become markup of a page.
pub fn escaped(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len());
    for c in cell.chars() {
        match c {
            '|' | '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '~' => out.extend(['\\', c]),
            '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(cells: &[&str]) -> Table {
        let mut table = Table::of(&["a", "b"]);
        table.rows = cells.chunks(2).map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
        table
    }

    #[test]
    fn csv_quotes_what_needs_it_and_starts_no_formula() {
        let csv = table(&["=1+1", "one, \"two\"", "-5", "@x", "+1", "two\nlines"]).csv();
        assert_eq!(csv, "a,b\r\n'=1+1,\"one, \"\"two\"\"\"\r\n'-5,'@x\r\n'+1,\"two\nlines\"\r\n");
    }

    #[test]
    fn signs_in_full_width_and_after_blanks_start_no_formula_either() {
        for cell in ["\u{ff1d}1", "\u{ff0b}1", "\u{ff0d}1", "\u{ff20}A1", "\t=1", "\n=1", "  =1"] {
            assert_eq!(without_formula(cell), format!("'{cell}"));
        }
        assert_eq!(without_formula("one = 1"), "one = 1");
    }

    #[test]
    fn markdown_keeps_its_columns_whatever_stands_in_a_cell() {
        let markdown = table(&["a|b", "<b>x</b>\n*y*"]).markdown();
        assert_eq!(markdown, "| a | b |\n| --- | --- |\n| a\\|b | \\<b\\>x\\</b\\> \\*y\\* |\n");
    }
}
