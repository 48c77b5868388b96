//! The programs about a field, each with the strength and the reason of the match, in the order of programs, so that
//! unions and intersections take one pass over both.

use std::cmp::Ordering;

use crate::catalog::ProgramIx;
use crate::topics::TopicIx;

use super::filter::Facet;
use super::topics::Relation;

/// Why a program is about a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The field is its title, or the title of one of its courses.
    Name,
    /// It has this topic or a narrower one.
    Topic(TopicIx),
    /// It is filed under this subject.
    Subject(String),
    /// The word is in its title.
    Title(String),
    /// The word is one of its skills.
    Skill(String),
    /// The word is in the title of one of its courses.
    Course(String),
}

/// How a program matches a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldMatch {
    /// How closely it matches.
    pub relation: Relation,
    /// Why it matches.
    pub reason: Reason,
}

/// The programs that are about a field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FieldMatches {
    pub(super) matches: Matches,
    /// Whether no program matches everything that was named, so that these match only some of it.
    pub is_partial: bool,
    /// The words that were ignored, because no program has them together with the rest.
    pub ignored: Vec<String>,
    /// Words that were widened to topics, with these topics: the words are in no title, skill or course of the programs
    /// found.
    pub widened: Vec<(String, Vec<TopicIx>)>,
    /// The kinds of credential and languages that were named with the field, to which the programs are restricted.
    pub forms: Vec<(Facet, String)>,
    /// The programs about the field that are also about what the person is, in order; empty if that tells none apart.
    pub for_person: Vec<ProgramIx>,
    /// The programs that match and have a part on something that was denied, in order, each with how it matches apart
    /// from that.
    pub touching: Vec<(ProgramIx, Relation)>,
    /// The programs that match but are about something that was excluded, in order.
    pub left_out: Vec<ProgramIx>,
}

/// Programs in order, without duplicates.
pub(super) type Matches = Vec<(ProgramIx, FieldMatch)>;

impl FieldMatches {
    /// Returns how a program matches the field; `None` if it does not.
    pub fn of(&self, program: ProgramIx) -> Option<&FieldMatch> {
        let at = self.matches.binary_search_by_key(&program, |(own, _)| *own).ok()?;
        Some(&self.matches[at].1)
    }

    /// Returns how a program matches apart from a part on something that was denied; `None` if it has no such part.
    pub fn apart_from_denied(&self, program: ProgramIx) -> Option<Relation> {
        let at = self.touching.binary_search_by_key(&program, |(own, _)| *own).ok()?;
        Some(self.touching[at].1)
    }

    /// Returns all matching programs, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (ProgramIx, &FieldMatch)> {
        self.matches.iter().map(|(program, found)| (*program, found))
    }

    /// Removes the programs about what was excluded, if any that `is_offered` remains. Programs that only have a part
    /// on it match in part.
    pub(super) fn without(mut self, denied: &Self, is_offered: impl Fn(ProgramIx) -> bool) -> Self {
        let is_about = |program| denied.of(program).is_some_and(|found| found.relation != Relation::Part);
        let leaves_any = self.matches.iter().any(|(program, _)| is_offered(*program) && !is_about(*program));
        let (out, mut matches): (Matches, Matches) =
            self.matches.into_iter().partition(|(program, _)| leaves_any && is_about(*program));
        self.touching.clear();
        for (program, found) in matches.iter_mut().filter(|(program, _)| denied.of(*program).is_some()) {
            self.touching.push((*program, found.relation));
            found.relation = Relation::Part;
        }
        self.left_out = out.into_iter().map(|(program, _)| program).collect();
        Self { matches, ..self }
    }

    /// Whether no program matches.
    pub fn is_empty(&self) -> bool {
        self.matches.is_empty()
    }
}

/// Sorts matches; of several for one program, keeps the closest.
pub(super) fn in_order(mut matches: Matches) -> Matches {
    matches.sort_by_key(|(program, found)| (*program, found.relation));
    matches.dedup_by_key(|(program, _)| *program);
    matches
}

/// Returns the union of both; a program in both keeps the closer match.
pub(super) fn joined(one: Matches, other: Matches) -> Matches {
    if one.is_empty() || other.is_empty() {
        return if one.is_empty() { other } else { one };
    }
    let mut all = Matches::with_capacity(one.len().max(other.len()));
    let (mut one, mut other) = (one.into_iter().peekable(), other.into_iter().peekable());
    loop {
        let order = match (one.peek(), other.peek()) {
            (Some((a, _)), Some((b, _))) => a.cmp(b),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => return all,
        };
        let own = if order == Ordering::Greater { None } else { one.next() };
        let found = if order == Ordering::Less { None } else { other.next() };
        all.extend(match (own, found) {
            (Some(own), Some(found)) if found.1.relation < own.1.relation => Some(found),
            (own, found) => own.or(found),
        });
    }
}

/// Returns the intersection; a program keeps its weakest match.
pub(super) fn all_of<'m>(mut all: impl Iterator<Item = &'m Matches>) -> Matches {
    let Some(mut left) = all.next().cloned() else { return Matches::new() };
    for other in all {
        let mut rest = other.iter().peekable();
        left.retain_mut(|(program, found)| {
            while rest.next_if(|(other, _)| other < program).is_some() {}
            let Some((_, other)) = rest.next_if(|(other, _)| other == program) else { return false };
            if other.relation > found.relation {
                *found = other.clone();
            }
            true
        });
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(programs: &[(u32, Relation)]) -> Matches {
        let found = |relation| FieldMatch { relation, reason: Reason::Name };
        in_order(programs.iter().map(|(program, relation)| (ProgramIx(*program), found(*relation))).collect())
    }

    #[test]
    fn what_is_denied_is_left_out_unless_nothing_else_is_offered() {
        use Relation::{About, Narrower, Part};
        let wanted =
            || FieldMatches { matches: matches(&[(1, About), (2, About), (3, About)]), ..FieldMatches::default() };
        let denied = |list| FieldMatches { matches: matches(list), ..FieldMatches::default() };
        let some = wanted().without(&denied(&[(1, Narrower), (2, Part)]), |_| true);
        assert_eq!((some.matches, some.left_out), (matches(&[(2, Part), (3, About)]), vec![ProgramIx(1)]));
        let all = wanted().without(&denied(&[(1, About), (2, About)]), |program| program != ProgramIx(3));
        assert_eq!((all.matches, all.left_out), (matches(&[(1, Part), (2, Part), (3, About)]), vec![]));
    }

    #[test]
    fn a_union_keeps_the_nearer_match_and_an_intersection_the_farther() {
        use Relation::{About, Narrower, Part};
        let (one, other) = (matches(&[(4, Part), (1, About), (4, About)]), matches(&[(1, Part), (3, Narrower)]));
        assert_eq!(joined(one.clone(), other.clone()), matches(&[(1, About), (3, Narrower), (4, About)]));
        assert_eq!(joined(other.clone(), one.clone()), joined(one.clone(), other.clone()));
        assert_eq!(all_of([&one, &other].into_iter()), matches(&[(1, Part)]));
        assert_eq!((joined(one.clone(), Matches::new()), all_of([&one, &Matches::new()].into_iter())), (one, vec![]));
    }
}
