//! Folding: reduces text to a form in which case, accents and compatibility forms make no difference, and splits it
//! into words. Each folded character records which characters of the original it came from, so that a match can be
//! highlighted in the original text.
//!
//! Every comparison of text goes through [`fold`] and [`each_word`], whether it is a query, a name, a title or an
//! answer. Letters that count as equal without a Unicode decomposition are listed in `letters`.

mod letters;
mod marks;

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use marks::{composed, is_accent};

/// Folded text with a mapping back to the original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// For each character of `text`, the half-open range of character positions in the original that it came from.
    pub origin: Vec<(u32, u32)>,
}

impl Folded {
    /// Folds a text and records the mapping. A dropped combining mark is attributed to the character before it.
    pub fn of(original: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(original.len()), origin: Vec::new() };
        for (position, c) in (0u32..).zip(original.chars()) {
            let before = folded.origin.len();
            fold_char(c, |c| {
                if let Some(whole) = composed(&folded.text, c) {
                    folded.text.pop();
                    folded.text.push(whole);
                    folded.origin.last_mut().into_iter().for_each(|(_, end)| *end = position + 1);
                } else {
                    folded.text.push(c);
                    folded.origin.push((position, position + 1));
                }
            });
            if folded.origin.len() == before
                && let Some((_, end)) = folded.origin.last_mut()
            {
                *end = position + 1;
            }
        }
        folded
    }
}

/// Returns the folded text without a mapping to the original.
pub fn fold(original: &str) -> String {
    let mut folded = String::with_capacity(original.len());
    fold_into(original, &mut folded);
    folded
}

/// Appends the folded form of `original` to `folded`.
pub fn fold_into(original: &str, folded: &mut String) {
    if original.is_ascii() {
        folded.extend(original.bytes().map(|byte| char::from(byte.to_ascii_lowercase())));
        return;
    }
    for c in original.chars() {
        fold_char(c, |c| {
            let whole = composed(folded, c);
            if whole.is_some() {
                folded.pop();
            }
            folded.push(whole.unwrap_or(c));
        });
    }
}

/// Folds one character into decomposed form: accents are dropped, and the vowel marks of other scripts are kept.
fn fold_char(c: char, mut emit: impl FnMut(char)) {
    if c.is_ascii() {
        return emit(c.to_ascii_lowercase());
    }
    if letters::is_silent(c) {
        return;
    }
    for part in std::iter::once(c).nfkd().filter(|part| !is_accent(*part) && !letters::is_silent(*part)) {
        for lower in part.to_lowercase().filter(|lower| !is_accent(*lower)) {
            letters::each_plain(lower, &mut emit);
        }
    }
}

/// Calls `emit` for each word of a folded text, with the position of each of its characters in that text.
///
/// A word consists of letters and digits, plus the signs in `c++`, `c#`, `security+`, `m&a` and `w/o`. Apostrophes
/// inside a word are dropped (`master's`), and so are dots between single characters (`u.s.`, `4.0`). Every other
/// character, including control characters, separates words.
pub fn each_word(folded: &str, mut emit: impl FnMut(&str, &[u32])) {
    let mut word = String::new();
    let mut places = Vec::new();
    let mut segment = 0;
    let mut rest = folded.chars();
    let mut place = 0u32;
    while let Some(c) = rest.next() {
        let is_part = c.is_alphanumeric() || is_combining_mark(c) || is_sign_of(&word, c, rest.as_str());
        if is_part {
            word.push(c);
            places.push(place);
            segment += 1;
        } else if is_joint(c, segment, rest.clone()) {
            segment = 0;
        } else {
            flush(&mut word, &mut places, &mut emit);
            segment = 0;
        }
        place += 1;
    }
    flush(&mut word, &mut places, &mut emit);
}

fn flush(word: &mut String, places: &mut Vec<u32>, emit: &mut impl FnMut(&str, &[u32])) {
    if !word.is_empty() {
        emit(word, places);
    }
    word.clear();
    places.clear();
}

/// Whether a sign after the beginning of a word belongs to it: the number sign of `c#`; the plus of `c++`, but not of
/// `python+sql`; the ampersand of abbreviations such as `m&a`, `at&t` and `de&i`; and the slash of `w/o`.
fn is_sign_of(word: &str, sign: char, rest: &str) -> bool {
    match sign {
        '#' => !word.is_empty(),
        '+' => !word.is_empty() && (word.ends_with('+') || !rest.starts_with(char::is_alphabetic)),
        '&' => is_abbreviated_pair(word, rest),
        '/' => word == "w" && matches!(leading_word(rest), "o" | "out"),
        _ => false,
    }
}

/// Whether a word and the next one are too short to be separate words: at most two letters, and one of them only one.
fn is_abbreviated_pair(word: &str, rest: &str) -> bool {
    let next = leading_word(rest);
    let is_short = |word: &str| (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_short(word) && is_short(next) && (word.len() == 1 || next.len() == 1)
}

/// Returns the letters and digits at the beginning of a text.
fn leading_word(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len())]
}

/// Whether a character that is neither letter nor digit joins the parts of a word. `segment` counts the characters
/// since the previous joining character.
fn is_joint(c: char, segment: usize, mut rest: std::str::Chars<'_>) -> bool {
    let is_letter_next = rest.next().is_some_and(char::is_alphanumeric);
    match c {
        '\'' | '’' | '‘' | 'ʼ' | '`' => segment > 0 && is_letter_next,
        '.' => segment == 1 && is_letter_next && !rest.next().is_some_and(char::is_alphanumeric),
        _ => false,
    }
}

/// Returns the words of a text that has not been folded yet.
pub fn words(original: &str) -> Vec<String> {
    let mut found = Vec::new();
    each_word(&fold(original), |word, _| found.push(word.to_owned()));
    found
}

/// Returns the words of a text that has not been folded yet, each with its byte range in that text.
pub fn placed_words(original: &str) -> Vec<(String, Range<usize>)> {
    let folded = Folded::of(original);
    let bytes: Vec<usize> = original.char_indices().map(|(at, _)| at).chain([original.len()]).collect();
    let mut found = Vec::new();
    each_word(&folded.text, |word, places| {
        let (Some(first), Some(last)) = (places.first(), places.last()) else { return };
        let (start, end) = (folded.origin[*first as usize].0, folded.origin[*last as usize].1);
        found.push((word.to_owned(), bytes[start as usize]..bytes[end as usize]));
    });
    found
}

/// Whether a word contains characters of a script written without spaces: Thai, Japanese or Chinese.
pub fn is_unspaced(word: &str) -> bool {
    let is_unspaced = |c| matches!(c, '\u{0e00}'..='\u{0e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}');
    !word.is_ascii() && word.chars().any(is_unspaced)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn case_accents_and_compatibility_forms_do_not_count() {
        assert_eq!(fold("Gestión ÉCOLE ﬁn"), "gestion ecole fin");
        assert_eq!(fold("e\u{301}cole"), "ecole");
        assert_eq!(fold("ДАННЫЕ"), "данные");
        assert_eq!(fold("AP®"), "ap");
    }

    #[test]
    fn point_38_case_folding_is_more_than_small_letters() {
        for (one, other) in [
            ("Straße", "STRASSE"),
            ("ΣΟΦΟΣ", "σοφός"),
            ("Łódź", "lodz"),
            ("Øresund", "oresund"),
            ("Œuvre", "oeuvre"),
            ("ÆRØ", "aero"),
            ("Đà Nẵng", "da nang"),
            ("Işık", "IŞIK"),
            ("þing", "THING"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} is {other}");
        }
    }

    #[test]
    fn the_vowels_of_a_script_are_no_accents() {
        for word in ["मशीन", "लेखांकन", "プログラミング", "데이터", "หลักสูตร", "বাংলা", "தமிழ்", "ব্যবসা", "ગુજરાતી"]
        {
            assert_eq!(words(word), [word], "it is one word, and printed as it was typed");
        }
        for (one, other) in
            [("プ", "フ\u{309a}"), ("데이터", "\u{1103}\u{1166}\u{110b}\u{1175}\u{1110}\u{1165}"), ("क़", "क\u{93c}")]
        {
            assert_eq!(fold(one), fold(other), "composed or not");
        }
        for (one, other) in [("मशीन", "मशन"), ("プ", "フ"), ("कल", "कला")] {
            assert_ne!(fold(one), fold(other), "other words");
        }
    }

    #[test]
    fn point_38_the_digits_of_every_script_are_digits() {
        let scripts = [
            "٠١٢٣٤٥٦٧٨٩",
            "۰۱۲۳۴۵۶۷۸۹",
            "०१२३४५६७८९",
            "০১২৩৪৫৬৭৮৯",
            "੦੧੨੩੪੫੬੭੮੯",
            "૦૧૨૩૪૫૬૭૮૯",
            "୦୧୨୩୪୫୬୭୮୯",
            "௦௧௨௩௪௫௬௭௮௯",
            "౦౧౨౩౪౫౬౭౮౯",
            "೦೧೨೩೪೫೬೭೮೯",
            "൦൧൨൩൪൫൬൭൮൯",
            "๐๑๒๓๔๕๖๗๘๙",
            "໐໑໒໓໔໕໖໗໘໙",
            "༠༡༢༣༤༥༦༧༨༩",
            "၀၁၂၃၄၅၆၇၈၉",
            "០១២៣៤៥៦៧៨៩",
            "᠐᠑᠒᠓᠔᠕᠖᠗᠘᠙",
            "０１２３４５６７８９",
            "𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡",
            "꧐꧑꧒꧓꧔꧕꧖꧗꧘꧙",
            "᭐᭑᭒᭓᭔᭕᭖᭗᭘᭙",
            "𞥐𞥑𞥒𞥓𞥔𞥕𞥖𞥗𞥘𞥙",
        ];
        for digits in scripts {
            assert_eq!(fold(digits), "0123456789", "{digits}");
        }
    }

    #[test]
    fn point_38_arabic_spellings_of_a_word_are_one_word() {
        for (one, other) in [
            ("إدارة", "اداره"),
            ("القيادة", "الـقـيـادة"),
            ("مستشفى", "مستشفي"),
            ("تأثير", "تاثير"),
            ("شؤون", "شوون"),
            ("الإِدَارَة", "الإدارة"),
            ("٢٠٢٦", "2026"),
            ("۲۰۲۶", "2026"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} is {other}");
        }
    }

    #[test]
    fn characters_that_nobody_sees_part_no_word() {
        assert_eq!(words("Da\u{ad}ta\u{2060} sci\u{200d}ence"), ["data", "science"]);
    }

    #[test]
    fn a_folded_character_knows_where_it_came_from() {
        let folded = Folded::of("e\u{301}coﬁ");
        assert_eq!(folded.text, "ecofi");
        assert_eq!(folded.origin, [(0, 2), (2, 3), (3, 4), (4, 5), (4, 5)]);
    }

    #[test]
    fn words_are_what_people_type_as_words() {
        assert_eq!(words("Master’s Degree in C++"), ["masters", "degree", "in", "c++"]);
        assert_eq!(words("U.S. Government, Industry 4.0."), ["us", "government", "industry", "40"]);
        assert_eq!(words("18.01x Statistics.com"), ["18", "01x", "statistics", "com"]);
        assert_eq!(words("数据科学 | Data-Science"), ["数据科学", "data", "science"]);
        assert_eq!(words("\u{1b}[2J da\u{7}ta ''"), ["2j", "da", "ta"]);
    }

    proptest! {
        #[test]
        fn folding_keeps_the_way_back(original in "\\PC{0,40}") {
            let folded = Folded::of(&original);
            prop_assert_eq!(&folded.text, &fold(&original));
            prop_assert_eq!(folded.text.chars().count(), folded.origin.len());
            let length = original.chars().count() as u32;
            let mut last = 0;
            for (start, end) in folded.origin {
                prop_assert!(last <= start && start < end && end <= length);
                last = start;
            }
        }

        #[test]
        fn folding_twice_changes_nothing(original in "\\PC{0,40}") {
            let once = fold(&original);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn the_places_of_a_word_spell_it(original in "[a-zéÉ'’.+ 0-9\u{301}-]{0,40}") {
            let folded = fold(&original);
            let chars: Vec<char> = folded.chars().collect();
            let mut spelt = true;
            each_word(&folded, |word, places| {
                spelt &= word.chars().eq(places.iter().map(|place| chars[*place as usize]));
            });
            prop_assert!(spelt);
        }
    }
}
