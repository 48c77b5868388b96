//! The choices that a question offers, which of them are marked, and what each would leave.

use std::sync::Arc;

use super::Interview;
use crate::advise::{Answer, AnswerKind, ChoicesFrom, Item, Question, Suggestion, SuggestionKind};
use crate::app::World;

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
    pub(in crate::app) fn field(name: &str) -> Self {
        let (value, label) = (name.to_owned(), name.to_owned());
        Self { value, label, help: String::new(), note: String::new(), question: Question::Field }
    }

    /// The offer of a school.
    pub(in crate::app) fn school(name: &str) -> Self {
        Self { note: "(school)".to_owned(), question: Question::Institution, ..Self::field(name) }
    }
}

impl Interview {
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
        let named = match (self.typed().trim(), &self.schools) {
            ("", Some(schools)) => schools.iter().map(String::as_str).collect(),
            (typed, _) => names(world, item.choices_from, typed),
        };
        fixed.chain(named.into_iter().map(|name| offer(name, name, ""))).collect()
    }

    /// The schools with a program that is still possible, in alphabetical order. Any other is found by typing its name.
    pub(super) fn schools_in_order(&self, world: &World) -> Vec<String> {
        let all = names(world, Some(ChoicesFrom::Institution), "");
        let left = self.left_at(world, all.iter().copied());
        let possible = all.into_iter().zip(left).filter(|(_, count)| *count > 0);
        possible.map(|(name, _)| name.to_owned()).collect()
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

    /// Returns the number of choices shown.
    pub fn choice_count(&self, world: &World) -> usize {
        self.offers(world).len()
    }

    /// Whether a choice is marked.
    pub fn is_marked(&self, offer: &Offer, world: &World) -> bool {
        let is_of_another = offer.question != self.item(world).question;
        let marked = if is_of_another { &self.marked_schools } else { &self.marked };
        marked.contains(&offer.value)
    }

    /// The answer given by the marks, or else by the choice under the cursor; `None` if there is neither.
    pub(in crate::app) fn chosen(&self, world: &World) -> Option<Answer> {
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

    pub(in crate::app) fn named(&self, item: &Item, names: Vec<String>) -> Answer {
        match (item.choices_from, self.is_limit) {
            (Some(ChoicesFrom::Institution), true) => Answer::Institutions { prefer: Vec::new(), must: names },
            (Some(ChoicesFrom::Institution), false) => Answer::Institutions { prefer: names, must: Vec::new() },
            (_, only) => Answer::Names { names, only: only && item.can_limit },
        }
    }

    /// Computes the outlook and the numbers beside the choices.
    pub(in crate::app) fn look_ahead(&mut self, world: &World) {
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
