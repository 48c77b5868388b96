//! Reads a JSON value or typed text as the answer to a question. What is not understood is refused with a sentence that
//! names the nearest correct word.

use jiff::civil::Date;
use serde_json::{Map, Value, json};

use super::names::Names;
use super::parse::{self, Deadline};
use super::problem::{AnswerProblem, AnswersError, DeadlinePassed, NoChoice};
use super::{Answer, AnswerKind, Choice, Item, Question};
use crate::catalog::{Currency, number_json, printable};
use crate::names::{self, Candidate, NameError, is_comma, signature};
use crate::numbers;
use crate::plan::{HOURS_OF_A_WEEK, WeeklyHours};

impl Answer {
    /// Reads an answer as typed on a command line: a choice, a number, a date, `9 months`, `900 EUR`, names separated
    /// by commas, or JSON. Returns `None` if nothing is typed.
    ///
    /// # Errors
    ///
    /// [`AnswersError`] if the text is not understood or is a date before `as_of`.
    pub fn read(item: &Item, typed: &str, names: &Names, as_of: Date) -> Result<Option<Self>, AnswersError> {
        let value = read_typed(item, typed.trim(), as_of)?;
        let answer = read_answer(item, &value, names).map_err(AnswersError)?;
        match answer {
            Some(Self::Date(date)) if date < as_of => Err(AnswerProblem::from(DeadlinePassed { date, as_of }).into()),
            answer => Ok(answer),
        }
    }
}

/// What people type if any answer to a question will do.
const ANY: [&str; 7] =
    ["any", "anything", "no preference", "does not matter", "doesn't matter", "do not care", "don't care"];

impl Item {
    /// Whether a typed line says that any answer will do and is not the name of a choice.
    pub fn means_any(&self, typed: &str) -> bool {
        let typed = names::plain(typed.trim());
        let bare = typed.strip_suffix(self.question.slug()).unwrap_or(&typed);
        ANY.contains(&bare.trim()) && called(self, &typed).is_none()
    }
}

/// Returns the question with this name.
pub(crate) fn known_question(typed: &str) -> Result<Question, AnswerProblem> {
    Question::called(typed).map_err(AnswerProblem::Question)
}

/// Returns typed text as the JSON value that it stands for.
fn read_typed(item: &Item, typed: &str, as_of: Date) -> Result<Value, AnswerProblem> {
    if typed.is_empty() || typed == "null" {
        return Ok(Value::Null);
    }
    let is_json = typed.starts_with(['{', '[', '"']);
    if let (true, Ok(value)) = (is_json, serde_json::from_str(typed)) {
        return Ok(value);
    }
    Ok(match item.kind {
        AnswerKind::Many => read_typed_names(item.question, typed),
        _ if called(item, typed).is_some() => json!(typed),
        AnswerKind::ChoiceOrNumber => read_typed_hours(item, typed),
        AnswerKind::ChoiceOrDate => match parse::deadline(typed, as_of)? {
            Some(Deadline::Months(months)) => json!(format!("{months}m")),
            Some(Deadline::Date(date)) => json!(date.to_string()),
            None => json!(typed),
        },
        AnswerKind::Choice | AnswerKind::ChoiceOrMoney => json!(typed),
    })
}

/// Returns typed hours as a number, or as the choice that a typed range is within.
fn read_typed_hours(item: &Item, typed: &str) -> Value {
    if let Some(hours) = parse::hours(typed) {
        return number_json(hours);
    }
    let rest = parse::without_unit(typed);
    let range = numbers::ends(&rest).and_then(|(low, high)| parse::hours(low).zip(parse::hours(high)));
    let within = range.and_then(|(low, high)| {
        let holds = |hours: &WeeklyHours| hours.low <= low && low <= high && high <= hours.high;
        item.choices.iter().find(|choice| choice.hours.as_ref().is_some_and(holds))
    });
    within.map_or(json!(rest), |choice| json!(choice.value))
}

fn read_typed_names(question: Question, typed: &str) -> Value {
    // The names of fields and schools may contain these words themselves.
    let typed = if question == Question::Language {
        typed.replace(" and ", ",").replace(" or ", ",")
    } else {
        typed.to_owned()
    };
    let typed = typed.as_str();
    let split =
        |names: &str| json!(names.split(is_comma).map(str::trim).filter(|name| !name.is_empty()).collect::<Vec<_>>());
    if let Some(names) = typed.strip_prefix("only:").or_else(|| typed.strip_prefix("only ")) {
        return json!({"only": split(names)});
    }
    match typed.strip_prefix("must:") {
        Some(names) => json!({"must": split(names)}),
        None => split(typed),
    }
}

/// Reads the answer to one question, or returns `None` if the value is empty.
pub(crate) fn read_answer(item: &Item, value: &Value, names: &Names) -> Result<Option<Answer>, Vec<AnswerProblem>> {
    if value.is_null() {
        return Ok(None);
    }
    let one = |answer: Result<Answer, AnswerProblem>| answer.map(Some).map_err(|problem| vec![problem]);
    match item.question {
        Question::Field => names_answer(item, value, |name| field_name(name, names)),
        Question::Language => names_answer(item, value, |name| language_name(name, names)),
        Question::Institution => institutions_answer(value, names),
        Question::Credit => one(credit(item, value, names)),
        Question::Hours => one(hours(item, value)),
        Question::Horizon => one(deadline(item, value)),
        Question::Budget => one(budget(item, value)),
        Question::Level => one(level(item, value)),
        _ => one(choice(item, value, "")),
    }
}

/// Returns the choices of a question by their names in files and on screens. Messages use the names in files, because
/// those can be typed everywhere.
fn candidates(item: &Item) -> Vec<Candidate> {
    let candidate = |choice: &Choice| Candidate::new(&choice.value, &choice.value, &[&choice.label]);
    item.choices.iter().map(candidate).collect()
}

/// Returns the choice with this full name, or with these other words for it, in any spelling.
pub(crate) fn called<'i>(item: &'i Item, typed: &str) -> Option<&'i Choice> {
    let bare = |text: &str| {
        let text = names::plain(text.trim());
        let article = ["a ", "an ", "the "].into_iter().find(|article| text.starts_with(article));
        signature(&text[article.map_or(0, str::len)..])
    };
    let wanted = bare(typed);
    let is_meant = |choice: &&Choice| choice.also.iter().any(|words| bare(words) == wanted);
    if let Some(choice) = item.choices.iter().find(is_meant) {
        return Some(choice);
    }
    let candidates = candidates(item);
    match names::exactly(typed, &candidates).as_slice() {
        [only] if has_its_numbers(typed, only) => item.choice(&only.value),
        _ => None,
    }
}

/// Whether the numbers of a typed text are those of a choice, or the first of them, in the same order. A sign is part
/// of a number: names ignore signs and tolerate slips, and `-3m` must not become `3m`.
fn has_its_numbers(typed: &str, choice: &Candidate) -> bool {
    let typed = names::plain(typed);
    let is_signed =
        typed.trim_start().strip_prefix(['-', '+']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let own = numbers_in(&typed);
    let has_exponent = typed.contains('^');
    !is_signed && !has_exponent && choice.spellings().any(|name| numbers_in(&names::plain(name)).starts_with(&own))
}

fn numbers_in(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty()).collect()
}

/// Returns the choice that is meant, by name or prefix. `or_else` describes what the question accepts
/// besides its choices.
fn choice(item: &Item, value: &Value, or_else: &'static str) -> Result<Answer, AnswerProblem> {
    let Some(typed) = value.as_str() else {
        return Err(AnswerProblem::NoChoice(Box::new(NoChoice::of(item, value.to_string(), None, or_else))));
    };
    if let Some(choice) = called(item, typed) {
        return Ok(Answer::Choice(choice.value.clone()));
    }
    let candidates = candidates(item);
    match names::resolve("choice", typed, &candidates) {
        Ok(found) if has_its_numbers(typed, found[0]) => Ok(Answer::Choice(found[0].value.clone())),
        Ok(_) => Err(AnswerProblem::NoChoice(Box::new(NoChoice::of(item, typed.to_owned(), None, or_else)))),
        Err(NameError::Unknown { typed, nearest, .. }) => {
            Err(AnswerProblem::NoChoice(Box::new(NoChoice::of(item, typed, nearest, or_else))))
        }
        Err(error) => Err(AnswerProblem::Name(error)),
    }
}

/// Returns the typed text unless it is the name of a choice.
fn beyond_choices<'v>(item: &Item, value: &'v Value) -> Option<&'v str> {
    value.as_str().filter(|typed| called(item, typed).is_none())
}

/// Reads whether credit is wanted, or at which school: `{"at": "a school"}`, or the name of a school in the catalogue.
fn credit(item: &Item, value: &Value, names: &Names) -> Result<Answer, AnswerProblem> {
    let known = |school: &str| names.institutions_called(school).ok()?.into_iter().next();
    if let Value::Object(map) = value {
        known_keys("credit", map, &["at"])?;
        let school = map.get("at").and_then(Value::as_str).filter(|school| !signature(school).is_empty());
        let school = school.ok_or(AnswerProblem::NoSchool)?;
        return Ok(Answer::CreditAt(known(school).unwrap_or_else(|| printable(school.trim()).into_owned())));
    }
    match beyond_choices(item, value).and_then(known) {
        Some(school) => Ok(Answer::CreditAt(school)),
        None => choice(item, value, ""),
    }
}

fn hours(item: &Item, value: &Value) -> Result<Answer, AnswerProblem> {
    match value.as_f64().or_else(|| value.as_str().and_then(parse::hours)) {
        Some(hours) if HOURS_OF_A_WEEK.contains(&hours) => Ok(Answer::Hours(hours)),
        Some(_) => Err(AnswerProblem::Hours(value.to_string())),
        None => choice(item, value, "a number such as `6`"),
    }
}

fn deadline(item: &Item, value: &Value) -> Result<Answer, AnswerProblem> {
    let typed = beyond_choices(item, value);
    if let Some(months) = typed.and_then(parse::months) {
        let same = item.choices.iter().find(|choice| choice.months == Some(f64::from(months)));
        return Ok(same.map_or(Answer::Months(months), |choice| Answer::Choice(choice.value.clone())));
    }
    match typed.and_then(parse::date) {
        Some(date) => Ok(Answer::Date(date)),
        None => choice(item, value, "another number of months such as `9 months`, or a date such as `2027-06-30`"),
    }
}

fn budget(item: &Item, value: &Value) -> Result<Answer, AnswerProblem> {
    if let Some(typed) = beyond_choices(item, value)
        && let Some((amount, currency)) = parse::money(typed)?
    {
        return Ok(money(amount, currency));
    }
    let Value::Object(map) = value else { return choice(item, value, "an amount such as `900 USD` or `€800`") };
    known_keys("budget", map, &["amount", "currency"])?;
    let amount = map.get("amount").and_then(Value::as_f64).filter(|amount| (0.0..1e12).contains(amount));
    let amount = amount.ok_or(AnswerProblem::NoAmount)?;
    let code = map.get("currency").and_then(Value::as_str);
    Ok(money(amount, code.and_then(Currency::parse).ok_or(AnswerProblem::NoCurrency)?))
}

fn money(amount: f64, currency: Currency) -> Answer {
    Answer::Money { hundredths: (amount * 100.0).round() as i64, currency }
}

fn level(item: &Item, value: &Value) -> Result<Answer, AnswerProblem> {
    let Value::Object(map) = value else { return choice(item, value, "") };
    known_keys("level", map, &["is", "cannot_prepare"])?;
    let cannot_prepare = match map.get("cannot_prepare") {
        None | Some(Value::Null) => false,
        Some(value) => value.as_bool().ok_or(AnswerProblem::CannotPrepare)?,
    };
    match choice(item, map.get("is").unwrap_or(&Value::Null), "")? {
        Answer::Choice(value) if cannot_prepare => Ok(Answer::CannotPrepare(value)),
        answer => Ok(answer),
    }
}

fn known_keys(
    question: &'static str,
    map: &Map<String, Value>,
    known: &'static [&'static str],
) -> Result<(), AnswerProblem> {
    match map.keys().find(|key| !known.contains(&key.as_str())) {
        Some(part) => Err(AnswerProblem::Part { question, part: part.clone(), known }),
        None => Ok(()),
    }
}

fn field_name(name: &str, names: &Names) -> Result<Vec<String>, AnswerProblem> {
    if signature(name).is_empty() {
        return Err(AnswerProblem::EmptyName(Question::Field));
    }
    Ok(vec![names.field(name).map_or_else(|| printable(name.trim()).into_owned(), str::to_owned)])
}

fn language_name(name: &str, names: &Names) -> Result<Vec<String>, AnswerProblem> {
    match names.language(name) {
        // A user may study in a language that no program of the catalogue uses.
        Ok(language) | Err(NameError::NotHere { label: language, .. }) => Ok(vec![language]),
        Err(error) => Err(AnswerProblem::Language { error, languages: names.languages.clone() }),
    }
}

fn institution_name(name: &str, names: &Names) -> Result<Vec<String>, AnswerProblem> {
    match names.institutions_called(name) {
        Ok(found) => Ok(found),
        Err(NameError::Unknown { nearest: None, .. }) if signature(name).is_empty() => {
            Err(AnswerProblem::EmptyName(Question::Institution))
        }
        // Not a misspelling, but a school without programs here: the answer is kept, and the result reports it.
        Err(NameError::Unknown { nearest: None, .. }) => Ok(vec![printable(name.trim()).into_owned()]),
        Err(error) => Err(AnswerProblem::Name(error)),
    }
}

fn names_answer(
    item: &Item,
    value: &Value,
    read: impl Fn(&str) -> Result<Vec<String>, AnswerProblem>,
) -> Result<Option<Answer>, Vec<AnswerProblem>> {
    let id = item.question.slug();
    let (list, only) = match value {
        Value::Object(map) => {
            known_keys(id, map, if item.can_limit { &["only", "prefer"] } else { &["only"] }).map_err(|p| vec![p])?;
            match (map.get("only"), map.get("prefer")) {
                (Some(only), None) => (only, item.can_limit),
                (None, Some(prefer)) => (prefer, false),
                _ => return Err(vec![AnswerProblem::ListOrOnly(id)]),
            }
        }
        list => (list, false),
    };
    let names = read_names(id, list, read)?;
    Ok((!names.is_empty()).then_some(Answer::Names { names, only }))
}

fn institutions_answer(value: &Value, names: &Names) -> Result<Option<Answer>, Vec<AnswerProblem>> {
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

/// The most names in one answer. Every program is matched with each name of a field.
const MAX_NAMES: usize = 200;

/// Reads a name or a list of at most [`MAX_NAMES`] names and returns them in alphabetical order, because their order means nothing.
pub(crate) fn read_names(
    id: &'static str,
    value: &Value,
    read: impl Fn(&str) -> Result<Vec<String>, AnswerProblem>,
) -> Result<Vec<String>, Vec<AnswerProblem>> {
    let not_names = || vec![AnswerProblem::NotNames(id)];
    let texts: Vec<&str> = match value {
        Value::String(text) => vec![text],
        Value::Array(values) => values.iter().map(Value::as_str).collect::<Option<_>>().ok_or_else(not_names)?,
        _ => return Err(not_names()),
    };
    if texts.len() > MAX_NAMES {
        return Err(vec![AnswerProblem::TooManyNames { question: id, named: texts.len(), most: MAX_NAMES }]);
    }
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
