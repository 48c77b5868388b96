//! `prospectus list`: search and filter programs.

use crate::catalog::Catalog;
use crate::export::{LIST_TITLES, Listing, list_rows};
use crate::guide::{self, GuideAnswer};
use crate::page;
use crate::page::print::MARKS;
use crate::search::{Choice, EmptyReason, Facet, Hits, Index, Nearest, View};

use super::args::{Format, List};
use super::failure::{Exit, Failure, sentence};
use super::filters;
use super::output::{Output, written};

pub(super) fn run(words: &List, output: &Output) -> Result<Exit, Failure> {
    output.only("list", &Format::OF_TABLE)?;
    let catalog = output.catalog()?;
    let view = View { sort: words.sort, ..filters::view(&catalog, &words.filter)? };
    let index = Index::new(&catalog);
    let found = index.search(&catalog, &view);
    let count = found.len();
    let limit = words.limit.map_or(count, |limit| limit as usize);
    let listing = Listing { catalog: &catalog, index: &index, found: &found, limit };

    let answer = guide::answer(&catalog, &view.read(&catalog).view.query);
    for message in messages(&catalog, &view, &found, answer.as_ref()) {
        output.say(&message);
    }

    match output.format() {
        Format::Json => written(|out| listing.write(out))?,
        Format::Csv => output.csv_rows(&LIST_TITLES, list_rows(&catalog, listing.hits()))?,
        // A question is answered in words; programs that merely contain its words are not listed.
        Format::Table | Format::Plain if count == 0 || answer.is_some() => {}
        Format::Table | Format::Plain if limit == 0 => {
            output.say(&format!("{count} of {} programs match; none is listed.", catalog.len()));
        }
        format => {
            output.table(page::list(&catalog, listing.hits(), output.names(), view.sort))?;
            if format == Format::Table {
                let shown = if limit < count {
                    format!("{limit} of the {count} programs that match")
                } else {
                    format!("{count} of {} programs", catalog.len())
                };
                output.say(&format!("{shown}. {MARKS}."));
            }
        }
    }
    Ok(Exit::Fine)
}

/// Returns the messages beside the list: the guide's answer, or what the search found instead of the query.
fn messages(catalog: &Catalog, view: &View, found: &Hits, answer: Option<&GuideAnswer>) -> Vec<String> {
    let mut messages = match answer {
        Some(answer) => vec![answer.sentences.join(" "), GUIDE.to_owned()],
        None if found.is_empty() => vec!["No program matches.".to_owned()],
        None => Vec::new(),
    };
    // If the guide answers the query, a notice about its words would only confuse.
    messages.extend(found.notice.iter().filter(|_| answer.is_none()).map(|notice| sentence(notice)));
    messages.extend(found.nothing.as_ref().and_then(|nothing| older_ones(nothing)));
    let nearest = found.nothing.as_ref().and_then(|nothing| nothing.nearest.as_ref());
    messages.extend(nearest.filter(|_| answer.is_none()).map(|nearest| nearest_ones(catalog, nearest)));
    let topics = found.nothing.as_ref().and_then(|nothing| nothing.near_topics_in_words());
    messages.extend(topics.filter(|_| answer.is_none()).map(|topics| sentence(&topics)));
    messages.extend(filters::kept_unknown(catalog, &view.filters.limits, found));
    messages
}

/// Names the programs that would be listed without one of the filters or words.
fn nearest_ones(catalog: &Catalog, nearest: &Nearest) -> String {
    let ids: Vec<String> = nearest.programs.iter().map(|ix| catalog.program(*ix).id.to_string()).collect();
    format!("{}: {}.", nearest.heading(), ids.join(", "))
}

/// A pointer to the whole guide.
const GUIDE: &str = "`prospectus guide` has the whole guide to the kinds, with the questions that it answers.";

/// Returns a hint about `--status all`, if the status filter hides programs.
fn older_ones(nothing: &EmptyReason) -> Option<String> {
    let is_status =
        |choice: &Choice| matches!(choice, Choice::Value(Facet::Status, _) | Choice::Without(Facet::Status, _));
    let hiding = nothing.filters.iter().find(|filter| filter.choices.iter().any(is_status))?;
    (hiding.hides > 0).then(|| "`--status all` also lists programs that are only in older lists.".to_owned())
}
