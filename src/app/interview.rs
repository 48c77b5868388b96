//! The state of the questionnaire: the current question, the cursor and marks, and the answers. What a question asks
//! and what answers lead to is up to the adviser; this module only tracks where the user is.

use std::sync::Arc;

use super::{AskAbout, Screen, Typed, World};
use crate::advise::{
    Advice, Answer, AnswerKind, Answers, ChoicesFrom, Glance, Item, Question, Settings, Suggestion, SuggestionKind,
    Suggestions, WhatIf, WhyNot,
};
use crate::catalog::ProgramIx;
use crate::page::Target;

/// The number of leading programs shown beside the choices.
const TOP: usize = 3;

/// A choice as offered on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its value in the answers.
    pub value: String,
    /// Its label.
    pub label: String,
    /// An explanation of the choice; may be empty.
    pub help: String,
    /// How the choice relates to the typed text; may be empty.
    pub note: String,
    /// The question that it answers. A school can be offered at the question about the field.
    pub question: Question,
}

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
    pub schools: Vec<String>,
    /// Whether the marked choices are a limit, not a preference.
    pub is_limit: bool,
    /// The input line for an answer or a part of a name; `None` while nothing is typed.
    pub input: Option<Typed>,
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
    /// The choice of the program to ask about.
    pub ask_about: AskAbout,
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
            ask_about: AskAbout::default(),
            trial: None,
            answers: Answers::new(),
            place: 0,
            cursor: 0,
            marked: Vec::new(),
            marked_schools: Vec::new(),
            schools: Vec::new(),
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
        if self.schools.is_empty() { self.suggestions.is_found } else { !self.typed().trim().is_empty() }
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

    /// Whether any question is answered.
    pub fn has_answers(&self) -> bool {
        !self.answers.is_empty()
    }

    /// Returns the choices of the current question: its fixed choices, and the names from the catalogue
    /// that match the typed text.
    pub fn offers(&self, world: &World) -> Vec<Offer> {
        let item = self.item(world);
        if item.free_words {
            return self.field_offers();
        }
        let offer = |value: &str, label: &str, help: &str| Offer {
            value: value.to_owned(),
            label: label.to_owned(),
            help: help.to_owned(),
            note: String::new(),
            question: item.question,
        };
        let fixed = item.choices.iter().map(|choice| offer(&choice.value, &choice.label, &choice.help));
        let named = match self.typed().trim() {
            "" if !self.schools.is_empty() => self.schools.iter().map(String::as_str).collect(),
            typed => names(world, item.choices_from, typed),
        };
        fixed.chain(named.into_iter().map(|name| offer(name, name, ""))).collect()
    }

    /// The schools with a program that is still possible, then the others, each in alphabetical order.
    fn schools_in_order(&self, world: &World) -> Vec<String> {
        let all = names(world, Some(ChoicesFrom::Institution), "");
        let left = self.left_at(world, all.iter().copied());
        let (mut first, last): (Vec<_>, Vec<_>) = all.into_iter().zip(left).partition(|(_, count)| *count > 0);
        first.extend(last);
        first.into_iter().map(|(name, _)| name.to_owned()).collect()
    }

    /// How many of the programs that are still possible each of these schools has.
    fn left_at<'n>(&self, world: &World, schools: impl Iterator<Item = &'n str>) -> Vec<usize> {
        let only = |name: &str| Answer::Institutions { prefer: Vec::new(), must: vec![name.to_owned()] };
        let changes: Vec<_> = schools.map(|name| (Question::Institution, only(name))).collect();
        world.adviser().remaining_with(&world.catalog, &self.answers, &self.settings, &changes)
    }

    /// The choices at the question about the field: suggestions for the typed text, or, if there is none, the marked
    /// choices and then the subjects.
    fn field_offers(&self) -> Vec<Offer> {
        let suggested = self.suggestions.rows.iter().map(Offer::of);
        if !self.typed().trim().is_empty() {
            return suggested.collect();
        }
        let marked: Vec<Offer> = self.marked_schools.iter().map(|name| Offer::school(name)).collect();
        let fields = self.marked.iter().map(|name| Offer::field(name));
        let rest = suggested.filter(|offer| !self.marked.contains(&offer.value));
        fields.chain(marked).chain(rest).collect()
    }

    /// Whether a choice is marked.
    pub fn is_marked(&self, offer: &Offer, world: &World) -> bool {
        let is_of_another = offer.question != self.item(world).question;
        let marked = if is_of_another { &self.marked_schools } else { &self.marked };
        marked.contains(&offer.value)
    }

    /// Returns the number of choices shown.
    pub fn choice_count(&self, world: &World) -> usize {
        self.offers(world).len()
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

    /// The answer given by the marks, or else by the choice under the cursor; `None` if there is neither.
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

    /// The marked names with one more added.
    fn marked_with(&self, name: &str) -> Vec<String> {
        let mut names = self.marked.clone();
        if !names.iter().any(|marked| marked == name) {
            names.push(name.to_owned());
        }
        names
    }

    pub(super) fn named(&self, item: &Item, names: Vec<String>) -> Answer {
        match (item.choices_from, self.is_limit) {
            (Some(ChoicesFrom::Institution), true) => Answer::Institutions { prefer: Vec::new(), must: names },
            (Some(ChoicesFrom::Institution), false) => Answer::Institutions { prefer: names, must: Vec::new() },
            (_, only) => Answer::Names { names, only: only && item.can_limit },
        }
    }

    /// Sets the cursor and the marks according to the answer to the current question; if it is unanswered, to
    /// its usual starting point.
    pub(super) fn arrive(&mut self, world: &World) {
        let item = self.item(world);
        self.has_line = item.free_words || item.asks_for_schools();
        self.input = self.has_line.then(Typed::default);
        self.focus = FieldFocus::Line;
        self.cursor = 0;
        self.marked.clear();
        self.marked_schools.clear();
        self.is_limit = false;
        let asks_for_schools = item.asks_for_schools();
        self.schools = if asks_for_schools { self.schools_in_order(world) } else { Vec::new() };
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

    /// Computes the outlook and the numbers beside the choices.
    pub(super) fn look_ahead(&mut self, world: &World) {
        let (adviser, item) = (world.adviser(), self.item(world));
        self.glance = Some(Arc::new(adviser.glance(&world.catalog, &self.answers, &self.settings, TOP)));
        if item.free_words {
            self.suggestions = adviser.suggest(&world.catalog, self.typed());
        }
        let offers = self.offers(world);
        // A preferred school removes nothing, so the number beside it counts its own programs.
        self.leaves = if self.prefers_schools(item) {
            self.left_at(world, offers.iter().map(|offer| offer.value.as_str()))
        } else {
            let changes: Vec<(Question, Answer)> =
                offers.iter().map(|offer| (offer.question, self.answer_by(item, offer))).collect();
            adviser.remaining_with(&world.catalog, &self.answers, &self.settings, &changes)
        };
    }

    /// Whether the choices of a question are schools that are preferred, which removes no program.
    pub fn prefers_schools(&self, item: &Item) -> bool {
        item.asks_for_schools() && !self.is_limit
    }

    /// The answer that an offer would give, together with the marked ones, except at the question about the field,
    /// where each offer counts alone.
    fn answer_by(&self, item: &Item, offer: &Offer) -> Answer {
        let name = || vec![offer.value.clone()];
        match item.kind {
            _ if offer.question != item.question => Answer::Institutions { prefer: Vec::new(), must: name() },
            AnswerKind::Many if item.free_words => Answer::Names { names: name(), only: false },
            AnswerKind::Many => self.named(item, self.marked_with(&offer.value)),
            _ => Answer::Choice(offer.value.clone()),
        }
    }
}

impl Offer {
    fn of(suggestion: &Suggestion) -> Self {
        let is_school = suggestion.kind == SuggestionKind::School;
        Self {
            value: suggestion.value.clone(),
            label: suggestion.label.clone(),
            help: suggestion.help.clone(),
            note: suggestion.note.clone(),
            question: if is_school { Question::Institution } else { Question::Field },
        }
    }

    /// The offer of a field.
    pub(super) fn field(name: &str) -> Self {
        let (value, label) = (name.to_owned(), name.to_owned());
        Self { value, label, help: String::new(), note: String::new(), question: Question::Field }
    }

    /// The offer of a school.
    pub(super) fn school(name: &str) -> Self {
        Self { note: "(school)".to_owned(), question: Question::Institution, ..Self::field(name) }
    }
}

/// The names from the catalogue that a question offers: those that match the typed text, the best first.
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
