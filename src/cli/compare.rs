//! `prospectus compare`: two to four programs side by side.

use crate::compare::{FactRow, compare};
use crate::export::{comparison_json, comparison_sheet};
use crate::page::{self, Rows};
use crate::plan::PlanSettings;

use super::args::{Compare, Format};
use super::failure::{Exit, Failure};
use super::filters;
use super::kept;
use super::output::{Output, write_json};

/// The hint for an id that is given twice.
pub(super) const EACH_ONCE: &str = "Name two to four different programs.";

pub(super) fn run(words: &Compare, output: &Output) -> Result<Exit, Failure> {
    output.only("compare", &Format::OF_TABLE)?;
    let catalog = output.catalog()?;
    let programs = filters::programs(&catalog, &words.ids, EACH_ONCE)?;
    let comparison = || {
        let mut comparison = compare(&catalog, &programs);
        if !words.all {
            comparison.rows.retain(FactRow::differs);
        }
        comparison
    };
    match output.format() {
        Format::Json => write_json(&comparison_json(&catalog, &comparison()))?,
        Format::Csv => output.csv(&comparison_sheet(&catalog, &comparison()))?,
        format => {
            let shown = if words.all { Rows::All } else { Rows::Differing };
            let settings = PlanSettings { finished: kept::finished(output)?, ..PlanSettings::new(output.today()) };
            output.page(page::comparison(&catalog, &programs, &settings, shown))?;
            if format == Format::Table && !words.all {
                output
                    .say("Rows that are the same, or known for only some programs, are left out; `--all` prints them.");
            }
        }
    }
    Ok(Exit::Fine)
}
