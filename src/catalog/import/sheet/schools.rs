//! The schools of a row. A name may be split over two lines or cells: its beginning and its end, as `University
//! of` and `California, Davis`, or a code and what that is short for, as `MITx` and `Massachusetts Institute of
//! Technology`.

use super::cell::{list, parts};
use super::{Column, Row};
use crate::catalog::import::draft::{Draft, School};
use crate::catalog::import::slug::slug;
use crate::catalog::import::vocabulary::folded;

/// Words that no name of a school ends with, in the languages of catalogues.
#[rustfmt::skip] // a table reads by its rows
const CONNECTING: [&str; 28] = [
    "of", "for", "at", "the", "and", "in", "de", "del", "de la", "du", "des", "et", "y", "der", "des", "für", "und",
    "di", "della", "dei", "degli", "do", "da", "dos", "van", "voor", "&", "e",
];

/// What stands for several schools that are not named.
const NO_SCHOOL: [&str; 7] = ["various", "several", "multiple", "diverse", "verschiedene", "divers", "varios"];

/// The longest code.
const MAX_CODE: usize = 16;
/// The most words of a name that a code may be made of.
const MAX_WORDS: usize = 12;

impl Row<'_> {
    /// Adds the schools and where they are named.
    pub(super) fn say_schools(&self, draft: &mut Draft) {
        let key = self.cell(Column::SchoolKey);
        let names = self.school_cells();
        draft.schools_at = names.as_ref().or(key.as_ref()).map(|(_, at)| at.clone()).unwrap_or_default();
        let names = names.map(|(text, _)| text).unwrap_or_default();
        draft.schools = schools(&names, key.as_ref().map(|(key, _)| key.as_str()));
    }

    /// The first cell with a school, and the cell that it goes on in.
    fn school_cells(&self) -> Option<(String, String)> {
        let (first, at) = self.cell(Column::School)?;
        if NO_SCHOOL.contains(&folded(&first).as_str()) {
            self.remarks.add(&at, format!("`{first}` names no school"));
            return None;
        }
        let columns = self.headings.of(Column::School).filter(|(_, name)| *name != at);
        let next = columns.filter_map(|(at, _)| self.lines(at)).find(|next| *next != first);
        Some(match next.filter(|next| is_unfinished(&first) || pair(&first, next).is_some()) {
            Some(next) => (format!("{first}|{next}"), at),
            None => (first, at),
        })
    }
}

/// The schools with these names and keys. Names and keys that are as many belong together; keys never contain a comma, and
/// names may.
fn schools(names: &str, keys: Option<&str>) -> Vec<School> {
    let keys: Vec<String> = keys.map(|keys| parts(keys, &[';', '|', ','])).unwrap_or_default();
    let plain = finished(parts(names, &[';', '|']));
    let listed = list(names);
    let names = if keys.len() > 1 && listed.len() == keys.len() { listed } else { plain };
    match (names.len(), keys.len()) {
        (0, _) => keys.into_iter().map(|key| School { key: Some(key), name: None }).collect(),
        (names_count, keys_count) if names_count == keys_count => {
            let pairs = names.into_iter().zip(keys);
            pairs.map(|(name, key)| School { key: Some(key), name: Some(name) }).collect()
        }
        _ => with_codes(&names),
    }
}

/// Names of which each one that cannot end there goes on in the next.
fn finished(parts: Vec<String>) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(parts.len());
    for part in parts {
        match names.last_mut().filter(|name| is_unfinished(name)) {
            Some(name) => name.extend([" ", &part]),
            None => names.push(part),
        }
    }
    names
}

fn is_unfinished(name: &str) -> bool {
    let last = name.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    name.contains(' ') && CONNECTING.contains(&last.as_str())
}

/// Schools by their names, where a name beside its code is one school.
fn with_codes(names: &[String]) -> Vec<School> {
    let mut schools = Vec::new();
    let mut rest = names;
    while let [first, others @ ..] = rest {
        let paired = others.first().and_then(|second| pair(first, second));
        rest = if paired.is_some() { &others[1..] } else { others };
        let by_name = || School { key: None, name: Some(first.clone()) };
        schools.push(paired.or_else(|| in_one(first)).unwrap_or_else(by_name));
    }
    schools
}

/// The school of a code and its name in one text, as `DelftX: Delft University of Technology`.
fn in_one(text: &str) -> Option<School> {
    let bracketed = || text.strip_suffix(')')?.split_once(" (");
    let split = [": ", " - ", " – ", " — "].into_iter().find_map(|mark| text.split_once(mark));
    let (first, second) = split.or_else(bracketed)?;
    pair(first.trim(), second.trim())
}

/// The school of a code and a name, in any order.
fn pair(first: &str, second: &str) -> Option<School> {
    let of = |code: &str, name: &str| School { key: Some(code.to_owned()), name: Some(name.to_owned()) };
    match () {
        () if is_code_of(first, second) => Some(of(first, second)),
        () if is_code_of(second, first) => Some(of(second, first)),
        () => None,
    }
}

/// Whether one word is short for a name: by its first letters, or as edX makes codes, by a part of it and an `x`.
fn is_code_of(code: &str, name: &str) -> bool {
    let is_word = code.chars().all(|c| c.is_alphanumeric() || c == '_') && code.len() <= MAX_CODE;
    let capitals = code.chars().filter(|c| c.is_uppercase()).count();
    if !is_word || capitals == 0 || !name.contains(' ') {
        return false;
    }
    let spelled = slug(name, "school");
    let words: Vec<&str> = spelled.split('-').filter(|word| !CONNECTING.contains(word)).collect();
    let initials: String = words.iter().filter_map(|word| word.chars().next()).collect();
    let bare = code.strip_suffix(['x', 'X']).unwrap_or(code);
    let is_of_edx = bare.len() < code.len();
    let bare = slug(bare, "school").replace('-', "");
    let is_short = bare.len() > 1 && bare == initials;
    let may_begin = is_of_edx && bare.len() > 2 && words.len() <= MAX_WORDS;
    let is_begun = may_begin && (words.contains(&bare.as_str()) || is_within(&bare, &words));
    is_short || is_begun
}

/// Whether a code consists of beginnings of the words, in their order, as `UTAustin` does.
fn is_within(code: &str, words: &[&str]) -> bool {
    let Some((word, others)) = words.split_first() else { return code.is_empty() };
    let common = code.bytes().zip(word.bytes()).take_while(|(a, b)| a == b).count();
    code.is_empty() || (0..=common).rev().any(|taken| is_within(&code[taken..], others))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(names: &str) -> Vec<(Option<String>, String)> {
        schools(names, None).into_iter().map(|school| (school.key, school.name.unwrap_or_default())).collect()
    }

    #[test]
    fn a_code_beside_its_name_is_one_school() {
        for (text, code, name) in [
            ("MITx|Massachusetts Institute of Technology", "MITx", "Massachusetts Institute of Technology"),
            ("Massachusetts Institute of Technology|MITx", "MITx", "Massachusetts Institute of Technology"),
            ("DelftX: Delft University of Technology", "DelftX", "Delft University of Technology"),
            ("Australian National University (ANU)", "ANU", "Australian National University"),
            ("EPFL – École polytechnique fédérale de Lausanne", "EPFL", "École polytechnique fédérale de Lausanne"),
            ("UTAustinX|The University of Texas at Austin", "UTAustinX", "The University of Texas at Austin"),
        ] {
            assert_eq!(of(text), [(Some(code.to_owned()), name.to_owned())], "{text}");
        }
        for text in ["IBM|Red Hat", "Yale|Harvard University", "SDG Academy (United Nations)", "RedX|Blue University"] {
            assert!(schools(text, None).iter().all(|school| school.key.is_none()), "{text}");
        }
    }

    #[test]
    fn a_name_that_cannot_end_goes_on() {
        let names = |text| of(text).into_iter().map(|(_, name)| name).collect::<Vec<_>>();
        assert_eq!(names("University of|California, Davis|Yale"), ["University of California, Davis", "Yale"]);
        assert_eq!(names("Universidad de|los Andes"), ["Universidad de los Andes"]);
        assert_eq!(names("Yale|Harvard"), ["Yale", "Harvard"]);
        // A lone word may be an abbreviation.
        assert_eq!(names("DES|Yale"), ["DES", "Yale"]);
    }
}
