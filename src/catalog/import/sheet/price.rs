//! The prices of a row: every column with a price, a least and a greatest one, and what each of them buys. The price of
//! a part, or one under a condition, never becomes the price of the whole: it is kept as a remark in its own words.

use super::column::{Quantity, compact};
use super::meaning::words;
use super::{Column, Row};
use crate::catalog::import::amount::{self, NoPrice, Price, Purpose, What};
use crate::catalog::import::draft::{self, Draft, Thing};
use crate::catalog::import::{measure, vocabulary};
use crate::catalog::{Currency, Tax};

/// A price as a row states it.
struct Quote<'r> {
    price: Price,
    tax: Option<Tax>,
    /// The words of the cell, if they call the price a bound or a guess.
    note: Option<String>,
    text: String,
    column: &'r str,
}

impl Row<'_> {
    /// Reads every price column; its heading may say what the price buys.
    pub(super) fn say_prices(&self, draft: &mut Draft) {
        let mut quotes: Vec<Quote<'_>> = Vec::new();
        for (at, name) in self.main_prices(draft) {
            let text = self.text(at).map(|text| self.with_unit(text, Quantity::Price));
            quotes.extend(text.and_then(|text| self.quote(draft, &text, name)));
        }
        quotes.extend(self.range(draft));
        self.keep_taxed(draft, &mut quotes);
        let count = draft.says.len();
        // A price of 0 has no currency of its own.
        let currency = quotes.iter().find_map(|quote| quote.price.currency);
        for quote in quotes {
            self.say_quote(draft, quote, currency);
        }
        if let Some(as_of) = self.date(Column::PriceAsOf) {
            draft.date_from(count, &as_of);
        }
    }

    /// The price columns of the row, without those of earlier years, those of charges beside the price of another column,
    /// and those of parts beside a total. Prices in these become remarks.
    fn main_prices<'r>(&'r self, draft: &mut Draft) -> Vec<(usize, &'r str)> {
        let columns: Vec<(usize, &str)> =
            self.headings.of(Column::Price).filter(|(at, _)| self.text(*at).is_some()).collect();
        let newest = columns.iter().filter_map(|(_, name)| year_of(name)).max();
        let has_plain = columns.iter().any(|(_, name)| !amount::may_be_beside(name));
        let has_total = columns.iter().any(|(_, name)| is_total(name));
        // Fees are beside what they are paid besides, even if that is empty in this row.
        let mut all = self.headings.of(Column::Price).map(|(_, name)| name);
        let has_other = all.any(|name| !is_of_fees(name) && amount::purpose_of_heading(name).is_none());
        let (main, others): (Vec<_>, Vec<_>) = columns.into_iter().partition(|(_, name)| {
            let is_old = newest.is_some() && year_of(name).is_some_and(|year| Some(year) < newest);
            let is_beside = has_plain && amount::may_be_beside(name) || has_other && is_of_fees(name);
            let is_in_total = has_total && !is_total(name) && amount::purpose_of_heading(name).is_none();
            !(is_old || is_beside || is_in_total)
        });
        for (at, name) in others {
            if let Some(text) = self.text(at) {
                self.say_aside(draft, &text, name);
            }
        }
        main
    }

    /// What a column says that the prices of the row buy.
    fn basis(&self) -> Option<Purpose> {
        let (text, _) = self.cell(Column::PriceBasis)?;
        amount::purpose_of_heading(&text).or_else(|| amount::purpose_of_heading(&format!("per {text}")))
    }

    /// The price in a cell; what is no price of the whole becomes a remark.
    fn quote<'r>(&self, draft: &mut Draft, text: &str, column: &'r str) -> Option<Quote<'r>> {
        let of_region = || self.is_regional(column).then_some(Purpose::Of(What::Region));
        let purpose = amount::purpose_of_heading(column).or_else(of_region).or_else(|| self.basis());
        let is_whole = !matches!(purpose, Some(Purpose::Part | Purpose::Conditional)) && !is_in_thousands(column);
        let stated = self.currency(column).or_else(|| self.of_script(text, column));
        match amount::price(text, stated) {
            Ok(price) if is_whole => {
                let of_column = if let Some(Purpose::Of(what)) = purpose { Some(what) } else { None };
                let note = measure::stated_as(text);
                let tax = amount::tax(text).or_else(|| amount::tax(column));
                self.doubt(&price, stated, text, column);
                let price = Price { what: price.what.or(of_column), ..price };
                Some(Quote { price, tax, note, text: text.to_owned(), column })
            }
            Ok(_) | Err(NoPrice::NotWhole) => {
                self.say_aside(draft, text, column);
                None
            }
            Err(error) => {
                self.refuse(error, text, column);
                None
            }
        }
    }

    /// Whether the table has prices for several places, and the column is one of them.
    fn is_regional(&self, column: &str) -> bool {
        let is_of_region = |name: &str| amount::purpose_of_heading(name) == Some(Purpose::Of(What::Region));
        let is_of_place = |name: &str| amount::names_place(name) || is_of_region(name);
        let places = self.headings.of(Column::Price).filter(|(_, name)| is_of_place(name)).count();
        places > 1 && amount::names_place(column)
    }

    /// The currency of a cell that names none: that of its heading, of the row, or of the table.
    fn currency(&self, column: &str) -> Option<Currency> {
        let stated = self.cell(Column::Currency).and_then(|(text, _)| amount::currency(&text));
        let of_table = self.headings.is_of_enterprise().then_some(Currency::USD);
        amount::in_heading(column, stated).or(stated).or(of_table)
    }

    /// The currency of a sign that Chinese and Japanese share, by the words of the row.
    fn of_script(&self, text: &str, column: &str) -> Option<Currency> {
        if !amount::has_shared_sign(text) && !amount::has_shared_sign(column) {
            return None;
        }
        let cells = [Column::Languages, Column::Title, Column::School].into_iter().filter_map(|one| self.cell(one));
        let cells: Vec<String> = cells.map(|(text, _)| text).collect();
        amount::of_script(cells.iter().map(String::as_str))
    }

    /// The price between a least and a greatest one. One of them alone is no exact price.
    fn range(&self, draft: &mut Draft) -> Option<Quote<'_>> {
        let bound = |column| self.headings.of(column).find_map(|(at, name)| Some((self.text(at)?, name)));
        let bounds = (bound(Column::Least(Quantity::Price)), bound(Column::Most(Quantity::Price)));
        if let (Some((low, column)), Some((high, other))) = &bounds {
            let (low, high) = (self.quote(draft, low, column)?, self.quote(draft, high, other)?);
            if low.price.currency != high.price.currency {
                self.remarks.add(*column, "the least and the greatest price are in two currencies; neither was taken");
                return None;
            }
            let (least, most) = (low.price.low.min(high.price.low), low.price.high.max(high.price.high));
            return Some(Quote { price: Price { low: least, high: most, ..low.price }, ..low });
        }
        let (text, column) = bounds.0.or(bounds.1)?;
        let quote = self.quote(draft, &text, column)?;
        Some(Quote { note: Some(format!("stated as {column}: {text}")), ..quote })
    }

    /// Turns a price before tax into a remark if the same price is stated with tax.
    fn keep_taxed(&self, draft: &mut Draft, quotes: &mut Vec<Quote<'_>>) {
        let with_tax: Vec<Option<What>> =
            quotes.iter().filter(|quote| quote.tax == Some(Tax::Included)).map(|quote| quote.price.what).collect();
        let is_doubled = |quote: &Quote<'_>| quote.tax == Some(Tax::Excluded) && with_tax.contains(&quote.price.what);
        for quote in quotes.iter().filter(|quote| is_doubled(quote)) {
            self.say_aside(draft, &quote.text, quote.column);
        }
        quotes.retain(|quote| !is_doubled(quote));
    }

    /// Adds a price. `currency` is that of another price of the row.
    fn say_quote(&self, draft: &mut Draft, quote: Quote<'_>, currency: Option<Currency>) {
        let Quote { price, tax, note, text, column } = quote;
        // What is free is free in every currency.
        let is_whole = matches!(price.what, None | Some(What::Program | What::Courses | What::Bundle));
        let free = currency.or(is_whole.then_some(Currency::USD)).filter(|_| price.high == 0.0);
        let price = Price { currency: price.currency.or(free), ..price };
        if price.currency.is_none() && (is_whole || price.high > 0.0) {
            self.remarks.add(column, format!("`{text}` names no currency, so it was not read as a price"));
        }
        let whole = if draft.thing == Thing::Course { What::Course } else { What::Program };
        draft::note_price(draft, &price, tax, whole, column, note);
    }

    /// Keeps the price of a part or under a condition in the words of the table; a bare number gets its currency.
    fn say_aside(&self, draft: &mut Draft, text: &str, column: &str) {
        let is_bare = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
        let code = self.currency(column).filter(|_| is_bare);
        let code = code.map_or_else(String::new, |currency| format!(" {}", currency.code()));
        if draft.thing == Thing::Program {
            draft.say("remark", draft::text(&format!("{column}: {text}{code}")), column);
        } else {
            self.remarks.add(column, format!("`{text}` is not the price of the whole course"));
        }
    }

    fn refuse(&self, error: NoPrice, text: &str, column: &str) {
        if vocabulary::folded(text) == "none" {
            return;
        }
        let reason = match error {
            NoPrice::SeveralAmounts => "names several prices; none was taken",
            NoPrice::Unclear => "can be read as two amounts; none was taken",
            NoPrice::NoAmount | NoPrice::NotWhole => "is not a price",
        };
        self.remarks.add(column, format!("`{text}` {reason}"));
    }

    /// Remarks on a price in another currency than the table says.
    fn doubt(&self, price: &Price, stated: Option<Currency>, text: &str, column: &str) {
        if let (Some(stated), Some(own)) = (stated, price.currency)
            && stated != own
        {
            self.remarks.add(column, format!("`{text}` is in {}, though the table says {}", own.code(), stated.code()));
        }
    }
}

/// Whether a heading is that of the price of everything together.
fn is_total(heading: &str) -> bool {
    const TOTALS: [&str; 4] = ["total", "gesamt", "łączn", "celkov"];
    let begins = |word: &String| TOTALS.iter().any(|total| word.starts_with(total));
    begins(&compact(heading)) || words(heading).iter().any(begins)
}

/// Whether a heading is that of fees and says no more of them.
fn is_of_fees(heading: &str) -> bool {
    ["fee", "fees", "gebühren", "frais", "opłaty", "poplatky", "tasas", "taxas"].contains(&compact(heading).as_str())
}

/// The year that a heading names, as in `Price 2026 (USD)`.
fn year_of(heading: &str) -> Option<u16> {
    let words = heading.split(|c: char| !c.is_alphanumeric());
    words.filter_map(|word| word.parse().ok()).find(|year| (2000..2100).contains(year))
}

/// Whether a heading says that its amounts are in thousands.
fn is_in_thousands(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    words.any(|word| {
        ["000", "000s", "thousand", "thousands", "tsd", "tausend", "millones", "million", "tys"].contains(&word)
    })
}
