//! The keys of the format that imports write: which facts programs and courses have, in the order of a file.

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

/// Marks a claim that is handed on as it is written, with its own source.
pub(super) const AS_WRITTEN: &str = "as written";

/// The field under which a pathway is handed on as it is written.
pub(super) const PATHWAYS: &str = "pathways";
