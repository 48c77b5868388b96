//! The facts of a program: the cursor on their rows, the claims of a row, and similar programs.

use prospectus::app::{Overlay, Screen};
use prospectus::catalog::{Catalog, FactKey};

use crate::script::Script;

fn supply_chain() -> Script {
    Script::at(120, 40).press("/mit supply<Enter><Enter>")
}

#[test]
fn enter_and_s_open_the_claims_of_the_fact_under_the_cursor_and_s_again_all() {
    for key in ["<Enter>", "S"] {
        let script = supply_chain().press("<Down><Down>").press(key);
        assert_eq!(script.app.overlays.last(), Some(&Overlay::Sources(Some(FactKey::Price.alone()))), "{key}");
        let text = script.text();
        assert!(text.contains("Supply Chain Management: price") && !text.contains("Pacing"), "{text}");
        let all = script.press("S");
        assert_eq!((all.app.overlays.last(), all.app.overlays.len()), (Some(&Overlay::Sources(None)), 1), "{key}");
        assert!(all.text().contains("School"), "{}", all.text());
    }
}

#[test]
fn the_price_says_how_many_claims_there_are_and_the_page_lists_as_many() {
    let script = supply_chain();
    assert!(script.text().contains("4 claims"), "{}", script.text());
    let claims = script.press("<Down><Down><Enter>");
    let rows = claims.screen().iter().filter(|line| line.contains("US$") && line.contains(" 20")).count();
    assert!(rows >= 4, "{}", claims.text());
}

#[test]
fn every_row_of_facts_can_be_reached_and_has_claims_or_says_that_nothing_is_on_record() {
    let mut script = supply_chain();
    let mut seen = Vec::new();
    for _ in 0..300 {
        let fact = script.app.fact;
        if seen.last() != Some(&fact) {
            seen.push(fact);
        }
        script.type_keys("<Down>");
    }
    let catalog = Catalog::embedded().expect("the shipped catalogue");
    let program = catalog.program(script.app.selected.expect("it is selected"));
    for key in FactKey::ALL.into_iter().filter(|key| program.cell(*key, &catalog).is_known()) {
        assert!(seen.iter().flatten().any(|facts| facts.contains(&key)), "{key:?} was never under the cursor");
    }
    let up = script.press("<Home>");
    assert_eq!(up.app.tops.detail, 0);
    assert!(up.text().contains("▌MOVED"), "{}", up.text());
}

#[test]
fn the_cursor_is_always_in_sight_where_a_row_can_have_it() {
    let mut script = Script::at(80, 24).press("/mit supply<Enter><Enter>");
    for key in ["<Down>"; 60].iter().chain(&["<PgUp>", "<Up>", "<Up>", "<PgDn>", "<End>", "<Up>", "<Home>"]) {
        script.type_keys(key);
        let (doc, rows) = prospectus::app::page::facts_in_sight(&script.app);
        let top = script.app.tops.detail;
        let is_any_in_sight = doc.stops().iter().any(|stop| stop.first < top + rows && stop.last >= top);
        assert_eq!(script.text().contains('▌'), is_any_in_sight, "after {key}:\n{}", script.text());
    }
}

#[test]
fn the_first_lines_say_what_decides() {
    let text = supply_chain().screen().into_iter().take(24).collect::<Vec<_>>().join("\n");
    for label in ["MOVED", "TIME", "PRICE", "CREDIT", "NEEDED", "CATCH"] {
        assert!(text.contains(label), "{label}:\n{text}");
    }
}

#[test]
fn similar_programs_are_listed_with_what_is_contained_first_and_opened_from_there() {
    let script = Script::at(120, 40).press("/ibm-full-stack-application-development<Enter>=");
    let Some(Overlay::Similar { found, .. }) = script.app.overlays.last() else { panic!("{:?}", script.app.overlays) };
    let first = found[0].program;
    assert_eq!(script.app.catalog().program(first).id.as_str(), "ibm-full-stack-developer");
    let opened = script.press("<Enter>");
    assert_eq!((opened.app.overlays.last(), opened.app.current()), (Some(&Overlay::Program(first)), Some(first)));
    let plan = opened.press("p");
    let title = plan.app.catalog().program(first).title.to_string();
    assert!(plan.text().contains(&title), "{}", plan.text());
    let back = plan.press("<Esc><Esc><Esc>");
    assert_eq!((back.app.overlays.len(), back.app.screen, back.app.current()), (0, Screen::Explore, back.app.selected));
}

#[test]
fn topics_are_said_by_name() {
    let script = Script::at(120, 90).press("/mit supply<Enter><Enter>");
    assert!(
        script.text().contains("Supply chain") && !script.text().contains("supply chain; in part"),
        "{}",
        script.text()
    );
}

#[test]
fn of_programs_that_share_as_many_topics_the_one_in_its_language_with_its_title_comes_first() {
    let script = Script::at(120, 40);
    let catalog = script.app.catalog();
    let find = |id: &str| catalog.find(id).expect("a program");
    let own = find("mitx-supply-chain-management");
    let found = prospectus::compare::similar(catalog, own);
    assert_eq!(found[0].program, find("chalmersx-supply-chain-management-and-logistics"));
    let languages = |ix| catalog.program(ix).languages();
    let is_other = |ix| !languages(own).iter().any(|language| languages(ix).contains(language));
    let alike: Vec<bool> = found
        .iter()
        .filter(|one| catalog.program(one.program).is_offered() && one.topics.len() == found[0].topics.len())
        .map(|one| is_other(one.program))
        .collect();
    assert!(alike.is_sorted() && alike.contains(&true) && alike.contains(&false), "{alike:?}");
}

#[test]
fn what_is_needed_beforehand_is_said_of_every_program_also_if_it_is_not_on_record() {
    let mut unknown = 0;
    let script = Script::at(120, 40);
    for ix in script.app.catalog().all().step_by(23) {
        let mut script = Script { app: script.app.clone(), effect: script.effect.clone() };
        script.app.selected = Some(ix);
        let text = script.press("<Enter>").text();
        assert!(text.contains("NEEDED"), "{text}");
        unknown += usize::from(text.contains("unknown; see the syllabus"));
    }
    assert!(unknown > 5, "{unknown}");
}
