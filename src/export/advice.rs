//! The adviser's result as JSON. The keys are a contract with scripts. Nothing is decided here, and the same result
//! gives the same bytes.

use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::{Map, Value, json};

use crate::advise::{
    Advice, Adviser, Answer, Chance, Contribution, Explainer, Interval, KnockedOut, Place, Question, Ranked, Removal,
    Score, UnderstoodField, WhatIf, WhyNot,
};
use crate::catalog::{Basis, Catalog, ProgramIx, Strength};
use crate::plan::DONE;
use crate::topics::{TopicIx, Vocabulary, topics_of};

use super::records::Records;

/// Returns the result as JSON: the keys that scripts rely on, then further details, then the inputs of the result.
pub fn result_json(advice: &Advice, words: &Explainer<'_>) -> Value {
    json!(AdviceJson { advice, words: *words, questionnaire: None })
}

/// The same result, with the lists of all programs serialized record by record.
#[derive(Clone)]
pub struct AdviceJson<'a> {
    /// The result.
    pub advice: &'a Advice,
    /// The formatter of its sentences.
    pub words: Explainer<'a>,
    /// The scales of the questionnaire; `None` leaves them out.
    pub questionnaire: Option<Value>,
}

impl Serialize for AdviceJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { advice, words, questionnaire } = self;
        let parts = [verdict_json(advice, words), more_json(advice, words), origin_json(advice)];
        let keys = parts.into_iter().filter_map(|part| if let Value::Object(keys) = part { Some(keys) } else { None });
        let mut object = serializer.serialize_map(None)?;
        for (key, value) in keys.flatten() {
            match key.as_str() {
                KNOCKED_OUT => object.serialize_entry(&key, &Records(|| knocked_out(advice, words)))?,
                RANKING => {
                    let place = |place| place_json(place, words.catalog());
                    object.serialize_entry(&key, &Records(|| advice.ranking.iter().map(place)))?;
                }
                _ => object.serialize_entry(&key, &value)?,
            }
        }
        if let Some(questionnaire) = questionnaire {
            object.serialize_entry("questionnaire", questionnaire)?;
        }
        object.end()
    }
}

/// The keys that list every program. Among the other keys they are only placeholders.
const KNOCKED_OUT: &str = "knocked_out";
const RANKING: &str = "ranking";

/// The number of removed programs in memory at a time.
const AT_ONCE: usize = 512;

fn knocked_out<'a>(advice: &'a Advice, words: &'a Explainer<'_>) -> impl Iterator<Item = Value> + 'a {
    advice.knocked_out.chunks(AT_ONCE).flat_map(|some| {
        let fresh = words.catalog().unread();
        let words = fresh.as_ref().map_or(*words, |catalog| words.over(catalog));
        some.iter().map(|out| knocked_out_json(*out, &words)).collect::<Vec<_>>()
    })
}

/// Returns the answers as they were understood, and the finished courses.
fn told(advice: &Advice, words: &Explainer<'_>) -> Vec<Value> {
    let answers = &advice.asked.answers;
    let one = |question: &str, answer: Value, sentence: String| json!({"question": question, "answer": answer, "sentence": sentence});
    let given = advice.told.iter().map(|question| {
        one(question.slug(), json!(answers.get(*question).map(Answer::to_json)), words.told(*question))
    });
    given.chain(words.finished().map(|sentence| one(DONE, json!(answers.done()), sentence))).collect()
}

fn verdict_json(advice: &Advice, words: &Explainer<'_>) -> Value {
    let catalog = words.catalog();
    let id = |ix: ProgramIx| Value::from(id(catalog, ix));
    json!({
        "outcome": advice.outcome.slug(),
        "strength": advice.strength.slug(),
        "lean": advice.lean,
        "by_constraint": advice.by_constraint,
        "limits": slugs(&advice.limits),
        "told": told(advice, words),
        "programs": advice.programs.iter().enumerate().map(|(at, ranked)| ranked_json(ranked, at, words)).collect::<Vec<_>>(),
        "also": advice.also.iter().map(|also| json!({
            "id": id(also.program),
            "kind": catalog.program(also.program).kind().slug(),
            "title": catalog.program(also.program).title.as_str(),
            "reason": words.also(also),
        })).collect::<Vec<_>>(),
        KNOCKED_OUT: Value::Null,
        "relaxations": advice.relaxations.iter().map(|one| json!({
            "set": change_json(&one.set),
            "admits": one.admits,
            "best": id(one.best),
            "likely": one.chance == Chance::Likely,
            "sentence": words.relaxation(one),
        })).collect::<Vec<_>>(),
        "flips": advice.flips.iter().map(|flip| json!({
            "set": change_json(&flip.set),
            "outcome": flip.outcome.slug(),
            "top": flip.top.map(id),
            "adjacent": flip.is_adjacent,
            "sentence": words.flip(flip),
        })).collect::<Vec<_>>(),
        "decides": advice.decides.map(Question::slug),
    })
}

fn more_json(advice: &Advice, words: &Explainer<'_>) -> Value {
    let catalog = words.catalog();
    let id = |ix: ProgramIx| Value::from(id(catalog, ix));
    json!({
        "order": advice.order.slug(),
        "to_check": advice.to_check.iter().map(|one| json!({
            "id": catalog.id(one.program).as_str(), "question": one.question.slug(),
        })).collect::<Vec<_>>(),
        "understood": advice.understood.iter().map(|field| understood_json(field, catalog)).collect::<Vec<_>>(),
        "headline": words.headline(advice),
        "certainties": words.certainties(advice),
        "because": words.because(advice),
        "how_sure": words.how_sure(advice),
        "rests_on": words.caveats(advice),
        "crowd": words.crowd(advice),
        "lean_parts": advice.lean_parts.iter().map(|part| json!({
            "question": part.question.slug(), "answer": words.answer(part.question), "effect": part.effect,
        })).collect::<Vec<_>>(),
        "remaining": advice.remaining,
        "ranked": advice.ranking.len(),
        RANKING: Value::Null,
        "runner_up": advice.runner_up.as_ref().map(|second| json!({
            "id": id(second.program), "reason": words.runner_up(advice),
        })),
        "stack": advice.stack.as_ref().map(|stack| json!({
            "first": id(stack.first), "then": id(stack.then), "arrow": "prepares for", "sentence": words.stack(advice),
        })),
        "stability": advice.stability.iter().map(|one| json!({
            "criterion": one.criterion.slug(),
            "weight": rounded(one.weight),
            "low": rounded(one.low),
            "high": one.high.map(rounded),
        })).collect::<Vec<_>>(),
        "matter_most": slugs(&advice.matter_most),
        "on_subject": advice.on_subject.iter().map(|ix| id(*ix)).collect::<Vec<_>>(),
        "notes": words.notes(advice),
        "next_steps": words.next_steps(advice),
    })
}

fn origin_json(advice: &Advice) -> Value {
    json!({
        "catalog": {"as_of": advice.catalog_as_of, "hash": advice.catalog_hash},
        "engine": advice.engine,
        "as_of": advice.asked.settings.as_of.to_string(),
    })
}

/// Returns why a program is not first, as JSON.
pub fn why_not_json(why: &WhyNot, words: &Explainer<'_>) -> Value {
    let catalog = words.catalog();
    let removals =
        why.program.iter().flat_map(|program| why.reasons.iter().map(|reason| words.removal(*program, *reason)));
    json!({
        "id": why.id,
        "verdict": why.standing.slug(),
        "reasons": removals.map(|removal| reason_json(&removal)).collect::<Vec<_>>(),
        "lost_on": why.lost_on.iter().map(|lost| json!({
            "criterion": lost.criterion.slug(),
            "mine": rounded(lost.mine.mid),
            "theirs": rounded(lost.theirs.mid),
            "winner": id(catalog, lost.winner),
            "sentence": words.lost_on(why, lost),
        })).collect::<Vec<_>>(),
        "nearest": why.nearest.change().map(|change| json!({"set": change_json(change)})),
        "instead": why.instead.iter().map(|ix| id(catalog, *ix)).collect::<Vec<_>>(),
        "rank": why.place.map(|place| place.rank),
        "headline": words.why_not(why),
        "nearest_says": words.nearest(why),
        "notes": words.traces(why),
    })
}

/// Returns the results before and after a change, as JSON.
pub fn what_if_json(what_if: &WhatIf, adviser: &Adviser, catalog: &Catalog) -> Value {
    let result = |advice: &Advice| result_json(advice, &adviser.explainer(catalog, &advice.asked));
    json!({
        "before": result(&what_if.before),
        "after": result(&what_if.after),
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

/// Rounds to six decimals, which removes floating-point noise.
fn rounded(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}

fn score_json(score: Score) -> Value {
    let share = |hundredths: u32| f64::from(hundredths) / 100.0;
    json!({"low": share(score.low), "mid": share(score.mid), "high": share(score.high)})
}

fn ranked_json(ranked: &Ranked, at: usize, words: &Explainer<'_>) -> Value {
    let program = words.catalog().program(ranked.program);
    let part = |part: &Contribution| contribution_json(part, &words.contribution(ranked.program, part));
    json!({
        "rank": ranked.rank,
        "tie": ranked.is_tie,
        "id": program.id.as_str(),
        "title": program.title.as_str(),
        "kind": program.kind().slug(),
        "siblings": ranked.siblings.iter().map(|ix| id(words.catalog(), *ix)).collect::<Vec<_>>(),
        "topics": topics_json(words.catalog(), ranked.program),
        "score": score_json(ranked.score),
        "contributions": ranked.contributions.iter().map(part).collect::<Vec<_>>(),
        "for": words.pros(ranked),
        "against": words.cons(ranked),
        "warnings": words.warnings(ranked, at),
        "order": if ranked.depends_on.is_empty() { "certain" } else { "depends" },
        "depends_on": words.depends_on(ranked),
    })
}

/// Returns how the answer for a field was understood: its topics and schools, and the number of programs about it.
fn understood_json(field: &UnderstoodField, catalog: &Catalog) -> Value {
    let vocabulary = Vocabulary::embedded();
    let topic = |ix: TopicIx| (vocabulary.topic(ix).id.as_str(), vocabulary.topic(ix).name.en.as_str());
    json!({
        "typed": field.typed,
        "sentence": field.sentence,
        "topics": field.topics.iter().map(|ix| json!({"id": topic(*ix).0, "name": topic(*ix).1})).collect::<Vec<_>>(),
        "schools": field.schools.iter().map(|ix| catalog.institution(*ix).name.to_string()).collect::<Vec<_>>(),
        "programs": field.programs,
        "nearest": field.nearest.iter().map(|(ix, count)| json!({
            "id": topic(*ix).0, "name": topic(*ix).1, "programs": count,
        })).collect::<Vec<_>>(),
    })
}

fn topics_json(catalog: &Catalog, ix: ProgramIx) -> Vec<Value> {
    let vocabulary = Vocabulary::embedded();
    let own = topics_of(catalog, ix, catalog.program(ix)).into_iter();
    own.map(|own| {
        let topic = vocabulary.topic(own.topic);
        let strength = if own.strength == Strength::About { "about" } else { "part" };
        json!({"id": topic.id, "name": topic.name.en, "strength": strength, "basis": own.basis.slug()})
    })
    .collect()
}

fn contribution_json(one: &Contribution, reason: &str) -> Value {
    let Interval { low, mid, high } = one.value;
    json!({
        "criterion": one.criterion.slug(),
        "points": f64::from(one.points) / 100.0,
        "weight": rounded(one.weight),
        "value": rounded(mid),
        "value_low": rounded(low),
        "value_high": rounded(high),
        "basis": Basis::slug_of(one.basis),
        "reason": reason,
    })
}

fn place_json(place: &Place, catalog: &Catalog) -> Value {
    json!({
        "rank": place.rank,
        "tie": place.is_tie,
        "id": catalog.id(place.program).as_str(),
        "score": score_json(place.score),
    })
}

fn knocked_out_json(out: KnockedOut, words: &Explainer<'_>) -> Value {
    json!({
        "id": id(words.catalog(), out.program),
        "reasons": words.removals(out).map(|removal| reason_json(&removal)).collect::<Vec<_>>(),
    })
}

fn reason_json(reason: &Removal) -> Value {
    json!({
        "question": reason.question.map_or("status", Question::slug),
        "answer": reason.answer,
        "fact": reason.fact,
        "basis": Basis::slug_of(reason.basis),
        "source": reason.source,
    })
}

fn change_json(change: &[(Question, crate::advise::Answer)]) -> Value {
    Value::Object(
        change.iter().map(|(question, answer)| (question.slug().to_owned(), answer.to_json())).collect::<Map<_, _>>(),
    )
}
