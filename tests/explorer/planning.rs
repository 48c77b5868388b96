//! The plan of a program.

use prospectus::app::Overlay;
use prospectus::lines::Conversation;

use crate::script::{Script, world};

#[test]
fn p_opens_the_plan_and_hours_change_the_finish_in_the_same_frame() {
    let mut script = Script::at(120, 60).press("/data science harvard<Enter>p<Right>");
    assert!(matches!(script.app.overlays.last(), Some(Overlay::Plan { .. })));
    let finish =
        |script: &Script| script.screen().into_iter().find(|line| line.contains("FINISH ")).expect("a finish").clone();
    let slow = finish(&script);
    script.type_keys("<Right><Right>");
    assert_ne!(finish(&script), slow, "more hours finish a self-paced program earlier");
    script.type_keys(">");
    assert!(script.text().contains("start 2026-11-30"), "{}", script.text());
    script.type_keys("<<<");
    assert!(script.text().contains("start 2026-11-23"), "never before today: {}", script.text());
}

#[test]
fn the_plan_starts_with_the_hours_that_were_answered() {
    let script = Script::at(120, 60).press("g<Right><Right><Right><Right>/6<Enter><Esc>p");
    assert!(script.text().contains("hours a week 6"), "{}", script.text());
}

#[test]
fn the_comparison_shows_when_one_would_be_done_and_holds_the_deadline_against_it() {
    let script = Script::at(120, 60).press("/data science<Enter> <Down> c<End>");
    assert!(script.text().contains(" Done by "), "{}", script.text());
    assert!(!script.text().contains(" Deadline "), "no deadline was given");
    let way = format!("g{}1<Esc>/data science<Enter> <Down> c<End>", "<Right>".repeat(3));
    let script = Script::at(120, 60).press(&way);
    assert!(script.text().contains("2027-02-23: this plan"), "{}", script.text());
}

/// The lines of the whole page of a plan.
fn page_lines(script: &Script) -> Vec<String> {
    let page = prospectus::app::page::overlay(&script.app, script.app.overlays.topmost().expect("the plan"), 118);
    page.lines.iter().map(prospectus::page::Line::text).collect()
}

#[test]
fn routes_are_a_line_each_and_what_they_share_is_said_once() {
    let script = Script::at(120, 40).press("/mit supply<Enter>p");
    let lines = page_lines(&script);
    let routes = lines.iter().position(|line| line == "ROUTES").expect("routes");
    let numbered = (1..=9).map(|number| format!("{number}  "));
    let found: Vec<usize> =
        numbered.filter_map(|number| lines.iter().skip(routes).position(|line| line.starts_with(&number))).collect();
    assert_eq!(found.len(), 9, "{}", lines.join("\n"));
    assert!(found[..7].windows(2).all(|pair| pair[1] == pair[0] + 1), "a line each:\n{}", lines.join("\n"));
    let text = lines.join("\n");
    for once in ["within 12 hours", "A degree comes on top", "You apply to a school separately"] {
        assert_eq!(text.matches(once).count(), 1, "{once}:\n{text}");
    }
    assert!(!text.contains("Steps of") && lines.len() < 110, "{} lines:\n{text}", lines.len());
}

#[test]
fn enter_opens_the_steps_of_one_route_after_the_other_and_then_of_none() {
    let mut script = Script::at(120, 40).press("/mit supply<Enter>p");
    let folded = page_lines(&script).len();
    for route in 0..9 {
        script.type_keys("<Enter>");
        assert_eq!(script.app.overlays.last(), Some(&Overlay::Plan { route: Some(route) }));
        assert!(page_lines(&script).len() > folded);
        assert!(script.text().contains(&format!(" {}  ", route + 1)), "the route is in sight:\n{}", script.text());
        assert!(script.text().contains("If you stop after"), "and its steps:\n{}", script.text());
    }
    script.type_keys("<Enter>");
    let is_folded = Some(&Overlay::Plan { route: None });
    assert_eq!((script.app.overlays.last(), page_lines(&script).len()), (is_folded, folded));
    script.type_keys("<Enter><Esc>p");
    assert_eq!(script.app.overlays.last(), Some(&Overlay::Plan { route: None }), "a plan opens folded");
}

#[test]
fn a_plan_without_a_route_offers_no_steps() {
    let script = Script::at(120, 40).press("/ibm data science<Enter>p");
    let has_routes = prospectus::app::choices::route_count(&script.app) > 0;
    assert_eq!(script.text().contains("Enter open routes"), has_routes, "{}", script.text());
}

#[test]
fn a_plan_starts_on_the_day_that_was_given_in_lines_and_on_the_screen() {
    for day in ["2027-01-04", "2026-12-31", "2027-09-01", "2028-02-29"] {
        let mut conversation = Conversation::new(world());
        for line in ["search supply chain", "plan 1"] {
            conversation.hear(line);
        }
        let reply = conversation.hear(&format!("start {day}"));
        assert_eq!(conversation.app().plan.start.to_string(), day, "{reply:?}");
        let script = Script::at(120, 60).press(&format!("/supply chain<Enter>pd<C-u>{day}<Enter>"));
        assert_eq!(script.app.plan.start.to_string(), day);
        assert!(script.text().contains(&format!("start {day}")), "{}", script.text());
    }
    let mut script = Script::at(120, 60).press("/supply chain<Enter>pd<C-u>2020-01-01<Enter>");
    assert!(script.text().contains("2020-01-01 has passed"), "{}", script.text());
    script.type_keys("<C-u>2027-02-01<Enter>");
    assert_eq!(script.app.plan.start.to_string(), "2027-02-01", "the line stays open for another day");
    let before = script.app.plan.clone();
    script.type_keys("d<C-u>2029-01-01<Esc>");
    assert_eq!(script.app.plan, before);
}

/// The hours a week that a plan is made with.
fn given(script: &Script) -> Option<(f64, f64)> {
    script.app.plan.weekly.map(|weekly| (weekly.low, weekly.high))
}

#[test]
fn an_hour_more_or_less_is_counted_from_the_hours_that_are_shown() {
    // MIT lists 10 to 14 hours a week.
    let script = Script::at(120, 60).press("/data science kind:micromasters mit<Enter>p");
    assert_eq!(given(&script), None);
    let script = script.press("<Right>");
    assert_eq!(given(&script), Some((11.0, 15.0)));
    let script = script.press("<Left>");
    assert_eq!(given(&script), None, "as listed again");
    let script = script.press("<Left>");
    assert_eq!(given(&script), Some((9.0, 13.0)));
    // Four to seven hours are answered.
    let answered = Script::at(120, 60).advised(r#"{"goal": "apply_now", "field": ["Data science"], "hours": "4-7"}"#);
    let answered = answered.press("p");
    assert_eq!(given(&answered), Some((4.0, 7.0)));
    let answered = answered.press("<Right>");
    assert_eq!(given(&answered), Some((5.0, 8.0)));
}

#[test]
fn no_step_of_hours_goes_the_other_way_for_any_program() {
    let script = Script::at(120, 60);
    for ix in script.app.world.catalog.all() {
        let Some(listed) = prospectus::plan::listed_hours(script.app.catalog().program(ix)) else { continue };
        for (key, is_more) in [("<Right>", true), ("<Left>", false)] {
            let mut script = Script { app: script.app.clone(), effect: script.effect.clone() };
            script.app.selected = Some(ix);
            let script = script.press("p").press(key);
            let id = &script.app.catalog().program(ix).id;
            match script.app.plan.weekly {
                Some(now) if is_more => assert!(now.low >= listed.low && now.high > listed.high, "{id}: {now:?}"),
                Some(now) => assert!(now.low <= listed.low.max(1.0) && now.high < listed.high, "{id}: {now:?}"),
                None => assert!(!is_more && listed.high < 2.0, "{id}: as listed"),
            }
        }
    }
}

#[test]
fn a_start_day_that_is_typed_replaces_the_one_before() {
    let script = Script::at(80, 24).press("/mit supply<Enter>pd2027-01-10<Enter>");
    assert_eq!(script.app.plan.start.to_string(), "2027-01-10");
    let script = script.press("d<Backspace><Backspace>15<Enter>");
    assert_eq!(script.app.plan.start.to_string(), "2027-01-15", "an edited day is continued");
    let mut script = script.press("d");
    script.act(prospectus::app::Action::Paste("2027-02-01".to_owned()));
    let script = script.press("<Enter>");
    assert_eq!(script.app.plan.start.to_string(), "2027-02-01");
}

#[test]
fn a_deadline_is_typed_in_the_plan_and_says_the_hours_that_it_needs() {
    let plan = Script::at(120, 40).press("/ibm data science<Enter>p");
    assert!(!plan.text().contains("Deadline"), "{}", plan.text());
    let plan = plan.press("D2028-06<Enter>");
    let text = plan.text();
    assert!(text.contains("deadline 2028-06-30") && text.contains("it needs"), "{text}");
    let again = plan.press("<Esc><Down>p");
    assert!(again.text().contains("deadline 2028-06-30"), "it is for every plan: {}", again.text());
    let refused = again.press("D2020-01-01<Enter>");
    assert!(refused.app.notice.as_deref().is_some_and(|told| told.contains("has passed")), "{:?}", refused.app.notice);
    let without = refused.press("<C-u><Enter>");
    assert_eq!(without.app.plan.deadline, None);
    assert!(without.text().contains("deadline none"), "{}", without.text());
}

#[test]
fn the_first_route_is_opened_under_its_heading_and_has_the_cursor() {
    let script = Script::at(80, 24).press("/mit supply<Enter>p<Enter>");
    let lines = script.screen();
    assert!(lines[2].trim_start().starts_with("ROUTES"), "{}", script.text());
    assert!(lines.iter().any(|line| line.starts_with(" ▌ 1  ")), "{}", script.text());
    let script = script.press("<Enter>");
    assert!(script.screen().iter().any(|line| line.starts_with(" ▌ 2  ")), "{}", script.text());
}

#[test]
fn of_courses_that_are_only_counted_no_schedule_is_made_up() {
    let script = Script::at(120, 40).press("/شهادة<Enter>p");
    let text = script.text();
    assert!(text.contains("courses, none of them on record; on average one takes"), "{text}");
    assert!(!text.contains("not on record (") && !text.contains("Spent if you stop"), "{text}");
}
