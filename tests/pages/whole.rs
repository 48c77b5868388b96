//! Snapshots of whole pages in the plain format: the results of every persona, twelve plans and twelve programs.

use prospectus::page::print::{Headings, Style, in_words, lay_out, no_keys};
use prospectus::page::{Depth, Line, Page, Part, Rows, Target};

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

/// Lines of a screen of 24 lines above its footer, without the rule below the verdict.
const LINES: usize = 21;
/// Columns of a screen of 80 between its margins.
const COLS: usize = 78;
/// The answers of forty people.
const LEARNERS: &str = include_str!("../data/learners.tsv");

/// The lines of the verdict, the table with its cursor and the reasons, as the screen shows them.
fn decisive_lines(mut page: Page, cursor: Option<Target>) -> Vec<String> {
    page.sections.retain(|section| section.part == Part::Lead);
    let style = Style { keys: &|_| Some("a".to_owned()), cursor, headings: Headings::AsWritten };
    let lines = lay_out(&page, COLS, style).lines.iter().map(Line::text).collect::<Vec<_>>();
    lines.into_iter().filter(|line| !line.trim().is_empty()).collect()
}

#[test]
fn the_programs_and_the_reasons_of_each_fit_on_a_screen_of_80_by_24() {
    let learners = LEARNERS.lines().filter(|line| !line.starts_with('#')).skip(1);
    let learners = learners.map(|line| line.split('\t').nth(1).expect("answers"));
    let mut too_long = Vec::new();
    for answers in PERSONAS.iter().map(|persona| persona.1).chain(learners) {
        let programs = CORE.recommended(answers);
        for (selected, program) in programs.into_iter().enumerate() {
            let page = CORE.result_at(answers, selected, Depth::Short);
            let lines = decisive_lines(page, Some(Target::Program(program)));
            if lines.len() > LINES {
                too_long.push(format!("{answers}: {} lines\n{}", lines.len(), lines.join("\n")));
            }
        }
    }
    assert!(too_long.is_empty(), "{} are too long:\n{}", too_long.len(), too_long.join("\n"));
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
