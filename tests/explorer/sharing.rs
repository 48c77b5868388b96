//! Writing pages to files: `m` asks for a file name, whose extension selects HTML or Markdown.

use prospectus::app::{Effect, Overlay, Screen};
use prospectus::keys::Context;
use prospectus::page::is_report;

use crate::script::Script;

/// For every page that can be written: the keys that lead to it, the proposed file name, and a title in the file.
const PAGES: [(&str, &str, &str); 6] = [
    ("/mit supply chain<Enter>", "mitx-supply-chain-management.html", "Supply Chain Management"),
    ("/mit supply chain<Enter><Enter>", "mitx-supply-chain-management.html", "Supply Chain Management"),
    ("/mit supply chain<Enter>p", "plan-mitx-supply-chain-management.html", "Supply Chain Management"),
    ("/supply chain<Enter><Space><Down><Space>c", "comparison.html", "Comparison"),
    ("/mit supply chain<Enter>v", "mitx-supply-chain-management.html", "Supply Chain Management"),
    ("g<Right>2R", "recommendation.html", "A recommendation"),
];

fn written(script: &Script) -> (&str, &str) {
    match &script.effect {
        Effect::Write { name, text } => (name, text),
        other => panic!("nothing is written: {other:?}"),
    }
}

#[test]
fn m_proposes_a_name_and_enter_writes_a_report() {
    for (keys, name, title) in PAGES {
        let script = Script::at(120, 40).press(keys).press("m");
        assert_eq!(Context::of(&script.app), Context::FileName, "{keys}");
        assert!(script.text().contains(name), "{keys}: {}", script.text());
        let before = Script::at(120, 40).press(keys).app;
        let script = script.press("<Enter>");
        let (written_name, text) = written(&script);
        assert_eq!(written_name, name, "{keys}");
        assert!(is_report(text.as_bytes()) && text.contains(title), "{keys}: {}", &text[..300]);
        assert_eq!((&script.app.overlays, script.app.screen), (&before.overlays, before.screen), "{keys}");
    }
}

#[test]
fn the_end_of_the_name_decides_and_tab_changes_it() {
    let script = Script::at(80, 24).press("g<Right>2Rm<Tab><Enter>");
    let (name, text) = written(&script);
    assert_eq!(name, "recommendation.md");
    assert!(text.starts_with("# A recommendation\n") && is_report(text.as_bytes()));
    let script = Script::at(80, 24).press("g<Right>2Rm<C-u>/tmp/for Ana.htm<Enter>");
    let (name, text) = written(&script);
    assert_eq!(name, "/tmp/for Ana.htm");
    assert!(text.starts_with("<!DOCTYPE html>"));
}

#[test]
fn a_name_that_says_no_markup_stays_in_the_line() {
    let script = Script::at(80, 24).press("/mit supply chain<Enter>pm<C-u>plan.pdf<Enter>");
    assert_eq!(script.effect, Effect::None);
    assert!(matches!(script.app.overlays.layers()[0].overlay, Overlay::Plan { .. }) && script.app.overlays.len() == 2);
    let notice = script.app.notice.clone().unwrap_or_default();
    assert_eq!(notice, "End the name in .html for a web page, or in .md for Markdown.");
    assert!(script.text().contains("plan.pdf"));
    let script = script.press("<Tab><Enter>");
    assert_eq!(written(&script).0, "plan.pdf.html");
}

#[test]
fn esc_writes_nothing_and_the_page_is_as_it_was() {
    for (keys, ..) in PAGES {
        let before = Script::at(120, 40).press(keys);
        let script = Script::at(120, 40).press(keys).press("mx<Esc>");
        assert_eq!(script.effect, Effect::None);
        assert_eq!(script.screen(), before.screen(), "{keys}");
    }
}

#[test]
fn what_cannot_be_handed_on_has_no_key_that_works() {
    let script = Script::at(120, 40).press("/xyzzyx<Enter>m");
    assert!(script.app.overlays.is_empty() && script.effect == Effect::None);
    let question = Script::at(120, 40).press("g<Right>m");
    assert_eq!((question.app.screen, question.app.overlays.len()), (Screen::Question, 0));
}
