//! The digits of an amount or a measure: where they end, whether their separators are well placed, what their value is,
//! and what multiplies it. Digits that can be read in two ways have no value.

use crate::catalog::{can_begin_groups, has_unclear_point};

/// Parses `1350`, `1,350.00`, `1.350,00`, `1 350` or `2.16E+11`.
pub(super) fn plain_number(text: &str) -> Option<f64> {
    // Most numbers in records are written plainly.
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok();
    }
    let is_number =
        |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+' | 'e' | 'E' | ' ' | '\u{a0}' | '\'');
    // Behind a comma and a blank another number of a list begins.
    let is_list = text.contains(", ") || text.contains(",\u{a0}");
    if is_list || !text.chars().all(is_number) || !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if text.contains(['e', 'E']) {
        return text.parse().ok();
    }
    let compact: String = text.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\'')).collect();
    normalised(&compact).parse().ok()
}

/// Rewrites digits with a point before the fraction and no thousands separators.
fn normalised(digits: &str) -> String {
    let fraction = |sign: char| digits.rfind(sign).map(|at| digits.len() - at - 1);
    let decimal = match (fraction(','), fraction('.')) {
        // If both signs occur, the last one is the decimal separator.
        (Some(comma), Some(point)) => Some(if comma < point { ',' } else { '.' }),
        // A comma before exactly three digits separates thousands where it can, and so does a sign that occurs more than
        // once.
        (Some(after), None) if digits.matches(',').count() == 1 => {
            let can_group = after == 3 && can_begin_groups(digits[..digits.len() - 4].trim_start_matches(['+', '-']));
            (!can_group).then_some(',')
        }
        (None, Some(_)) if digits.matches('.').count() == 1 => Some('.'),
        _ => None,
    };
    let parts = digits.rsplit_once(|c| Some(c) == decimal);
    let whole = |text: &str| text.replace([',', '.'], "");
    parts.map_or_else(|| whole(digits), |(before, after)| format!("{}.{after}", whole(before)))
}

/// Words and letters that multiply the amount before them.
#[rustfmt::skip] // a table reads by its rows
const MULTIPLIERS: [(f64, &[&str]); 4] = [
    (1e3, &["k", "thousand", "tsd", "tausend", "mille", "mil", "mila", "tys", "tis"]),
    (1e5, &["lakh", "lakhs", "lac", "lacs", "l"]),
    (1e6, &["million", "millions", "mio", "mln", "millionen", "millones", "milioni", "milhões"]),
    (1e7, &["crore", "crores", "cr"]),
];

/// What multiplies the amount that ends before this text, and where it ends.
pub(super) fn multiplier(behind: &str) -> Option<(f64, usize)> {
    let word = behind.trim_start();
    let end = word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len());
    let folded = word[..end].to_lowercase();
    // A single letter must touch the amount.
    let is_near = folded.chars().count() > 1 || word.len() == behind.len();
    let (factor, _) = MULTIPLIERS.iter().find(|(_, words)| is_near && words.contains(&folded.as_str()))?;
    Some((*factor, behind.len() - word.len() + end))
}

/// Whether the separators of an amount are well placed: before groups of three, or of two and a last three as in
/// India, and once before the fraction.
pub(super) fn is_well_formed(digits: &str) -> bool {
    let groups: Vec<&str> = digits.split(|c: char| !c.is_ascii_digit()).collect();
    let signs: Vec<char> = digits.chars().filter(|c| !c.is_ascii_digit()).collect();
    let (Some(last), Some(inner)) = (signs.last(), signs.split_last().map(|(_, inner)| inner)) else { return true };
    let is_one_sign = inner.windows(2).all(|pair| pair[0] == pair[1]);
    let middle = &groups[1..groups.len() - 1];
    let end = groups[groups.len() - 1].len();
    let are_groups = middle.iter().all(|group| matches!(group.len(), 2 | 3));
    // The last sign is that of the fraction unless it is the same as those before it.
    let is_last_a_group = inner.contains(last) && end == 3;
    let is_fraction = !inner.contains(last);
    groups.iter().all(|group| !group.is_empty()) && is_one_sign && are_groups && (is_last_a_group || is_fraction)
}

/// Parses a number that can be read in one way only; `None` for `1.250`, which is a thousand to some and one to others.
pub(super) fn clear_number(text: &str) -> Option<f64> {
    plain_number(text).filter(|_| !has_unclear_point(text))
}

/// The end of an amount: digits and separators, with a blank or an apostrophe only before a group of three digits.
pub(super) fn end_of_amount(text: &str) -> usize {
    let is_group = |rest: &str| rest.len() >= 3 && rest.bytes().take_while(u8::is_ascii_digit).count() == 3;
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let belongs = match c {
            ' ' | '\u{a0}' | '\'' | '’' => {
                text[..at].ends_with(|c: char| c.is_ascii_digit()) && is_group(&text[at + c.len_utf8()..])
            }
            c => c.is_ascii_digit() || matches!(c, ',' | '.'),
        };
        if !belongs {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}
