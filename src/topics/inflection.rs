//! Inflection: maps forms of one word to each other, across number, gender, and the noun, verb and person of one
//! activity (`teach`, `teaching`, `teacher`; `programar`, `programación`, `programador`). It strips endings without a
//! dictionary, so its results are for comparison only, and are used only if the word as typed is unknown.

/// The shortest stem that still distinguishes words.
const MIN_STEM_CHARS: usize = 4;
/// The shortest word whose last vowel is stripped as an ending: `enfermera` and `engine`, but not `java`.
const MIN_CHARS_BEFORE_VOWEL: usize = 6;

/// Folded endings of activities, persons and fields in English, Spanish, French and Portuguese. The first match is
/// stripped, so longer endings come before their own suffixes.
const ENDINGS: [&str; 42] = [
    "aciones", "adores", "adoras", "ateurs", "ations", "acion", "ation", "adora", "ateur", "ments", "acao", "ador",
    "ando", "antes", "istas", "ismo", "ings", "ment", "ante", "ista", "iste", "ing", "ers", "ors", "ist", "ant", "ics",
    "ica", "ico", "ic", "iqu", "ar", "er", "ir", "or", "ed", "ia", "ie", "i", "y", "e", "a",
];

/// English singulars that end like another form of a word, sorted: a *career* is not a person who cares.
const WHOLE: [&str; 65] = [
    "banner", "barrier", "border", "bother", "brother", "butter", "cancer", "career", "carpet", "chapter", "cluster",
    "copper", "corner", "corridor", "counter", "courier", "customer", "daughter", "dinner", "exterior", "farther",
    "father", "filter", "finger", "flower", "folder", "former", "frontier", "germany", "hamster", "harbor", "hunger",
    "interior", "ladder", "latter", "leather", "letter", "manner", "master", "matter", "meter", "minister", "minor",
    "monitor", "monster", "mother", "number", "order", "panic", "paper", "party", "pepper", "poster", "power",
    "proper", "quarter", "rather", "sector", "shower", "sister", "summer", "temper", "tower", "water", "weather",
];

/// Endings of Arabic plurals.
const ARABIC_PLURALS: [&str; 3] = ["ين", "ون", "ات"];

/// Endings of Russian nouns and adjectives in all cases. The first match is stripped, so longer endings come first.
const RUSSIAN_CASES: [&str; 42] = [
    "иями", "ями", "ами", "ого", "его", "ому", "ему", "ыми", "ими", "иям", "иях", "ией", "ов", "ев", "ей", "ой", "ий",
    "ый", "ая", "яя", "ое", "ее", "ые", "ие", "их", "ых", "ым", "им", "ам", "ям", "ах", "ях", "ом", "ем", "ую", "юю",
    "ия", "ии", "ию", "ы", "и", "а",
];
/// Single letters that end a Russian noun in other cases.
const RUSSIAN_LETTERS: [char; 6] = ['я', 'е', 'о', 'у', 'ю', 'ь'];

/// Returns a folded word without its number and gender endings, without the Arabic article, and without Russian case
/// endings.
pub(super) fn singular(word: &str) -> String {
    let word = without_arabic_plural(without_article(word));
    if word.starts_with(|c| matches!(c, 'а'..='я')) {
        return without_case(word).to_owned();
    }
    let chars = word.chars().count();
    if chars <= 3 || !word.is_ascii() {
        return word.to_owned();
    }
    let stem = match without_german_gender(word) {
        word if word.ends_with("ies") => return format!("{}y", &word[..word.len() - 3]),
        word if ["ss", "us", "is"].iter().any(|end| word.ends_with(end)) => word,
        word if ["ches", "shes", "sses", "xes", "zes"].iter().any(|end| word.ends_with(end)) => &word[..word.len() - 2],
        word => word.strip_suffix('s').unwrap_or(word),
    };
    let is_long = stem.len() >= MIN_CHARS_BEFORE_VOWEL;
    stem.strip_suffix(['a', 'e', 'o']).filter(|_| is_long).unwrap_or(stem).to_owned()
}

/// Returns a folded word without the article and the conjunction that Arabic prefixes to it.
fn without_article(word: &str) -> &str {
    let bare = word.strip_prefix("وال").or_else(|| word.strip_prefix("ال")).or_else(|| word.strip_prefix("لل"));
    bare.filter(|bare| bare.chars().count() >= 3).unwrap_or(word)
}

/// Returns an Arabic word without a plural ending that leaves the rest of the noun unchanged: `معلمين` as `معلم`.
fn without_arabic_plural(word: &str) -> &str {
    let bare = ARABIC_PLURALS.iter().find_map(|ending| word.strip_suffix(ending));
    bare.filter(|bare| bare.chars().count() >= MIN_STEM_CHARS).unwrap_or(word)
}

/// Returns the masculine form of a feminine German noun: `projektmanager` for `projektmanagerin`.
fn without_german_gender(word: &str) -> &str {
    let bare = word.strip_suffix("innen").or_else(|| word.strip_suffix("in"));
    bare.filter(|bare| bare.len() > MIN_STEM_CHARS && bare.ends_with("er")).unwrap_or(word)
}

/// Returns a Russian word without its case ending.
fn without_case(word: &str) -> &str {
    let is_word = |bare: &&str| bare.chars().count() >= MIN_STEM_CHARS;
    let bare = RUSSIAN_CASES.iter().find_map(|ending| word.strip_suffix(ending).filter(is_word));
    bare.or_else(|| word.strip_suffix(RUSSIAN_LETTERS).filter(is_word)).unwrap_or(word)
}

/// Iterates over a folded word in its other number, with English and Spanish endings or the Arabic article.
pub(super) fn numbers(word: &str) -> impl Iterator<Item = String> {
    let swaps = [("ies", "y"), ("es", ""), ("s", ""), ("y", "ies"), ("", "es"), ("", "s")];
    let swapped = move |(from, to): (&str, &str)| Some(format!("{}{to}", word.strip_suffix(from)?));
    swaps.into_iter().filter_map(swapped).chain(std::iter::once(without_article(word).to_owned()))
}

/// Returns the stem that the forms of a word share, or `None` if too little is left or the word is not ASCII.
pub fn stem(word: &str) -> Option<String> {
    let singular = singular(word);
    if !singular.is_ascii() {
        return None;
    }
    if WHOLE.binary_search(&singular.as_str()).is_ok() {
        return Some(singular);
    }
    // The titles of a large catalogue have millions of words, so most endings are passed over by their last letter.
    let last = singular.as_bytes().last();
    let endings = ENDINGS.iter().filter(|ending| ending.as_bytes().last() == last);
    let bare = |ending: &str| singular.strip_suffix(ending).filter(|bare| bare.len() >= MIN_STEM_CHARS);
    let bare = endings.into_iter().find_map(|ending| bare(ending)).unwrap_or(&singular);
    Some(single_ending(bare).to_owned()).filter(|stem| stem.len() >= MIN_STEM_CHARS)
}

/// Reduces a doubled last letter, so that `programm` becomes `program`.
fn single_ending(stem: &str) -> &str {
    let mut last = stem.bytes().rev();
    let is_doubled = last.next() == last.next();
    if is_doubled && stem.len() > MIN_STEM_CHARS { &stem[..stem.len() - 1] } else { stem }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_are_in_the_order_in_which_they_are_searched() {
        assert!(WHOLE.is_sorted());
        assert!(WHOLE.iter().all(|word| stem(word).as_deref() == Some(word)));
    }

    #[test]
    fn numbers_and_genders_are_one_word() {
        for (one, other) in [
            ("drones", "drone"),
            ("databases", "database"),
            ("batteries", "battery"),
            ("enfermeras", "enfermero"),
            ("contadores", "contador"),
            ("refugees", "refugee"),
            ("القياده", "قياده"),
            ("للمهندسين", "مهندس"),
            ("المهندسون", "مهندس"),
            ("projektmanagerinnen", "projektmanager"),
            ("медицине", "медицина"),
            ("маркетинга", "маркетинг"),
            ("финансов", "финансы"),
            ("психологию", "психология"),
        ] {
            assert_eq!(singular(one), singular(other), "{one} is {other}");
        }
        for (one, other) in [
            ("data", "date"),
            ("java", "jav"),
            ("business", "busine"),
            ("sales", "salsa"),
            ("protein", "prote"),
            ("дизайн", "дизайнер"),
        ] {
            assert_ne!(singular(one), singular(other), "{one} is not {other}");
        }
    }

    #[test]
    fn an_activity_its_verb_and_its_person_have_one_stem() {
        for forms in [
            ["teach", "teaching", "teacher"],
            ["programar", "programacion", "programador"],
            ["programming", "programmer", "programmers"],
            ["develop", "developer", "development"],
            ["economia", "economics", "economista"],
            ["invest", "investor", "investing"],
        ] {
            assert!(forms.iter().all(|form| stem(form) == stem(forms[0])), "{forms:?}: {:?}", forms.map(stem));
        }
        assert_eq!(stem("art"), None);
        for (whole, other) in [("career", "care"), ("corner", "corn"), ("posters", "post"), ("powers", "pow")] {
            assert_ne!(stem(whole), stem(other).or(Some(other.to_owned())), "{whole} is no form of {other}");
        }
    }
}
