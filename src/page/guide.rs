//! The guide to the kinds of credential: the kinds side by side with what was measured, when to choose which, what each
//! choice costs, what people ask, and what was found when the guide's claims were checked.

use crate::catalog::{Catalog, Kind};
use crate::guide::{Guide, Measured, Row};

use super::{Block, Column, Page, Part, Spoken, Table};

/// The guide with what was measured on a catalogue.
pub fn guide(catalog: &Catalog, guide: &Guide, measured: &[Measured]) -> Page {
    let mut page = Page::new(vec![Block::Title("The kinds of credential".into())]);
    page.section(Part::Lead, "The two kinds side by side", kinds_side_by_side(guide));
    let heading = format!("Measured on {} of {}, current programs", catalog.name, catalog.as_of.text());
    page.section(Part::Rest, heading, vec![medians(measured)]);
    let rules = guide.rules.iter().map(|rule| format!("{}: {}", rule.when, rule.choose));
    page.section(Part::Rest, "When to choose which", vec![Block::items(rules)]);
    let costs = guide.trade_offs.iter().map(|item| item.text.as_str());
    page.section(Part::Rest, "What each choice costs", vec![Block::items(costs)]);
    page.section(Part::Rest, "Frequent questions", vec![answers(guide)]);
    page.section(Part::Rest, "Evidence: are they recognised, are they worth it", vec![evidence(guide)]);
    page.section(Part::Sources, "What was found when claims were checked", vec![findings(guide)]);
    page
}

/// The two kinds row by row, each row with how far it holds.
pub fn kinds_side_by_side(guide: &Guide) -> Vec<Block> {
    let certificate = Kind::ProfessionalCertificate.name();
    let micromasters = Kind::MicroMasters.name();
    let mut table = Table::new(
        "The two kinds side by side, and how far each row holds",
        vec![
            Column::new("").least(10).wrapping().head(),
            Column::new(certificate).least(18).wrapping().spoken(Spoken::As("Professional Certificate".to_owned())),
            Column::new(micromasters).least(18).wrapping().spoken(Spoken::As("MicroMasters".to_owned())),
            Column::new("Checked").least(20).wrapping(),
        ],
    );
    table.stacks = true;
    for row in &guide.rows {
        table.push([&row.row, &row.professional_certificate, &row.micromasters, &checked(row)].map(String::as_str));
    }
    vec![Block::Table(table)]
}

/// How far a row holds, and why.
fn checked(row: &Row) -> String {
    let holds = if row.flag == "ok" { "holds" } else { row.flag.as_str() };
    let note = row.note.as_deref().map(|note| format!(": {note}")).unwrap_or_default();
    format!("{holds}{note}")
}

fn medians(measured: &[Measured]) -> Block {
    let mut table = Table::new(
        "The median of each kind",
        vec![
            Column::new("Fact").least(6).head(),
            Column::new("Kind").least(12).head(),
            Column::new("Measured").least(24).wrapping().spoken(Spoken::Silent),
        ],
    );
    let mut measured: Vec<&Measured> = measured.iter().collect();
    measured.sort_by_key(|measured| (measured.measure.row(), measured.measure.fact()));
    for measured in measured {
        table.push([measured.measure.fact().to_owned(), measured.kind.name().to_owned(), measured.words()]);
    }
    Block::Table(table)
}

fn answers(guide: &Guide) -> Block {
    let mut table = Table::new(
        "Frequent questions with their answers",
        vec![
            Column::new("Question").least(18).wrapping().head(),
            Column::new("Answer").least(24).wrapping().spoken(Spoken::Title),
        ],
    );
    table.stacks = true;
    for item in &guide.questions {
        let see = if item.evidence.is_empty() { String::new() } else { format!(" ({})", item.evidence.join(", ")) };
        table.push([item.question.clone(), format!("{}{see}", item.answer)]);
    }
    Block::Table(table)
}

/// What studies found, each with what it takes to judge it.
fn evidence(guide: &Guide) -> Block {
    let mut table = Table::new(
        "What studies found, and how far each carries",
        vec![
            Column::new("").least(3).head(),
            Column::new("Finding").least(24).wrapping().spoken(Spoken::Title),
            Column::new("Who, where, when, and how strong").least(24).wrapping(),
        ],
    );
    table.stacks = true;
    guide.evidence.iter().for_each(|study| table.push([study.id.clone(), study.finding.clone(), study.basis()]));
    Block::Table(table)
}

fn findings(guide: &Guide) -> Block {
    Block::items(guide.flags.iter().map(|flag| format!("{}: {}", flag.about, flag.finding)))
}
