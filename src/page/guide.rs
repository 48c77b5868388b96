//! The guide to the kinds of credential: the kinds side by side, the trade-offs, certificate or degree, common
//! questions, evidence, and what the checks found.

use std::collections::{BTreeMap, BTreeSet};

use crate::advise::Questionnaire;
use crate::catalog::{Catalog, Counts, Kind, PathwayStatus};
use crate::edx_rules;
use crate::guide::{Guide, GuidePage, KindRow, Measured};
use crate::names::SchoolNames;

use super::{Block, Column, Page, Part, Spoken, Table};

/// Returns one page of the guide, with figures measured on the catalogue.
pub fn guide_page(catalog: &Catalog, guide: &Guide, measured: &[Measured], topic: GuidePage) -> Page {
    let mut page = Page::default();
    match topic {
        GuidePage::Kinds => kinds(&mut page, catalog, guide, measured),
        GuidePage::TradeOffs => trade_offs(&mut page, guide),
        GuidePage::Degree => degree(&mut page, catalog, guide),
        GuidePage::Questions => {
            page.section(Part::Rest, "Questions people ask", vec![answers(guide)]);
            let rules = edx_rules::ALL.map(|rule| rule.with_source());
            page.section(Part::Rest, "Money back, and aid", vec![Block::items(rules)]);
        }
        GuidePage::Evidence => {
            page.section(Part::Rest, "Are they recognised, are they worth it?", vec![evidence(guide)]);
        }
        GuidePage::Checks => {
            page.section(Part::Sources, "What guides say, and what the checks found", vec![findings(guide)]);
        }
    }
    page
}

/// Returns the whole guide: all its pages in order.
pub fn guide(catalog: &Catalog, guide: &Guide, measured: &[Measured]) -> Page {
    let mut whole = Page::new(vec![Block::Title("The kinds of credential".into())]);
    for topic in GuidePage::ALL {
        whole.sections.extend(guide_page(catalog, guide, measured, topic).sections);
    }
    whole
}

fn kinds(page: &mut Page, catalog: &Catalog, guide: &Guide, measured: &[Measured]) {
    let from =
        format!("Numbers are measured in {} ({}), programs of the latest list.", catalog.name, catalog.as_of.text());
    page.section(Part::Lead, "The kinds side by side", vec![side_by_side(guide, measured), Block::Remark(from)]);
    page.section(Part::Rest, "Checked", vec![checks(guide)]);
}

/// Returns the two kinds row by row, and how reliable each row is.
pub fn kinds_side_by_side(guide: &Guide) -> Vec<Block> {
    vec![side_by_side(guide, &[]), checks(guide)]
}

/// The kinds row by row. What was measured takes the place of what the guide says, and of a doubt about it. The guide
/// says nothing about `MicroBachelors`; they get a column only if figures were measured for them.
fn side_by_side(guide: &Guide, measured: &[Measured]) -> Block {
    let of = |kind: &Kind| measured.iter().filter(|own| own.kind == *kind).collect::<Vec<_>>();
    let third = of(&Kind::MicroBachelors);
    let named = |kind: Kind| {
        let name = kind.name().to_owned();
        Column::new(name.clone()).least(18).wrapping().spoken(Spoken::As(name))
    };
    let mut columns = vec![
        Column::new("").least(10).wrapping().head(),
        named(Kind::ProfessionalCertificate),
        named(Kind::MicroMasters),
    ];
    if !third.is_empty() {
        columns.push(named(Kind::MicroBachelors));
    }
    let mut table = Table::new("The kinds side by side", columns);
    table.stacks = true;
    let figures = |kind: Kind, row: &KindRow| {
        let of_row = of(&kind).into_iter().filter(|own| own.measure.row() == row.id).map(Measured::words);
        Some(of_row.collect::<Vec<_>>().join("; ")).filter(|figures| !figures.is_empty())
    };
    for row in &guide.rows {
        let said = [
            (Kind::ProfessionalCertificate, Some(row.professional_certificate.clone())),
            (Kind::MicroMasters, Some(row.micromasters.clone())),
            (Kind::MicroBachelors, row.microbachelors.clone()),
        ];
        let is_measured = said.iter().any(|(kind, _)| figures(kind.clone(), row).is_some());
        let head = if is_measured { row.row.clone() } else { row.with_doubt() };
        let cells = said
            .into_iter()
            .map(|(kind, text)| figures(kind, row).or(text).unwrap_or_else(|| "the guide does not say".to_owned()));
        table.push(std::iter::once(head).chain(cells).take(table.columns.len()));
    }
    Block::Table(table)
}

/// How reliable each row is, in a sentence.
fn checks(guide: &Guide) -> Block {
    let mut table = Table::new(
        "How far each row is true",
        vec![Column::new("").least(10).wrapping().head(), Column::new("").least(24).wrapping().spoken(Spoken::Silent)],
    );
    guide.rows.iter().for_each(|row| table.push([row.row.clone(), row.checked()]));
    Block::Table(table)
}

/// When to choose which kind, what each choice costs, and which questions decide.
fn trade_offs(page: &mut Page, guide: &Guide) {
    let mut rules = Table::new(
        "When to choose which kind",
        vec![
            Column::new("If").least(24).wrapping().head(),
            Column::new("Then").least(20).wrapping().spoken(Spoken::Silent),
        ],
    );
    guide.rules.iter().for_each(|rule| rules.push([rule.when.clone(), rule.choose.clone()]));
    page.section(Part::Rest, "When to choose which", vec![Block::Table(rules)]);
    let costs = guide.trade_offs.iter().map(|item| item.text.as_str());
    page.section(Part::Rest, "What each choice costs you", vec![Block::items(costs)]);
    page.section(Part::Rest, "Which questions decide", vec![Block::items(deciding_questions())]);
}

/// The titles of the questions whose answers lean toward a kind.
fn deciding_questions() -> Vec<String> {
    let questionnaire = Questionnaire::embedded().ok();
    let items = questionnaire.iter().flat_map(|all| &all.items).filter(|item| item.lean);
    items.map(|item| item.title.clone()).collect()
}

/// Certificate or degree: what is on record about the step from one to the other.
fn degree(page: &mut Page, catalog: &Catalog, guide: &Guide) {
    let found = |id: &str| {
        guide.flags.iter().find(|flag| flag.id == id).map(|flag| format!("{}: {}", flag.about, flag.finding))
    };
    let about_steps = ["V14", "V9", "V10", "V7"].into_iter().filter_map(found);
    page.section(Part::Rest, "A certificate or a degree?", vec![Block::items(about_steps)]);
    page.section(Part::Rest, "Programs that may count toward a degree, if admitted", vec![routes(catalog)]);
    let schools = vec![schools(catalog)];
    page.section(Part::Rest, "Schools on record that may count a program", schools);
}

/// For each kind, how many programs have a school on record that may count them.
fn routes(catalog: &Catalog) -> Block {
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for program in catalog.programs().filter(|program| program.is_offered()) {
        let (all, with_route) = counts.entry(program.kind().name().to_owned()).or_default();
        *all += 1;
        *with_route += usize::from(program.open_routes() > 0);
    }
    Block::items(counts.into_iter().map(|(kind, (all, with_route))| format!("{kind}: {with_route} of {all}.")))
}

/// The schools that may count a program, each with its number of programs. Schools that sources call by different names
/// are listed once.
fn schools(catalog: &Catalog) -> Block {
    let (names, mut schools) = (SchoolNames::of(catalog), BTreeMap::<String, usize>::new());
    for program in catalog.programs().filter(|program| program.is_offered()) {
        let open = program
            .pathways
            .iter()
            .filter(|pathway| pathway.counts == Counts::Credit && pathway.status != PathwayStatus::Retired);
        let accepting: BTreeSet<&str> = open.map(|pathway| names.name(&pathway.institution)).collect();
        for name in accepting {
            *schools.entry(name.to_owned()).or_default() += 1;
        }
    }
    let mut table = Table::new(
        "Schools that may count a program toward a degree",
        vec![
            Column::new("School").least(24).wrapping().head(),
            Column::new("Programs").right().least(8).spoken(Spoken::As("programs".to_owned())),
        ],
    );
    for (school, count) in schools {
        table.push([school, count.to_string()]);
    }
    Block::Table(table)
}

fn answers(guide: &Guide) -> Block {
    let mut table = Table::new(
        "Questions people ask, with their answers",
        vec![
            Column::new("Question").least(18).wrapping().head(),
            Column::new("Answer").least(24).wrapping().spoken(Spoken::Title),
        ],
    );
    table.stacks = true;
    guide.questions.iter().for_each(|item| table.push([item.question.clone(), item.answer.clone()]));
    Block::Table(table)
}

/// The findings of studies, each with what a reader needs to judge it.
fn evidence(guide: &Guide) -> Block {
    let mut table = Table::new(
        "What studies found, and how strong the evidence is",
        vec![
            Column::new("Finding").least(24).wrapping().head(),
            Column::new("Who, where, when, and how strong").least(24).wrapping().spoken(Spoken::Silent),
        ],
    );
    table.stacks = true;
    guide.evidence.iter().for_each(|study| table.push([study.finding.clone(), study.basis()]));
    Block::Table(table)
}

fn findings(guide: &Guide) -> Block {
    let mut table = Table::new(
        "What was claimed, and what was found",
        vec![
            Column::new("What guides say about").least(16).wrapping().head(),
            Column::new("Found").least(24).wrapping().spoken(Spoken::Silent),
        ],
    );
    table.stacks = true;
    guide.flags.iter().for_each(|flag| table.push([flag.about.clone(), flag.finding.clone()]));
    Block::Table(table)
}
