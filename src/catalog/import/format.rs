//! The keys of the format that imports write: the facts of programs and courses, in the order of a file. The loader
//! (`load::raw`) must know every one of them.

/// The facts of a program, in the order of the format.
pub(super) const FIELDS: [&str; 30] = [
    "kind",
    "institutions",
    "fields",
    "topics",
    "level",
    "languages",
    "status",
    "platform",
    "seen",
    "successors",
    "courses",
    "length",
    "study_weeks",
    "effort",
    "workload",
    "price",
    "course_price",
    "exam_price",
    "other_price",
    "credit",
    "pacing",
    "exam",
    "proctored",
    "pass_mark",
    "prerequisites",
    "capstone",
    "former_name",
    "remark",
    "skills",
    "url",
];

/// The facts of a course, in the order of the format.
pub(super) const COURSE_FIELDS: [&str; 5] = ["weeks", "workload", "price", "pacing", "level"];

/// A fact by its number, because each of a million records may state several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Field(u8);

/// The facts that are not among those of a program.
const OTHERS: [&str; 2] = ["weeks", PATHWAYS];

impl Field {
    /// The fact with this name; `None` for any other text.
    pub(super) fn of(name: &str) -> Option<Self> {
        (0..).zip(FIELDS.iter().chain(&OTHERS)).find(|(_, field)| **field == name).map(|(number, _)| Self(number))
    }

    /// Its name in the format.
    pub(super) fn name(self) -> &'static str {
        let number = usize::from(self.0);
        FIELDS.get(number).or_else(|| OTHERS.get(number - FIELDS.len())).copied().unwrap_or_default()
    }
}

/// Marks a claim that is written unchanged, with its own source.
pub(super) const AS_WRITTEN: &str = "as written";

/// The field of a pathway that is written unchanged.
pub(super) const PATHWAYS: &str = "pathways";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fact_of_the_format_has_a_number() {
        for name in FIELDS.into_iter().chain(COURSE_FIELDS).chain([PATHWAYS]) {
            assert_eq!(Field::of(name).map(Field::name), Some(name));
        }
        assert_eq!(Field::of("colour"), None);
    }
}
