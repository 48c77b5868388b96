//! A list of programs as JSON and as a sheet of plain numbers.

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::catalog::{Basis, Catalog, Currency, FactKey, Program, Range};
use crate::search::{Hit, Hits, Index};

use super::program::Listed;
use super::records::write_list;

/// The output of `list --json`. Programs are written one at a time, because the whole list may not fit in memory.
#[derive(Clone, Copy, Debug)]
pub struct Listing<'a> {
    /// The catalogue of the programs.
    pub catalog: &'a Catalog,
    /// The index that found them.
    pub index: &'a Index,
    /// The programs that match.
    pub found: &'a Hits,
    /// The maximum number of programs to list.
    pub limit: usize,
}

impl Listing<'_> {
    /// Returns the hits that are listed.
    pub fn hits(&self) -> impl Iterator<Item = Hit> {
        self.found.iter().take(self.limit)
    }

    /// Writes the list as an indented document with a final line break.
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let (total, count) = (self.catalog.len(), self.found.len());
        let head = json!({"total": total, "count": count, "catalog": catalog_json(self.catalog)});
        write_list(out, &head, "programs", self.limit.min(count), |row| self.program(row))
    }

    fn program(&self, row: usize) -> Option<Listed<'_>> {
        let hit = self.found.get(row)?;
        Some(Listed::new(self.catalog, hit, self.index.highlight(self.catalog, self.found, hit.program)))
    }
}

/// Returns the name, date and hash of the catalogue behind an output.
pub(super) fn catalog_json(catalog: &Catalog) -> Value {
    json!({"name": catalog.name.as_str(), "as_of": catalog.as_of.text(), "hash": catalog.hash()})
}

/// The column titles of [`list_rows`].
pub const LIST_TITLES: [&str; 32] = [
    "id",
    "title",
    "kind",
    "institutions",
    "institutions_basis",
    "fields",
    "fields_basis",
    "level",
    "level_basis",
    "languages",
    "languages_basis",
    "status",
    "courses",
    "length_low",
    "length_high",
    "length_unit",
    "length_basis",
    "hours_low",
    "hours_high",
    "hours_basis",
    "price_low",
    "price_high",
    "price_currency",
    "price_basis",
    "price_as_of",
    "price_usd_low",
    "price_usd_median",
    "price_usd_high",
    "price_usd_basis",
    "credit",
    "credit_basis",
    "url",
];

/// Returns the rows of the list as a lazy sheet. Numbers are bare, with units in the titles. Each value is followed by
/// its basis, which is `unknown` if the value is empty. Prices are given as claimed, in their own currency, together
/// with the comparable figure.
pub fn list_rows(catalog: &Catalog, hits: impl Iterator<Item = Hit>) -> impl Iterator<Item = Vec<String>> {
    hits.map(|hit| sheet_row(catalog, &catalog.program_once(hit.program)))
}

fn sheet_row(catalog: &Catalog, program: &Program) -> Vec<String> {
    let basis = |key| program.cell(key, catalog).basis().to_owned();
    let institutions: Vec<&str> =
        program.institutions().iter().map(|ix| catalog.institution(*ix).name.as_str()).collect();
    let levels: Vec<&str> = program.levels().iter().map(|level| level.slug()).collect();
    let [length_low, length_high] = bounds(program.length.value().map(|length| length.amount));
    let [hours_low, hours_high] = bounds(program.effort.value().copied());
    let price = program.price.shown();
    let figure = program.comparable.as_ref();
    let [dollars_low, dollars_high] = bounds(figure.map(|figure| figure.dollars.units()));
    let [price_low, price_high] = bounds(price.map(|claim| claim.value.money.units()));
    vec![
        program.id.to_string(),
        program.title.to_string(),
        program.kind().slug(),
        institutions.join("; "),
        basis(FactKey::Institutions),
        joined(program.fields()),
        basis(FactKey::Fields),
        levels.join("; "),
        basis(FactKey::Level),
        joined(program.languages()),
        basis(FactKey::Languages),
        program.status.value().map(|status| status.slug().to_owned()).unwrap_or_default(),
        program.courses.value().map(ToString::to_string).unwrap_or_default(),
        length_low,
        length_high,
        program.length.value().map(|length| length.unit.slug().to_owned()).unwrap_or_default(),
        basis(FactKey::Length),
        hours_low,
        hours_high,
        basis(FactKey::Effort),
        price_low,
        price_high,
        price.map(|claim| Currency::code(&claim.value.money.currency).to_owned()).unwrap_or_default(),
        Basis::slug_of(price.map(|claim| claim.basis)).to_owned(),
        price.map(|claim| claim.as_of.text().to_owned()).unwrap_or_default(),
        dollars_low,
        figure.map(|figure| figure.units().middle().to_string()).unwrap_or_default(),
        dollars_high,
        Basis::slug_of(figure.map(|figure| figure.basis)).to_owned(),
        program.credit.value().map(|credit| credit.slug().to_owned()).unwrap_or_default(),
        basis(FactKey::Credit),
        program.page().map(ToString::to_string).unwrap_or_default(),
    ]
}

fn joined(texts: &[crate::catalog::Text]) -> String {
    texts.iter().map(crate::catalog::Text::as_str).collect::<Vec<_>>().join("; ")
}

fn bounds(range: Option<Range>) -> [String; 2] {
    range.map_or_else(Default::default, |range| [range.low.to_string(), range.high.to_string()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::{Filters, View};

    #[test]
    fn a_list_that_is_written_program_by_program_has_the_bytes_of_one_that_is_made_whole() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let index = Index::new(&catalog);
        for (query, limit) in [("", usize::MAX), ("supply chain", usize::MAX), ("data", 3), ("data", 0), ("qqqq", 5)] {
            let view = View { query: query.to_owned(), filters: Filters::none(), ..View::default() };
            let found = index.search(&catalog, &view);
            let hits: Vec<Hit> = found.iter().take(limit).collect();
            let programs = hits.iter().map(|hit| {
                let matches = index.highlight(&catalog, &found, hit.program);
                json!(Listed::new(&catalog, *hit, matches))
            });
            let whole = json!({
                "total": catalog.len(),
                "count": found.len(),
                "catalog": catalog_json(&catalog),
                "programs": programs.collect::<Vec<_>>(),
            });
            let mut written = Vec::new();
            let listing = Listing { catalog: &catalog, index: &index, found: &found, limit };
            listing.write(&mut written).expect("a vector takes every byte");
            assert!(String::from_utf8_lossy(&written) == format!("{whole:#}\n"), "{query} {limit}");
        }
    }
}
