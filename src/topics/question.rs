//! Questions of how or why something is as it is: *how the brain makes decisions*. Their nouns are not all fields; the
//! one that says most is what the question is about. *How to* asks for a skill and is no such question.

/// Words that ask why, folded.
const WHY: [&str; 6] = ["why", "warum", "wieso", "pourquoi", "perche", "почему"];
/// Words that ask how, folded, with what must follow in a question of this kind.
const HOW: [(&str, &[&str]); 5] = [
    ("como", &["funciona", "funcionan", "funcionam"]),
    ("wie", &["funktioniert", "funktionieren", "entsteht", "entstehen"]),
    ("comment", &["fonctionne", "fonctionnent"]),
    ("come", &["funziona", "funzionano"]),
    ("как", &["работает", "работают", "устроен", "устроена"]),
];
/// What follows the English *how* if a skill is asked for, or a number.
const NO_QUESTION: [&str; 22] = [
    "about", "can", "could", "far", "get", "hard", "i", "long", "many", "much", "often", "old", "people", "should",
    "to", "we", "well", "will", "would", "you", "your", "soon",
];
/// Auxiliary verbs, behind which the same words tell the same.
const AUXILIARY: [&str; 6] = ["are", "did", "do", "does", "is", "was"];

/// Whether a text, given by its folded words, asks how or why something is as it is.
pub(super) fn asks_how_or_why(words: &[String]) -> bool {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["por", "que", _, ..] => true,
        ["how", auxiliary, next, ..] if AUXILIARY.contains(auxiliary) => !NO_QUESTION.contains(next),
        ["how", next, ..] => !NO_QUESTION.contains(next),
        [first, next, ..] => WHY.contains(first) || HOW.iter().any(|(how, verbs)| how == first && verbs.contains(next)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::words;

    #[test]
    fn a_question_is_told_from_a_skill() {
        for text in [
            "how the brain makes decisions",
            "How do vaccines work?",
            "warum gibt es Inflation",
            "como funciona un banco",
        ] {
            assert!(asks_how_or_why(&words(text)), "{text}");
        }
        for text in
            ["how to code", "how do I invest", "how can I learn", "how much is it", "como aprender", "brains", "how"]
        {
            assert!(!asks_how_or_why(&words(text)), "{text}");
        }
    }
}
