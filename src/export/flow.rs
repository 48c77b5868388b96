//! The questionnaire as JSON and as a graph: each question, its choices and their effects, and the answers after
//! which a question is skipped.

use serde_json::{Map, Value, json};

use crate::advise::{AnswerKind, Choice, ChoicesFrom, Item, Questionnaire};

/// Returns the questionnaire as JSON: the questions in the order in which they are asked, the
/// weights and the thresholds.
pub fn flow_json(asked: &Questionnaire) -> Value {
    let weights: Map<String, Value> =
        asked.weights.iter().map(|(criterion, weight)| (criterion.slug().to_owned(), json!(weight))).collect();
    json!({
        "questions": asked.items.iter().map(item_json).collect::<Vec<_>>(),
        "weights": weights,
        "verdict": {
            "least_answers": asked.verdict.least_answers,
            "close": asked.verdict.close,
            "strong": asked.verdict.strong,
        },
    })
}

fn item_json(item: &Item) -> Value {
    json!({
        "id": item.question.slug(),
        "title": item.title,
        "why": item.why,
        "help": item.help,
        "kind": kind(item.kind),
        "acts_as": item.acts_as,
        "leans": item.lean,
        "criterion": item.criterion.map(crate::advise::Criterion::slug),
        "choices": item.choices.iter().map(choice_json).collect::<Vec<_>>(),
        "choices_from": item.choices_from.map(source),
        "free_words": item.free_words,
        "can_limit": item.can_limit,
        "ask_if": item.ask_if.as_ref().map(|ask| json!({"question": ask.question.slug(), "any_of": ask.any_of})),
    })
}

fn choice_json(choice: &Choice) -> Value {
    json!({
        "value": choice.value,
        "label": choice.label,
        "lean": choice.lean,
        "limit": choice.limit,
        "weight": choice.weight,
        "effect_free": choice.effect_free,
    })
}

fn kind(kind: AnswerKind) -> &'static str {
    match kind {
        AnswerKind::Choice => "choice",
        AnswerKind::ChoiceOrNumber => "choice-or-number",
        AnswerKind::ChoiceOrDate => "choice-or-date",
        AnswerKind::ChoiceOrMoney => "choice-or-money",
        AnswerKind::Many => "many",
    }
}

fn source(from: ChoicesFrom) -> &'static str {
    match from {
        ChoicesFrom::Field => "field",
        ChoicesFrom::Institution => "institution",
        ChoicesFrom::Language => "language",
    }
}

/// An edge of the graph: its two nodes and its label.
struct Arrow {
    from: String,
    to: String,
    words: String,
}

/// The edges: from each question to the next one, and past a question that is asked only after certain answers.
fn arrows(asked: &Questionnaire) -> Vec<Arrow> {
    let ids: Vec<&str> = asked.items.iter().map(|item| item.question.slug()).chain(["review", "result"]).collect();
    let mut arrows = vec![Arrow { from: "start".to_owned(), to: ids[0].to_owned(), words: String::new() }];
    for (place, id) in ids[..ids.len() - 1].iter().enumerate() {
        let next = asked.items.get(place + 1).and_then(|item| item.ask_if.as_ref());
        let words = next.map_or_else(String::new, |ask| format!("{} = {}", ask.question.slug(), ask.any_of.join(", ")));
        if next.is_some() {
            let to = ids[place + 2].to_owned();
            arrows.push(Arrow { from: (*id).to_owned(), to, words: format!("otherwise than {words}") });
        }
        arrows.push(Arrow { from: (*id).to_owned(), to: ids[place + 1].to_owned(), words });
    }
    arrows
}

/// Returns the lines in the node of a question: its title, and each choice with its effect.
fn lines(item: &Item) -> Vec<String> {
    let mut lines = vec![format!("{}: {}", item.question.slug(), item.title)];
    for choice in &item.choices {
        let lean = if choice.lean == 0 { String::new() } else { format!(" ({:+})", choice.lean) };
        let limit = if choice.limit { " [limit]" } else { "" };
        lines.push(format!("{}{lean}{limit}", choice.label));
    }
    lines
}

/// Returns the questionnaire as a graph for Graphviz.
pub fn flow_dot(asked: &Questionnaire) -> String {
    let quoted = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"");
    let mut out = vec!["digraph prospectus {".to_owned(), "  node [shape=box];".to_owned()];
    out.extend(["start", "review", "result"].map(|id| format!("  {id} [shape=ellipse];")));
    for item in &asked.items {
        let label: Vec<String> = lines(item).iter().map(|line| quoted(line) + "\\l").collect();
        out.push(format!("  {} [label=\"{}\"];", item.question.slug(), label.concat()));
    }
    for arrow in arrows(asked) {
        let label =
            if arrow.words.is_empty() { String::new() } else { format!(" [label=\"{}\"]", quoted(&arrow.words)) };
        out.push(format!("  {} -> {}{label};", arrow.from, arrow.to));
    }
    out.join("\n") + "\n}\n"
}

/// Returns the questionnaire as a graph for Mermaid.
pub fn flow_mermaid(asked: &Questionnaire) -> String {
    let quoted = |text: &str| text.replace('"', "#quot;");
    let mut out = vec!["flowchart TD".to_owned()];
    out.extend(["start", "review", "result"].map(|id| format!("  {id}([{id}])")));
    for item in &asked.items {
        let label: Vec<String> = lines(item).iter().map(|line| quoted(line)).collect();
        out.push(format!("  {}[\"{}\"]", item.question.slug(), label.join("<br/>")));
    }
    for arrow in arrows(asked) {
        let label = if arrow.words.is_empty() { String::new() } else { format!("|\"{}\"|", quoted(&arrow.words)) };
        out.push(format!("  {} -->{label} {}", arrow.from, arrow.to));
    }
    out.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped() -> Questionnaire {
        Questionnaire::embedded().expect("the shipped questionnaire")
    }

    #[test]
    fn every_question_can_be_reached_and_leads_to_the_result() {
        let asked = shipped();
        let arrows = arrows(&asked);
        let mut reached = vec!["start".to_owned()];
        let mut place = 0;
        while place < reached.len() {
            let from = reached[place].clone();
            for arrow in arrows.iter().filter(|arrow| arrow.from == from) {
                if !reached.contains(&arrow.to) {
                    reached.push(arrow.to.clone());
                }
            }
            place += 1;
        }
        assert_eq!(reached.len(), asked.items.len() + 3);
        assert!(reached.contains(&"result".to_owned()));
    }

    #[test]
    fn graphs_have_a_node_for_each_question_and_balanced_quotes() {
        let asked = shipped();
        for text in [flow_dot(&asked), flow_mermaid(&asked)] {
            for item in &asked.items {
                assert!(
                    text.contains(&format!("  {}[", item.question.slug()))
                        || text.contains(&format!("  {} [", item.question.slug()))
                );
            }
            assert!(text.lines().all(|line| line.replace("\\\"", "").matches('"').count() % 2 == 0));
        }
    }

    #[test]
    fn the_data_has_every_choice_with_its_lean() {
        let flow = flow_json(&shipped());
        let goal = flow["questions"].as_array().expect("a list").iter().find(|item| item["id"] == "goal");
        let leans: Vec<i64> = goal.expect("it is asked")["choices"]
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(|choice| choice["lean"].as_i64())
            .collect();
        assert_eq!(leans, [-2, -1, -1, -1, -1, 1, 0, 2]);
    }
}
