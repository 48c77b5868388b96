//! Several schools in one name, such as `MIT and Harvard`. Words that join two names occur within single names as well
//! (`Arts and Humanities`), so a name is split only if every part is a school that is known without it: from another
//! record, from the base catalogue, or from the shipped catalogue.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::folded;
use crate::catalog::Catalog;
use crate::catalog::import::draft::School;

/// What may join the names of two schools, in the languages of catalogues.
#[rustfmt::skip] // a table reads by its rows
const JOINERS: [&str; 18] = [
    ", and ", " and ", " & ", " / ", "/", " + ", ", ", " with ", " in collaboration with ", " in partnership with ",
    " und ", " et ", " y ", " e ", " ed ", " i ", " oraz ", " a ",
];

/// The greatest number of schools in one name.
const MAX_PARTS: usize = 12;

/// Whether a mention could be of several schools.
pub(super) fn may_be(school: &School) -> bool {
    let name = school.name.as_deref().filter(|_| school.key.is_none());
    name.is_some_and(|name| JOINERS.iter().any(|joiner| name.contains(joiner)))
}

/// The schools that a mention names; `None` unless there are several and `is_known` or the shipped catalogue has each.
pub(super) fn parts(school: &School, is_known: &dyn Fn(&str) -> bool) -> Option<Vec<School>> {
    let name = school.name.as_deref().filter(|_| may_be(school))?;
    let is_one = |name: &str| is_known(name) || SHIPPED.contains(&folded(name));
    if is_one(name) {
        return None;
    }
    let names = apart(name, &is_one, MAX_PARTS)?;
    Some(names.into_iter().map(|name| School { key: None, name: Some(name.to_owned()) }).collect())
}

/// The known names that a text consists of.
fn apart<'n>(text: &'n str, is_one: &dyn Fn(&str) -> bool, most: usize) -> Option<Vec<&'n str>> {
    let text = text.trim();
    if is_one(text) {
        return Some(vec![text]);
    }
    let most = most.checked_sub(1)?;
    let ends = JOINERS.iter().flat_map(|joiner| text.match_indices(joiner).map(|(at, joiner)| (at, at + joiner.len())));
    ends.filter(|(end, _)| is_one(text[..*end].trim())).find_map(|(end, next)| {
        let rest = apart(&text[next..], is_one, most)?;
        Some([vec![text[..end].trim()], rest].concat())
    })
}

/// The names of the schools in the shipped catalogue, folded.
static SHIPPED: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let schools = Catalog::embedded().map(|catalog| catalog.institutions).unwrap_or_default();
    let names = schools.iter().flat_map(|school| [&school.name, &school.short].into_iter().chain(&school.aliases));
    names.map(|name| folded(name)).filter(|name| !name.is_empty()).collect()
});
