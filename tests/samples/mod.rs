//! How much of a large set is tried: a sample by default, so that the whole suite stays quick; everything if
//! `PROPTEST_CASES` is set.

/// Returns the step through a large set: `usual`, or 1 if everything is tried.
pub(crate) fn one_in(usual: usize) -> usize {
    if std::env::var_os("PROPTEST_CASES").is_some() { 1 } else { usual }
}
