//! The names of catalogue values: kinds, fields, levels, statuses, institutions and languages, each with its label and
//! the other names people use for it. `resolve` decides which value a typed name refers to.

use super::resolve::{Candidate, NameError, resolve};
use crate::catalog::{Catalog, Institution, Kind, LANGUAGES, Language, Level, Status};

/// Returns every kind a program can have: the built-in kinds and those found in this catalogue.
pub fn kinds(catalog: &Catalog) -> Vec<Candidate> {
    let mut kinds = Kind::NAMED.to_vec();
    kinds.extend(catalog.distinct().kinds.iter().cloned());
    kinds.sort();
    kinds.dedup();
    kinds.iter().map(|kind| Candidate::new(&kind.slug(), kind.name(), kind_names(kind))).collect()
}

/// Returns the other names of a kind, such as abbreviations.
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

/// Returns every level.
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

/// Returns every status.
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

/// Returns a field with its other names.
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

/// Returns an institution with its names. Its key and short name are unique; other institutions may share its aliases.
pub fn institution(institution: &Institution) -> Candidate {
    let own = [institution.key.as_str(), institution.short.as_str()];
    let aliases = institution.aliases.iter().map(ToString::to_string).collect();
    Candidate::new(&institution.name, &institution.name, &own).with_aliases(aliases)
}

/// Returns a language of a catalogue, whether or not it is one of the well-known [`LANGUAGES`].
pub fn language(name: &str) -> Candidate {
    let usual = LANGUAGES.iter().find(|language| language.name == name);
    let others: Vec<&str> = usual.into_iter().flat_map(Language::names).filter(|other| !other.is_empty()).collect();
    Candidate::new(name, name, &others)
}

/// Returns the catalogue language that `typed` refers to.
///
/// # Errors
///
/// [`NameError::NotHere`] for a well-known language that no program of the catalogue uses. A misspelt name gets the
/// nearest language of the catalogue as a suggestion, or else the nearest well-known one.
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
