//! What a row says of academic credit: a word for it, or a number of credits.

use super::meaning::words;
use super::{Column, Row};
use crate::catalog::import::draft::{self, Draft};
use crate::catalog::import::signal_words::is_credit;
use crate::catalog::import::{digits, vocabulary};

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
            None => match credits(&text, &at) {
                Some(credits) => draft.say_credits(&credits, at),
                None => self.remarks.add(&at, format!("`{text}` is not a known statement about credit")),
            },
        }
    }
}

/// The number of credits in a text with its unit, as in `60 ECTS`. A number without a unit takes that of its heading.
fn credits(text: &str, heading: &str) -> Option<String> {
    let end =
        text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '–' | ' '))).unwrap_or(text.len());
    let (number, unit) = (text[..end].trim(), text[end..].trim());
    let bounds = || number.split(['-', '–']).map(|bound| digits::clear_number(bound.trim()));
    if number.is_empty() || !bounds().all(|bound| bound.is_some_and(|bound| bound > 0.0)) {
        return None;
    }
    let of_heading = || words(heading).into_iter().find(|word| is_credit(word));
    match unit {
        "" => Some(format!(
            "{number} {}",
            of_heading().filter(|unit| unit.len() < 5).map_or("credits".to_owned(), |unit| unit.to_uppercase())
        )),
        unit => unit
            .split(' ')
            .any(|word| is_credit(&word.to_lowercase()) || word == "units")
            .then(|| format!("{number} {unit}")),
    }
}
