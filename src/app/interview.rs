//! The state of the questionnaire: the current question, the cursor and marks, and the answers. What a question asks
//! and what answers lead to is up to the adviser; this module only tracks where the user is.

mod offers;

use std::sync::Arc;

pub use offers::Offer;

use super::{Screen, TextInput, World};
use crate::advise::{
    Advice, Answer, AnswerKind, Answers, ChoicesFrom, Glance, Item, Question, Settings, Suggestions, WhatIf, WhyNot,
};
use crate::catalog::ProgramIx;
use crate::page::Target;

/// The part of a question answered by typing that has the keyboard focus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldFocus {
    /// The input line: Space types a blank.
    #[default]
    Line,
    /// The rows below the line: Space marks.
    Rows,
}

/// Answers being tried, with their effect.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    /// The index of the question under the cursor.
    pub cursor: usize,
    /// The tried answers.
    pub answers: Answers,
    /// The results before and after.
    pub what_if: Arc<WhatIf>,
}

/// The state of the questionnaire.
#[derive(Clone, Debug, PartialEq)]
pub struct Interview {
    /// The answers so far.
    pub answers: Answers,
    /// The index of the current question among those that are asked.
    pub place: usize,
    /// The index of the choice under the cursor.
    pub cursor: usize,
    /// The marked choices of a question that takes several.
    pub marked: Vec<String>,
    /// The schools marked at the question about the field.
    pub marked_schools: Vec<String>,
    /// The full names of all schools as the question about them offers them: first those with a program that is still
    /// possible. Empty at other questions.
    pub schools: Option<Vec<String>>,
    /// Whether the marked choices are a limit, not a preference.
    pub is_limit: bool,
    /// The input line for an answer or a part of a name; `None` while nothing is typed.
    pub input: Option<TextInput>,
    /// Whether the input line of the current question is always open: the questions about the field and the school have
    /// too many answers to read through.
    pub has_line: bool,
    /// The part of that question that has the keyboard focus.
    pub focus: FieldFocus,
    /// The suggestions for the words typed there.
    pub suggestions: Suggestions,
    /// The screen to return to after the answer, if a single question is being changed.
    pub returns_to: Option<Screen>,
    /// Whether the page of all answers was opened from the result.
    pub is_review_of_result: bool,
    /// The cursor on the page of all answers.
    pub review_cursor: usize,
    /// The cursor among the rows of the result.
    pub result_cursor: usize,
    /// The outlook shown beside the choices.
    pub glance: Option<Arc<Glance>>,
    /// The number of programs that each choice of the current question would leave.
    pub leaves: Vec<usize>,
    /// The result; `None` until it is asked for, and after each change of the answers.
    pub advice: Option<Arc<Advice>>,
    /// The settings of the adviser, including the limits that the user has lifted.
    pub settings: Settings,
    /// Why the program that was asked about is not recommended, or not first.
    pub why_not: Option<Arc<WhyNot>>,
    /// The answers being tried.
    pub trial: Option<Trial>,
    /// The screen to return to from the comparison.
    behind_compare: Screen,
}

impl Interview {
    pub(super) fn new(settings: Settings) -> Self {
        Self {
            settings,
            why_not: None,
            trial: None,
            answers: Answers::new(),
            place: 0,
            cursor: 0,
            marked: Vec::new(),
            marked_schools: Vec::new(),
            schools: None,
            is_limit: false,
            input: None,
            has_line: false,
            focus: FieldFocus::default(),
            suggestions: Suggestions::default(),
            returns_to: None,
            is_review_of_result: false,
            review_cursor: 0,
            result_cursor: 0,
            glance: None,
            leaves: Vec::new(),
            advice: None,
            behind_compare: Screen::Explore,
        }
    }

    /// Returns the questions that are asked, given the answers so far.
    pub fn items<'w>(&self, world: &'w World) -> Vec<&'w Item> {
        world.adviser().questionnaire().items.iter().filter(|item| self.answers.is_active(item)).collect()
    }

    /// Returns the current question.
    pub fn item<'w>(&self, world: &'w World) -> &'w Item {
        let items = self.items(world);
        items[self.place.min(items.len() - 1)]
    }

    /// Whether an answer is being typed.
    pub fn is_typing(&self) -> bool {
        self.input.is_some()
    }

    /// Returns the typed text.
    pub fn typed(&self) -> &str {
        self.input.as_ref().map_or("", |line| line.value())
    }

    /// Whether Enter takes the row under the cursor.
    pub fn has_cursor(&self) -> bool {
        !self.has_line || self.focus == FieldFocus::Rows || self.is_found()
    }

    /// Whether the first row is what the typed words mean.
    fn is_found(&self) -> bool {
        if self.schools.is_none() { self.suggestions.is_found } else { !self.typed().trim().is_empty() }
    }

    /// Whether there is typed text that Esc can discard. A line that is always open stays so.
    pub fn has_text(&self) -> bool {
        if self.has_line { self.is_blank_text() } else { self.is_typing() }
    }

    /// Whether a blank would be part of the name being typed.
    pub fn is_blank_text(&self) -> bool {
        self.has_line && self.focus == FieldFocus::Line && !self.typed().trim().is_empty()
    }

    /// Whether the current question takes several choices.
    pub fn takes_many(&self, world: &World) -> bool {
        self.item(world).kind == AnswerKind::Many
    }

    /// Whether the current question can be answered by typing.
    pub fn takes_text(&self, world: &World) -> bool {
        self.item(world).kind != AnswerKind::Choice
    }

    /// Whether the answer to the current question can be made a limit.
    pub fn can_limit(&self, world: &World) -> bool {
        self.item(world).can_limit
    }

    /// Whether the current question is answered.
    pub fn is_answered(&self, world: &World) -> bool {
        self.answers.get(self.item(world).question).is_some()
    }

    /// Whether any question is answered. Finished courses are no answer, although they are kept with the answers.
    pub fn has_answers(&self) -> bool {
        self.answers.iter().next().is_some()
    }

    /// Returns the number of rows on the page of all answers: one for each question, and one that leads to the result.
    pub fn review_rows(&self, world: &World) -> usize {
        self.items(world).len() + 1
    }

    /// Returns the programs of the result, in order.
    pub fn result_programs(&self) -> Vec<ProgramIx> {
        self.advice.iter().flat_map(|advice| &advice.programs).map(|ranked| ranked.program).collect()
    }

    /// Returns the rows of the result that can be chosen: the recommended programs, programs on the subject that are not
    /// ranked, and topics near what was wanted.
    pub fn result_rows(&self) -> Vec<Target> {
        let Some(advice) = &self.advice else { return Vec::new() };
        let programs = advice.programs.iter().map(|ranked| ranked.program).chain(advice.on_subject.iter().copied());
        let near = advice.nearest_topics().map(|(topic, _)| Target::Topic(topic));
        programs.map(Target::Program).chain(near).collect()
    }

    /// Returns the target under the cursor of the result.
    pub fn selected_row(&self) -> Option<Target> {
        self.result_rows().get(self.result_cursor).copied()
    }

    /// Returns the program under the cursor of the result; `None` if it is not on a program.
    pub fn selected_program(&self) -> Option<ProgramIx> {
        match self.selected_row()? {
            Target::Program(program) => Some(program),
            _ => None,
        }
    }

    /// Returns the question to answer next if the result is close or too little is answered.
    pub fn deciding_question(&self) -> Option<Question> {
        let advice = self.advice.as_ref()?;
        advice.decides.or_else(|| advice.matter_most.first().copied())
    }

    /// Returns the screen to return to from the comparison.
    pub fn screen_behind_compare(&self) -> Screen {
        self.behind_compare
    }

    pub(super) fn remember_screen(&mut self, screen: Screen) {
        if screen != Screen::Compare {
            self.behind_compare = screen;
        }
    }

    /// Returns the progress: `Question 4 of 13`.
    pub fn progress(&self, world: &World) -> String {
        format!("Question {} of {}", self.place + 1, self.items(world).len())
    }

    /// Sets the cursor and the marks according to the answer to the current question; if it is unanswered, to
    /// its usual starting point.
    pub(super) fn arrive(&mut self, world: &World) {
        let item = self.item(world);
        self.has_line = item.free_words || item.asks_for_schools();
        self.input = self.has_line.then(TextInput::default);
        self.focus = FieldFocus::Line;
        self.cursor = 0;
        self.marked.clear();
        self.marked_schools.clear();
        self.is_limit = false;
        let asks_for_schools = item.asks_for_schools();
        self.schools = asks_for_schools.then(|| self.schools_in_order(world));
        match self.answers.get(item.question).cloned() {
            Some(Answer::Names { names, only }) => (self.marked, self.is_limit) = (names, only),
            Some(Answer::Institutions { prefer, must }) => {
                self.is_limit = !must.is_empty();
                self.marked = if must.is_empty() { prefer } else { must };
            }
            Some(answer) => {
                self.is_limit = matches!(answer, Answer::CannotPrepare(_));
                let value = answer.choice().unwrap_or_default();
                self.cursor = item.position(value).unwrap_or(0);
            }
            None if item.choices_from == Some(ChoicesFrom::Language) => self.marked.extend(world.language.clone()),
            None => {}
        }
        if item.free_words {
            return;
        }
        if let Some(first) = self.marked.first() {
            self.cursor = self.offers(world).iter().position(|offer| offer.value == *first).unwrap_or(0);
        }
    }
}
