//! Benchmarks of a keystroke: a query, a query letter by letter, the facet counts, the highlights of a screenful of
//! titles, and building the index. They are compared with `SkimMatcherV2` and nucleo over whole lines, as a fuzzy
//! finder does it. Every query runs on an index that has just answered another one.
//!
//! They use the shipped catalogue; `PROGRAMS=100000 cargo bench --bench search` uses a generated one of that size.

#[path = "made/catalogue.rs"]
mod made;

use std::hint::black_box;
use std::sync::LazyLock;

use divan::Bencher;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32String};
use prospectus::catalog::{Catalog, ProgramIx, Text};
use prospectus::search::{Filters, Index, Sort, View};

const QUERIES: [&str; 9] =
    ["supply chain", "mit data", "datsci", "z", "qqqq", "data", "", "anlaytics", "harvard data science with python"];

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| match std::env::var("PROGRAMS") {
    Ok(number) => made(number.parse().expect("PROGRAMS is a number")),
    Err(_) => Catalog::embedded().expect("the shipped catalogue"),
});
static WARM: LazyLock<Index> = LazyLock::new(|| warm(&CATALOG));

fn main() {
    divan::main();
}

fn made(programs: usize) -> Catalog {
    let mut text = Vec::new();
    made::Made::of(programs).write(&mut text).expect("memory takes everything");
    Catalog::from_text(String::from_utf8(text).expect("it is written from text")).expect("a catalogue")
}

fn view(query: &str) -> View {
    View { query: query.to_owned(), filters: Filters::default(), sort: Sort::Match }
}

/// An index with its words loaded, as after the first keystroke.
fn warm(catalog: &Catalog) -> Index {
    let index = Index::new(catalog);
    index.search(catalog, &view("warm"));
    index
}

#[divan::bench(args = QUERIES)]
fn search(bencher: Bencher<'_, '_>, query: &str) {
    let view = view(query);
    bencher.with_inputs(|| WARM.search(&CATALOG, &self::view("warm"))).bench_refs(|_| WARM.search(&CATALOG, &view));
}

#[divan::bench(args = QUERIES)]
fn whole_lines(bencher: Bencher<'_, '_>, query: &str) {
    let lines = lines();
    let matcher = SkimMatcherV2::default().ignore_case();
    bencher.bench_local(|| {
        let mut hits: Vec<(i64, usize)> = lines
            .iter()
            .enumerate()
            .filter_map(|(at, line)| matcher.fuzzy_match(line, black_box(query)).map(|score| (-score, at)))
            .collect();
        hits.sort_unstable();
        hits
    });
}

/// The programs as lines of title, institutions, fields and kind.
fn lines() -> Vec<String> {
    let catalog = &*CATALOG;
    let line = |ix: ProgramIx| {
        let program = catalog.program(ix);
        let fields: Vec<&str> = program.fields().iter().map(Text::as_str).collect();
        let institutions = catalog.institution_names(program);
        format!("{} {institutions} {} {}", program.title, fields.join(" "), program.kind().name())
    };
    catalog.all().map(line).collect()
}

#[divan::bench(args = QUERIES)]
fn nucleo(bencher: Bencher<'_, '_>, query: &str) {
    let lines: Vec<Utf32String> = lines().into_iter().map(Utf32String::from).collect();
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(query, CaseMatching::Ignore, Normalization::Smart);
    bencher.bench_local(|| {
        let scores = lines.iter().enumerate().filter_map(|(at, line)| {
            pattern.score(line.slice(..), &mut matcher).map(|score| (std::cmp::Reverse(score), at))
        });
        let mut hits: Vec<_> = scores.collect();
        hits.sort_unstable();
        hits
    });
}

/// The list, the counts and the histograms, as one keystroke needs them.
#[divan::bench(args = QUERIES)]
fn everything_found(bencher: Bencher<'_, '_>, query: &str) {
    let view = view(query);
    bencher
        .with_inputs(|| WARM.search(&CATALOG, &self::view("warm")))
        .bench_refs(|_| WARM.find(&CATALOG, &view).facets().len());
}

#[divan::bench]
fn marks_of_forty_titles(bencher: Bencher<'_, '_>) {
    let (catalog, index) = (&*CATALOG, &*WARM);
    let hits = index.search(catalog, &view("data sci"));
    bencher.bench_local(|| {
        let shown = hits.iter().take(40);
        shown.map(|hit| index.highlight(catalog, &hits, hit.program)).collect::<Vec<_>>()
    });
}

/// Every prefix of `supply chain` in turn, as it is typed.
#[divan::bench]
fn letter_by_letter(bencher: Bencher<'_, '_>) {
    const TYPED: &str = "supply chain";
    let views: Vec<View> = (1..=TYPED.len()).map(|end| view(&TYPED[..end])).collect();
    bencher.bench_local(|| views.iter().map(|view| WARM.search(&CATALOG, view).len()).sum::<usize>());
}

/// An index loaded from the sections of a compiled catalogue.
#[divan::bench(sample_count = 20)]
fn from_sections(bencher: Bencher<'_, '_>) {
    let bytes = CATALOG.pack(Index::sections(&CATALOG)).expect("a catalogue is packed");
    let compiled = Catalog::unpack(bytes).expect("what was packed is unpacked");
    bencher.bench_local(|| warm(&compiled));
}

#[divan::bench]
fn build(bencher: Bencher<'_, '_>) {
    let catalog = &*CATALOG;
    bencher.bench_local(|| Index::new(catalog));
}

#[divan::bench]
fn build_and_first_query(bencher: Bencher<'_, '_>) {
    let catalog = &*CATALOG;
    bencher.bench_local(|| warm(catalog));
}
