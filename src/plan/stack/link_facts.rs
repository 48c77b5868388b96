//! The facts that the rule for links needs of a program, and the rule itself. A compiled catalogue stores these facts
//! by main field, so that the next steps of a program are found without reading all other programs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::catalog::{
    Basis, Catalog, Counts, InstitutionIx, Kind, Level, Pathway, PathwayStatus, Program, ProgramIx, SectionBytes,
    Sections, Text, pack_parts,
};

/// The section of these facts; a new name for every new form. Its first record has the main fields in order, then comes
/// one record for each of them.
const SECTION: &str = "plan-programs-2";

/// The section that plans add to a compiled catalogue.
pub const LINKS: Sections = Sections::of_catalog(&[SECTION], sections);

/// What the rule for links needs of one program.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct LinkFacts {
    pub(super) program: ProgramIx,
    kind: Kind,
    is_offered: bool,
    /// The main field.
    pub(super) field: Option<Text>,
    /// The basis of its fields.
    basis: Option<Basis>,
    languages: Vec<Text>,
    /// The highest level.
    level: Option<Level>,
    /// The basis of its levels.
    level_basis: Option<Basis>,
    institutions: Vec<InstitutionIx>,
    /// Whether an active credit pathway is on record.
    pub(super) has_open_pathway: bool,
}

/// The first condition of the rule that does not hold, worded as the rest of a sentence.
#[derive(Debug, PartialEq, thiserror::Error)]
pub(super) enum Missing {
    #[error("the first is a {}", .0.name())]
    First(Kind),
    #[error("the second is a {}", .0.name())]
    Second(Kind),
    #[error("one of them is not in the latest list")]
    Offer,
    #[error("the field of one of them is unknown")]
    Field,
    #[error("their main fields are {0} and {1}")]
    SameField(Text, Text),
    #[error("no language is known to be shared")]
    Language,
    #[error("the level of one of them is unknown")]
    Level,
    #[error("the levels are {} and {}", .0.name(), .1.name())]
    HigherLevel(Level, Level),
}

impl LinkFacts {
    pub(super) fn of(ix: ProgramIx, program: &Program) -> Self {
        let is_open = |way: &Pathway| way.counts == Counts::Credit && way.status == PathwayStatus::Active;
        Self {
            program: ix,
            kind: program.kind().clone(),
            is_offered: program.is_offered(),
            field: program.fields().first().cloned(),
            basis: program.fields.shown().map(|claim| claim.basis),
            languages: program.languages().to_vec(),
            level: program.levels().last().copied(),
            level_basis: program.level.shown().map(|claim| claim.basis),
            institutions: program.institutions().to_vec(),
            has_open_pathway: program.pathways.iter().any(is_open),
        }
    }

    /// Whether an institution offers both programs.
    pub(super) fn shares_institution(&self, other: &Self) -> bool {
        other.institutions.iter().any(|ix| self.institutions.contains(ix))
    }

    /// A level in words, marked if it is only presumed from the kind.
    fn told(&self, level: Level) -> String {
        let presumed = if self.level_basis == Some(Basis::Presumed) { " (presumed from the kind)" } else { "" };
        format!("{}{presumed}", level.name())
    }

    /// Whether it can be linked to anything: what the rule asks of each program alone holds.
    fn can_be_linked(&self) -> bool {
        self.is_offered && (self.kind == Kind::MicroMasters || comes_first(&self.kind)) && self.level.is_some()
    }
}

fn comes_first(kind: &Kind) -> bool {
    matches!(kind, Kind::ProfessionalCertificate | Kind::MicroBachelors | Kind::XSeries)
}

/// Applies the rule to two programs. Returns the facts it rests on.
///
/// # Errors
///
/// [`Missing`] for the first condition that does not hold.
pub(super) fn prepares(first: &LinkFacts, second: &LinkFacts) -> Result<String, Missing> {
    if !comes_first(&first.kind) {
        return Err(Missing::First(first.kind.clone()));
    }
    if second.kind != Kind::MicroMasters {
        return Err(Missing::Second(second.kind.clone()));
    }
    if !first.is_offered || !second.is_offered {
        return Err(Missing::Offer);
    }
    let (Some(one), Some(two)) = (&first.field, &second.field) else { return Err(Missing::Field) };
    if one != two {
        return Err(Missing::SameField(one.clone(), two.clone()));
    }
    if !first.languages.iter().any(|language| second.languages.contains(language)) {
        return Err(Missing::Language);
    }
    let (Some(low), Some(high)) = (first.level, second.level) else { return Err(Missing::Level) };
    if low >= high {
        return Err(Missing::HigherLevel(low, high));
    }
    let basis = |facts: &LinkFacts| Basis::words_of(facts.basis);
    let (low, high) = (first.told(low), second.told(high));
    let basis = match (basis(first), basis(second)) {
        (one, two) if one == two => one.to_owned(),
        (one, two) => format!("{one} and {two}"),
    };
    Ok(format!("both are in {one} ({basis}); the first goes up to {low}, the second up to {high}"))
}

/// Returns the programs of a main field that can be linked, sorted by title, then id.
pub(super) fn in_field(catalog: &Catalog, field: &Text) -> Vec<LinkFacts> {
    stored(catalog, field).unwrap_or_else(|| by_field(catalog, Some(field)).remove(field).unwrap_or_default())
}

/// Returns them from a compiled catalogue, or `None` if it has no such section.
fn stored(catalog: &Catalog, field: &Text) -> Option<Vec<LinkFacts>> {
    let fields: Vec<Text> = catalog.part(SECTION, 0)?;
    match fields.binary_search(field) {
        Ok(at) => catalog.part(SECTION, at + 1),
        Err(_) => Some(Vec::new()),
    }
}

/// Groups the programs that can be linked by main field, for one field or for all, each group sorted by title, then id.
fn by_field(catalog: &Catalog, wanted: Option<&Text>) -> BTreeMap<Text, Vec<LinkFacts>> {
    let mut fields: BTreeMap<Text, Vec<(String, LinkFacts)>> = BTreeMap::new();
    for (ix, program) in catalog.all().zip(catalog.programs()) {
        let Some(field) = program.fields().first().filter(|field| wanted.is_none_or(|wanted| wanted == *field)) else {
            continue;
        };
        let facts = LinkFacts::of(ix, &program);
        if facts.can_be_linked() {
            fields.entry(field.clone()).or_default().push((program.title.to_lowercase(), facts));
        }
    }
    let in_order = |(field, mut programs): (Text, Vec<(String, LinkFacts)>)| {
        // Handles are numbered in the order of ids.
        programs.sort_by(|(a, one), (b, other)| a.cmp(b).then(one.program.cmp(&other.program)));
        (field, programs.into_iter().map(|(_, facts)| facts).collect())
    };
    fields.into_iter().map(in_order).collect()
}

fn sections(catalog: &Catalog) -> Vec<SectionBytes> {
    let (fields, programs): (Vec<Text>, Vec<Vec<LinkFacts>>) = by_field(catalog, None).into_iter().unzip();
    let fields = pack_parts([Packed::Fields(fields)].into_iter().chain(programs.into_iter().map(Packed::Programs)));
    vec![(SECTION, fields)]
}

/// A record of the section.
#[derive(Serialize)]
#[serde(untagged)]
enum Packed {
    Fields(Vec<Text>),
    Programs(Vec<LinkFacts>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_link_facts_are_those_of_a_pass_over_all_programs() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let all = by_field(&catalog, None);
        assert!(all.len() > 10 && all.values().any(|programs| programs.len() > 10));
        for (field, programs) in all {
            assert_eq!(stored(&catalog, &field).as_ref(), Some(&programs), "{field}");
            assert_eq!(by_field(&catalog, Some(&field)).remove(&field), Some(programs), "{field}");
        }
        assert_eq!(stored(&catalog, &Text::from("no such field")), Some(Vec::new()));
    }

    #[test]
    fn without_what_was_stored_the_links_are_the_same() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let bare = Catalog::unpack(catalog.pack(Vec::new()).expect("a packed form")).expect("a catalogue");
        let mut links = 0;
        for ix in catalog.all().step_by(7) {
            for way in [super::super::link::after, super::super::link::before] {
                let found = way(&catalog, ix);
                links += found.len();
                assert_eq!(found, way(&bare, ix));
            }
        }
        assert!(links > 50, "{links}");
    }
}
