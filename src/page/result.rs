//! The result of the adviser: the verdict, the programs in one table, the reasons of one of them, what would change it;
//! further down what was left out, what was said and what to do next. Every sentence is the adviser's; here they are only
//! put in order.

mod full;
mod programs;

use crate::advise::{Advice, Adviser, Explainer, Flip, KnockedOut, Outcome, Question, Removal, Short};
use crate::catalog::{Basis, Catalog, ProgramIx, sentence};
use crate::guide::Guide;

use super::{Block, Column, Deed, Field, Page, Part, Phrase, Spoken, Table, Target, kinds_side_by_side};

/// How many changes are listed where not everything is asked for.
const MAX_PROGRAMS: usize = 6;

/// How much is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// What matters to a choice.
    Short,
    /// Every weight, every removal, the whole ranking.
    Full,
}

/// A result with what it was made from.
#[derive(Clone, Copy, Debug)]
pub struct Advised<'a> {
    /// The programs.
    pub catalog: &'a Catalog,
    /// Who gave it.
    pub adviser: &'a Adviser,
    /// What the kinds are for, where too little is answered.
    pub guide: &'a Guide,
    /// The result.
    pub advice: &'a Advice,
}

impl<'a> Advised<'a> {
    /// The result in words.
    fn words(&self) -> Explainer<'a> {
        self.adviser.explainer(self.catalog, &self.advice.asked)
    }
}

/// The page of a result; `selected` is the place of the program whose reasons are told. What decides stands first and fits
/// on a small screen: the verdict, the programs in one table, the reasons of one of them.
pub fn result(advised: Advised<'_>, selected: usize, depth: Depth) -> Page {
    let Advised { catalog, advice, .. } = advised;
    let words = advised.words();
    let mut page = Page::new(verdict(advised, &words.short(advice, selected)));
    page.section(Part::Lead, "", vec![programs::table(&words, advice)]);
    for (place, ranked) in advice.programs.iter().enumerate() {
        if place == selected.min(advice.programs.len() - 1) || depth == Depth::Full {
            let heading = format!("Why {}: {}", ranked.rank, catalog.program(ranked.program).title);
            page.section(Part::Lead, heading, programs::reasons(&words, advice, place, depth));
        }
    }
    without_programs(advised, &mut page);
    let heading = "What would change this";
    page.section(Part::Rest, heading, changes(advised, depth));
    further(advised, selected, depth, &mut page);
    if depth == Depth::Full {
        full::add(advised, &mut page);
    }
    page
}

/// What leads on where nothing is recommended.
fn without_programs(advised: Advised<'_>, page: &mut Page) {
    let Advised { catalog, advice, .. } = advised;
    let words = advised.words();
    let relaxations = advice.relaxations.iter().map(|one| words.relaxation(one));
    page.section(Part::Lead, "What would leave something", vec![Block::items(relaxations)]);
    page.section(Part::Lead, "Near to it", vec![programs::near_topics(&words, advice)]);
    if advice.outcome != Outcome::NotEnough {
        return;
    }
    page.section(Part::Lead, "The questions that matter most", vec![questions(advised, &advice.matter_most)]);
    page.section(Part::Lead, "On the subject, not ranked", vec![programs::on_subject(catalog, advice)]);
    page.section(Part::Rest, "The two kinds side by side", kinds_side_by_side(advised.guide));
}

/// What stands further down: it does not decide, but it belongs to the result.
fn further(advised: Advised<'_>, selected: usize, depth: Depth, page: &mut Page) {
    let Advised { catalog, advice, .. } = advised;
    let words = advised.words();
    let because = [words.because(advice), sentence(&words.how_sure(advice))];
    page.section(Part::Rest, "Why this kind", because.map(Block::Text).into());
    if let Some(ranked) = advice.programs.get(selected).filter(|_| depth == Depth::Short) {
        let heading = format!("What the fit of {} is made of", ranked.rank);
        page.section(Part::Rest, heading, vec![programs::made_of(&words, ranked)]);
    }
    page.section(Part::Rest, "First this, then that", vec![Block::Text(words.stack(advice).unwrap_or_default())]);
    if let Some((second, reason)) = advice.runner_up.zip(words.runner_up(advice)) {
        let text = format!("{}: {reason}", catalog.program(second.program).title);
        page.section(Part::Rest, "Why the second is not the first", vec![Block::Text(text)]);
    }
    let also = advice.also.iter().map(|also| {
        let text = format!("{}: {}", name(catalog, also.program), words.also(also));
        (Phrase::from(text), Some(Target::Program(also.program)))
    });
    page.section(Part::Rest, "Also consider", vec![Block::Items(also.collect())]);
    page.section(Part::Rest, "Not in the running", removed(&words, advice, depth));
    let said = advice.told.iter().map(|question| words.told(*question));
    page.section(Part::Rest, "What you said", vec![Block::items(said)]);
    let as_of = advice.asked.settings.as_of;
    let made = format!("Catalogue of {}, reckoned as of {as_of}.", advice.catalog_as_of);
    page.section(Part::Rest, "To know", vec![Block::items(words.notes(advice).into_iter().chain([made]))]);
    page.section(Part::Rest, "Next", vec![Block::items(words.next_steps(advice))]);
}

/// A program by its title, kind and id.
pub(super) fn name(catalog: &Catalog, ix: ProgramIx) -> String {
    let program = catalog.program(ix);
    format!("{} ({}, {})", program.title, program.kind().name(), program.id)
}

/// The verdict with the first program, both certainties, and what has to be known before anything else.
fn verdict(advised: Advised<'_>, short: &Short) -> Vec<Block> {
    let advice = advised.advice;
    let list = format!("List of {}.", advised.words().month_of_list());
    let certainties = short.certainties.as_ref().map_or(list.clone(), |both| format!("{both} {list}"));
    let mut blocks = vec![Block::Title(short.headline.as_str().into()), Block::Text(certainties)];
    blocks.extend(short.first.iter().cloned().map(Block::Warning));
    let decides = advice.decides.map(|_| Block::Hint(Deed::Decide, "answers the question that would settle it".into()));
    blocks.extend(decides);
    blocks
}

fn questions(advised: Advised<'_>, questions: &[Question]) -> Block {
    let questionnaire = advised.adviser.questionnaire();
    Block::items(questions.iter().map(|question| questionnaire.item(*question).title.as_str()))
}

fn changes(advised: Advised<'_>, depth: Depth) -> Vec<Block> {
    let advice = advised.advice;
    if advice.outcome == Outcome::NotEnough {
        return Vec::new();
    }
    let changes_kind = advice.flips.iter().any(|flip| flip.changes_outcome);
    let none = "No single other answer changes the kind that is recommended.";
    let none = (!changes_kind && !matches!(advice.outcome, Outcome::None | Outcome::NoMatch))
        .then(|| Block::Text(none.to_owned()));
    // What would leave something, and what stands beside the reasons, is told above.
    let words = advised.words();
    let named = if advice.programs.is_empty() { Vec::new() } else { words.named_flips(advice) };
    let is_new = |flip: &&Flip| {
        depth == Depth::Full || advice.relaxations.iter().all(|own| own.set != flip.set) && !named.contains(flip)
    };
    // Where something changes the kind, what only changes the first program can wait for the full page.
    let is_told = |(at, flip): &(usize, &Flip)| {
        depth == Depth::Full || flip.changes_outcome == changes_kind && !is_same_budget(&advice.flips[..*at], flip)
    };
    let flips = advice.flips.iter().enumerate().filter(is_told).map(|(_, flip)| flip).filter(is_new);
    let most = if depth == Depth::Full { usize::MAX } else { MAX_PROGRAMS };
    let mut blocks: Vec<Block> = none.into_iter().collect();
    let flips: Vec<String> = flips.take(most).map(|flip| words.flip(flip)).collect();
    let hidden = advice.flips.iter().filter(is_new).count() - flips.len();
    blocks.push(Block::items(flips));
    // Where there are programs, the key stands beside their reasons.
    if hidden > 0 && advice.programs.is_empty() {
        let answers = if hidden == 1 { "1 more answer that changes" } else { "more answers that change" };
        let words = if hidden == 1 { format!("lists {answers} it") } else { format!("lists {hidden} {answers} it") };
        blocks.push(Block::Hint(Deed::ListChanges, words));
    }
    blocks
}

/// Whether a change of the budget comes to the same as one that is told already: the nearest budget is told first.
fn is_same_budget(told: &[Flip], flip: &Flip) -> bool {
    let has_budget = |flip: &Flip| flip.set.iter().any(|(question, _)| *question == Question::Budget);
    let is_alike = |other: &Flip| {
        let pairs = other.set.iter().zip(&flip.set);
        let only_budget = |((question, answer), (its, mine)): (&(Question, _), &(Question, _))| {
            question == its && (*question == Question::Budget || answer == mine)
        };
        other.set.len() == flip.set.len() && { pairs }.all(only_budget)
    };
    let comes_to = |flip: &Flip| (flip.outcome, flip.top.filter(|_| !flip.changes_outcome));
    has_budget(flip) && told.iter().any(|other| is_alike(other) && comes_to(other) == comes_to(flip))
}

/// What the limits took out: how many by which answer, or every one with every reason.
fn removed(words: &Explainer<'_>, advice: &Advice, depth: Depth) -> Vec<Block> {
    if advice.knocked_out.is_empty() || advice.outcome == Outcome::NoMatch {
        return Vec::new();
    }
    if depth == Depth::Full {
        return vec![Block::Table(full::removals(words, &advice.knocked_out))];
    }
    let questions = Question::ALL.iter().map(|question| Some(*question)).chain([None]);
    let stands = |out: &KnockedOut, question| out.reasons.iter().any(|reason| reason.question == question);
    let counts = questions.map(|question| {
        let count = advice.knocked_out.iter().filter(|out| stands(out, question)).count();
        let label = question.map_or("not in the latest list", Question::label);
        (count > 0).then(|| Field::new(label, count.to_string()))
    });
    let (out, left) = (advice.knocked_out.len(), advice.remaining);
    vec![
        Block::fields(counts),
        Block::Text(format!(
            "Each line counts every program that its limit leaves out. {out} are out in all, some by several limits; {left} \
             are in the running."
        )),
        Block::Hint(Deed::LiftLimits, "lifts a limit or puts it back".to_owned()),
    ]
}

/// The limits that a program does not pass, each with the fact, its basis and its source.
pub(super) fn reason_columns() -> Vec<Column> {
    vec![
        Column::new("Limit").least(8).head(),
        Column::new("Answer").least(12).wrapping().spoken(Spoken::As("you said".to_owned())),
        Column::new("Fact").least(24).wrapping().spoken(Spoken::Silent),
        Column::new("Basis").goes(2).spoken(Spoken::Silent),
        Column::new("Source").goes(1).spoken(Spoken::As("source".to_owned())),
    ]
}

/// A reason as a row under those columns.
pub(super) fn reason_row(reason: Removal) -> [Phrase; 5] {
    [
        reason.question.map_or("status", Question::label).into(),
        reason.answer.into(),
        reason.fact.into(),
        Basis::words_of(reason.basis).into(),
        reason.source.into(),
    ]
}

/// A table of reasons.
pub(super) fn reasons_table(reasons: impl Iterator<Item = Removal>) -> Table {
    Table::new("The limits that it does not pass", reason_columns()).rows(reasons.map(reason_row))
}
