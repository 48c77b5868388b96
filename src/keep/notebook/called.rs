//! An index of programs by title and former name. A compiled catalogue stores it, so that possible replacements of a
//! kept program are found without reading every program.

use twox_hash::XxHash3_64;

use crate::catalog::{Catalog, Program, ProgramIx, SectionBytes, Sections, Text, pack_parts};

/// The section with one record for each bucket of names. A change of format needs a new name.
const NAMES: &str = "keep-names-1";
/// The average number of programs whose names share a bucket.
const IN_A_GROUP: usize = 64;

/// The section that this room adds to a compiled catalogue.
pub const KEPT_NAMES: Sections = Sections::of_catalog(&[NAMES], sections);

/// The names in a bucket: a part of each name's hash, and the program with that name.
type Group = Vec<(u32, ProgramIx)>;

/// Returns the programs that may have one of these names, in order; all programs if the catalogue stores no index.
pub(super) fn may_be_called(catalog: &Catalog, names: &[&str]) -> Vec<ProgramIx> {
    let found: Option<Vec<Vec<ProgramIx>>> = names.iter().map(|name| stored(catalog, name)).collect();
    let Some(found) = found else { return catalog.all().collect() };
    let mut programs = found.concat();
    programs.retain(|program| (program.0 as usize) < catalog.len());
    programs.sort_unstable();
    programs.dedup();
    programs
}

fn stored(catalog: &Catalog, name: &str) -> Option<Vec<ProgramIx>> {
    let (group, own) = place(name, catalog.len());
    let group: Group = catalog.part(NAMES, group)?;
    Some(group.into_iter().filter(|(hash, _)| *hash == own).map(|(_, program)| program).collect())
}

/// Returns the bucket of a name, and the part of its hash that is stored there.
fn place(name: &str, programs: usize) -> (usize, u32) {
    let hash = XxHash3_64::oneshot(name.as_bytes());
    ((hash as u32) as usize % groups(programs), (hash >> 32) as u32)
}

fn groups(programs: usize) -> usize {
    programs / IN_A_GROUP + 1
}

fn sections(catalog: &Catalog) -> Vec<SectionBytes> {
    let mut stored: Vec<Group> = vec![Group::new(); groups(catalog.len())];
    for (ix, program) in catalog.all().zip(catalog.programs()) {
        for name in names_of(&program) {
            let (group, hash) = place(name, catalog.len());
            stored[group].push((hash, ix));
        }
    }
    vec![(NAMES, pack_parts(stored))]
}

/// Returns the title and the former name of a program.
fn names_of(program: &Program) -> impl Iterator<Item = &str> {
    let former = program.former_name.value().map(Text::as_str);
    std::iter::once(program.title.as_str()).chain(former)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_found_by_each_of_its_names_whether_or_not_they_are_stored() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let bare = Catalog::unpack(catalog.pack(Vec::new()).expect("a packed form")).expect("a catalogue");
        assert_eq!(may_be_called(&bare, &["whatever"]).len(), bare.len());
        let mut read = 0;
        for (ix, program) in catalog.all().zip(catalog.programs()) {
            for name in names_of(&program) {
                let found = may_be_called(&catalog, &[name, "no program is called so"]);
                assert!(found.contains(&ix), "{name}");
                read += found.len();
            }
        }
        assert!(read < 2 * catalog.len(), "{read} records are read for {} programs", catalog.len());
        assert!(may_be_called(&catalog, &["no program is called so"]).is_empty());
    }
}
