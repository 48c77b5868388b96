//! Marks on the screens: each is explained in the help, and none stands for two things, in ASCII either. A key is said
//! once on a screen.

use std::collections::BTreeMap;

use prospectus::app::Action;
use prospectus::ascii;
use prospectus::look::LookName;
use prospectus::page::glossary;
use prospectus::ui::Look;

use crate::script::Script;

/// The signs of the glossary with their meanings.
fn signs() -> Vec<(&'static str, &'static str)> {
    glossary().flat_map(|(signs, says)| signs.split(' ').map(move |sign| (sign, says))).collect()
}

/// The signs that stand for more than one thing.
fn shared<'s>(signs: impl Iterator<Item = (String, &'s str)>) -> Vec<String> {
    let mut meanings: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (sign, says) in signs {
        let own = meanings.entry(sign).or_default();
        if !own.contains(&says) {
            own.push(says);
        }
    }
    let twice = meanings.into_iter().filter(|(_, says)| says.len() > 1);
    twice.map(|(sign, says)| format!("{sign}: {}", says.join(" / "))).collect()
}

#[test]
fn no_sign_stands_for_two_things_in_any_look() {
    let as_drawn = shared(signs().into_iter().map(|(sign, says)| (sign.to_owned(), says)));
    assert!(as_drawn.is_empty(), "{as_drawn:#?}");
    let in_ascii = |sign: &str| ascii::sign(sign).unwrap_or_else(|| sign.to_owned());
    let as_ascii = shared(signs().into_iter().map(|(sign, says)| (in_ascii(sign), says)));
    assert!(as_ascii.is_empty(), "in ASCII: {as_ascii:#?}");
}

#[test]
fn signs_of_one_kind_differ_in_ascii_as_they_do_elsewhere() {
    for (signs, says) in glossary().filter(|(_, says)| !says.starts_with("Between")) {
        let mut ascii: Vec<String> = signs.split(' ').filter_map(ascii::sign).collect();
        let count = ascii.len();
        ascii.sort();
        ascii.dedup();
        assert_eq!(ascii.len(), count, "{signs}: {says}");
    }
}

/// Whether a character is punctuation, a currency or a letter, and needs no explanation.
fn is_text(c: char) -> bool {
    c.is_ascii() || c.is_alphanumeric() || matches!(c, '\u{2010}'..='\u{201f}' | '\u{a1}'..='\u{bf}' | '€' | '₹' | '™')
}

/// The characters of a screen that no entry of the glossary explains.
pub(crate) fn unexplained(script: &Script) -> Vec<char> {
    let known: Vec<char> = signs().into_iter().flat_map(|(sign, _)| sign.chars()).collect();
    let mut found: Vec<char> = script.text().chars().filter(|c| !is_text(*c) && !known.contains(c)).collect();
    // Joints of lines, parts of a full cell of a bar, and accents.
    found.retain(|c| !"┌┐└┘├┤┬┴▉▊▋▍▎▏".contains(*c) && !matches!(c, '\u{300}'..='\u{36f}'));
    found.sort_unstable();
    found.dedup();
    found
}

/// The hints of a line: each key with its words.
fn hints(line: &str) -> Vec<&str> {
    line.split("  ").map(str::trim).filter(|hint| hint.contains(' ')).collect()
}

/// The hints that the first and the last line both have.
pub(crate) fn said_twice(script: &Script) -> Vec<String> {
    let screen = script.screen();
    let (Some(first), Some(last)) = (screen.first(), screen.last()) else { return Vec::new() };
    let first = hints(first);
    hints(last).into_iter().filter(|hint| first.contains(hint)).map(str::to_owned).collect()
}

#[test]
fn the_hints_of_the_first_and_the_last_line_are_read() {
    let script = Script::at(120, 40);
    let screen = script.screen();
    let (first, last) = (hints(&screen[0]), hints(screen.last().expect("a footer")));
    assert!(first.contains(&"g help me choose"), "{first:?}");
    assert!(last.contains(&"? keys") && last.contains(&"q quit"), "{last:?}");
}

#[test]
fn a_box_is_brackets_in_ascii_wherever_there_is_one() {
    let ascii = Look { is_ascii: true, ..Look::named(LookName::Mono) };
    let pages = [
        "f<Enter><Down>",
        "/-inst:ibm <Enter>fibm",
        "/price:<500 <Enter>fprice<Enter>",
        "t",
        "P",
        "/mit supply chain<Enter>pC",
        "gnursing<Down> ",
        "gnursing<Down> data",
        "g<Right><Right><Right><Right><Right><Right><Right><Right><Right><Right><Right><Down> ",
        "gdata<Enter>1<Right><Right><Right>lt4<Enter>R+",
    ];
    for keys in pages {
        let (mut usual, mut in_ascii) = (Script::at(60, 20).press(keys), Script::in_ascii(60, 20).press(keys));
        for (cols, rows) in [(60, 20), (80, 24), (120, 40), (200, 60)] {
            usual.act(Action::Resize(cols, rows));
            in_ascii.act(Action::Resize(cols, rows));
            let (signs, text) = (usual.text(), in_ascii.signs(ascii).join("\n"));
            let expected = ['■', '□', '⊘'].map(|sign| signs.matches(sign).count());
            let drawn = ["[x]", "[ ]", "[-]"].map(|sign| text.matches(sign).count());
            assert_eq!(drawn, expected, "{keys} at {cols}x{rows}\n{signs}\n{text}");
        }
    }
}
