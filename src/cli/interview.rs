//! The questionnaire as a conversation in lines: one question at a time with its number, choices with numbers, and the
//! same few words everywhere: `back`, `skip`, `why`, `review`, `quit`. It reads and writes through what it is given, so
//! a test can hold the whole conversation.

use serde_json::json;

use crate::advise::{Answer, AnswerKind, Answers, ChoicesFrom, Item, Question};
use crate::catalog::printable;

use super::asked::Advisory;
use super::failure::Failure;

/// How many names are offered by number before the rest has to be asked for.
const MOST_NAMES: usize = 30;

/// How the conversation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// With the wish for the result.
    Done,
    /// The person left.
    Left,
}

/// What a line asks for.
#[derive(Clone, Debug, PartialEq)]
enum Said {
    Answer(Answer),
    Keep,
    Skip,
    Back,
    Why,
    Names,
    Review,
    Result,
    Quit,
    Misunderstood(String),
}

/// The line that is read next; nothing at the end of the input.
type Listen<'a> = &'a mut dyn FnMut() -> std::io::Result<Option<String>>;
/// A line to the person.
type Say<'a> = &'a mut dyn FnMut(&str);

/// A conversation and what was answered in it.
pub(super) struct Interview<'a> {
    advisory: &'a Advisory,
    answers: Answers,
    place: usize,
}

impl<'a> Interview<'a> {
    pub(super) fn new(advisory: &'a Advisory) -> Self {
        Self { advisory, answers: Answers::new(), place: 0 }
    }

    pub(super) fn into_answers(self) -> Answers {
        self.answers
    }

    /// Asks until the person wants the result or leaves. At the end of the input the rest counts as skipped.
    pub(super) fn hold(&mut self, listen: Listen<'_>, say: Say<'_>) -> Result<End, Failure> {
        say("A few questions; every one can be skipped. Type a number or words, then Enter.");
        say("Enter alone skips or keeps; `back`, `why`, `review`, `result` and `quit` work everywhere.");
        loop {
            let items = self.items();
            let end = match items.get(self.place) {
                Some(item) => self.ask(item, listen, say)?,
                None => self.review(&items, listen, say)?,
            };
            if let Some(end) = end {
                return Ok(end);
            }
        }
    }

    /// The questions that are asked, given the answers so far.
    fn items(&self) -> Vec<&'a Item> {
        let asked = self.advisory.adviser.questionnaire();
        asked.items.iter().filter(|item| self.answers.is_active(item)).collect()
    }

    fn ask(&mut self, item: &Item, listen: Listen<'_>, say: Say<'_>) -> Result<Option<End>, Failure> {
        self.put(item, say);
        loop {
            let Some(line) = listen()? else { return Ok(Some(End::Done)) };
            match self.understand(item, line.trim()) {
                Said::Answer(answer) => self.answers.set(item.question, answer),
                Said::Keep => {}
                Said::Skip => self.answers.clear(item.question),
                Said::Back => {
                    self.place = self.place.saturating_sub(1);
                    return Ok(None);
                }
                Said::Review => {
                    self.place = usize::MAX;
                    return Ok(None);
                }
                Said::Result => return Ok(Some(End::Done)),
                Said::Quit => return Ok(Some(End::Left)),
                Said::Why => {
                    say(&item.why);
                    continue;
                }
                Said::Names => {
                    self.names(item).iter().zip(1..).for_each(|(name, number)| say(&format!("{number}: {name}")));
                    continue;
                }
                Said::Misunderstood(message) => {
                    message.lines().for_each(&mut *say);
                    continue;
                }
            }
            self.place += 1;
            return Ok(None);
        }
    }

    /// Says a question: where one is, what is asked, what there is to choose, what was said before.
    fn put(&self, item: &Item, say: Say<'_>) {
        let Advisory { adviser, settings, .. } = self.advisory;
        let glance = adviser.glance(&self.answers, settings, 0);
        say("");
        say(&format!("Question {} of {}: {}", self.place + 1, self.items().len(), item.title));
        say(&item.help);
        let count = item.choices.len();
        for (choice, number) in item.choices.iter().zip(1..) {
            let help = if choice.help.is_empty() { String::new() } else { format!(". {}", choice.help) };
            say(&format!("{number} of {count}: {}{help}", choice.label));
        }
        let names = self.names(item);
        if names.len() <= MOST_NAMES {
            names.iter().zip(1..).for_each(|(name, number)| say(&format!("{number} of {}: {name}", names.len())));
        }
        if let Some(hint) = hint(item, names.len()) {
            say(&hint);
        }
        if let Some(answer) = self.answers.get(item.question) {
            say(&format!("Your answer: {}. Enter keeps it, `skip` takes it back.", answer.short()));
        }
        say(&format!("{} of {} programs are in the running.", glance.remaining, glance.of));
    }

    /// The names that a question takes from the catalogue.
    fn names(&self, item: &Item) -> Vec<&'a str> {
        let names = self.advisory.adviser.names();
        match item.choices_from {
            None => Vec::new(),
            Some(ChoicesFrom::Field) => names.fields.iter().map(String::as_str).collect(),
            Some(ChoicesFrom::Language) => names.languages.iter().map(String::as_str).collect(),
            Some(ChoicesFrom::Institution) => names.institution_names(),
        }
    }

    fn understand(&self, item: &Item, line: &str) -> Said {
        match line.to_lowercase().as_str() {
            "" => return Said::Keep,
            "skip" => return Said::Skip,
            "back" => return Said::Back,
            "why" | "?" => return Said::Why,
            "names" | "list" => return Said::Names,
            "review" => return Said::Review,
            "result" | "done" => return Said::Result,
            "quit" | "exit" => return Said::Quit,
            _ => {}
        }
        match self.answer(item, line) {
            Ok(Some(answer)) => Said::Answer(answer),
            Ok(None) => Said::Keep,
            Err(message) => Said::Misunderstood(message),
        }
    }

    fn answer(&self, item: &Item, line: &str) -> Result<Option<Answer>, String> {
        let (is_limit, original) = match line.strip_prefix("only ") {
            Some(rest) if item.can_limit => (true, rest.trim()),
            _ => (false, line),
        };
        let line = if item.kind == AnswerKind::ChoiceOrNumber { without_unit(original) } else { original };
        let typed = match self.by_number(item, original)? {
            Some(chosen) if item.kind == AnswerKind::Many => names_as_json(item.question, &chosen, is_limit),
            Some(chosen) => chosen.concat(),
            None if !is_limit || item.question == Question::Level => line.to_owned(),
            None if item.question == Question::Institution => format!("must:{line}"),
            None => format!("only:{line}"),
        };
        let read = Answer::read(item, &typed, self.advisory.adviser.names(), self.advisory.settings.as_of);
        let answer = read.map_err(|error| error.to_string())?;
        Ok(answer.map(|answer| match answer {
            Answer::Choice(value) if is_limit && item.question == Question::Level => Answer::CannotPrepare(value),
            answer => answer,
        }))
    }

    /// What numbers stand for: the value of a choice, or names. Nothing where the line is no number of an offer.
    fn by_number(&self, item: &Item, line: &str) -> Result<Option<Vec<String>>, String> {
        let names = self.names(item);
        let values = item.choices.iter().map(|choice| choice.value.as_str());
        let offered: Vec<&str> = if names.is_empty() { values.collect() } else { names };
        let numbers: Result<Vec<usize>, _> = line.split(',').map(|part| part.trim().parse::<usize>()).collect();
        let Ok(numbers) = numbers else { return Ok(None) };
        let chosen: Option<Vec<String>> =
            numbers.iter().map(|number| offered.get(number.checked_sub(1)?).map(|value| (*value).to_owned())).collect();
        let takes_numbers = matches!(item.kind, AnswerKind::ChoiceOrNumber | AnswerKind::ChoiceOrMoney);
        match chosen {
            Some(chosen) if chosen.len() == 1 || item.kind == AnswerKind::Many => Ok(Some(chosen)),
            None if takes_numbers => Ok(None),
            _ => Err(format!("`{}` is not a number from 1 to {}.", printable(line), offered.len())),
        }
    }

    /// Says all answers and lets one be changed.
    fn review(&mut self, items: &[&Item], listen: Listen<'_>, say: Say<'_>) -> Result<Option<End>, Failure> {
        say("");
        say("Your answers:");
        for (item, number) in items.iter().zip(1..) {
            let answer = self.answers.get(item.question).map_or_else(|| "skipped".to_owned(), Answer::short);
            say(&format!("{number} of {}: {}: {answer}", items.len(), item.question.slug()));
        }
        for question in self.answers.inactive(self.advisory.adviser.questionnaire()) {
            say(&format!("Kept, but without effect now: {}.", question.slug()));
        }
        say("Type a number to change an answer, or Enter for the result.");
        loop {
            let Some(line) = listen()? else { return Ok(Some(End::Done)) };
            match (line.trim(), line.trim().parse::<usize>()) {
                ("" | "result" | "done", _) => return Ok(Some(End::Done)),
                ("quit" | "exit", _) => return Ok(Some(End::Left)),
                ("back", _) => self.place = items.len().saturating_sub(1),
                (_, Ok(number)) if (1..=items.len()).contains(&number) => self.place = number - 1,
                _ => {
                    say(&format!("Type a number from 1 to {}, or Enter for the result.", items.len()));
                    continue;
                }
            }
            return Ok(None);
        }
    }
}

/// Names as the JSON of an answer, since a name may hold a comma.
fn names_as_json(question: Question, names: &[String], is_limit: bool) -> String {
    match (question, is_limit) {
        (_, false) => json!(names),
        (Question::Institution, true) => json!({"must": names}),
        (_, true) => json!({"only": names}),
    }
    .to_string()
}

/// `6` for `6h` or `6 hours`.
fn without_unit(line: &str) -> &str {
    let bare = ["hours", "hour", "h"].into_iter().find_map(|unit| line.strip_suffix(unit));
    bare.map_or(line, str::trim)
}

/// How to answer where choices alone do not say it.
fn hint(item: &Item, names: usize) -> Option<String> {
    let only = match item.question {
        Question::Level => " `only` before it: I cannot prepare first.",
        _ if item.can_limit => " `only` before them leaves out all others.",
        _ => "",
    };
    match item.kind {
        AnswerKind::Choice if only.is_empty() => None,
        AnswerKind::Choice => Some(only.trim_start().to_owned()),
        AnswerKind::ChoiceOrNumber => Some("Or hours a week, such as `3h`.".to_owned()),
        AnswerKind::ChoiceOrDate => {
            Some("Or a number of months, such as `9 months`, or a date, such as 2027-06-30.".to_owned())
        }
        AnswerKind::ChoiceOrMoney => Some("Or an amount, such as 900 USD or €800.".to_owned()),
        AnswerKind::Many if names > MOST_NAMES => {
            Some(format!("Type names, with commas between them; `names` lists all {names}.{only}"))
        }
        AnswerKind::Many => Some(format!("Type numbers or names, with commas between them.{only}")),
    }
}
