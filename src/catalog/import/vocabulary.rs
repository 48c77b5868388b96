//! The words that catalogues use for kinds, levels, languages and paces, mapped to the values used here. An unknown
//! word yields `None` or stays as it is; none is forced into a similar one.

mod words;

use super::signal_words::denies;
use crate::catalog::{Kind, Language, Level, Pacing, Status, Text};
use words::{
    ALL_LEVELS, COURSES, DEGREES, KINDS, LEVELS, LONG_CODES, NO_LANGUAGE, NUMBERS, OTHERS, OWN_KINDS, PACES, STATUSES,
};

/// The kind with this slug or name; any other name becomes [`Kind::Other`].
pub(super) fn kind(name: &str) -> Kind {
    const ENDINGS: [&str; 6] = [" program", " programme", " credential", " programs", " programmes", " credentials"];
    // As this program writes kinds that it has no name for.
    let name = name.strip_prefix("other:").map_or(name, str::trim);
    let folded = folded(name);
    let ending = ENDINGS.iter().find_map(|ending| folded.strip_suffix(ending));
    let bare = ending.unwrap_or(&folded);
    let bare = bare.strip_prefix("online ").unwrap_or(bare);
    let other = || OTHERS.iter().find(|(slug, _)| *slug == bare).map(|(_, name)| Kind::Other(Text::from(*name)));
    let known = KINDS.iter().find(|(known, _)| *known == bare).map(|(_, kind)| kind.clone());
    let degree = || bare.starts_with("master of ").then_some(Kind::Masters);
    let bachelor = || bare.starts_with("bachelor of ").then(|| Kind::Other("Bachelor's".into()));
    known.or_else(other).or_else(degree).or_else(bachelor).unwrap_or_else(|| Kind::Other(named(name).into()))
}

/// The kind of credential that a title begins or ends with, as in `MSc Tides` and `Tides Professional Certificate`.
pub(super) fn kind_in_title(title: &str) -> Option<Kind> {
    let folded = folded(title);
    let bare = ["program", "programme"].iter().find_map(|word| folded.strip_suffix(word)).unwrap_or(&folded).trim_end();
    let begins = |name: &str| bare.strip_prefix(name).is_some_and(|rest| rest.starts_with(' '));
    let joined = |name: &str| {
        let rest = bare.strip_prefix(name).unwrap_or_default();
        let rest = rest.strip_prefix(" program").unwrap_or(rest);
        rest.starts_with(" in ")
    };
    let ends = |name: &str| bare.strip_suffix(name).is_some_and(|rest| rest.ends_with(' '));
    let degree = DEGREES.iter().find(|(_, names)| names.iter().any(|name| begins(name) || ends(name)));
    if let Some((slug, _)) = degree {
        return Some(kind(slug));
    }
    let is_own = |name: &&&str| match title.strip_prefix(**name) {
        Some(rest) if rest.starts_with(' ') => is_abbreviation(name) || joined(&name.to_lowercase()),
        _ => !is_abbreviation(name) && joined(&name.to_lowercase()),
    };
    if let Some(name) = OWN_KINDS.iter().find(is_own) {
        return Some(Kind::Other(Text::from(*name)));
    }
    // `Master` may be a title of honour, and a single word with a meaning of its own.
    let is_telling = |(name, kind): &&(&str, Kind)| *kind != Kind::Masters && (name.contains(' ') || name.len() > 6);
    let named = KINDS.iter().filter(is_telling).find(|(name, _)| bare == *name || joined(name) || ends(name));
    named.map(|(_, kind)| kind.clone())
}

fn is_abbreviation(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// A name without trade marks and repeated blanks. A long word in capitals gets small letters: a short one may be an
/// abbreviation.
fn named(name: &str) -> String {
    let bare: String = name.chars().filter(|c| !matches!(c, '®' | '™')).collect();
    let has_small = bare.chars().any(char::is_lowercase);
    let word = |word: &str| match word.chars().next() {
        Some(first) if !has_small && word.chars().count() > 5 => {
            first.to_string() + &word[first.len_utf8()..].to_lowercase()
        }
        _ => word.to_owned(),
    };
    bare.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// Folds a name to lower-case letters and digits, with single blanks between words.
pub(super) fn folded(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    if name.is_ascii() {
        fold_ascii(name, &mut folded);
        return folded;
    }
    for c in name.chars().filter(|c| !matches!(c, '®' | '™')) {
        if c.is_alphanumeric() {
            // The dot of a capital İ becomes a mark of its own.
            folded.extend(c.to_lowercase().filter(|c| *c != '\u{307}'));
        } else if !folded.ends_with(' ') && !folded.is_empty() {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// The same for most names, which need no tables.
fn fold_ascii(name: &str, folded: &mut String) {
    for word in name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded.make_ascii_lowercase();
}

/// Whether the name of a kind says that the row is a course.
pub(super) fn is_course(name: &str) -> bool {
    let folded = folded(name);
    // `Stand-alone course` is one, and `Degree course` is what some call a program.
    let is_single = || {
        let words = folded.strip_suffix(" course").or_else(|| folded.strip_suffix(" courses"))?;
        Some(!words.split(' ').any(|word| OF_PROGRAMS.iter().any(|start| word.starts_with(start))))
    };
    COURSES.contains(&folded.as_str()) || is_single().unwrap_or(false)
}

/// Beginnings of words that make a course a program.
const OF_PROGRAMS: [&str; 8] =
    ["degree", "master", "bachelor", "micro", "certificat", "diploma", "graduate", "program"];

/// Whether a text says in what form a shop sells a product, as `simple, virtual` does.
pub(super) fn is_of_shop(text: &str) -> bool {
    const FORMS: [&str; 7] = ["simple", "variable", "variation", "grouped", "external", "downloadable", "virtual"];
    text.split(',').all(|form| FORMS.contains(&folded(form).as_str()))
}

/// The level with this word, or with this concept of CTDL; `None` if it is unknown.
pub(super) fn level(name: &str) -> Option<Level> {
    let folded = level_word(name);
    LEVELS.iter().find(|(_, words)| words.contains(&folded.as_str())).map(|(level, _)| *level)
}

/// The word of a level without what calls it a level.
fn level_word(name: &str) -> String {
    let folded = folded(name);
    let bare = folded.strip_prefix("audlevel ").unwrap_or(&folded);
    let bare = bare.strip_suffix(" or equivalent").unwrap_or(bare);
    let bare = bare.strip_prefix("niveau ").or_else(|| bare.strip_prefix("nivel ")).unwrap_or(bare);
    let endings = [" levels", " level", "level", " niveau", "nivå"];
    endings.iter().find_map(|ending| bare.strip_suffix(ending)).unwrap_or(bare).to_owned()
}

/// The levels that a text names: one, several, a range, or all of them; none if any of its words is unknown.
pub(super) fn levels(text: &str) -> Vec<Level> {
    const SCALE: [Level; 3] = [Level::Introductory, Level::Intermediate, Level::Advanced];
    if let Some(level) = level(text) {
        return vec![level];
    }
    let is_all = |part: &str| ALL_LEVELS.contains(&level_word(part).as_str());
    let mut parts: Vec<&str> = text.split(['/', '&', '–', '-']).collect();
    for join in [" to ", " and ", " à ", " bis ", " a ", " und ", " et ", " y "] {
        parts = parts.into_iter().flat_map(|part| part.split(join)).collect();
    }
    parts.retain(|part| !part.trim().is_empty());
    if parts.iter().any(|part| is_all(part)) && parts.iter().all(|part| is_all(part) || level(part).is_some()) {
        return SCALE.to_vec();
    }
    let known: Vec<Level> = parts.iter().filter_map(|part| level(part)).collect();
    match known[..] {
        _ if known.len() < parts.len() => Vec::new(),
        // A range includes what lies between its ends.
        [Level::Introductory, Level::Advanced] if !text.contains(['/', '&']) => SCALE.to_vec(),
        _ => known,
    }
}

/// The status with this word, with or without a date behind it as in `listed 2026-05`; `None` if it is unknown.
pub(super) fn status(text: &str) -> Option<Status> {
    let folded = folded(text);
    let bare = folded.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    STATUSES.iter().find(|(_, words)| words.contains(&bare)).map(|(status, _)| *status)
}

/// The pacing with this word; `None` if it is unknown.
pub(super) fn pacing(name: &str) -> Option<Pacing> {
    let folded = folded(name);
    let is_begun = |word: &str| {
        // A single word could begin anything.
        let rest = folded.strip_prefix(word).filter(|_| word.contains(' '));
        folded == word || rest.is_some_and(|rest| rest.starts_with(' '))
    };
    PACES.iter().find(|(_, words)| words.iter().any(|word| is_begun(word))).map(|(pacing, _)| *pacing)
}

/// Reads the paces that a text names. Returns none if any part of the text is unknown.
pub(super) fn paces(text: &str) -> Vec<Pacing> {
    let parts: Vec<&str> = text.split(['/', ';', '|', ',', '&']).filter(|part| !part.trim().is_empty()).collect();
    let known: Vec<Pacing> = parts.iter().filter_map(|part| pacing(part)).collect();
    if known.len() == parts.len() { known } else { Vec::new() }
}

/// The number from one to twelve that a word stands for.
pub(super) fn number_word(word: &str) -> Option<f64> {
    NUMBERS.iter().position(|words| words.contains(&word)).map(|at| at as f64 + 1.0)
}

/// The parts of a text that each name a language, as in `English/French` and `fr-CA & en-CA`. Text in brackets
/// explains the language before it, or else names the languages, as in `Bilingual (English/French)`.
pub(super) fn each_language(text: &str) -> Vec<String> {
    let (outside, inside) = in_brackets(text);
    let outside = parted(&outside.concat());
    let are_named = inside.is_empty() || outside.iter().any(|part| language(part).is_some());
    if are_named { outside } else { parted(&inside.join("/")) }
}

/// The parts of a text outside its brackets, and those inside.
fn in_brackets(text: &str) -> (Vec<&str>, Vec<&str>) {
    let mut parts = text.split(['(', '[']);
    let (mut outside, mut inside) = (vec![parts.next().unwrap_or_default()], Vec::new());
    for part in parts {
        let (within, behind) = part.split_once([')', ']']).unwrap_or((part, ""));
        inside.push(within);
        outside.push(behind);
    }
    (outside, inside)
}

fn parted(text: &str) -> Vec<String> {
    const JOINS: [&str; 12] =
        [" and ", " or ", " und ", " oder ", " et ", " ou ", " y ", " e ", " o ", " oraz ", " i ", " lub "];
    let mut parts: Vec<&str> = text.split(['/', '&', '+', ';', '|', ',']).collect();
    for join in JOINS {
        parts = parts.into_iter().flat_map(|part| part.split(join)).collect();
    }
    parts.into_iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// The language with this code or name, ignoring a region as in `Spanish - Latin America` and `Mexican Spanish`; `None`
/// for an unknown one, because a word that is in no list may be anything.
pub(super) fn language(text: &str) -> Option<String> {
    let main = text.split(" - ").next().unwrap_or(text).trim();
    let main = main.split_once(" (").map_or(main, |(before, _)| before.trim_end());
    let code = main.split(['-', '_']).next().unwrap_or(main);
    // There are more names than codes, and they take longer to compare.
    let short = || Language::coded(code).filter(|_| code.len() == 2);
    let longer = || LONG_CODES.iter().find(|(long, _)| code.eq_ignore_ascii_case(long));
    let coded = || Language::coded(longer()?.1);
    let language = short().or_else(|| Language::named(main)).or_else(coded).or_else(|| of_region(main));
    language.map(|language| language.name.to_owned())
}

/// The one language among the words of a name, the others being a region or a script.
fn of_region(name: &str) -> Option<&'static Language> {
    let folded = folded(name);
    let words: Vec<&str> = folded.split(' ').collect();
    if words.len() > 4 || words.iter().any(|word| NO_LANGUAGE.contains(word) || denies(word)) {
        return None;
    }
    // Short words are codes, and in `Latin America` the word `Latin` does not name a language.
    let named = words.iter().filter(|word| word.chars().count() > 3 && **word != "latin");
    let mut found = named.filter_map(|word| Language::named(word));
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_known_by_slug_and_name_and_others_keep_theirs() {
        for (name, slug) in [
            ("micromasters", "micromasters"),
            ("MicroMasters® Program", "micromasters"),
            ("professional-certificate", "professional-certificate"),
            ("Professional Certificate", "professional-certificate"),
            ("MicroBachelors® program", "microbachelors"),
            ("MicroMasters Credential", "micromasters"),
            ("Industry Credential", "other:Industry Credential"),
            ("XSeries", "xseries"),
            ("Master's", "masters"),
            ("Master of Science", "masters"),
            ("bootcamp-2u", "boot-camp"),
            ("executive-education-2u", "executive-education"),
            ("Nanodegree", "other:Nanodegree"),
            ("professional-program-wl", "other:Professional Program"),
            ("Series", "other:Series"),
            ("bachelors", "other:Bachelor's"),
        ] {
            assert_eq!(kind(name).slug(), slug, "{name}");
        }
    }

    #[test]
    fn a_title_names_its_kind_at_its_ends_only() {
        for (title, slug) in [
            ("MSc Tides", Some("masters")),
            ("Master of Glaciology", Some("masters")),
            ("Nursing BSc", Some("other:Bachelor's")),
            ("Bachelor of Ports", Some("other:Bachelor's")),
            ("Nautical Studies Professional Certificate", Some("professional-certificate")),
            ("Professional Certificate in Ports", Some("professional-certificate")),
            ("MicroMasters® Program in Finance", Some("micromasters")),
            ("Coding Boot Camp", Some("boot-camp")),
            ("PhD in Computer Science", Some("other:Doctorate")),
            ("CAS Digitale Prüfung", Some("other:CAS")),
            ("Graduate Certificate in Ports", Some("other:Graduate Certificate")),
            ("Das Kapital", None),
            ("Chess Master", None),
            ("Mastering Tides", None),
            ("Preparing for a Professional Certificate Exam", None),
            ("Boot Camps of the Army", None),
        ] {
            assert_eq!(kind_in_title(title).map(|kind| kind.slug()).as_deref(), slug, "{title}");
        }
    }

    #[test]
    fn languages_are_known_by_code_and_name() {
        for (text, name) in [
            ("en-us", "English"),
            ("es-419", "Spanish"),
            ("zh-Hans", "Chinese"),
            ("English", "English"),
            ("Spanish - Latin America", "Spanish"),
            ("Chinese - Mandarin", "Chinese"),
            ("ENGLISH", "English"),
            ("Quechua", "Quechua"),
            ("eng", "English"),
            ("ZHO", "Chinese"),
        ] {
            assert_eq!(language(text).as_deref(), Some(name), "{text}");
        }
        for text in [
            "",
            "xx",
            "qq-zz",
            "12",
            "with Spanish subtitles",
            "with subtitles",
            "Multiple",
            "Other",
            "Englsh",
            "not English",
            "no English",
            "kein Deutsch",
            "except Spanish",
            "non-English",
        ] {
            assert_eq!(language(text), None, "{text}");
        }
        for (text, name) in [
            ("español latinoamericano", "Spanish"),
            ("Latin American Spanish", "Spanish"),
            ("Traditional Chinese", "Chinese"),
            ("Engels", "English"),
            ("angielski", "English"),
        ] {
            assert_eq!(language(text).as_deref(), Some(name), "{text}");
        }
        assert_eq!(each_language("Bilingual (English/French)"), ["English", "French"]);
        assert_eq!(each_language("English (US), Spanish or French"), ["English", "Spanish", "French"]);
        assert_eq!(each_language("English, Spanish; Portuguese"), ["English", "Spanish", "Portuguese"]);
        assert_eq!(language("English (US)").as_deref(), Some("English"));
        assert_eq!(each_language("English/French"), ["English", "French"]);
        assert_eq!(each_language("fr-CA & en-CA and Spanish - Latin America").len(), 3);
    }

    #[test]
    fn a_status_is_one_of_the_known_words() {
        for text in ["Active", "listed 2026-05", "Enrolling", "Aktiv", "Actif", "Upcoming"] {
            assert_eq!(status(text), Some(Status::Current), "{text}");
        }
        for text in ["Retired", "archived", "Not listed", "inaktiv", "retired 2024-03-01"] {
            assert_eq!(status(text), Some(Status::Older), "{text}");
        }
        for text in ["Texas", "Ohio", "Yes", "renamed or unlisted", ""] {
            assert_eq!(status(text), None, "{text}");
        }
    }

    #[test]
    fn levels_are_known_by_word_and_concept() {
        use Level::{Advanced, Graduate, Intermediate, Introductory, Undergraduate};
        assert_eq!(level("Beginner"), Some(Level::Introductory));
        assert_eq!(level("audLevel:BeginnerLevel"), Some(Level::Introductory));
        assert_eq!(level("Masters Degree Level"), Some(Level::Graduate));
        assert_eq!(level("hard"), None);
        for (text, known) in [
            ("Introductory - Intermediate", vec![Introductory, Intermediate]),
            ("Beginner to Advanced", vec![Introductory, Intermediate, Advanced]),
            ("All levels", vec![Introductory, Intermediate, Advanced]),
            ("Mixed/All levels", vec![Introductory, Intermediate, Advanced]),
            ("Masters", vec![Graduate]),
            ("Medium", vec![Intermediate]),
            ("Entry-level", vec![Introductory]),
            ("Bachelor/Master", vec![Undergraduate, Graduate]),
            ("Fortgeschrittene", vec![Advanced]),
            ("niveau avancé", vec![Advanced]),
            ("Grundnivå", vec![Introductory]),
            ("débutant à avancé", vec![Introductory, Intermediate, Advanced]),
            ("100-level", vec![]),
            ("hard - Advanced", vec![]),
        ] {
            assert_eq!(levels(text), known, "{text}");
        }
        assert_eq!(pacing("Self-paced on your time"), Some(Pacing::SelfPaced));
        assert_eq!(pacing("Self-made"), None);
        assert_eq!(pacing("self_paced"), Some(Pacing::SelfPaced));
        assert_eq!(pacing("MicroMasters"), None);
    }
}
