//! The promises of the shipped catalogue.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::{nothing, read};
use crate::catalog::{Basis, Catalog, CourseIx, FactKey, Program, SourceIx, Status};

fn shipped() -> Catalog {
    Catalog::embedded().expect("the shipped catalogue")
}

#[test]
fn the_shipped_catalogue_is_what_its_json_says() {
    let shipped = shipped();
    let json = include_str!("../../../../assets/catalog.json");
    let read = read(json.to_owned()).expect("the shipped catalogue");
    assert_eq!((&shipped.name, &shipped.as_of), (&read.name, &read.as_of));
    assert_eq!(shipped.sources, read.sources);
    assert_eq!(shipped.institutions, read.institutions);
    assert!(shipped.programs().eq(read.programs()));
    assert_eq!(shipped.course_count(), read.course_count());
    for ix in (0..read.course_count() as u32).map(CourseIx) {
        assert_eq!(shipped.course(ix), read.course(ix));
    }
    assert_eq!(shipped.hash(), read.hash());
}

#[test]
fn the_shipped_catalogue_holds_780_programs() {
    let mut counts: BTreeMap<(Status, String), usize> = BTreeMap::new();
    let catalog = shipped();
    for program in catalog.programs() {
        let status = *program.status.value().expect("a status");
        *counts.entry((status, program.kind().slug())).or_default() += 1;
    }
    let expected = [
        (Status::Current, "professional-certificate", 566),
        (Status::Current, "micromasters", 43),
        (Status::Current, "microbachelors", 10),
        (Status::Moved, "micromasters", 7),
        (Status::Older, "professional-certificate", 73),
        (Status::Older, "micromasters", 35),
        (Status::Older, "microbachelors", 10),
        (Status::Older, "xseries", 26),
        (Status::Older, "masters", 8),
        (Status::Older, "other:Kind not on record", 2),
    ];
    assert_eq!(counts, expected.map(|(status, kind, count)| ((status, kind.to_owned()), count)).into());
    assert_eq!(counts.values().sum::<usize>(), 780);
}

/// An alias that is a word of the institution's own name is no conflict: Google Cloud is found under Google anyway.
#[test]
fn no_two_institutions_go_by_one_name() {
    let institutions = shipped().institutions;
    let mut owner: BTreeMap<String, &str> = BTreeMap::new();
    for one in &institutions {
        assert_eq!(owner.insert(one.name.to_lowercase(), &one.key), None, "{}", one.name);
    }
    for one in &institutions {
        for alias in one.aliases.iter().filter(|alias| !one.name.split(' ').any(|word| word == alias.as_str())) {
            let named_so = owner.get(&alias.to_lowercase()).copied().unwrap_or(&one.key);
            assert_eq!(named_so, one.key.as_str(), "{} is also called {alias}", one.key);
        }
    }
}

#[test]
fn a_field_that_was_inferred_or_set_by_hand_says_when() {
    for program in shipped().programs() {
        for claim in program.fields.claims() {
            let by_hand = matches!(claim.basis, Basis::Inferred | Basis::Editorial);
            assert!(!by_hand || claim.as_of.newest() > 0, "{}: {:?}", program.id, claim.as_of);
        }
    }
}

#[test]
fn every_source_of_the_shipped_catalogue_is_used() {
    let catalog = shipped();
    let mut used: BTreeSet<SourceIx> = catalog.programs().flat_map(|one| sources_of(&one, &catalog)).collect();
    let cited: HashSet<CourseIx> =
        catalog.programs().flat_map(|one| one.course_list.clone()).map(|part| part.course).collect();
    for course in cited.into_iter().map(|id| catalog.course(id)) {
        used.extend(course.weeks.claims().iter().map(|claim| claim.source));
        used.extend(course.workload.claims().iter().map(|claim| claim.source));
        used.extend(course.price.claims().iter().map(|claim| claim.source));
        used.extend(course.pacing.claims().iter().map(|claim| claim.source));
        used.extend(course.level.claims().iter().map(|claim| claim.source));
    }
    let unused: Vec<&str> = (0..catalog.sources.len())
        .map(|ix| SourceIx(ix as u16))
        .filter(|ix| !used.contains(ix))
        .map(|ix| catalog.source(ix).id.as_str())
        .collect();
    assert_eq!(unused, nothing());
}

fn sources_of(program: &Program, catalog: &Catalog) -> Vec<SourceIx> {
    let of_facts = FactKey::ALL.iter().flat_map(|key| program.claims(*key, catalog));
    let of_facts = of_facts.filter_map(|cell| cell.origin).map(|origin| origin.source);
    of_facts.chain(program.pathways.iter().map(|pathway| pathway.source)).collect()
}
