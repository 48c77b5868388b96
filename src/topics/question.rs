//! Questions about how or why something is as it is: *how the brain makes decisions*. Not all of their nouns are
//! fields; the most specific one is the subject. *How to* asks for a skill and is not such a question.

/// Words for *why*, folded.
const WHY: [&str; 6] = ["why", "warum", "wieso", "pourquoi", "perche", "почему"];
/// Words for *how*, folded, with the verbs that must follow in a question of this kind.
const HOW: [(&str, &[&str]); 5] = [
    ("como", &["funciona", "funcionan", "funcionam"]),
    ("wie", &["funktioniert", "funktionieren", "entsteht", "entstehen"]),
    ("comment", &["fonctionne", "fonctionnent"]),
    ("come", &["funziona", "funzionano"]),
    ("как", &["работает", "работают", "устроен", "устроена"]),
];
/// Words after the English *how* in other questions, such as those about a skill or a number.
const NO_QUESTION: [&str; 22] = [
    "about", "can", "could", "far", "get", "hard", "i", "long", "many", "much", "often", "old", "people", "should",
    "to", "we", "well", "will", "would", "you", "your", "soon",
];
/// Auxiliary verbs, which may precede these words.
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
