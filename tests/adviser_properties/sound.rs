//! No removed program is recommended, every removal has its reason, every listed change does
//! what it says, contributions add up, and no sentence promises more than the sources do.

use std::collections::BTreeSet;

use proptest::prelude::*;
use prospectus::advise::{Advice, Answers, Outcome, Question};
use prospectus::catalog::ProgramIx;
use serde_json::{Map, Value};

use crate::cases::cases;
use crate::made::{Made, answers, records, with};
use crate::told::told;

fn changed(made: &Made, given: &Answers, set: &[(Question, prospectus::advise::Answer)]) -> Advice {
    made.adviser.advise(&made.catalog, &given.with(set), &made.settings)
}

/// Every sentence of a result.
fn sentences(made: &Made, advice: &Advice) -> Vec<String> {
    told(&made.adviser, &made.catalog, advice).all()
}

/// How many programs pass every limit, with a deadline and open hours also with the most hours that can be chosen.
fn still_possible(made: &Made, answers: &Map<String, Value>) -> usize {
    let passing = |answers: &Map<String, Value>| -> BTreeSet<ProgramIx> {
        let advice = made.advise(answers);
        let out = advice.knocked_out.iter().map(|out| out.program);
        let aside: BTreeSet<ProgramIx> = out.chain(advice.to_check.iter().map(|one| one.program)).collect();
        made.catalog.all().filter(|ix| !aside.contains(ix)).collect()
    };
    let mut possible = passing(answers);
    if answers.contains_key("horizon") && !answers.contains_key("hours") {
        possible.extend(passing(&with(answers, "hours", Value::from("gt12"))));
    }
    possible.len()
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn nothing_removed_is_recommended_and_every_removal_has_a_reason(records in records(), answers in answers()) {
        let made = Made::of(&records);
        let advice = made.advise(&answers);
        let words = made.adviser.explainer(&made.catalog, &advice.asked);
        for out in &advice.knocked_out {
            prop_assert!(out.questions().next().is_some());
            prop_assert!(advice.ranking.iter().all(|place| place.program != out.program));
            prop_assert!(advice.also.iter().all(|also| also.program != out.program));
            for removal in words.removals(*out) {
                prop_assert!(!removal.fact.is_empty() && !removal.answer.is_empty());
                prop_assert!(removal.basis.is_none() || !removal.source.is_empty(), "{:?}", removal);
                let names_answer = removal.question.is_none_or(|question| answers.contains_key(question.slug()));
                prop_assert!(names_answer);
            }
        }
        let is_nothing = matches!(advice.outcome, Outcome::None | Outcome::NoMatch);
        prop_assert_eq!(is_nothing, advice.remaining == 0);
        let aside = advice.knocked_out.len() + advice.to_check.len();
        prop_assert_eq!(advice.remaining + aside, made.catalog.len());
    }

    #[test]
    fn every_relaxation_leaves_what_it_says_and_no_nearer_choice_does(records in records(), answers in answers()) {
        let made = Made::of(&records);
        let given = made.answers(&answers);
        let advice = made.advise(&answers);
        prop_assert!(advice.outcome == Outcome::None || advice.relaxations.is_empty());
        let size = advice.relaxations.iter().map(|one| one.set.len()).max().unwrap_or(0);
        for one in &advice.relaxations {
            prop_assert_eq!(one.set.len(), size);
            let after = changed(&made, &given, &one.set);
            prop_assert_eq!(after.remaining, one.admits);
            prop_assert!(one.admits > 0);
            for (at, (question, answer)) in one.set.iter().enumerate() {
                let item = made.adviser.questionnaire().item(*question);
                let (Some(old), Some(new)) = (
                    given.get(*question).and_then(|old| item.position(old.choice()?)),
                    answer.choice().and_then(|new| item.position(new)),
                ) else { continue };
                for nearer in old.min(new) + 1..old.max(new) {
                    let mut set = one.set.clone();
                    set[at].1 = prospectus::advise::Answer::Choice(item.choices[nearer].value.clone());
                    prop_assert_eq!(changed(&made, &given, &set).remaining, 0, "{} is nearer", item.choices[nearer].value);
                }
            }
        }
    }

    #[test]
    fn every_flip_flips_and_none_of_one_answer_is_missing(records in records(), answers in answers()) {
        let made = Made::of(&records);
        let given = made.answers(&answers);
        let advice = made.advise(&answers);
        let now = made.gist(&advice);
        for flip in &advice.flips {
            let then = changed(&made, &given, &flip.set);
            prop_assert_ne!(made.gist(&then), now.clone());
            prop_assert_eq!((then.outcome, then.top()), (flip.outcome, flip.top));
        }
        let mut singles = 0;
        for item in &made.adviser.questionnaire().items {
            for choice in &item.choices {
                let set = vec![(item.question, prospectus::advise::Answer::Choice(choice.value.clone()))];
                let flips = made.gist(&changed(&made, &given, &set)) != now;
                singles += usize::from(flips);
                prop_assert_eq!(advice.flips.iter().any(|flip| flip.set == set), flips, "{:?}", set);
            }
        }
        prop_assert!(singles == 0 || advice.flips.iter().all(|flip| flip.set.len() == 1));
    }

    #[test]
    fn contributions_add_up_to_the_printed_score(records in records(), answers in answers()) {
        let made = Made::of(&records);
        for ranked in made.advise(&answers).programs {
            prop_assert_eq!(ranked.contributions.iter().map(|one| one.points).sum::<u32>(), ranked.score.mid);
            let weights: f64 = ranked.contributions.iter().map(|one| one.weight).sum();
            prop_assert!((weights - 1.0).abs() < 1e-9);
            for one in &ranked.contributions {
                prop_assert!(0.0 <= one.value.low && one.value.low <= one.value.mid, "{:?}", one);
                prop_assert!(one.value.mid <= one.value.high && one.value.high <= 1.0, "{:?}", one);
                prop_assert!((f64::from(one.points) - 100.0 * one.weight * one.value.mid).abs() <= 1.0 + 1e-9);
            }
            prop_assert!(ranked.score.low <= ranked.score.mid && ranked.score.mid <= ranked.score.high);
        }
    }

    #[test]
    fn no_sentence_promises_and_every_condition_is_said(records in records(), answers in answers()) {
        let made = Made::of(&records);
        for text in sentences(&made, &made.advise(&answers)) {
            let small = text.to_lowercase();
            for promise in ["will be admitted", "guarantees", "you will get a job", "salary", "get hired", "n/a"] {
                prop_assert!(!small.contains(promise), "{}", text);
            }
            prop_assert!(!small.contains("may count") || small.contains("if admitted") || small.contains("if you are admitted"), "{}", text);
            prop_assert!(!text.contains('!') && !small.contains("please"), "{}", text);
        }
    }

    #[test]
    fn the_quick_counts_of_a_question_are_those_of_the_whole_result(records in records(), answers in answers()) {
        let made = Made::of(&records);
        let given = made.answers(&answers);
        prop_assert_eq!(made.adviser.glance(&made.catalog, &given, &made.settings, 3).remaining, still_possible(&made, &answers));
        for item in &made.adviser.questionnaire().items {
            let counts = made.adviser.remaining_if(&made.catalog, &given, &made.settings, item.question);
            for (choice, count) in item.choices.iter().zip(counts) {
                let one: Map<String, Value> = with(&answers, item.question.slug(), Value::from(choice.value.clone()));
                prop_assert_eq!(still_possible(&made, &one), count);
            }
        }
    }

    #[test]
    fn why_not_agrees_with_the_result_and_its_nearest_change_helps(records in records(), answers in answers()) {
        let made = Made::of(&records);
        let given = made.answers(&answers);
        let advice = made.advise(&answers);
        for ix in made.catalog.all() {
            let why = made.adviser.why_not(&made.catalog, &given, &made.settings, &made.catalog.program(ix).id);
            let is_out = advice.knocked_out.iter().any(|out| out.program == ix);
            prop_assert_eq!(why.reasons.is_empty(), !is_out);
            prop_assert_eq!(why.place, advice.place(ix));
            if let Some(change) = why.nearest.change() {
                let after = changed(&made, &given, change);
                prop_assert!(after.knocked_out.iter().all(|out| out.program != ix), "{:?}", why);
                let lifted = after.place(ix).map_or(usize::MAX, |place| place.rank) < why.place.map_or(usize::MAX, |place| place.rank);
                prop_assert!(is_out || lifted, "{:?}", why);
            }
        }
    }

    #[test]
    fn a_weight_within_its_bounds_keeps_the_first_program(records in records(), answers in answers()) {
        let made = Made::of(&records);
        let advice = made.advise(&answers);
        for stable in &advice.stability {
            prop_assert!(stable.low <= stable.weight + 1e-9);
            prop_assert!(stable.high.is_none_or(|high| high >= stable.weight - 1e-9));
        }
    }
}
