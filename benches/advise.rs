//! Benchmarks of the adviser: a result with every flip, and the outlook that is drawn on every key
//! while questions are asked.

use divan::Bencher;
use prospectus::advise::{Adviser, Answers, Question, Questionnaire, Settings};
use prospectus::catalog::Catalog;
use serde_json::Value;

fn main() {
    divan::main();
}

const ANSWERS: &str = r#"{"goal":"switch_career","credit":"nice","education":"bachelor","horizon":"18m","hours":"8-12","budget":"500-1500",
    "level":"intermediate","field":["data science"],"depth":"deep","exams":"fine","pacing":"either","institution":["MIT"],"language":["English"]}"#;

struct Desk {
    catalog: Catalog,
    adviser: Adviser,
    answers: Answers,
    settings: Settings,
}

/// A catalogue of `count` programs: those of the shipped catalogue, repeated under new ids.
fn grown(count: usize) -> Catalog {
    let mut file: Value = serde_json::from_str(include_str!("../assets/catalog.json")).expect("JSON");
    let shipped = file["programs"].as_array().expect("an array").clone();
    let again = |number: usize| {
        let mut program = shipped[number % shipped.len()].clone();
        program["id"] = format!("{}-{number:07}", program["id"].as_str().expect("an id")).into();
        program
    };
    file["programs"] = (0..count).map(again).collect();
    Catalog::from_text(file.to_string()).expect("a catalogue")
}

fn desk() -> Desk {
    desk_of(Catalog::embedded().expect("the shipped catalogue"))
}

fn desk_of(catalog: Catalog) -> Desk {
    let adviser = Adviser::new(&catalog, Questionnaire::embedded().expect("the shipped questionnaire"));
    let answers = adviser.parse_answers(ANSWERS).expect("answers");
    Desk { catalog, adviser, answers, settings: Settings::new(jiff::civil::date(2026, 11, 23)) }
}

#[divan::bench]
fn read_a_catalogue(bencher: Bencher<'_, '_>) {
    let catalog = Catalog::embedded().expect("the shipped catalogue");
    bencher.bench(|| Adviser::new(&catalog, Questionnaire::embedded().expect("the shipped questionnaire")));
}

#[divan::bench]
fn whole_result_with_every_flip(bencher: Bencher<'_, '_>) {
    let desk = desk();
    bencher.bench(|| desk.adviser.advise(&desk.catalog, &desk.answers, &desk.settings));
}

#[divan::bench]
fn glance_at_every_key(bencher: Bencher<'_, '_>) {
    let desk = desk();
    bencher.bench(|| desk.adviser.glance(&desk.catalog, &desk.answers, &desk.settings, 3));
}

#[divan::bench]
fn counts_beside_the_choices(bencher: Bencher<'_, '_>) {
    let desk = desk();
    bencher.bench(|| desk.adviser.remaining_if(&desk.catalog, &desk.answers, &desk.settings, Question::Horizon));
}

#[divan::bench(sample_count = 10)]
fn whole_result_over_100_000_programs(bencher: Bencher<'_, '_>) {
    let desk = desk_of(grown(100_000));
    bencher.bench(|| desk.adviser.advise(&desk.catalog, &desk.answers, &desk.settings));
}
