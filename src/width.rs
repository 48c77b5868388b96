//! Columns of a terminal: the only place that measures, cuts, pads or wraps text. Works by display width and grapheme,
//! so that accents, wide characters and combining marks never shift a column. Every cut is marked.

use textwrap::WordSplitter;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The mark of a cut.
pub const CUT: &str = "…";

/// Returns the width of a text in columns: the sum over its graphemes, because each has its own cells. Joined Arabic
/// letters are narrower as one string, but not on a terminal.
pub fn cols(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else if is_simple(text) {
        text.chars().count()
    } else {
        text.graphemes(true).map(UnicodeWidthStr::width).sum()
    }
}

/// Whether each character of a text is certainly a grapheme of one column. This holds for most texts and saves
/// segmenting them.
pub fn is_simple(text: &str) -> bool {
    text.chars().all(is_simple_char)
}

/// Letters of Western languages, points and dashes, arrows, lines, blocks and dots.
fn is_simple_char(c: char) -> bool {
    matches!(
        c,
        ' '..='~'
            | '\u{a1}'..='\u{ac}'
            | '\u{ae}'..='\u{2ff}'
            | '\u{2010}'..='\u{2027}'
            | '\u{2190}'..='\u{21ff}'
            | '\u{2260}'..='\u{2265}'
            | '\u{2500}'..='\u{25fc}'
            | '\u{2800}'..='\u{28ff}'
    )
}

/// Returns the text in at most `width` columns, its end replaced by `…` if it does not fit.
pub fn cut(text: &str, width: usize) -> String {
    if cols(text) <= width {
        return text.to_owned();
    }
    if width == 0 {
        return String::new();
    }
    let mut out = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        let next = cols(grapheme);
        if used + next > width - 1 {
            break;
        }
        out.push_str(grapheme);
        used += next;
    }
    out.truncate(out.trim_end().len());
    out.push_str(CUT);
    out
}

/// A text cut to a width: its beginning, and the part of its end that distinguishes it from others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The beginning, with the mark of a cut if anything is left out.
    pub head: String,
    /// The part kept of the end; empty if nothing is kept.
    pub tail: String,
    /// The number of characters of the text before the tail.
    pub before_tail: usize,
}

/// Cuts the texts to at most `width` columns each. Texts that would look alike with only their beginnings also keep the
/// words of their ends that differ.
pub fn cut_apart(texts: &[String], width: usize) -> Vec<Cut> {
    let heads: Vec<String> = texts.iter().map(|text| cut(text, width)).collect();
    let cut_one = |(text, head): (&String, &String)| {
        let alike = heads.iter().zip(texts).filter(|(other_head, other)| *other_head == head && *other != text);
        let shared = alike.map(|(_, other)| shared_words(text, other)).min();
        shared.and_then(|shared| with_end(text, shared, width)).unwrap_or_else(|| Cut {
            head: head.clone(),
            tail: String::new(),
            before_tail: text.chars().count(),
        })
    };
    texts.iter().zip(&heads).map(cut_one).collect()
}

/// Returns the length in bytes of the shared beginning of two texts, up to the first word that differs.
fn shared_words(one: &str, other: &str) -> usize {
    let shared = one.chars().zip(other.chars()).take_while(|(own, other)| own == other);
    let shared: usize = shared.map(|(own, _)| own.len_utf8()).sum();
    one[..shared].rfind(' ').map_or(0, |blank| blank + 1)
}

/// Returns the text with its end from a byte on; `None` if that leaves no room for a beginning.
fn with_end(text: &str, from: usize, width: usize) -> Option<Cut> {
    let tail = cut(&text[from..], width * 2 / 3);
    let room = width.checked_sub(cols(&tail)).filter(|room| *room > 3 && from > 0 && !tail.is_empty())?;
    Some(Cut { head: cut(&text[..from], room), tail, before_tail: text[..from].chars().count() })
}

/// Returns the text in exactly `width` columns, cut or padded on the right.
pub fn left(text: &str, width: usize) -> String {
    let mut out = cut(text, width);
    let used = cols(&out);
    out.extend(std::iter::repeat_n(' ', width.saturating_sub(used)));
    out
}

/// Returns the text in exactly `width` columns, cut or padded on the left, as for numbers.
pub fn right(text: &str, width: usize) -> String {
    let out = cut(text, width);
    let blank = width.saturating_sub(cols(&out));
    format!("{}{out}", " ".repeat(blank))
}

/// Returns the text in lines of at most `width` columns, broken between words where possible. Never empty.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    if !text.ends_with(char::is_whitespace) && !text.contains('\n') && cols(text) <= width {
        return vec![text.to_owned()];
    }
    // The widths of single characters may add up to less than that of a joined sign; then the text is wrapped to a
    // smaller width.
    let tries = (1..=width).rev().map(|room| wrapped(&tied(text, room, room / 2), room));
    tries.into_iter().find(|lines| lines.iter().all(|line| cols(line) <= width)).unwrap_or_else(|| wrapped(text, 1))
}

/// A placeholder for a blank that must not be broken. It occurs in no text and is replaced by a blank in the lines.
const TIE: char = '\u{e000}';

/// Ties words together that must not be separated: a mark and its value in pieces of at most `width` columns, and a
/// number and its unit in pieces of at most `unit_width`, because a narrow column would become ragged.
fn tied(text: &str, width: usize, unit_width: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut piece, mut before) = (0, "");
    for (place, word) in text.split(' ').enumerate() {
        let joined = piece + 1 + cols(word);
        let most = if is_marked(before, word) { width } else { unit_width };
        let is_tied = place > 0 && joined <= most && (is_marked(before, word) || is_counted(before, word));
        if place > 0 {
            out.push(if is_tied { TIE } else { ' ' });
        }
        out.push_str(word);
        piece = if is_tied { joined } else { cols(word) };
        before = word;
    }
    out
}

/// Whether a word is a value after its mark of basis, or a percent sign after its number.
fn is_marked(before: &str, word: &str) -> bool {
    const MARKS: [&str; 4] = ["~", "p", "i", "e"];
    MARKS.contains(&before.trim_start_matches('(')) || word.starts_with('%')
}

/// Whether a word is a unit after its number.
fn is_counted(before: &str, word: &str) -> bool {
    const UNITS: [&str; 12] =
        ["hours", "hour", "h", "months", "month", "mo", "weeks", "week", "wk", "years", "year", "courses"];
    let before = before.trim_start_matches('(');
    let is_number = before.starts_with(|c: char| c.is_ascii_digit()) && before.ends_with(|c: char| c.is_ascii_digit());
    let unit = word.trim_end_matches([',', '.', ';', ':', ')']);
    is_number && UNITS.contains(&unit)
}

/// Returns the unbreakable pieces of a text: words, and values with their marks.
pub fn pieces(text: &str) -> Vec<String> {
    tied(text, usize::MAX, 0).split_whitespace().map(|piece| piece.replace(TIE, " ")).collect()
}

fn wrapped(text: &str, width: usize) -> Vec<String> {
    // Words stay whole if each of them fits. If one is too long, such as an id, words may be broken after a hyphen.
    let is_too_long = text.split_whitespace().any(|word| cols(word) > width);
    let splitter = if is_too_long { WordSplitter::HyphenSplitter } else { WordSplitter::NoHyphenation };
    let options = textwrap::Options::new(width).word_splitter(splitter);
    let lines: Vec<String> = textwrap::wrap(text, options).iter().map(|line| line.replace(TIE, " ")).collect();
    if lines.is_empty() { vec![String::new()] } else { lines }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_cut_shows_its_sign_and_keeps_within_its_columns() {
        assert_eq!(cut("Supply Chain", 12), "Supply Chain");
        assert_eq!(cut("Supply Chain", 7), "Supply…");
        assert_eq!(cut("数据科学", 5), "数据…");
        assert_eq!(cut("数据科学", 4), "数…");
        assert_eq!(cut("abc", 0), "");
        assert_eq!(right("7", 3), "  7");
        assert_eq!(cut("👩‍🔬👩‍🔬", 3), "👩‍🔬…");
    }

    #[test]
    fn texts_that_look_alike_keep_what_tells_them_apart() {
        let texts =
            ["Statistics and Data Science (General Track)", "Statistics and Data Science (Methods Track)", "Data"];
        let drawn = |texts: &[&str], width| -> Vec<String> {
            let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
            let cuts = cut_apart(&texts, width);
            for (cut, text) in cuts.iter().zip(&texts) {
                let end: String = text.chars().skip(cut.before_tail).collect();
                assert!(end.starts_with(cut.tail.trim_end_matches(CUT)), "{cut:?} of {text}");
                assert!(cols(&cut.head) + cols(&cut.tail) <= width, "{cut:?} in {width}");
            }
            cuts.into_iter().map(|cut| cut.head + &cut.tail).collect()
        };
        assert_eq!(drawn(&texts, 27), ["Statistics…(General Track)", "Statistics…(Methods Track)", "Data"]);
        assert_eq!(
            drawn(&texts, 36),
            ["Statistics and Data Science (Genera…", "Statistics and Data Science (Method…", "Data"]
        );
        assert_eq!(drawn(&texts[..1], 12), ["Statistics…"]);
        assert_eq!(drawn(&["数据科学一", "数据科学二"], 8), ["数据科…", "数据科…"], "one word has no end to keep");
        for width in 0..50 {
            drawn(&texts, width);
        }
    }

    #[test]
    fn a_value_stays_with_its_mark_and_its_unit() {
        let table = [
            ("price ~ US$1,430–9,000, about", 18, vec!["price", "~ US$1,430–9,000,", "about"]),
            ("may be 64 to 77 %.", 15, vec!["may be 64 to", "77 %."]),
            ("of them 23 (43 %) were", 14, vec!["of them 23", "(43 %) were"]),
            ("it takes you 5–18 hours a week", 20, vec!["it takes you", "5–18 hours a week"]),
            ("in all it takes 10 months, or more", 22, vec!["in all it takes", "10 months, or more"]),
            ("it takes 5–18 hours a week", 14, vec!["it takes 5–18", "hours a week"]),
            ("within your deadline (18 months)", 26, vec!["within your deadline", "(18 months)"]),
            // If a line cannot hold both, they are separated like words.
            ("~ US$1,430–9,000", 14, vec!["~", "US$1,430–9,000"]),
            ("2 a ~ b", 40, vec!["2 a ~ b"]),
        ];
        for (text, width, lines) in table {
            assert_eq!(wrap(text, width), lines, "{text}");
        }
        assert_eq!(pieces("~ 640–970 hours a week"), ["~ 640–970", "hours", "a", "week"]);
    }

    #[test]
    fn joined_letters_take_the_columns_of_each() {
        assert_eq!(cols("\u{644}\u{627}"), 2);
        assert_eq!(cols("e\u{301}"), 1);
        assert_eq!(cols("👩\u{200d}🔬"), 2);
    }

    #[test]
    fn a_simple_character_is_a_grapheme_of_one_column_beside_any_other() {
        let all: String = ('\0'..='\u{ffff}').filter(|c| is_simple_char(*c)).collect();
        assert!(all.chars().all(|c| UnicodeWidthStr::width(c.encode_utf8(&mut [0; 4]) as &str) == 1));
        assert_eq!(all.graphemes(true).count(), all.chars().count());
        let backwards: String = all.chars().rev().collect();
        assert_eq!(backwards.graphemes(true).count(), all.chars().count());
        assert!(!is_simple("e\u{301}") && !is_simple("数") && !is_simple("\t"));
    }

    proptest! {
        #[test]
        fn padded_text_takes_exactly_its_columns(text in "\\PC{0,40}", width in 1_usize..50) {
            prop_assert_eq!(cols(&left(&text, width)), width);
            prop_assert_eq!(cols(&right(&text, width)), width);
        }

        #[test]
        fn wrapped_lines_are_never_too_wide(text in "[a-zé数لا\u{301}❤️👩‍🔬🇫🇷 ]{0,80}", width in 2_usize..30) {
            for line in wrap(&text, width) {
                prop_assert!(cols(&line) <= width, "{line:?} in {width}");
            }
        }
    }
}
