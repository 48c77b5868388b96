//! Every parser of the program on mutated inputs: each was valid until a seeded mutator changed it. No parser may
//! panic, use more memory than [`MOST_BYTES`], take longer than [`MOST_TIME`], or print a character that a terminal
//! could take for a control sequence. Each target adds the properties of its own results.
//!
//! Every test run tries a fixed number of inputs per target. `PROSPECTUS_FUZZ=100000 cargo test --test fuzz` tries
//! more, and `PROSPECTUS_FUZZ_SEED=7` tries others. A failing input is saved to a file that the failure names.
#![expect(clippy::print_stderr, reason = "a failure names the file with its input")]

mod core;
mod imported;
mod kept;
mod mutate;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::time::Duration;

use cap::Cap;
use mutate::{Chance, changed};
use prospectus::catalog::has_unsafe_char;

/// The memory that all targets together may use; an allocation beyond it ends the run.
const MOST_BYTES: usize = 1 << 30;
/// Processor time, far beyond what any input of this length needs; only superlinear code could reach it.
const MOST_TIME: Duration = Duration::from_secs(10);
/// The number of inputs per target, unless the environment sets another.
const INPUTS: u64 = 60;

#[global_allocator]
static MEMORY: Cap<std::alloc::System> = Cap::new(std::alloc::System, MOST_BYTES);

/// Takes an input and returns everything that would be printed for it.
type Target = fn(&[u8]) -> Vec<String>;

/// Declares one target per line: the name of the test, the valid inputs, and the function that takes them mutated.
macro_rules! targets {
    ($($name:ident: $right:expr => $target:expr;)*) => {
        $(#[test]
        fn $name() {
            fuzz(stringify!($name), &$right, $target);
        })*
    };
}

targets! {
    catalogue_json: core::catalogues() => core::catalogue;
    compiled_catalogue: core::compiled_catalogues() => core::compiled;
    answers: core::answer_files() => core::answers;
    questionnaire: core::questionnaires() => core::questionnaire;
    configuration: core::configurations() => core::configuration;
    query: core::queries() => core::query;
    rates: core::rate_files() => core::rates;
    line_mode: core::conversations() => core::conversation;
    terminal_input: core::terminal_inputs() => core::terminal;
    kept_view: kept::views() => kept::view;
    kept_log: kept::logs() => kept::log;
    import_discovery: imported::documents(&["discovery-", "courses.json", "course-runs", "pathways"]) => imported::document;
    import_search_documents: imported::documents(&["search-all"]) => imported::document;
    import_index_records: imported::documents(&["public-index", "enterprise-index"]) => imported::document;
    import_json_ld: imported::documents(&["schema-org", "item-list", "page.html", "page-state"]) => imported::document;
    import_ctdl: imported::documents(&["ctdl"]) => imported::document;
    import_mit: imported::documents(&["mit"]) => imported::document;
    import_tables: imported::documents(&[".csv", ".tsv"]) => imported::document;
    import_lines: imported::documents(&[".jsonl", "open-badge", "plain-objects", "nested-objects"]) => imported::document;
    import_catalogue: core::catalogues() => imported::document;
    import_facts: imported::facts_files() => imported::facts;
}

/// Runs a target on mutated inputs and says which one it failed on.
fn fuzz(name: &str, right: &[Vec<u8>], target: Target) {
    assert!(!right.is_empty(), "{name} has no right input");
    let seed = number("PROSPECTUS_FUZZ_SEED").unwrap_or(0);
    for count in 0..number("PROSPECTUS_FUZZ").unwrap_or(INPUTS) {
        let mut chance = Chance(seed << 32 | count);
        let input = changed(&right[chance.below(right.len())], &mut chance);
        let start = worked();
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            for text in target(&input) {
                assert_harmless(&text);
            }
            let taken = worked().saturating_sub(start);
            assert!(taken < MOST_TIME, "it takes {taken:?}");
        }));
        if let Err(panic) = outcome {
            let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{name}-{count}"));
            let _ = std::fs::write(&path, &input);
            eprintln!("{name} fails at input {count}: {}", path.display());
            resume_unwind(panic);
        }
    }
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

/// The processor time of this thread, whatever else the machine does.
#[cfg(unix)]
fn worked() -> Duration {
    use rustix::time::{ClockId, clock_gettime};

    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or_default())
}

/// The time since this process started.
#[cfg(not(unix))]
fn worked() -> Duration {
    static START: std::sync::LazyLock<std::time::Instant> = std::sync::LazyLock::new(std::time::Instant::now);
    START.elapsed()
}

/// Asserts that a text contains no control sequences and no invisible characters.
fn assert_harmless(text: &str) {
    // CSV and calendar lines also end in a carriage return.
    if let Some(line) = text.lines().find(|line| has_unsafe_char(line)) {
        panic!("this would be printed: {line:?}");
    }
}
