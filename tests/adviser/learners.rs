//! Recommendations for fields in people's own words: forty learners with all their answers, and a table of fields, each
//! with the programs of which any is right. Both tables were written before the adviser was tuned.

use std::fmt::Write as _;

use prospectus::advise::{Outcome, Short};
use prospectus::catalog::ProgramIx;
use prospectus::names::content_words;
use prospectus::topics::{TopicIx, Vocabulary, of_program};

use crate::desk::Desk;

const LEARNERS: &str = include_str!("../data/learners.tsv");
const FIELDS: &str = include_str!("../data/fields.tsv");
const FURTHER: &str = include_str!("../data/fields_further.tsv");

/// What must come first, and what everything shown must be about.
pub(crate) struct Expected<'t> {
    pub(crate) who: &'t str,
    pub(crate) answers: String,
    pub(crate) topics: &'t str,
    pub(crate) first: &'t str,
}

impl Desk {
    fn topics(&self, program: ProgramIx) -> Vec<TopicIx> {
        let vocabulary = Vocabulary::embedded();
        let own = of_program(vocabulary, &self.catalog, self.catalog.program(program));
        own.iter().flat_map(|own| vocabulary.broader(own.topic).iter().copied().chain([own.topic])).collect()
    }

    /// Whether a program has one of the expected topics, or is one of the right programs.
    pub(crate) fn is_on_field(&self, program: ProgramIx, expected: &Expected<'_>) -> bool {
        let vocabulary = Vocabulary::embedded();
        let own = self.topics(program);
        let named = |id: &str| vocabulary.find(id).is_some_and(|topic| own.contains(&topic));
        let is_right = expected.first.split('|').any(|id| self.catalog.program(program).id == *id);
        is_right || expected.topics.split(',').any(named) || self.is_of_school(program, expected.topics)
    }

    /// Whether the title of a program has a word of one of the wanted fields, if these are named in a word or two.
    fn is_named(&self, program: ProgramIx, expected: &Expected<'_>) -> bool {
        let answers: serde_json::Value = serde_json::from_str(&expected.answers).expect("answers in JSON");
        let mut fields = answers["field"].as_array().into_iter().flatten().filter_map(serde_json::Value::as_str);
        let title: Vec<String> = content_words(&self.catalog.program(program).title).collect();
        let is_in_title = |field: &str| {
            let own: Vec<String> = content_words(field).collect();
            own.len() <= 2 && own.iter().any(|word| title.contains(word))
        };
        fields.any(is_in_title)
    }

    /// Whether a program is of the school that an expectation such as `@Harvard University` names.
    fn is_of_school(&self, program: ProgramIx, expected: &str) -> bool {
        let mut own = self.catalog.program(program).institutions().iter();
        own.any(|ix| expected.strip_prefix('@') == Some(&*self.catalog.institution(*ix).name))
    }

    pub(crate) fn is_right(&self, program: ProgramIx, expected: &Expected<'_>) -> bool {
        let vocabulary = Vocabulary::embedded();
        expected.first.split('|').any(|right| match right.strip_prefix('*') {
            None if right.starts_with('@') => self.is_of_school(program, right),
            None => self.catalog.program(program).id == *right,
            Some("topic") => self.is_on_field(program, expected),
            Some(topic) => vocabulary.find(topic).is_some_and(|topic| self.topics(program).contains(&topic)),
        })
    }

    /// The number of learners who get a right program first, the number who get something outside the field,
    /// and the failures in words.
    fn score(&self, all: &[Expected<'_>]) -> (usize, usize, String) {
        let (mut right, mut off, mut told) = (0, 0, String::new());
        for expected in all {
            let advice = self.advise(&expected.answers);
            let is_nothing = advice.outcome == Outcome::NoMatch;
            let id = |program| self.catalog.program(program).id.as_str();
            let shown: Vec<&str> = advice.programs.iter().map(|one| id(one.program)).collect();
            let is_first = match advice.top() {
                Some(top) => self.is_right(top, expected),
                None => is_nothing && expected.first.split('|').any(|right| right == "-"),
            };
            let strays: Vec<&str> = advice
                .programs
                .iter()
                .filter(|one| expected.first == "-" || !self.is_on_field(one.program, expected))
                // A program whose title has a word of the field is on it, whatever topic the word stands for.
                .filter(|one| !self.is_named(one.program, expected))
                .map(|one| id(one.program))
                .collect();
            right += usize::from(is_first);
            off += usize::from(!strays.is_empty());
            if !is_first || !strays.is_empty() {
                let _ = writeln!(told, "{}: {} {shown:?}, off {strays:?}", expected.who, advice.outcome.slug());
            }
        }
        (right, off, told)
    }
}

pub(crate) fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines.skip(1).map(|line| line.split('\t').collect())
}

#[test]
fn forty_learners_get_the_program_that_someone_who_knows_the_catalogue_would_name() {
    let desk = Desk::open();
    let learner = |row: Vec<&'static str>| {
        let [who, answers, topics, first] = row[..] else { panic!("four columns: {row:?}") };
        Expected { who, answers: answers.to_owned(), topics, first }
    };
    let learners: Vec<Expected<'_>> = rows(LEARNERS).map(learner).collect();
    assert_eq!(learners.len(), 40);
    let (right, off, told) = desk.score(&learners);
    // Harvard's computer science for cybersecurity, of which one course alone costs US$449, is no longer within US$500.
    assert!(right >= 37 && off == 0, "{right} of 40 first, {off} off the field:\n{told}");
}

#[test]
fn a_field_in_the_words_of_people_is_recommended_what_is_about_it() {
    let desk = Desk::open();
    let field = |row: Vec<&'static str>| {
        let [field, _, topics, first] = row[..] else { panic!("four columns: {row:?}") };
        // These answers lean to neither kind, so that the field decides.
        let answers = serde_json::json!({
            "goal": "deepen", "credit": "no", "level": "intermediate", "depth": "balanced", "field": [field],
        });
        Expected { who: field, answers: answers.to_string(), topics, first }
    };
    for (table, least) in [(FIELDS, 200), (FURTHER, 120)] {
        let fields: Vec<Expected<'_>> = rows(table).map(field).collect();
        let all = fields.len();
        assert!(all >= least, "{all}");
        let (right, off, told) = desk.score(&fields);
        assert!(20 * right >= 19 * all && off == 0, "{right} of {all} first, {off} off the field:\n{told}");
    }
}

/// The number of words in the short form of a result.
fn words(short: &Short) -> usize {
    let mut text = vec![short.headline.clone()];
    text.extend(short.certainties.iter().chain(&short.first_step).cloned());
    for list in [&short.first, &short.pros, &short.catches, &short.holds_for_all, &short.changes, &short.notes] {
        text.extend(list.iter().cloned());
    }
    for one in &short.programs {
        text.push(format!(
            "{} {} {} {} {} {} of {}",
            one.place, one.name, one.fit, one.time, one.price, one.guessed.0, one.guessed.1
        ));
    }
    text.iter().map(|one| one.split_whitespace().count()).sum()
}

#[test]
fn the_short_form_of_a_result_has_at_most_350_words_and_says_nothing_twice() {
    let desk = Desk::open();
    let mut most = (0, "");
    for row in rows(LEARNERS) {
        let advice = desk.advise(row[1]);
        let explainer = desk.adviser.explainer(&desk.catalog, &advice.asked);
        for selected in 0..advice.programs.len().max(1) {
            let short = explainer.short(&advice, selected);
            most = most.max((words(&short), row[0]));
            let mut all: Vec<&String> = short.pros.iter().chain(&short.catches).chain(&short.holds_for_all).collect();
            let count = all.len();
            all.sort();
            all.dedup();
            assert_eq!(all.len(), count, "{}: {all:?}", row[0]);
            let is_named = advice.top().is_none_or(|top| short.headline.contains(&*desk.catalog.program(top).title));
            assert!(is_named, "{}: the first line names the first program: {}", row[0], short.headline);
        }
    }
    assert!(most.0 <= 350, "{most:?}");
}
