//! The classes of CTDL: which are credentials or learning programs, which are courses, and what people call them. The
//! vocabulary gains new kinds of degrees and certificates, so a class is recognized by the end of its name.

use crate::catalog::Kind;
use crate::catalog::import::json::Map;
use crate::catalog::import::linked::types_of;

/// How the names of classes of credentials end. Organizations, profiles and actions end otherwise.
const ENDINGS: [&str; 14] = [
    "Degree",
    "Certificate",
    "Certification",
    "CertificateOfCompletion",
    "CertificateOfParticipation",
    "ProofOfParticipation",
    "Diploma",
    "Badge",
    "License",
    "Credential",
    "Doctorate",
    "Qualification",
    "GeneralEducationDevelopment",
    "LearningProgram",
];

/// What a degree is called, by the beginning of the name of its class.
const DEGREES: [(&str, &str); 4] =
    [("Master", "Master's"), ("Bachelor", "Bachelor's"), ("Associate", "Associate Degree"), ("Doctor", "Doctorate")];

/// The class of an object among those of credentials and learning programs; `None` if it is of none of them.
pub(super) fn credential<'m>(map: &'m Map<'_>) -> Option<&'m str> {
    types_of(map).into_iter().find(|class| ENDINGS.iter().any(|ending| class.ends_with(ending)))
}

/// Whether an object is a course.
pub(super) fn is_course(map: &Map<'_>) -> bool {
    types_of(map).iter().any(|name| matches!(*name, "Course" | "LearningOpportunityProfile" | "LearningOpportunity"))
}

/// The kind of credentials of a class.
pub(super) fn kind(class: &str) -> Kind {
    let degree = DEGREES.iter().find(|(start, _)| class.ends_with("Degree") && class.starts_with(start));
    let name = match degree {
        Some((_, "Master's")) => return Kind::Masters,
        Some((_, name)) => (*name).to_owned(),
        None if class.ends_with("Doctorate") => "Doctorate".to_owned(),
        None if class.ends_with("Badge") => "Badge".to_owned(),
        None if class == "MicroCredential" => class.to_owned(),
        None => in_words(class),
    };
    Kind::Other(name.into())
}

/// Words that were joined with capitals: `SemesterHours` are `Semester Hours`.
pub(super) fn in_words(joined: &str) -> String {
    let mut words = String::with_capacity(joined.len() + 4);
    for c in joined.chars() {
        let begins = c.is_uppercase() && !words.ends_with(|last: char| last.is_uppercase());
        let is_number = c.is_ascii_digit() && !words.ends_with(|last: char| last.is_ascii_digit());
        if (begins || is_number) && !words.is_empty() {
            words.push(' ');
        }
        words.push(c);
    }
    words.replace(" Of ", " of ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_of_every_level_have_the_names_that_people_use() {
        for (class, name) in [
            ("BachelorOfScienceDegree", "Bachelor's"),
            ("AssociateOfAppliedArtsDegree", "Associate Degree"),
            ("DoctoralDegree", "Doctorate"),
            ("ResearchDoctorate", "Doctorate"),
            ("OpenBadge", "Badge"),
            ("CertificateOfCompletion", "Certificate of Completion"),
            ("HigherEducationLevel1Certificate", "Higher Education Level 1 Certificate"),
            ("MasterCertificate", "Master Certificate"),
            ("LearningProgram", "Learning Program"),
        ] {
            assert_eq!(kind(class), Kind::Other(name.to_owned().into()), "{class}");
        }
        assert_eq!(kind("MasterOfArtsDegree"), Kind::Masters);
    }
}
