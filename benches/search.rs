//! What a keystroke costs: one query over the shipped catalogue, the facet counts under it, the marks of a screenful of
//! titles, and building the index. `whole_lines` is the same queries given to `SkimMatcherV2` over whole lines, the usual
//! way of a fuzzy finder. Every query runs on an index that has not just answered it.

use std::hint::black_box;

use divan::Bencher;
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use prospectus::catalog::{Catalog, ProgramIx, Text};
use prospectus::search::{Facet, Filters, Index, Sort, View};

const QUERIES: [&str; 8] =
    ["supply chain", "mit data", "datsci", "z", "qqqq", "", "anlaytics", "harvard data science with python"];

fn main() {
    divan::main();
}

fn catalog() -> Catalog {
    Catalog::embedded().expect("the shipped catalogue")
}

fn view(query: &str) -> View {
    View { query: query.to_owned(), filters: Filters::default(), sort: Sort::Match }
}

/// An index with its words read, as after the first keystroke.
fn warm(catalog: &Catalog) -> Index {
    let index = Index::new(catalog);
    index.search(catalog, &view("warm"));
    index
}

#[divan::bench(args = QUERIES)]
fn search(bencher: Bencher<'_, '_>, query: &str) {
    let catalog = catalog();
    let index = warm(&catalog);
    let view = view(query);
    // A clone remembers no answer.
    bencher.with_inputs(|| index.clone()).bench_refs(|index| index.search(&catalog, &view));
}

#[divan::bench(args = QUERIES)]
fn whole_lines(bencher: Bencher<'_, '_>, query: &str) {
    let catalog = catalog();
    let line = |ix: ProgramIx| {
        let program = catalog.program(ix);
        let fields: Vec<&str> = program.fields().iter().map(Text::as_str).collect();
        let institutions = catalog.institution_names(program);
        format!("{} {institutions} {} {}", program.title, fields.join(" "), program.kind().name())
    };
    let lines: Vec<String> = catalog.all().map(line).collect();
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

#[divan::bench(args = ["", "data"])]
fn all_facets_of_an_answer(bencher: Bencher<'_, '_>, query: &str) {
    let catalog = catalog();
    let index = warm(&catalog);
    let view = view(query);
    index.search(&catalog, &view);
    bencher.bench_local(|| index.all_facets(&catalog, &view));
}

#[divan::bench(args = ["", "data"])]
fn facets_one_by_one_of_an_answer(bencher: Bencher<'_, '_>, query: &str) {
    let catalog = catalog();
    let index = warm(&catalog);
    let view = view(query);
    index.search(&catalog, &view);
    bencher.bench_local(|| Facet::ALL.map(|facet| index.facets(&catalog, &view, facet)));
}

#[divan::bench]
fn marks_of_forty_titles(bencher: Bencher<'_, '_>) {
    let catalog = catalog();
    let index = warm(&catalog);
    let hits = index.search(&catalog, &view("data sci")).hits;
    bencher.bench_local(|| {
        let shown = hits.iter().take(40);
        shown.map(|hit| index.highlight(&catalog, "data sci", hit.program)).collect::<Vec<_>>()
    });
}

#[divan::bench]
fn build(bencher: Bencher<'_, '_>) {
    let catalog = catalog();
    bencher.bench_local(|| Index::new(&catalog));
}

#[divan::bench]
fn build_and_first_query(bencher: Bencher<'_, '_>) {
    let catalog = catalog();
    bencher.bench_local(|| warm(&catalog));
}
