//! The pieces of a text with amounts: amounts, currencies and their signs, dashes between the ends of a range, and words
//! that negate or reduce an amount.

use super::NoPrice;
use super::currency::{self, Sign, named, sign};
use crate::catalog::import::digits::{end_of_amount, is_well_formed, multiplier, plain_number};
use crate::catalog::import::signal_words;
use crate::catalog::{Currency, has_unclear_point};

/// A piece of a text with amounts.
#[derive(Debug)]
pub(super) enum Piece {
    Amount(f64),
    /// Digits such as `1.250`, with the amount if the point separates thousands.
    Unclear(f64),
    Currency(Currency),
    /// A sign of several currencies.
    Sign(&'static Sign),
    /// A country, of which this is the dollar.
    Country(Currency),
    Dash,
    /// A word that negates what follows.
    Denial,
    /// A word before or after an amount by which a price is reduced.
    Reduction,
    /// Digits followed by letters or a percent sign, which are no amount.
    Unreadable,
    Other,
}

impl Piece {
    pub(super) fn amount(&self) -> Option<f64> {
        match self {
            Self::Amount(amount) => Some(*amount),
            _ => None,
        }
    }

    /// Reads unclear digits by the convention of the currency.
    pub(super) fn settle(&mut self, currency: Option<Currency>) -> Result<(), NoPrice> {
        if let Self::Unclear(thousands) = *self {
            let is_point_between = currency.is_some_and(|currency| POINTS.contains(&currency.code()));
            *self = Self::Amount(if is_point_between { thousands } else { return Err(NoPrice::Unclear) });
        }
        Ok(())
    }

    pub(super) fn currency(&self) -> Option<Currency> {
        match self {
            Self::Currency(currency) => Some(*currency),
            _ => None,
        }
    }

    pub(super) fn sign(&self) -> Option<&'static Sign> {
        match self {
            Self::Sign(sign) => Some(sign),
            _ => None,
        }
    }
}

/// The pieces without those that name a currency.
fn without_currencies(pieces: &[Piece]) -> Vec<&Piece> {
    let is_bare = |piece: &&Piece| !matches!(piece, Piece::Currency(_) | Piece::Sign(_) | Piece::Country(_));
    pieces.iter().filter(is_bare).collect()
}

/// Whether the amounts are the ends of a range: there is a dash between them, and nothing else but currencies.
pub(super) fn is_range(pieces: &[Piece]) -> bool {
    let bare = without_currencies(pieces);
    bare.windows(3).any(|three| matches!(three, [Piece::Amount(_), Piece::Dash, Piece::Amount(_)]))
}

/// Whether a text negates its amount, as `not $500` does.
pub(super) fn is_denied(pieces: &[Piece]) -> bool {
    let bare = without_currencies(pieces);
    bare.windows(2).any(|pair| matches!(pair, [Piece::Denial, Piece::Amount(_) | Piece::Unclear(_)]))
}

/// Whether a text contains an amount below zero, as `-50` and `$-50` do. No price is below zero.
pub(super) fn is_negative(text: &str) -> bool {
    // A dash between words or amounts is no minus.
    text.trim().split_once(['-', '–', '−']).is_some_and(|(before, behind)| {
        let before = before.trim();
        let is_first = before.is_empty() || named(before).is_some() || sign(before).is_some();
        is_first && behind.starts_with(|c: char| c.is_ascii_digit() || "$€£¥₹".contains(c))
    })
}

/// Whether an amount is that by which a price is reduced, as in `$500 off` and `save $500`.
pub(super) fn is_reduction(pieces: &[Piece]) -> bool {
    let is_amount = |piece: &Piece| matches!(piece, Piece::Amount(_) | Piece::Unclear(_));
    let is_one = |a: &Piece, b: &Piece| is_amount(a) && matches!(b, Piece::Reduction);
    without_currencies(pieces).windows(2).any(|pair| is_one(pair[0], pair[1]) || is_one(pair[1], pair[0]))
}

/// The pieces of a text, in order.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let end = if c.is_ascii_digit() {
            let (amount, end) = amount_at(rest);
            pieces.extend(amount);
            end
        } else if is_dash(c) {
            pieces.push(Piece::Dash);
            c.len_utf8()
        } else if c.is_whitespace() {
            c.len_utf8()
        } else {
            let (piece, end) = word_at(rest, c);
            pieces.push(piece);
            end
        };
        rest = &rest[end..];
    }
    pieces
}

/// The amount at the start of a text, and where it ends. `1.2k` is in thousands; any other letters that touch digits
/// make them unreadable, unless they name a currency.
fn amount_at(text: &str) -> (Option<Piece>, usize) {
    let end = end_of_amount(text);
    let digits = text[..end].trim_end_matches([',', '.', ' ', '\u{a0}', '\'', '’']);
    let behind = &text[digits.len()..];
    let word: String = behind.chars().take_while(|c| c.is_alphabetic()).collect();
    let amount = plain_number(&digits.replace('’', "'"));
    if let Some((factor, end)) = multiplier(behind) {
        return (amount.map(|amount| Piece::Amount(amount * factor)), digits.len() + end);
    }
    let piece = match word.as_str() {
        _ if !is_well_formed(digits) => Some(Piece::Unreadable),
        _ if behind.starts_with('%') => Some(Piece::Unreadable),
        word if !word.is_empty() && named(word).is_none() && sign(word).is_none() => Some(Piece::Unreadable),
        _ if has_unclear_point(digits) => digits.replace('.', "").parse().ok().map(Piece::Unclear),
        _ => amount.map(Piece::Amount),
    };
    (piece, digits.len())
}

/// The word at the start of a text, which may name a currency, and where it ends.
fn word_at(text: &str, first: char) -> (Piece, usize) {
    let end = text.find(|c: char| c.is_ascii_digit() || c.is_whitespace() || is_dash(c) || c == '/');
    // A slash at the start is a word of its own.
    let word = &text[..end.map_or(text.len(), |end| end.max(first.len_utf8()))];
    // In `US $500` the two belong together.
    let behind = text[word.len()..].trim_start();
    if word.len() == 2
        && behind.starts_with('$')
        && let Some(dollar) = named(&format!("{word}$"))
    {
        return (Piece::Currency(dollar), text.len() - behind.len() + 1);
    }
    let bare = word.trim_end_matches(['.', ',', ')', ';']).trim_matches(['(', '"', '“', '”', '\'']);
    let bare = bare.trim_start_matches(['~', '≈', '<', '>', '≤', '≥', '±', '+']);
    let lower = bare.to_lowercase();
    if signal_words::JOINS.contains(&bare) {
        return (Piece::Dash, word.len());
    }
    if signal_words::denies(&lower) {
        return (Piece::Denial, word.len());
    }
    if REDUCTIONS.contains(&lower.as_str()) {
        return (Piece::Reduction, word.len());
    }
    let sign = || sign(bare).map(Piece::Sign);
    let country = || currency::dollar_of(bare).map(Piece::Country);
    (named(bare).map(Piece::Currency).or_else(sign).or_else(country).unwrap_or(Piece::Other), word.len())
}

/// Words before or after an amount by which a price is reduced.
#[rustfmt::skip] // a table reads by its rows
const REDUCTIONS: [&str; 19] = [
    "off", "save", "saves", "saving", "savings", "cheaper", "discount", "minus", "spare", "sparen", "günstiger", "rabatt",
    "ahorra", "ahorre", "économisez", "remise", "risparmia", "economize", "ušetříte",
];

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—')
}

/// Currencies of places where a point stands between thousands and a comma before the fraction.
const POINTS: [&str; 8] = ["EUR", "BRL", "CLP", "COP", "DKK", "IDR", "RON", "TRY"];
