//! What a program has to do with the fields that are wanted: by its subjects, its title, its skills and its courses.
//! Words that people use for a field, such as `AI`, are understood by a table of the questionnaire. Values stand on a
//! fixed scale and never depend on other programs.

use crate::advise::interval::Interval;
use crate::advise::question::names::{Names, fold, holds_phrase, telling_words};
use crate::advise::question::questionnaire::{FieldScale, Questionnaire};
use crate::catalog::{Catalog, Program};

/// The words of a program, folded once.
#[derive(Clone, Debug)]
struct Words {
    title: String,
    /// Its subjects, folded; the main one first.
    subjects: Vec<String>,
    /// Its skills; nothing where unknown.
    skills: Option<Vec<String>>,
    /// The titles of its courses, as far as they are on record.
    courses: Vec<String>,
}

/// The words of every program of a catalogue.
#[derive(Clone, Debug, Default)]
pub(crate) struct FieldIndex {
    programs: Vec<Words>,
}

/// How a program is about a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    Subject,
    SecondSubject,
    SameTitle,
    Title,
    TitleWords,
    Skill,
    Course,
    Related,
    RelatedSubject,
    SomeWords,
    /// Nothing on record says so.
    Nothing,
}

/// How much a program is about what is wanted, and how.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Match {
    pub(crate) value: Interval,
    pub(crate) why: Why,
    /// Which of the wanted names it is about.
    pub(crate) wanted: u8,
    /// Whether it is plainly about one of the wanted names, so that `only these` lets it pass.
    pub(crate) admits: bool,
    /// Whether its subjects are on record.
    pub(crate) knows_subjects: bool,
}

/// One wanted field, ready to be looked for.
#[derive(Clone, Debug, PartialEq)]
struct Wanted {
    /// The subject that it names, folded.
    subject: Option<String>,
    /// The words themselves and words that mean the same, folded.
    phrases: Vec<String>,
    related: Vec<String>,
    related_subjects: Vec<String>,
}

/// What is wanted, with the match of every program.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct WantedField {
    pub(crate) names: Vec<String>,
    pub(crate) only: bool,
    pub(crate) matches: Vec<Match>,
    /// For each name, whether anything in the catalogue is plainly about it.
    pub(crate) found: Vec<bool>,
}

impl WantedField {
    /// Whether anything in the catalogue is plainly about the wanted name of that position. Some of its words in a
    /// title do not make a program plainly about it.
    pub(crate) fn is_found(&self, wanted: usize) -> bool {
        self.found.get(wanted).copied().unwrap_or(false)
    }
}

impl FieldIndex {
    /// Adds the next program.
    pub(crate) fn add(&mut self, catalog: &Catalog, program: &Program) {
        self.programs.push(words(catalog, program));
    }

    /// How much every program is about what is wanted.
    pub(crate) fn wish(
        &self,
        wanted: &[String],
        only: bool,
        questionnaire: &Questionnaire,
        names: &Names,
    ) -> WantedField {
        let ready: Vec<Wanted> = wanted.iter().map(|name| look_for(name, questionnaire, names)).collect();
        let scale = &questionnaire.scales.field;
        let matches = self.programs.iter().map(|words| best(words, &ready, scale)).collect();
        let is_about =
            |words: &Words, wanted: &Wanted| !matches!(value_of(words, wanted, scale).1, Why::SomeWords | Why::Nothing);
        let found = ready.iter().map(|wanted| self.programs.iter().any(|words| is_about(words, wanted))).collect();
        WantedField { names: wanted.to_vec(), only, matches, found }
    }
}

fn words(catalog: &Catalog, program: &Program) -> Words {
    let courses = program.course_list.iter().map(|used| fold(&catalog.course(used.course).title)).collect::<Vec<_>>();
    Words {
        title: fold(&program.title),
        subjects: program.fields().iter().map(|field| fold(field)).collect(),
        skills: program.skills.value().map(|skills| skills.iter().map(|skill| fold(skill)).collect()),
        courses,
    }
}

fn look_for(name: &str, questionnaire: &Questionnaire, names: &Names) -> Wanted {
    let folded = fold(name);
    let subject = names.field(name).map(fold);
    let mut wanted =
        Wanted { subject, phrases: vec![folded.clone()], related: Vec::new(), related_subjects: Vec::new() };
    for meaning in &questionnaire.words {
        if meaning.means.iter().any(|word| fold(word) == folded) {
            wanted.phrases.extend(meaning.means.iter().map(|word| fold(word)).filter(|word| *word != folded));
            wanted.related.extend(meaning.related.iter().map(|word| fold(word)));
            wanted.related_subjects.extend(meaning.subjects.iter().map(|word| fold(word)));
        }
    }
    wanted
}

/// The best match among the wanted names; the first of equal ones.
fn best(words: &Words, wanted: &[Wanted], scale: &FieldScale) -> Match {
    let mut best = Match {
        value: Interval::exactly(0.0),
        why: Why::Nothing,
        wanted: 0,
        admits: false,
        knows_subjects: !words.subjects.is_empty(),
    };
    let mut most = 0.0_f64;
    for (at, wanted) in wanted.iter().enumerate() {
        let (value, why) = value_of(words, wanted, scale);
        if value > best.value.mid {
            best = Match { value: Interval::exactly(value), why, wanted: at as u8, ..best };
        }
        best.admits |= !matches!(why, Why::RelatedSubject | Why::SomeWords | Why::Nothing);
        most = most.max(most_possible(words, value, scale));
    }
    let known = best.value.mid;
    // What is not on record could still speak for the program, so nothing is ever counted as nothing.
    let doubt = if most > known { LEAST_WHERE_UNKNOWN * most } else { 0.0 };
    best.value = Interval { low: known, mid: known.max(doubt), high: most.max(known) };
    best
}

/// The share of the possible that counts where only unknown facts could speak for a program.
const LEAST_WHERE_UNKNOWN: f64 = 0.05;

/// The most that facts which are not on record could make of a value.
fn most_possible(words: &Words, value: f64, scale: &FieldScale) -> f64 {
    let subject = if words.subjects.is_empty() { scale.subject } else { 0.0 };
    let skill = if words.skills.is_none() { scale.skill } else { 0.0 };
    let course = if words.courses.is_empty() { scale.course } else { 0.0 };
    value.max(subject).max(skill).max(course)
}

fn value_of(words: &Words, wanted: &Wanted, scale: &FieldScale) -> (f64, Why) {
    let candidates = [
        (scale.subject, Why::Subject),
        (scale.same_title, Why::SameTitle),
        (scale.second_subject, Why::SecondSubject),
        (scale.title, Why::Title),
        (scale.title_words, Why::TitleWords),
        (scale.skill, Why::Skill),
        (scale.related, Why::Related),
        (scale.course, Why::Course),
        (scale.related_subject, Why::RelatedSubject),
    ];
    let mut best = (0.0, Why::Nothing);
    for (value, why) in candidates {
        if value > best.0 && holds(words, wanted, why) {
            best = (value, why);
        }
    }
    let some = scale.some_words * share_of_words(words, &wanted.phrases[0]);
    if some > best.0 { (some, Why::SomeWords) } else { best }
}

fn holds(words: &Words, wanted: &Wanted, why: Why) -> bool {
    let any_in = |text: &String, phrases: &[String]| phrases.iter().any(|phrase| holds_phrase(text, phrase));
    match why {
        Why::Subject => words.subjects.first().is_some_and(|subject| Some(subject) == wanted.subject.as_ref()),
        Why::SecondSubject => words.subjects.iter().skip(1).any(|subject| Some(subject) == wanted.subject.as_ref()),
        Why::SameTitle => wanted.phrases.contains(&words.title),
        Why::Title => any_in(&words.title, &wanted.phrases),
        Why::TitleWords => holds_all_words(&words.title, &wanted.phrases[0]),
        Why::Skill => words.skills.iter().flatten().any(|skill| any_in(skill, &wanted.phrases)),
        Why::Course => words.courses.iter().any(|course| any_in(course, &wanted.phrases)),
        Why::Related => any_in(&words.title, &wanted.related),
        Why::RelatedSubject => words.subjects.iter().any(|subject| wanted.related_subjects.contains(subject)),
        Why::SomeWords | Why::Nothing => false,
    }
}

fn holds_all_words(text: &str, phrase: &str) -> bool {
    let mut telling = telling_words(phrase).peekable();
    telling.peek().is_some() && telling.all(|word| starts_a_word(text, word))
}

fn share_of_words(words: &Words, phrase: &str) -> f64 {
    let all = telling_words(phrase).count();
    if all < 2 {
        return 0.0;
    }
    let found = telling_words(phrase)
        .filter(|word| starts_a_word(&words.title, word) || words.subjects.iter().any(|s| starts_a_word(s, word)));
    found.count() as f64 / all as f64
}

/// Whether a word stands in a text, or begins one of its words where it is long enough to mean the same.
pub(crate) fn starts_a_word(text: &str, word: &str) -> bool {
    text.split(' ').any(|other| other == word || (word.len() >= 5 && other.starts_with(word)))
}
