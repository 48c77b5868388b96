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

/// Marks a claim that is written unchanged, with its own source.
pub(super) const AS_WRITTEN: &str = "as written";

/// The field of a pathway that is written unchanged.
pub(super) const PATHWAYS: &str = "pathways";
