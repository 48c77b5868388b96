//! Amounts in a comparison: those of one row are in one currency, so that they can be compared as they are printed.

use prospectus::catalog::{Currency, FactKey, ProgramIx};
use prospectus::page::{self, Block, Page, Rows, Table};

use crate::made::{CORE, settings};

/// The labels of rows that hold amounts.
const AMOUNTS: [&str; 5] = ["Price", "Price per course", "Exam price", "Other price", "Price per hour"];

/// The sign of the currency before the first digit of an amount; `None` for a value without one.
fn leading(text: &str) -> Option<String> {
    let before: String = text.chars().take_while(|c| !c.is_ascii_digit()).collect();
    let is_amount = before.len() < text.len() && !before.trim().is_empty();
    is_amount.then(|| before.trim().to_owned())
}

fn tables(page: &Page) -> impl Iterator<Item = &Table> {
    page.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })
}

/// The rows of amounts in more than one currency.
fn mixed(programs: &[ProgramIx], rows: Rows) -> Vec<String> {
    let page = page::comparison(&CORE.catalog, programs, &settings(), rows);
    let mut found = Vec::new();
    for row in tables(&page).flat_map(|table| &table.rows).filter(|row| AMOUNTS.contains(&row.cells[0].text.as_str())) {
        let cells = &row.cells[1..=programs.len()];
        let mut signs: Vec<String> = cells.iter().filter_map(|cell| leading(&cell.text)).collect();
        signs.sort();
        signs.dedup();
        if signs.len() > 1 {
            found.push(format!("{}: {:?}", row.cells[0].text, cells.iter().map(|cell| &cell.text).collect::<Vec<_>>()));
        }
    }
    found
}

/// Programs of which a price is claimed in another currency than US dollars.
fn foreign(key: FactKey) -> impl Iterator<Item = ProgramIx> {
    CORE.catalog.all().filter(move |ix| {
        let program = CORE.catalog.program(*ix);
        let fact = if key == FactKey::Price { &program.price } else { &program.course_price };
        fact.value().is_some_and(|price| price.money.currency != Currency::USD)
    })
}

#[test]
fn all_amounts_of_a_row_are_in_one_currency_whatever_is_compared() {
    let dollars = ["ibm-data-science", "gtx-analytics-essential-tools-and-methods"].map(|id| CORE.find(id));
    let mut found = Vec::new();
    for key in [FactKey::Price, FactKey::CoursePrice] {
        let others: Vec<ProgramIx> = foreign(key).collect();
        assert!(others.len() > 10, "{key:?}: only {} programs", others.len());
        for pair in others.chunks(2) {
            let four: Vec<ProgramIx> = pair.iter().chain(&dollars).copied().collect();
            for rows in [Rows::Deciding, Rows::Differing, Rows::All] {
                found.extend(mixed(&four, rows));
            }
        }
    }
    assert!(found.is_empty(), "{} rows:\n{}", found.len(), found[..found.len().min(20)].join("\n"));
}
