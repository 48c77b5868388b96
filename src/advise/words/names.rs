//! The names of programs, kinds and institutions as people use them.

use crate::advise::advice::Ranked;
use crate::advise::engine::View;
use crate::catalog::{InstitutionIx, Program, ProgramIx};
use crate::english::{and_list, article, or_list};
use crate::names::words;
use crate::search::{Facet, Named, UnderstoodPart};
use crate::topics::{Concept, TopicIx, Vocabulary};

/// Returns the title of a program with the short names of its institutions.
pub(crate) fn name(view: &View<'_>, program: ProgramIx) -> String {
    view.catalog.title_in_sentence(program)
}

/// Returns the same for a program that stands for all its tracks, or for all programs of its title:
/// `Statistics and Data Science (MIT), 4 tracks`.
pub(crate) fn family_name(view: &View<'_>, ranked: &Ranked) -> String {
    if ranked.siblings.is_empty() {
        return name(view, ranked.program);
    }
    let program = view.catalog.program(ranked.program);
    let others = ranked.siblings.iter().map(|ix| &*view.catalog.program(*ix).title);
    let (title, what) = match common_title(&program.title, others) {
        Some(title) => (title, "tracks"),
        None => (&*program.title, "of this title"),
    };
    let school =
        if program.institutions().is_empty() { String::new() } else { format!(" ({})", shorts_of(view, program)) };
    format!("{title}{school}, {} {what}", ranked.siblings.len() + 1)
}

/// Returns what the titles of tracks have in common: `Data Science` of `Data Science (General Track)` and `Data Science
/// (Methods Track)`. `None` if they are the same title.
fn common_title<'t>(title: &'t str, others: impl Iterator<Item = &'t str>) -> Option<&'t str> {
    let same = |other: &str| {
        let pairs = title.char_indices().zip(other.chars());
        pairs.take_while(|((_, a), b)| a == b).last().map_or(0, |((at, a), _)| at + a.len_utf8())
    };
    let count = others.map(same).min().filter(|count| *count < title.len())?;
    let shared = &title[..count];
    // A sign separates the track from the rest; without one, what is shared ends with a whole word.
    let cut = [" (", ":", " - ", " – ", ", "].into_iter().filter_map(|sign| shared.rfind(sign)).max();
    let common = shared[..cut.or_else(|| shared.rfind(' ')).unwrap_or(0)].trim_end();
    (!common.is_empty()).then_some(common)
}

/// Returns the short names of the institutions that offer a program.
pub(crate) fn shorts_of(view: &View<'_>, program: &Program) -> String {
    view.catalog.institution_shorts(program)
}

/// Returns short names joined by `or`.
pub(crate) fn shorts(view: &View<'_>, institutions: &[InstitutionIx]) -> String {
    or_list(&institutions.iter().map(|ix| view.catalog.institution(*ix).short.to_string()).collect::<Vec<_>>())
}

/// Returns the kind of a program with its article.
pub(crate) fn a_kind(view: &View<'_>, program: ProgramIx) -> String {
    let name = view.catalog.program(program).kind().name();
    format!("{} {name}", article(name))
}

/// Returns what the user is, as far as it prefers some programs: `nursing`.
pub(crate) fn user(view: &View<'_>) -> String {
    let parts = view.preferences.field.iter().flat_map(|wanted| &wanted.parts);
    let mut topics: Vec<TopicIx> = parts.flat_map(|part| part.understood.who()).collect();
    topics.sort_unstable();
    topics.dedup();
    topic_names(&topics)
}

/// Returns the names of topics within a sentence, joined by `or`.
pub(crate) fn topic_names(topics: &[TopicIx]) -> String {
    or_list(&topics.iter().map(|topic| topic_name(*topic)).collect::<Vec<_>>())
}

/// Returns the name of a topic within a sentence.
pub(crate) fn topic_name(topic: TopicIx) -> String {
    Vocabulary::embedded().name_in_sentence(topic)
}

/// How a program meets what was asked for, as the end of a sentence: `about nursing`, `by Harvard`.
pub(crate) fn as_wanted(view: &View<'_>) -> String {
    let Some(field) = &view.preferences.field else { return String::new() };
    let unwanted = unwanted(view).map(|names| format!(" but not {names}")).unwrap_or_default();
    let (schools, fields): (Vec<_>, Vec<_>) =
        field.parts.iter().map(|part| &part.understood).partition(|one| one.is_school());
    let names = |parts: &[&UnderstoodPart]| names_of(parts.iter().copied());
    match (fields.is_empty(), schools.is_empty()) {
        (_, true) => format!("about {}{unwanted}", wanted(view)),
        (true, false) => format!("by {}", names(&schools)),
        (false, false) => format!("about {}{unwanted} or by {}", names(&fields), names(&schools)),
    }
}

/// Whether the user only said what they do not want.
pub(crate) fn is_only_denied(view: &View<'_>) -> bool {
    view.preferences.field.as_ref().is_some_and(|wanted| wanted.parts.is_empty() && !wanted.denied.is_empty())
}

/// Returns what the user does not want; `None` if nothing was denied, or beside what is wanted only words that mean
/// nothing here.
pub(crate) fn unwanted(view: &View<'_>) -> Option<String> {
    let wanted = view.preferences.field.as_ref()?;
    let denied = wanted.denied.iter().filter(|denied| wanted.parts.is_empty() || denied.is_known());
    let names = names_of(denied);
    (!names.is_empty()).then_some(names)
}

/// Whether the fields are known topics, so that the catalogue can be said to have no program about them. Of other words it
/// can only be said that none was found.
pub(crate) fn is_known_field(view: &View<'_>) -> bool {
    let is_known = |field: &UnderstoodPart| {
        let is_topic = matches!(field.part.concepts.as_slice(), [only] if only.is_understood());
        field.is_school() || field.named.is_none() && is_topic
    };
    view.preferences.field.iter().flat_map(|wanted| &wanted.parts).all(|part| is_known(&part.understood))
}

/// The kinds of credential, or the languages, that were named with the field.
pub(crate) fn forms<'v>(view: &'v View<'_>, facet: Facet) -> Vec<&'v str> {
    let parts = view.preferences.field.iter().flat_map(|wanted| &wanted.parts);
    let named = parts.flat_map(|part| &part.understood.matches.forms).filter(|(own, _)| *own == facet);
    let mut forms: Vec<&str> = named.map(|(_, value)| value.as_str()).collect();
    forms.dedup();
    forms
}

/// Returns what the user asked for: a field understood as a topic by the topic's name, any other in the
/// user's own words.
pub(crate) fn wanted(view: &View<'_>) -> String {
    let Some(wanted) = &view.preferences.field else { return String::new() };
    if wanted.parts.is_empty() {
        or_list(&wanted.names)
    } else {
        names_of(wanted.parts.iter().map(|part| &part.understood))
    }
}

/// Returns the names of fields, each once: two words may name the same topic.
fn names_of<'p>(fields: impl Iterator<Item = &'p UnderstoodPart>) -> String {
    let mut names: Vec<String> = Vec::new();
    for name in fields.map(field_name) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    or_list(&names)
}

/// The most words of a field that are repeated as typed; more are a sentence.
const MAX_TYPED: usize = 4;

/// Returns the name of a field: `nursing` for `nurse`. If only some of its words were understood as topics, the typed
/// words are kept, unless the others played no part or the words are a sentence.
pub(crate) fn field_name(field: &UnderstoodPart) -> String {
    if let Some(Named::School { name, .. }) = &field.named {
        return name.to_string();
    }
    match field.part.concepts.as_slice() {
        [only] if field.named.is_none() && !only.topics().is_empty() => topic_names(only.topics()),
        concepts if field.named.is_none() && (is_sentence(field) || !field.matches.ignored.is_empty()) => {
            let known = concepts.iter().map(Concept::topics).filter(|topics| !topics.is_empty());
            let names: Vec<String> = known.map(topic_names).collect();
            if names.is_empty() { field.part.typed.clone() } else { and_list(&names) }
        }
        _ => field.part.typed.clone(),
    }
}

fn is_sentence(field: &UnderstoodPart) -> bool {
    words(&field.part.typed).len() > MAX_TYPED
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tracks_are_named_by_what_their_titles_share() {
        let common = |title: &'static str, other: &'static str| common_title(title, std::iter::once(other));
        assert_eq!(common("Data Science (General Track)", "Data Science (Methods Track)"), Some("Data Science"));
        assert_eq!(common("Data Science (Social Track)", "Data Science (Statistics Track)"), Some("Data Science"));
        assert_eq!(common("Finance: Track A", "Finance: Track B"), Some("Finance"));
        assert_eq!(common("Finance Track", "Finance Trade"), Some("Finance"));
        assert_eq!(common("Finance", "Finance"), None);
        assert_eq!(common("Año", "Añil"), None);
        assert_eq!(common_title("Finance", std::iter::empty()), None);
    }
}
