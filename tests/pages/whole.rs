//! Snapshots of whole pages in the plain format: the results of every persona, twelve plans and twelve programs.

use prospectus::page::print::{in_words, no_keys};
use prospectus::page::{Depth, Page, Rows};

use crate::made::{CORE, PROGRAMS};
use crate::personas::PERSONAS;

fn assert_stands(name: &str, pages: impl IntoIterator<Item = (String, Page)>) {
    let text: Vec<String> =
        pages.into_iter().map(|(what, page)| format!("## {what}\n\n{}", in_words(&page, &no_keys))).collect();
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, text.join("\n"));
    });
}

#[test]
fn the_results_of_the_personas() {
    let page = |(who, answers, ..): &crate::personas::Persona| ((*who).to_owned(), CORE.result(answers, Depth::Short));
    for (number, some) in PERSONAS.chunks(10).enumerate() {
        assert_stands(&format!("results_{number}"), some.iter().map(page));
    }
}

#[test]
fn twelve_plans() {
    assert_stands("plans", PROGRAMS.map(|id| (id.to_owned(), CORE.plan(id))));
}

#[test]
fn twelve_programs() {
    assert_stands("programs", PROGRAMS.map(|id| (id.to_owned(), CORE.program(id))));
}

#[test]
fn a_comparison_of_four_and_the_guide() {
    let comparison = CORE.comparison(&PROGRAMS[..4], Rows::Differing);
    assert_stands("comparison", [("folded".to_owned(), comparison)]);
    assert_stands("guide", [("guide".to_owned(), CORE.guide())]);
}

#[test]
fn only_rows_that_decide_are_marked_and_headings_say_whether_the_others_differ() {
    for programs in PROGRAMS.windows(2).chain(PROGRAMS.windows(3)).chain(PROGRAMS.windows(4)) {
        for rows in [Rows::Differing, Rows::All] {
            let text = in_words(&CORE.comparison(programs, rows), &no_keys);
            let (_, groups) = text.split_once("\nDecides\n").expect("a heading");
            let (_, others) = groups.split_once("\n\n").expect("other rows");
            assert!(!others.contains("; differs"), "{programs:?}: {others}");
            let has = |heading: &str| others.lines().any(|line| line == heading);
            assert!(has("What else differs"), "their titles differ: {others}");
            assert_eq!(has("Known for some only") || has("The same"), rows == Rows::All, "{others}");
        }
    }
}

#[test]
fn no_sentence_ends_twice() {
    for ix in CORE.catalog.all() {
        let id = &CORE.catalog.program(ix).id;
        for page in [CORE.plan(id), CORE.program(id)] {
            let text = in_words(&page, &no_keys).replace("...", "…");
            let twice = [".. ", "..\n"].into_iter().find(|ending| text.contains(ending));
            assert_eq!(twice, None, "{id}:\n{text}");
        }
    }
}
