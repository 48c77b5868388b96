//! Negation: words such as `without`, `sin` or `hate`, after which something is not wanted, and the words that end a
//! negation. This file has only words; [`tokens`](super::tokens) applies them to a text.

/// Words that negate what follows them.
const DENYING: [&str; 44] = [
    "without",
    "w/o",
    "w/out",
    "except",
    "excluding",
    "not",
    "neither",
    "no",
    "nothing",
    "dont",
    "doesnt",
    "isnt",
    "arent",
    "wasnt",
    "werent",
    "never",
    "minus",
    "hate",
    "hates",
    "dislike",
    "detest",
    "sin",
    "excepto",
    "salvo",
    "nada",
    "odio",
    "detesto",
    "sans",
    "sauf",
    "pas",
    "deteste",
    "hais",
    "sem",
    "exceto",
    "nao",
    "odeio",
    "ohne",
    "kein",
    "keine",
    "keinen",
    "nicht",
    "hasse",
    "ausser",
    "ненавижу",
];

/// Pairs of words that negate together, although neither does alone.
const DENYING_PAIRS: [(&str, &str); 33] = [
    ("bad", "at"),
    ("terrible", "at"),
    ("poor", "at"),
    ("other", "than"),
    ("rather", "than"),
    ("instead", "of"),
    ("apart", "from"),
    ("aside", "from"),
    ("anything", "but"),
    ("everything", "but"),
    ("malo", "en"),
    ("mala", "en"),
    ("mal", "en"),
    ("aparte", "de"),
    ("todo", "menos"),
    ("tudo", "menos"),
    ("ruim", "em"),
    ("nul", "en"),
    ("nulle", "en"),
    ("autre", "que"),
    ("schlecht", "in"),
    ("never", "liked"),
    ("never", "enjoyed"),
    ("never", "loved"),
    ("never", "understood"),
    ("sick", "of"),
    ("tired", "of"),
    ("hopeless", "at"),
    ("useless", "at"),
    ("rubbish", "at"),
    ("harto", "de"),
    ("harta", "de"),
    ("marre", "de"),
];

/// Words next to which a `not` negates nothing: a person who is *not sure about marketing* may still want it, and one
/// who does *not know Python* may want to learn it.
const NOT_DENIED: [&str; 16] = [
    "sure", "only", "just", "yet", "know", "have", "solo", "se", "tengo", "sais", "connais", "sei", "tenho", "weiss",
    "kann", "nur",
];

/// Words of the past that end otherwise than most.
const UNDONE: [&str; 13] =
    ["been", "built", "done", "got", "had", "known", "learnt", "made", "seen", "taken", "taught", "went", "written"];

/// Words of contrast, which end a negation.
const TURNING: [&str; 7] = ["but", "pero", "sino", "mas", "mais", "aber", "sondern"];

/// Words of wanting. They end a negation, and separate the person who wants something from what is wanted.
const WANTING: [&str; 12] =
    ["want", "wants", "wanna", "quiero", "quiere", "veux", "veut", "voudrais", "quero", "quer", "will", "mochte"];

/// Words of liking; they end a negation.
const LIKING: [&str; 15] = [
    "love", "loves", "prefer", "like", "prefiero", "amo", "encanta", "aime", "prefere", "adore", "prefiro", "adoro",
    "gosto", "liebe", "mag",
];

/// Words of avoiding and of inability. They negate what follows them only if something else is wanted: a person who
/// types *avoid burnout* wants to learn about burnout, and one who types *I can't code* wants to learn that.
const SHUNNING: [&str; 15] = [
    "avoid",
    "avoiding",
    "evitar",
    "eviter",
    "evitando",
    "vermeiden",
    "cant",
    "cannot",
    "couldnt",
    "afraid",
    "scared",
    "terrified",
    "struggle",
    "miedo",
    "peur",
];

/// Chinese words that negate what follows them. In a script without spaces they occur within a run of other words.
const UNSPACED_DENYING: [&str; 6] = ["不喜欢", "不喜歡", "不想", "不要", "讨厌", "討厭"];
/// Chinese words of inability; like those of avoiding, they negate only if something else is wanted.
const UNSPACED_SHUNNING: [&str; 2] = ["不会", "不會"];
/// Chinese words that end a negation.
const UNSPACED_TURNING: [&str; 6] = ["但", "而是", "不过", "不過", "想学", "想學"];

/// Words that extend a negation to one more thing: `no math or coding`.
const CONTINUING: [&str; 7] = ["or", "nor", "o", "ni", "ou", "nem", "oder"];

/// Whether a folded word negates what follows it.
pub(super) fn is_denying(word: &str) -> bool {
    DENYING.contains(&word) || UNSPACED_DENYING.contains(&word) || shuns(word)
}

/// Whether a folded word negates what follows it only if something else is wanted.
pub(super) fn shuns(word: &str) -> bool {
    SHUNNING.contains(&word) || UNSPACED_SHUNNING.contains(&word)
}

/// Whether a folded negation joined to the next word by a hyphen may begin a name: *no-till farming*, *non-fiction*.
/// Then it negates nothing.
pub(super) fn may_begin_a_word(word: &str) -> bool {
    matches!(word, "no" | "non" | "not")
}

/// First words of pairs that express inability. A person who types *bad at maths* and nothing else wants to learn
/// maths.
const UNABLE: [&str; 13] = [
    "bad", "terrible", "poor", "hopeless", "useless", "rubbish", "malo", "mala", "mal", "ruim", "nul", "nulle",
    "schlecht",
];

/// Whether a folded word, which negates together with the next, does so only if something else is wanted.
pub(super) fn is_unable(word: &str) -> bool {
    UNABLE.contains(&word)
}

/// Whether two adjacent folded words negate what follows them.
pub(super) fn is_denying_pair(first: &str, second: &str) -> bool {
    DENYING_PAIRS.contains(&(first, second))
}

/// Whether a folded word next to a negation cancels it.
pub(super) fn is_reserved(word: &str) -> bool {
    NOT_DENIED.contains(&word)
}

/// Whether a folded word behind `never` says what was not done before, and may be wanted now: *never coded*.
pub(super) fn is_undone(word: &str) -> bool {
    let is_past = word.ends_with("ed") || UNDONE.contains(&word);
    is_past && !is_denying_pair("never", word)
}

/// Whether a folded word expresses a contrast to what precedes it.
pub(super) fn is_turning(word: &str) -> bool {
    TURNING.contains(&word)
}

/// Whether a folded word says that something is wanted.
pub(super) fn is_wanting(word: &str) -> bool {
    WANTING.contains(&word)
}

/// Whether a folded word says that something is wanted or liked.
pub(super) fn is_wishing(word: &str) -> bool {
    is_wanting(word) || LIKING.contains(&word)
}

/// Whether a folded word extends a negation to what follows it.
pub(super) fn continues_denial(word: &str) -> bool {
    CONTINUING.contains(&word)
}

/// Returns the negating word within a run of Chinese; `None` if there is none.
pub(super) fn denial_within(text: &str) -> Option<&'static str> {
    UNSPACED_DENYING.into_iter().chain(UNSPACED_SHUNNING).find(|word| text.contains(word))
}

/// Whether a negation ends within a run of Chinese.
pub(super) fn turns_within(text: &str) -> bool {
    UNSPACED_TURNING.iter().any(|word| text.contains(word))
}
