//! Suggestions for a field that is being typed: what the text means so far, topics it may become, subjects, schools and
//! programs with that name, and nearby topics if little matches. Text is read as it is for the final answer, so every
//! suggestion finds what the answer will find. Counts do not take other answers into account.

use super::question::Names;
use crate::catalog::{Catalog, ProgramIx, printable};
use crate::names::spaced;
use crate::search::{Index, Named, Understood, UnderstoodPart, View};
use crate::topics::{Concept, Meaning, TopicIx, Vocabulary};

/// The most topics suggested by name.
const MAX_TOPICS: usize = 8;
/// The most schools and the most programs suggested by name; more would hide the topics.
const MAX_NAMED: usize = 3;
/// The number of rows below which nearby topics are added.
const MIN_ROWS: usize = 5;
/// The shortest text matched against names of schools and programs; shorter text occurs in too many of them.
const MIN_CHARS_OF_NAME: usize = 3;

/// The kind of a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuggestionKind {
    /// The text as typed, with what it means.
    Typed,
    /// A topic.
    Topic,
    /// A subject of the catalogue.
    Subject,
    /// A school.
    School,
    /// A program.
    Program,
}

/// Something the user may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The kind of the suggestion.
    pub kind: SuggestionKind,
    /// The answer if it is chosen.
    pub value: String,
    /// The name to show.
    pub label: String,
    /// How it relates to the typed text if its name does not show it; may be empty.
    pub note: String,
    /// A sentence with further explanation; may be empty.
    pub help: String,
}

/// All suggestions, the most likely first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestions {
    /// The suggestions, one per row.
    pub rows: Vec<Suggestion>,
    /// Whether any row matches the typed text. Otherwise all rows are nearby topics or, with nothing typed,
    /// the subjects.
    pub is_found: bool,
}

/// The data that suggestions are made from.
pub(super) struct Suggester<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) index: &'a Index,
    pub(super) names: &'a Names,
}

impl Suggester<'_> {
    /// Returns the suggestions for a typed text, or the subjects if nothing is typed.
    pub(super) fn suggest(&self, typed: &str) -> Suggestions {
        let typed = typed.trim();
        if spaced(typed).is_empty() {
            // With subjects only, the note on each row would be noise.
            let row = |name: &String| Suggestion { note: String::new(), ..subject(name) };
            return Suggestions { rows: self.names.fields.iter().map(row).collect(), is_found: false };
        }
        let understood = self.index.understand(self.catalog, typed);
        let (typed_row, schools) = (self.typed(&understood), self.schools(typed));
        let is_unfinished = Vocabulary::is_unfinished(typed) && !Vocabulary::embedded().completions(typed).is_empty();
        let is_whole = !understood.parts.is_empty() && understood.parts.iter().all(is_understood) && !is_unfinished;
        let own: Vec<TopicIx> = understood.parts.iter().flat_map(|part| part.part.topics()).collect();
        let mut rows = Rows::default();
        let school_first = self.is_school(typed) && !is_whole;
        rows.add(schools.iter().filter(|_| school_first).cloned());
        rows.add(typed_row.iter().filter(|_| is_whole).cloned());
        // A topic already offered as the typed text is not repeated under its own name.
        let only = if is_whole && own.len() == 1 && typed_row.is_some() { own.first().copied() } else { None };
        rows.add(self.topics(typed, &own).into_iter().filter(|(topic, _)| Some(*topic) != only).map(|(_, row)| row));
        rows.add(typed_row.into_iter().filter(|_| !is_whole));
        rows.add(self.subjects(typed));
        rows.add(schools.into_iter().filter(|_| !school_first));
        rows.add(self.programs(typed));
        let is_found = !rows.0.is_empty();
        if rows.0.len() < MIN_ROWS {
            rows.add(self.near(&understood));
        }
        Suggestions { rows: rows.0, is_found }
    }

    /// Returns the typed text as one row, or `None` if no program is about it.
    fn typed(&self, understood: &Understood) -> Option<Suggestion> {
        let is_found = |part: &UnderstoodPart| part.count > 0 || part.named.is_some();
        if !understood.parts.iter().any(is_found) {
            return None;
        }
        let value = printable(understood.typed.trim()).into_owned();
        let labels: Vec<String> =
            understood.parts.iter().filter(|part| is_found(part)).map(|part| self.label(part)).collect();
        let label = labels.join(" + ");
        let is_said = label.contains(&quoted(&value)) || spaced(&label) == spaced(&value);
        let note = if is_said { String::new() } else { quoted(&value) };
        let has_several = understood.parts.len() > 1;
        let help = if has_several { understood.sentences().join("; ") } else { String::new() };
        Some(Suggestion { kind: SuggestionKind::Typed, value, label, note, help })
    }

    /// Returns what one part of the typed text means.
    fn label(&self, part: &UnderstoodPart) -> String {
        match &part.named {
            Some(Named::Programs(programs)) => programs.first().map_or_else(String::new, |ix| self.title(*ix)),
            Some(Named::Course { title, .. }) => format!("{title} (course)"),
            Some(Named::School { name, .. }) => name.to_string(),
            None => part.part.concepts.iter().map(concept_label).collect::<Vec<_>>().join(" and "),
        }
    }

    fn title(&self, program: ProgramIx) -> String {
        self.catalog.program(program).title.to_string()
    }

    /// Returns topics with a name that begins like the text, then topics narrower than what the text means. Topics
    /// without programs are left out.
    fn topics(&self, typed: &str, own: &[TopicIx]) -> Vec<(TopicIx, Suggestion)> {
        let vocabulary = Vocabulary::embedded();
        let completions = vocabulary.completions(typed).into_iter().map(|found| (found.topic, found.by_word));
        let narrower = own.iter().flat_map(|topic| vocabulary.narrower(*topic)).map(|topic| (topic, None));
        let offered = completions.chain(narrower).filter(|(topic, _)| self.index.topic_count(*topic) > 0);
        offered.take(MAX_TOPICS).map(|(topic, word)| (topic, topic_row(topic, word.as_deref()))).collect()
    }

    fn subjects(&self, typed: &str) -> Vec<Suggestion> {
        let wanted = format!(" {}", spaced(typed));
        let begins = |name: &&String| format!(" {}", spaced(name)).contains(&wanted);
        self.names.fields.iter().filter(begins).map(|name| subject(name)).collect()
    }

    fn schools(&self, typed: &str) -> Vec<Suggestion> {
        if typed.chars().count() < MIN_CHARS_OF_NAME {
            return Vec::new();
        }
        let found = self.names.matching_institutions(typed).into_iter().take(MAX_NAMED);
        let school = |name: &str| Suggestion {
            kind: SuggestionKind::School,
            value: name.to_owned(),
            label: name.to_owned(),
            note: "(school)".to_owned(),
            help: "The school that you want; you can also say what to learn there.".to_owned(),
        };
        found.map(school).collect()
    }

    /// Whether the text is exactly the name of one school.
    fn is_school(&self, typed: &str) -> bool {
        self.names.is_institution(typed)
    }

    /// Returns programs with the typed text in their title as it stands.
    fn programs(&self, typed: &str) -> Vec<Suggestion> {
        if typed.chars().count() < MIN_CHARS_OF_NAME {
            return Vec::new();
        }
        let wanted = format!(" {}", spaced(typed));
        let view = View { query: typed.to_owned(), ..View::default() };
        let hits = self.index.search(self.catalog, &view);
        let first: Vec<ProgramIx> = hits.iter().take(2 * MAX_NAMED).map(|hit| hit.program).collect();
        let titles = first.into_iter().map(|program| self.title(program));
        let has_it = |title: &String| format!(" {}", spaced(title)).contains(&wanted);
        titles.filter(has_it).take(MAX_NAMED).map(program_row).collect()
    }

    /// Returns topics near to what was typed.
    fn near(&self, understood: &Understood) -> Vec<Suggestion> {
        let near = understood.parts.iter().flat_map(|part| self.index.nearest_topics(part));
        near.map(|(topic, _)| Suggestion { note: "(near)".to_owned(), ..topic_row(topic, None) }).collect()
    }
}

/// Suggestions without duplicates.
#[derive(Default)]
struct Rows(Vec<Suggestion>);

impl Rows {
    fn add(&mut self, rows: impl IntoIterator<Item = Suggestion>) {
        for row in rows {
            let is_same = |other: &Suggestion| spaced(&other.label) == spaced(&row.label);
            if !self.0.iter().any(is_same) {
                self.0.push(row);
            }
        }
    }
}

fn subject(name: &str) -> Suggestion {
    Suggestion {
        kind: SuggestionKind::Subject,
        value: name.to_owned(),
        label: name.to_owned(),
        note: "(subject: listed under it or about it)".to_owned(),
        help: String::new(),
    }
}

fn topic_row(topic: TopicIx, by_word: Option<&str>) -> Suggestion {
    let name = &Vocabulary::embedded().topic(topic).name.en;
    let note = by_word.map(quoted).unwrap_or_default();
    Suggestion { kind: SuggestionKind::Topic, value: name.clone(), label: name.clone(), note, help: String::new() }
}

fn program_row(title: String) -> Suggestion {
    let note = "(and programs on its subject)".to_owned();
    Suggestion { kind: SuggestionKind::Program, value: title.clone(), label: title, note, help: String::new() }
}

fn quoted(word: &str) -> String {
    format!("“{word}”")
}

fn is_understood(part: &UnderstoodPart) -> bool {
    part.named.is_some() || part.part.concepts.iter().all(Concept::is_understood)
}

fn concept_label(concept: &Concept) -> String {
    let vocabulary = Vocabulary::embedded();
    match &concept.meaning {
        Meaning::Topics { topics, .. } => {
            let names: Vec<&str> = topics.iter().map(|topic| vocabulary.topic(*topic).name.en.as_str()).collect();
            names.join(" or ")
        }
        Meaning::Subject(subject) => subject.clone(),
        Meaning::Word(_) => format!("{} in titles", quoted(&concept.typed)),
    }
}
