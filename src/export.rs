//! What the screens show, as JSON, tables, CSV, Markdown and calendars. Every function takes values of the core and
//! returns text or a JSON value; nothing here writes, asks the time or computes anything that the core has not computed.

pub mod advice;
mod bars;
mod comparison;
mod facets;
mod flow;
mod guide;
mod ics;
mod info;
pub mod kept;
mod listing;
mod map;
mod page;
mod plan;
mod program;
mod report;
mod scales;
mod similar;
mod verdict;
mod words;

pub use bars::{BARS, CriterionBar, criterion_bars, score_bar, score_words};
pub use comparison::{comparison_json, comparison_sheet, comparison_table, comparison_words};
pub use facets::{FacetCounts, facets_json, facets_table};
pub use flow::{flow_dot, flow_json, flow_mermaid};
pub use guide::{guide_json, guide_rows, guide_tables};
pub use ics::plans_ics;
pub use info::{check_json, info_json, info_tables, problems_json};
pub use kept::{
    courses_json, courses_table, history_json, history_table, kept_page, kept_sheet, kept_table, note_json,
    profiles_json, profiles_table, shortlist_json,
};
pub use listing::{list_json, list_sheet, list_table};
pub use map::{map_json, map_page, map_table};
pub use page::{Block, beside, page_markdown};
pub use plan::{plan_json, plan_page, plan_sheet, plans_json};
pub use program::{
    claims_table, course_table, fact_json, facts_table, listed_json, page_of_facts, pathway_table, program_json,
    program_sheets, program_words, source_table,
};
pub use report::{report_json, report_lines};
pub use scales::{scales_json, scales_page};
pub use similar::{similar_json, similar_table};
pub use verdict::{Depth, advice_page, what_if_page, why_not_page};
pub use words::{assemble, page_in_words, table_words};

use crate::catalog::Cell;
use crate::page::{Column, Table};

/// What the one-column marks beside values mean; a value without a mark is stated.
pub const MARKS: &str = "~ derived or estimated, p presumed, i inferred, e set by hand; no mark: stated";

/// How a value and its basis are put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording {
    /// Short, the basis as a mark, for columns.
    Marked,
    /// In full words, for reading aloud and for pages.
    Spoken,
}

impl Wording {
    /// A value with its basis; what is stated or unknown needs none.
    pub fn of(self, cell: &Cell<'_>) -> String {
        let says_it = cell.text.starts_with(cell.basis());
        match (self, cell.mark()) {
            (_, "?" | " ") => cell.text.clone(),
            (Self::Marked, mark) => format!("{} {mark}", cell.text),
            (Self::Spoken, _) if says_it => cell.text.clone(),
            (Self::Spoken, _) => format!("{}; {}", cell.text, cell.basis()),
        }
    }
}
