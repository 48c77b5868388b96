//! The figures of a catalogue: its size, how much of it is known, and its sources.

use crate::catalog::{Basis, Catalog, Info, SHOWN_RULE};
use crate::search::Facet;

use super::{Block, Column, Field, Page, Part, Spoken, Table};

/// Returns the page with the figures of a catalogue.
pub fn info(catalog: &Catalog, info: &Info) -> Page {
    let mut page = Page::new(vec![Block::Title("Catalogue".into()), overview(catalog, info)]);
    page.section(Part::Rest, "Programs by status and kind", vec![kinds(info)]);
    page.section(Part::Rest, "Programs by field", vec![fields(info)]);
    page.section(Part::Rest, "What is known about them", vec![facts(info)]);
    page.section(Part::Rest, "Programs of older lists that are still offered", vec![survivals(catalog)]);
    page.section(Part::Rest, "Estimates, checked by leaving out each known program in turn", vec![estimates(catalog)]);
    page.section(Part::Sources, "Sources", vec![sources(catalog, info)]);
    page
}

fn overview(catalog: &Catalog, info: &Info) -> Block {
    let rows = [
        ("Name", catalog.name.to_string()),
        ("As of", catalog.as_of.words()),
        ("Programs", info.programs.to_string()),
        ("Courses", catalog.course_count().to_string()),
        ("Institutions", catalog.institutions.len().to_string()),
        ("Pathways", info.pathways.to_string()),
        ("With courses", info.with_courses.to_string()),
        ("Read from", if catalog.is_compiled() { "its compiled form" } else { "its JSON" }.to_owned()),
        ("Hash", catalog.hash()),
        ("Rule", SHOWN_RULE.to_owned()),
    ];
    Block::fields(rows.map(|(what, value)| Some(Field::new(what, value))))
}

fn kinds(info: &Info) -> Block {
    let columns = vec![
        Column::new("Status").head(),
        Column::new("Kind").head(),
        Column::new("Programs").right().spoken(Spoken::Silent),
    ];
    let rows = info.kinds.iter().flat_map(|(status, kinds)| {
        kinds.iter().map(move |(kind, n)| [status.name().to_owned(), Facet::Kind.label_of(kind), n.to_string()])
    });
    Block::Table(Table::new("Number of programs by status and kind", columns).rows(rows))
}

fn fields(info: &Info) -> Block {
    let columns = vec![Column::new("Field").least(20).head(), Column::new("Programs").right().spoken(Spoken::Silent)];
    let unknown = ["unknown".to_owned(), info.without_field.to_string()];
    let rows = info.fields.iter().map(|(field, n)| [field.clone(), n.to_string()]).chain([unknown]);
    Block::Table(Table::new("Number of programs by field", columns).rows(rows))
}

fn facts(info: &Info) -> Block {
    let mut columns = vec![Column::new("Fact").head(), Column::new("Known").right().least(5)];
    columns.extend(Basis::ALL.iter().map(|basis| Column::new(basis.words()).right().goes(1)));
    columns.push(Column::new("Unknown").right().least(7));
    columns.push(Column::new("Claims").right().least(6));
    let rows = info.facts.iter().map(|count| {
        let by_basis = Basis::ALL.iter().map(|basis| count.by_basis.get(basis).copied().unwrap_or_default());
        let counts = std::iter::once(count.known).chain(by_basis).chain([info.programs - count.known, count.claims]);
        std::iter::once(count.key.label().to_owned()).chain(counts.map(|n| n.to_string())).collect::<Vec<_>>()
    });
    Block::Table(Table::new("How often each fact is known, and on which basis", columns).rows(rows))
}

fn survivals(catalog: &Catalog) -> Block {
    let columns = vec![
        Column::new("Kind").head(),
        Column::new("Listed").right(),
        Column::new("As of"),
        Column::new("Still offered").right(),
        Column::new("Share, 95 % interval").least(20),
    ];
    let percent = |share: f64| (share * 100.0).round();
    let rows = catalog.survivals().iter().map(|survival| {
        let (low, high) = survival.interval();
        [
            survival.kind.name().to_owned(),
            survival.listed.to_string(),
            survival.from.text().to_owned(),
            survival.offered.to_string(),
            format!("{} % ({} to {} %)", percent(survival.share()), percent(low), percent(high)),
        ]
    });
    Block::Table(Table::new("How many programs of an older list are still offered", columns).rows(rows))
}

fn estimates(catalog: &Catalog) -> Block {
    let columns = vec![
        Column::new("Estimates of").least(20).wrapping().head(),
        Column::new("Known").right(),
        Column::new("Inside").right(),
        Column::new("Share").right(),
        Column::new("High / low").right(),
    ];
    let rows = catalog.accuracy.iter().map(|accuracy| {
        let (known, inside) = (accuracy.count.to_string(), accuracy.inside.to_string());
        let share = format!("{:.0} %", accuracy.share() * 100.0);
        [accuracy.of.name().to_owned(), known, inside, share, format!("{:.1}", accuracy.width)]
    });
    Block::Table(Table::new("How well estimates hold, by leaving each known program out in turn", columns).rows(rows))
}

fn sources(catalog: &Catalog, info: &Info) -> Block {
    let columns = vec![
        Column::new("Id").least(20).head(),
        Column::new("As of").goes(3),
        Column::new("Shown").right().least(5),
        Column::new("Licence").least(16).wrapping().goes(2),
        Column::new("Title").least(20).wrapping(),
    ];
    let rows = catalog.sources.iter().zip(&info.shown_by_source).map(|(source, shown)| {
        [
            source.id.to_string(),
            source.as_of.words(),
            shown.to_string(),
            source.licence.to_string(),
            source.title.to_string(),
        ]
    });
    Block::Table(Table::new("The sources, and how often each is the one shown", columns).rows(rows))
}
