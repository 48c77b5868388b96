//! Collects every sentence of a result, so that tests can search for words.

#![allow(dead_code, reason = "each file of tests uses a part of it")]

use prospectus::advise::{Advice, Adviser, WhyNot};
use prospectus::catalog::Catalog;

/// A result in sentences.
pub(crate) struct Told {
    pub(crate) headline: String,
    pub(crate) because: String,
    pub(crate) how_sure: String,
    pub(crate) first: Option<String>,
    pub(crate) crowd: Option<String>,
    pub(crate) answers: Vec<String>,
    pub(crate) programs: Vec<ToldProgram>,
    pub(crate) also: Vec<String>,
    pub(crate) others: Vec<String>,
    pub(crate) flips: Vec<String>,
    pub(crate) notes: Vec<String>,
    pub(crate) next_steps: Vec<String>,
}

/// A shown program in sentences.
pub(crate) struct ToldProgram {
    pub(crate) pros: Vec<String>,
    pub(crate) cons: Vec<String>,
    pub(crate) warnings: Vec<String>,
    pub(crate) depends_on: Vec<String>,
    pub(crate) reasons: Vec<String>,
}

/// The sentences of a result.
pub(crate) fn told(adviser: &Adviser, catalog: &Catalog, advice: &Advice) -> Told {
    let words = adviser.explainer(catalog, &advice.asked);
    let program = |(at, ranked): (usize, &prospectus::advise::Ranked)| ToldProgram {
        pros: words.pros(ranked),
        cons: words.cons(ranked),
        warnings: words.warnings(ranked, at),
        depends_on: words.depends_on(ranked),
        reasons: ranked.contributions.iter().map(|part| words.contribution(ranked.program, part)).collect(),
    };
    Told {
        headline: words.headline(advice),
        because: words.because(advice),
        how_sure: words.how_sure(advice),
        first: words.caveats(advice),
        crowd: words.crowd(advice),
        answers: advice.told.iter().map(|question| words.told(*question)).collect(),
        programs: advice.programs.iter().enumerate().map(program).collect(),
        also: advice.also.iter().map(|also| words.also(also)).collect(),
        others: words
            .stack(advice)
            .into_iter()
            .chain(words.runner_up(advice))
            .chain(advice.relaxations.iter().map(|one| words.relaxation(one)))
            .collect(),
        flips: advice.flips.iter().map(|flip| words.flip(flip)).collect(),
        notes: words.notes(advice),
        next_steps: words.next_steps(advice),
    }
}

impl Told {
    /// Every sentence.
    pub(crate) fn all(&self) -> Vec<String> {
        let mut all = vec![self.headline.clone(), self.because.clone(), self.how_sure.clone()];
        all.extend(self.first.iter().chain(&self.crowd).cloned());
        for list in [&self.answers, &self.also, &self.others, &self.flips, &self.notes, &self.next_steps] {
            all.extend(list.iter().cloned());
        }
        for program in &self.programs {
            let lists = [&program.pros, &program.cons, &program.warnings, &program.depends_on, &program.reasons];
            all.extend(lists.into_iter().flatten().cloned());
        }
        all
    }
}

/// The headline, the nearest change and the traces of a why-not.
pub(crate) fn told_why(adviser: &Adviser, catalog: &Catalog, why: &WhyNot) -> (String, String, Vec<String>) {
    let words = adviser.explainer(catalog, &why.asked);
    (words.why_not(why), words.nearest(why), words.traces(why))
}
