//! Notes: on which program one is written, and where it is shown afterwards.

use prospectus::app::{Action, Effect, Overlay};
use prospectus::keep::StoreRequest;
use prospectus::lines::Conversation;

use crate::desk::Desk;
use crate::script::world;

/// The program that the last line writes a note on, and the message once it is kept; `None` if it writes none.
fn noted(lines: &[&str]) -> Option<(String, String)> {
    let mut conversation = Conversation::new(world());
    let mut effects = Vec::new();
    for line in lines {
        effects = conversation.hear(line).effects;
    }
    effects.into_iter().find_map(|effect| match effect {
        Effect::Store(StoreRequest::Keep { changes, then }) => {
            Some((changes[0].thing.rsplit('/').next().unwrap_or_default().to_owned(), then))
        }
        _ => None,
    })
}

fn in_list(lines: &[&str], number: usize) -> (String, String) {
    let mut conversation = Conversation::new(world());
    for line in lines {
        conversation.hear(line);
    }
    let app = conversation.app();
    let hit = app.found.hits.get(number - 1).expect("it is in the list");
    let named = app.catalog().title_in_sentence(hit.program);
    (app.catalog().program(hit.program).id.to_string(), format!("The note on {named} is kept."))
}

#[test]
fn a_note_in_lines_goes_to_the_program_named_last_and_the_reply_says_to_which() {
    for (search, lines, number) in [
        ("search supply chain", &["plan 1", "keep 1", "keep 2"][..], 2),
        ("search supply chain", &["open 3", "back"], 3),
        ("search python", &["similar 2", "back", "sources 1"], 1),
        ("search history", &["compare 2"], 2),
    ] {
        let all = [&[search], lines, &["note buy a book"]].concat();
        assert_eq!(noted(&all), Some(in_list(&[search], number)), "{all:?}");
    }
}

#[test]
fn a_note_never_goes_to_a_program_that_nobody_named() {
    for lines in [
        &["note hello"][..],
        &["search physics", "note two"],
        &["open 2", "search physics", "note two"],
        &["search supply chain", "compare 1 2 3", "note three"],
        &["sort price", "note cheap"],
        &["kept", "note x"],
    ] {
        assert_eq!(noted(lines), None, "{lines:?}");
    }
}

/// The words on the screen, without its line breaks.
fn words(desk: &Desk) -> String {
    desk.script.text().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_note_is_in_the_facts_and_in_the_shortlist_whether_the_program_is_kept_or_not() {
    for (cols, rows) in [(60, 20), (80, 24), (120, 40), (200, 60)] {
        for query in ["ibm data science", "mit finance", "nursing"] {
            let mut desk = Desk::at(cols, rows);
            desk.press(&format!("/{query}<Enter>nask Ana first<Enter>"));
            assert!(
                desk.notice().ends_with("is kept.") && desk.notice().starts_with("The note on "),
                "{}",
                desk.notice()
            );
            desk.press("<Enter>");
            assert!(words(&desk).contains("ask Ana first"), "{query} at {cols}x{rows}: {}", desk.script.text());
            desk.press("K");
            let listed = words(&desk);
            assert!(listed.contains("NOTES ON PROGRAMS THAT ARE NOT KEPT"), "{listed}");
            assert!(listed.contains("ask Ana first"), "{listed}");
        }
    }
}

#[test]
fn in_the_shortlist_a_note_on_another_program_is_a_row_that_can_be_opened_changed_and_kept() {
    let mut desk = Desk::new();
    desk.press("/ibm data science<Enter>s/<C-u>mit supply<Enter>nask Ana<Enter>K<Down>");
    desk.press("l");
    assert_eq!(desk.app().overlays.last(), Some(&Overlay::Kept), "a program that is not kept has no labels");
    desk.press("n again<Enter>");
    assert!(words(&desk).contains("ask Ana again"), "{}", desk.script.text());
    desk.press("s");
    assert_eq!(desk.kept().len(), 2);
    assert!(!words(&desk).contains("not kept"), "{}", desk.script.text());
}

#[test]
fn a_note_is_said_when_its_program_is_opened_in_lines() {
    let mut desk = Desk::new();
    desk.press("/mit supply<Enter>nask Ana<Enter>");
    let mut conversation = Conversation::new(world());
    conversation.take_up(desk.app().personal.clone());
    conversation.hear("search mit supply");
    let opened = conversation.hear("open 1").said;
    assert!(opened.iter().any(|line| line.contains("ask Ana")), "{opened:?}");
    let note = conversation.hear("note").said;
    assert!(note[0].starts_with("Note on Supply Chain Management (MIT)") && note[1] == "ask Ana", "{note:?}");
    let kept = conversation.hear("kept").said;
    assert_eq!(kept[1], "Notes on programs that are not kept:");
    assert!(kept[2].starts_with("1 of 1: Supply Chain Management: School: MIT; Kind: MM; "), "{kept:?}");
    assert!(kept[2].ends_with("; Note: ask Ana") && kept.len() == 3, "{kept:?}");
}

#[test]
fn a_note_of_several_lines_is_typed_pasted_and_read_again_in_the_field() {
    let mut desk = Desk::at(80, 24);
    desk.press("/mit supply<Enter>nAsk boss<C-n>second line");
    assert!(desk.script.text().contains("Ask boss") && desk.script.text().contains("second line"));
    desk.press("<Enter>");
    let note =
        |desk: &Desk| desk.app().personal.profile().loose_notes().map(|(_, note)| note.text()).collect::<String>();
    assert_eq!(note(&desk), "Ask boss\nsecond line");
    desk.press("n");
    assert!(desk.script.text().contains("Ask boss") && desk.script.text().contains("second line"), "it is seen whole");
    desk.press("<Up>!<Down>?<End>");
    desk.act(Action::Paste("\r\nthird\u{7} line\nfourth\tline".to_owned()));
    desk.press("<Enter>");
    let lines = note(&desk);
    assert_eq!(lines.lines().count(), 4, "{lines}");
    assert!(lines.contains('!') && lines.contains("third line") && lines.ends_with("fourth line"), "{lines}");
    assert!(desk.kept().is_empty(), "no line of it is taken for a command");
}

#[test]
fn a_long_note_wraps_and_the_line_of_the_cursor_is_seen() {
    for (cols, rows) in [(40, 15), (80, 24), (120, 40)] {
        let mut desk = Desk::at(cols, rows);
        let text = (1..=60).map(|number| format!("word{number}")).collect::<Vec<_>>().join(" ");
        desk.press("/mit supply<Enter>n");
        desk.act(Action::Paste(format!("first\n{text}")));
        let screen = desk.script.text();
        assert!(screen.contains("60"), "{screen}");
        for _ in 0..60 {
            desk.press("<Up>");
        }
        assert!(desk.script.text().contains("first"), "{}", desk.script.text());
    }
}
