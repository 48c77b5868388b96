//! The words that catalogues use for kinds, levels, languages and paces, mapped to the values used here. An unknown
//! word yields `None` or stays as it is; none is forced into a similar one.

use crate::catalog::{Kind, Language, Level, Pacing, Text};

/// Kinds by slug and name, compared without case, trade marks and a final `program`.
const KINDS: [(&str, Kind); 27] = [
    ("professional certificate", Kind::ProfessionalCertificate),
    ("prof certificate", Kind::ProfessionalCertificate),
    ("prof cert", Kind::ProfessionalCertificate),
    ("micromasters", Kind::MicroMasters),
    ("micro masters", Kind::MicroMasters),
    ("micromaster", Kind::MicroMasters),
    ("microbachelors", Kind::MicroBachelors),
    ("micro bachelors", Kind::MicroBachelors),
    ("microbachelor", Kind::MicroBachelors),
    ("xseries", Kind::XSeries),
    ("x series", Kind::XSeries),
    ("masters", Kind::Masters),
    ("master s", Kind::Masters),
    ("master", Kind::Masters),
    ("masters degree", Kind::Masters),
    ("master s degree", Kind::Masters),
    ("master degree", Kind::Masters),
    ("masterdegree", Kind::Masters),
    ("executive education", Kind::ExecutiveEducation),
    ("executive education 2u", Kind::ExecutiveEducation),
    ("executiveeducation", Kind::ExecutiveEducation),
    ("exec ed", Kind::ExecutiveEducation),
    ("boot camp", Kind::BootCamp),
    ("bootcamp", Kind::BootCamp),
    ("bootcamp 2u", Kind::BootCamp),
    ("boot camps", Kind::BootCamp),
    ("bootcamps", Kind::BootCamp),
];

/// Slugs without a kind of their own here, with their names for people.
const OTHERS: [(&str, &str); 9] = [
    ("professional program wl", "Professional Program"),
    ("bachelors", "Bachelor's"),
    ("bachelor s", "Bachelor's"),
    ("bachelor s degree", "Bachelor's"),
    ("bachelordegree", "Bachelor's"),
    ("doctorate", "Doctorate"),
    ("license", "License"),
    ("certificate", "Certificate"),
    ("2u degree", "Degree"),
];

/// The kind with this slug or name; any other name becomes [`Kind::Other`].
pub(super) fn kind(name: &str) -> Kind {
    let folded = folded(name);
    let ending = [" program", " programme", " credential"].iter().find_map(|ending| folded.strip_suffix(ending));
    let bare = ending.unwrap_or(&folded);
    let other = || OTHERS.iter().find(|(slug, _)| *slug == bare).map(|(_, name)| Kind::Other(Text::from(*name)));
    let known = KINDS.iter().find(|(known, _)| *known == bare).map(|(_, kind)| kind.clone());
    let degree = || bare.starts_with("master of ").then_some(Kind::Masters);
    known.or_else(other).or_else(degree).unwrap_or_else(|| Kind::Other(named(name).into()))
}

/// A name without trade marks and repeated blanks.
fn named(name: &str) -> String {
    let bare: String = name.chars().filter(|c| !matches!(c, '®' | '™')).collect();
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
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
            folded.extend(c.to_lowercase());
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

/// The level with this word, or with this concept of CTDL; `None` if it is unknown.
pub(super) fn level(name: &str) -> Option<Level> {
    let folded = folded(name);
    let bare = folded.strip_prefix("audlevel ").unwrap_or(&folded);
    let bare = bare.strip_suffix(" level").or_else(|| bare.strip_suffix("level")).unwrap_or(bare);
    match bare {
        "introductory" | "beginner" | "beginners" | "basic" | "introduction" | "principiante" | "introductorio" => {
            Some(Level::Introductory)
        }
        "intermediate" | "intermedio" => Some(Level::Intermediate),
        "advanced" | "avanzado" | "expert" => Some(Level::Advanced),
        "undergraduate" | "bachelors degree" | "bachelorsdegree" | "associates degree" | "associatesdegree" => {
            Some(Level::Undergraduate)
        }
        "graduate" | "postgraduate" | "masters degree" | "mastersdegree" | "doctoral degree" | "doctoraldegree" => {
            Some(Level::Graduate)
        }
        _ => None,
    }
}

/// The pacing with this word; `None` if it is unknown.
pub(super) fn pacing(name: &str) -> Option<Pacing> {
    match folded(name).as_str() {
        "self paced" | "self" | "selfpaced" | "self pace" | "on demand" | "anytime" => Some(Pacing::SelfPaced),
        "instructor paced" | "instructor" | "instructor led" | "scheduled" | "dated" | "cohort" | "cohort based" => {
            Some(Pacing::InstructorPaced)
        }
        _ => None,
    }
}

/// The language with this code or name, ignoring a region as in `Spanish - Latin America`. `None` for an unknown code;
/// an unknown name stays as it is.
pub(super) fn language(text: &str) -> Option<String> {
    let main = text.split(" - ").next().unwrap_or(text).trim();
    let code = main.split(['-', '_']).next().unwrap_or(main);
    let looks_like_a_code =
        code.len() <= 3 && main.len() <= 10 && main.is_ascii() && (main.len() <= 3 || main.contains('-'));
    let starts_as_one = main.starts_with("Chinese");
    match Language::named(main).or_else(|| Language::coded(code)) {
        Some(language) => Some(language.name.to_owned()),
        None if starts_as_one => Some("Chinese".to_owned()),
        None => (!looks_like_a_code && main.chars().any(char::is_alphabetic)).then(|| main.to_owned()),
    }
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
        ] {
            assert_eq!(language(text).as_deref(), Some(name), "{text}");
        }
        for text in ["", "xx", "qq-zz", "12"] {
            assert_eq!(language(text), None, "{text}");
        }
    }

    #[test]
    fn levels_are_known_by_word_and_concept() {
        assert_eq!(level("Beginner"), Some(Level::Introductory));
        assert_eq!(level("audLevel:BeginnerLevel"), Some(Level::Introductory));
        assert_eq!(level("Masters Degree Level"), Some(Level::Graduate));
        assert_eq!(level("hard"), None);
        assert_eq!(pacing("self_paced"), Some(Pacing::SelfPaced));
        assert_eq!(pacing("MicroMasters"), None);
    }
}
