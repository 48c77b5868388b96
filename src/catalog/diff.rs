//! The difference between two catalogues: programs that were added, removed, moved to another platform or renamed, and
//! every changed fact of the remaining ones, of their courses and of their pathways. A change from one estimate to
//! another is left out, because estimates change whenever other programs do.

mod courses;
mod facts;
mod pairs;
mod pathways;
mod removed;

use std::borrow::Cow;

use super::{Catalog, Program, ProgramIx, Status, Text};
use pairs::pairs;

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

/// A fact with another value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The name of the fact in files. A fact of a course begins with `course.`.
    pub fact: &'static str,
    /// The label of the fact for people.
    pub label: Cow<'static, str>,
    /// The old value in words; `unknown` if it was unknown.
    pub old: String,
    /// The new value in words; `unknown` if it is unknown.
    pub new: String,
    /// The percentage by which an exact price rose or, if negative, fell; `None` for any other change.
    pub percent: Option<i64>,
}

impl Change {
    /// A change of a fact; `None` if both values are worded the same.
    fn of(fact: &'static str, label: impl Into<Cow<'static, str>>, old: String, new: String) -> Option<Self> {
        (old != new).then(|| Self { fact, label: label.into(), old, new, percent: None })
    }
}

/// A program with facts that have another value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The program as it is in the new catalogue.
    pub program: Named,
    /// The changed facts, in the order of the fact page, then those of its courses and pathways.
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
    /// Programs with facts that have another value.
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
        if was.title != is.title {
            self.renamed.push(Renamed { old: named(was), new: named(is), certainty });
        }
        if is.status() == Status::Moved && was.status() != Status::Moved {
            let relocation = is.relocation();
            let platform = relocation.and_then(|relocation| relocation.platform).cloned();
            let url = relocation.and_then(|relocation| relocation.url).cloned();
            self.moved.push(Moved { program: named(is), platform, url });
        }
        let changes: Vec<Change> = facts::changes(old, new)
            .into_iter()
            .chain(courses::changes(old, new))
            .chain(pathways::changes(was, is))
            .collect();
        if !changes.is_empty() {
            self.changed.push(Changed { program: named(is), changes });
        }
    }
}

fn named(program: &Program) -> Named {
    Named { id: program.id.clone(), title: program.title.clone() }
}
