//! Columns of a terminal: the only place that measures, cuts, pads or wraps text. Works by display width and grapheme,
//! so that accents, wide characters and combining marks never bend a column; nothing is cut without a sign.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What stands for what was cut off.
pub const CUT: &str = "…";

/// How many columns a text takes: those of its graphemes, because each stands in cells of its own. Joined Arabic letters
/// are narrower as one string, but not on a terminal.
pub fn cols(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.graphemes(true).map(UnicodeWidthStr::width).sum() }
}

/// The text in at most `width` columns, its end replaced by `…` if it does not fit.
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
    out.push_str(CUT);
    out
}

/// The text in exactly `width` columns, cut or padded on the right.
pub fn left(text: &str, width: usize) -> String {
    let mut out = cut(text, width);
    let used = cols(&out);
    out.extend(std::iter::repeat_n(' ', width.saturating_sub(used)));
    out
}

/// The text in exactly `width` columns, cut or padded on the left, as numbers are.
pub fn right(text: &str, width: usize) -> String {
    let out = cut(text, width);
    let blank = width.saturating_sub(cols(&out));
    format!("{}{out}", " ".repeat(blank))
}

/// The text in lines of at most `width` columns, broken between words where that is possible. Never empty.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    // Words are measured character by character, which is too little for some joined signs; then they get less room.
    let tries = (1..=width).rev().map(|room| wrapped(text, room));
    tries.into_iter().find(|lines| lines.iter().all(|line| cols(line) <= width)).unwrap_or_else(|| wrapped(text, 1))
}

fn wrapped(text: &str, width: usize) -> Vec<String> {
    let options = textwrap::Options::new(width).word_splitter(textwrap::WordSplitter::NoHyphenation);
    let lines: Vec<String> = textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect();
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
    fn joined_letters_take_the_columns_of_each() {
        assert_eq!(cols("\u{644}\u{627}"), 2);
        assert_eq!(cols("e\u{301}"), 1);
        assert_eq!(cols("👩\u{200d}🔬"), 2);
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
