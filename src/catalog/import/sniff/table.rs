//! What a table is, from its headings: programs, facts, or something that is refused, such as a list of persons.

use super::rows::{cells_of, heading_lines, headings};
use super::{Form, person};
use crate::catalog::import::sheet::{Headings, compact};

/// What a table with one fact a row calls the name of the fact, and its value.
const FACT_NAMES: [&str; 7] = ["fact", "field", "property", "attribute", "factname", "fieldname", "merkmal"];
const FACT_VALUES: [&str; 6] = ["value", "values", "low", "text", "factvalue", "wert"];

/// Why a table is refused whose headings could be those of anything.
pub(super) const NO_PROGRAMS: &str = "text, or a table whose headings name no programs: no title beside a school, a kind, \
                                      a number of courses or hours a week";

/// The form of a table.
pub(super) fn table(text: &str) -> Form {
    let Some(cells) = heading_lines(text).next().and_then(cells_of) else { return Form::Refused("plain text") };
    let names: Vec<String> =
        cells.iter().map(|cell| cell.trim().trim_start_matches('\u{feff}').to_lowercase()).collect();
    let has_any = |all: &[&str]| all.iter().any(|name| names.iter().any(|other| other == name));
    let is_about = |all: &[&str]| names.iter().any(|name| all.contains(&compact(name).as_str()));
    let of_facts = has_any(&["program_id"]) && has_any(&["field"]) && has_any(&["value", "low"]);
    // A table of sources describes what the facts in other files cite.
    let of_sources = has_any(&["source_id", "id", "source"])
        && has_any(&["title", "name"])
        && has_any(&["licence", "license", "licence_remark", "license_remark", "terms"]);
    if of_facts || of_sources {
        Form::Facts
    } else if is_about(&["sourcedid"]) {
        Form::Refused("a OneRoster table")
    } else if person::is_list_of_persons(&cells) {
        Form::Refused("a transcript or a class list, a record of persons")
    } else if is_turned(text) {
        Form::Refused("a table with its fields in the first column; turn it, so that they are its headings")
    } else if is_about(&FACT_NAMES) && is_about(&FACT_VALUES) {
        Form::Refused("a table with one fact in each row; a facts file has the columns program_id, field and value")
    } else {
        let found = headings(text).map(|(delimiter, above)| Form::Table(delimiter, above));
        found.unwrap_or(Form::Refused(NO_PROGRAMS))
    }
}

/// The fewest fields by which a table is known to be turned.
const MIN_FIELDS: usize = 3;

/// Whether the first column of a table holds headings and the first row does not: each program is a column.
fn is_turned(text: &str) -> bool {
    let lines: Vec<csv::StringRecord> = heading_lines(text).take(60).filter_map(cells_of).collect();
    let Some((first, below)) = lines.split_first() else { return false };
    let names = |cells: &csv::StringRecord| Headings::of_row(cells.iter().take(1));
    let fields = below.iter().filter(|cells| names(cells).known() > 0).count();
    let has_title = lines.iter().any(|cells| names(cells).has_title());
    fields >= MIN_FIELDS
        && fields * 4 >= below.len() * 3
        && has_title
        && !Headings::of_row(first).is_readable()
        && Headings::of_row(first.iter().skip(1)).known() * 2 < first.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_fact_in_each_row_is_no_list_of_programs() {
        let long = "program_title,program_institution,kind,fact,low,high,text\n";
        assert!(matches!(table(long), Form::Refused(reason) if reason.contains("one fact")));
        assert_eq!(table("title,field,school\n"), Form::Table(b',', 0));
    }

    #[test]
    fn fields_in_the_first_column_are_no_headings() {
        for start in ["Field,Program 1,Program 2\n", "Title,Wind Engineering,Solar Engineering\n"] {
            let turned = format!("{start}Name,Wind,Sun\nInstitution,A,B\nType,MicroMasters,XSeries\nPrice,5,6\n");
            assert!(matches!(table(&turned), Form::Refused(reason) if reason.contains("turn it")), "{start}");
        }
        assert_eq!(table("Title,School,Price\nCost,U,5\nDuration,U,6\n"), Form::Table(b',', 0));
    }
}
