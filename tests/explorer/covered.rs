//! Lists over the screen that another page covers: the cursor and the rows in sight are the same when it is closed.

use prospectus::app::{Action, Layer, Overlay};

use crate::desk::Desk;
use crate::script::Script;

/// Keys that open a list, move its cursor, and cover it with a page.
const COVERED: [(&str, &str); 4] = [
    ("/ibm data science<Enter>=<Down><Down><Down>", "<Enter>"),
    ("/ibm data science<Enter>=<Down><Down><Down>", "<Enter>p"),
    ("/ibm data science<Enter>=<Down><Down><Down>", "?"),
    ("/ibm data science<Enter>=<Down><Down><Down>", ":"),
];

fn place(script: &Script) -> Option<Layer> {
    script.app.overlays.topmost().cloned()
}

/// Closes pages until as many are open as before.
fn closed(mut script: Script, open: usize) -> Script {
    while script.app.overlays.len() > open {
        script = script.press("<Esc>");
    }
    script
}

#[test]
fn a_list_is_as_it_was_when_the_page_over_it_is_closed() {
    for rows in [12, 24] {
        for (list, cover) in COVERED {
            let script = Script::at(80, rows).press(list);
            let (before, open) = (place(&script), script.app.overlays.len());
            assert_eq!(script.app.overlays.cursor(), 3, "{list}");
            let covered = script.press(cover);
            assert!(covered.app.overlays.len() > open, "{list} {cover}");
            assert_eq!(place(&closed(covered, open)), before, "{list} {cover} at {rows}");
        }
    }
}

#[test]
fn a_long_notice_leaves_the_cursor_of_the_list_where_it_is() {
    let mut script = Script::at(80, 12).press(COVERED[0].0);
    let (before, cursor) = (place(&script), script.app.overlays.cursor());
    script.act(Action::Notice("A sentence that does not fit into one line of the screen. ".repeat(4)));
    assert_eq!(script.app.overlays.last(), Some(&Overlay::Notice));
    let gone = Script { app: script.app.clone(), effect: script.effect.clone() }.press("<Esc>");
    assert_eq!(place(&gone), before);
    let moved = Script { app: script.app.clone(), effect: script.effect.clone() }.press("<Enter><Esc>");
    assert_eq!(place(&moved), before, "the key that closes the notice opens the row under the cursor");
    assert_eq!(script.press("n").app.overlays.cursor(), cursor);
}

#[test]
fn a_list_that_is_opened_anew_begins_at_its_first_row() {
    let again = Script::at(80, 24).press(COVERED[0].0).press("<Enter>=");
    let top = again.app.overlays.topmost().expect("a list");
    assert!(matches!(top.overlay, Overlay::Similar { .. }) && top.cursor == 0, "{top:?}");
}

#[test]
fn the_shortlist_keeps_its_cursor_while_the_help_covers_it() {
    let mut desk = Desk::new();
    desk.press("/ibm data<Enter>s<Down>s<Down>s<Down>sK<Down><Down>");
    assert_eq!(desk.app().overlays.cursor(), 2);
    desk.press("?<Esc>");
    assert_eq!(desk.app().overlays.cursor(), 2);
}
