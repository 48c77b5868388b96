//! What a JSON value, or what was typed, means as the answer to a question. What is not understood is refused in a sentence
//! that names the nearest right word.

use serde_json::{Map, Value, json};

use super::languages;
use super::names::{Found, Names, fold};
use super::parse;
use super::{Answer, AnswerKind, Item, Question};
use crate::catalog::{Currency, did_you_mean, printable};

pub(crate) fn known_question(key: &str) -> Result<Question, String> {
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
pub(crate) fn read_typed(item: &Item, typed: &str) -> Value {
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
pub(crate) fn read_answer(item: &Item, value: &Value, names: &Names) -> Result<Option<Answer>, Vec<String>> {
    if value.is_null() {
        return Ok(None);
    }
    let one = |answer: Result<Answer, String>| answer.map(Some).map_err(|problem| vec![problem]);
    match item.question {
        Question::Field => names_answer(item, value, |name| field_name(name, names)),
        Question::Language => names_answer(item, value, |name| language_name(name, names)),
        Question::Institution => institutions_answer(value, names),
        Question::Credit => one(credit(item, value, names)),
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

/// Whether credit is wanted, or at which school: `{"at": "a school"}`, or the name of one that the catalogue has.
fn credit(item: &Item, value: &Value, names: &Names) -> Result<Answer, String> {
    let known = |school: &str| match names.institution(school) {
        Found::These(found) => found.first().map(|ix| names.institution_name(*ix).to_owned()),
        Found::Nearest(_) => None,
    };
    if let Value::Object(map) = value {
        known_keys("credit", map, &["at"])?;
        let school = map.get("at").and_then(Value::as_str).filter(|school| !fold(school).is_empty());
        let school = school.ok_or("`at` of `credit` is the name of a school.")?;
        return Ok(Answer::CreditAt(known(school).unwrap_or_else(|| printable(school.trim()).into_owned())));
    }
    match value.as_str().filter(|text| item.choice(text).is_none()).and_then(known) {
        Some(school) => Ok(Answer::CreditAt(school)),
        None => choice(item, value),
    }
}

fn hours(item: &Item, value: &Value) -> Result<Answer, String> {
    match value.as_f64() {
        Some(hours) if (0.25..=168.0).contains(&hours) => Ok(Answer::Hours(hours)),
        Some(_) => Err(format!("`{value}` hours a week cannot be: say a number from 0.25 to 168.")),
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
pub(crate) fn read_names(
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
