//! The questionnaire as it is being filled in: which question, which choice, what is marked, what was answered. What a
//! question asks and what answers lead to is the adviser's; here is only where the person is.

use std::sync::Arc;

use super::{Screen, Typed, World};
use crate::advise::{
    Advice, Answer, AnswerKind, Answers, ChoicesFrom, Glance, Item, Question, Settings, WhatIf, WhyNot,
};
use crate::catalog::ProgramIx;

/// How many programs stand beside the choices.
const TOP: usize = 3;

/// A choice as it is offered on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its value in the answers.
    pub value: String,
    /// Its words.
    pub label: String,
    /// What choosing it means; may be empty.
    pub help: String,
}

/// Answers that are being tried, with what they would lead to.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    /// The place of the cursor among the questions.
    pub cursor: usize,
    /// The tried answers.
    pub answers: Answers,
    /// The result before and after.
    pub what_if: Arc<WhatIf>,
}

/// Where the person is in the questionnaire.
#[derive(Clone, Debug, PartialEq)]
pub struct Interview {
    /// What was answered.
    pub answers: Answers,
    /// The place of the present question among those that are asked.
    pub place: usize,
    /// The place of the cursor among the choices shown.
    pub cursor: usize,
    /// The marked choices of a question that takes several.
    pub marked: Vec<String>,
    /// Whether what is marked is a limit and not a wish.
    pub is_limit: bool,
    /// The answer, or the part of a name, that is being typed.
    pub input: Option<Typed>,
    /// The screen to which answering leads back, where one question alone is being changed.
    pub returns_to: Option<Screen>,
    /// Whether the page of all answers was opened from the result.
    pub is_review_of_result: bool,
    /// The place of the cursor on the page of all answers.
    pub review_cursor: usize,
    /// The place of the cursor among the programs of the result.
    pub result_cursor: usize,
    /// What can be said so far.
    pub glance: Option<Arc<Glance>>,
    /// How many programs each choice of the present question would leave.
    pub leaves: Vec<usize>,
    /// The result, once it was asked for.
    pub advice: Option<Arc<Advice>>,
    /// How the adviser is set up, with the limits that the person lifted.
    pub settings: Settings,
    /// Why the program that was asked about is not recommended, or not first.
    pub why_not: Option<Arc<WhyNot>>,
    /// Answers that are being tried.
    pub trial: Option<Trial>,
    /// The screen that lies behind the comparison.
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
            is_limit: false,
            input: None,
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

    /// The questions that are asked, given the answers so far.
    pub fn items<'w>(&self, world: &'w World) -> Vec<&'w Item> {
        world.adviser().questionnaire().items.iter().filter(|item| self.answers.is_active(item)).collect()
    }

    /// The present question.
    pub fn item<'w>(&self, world: &'w World) -> &'w Item {
        let items = self.items(world);
        items[self.place.min(items.len() - 1)]
    }

    /// Whether an answer is being typed.
    pub fn is_typing(&self) -> bool {
        self.input.is_some()
    }

    /// What is typed.
    pub fn typed(&self) -> &str {
        self.input.as_ref().map_or("", |line| line.value())
    }

    /// Whether the present question takes several choices.
    pub fn takes_many(&self, world: &World) -> bool {
        self.item(world).kind == AnswerKind::Many
    }

    /// Whether an answer to the present question can be typed.
    pub fn takes_text(&self, world: &World) -> bool {
        self.item(world).kind != AnswerKind::Choice
    }

    /// Whether the answer to the present question can be made a limit.
    pub fn can_limit(&self, world: &World) -> bool {
        self.item(world).can_limit
    }

    /// Whether the present question is answered.
    pub fn is_answered(&self, world: &World) -> bool {
        self.answers.get(self.item(world).question).is_some()
    }

    /// Whether anything was answered.
    pub fn has_answers(&self) -> bool {
        !self.answers.is_empty()
    }

    /// The choices of the present question; of a question with many only those with what is typed in their names.
    pub fn offers(&self, world: &World) -> Vec<Offer> {
        let item = self.item(world);
        let fixed = item.choices.iter().map(|choice| Offer {
            value: choice.value.clone(),
            label: choice.label.clone(),
            help: choice.help.clone(),
        });
        let named = names(world, item.choices_from, self.typed().trim()).into_iter().map(|name| Offer {
            value: name.to_owned(),
            label: name.to_owned(),
            help: String::new(),
        });
        fixed.chain(named).collect()
    }

    /// How many choices the present question shows.
    pub fn choice_count(&self, world: &World) -> usize {
        self.offers(world).len()
    }

    /// The rows of the page of all answers: a row for each question, and one that leads to the result.
    pub fn review_rows(&self, world: &World) -> usize {
        self.items(world).len() + 1
    }

    /// The programs of the result, in order.
    pub fn result_programs(&self) -> Vec<ProgramIx> {
        self.advice.iter().flat_map(|advice| &advice.programs).map(|ranked| ranked.program).collect()
    }

    /// The program under the cursor of the result.
    pub fn selected_program(&self) -> Option<ProgramIx> {
        self.result_programs().get(self.result_cursor).copied()
    }

    /// The question to answer next, where the result is close or too little is answered.
    pub fn deciding_question(&self) -> Option<Question> {
        let advice = self.advice.as_ref()?;
        advice.decides.or_else(|| advice.matter_most.first().copied())
    }

    /// The screen to return to from the comparison.
    pub fn screen_behind_compare(&self) -> Screen {
        self.behind_compare
    }

    pub(super) fn remember_screen(&mut self, screen: Screen) {
        if screen != Screen::Compare {
            self.behind_compare = screen;
        }
    }

    /// `Question 4 of 13`.
    pub fn progress(&self, world: &World) -> String {
        format!("Question {} of {}", self.place + 1, self.items(world).len())
    }

    /// The answer that the present marks, or the choice under the cursor, amount to; nothing where nothing is chosen.
    pub(super) fn chosen(&self, world: &World) -> Option<Answer> {
        let item = self.item(world);
        let offers = self.offers(world);
        let under_cursor = offers.get(self.cursor).map(|offer| offer.value.clone());
        if item.kind != AnswerKind::Many {
            let value = under_cursor?;
            let is_strict = item.question == Question::Level && self.is_limit;
            return Some(if is_strict { Answer::CannotPrepare(value) } else { Answer::Choice(value) });
        }
        let names = if self.marked.is_empty() { vec![under_cursor?] } else { self.marked.clone() };
        Some(self.named(item, names))
    }

    /// What would be marked with one more name.
    fn marked_with(&self, name: &str) -> Vec<String> {
        let mut names = self.marked.clone();
        if !names.iter().any(|marked| marked == name) {
            names.push(name.to_owned());
        }
        names
    }

    fn named(&self, item: &Item, names: Vec<String>) -> Answer {
        match (item.choices_from, self.is_limit) {
            (Some(ChoicesFrom::Institution), true) => Answer::Institutions { prefer: Vec::new(), must: names },
            (Some(ChoicesFrom::Institution), false) => Answer::Institutions { prefer: names, must: Vec::new() },
            (_, only) => Answer::Names { names, only: only && item.can_limit },
        }
    }

    /// Puts cursor and marks of the present question where its answer is, or, unanswered, where most people start.
    pub(super) fn arrive(&mut self, world: &World) {
        self.input = None;
        self.cursor = 0;
        self.marked.clear();
        self.is_limit = false;
        let item = self.item(world);
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
        if let Some(first) = self.marked.first() {
            self.cursor = self.offers(world).iter().position(|offer| offer.value == *first).unwrap_or(0);
        }
    }

    /// Makes what is said beside the choices anew.
    pub(super) fn look_ahead(&mut self, world: &World) {
        let (adviser, item) = (world.adviser(), self.item(world));
        self.glance = Some(Arc::new(adviser.glance(&world.catalog, &self.answers, &self.settings, TOP)));
        let to_answer = |offer: &Offer| match item.kind {
            AnswerKind::Many => self.named(item, self.marked_with(&offer.value)),
            _ => Answer::Choice(offer.value.clone()),
        };
        let instead: Vec<Answer> = self.offers(world).iter().map(to_answer).collect();
        // A preferred school removes nothing: a number beside each would only repeat itself.
        let is_preference = item.choices_from == Some(ChoicesFrom::Institution) && !self.is_limit;
        let says_something = item.kind != AnswerKind::Many || !is_preference;
        self.leaves = if says_something {
            adviser.remaining_with(&world.catalog, &self.answers, &self.settings, item.question, &instead)
        } else {
            Vec::new()
        };
    }
}

/// The names that a question offers from the catalogue: those that what is typed may mean, the best first.
fn names<'w>(world: &'w World, from: Option<ChoicesFrom>, typed: &str) -> Vec<&'w str> {
    let names = world.adviser().names();
    let holding = |all: &'w [String]| -> Vec<&'w str> {
        let typed = typed.to_lowercase();
        all.iter().map(String::as_str).filter(|name| name.to_lowercase().contains(&typed)).collect()
    };
    match from {
        None => Vec::new(),
        Some(ChoicesFrom::Field) => holding(&names.fields),
        Some(ChoicesFrom::Language) => holding(&names.languages),
        Some(ChoicesFrom::Institution) if typed.is_empty() => names.institution_names(),
        Some(ChoicesFrom::Institution) => names.matching_institutions(typed),
    }
}
