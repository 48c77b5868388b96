//! What to take first, if the recommended program starts above the user's level. A first step prepares only by what is
//! on record: what the program asks for or advises beforehand, or the same field at a lower level. It never counts as
//! credit.

use super::evaluate::handle;
use super::limits::bits_of;
use super::on_record::Side;
use super::view::Case;
use super::warnings::starts_within;
use crate::advise::advice::{Prepares, Stack};
use crate::advise::preferences::bit;
use crate::advise::question::Question;
use crate::catalog::{Prerequisites, Program, Strength};
use crate::topics::{TopicIx, Vocabulary, topics_of};

/// Returns a certificate that prepares for a program above the user's level, and that is still possible, shares a
/// language with it and starts at the user's level: one about what is asked for beforehand, whatever its field, or else
/// one in the same field. `None` if there is no level gap or no such certificate.
pub(crate) fn stack(case: &Case<'_>, top: usize) -> Option<Stack> {
    if !case.view.has_level_gap(top) {
        return None;
    }
    let target = case.view.program(top);
    let is_within_reach = |row: usize| {
        let wanted = &case.view.features(top).languages;
        let shares_language = || case.view.features(row).languages.iter().any(|language| wanted.contains(language));
        row != top && starts_within(&case.view, row) && shares_language()
    };
    let shares_field = |row: usize| {
        let field = case.view.program(row).fields().first();
        field.is_some_and(|field| Some(field) == target.fields().first())
    };
    let asked = asked_beforehand(target);
    let about_asked = |row: usize| {
        let own = topics_of(case.view.catalog, handle(row), case.view.program(row));
        let about = own.iter().filter(|own| own.strength == Strength::About).map(|own| own.topic);
        about.filter(|topic| asked.contains(topic)).min()
    };
    let mut by_asked = certificates(case, bits_of(Question::Field)).into_iter().filter(|row| is_within_reach(*row));
    let by_asked = by_asked.find_map(|row| Some((row, Prepares::Asked(about_asked(row)?))));
    let by_level = || certificates(case, 0).into_iter().find(|row| is_within_reach(*row) && shares_field(*row));
    let (first, prepares) = by_asked.or_else(|| Some((by_level()?, Prepares::Level)))?;
    Some(Stack { first: handle(first), then: handle(top), prepares })
}

/// Returns the rows of the certificates that are still possible, in order. A program that only prepares does not need
/// to carry credit itself, nor to pass the `other` limits.
fn certificates(case: &Case<'_>, other: u16) -> Vec<usize> {
    let spared = bit(Question::Credit) | other;
    let certificates = case.view.engine.rank_sparing(spared, case.evaluation, |side| side == Side::Certificate);
    certificates.into_iter().map(|standing| standing.row).collect()
}

/// Returns the topics named in what a program asks for or advises beforehand.
fn asked_beforehand(program: &Program) -> Vec<TopicIx> {
    let asked = program.prerequisites.shown().filter(|claim| !Prerequisites::of(&claim.value).is_nothing());
    asked.map(|claim| Vocabulary::embedded().named_in(&claim.value)).unwrap_or_default()
}
