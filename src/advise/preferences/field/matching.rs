//! How each program matches several wanted fields: the nearest of its matches, how much of its title names them, and
//! whether few titles do.

use super::titles::{MAX_RARE, Phrases, Said, rare, stems};
use super::{Match, WantedPart};
use crate::advise::preferences::school::SchoolReader;
use crate::catalog::{Catalog, ProgramIx};
use crate::search::Relation;

/// Some of the wanted fields.
#[derive(Clone, Copy, Default)]
struct Areas {
    count: u16,
    choice: Option<usize>,
}

impl Areas {
    /// Counts one more if `is_met`. Of fields of which one is enough, only the first counts, so that a program that is a
    /// little of both does not come before the best of either.
    fn meet_if(&mut self, is_met: bool, choice: Option<usize>) {
        if is_met && (choice.is_none() || choice != self.choice) {
            self.count += 1;
            self.choice = choice;
        }
    }
}

/// How near a program is to a field.
#[derive(Clone, Copy)]
struct Nearness {
    is_for_purpose: bool,
    relation: Relation,
    in_title: f64,
}

impl Nearness {
    /// The key that puts the nearer match first.
    fn key(self) -> (bool, Relation, i64) {
        (self.is_for_purpose, self.relation, -(self.in_title * 1e6) as i64)
    }
}

/// What several fields have to do with one program.
#[derive(Clone, Copy, Default)]
struct Several {
    /// The fields that it is about.
    about: Areas,
    /// The fields that its title names.
    named: Areas,
    /// How much of its title names any of them.
    in_title: f64,
}

/// The matches of all programs while one field after the other is added.
pub(super) struct Matching {
    matches: Vec<Match>,
    several: Vec<Several>,
}

impl Matching {
    pub(super) fn of(matches: Vec<Match>) -> Self {
        let several = vec![Several::default(); matches.len()];
        Self { matches, several }
    }

    /// Adds the matches of the field with this index.
    pub(super) fn add(&mut self, at: u16, part: &WantedPart, reader: SchoolReader<'_>) {
        let names = Phrases::of(&part.understood);
        let mut in_own_words: Vec<(Said, ProgramIx)> = Vec::new();
        for (program, found) in part.understood.matches.iter() {
            // The title of a program about an area of the field may have the words too. If only a part of a program is
            // about the field, its title says nothing about that.
            let is_on = found.relation != Relation::Part;
            let title = if is_on { stems(reader.index.title_words(reader.catalog, program)) } else { Vec::new() };
            let in_title = names.share_of(&title);
            // A program about an area with such a title is not put before others; it only gets a higher value.
            let is_about = found.relation == Relation::About;
            let said = names.are_in(&title).filter(|_| is_about);
            in_own_words.extend(said.map(|words| (words, program)));
            let several = &mut self.several[program.0 as usize];
            several.in_title += in_title;
            several.about.meet_if(is_on, part.choice);
            several.named.meet_if(said.is_some(), part.choice);
            self.keep_nearer(
                program,
                at,
                Nearness { is_for_purpose: part.is_purpose(), relation: found.relation, in_title },
            );
        }
        for program in &part.understood.matches.for_person {
            self.matches[program.0 as usize].is_for_person = true;
        }
        // A person who also names a school asks for that school rather than for a title.
        if part.schools.is_empty() && !part.is_purpose() {
            self.lift(rare(&names, &in_own_words, |program| title_on_offer(reader.catalog, program)));
        }
    }

    fn keep_nearer(&mut self, program: ProgramIx, at: u16, near: Nearness) {
        let own = &mut self.matches[program.0 as usize];
        let known = own.on.map(|(_, relation)| Nearness {
            is_for_purpose: own.is_for_purpose,
            relation,
            in_title: own.in_title,
        });
        if known.is_none_or(|known| near.key() < known.key()) {
            let Nearness { is_for_purpose, relation, in_title } = near;
            *own = Match { on: Some((at, relation)), in_title, is_for_purpose, ..*own };
        }
    }

    fn lift(&mut self, programs: impl IntoIterator<Item = ProgramIx>) {
        for program in programs {
            self.matches[program.0 as usize].has_rare_words = true;
        }
    }

    /// Returns the matches. A title that names several of the fields names more of what is wanted, and if few do, their
    /// programs are those that were asked for.
    pub(super) fn finished(mut self, reader: SchoolReader<'_>) -> Vec<Match> {
        for (own, several) in self.matches.iter_mut().zip(&self.several).filter(|(_, several)| several.about.count > 1)
        {
            own.is_about_several = true;
            own.in_title = several.in_title.min(1.0);
        }
        let all = (0u32..).map(ProgramIx).zip(&self.several).filter(|(_, several)| several.named.count > 1);
        let offered = all.map(|(ix, _)| ix).filter(|ix| title_on_offer(reader.catalog, *ix).is_some());
        let named: Vec<ProgramIx> = offered.collect();
        if named.len() <= MAX_RARE {
            self.lift(named);
        }
        self.matches
    }
}

/// The title of a program in lower case; `None` if the program is not on offer.
fn title_on_offer(catalog: &Catalog, program: ProgramIx) -> Option<String> {
    let program = catalog.program_once(program);
    program.is_offered().then(|| program.title.to_lowercase())
}
