//! What a result says in words: sentences made from typed reasons, for one set of answers. It decides nothing; whoever
//! shows a result asks the [`Explainer`] for its sentences and never reads them to decide.

pub(crate) mod answers;
pub(crate) mod facts;
mod names;
mod notes;
mod programs;
mod short;
mod spans;
mod verdict;
mod why_not;

pub use short::{Short, ShortProgram};
pub use why_not::Removal;

use super::advice::{
    Advice, Also, Asked, Change, Contribution, Flip, Leaning, LostOn, Outcome, Ranked, Reason, Relaxation, Strength,
    WhyNot,
};
use super::engine::View;
use super::engine::evaluate::{Engine, row_of};
use super::question::{Answer, Question};
use crate::catalog::{Catalog, ProgramIx, sentence};
use crate::english::plain;
use crate::topics::{TopicIx, Vocabulary};

/// Puts results into words: those that were made from one set of answers.
#[derive(Clone, Copy)]
pub struct Explainer<'a> {
    view: View<'a>,
}

impl<'a> Explainer<'a> {
    pub(crate) fn new(catalog: &'a Catalog, engine: Engine<'a>, asked: &'a Asked) -> Self {
        Self { view: View { catalog, engine, preferences: &asked.preferences, answers: &asked.answers } }
    }

    /// The catalogue that the words are about.
    pub fn catalog(&self) -> &'a Catalog {
        self.view.catalog
    }

    /// The result in short: what matters to a choice, nothing twice; with the reasons of the program at `selected`.
    pub fn short(&self, advice: &Advice, selected: usize) -> Short {
        short::short(&self.view, advice, selected)
    }

    /// The changes of answers that the short form names.
    pub fn named_flips<'f>(&self, advice: &'f Advice) -> Vec<&'f Flip> {
        short::named_flips(&self.view, advice)
    }

    /// The verdict in one sentence.
    pub fn headline(&self, advice: &Advice) -> String {
        verdict::headline(&self.view, advice)
    }

    /// The answers that made the verdict, as sentences.
    pub fn because(&self, advice: &Advice) -> String {
        verdict::because(&self.view, advice)
    }

    /// Why the verdict is that sure, as the end of a sentence; empty where there is nothing to be sure of.
    pub fn how_sure(&self, advice: &Advice) -> String {
        verdict::how_sure(&self.view, advice)
    }

    /// How certain the kind is and how certain the order; nothing where no program is shown.
    pub fn certainties(&self, advice: &Advice) -> Option<String> {
        verdict::certainties(&self.view, advice)
    }

    /// What is said before anything else, in one text.
    pub fn caveats(&self, advice: &Advice) -> Option<String> {
        let said: Vec<String> = advice.caveats.iter().map(|caveat| notes::caveat(&self.view, caveat)).collect();
        (!said.is_empty()).then(|| said.join(" "))
    }

    /// That more programs share the first place than are shown.
    pub fn crowd(&self, advice: &Advice) -> Option<String> {
        advice.crowd.map(verdict::crowd)
    }

    /// An answer as a sentence.
    pub fn told(&self, question: Question) -> String {
        answers::told_of(&self.view, question).unwrap_or_default()
    }

    /// An answer as it stands within a sentence; empty where there is none.
    pub fn answer(&self, question: Question) -> String {
        let phrase = |answer: &Answer| answers::phrase(&self.view, question, answer);
        self.view.answers.get(question).map(phrase).unwrap_or_default()
    }

    /// The fact behind a contribution.
    pub fn contribution(&self, program: ProgramIx, part: &Contribution) -> String {
        sentence(&facts::of_criterion(&self.view, part.criterion, row_of(program)))
    }

    /// What speaks for a program.
    pub fn pros(&self, ranked: &Ranked) -> Vec<String> {
        programs::pros(&self.view, ranked)
    }

    /// What counted against a program.
    pub fn cons(&self, ranked: &Ranked) -> Vec<String> {
        programs::cons(&self.view, ranked)
    }

    /// What to look out for in the program that stands at `at` of those shown.
    pub fn warnings(&self, ranked: &Ranked, at: usize) -> Vec<String> {
        programs::warnings(&self.view, ranked, at)
    }

    /// The facts on which the place of a program depends: `the price of X`.
    pub fn depends_on(&self, ranked: &Ranked) -> Vec<String> {
        ranked.depends_on.iter().map(|doubt| verdict::doubt(&self.view, *doubt)).collect()
    }

    /// The hours a week that were given, such as `4–7`.
    pub fn hours(&self) -> Option<String> {
        let hours = self.view.preferences.hours?;
        let (low, high) = (plain(hours.low), plain(hours.high));
        Some(if low == high { low } else { format!("{low}–{high}") })
    }

    /// The month of the list that the catalogue was made from.
    pub fn month_of_list(&self) -> String {
        spans::month(self.view.catalog.as_of.newest())
    }

    /// What a topic is called.
    pub fn topic(&self, topic: TopicIx) -> &'static str {
        &Vocabulary::embedded().topic(topic).name.en
    }

    /// Why a program of another kind is worth a look.
    pub fn also(&self, also: &Also) -> String {
        verdict::also(&self.view, also)
    }

    /// A reason for which a program is not in the running.
    pub fn removal(&self, program: ProgramIx, reason: Reason) -> Removal {
        why_not::removal(&self.view, program, reason)
    }

    /// `12 months instead of 3 months: 2 programs, the best is ...`
    pub fn relaxation(&self, one: &Relaxation) -> String {
        verdict::relaxation(&self.view, one)
    }

    /// `credit: nice to have instead of not needed → a MicroMasters`
    pub fn flip(&self, flip: &Flip) -> String {
        verdict::flip(&self.view, flip)
    }

    /// `credit: nice to have instead of not needed`
    pub fn change(&self, set: &Change) -> String {
        answers::change(&self.view, set)
    }

    /// Why the second program is not the first.
    pub fn runner_up(&self, advice: &Advice) -> Option<String> {
        advice.runner_up.map(|second| verdict::runner_up(&self.view, advice, second))
    }

    /// What to take first, and what that does.
    pub fn stack(&self, advice: &Advice) -> Option<String> {
        advice.stack.map(|stack| verdict::stack(&self.view, stack))
    }

    /// What else must be said.
    pub fn notes(&self, advice: &Advice) -> Vec<String> {
        advice.notes.iter().map(|note| notes::note(&self.view, note)).collect()
    }

    /// What to do next.
    pub fn next_steps(&self, advice: &Advice) -> Vec<String> {
        advice.next_steps.iter().map(|step| notes::step(&self.view, step)).collect()
    }

    /// Why a program is not the first, in one sentence.
    pub fn why_not(&self, why: &WhyNot) -> String {
        why_not::headline(&self.view, why)
    }

    /// On what a program loses against the first one.
    pub fn lost_on(&self, why: &WhyNot, lost: &LostOn) -> String {
        why.program.map(|program| why_not::lost_on(&self.view, program, lost)).unwrap_or_default()
    }

    /// What the nearest change does, or why there is none.
    pub fn nearest(&self, why: &WhyNot) -> String {
        why_not::nearest(&self.view, &why.nearest)
    }

    /// What is known about a program that the catalogue does not have, and what is near to it.
    pub fn traces(&self, why: &WhyNot) -> Vec<String> {
        why.traces.iter().map(|trace| why_not::trace(&self.view, trace)).collect()
    }
}

impl Outcome {
    /// The name for people, as the end of a sentence.
    pub fn name(self) -> &'static str {
        verdict::outcome(self)
    }
}

impl Strength {
    /// How certain the kind is, in a word.
    pub fn name(self) -> &'static str {
        verdict::strength(self)
    }
}

impl Leaning {
    /// `leaning to a Professional Certificate`
    pub fn name(self) -> &'static str {
        verdict::leaning(self)
    }
}
