//! A result in words: sentences made from typed reasons, for one set of answers. It decides nothing. Code that shows a
//! result gets its sentences from the [`Explainer`] and never bases a decision on them.

pub(crate) mod answers;
mod conditions;
pub(crate) mod facts;
mod in_part;
mod names;
mod notes;
mod nothing;
mod order;
mod programs;
mod short;
mod spans;
mod verdict;
mod why_not;

pub use short::{Short, ShortProgram};
pub use why_not::Removal;

use super::advice::{
    Advice, Also, Asked, Change, Contribution, Flip, KnockedOut, Leaning, LostOn, Ranked, Reason, Relaxation, WhyNot,
};
use super::engine::View;
use super::engine::evaluate::{Engine, row_of};
use super::engine::evidence::reasons;
use super::question::{Answer, Question};
use crate::catalog::{Catalog, ProgramIx, sentence};
use crate::english::{and_list, plain};
use crate::topics::{TopicIx, Vocabulary};

/// Puts the results of one set of answers into words.
#[derive(Clone, Copy)]
pub struct Explainer<'a> {
    view: View<'a>,
}

impl<'a> Explainer<'a> {
    pub(crate) fn new(catalog: &'a Catalog, engine: Engine<'a>, asked: &'a Asked) -> Self {
        Self { view: View { catalog, engine, preferences: &asked.preferences, answers: &asked.answers } }
    }

    /// The same words, with the records read from another copy of the catalogue.
    pub fn over<'b>(&self, catalog: &'b Catalog) -> Explainer<'b>
    where
        'a: 'b,
    {
        let mut view = self.view;
        (view.catalog, view.engine.reader.catalog) = (catalog, catalog);
        Explainer { view }
    }

    /// Returns the catalogue that the words are about.
    pub fn catalog(&self) -> &'a Catalog {
        self.view.catalog
    }

    /// Returns the result in short: what matters for a choice, without repetition, with the reasons of the program at
    /// index `selected`.
    pub fn short(&self, advice: &Advice, selected: usize) -> Short {
        short::short(&self.view, advice, selected)
    }

    /// Returns the verdict in one sentence.
    pub fn headline(&self, advice: &Advice) -> String {
        verdict::headline(&self.view, advice)
    }

    /// Returns the answers behind the verdict, as sentences.
    pub fn because(&self, advice: &Advice) -> String {
        verdict::because(&self.view, advice)
    }

    /// Returns why the verdict is that certain, worded as the end of a sentence; empty if there is nothing to be
    /// certain of.
    pub fn how_sure(&self, advice: &Advice) -> String {
        verdict::how_sure(&self.view, advice)
    }

    /// Returns how certain the kind and the order are, or `None` if no program is shown.
    pub fn certainties(&self, advice: &Advice) -> Option<String> {
        order::certainties(&self.view, advice)
    }

    /// Returns the caveats as one text, or `None` if there are none.
    pub fn caveats(&self, advice: &Advice) -> Option<String> {
        let said: Vec<String> = advice.caveats.iter().map(|caveat| notes::caveat(&self.view, advice, caveat)).collect();
        (!said.is_empty()).then(|| said.join(" "))
    }

    /// Returns a sentence about programs that share the first place but are not shown, or `None` if all are shown.
    pub fn crowd(&self, advice: &Advice) -> Option<String> {
        advice.crowd.map(order::crowd)
    }

    /// Returns an answer as a sentence; empty if there is none.
    pub fn told(&self, question: Question) -> String {
        answers::told_of(&self.view, question).unwrap_or_default()
    }

    /// Returns which courses of the catalogue the user has finished, as a sentence; `None` if that is none.
    pub fn finished(&self) -> Option<String> {
        let courses = self.view.preferences.done.courses.iter();
        let mut titles: Vec<String> = courses.map(|ix| self.view.catalog.course(*ix).title.to_string()).collect();
        titles.dedup();
        (!titles.is_empty()).then(|| format!("You have finished {}.", and_list(&titles)))
    }

    /// Returns an answer as a phrase within a sentence; empty if there is none.
    pub fn answer(&self, question: Question) -> String {
        let phrase = |answer: &Answer| answers::phrase(&self.view, question, answer);
        self.view.answers.get(question).map(phrase).unwrap_or_default()
    }

    /// Returns the fact behind a contribution.
    pub fn contribution(&self, program: ProgramIx, part: &Contribution) -> String {
        sentence(&facts::of_criterion(&self.view, part.criterion, row_of(program)))
    }

    /// Returns the points in favour of a program.
    pub fn pros(&self, ranked: &Ranked) -> Vec<String> {
        programs::pros(&self.view, ranked)
    }

    /// Returns the points against a program.
    pub fn cons(&self, ranked: &Ranked) -> Vec<String> {
        programs::cons(&self.view, ranked)
    }

    /// Returns the warnings about the program at index `at` of those shown.
    pub fn warnings(&self, ranked: &Ranked, at: usize) -> Vec<String> {
        programs::warnings(&self.view, ranked, at)
    }

    /// Returns the facts on which the place of a program depends: `the price of X`.
    pub fn depends_on(&self, ranked: &Ranked) -> Vec<String> {
        ranked.depends_on.iter().map(|doubt| order::doubt(&self.view, *doubt)).collect()
    }

    /// Returns the given hours a week, such as `4–7`, or `None` if none were given.
    pub fn hours(&self) -> Option<String> {
        let hours = self.view.preferences.hours?;
        let (low, high) = (plain(hours.low), plain(hours.high));
        Some(if low == high { low } else { format!("{low}–{high}") })
    }

    /// Returns the month of the list that the catalogue was made from.
    pub fn month_of_list(&self) -> String {
        spans::month(self.view.catalog.as_of.newest())
    }

    /// Returns the English name of a topic.
    pub fn topic(&self, topic: TopicIx) -> &'static str {
        &Vocabulary::embedded().topic(topic).name.en
    }

    /// Returns why a program of another kind is worth considering.
    pub fn also(&self, also: &Also) -> String {
        verdict::also(&self.view, also)
    }

    /// Returns all reasons for which a program is removed.
    pub fn removals(&self, out: KnockedOut) -> impl Iterator<Item = Removal> {
        reasons(&self.view, out).into_iter().map(move |reason| self.removal(out.program, reason))
    }

    /// Returns a reason for which a program is removed.
    pub fn removal(&self, program: ProgramIx, reason: Reason) -> Removal {
        why_not::removal(&self.view, program, reason)
    }

    /// Returns a relaxation: `12 months instead of 3 months: 2 programs, the best is ...`
    pub fn relaxation(&self, one: &Relaxation) -> String {
        verdict::relaxation(&self.view, one)
    }

    /// Returns a flip as a sentence: `If credit were a must, a MicroMasters would fit you better.`
    pub fn flip(&self, flip: &Flip) -> String {
        verdict::flip(&self.view, flip)
    }

    /// Returns a relaxation in three parts: the new answers, those that they replace, and what the result would be.
    pub fn relaxation_in_parts(&self, one: &Relaxation) -> [String; 3] {
        self.change_in_parts(&one.set, verdict::admits(&self.view, one))
    }

    /// Returns a flip in three parts: the new answers, those that they replace, and what the result would be.
    pub fn flip_in_parts(&self, flip: &Flip) -> [String; 3] {
        self.change_in_parts(&flip.set, verdict::comes_to(&self.view, flip))
    }

    fn change_in_parts(&self, set: &Change, then: String) -> [String; 3] {
        [answers::new_answers(&self.view, set), answers::replaced_answers(&self.view, set), then]
    }

    /// Returns the kinds of the shown programs in a sentence.
    pub fn kinds(&self, advice: &Advice) -> String {
        order::kinds(&self.view, advice)
    }

    /// Returns flips as sentences; other answers to one question that lead to the same result are one sentence.
    pub fn flips(&self, flips: &[&Flip]) -> Vec<String> {
        verdict::flips(&self.view, flips)
    }

    /// Returns the routes of a program to a degree, each with its conditions and date; none if credit does not matter.
    pub fn routes(&self, ranked: &Ranked) -> Vec<String> {
        programs::routes(&self.view, ranked)
    }

    /// Returns why the second program is not first, or `None` if there is no second.
    pub fn runner_up(&self, advice: &Advice) -> Option<String> {
        advice.runner_up.map(|second| order::runner_up(&self.view, advice, second))
    }

    /// Returns what to take first and what it does, or `None` if there is nothing to take first.
    pub fn stack(&self, advice: &Advice) -> Option<String> {
        advice.stack.as_ref().map(|stack| verdict::stack(&self.view, stack))
    }

    /// Returns the notes.
    pub fn notes(&self, advice: &Advice) -> Vec<String> {
        advice.notes.iter().map(|note| notes::note(&self.view, note)).collect()
    }

    /// Returns the next steps.
    pub fn next_steps(&self, advice: &Advice) -> Vec<String> {
        advice.next_steps.iter().map(|step| notes::step(&self.view, step)).collect()
    }

    /// Returns why a program is not first, in one sentence.
    pub fn why_not(&self, why: &WhyNot) -> String {
        why_not::headline(&self.view, why)
    }

    /// Returns a criterion on which a program does worse than the first one, with the facts of both.
    pub fn lost_on(&self, why: &WhyNot, lost: &LostOn) -> String {
        why.program.map(|program| why_not::lost_on(&self.view, program, lost)).unwrap_or_default()
    }

    /// Returns what the nearest change does, or why there is none.
    pub fn nearest(&self, why: &WhyNot) -> String {
        why_not::nearest(&self.view, &why.nearest)
    }

    /// Returns what is known about a program that is not in the catalogue, and what comes near to it.
    pub fn traces(&self, why: &WhyNot) -> Vec<String> {
        why.traces.iter().map(|trace| why_not::trace(&self.view, trace)).collect()
    }
}

impl Leaning {
    /// Returns the lean so far: `leaning to a Professional Certificate`
    pub fn name(self) -> &'static str {
        verdict::leaning(self)
    }
}
