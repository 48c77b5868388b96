//! Blanks lines that are not TOML, each with a complaint, so that the rest of the file can be read.

use std::ops::Range;

use toml::de::DeTable;

use super::Complaint;
use crate::catalog::printable;

/// The maximum number of broken lines. A file with more was never meant as a configuration.
pub(super) const MAX_BROKEN: usize = 20;

/// Blanks every line that is not TOML, and returns the text with a complaint about each. Lines are found one at a time,
/// because a broken line often makes the lines after it look broken too.
pub(super) fn without_broken_lines(text: &str) -> (String, Vec<Complaint>) {
    let mut lines: Vec<&str> = text.split('\n').collect();
    let mut complaints = Vec::new();
    while let Some((found, message)) = first_error(&lines) {
        if complaints.len() == MAX_BROKEN {
            complaints.push(Complaint::new(found + 1, "Too many lines are not TOML; the whole file is ignored."));
            return (String::new(), complaints);
        }
        // The parser notices an unclosed bracket only on a later line.
        let before = (0..found).rev().find(|line| !lines[*line].trim().is_empty());
        let to_blame = before.filter(|before| sound_until(&lines, *before) > sound_until(&lines, found));
        let line = to_blame.unwrap_or(found);
        complaints.push(Complaint::new(line + 1, format!("This is not TOML: {message}.")));
        if lines[line].is_empty() {
            // Blanking cannot remove an error on an empty line.
            return (String::new(), complaints);
        }
        lines[line] = "";
    }
    (lines.join("\n"), complaints)
}

/// Returns the index of the first line that is not TOML, and the parser's message; `None` if the text is valid TOML.
fn first_error(lines: &[&str]) -> Option<(usize, String)> {
    let text = lines.join("\n");
    let (_, errors) = DeTable::parse_recoverable(&text);
    let first = errors.iter().min_by_key(|error| error.span().map_or(0, |span| span.start))?;
    let line = line_of(&text, &first.span().unwrap_or_default()) - 1;
    Some((line.min(lines.len() - 1), printable(first.message()).into_owned()))
}

/// Returns the index of the first broken line once line `without` is blanked; `usize::MAX` if there is none.
fn sound_until(lines: &[&str], without: usize) -> usize {
    let mut rest = lines.to_vec();
    rest[without] = "";
    first_error(&rest).map_or(usize::MAX, |(line, _)| line)
}

/// Returns the line of a span of the text, counted from 1.
pub(super) fn line_of(text: &str, span: &Range<usize>) -> usize {
    text.as_bytes().iter().take(span.start).filter(|byte| **byte == b'\n').count() + 1
}
