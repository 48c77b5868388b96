//! Statistics of a catalogue: the number of programs of each kind, and how often each fact is known and on which basis.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Basis, Catalog, FactKey, Program, Status, Text};

/// The statistics of a catalogue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Info {
    /// The number of programs.
    pub programs: usize,
    /// The number of programs by status, then by the slug of their kind.
    pub kinds: BTreeMap<Status, BTreeMap<String, usize>>,
    /// The number of programs by field, most frequent first. A program counts once for each of its fields.
    pub fields: Vec<(String, usize)>,
    /// The number of programs without a field.
    pub without_field: usize,
    /// How often each fact is known.
    pub facts: Vec<FactCount>,
    /// The number of pathways of all programs.
    pub pathways: usize,
    /// The number of programs with at least one known course.
    pub with_courses: usize,
    /// How often the shown claim comes from each source, in the order of the catalogue's sources.
    pub shown_by_source: Vec<usize>,
}

/// How often one fact is known, by the basis of the shown claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FactCount {
    /// The fact that is counted.
    pub key: FactKey,
    /// The number of programs for which it is known.
    pub known: usize,
    /// The number of programs by the basis of the shown claim.
    pub by_basis: BTreeMap<Basis, usize>,
    /// The number of claims of all programs.
    pub claims: usize,
}

impl Info {
    /// Counts in one pass over all programs.
    pub(super) fn count_all(catalog: &Catalog) -> Self {
        let mut info = Self {
            programs: catalog.len(),
            kinds: BTreeMap::new(),
            fields: Vec::new(),
            without_field: 0,
            facts: FactKey::ALL.into_iter().map(FactCount::none).collect(),
            pathways: 0,
            with_courses: 0,
            shown_by_source: vec![0; catalog.sources.len()],
        };
        let mut fields = BTreeMap::new();
        for program in catalog.programs() {
            info.count(&program, catalog);
            for field in program.fields() {
                *fields.entry(field.clone()).or_default() += 1;
            }
        }
        info.fields = fields.into_iter().map(|(field, count): (Text, usize)| (field.to_string(), count)).collect();
        info.fields.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        info
    }

    fn count(&mut self, program: &Program, catalog: &Catalog) {
        *self.kinds.entry(program.status()).or_default().entry(program.kind().slug()).or_default() += 1;
        self.without_field += usize::from(program.fields().is_empty());
        self.pathways += program.pathways.len();
        self.with_courses += usize::from(!program.course_list.is_empty());
        for fact in &mut self.facts {
            let cell = program.cell(fact.key, catalog);
            if let Some(origin) = cell.origin {
                fact.known += 1;
                fact.claims += 1 + cell.others;
                *fact.by_basis.entry(origin.basis).or_default() += 1;
                self.shown_by_source[usize::from(origin.source.0)] += 1;
            }
        }
    }
}

impl FactCount {
    fn none(key: FactKey) -> Self {
        Self { key, known: 0, by_basis: BTreeMap::new(), claims: 0 }
    }
}
