//! Determines in which of the encodings of exports a text consists of words: of letters that some language has, in one
//! case or with a capital, or of the common characters of Chinese, Japanese or Korean.
//!
//! A byte beyond ASCII is some letter in almost every encoding, so single letters indicate nothing. Words do: read in
//! the wrong encoding, they mix letters that no language mixes, or contain signs and capitals within.

use super::charset::Charset;
use super::dos::{self, CodePage};
use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GB18030, ISO_8859_2, ISO_8859_15, KOI8_R, MACINTOSH, SHIFT_JIS, WINDOWS_1250,
    WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1254, WINDOWS_1255, WINDOWS_1256, WINDOWS_1257,
};

/// The letters beyond ASCII of languages, in lower case.
#[rustfmt::skip] // a table reads by its rows
const WESTERN: [&str; 10] = [
    "àâæçéèêëîïôœùûüÿ", "äöüß", "áéíñóúüºª", "àçèéíïòóúü", "áâãàçéêíóôõúüºª", "àèéìíîòóùúºª", "æøåéóü", "åäöéüà",
    "áèéêëïóöü", "áéíóúýþæöð",
];
#[rustfmt::skip] // a table reads by its rows
const CENTRAL: [&str; 7] = [
    "ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţ", "čćđšž", "äöüß",
];
const CYRILLIC: [&str; 3] =
    ["абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "абвгґдеєёжзиіїйклмнопрстуўфхцчшщьыэюя", "абвгдђѓежзѕијкќлљмнњопрстћуфхцчџш"];
const GREEK: [&str; 1] = ["αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"];
const TURKISH: [&str; 1] = ["çğıöşüâîû"];
const BALTIC: [&str; 3] = ["ąčęėįšųūž", "āčēģīķļņōŗšūž", "äöõüšž"];
const HEBREW: [&str; 1] = ["אבגדהוזחטיכךלמםנןסעפףצץקרשת"];
/// The forms of Hebrew letters at the end of a word. Their bytes are common letters within Russian words.
const FINALS: &str = "ךםןףץ";
const ARABIC: [&str; 1] = ["ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگ"];

/// The encodings of alphabets. Of two that fit equally well the first is taken.
const ALPHABETS: [(&Encoding, &[&str]); 12] = [
    (WINDOWS_1252, &WESTERN),
    (WINDOWS_1250, &CENTRAL),
    (ISO_8859_2, &CENTRAL),
    (WINDOWS_1255, &HEBREW),
    (WINDOWS_1251, &CYRILLIC),
    (KOI8_R, &CYRILLIC),
    (WINDOWS_1254, &TURKISH),
    (WINDOWS_1253, &GREEK),
    (WINDOWS_1257, &BALTIC),
    (WINDOWS_1256, &ARABIC),
    (MACINTOSH, &WESTERN),
    (ISO_8859_15, &WESTERN),
];

/// Signs that may occur anywhere, even between the letters of a word.
const SIGNS: &str = "’‘“”„«»–—…•·®™©€\u{a0}";

/// Signs that occur before or after words and hardly ever between two letters of one: `Gr”áe` is no German.
const OUTER_SIGNS: &str = "“”„«»…•€";

/// How a character of two bytes begins.
struct Wide {
    encoding: &'static Encoding,
    /// The first bytes of common characters.
    common: &'static [std::ops::RangeInclusive<u8>],
    /// The first bytes of signs and of letters in full width, which indicate nothing.
    signs: std::ops::RangeInclusive<u8>,
    /// The least second byte of common characters.
    second: u8,
    /// The first bytes of characters of one byte.
    single: Option<std::ops::RangeInclusive<u8>>,
}

/// The encodings of Korean, Chinese and Japanese. Of two that fit equally well the first is taken: common Korean is
/// common Chinese, but hardly ever the reverse.
#[rustfmt::skip] // a table reads by its rows
const WIDE: [Wide; 5] = [
    Wide { encoding: EUC_KR, common: &[0xb0..=0xc8], signs: 0xa1..=0xa3, second: 0xa1, single: None },
    Wide { encoding: GB18030, common: &[0xb0..=0xd7], signs: 0xa1..=0xa3, second: 0xa1, single: None },
    Wide { encoding: BIG5, common: &[0xa4..=0xc6], signs: 0xa1..=0xa3, second: 0x40, single: None },
    Wide {
        encoding: SHIFT_JIS, common: &[0x82..=0x83, 0x88..=0x97], signs: 0x81..=0x81, second: 0x40,
        single: Some(0xa1..=0xdf),
    },
    Wide { encoding: EUC_JP, common: &[0xa4..=0xa5, 0xb0..=0xcf], signs: 0xa1..=0xa3, second: 0xa1, single: None },
];

/// A text is Chinese, Japanese or Korean if at least this share of its characters is common there.
const COMMON: f64 = 0.8;

/// The code pages of DOS, which are considered after all others.
const CODE_PAGES: [&CodePage; 2] = [&dos::WESTERN, &dos::AMERICAN];

/// The encoding in which a text that is not UTF-8 reads best. Between the old encoding of Apple and that of DOS, which
/// share most bytes, the line ends decide.
pub(super) fn best(text: &[u8], ends_as_on_dos: bool) -> Charset {
    let wide = WIDE.iter().map(|wide| (wide.share(text), wide.encoding));
    let (wide_share, wide) = first_best(wide).unwrap_or((0.0, GB18030));
    let alphabets = ALPHABETS.iter().map(|(encoding, languages)| (fit_in(text, encoding, languages), *encoding));
    let (share, encoding) = first_best(alphabets).unwrap_or((0.0, WINDOWS_1252));
    let of_dos = CODE_PAGES.iter().map(|page| (fit(&page.decode(text), &WESTERN), *page));
    let of_dos = of_dos.reduce(|best, next| if next.0 > best.0 { next } else { best });
    let is_even = |fit: f64| ends_as_on_dos && encoding == MACINTOSH && fit >= share;
    let of_dos = of_dos.filter(|(fit, _)| (*fit > share || is_even(*fit)) && *fit >= COMMON);
    let best_share = of_dos.map_or(share, |(fit, _)| fit);
    match of_dos {
        _ if wide_share >= COMMON && wide_share > best_share => Charset::Encoding(wide),
        Some((_, page)) => Charset::Dos(page),
        None => Charset::Encoding(encoding),
    }
}

fn first_best(all: impl Iterator<Item = (f64, &'static Encoding)>) -> Option<(f64, &'static Encoding)> {
    all.reduce(|best, next| if next.0 > best.0 { next } else { best })
}

/// How well a text fits into an encoding, if it is valid there.
fn fit_in(text: &[u8], encoding: &'static Encoding, languages: &[&str]) -> f64 {
    let decoded = encoding.decode_without_bom_handling_and_without_replacement(text);
    decoded.map_or(0.0, |decoded| fit(&decoded, languages))
}

/// How well the words of a text fit into the languages of an encoding, from 0 to 1: the mean of the share that fits
/// into any of them and of the share that fits into the best one. Capitals where small letters could be count a little
/// less.
fn fit(decoded: &str, languages: &[&str]) -> f64 {
    let (mut words, mut any, mut capitals) = (0_usize, 0_usize, 0_usize);
    let mut each = vec![0_usize; languages.len()];
    for word in decoded.split(|c: char| !c.is_alphabetic() && (c.is_ascii() || SIGNS.contains(c))) {
        // Spanish puts `¿` and `¡` before a word, and superscript digits may follow one.
        let word = word.trim_start_matches(['¿', '¡']).trim_end_matches(['¹', '²', '³', '°']);
        if word.is_ascii() || !word.contains(char::is_alphabetic) {
            continue;
        }
        words += 1;
        let fitting: Vec<usize> = (0..languages.len()).filter(|at| is_word(word, languages[*at])).collect();
        any += usize::from(!fitting.is_empty());
        capitals += usize::from(is_of_capitals(word));
        for at in fitting {
            each[at] += 1;
        }
    }
    words += torn(decoded);
    // A text of signs alone fits any encoding.
    if words == 0 {
        return 1.0;
    }
    let share = |count: usize| count as f64 / words as f64;
    let best = each.into_iter().max().unwrap_or(any);
    f64::midpoint(share(any), share(best)) - share(capitals) / 100.0
}

/// The number of signs that split a word.
fn torn(decoded: &str) -> usize {
    let around = decoded.chars().zip(decoded.chars().skip(1)).zip(decoded.chars().skip(2));
    around.filter(|((a, sign), b)| OUTER_SIGNS.contains(*sign) && a.is_alphabetic() && b.is_alphabetic()).count()
}

/// Whether a word is one of a language with these letters.
fn is_word(word: &str, letters: &str) -> bool {
    let lower = word.to_lowercase();
    // The dot of a capital İ becomes a mark of its own.
    let is_latin = letters.starts_with(|c: char| c < '\u{370}');
    let is_letter = |c: char| letters.contains(c) || (is_latin && (c.is_ascii_alphabetic() || c == '\u{307}'));
    let is_in_one_case = word == lower || is_of_capitals(word) || {
        let mut chars = word.chars();
        chars.next().is_some_and(char::is_uppercase) && chars.as_str().to_lowercase() == chars.as_str()
    };
    let has_final_within = || word.chars().rev().skip(1).any(|c| FINALS.contains(c));
    is_in_one_case && lower.chars().all(is_letter) && !has_final_within()
}

fn is_of_capitals(word: &str) -> bool {
    word.chars().count() > 1 && word.to_uppercase() == word && word.to_lowercase() != word
}

impl Wide {
    /// The share of common characters among those of two bytes; 0 if the text is not of this encoding.
    fn share(&self, text: &[u8]) -> f64 {
        if self.encoding.decode_without_bom_handling_and_without_replacement(text).is_none() {
            return 0.0;
        }
        let (mut at, mut all, mut common) = (0, 0_usize, 0_usize);
        while let Some(first) = text.get(at) {
            let is_single = self.single.as_ref().is_some_and(|single| single.contains(first));
            if first.is_ascii() || is_single {
                all += usize::from(is_single);
                at += 1;
                continue;
            }
            let second = text.get(at + 1).copied().unwrap_or_default();
            let is_common = second >= self.second && self.common.iter().any(|range| range.contains(first));
            common += usize::from(is_common);
            all += usize::from(!self.signs.contains(first) || is_common);
            at += 2;
        }
        if all == 0 { 0.0 } else { common as f64 / all as f64 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_is_known_by_the_words_in_it() {
        for (encoding, text) in [
            (WINDOWS_1252, "Universität Größe, São Paulo formação, élève à l’été, Español señor"),
            (WINDOWS_1252, "Ingénieur – très"),
            (WINDOWS_1252, "„Größe“ … «été» 5 € très"),
            (WINDOWS_1252, "Máster en Dirección de Proyectos, Programación en Español"),
            (WINDOWS_1250, "Zarządzanie łańcuchem dostaw; Język; wymagania wstępne; żaden"),
            (WINDOWS_1250, "Počítačové sítě a jejich řízení, příklady, úvod do účetnictví"),
            (WINDOWS_1250, "Mesterséges intelligencia, gépi tanulás, felsőoktatás, fűtés"),
            (ISO_8859_2, "Analiza danych, książka, wiersze są, źródło, świadectwo"),
            (WINDOWS_1251, "Управление проектами и анализ данных"),
            (WINDOWS_1251, "введение в науку о данных; стоимость; период обучения"),
            (KOI8_R, "Управление проектами и анализ данных"),
            (WINDOWS_1251, "Управління проєктами та аналіз даних"),
            (WINDOWS_1253, "Διοίκηση έργων και ανάλυση δεδομένων"),
            (WINDOWS_1254, "Proje yönetimi, güçlü değişim, sınıf, Işık Üniversitesi, İş"),
            (WINDOWS_1257, "Duomenų analizė, įvadas į programavimą, žinios"),
            (WINDOWS_1255, "ניהול פרויקטים וניתוח נתונים"),
            (WINDOWS_1255, "האוניברסיטה העברית בירושלים, מבוא למדעי המחשב"),
            (WINDOWS_1256, "إدارة المشاريع وتحليل البيانات"),
            (MACINTOSH, "Université de Montréal, Größe, señor"),
            (GB18030, "数据科学导论,北京大学,工商管理硕士课程"),
            (BIG5, "資料科學導論 國立臺灣大學 管理學"),
            (SHIFT_JIS, "データサイエンス入門 東京大学 プログラム"),
            (EUC_JP, "データサイエンス入門 東京大学 プログラム"),
            (EUC_KR, "데이터 과학 입문 서울대학교 경영학 과정"),
        ] {
            let (bytes, _, is_lossy) = encoding.encode(text);
            assert!(!is_lossy, "{text}");
            assert_eq!(best(&bytes, false), Charset::Encoding(encoding), "{text}");
        }
        assert_eq!(best(b"\x96 \x85", true), Charset::Encoding(WINDOWS_1252));
    }

    #[test]
    fn tables_saved_for_dos_are_known_by_their_words() {
        let saved = |page: &'static CodePage, text: &str| {
            let byte = |c: char| (0..=255_u8).find(|byte| page.decode(&[*byte]) == c.to_string()).expect("a byte");
            text.chars().map(byte).collect::<Vec<u8>>()
        };
        for text in [
            "Gestión de proyectos; señales",
            "Führung für Anfänger, Größe",
            "Élèves à l'école, français",
            "crème brûlée",
            "Größe",
            "Köln",
            "Niños y niñas",
            "Économie",
            "Noël",
            "Garçon",
            "Søren",
        ] {
            assert!(matches!(best(&saved(&dos::WESTERN, text), true), Charset::Dos(_)), "{text}");
        }
        let of_apple = MACINTOSH.encode("Université de Montréal").0;
        assert_eq!(best(&of_apple, false), Charset::Encoding(MACINTOSH));
        assert_eq!(best(&saved(&dos::WESTERN, "Formação de gestão, São Paulo"), true), Charset::Dos(&dos::WESTERN));
    }
}
