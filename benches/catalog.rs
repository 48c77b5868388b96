//! Benchmarks of opening a catalogue: the shipped one as at the start of the program, the same text as an external file
//! with full validation, the first access to a course, the hash, and the figures of `prospectus catalog info`.

use divan::Bencher;
use divan::counter::BytesCount;
use prospectus::catalog::{Catalog, Info};

fn main() {
    divan::main();
}

fn shipped() -> Catalog {
    Catalog::embedded().expect("the shipped catalogue")
}

#[divan::bench]
fn embedded(bencher: Bencher<'_, '_>) {
    bencher.counter(BytesCount::new(shipped().size_bytes())).bench(shipped);
}

#[divan::bench(sample_count = 20)]
fn foreign(bencher: Bencher<'_, '_>) {
    let text = include_str!("../assets/catalog.json");
    let read = || Catalog::from_text(text).expect("the shipped catalogue");
    bencher.counter(BytesCount::of_str(text)).bench(read);
}

#[divan::bench]
fn first_course(bencher: Bencher<'_, '_>) {
    let catalog = shipped();
    let part = catalog.programs().find_map(|program| program.course_list.first().copied()).expect("a course");
    // A fresh clone has not loaded any course yet.
    bencher.with_inputs(|| catalog.clone()).bench_refs(|fresh| fresh.course(part.course).title.len());
}

#[divan::bench]
fn hash(bencher: Bencher<'_, '_>) {
    let catalog = shipped();
    bencher.counter(BytesCount::new(catalog.size_bytes())).bench(|| catalog.hash());
}

#[divan::bench]
fn info(bencher: Bencher<'_, '_>) {
    let catalog = shipped();
    bencher.bench(|| Info::of(&catalog));
}
