//! The page of a result: the verdict, the programs in one table, the reasons for one of them and what would change the
//! result; further down what was left out, what was answered and the next steps.
//!
//! All sentences come from the adviser; this module only arranges them.

mod fit;
mod full;
mod programs;
mod ranked;

use crate::advise::{Advice, Adviser, Answer, Explainer, Flip, Outcome, Question, Removal, Short};
use crate::catalog::{Basis, Catalog, ProgramIx, sentence};
use crate::english::{by_count, capitalised, counted};
use crate::guide::Guide;

use super::{Block, Column, Page, PageAction, Part, Phrase, Spoken, Table, Target, kinds_side_by_side};
use fit::Seen;

pub use fit::Room;

/// The greatest number of changes listed on the short page.
const MAX_CHANGES: usize = 6;

/// How much the page says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// What matters for the choice.
    Short,
    /// Everything: every weight, every removal, the whole ranking.
    Full,
}

/// A result with everything that is needed to explain it.
#[derive(Clone, Copy, Debug)]
pub struct Advised<'a> {
    /// The catalogue that it was computed from.
    pub catalog: &'a Catalog,
    /// The adviser that computed it.
    pub adviser: &'a Adviser,
    /// The guide, which describes the kinds if too little is answered.
    pub guide: &'a Guide,
    /// The result.
    pub advice: &'a Advice,
    /// The programs that are marked as kept.
    pub kept: &'a [ProgramIx],
}

impl<'a> Advised<'a> {
    /// The words for the result.
    fn words(&self) -> Explainer<'a> {
        self.adviser.explainer(self.catalog, &self.advice.asked)
    }

    /// The title of a program with its school, and a word if it is kept.
    fn title(&self, program: ProgramIx) -> String {
        let kept = if self.kept.contains(&program) { " (kept)" } else { "" };
        self.catalog.title_with_school(program) + kept
    }
}

/// Returns the page of a result; `selected` is the index of the program whose reasons are shown. The verdict, the table
/// of programs and these reasons come first and fit on a screen of the usual size.
pub fn result(advised: Advised<'_>, selected: usize, depth: Depth) -> Page {
    result_within(advised, selected, depth, Room::USUAL)
}

/// Returns the page of a result whose first part is fitted to the room of a screen.
pub fn result_within(advised: Advised<'_>, selected: usize, depth: Depth, room: Room) -> Page {
    let advice = advised.advice;
    let chosen = selected.min(advice.programs.len().saturating_sub(1));
    let seen = seen(advised, chosen, depth, room);
    let mut page = lead(advised, &seen, chosen, depth);
    let short = seen.short;
    without_programs(advised, &mut page);
    if depth == Depth::Short {
        let more = advice.programs.get(chosen).map_or_else(String::new, |one| format!("More about {}", one.rank));
        page.section(Part::Rest, more, vec![Block::items(short.further.iter().map(String::as_str))]);
    }
    tracks(advised, &mut page);
    let heading = "What would change this";
    page.section(Part::Rest, heading, changes(advised, &short, depth));
    further(advised, &short, chosen, depth, &mut page);
    if depth == Depth::Full {
        full::add(advised, &mut page);
    }
    page
}

/// What is seen at once: the whole short form, or as much of it as there is room for.
fn seen(advised: Advised<'_>, chosen: usize, depth: Depth, room: Room) -> Seen {
    let short = advised.words().short(advised.advice, chosen);
    let cursor = advised.advice.programs.get(chosen).map(|one| Target::Program(one.program));
    if depth == Depth::Full || cursor.is_none() {
        return Seen::whole(short);
    }
    fit::fitted(short, cursor, room, |seen| lead(advised, seen, chosen, depth))
}

/// The part that decides: the verdict, the table of programs and the reasons, in the short form for one program only.
fn lead(advised: Advised<'_>, seen: &Seen, chosen: usize, depth: Depth) -> Page {
    let Advised { catalog, advice, .. } = advised;
    let (words, short) = (advised.words(), &seen.short);
    let mut page = Page::new(verdict(advised, seen));
    let gaps = short.gaps.map(|text| Block::Remark(text.to_owned()));
    let below = ranked::kinds_in_words(advised, seen).into_iter().chain(gaps);
    page.section(Part::Lead, "", std::iter::once(ranked::table(advised, seen)).chain(below).collect());
    for (place, ranked) in advice.programs.iter().enumerate() {
        let reasons = match depth {
            Depth::Full => programs::in_full(&words, ranked, place),
            Depth::Short if place == chosen => programs::in_short(short),
            Depth::Short => continue,
        };
        let heading = format!("Why {}: {}", ranked.rank, catalog.program(ranked.program).title);
        page.section(Part::Lead, heading, reasons);
    }
    page
}

/// Adds the other programs that share a place with a recommended one: tracks of one program, or programs of one title.
fn tracks(advised: Advised<'_>, page: &mut Page) {
    let Advised { catalog, advice, .. } = advised;
    for ranked in advice.programs.iter().filter(|one| !one.siblings.is_empty()) {
        let all = std::iter::once(&ranked.program).chain(&ranked.siblings);
        let items = all.map(|ix| (Phrase::from(name(catalog, *ix)), Some(Target::Program(*ix)))).collect();
        page.section(Part::Rest, format!("The programs that share place {}", ranked.rank), vec![Block::Items(items)]);
    }
}

/// Adds the routes of the recommended programs to a degree, with their conditions and dates, for those who want one.
fn routes(advised: Advised<'_>, page: &mut Page) {
    let words = advised.words();
    let items = advised.advice.programs.iter().flat_map(|ranked| words.routes(ranked));
    page.section(Part::Rest, "Routes to a degree", vec![Block::items(items)]);
}

/// Adds the next steps if no program is recommended: relaxations, near topics, or the questions to answer.
fn without_programs(advised: Advised<'_>, page: &mut Page) {
    let advice = advised.advice;
    let words = advised.words();
    let relaxations = advice.relaxations.iter().map(|one| words.relaxation(one));
    page.section(Part::Lead, "What would leave some programs", vec![Block::items(relaxations)]);
    if advice.outcome == Outcome::None {
        let on_subject = programs::outside_limits(advised);
        page.section(Part::Lead, "On the subject, but outside your limits", on_subject);
    }
    let near = if advice.outcome == Outcome::None { "Near it, within your limits" } else { "Nearest topics" };
    page.section(Part::Lead, near, vec![programs::near_topics(&words, advice)]);
    if advice.outcome != Outcome::NotEnough {
        return;
    }
    page.section(Part::Lead, "The questions that matter most", vec![questions(advised, &advice.matter_most)]);
    page.section(Part::Lead, "On the subject, not ranked", vec![programs::on_subject(advised)]);
    page.section(Part::Rest, "The two kinds side by side", kinds_side_by_side(advised.guide));
}

/// Adds what belongs to the result but does not decide it.
fn further(advised: Advised<'_>, short: &Short, chosen: usize, depth: Depth, page: &mut Page) {
    let Advised { catalog, advice, .. } = advised;
    let words = advised.words();
    let because = [words.because(advice), sentence(&words.how_sure(advice))];
    page.section(Part::Rest, "Why this kind", because.map(Block::Text).into());
    if let Some(ranked) = advice.programs.get(chosen).filter(|_| depth == Depth::Short) {
        let heading = format!("What the fit of {} is made of", ranked.rank);
        page.section(Part::Rest, heading, vec![programs::made_of(&words, ranked)]);
    }
    if depth == Depth::Short {
        routes(advised, page);
    }
    page.section(Part::Rest, "Take one, then the other", vec![Block::Text(words.stack(advice).unwrap_or_default())]);
    if let Some((second, reason)) = advice.runner_up.zip(words.runner_up(advice)) {
        let text = format!("{}: {reason}", catalog.title_with_school(second.program));
        page.section(Part::Rest, "Why the second is not the first", vec![Block::Text(text)]);
    }
    let also = advice.also.iter().map(|also| {
        let text = format!("{}: {}", name(catalog, also.program), words.also(also));
        (Phrase::from(text), Some(Target::Program(also.program)))
    });
    page.section(Part::Rest, "Also consider", vec![Block::Items(also.collect())]);
    page.section(Part::Rest, "Ruled out", removed(&words, advice, depth));
    let said = advice.told.iter().map(|question| words.told(*question)).chain(words.finished());
    page.section(Part::Rest, "Your answers", vec![Block::items(said)]);
    let as_of = advice.asked.settings.as_of;
    let made = format!("Catalogue of {}, computed as of {as_of}.", advice.catalog_as_of);
    page.section(Part::Rest, "Good to know", vec![Block::items(short.notes.iter().cloned().chain([made]))]);
    page.section(Part::Rest, "Next", vec![Block::items(words.next_steps(advice))]);
}

/// A program by its title, school and kind.
fn name(catalog: &Catalog, ix: ProgramIx) -> String {
    let program = catalog.program(ix);
    format!("{} ({})", catalog.title_with_school(ix), program.kind().name())
}

/// The verdict with the first program, both certainties, and the warnings that come before anything else.
fn verdict(advised: Advised<'_>, seen: &Seen) -> Vec<Block> {
    let short = &seen.short;
    let list = || format!("List of {}.", advised.words().month_of_list());
    let certainties = match &short.certainties {
        Some(both) if seen.dates_list => format!("{both} {}", list()),
        Some(both) => both.clone(),
        None => list(),
    };
    let mut blocks = vec![Block::Title(short.headline.as_str().into()), Block::Text(certainties)];
    blocks.extend(short.first.iter().cloned().map(Block::Warning));
    blocks.extend(short.decides.map(|what| Block::Hint(PageAction::Decide, what.to_owned())));
    blocks
}

fn questions(advised: Advised<'_>, questions: &[Question]) -> Block {
    let questionnaire = advised.adviser.questionnaire();
    Block::items(questions.iter().map(|question| questionnaire.item(*question).title.as_str()))
}

fn changes(advised: Advised<'_>, short: &Short, depth: Depth) -> Vec<Block> {
    let advice = advised.advice;
    if advice.outcome == Outcome::NotEnough {
        return Vec::new();
    }
    let changes_kind = advice.flips.iter().any(|flip| flip.changes_outcome);
    let none = "No single other answer changes the kind that is recommended.";
    let none = (!changes_kind && !matches!(advice.outcome, Outcome::None | Outcome::NoMatch))
        .then(|| Block::Text(none.to_owned()));
    // Relaxations, and the changes named beside the reasons, are already listed above.
    let words = advised.words();
    let named = if advice.programs.is_empty() { Vec::new() } else { short.named_flips(advice) };
    let is_new = |flip: &&Flip| {
        let is_listed = || is_relaxed(advice, flip) || named.contains(flip);
        depth == Depth::Full || flip.is_choosable(&advice.told) && !is_listed()
    };
    // If any answer changes the kind, answers that change only the first program are left to the full page.
    let is_told = |(at, flip): &(usize, &Flip)| {
        depth == Depth::Full || flip.changes_outcome == changes_kind && !is_same_budget(&advice.flips[..*at], flip)
    };
    let flips = advice.flips.iter().enumerate().filter(is_told).map(|(_, flip)| flip).filter(is_new);
    let most = if depth == Depth::Full { usize::MAX } else { MAX_CHANGES };
    let mut blocks: Vec<Block> = none.into_iter().collect();
    let flips: Vec<&Flip> = flips.take(most).collect();
    let hidden = advice.flips.iter().filter(is_new).count() - flips.len();
    blocks.push(Block::items(words.flips(&flips).iter().map(|told| capitalised(told))));
    if hidden > 0 {
        let answers = if hidden == 1 { "1 more answer that changes" } else { "more answers that change" };
        let words = if hidden == 1 { format!("lists {answers} it") } else { format!("lists {hidden} {answers} it") };
        blocks.push(Block::Hint(PageAction::ListChanges, words));
    }
    blocks
}

/// Whether the smallest change of the same answers that leaves some program is listed: a greater one adds nothing.
fn is_relaxed(advice: &Advice, flip: &Flip) -> bool {
    let questions = |set: &[(Question, Answer)]| set.iter().map(|(question, _)| *question).collect::<Vec<_>>();
    advice.relaxations.iter().any(|own| questions(&own.set) == questions(&flip.set))
}

/// Whether a change of the budget has the same outcome as one that is already listed. The nearest budget comes first,
/// so farther ones add nothing.
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

/// What the limits removed: the number of programs for each question, or on the full page every
/// program with every reason.
fn removed(words: &Explainer<'_>, advice: &Advice, depth: Depth) -> Vec<Block> {
    if advice.knocked_out.is_empty() || advice.outcome == Outcome::NoMatch {
        return Vec::new();
    }
    if depth == Depth::Full {
        return vec![Block::Table(full::removals(words, &advice.knocked_out))];
    }
    let place = |question: Option<Question>| question.map_or(Question::ALL.len(), |question| question as usize);
    let mut counts = [0_usize; Question::ALL.len() + 1];
    for question in advice.knocked_out.iter().flat_map(|out| out.questions()) {
        counts[place(question)] += 1;
    }
    let questions = Question::ALL.iter().map(|question| Some(*question)).chain([None]);
    let mut limits: Vec<(Option<Question>, usize)> =
        questions.map(|question| (question, counts[place(question)])).filter(|(_, count)| *count > 0).collect();
    limits.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let columns = vec![Column::new("").head(), Column::new("").right().least(1).spoken(Spoken::Silent)];
    let label = |question: Option<Question>| capitalised(question.map_or("not in the latest list", Question::label));
    let counts = limits.into_iter().map(|(question, count)| [label(question), count.to_string()]);
    let counts = Table::new("Programs that each limit leaves out", columns).rows(counts);
    let (out, left) = (advice.knocked_out.len(), advice.remaining);
    vec![
        Block::Table(counts),
        Block::Text(format!(
            "Of {all}, {left} {remain}. Each line counts every program that its limit leaves out; some are left out by \
             several.",
            all = counted(out + left, "program"),
            remain = by_count(left, "remains", "remain"),
        )),
        Block::Hint(PageAction::LiftLimits, "lifts a limit or puts it back".to_owned()),
    ]
}

/// The columns of a table of limits that a program does not pass: each with the fact, its basis and its source.
pub(super) fn reason_columns() -> Vec<Column> {
    vec![
        Column::new("Limit").least(8).head(),
        Column::new("Your answer").least(12).wrapping().spoken(Spoken::As("you said".to_owned())),
        Column::new("Fact").least(24).wrapping().spoken(Spoken::Silent),
        Column::new("Basis").wrapping().spoken(Spoken::Silent),
        Column::new("Source").least(16).wrapping().spoken(Spoken::As("source".to_owned())),
    ]
}

/// A reason as a row under [`reason_columns`].
pub(super) fn reason_row(reason: Removal) -> [Phrase; 5] {
    [
        capitalised(reason.question.map_or("list", Question::label)).into(),
        reason.said.into(),
        reason.fact.into(),
        Basis::words_of(reason.basis).into(),
        reason.source_title.into(),
    ]
}

/// The first columns of the table: what limits, what the user said, and the fact.
const WHAT_LIMITS: std::ops::Range<usize> = 0..3;

/// A table of reasons without their bases and sources.
pub(super) fn reasons_table(reasons: &[Removal]) -> Table {
    let columns = reason_columns().drain(WHAT_LIMITS).collect();
    let row = |reason: &Removal| Vec::from(reason_row(reason.clone())).drain(WHAT_LIMITS).collect::<Vec<_>>();
    Table::new("The limits that it does not pass", columns).rows(reasons.iter().map(row))
}

/// A sentence for each reason that rests on a source: where its fact comes from.
pub(super) fn sources_of_reasons(reasons: &[Removal]) -> Block {
    let known = reasons.iter().filter(|reason| !reason.source_title.is_empty());
    Block::items(known.map(|reason| {
        let label = capitalised(reason.question.map_or("list", Question::label));
        format!("{label}: {}; {}.", Basis::words_of(reason.basis), reason.source_title)
    }))
}
