//! What a row says of academic credit: a word for it, or a number of credits.

use super::{Column, Row};
use crate::catalog::Basis;
use crate::catalog::import::draft::{self, Draft};
use crate::catalog::import::vocabulary;

/// Words in a column of credit, folded, with what they mean.
const WORDS: [(&str, &[&str]); 5] = [
    ("none", &["none", "no", "n", "false", "non credit", "not for credit", "no credit", "not eligible"]),
    ("possible", &["possible", "yes", "y", "true", "eligible", "credit eligible", "credit bearing"]),
    ("recommended", &["recommended"]),
    ("pathway", &["pathway"]),
    ("included", &["included"]),
];

impl Row<'_> {
    pub(super) fn say_credit(&self, draft: &mut Draft) {
        let Some((text, at)) = self.cell(Column::Credit) else { return };
        let folded = vocabulary::folded(&text);
        match WORDS.iter().find(|(_, words)| words.contains(&folded.as_str())) {
            Some((credit, _)) => draft.say("credit", draft::text(credit), at),
            None if names_credits(&text) => {
                draft.note("credit", draft::text("possible"), Basis::Stated, at, Some(format!("{text} are named")));
            }
            None => self.remarks.add(&at, format!("`{text}` is not a known statement about credit")),
        }
    }
}

/// Whether a text is a number of credits, as `60 ECTS` is.
fn names_credits(text: &str) -> bool {
    const UNITS: [&str; 8] = ["credit", "ects", "cfu", "cp", "créditos", "crédits", "crediti", "units"];
    let folded = vocabulary::folded(text);
    let (number, unit) = folded.split_once(' ').unwrap_or((&folded, ""));
    number.parse::<u32>().is_ok_and(|number| number > 0) && UNITS.iter().any(|known| unit.starts_with(known))
}
