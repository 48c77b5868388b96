//! Answers: a map from questions to what was said, read from and written to JSON. The order in which questions were
//! answered is never kept. A missing question is skipped; anything that is not understood is an error that names the
//! nearest right word, and all errors of a file are reported at once.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::{Map, Value, json};

use super::languages;
use super::names::{Found, Names, fold};
use super::parse;
use super::{AnswerKind, Item, Question, Questionnaire};
use crate::catalog::{Currency, did_you_mean, printable};

/// What was said to a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// One of its choices, by its value.
    Choice(String),
    /// Where one stands in the field, and that one cannot prepare before a program that starts higher.
    CannotPrepare(String),
    /// Hours a week.
    Hours(f64),
    /// A deadline.
    Date(Date),
    /// A deadline in months from the day reckoned from, where it is none of the choices.
    Months(u32),
    /// The most one would pay.
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
#[error("{}", .0.join("\n"))]
pub struct AnswersError(
    /// One sentence for each thing that is not understood.
    pub Vec<String>,
);

/// What was said to which question.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Answers {
    given: BTreeMap<Question, Answer>,
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
        let pairs: Pairs = serde_json::from_str(text).map_err(|error| {
            let error = error.to_string();
            AnswersError(vec![format!(
                "The answers are not a JSON object of questions and answers: {}.",
                printable(&error)
            )])
        })?;
        Self::from_pairs(pairs.0, questionnaire, names)
    }

    /// Reads answers from a JSON value.
    pub fn from_json(value: Value, questionnaire: &Questionnaire, names: &Names) -> Result<Self, AnswersError> {
        let Value::Object(map) = value else {
            return Err(AnswersError(vec!["The answers are not a JSON object of questions and answers.".to_owned()]));
        };
        Self::from_pairs(map.into_iter().collect(), questionnaire, names)
    }

    fn from_pairs(pairs: Vec<(String, Value)>, asked: &Questionnaire, names: &Names) -> Result<Self, AnswersError> {
        let mut answers = Self::new();
        let mut problems = Vec::new();
        let mut seen = Vec::new();
        for (key, value) in pairs {
            let question = match known_question(&key) {
                Ok(question) => question,
                Err(problem) => {
                    problems.push(problem);
                    continue;
                }
            };
            if seen.contains(&question) {
                problems.push(format!("`{}` is answered twice; a question has one answer.", question.slug()));
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
        let problem = |text: String| AnswersError(vec![text]);
        let Some((key, text)) = setting.split_once('=') else {
            return Err(problem(format!("`{}` is not of the form QUESTION=VALUE.", printable(setting))));
        };
        let question = known_question(key.trim()).map_err(problem)?;
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
        let is_of_answers = given.keys().all(|key| Question::from_slug(key).is_some());
        is_of_answers.then(|| given.values().filter(|value| !value.is_null()).count())
    }

    /// What was said, as JSON in the form that `parse` reads.
    pub fn to_json(&self) -> Value {
        let said = self.given.iter().map(|(question, answer)| (question.slug().to_owned(), answer.to_json()));
        Value::Object(said.collect::<Map<String, Value>>())
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
        self.given.is_empty()
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
            Some(Self::Date(date)) if date < as_of => Err(AnswersError(vec![parse::has_passed(date, as_of)])),
            answer => Ok(answer),
        }
    }

    /// The answer as JSON.
    pub fn to_json(&self) -> Value {
        match self {
            Self::Choice(value) => json!(value),
            Self::CannotPrepare(value) => json!({"is": value, "cannot_prepare": true}),
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

/// A number without a needless fraction.
fn number(value: f64) -> Value {
    if value.fract().abs() < f64::EPSILON { json!(value as i64) } else { json!(value) }
}

fn known_question(key: &str) -> Result<Question, String> {
    Question::from_slug(key).ok_or_else(|| {
        let slugs = || Question::ALL.iter().map(|question| question.slug());
        let mut hint = did_you_mean(key, slugs());
        if hint.is_empty() {
            let all = slugs().map(|slug| format!("`{slug}`")).collect::<Vec<_>>();
            hint = format!(" The questions are {}.", all.join(", "));
        }
        format!("No question is called `{}`.{hint}", printable(key))
    })
}

/// What was typed, as the JSON that stands for it.
fn read_typed(item: &Item, typed: &str) -> Value {
    if typed.is_empty() || typed == "null" {
        return Value::Null;
    }
    let is_json = typed.starts_with(['{', '[', '"']);
    if let (true, Ok(value)) = (is_json, serde_json::from_str(typed)) {
        return value;
    }
    match item.kind {
        AnswerKind::Many => read_typed_names(typed),
        AnswerKind::ChoiceOrNumber if item.choice(typed).is_none() => {
            typed.parse::<f64>().map_or_else(|_| json!(typed), |hours| json!(hours))
        }
        _ => json!(typed),
    }
}

fn read_typed_names(typed: &str) -> Value {
    let split =
        |names: &str| json!(names.split(',').map(str::trim).filter(|name| !name.is_empty()).collect::<Vec<_>>());
    if let Some(names) = typed.strip_prefix("only:").or_else(|| typed.strip_prefix("only ")) {
        return json!({"only": split(names)});
    }
    match typed.strip_prefix("must:") {
        Some(names) => json!({"must": split(names)}),
        None => split(typed),
    }
}

/// Reads the answer to one question; nothing where it says nothing.
fn read_answer(item: &Item, value: &Value, names: &Names) -> Result<Option<Answer>, Vec<String>> {
    if value.is_null() {
        return Ok(None);
    }
    let one = |answer: Result<Answer, String>| answer.map(Some).map_err(|problem| vec![problem]);
    match item.question {
        Question::Field => names_answer(item, value, |name| field_name(name, names)),
        Question::Language => names_answer(item, value, |name| language_name(name, names)),
        Question::Institution => institutions_answer(value, names),
        Question::Hours => one(hours(item, value)),
        Question::Horizon => one(deadline(item, value)),
        Question::Budget => one(budget(item, value)),
        Question::Level => one(level(item, value)),
        _ => one(choice(item, value)),
    }
}

fn choice(item: &Item, value: &Value) -> Result<Answer, String> {
    match value.as_str() {
        Some(text) if item.choice(text).is_some() => Ok(Answer::Choice(text.to_owned())),
        _ => Err(not_a_choice(item, value, "")),
    }
}

/// Says that a value is no answer, in the words of the question, with the nearest choice and what else would do.
fn not_a_choice(item: &Item, value: &Value, or_else: &str) -> String {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let choices = || item.choices.iter().map(|choice| choice.value.as_str());
    let hint = did_you_mean(&text, choices());
    let text = printable(&text);
    let says = match item.question {
        Question::Horizon => format!("`{text}` is no deadline"),
        Question::Hours => format!("`{text}` is no number of hours a week"),
        Question::Budget => format!("`{text}` is no amount of money"),
        other => format!("`{text}` is no answer to “{}” ({})", item.title, other.slug()),
    };
    let all: Vec<String> = choices().map(|value| format!("`{value}`")).collect();
    match all.split_last() {
        Some((last, rest)) if or_else.is_empty() => format!("{says}.{hint} Say {} or {last}.", rest.join(", ")),
        _ => format!("{says}.{hint} Say {} or {or_else}.", all.join(", ")),
    }
}

fn hours(item: &Item, value: &Value) -> Result<Answer, String> {
    match value.as_f64() {
        Some(hours) if (0.5..=168.0).contains(&hours) => Ok(Answer::Hours(hours)),
        Some(_) => Err(format!("`{value}` hours a week cannot be: say a number from 0.5 to 168.")),
        None => choice(item, value).map_err(|_| not_a_choice(item, value, "a number such as 6")),
    }
}

fn deadline(item: &Item, value: &Value) -> Result<Answer, String> {
    let Some(text) = value.as_str().filter(|text| item.choice(text).is_none()) else {
        return choice(item, value).map_err(|_| not_a_deadline(item, value));
    };
    if let Some(months) = parse::months(text) {
        let same = item.choices.iter().find(|choice| choice.months == Some(f64::from(months)));
        return Ok(same.map_or(Answer::Months(months), |choice| Answer::Choice(choice.value.clone())));
    }
    parse::date(text).map(Answer::Date).ok_or_else(|| not_a_deadline(item, value))
}

fn not_a_deadline(item: &Item, value: &Value) -> String {
    not_a_choice(item, value, "another number of months such as 9m, or a date such as 2027-06-30")
}

fn budget(item: &Item, value: &Value) -> Result<Answer, String> {
    if let Some(text) = value.as_str().filter(|text| item.choice(text).is_none()) {
        return typed_budget(item, value, text);
    }
    let Value::Object(map) = value else {
        return choice(item, value).map_err(|_| not_a_choice(item, value, "an amount such as 900 USD"));
    };
    known_keys("budget", map, &["amount", "currency"])?;
    let amount = map.get("amount").and_then(Value::as_f64);
    let Some(amount) = amount.filter(|amount| (0.0..1e12).contains(amount)) else {
        return Err("`budget` needs an `amount` that is a number, 0 or more.".to_owned());
    };
    let code = map.get("currency").and_then(Value::as_str);
    let Some(currency) = code.and_then(Currency::parse) else {
        return Err("`budget` needs a `currency` of three capital letters, such as \"USD\".".to_owned());
    };
    Ok(Answer::Money { hundredths: (amount * 100.0).round() as i64, currency })
}

fn typed_budget(item: &Item, value: &Value, text: &str) -> Result<Answer, String> {
    match parse::money(text) {
        Ok(Some((amount, currency))) => Ok(Answer::Money { hundredths: (amount * 100.0).round() as i64, currency }),
        Ok(None) => Err(not_a_choice(item, value, "an amount such as 900 USD or €800")),
        Err(ambiguous) => Err(ambiguous),
    }
}

fn level(item: &Item, value: &Value) -> Result<Answer, String> {
    let Value::Object(map) = value else { return choice(item, value) };
    known_keys("level", map, &["is", "cannot_prepare"])?;
    let cannot_prepare = match map.get("cannot_prepare") {
        None | Some(Value::Null) => false,
        Some(value) => value.as_bool().ok_or("`cannot_prepare` of `level` is true or false.")?,
    };
    match choice(item, map.get("is").unwrap_or(&Value::Null))? {
        Answer::Choice(value) if cannot_prepare => Ok(Answer::CannotPrepare(value)),
        answer => Ok(answer),
    }
}

fn known_keys(question: &str, map: &Map<String, Value>, known: &[&str]) -> Result<(), String> {
    match map.keys().find(|key| !known.contains(&key.as_str())) {
        Some(key) => {
            let hint = did_you_mean(key, known.iter().copied());
            Err(format!("`{question}` has no part called `{}`.{hint}", printable(key)))
        }
        None => Ok(()),
    }
}

fn field_name(name: &str, names: &Names) -> Result<Vec<String>, String> {
    if fold(name).is_empty() {
        return Err("A name in `field` is empty.".to_owned());
    }
    Ok(vec![names.field(name).map_or_else(|| printable(name.trim()).into_owned(), str::to_owned)])
}

fn language_name(name: &str, names: &Names) -> Result<Vec<String>, String> {
    if let Some(language) = names.language(name) {
        return Ok(vec![language.to_owned()]);
    }
    // A language of which the catalogue knows nothing is still a language that one can study in.
    if let Some(language) = languages::known(name) {
        return Ok(vec![language.to_owned()]);
    }
    let hint = did_you_mean(name, names.languages.iter().map(String::as_str).chain(languages::all()));
    let all = names.languages.join(", ");
    let has = if all.is_empty() { String::new() } else { format!(" The catalogue has {all}.") };
    Err(format!("No language is called `{}`.{hint}{has}", printable(name)))
}

fn institution_name(name: &str, names: &Names) -> Result<Vec<String>, String> {
    match names.institution(name) {
        Found::These(found) => Ok(found.iter().map(|ix| names.institution_name(*ix).to_owned()).collect()),
        Found::Nearest(Some(near)) => Err(format!(
            "No institution of the catalogue is called `{}`. Did you mean `{}`?",
            printable(name),
            printable(&near)
        )),
        Found::Nearest(None) if fold(name).is_empty() => Err("A name in `institution` is empty.".to_owned()),
        // No slip, but a school that offers nothing here: kept as said, and told in the result.
        Found::Nearest(None) => Ok(vec![printable(name.trim()).into_owned()]),
    }
}

fn names_answer(
    item: &Item,
    value: &Value,
    read: impl Fn(&str) -> Result<Vec<String>, String>,
) -> Result<Option<Answer>, Vec<String>> {
    let id = item.question.slug();
    let (list, only) = match value {
        Value::Object(map) => {
            known_keys(id, map, if item.can_limit { &["only", "prefer"] } else { &["only"] }).map_err(|p| vec![p])?;
            match (map.get("only"), map.get("prefer")) {
                (Some(only), None) => (only, item.can_limit),
                (None, Some(prefer)) => (prefer, false),
                _ => return Err(vec![format!("`{id}` is either a list or {{\"only\": [...]}}.")]),
            }
        }
        list => (list, false),
    };
    let names = read_names(id, list, read)?;
    Ok((!names.is_empty()).then_some(Answer::Names { names, only }))
}

fn institutions_answer(value: &Value, names: &Names) -> Result<Option<Answer>, Vec<String>> {
    let id = Question::Institution.slug();
    let read = |list: Option<&Value>| match list {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(list) => read_names(id, list, |name| institution_name(name, names)),
    };
    let (prefer, must) = match value {
        Value::Object(map) => {
            known_keys(id, map, &["prefer", "must"]).map_err(|problem| vec![problem])?;
            (read(map.get("prefer")), read(map.get("must")))
        }
        list => (read(Some(list)), Ok(Vec::new())),
    };
    let (prefer, must) = match (prefer, must) {
        (Ok(prefer), Ok(must)) => (prefer, must),
        (prefer, must) => return Err([prefer.err(), must.err()].into_iter().flatten().flatten().collect()),
    };
    let is_said = !(prefer.is_empty() && must.is_empty());
    Ok(is_said.then_some(Answer::Institutions { prefer, must }))
}

/// A list of names, or one name, each read; in the order of the alphabet, because the order of answers means nothing.
fn read_names(
    id: &str,
    value: &Value,
    read: impl Fn(&str) -> Result<Vec<String>, String>,
) -> Result<Vec<String>, Vec<String>> {
    let not_names = || vec![format!("`{id}` is a list of names.")];
    let texts: Vec<&str> = match value {
        Value::String(text) => vec![text],
        Value::Array(values) => values.iter().map(Value::as_str).collect::<Option<_>>().ok_or_else(not_names)?,
        _ => return Err(not_names()),
    };
    let mut names = Vec::new();
    let mut problems = Vec::new();
    for text in texts {
        match read(text) {
            Ok(found) => names.extend(found),
            Err(problem) => problems.push(problem),
        }
    }
    names.sort();
    names.dedup();
    if problems.is_empty() { Ok(names) } else { Err(problems) }
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
