//! Words of a wish that answer another question than what to learn: how advanced, at what price, how fast, toward which
//! degree. They say nothing about the subject, so they are filler; they are classified here so that they can be named.

use super::denial::is_denying;
use crate::names::words;

/// What a word says besides the subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// How advanced it should be.
    Level,
    /// That it should cost little.
    Price,
    /// That it should be done soon.
    Time,
    /// That it should be a degree.
    Degree,
}

/// The words, folded.
const WORDS: [(Aside, &str); 4] = [
    (
        Aside::Level,
        "advanced avanzado avanzada beginner beginners debutant debutants intermediate intermedio introductory \
         principiante principiantes",
    ),
    (Aside::Price, "cheap free gratis gratuit"),
    (Aside::Time, "fast quick quickly rapido"),
    (Aside::Degree, "bachelor bachelors degree degrees diploma master masters"),
];

/// Returns the words of a text that say something besides the subject, folded, in order; none if the text negates
/// something, because it may be one of them: `without a degree`.
pub fn asides(text: &str) -> Vec<(Aside, String)> {
    let words = words(text);
    if words.iter().any(|word| is_denying(word)) {
        return Vec::new();
    }
    words.into_iter().filter_map(|word| Some((aside(&word)?, word))).collect()
}

fn aside(word: &str) -> Option<Aside> {
    WORDS.iter().find(|(_, own)| own.split(' ').any(|own| own == word)).map(|(aside, _)| *aside)
}

#[cfg(test)]
mod tests {
    use super::super::filler::is_filler;
    use super::*;

    #[test]
    fn what_is_said_beside_the_subject_is_filler() {
        let found = asides("free advanced Welding, quickly");
        let found: Vec<(Aside, &str)> = found.iter().map(|(aside, word)| (*aside, word.as_str())).collect();
        assert_eq!(found, [(Aside::Price, "free"), (Aside::Level, "advanced"), (Aside::Time, "quickly")]);
        assert_eq!(asides("chemistry without a degree"), []);
        assert!(WORDS.iter().flat_map(|(_, words)| words.split(' ')).filter(|word| is_filler(word)).count() > 15);
    }
}
