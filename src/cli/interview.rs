//! The questionnaire as a conversation in lines: numbered questions and choices, and the same few words everywhere:
//! `back`, `skip`, `why`, `review`, `quit`. It reads and writes through functions passed in, so that tests can run a
//! whole conversation.

use crate::advise::{Answers, Item, Prompt, Reply};
use crate::numbers;

use super::asked::Advisory;
use super::failure::Failure;

/// How the conversation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// The user wants the result.
    Done,
    /// The user quit.
    Left,
}

/// Reads the next line; `None` at the end of the input.
type Listen<'a> = &'a mut dyn FnMut() -> Result<Option<String>, Failure>;
/// Prints a line for the user.
type Say<'a> = &'a mut dyn FnMut(&str);

/// A conversation and its answers so far.
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

    /// Asks until the user wants the result or quits. At the end of the input, the remaining questions count as
    /// skipped.
    pub(super) fn hold(&mut self, listen: Listen<'_>, say: Say<'_>) -> Result<End, Failure> {
        say("A few questions; every one can be skipped. Type a number or words, then Enter.");
        say("Enter alone skips or keeps; `back`, `why`, `review`, `result` and `quit` work everywhere.");
        loop {
            let items = self.spoken().items();
            let end = match items.get(self.place) {
                Some(item) => self.ask(item, listen, say)?,
                None => self.review(&items, listen, say)?,
            };
            if let Some(end) = end {
                return Ok(end);
            }
        }
    }

    fn spoken(&self) -> Prompt<'a, '_> {
        let Advisory { adviser, catalog, settings } = self.advisory;
        Prompt { adviser, catalog, answers: &self.answers, settings }
    }

    fn ask(&mut self, item: &Item, listen: Listen<'_>, say: Say<'_>) -> Result<Option<End>, Failure> {
        say("");
        self.spoken().question(item).iter().for_each(|line| say(line));
        loop {
            let Some(line) = listen()? else { return Ok(Some(End::Done)) };
            match self.spoken().understand(item, line.trim()) {
                Reply::Answer(answer) => self.answers.set(item.question, answer),
                Reply::Keep => {}
                Reply::Skip => self.answers.clear(item.question),
                Reply::Back => {
                    self.place = self.place.saturating_sub(1);
                    return Ok(None);
                }
                Reply::Review => {
                    self.place = usize::MAX;
                    return Ok(None);
                }
                Reply::Result => return Ok(Some(End::Done)),
                Reply::Quit => return Ok(Some(End::Left)),
                Reply::Why => {
                    say(&item.why);
                    continue;
                }
                Reply::Names => {
                    self.spoken()
                        .names(item)
                        .iter()
                        .zip(1..)
                        .for_each(|(name, number)| say(&format!("{number}: {name}")));
                    continue;
                }
                Reply::Misunderstood(message) => {
                    message.lines().for_each(&mut *say);
                    continue;
                }
            }
            self.place += 1;
            return Ok(None);
        }
    }

    /// Lists all answers and lets the user change one.
    fn review(&mut self, items: &[&Item], listen: Listen<'_>, say: Say<'_>) -> Result<Option<End>, Failure> {
        say("");
        self.spoken().review().iter().for_each(|line| say(line));
        loop {
            let Some(line) = listen()? else { return Ok(Some(End::Done)) };
            match (line.trim(), numbers::whole(&line)) {
                ("" | "result" | "done", _) => return Ok(Some(End::Done)),
                ("quit" | "exit", _) => return Ok(Some(End::Left)),
                ("back", _) => self.place = items.len().saturating_sub(1),
                (_, Some(number)) if (1..=items.len()).contains(&number) => self.place = number - 1,
                _ => {
                    say(&format!("Type a number from 1 to {}, or Enter for the result.", items.len()));
                    continue;
                }
            }
            return Ok(None);
        }
    }
}
