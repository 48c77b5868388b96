//! The questionnaire as lines of text: what is printed for a question, and what a typed line means. Both the command
//! `advise` and line mode use it. It neither reads input nor writes output.

use serde_json::json;

use super::adviser::Adviser;
use super::question::{Answer, AnswerKind, Answers, AnswersError, ChoicesFrom, Item, Question};
use super::settings::Settings;
use crate::catalog::Catalog;
use crate::english::{capitalised, counted};
use crate::names::quoted;
use crate::numbers::{self, NoPlaces};

/// The most names that are listed with numbers.
const MAX_NAMES: usize = 30;

/// What a typed line asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// Give this answer.
    Answer(Answer),
    /// Continue and keep the present answer.
    Keep,
    /// Leave the question unanswered.
    Skip,
    /// Go to the previous question.
    Back,
    /// Show why the question is asked.
    Why,
    /// List all names that may be used.
    Names,
    /// Show all answers.
    Review,
    /// Show the recommendation.
    Result,
    /// Quit.
    Quit,
    /// The line is not understood; the reason in words.
    Misunderstood(String),
}

/// Why a line is not an answer.
#[derive(Debug, thiserror::Error)]
enum LineError {
    #[error(transparent)]
    Answer(#[from] AnswersError),
    #[error("`{}` is not a number from 1 to {most}.", quoted(line))]
    Number { line: String, most: usize },
}

/// The questionnaire with the answers so far.
#[derive(Clone, Copy, Debug)]
pub struct Prompt<'q, 'a> {
    /// The adviser.
    pub adviser: &'q Adviser,
    /// The catalogue that the adviser was made from.
    pub catalog: &'q Catalog,
    /// The answers so far.
    pub answers: &'a Answers,
    /// The settings.
    pub settings: &'a Settings,
}

impl<'q> Prompt<'q, '_> {
    /// Returns the questions that are asked, given the answers so far.
    pub fn items(&self) -> Vec<&'q Item> {
        let asked = self.adviser.questionnaire();
        asked.items.iter().filter(|item| self.answers.is_active(item)).collect()
    }

    /// Returns the lines of a question: its number, its text, the choices, and the present answer.
    pub fn question(&self, item: &Item) -> Vec<String> {
        let glance = self.adviser.glance(self.catalog, self.answers, self.settings, 0);
        let items = self.items();
        let place = items.iter().position(|asked| asked.question == item.question).map_or(0, |place| place + 1);
        let mut lines = Vec::new();
        let mut say = |line: &str| lines.push(line.to_owned());
        say(&format!("Question {} of {}: {}", place, items.len(), item.title));
        say(&item.help);
        let count = item.choices.len();
        let names = self.names(item);
        let listed = if names.len() <= MAX_NAMES { names.as_slice() } else { &[] };
        let mut leaves = self.leaves(item, listed).into_iter();
        for (choice, number) in item.choices.iter().zip(1..) {
            let help = if choice.help.is_empty() { String::new() } else { format!(". {}", choice.help) };
            say(&format!("{number} of {count}: {}{}{help}", choice.label, left_in_words(leaves.next())));
        }
        for (name, number) in listed.iter().zip(1..) {
            say(&format!("{number} of {}: {name}{}", listed.len(), left_in_words(leaves.next())));
        }
        if let Some(hint) = hint(item, names.len()) {
            say(&hint);
        }
        if let Some(answer) = self.answers.get(item.question) {
            say(&format!("Your answer: {}. Enter keeps it, `skip` removes it.", answer.in_words(item)));
        }
        say(&format!("{} of {} programs are still possible.", glance.remaining, glance.of));
        lines
    }

    /// Returns the number of programs that each choice, then each listed name, would leave; empty for a question whose
    /// answers remove nothing.
    fn leaves(&self, item: &Item, listed: &[&str]) -> Vec<usize> {
        if item.choices_from == Some(ChoicesFrom::Institution) {
            return Vec::new();
        }
        let choices = item.choices.iter().map(|choice| Answer::Choice(choice.value.clone()));
        let names = listed.iter().map(|name| Answer::Names { names: vec![(*name).to_owned()], only: false });
        let changes: Vec<(Question, Answer)> = choices.chain(names).map(|answer| (item.question, answer)).collect();
        self.adviser.remaining_with(self.catalog, self.answers, self.settings, &changes)
    }

    /// Returns the names that a question takes from the catalogue; empty if it takes none.
    pub fn names(&self, item: &Item) -> Vec<&'q str> {
        let names = self.adviser.names();
        match item.choices_from {
            None => Vec::new(),
            Some(ChoicesFrom::Field) => names.fields.iter().map(String::as_str).collect(),
            Some(ChoicesFrom::Language) => names.languages.iter().map(String::as_str).collect(),
            Some(ChoicesFrom::Institution) => names.institution_names(),
        }
    }

    /// Returns what a line typed at a question means.
    pub fn understand(&self, item: &Item, line: &str) -> Reply {
        match line.to_lowercase().as_str() {
            "" => return Reply::Keep,
            "skip" => return Reply::Skip,
            "back" => return Reply::Back,
            "why" | "?" => return Reply::Why,
            "names" | "list" => return Reply::Names,
            "review" => return Reply::Review,
            "result" | "done" => return Reply::Result,
            "quit" | "exit" => return Reply::Quit,
            _ => {}
        }
        if item.means_any(line) {
            return Reply::Skip;
        }
        match self.answer(item, line) {
            Ok(Some(answer)) => Reply::Answer(answer),
            Ok(None) => Reply::Keep,
            Err(LineError::Answer(error)) => Reply::Misunderstood(error.beside(item)),
            Err(error) => Reply::Misunderstood(error.to_string()),
        }
    }

    fn answer(&self, item: &Item, line: &str) -> Result<Option<Answer>, LineError> {
        let (is_limit, line) = match line.strip_prefix("only ") {
            Some(rest) if item.can_limit => (true, rest.trim()),
            _ => (false, line),
        };
        let typed = match self.by_number(item, line)? {
            Some(chosen) if item.kind == AnswerKind::Many => names_as_json(item.question, &chosen, is_limit),
            Some(chosen) => chosen.concat(),
            None if !is_limit || item.question == Question::Level => line.to_owned(),
            None if item.question == Question::Institution => format!("must:{line}"),
            None => format!("only:{line}"),
        };
        let answer = Answer::read(item, &typed, self.adviser.names(), self.settings.as_of)?;
        Ok(answer.map(|answer| match answer {
            Answer::Choice(value) if is_limit && item.question == Question::Level => Answer::CannotPrepare(value),
            answer => answer,
        }))
    }

    /// Returns the choice or names that numbers stand for, or `None` if the line is to be read as something else.
    fn by_number(&self, item: &Item, line: &str) -> Result<Option<Vec<String>>, LineError> {
        let names = self.names(item);
        let values = item.choices.iter().map(|choice| choice.value.as_str());
        let offered: Vec<&str> = if names.is_empty() { values.collect() } else { names };
        let takes_numbers = !matches!(item.kind, AnswerKind::Choice | AnswerKind::Many);
        let places = if takes_numbers {
            // A choice among amounts may itself be a range, such as `4-7`.
            numbers::whole(line).map_or(Err(NoPlaces::NotNumbers), |number| numbers::place(number, offered.len()))
        } else {
            numbers::places(line, offered.len())
        };
        match places {
            Ok(places) if places.len() > 1 && item.kind != AnswerKind::Many => {
                Err(LineError::Number { line: line.to_owned(), most: offered.len() })
            }
            Ok(places) => Ok(Some(places.into_iter().map(|place| offered[place - 1].to_owned()).collect())),
            Err(NoPlaces::NotNumbers) => Ok(None),
            Err(NoPlaces::Absent(_)) if takes_numbers => Ok(None),
            Err(NoPlaces::Absent(_)) => Err(LineError::Number { line: line.to_owned(), most: offered.len() }),
        }
    }

    /// Returns the lines of all answers, each with its number.
    pub fn review(&self) -> Vec<String> {
        let items = self.items();
        let mut lines = vec!["Your answers:".to_owned()];
        for (item, number) in items.iter().zip(1..) {
            let answer = self.answers.get(item.question);
            let answer = answer.map_or_else(|| "skipped".to_owned(), |answer| answer.in_words(item));
            lines.push(format!("{number} of {}: {}: {answer}", items.len(), capitalised(item.question.label())));
        }
        for question in self.answers.inactive(self.adviser.questionnaire()) {
            lines.push(format!("Kept, but it has no effect now: {}.", question.label()));
        }
        lines.push("Type a number to change an answer, or Enter for the result.".to_owned());
        lines
    }
}

/// Returns names as a JSON answer, because a name may contain a comma.
fn names_as_json(question: Question, names: &[String], is_limit: bool) -> String {
    match (question, is_limit) {
        (_, false) => json!(names),
        (Question::Institution, true) => json!({"must": names}),
        (_, true) => json!({"only": names}),
    }
    .to_string()
}

/// Returns the number of programs that a choice leaves, to be printed after its name.
fn left_in_words(leaves: Option<usize>) -> String {
    match leaves {
        None => String::new(),
        Some(0) => ", leaves nothing".to_owned(),
        Some(count) => format!(", {}", counted(count, "program")),
    }
}

/// Returns how to answer beyond the listed choices, or `None` if the choices are all.
fn hint(item: &Item, names: usize) -> Option<String> {
    let only = match item.question {
        Question::Level => " `only` before it means that you cannot prepare first.",
        _ if item.can_limit => " `only` before them leaves out all others.",
        _ => "",
    };
    match item.kind {
        AnswerKind::Choice if only.is_empty() => None,
        AnswerKind::Choice => Some(only.trim_start().to_owned()),
        AnswerKind::ChoiceOrNumber => Some("Or hours a week, such as `3h`.".to_owned()),
        AnswerKind::ChoiceOrDate => {
            Some("Or a number of months, such as `9 months`, or a date, such as `2027-06-30`.".to_owned())
        }
        AnswerKind::ChoiceOrMoney => Some("Or an amount, such as `900 USD` or `€800`.".to_owned()),
        AnswerKind::Many if names > MAX_NAMES => {
            Some(format!("Type names, with commas between them; `names` lists all {names}.{only}"))
        }
        AnswerKind::Many => Some(format!("Type numbers or names, with commas between them.{only}")),
    }
}
