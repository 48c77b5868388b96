//! The number of cases of a property: few by default, so that the whole suite stays quick; `PROPTEST_CASES` asks for more.

use proptest::test_runner::Config;

/// Returns the configuration of a property that is tested with `usual` cases unless `PROPTEST_CASES` says how many.
pub(crate) fn cases(usual: u32) -> Config {
    let asked = Config::default();
    let is_asked = std::env::var_os("PROPTEST_CASES").is_some();
    Config { cases: if is_asked { asked.cases } else { usual }, failure_persistence: None, ..asked }
}
