//! Columns that say with yes or no whether a program is still offered, such as `archived` and `isActive`. A `no` under
//! the name of an end says nothing more than that, and anything but yes or no, such as a date, says nothing.

use super::column::words;
use crate::catalog::Status;
use crate::catalog::import::vocabulary;

/// Names of flags besides those that begin with `is`.
const FLAGS: [&str; 8] =
    ["active", "archived", "published", "retired", "hidden", "deleted", "discontinued", "unpublished"];

/// The status that the name of a flag refers to.
fn named(heading: &str) -> Option<Status> {
    match &words(heading)[..] {
        [word] if FLAGS.contains(&word.as_str()) => vocabulary::status(word),
        [is, rest @ ..] if is == "is" && !rest.is_empty() => vocabulary::status(&rest.join(" ")),
        _ => None,
    }
}

pub(super) fn is_flag(heading: &str) -> bool {
    named(heading).is_some()
}

/// The status that a flag sets; `None` if it says nothing of it.
pub(super) fn status(heading: &str, text: &str) -> Option<Status> {
    let is_set = match vocabulary::folded(text).as_str() {
        "true" | "yes" | "y" | "1" => true,
        "false" | "no" | "n" | "0" => false,
        _ => return None,
    };
    match (named(heading)?, is_set) {
        (Status::Current, true) => Some(Status::Current),
        (Status::Current, false) | (Status::Older, true) => Some(Status::Older),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flag_says_whether_a_program_is_offered() {
        for (heading, text, expected) in [
            ("archived", "true", Some(Status::Older)),
            ("isActive", "False", Some(Status::Older)),
            ("is_published", "yes", Some(Status::Current)),
            ("published", "false", Some(Status::Older)),
            ("archived", "no", None),
            ("published", "2026-01-01", None),
            ("Status", "true", None),
        ] {
            assert_eq!(status(heading, text), expected, "{heading} {text}");
        }
    }
}
