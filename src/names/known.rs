//! What the things of a catalogue are called: kinds, fields, levels, statuses, institutions and languages, each with its
//! label and the other names that people use for it. Which of them is meant is said in `resolve`.

use super::resolve::{Candidate, NameError, resolve};
use crate::catalog::{Catalog, Institution, Kind, LANGUAGES, Language, Level, Status};

/// Every kind that a program of the catalogue can have.
pub fn kinds(catalog: &Catalog) -> Vec<Candidate> {
    let mut kinds = Kind::NAMED.to_vec();
    kinds.extend(catalog.distinct().kinds.iter().cloned());
    kinds.sort();
    kinds.dedup();
    kinds.iter().map(|kind| Candidate::new(&kind.slug(), kind.name(), kind_names(kind))).collect()
}

/// What else a kind is called.
pub fn kind_names(kind: &Kind) -> &'static [&'static str] {
    match kind {
        Kind::ProfessionalCertificate => &["pc", "cert", "procert", "certificates", "certificado profesional"],
        Kind::MicroMasters => &["mm", "micromaster", "micromasters"],
        Kind::MicroBachelors => &["mb", "microbachelor", "microbachelors"],
        Kind::XSeries => &["xs", "x series"],
        Kind::Masters => &["ma", "msc", "master", "masters", "masters degree", "degree"],
        Kind::ExecutiveEducation => &["ee", "exec ed", "execed"],
        Kind::BootCamp => &["bc", "bootcamp", "bootcamps"],
        Kind::Other(_) => &[],
    }
}

/// Every level.
pub fn levels() -> Vec<Candidate> {
    let names = |level: Level| -> &'static [&'static str] {
        match level {
            Level::Introductory => &["beginner", "basic"],
            Level::Intermediate => &[],
            Level::Advanced => &["expert"],
            Level::Undergraduate => &["bachelor"],
            Level::Graduate => &["postgraduate", "master"],
        }
    };
    Level::ALL.iter().map(|level| Candidate::new(level.slug(), level.name(), names(*level))).collect()
}

/// Every status.
pub fn statuses() -> Vec<Candidate> {
    let names = |status: Status| -> &'static [&'static str] {
        match status {
            Status::Current => &["open", "new"],
            Status::Moved => &["relocated", "transferred"],
            Status::Older => &["old", "archived", "retired"],
        }
    };
    Status::ALL.iter().map(|status| Candidate::new(status.slug(), status.name(), names(*status))).collect()
}

/// A field.
pub fn field(name: &str) -> Candidate {
    let others: &[&str] = match name {
        "Computer Science" => &["cs", "computing", "informatics"],
        "Data Analysis & Statistics" => &["data science", "stats"],
        "Math" => &["maths", "mathematics"],
        "Business & Management" => &["mgmt"],
        "Language" => &["languages"],
        _ => &[],
    };
    Candidate::new(name, name, others)
}

/// An institution: key and short name are its own, aliases it may share.
pub fn institution(institution: &Institution) -> Candidate {
    let own = [institution.key.as_str(), institution.short.as_str()];
    let aliases = institution.aliases.iter().map(ToString::to_string).collect();
    Candidate::new(&institution.name, &institution.name, &own).with_aliases(aliases)
}

/// A language of a catalogue, whether or not it is one of the usual ones.
pub fn language(name: &str) -> Candidate {
    let usual = LANGUAGES.iter().find(|language| language.name == name);
    let others: Vec<&str> = usual.into_iter().flat_map(Language::names).filter(|other| !other.is_empty()).collect();
    Candidate::new(name, name, &others)
}

/// The language that a person means: one of the catalogue's, or else, as an error that names it, one in which the
/// catalogue has nothing. A slip brings the nearest of both.
pub fn resolve_language(typed: &str, of_catalog: &[Candidate]) -> Result<String, NameError> {
    const WHAT: &str = "language";
    let only = |found: Vec<&Candidate>| found.first().map_or_else(String::new, |named| named.value.clone());
    let refused = match resolve(WHAT, typed, of_catalog) {
        Ok(found) => return Ok(only(found)),
        Err(refused @ NameError::Unknown { .. }) => refused,
        Err(other) => return Err(other),
    };
    let usual: Vec<Candidate> = LANGUAGES.iter().map(|usual| language(usual.name)).collect();
    match resolve(WHAT, typed, &usual) {
        Ok(found) => Err(NameError::NotHere { what: WHAT, label: only(found) }),
        Err(beyond) => Err(if refused.nearest().is_some() { refused } else { beyond }),
    }
}
