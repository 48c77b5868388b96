//! What a catalogue holds: how many programs of which kind, and how often each fact is known and on which basis.

use std::collections::BTreeMap;

use super::{Basis, Catalog, FactKey, Status};

/// The figures of a catalogue.
#[derive(Clone, Debug, PartialEq)]
pub struct Info {
    /// All programs.
    pub programs: usize,
    /// Programs by status, then by the slug of their kind.
    pub kinds: BTreeMap<Status, BTreeMap<String, usize>>,
    /// Programs by field, the most frequent first; a program counts once for each of its fields.
    pub fields: Vec<(String, usize)>,
    /// Programs without a field.
    pub without_field: usize,
    /// How often each fact is known.
    pub facts: Vec<FactCount>,
    /// Pathways on record, over all programs.
    pub pathways: usize,
    /// Programs of which at least one course is known.
    pub with_courses: usize,
    /// How often each source is the one shown, in the order of the catalogue's sources.
    pub shown_by_source: Vec<usize>,
}

/// How often one fact is known, by the basis of the claim that is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct FactCount {
    /// Which fact.
    pub key: FactKey,
    /// Programs for which something is known.
    pub known: usize,
    /// Programs by the basis of the claim shown.
    pub by_basis: BTreeMap<Basis, usize>,
    /// Claims in all.
    pub claims: usize,
}

impl Info {
    /// Counts a catalogue.
    pub fn of(catalog: &Catalog) -> Self {
        let mut kinds: BTreeMap<Status, BTreeMap<String, usize>> = BTreeMap::new();
        let mut fields: BTreeMap<&str, usize> = BTreeMap::new();
        for program in &catalog.programs {
            let status = if program.is_current() { Status::Current } else { Status::Older };
            *kinds.entry(status).or_default().entry(program.kind().slug()).or_default() += 1;
            for field in program.fields() {
                *fields.entry(field).or_default() += 1;
            }
        }
        let mut fields: Vec<(String, usize)> =
            fields.into_iter().map(|(field, count)| (field.to_owned(), count)).collect();
        fields.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let mut shown_by_source = vec![0; catalog.sources.len()];
        let facts = FactKey::ALL.iter().map(|key| count(catalog, *key, &mut shown_by_source)).collect();
        Self {
            programs: catalog.programs.len(),
            kinds,
            fields,
            without_field: catalog.programs.iter().filter(|program| program.fields().is_empty()).count(),
            facts,
            pathways: catalog.programs.iter().map(|program| program.pathways.len()).sum(),
            with_courses: catalog.programs.iter().filter(|program| !program.course_list.is_empty()).count(),
            shown_by_source,
        }
    }
}

fn count(catalog: &Catalog, key: FactKey, shown_by_source: &mut [usize]) -> FactCount {
    let mut count = FactCount { key, known: 0, by_basis: BTreeMap::new(), claims: 0 };
    for program in &catalog.programs {
        let cell = program.cell(key, catalog);
        if let Some(origin) = cell.origin {
            count.known += 1;
            count.claims += 1 + cell.others;
            *count.by_basis.entry(origin.basis).or_default() += 1;
            shown_by_source[usize::from(origin.source.0)] += 1;
        }
    }
    count
}
