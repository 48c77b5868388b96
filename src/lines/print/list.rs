//! The list of programs and the filters beside it.

use super::rows::{PAGE, chip_labels};
use crate::app::{App, FilterRow, page as pages};
use crate::catalog::ProgramIx;
use crate::english::{capitalised, counted};
use crate::search::{Facet, FacetValue, Histogram, Quantity, Sort};

pub(super) fn list(app: &App, top: usize) -> Vec<String> {
    let hits = &app.found.hits;
    let mut lines = vec![format!("Programs: {} of {}.", hits.len(), app.catalog().len())];
    let chips = chip_labels(app);
    if !chips.is_empty() {
        lines.push(format!("Filters: {}.", chips.join(", ")));
    }
    if app.view.sort != Sort::Match {
        lines.push(format!("Order: {}.", pages::order_in_words(app)));
    }
    if let Some(answer) = pages::guide_answer(app) {
        lines.push(answer.sentences.join(" "));
        lines.push("`guide` says the whole guide to the kinds, with the questions that it answers.".to_owned());
        return lines;
    }
    if hits.is_empty() {
        let nearest = hits.nothing.as_ref().and_then(|nothing| nothing.nearest.as_ref());
        lines.extend(nearest.map(|nearest| {
            let titles = nearest.programs.iter().map(|ix| app.catalog().program(*ix).title.to_string());
            format!("{}: {}.", nearest.heading(), titles.collect::<Vec<_>>().join("; "))
        }));
        lines.extend(
            hits.nothing.as_ref().and_then(|nothing| nothing.near_topics_in_words()).map(|near| format!("{near}.")),
        );
        lines.extend(pages::ways_out(hits).map(|way| format!("Without {}: {}.", way.label, way.hides)));
        lines.push("No program is left. `remove` removes a filter, `clear` removes all.".to_owned());
        return lines;
    }
    let last = hits.len().min(top + PAGE);
    for (hit, number) in hits.iter().skip(top).take(PAGE).zip(top + 1..) {
        lines.push(format!("{number} of {}: {}", hits.len(), program(app, hit.program)));
    }
    if last < hits.len() {
        lines.push(format!("`next` lists more, from {} on.", last + 1));
    }
    lines
}

/// Returns the title, school, kind, length and price, then what is special about the program.
fn program(app: &App, ix: ProgramIx) -> String {
    let program = app.catalog().program(ix);
    let mut parts = vec![program.title.to_string()];
    parts.push(app.catalog().school_in_words(program));
    parts.push(program.kind().name().to_owned());
    parts.push(program.length.value().map_or_else(|| "length unknown".to_owned(), ToString::to_string));
    parts.push(program.brief_price().in_words().unwrap_or_else(|| "price unknown".to_owned()));
    if !program.is_offered() {
        parts.push("not in the latest list".to_owned());
    }
    parts.extend(crate::plan::words::moved(program));
    if app.basket.contains(&ix) {
        parts.push("in the comparison".to_owned());
    }
    parts.join(", ")
}

pub(super) fn filters(app: &App) -> Vec<String> {
    let mut lines = vec!["Filters; a number chooses a value or removes it.".to_owned()];
    let rows: Vec<&FilterRow> = stops(app).collect();
    let count = rows.len();
    for (row, number) in rows.into_iter().zip(1..) {
        let words = match row {
            FilterRow::Value(facet, value) => format!("{}: {}", facet.label(), value_words(value)),
            FilterRow::More(facet, more) => format!("{}: {more} more values", facet.label()),
            FilterRow::Less(facet) => format!("{}: only the frequent values", facet.label()),
            FilterRow::Measure(_, own) => limit_words(own),
            FilterRow::Heading(_) | FilterRow::Gap => continue,
        };
        lines.push(format!("{number} of {count}: {words}"));
    }
    lines.push(format!("{} programs match.", app.found.hits.len()));
    lines
}

/// Returns the limit of a quantity, how many programs have a known value, and how to set the limit.
fn limit_words(own: &Histogram) -> String {
    let known: usize = own.counts.iter().sum();
    let example = match own.quantity {
        Quantity::Months | Quantity::Courses => "3..8",
        Quantity::Hours => "50..200",
        Quantity::Price => "100..500",
    };
    format!(
        "{}: {}; known for {known} programs, unknown for {}; such as `search {}:{example}`",
        capitalised(own.quantity.fact()),
        own.words(),
        own.unknown,
        own.quantity.slug()
    )
}

fn value_words(value: &FacetValue) -> String {
    let chosen = if value.is_chosen { ", chosen" } else { "" };
    format!("{}, {}{chosen}", value.label, counted(value.count, "program"))
}

/// Every value of a facet.
pub(in crate::lines) fn facet(app: &App, facet: Facet) -> Vec<String> {
    let mut lines = vec![format!("{}; `filter {} NAME` chooses one.", facet.label(), facet.slug())];
    lines.extend(app.found.values(facet).iter().map(value_words));
    lines
}

/// The rows of the facets on which the cursor can stop.
pub(in crate::lines) fn stops(app: &App) -> impl Iterator<Item = &FilterRow> {
    app.filter_rows().iter().filter(|row| row.cursor().is_some())
}
