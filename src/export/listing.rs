//! A list of programs as JSON and as a sheet of plain numbers for a spreadsheet.

use serde_json::{Value, json};

use crate::catalog::{Basis, Catalog, Currency, FactKey, Program, Range};
use crate::search::{Hit, Hits, Index};

use super::Sheet;
use super::program::listed_json;

/// What `list --json` gives: the programs `found`, of which `hits` are listed.
pub fn list_json(catalog: &Catalog, index: &Index, found: &Hits, hits: &[Hit]) -> Value {
    let programs = hits.iter().map(|hit| {
        let matches = index.highlight(catalog, found, hit.program);
        listed_json(catalog, catalog.program(hit.program), hit.score, &matches)
    });
    json!({
        "total": catalog.len(),
        "count": found.len(),
        "catalog": catalog_json(catalog),
        "programs": programs.collect::<Vec<_>>(),
    })
}

/// Which catalogue an answer comes from.
pub(super) fn catalog_json(catalog: &Catalog) -> Value {
    json!({"name": catalog.name.as_str(), "as_of": catalog.as_of.text(), "hash": catalog.hash()})
}

/// The list for a spreadsheet: bare numbers, units in the headings, and a basis beside every value, which says
/// `unknown` where the value is empty. Prices stand as claimed, in their own currency, with the comparable figure beside.
pub fn list_sheet(catalog: &Catalog, hits: &[Hit]) -> Sheet {
    let mut sheet = Sheet::new(&[
        "id",
        "title",
        "kind",
        "institutions",
        "fields",
        "fields_basis",
        "level",
        "level_basis",
        "languages",
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
    ]);
    sheet.rows = hits.iter().map(|hit| sheet_row(catalog, catalog.program(hit.program))).collect();
    sheet
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
        joined(program.fields()),
        basis(FactKey::Fields),
        levels.join("; "),
        basis(FactKey::Level),
        joined(program.languages()),
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
