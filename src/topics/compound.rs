//! Compounds of German and Dutch, which are written as one word: `Lieferkettenmanagement`, `Datenbankkurs`. A compound
//! that the vocabulary lacks is read as its parts if each of them is a phrase of the vocabulary or, like *Kurs*,
//! filler.

use super::filler::is_filler;
use super::phrases::How;
use super::vocabulary::Vocabulary;

/// The minimum length of a compound; shorter words consist of such parts by accident.
const MIN_COMPOUND_CHARS: usize = 10;
/// The maximum number of parts.
const MAX_PARTS: usize = 4;
/// The minimum length of a part.
const MIN_PART_CHARS: usize = 4;
/// Linking letters between parts; the empty link comes first.
const JOINTS: [&str; 6] = ["", "s", "n", "en", "es", "er"];

impl Vocabulary {
    /// Returns the parts of a folded word that is a compound; `None` if it is none.
    pub(super) fn parts_of_compound(&self, word: &str) -> Option<Vec<String>> {
        if word.len() < MIN_COMPOUND_CHARS || !word.is_ascii() {
            return None;
        }
        let parts = self.parts_from(word).filter(|parts| parts.len() <= MAX_PARTS)?;
        parts.iter().any(|part| !is_filler(part)).then_some(parts)
    }

    /// The parts of the rest of a compound, the longest first part first.
    fn parts_from(&self, rest: &str) -> Option<Vec<String>> {
        let last = rest.len().checked_sub(MIN_PART_CHARS)?;
        (MIN_PART_CHARS..=last).rev().find_map(|end| {
            let (first, behind) = (self.first_part(&rest[..end])?, &rest[end..]);
            let others = if self.is_part(behind) { vec![behind.to_owned()] } else { self.parts_from(behind)? };
            Some([vec![first], others].concat())
        })
    }

    /// Returns a part without the link to the next; `None` if it is not a part.
    fn first_part(&self, text: &str) -> Option<String> {
        let bare = JOINTS.iter().filter_map(|joint| text.strip_suffix(joint));
        let mut bare = bare.filter(|bare| bare.len() >= MIN_PART_CHARS);
        bare.find(|bare| self.phrases().is_phrase_of(&[bare], How::Exactly)).map(str::to_owned)
    }

    fn is_part(&self, text: &str) -> bool {
        is_filler(text) || self.phrases().is_phrase_of(&[text], How::InAnotherNumber)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(word: &str) -> String {
        Vocabulary::embedded().parts_of_compound(word).unwrap_or_default().join(" ")
    }

    #[test]
    fn a_compound_is_its_parts() {
        assert_eq!(parts("marketingmanagement"), "marketing management");
        assert_eq!(parts("finanzenkurs"), "finanzen kurs");
        assert_eq!(parts("psychologiestudium"), "", "what the vocabulary lacks is no part");
    }

    #[test]
    fn a_word_that_only_looks_like_one_is_whole() {
        for word in ["understanding", "blacksmithing", "artmusic"] {
            assert_eq!(parts(word), "", "{word}");
        }
    }
}
