//! The wanted field, understood in the same way as a search, and how each program matches it. A program is on the field
//! if it has a topic of the field, a narrower one, or its words. All other programs are off the field, or unknown if
//! nothing is on record about what they teach.

mod matching;
mod titles;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::language::{Told, language_around, languages_of_names, languages_of_words, looks_english};
use super::school::{AtSchool, SchoolReader};
use crate::advise::interval::Interval;
use crate::advise::question::scales::FieldScale;
use crate::catalog::{Catalog, InstitutionIx, ProgramIx};
use crate::english::or_list;
use crate::names::{is_stop_word, words};
use crate::search::{Facet, FieldMatch, Named, Relation, UnderstoodPart};
use crate::topics::Part;

use matching::Matching;

/// One of the wanted fields.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct WantedPart {
    /// What was understood.
    pub(crate) understood: UnderstoodPart,
    /// The schools typed with it.
    pub(crate) schools: Vec<InstitutionIx>,
    /// The number of the name in which it is one of several fields of which one is enough; `None` if it is not.
    choice: Option<usize>,
    /// The things that it names together, if several.
    sides: Vec<WantedPart>,
    /// The things named with them that say too little alone.
    unsaid: Vec<String>,
}

/// How a program matches the wanted fields.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about the program and the fields")]
pub(crate) struct Match {
    /// The index of the field it matches best, and how; `None` if it is off all fields.
    pub(crate) on: Option<(u16, Relation)>,
    /// How much of its title names the field, from 0 to 1.
    pub(crate) in_title: f64,
    /// Whether it is about several of the fields.
    pub(crate) is_about_several: bool,
    /// Whether it is only about what the field is wanted for: about nursing, for *English for nurses*.
    pub(crate) is_for_purpose: bool,
    /// Whether it is about a field and also about what the person is: about statistics for nurses, for a nurse who wants
    /// statistics.
    pub(crate) is_for_person: bool,
    /// Whether it is one of the few whose titles have the very words of a field.
    pub(crate) has_rare_words: bool,
    /// Whether anything is on record from which a match can be told.
    pub(crate) is_known: bool,
}

impl Match {
    /// Returns the match of a program that is off all fields.
    fn blank(is_known: bool) -> Self {
        Self {
            on: None,
            in_title: 0.0,
            is_about_several: false,
            is_for_purpose: false,
            is_for_person: false,
            has_rare_words: false,
            is_known,
        }
    }

    /// Returns the value of the match on the scale.
    pub(crate) fn value(self, scale: &FieldScale) -> Interval {
        match (self.on, self.is_known) {
            (Some((_, relation)), _) => Interval::exactly(scale.of(relation, self.in_title)),
            (None, true) => Interval::exactly(0.0),
            (None, false) => Interval::UNKNOWN,
        }
    }
}

/// The wanted fields, with the match of every program.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct WantedField {
    /// The fields as the answer names them.
    pub(crate) names: Vec<String>,
    /// Whether everything off the fields is removed.
    pub(crate) only: bool,
    /// The fields that the names stand for, as they were named.
    pub(super) whole: Vec<WantedPart>,
    /// The same, with the sides of those that have to be taken apart.
    pub(crate) parts: Vec<WantedPart>,
    /// By field as it was named, whether it was taken apart.
    pub(super) is_apart: Vec<bool>,
    /// What is not wanted.
    pub(crate) denied: Vec<UnderstoodPart>,
    /// The match of each program, by row.
    pub(crate) matches: Vec<Match>,
}

/// What is known of the programs on the field about something that is not wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Denial {
    /// Programs about it are left out, or come last.
    Observed,
    /// All programs that are offered are about it, so none is left out.
    Everywhere,
    /// None is on record as having to do with it.
    NotOnRecord,
}

/// A name of a field as it was understood.
#[derive(Debug)]
struct ReadName {
    whole: Vec<WantedPart>,
    is_choice: bool,
    denied: Vec<UnderstoodPart>,
}

impl ReadName {
    fn of(name: &str, reader: SchoolReader<'_>) -> Self {
        let understood = reader.index.understand(reader.catalog, name);
        let (typed, denied) = match reader.school(name, &understood.parts) {
            Some(school) => (vec![school], Vec::new()),
            None => (understood.parts, understood.denied),
        };
        let whole: Vec<WantedPart> = typed.into_iter().flat_map(|part| WantedPart::all_of(part, reader)).collect();
        let is_choice = understood.is_choice;
        // `MIT or law` asks for either; beside several names, or behind a comma, a school is where to learn the rest.
        let is_either = is_choice && whole.len() == 2 && !is_between_schools(&whole);
        let whole = if is_either { whole } else { at_schools(whole, reader) };
        Self { whole, is_choice, denied }
    }
}

/// The names that were read last. Every trial of other answers reads the same names again, and looking up words that no
/// topic has takes long.
#[derive(Debug, Default)]
pub(crate) struct FieldMemo(Mutex<HashMap<String, Arc<ReadName>>>);

impl FieldMemo {
    /// The most names that are kept, far more than an answer has. If there are more, all are forgotten.
    const MAX_NAMES: usize = 256;

    fn read(&self, name: &str, reader: SchoolReader<'_>) -> Arc<ReadName> {
        let known = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(read) = known().get(name) {
            return Arc::clone(read);
        }
        let read = Arc::new(ReadName::of(name, reader));
        let mut known = known();
        if known.len() >= Self::MAX_NAMES {
            known.clear();
        }
        known.insert(name.to_owned(), Arc::clone(&read));
        read
    }
}

impl WantedField {
    /// Understands names of fields, those in the memo without looking them up again. `is_known` reports for a row
    /// whether anything is on record about what the program teaches.
    pub(crate) fn of(
        names: &[String],
        only: bool,
        memo: &FieldMemo,
        reader: SchoolReader<'_>,
        is_known: impl Fn(usize) -> bool,
    ) -> Self {
        let (mut whole, mut denied) = (Vec::new(), Vec::new());
        for (at, name) in names.iter().enumerate() {
            let read = memo.read(name, reader);
            let choice = read.is_choice.then_some(at);
            whole.extend(read.whole.iter().map(|part| WantedPart { choice, ..part.clone() }));
            denied.extend(read.denied.iter().cloned());
        }
        let matches = (0..reader.catalog.len()).map(|row| Match::blank(is_known(row))).collect();
        let (names, parts, is_apart) = (names.to_vec(), whole.clone(), vec![false; whole.len()]);
        Self { names, only, whole, parts, is_apart, denied, matches }.matched(reader)
    }

    /// Returns the same for a user who can study only some programs: things named together are separated if none of
    /// these programs is about all of them. `None` if that changes nothing.
    pub(crate) fn for_those_who(
        &self,
        can_study: impl Fn(ProgramIx) -> bool,
        reader: SchoolReader<'_>,
    ) -> Option<Self> {
        let is_apart: Vec<bool> = self.whole.iter().map(|part| part.needs_sides(&can_study)).collect();
        if self.is_apart == is_apart {
            return None;
        }
        let mut own = Self { is_apart, ..self.clone() };
        let all = own.whole.iter().zip(&own.is_apart);
        own.parts =
            all.flat_map(|(part, is_apart)| if *is_apart { part.sides.clone() } else { vec![part.clone()] }).collect();
        own.matches.iter_mut().for_each(|found| *found = Match::blank(found.is_known));
        Some(own.matched(reader))
    }

    /// Returns the words that were ignored, because no program has them together with the rest of what was typed; none
    /// of a field of which nothing was found.
    pub(crate) fn ignored(&self) -> impl Iterator<Item = &str> {
        let found = self.whole.iter().zip(&self.is_apart);
        let found = found.filter(|(part, is_apart)| **is_apart || !part.understood.matches.is_empty());
        found.flat_map(|(part, _)| part.understood.matches.ignored.iter().map(String::as_str))
    }

    /// Returns the fields that were taken apart, in the user's words, each with what is not among the parts.
    pub(crate) fn taken_apart(&self) -> impl Iterator<Item = (&str, &[String])> {
        let apart = self.whole.iter().zip(&self.is_apart).filter(|(_, is_apart)| **is_apart);
        apart.map(|(part, _)| (part.understood.part.typed.as_str(), part.unsaid.as_slice()))
    }

    /// Returns the same with the match of every program that is on one of the fields.
    fn matched(mut self, reader: SchoolReader<'_>) -> Self {
        let mut matching = Matching::of(std::mem::take(&mut self.matches));
        for (at, part) in (0u16..).zip(&self.parts) {
            matching.add(at, part, reader);
        }
        self.matches = matching.finished(reader);
        self
    }

    /// The languages in which the fields may have been named: by the sentence around them, by the names of their
    /// topics, or by words of such names; empty if nothing tells.
    pub(crate) fn languages(&self) -> Vec<&'static str> {
        match language_around(&self.names, self.fields()) {
            Told::Several => Vec::new(),
            Told::Only(language) => vec![language],
            Told::Nothing => {
                let named = languages_of_names(self.fields());
                if named.is_any() { named.names() } else { languages_of_words(self.fields()).names() }
            }
        }
    }

    /// Whether the fields may be named in English, although nothing shows it, and programs that `is_english` are about
    /// one of them. A word in the title of such a program is English, whatever it looks like.
    pub(crate) fn may_be_english(
        &self,
        is_english: impl Fn(ProgramIx) -> bool,
        SchoolReader { index, catalog, .. }: SchoolReader<'_>,
    ) -> bool {
        if language_around(&self.names, self.fields()) != Told::Nothing {
            return false;
        }
        let on_it = || {
            let matches = self.parts.iter().flat_map(|part| part.understood.matches.iter());
            matches.filter(|(_, found)| found.relation != Relation::Part).map(|(program, _)| program)
        };
        // The words of titles are at hand, while what language a program is in must be read from its record.
        let is_used = |word: &str| {
            on_it().any(|program| index.title_words(catalog, program).contains(&word) && is_english(program))
        };
        on_it().any(&is_english) && looks_english(self.fields(), is_used)
    }

    /// Whether a language was named with a field, in which its programs are taught.
    pub(crate) fn has_language(&self) -> bool {
        let mut forms = self.parts.iter().flat_map(|part| &part.understood.matches.forms);
        forms.any(|(facet, _)| *facet == Facet::Language)
    }

    fn fields(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().map(|part| &part.understood.part)
    }

    /// Returns the schools that were typed with the fields, without duplicates.
    pub(crate) fn schools(&self) -> Vec<InstitutionIx> {
        let mut schools: Vec<InstitutionIx> = self.parts.iter().flat_map(|part| part.schools.iter().copied()).collect();
        schools.sort_unstable();
        schools.dedup();
        schools
    }

    /// Every program that is on one of the fields.
    pub(crate) fn programs(&self) -> impl Iterator<Item = ProgramIx> + '_ {
        self.parts.iter().flat_map(|part| part.understood.matches.iter().map(|(program, _)| program))
    }

    /// Whether any current program is on one of the fields, or any program at all with `include_older`.
    pub(crate) fn has_match(&self, include_older: bool) -> bool {
        let has = |part: &WantedPart| part.understood.count > 0 || include_older && !part.understood.matches.is_empty();
        self.parts.iter().any(has)
    }

    /// What is known of the programs on the field about something that is not wanted.
    pub(crate) fn denial(&self, denied: &UnderstoodPart) -> Denial {
        let of_parts = || self.parts.iter().map(|part| &part.understood.matches);
        let is_denied = |program: ProgramIx| denied.matches.of(program);
        let is_about = |program| is_denied(program).is_some_and(|found| found.relation != Relation::Part);
        if of_parts().any(|part| part.iter().any(|(program, _)| is_about(program))) {
            Denial::Everywhere
        } else if of_parts().any(|part| {
            let mut all = part.iter().map(|(program, _)| program).chain(part.left_out.iter().copied());
            all.any(|program| is_denied(program).is_some())
        }) {
            Denial::Observed
        } else {
            Denial::NotOnRecord
        }
    }

    /// What is not wanted, of all that a program is about.
    pub(crate) fn unwanted(&self, row: usize) -> Option<&UnderstoodPart> {
        let program = ProgramIx(row as u32);
        let is_out = self.parts.iter().any(|part| part.understood.matches.left_out.binary_search(&program).is_ok());
        self.denied.iter().find(|denied| is_out && denied.matches.of(program).is_some())
    }

    /// Returns the field that a program matches best, and how it matches.
    pub(crate) fn found(&self, row: usize) -> Option<(&WantedPart, &FieldMatch)> {
        let part = &self.parts[usize::from(self.matches[row].on?.0)];
        Some((part, part.understood.matches.of(ProgramIx(row as u32))?))
    }

    /// Whether a program is on the field with this index.
    pub(crate) fn is_on(&self, row: usize, part: usize) -> bool {
        self.parts[part].understood.matches.of(ProgramIx(row as u32)).is_some()
    }
}

/// Whether a choice is between schools, the second of which is named with the field: `IBM or Microsoft for cloud`.
fn is_between_schools(whole: &[WantedPart]) -> bool {
    let is_school = |part: &WantedPart| part.understood.is_school();
    whole.iter().any(is_school) && whole.iter().any(|part| !is_school(part) && !part.schools.is_empty())
}

/// Returns the fields of a text, with the schools that it names apart from them as preferred schools of each: `MIT, free,
/// statistics` asks for statistics. The place where a person lives is often called like a school.
fn at_schools(whole: Vec<WantedPart>, reader: SchoolReader<'_>) -> Vec<WantedPart> {
    let (schools, mut fields): (Vec<_>, Vec<_>) = whole.into_iter().partition(|part| part.understood.is_school());
    if fields.is_empty() {
        return schools;
    }
    let named = schools.iter().flat_map(|part| reader.preferred(&part.understood.part.typed));
    let named: Vec<InstitutionIx> = named.collect();
    for field in &mut fields {
        field.prefer(&named);
    }
    fields
}

/// A side of a field with this many times the programs of the rarest side only says how or with what: a user who types
/// `robot programming` wants robots, and sixty programs about programming say nothing about them.
const MANY_TIMES: usize = 8;

/// The sides of a field that tell what is wanted, and the words of those that do not. A side says too little only as
/// the last word of a compound, such as `robot programming`, or as another form of a word: a user who types
/// `AI for nurses` or `ai nurse` wants both.
fn telling_sides(typed: &str, sides: Vec<WantedPart>) -> (Vec<WantedPart>, Vec<String>) {
    let rarest = sides.iter().map(|side| side.understood.count).filter(|count| *count > 0).min().unwrap_or(0);
    let is_compound = !words(typed).iter().any(|word| is_stop_word(word));
    let last = sides.len().saturating_sub(1);
    let is_telling = |(at, side): &(usize, WantedPart)| {
        let is_head = is_compound && *at == last;
        let is_other_form = side.understood.part.concepts.iter().all(|concept| concept.is_other_form);
        side.understood.count < MANY_TIMES * rarest || !(is_head || is_other_form)
    };
    let (telling, others): (Vec<_>, Vec<_>) = sides.into_iter().enumerate().partition(is_telling);
    let unsaid = others.into_iter().map(|(_, side)| side.understood.part.typed).collect();
    (telling.into_iter().map(|(_, side)| side).collect(), unsaid)
}

impl WantedPart {
    /// Returns a typed field as it is, or the fields that remain after removing the names of schools.
    fn all_of(typed: UnderstoodPart, reader: SchoolReader<'_>) -> Vec<Self> {
        let typed = if typed.named.is_none() {
            let means = reader.index.understand(reader.catalog, &typed.part.typed).parts;
            reader.school(&typed.part.typed, &means).unwrap_or(typed)
        } else {
            typed
        };
        match reader.part(&typed) {
            Some(AtSchool { fields, schools }) => {
                fields.into_iter().map(|field| Self::of(field, schools.clone(), reader)).collect()
            }
            None => vec![Self::of(typed, Vec::new(), reader)],
        }
    }

    fn of(understood: UnderstoodPart, schools: Vec<InstitutionIx>, reader: SchoolReader<'_>) -> Self {
        let sides = reader.index.sides(reader.catalog, &understood).into_iter();
        let sides = sides.map(|side| Self::of(side, schools.clone(), reader)).collect();
        let (sides, unsaid) = telling_sides(&understood.part.typed, sides);
        Self { understood, schools, choice: None, sides, unsaid }
    }

    /// Adds schools that are preferred.
    fn prefer(&mut self, schools: &[InstitutionIx]) {
        self.schools.extend(schools);
        for side in &mut self.sides {
            side.prefer(schools);
        }
    }

    /// Whether its sides have to be separated: no program that can be studied is about all of them, but some are about
    /// one.
    fn needs_sides(&self, can_study: &impl Fn(ProgramIx) -> bool) -> bool {
        let has_any = |part: &Self| part.understood.matches.iter().any(|(program, _)| can_study(program));
        let has_all = !self.understood.matches.is_partial && has_any(self);
        !has_all && self.sides.iter().any(has_any)
    }

    /// Whether it is only what another field is wanted for.
    fn is_purpose(&self) -> bool {
        let concepts = &self.understood.part.concepts;
        !concepts.is_empty() && concepts.iter().all(|concept| concept.is_purpose)
    }

    /// Returns what was understood: `data science: Data science, 137 programs, Harvard preferred`.
    pub(crate) fn sentence(&self, catalog: &Catalog) -> String {
        let shorts: Vec<String> = self.schools.iter().map(|ix| catalog.institution(*ix).short.to_string()).collect();
        let said = self.understood.sentence();
        if shorts.is_empty() { said } else { format!("{said}, {} preferred", or_list(&shorts)) }
    }

    /// Returns the programs whose name was typed.
    pub(crate) fn named(&self) -> &[ProgramIx] {
        match &self.understood.named {
            Some(Named::Programs(programs)) => programs,
            _ => &[],
        }
    }
}
