//! Answers: a map from questions to answers, read from and written to JSON. The order of answering is never stored. A
//! missing question counts as skipped. Anything that is not understood is an error that names the nearest correct word,
//! and all errors of a file are reported at once.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::{Map, Value, json};

use super::names::Names;
use super::problem::{AnswerProblem, AnswersError};
use super::read::{known_question, read_answer, read_names};
use super::{Answer, Item, Question, Questionnaire};
use crate::catalog::printable;
use crate::names::{is_comma, is_equals_sign};
use crate::plan::DONE;

/// The answers to all questions.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Answers {
    given: BTreeMap<Question, Answer>,
    /// The finished courses, by id or title, in alphabetical order.
    done: Vec<String>,
}

impl Answers {
    /// Returns an empty set of answers.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a file of answers.
    ///
    /// # Errors
    ///
    /// [`AnswersError`] with everything that is not understood.
    pub fn parse(text: &str, questionnaire: &Questionnaire, names: &Names) -> Result<Self, AnswersError> {
        // Some editors start a file with a byte order mark.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let pairs: Pairs =
            serde_json::from_str(text).map_err(|error| AnswerProblem::NotAnObject(Some(error.to_string())))?;
        Self::from_pairs(pairs.0, questionnaire, names)
    }

    /// Reads answers from a JSON value.
    ///
    /// # Errors
    ///
    /// [`AnswersError`] with everything that is not understood.
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

    /// Returns these answers with one more setting, such as `hours=8-12`, `field=data science,AI`, or `credit=` to take
    /// the answer back. The value may be JSON.
    ///
    /// # Errors
    ///
    /// [`AnswersError`] if the setting is not understood.
    pub fn with_setting(
        &self,
        setting: &str,
        asked: &Questionnaire,
        names: &Names,
        as_of: Date,
    ) -> Result<Self, AnswersError> {
        let Some((key, text)) = setting.split_once(is_equals_sign) else {
            return Err(AnswerProblem::NotASetting(setting.to_owned()).into());
        };
        if key.trim() == DONE {
            let names = text.split(is_comma).map(|name| printable(name.trim()).into_owned());
            return Ok(self.clone().having_done(names.filter(|name| !name.is_empty()).collect()));
        }
        let question = known_question(key.trim())?;
        let mut answers = self.clone();
        match Answer::read(asked.item(question), text, names, as_of)? {
            Some(answer) => answers.set(question, answer),
            None => answers.clear(question),
        }
        Ok(answers)
    }

    /// Returns the name of the question that a setting answers, however the setting writes it; `None` if the setting is
    /// not understood.
    pub fn question_of(setting: &str) -> Option<&'static str> {
        let (key, _) = setting.split_once(is_equals_sign)?;
        let key = key.trim();
        if key == DONE { Some(DONE) } else { Question::called(key).ok().map(Question::slug) }
    }

    /// Returns how many questions a file of answers answers, or `None` if the text is not one.
    pub fn measure(text: &[u8]) -> Option<usize> {
        let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
        let Value::Object(given) = serde_json::from_slice(text).ok()? else { return None };
        let is_of_answers = given.keys().all(|key| key == DONE || Question::called(key).is_ok());
        is_of_answers.then(|| given.values().filter(|value| !value.is_null()).count())
    }

    /// Returns the answers as JSON in the format that [`parse`](Self::parse) reads.
    pub fn to_json(&self) -> Value {
        let said = self.given.iter().map(|(question, answer)| (question.slug().to_owned(), answer.to_json()));
        let done = (!self.done.is_empty()).then(|| (DONE.to_owned(), json!(self.done)));
        Value::Object(said.chain(done).collect::<Map<String, Value>>())
    }

    /// Returns the finished courses, by id or title.
    pub fn done(&self) -> &[String] {
        &self.done
    }

    /// Returns these answers with the finished courses replaced.
    #[must_use]
    pub fn having_done(mut self, mut courses: Vec<String>) -> Self {
        courses.sort();
        courses.dedup();
        self.done = courses;
        self
    }

    /// Sets the answer to a question, replacing any earlier one.
    pub fn set(&mut self, question: Question, answer: Answer) {
        self.given.insert(question, answer);
    }

    /// Removes the answer to a question, which is then skipped.
    pub fn clear(&mut self, question: Question) {
        self.given.remove(&question);
    }

    /// Returns these answers with some of them changed.
    #[must_use]
    pub fn with(&self, change: &[(Question, Answer)]) -> Self {
        let mut answers = self.clone();
        for (question, answer) in change {
            answers.set(*question, answer.clone());
        }
        answers
    }

    /// Returns the answer to a question, active or not, or `None` if it is skipped.
    pub fn get(&self, question: Question) -> Option<&Answer> {
        self.given.get(&question)
    }

    /// Returns all answers.
    pub fn iter(&self) -> impl Iterator<Item = (Question, &Answer)> {
        self.given.iter().map(|(question, answer)| (*question, answer))
    }

    /// Whether there are no answers and no finished courses.
    pub fn is_empty(&self) -> bool {
        self.given.is_empty() && self.done.is_empty()
    }

    /// Returns the number of answered questions.
    pub fn len(&self) -> usize {
        self.given.len()
    }

    /// Whether a question is asked, given the other answers. An answer to one that is not asked is kept without effect.
    pub fn is_active(&self, item: &Item) -> bool {
        let Some(ask_if) = &item.ask_if else { return true };
        let choice = self.get(ask_if.question).and_then(Answer::choice);
        choice.is_some_and(|choice| ask_if.any_of.iter().any(|value| value == choice))
    }

    /// Returns the questions that are answered but not asked, given the other answers.
    pub fn inactive(&self, questionnaire: &Questionnaire) -> Vec<Question> {
        let is_idle = |question: &Question| !self.is_active(questionnaire.item(*question));
        self.given.keys().copied().filter(is_idle).collect()
    }

    /// Returns the answers that have an effect.
    #[must_use]
    pub(crate) fn active(&self, questionnaire: &Questionnaire) -> Self {
        let mut active = self.clone();
        active.given.retain(|question, _| self.is_active(questionnaire.item(*question)));
        active
    }
}

/// The pairs of a JSON object in order, including repeated keys, which a map would lose.
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
