//! Programs asked for by words: which program of the catalogue is meant, and, where none is, what is known about it and
//! what is near - in the field and at the institution that were named. A record is never invented: what is told rests on
//! the table of findings of the questionnaire and on the flags of the guide.

use super::evaluate::handle;
use super::field::starts_a_word;
use super::grounds::{Words, or_list};
use super::names::{fold, holds_phrase, telling_words, without_phrase};
use super::questionnaire::Finding;
use super::{Standing, WhyNot};
use crate::catalog::{InstitutionIx, Kind, Program, nearest, printable, sentence};
use crate::guide::Guide;

/// The most programs named of a field, and of an institution.
const MOST_NEAR: usize = 3;

/// A match with the field that was named from this value on is near.
const NEAR: f64 = 0.6;

/// Words that do not tell programs apart.
const NOISE: [&str; 4] = ["program", "programme", "certificate", "edx"];

/// What was asked for, taken apart.
struct Asked {
    institutions: Vec<InstitutionIx>,
    kind: Option<Kind>,
    /// What remains when the kind is taken out.
    name: String,
    /// What remains when institutions and kind are taken out.
    topic: String,
}

impl Asked {
    /// Whether a program is of the institution and the kind that were named, if any.
    fn fits(&self, program: &Program) -> bool {
        let is_theirs =
            self.institutions.is_empty() || self.institutions.iter().any(|ix| program.institutions().contains(ix));
        is_theirs && self.kind.as_ref().is_none_or(|kind| program.kind() == kind)
    }
}

impl Words<'_> {
    /// The program that is meant by an id, a title, or an institution and words of a title: the only one that fits best.
    pub(super) fn meant(&self, typed: &str) -> Option<usize> {
        if let Some(ix) = self.catalog.find(typed) {
            return Some(ix.0 as usize);
        }
        let whole = fold(typed);
        let by_title = self.only(|program| fold(&program.title) == whole);
        by_title.or_else(|| self.by_parts(&self.take_apart(&whole)))
    }

    fn by_parts(&self, asked: &Asked) -> Option<usize> {
        telling_words(&asked.topic).next()?;
        let has_title = |program: &Program| {
            let title = fold(&program.title);
            [&asked.name, &asked.topic].iter().any(|name| telling_words(&title).eq(telling_words(name)))
        };
        let has_words = |program: &Program| {
            let title = fold(&program.title);
            // A word or two out of a long title do not yet name it.
            let is_most = 2 * telling_words(&asked.topic).count() >= telling_words(&title).count();
            is_most && telling_words(&asked.topic).all(|word| starts_a_word(&title, word))
        };
        let exact = self.fitting(|program| asked.fits(program) && has_title(program));
        if exact.is_empty() {
            self.only(|program| asked.fits(program) && has_words(program))
        } else {
            self.only_one(&exact)
        }
    }

    fn every_row(&self) -> std::ops::Range<usize> {
        0..self.catalog.len()
    }

    /// The only program that fits; of several, the only one of the latest list.
    fn only(&self, fits: impl Fn(&Program) -> bool) -> Option<usize> {
        self.only_one(&self.fitting(fits))
    }

    /// The programs that fit, by one pass that keeps none of them.
    fn fitting(&self, fits: impl Fn(&Program) -> bool) -> Vec<usize> {
        let programs = self.catalog.programs().enumerate();
        programs.filter(|(_, program)| fits(program)).map(|(row, _)| row).collect()
    }

    fn only_one(&self, all: &[usize]) -> Option<usize> {
        let current: Vec<usize> = all.iter().copied().filter(|row| self.engine.programs[*row].is_current).collect();
        match (all, current.as_slice()) {
            ([one], _) | (_, [one]) => Some(*one),
            _ => None,
        }
    }

    fn take_apart(&self, whole: &str) -> Asked {
        let (institutions, rest) = self.engine.reader.names.institutions_in(whole);
        let named = |kind: &&Kind| holds_phrase(&rest, &fold(kind.name()));
        let kind = self.catalog.programs().map(|program| program.kind().clone()).find(|kind| named(&kind));
        let bare = kind.as_ref().map_or(rest.clone(), |kind| without_phrase(&rest, &fold(kind.name())));
        let name = kind.as_ref().map_or(whole.to_owned(), |kind| without_phrase(whole, &fold(kind.name())));
        Asked { institutions, kind, name: without_noise(&name), topic: without_noise(&bare) }
    }

    /// The answer to a program that the catalogue does not have.
    pub(super) fn not_in_catalog(&self, typed: &str) -> WhyNot {
        let name = printable(typed.trim());
        let whole = fold(typed);
        let findings: Vec<&Finding> =
            self.engine.reader.questionnaire.findings.iter().filter(|finding| finding.is_about(&whole)).collect();
        let near = findings.iter().find_map(|finding| finding.near.as_deref());
        let asked = self.take_apart(&near.map_or(whole, fold));
        let mut notes: Vec<String> = findings.iter().map(|finding| told(finding)).collect();
        let kind = findings.iter().find_map(|finding| finding.kind.as_deref());
        let mut instead = self.like_spelled(typed, &mut notes);
        let in_field = self.near_in_field(&asked, kind);
        self.name_near(&format!("Nearest about {}", asked.topic), &in_field, &mut notes);
        let named: Vec<usize> = instead.iter().chain(&in_field).copied().collect();
        let theirs = self.near_at_institution(&asked, &named);
        let shorts = or_list(&[self.shorts(&asked.institutions)]);
        self.name_near(&format!("By {shorts} there is"), &theirs, &mut notes);
        instead.extend(in_field.iter().chain(&theirs));
        let mut seen = std::collections::BTreeSet::new();
        instead.retain(|row| seen.insert(*row));
        WhyNot {
            id: name.clone().into_owned(),
            program: None,
            standing: Standing::NotInCatalog,
            rank: None,
            headline: format!("The catalogue has no program called \"{name}\"."),
            reasons: Vec::new(),
            lost_on: Vec::new(),
            nearest: None,
            nearest_says: "A program that is not in the catalogue cannot be let in by an answer.".to_owned(),
            notes,
            instead: instead.into_iter().map(handle).collect(),
        }
    }

    /// The program whose id or title is spelled almost so.
    fn like_spelled(&self, typed: &str, to: &mut Vec<String>) -> Vec<usize> {
        let titles = self.catalog.programs().map(|program| program.title.clone());
        let near = nearest(typed, self.catalog.ids().chain(titles))
            .and_then(|name| self.catalog.programs().position(|program| program.id == *name || program.title == *name));
        // An institution and a field swapped for others make no slip of the pen: three letters in four have to stand.
        let is_slip = |row: &usize| {
            let program = self.program(*row);
            let like = |name: &str| strsim::normalized_damerau_levenshtein(&fold(typed), &fold(name));
            like(&program.id).max(like(&program.title)) >= 0.8
        };
        let found: Vec<usize> = near.into_iter().filter(is_slip).collect();
        self.name_near("Spelled almost so", &found, to);
        found
    }

    /// The programs nearest to the topic, those of a kind first, each of another institution.
    fn near_in_field(&self, asked: &Asked, kind: Option<&str>) -> Vec<usize> {
        if telling_words(&asked.topic).next().is_none() {
            return Vec::new();
        }
        let values = self.about(&asked.topic);
        let value = |row: usize| values[row];
        let words = |row: usize| telling_words(&fold(&self.program(row).title)).count();
        let is_other_kind = |row: usize| {
            let own = self.program(row).kind();
            kind.is_some_and(|kind| own.slug() != kind) || asked.kind.as_ref().is_some_and(|kind| own != kind)
        };
        let mut rows: Vec<usize> =
            self.every_row().filter(|row| self.engine.programs[*row].is_current && value(*row) >= NEAR).collect();
        rows.sort_by(|a, b| {
            let by_words = |row: usize| (words(row), self.engine.programs[row].by_title);
            let by_kind = is_other_kind(*a).cmp(&is_other_kind(*b));
            by_kind.then(value(*b).total_cmp(&value(*a))).then_with(|| by_words(*a).cmp(&by_words(*b)))
        });
        let mut schools: Vec<&[InstitutionIx]> = Vec::new();
        rows.retain(|row| {
            let own = self.program(*row).institutions();
            let is_new = own.is_empty() || !schools.contains(&own);
            schools.push(own);
            is_new
        });
        rows.truncate(MOST_NEAR);
        rows
    }

    /// How much every program is about a topic.
    fn about(&self, topic: &str) -> Vec<f64> {
        let reader = self.engine.reader;
        let wish = reader.fields.wish(&[topic.to_owned()], false, reader.questionnaire, reader.names);
        wish.matches.iter().map(|found| found.value.mid).collect()
    }

    /// Programs of the institutions that were named, those of the latest list first.
    fn near_at_institution(&self, asked: &Asked, already: &[usize]) -> Vec<usize> {
        if asked.institutions.is_empty() {
            return Vec::new();
        }
        let is_theirs = |row: &usize| {
            let own = &self.engine.programs[*row].institutions;
            asked.institutions.iter().any(|ix| own.contains(ix)) && !already.contains(row)
        };
        let mut rows: Vec<usize> = self.every_row().filter(is_theirs).collect();
        let values = self.about(&asked.topic);
        rows.sort_by(|a, b| {
            let place = |row: usize| (!self.engine.programs[row].is_current, self.engine.programs[row].by_title);
            let by_list = place(*a).0.cmp(&place(*b).0);
            by_list.then(values[*b].total_cmp(&values[*a])).then(place(*a).1.cmp(&place(*b).1))
        });
        rows.truncate(MOST_NEAR);
        rows
    }

    fn name_near(&self, before: &str, rows: &[usize], to: &mut Vec<String>) {
        if rows.is_empty() {
            return;
        }
        let name = |row: &usize| {
            let older = if self.program(*row).is_offered() { "" } else { ", of an older list" };
            format!("{}, {}{older}", self.name(*row), self.a_kind(*row))
        };
        let names: Vec<String> = rows.iter().map(name).collect();
        to.push(format!("{before}: {}.", names.join("; ")));
    }
}

fn without_noise(text: &str) -> String {
    text.split_whitespace().filter(|word| !NOISE.contains(word)).collect::<Vec<_>>().join(" ")
}

/// What the guide found about it, with what more is recorded.
fn told(finding: &Finding) -> String {
    let flag = Guide::embedded().flags.into_iter().find(|flag| flag.id == finding.flag);
    let found = flag.map(|flag| format!("{}: {}", flag.about, flag.finding)).unwrap_or_default();
    let all = [found.as_str(), &finding.says].into_iter().filter(|text| !text.is_empty()).map(sentence);
    format!("{} ({})", all.collect::<Vec<_>>().join(" "), finding.flag)
}
