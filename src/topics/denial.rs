//! Denial: words such as `without`, `sin` or `hate`, which say that what follows is not wanted, and the words that end
//! a denial. This file knows words only; [`tokens`](super::tokens) applies it to a text.

/// Words that deny what follows them.
const DENYING: [&str; 39] = [
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

/// Two words that deny together, although neither does alone.
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

/// Words next to which a `not` denies nothing: a person who is *not sure about marketing* may still want it, and one
/// who does *not know Python* may want to learn it.
const NOT_DENIED: [&str; 16] = [
    "sure", "only", "just", "yet", "know", "have", "solo", "se", "tengo", "sais", "connais", "sei", "tenho", "weiss",
    "kann", "nur",
];

/// Words that turn to the opposite, and so end a denial.
const TURNING: [&str; 7] = ["but", "pero", "sino", "mas", "mais", "aber", "sondern"];

/// Words of wanting. They end a denial, and separate who wants something from what is wanted.
const WANTING: [&str; 12] =
    ["want", "wants", "wanna", "quiero", "quiere", "veux", "veut", "voudrais", "quero", "quer", "will", "mochte"];

/// Words of liking; they end a denial.
const LIKING: [&str; 15] = [
    "love", "loves", "prefer", "like", "prefiero", "amo", "encanta", "aime", "prefere", "adore", "prefiro", "adoro",
    "gosto", "liebe", "mag",
];

/// Words of shunning and of not being able. They deny what follows them only if something else is wanted: a person who
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

/// Chinese words that deny what follows them. In a script without spaces they stand within a run of other words.
const UNSPACED_DENYING: [&str; 6] = ["不喜欢", "不喜歡", "不想", "不要", "讨厌", "討厭"];
/// Chinese words of not being able; like those of shunning, they deny only if something else is wanted.
const UNSPACED_SHUNNING: [&str; 2] = ["不会", "不會"];
/// Chinese words after which a denial does not go on.
const UNSPACED_TURNING: [&str; 6] = ["但", "而是", "不过", "不過", "想学", "想學"];

/// Words that extend a denial to one more thing: `no math or coding`.
const CONTINUING: [&str; 7] = ["or", "nor", "o", "ni", "ou", "nem", "oder"];

/// Whether a folded word denies what follows it.
pub(super) fn is_denying(word: &str) -> bool {
    DENYING.contains(&word) || UNSPACED_DENYING.contains(&word) || shuns(word)
}

/// Whether a folded word denies what follows it only if something else is wanted.
pub(super) fn shuns(word: &str) -> bool {
    SHUNNING.contains(&word) || UNSPACED_SHUNNING.contains(&word)
}

/// Whether a folded word that denies may be joined to the next by a hyphen as the beginning of a name: *no-till farming*,
/// *non-fiction*. It denies nothing then.
pub(super) fn may_begin_a_word(word: &str) -> bool {
    matches!(word, "no" | "non" | "not")
}

/// First words of pairs that say what a person cannot do. A person who types *bad at maths* and nothing else wants to
/// learn maths.
const UNABLE: [&str; 13] = [
    "bad", "terrible", "poor", "hopeless", "useless", "rubbish", "malo", "mala", "mal", "ruim", "nul", "nulle",
    "schlecht",
];

/// Whether a folded word, which denies together with the next, does so only if something else is wanted.
pub(super) fn is_unable(word: &str) -> bool {
    UNABLE.contains(&word)
}

/// Whether two folded words in a row deny what follows them.
pub(super) fn is_denying_pair(first: &str, second: &str) -> bool {
    DENYING_PAIRS.contains(&(first, second))
}

/// Whether a folded word next to one that denies takes the denial back.
pub(super) fn is_reserved(word: &str) -> bool {
    NOT_DENIED.contains(&word)
}

/// Whether a folded word turns to the opposite of what was said before.
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

/// Whether a folded word extends a denial to what follows it.
pub(super) fn continues_denial(word: &str) -> bool {
    CONTINUING.contains(&word)
}

/// Returns the word within a run of Chinese that denies what follows it; `None` if there is none.
pub(super) fn denial_within(text: &str) -> Option<&'static str> {
    UNSPACED_DENYING.into_iter().chain(UNSPACED_SHUNNING).find(|word| text.contains(word))
}

/// Whether a denial ends within a run of Chinese.
pub(super) fn turns_within(text: &str) -> bool {
    UNSPACED_TURNING.iter().any(|word| text.contains(word))
}
