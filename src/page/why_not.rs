//! Why a program is not recommended, or not first, and what would change that.

use crate::advise::WhyNot;
use crate::catalog::Catalog;

use super::result::{name, reasons_table};
use super::{Block, Page, Part, Phrase, Target};

/// The page of a why-not.
pub fn why_not(catalog: &Catalog, why: &WhyNot) -> Page {
    let mut lead = vec![Block::Title(why.headline.as_str().into())];
    lead.extend(why.notes.iter().cloned().map(Block::Text));
    let mut page = Page::new(lead);
    page.section(Part::Lead, "Why it is not in the running", vec![Block::Table(reasons_table(why.reasons.iter()))]);
    let lost = why.lost_on.iter().map(|lost| lost.sentence.as_str());
    page.section(Part::Lead, "Where the first one does better", vec![Block::items(lost)]);
    page.section(Part::Lead, "The nearest change", vec![Block::Text(why.nearest_says.clone())]);
    let instead = why.instead.iter().map(|ix| (Phrase::from(name(catalog, *ix)), Some(Target::Program(*ix))));
    page.section(Part::Lead, "Look at", vec![Block::Items(instead.collect())]);
    page
}
