//! Pages of longer lists: an API or an index states how many records there are in all, and a run that has fewer of them
//! was given only some of the pages, which is easily overlooked.

use std::collections::BTreeMap;

use super::{Current, DocumentReader};
use crate::catalog::import::json::{Map, Value};
use crate::catalog::import::report::{At, Location, Note};

/// Members by which pages say how many records there are on all pages.
const TOTALS: [&str; 6] = ["count", "nbHits", "total", "totalCount", "total_count", "totalResults"];

/// A page of a list.
#[derive(Debug)]
pub(super) struct Page {
    file: String,
    held: u64,
    /// The number of records on all pages; `None` if it only says that more pages follow, or that none does.
    total: Option<u64>,
    is_last: bool,
}

impl DocumentReader<'_> {
    /// Notes a page by what surrounds its list of records.
    pub(super) fn note_page(&mut self, current: &Current<'_>, around: &Map<'_>, held: u64) {
        let number = |value: &Value<'_>| match value {
            Value::Object(map) => map.get("value").and_then(whole),
            value => whole(value),
        };
        let total = TOTALS.iter().find_map(|key| number(around.get(key)?));
        let next = around.get("next");
        if total.is_some() || next.is_some() {
            let is_last = next.is_none_or(|next| !next.is_string());
            self.pages.push(Page { file: current.name.to_owned(), held, total, is_last });
        }
    }

    /// Remarks on the first page of each list that is incomplete.
    pub(in super::super) fn tell_missing_pages(&mut self) {
        let mut lists: BTreeMap<Option<u64>, Vec<&Page>> = BTreeMap::new();
        for page in &self.pages {
            lists.entry(page.total).or_default().push(page);
        }
        for (total, pages) in lists {
            let held: u64 = pages.iter().map(|page| page.held).sum();
            let reason = match total {
                Some(total) if held < total => {
                    format!(
                        "only {held} of the {total} records of this list were given; the others are on further pages"
                    )
                }
                None if pages.iter().all(|page| !page.is_last) => {
                    "more pages of this list follow, and none of them was given".to_owned()
                }
                _ => continue,
            };
            let place = Location { file: pages[0].file.clone(), at: At::File };
            self.report.remark(Note { place, program: None, field: None, reason });
        }
    }
}

fn whole(value: &Value<'_>) -> Option<u64> {
    match value {
        Value::Number(number) => number.as_u64(),
        _ => None,
    }
}
