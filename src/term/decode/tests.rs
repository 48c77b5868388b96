//! Byte sequences that terminals send, and the events that they decode to.

use crossterm::event::{KeyEventKind, MouseEvent, MouseEventKind};
use proptest::prelude::*;

use super::*;

fn decoded(bytes: &[u8]) -> Vec<Event> {
    let mut decoder = Decoder::default();
    let mut events = decoder.feed(bytes);
    if decoder.patience().is_some() {
        events.extend(decoder.give_up());
    }
    events
}

fn keys(bytes: &[u8]) -> Vec<(KeyCode, KeyModifiers)> {
    let key = |event| match event {
        Event::Key(key) if key.kind == KeyEventKind::Press => (key.code, key.modifiers),
        other => panic!("{other:?} is no key"),
    };
    decoded(bytes).into_iter().map(key).collect()
}

fn key(bytes: &[u8]) -> (KeyCode, KeyModifiers) {
    let keys = keys(bytes);
    assert_eq!(keys.len(), 1, "{bytes:?}: {keys:?}");
    keys[0]
}

const NONE: KeyModifiers = KeyModifiers::NONE;

#[test]
fn point_29_control_strings_and_replies_are_no_keys() {
    let replies: [&[u8]; 22] = [
        b"\x1b]11;rgb:3030/3434/4646\x07",
        b"\x1b]11;rgb:3030/3434/4646\x1b\\",
        b"\x1b]52;c;aGVsbG8=\x07",
        b"\x1bP>|XTerm(388)\x1b\\",
        b"\x1bP1+r524742=38\x1b\\",
        b"\x1b_Gi=31;OK\x1b\\",
        b"\x1bXq\x1b\\",
        b"\x1b^q\x1b\\",
        b"\x1b[>41;388;0c",
        b"\x1b[?62;22;52c",
        b"\x1b[12;40R",
        b"\x1b[?2026;2$y",
        b"\x1b[?1u",
        b"\x1b[?997;1n",
        b"\x1b[8;40;120t",
        b"\x1b[I",
        b"\x9d11;rgb:3030/3434/4646\x9c",
        b"\x90q\x1b\\",
        b"\x1b(q",
        b"\x1b q",
        b"\x1b[\xc3\xa9q",
        b"\x1b[1\rq",
    ];
    for reply in replies {
        assert_eq!(decoded(reply), [], "{}", reply.escape_ascii());
        let then = [reply, b"j"].concat();
        assert_eq!(key(&then), (KeyCode::Char('j'), NONE), "{}", reply.escape_ascii());
    }
}

#[test]
fn point_29_the_one_byte_forms_of_controls_mean_what_their_forms_of_two_bytes_mean() {
    let forms: [(&[u8], &[u8]); 9] = [
        (b"\x9b<0;5;7M", b"\x1b[<0;5;7M"),
        (b"\x9b5~", b"\x1b[5~"),
        (b"\x9bA", b"\x1b[A"),
        (b"\x9b103;2u", b"\x1b[103;2u"),
        (b"\x9b?62;22;52c", b"\x1b[?62;22;52c"),
        (b"\x8fP", b"\x1bOP"),
        (b"\x8fM", b"\x1bOM"),
        (b"\x9b200~q\x9b201~", b"\x1b[200~q\x1b[201~"),
        (b"\x90q\x9c", b"\x1bPq\x1b\\"),
    ];
    for (short, long) in forms {
        assert_eq!(decoded(short), decoded(long), "{}", short.escape_ascii());
        // xterm encodes them in UTF-8.
        let encoded: Vec<u8> = short.iter().map(|byte| char::from(*byte)).collect::<String>().into_bytes();
        assert_eq!(decoded(&encoded), decoded(long), "{}", encoded.escape_ascii());
        assert_eq!(decoded(&[short, b"j"].concat()), decoded(&[long, b"j"].concat()), "{}", short.escape_ascii());
    }
    assert_eq!(key(b"\x9b\x1b[A"), (KeyCode::Up, NONE));
    assert_eq!(decoded(b"\x9b"), []);
    assert_eq!(decoded(b"\x84\x85\x88\x8d\x96\x9a\x9c"), []);
}

#[test]
fn a_byte_within_a_character_is_no_control() {
    // The second byte of these letters is that of a C1 control.
    for letter in ['Û', 'Ï', 'Ý', 'Ð', 'ś', '曛', '🛏'] {
        let bytes = letter.to_string();
        assert_eq!(key(bytes.as_bytes()), (KeyCode::Char(letter), NONE));
        assert_eq!(keys(format!("\x1b{letter}j").as_bytes()).last(), Some(&(KeyCode::Char('j'), NONE)), "{letter}");
        assert_eq!(keys(format!("\x1bO{letter}j").as_bytes()).last(), Some(&(KeyCode::Char('j'), NONE)), "{letter}");
        let pasted = format!("\x1b[200~a{letter}201~b\x1b[201~");
        assert_eq!(decoded(pasted.as_bytes()), [Event::Paste(format!("a{letter}201~b"))]);
    }
    // Half of a surrogate pair, a form that is too long, and a code beyond the last.
    for invalid in [b"\xed\xa0\x9bj".as_slice(), b"\xe0\x80\x9bj", b"\xf4\x9b\x9b\x9bj"] {
        assert_eq!(key(invalid), (KeyCode::Char('j'), NONE), "{}", invalid.escape_ascii());
    }
}

#[test]
fn point_29_a_string_that_never_ends_is_left_after_a_while_and_by_ctrl_c() {
    let mut decoder = Decoder::default();
    assert_eq!(decoder.feed(&[b"\x1b]11;".as_slice(), &vec![b'q'; 1 << 16]].concat()), []);
    assert_eq!(decoder.patience(), Some(REST_OF_A_STRING));
    assert_eq!(decoder.give_up(), []);
    assert_eq!(decoder.feed(b"j").len(), 1);
    assert_eq!(key(b"\x1bPabc\x03"), (KeyCode::Char('c'), KeyModifiers::CONTROL));
}

#[test]
fn point_30_alt_is_not_esc() {
    assert_eq!(key(b"\x1bq"), (KeyCode::Char('q'), KeyModifiers::ALT));
    assert_eq!(key(b"\x1b\x7f"), (KeyCode::Backspace, KeyModifiers::ALT));
    assert_eq!(key(b"\x1b[1;3D"), (KeyCode::Left, KeyModifiers::ALT));
    assert_eq!(key(b"\x1b("), (KeyCode::Char('('), KeyModifiers::ALT));
    assert_eq!(keys(b"\x1b\x1bq"), [(KeyCode::Esc, NONE), (KeyCode::Char('q'), KeyModifiers::ALT)]);
}

#[test]
fn point_30_a_chord_of_the_desktop_is_no_key() {
    for held in [9, 17, 33, 13] {
        assert_eq!(decoded(format!("\x1b[113;{held}u").as_bytes()), []);
        assert_eq!(decoded(format!("\x1b[1;{held}A").as_bytes()), []);
    }
    assert_eq!(key(b"\x1b[113;65u"), (KeyCode::Char('q'), NONE), "Caps Lock");
}

#[test]
fn point_32_both_bytes_of_backspace_delete() {
    assert_eq!(key(b"\x08"), (KeyCode::Backspace, NONE));
    assert_eq!(key(b"\x7f"), (KeyCode::Backspace, NONE));
}

#[test]
fn point_33_a_sequence_may_come_in_pieces_and_a_lone_esc_is_the_key() {
    let mut decoder = Decoder::default();
    for byte in b"\x1b[5" {
        assert_eq!(decoder.feed(&[*byte]), []);
        assert!(decoder.patience().is_some());
    }
    assert_eq!(decoder.feed(b"~"), [Event::Key(KeyEvent::new(KeyCode::PageUp, NONE))]);
    assert_eq!(decoder.patience(), None);
    assert_eq!(key(b"\x1b"), (KeyCode::Esc, NONE));
    assert_eq!(keys(b"\x1b\x1b"), [(KeyCode::Esc, NONE); 2]);
    assert_eq!(keys(b"\x1b\x1b[A"), [(KeyCode::Esc, NONE), (KeyCode::Up, NONE)]);
    let characters: Vec<_> = "é中🙂".bytes().flat_map(|byte| [byte]).collect();
    assert_eq!(keys(&characters).len(), 3);
}

#[test]
fn point_34_a_paste_ends_by_its_end_by_time_by_ctrl_c_and_never_grows_beyond_its_bound() {
    assert_eq!(decoded(b"\x1b[200~a\x1b[Ab\r\x1b[201~"), [Event::Paste("ab\r".to_owned())]);
    assert_eq!(decoded(b"\x1b[200~data"), [Event::Paste("data".to_owned())]);
    let left = decoded(b"\x1b[200~data\x03");
    assert_eq!(left[0], Event::Paste("data".to_owned()));
    assert_eq!(left[1], Event::Key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL)));
    let long = [b"\x1b[200~".as_slice(), &vec![b'x'; MAX_PASTE_BYTES + 100], b"\x1b[201~j"].concat();
    let events = decoded(&long);
    assert!(matches!(&events[0], Event::Paste(text) if text.len() == MAX_PASTE_BYTES));
    assert_eq!(events.len(), 2);
}

#[test]
fn point_56_kittys_keys_are_those_of_other_terminals() {
    assert_eq!(key(b"\x1b[103;2u").0, KeyCode::Char('G'));
    assert_eq!(key(b"\x1b[103:71;2u").0, KeyCode::Char('G'));
    assert_eq!(key(b"\x1b[55:47;2u").0, KeyCode::Char('/'));
    assert_eq!(key(b"\x1b[27u").0, KeyCode::Esc);
    assert_eq!(key(b"\x1b[9;2u").0, KeyCode::BackTab);
    assert_eq!(key(b"\x1b[57414u").0, KeyCode::Enter);
    assert_eq!(key(b"\x1b[57400u").0, KeyCode::Char('1'));
    assert_eq!(key(b"\x1b[97;5u"), (KeyCode::Char('a'), KeyModifiers::CONTROL));
    assert_eq!(decoded(b"\x1b[97;1:3u"), [], "the key was let go of");
    assert_eq!(decoded(b"\x1b[57441;2u"), [], "Shift alone");
    assert_eq!(key(b"\x1b[27;5;9~"), (KeyCode::Tab, KeyModifiers::CONTROL));
}

#[test]
fn point_57_the_keypad_in_its_application_mode_is_a_keypad() {
    assert_eq!(key(b"\x1bOM").0, KeyCode::Enter);
    assert_eq!(key(b"\x1bOp").0, KeyCode::Char('0'));
    assert_eq!(key(b"\x1bOk").0, KeyCode::Char('+'));
    assert_eq!(key(b"\x1bOA").0, KeyCode::Up);
    assert_eq!(key(b"\x1bOP").0, KeyCode::F(1));
}

#[test]
fn function_keys_of_every_common_terminal_are_known() {
    for (bytes, number) in [
        (b"\x1b[11~".as_slice(), 1),
        (b"\x1b[[B", 2),
        (b"\x1bOR", 3),
        (b"\x1b[15~", 5),
        (b"\x1b[17~", 6),
        (b"\x1b[20~", 9),
        (b"\x1b[24~", 12),
        (b"\x1b[1;2Q", 2),
    ] {
        assert_eq!(key(bytes).0, KeyCode::F(number), "{}", bytes.escape_ascii());
    }
}

#[test]
fn a_click_has_its_place_and_one_in_the_old_encoding_is_no_text() {
    let events = decoded(b"\x1b[<0;30;7M");
    assert!(matches!(&events[..], [Event::Mouse(click)] if (click.column, click.row) == (29, 6)));
    assert!(matches!(
        &decoded(b"\x1b[<65;1;1M")[..],
        [Event::Mouse(MouseEvent { kind: MouseEventKind::ScrollDown, .. })]
    ));
    assert_eq!(decoded(b"\x1b[<0;0;0M"), []);
    assert_eq!(key(b"\x1b[M !!j").0, KeyCode::Char('j'));
}

#[test]
fn bytes_that_are_no_text_are_dropped() {
    assert_eq!(key(b"\xff\x80\xc0j").0, KeyCode::Char('j'));
    assert_eq!(key(b"\xe4j").0, KeyCode::Char('j'));
    assert_eq!(decoded("\u{9b}".as_bytes()), [], "a control character in two bytes");
    assert_eq!(key(&[b"\x1b[".as_slice(), &[b'1'; 5000], b"Aj"].concat()).0, KeyCode::Char('j'));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn any_bytes_in_any_pieces_mean_the_same_and_no_control_character_is_typed(
        bytes in proptest::collection::vec(
            prop_oneof![any::<u8>(), proptest::sample::select(b"\x1b[]OPM0123;<~ABu\\\x07".to_vec())], 0..60),
        cut in 0_usize..60,
    ) {
        let (mut whole, mut pieces) = (Decoder::default(), Decoder::default());
        let cut = cut.min(bytes.len());
        let at_once = whole.feed(&bytes);
        let in_two = [pieces.feed(&bytes[..cut]), pieces.feed(&bytes[cut..])].concat();
        prop_assert_eq!(&at_once, &in_two);
        for event in &at_once {
            let is_control = matches!(event, Event::Key(key) if matches!(key.code, KeyCode::Char(c) if c.is_control()));
            prop_assert!(!is_control);
        }
        whole.give_up();
        prop_assert_eq!(whole.patience(), None, "after a while every key works again");
        prop_assert_eq!(whole.feed(b"j").len(), 1);
    }
}
