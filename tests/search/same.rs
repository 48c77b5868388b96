//! Every query has one answer, whatever the order of the records, the form of the index, the thread and the time.

use prospectus::catalog::Catalog;
use prospectus::search::{Hits, Index, Quantity, Sort, Span, View};

use crate::made::{asked, ids, shipped, titled};

#[test]
fn the_order_of_records_changes_nothing() {
    let (catalog, index) = shipped();
    let text = include_str!("../../assets/catalog.json");
    let mut file: serde_json::Value = serde_json::from_str(text).expect("JSON");
    for list in ["programs", "institutions", "courses"] {
        file[list].as_array_mut().expect("a list").reverse();
    }
    let turned = Catalog::from_text(file.to_string()).expect("a catalogue");
    let turned_index = Index::new(&turned);
    for query in [
        "",
        "data",
        "mit scm",
        "sceince",
        "usmx",
        "a",
        "gestion",
        "sss",
        "eeee",
        "machne lerning",
        "\"data science\"",
        "-python",
        "inst:mit -kind:mm",
    ] {
        for sort in [Sort::Match, Sort::Title, Sort::Institution, Sort::Price] {
            let view = View { sort, ..asked(query) };
            let (hits, turned_hits) = (index.search(catalog, &view), turned_index.search(&turned, &view));
            assert_eq!(ids(catalog, &hits), ids(&turned, &turned_hits), "{query}");
            assert_eq!(hits.notice, turned_hits.notice);
            assert_eq!(index.find(catalog, &view).facets(), turned_index.find(&turned, &view).facets());
        }
    }
}

#[test]
fn an_index_that_was_compiled_answers_as_one_of_the_programs() {
    let (catalog, index) = shipped();
    let compile = |sections| Catalog::unpack(catalog.pack(sections).expect("bytes")).expect("a catalogue");
    let compiled = compile(Index::sections(catalog));
    let of_another = compile(Index::sections(&titled(&["Data Science"]).0));
    for other in [&compiled, &of_another] {
        let other_index = Index::new(other);
        for query in ["", "data", "mit scm", "sceince", "datsci", "-data python", "\"data science\"", "gestion", "zzz"]
        {
            for sort in Sort::ALL {
                let mut view = View { sort, query: query.to_owned(), ..View::default() };
                view.filters.limits.set(Quantity::Months, Span::at_most(6.0));
                assert_eq!(index.find(catalog, &view), other_index.find(other, &view), "{query} {sort:?}");
            }
        }
    }
}

#[test]
fn what_is_found_can_be_found_on_another_thread() {
    let (catalog, index) = shipped();
    let view = View { query: "months:<6 data".into(), ..View::default() };
    let elsewhere = std::thread::scope(|scope| scope.spawn(|| index.find(catalog, &view)).join().expect("an answer"));
    assert_eq!(elsewhere, index.find(catalog, &view));
}

#[test]
fn the_same_question_has_the_same_answer_again() {
    let (catalog, index) = shipped();
    let first: Vec<Hits> = ["sss", "data", "eee"].map(|query| index.search(catalog, &asked(query))).into();
    let again: Vec<Hits> = ["sss", "data", "eee"].map(|query| index.clone().search(catalog, &asked(query))).into();
    assert_eq!(first, again);
}
