//! Languages: the English name that catalogues use, the ISO 639-1 code, and other names. One table serves everything
//! that reads a language: import, filters, answers and the system locale. A language that is not listed keeps the name
//! that its catalogue gives it.

/// A language of study.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// The English name.
    pub name: &'static str,
    /// The ISO 639-1 code; empty if there is none.
    pub code: &'static str,
    /// The name in the language itself and in languages that learners are likely to type, and other codes.
    pub others: &'static [&'static str],
}

const fn language(name: &'static str, code: &'static str, others: &'static [&'static str]) -> Language {
    Language { name, code, others }
}

/// Living languages, sorted by English name.
#[rustfmt::skip] // a table reads by its rows
pub const LANGUAGES: [Language; 95] = [
    language("Afrikaans", "af", &[]),
    language("Albanian", "sq", &[]),
    language("Amharic", "am", &[]),
    language("Arabic", "ar", &["العربية", "árabe", "arabe", "arabisch", "arabo", "arabski", "arabština"]),
    language("Armenian", "hy", &[]),
    language("Assamese", "as", &[]),
    language("Azerbaijani", "az", &[]),
    language("Bambara", "bm", &[]),
    language("Basque", "eu", &["euskara"]),
    language("Belarusian", "be", &[]),
    language("Bengali", "bn", &[]),
    language("Bosnian", "bs", &[]),
    language("Bulgarian", "bg", &[]),
    language("Burmese", "my", &[]),
    language("Cantonese", "", &["廣東話"]),
    language("Catalan", "ca", &["català"]),
    language("Chinese", "zh", &["中文", "简体中文", "繁體中文", "mandarin", "chino", "chinois", "chinesisch", "cinese", "chinees", "chiński", "čínština", "中国語", "汉语", "漢語", "普通话", "國語", "الصينية"]),
    language("Croatian", "hr", &[]),
    language("Czech", "cs", &["čeština", "tschechisch", "tchèque", "checo", "czeski"]),
    language("Danish", "da", &["dansk"]),
    language("Dutch", "nl", &["nederlands", "neerlandés", "niederländisch", "néerlandais", "olandese", "niderlandzki"]),
    language("English", "en", &["inglés", "inglês", "anglais", "englisch", "inglese", "engels", "engelska", "engelsk", "angielski", "angličtina", "英語", "英语", "英文", "английский", "англійська", "ingilizce", "영어", "αγγλικά", "الإنجليزية"]),
    language("Esperanto", "eo", &[]),
    language("Estonian", "et", &[]),
    language("Finnish", "fi", &["suomi"]),
    language("French", "fr", &["français", "francés", "francês", "französisch", "francese", "frans", "francuski", "francouzština", "法语", "الفرنسية"]),
    language("Galician", "gl", &[]),
    language("Georgian", "ka", &[]),
    language("German", "de", &["deutsch", "alemán", "alemão", "allemand", "tedesco", "duits", "niemiecki", "němčina", "德语", "الألمانية"]),
    language("Greek", "el", &["ελληνικά"]),
    language("Guarani", "gn", &[]),
    language("Gujarati", "gu", &[]),
    language("Haitian Creole", "ht", &[]),
    language("Hausa", "ha", &[]),
    language("Hebrew", "he", &["עברית"]),
    language("Hindi", "hi", &["हिन्दी"]),
    language("Hungarian", "hu", &["magyar"]),
    language("Icelandic", "is", &[]),
    language("Igbo", "ig", &[]),
    language("Indonesian", "id", &["bahasa indonesia"]),
    language("Irish", "ga", &[]),
    language("Italian", "it", &["italiano", "italien", "italienisch", "italienska", "włoski", "italština", "italiaans", "الإيطالية"]),
    language("Japanese", "ja", &["日本語", "japonés", "japonais", "japanisch", "giapponese", "japoński", "japonština", "اليابانية"]),
    language("Javanese", "jv", &[]),
    language("Kannada", "kn", &[]),
    language("Kazakh", "kk", &[]),
    language("Khmer", "km", &[]),
    language("Kinyarwanda", "rw", &[]),
    language("Korean", "ko", &["한국어", "coreano", "coréen", "koreanisch"]),
    language("Kurdish", "ku", &[]),
    language("Kyrgyz", "ky", &[]),
    language("Lao", "lo", &[]),
    language("Latin", "la", &[]),
    language("Latvian", "lv", &[]),
    language("Lithuanian", "lt", &[]),
    language("Luxembourgish", "lb", &[]),
    language("Macedonian", "mk", &[]),
    language("Malagasy", "mg", &[]),
    language("Malay", "ms", &["bahasa melayu"]),
    language("Malayalam", "ml", &[]),
    language("Maltese", "mt", &[]),
    language("Maori", "mi", &[]),
    language("Marathi", "mr", &[]),
    language("Mongolian", "mn", &[]),
    language("Nepali", "ne", &[]),
    language("Norwegian", "no", &["norsk", "nb", "nn"]),
    language("Pashto", "ps", &[]),
    language("Persian", "fa", &["فارسی", "farsi"]),
    language("Polish", "pl", &["polski", "polnisch", "polonais", "polaco", "polacco", "polština"]),
    language("Portuguese", "pt", &["português", "portugués", "portugais", "portugiesisch", "portoghese", "portugees", "portugalski", "portugalština"]),
    language("Punjabi", "pa", &[]),
    language("Quechua", "qu", &[]),
    language("Romanian", "ro", &["română"]),
    language("Russian", "ru", &["русский", "ruso", "russe", "russisch", "russo", "rosyjski", "ruština"]),
    language("Samoan", "sm", &[]),
    language("Serbian", "sr", &[]),
    language("Sinhala", "si", &[]),
    language("Slovak", "sk", &[]),
    language("Slovenian", "sl", &[]),
    language("Somali", "so", &[]),
    language("Spanish", "es", &["español", "espanol", "castellano", "espagnol", "espanhol", "spanisch", "spagnolo", "spaans", "hiszpański", "španělština", "西班牙语", "الإسبانية"]),
    language("Swahili", "sw", &["kiswahili"]),
    language("Swedish", "sv", &["svenska"]),
    language("Tagalog", "tl", &[]),
    language("Tamil", "ta", &[]),
    language("Telugu", "te", &[]),
    language("Thai", "th", &[]),
    language("Turkish", "tr", &["türkçe", "turco", "turc", "türkisch"]),
    language("Ukrainian", "uk", &["українська"]),
    language("Urdu", "ur", &[]),
    language("Uzbek", "uz", &[]),
    language("Vietnamese", "vi", &["tiếng việt"]),
    language("Welsh", "cy", &[]),
    language("Yoruba", "yo", &[]),
    language("Zulu", "zu", &[]),
];

impl Language {
    /// The language with this code, ignoring case; `None` if there is none.
    pub fn coded(code: &str) -> Option<&'static Self> {
        LANGUAGES.iter().find(|language| !code.is_empty() && language.codes().any(|own| own.eq_ignore_ascii_case(code)))
    }

    /// The language with this English name, code or other name, ignoring case; `None` if there is none.
    pub fn named(name: &str) -> Option<&'static Self> {
        let name = name.to_lowercase();
        // Most names are plain ASCII and need no copy to be compared.
        let is_same =
            |own: &str| if own.is_ascii() { own.eq_ignore_ascii_case(&name) } else { own.to_lowercase() == name };
        let is_called = |language: &&Self| language.names().any(is_same);
        LANGUAGES.iter().find(is_called).filter(|_| !name.is_empty())
    }

    /// All names and codes of the language, with the English name first. The code may be empty.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        [self.name, self.code].into_iter().chain(self.others.iter().copied())
    }

    /// The code of the language and those of its written forms, such as `nb` and `nn`.
    fn codes(&self) -> impl Iterator<Item = &'static str> {
        let is_code = |name: &&&str| name.len() == 2 && name.is_ascii();
        std::iter::once(self.code).chain(self.others.iter().filter(is_code).copied())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_name_and_code_means_one_language() {
        let mut seen = BTreeSet::new();
        for language in &LANGUAGES {
            for name in language.names().filter(|name| !name.is_empty()) {
                assert!(seen.insert(name.to_lowercase()), "{name} stands twice");
                assert_eq!(Language::named(&name.to_uppercase()), Some(language), "{name}");
            }
        }
        assert!(LANGUAGES.is_sorted_by_key(|language| language.name));
    }

    #[test]
    fn a_code_is_no_name_and_nothing_is_no_language() {
        assert_eq!(Language::coded("ES").map(|language| language.name), Some("Spanish"));
        assert_eq!(Language::coded("nb").map(|language| language.name), Some("Norwegian"));
        assert_eq!(Language::coded("deutsch"), None);
        assert_eq!((Language::coded(""), Language::named("")), (None, None));
    }
}
