//! The compiled form of what the adviser needs of all programs: small numbers, and each part that many programs share
//! only once. With it, a result decodes only the few programs that it shows; without it, the same bytes are made from
//! all programs. It does not depend on the questionnaire.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use super::on_record::{CreditState, Prices, Side, Study, on_record};
use super::parts::{EarlierPart, earlier_parts};
use crate::catalog::{Basis, Catalog, InstitutionIx, Kind, Program, SectionBytes, Sections, Text, Texts};
use crate::names::SeriesPlace;
use crate::plan::Pace;

/// The name of the section. A change of its format needs a new name.
const PROGRAMS: &str = "adviser-programs-3";

/// The section that the adviser adds to a compiled catalogue.
pub const FEATURES: Sections = Sections::of_catalog(&[PROGRAMS], sections);

/// The parts that programs share, and the names that answers may use.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Shared {
    /// The fields of all programs, by name.
    pub(crate) fields: Vec<Text>,
    /// Their languages, the most frequent first.
    pub(crate) languages: Vec<Text>,
    pub(super) kinds: Vec<Kind>,
    pub(super) paces: Vec<Pace>,
    pub(super) prices: Vec<Prices>,
    /// Lists of indexes into `languages`.
    pub(super) spoken: Vec<Vec<u16>>,
    pub(super) institutions: Vec<Vec<InstitutionIx>>,
    /// Lists of schools that accept a program for credit, folded.
    pub(super) schools: Vec<Vec<String>>,
}

/// A program, with indexes of its shared parts.
#[derive(Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, and a byte of the section")]
pub(super) struct Record {
    pub(super) kind: u32,
    pub(super) pace: u32,
    pub(super) prices: u32,
    pub(super) spoken: u32,
    pub(super) institutions: u32,
    pub(super) schools: u32,
    pub(super) is_current: bool,
    pub(super) least_workload: Option<f64>,
    /// [`CreditState::Unknown`] if nothing is on record.
    pub(super) credit: CreditState,
    pub(super) levels: u8,
    pub(super) level_basis: Option<Basis>,
    pub(super) proctored: Option<bool>,
    pub(super) has_exam: bool,
    pub(super) has_stated_exam: bool,
    pub(super) knows_field: bool,
    pub(super) by_title: u32,
    pub(super) family: u32,
    pub(super) earlier: Vec<EarlierPart>,
}

/// Returns the stored bytes, or the same made from all programs.
pub(super) fn bytes(catalog: &Catalog) -> Cow<'_, [u8]> {
    let stored = catalog.section(PROGRAMS).and_then(Result::ok);
    stored.unwrap_or_else(|| Cow::Owned(packed(catalog)))
}

/// Reads the shared parts, then each program in order. Returns `None` if the bytes are not of `count` programs.
pub(super) fn read<T>(
    bytes: &[u8],
    count: usize,
    of_shared: impl FnOnce(Shared) -> T,
    mut each: impl FnMut(&mut T, &Record) -> Option<()>,
) -> Option<T> {
    let (shared, mut rest) = postcard::take_from_bytes::<Shared>(bytes).ok()?;
    let mut all = of_shared(shared);
    for _ in 0..count {
        let (record, left) = postcard::take_from_bytes::<Record>(rest).ok()?;
        each(&mut all, &record)?;
        rest = left;
    }
    rest.is_empty().then_some(all)
}

fn sections(catalog: &Catalog) -> Vec<SectionBytes> {
    vec![(PROGRAMS, packed(catalog))]
}

/// Returns the bytes of a catalogue, made from all programs.
pub(super) fn packed(catalog: &Catalog) -> Vec<u8> {
    let mut gathered = Gathered::default();
    catalog.programs().for_each(|program| gathered.add(&program));
    let (shared, records) = gathered.finish();
    let mut bytes = form(&shared);
    for record in &records {
        bytes.extend(form(record));
    }
    bytes
}

/// Returns the packed form of a value.
fn form(value: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).expect("numbers, texts and lists have a packed form")
}

/// Distinct values in the order in which they were added.
struct Distinct<T> {
    values: Vec<T>,
    places: HashMap<Vec<u8>, u32>,
}

impl<T> Default for Distinct<T> {
    fn default() -> Self {
        Self { values: Vec::new(), places: HashMap::new() }
    }
}

impl<T: Serialize> Distinct<T> {
    fn place(&mut self, value: T) -> u32 {
        let next = self.values.len() as u32;
        let place = *self.places.entry(form(&value)).or_insert(next);
        if place == next {
            self.values.push(value);
        }
        place
    }
}

/// Collects the programs.
#[derive(Default)]
struct Gathered {
    records: Vec<Record>,
    titles: Texts,
    /// The titles that state a position in a series.
    series: Vec<(u32, SeriesPlace)>,
    fields: BTreeSet<Text>,
    /// For each language, how often it occurs and its number by first occurrence.
    languages: BTreeMap<Text, (usize, u16)>,
    kinds: Distinct<Kind>,
    paces: Distinct<Pace>,
    prices: Distinct<Prices>,
    /// Lists of languages, numbered by first occurrence.
    spoken: Distinct<Vec<u16>>,
    institutions: Distinct<Vec<InstitutionIx>>,
    schools: Distinct<Vec<String>>,
}

impl Gathered {
    fn add(&mut self, program: &Program) {
        let row = self.records.len() as u32;
        self.series.extend(SeriesPlace::of(&program.title).map(|place| (row, place)));
        self.titles.push(&program.title.to_lowercase());
        for field in program.fields().iter().filter(|field| !self.fields.contains(*field)).collect::<Vec<_>>() {
            self.fields.insert(field.clone());
        }
        let spoken = program.languages().iter().map(|language| self.language(language)).collect();
        let found = on_record(program);
        self.records.push(Record {
            kind: self.kinds.place(program.kind().clone()),
            pace: self.paces.place(Pace::of(program)),
            prices: self.prices.place(Prices::of(program)),
            spoken: self.spoken.place(spoken),
            institutions: self.institutions.place(program.institutions().to_vec()),
            schools: self.schools.place(found.schools),
            is_current: program.is_offered(),
            least_workload: program.workload.value().map(|hours| hours.low),
            credit: found.credit,
            levels: found.levels,
            level_basis: found.level_basis,
            proctored: program.proctored.value().copied(),
            has_exam: found.has_exam,
            has_stated_exam: found.has_stated_exam,
            knows_field: found.knows_field,
            by_title: 0,
            family: 0,
            earlier: Vec::new(),
        });
    }

    /// Counts a language and returns its number by first occurrence.
    fn language(&mut self, language: &Text) -> u16 {
        let next = self.languages.len() as u16;
        if !self.languages.contains_key(language) {
            self.languages.insert(language.clone(), (0, next));
        }
        self.languages.get_mut(language).map_or(next, |(count, met)| {
            *count += 1;
            *met
        })
    }

    fn finish(mut self) -> (Shared, Vec<Record>) {
        self.order_by_title();
        for (row, parts) in earlier_parts(&self.series, |one, other| self.is_of_school(one, other)) {
            self.records[row as usize].earlier = parts;
        }
        let mut languages: Vec<(Text, (usize, u16))> = self.languages.into_iter().collect();
        languages.sort_by_key(|(_, (count, _))| std::cmp::Reverse(*count));
        let mut places = vec![0; languages.len()];
        for (place, (_, (_, met))) in (0u16..).zip(&languages) {
            places[usize::from(*met)] = place;
        }
        let mut spoken = self.spoken.values;
        spoken.iter_mut().flatten().for_each(|language| *language = places[usize::from(*language)]);
        let shared = Shared {
            fields: self.fields.into_iter().collect(),
            languages: languages.into_iter().map(|(language, _)| language).collect(),
            kinds: self.kinds.values,
            paces: self.paces.values,
            prices: self.prices.values,
            spoken,
            institutions: self.institutions.values,
            schools: self.schools.values,
        };
        (shared, self.records)
    }

    /// Sets the position of each program by title and that of the first of its family.
    fn order_by_title(&mut self) {
        // Rows are in the order of ids, so equal titles are ordered by id.
        let order = self.titles.in_order();
        let mut before: Option<u32> = None;
        for (place, row) in (0u32..).zip(order) {
            let relative = before.filter(|before| self.is_family(*before, row));
            let family = relative.map_or(place, |before| self.records[before as usize].family);
            let own = &mut self.records[row as usize];
            (own.by_title, own.family) = (place, family);
            before = Some(row);
        }
    }

    /// Whether two programs with adjacent titles are tracks of one program or have the same title, by the same school.
    fn is_family(&self, one: u32, other: u32) -> bool {
        self.is_of_school(one, other) && stem(self.titles.at(one)) == stem(self.titles.at(other))
    }

    /// Whether the same school offers two programs as the same kind of credential.
    fn is_of_school(&self, one: u32, other: u32) -> bool {
        let (a, b) = (&self.records[one as usize], &self.records[other as usize]);
        let of_kind = |record: &Record| {
            let kind = &self.kinds.values[record.kind as usize];
            (Side::of(kind), Study::of(kind), record.is_current)
        };
        let has_school = !self.institutions.values[a.institutions as usize].is_empty();
        let is_same_school = has_school && a.institutions == b.institutions;
        is_same_school && of_kind(a) == of_kind(b)
    }
}

/// Returns a lower-case title without the track it names: `data science` for `data science (general track)`.
fn stem(title: &str) -> &str {
    let cuts = ["(", ":", " - ", " – ", ", "].into_iter().filter_map(|sign| title.find(sign));
    let names_track = |at: &usize| title[*at..].split(|c: char| !c.is_alphabetic()).any(|word| word == "track");
    cuts.filter(names_track).min().map_or(title, |at| title[..at].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_is_what_the_programs_make() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let stored = catalog.section(PROGRAMS).expect("it is stored").expect("it is whole");
        assert!(stored == packed(&catalog));
    }

    #[test]
    fn bytes_of_another_number_of_programs_are_refused() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let bytes = bytes(&catalog);
        let add = |all: &mut usize, _: &Record| {
            *all += 1;
            Some(())
        };
        let count = |count| read(&bytes, count, |_| 0, add);
        assert_eq!(count(catalog.len()), Some(catalog.len()));
        assert_eq!((count(catalog.len() - 1), count(catalog.len() + 1)), (None, None));
        assert_eq!(read(&bytes[..bytes.len() - 1], catalog.len(), |_| (), |(), _| Some(())), None);
    }
}
