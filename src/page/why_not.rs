//! The page of a why-not: why a program is not recommended or not first, and what would change that.

use crate::advise::{Explainer, Removal, WhyNot};

use super::result::{reasons_table, sources_of_reasons};
use super::{Block, Page, Part, Phrase, Target};

/// Returns the page of a why-not.
pub fn why_not(words: &Explainer<'_>, why: &WhyNot) -> Page {
    let mut lead = vec![Block::Title(words.why_not(why).into())];
    lead.extend(words.traces(why).into_iter().map(Block::Text));
    let mut page = Page::new(lead);
    let removals: Vec<Removal> =
        why.program.iter().flat_map(|ix| why.reasons.iter().map(|reason| words.removal(*ix, *reason))).collect();
    // A single reason is the title already.
    let table = if removals.len() > 1 { vec![Block::Table(reasons_table(&removals))] } else { Vec::new() };
    page.section(Part::Lead, "Why it is ruled out", table);
    let lost = why.lost_on.iter().map(|lost| words.lost_on(why, lost));
    page.section(Part::Lead, "Where the first one does better", vec![Block::items(lost)]);
    page.section(Part::Lead, "The nearest change", vec![Block::Text(words.nearest(why))]);
    let title = |ix| Phrase::from(words.catalog().title_with_school(ix));
    let instead = why.instead.iter().map(|ix| (title(*ix), Some(Target::Program(*ix))));
    page.section(Part::Lead, "Look at", vec![Block::Items(instead.collect())]);
    page.section(Part::Sources, "Where this comes from", vec![sources_of_reasons(&removals)]);
    page
}
