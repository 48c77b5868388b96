//! Turns the rows of a file into claims. Most rows are a claim each, but the amount of a price and its currency
//! may be in two rows, and so may the two bounds of a range. Rows belong together if they name the same program,
//! fact, source and date: the first amount takes the first currency, the second the second, and a single currency
//! applies to every amount.

use std::collections::BTreeMap;

use crate::catalog::import::measure::{HOURS_A_WEEK, MAX_WEEKS};
use crate::catalog::{AsOf, Basis, Grade, PriceOf, TimeUnit};

use super::fields::{Column, Field, Part, Shape};
use super::numbers::{self, Bounds};
use super::row_error::RowError;
use super::values::{self, Keys, PriceWords, StatusText};

/// The length of the longest program, in months: twenty years.
const MAX_MONTHS: f64 = 120.0;

/// A row whose program, field and source have been checked.
pub(super) struct FactRow {
    pub(super) line: u64,
    pub(super) program: String,
    pub(super) field: Field,
    pub(super) source: String,
    pub(super) as_of: Option<AsOf>,
    pub(super) grade: Option<Grade>,
    pub(super) basis: Basis,
    pub(super) cells: BTreeMap<Column, String>,
}

/// A claim to be added, with the lines of the rows it was made from, the main one first.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) program: String,
    /// The name of the fact in the catalogue.
    pub(super) key: &'static str,
    /// The members that make up its value, such as currency and unit.
    pub(super) keys: Keys,
    pub(super) basis: Basis,
    pub(super) source: String,
    pub(super) address: Option<String>,
    pub(super) as_of: Option<AsOf>,
    pub(super) grade: Option<Grade>,
    pub(super) note: Option<String>,
    pub(super) lines: Vec<u64>,
    /// A remark for the report about how it was read; `None` if there is nothing to say.
    pub(super) remark: Option<String>,
}

/// Rows that make no claim, and the reason.
pub(super) struct Refused {
    pub(super) rows: Vec<FactRow>,
    pub(super) reason: RowError,
}

/// The rows of one file, grouped by the program, fact, source and date that they share.
#[derive(Default)]
pub(super) struct Groups(BTreeMap<(String, &'static str, String, String), Vec<FactRow>>);

impl Groups {
    /// Adds a row to its group.
    pub(super) fn add(&mut self, row: FactRow) {
        let as_of = row.as_of.as_ref().map_or(String::new(), |as_of| as_of.text().to_owned());
        self.0.entry((row.program.clone(), row.field.key, row.source.clone(), as_of)).or_default().push(row);
    }

    /// The claims of all rows, and the rows that make none.
    pub(super) fn claims(self) -> (Vec<Draft>, Vec<Refused>) {
        let (mut drafts, mut refused) = (Vec::new(), Vec::new());
        for rows in self.0.into_values() {
            let (joined, alone) = join(rows);
            refused.extend(alone.into_iter().map(|row| Refused { reason: lonely(&row), rows: vec![row] }));
            for rows in joined {
                match draft(&rows) {
                    Ok(draft) => drafts.push(draft),
                    Err(reason) => refused.push(Refused { rows, reason }),
                }
            }
        }
        (drafts, refused)
    }
}

/// Splits the rows of a group into those of each claim, main row first, and those that belong to no claim.
fn join(rows: Vec<FactRow>) -> (Vec<Vec<FactRow>>, Vec<FactRow>) {
    let mut parts: BTreeMap<Part, Vec<FactRow>> = BTreeMap::new();
    for row in rows {
        parts.entry(row.field.part).or_default().push(row);
    }
    let mut take = |part| parts.remove(&part).unwrap_or_default();
    let mut claims: Vec<Vec<FactRow>> = take(Part::Whole).into_iter().map(|row| vec![row]).collect();
    let (mut lows, mut highs) = (take(Part::Low).into_iter(), take(Part::High).into_iter());
    let mut alone = Vec::new();
    loop {
        match (lows.next(), highs.next()) {
            (Some(low), Some(high)) => claims.push(vec![low, high]),
            (None, None) => break,
            (low, high) => alone.extend(low.into_iter().chain(high)),
        }
    }
    for part in [Part::Currency, Part::What, Part::Tax] {
        for (at, row) in take(part).into_iter().enumerate() {
            match claims.get_mut(at) {
                Some(claim) => claim.push(row),
                None => alone.push(row),
            }
        }
    }
    share(&mut claims);
    (claims, alone)
}

/// If a currency, type or tax is given only once, applies it to all amounts.
fn share(claims: &mut [Vec<FactRow>]) {
    for (part, column) in [(Part::Currency, Column::Currency), (Part::What, Column::What), (Part::Tax, Column::Tax)] {
        let value = |row: &FactRow| row.cells.get(&Column::Value).cloned();
        let said: Vec<String> =
            claims.iter().flatten().filter(|row| row.field.part == part).filter_map(value).collect();
        let [only] = said.as_slice() else { continue };
        for claim in claims.iter_mut() {
            if let Some(main) = claim.first_mut() {
                main.cells.entry(column).or_insert_with(|| only.clone());
            }
        }
    }
}

fn lonely(row: &FactRow) -> RowError {
    match row.field.part {
        Part::Low => RowError::NoUpperBound,
        Part::High => RowError::NoLowerBound,
        _ => RowError::NoAmount,
    }
}

/// The claim made by these rows.
fn draft(rows: &[FactRow]) -> Result<Draft, RowError> {
    let Some(main) = rows.first() else { return Err(RowError::NoValue) };
    let mut draft = Draft {
        program: main.program.clone(),
        key: main.field.key,
        keys: Keys::new(),
        basis: main.basis,
        source: main.source.clone(),
        address: main.cells.get(&Column::Address).cloned(),
        as_of: main.as_of.clone(),
        grade: rows.iter().filter(|row| is_bound(row)).filter_map(|row| row.grade).max(),
        note: main.cells.get(&Column::Note).cloned(),
        lines: rows.iter().map(|row| row.line).collect(),
        remark: None,
    };
    read(rows, main, &mut draft)?;
    Ok(draft)
}

fn is_bound(row: &FactRow) -> bool {
    matches!(row.field.part, Part::Whole | Part::Low | Part::High)
}

fn read(rows: &[FactRow], main: &FactRow, draft: &mut Draft) -> Result<(), RowError> {
    let text = || main.cells.get(&Column::Value).map(String::as_str).ok_or(RowError::NoValue);
    draft.keys = match main.field.shape {
        Shape::Text => values::one(text()?),
        Shape::Texts => values::one(values::list(text()?)),
        Shape::Kind => values::kind(text()?)?,
        Shape::Levels => values::levels(text()?)?,
        Shape::Languages => values::languages(text()?)?,
        Shape::Pacings => values::pacings(text()?)?,
        Shape::Credit => values::credit(text()?)?,
        Shape::Address => values::web_address(text()?)?,
        Shape::YesOrNo => values::yes_or_no(text()?)?,
        Shape::Count => values::count(text()?)?,
        Shape::Percent => values::amount(bounds(rows, draft)?, 100.0)?,
        Shape::WeekHours => values::amount(bounds(rows, draft)?, HOURS_A_WEEK)?,
        Shape::Amount => values::any_amount(bounds(rows, draft)?)?,
        Shape::Status => status(text()?, draft)?,
        Shape::Length(unit) => length(rows, main, unit, draft)?,
        Shape::Weeks if draft.basis == Basis::Derived => {
            draft.key = "study_weeks";
            values::any_amount(bounds(rows, draft)?)?
        }
        Shape::Weeks => length(rows, main, Some("weeks"), draft)?,
        Shape::Price(what) => price(rows, main, what, draft)?,
    };
    Ok(())
}

/// The bounds of a number, from one or two rows and one or two cells.
fn bounds(rows: &[FactRow], draft: &mut Draft) -> Result<Bounds, RowError> {
    let cell = |row: &FactRow, column| row.cells.get(&column).cloned();
    let numbers: Vec<String> =
        rows.iter().filter(|row| is_bound(row)).filter_map(|row| cell(row, Column::Value)).collect();
    let low_and_high = rows.first().map(|row| (cell(row, Column::Low), cell(row, Column::High)));
    let bounds = match (numbers.as_slice(), low_and_high) {
        ([only], _) => numbers::bounds(only)?,
        ([low, high], _) => Bounds::of(numbers::number(low)?, numbers::number(high)?),
        (_, Some((Some(low), Some(high)))) => Bounds::of(numbers::number(&low)?, numbers::number(&high)?),
        (_, Some((Some(only), None) | (None, Some(only)))) => numbers::bounds(&only)?,
        _ => return Err(RowError::NoValue),
    };
    if bounds.is_reversed {
        draft.remark = Some("its larger bound came first; the two were swapped".to_owned());
    }
    Ok(bounds)
}

fn status(text: &str, draft: &mut Draft) -> Result<Keys, RowError> {
    match values::status(text)? {
        StatusText::Is(status) => Ok(values::one(status.slug())),
        StatusText::Tells(status) => {
            draft.note = Some(draft.note.take().map_or_else(|| text.to_owned(), |note| format!("{text}; {note}")));
            Ok(values::one(status.slug()))
        }
        StatusText::Seen => {
            draft.key = "seen";
            Ok(values::one(text))
        }
    }
}

fn length(rows: &[FactRow], main: &FactRow, unit: Option<&str>, draft: &mut Draft) -> Result<Keys, RowError> {
    let text = main.cells.get(&Column::Value).cloned().unwrap_or_default();
    let end = text.rfind(|c: char| c.is_ascii_digit()).map_or(0, |at| at + 1);
    let (number, behind) = (text[..end].to_owned(), text[end..].trim().to_owned());
    let stated = main.cells.get(&Column::Unit).map(String::as_str).or((!behind.is_empty()).then_some(behind.as_str()));
    let unit = values::time_unit(stated.or(unit).ok_or(RowError::NoUnit)?)?;
    let bounds = if number.is_empty() || rows.len() > 1 { bounds(rows, draft)? } else { numbers::bounds(&number)? };
    let mut keys = values::amount(bounds, if unit == TimeUnit::Weeks { MAX_WEEKS } else { MAX_MONTHS })?;
    keys.insert("unit".to_owned(), unit.slug().into());
    Ok(keys)
}

fn price(rows: &[FactRow], main: &FactRow, what: Option<&str>, draft: &mut Draft) -> Result<Keys, RowError> {
    let beside = |part, column| {
        let row = rows.iter().find(|row| row.field.part == part).and_then(|row| row.cells.get(&Column::Value));
        row.or_else(|| main.cells.get(&column))
    };
    let text = main.cells.get(&Column::Value).map(String::as_str);
    let written =
        text.filter(|_| rows.iter().filter(|row| is_bound(row)).count() == 1).map(numbers::amount).transpose()?;
    let stated = beside(Part::Currency, Column::Currency).or_else(|| main.cells.get(&Column::Unit));
    let stated = stated.map(|code| numbers::currency(code)).transpose()?;
    let own = written.and_then(|(_, currency)| currency);
    let currency = match (stated, own) {
        (Some(stated), Some(own)) if stated != own => {
            return Err(RowError::TwoCurrencies(stated.code().to_owned(), own.code().to_owned()));
        }
        (stated, own) => stated.or(own).ok_or(RowError::NoCurrency)?,
    };
    let named = beside(Part::What, Column::What).map(String::as_str).or(what).map(values::price_of).transpose()?;
    let what = bought(named.unwrap_or(PriceOf::Program), draft);
    let tax = beside(Part::Tax, Column::Tax).map(|text| values::tax(text)).transpose()?;
    let bounds = written.map_or_else(|| bounds(rows, draft), |(bounds, _)| Ok(bounds))?;
    draft.key = fact_of(what);
    values::price(bounds, &PriceWords { currency, what, tax })
}

/// Adjusts what a price buys by its note: a sum of course prices is the price of all courses, and a percentage of the
/// list price is a bundle.
fn bought(what: PriceOf, draft: &Draft) -> PriceOf {
    let is_part_of_the_list_price = draft.note.as_deref().is_some_and(|note| note.contains("% of the list price"));
    match what {
        PriceOf::Course if draft.basis == Basis::Derived => PriceOf::Courses,
        PriceOf::Program if is_part_of_the_list_price => PriceOf::Bundle,
        what => what,
    }
}

fn fact_of(what: PriceOf) -> &'static str {
    match what {
        PriceOf::Program | PriceOf::Courses | PriceOf::Bundle => "price",
        PriceOf::Course => "course_price",
        PriceOf::Exam => "exam_price",
        PriceOf::Month | PriceOf::Subscription | PriceOf::Renewal | PriceOf::Member | PriceOf::Region => "other_price",
    }
}

/// The beginnings of notes that say how a value was computed.
const COMPUTED: [&str; 3] = ["sum of ", "range over ", "weeks x "];

/// The note of hours computed as weeks times hours a week of the whole program. For programs whose courses are known,
/// 90 % need 0.68 to 1.0 of that, so it is a guess compared with a sum over courses.
const GUESSED: &str = "weeks x hours a week";

/// The basis of a claim whose row does not give it: derived if the note says how it was computed or from how many
/// courses, inferred if it is [`GUESSED`], and stated otherwise.
pub(super) fn basis_by_note(note: &str) -> Basis {
    let words: Vec<&str> = note.split([' ', ';']).take(4).collect();
    let is_count = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    let is_k_of_n = matches!(words.as_slice(), [k, "of", n, "courses"] if is_count(k) && is_count(n));
    if note.split(';').next() == Some(GUESSED) {
        return Basis::Inferred;
    }
    let is_computed = is_k_of_n || COMPUTED.iter().any(|start| note.starts_with(start));
    if is_computed { Basis::Derived } else { Basis::Stated }
}
