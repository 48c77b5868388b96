//! Values of the core as JSON, CSV sheets and calendars, with the same content as the screens. Every function takes
//! values and returns text or something that serializes as JSON. Nothing here opens a stream, reads the clock or
//! computes anything that the core has not computed.

pub mod advice;
mod comparison;
mod diff;
mod facets;
mod flow;
mod guide;
mod ics;
mod info;
mod json;
pub mod kept;
mod listing;
mod map;
mod object;
mod plan;
mod program;
mod records;
mod report;
mod scales;
mod sheet;
mod similar;

pub use comparison::{comparison_json, comparison_sheet};
pub use diff::{difference_json, difference_words};
pub use facets::facets_json;
pub use flow::{flow_dot, flow_json, flow_mermaid};
pub use guide::guide_json;
pub use ics::plans_ics;
pub use info::{check_json, info_json, problems_json};
pub use json::{json_text, write_json};
pub use kept::{
    Exported, ExportedShortlist, NotExported, courses_json, courses_table, history_json, history_table, kept_page,
    kept_sheet, note_json, profiles_json, profiles_table, read_shortlist, shortlist_json,
};
pub use listing::{LIST_TITLES, Listing, list_rows};
pub use map::map_json;
pub use plan::{plan_json, plan_sheet, plans_json};
pub use program::{Listed, claims_sheet, fact_json, program_json};
pub use report::{report_json, report_lines};
pub use scales::scales_json;
pub use sheet::{Sheet, write_csv};
pub use similar::{similar_json, similar_table};
