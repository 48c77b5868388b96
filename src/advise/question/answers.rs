//! Answers: a map from questions to what was said, read from and written to JSON. The order in which questions were
//! answered is never kept. A missing question is skipped; anything that is not understood is an error that names the
//! nearest right word, and all errors of a file are reported at once.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::{Map, Value, json};

use super::names::Names;
use super::problem::{AnswerProblem, DeadlinePassed};
use super::read::{known_question, read_answer, read_names, read_typed};
use super::{Item, Question, Questionnaire};
use crate::catalog::{Currency, printable};

/// What was said to a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// One of its choices, by its value.
    Choice(String),
    /// Where one stands in the field, and that one cannot prepare before a program that starts higher.
    CannotPrepare(String),
    /// The school at which it should count toward a degree.
    CreditAt(String),
    /// Hours a week.
    Hours(f64),
    /// A deadline.
    Date(Date),
    /// A deadline in months from the day reckoned from, where it is none of the choices.
    Months(u32),
    /// The most that the person would pay.
    Money {
        /// In hundredths.
        hundredths: i64,
        /// Of which currency.
        currency: Currency,
    },
    /// Fields, in the catalogue's spelling where it has them; or languages.
    Names {
        /// At least one.
        names: Vec<String>,
        /// Whether nothing else will do.
        only: bool,
    },
    /// Institutions, by their full names; at least one in all.
    Institutions {
        /// Those that count for more.
        prefer: Vec<String>,
        /// Those without which a program is out.
        must: Vec<String>,
    },
}

/// Hours are never NaN: only numbers above 0 are read.
impl Eq for Answer {}

/// A file of answers that is not understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.sentences().join("\n"))]
pub struct AnswersError(
    /// Each thing that is not understood.
    pub Vec<AnswerProblem>,
);

impl AnswersError {
    /// A sentence for each thing that is not understood.
    pub fn sentences(&self) -> Vec<String> {
        self.0.iter().map(ToString::to_string).collect()
    }
}

impl From<AnswerProblem> for AnswersError {
    fn from(problem: AnswerProblem) -> Self {
        Self(vec![problem])
    }
}

/// What was said to which question.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Answers {
    given: BTreeMap<Question, Answer>,
    /// Courses that are finished, by id or title, in the order of the alphabet.
    done: Vec<String>,
}

impl Answers {
    /// Nothing said yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a file of answers.
    pub fn parse(text: &str, questionnaire: &Questionnaire, names: &Names) -> Result<Self, AnswersError> {
        // Some editors begin a file with a mark of its encoding, which says nothing.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let pairs: Pairs =
            serde_json::from_str(text).map_err(|error| AnswerProblem::NotAnObject(Some(error.to_string())))?;
        Self::from_pairs(pairs.0, questionnaire, names)
    }

    /// Reads answers from a JSON value.
    pub fn from_json(value: Value, questionnaire: &Questionnaire, names: &Names) -> Result<Self, AnswersError> {
        let Value::Object(map) = value else {
            return Err(AnswerProblem::NotAnObject(None).into());
        };
        Self::from_pairs(map.into_iter().collect(), questionnaire, names)
    }

    fn from_pairs(pairs: Vec<(String, Value)>, asked: &Questionnaire, names: &Names) -> Result<Self, AnswersError> {
        let mut answers = Self::new();
        let mut problems = Vec::new();
        let mut seen = Vec::new();
        for (key, value) in pairs {
            if key == DONE {
                match read_names(DONE, &value, |name| Ok(vec![printable(name.trim()).into_owned()])) {
                    Ok(done) => answers.done = done,
                    Err(found) => problems.extend(found),
                }
                continue;
            }
            let question = match known_question(&key) {
                Ok(question) => question,
                Err(problem) => {
                    problems.push(problem);
                    continue;
                }
            };
            if seen.contains(&question) {
                problems.push(AnswerProblem::Twice(question));
            }
            seen.push(question);
            match read_answer(asked.item(question), &value, names) {
                Ok(Some(answer)) => answers.set(question, answer),
                Ok(None) => answers.clear(question),
                Err(found) => problems.extend(found),
            }
        }
        if problems.is_empty() { Ok(answers) } else { Err(AnswersError(problems)) }
    }

    /// These answers with those of one more setting such as `hours=8-12`, `field=data science,AI` or `credit=` (taken
    /// back). What stands after the sign may be JSON.
    pub fn with_setting(&self, setting: &str, asked: &Questionnaire, names: &Names) -> Result<Self, AnswersError> {
        let Some((key, text)) = setting.split_once('=') else {
            return Err(AnswerProblem::NotASetting(setting.to_owned()).into());
        };
        if key.trim() == DONE {
            let names = text.split(',').map(|name| printable(name.trim()).into_owned());
            return Ok(self.clone().having_done(names.filter(|name| !name.is_empty()).collect()));
        }
        let question = known_question(key.trim())?;
        let value = read_typed(asked.item(question), text.trim());
        let mut answers = self.clone();
        match read_answer(asked.item(question), &value, names).map_err(AnswersError)? {
            Some(answer) => answers.set(question, answer),
            None => answers.clear(question),
        }
        Ok(answers)
    }

    /// How many questions a file of answers answers; nothing where the text is something else.
    pub fn measure(text: &[u8]) -> Option<usize> {
        let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
        let Value::Object(given) = serde_json::from_slice(text).ok()? else { return None };
        let is_of_answers = given.keys().all(|key| key == DONE || Question::called(key).is_ok());
        is_of_answers.then(|| given.values().filter(|value| !value.is_null()).count())
    }

    /// What was said, as JSON in the form that `parse` reads.
    pub fn to_json(&self) -> Value {
        let said = self.given.iter().map(|(question, answer)| (question.slug().to_owned(), answer.to_json()));
        let done = (!self.done.is_empty()).then(|| (DONE.to_owned(), json!(self.done)));
        Value::Object(said.chain(done).collect::<Map<String, Value>>())
    }

    /// Courses that are finished, by id or title.
    pub fn done(&self) -> &[String] {
        &self.done
    }

    /// These answers of someone who has finished these courses.
    #[must_use]
    pub fn having_done(mut self, mut courses: Vec<String>) -> Self {
        courses.sort();
        courses.dedup();
        self.done = courses;
        self
    }

    /// Says something to a question, in place of what was said before.
    pub fn set(&mut self, question: Question, answer: Answer) {
        self.given.insert(question, answer);
    }

    /// Takes an answer back: the question is skipped.
    pub fn clear(&mut self, question: Question) {
        self.given.remove(&question);
    }

    /// These answers with some changed.
    #[must_use]
    pub fn with(&self, change: &[(Question, Answer)]) -> Self {
        let mut answers = self.clone();
        for (question, answer) in change {
            answers.set(*question, answer.clone());
        }
        answers
    }

    /// What was said to a question, active or not.
    pub fn get(&self, question: Question) -> Option<&Answer> {
        self.given.get(&question)
    }

    /// Everything that was said.
    pub fn iter(&self) -> impl Iterator<Item = (Question, &Answer)> {
        self.given.iter().map(|(question, answer)| (*question, answer))
    }

    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.given.is_empty() && self.done.is_empty()
    }

    /// How many questions are answered.
    pub fn len(&self) -> usize {
        self.given.len()
    }

    /// Whether a question is asked at all, given the other answers. An answer to one that is not stays but does
    /// nothing.
    pub fn is_active(&self, item: &Item) -> bool {
        let Some(ask_if) = &item.ask_if else { return true };
        let choice = self.get(ask_if.question).and_then(Answer::choice);
        choice.is_some_and(|choice| ask_if.any_of.iter().any(|value| value == choice))
    }

    /// Answers to questions that are not asked, given the other answers: kept, listed, without effect.
    pub fn inactive(&self, questionnaire: &Questionnaire) -> Vec<Question> {
        let is_idle = |question: &Question| !self.is_active(questionnaire.item(*question));
        self.given.keys().copied().filter(is_idle).collect()
    }

    /// The answers that count.
    #[must_use]
    pub(crate) fn active(&self, questionnaire: &Questionnaire) -> Self {
        let mut active = self.clone();
        active.given.retain(|question, _| self.is_active(questionnaire.item(*question)));
        active
    }
}

impl Answer {
    /// The value of the choice that was made, if it was one.
    pub fn choice(&self) -> Option<&str> {
        match self {
            Self::Choice(value) | Self::CannotPrepare(value) => Some(value),
            _ => None,
        }
    }

    /// Reads what was typed to a question, as on a command line: a choice, a number, a date, `9 months`, `900 EUR`,
    /// names with commas between them, or JSON. Nothing typed is no answer; a date before `as_of` is refused.
    pub fn read(item: &Item, typed: &str, names: &Names, as_of: Date) -> Result<Option<Self>, AnswersError> {
        let answer = read_answer(item, &read_typed(item, typed.trim()), names).map_err(AnswersError)?;
        match answer {
            Some(Self::Date(date)) if date < as_of => Err(AnswerProblem::from(DeadlinePassed { date, as_of }).into()),
            answer => Ok(answer),
        }
    }

    /// The answer as JSON.
    pub fn to_json(&self) -> Value {
        match self {
            Self::Choice(value) => json!(value),
            Self::CannotPrepare(value) => json!({"is": value, "cannot_prepare": true}),
            Self::CreditAt(school) => json!({"at": school}),
            Self::Hours(hours) => number(*hours),
            Self::Date(date) => json!(date.to_string()),
            Self::Months(months) => json!(format!("{months}m")),
            Self::Money { hundredths, currency } => {
                json!({"amount": number(*hundredths as f64 / 100.0), "currency": currency.code()})
            }
            Self::Names { names, only: false } => json!(names),
            Self::Names { names, only: true } => json!({"only": names}),
            Self::Institutions { prefer, must } => json!({"prefer": prefer, "must": must}),
        }
    }

    /// The answer in one line, as in a file: `8-12`, `2027-06-30`, `EUR 900`, `only English, Spanish`.
    pub fn short(&self) -> String {
        match self {
            Self::Choice(value) | Self::CannotPrepare(value) => value.clone(),
            Self::CreditAt(school) => format!("at {school}"),
            Self::Hours(hours) => number(*hours).to_string(),
            Self::Date(date) => date.to_string(),
            Self::Months(months) => format!("{months}m"),
            Self::Money { hundredths, currency } => {
                format!("{} {}", currency.code(), number(*hundredths as f64 / 100.0))
            }
            Self::Names { names, only } => format!("{}{}", if *only { "only " } else { "" }, names.join(", ")),
            Self::Institutions { prefer, must } if must.is_empty() => prefer.join(", "),
            Self::Institutions { prefer, must } if prefer.is_empty() => format!("must: {}", must.join(", ")),
            Self::Institutions { prefer, must } => {
                format!("must: {}; prefer: {}", must.join(", "), prefer.join(", "))
            }
        }
    }
}

/// The key of the finished courses in a file of answers.
const DONE: &str = "done";

/// A number without a needless fraction.
fn number(value: f64) -> Value {
    if value.fract().abs() < f64::EPSILON { json!(value as i64) } else { json!(value) }
}

/// The pairs of a JSON object as they stand, so that a key that stands twice is not lost.
struct Pairs(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PairsVisitor;

        impl<'de> Visitor<'de> for PairsVisitor {
            type Value = Pairs;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object of questions and answers")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Pairs, M::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }

        deserializer.deserialize_map(PairsVisitor)
    }
}
