//! Everyday words that name a topic when they are typed alone, and next to another topic mostly do not: a person whose
//! *boss* wants them to learn Excel does not ask for people management, and who wants to *build* a robot not for
//! construction.

use super::topic::TopicIx;
use super::vocabulary::Vocabulary;

const EVERYDAY: &str = "\
    argent boss bosses build building builds built bureau dinero front jefa jefe laptop meeting meetings money office \
    oficina patron phone portfolio portfolios presentation resume salary transition yield yields";

/// Whether a folded word is an everyday one.
pub(super) fn is_everyday(word: &str) -> bool {
    EVERYDAY.split_whitespace().any(|own| own == word)
}

impl Vocabulary {
    /// Whether two topics are the same, or one is part of the other.
    pub(super) fn is_near(&self, one: TopicIx, other: TopicIx) -> bool {
        one == other || self.broader(one).contains(&other) || self.broader(other).contains(&one)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_sorted_and_none_is_repeated() {
        assert!(EVERYDAY.split_whitespace().is_sorted_by(|one, next| one < next));
        assert!(is_everyday("boss") && !is_everyday("leadership"));
    }
}
