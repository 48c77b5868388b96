//! The codes of MIT Learn for who offers a resource and where it is taught, with their names as MIT Learn shows them.

#[rustfmt::skip] // a table reads by its rows
const NAMES: [(&str, &str); 12] = [
    ("mitx", "MITx"), ("ocw", "MIT OpenCourseWare"), ("bootcamps", "MIT Bootcamps"), ("xpro", "MIT xPRO"),
    ("mitpe", "MIT Professional Education"), ("see", "MIT Sloan Executive Education"), ("edx", "edX"),
    ("mitxonline", "MITx Online"), ("oll", "Open Learning Library"), ("csail", "CSAIL"),
    ("scc", "Schwarzman College of Computing"), ("ctl", "Center for Transportation & Logistics"),
];

/// The name that a code stands for; any other text is a name already.
pub(super) fn name_of(code: String) -> String {
    NAMES.iter().find(|(known, _)| *known == code).map_or(code, |(_, name)| (*name).to_owned())
}
