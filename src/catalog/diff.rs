//! The difference between two catalogues: programs that were added, removed, moved to another platform or renamed, and
//! every fact of the remaining ones that is now shown differently. Programs are matched by id. If an id has disappeared
//! and another has appeared, a shared identifier, a shared address, a recorded successor or a former name shows that
//! both are the same program; a similar title at the same school only suggests it, and is marked as a guess. Different
//! identifiers of a family of which a program has only one show that they are not the same.

use std::collections::{BTreeMap, HashMap};

use super::{Basis, Catalog, Cell, CourseUse, FactKey, Pathway, Program, ProgramIx, Status, Text, price_words};

/// The least similarity of two titles of one school and kind at which they are guessed to be the same
/// program; 1 means equal.
const ALIKE: f64 = 0.75;

/// A program of one of the catalogues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The id of the program.
    pub id: Text,
    /// The title of the program.
    pub title: Text,
}

/// A program that moved to another platform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The program as it is in the new catalogue.
    pub program: Named,
    /// The platform that it moved to; `None` if that is not on record.
    pub platform: Option<Text>,
    /// Its page there; `None` if that is not on record.
    pub url: Option<Text>,
}

/// How certain it is that two records describe the same program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// The id, an identifier, an address, a successor or a former name on record says so.
    Known,
    /// The school and the kind are the same, and the titles are similar.
    Guessed,
}

/// A program with a new title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// The old id and title.
    pub old: Named,
    /// The new id and title.
    pub new: Named,
    /// How certain it is that both are the same program.
    pub certainty: Certainty,
}

/// A fact that is shown differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The name of the fact in files.
    pub fact: &'static str,
    /// The label of the fact for people.
    pub label: &'static str,
    /// The old value in words; `unknown` if it was unknown.
    pub old: String,
    /// The new value in words; `unknown` if it is unknown.
    pub new: String,
}

/// A program with facts that are shown differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The program as it is in the new catalogue.
    pub program: Named,
    /// The changed facts, in the order of a page of facts.
    pub changes: Vec<Change>,
}

/// Everything that changed, each list in the order of the ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Programs that only the new catalogue has.
    pub added: Vec<Named>,
    /// Programs that only the old catalogue has.
    pub gone: Vec<Named>,
    /// Programs that moved to another platform.
    pub moved: Vec<Moved>,
    /// Programs with a new title.
    pub renamed: Vec<Renamed>,
    /// Programs with facts that are shown differently.
    pub changed: Vec<Changed>,
}

impl Difference {
    /// Compares an old catalogue with a new one.
    pub fn between(old: &Catalog, new: &Catalog) -> Self {
        let mut difference = Self::default();
        let pairs = pairs(old, new);
        let known: std::collections::BTreeSet<ProgramIx> = pairs.values().map(|(ix, _)| *ix).collect();
        for ix in new.all().filter(|ix| !pairs.contains_key(ix)) {
            difference.added.push(named(new.program(ix)));
        }
        for ix in old.all().filter(|ix| !known.contains(ix)) {
            difference.gone.push(named(old.program(ix)));
        }
        for (new_ix, (old_ix, certainty)) in &pairs {
            difference.compare((old, old.program(*old_ix)), (new, new.program(*new_ix)), *certainty);
        }
        difference
    }

    /// Splits the difference in two: the entries about the programs that `is_meant` selects, and the rest.
    pub fn part(self, is_meant: impl Fn(&Named) -> bool) -> (Self, Self) {
        let (mut meant, mut rest) = (Self::default(), Self::default());
        (meant.added, rest.added) = self.added.into_iter().partition(&is_meant);
        (meant.gone, rest.gone) = self.gone.into_iter().partition(&is_meant);
        (meant.moved, rest.moved) = self.moved.into_iter().partition(|one| is_meant(&one.program));
        let is_renamed = |one: &Renamed| is_meant(&one.old) || is_meant(&one.new);
        (meant.renamed, rest.renamed) = self.renamed.into_iter().partition(is_renamed);
        (meant.changed, rest.changed) = self.changed.into_iter().partition(|one| is_meant(&one.program));
        (meant, rest)
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn compare(&mut self, old: (&Catalog, &Program), new: (&Catalog, &Program), certainty: Certainty) {
        let (was, is) = (old.1, new.1);
        // A new id alone is no new name.
        if was.title != is.title {
            self.renamed.push(Renamed { old: named(was), new: named(is), certainty });
        }
        if is.status() == Status::Moved && was.status() != Status::Moved {
            let relocation = is.relocation();
            let platform = relocation.and_then(|relocation| relocation.platform).cloned();
            let url = relocation.and_then(|relocation| relocation.url).cloned();
            self.moved.push(Moved { program: named(is), platform, url });
        }
        let changes = changes(old, new);
        if !changes.is_empty() {
            self.changed.push(Changed { program: named(is), changes });
        }
    }
}

fn named(program: &Program) -> Named {
    Named { id: program.id.clone(), title: program.title.clone() }
}

/// A program with its catalogue.
type Placed<'c> = (&'c Catalog, &'c Program);

/// The slug and the label of facts that are a list, and how they are told.
type List = (&'static str, &'static str, fn(Placed<'_>) -> Vec<String>);

/// All facts that are shown differently, and the list of courses if it differs.
fn changes(old: Placed<'_>, new: Placed<'_>) -> Vec<Change> {
    let change = |key: FactKey| {
        let (was, is) = (shown(old, key), shown(new, key));
        (was != is).then(|| Change { fact: key.slug(), label: key.label(), old: was, new: is })
    };
    let id = (old.1.id != new.1.id && old.1.title == new.1.title).then(|| Change {
        fact: "id",
        label: "Its id",
        old: old.1.id.to_string(),
        new: new.1.id.to_string(),
    });
    let mut changes: Vec<Change> =
        FactKey::ALL.into_iter().filter(|key| !are_estimates(*key, old, new)).filter_map(change).collect();
    changes.extend(id);
    let lists: [List; 3] = [
        ("course_list", "Its courses", courses),
        ("course_facts", "Facts of its courses", course_facts),
        ("pathways", "Where it counts", pathways),
    ];
    for (fact, label, list) in lists {
        let (was, is) = (list(old), list(new));
        if was != is {
            // Of facts that are many, those that stayed say nothing.
            let without = |all: &[String], others: &[String]| {
                let left: Vec<&str> = all
                    .iter()
                    .filter(|one| fact == "course_list" || !others.contains(one))
                    .map(String::as_str)
                    .collect();
                if left.is_empty() { Cell::UNKNOWN.to_owned() } else { left.join("; ") }
            };
            changes.push(Change { fact, label, old: without(&was, &is), new: without(&is, &was) });
        }
    }
    changes
}

/// A fact as it is shown, but a price as it is claimed: its conversion changes with every rate.
fn shown((catalog, program): Placed<'_>, key: FactKey) -> String {
    let claimed = program.price.shown().filter(|claim| key == FactKey::Price && claim.basis != Basis::Estimated);
    claimed.map_or_else(|| program.cell(key, catalog).text, price_words::dated)
}

/// Whether both values are estimates, which change with every program that is added.
fn are_estimates(key: FactKey, old: Placed<'_>, new: Placed<'_>) -> bool {
    let is_estimate = |(catalog, program): Placed<'_>| {
        program.cell(key, catalog).origin.is_some_and(|origin| origin.basis == Basis::Estimated)
    };
    is_estimate(old) && is_estimate(new)
}

fn courses((catalog, program): Placed<'_>) -> Vec<String> {
    program.course_list.iter().map(|part| catalog.course(part.course).title.to_string()).collect()
}

/// What is on record about the courses of a program.
fn course_facts((catalog, program): Placed<'_>) -> Vec<String> {
    let of_course = |part: &CourseUse| {
        let course = catalog.course(part.course);
        let facts = [
            course.weeks.shown().map(|claim| format!("{} weeks", claim.value)),
            course.workload.shown().map(|claim| format!("{} hours a week", claim.value)),
            course.price.shown().map(|claim| claim.value.money.to_string()),
            course.pacing.shown().map(|claim| claim.value.name().to_owned()),
            course.level.shown().map(|claim| claim.value.name().to_owned()),
            course.url.as_ref().map(ToString::to_string),
        ];
        let title = &course.title;
        facts.into_iter().flatten().map(|fact| format!("{title}: {fact}")).collect::<Vec<_>>()
    };
    program.course_list.iter().flat_map(of_course).collect()
}

/// Where a program is accepted, for what, and whether it still is.
fn pathways((_, program): (&Catalog, &Program)) -> Vec<String> {
    let in_words = |pathway: &Pathway| {
        let degree = pathway.program.as_ref().map(|degree| format!(", {degree}")).unwrap_or_default();
        let amount = pathway.amount.as_ref().map(|amount| format!(", {amount}")).unwrap_or_default();
        format!("{}{degree}{amount} ({}, {})", pathway.institution, pathway.counts.name(), pathway.status.name())
    };
    program.pathways.iter().map(in_words).collect()
}

/// For each new program that has one, the matching old program.
fn pairs(old: &Catalog, new: &Catalog) -> BTreeMap<ProgramIx, (ProgramIx, Certainty)> {
    let mut pairs = BTreeMap::new();
    for ix in new.all() {
        if let Some(same) = old.find(&new.program(ix).id) {
            pairs.insert(ix, (same, Certainty::Known));
        }
    }
    let mut left: Vec<ProgramIx> = old.all().filter(|ix| new.find(&old.program(*ix).id).is_none()).collect();
    let come: Vec<ProgramIx> = new.all().filter(|ix| !pairs.contains_key(ix)).collect();
    for (is, was) in sharing_an_identifier((old, &left), (new, &come)) {
        pairs.insert(is, (was, Certainty::Known));
        left.retain(|ix| *ix != was);
    }
    for certainty in [Certainty::Known, Certainty::Guessed] {
        for ix in &come {
            if pairs.contains_key(ix) {
                continue;
            }
            let is_same = |was: &ProgramIx| is_one((old, old.program(*was)), (new, new.program(*ix)), certainty);
            // If two old programs match, neither is taken, because either could be meant.
            let mut found = left.iter().enumerate().filter(|(_, was)| is_same(was)).map(|(at, _)| at);
            if let (Some(at), None) = (found.next(), found.next()) {
                pairs.insert(*ix, (left.remove(at), certainty));
            }
        }
    }
    pairs
}

/// The added programs that share an identifier with a removed one, each with that one. An identifier that two programs
/// of one catalogue have identifies neither.
fn sharing_an_identifier(
    (old, left): (&Catalog, &[ProgramIx]),
    (new, come): (&Catalog, &[ProgramIx]),
) -> Vec<(ProgramIx, ProgramIx)> {
    let (owners, owned) = (owners(old, left), owners(new, come));
    let is_only = |ix: ProgramIx, identifier: &Text| owned.get(identifier) == Some(&Some(ix));
    let mut shared = Vec::new();
    for ix in come {
        let only = new.program(*ix).identifiers.iter().filter(|identifier| is_only(*ix, identifier));
        let mut found: Vec<ProgramIx> = only.filter_map(|identifier| *owners.get(identifier)?).collect();
        found.dedup();
        if let [was] = found[..]
            && !shared.iter().any(|(_, other)| *other == was)
        {
            shared.push((*ix, was));
        }
    }
    shared
}

/// The program of each identifier; `None` for an identifier of several.
fn owners<'c>(catalog: &'c Catalog, programs: &[ProgramIx]) -> HashMap<&'c Text, Option<ProgramIx>> {
    let mut owners: HashMap<&Text, Option<ProgramIx>> = HashMap::new();
    for ix in programs {
        for identifier in &catalog.program(*ix).identifiers {
            let owner = owners.entry(identifier).or_insert(Some(*ix));
            if *owner != Some(*ix) {
                *owner = None;
            }
        }
    }
    owners
}

/// Families of identifiers of which a program has only one.
const UNIQUE: [&str; 2] = ["uuid:", "ctid:"];

/// Whether two programs have different identifiers of one of the unique families.
fn are_told_apart(was: &Program, is: &Program) -> bool {
    UNIQUE.into_iter().any(|family| {
        let (were, are) = (of_family(was, family), of_family(is, family));
        !were.is_empty() && !are.is_empty() && !were.iter().any(|one| are.contains(one))
    })
}

/// The identifiers of a program that belong to a family.
fn of_family<'p>(program: &'p Program, family: &str) -> Vec<&'p Text> {
    program.identifiers.iter().filter(|identifier| identifier.starts_with(family)).collect()
}

/// Whether a removed program and an added one are the same, at the given certainty.
fn is_one(old: (&Catalog, &Program), new: (&Catalog, &Program), certainty: Certainty) -> bool {
    let (was, is) = (old.1, new.1);
    if are_told_apart(was, is) {
        return false;
    }
    match certainty {
        Certainty::Known => {
            let is_there = was.url.is_known() && was.url.value() == is.url.value();
            let follows = was.successors.claims().iter().flat_map(|claim| &claim.value).any(|name| *name == is.id);
            let was_called = is.former_name.claims().iter().any(|claim| claim.value == was.title);
            is_there || follows || (was_called && is_alike_in_kind(old, new))
        }
        Certainty::Guessed => {
            is_alike_in_kind(old, new) && strsim::normalized_damerau_levenshtein(&was.title, &is.title) >= ALIKE
        }
    }
}

fn is_alike_in_kind(old: (&Catalog, &Program), new: (&Catalog, &Program)) -> bool {
    let schools = |(catalog, program): (&Catalog, &Program)| {
        let mut keys: Vec<Text> =
            program.institutions().iter().map(|ix| catalog.institution(*ix).key.clone()).collect();
        keys.sort();
        keys
    };
    let (were, are) = (schools(old), schools(new));
    !were.is_empty() && were == are && old.1.kind() == new.1.kind()
}
