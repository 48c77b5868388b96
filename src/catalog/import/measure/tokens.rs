//! The pieces of a text with numbers: letters and digits are separated, numbers in two parts are joined, and words for
//! numbers are read where something is counted. What the numbers measure is decided elsewhere.

use super::{joins, unit};
use crate::catalog::import::digits;
use crate::catalog::import::vocabulary;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Number(f64),
    /// Digits such as `1.200`, which can be read as two numbers.
    Unclear,
    /// Such as `½`, which belongs to the number before it, if there is one.
    Fraction(f64),
    Word(String),
    Dash,
    Slash,
}

/// Splits a text into numbers, words and signs. Letters and digits are separated, also where a cell has no blank
/// between them.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let end = if c.is_ascii_digit() {
            let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(rest.len());
            tokens.extend(number(rest[..end].trim_end_matches(['.', ','])));
            end
        } else if c.is_alphabetic() {
            let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
            tokens.push(Token::Word(rest[..end].to_lowercase()));
            end
        } else {
            match c {
                '-' | '–' | '—' | '‑' => tokens.push(Token::Dash),
                '~' | '～' | '〜' if matches!(tokens.last(), Some(Token::Number(_))) => tokens.push(Token::Dash),
                '×' | '*' => tokens.push(Token::Word(c.to_string())),
                '/' | '⁄' => tokens.push(Token::Slash),
                c => tokens.extend(fraction(c).map(Token::Fraction)),
            }
            c.len_utf8()
        };
        rest = &rest[end..];
    }
    whole(&tokens)
}

fn fraction(c: char) -> Option<f64> {
    match c {
        '¼' => Some(0.25),
        '½' => Some(0.5),
        '¾' => Some(0.75),
        '⅓' => Some(1.0 / 3.0),
        '⅔' => Some(2.0 / 3.0),
        _ => None,
    }
}

/// Joins numbers that are written in two parts, such as `6½` and `1 1/2`.
fn whole(tokens: &[Token]) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let (part, used) = match &tokens[at..] {
            [Token::Fraction(part), ..] => (Some(*part), 1),
            [Token::Number(part), Token::Slash, Token::Number(of), ..] if is_fraction(*part, *of) => {
                (Some(part / of), 3)
            }
            _ => (None, 1),
        };
        match (part, joined.last_mut()) {
            (Some(part), Some(Token::Number(number))) => *number += part,
            (Some(part), _) => joined.push(Token::Number(part)),
            (None, _) => joined.push(number_in_words(&tokens[at..]).unwrap_or_else(|| token.clone())),
        }
        at += used;
    }
    joined
}

/// The number that the word at the start stands for, where a unit or another number follows, as in `six months`.
fn number_in_words(tokens: &[Token]) -> Option<Token> {
    let number = vocabulary::number_word(word_at(tokens, 0)?)?;
    let behind = tokens.iter().skip(1).find(|token| !matches!(token, Token::Dash))?;
    let is_counted = match behind {
        Token::Word(word) => unit(word).is_some() || joins(word),
        _ => false,
    };
    is_counted.then_some(Token::Number(number))
}

/// Whether `1/2` is a fraction; `5/7` is one thing or another.
fn is_fraction(part: f64, of: f64) -> bool {
    part >= 1.0 && part < of && [2.0, 3.0, 4.0].contains(&of)
}

/// Parses `1.5`, `1,5` and `1,000`; `None` for digits that are not a number, such as those of a date.
fn number(digits: &str) -> Option<Token> {
    let is_number = digits::is_well_formed(digits);
    is_number.then(|| digits::clear_number(digits).map_or(Token::Unclear, Token::Number))
}

/// The word in this place.
pub(super) fn word_at(tokens: &[Token], at: usize) -> Option<&str> {
    match tokens.get(at) {
        Some(Token::Word(word)) => Some(word),
        _ => None,
    }
}
