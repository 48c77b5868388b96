//! Pages with nothing to show: the reason, and the key that helps.

use prospectus::app::{Action, Overlay, Screen, page};
use prospectus::config::Config;
use prospectus::keep::Workspace;

use crate::script::Script;

/// No program matches all of this; without the language some do.
const TOO_MUCH: &str = "/kind:mm lang:ar <Enter>";

#[test]
fn the_first_steps_are_one_line_until_the_first_key() {
    let mut script = Script::at(80, 24);
    let steps = page::first_steps(&script.app);
    assert_eq!(steps, "780 edX programs: / to search · g for help choosing · G about the kinds");
    let steps = page::first_steps(&Script::at(60, 20).app);
    script.app.notice = Some(steps.clone());
    script.act(Action::Resize(60, 20));
    assert!(script.text().contains(&steps), "{}", script.text());
    let script = script.press("<Down>");
    assert!(!script.text().contains(&steps), "{}", script.text());
}

#[test]
fn on_a_narrow_screen_the_first_steps_are_those_that_fit() {
    assert_eq!(page::first_steps(&Script::at(40, 12).app), "/ search · g help choosing · G kinds");
    let wide = page::first_steps(&Script::at(120, 40).app);
    assert!(wide.starts_with("Explore 780 edX programs: / to type what you want to learn"), "{wide}");
}

#[test]
fn the_first_steps_name_the_keys_that_a_person_has_set() {
    let (config, _) = Config::read("[keys]\nsearch = \"F2\"\nguide = \"F5\"\n");
    let (keymap, complaints) = prospectus::keys::keymap(&config.keys);
    assert_eq!(complaints, []);
    let mut world = crate::script::world();
    world.keymap = keymap;
    let app = prospectus::app::App::restored(world, (80, 24), &Workspace::default()).0;
    assert_eq!(page::first_steps(&app), "780 edX programs: F2 to search · g for help choosing · F5 about the kinds");
}

#[test]
fn an_empty_list_says_which_filter_hides_what_and_which_key_removes_it() {
    let script = Script::at(120, 40).press(TOO_MUCH);
    let text = script.text();
    assert!(text.contains("No program has all 3 filters; without"), "{text}");
    assert_eq!(text.matches("all 3 filters").count(), 1, "it is said once: {text}");
    assert!(text.contains("Arabic  50 without it"), "{text}");
    assert!(text.contains("x removes a filter, X removes them all."), "{text}");
    let script = script.press("x");
    assert!(script.text().contains("Arabic ×  brings 50"), "{}", script.text());
    let script = script.press("<Enter>");
    assert_eq!(script.app.found.hits.len(), 50, "the cursor waits on the filter that hides most");
    assert!(script.app.found.hits.nothing.is_none());
}

#[test]
fn values_of_one_facet_stand_in_the_way_together() {
    let script = Script::at(120, 40).press("/kind:mm,xseries lang:ar <Enter>");
    let text = script.text();
    assert!(text.contains("MicroMasters  8 without these 2"), "{text}");
    let script = script.press("x");
    assert!(script.text().contains("Arabic ×  brings"), "{}", script.text());
    let filters = script.press("<Enter>").app.view.filters;
    assert_eq!((filters.chosen.len(), filters.without.len()), (1, 1), "the language is let go of");
}

#[test]
fn a_search_that_filters_hide_says_which_filter() {
    let script = Script::at(80, 24).press("/\"astrophysics\"<Enter>");
    assert!(script.text().contains("1 program matches, but `In the May 2026 list` hides it."), "{}", script.text());
    assert!(script.text().contains("In the May 2026 list  1 without it"), "{}", script.text());
    let script = script.press("x<Enter>");
    assert_eq!(script.app.found.hits.len(), 1);
}

#[test]
fn a_search_that_finds_nothing_names_the_word_and_no_filter() {
    let script = Script::at(80, 24).press("/xyzzyq qwrtz<Enter>");
    assert!(script.text().contains("No word like `xyzzyq`"), "{}", script.text());
    assert!(!script.text().contains("without it"), "{}", script.text());
    assert!(script.text().contains("/ changes the search, Esc clears it."), "{}", script.text());
    assert!(!script.text().contains("removes a filter"), "{}", script.text());
    assert_eq!(script.press("<Esc>").app.found.hits.len(), 626);
}

#[test]
fn while_typing_the_way_out_of_the_line_comes_first() {
    let script = Script::at(80, 24).press("/kind:mm lang:ar ");
    assert!(script.text().contains("Enter ends typing; then x removes a filter"), "{}", script.text());
}

#[test]
fn every_empty_place_says_what_to_do() {
    let script = Script::at(80, 24).press(TOO_MUCH).press("<Tab>");
    assert!(script.text().contains("No program is selected."), "{}", script.text());
    let script = script.press("<Esc>v");
    assert!(script.text().contains("The list is empty, so the map is empty too."), "{}", script.text());
    assert!(script.text().contains("Esc goes back to the list, where you can remove a filter."), "{}", script.text());
    let script = Script::at(80, 24).press("Xx/xyzzyq<Enter>f");
    assert!(script.text().contains("Nothing to choose"), "{}", script.text());
}

#[test]
fn a_recommendation_without_a_program_names_the_keys_that_lead_to_one() {
    let script = Script::at(120, 40).press("g<C-r>");
    assert!(script.text().contains("d answers the question that matters most"), "{}", script.text());
    assert!(script.text().contains("r changes any answer."), "{}", script.text());

    let mut script = Script::at(120, 40).press("g");
    let answers = serde_json::json!({
        "goal": "deepen", "credit": "must", "horizon": "3m", "hours": "lt4", "budget": "lt500", "language": ["Arabic"]
    });
    let adviser = script.app.world.adviser();
    let answers = prospectus::advise::Answers::from_json(answers, adviser.questionnaire(), adviser.names());
    script.app.interview.answers = answers.expect("answers");
    let script = script.press("<C-r>");
    assert!(script.app.interview.result_programs().is_empty());
    assert!(script.text().contains("a uses an answer that leaves some programs, l lifts a limit"), "{}", script.text());
}

#[test]
fn in_words_an_empty_list_names_what_each_filter_hides() {
    let mut conversation = prospectus::lines::Conversation::new(crate::script::world());
    conversation.hear("search kind:mm lang:ar");
    let reply = conversation.hear("list");
    assert!(reply.said.contains(&"Without Arabic: 50.".to_owned()), "{:?}", reply.said);
    assert!(reply.said.iter().any(|line| line.contains("`remove` removes a filter")), "{:?}", reply.said);
}

#[test]
fn point_41_an_action_on_nothing_says_so() {
    for key in ["S", "p", "o", "y"] {
        let script = Script::at(120, 40).press("/zzzzq<Enter>").press(key);
        assert_eq!(script.app.screen, Screen::Explore, "{key}");
        assert!(
            !script.app.overlays.layers().iter().any(|layer| matches!(layer.overlay, Overlay::Sources(_))),
            "{key}"
        );
    }
    let script = Script::at(120, 40).press("/zzzzq<Enter>S");
    assert_eq!(script.app.notice.as_deref(), Some("No program is selected."));
}

#[test]
fn columns_are_named_only_where_there_are_rows_and_the_nearest_programs_have_them_too() {
    for cols in [60, 80, 120] {
        let script = Script::at(cols, 24).press("/qzx<Enter>");
        assert!(!script.text().contains("Program "), "{}", script.text());
        let script = Script::at(cols, 24).press("/quantum cooking<Enter>");
        let named: Vec<String> = script.screen().into_iter().filter(|line| line.contains("Program ")).collect();
        assert!(matches!(named.as_slice(), [head] if head.contains("Price")), "{named:?}");
    }
}
