//! The result of the adviser as JSON and as lines of text. The keys of the JSON are a contract; nothing here decides
//! anything, it only puts down what the result holds, and the same result gives the same bytes.

use serde_json::{Map, Value, json};

use crate::advise::{
    Advice, Contribution, Interval, KnockedOut, Outcome, Place, Question, Ranked, Reason, Score, WhatIf, WhyNot,
};
use crate::catalog::{Catalog, ProgramIx};

/// The result as JSON: the keys that scripts may rely on, then what else there is to say, then what it was made from.
pub fn result_json(advice: &Advice, catalog: &Catalog) -> Value {
    let parts = [verdict_json(advice, catalog), more_json(advice, catalog), origin_json(advice)];
    let all = parts.into_iter().filter_map(|part| if let Value::Object(map) = part { Some(map) } else { None });
    Value::Object(all.flatten().collect::<Map<String, Value>>())
}

fn verdict_json(advice: &Advice, catalog: &Catalog) -> Value {
    let id = |ix: ProgramIx| Value::from(id(catalog, ix));
    json!({
        "outcome": advice.outcome.slug(),
        "strength": advice.strength.slug(),
        "lean": advice.lean,
        "by_constraint": advice.by_constraint,
        "limits": slugs(&advice.limits),
        "told": advice.told.iter().map(|told| json!({
            "question": told.question.slug(),
            "answer": told.answer.to_json(),
            "sentence": told.sentence,
        })).collect::<Vec<_>>(),
        "programs": advice.programs.iter().map(|ranked| ranked_json(ranked, catalog)).collect::<Vec<_>>(),
        "also": advice.also.iter().map(|also| json!({
            "id": id(also.program),
            "kind": catalog.program(also.program).kind().slug(),
            "title": catalog.program(also.program).title.as_str(),
            "reason": also.reason,
        })).collect::<Vec<_>>(),
        "knocked_out": advice.knocked_out.iter().map(|out| knocked_out_json(out, catalog)).collect::<Vec<_>>(),
        "relaxations": advice.relaxations.iter().map(|one| json!({
            "set": change_json(&one.set),
            "admits": one.admits,
            "best": id(one.best),
            "sentence": one.sentence,
        })).collect::<Vec<_>>(),
        "flips": advice.flips.iter().map(|flip| json!({
            "set": change_json(&flip.set),
            "outcome": flip.outcome.slug(),
            "top": flip.top.map(id),
            "adjacent": flip.is_adjacent,
            "sentence": flip.sentence,
        })).collect::<Vec<_>>(),
        "decides": advice.decides.map(Question::slug),
    })
}

fn more_json(advice: &Advice, catalog: &Catalog) -> Value {
    let id = |ix: ProgramIx| Value::from(id(catalog, ix));
    json!({
        "headline": advice.headline,
        "because": advice.because,
        "how_sure": advice.how_sure,
        "rests_on": advice.rests_on,
        "lean_parts": advice.lean_parts.iter().map(|part| json!({
            "question": part.question.slug(), "answer": part.answer, "effect": part.effect,
        })).collect::<Vec<_>>(),
        "remaining": advice.remaining,
        "ranked": advice.ranking.len(),
        "ranking": advice.ranking.iter().map(|place| place_json(place, catalog)).collect::<Vec<_>>(),
        "runner_up": advice.runner_up.as_ref().map(|second| json!({
            "id": id(second.program), "reason": second.reason,
        })),
        "stack": advice.stack.as_ref().map(|stack| json!({
            "first": id(stack.first), "then": id(stack.then), "arrow": "prepares for", "sentence": stack.sentence,
        })),
        "stability": advice.stability.iter().map(|one| json!({
            "criterion": one.criterion.slug(),
            "weight": rounded(one.weight),
            "low": rounded(one.low),
            "high": one.high.map(rounded),
        })).collect::<Vec<_>>(),
        "matter_most": slugs(&advice.matter_most),
        "notes": advice.notes,
        "next_steps": advice.next_steps,
    })
}

fn origin_json(advice: &Advice) -> Value {
    json!({
        "catalog": {"as_of": advice.catalog_as_of, "hash": advice.catalog_hash},
        "engine": advice.engine,
        "as_of": advice.as_of.to_string(),
    })
}

/// Why a program is not the first, as JSON.
pub fn why_not_json(why: &WhyNot, catalog: &Catalog) -> Value {
    json!({
        "id": why.id,
        "verdict": why.standing.slug(),
        "reasons": why.reasons.iter().map(reason_json).collect::<Vec<_>>(),
        "lost_on": why.lost_on.iter().map(|lost| json!({
            "criterion": lost.criterion.slug(),
            "mine": rounded(lost.mine.mid),
            "theirs": rounded(lost.theirs.mid),
            "winner": id(catalog, lost.winner),
            "sentence": lost.sentence,
        })).collect::<Vec<_>>(),
        "nearest": why.nearest.as_ref().map(|change| json!({"set": change_json(change)})),
        "instead": why.instead.iter().map(|ix| id(catalog, *ix)).collect::<Vec<_>>(),
        "rank": why.rank,
        "headline": why.headline,
        "nearest_says": why.nearest_says,
    })
}

/// The result before and after a change, as JSON.
pub fn what_if_json(what_if: &WhatIf, catalog: &Catalog) -> Value {
    json!({
        "before": result_json(&what_if.before, catalog),
        "after": result_json(&what_if.after, catalog),
        "moves": what_if.moves.iter().map(|one| json!({
            "id": id(catalog, one.program), "from": one.from, "to": one.to,
        })).collect::<Vec<_>>(),
    })
}

fn id(catalog: &Catalog, ix: ProgramIx) -> &str {
    &catalog.program(ix).id
}

fn slugs(questions: &[Question]) -> Vec<&'static str> {
    questions.iter().map(|question| question.slug()).collect()
}

/// Enough digits for a value, and no noise of the arithmetic.
fn rounded(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}

fn score_json(score: Score) -> Value {
    let share = |hundredths: u32| f64::from(hundredths) / 100.0;
    json!({"low": share(score.low), "mid": share(score.mid), "high": share(score.high)})
}

fn ranked_json(ranked: &Ranked, catalog: &Catalog) -> Value {
    let program = catalog.program(ranked.program);
    json!({
        "rank": ranked.rank,
        "tie": ranked.is_tie,
        "id": program.id.as_str(),
        "title": program.title.as_str(),
        "kind": program.kind().slug(),
        "score": score_json(ranked.score),
        "contributions": ranked.contributions.iter().map(contribution_json).collect::<Vec<_>>(),
        "for": ranked.for_it,
        "against": ranked.against,
        "warnings": ranked.warnings,
        "order": if ranked.depends_on.is_empty() { "certain" } else { "depends" },
        "depends_on": ranked.depends_on,
    })
}

fn contribution_json(one: &Contribution) -> Value {
    let Interval { low, mid, high } = one.value;
    json!({
        "criterion": one.criterion.slug(),
        "points": f64::from(one.points) / 100.0,
        "weight": rounded(one.weight),
        "value": rounded(mid),
        "value_low": rounded(low),
        "value_high": rounded(high),
        "basis": one.basis,
        "reason": one.reason,
    })
}

fn place_json(place: &Place, catalog: &Catalog) -> Value {
    json!({
        "rank": place.rank,
        "tie": place.is_tie,
        "id": id(catalog, place.program),
        "score": score_json(place.score),
    })
}

fn knocked_out_json(out: &KnockedOut, catalog: &Catalog) -> Value {
    json!({
        "id": id(catalog, out.program),
        "reasons": out.reasons.iter().map(reason_json).collect::<Vec<_>>(),
    })
}

fn reason_json(reason: &Reason) -> Value {
    json!({
        "question": reason.question_slug(),
        "answer": reason.answer,
        "fact": reason.fact,
        "basis": reason.basis,
        "source": reason.source,
    })
}

fn change_json(change: &[(Question, crate::advise::Answer)]) -> Value {
    Value::Object(
        change.iter().map(|(question, answer)| (question.slug().to_owned(), answer.to_json())).collect::<Map<_, _>>(),
    )
}

/// The most movements that are told.
const MOST_MOVES: usize = 20;

/// Changes that only put another program first are told up to this place in the list.
const MOST_FLIPS: usize = 6;

/// The result as lines of text of at most `width` columns; with `explain`, every weight and every removal too.
pub fn result_text(advice: &Advice, catalog: &Catalog, width: usize, explain: bool) -> String {
    let mut page = Page { lines: Vec::new(), width: width.max(20) };
    page.verdict(advice);
    for ranked in &advice.programs {
        page.ranked(ranked, catalog);
    }
    page.beside(advice, catalog);
    page.changes(advice);
    if explain {
        page.weights(advice);
        page.removals(advice, catalog);
    } else {
        page.removal_counts(advice);
    }
    let mut text = page.lines.join("\n");
    text.push('\n');
    text
}

/// Why a program is not the first, as lines of text.
pub fn why_not_text(why: &WhyNot, catalog: &Catalog, width: usize) -> String {
    let mut page = Page { lines: Vec::new(), width: width.max(20) };
    page.put("", &why.headline);
    for reason in &why.reasons {
        page.put("  - ", &reason_words(reason));
    }
    if !why.lost_on.is_empty() {
        page.put("", "What it loses on against the first:");
    }
    for lost in &why.lost_on {
        page.put("  - ", &lost.sentence);
    }
    page.put("", &why.nearest_says);
    if !why.instead.is_empty() {
        page.put("", "Look at instead:");
    }
    for ix in &why.instead {
        page.put("  - ", &named(catalog, *ix));
    }
    page.lines.join("\n") + "\n"
}

/// The movement of programs as lines of text; the result after the change is told by [`result_text`].
pub fn moves_text(what_if: &WhatIf, catalog: &Catalog, width: usize) -> String {
    let mut page = Page { lines: Vec::new(), width: width.max(20) };
    page.put("", &format!("Before: {}", what_if.before.headline));
    page.put("", &format!("After:  {}", what_if.after.headline));
    if what_if.moves.is_empty() {
        page.put("", "No program moves.");
    }
    for one in what_if.moves.iter().take(MOST_MOVES) {
        let place = |rank: Option<usize>| rank.map_or("not ranked".to_owned(), |rank| rank.to_string());
        page.put("  ", &format!("{} → {}  {}", place(one.from), place(one.to), named(catalog, one.program)));
    }
    if what_if.moves.len() > MOST_MOVES {
        page.put("  ", &format!("and {} more", what_if.moves.len() - MOST_MOVES));
    }
    page.lines.join("\n") + "\n"
}

fn named(catalog: &Catalog, ix: ProgramIx) -> String {
    let program = catalog.program(ix);
    format!("{} · {} · {}", program.title, catalog.institution_shorts(program), program.kind().name())
}

fn reason_words(reason: &Reason) -> String {
    let source = if reason.source.is_empty() { String::new() } else { format!(", {}", reason.source) };
    format!("{} ({}): {} [{}{source}]", reason.question_slug(), reason.answer, reason.fact, reason.basis)
}

/// Lines of text, wrapped.
struct Page {
    lines: Vec<String>,
    width: usize,
}

impl Page {
    /// A paragraph: the first line after `before`, the others as far in.
    fn put(&mut self, before: &str, text: &str) {
        let indent = " ".repeat(before.chars().count());
        let options = textwrap::Options::new(self.width).initial_indent(before).subsequent_indent(&indent);
        self.lines.extend(textwrap::wrap(text, options).into_iter().map(|line| line.trim_end().to_owned()));
    }

    fn gap(&mut self) {
        self.lines.push(String::new());
    }

    fn title(&mut self, title: &str) {
        self.gap();
        self.put("", title);
    }

    fn verdict(&mut self, advice: &Advice) {
        if let Some(rests_on) = &advice.rests_on {
            self.put("", rests_on);
        }
        self.put("", &advice.headline);
        if !advice.because.is_empty() {
            self.put("", &advice.because);
        }
        if !advice.how_sure.is_empty() {
            self.put("", &format!("How sure: {}; {}.", advice.strength.name(), advice.how_sure));
        }
        self.put(
            "",
            &format!(
                "{} programs pass your limits. Data of {}, worked out for {}.",
                advice.remaining, advice.catalog_as_of, advice.as_of
            ),
        );
        if !advice.told.is_empty() {
            self.title("What you told us");
        }
        for told in &advice.told {
            self.put("  ", &told.sentence);
        }
    }

    fn ranked(&mut self, ranked: &Ranked, catalog: &Catalog) {
        let Score { low, mid, high } = ranked.score;
        let tie = if ranked.is_tie { " (tie)" } else { "" };
        self.gap();
        self.put("", &format!("{}{tie}  {}", ranked.rank, named(catalog, ranked.program)));
        self.put("   ", &format!("fit {mid} of 100 ({low}–{high}); id {}", id(catalog, ranked.program)));
        let parts = ranked.contributions.iter().map(|one| format!("{} {}", one.criterion.label(), one.points));
        self.put("   ", &parts.collect::<Vec<_>>().join(", "));
        self.list("   for      ", &ranked.for_it);
        self.list("   against  ", &ranked.against);
        self.list("   watch    ", &ranked.warnings);
        if !ranked.depends_on.is_empty() {
            self.put("   ", &format!("That it stands before the next depends on {}.", ranked.depends_on.join(" and ")));
        }
    }

    fn list(&mut self, before: &str, sentences: &[String]) {
        let blank = " ".repeat(before.chars().count());
        for (at, sentence) in sentences.iter().enumerate() {
            self.put(if at == 0 { before } else { &blank }, sentence);
        }
    }

    fn beside(&mut self, advice: &Advice, catalog: &Catalog) {
        if let Some(second) = &advice.runner_up {
            self.title("Why the second is not the first");
            self.put("  ", &second.reason);
        }
        if let Some(stack) = &advice.stack {
            self.title("What to take first");
            self.put("  ", &stack.sentence);
        }
        if !advice.also.is_empty() {
            self.title("Also consider");
        }
        for also in &advice.also {
            self.put("  ", &format!("{}: {}", named(catalog, also.program), also.reason));
        }
        self.sentences("Good to know", &advice.notes);
        self.sentences("What to do next", &advice.next_steps);
    }

    fn sentences(&mut self, title: &str, sentences: &[String]) {
        if !sentences.is_empty() {
            self.title(title);
        }
        for sentence in sentences {
            self.put("  ", sentence);
        }
    }

    fn changes(&mut self, advice: &Advice) {
        let relaxations: Vec<String> = advice.relaxations.iter().map(|one| one.sentence.clone()).collect();
        self.sentences("The smallest changes that leave something", &relaxations);
        let told = advice.flips.iter().enumerate().filter(|(at, flip)| flip.changes_outcome || *at < MOST_FLIPS);
        let flips: Vec<String> = told.map(|(_, flip)| flip.sentence.clone()).collect();
        self.sentences("What would change this", &flips);
        if flips.len() < advice.flips.len() {
            self.put(
                "  ",
                &format!("and {} more that change only which program is first", advice.flips.len() - flips.len()),
            );
        }
        if advice.outcome == Outcome::NotEnough {
            let questions: Vec<&str> = slugs(&advice.matter_most);
            self.title("The questions that matter most");
            self.put("  ", &questions.join(", "));
        }
    }

    fn weights(&mut self, advice: &Advice) {
        if !advice.lean_parts.is_empty() {
            self.title("The lean, answer by answer (+ MicroMasters, - Professional Certificate)");
        }
        for part in &advice.lean_parts {
            self.put("  ", &format!("{:+}  {}: {}", part.effect, part.question.slug(), part.answer));
        }
        self.put("  ", &format!("{:+}  in all", advice.lean));
        for ranked in &advice.programs {
            self.title(&format!("How {} of place {} is scored", advice_points(ranked), ranked.rank));
            for one in &ranked.contributions {
                let Interval { low, mid, high } = one.value;
                let bounds = if one.value.is_exact() { String::new() } else { format!(" ({low:.2}–{high:.2})") };
                self.put(
                    "  ",
                    &format!(
                        "{} {}: weight {:.2} × value {mid:.2}{bounds}; {} [{}]",
                        one.points,
                        one.criterion.slug(),
                        one.weight,
                        one.reason,
                        one.basis
                    ),
                );
            }
        }
        if !advice.stability.is_empty() {
            self.title("How far each weight can go before another program is first");
        }
        for one in &advice.stability {
            let high = one.high.map_or("any weight".to_owned(), |high| format!("{high:.2}"));
            self.put(
                "  ",
                &format!("{}: {:.2}, first from {:.2} to {high}", one.criterion.slug(), one.weight, one.low),
            );
        }
    }

    fn removals(&mut self, advice: &Advice, catalog: &Catalog) {
        if !advice.knocked_out.is_empty() {
            self.title("Not in the running");
        }
        for out in &advice.knocked_out {
            let reasons: Vec<String> = out.reasons.iter().map(reason_words).collect();
            self.put("  ", &format!("{}: {}", id(catalog, out.program), reasons.join("; ")));
        }
    }

    fn removal_counts(&mut self, advice: &Advice) {
        if advice.knocked_out.is_empty() {
            return;
        }
        let mut counts: Vec<(&str, usize)> = Vec::new();
        for reason in advice.knocked_out.iter().filter_map(|out| out.reasons.first()) {
            let slug = reason.question_slug();
            match counts.iter_mut().find(|(known, _)| *known == slug) {
                Some((_, count)) => *count += 1,
                None => counts.push((slug, 1)),
            }
        }
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let parts: Vec<String> = counts.iter().map(|(slug, count)| format!("{slug} {count}")).collect();
        self.title("Not in the running");
        self.put("  ", &format!("{} programs, by the first reason: {}.", advice.knocked_out.len(), parts.join(", ")));
    }
}

fn advice_points(ranked: &Ranked) -> String {
    format!("{} of 100", ranked.score.mid)
}
