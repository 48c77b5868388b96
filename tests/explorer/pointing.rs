//! The mouse: clicks and the wheel, aimed at text on the screen.

use prospectus::app::{Effect, Pane, Toward};
use prospectus::search::{Quantity, histogram};
use prospectus::ui::pointer;

use crate::samples::one_in;
use crate::script::Script;

impl Script {
    /// The first position of a text on the screen, from a row on.
    fn place_of(&self, row: usize, text: &str) -> (u16, u16) {
        let screen = self.screen();
        let mut lines = screen.iter().enumerate().skip(row);
        let found = lines.find_map(|(y, line)| line.find(text).map(|at| (prospectus::width::cols(&line[..at]), y)));
        let (x, y) = found.unwrap_or_else(|| panic!("{text} is not on the screen\n{}", screen.join("\n")));
        (x as u16, y as u16)
    }

    /// Clicks the first position of a text, from a row on.
    fn click_from(&mut self, row: usize, text: &str) {
        let (x, y) = self.place_of(row, text);
        if let Some(action) = pointer::click(&self.app, x, y) {
            self.act(action);
        }
    }

    fn click(&mut self, text: &str) {
        self.click_from(0, text);
    }

    fn wheel(&mut self, x: u16, y: u16, toward: Toward) {
        let action = pointer::wheel(&self.app, x, y, toward).expect("something to move");
        self.act(action);
    }
}

#[test]
fn a_click_selects_a_program_and_a_second_one_opens_it() {
    for (cols, rows) in [(40, 12), (60, 20), (80, 24), (120, 40), (200, 60)] {
        let mut script = Script::at(cols, rows);
        script.click("Actuarial");
        assert!(script.app.selected_program().is_some_and(|program| program.title.starts_with("Actuarial")));
        assert_eq!(script.app.focus, Pane::List);
        script.click_from(3, "Actuarial");
        assert_eq!(script.app.focus, Pane::Detail, "{cols}x{rows}");
    }
}

#[test]
fn a_click_on_a_filter_chooses_it_and_one_on_its_chip_removes_it() {
    let mut script = Script::at(160, 50);
    script.click("MicroMasters");
    assert_eq!((script.app.found.hits.len(), script.app.chips().len()), (50, 2));
    assert!(script.text().contains(" MicroMasters ×"), "{}", script.text());
    script.click("MicroMasters ×");
    assert_eq!((script.app.found.hits.len(), script.app.chips().len()), (626, 1));
    script.type_keys("<Esc>");
    script.click("a skill");
    assert!(script.app.query.is_typing);
}

#[test]
fn names_of_panes_and_hints_of_the_footer_can_be_clicked() {
    let mut script = Script::at(50, 20);
    script.click("Facts");
    assert_eq!(script.app.focus, Pane::Detail);
    script.click("Filters");
    assert_eq!(script.app.focus, Pane::Filters);
    let mut script = Script::at(120, 40);
    script.click_from(39, "keys");
    assert_eq!(script.app.overlays.len(), 1);
    script.click_from(39, "back");
    assert!(script.app.overlays.is_empty());
    script.click_from(39, "quit");
    assert_eq!(script.effect, Effect::Quit);
}

#[test]
fn the_wheel_moves_what_is_under_it_and_leaves_the_keyboard_where_it_is() {
    let mut script = Script::at(120, 24);
    script.wheel(100, 10, Toward::Next);
    assert!(script.app.tops.detail > 0);
    script.wheel(100, 10, Toward::Previous);
    assert_eq!(script.app.tops.detail, 0);
    script.wheel(40, 10, Toward::Next);
    assert_eq!((script.app.selected_row(), script.app.focus), (Some(3), Pane::List));
}

#[test]
fn choices_and_rows_over_the_screen_can_be_clicked() {
    let mut script = Script::at(120, 40).press("g");
    script.click("History");
    assert_eq!(script.app.interview.marked, ["History"]);
    let mut script = Script::at(120, 40).press("g<Right>");
    script.click_from(3, "3 ");
    assert_eq!(script.app.interview.cursor, 2);
    let mut script = Script::at(120, 40).press("f<Down><Enter><Esc>/data<Esc>x");
    let chips = script.app.chips().len();
    script.click("MicroMasters ×");
    script.click("MicroMasters ×");
    assert_eq!(script.app.chips().len(), chips - 1);
    let action = pointer::click(&script.app, 1, 20).expect("beside what lies over the screen");
    script.act(action);
    assert!(script.app.overlays.is_empty());
}

#[test]
fn a_click_on_a_column_limits_the_list_and_a_further_one_moves_the_nearer_end() {
    let mut script = Script::at(120, 60).press("f");
    let all = script.app.found.hits.len();
    let top = script.screen().iter().position(|line| line.contains("LENGTH, MONTHS")).expect("a histogram");
    let click = |script: &mut Script, column: u16| {
        let action = pointer::click(&script.app, 1 + column, top as u16 + 1).expect("a column");
        script.act(action);
        script.app.view.filters.limits.span(Quantity::Months)
    };
    assert_eq!(click(&mut script, 6), histogram::between(Quantity::Months, 6, 6));
    assert!((1..all).contains(&script.app.found.hits.len()));
    assert_eq!(click(&mut script, 9), histogram::between(Quantity::Months, 6, 9));
    assert_eq!(click(&mut script, 2), histogram::between(Quantity::Months, 2, 9));
    assert_eq!(click(&mut script, 8), histogram::between(Quantity::Months, 2, 8));
    assert!(script.app.drawer.range.is_none(), "nothing is left to keep");
    assert_eq!(script.press("<Esc>uuuu").app.found.hits.len(), all, "each is a change of its own");
}

#[test]
fn a_click_on_the_map_selects_what_is_drawn_there_and_goes_on_to_what_lies_in_the_same_place() {
    let mut script = Script::at(120, 40).press("/data<Enter>v");
    script.click_from(4, "▲");
    let kind = |script: &Script| script.app.selected_program().expect("one is selected").kind().short().to_owned();
    assert_eq!(kind(&script), "MM");
    let one = script.selected_id();
    script.click_from(4, "▲");
    assert_eq!((script.selected_id(), script.app.overlays.len()), (one, 1), "a second click opens it");
    let mut script = Script::at(120, 40).press("/data<Enter>vea");
    let (x, y) = script.place_of(4, " 3 ");
    let mut seen = Vec::new();
    for _ in 0..4 {
        let action = pointer::click(&script.app, x + 1, y).expect("programs");
        script.act(action);
        seen.push(script.selected_id());
    }
    assert_eq!(seen[0], seen[3], "round the three that lie there");
    assert!(seen[0] != seen[1] && seen[1] != seen[2] && seen[0] != seen[2], "{seen:?}");
}

/// One in this many rows between the first and the last ones is clicked.
const ROWS_EVERY: usize = 5;

#[test]
fn no_click_anywhere_breaks_anything() {
    let every = one_in(ROWS_EVERY);
    for keys in [
        "",
        "f",
        " ",
        "z",
        "g",
        "g<Right>r",
        "g<Right>1<Right><Right><Right><Right>1R",
        "g<Right>1<Right><Right><Right><Right>1Ri",
        "?",
        "x",
        "p",
        "v",
        "/zzz<Esc>",
    ] {
        for (cols, rows) in [(20, 5), (40, 12), (130, 24)] {
            let start = Script::at(cols, rows).press(keys);
            for y in (0..rows + 2).filter(|y| *y < 3 || usize::from(*y) % every == 0 || *y + 2 >= rows) {
                for x in (0..cols + 2).step_by(13) {
                    let mut script = Script { app: start.app.clone(), effect: Effect::None };
                    for action in [pointer::click(&start.app, x, y), pointer::wheel(&start.app, x, y, Toward::Next)]
                        .into_iter()
                        .flatten()
                    {
                        script.act(action);
                    }
                    if (x, y) == (cols / 26 * 13, rows / 2) {
                        script.screen();
                    }
                }
            }
        }
    }
}
