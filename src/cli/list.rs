//! `prospectus list`: search and filter.

use crate::catalog::{Catalog, ProgramIx};
use crate::export::{list_json, list_sheet};
use crate::guide::Guide;
use crate::page;
use crate::page::print::MARKS;
use crate::search::{Choice, EmptyReason, Facet, Hit, Index, Nearest, View};

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
    let shown: Vec<Hit> = found.iter().take(words.limit.map_or(count, |limit| limit as usize)).collect();

    let programs: Vec<ProgramIx> = found.iter().map(|hit| hit.program).collect();
    let answer = Guide::embedded().answer(&view.read(&catalog).view.query);
    let mut messages = match &answer {
        Some(answer) => vec![format!("{} {}", answer.about, answer.sentences.join(" ")), GUIDE.to_owned()],
        None if count == 0 => vec!["No program matches.".to_owned()],
        None => Vec::new(),
    };
    messages.extend(found.notice.iter().map(|notice| sentence(notice)));
    messages.extend(found.nothing.as_ref().and_then(|nothing| older_ones(nothing)));
    let nearest = found.nothing.as_ref().and_then(|nothing| nothing.nearest.as_ref());
    messages.extend(nearest.filter(|_| answer.is_none()).map(|nearest| nearest_ones(&catalog, nearest)));
    messages.extend(filters::kept_unknown(&catalog, &view.filters.limits, &programs));
    for message in &messages {
        output.say(message);
    }

    match output.format() {
        Format::Json => write_json(&list_json(&catalog, &index, &found, &shown))?,
        Format::Table | Format::Plain if count == 0 => {}
        Format::Table | Format::Plain if shown.is_empty() => {
            output.say(&format!("{count} of {} programs match; none is listed.", catalog.len()));
        }
        format => {
            let table = page::list(&catalog, &shown, output.names());
            output.table(table, || list_sheet(&catalog, &shown))?;
            if format == Format::Table {
                output.say(&format!("{} of {} programs. {MARKS}.", shown.len(), catalog.len()));
            }
        }
    }
    Ok(Exit::Fine)
}

/// The programs that would be listed without one filter or word.
fn nearest_ones(catalog: &Catalog, nearest: &Nearest) -> String {
    let ids: Vec<String> = nearest.programs.iter().map(|ix| catalog.program(*ix).id.to_string()).collect();
    format!("Nearest: {}: {}.", nearest.words(), ids.join(", "))
}

/// Where the whole guide is.
const GUIDE: &str = "`prospectus guide` has the whole guide to the kinds.";

/// How to list what only older lists have, where that is what hides them.
fn older_ones(nothing: &EmptyReason) -> Option<String> {
    let is_status =
        |choice: &Choice| matches!(choice, Choice::Value(Facet::Status, _) | Choice::Without(Facet::Status, _));
    let hiding = nothing.filters.iter().find(|filter| filter.choices.iter().any(is_status))?;
    (hiding.hides > 0).then(|| "`--status all` lists what only older lists have, too.".to_owned())
}
