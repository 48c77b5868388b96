//! One word in several forms: numbers, genders, and the noun, the verb and the person of one activity (`teach`,
//! `teaching`, `teacher`; `programar`, `programación`, `programador`). It strips endings and knows no dictionary, so what
//! it makes is for comparing only, and only where the words as they stand are not known.

/// The shortest stem that still tells words apart.
const MIN_STEM_CHARS: usize = 4;
/// From this length on a last vowel is an ending: `enfermera`, `engine`, but not `java`.
const MIN_CHARS_BEFORE_VOWEL: usize = 6;

/// Endings of activities, persons and fields in English, Spanish, French and Portuguese, the longest first, folded.
const ENDINGS: [&str; 42] = [
    "aciones", "adores", "adoras", "ateurs", "ations", "acion", "ation", "adora", "ateur", "ments", "acao", "ador",
    "ando", "antes", "istas", "ismo", "ings", "ment", "ante", "ista", "iste", "ing", "ers", "ors", "ist", "ant", "ics",
    "ica", "ico", "ic", "iqu", "ar", "er", "ir", "or", "ed", "ia", "ie", "i", "y", "e", "a",
];

/// A folded word without the ending of its number and gender, and without the Arabic article.
pub(super) fn singular(word: &str) -> String {
    let word = without_article(word);
    let chars = word.chars().count();
    if chars <= 3 || !word.is_ascii() {
        return word.to_owned();
    }
    let stem = match word {
        _ if word.ends_with("ies") => return format!("{}y", &word[..word.len() - 3]),
        _ if ["ss", "us", "is"].iter().any(|end| word.ends_with(end)) => word,
        _ if ["ches", "shes", "sses", "xes", "zes"].iter().any(|end| word.ends_with(end)) => &word[..word.len() - 2],
        _ => word.strip_suffix('s').unwrap_or(word),
    };
    let is_long = stem.len() >= MIN_CHARS_BEFORE_VOWEL;
    stem.strip_suffix(['a', 'e', 'o']).filter(|_| is_long).unwrap_or(stem).to_owned()
}

/// A folded word without the article, and the `and`, that Arabic writes together with it.
fn without_article(word: &str) -> &str {
    let bare = word.strip_prefix("وال").or_else(|| word.strip_prefix("ال")).or_else(|| word.strip_prefix("لل"));
    bare.filter(|bare| bare.chars().count() >= 3).unwrap_or(word)
}

/// What the forms of a word have in common; nothing where too little is left of it.
pub fn stem(word: &str) -> Option<String> {
    let singular = singular(word);
    if !singular.is_ascii() {
        return None;
    }
    let bare = |ending: &str| singular.strip_suffix(ending).filter(|bare| bare.len() >= MIN_STEM_CHARS);
    let bare = ENDINGS.iter().find_map(|ending| bare(ending)).unwrap_or(&singular);
    Some(single_ending(bare).to_owned()).filter(|stem| stem.len() >= MIN_STEM_CHARS)
}

/// `programm` is `program`.
fn single_ending(stem: &str) -> &str {
    let mut last = stem.bytes().rev();
    let is_doubled = last.next() == last.next();
    if is_doubled && stem.len() > MIN_STEM_CHARS { &stem[..stem.len() - 1] } else { stem }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        ] {
            assert_eq!(singular(one), singular(other), "{one} is {other}");
        }
        for (one, other) in [("data", "date"), ("java", "jav"), ("business", "busine"), ("sales", "salsa")] {
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
    }
}
