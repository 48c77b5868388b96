//! The prices of a row: every column with a price, a least and a greatest one, and what each of them buys. The price of
//! a part, or one under a condition, never becomes the price of the whole: it is kept as a remark in its own words.

use super::column::{Quantity, compact};
use super::label::Label;
use super::{Column, Row};
use crate::catalog::import::amount::{self, NoPrice, Price, Purpose, What};
use crate::catalog::import::draft::{self, Draft, Thing};
use crate::catalog::import::vocabulary;
use crate::catalog::{Currency, Tax};

/// A price as a row states it.
struct Quote<'r> {
    price: Price,
    tax: Option<Tax>,
    text: String,
    column: Label<'r>,
    /// Whether it comes from a column of bounds.
    is_range: bool,
}

impl Quote<'_> {
    /// Whether nothing says that it buys anything but the whole.
    fn is_of_whole(&self) -> bool {
        matches!(self.price.what, None | Some(What::Program))
    }

    /// Whether its column is that of one variant of the price, such as the one for an online course.
    fn is_of_variant(&self) -> bool {
        self.is_of_whole() && !self.is_range && self.tax.is_none() && self.column.is_qualified()
    }

    /// Whether two prices of the whole in one currency differ.
    fn contradicts(&self, other: &Self) -> bool {
        let (own, other) = (&self.price, &other.price);
        let is_same = |a: f64, b: f64| (a - b).abs() < f64::EPSILON;
        own.currency == other.currency && !(is_same(own.low, other.low) && is_same(own.high, other.high))
    }
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
        self.keep_plain(draft, &mut quotes);
        let count = draft.says.len();
        // A price of 0 has no currency of its own.
        let currency = quotes.iter().find_map(|quote| quote.price.currency);
        for quote in quotes {
            self.say_quote(draft, quote, currency);
        }
        // A price that is over is dated with its last day; a last day to come dates nothing.
        if let Some(as_of) = self.date(Column::PriceAsOf).or_else(|| self.date(Column::PriceUntil)) {
            draft.date_from(count, &as_of);
        }
    }

    /// The price columns of the row, without those of earlier years, those of charges beside the price of another column,
    /// and those of parts beside a total. Prices in these become remarks.
    fn main_prices<'r>(&'r self, draft: &mut Draft) -> Vec<(usize, Label<'r>)> {
        let is_amount = |at: usize| self.text(at).is_some_and(|text| !amount::is_basis(&text));
        let columns: Vec<(usize, Label<'_>)> =
            self.price_labels().into_iter().filter(|(at, _)| is_amount(*at)).collect();
        let newest = columns.iter().filter_map(|(_, label)| year_of(label)).max();
        let has_plain = columns.iter().any(|(_, label)| !amount::may_be_beside(&label.words));
        let has_total = columns.iter().any(|(_, label)| label.is_of_total());
        // Fees are beside what they are paid besides, even if that is empty in this row.
        let mut all = self.price_labels().into_iter().map(|(_, label)| label);
        let has_other = all.any(|label| !is_of_fees(label.name) && amount::purpose_of_heading(&label.words).is_none());
        let (main, others): (Vec<_>, Vec<_>) = columns.into_iter().partition(|(_, label)| {
            let is_old = newest.is_some() && year_of(label).is_some_and(|year| Some(year) < newest);
            let is_beside = has_plain && amount::may_be_beside(&label.words) || has_other && is_of_fees(label.name);
            let is_in_total = has_total && !label.is_of_total() && amount::purpose_of_heading(&label.words).is_none();
            !(is_old || is_beside || is_in_total)
        });
        for (at, label) in others {
            if let Some(text) = self.text(at) {
                self.say_aside(draft, &text, &label);
            }
        }
        main
    }

    fn price_labels(&self) -> Vec<(usize, Label<'_>)> {
        self.headings.of(Column::Price).map(|(at, name)| (at, Label::of(name))).collect()
    }

    /// What the row says that its prices buy: in a column of its own, in that of their unit, in one that is called a price
    /// and holds a period, or in a remark.
    fn basis(&self) -> Option<Purpose> {
        const COLUMNS: [Column; 5] =
            [Column::PriceBasis, Column::Unit(Quantity::Price), Column::Price, Column::PriceNote, Column::Note];
        let cells = COLUMNS.into_iter().flat_map(|column| self.headings.of(column).map(move |(at, _)| (column, at)));
        let mut texts = cells.filter_map(|(column, at)| Some((column, self.text(at)?)));
        texts.find_map(|(column, text)| match column {
            Column::PriceBasis => amount::purpose_of_basis(&text),
            Column::PriceNote => amount::purpose_of_note(&text),
            Column::Note => amount::purpose_of_remark(&text),
            _ => amount::purpose_of_basis(&text).filter(|_| amount::is_basis(&text)),
        })
    }

    /// The price in a cell; what is no price of the whole becomes a remark.
    fn quote<'r>(&self, draft: &mut Draft, text: &str, column: Label<'r>) -> Option<Quote<'r>> {
        let of_region = || self.is_regional(&column).then_some(Purpose::Of(What::Region));
        let purpose = amount::purpose_of_heading(&column.words).or_else(of_region).or_else(|| self.basis());
        let is_whole = !matches!(purpose, Some(Purpose::Part | Purpose::Conditional)) && !is_scaled(&column);
        let stated = self.currency(&column).or_else(|| self.of_script(text, column.name));
        match amount::price(text, stated) {
            Ok(price) if is_whole => {
                let of_column = if let Some(Purpose::Of(what)) = purpose { Some(what) } else { None };
                let tax = amount::tax(text).or_else(|| amount::tax(&column.words));
                self.doubt(&price, stated, text, column.name);
                let price = Price { what: price.what.or(of_column), ..price };
                Some(Quote { price, tax, text: text.to_owned(), column, is_range: false })
            }
            Ok(_) | Err(NoPrice::NotWhole) => {
                self.say_aside(draft, text, &column);
                None
            }
            Err(error) => {
                self.refuse(error, text, column.name);
                None
            }
        }
    }

    /// Whether the table has prices for several places, and the column is one of them.
    fn is_regional(&self, column: &Label<'_>) -> bool {
        let is_of_region = |words: &str| amount::purpose_of_heading(words) == Some(Purpose::Of(What::Region));
        let is_of_place = |words: &str| amount::names_place(words) || is_of_region(words);
        let places = self.price_labels().iter().filter(|(_, label)| is_of_place(&label.words)).count();
        places > 1 && amount::names_place(&column.words)
    }

    /// The currency of a cell that names none: that of its heading, of the row, or of the table.
    fn currency(&self, column: &Label<'_>) -> Option<Currency> {
        let stated = self.cell(Column::Currency).and_then(|(text, _)| amount::currency(&text));
        let of_table = self.headings.is_of_enterprise().then_some(Currency::USD);
        amount::in_heading(&column.words, stated).or(stated).or(of_table)
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
        let bound = |column| self.headings.of(column).find_map(|(at, name)| Some((self.text(at)?, Label::of(name))));
        let bounds = (bound(Column::Least(Quantity::Price)), bound(Column::Most(Quantity::Price)));
        if let (Some((low, column)), Some((high, other))) = &bounds {
            let (low, high) = (self.quote(draft, low, column.clone())?, self.quote(draft, high, other.clone())?);
            if low.price.currency != high.price.currency {
                self.remarks
                    .add(column.name, "the least and the greatest price are in two currencies; neither was taken");
                return None;
            }
            let (least, most) = (low.price.low.min(high.price.low), low.price.high.max(high.price.high));
            return Some(Quote {
                price: Price { low: least, high: most, words: None, ..low.price },
                is_range: true,
                ..low
            });
        }
        let (text, column) = bounds.0.or(bounds.1)?;
        let words = Some(format!("stated as {}: {text}", column.name));
        let quote = self.quote(draft, &text, column)?;
        Some(Quote { price: Price { words, ..quote.price }, is_range: true, ..quote })
    }

    /// Turns a price before tax into a remark if the same price is stated with tax.
    fn keep_taxed(&self, draft: &mut Draft, quotes: &mut Vec<Quote<'_>>) {
        let with_tax: Vec<Option<What>> =
            quotes.iter().filter(|quote| quote.tax == Some(Tax::Included)).map(|quote| quote.price.what).collect();
        let is_doubled = |quote: &Quote<'_>| quote.tax == Some(Tax::Excluded) && with_tax.contains(&quote.price.what);
        for quote in quotes.iter().filter(|quote| is_doubled(quote)) {
            self.say_aside(draft, &quote.text, &quote.column);
        }
        quotes.retain(|quote| !is_doubled(quote));
    }

    /// Turns the prices of variants into remarks if they contradict each other or the price of a plain column: which of
    /// them is paid depends on the buyer, so none of them is the price of the whole.
    fn keep_plain(&self, draft: &mut Draft, quotes: &mut Vec<Quote<'_>>) {
        let is_one_of_several = |quote: &Quote<'_>| {
            let mut others = quotes.iter().filter(|other| other.is_of_whole() && quote.contradicts(other));
            quote.is_of_variant() && others.next().is_some()
        };
        let mut are_asides = quotes.iter().map(is_one_of_several).collect::<Vec<bool>>().into_iter();
        let (asides, kept): (Vec<_>, Vec<_>) =
            std::mem::take(quotes).into_iter().partition(|_| are_asides.next().unwrap_or_default());
        for quote in &asides {
            self.say_aside(draft, &quote.text, &quote.column);
        }
        *quotes = kept;
    }

    /// Adds a price. `currency` is that of another price of the row.
    fn say_quote(&self, draft: &mut Draft, quote: Quote<'_>, currency: Option<Currency>) {
        let Quote { price, tax, text, column, .. } = quote;
        // What is called free names no currency; a bare 0 is a placeholder in most tables.
        let is_called = text.contains(char::is_alphabetic);
        let free = currency.or(self.headings.currency()).filter(|_| price.high == 0.0 && is_called);
        let price = Price { currency: price.currency.or(free), ..price };
        if price.currency.is_none() {
            self.remarks.add(column.name, format!("`{text}` names no currency, so it was not read as a price"));
            if price.high == 0.0 && !is_called {
                return;
            }
        }
        let whole = if draft.thing == Thing::Course { What::Course } else { What::Program };
        draft::note_price(draft, &price, tax, whole, column.name, None);
    }

    /// Keeps the price of a part or under a condition in the words of the table; a bare number gets its currency.
    fn say_aside(&self, draft: &mut Draft, text: &str, label: &Label<'_>) {
        let column = label.name;
        let is_bare = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
        let code = self.currency(label).filter(|_| is_bare);
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

/// Whether a heading is that of fees and says no more of them.
fn is_of_fees(heading: &str) -> bool {
    ["fee", "fees", "gebühren", "frais", "opłaty", "poplatky", "tasas", "taxas"].contains(&compact(heading).as_str())
}

/// The year that a heading names, as in `Price 2026 (USD)`.
fn year_of(heading: &Label<'_>) -> Option<u16> {
    let words = heading.words.split(|c: char| !c.is_alphanumeric());
    words.filter_map(|word| word.parse().ok()).find(|year| (2000..2100).contains(year))
}

/// Whether a heading says that its amounts are in thousands, or in hundredths.
fn is_scaled(heading: &Label<'_>) -> bool {
    #[rustfmt::skip] // a table reads by its rows
    const SCALES: [&str; 15] = [
        "000", "000s", "thousand", "thousands", "tsd", "tausend", "millones", "million", "tys", "cent", "cents",
        "pence", "centimes", "céntimos", "minor",
    ];
    let lower = heading.words.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    words.any(|word| SCALES.contains(&word))
}
