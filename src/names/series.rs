//! The position of a title in a series: *Level 2*, *Part II*, a number at the end, or a grade such as *Intermediate*.
//! Two titles belong to one series if they differ only in that position. Titles may be of programs or courses.

use super::fold::words;
use super::stop_words::is_stop_word;

/// Words that mark the following number as a position in a series.
const MARKERS: [&str; 16] = [
    "level", "part", "module", "stage", "volume", "book", "unit", "nivel", "parte", "modulo", "etapa", "volumen",
    "niveau", "partie", "teil", "stufe",
];
/// Words for the grades of a course of study, lowest grade first.
const GRADES: [&[&str]; 3] = [
    &[
        "beginner",
        "beginners",
        "beginning",
        "introductory",
        "introduction",
        "introduccion",
        "initiation",
        "elementary",
        "basic",
        "principiante",
        "principiantes",
        "basico",
        "basica",
        "debutant",
        "debutants",
    ],
    &["intermediate", "intermedio", "intermedia", "intermediaire", "applications", "aplicaciones"],
    &["advanced", "avanzado", "avanzada", "avance", "avancee"],
];
const ROMAN: [&str; 10] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
/// The maximum number taken as a position; a larger one at the end of a title is a year or the name of a standard.
const MAX_PLACE: usize = 20;
/// The maximum last two digits of a university course number; the first digit is the year: `101`, `204`.
const MAX_IN_YEAR: usize = 9;

/// The position of a title in a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesPlace {
    /// The words that all titles of the series share.
    stem: Vec<String>,
    scale: Scale,
    /// The position, counted from 1.
    place: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scale {
    Number,
    Grade,
}

impl SeriesPlace {
    /// Returns the position that a title states, or `None` if it states none.
    pub fn of(title: &str) -> Option<Self> {
        let words = parted(title);
        let found = by_marker(&words).or_else(|| by_last_number(title)).or_else(|| by_grade(&words))?;
        (!found.stem.is_empty()).then_some(found)
    }

    /// Returns the first position in a series, for a title without a number whose sequel has a `2`.
    pub fn first(title: &str) -> Self {
        Self { stem: parted(title), scale: Scale::Number, place: 1 }
    }

    /// Returns how many steps another title comes after this one in the same series, or `None` if it does not follow
    /// this one.
    pub fn steps_to(&self, other: &Self) -> Option<usize> {
        other.place.checked_sub(self.place).filter(|steps| self.is_of_series(other) && *steps > 0)
    }

    /// Returns the position; within one series, a later part has a higher one.
    pub fn place(&self) -> usize {
        self.place
    }

    /// Whether the position is a grade, such as *Intermediate*, and not a number.
    pub fn is_grade(&self) -> bool {
        self.scale == Scale::Grade
    }

    /// Whether two titles belong to one series.
    pub fn is_of_series(&self, other: &Self) -> bool {
        self.scale == other.scale && self.stem == other.stem
    }

    /// Returns the longest word that all titles of the series share.
    pub fn word(&self) -> &str {
        self.stem.iter().max_by_key(|word| word.len()).map_or("", String::as_str)
    }
}

/// Returns the words of a title, splitting letters from digits that follow them: `Part1` gives `part` and `1`.
fn parted(title: &str) -> Vec<String> {
    let part = |word: String| {
        let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
        let at = letters.len();
        let is_both = at > 0 && at < word.len() && letters.chars().all(char::is_alphabetic);
        if is_both { vec![word[..at].to_owned(), word[at..].to_owned()] } else { vec![word] }
    };
    words(title).into_iter().flat_map(part).collect()
}

/// Parses a course number as universities use them, such as the `201` of `Quantum 201`.
fn course_number(word: &str) -> Option<usize> {
    let number: usize = word.parse().ok()?;
    ((101..500).contains(&number) && (1..=MAX_IN_YEAR).contains(&(number % 100))).then_some(number)
}

fn number(word: &str) -> Option<usize> {
    let roman = || ROMAN.iter().position(|own| *own == word).map(|at| at + 1);
    word.parse().ok().or_else(roman).filter(|place| (1..=MAX_PLACE).contains(place))
}

/// Finds a marked number, as in `Part 2: Probability`. The last one counts. The words after it are the title of the
/// part and do not belong to the stem.
fn by_marker(words: &[String]) -> Option<SeriesPlace> {
    let is_marked = |pair: &[String]| MARKERS.contains(&pair[0].as_str()) && number(&pair[1]).is_some();
    let at = words.windows(2).rposition(is_marked)?;
    Some(SeriesPlace { stem: words[..at].to_vec(), scale: Scale::Number, place: number(&words[at + 1])? })
}

/// Finds a number at the end of the title or before its first colon, as in `Epidemics II`.
fn by_last_number(title: &str) -> Option<SeriesPlace> {
    let title = title.split(':').next().unwrap_or(title);
    // Excludes version numbers such as the `4.0` in `Construction 4.0`.
    let last = title.split_whitespace().next_back().filter(|word| word.chars().all(char::is_alphanumeric))?;
    let mut stem = parted(title);
    let number_word = stem.pop()?;
    let place = number(&number_word).or_else(|| course_number(&number_word))?;
    let is_roman = last.chars().all(char::is_alphabetic);
    let is_written_so = !is_roman || last.chars().all(char::is_uppercase);
    is_written_so.then_some(SeriesPlace { stem, scale: Scale::Number, place })
}

/// Finds a grade anywhere in the title, as in `Intermediate Mandarin`. A title with two grades has no position.
fn by_grade(words: &[String]) -> Option<SeriesPlace> {
    let grade = |word: &String| GRADES.iter().position(|grade| grade.contains(&word.as_str()));
    let mut grades = words.iter().filter_map(grade);
    let place = grades.next().filter(|_| grades.next().is_none())? + 1;
    let is_of_stem = |word: &&String| grade(word).is_none() && !is_stop_word(word) && !MARKERS.contains(&word.as_str());
    let mut stem: Vec<String> = words.iter().filter(is_of_stem).cloned().collect();
    stem.sort();
    Some(SeriesPlace { stem, scale: Scale::Grade, place })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(from: &str, to: &str) -> Option<usize> {
        SeriesPlace::of(from)?.steps_to(&SeriesPlace::of(to)?)
    }

    #[test]
    fn titles_that_differ_in_their_place_alone_are_one_series() {
        for (from, to) in [
            ("Mandarin Chinese Level 1", "Mandarin Chinese Level 2"),
            ("Epidemics III", "Epidemics IV"),
            ("Statistics 1 Part 1: Introductory statistics", "Statistics 1 Part 2: Statistical Methods"),
            ("Steps in Japanese for Beginners1 Part1", "Steps in Japanese for Beginners1 Part2"),
            ("Steps in Japanese for Beginners 1", "Steps in Japanese for Beginners 2"),
            ("Excel para los negocios nivel intermedio", "Excel para los negocios nivel avanzado"),
            ("Mandarin Essentials for Beginners", "Intermediate Mandarin Essentials"),
            ("Portfolio Management (Part 1)", "Portfolio Management (Part 2)"),
        ] {
            assert_eq!(steps(from, to), Some(1), "{from} -> {to}");
            assert_eq!(steps(to, from), None, "{to} -> {from}");
        }
        assert_eq!(steps("Beginner Italian", "Advanced Italian"), Some(2));
        assert_eq!(steps("Introductory Linear Algebra", "Applications of Linear Algebra"), Some(1));
        assert_eq!(steps("Introduction to Ceramics", "Advanced Ceramics"), Some(2));
        assert!(steps("Quantum 101: Computing", "Quantum 201: Networks").is_some());
        assert!(steps("Chemistry 102", "Chemistry 101").is_none());
        let first = SeriesPlace::first("Quantum Computing for Everyone");
        assert_eq!(first.steps_to(&SeriesPlace::of("Quantum Computing for Everyone 2").expect("a place")), Some(1));
    }

    #[test]
    fn what_is_no_place_makes_no_series() {
        for title in [
            "Proyectos Constructivos 4.0",
            "Marketing 2026",
            "Office 365",
            "Italian: Beginner to Advanced",
            "Advanced",
            "Data Science",
        ] {
            assert_eq!(SeriesPlace::of(title), None, "{title}");
        }
        assert_eq!(steps("Epidemics I", "Manufacturing Systems II"), None);
        assert_eq!(steps("Mandarin for Beginners", "Intermediate Spanish"), None);
    }
}
