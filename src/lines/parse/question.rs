//! Lines at a question, and answers that are tried.

use super::wish::Wish;
use crate::advise::{Prompt, Reply};
use crate::app::{Action, AdviceAction, App, QuestionAction, TrialAction};
use crate::lines::commands::{Command, Scope, named};

/// Returns the word if it is a command even at a question.
pub(super) fn word_for_everywhere(line: &str) -> Option<&'static Command> {
    named(&line.to_lowercase().replace(' ', "-")).filter(|word| word.scope == Scope::Everywhere)
}

/// Takes a line as an answer or as a word of the questionnaire; calls `otherwise` if it is neither.
pub(super) fn said(app: &App, line: &str, otherwise: impl FnOnce(String) -> Wish) -> Wish {
    let (world, interview) = (&app.world, &app.interview);
    let item = interview.item(world);
    let spoken = Prompt {
        adviser: world.adviser(),
        catalog: &world.catalog,
        answers: &interview.answers,
        settings: &interview.settings,
    };
    match spoken.understand(item, line) {
        Reply::Answer(answer) => Wish::Do(vec![Action::Question(QuestionAction::Give(answer))]),
        Reply::Keep if !interview.marked.is_empty() && !interview.is_answered(world) => {
            Wish::Do(vec![Action::Question(QuestionAction::Answer)])
        }
        Reply::Skip if interview.is_answered(world) => {
            Wish::Do(vec![Action::Question(QuestionAction::Forget), Action::Question(QuestionAction::Skip)])
        }
        Reply::Keep | Reply::Skip => Wish::Do(vec![Action::Question(QuestionAction::Skip)]),
        Reply::Back if interview.place == 0 => Wish::Do(vec![Action::Back]),
        Reply::Back => Wish::Do(vec![Action::Question(QuestionAction::Previous)]),
        Reply::Why => Wish::Say(vec![item.why.clone()]),
        Reply::Names => {
            let names = spoken.names(item).into_iter().zip(1..);
            Wish::Say(names.map(|(name, number)| format!("{number}: {name}")).collect())
        }
        Reply::Review => Wish::Do(vec![Action::Advice(AdviceAction::Review)]),
        Reply::Result => Wish::Do(vec![Action::Advice(AdviceAction::Result)]),
        Reply::Quit => Wish::Do(vec![Action::Quit]),
        Reply::Misunderstood(message) => otherwise(message),
    }
}

pub(super) fn try_answer(app: &App, rest: &str) -> Wish {
    let Some(trial) = &app.interview.trial else {
        return Wish::Tell("Answers are tried in `what-if`, once there is a result.".to_owned());
    };
    match app.world.adviser().with_setting(&trial.answers, rest, app.interview.settings.as_of) {
        Ok(answers) => Wish::Do(vec![Action::Trial(TrialAction::Try(answers))]),
        Err(error) => Wish::Tell(error.to_string().replace('\n', " ")),
    }
}
