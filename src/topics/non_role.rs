//! What a person is not: *sin ser contador*, *I am not an accountant*, *ohne Programmierer zu sein*. It does not say
//! what is wanted, nor does it negate anything, so it is skipped, if the rest names something that can be wanted.

use std::ops::Range;

use super::denial::is_wanting;
use super::persons::is_person;
use super::vocabulary::Vocabulary;
use crate::names::placed_words;

/// Words that negate before a form of *to be*.
const WITHOUT: [&str; 10] = ["sin", "sans", "sem", "senza", "without", "not", "no", "despite", "pas", "nao"];
/// Forms of *to be* that follow them.
const BEING: [&str; 7] = ["ser", "etre", "essere", "being", "be", "soy", "sou"];
/// Forms of *to be* that precede a negation.
const AM: [&str; 8] = ["am", "im", "suis", "bin", "sono", "were", "was", "arent"];
/// Words that negate after a form of *to be*.
const NOT: [&str; 5] = ["not", "pas", "kein", "keine", "no"];
/// Articles before what a person is not.
const ARTICLES: [&str; 7] = ["a", "an", "the", "un", "una", "une", "um"];
/// Words that lead on to what is wanted.
const LEADING_ON: [&str; 12] =
    ["but", "and", "to", "learn", "aprender", "apprendre", "lernen", "pero", "mais", "aber", "mas", "want"];
/// Signs between two clauses.
const CLAUSE_ENDS: [char; 6] = [',', ';', '.', ':', '–', '—'];
/// The maximum number of words for what a person is not.
const MAX_ROLE: usize = 3;

impl Vocabulary {
    /// Returns a text with what the person is not replaced by blanks, so that positions stay the same.
    pub(super) fn without_non_role(&self, text: &str) -> String {
        let placed = placed_words(text);
        let words: Vec<&str> = placed.iter().map(|(word, _)| word.as_str()).collect();
        let ends = |at: usize| {
            let between = placed.get(at + 1).and_then(|next| text.get(placed[at].1.end..next.1.start));
            between.is_none_or(|between| between.contains(CLAUSE_ENDS))
        };
        let Some(range) = non_role(&words, &ends) else { return text.to_owned() };
        let place = placed[range.start].1.start..placed[range.end - 1].1.end;
        let mut plain = text.to_owned();
        plain.replace_range(place.clone(), &" ".repeat(place.len()));
        if self.names_a_topic(&plain) { plain } else { text.to_owned() }
    }
}

/// Returns the range of words for what a person is not; `ends` says whether a clause ends after a word.
fn non_role(words: &[&str], ends: &impl Fn(usize) -> bool) -> Option<Range<usize>> {
    (0..words.len()).find_map(|at| {
        let start = match words[at..] {
            [first, second, ..] if WITHOUT.contains(&first) && BEING.contains(&second) => at + 2,
            [first, second, ..] if AM.contains(&first) && NOT.contains(&second) => at + 2,
            ["ohne", ..] => return ohne(words, at),
            _ => return None,
        };
        let has_article = words.get(start).is_some_and(|word| ARTICLES.contains(word));
        let start = start + usize::from(has_article);
        let leads_on = |word: &str| is_wanting(word) || LEADING_ON.contains(&word);
        let most = words.len().min(start + MAX_ROLE);
        let last = (start..most).find(|at| ends(*at) || words.get(at + 1).is_none_or(|next| leads_on(next)))?;
        // *It must not be programming* says what is not wanted.
        let is_who = has_article || words[start..=last].iter().any(|word| is_person(word));
        is_who.then_some(at..last + 1)
    })
}

/// *Ohne Programmierer zu sein*.
fn ohne(words: &[&str], at: usize) -> Option<Range<usize>> {
    let most = words.len().min(at + MAX_ROLE + 3);
    let sein = (at + 2..most).find(|place| words[*place] == "sein" && words[place - 1] == "zu")?;
    Some(at..sein + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(text: &str) -> String {
        let plain = Vocabulary::embedded().without_non_role(text);
        plain.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_a_person_is_not_is_not_read() {
        for (text, rest) in [
            ("sin ser contador quiero aprender contabilidad", "quiero aprender contabilidad"),
            ("contabilidad sin ser contador", "contabilidad"),
            ("comptabilité sans être comptable", "comptabilité"),
            ("I want accounting but I am not an accountant", "I want accounting but I"),
            ("Ohne Programmierer zu sein Datenanalyse lernen", "Datenanalyse lernen"),
            ("without being a lawyer, contract law", ", contract law"),
        ] {
            assert_eq!(left(text), rest);
        }
    }

    #[test]
    fn another_denial_and_a_text_of_nothing_else_stay() {
        for text in ["sin matemáticas", "not python", "I am not an accountant", "no code", "I am not sure about law"] {
            assert_eq!(left(text), text);
        }
    }
}
