//! Pictures and the words beside them.

use prospectus::app::{Overlay, Screen, page};
use prospectus::map::Axis;
use prospectus::page::Role;
use prospectus::ui::Look;

use crate::script::Script;

#[test]
fn the_map_shows_the_present_view_and_esc_leads_back() {
    let script = Script::at(120, 40).press("/supply chain<Esc>v");
    assert_eq!(script.app.screen, Screen::Map);
    let map = script.app.map.as_ref().expect("a map");
    assert_eq!(
        map.points.len() + map.without_hours + map.without_value + map.hidden_estimates,
        script.app.found.hits.len()
    );
    assert_eq!(script.press("<Esc>").app.screen, Screen::Explore);
}

#[test]
fn arrows_on_the_map_go_that_way_and_the_list_keeps_the_selection() {
    let script = Script::at(120, 40).press("ve");
    let place = |script: &Script| {
        let map = script.app.map.as_ref().expect("a map");
        map.place(map.point(script.app.selected.expect("a program")).expect("a place"))
    };
    let before = place(&script);
    let script = script.press("<Right>");
    assert!(place(&script).0 > before.0);
    let before = place(&script);
    let script = script.press("<Up>");
    assert!(place(&script).1 > before.1);
    let id = script.selected_id();
    assert_eq!(script.press("<Esc>").selected_id(), id);
}

#[test]
fn programs_in_one_place_are_reached_one_by_one_and_come_round() {
    // Few programs share a place, because their hours are measured.
    let on_map = |down: usize| Script::at(120, 40).press(&"<Down>".repeat(down)).press("vea");
    let here = |script: &Script| {
        script.app.map.as_ref().map_or(0, |map| map.here(script.app.selected.expect("a program")).len())
    };
    let script = (0..60).map(on_map).find(|script| here(script) > 1).expect("two programs in one place");
    let (first, count) = (script.selected_id(), here(&script));
    assert!(script.text().contains(&format!("1 of {count} in this place")), "{}", script.text());
    let script = script.press(".");
    assert_ne!(script.selected_id(), first);
    assert_eq!(script.press(&".".repeat(count - 1)).selected_id(), first);
}

#[test]
fn the_axis_changes_between_months_and_price_and_what_has_no_place_is_counted_in_words() {
    let script = Script::at(120, 40).press("v");
    assert_eq!(script.app.map.as_ref().map(|map| map.axis), Some(Axis::Price));
    let map = script.app.map.as_ref().expect("a map");
    let told = format!("{} of 626 programs shown; e adds {}, estimated", map.points.len(), map.hidden_estimates);
    assert!(script.text().contains(&told), "{told}: {}", script.text());
    let script = script.press("<Tab>");
    assert_eq!(script.app.map.as_ref().map(|map| map.axis), Some(Axis::Months));
}

#[test]
fn the_map_opens_on_what_is_on_record_and_estimates_are_drawn_hollow_on_demand() {
    let script = Script::at(120, 40).press("v");
    let map = script.app.map.clone().expect("a map");
    assert!(map.hidden_estimates > 0 && map.points.iter().all(|point| !point.is_estimate));
    let words = format!("{} more programs", map.hidden_estimates);
    assert!(script.text().contains(&words) && !script.text().contains('○'), "{}", script.text());
    let script = script.press("e");
    let all = script.app.map.clone().expect("a map");
    assert_eq!(all.points.len(), map.points.len() + map.hidden_estimates);
    assert!(script.text().contains('○') && script.text().contains("estimated"), "{}", script.text());
    assert_eq!(script.press("e").app.map, Some(map));
}

#[test]
fn enter_on_the_map_opens_the_facts_and_space_compares() {
    let script = Script::at(120, 40).press("v <Enter>");
    assert_eq!(script.app.basket, [script.app.selected.expect("a program")]);
    assert!(matches!(script.app.overlays.last(), Some(Overlay::Program(_))));
    let script = script.press("<Esc><Esc>");
    assert_eq!(script.app.screen, Screen::Explore);
}

#[test]
fn where_the_map_has_no_room_it_says_what_it_needs_and_stays_in_words() {
    let script = Script::at(40, 12).press("v");
    assert!(script.text().contains("The picture needs 42 columns"), "{}", script.text());
    let script = Script::at(42, 23).press("v");
    assert!(script.text().contains("hours of work"), "{}", script.text());
    let script = Script::at(42, 22).press("v");
    assert!(script.text().contains("The picture needs 42 columns and 23"), "{}", script.text());
}

#[test]
fn the_courses_of_a_program_stand_on_a_line_of_weeks_with_the_weeks_in_words() {
    let script = Script::at(99, 80).press("/mit supply<Enter><Enter>");
    let lines = script.screen();
    let first = lines.iter().find(|line| line.trim_start().starts_with("1  Supply Chain")).expect("a course");
    assert!(first.contains('█') && first.contains(" 1–"), "{first}");
    assert!(script.text().contains("The courses are spread over the listed length"), "{}", script.text());
    let weeks: Vec<&str> =
        lines.iter().filter(|line| line.contains('█')).filter_map(|line| line.rsplit(' ').next()).collect();
    let ends = |span: &str| span.split_once('–').and_then(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?)));
    let weeks: Vec<(u32, u32)> = weeks.into_iter().filter_map(ends).collect();
    assert!(
        weeks.len() > 3 && weeks.windows(2).all(|pair| pair[0].1 < pair[1].0),
        "no week is in two courses: {weeks:?}"
    );
}

#[test]
fn a_range_is_chosen_by_keys_and_the_list_follows_until_it_is_kept_or_put_back() {
    let script = Script::at(120, 60).press("f<End><Enter>");
    let all = script.app.found.hits.len();
    let quantity = script.app.drawer.range.expect("a range is being chosen").quantity;
    let script = script.press("<Home><Right><Right><Right>");
    let few = script.app.found.hits.len();
    assert!(few < all, "{few} of {all}");
    let span = script.app.view.filters.limits.span(quantity);
    assert!(script.text().contains("up to US$300") && script.text().contains("PRICE · upper end"), "{}", script.text());
    let kept = script.press("<Enter>");
    assert!(kept.app.drawer.range.is_none() && kept.app.view.filters.limits.span(quantity) == span);
    assert!(kept.app.chips().iter().any(|chip| chip.label.contains("US$")), "{:?}", kept.app.chips());
    let back = kept.press("<Enter><Tab><Right>x<Esc>");
    assert_eq!(back.app.view.filters.limits.span(quantity), span, "Esc puts it back as it was");
    assert_eq!(back.app.found.hits.len(), few);
}

#[test]
fn a_histogram_counts_under_every_filter_but_its_own_limit() {
    let histogram = |script: &Script| script.app.found.histograms()[0].clone();
    let free = Script::at(120, 60);
    let limited = Script::at(160, 60).press("/months:3..8<Enter>");
    assert_eq!(histogram(&free).counts, histogram(&limited).counts);
    assert_eq!(histogram(&limited).words(), "3–8 months");
    assert_eq!(histogram(&limited).chosen(), Some(3..=8));
    assert!(limited.text().contains("2 unknown kept"), "{}", limited.text());
    let narrowed = Script::at(120, 60).press("f<Down><Enter>");
    let count = |script: &Script| histogram(script).counts.iter().sum::<usize>() + histogram(script).unknown;
    assert_eq!(count(&narrowed), narrowed.app.found.hits.len());
}

#[test]
fn a_map_of_nothing_is_no_fault() {
    let script = Script::at(80, 24).press("/zzzzqqqq<Esc>v<Right><Up>na<Enter>");
    assert!(script.text().contains("Map"), "{}", script.text());
}

#[test]
fn the_name_of_the_selected_program_hides_no_point_of_the_map() {
    const SIGNS: &str = "●○▲△▮▯◆◇★☆▼▽◀◁◉◎23456789";
    let look = Look::default();
    let accent = look.style(Role::Focus).fg;
    let points = |script: &Script| {
        let buffer = script.buffer(look);
        let is_point = |cell: &&ratatui::buffer::Cell| SIGNS.contains(cell.symbol()) && Some(cell.fg) != accent;
        let picture = page::map_areas(&script.app).0.expect("a picture");
        // Without the labels at its left, which are numbers too.
        let cells = (picture.y + 1..picture.y + picture.rows - 2)
            .flat_map(|y| (picture.x + 6..picture.x + picture.cols).map(move |x| (x, y)));
        cells.map(|place| &buffer[place]).filter(is_point).count()
    };
    for (cols, rows) in [(80, 24), (120, 40)] {
        let mut script = Script::at(cols, rows).press("/supply chain<Enter>ve");
        let all = points(&script);
        let mut names = 0;
        for key in ["<Left>", "<Down>", "<Left>", "<Left>", "<Down>", "<Right>", "<Down>", "<Right>", "<Up>"] {
            script.type_keys(key);
            assert_eq!(points(&script), all, "{cols}x{rows}: {}", script.text());
            let title = script.app.selected_program().expect("a program").title.to_string();
            names += script.text().matches(&title[..title.len().min(12)]).count();
        }
        assert!(names > 9, "where there is room, the name is beside the point: {}", script.text());
    }
}

#[test]
fn from_a_program_without_a_place_an_arrow_leads_onto_the_map() {
    let script = Script::at(80, 24).press("v");
    let is_on_it = |script: &Script| {
        script.app.map.as_ref().zip(script.app.selected).is_some_and(|(map, own)| map.point(own).is_some())
    };
    assert!(!is_on_it(&script) && script.text().contains("It has no place on this map."), "{}", script.text());
    for key in ["<Left>", "<Right>", "<Up>", "<Down>"] {
        assert!(is_on_it(&Script::at(80, 24).press("v").press(key)), "{key}");
    }
}
