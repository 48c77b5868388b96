//! `prospectus list`: search and filter.

use crate::export::{LIST_TITLES, Listing, list_rows};
use crate::page;
use crate::page::print::MARKS;
use crate::search::{Choice, EmptyReason, Facet, Index, View};

use super::args::{Format, List};
use super::failure::{Exit, Failure, sentence};
use super::filters;
use super::output::{Output, write_json};

pub(super) fn run(words: &List, output: &Output) -> Result<Exit, Failure> {
    output.only("list", &Format::OF_TABLE)?;
    let catalog = output.catalog()?;
    let view = View { sort: words.sort, ..filters::view(&catalog, &words.filter)? };
    let index = Index::new(&catalog);
    let found = index.search(&catalog, &view);
    let count = found.len();
    let limit = words.limit.map_or(count, |limit| limit as usize);
    let listing = Listing { catalog: &catalog, index: &index, found: &found, limit };

    let mut messages = if count == 0 { vec!["No program matches.".to_owned()] } else { Vec::new() };
    messages.extend(found.notice.iter().map(|notice| sentence(notice)));
    messages.extend(found.nothing.as_ref().and_then(|nothing| older_ones(nothing)));
    messages.extend(filters::kept_unknown(&catalog, &view.filters.limits, &found.programs()));
    for message in &messages {
        output.say(message);
    }

    match output.format() {
        Format::Json => write_json(&listing)?,
        Format::Csv => output.csv_rows(&LIST_TITLES, list_rows(&catalog, listing.hits()))?,
        Format::Table | Format::Plain if count == 0 => {}
        Format::Table | Format::Plain if limit == 0 => {
            output.say(&format!("{count} of {} programs match; none is listed.", catalog.len()));
        }
        format => {
            output.table(page::list(&catalog, listing.hits(), output.names()))?;
            if format == Format::Table {
                output.say(&format!("{} of {} programs. {MARKS}.", limit.min(count), catalog.len()));
            }
        }
    }
    Ok(Exit::Fine)
}

/// How to list what only older lists have, where that is what hides them.
fn older_ones(nothing: &EmptyReason) -> Option<String> {
    let is_status =
        |choice: &Choice| matches!(choice, Choice::Value(Facet::Status, _) | Choice::Without(Facet::Status, _));
    let hiding = nothing.filters.iter().find(|filter| filter.choices.iter().any(is_status))?;
    (hiding.hides > 0).then(|| "`--status all` lists what only older lists have, too.".to_owned())
}
