//! The JSON keys of a result that scripts rely on, shared by the tests of the value and of the command.

/// The first keys, in order.
pub(crate) const RESULT_KEYS: [&str; 12] = [
    "outcome",
    "strength",
    "lean",
    "by_constraint",
    "limits",
    "told",
    "programs",
    "also",
    "knocked_out",
    "relaxations",
    "flips",
    "decides",
];

/// The last keys, in order.
pub(crate) const LAST_RESULT_KEYS: [&str; 3] = ["catalog", "engine", "as_of"];
