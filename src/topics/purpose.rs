//! Words between what is wanted and its purpose: *English for nurses*, *matemáticas para ingeniería*, *maths to get
//! into medicine*; or its place of use: *accounting in hospitals*, *sell on Etsy*. What follows them is a field too,
//! but it only decides which programs on the first field come first. This file has only words;
//! [`tokens`](super::tokens) applies them to a text.

use super::filler::is_filler;

/// Words that mean *for* or *before*, folded.
const FOR: [&str; 8] = ["for", "before", "para", "pour", "avant", "fur", "per", "для"];

/// Words that mean *in* or *at*, folded.
const WITHIN: [&str; 16] =
    ["in", "at", "within", "inside", "en", "dans", "em", "na", "im", "nel", "nella", "nello", "في", "в", "во", "у"];

/// Words that mean *on*, folded. They lead to a place of use only after selling: in *design based on data* there is
/// none.
const ON: [&str; 5] = ["on", "en", "sur", "auf", "su"];

/// Words for selling, folded.
const SELLING: [&str; 7] = ["sell", "selling", "sells", "vender", "vendre", "verkaufen", "vendere"];

/// Words for teaching and learning in general, folded: what follows `in` is then the subject, as in *research in
/// psychology*. Filler is not listed.
const LEARNING: [&str; 14] = [
    "education",
    "research",
    "educacion",
    "investigacion",
    "capacitacion",
    "especializacion",
    "maestria",
    "licenciatura",
    "recherche",
    "educacao",
    "pesquisa",
    "bildung",
    "forschung",
    "ricerca",
];

/// The Arabic *for the*, which is joined to its noun.
const JOINED_FOR: &str = "لل";
/// The minimum length of the noun after it.
const MIN_NOUN_CHARS: usize = 3;

/// Words that mark the following noun as the object of the verb before them: *design a drone*.
const DETERMINERS: [&str; 8] = ["a", "an", "the", "my", "our", "your", "some", "his"];

/// Whether a folded word, typed after `before`, leads to a purpose.
pub(super) fn leads_to_purpose(before: &str, word: &str) -> bool {
    FOR.contains(&word) || before == "to" && is_filler(word) || ON.contains(&word) && SELLING.contains(&before)
}

/// Whether a folded word leads to a place of use.
pub(super) fn leads_within(word: &str) -> bool {
    WITHIN.contains(&word)
}

/// Whether a folded word only says that a subject is learnt, so that the subject follows.
pub(super) fn is_learning(word: &str) -> bool {
    is_filler(word) || LEARNING.contains(&word)
}

/// Whether a folded word begins with a joined word that means *for*.
pub(super) fn is_for_whom(word: &str) -> bool {
    word.strip_prefix(JOINED_FOR).is_some_and(|noun| noun.chars().count() >= MIN_NOUN_CHARS)
}

/// Whether a folded word marks the word before it as a verb.
pub(super) fn is_determiner(word: &str) -> bool {
    DETERMINERS.contains(&word)
}
