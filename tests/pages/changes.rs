//! What a result lists under "What would change this".

use prospectus::advise::{Flip, Question};
use prospectus::page::{Depth, Page, print::in_words, print::no_keys};

use crate::made::CORE;
use crate::personas::PERSONAS;

const LEARNERS: &str = include_str!("../data/learners.tsv");

/// Whether both change the budget, alone or with the same other answers, and have the same effect.
fn differ_only_by_budget(one: &Flip, other: &Flip) -> bool {
    let besides = |flip: &Flip| -> Vec<_> {
        flip.set.iter().filter(|(question, _)| *question != Question::Budget).cloned().collect()
    };
    let has_budget = |flip: &Flip| flip.set.iter().any(|(question, _)| *question == Question::Budget);
    let first = |flip: &Flip| flip.top.filter(|_| !flip.changes_outcome);
    has_budget(one)
        && has_budget(other)
        && besides(one) == besides(other)
        && (one.outcome, first(one)) == (other.outcome, first(other))
}

/// The lines of the section, as they are printed.
fn listed(page: &Page) -> Vec<String> {
    let text = in_words(page, &no_keys);
    let lines = text.lines().skip_while(|line| *line != "What would change this").skip(1);
    lines.take_while(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[test]
fn of_budgets_that_come_to_the_same_only_the_nearest_is_listed() {
    let learners = LEARNERS.lines().filter(|line| !line.starts_with('#')).skip(1);
    let learners = learners.map(|line| line.split('\t').nth(1).unwrap());
    let (mut merged, mut twice) = (0, Vec::new());
    for answers in PERSONAS.iter().map(|persona| persona.1).chain(learners) {
        let advice = CORE.advise(answers);
        let words = CORE.adviser.explainer(&CORE.catalog, &advice.asked);
        let lines = listed(&CORE.result(answers, Depth::Short));
        for (at, flip) in advice.flips.iter().enumerate() {
            let Some(nearer) = advice.flips[..at].iter().find(|nearer| differ_only_by_budget(nearer, flip)) else {
                continue;
            };
            let answer = |flip: &Flip| words.flip_in_parts(flip)[0].replace("budget: ", "would pay ");
            let line = lines.iter().find(|line| line.contains(&answer(nearer)));
            if let Some(line) = line {
                merged += 1;
                let farther = answer(flip).replace("would pay ", "");
                if line.contains(&farther) {
                    twice.push(format!("{answers}: {farther} in {line}"));
                }
            }
        }
    }
    assert!(merged > 0, "nobody's budgets come to the same: this shows nothing");
    assert!(twice.is_empty(), "{twice:#?}");
}
