//! The environment of a command: the global options combined with the environment variables, data to standard output,
//! and messages to standard error. No other code of the commands writes to either stream.

use std::io::{self, BufWriter, IsTerminal, Stdout, Write};
use std::mem::ManuallyDrop;
use std::path::PathBuf;
use std::sync::OnceLock;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use crate::ascii;
use crate::catalog::{AsOf, Catalog, Corruption, Currency, day_number, printable_lines};
use crate::clock;
use crate::export::{self, Sheet, write_csv};
use crate::look::{Letters, Surroundings, When};
use crate::page::print::{Headings, Style, in_words, lay_out, markdown, no_keys};
use crate::page::{Block, Names, Page, Table};
use crate::stream::{Waiting, stdout};

use super::args::{Format, Global};
use super::failure::{Failure, not_loaded};
use super::pager::Pager;
use super::paint::Ink;
use super::source;

/// Width of a table that does not go to a terminal, in columns.
const WIDTH_ELSEWHERE: usize = 100;
/// Minimum width of a table; in fewer columns even its headings become unreadable.
const MIN_WIDTH: usize = 20;
/// Maximum width accepted from `COLUMNS`; anything beyond is a mistake.
const MAX_WIDTH: usize = 10_000;

/// The options and the environment of a command.
pub(super) struct Output {
    global: Global,
    /// The currency in which prices are shown.
    currency: Currency,
    ink: Ink,
    around: Surroundings,
    is_accessible: bool,
    is_terminal: bool,
}

impl Output {
    /// Combines the options with the environment.
    pub(super) fn new(global: Global, currency: Option<Currency>) -> Self {
        let is_terminal = std::io::stdout().is_terminal();
        let around = Surroundings::of(is_terminal, variable);
        let global = Global { ascii: global.ascii || around.letters == Letters::Ascii, ..global };
        let is_accessible = global.accessible || is_set("ACCESSIBLE") || (is_terminal && around.is_dumb());
        let has_links = match global.hyperlinks {
            When::Always => true,
            When::Never => false,
            When::Auto => {
                is_terminal && !around.is_dumb() && supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout)
            }
        };
        let ink = Ink { has_color: around.wants_color(global.color), has_links };
        Self { global, currency: currency.unwrap_or(Currency::USD), ink, around, is_accessible, is_terminal }
    }

    /// Returns the columns and rows of the terminal on standard output; `None` if it is not a terminal, where crossterm
    /// would run `tput` to find the size.
    fn screen(&self) -> Option<(u16, u16)> {
        self.is_terminal.then(|| crossterm::terminal::size().ok()).flatten()
    }

    /// The width in which a page is laid out, in columns.
    fn width(&self) -> usize {
        self.screen().map_or_else(width_elsewhere, |(columns, _)| usize::from(columns).max(MIN_WIDTH))
    }

    /// Returns the pager for long output; `None` if the user cannot or must not be asked for keys.
    fn pager(&self) -> Option<Pager> {
        let may_ask = !self.global.no_pager && !self.global.no_input && !self.is_accessible && !self.around.is_dumb();
        Pager::new(variable("PAGER"), self.screen().filter(|_| may_ask)?)
    }

    /// Returns the requested catalogue, or else the built-in one. It is never dropped: freeing a large catalogue record
    /// by record takes longer than many commands.
    pub(super) fn catalog(&self) -> Result<ManuallyDrop<Catalog>, Failure> {
        let from_environment = || std::env::var_os("PROSPECTUS_CATALOG").filter(|name| !name.is_empty());
        let mut catalog = match self.global.catalog.clone().or_else(|| from_environment().map(PathBuf::from)) {
            None => Catalog::embedded().map_err(|error| not_loaded("The built-in catalogue", &error)),
            Some(named) => source::open(&named, &|notice| self.say(notice)),
        }?;
        self.disbelieve(&mut catalog);
        // Only the first catalogue of a process is watched for damage; later calls to `set` have no effect.
        let _ = CORRUPTION.set(catalog.corruption().clone());
        catalog.currency = self.currency;
        Ok(ManuallyDrop::new(catalog))
    }

    /// Treats a catalogue that is dated in the future as undated, and reports it.
    fn disbelieve(&self, catalog: &mut Catalog) {
        if catalog.as_of.is_after(day_number(clock::today())) {
            let (name, date) = (&catalog.name, catalog.as_of.text());
            self.say(&format!("{name} is dated {date}, which is still to come, so it is taken as undated."));
            catalog.as_of = AsOf::undated();
        }
    }

    /// Returns the global options as typed.
    pub(super) fn global(&self) -> &Global {
        &self.global
    }

    /// Returns the date to calculate with: the requested one, or today.
    pub(super) fn today(&self) -> Date {
        self.global.as_of.unwrap_or_else(clock::today)
    }

    /// Returns the time to record: now, or the start of the requested day.
    pub(super) fn now(&self) -> Timestamp {
        let start = |day: Date| day.to_zoned(jiff::tz::TimeZone::UTC).map(|start| start.timestamp());
        self.global.as_of.and_then(|day| start(day).ok()).unwrap_or_else(Timestamp::now)
    }

    /// Returns when colours are wanted, and the environment that decides it.
    pub(super) fn colors(&self) -> (When, &Surroundings) {
        (self.global.color, &self.around)
    }

    /// Whether lines of text are wanted instead of screens.
    pub(super) fn is_accessible(&self) -> bool {
        self.is_accessible
    }

    /// The output format.
    pub(super) fn format(&self) -> Format {
        match (self.global.format, self.is_accessible) {
            _ if self.global.json => Format::Json,
            (Some(format), _) if !matches!(format, Format::Input(_)) => format,
            (_, true) => Format::Plain,
            (_, false) => Format::Table,
        }
    }

    /// The requested output format; `None` if none was requested.
    pub(super) fn explicit_format(&self) -> Option<Format> {
        if self.global.json { Some(Format::Json) } else { self.global.format }
    }

    /// Returns the form of school and kind names in the output format.
    pub(super) fn names(&self) -> Names {
        if self.format() == Format::Table { Names::Short } else { Names::Full }
    }

    /// Writes text to standard output, through the pager if it is long.
    pub(super) fn text(&self, text: &str) -> Result<(), Failure> {
        let text = if self.global.ascii { ascii::text(text) } else { text.to_owned() };
        match self.pager().filter(|pager| pager.is_for(&text) && !is_damaged()) {
            Some(pager) if pager.show(&text)? => Ok(()),
            _ => write(text.as_bytes()),
        }
    }

    /// Fails if the requested format is not among those that a command prints.
    pub(super) fn only(&self, command: &str, formats: &[Format]) -> Result<(), Failure> {
        let asked = self.format();
        if formats.contains(&asked) {
            return Ok(());
        }
        let names: Vec<String> = formats.iter().map(|format| format!("`{}`", format.name())).collect();
        let names = names.join(", ");
        Err(Failure::usage(format!("`{command}` does not print `{}`. It prints {names}.", asked.name())))
    }

    /// Writes a table to standard output in the requested format; CSV has the same cells.
    pub(super) fn table(&self, table: Table) -> Result<(), Failure> {
        if self.format() == Format::Csv {
            return self.csv(&Sheet::from(&table));
        }
        self.page(Page::new(vec![Block::Table(table)]))
    }

    /// Writes a sheet as CSV to standard output, with a byte order mark if requested.
    pub(super) fn csv(&self, sheet: &Sheet) -> Result<(), Failure> {
        self.csv_rows(&sheet.titles, sheet.rows.iter())
    }

    /// Writes rows as CSV to standard output, one at a time.
    pub(super) fn csv_rows<T: AsRef<str>, R: IntoIterator<Item: AsRef<str>>>(
        &self,
        titles: &[T],
        rows: impl Iterator<Item = R>,
    ) -> Result<(), Failure> {
        written(|out| {
            let mark = if self.global.csv_mark { "\u{feff}" } else { "" };
            out.write_all(mark.as_bytes())?;
            write_csv(titles, rows, out)
        })
    }

    /// Writes a page to standard output in the requested format.
    pub(super) fn page(&self, page: Page) -> Result<(), Failure> {
        match self.format() {
            Format::Md => self.text(&markdown(&page)),
            Format::Plain => self.text(&in_words(&page, &no_keys)),
            _ => self.columns(page),
        }
    }

    /// Writes a page in columns. Conversion to ASCII comes first, because it can change widths.
    fn columns(&self, page: Page) -> Result<(), Failure> {
        let page = if self.global.ascii { page.map_text(&ascii::text) } else { page };
        let style = Style { keys: &no_keys, cursor: None, headings: Headings::AsWritten };
        let doc = lay_out(&page, self.width(), style);
        self.text(&self.ink.text(&doc))?;
        match (doc.is_cut, doc.lacks_columns) {
            (true, _) => self.say("Not everything fits this width; `--format plain` prints it whole."),
            (false, true) => self.say("Columns that do not fit are left out; `--format plain` prints everything."),
            (false, false) => {}
        }
        Ok(())
    }

    /// Writes a message to standard error. A failure is ignored: there is nowhere to report it.
    pub(super) fn say(&self, message: &str) {
        let message = if self.global.ascii { ascii::text(message) } else { message.to_owned() };
        say(&message);
    }
}

/// Whether the compiled catalogue in use has turned out to be damaged.
static CORRUPTION: OnceLock<Corruption> = OnceLock::new();

/// Size of the output buffer, in bytes. Output that fits into it is written completely, or not at all if a record turns
/// out to be damaged.
const HELD_BACK: usize = 1 << 20;

/// Standard output that rejects further bytes once a damaged record is found.
pub(super) struct Undamaged(Waiting<Stdout>);

impl Write for Undamaged {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if is_damaged() { Err(io::ErrorKind::InvalidData.into()) } else { self.0.write(bytes) }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Writes output to standard output as it is generated.
pub(super) fn written(answer: impl FnOnce(&mut BufWriter<Undamaged>) -> io::Result<()>) -> Result<(), Failure> {
    let mut out = BufWriter::with_capacity(HELD_BACK, Undamaged(stdout()));
    let outcome = answer(&mut out).and_then(|()| out.flush());
    if is_damaged() { Err(damaged()) } else { Ok(outcome?) }
}

/// Writes bytes to standard output, unless the catalogue is damaged.
pub(super) fn write(bytes: &[u8]) -> Result<(), Failure> {
    written(|out| out.write_all(bytes))
}

/// Writes one JSON document to standard output, record by record if it consists of records. `--ascii` does not change
/// JSON, which is for programs.
pub(super) fn write_json(value: &impl Serialize) -> Result<(), Failure> {
    written(|out| export::write_json(out, value))
}

/// Writes a line to standard error.
pub(super) fn say(message: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{}", printable_lines(message.to_owned()));
}

/// Whether a record of the catalogue in use could not be read.
pub(super) fn is_damaged() -> bool {
    CORRUPTION.get().is_some_and(Corruption::is_found)
}

/// Returns the failure for a compiled catalogue with a damaged record.
pub(super) fn damaged() -> Failure {
    Failure::refused(CORRUPTION.get().map(Corruption::settle).into_iter().collect())
}

/// The width from `COLUMNS`, or the default.
fn width_elsewhere() -> usize {
    let columns = variable("COLUMNS").and_then(|columns| columns.parse().ok());
    columns.filter(|columns| (MIN_WIDTH..=MAX_WIDTH).contains(columns)).unwrap_or(WIDTH_ELSEWHERE)
}

/// Whether an environment variable is set to anything but `0`.
fn is_set(name: &str) -> bool {
    variable(name).is_some_and(|value| !value.is_empty() && value != "0")
}

pub(super) fn variable(name: &str) -> Option<String> {
    std::env::var_os(name).map(|value| value.to_string_lossy().into_owned())
}
