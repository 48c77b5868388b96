//! How the words of a wish are read: what they are taken for, and what they are not.

use prospectus::catalog::ProgramIx;
use prospectus::search::Hits;
use prospectus::topics::{Concept, Meaning, Vocabulary};

use crate::made::{asked, shipped};

/// The ids of the topics in each part of a text, and in quotes the words that are no topic.
pub(crate) fn read(typed: &str) -> String {
    let (catalog, index) = shipped();
    let vocabulary = Vocabulary::embedded();
    let understood = index.understand(catalog, typed);
    let concept = |meaning: &Meaning| match meaning {
        Meaning::Topics { topics, .. } => {
            topics.iter().map(|ix| vocabulary.topic(*ix).id.as_str()).collect::<Vec<_>>().join("|")
        }
        Meaning::Subject(subject) => format!("<{subject}>"),
        Meaning::Word(word) => format!("'{word}'"),
    };
    let part = |part: &prospectus::search::UnderstoodPart| {
        part.part.concepts.iter().map(|own| concept(&own.meaning)).collect::<Vec<_>>().join(" ")
    };
    understood.parts.iter().map(part).collect::<Vec<_>>().join(", ")
}

/// The topics of a text, without the words that are none.
pub(crate) fn topics_of(typed: &str) -> String {
    let read = read(typed);
    read.split(' ').filter(|word| !word.starts_with('\'')).collect::<Vec<_>>().join(" ")
}

fn listed(query: &str) -> Hits {
    let (catalog, index) = shipped();
    index.search(catalog, &asked(query))
}

/// The programs of a list, in order.
fn programs(query: &str) -> Vec<ProgramIx> {
    listed(query).iter().map(|hit| hit.program).collect()
}

/// The programs that the adviser finds about what was typed.
fn advised(typed: &str) -> Vec<ProgramIx> {
    let (catalog, index) = shipped();
    let parts = index.understand(catalog, typed).parts;
    parts.iter().flat_map(|part| part.matches.iter().map(|(program, _)| program).collect::<Vec<_>>()).collect()
}

pub(crate) fn misread(table: &[(&str, &str)]) -> Vec<String> {
    let wrong = table.iter().map(|(typed, wanted)| (typed, wanted, read(typed)));
    wrong.filter(|(_, wanted, got)| got != *wanted).map(|(typed, _, got)| format!("`{typed}`: {got}")).collect()
}

#[test]
fn letters_joined_by_a_sign_are_one_abbreviation() {
    let table = [
        ("R&D", "innovation"),
        ("FP&A", "financial-analysis"),
        ("P&L", "financial-analysis"),
        ("F&B manager", "hospitality"),
        ("DE&I", "diversity-inclusion"),
        ("l&d specialist", "human-resources"),
        ("S&OP", "supply-chain"),
        ("Q&A", "'q&a'"),
        ("C&A", "'c&a'"),
        ("python&sql", "python, sql"),
    ];
    assert_eq!(misread(&table), Vec::<String>::new());
    assert!(listed("M&A").len() < 40, "titles that hold an m and an a are no answer");
}

#[test]
fn the_little_words_of_a_sentence_stand_for_nothing() {
    for sentence in ["i", "I hate geometry", "what do I do", "should I or should I not", "un", "I don't know"] {
        let topics = read(sentence);
        assert!(!topics.contains("diversity") && !topics.contains("relations"), "`{sentence}`: {topics}");
    }
    assert_eq!(read("a job at the UN"), "international-relations");
}

#[test]
fn words_written_apart_or_together_by_mistake_are_read_as_they_are_meant() {
    let table = [
        ("micro electronics", "semiconductors"),
        ("bio informatics", "bioinformatics"),
        ("e commerce", "ecommerce"),
        ("e sports", "esports"),
        ("data base", "databases"),
        ("type script", "javascript"),
        ("geo spatial", "gis"),
        ("supplychain", "supply-chain"),
        ("publichealth", "public-health"),
        ("machinelearning", "machine-learning"),
        ("data science", "data-science"),
    ];
    assert_eq!(misread(&table), Vec::<String>::new());
}

#[test]
fn clipped_words_stand_for_the_phrase_that_they_begin() {
    let table = [
        ("mech eng", "mechanical-engineering"),
        ("chem eng", "chemical-engineering"),
        ("poli sci", "political-science"),
        ("info sec", "cybersecurity"),
        ("bus admin", "business-management"),
        ("soc media", "social-media-marketing"),
        ("inv banking", "investment-banking"),
        ("cust success", "customer-experience"),
        ("ml eng", "machine-learning|mlops"),
        ("civ eng", "civil-engineering"),
        ("env sci", "environment"),
        ("pub health", "public-health"),
    ];
    assert_eq!(misread(&table), Vec::<String>::new());
}

/// The least share of clipped words and of things to be done that are read as they are meant, in per cent.
const MEANT_PERCENT: usize = 95;

#[test]
fn clipped_words_and_things_to_be_done_are_read_as_they_are_meant() {
    let rows = include_str!("../data/clipped_and_done.tsv").lines().filter(|line| !line.starts_with('#')).skip(1);
    let rows: Vec<Vec<&str>> = rows.map(|line| line.split('\t').collect()).collect();
    let mut wrong = Vec::new();
    for row in &rows {
        if !is_read_as(row[0], row[2]) {
            wrong.push(format!("`{}`: {}, not {}", row[0], read(row[0]), row[2]));
        }
    }
    let right = rows.len() - wrong.len();
    assert!(rows.len() > 120 && right * 100 >= rows.len() * MEANT_PERCENT, "{right} of {}: {wrong:#?}", rows.len());
}

/// Whether a wanted topic is understood, and nothing but wanted topics and topics that these are part of.
fn is_read_as(typed: &str, wanted: &str) -> bool {
    let vocabulary = Vocabulary::embedded();
    let wanted: Vec<_> = wanted.split(',').map(|id| vocabulary.find(id).expect("a topic of the table")).collect();
    let (catalog, index) = shipped();
    let parts = index.understand(catalog, typed).parts;
    let concepts = parts.iter().flat_map(|part| &part.part.concepts).filter(|concept| concept.is_understood());
    let all: Vec<_> = concepts.map(Concept::topics).collect();
    let is_wanted = |topics: &&[_]| topics.iter().any(|topic| wanted.contains(topic));
    let is_above =
        |topics: &&[_]| wanted.iter().any(|own| topics.iter().any(|ix| vocabulary.broader(*own).contains(ix)));
    all.iter().any(is_wanted) && all.iter().all(|topics| is_wanted(topics) || is_above(topics))
}

#[test]
fn a_right_word_is_never_corrected() {
    let table = [
        ("coast", "'coast'"),
        ("manners", "'manners'"),
        ("volcano hiking", "geology 'hiking'"),
        ("betting", "'betting'"),
        ("walking", "'walking'"),
        // A common word is no field beside others, and no slip either.
        ("a month", ""),
        ("CIPD", "'cipd'"),
    ];
    assert_eq!(misread(&table), Vec::<String>::new());
    for (query, wrong) in [("visa", "vida"), ("lessons", "session"), ("miss", "mass"), ("stay", "star")] {
        let notice = listed(query).notice.unwrap_or_default();
        assert!(!notice.contains(wrong), "{query}: {notice}");
    }
}

#[test]
fn a_list_and_the_adviser_leave_out_the_same_unknown_words() {
    for typed in [
        "korean payslip",
        "welding torches",
        "nutrition leaflet",
        "geometry tuition",
        "translation gig fees",
        "budgeting payslip",
        "estadística chuletas",
        "biologie abitur",
        "negotiation role play",
        "anxiety counsellor",
    ] {
        let found = programs(typed);
        let lacking = advised(typed).into_iter().filter(|program| !found.contains(program)).count();
        assert_eq!(lacking, 0, "`{typed}`: {:?}", listed(typed).notice);
    }
    let notice = listed("welding torches").notice.unwrap_or_default();
    assert!(notice.contains("no word like `torches`"), "{notice}");
}

#[test]
fn a_word_that_another_follows_is_not_the_beginning_of_a_longer_one() {
    let (catalog, _) = shipped();
    for typed in ["car care", "art care", "car insurance", "bar staff", "web care", "dog care"] {
        let parts: Vec<String> = typed.split(' ').map(str::to_owned).collect();
        for program in programs(typed) {
            let title = catalog.program(program).title.to_lowercase();
            let is_begun = |word: &&str| word.starts_with(&parts[0]) && word.len() > parts[0].len() + 1;
            let begun: Vec<&str> = title.split(|c: char| !c.is_alphanumeric()).filter(is_begun).collect();
            let is_on = advised(typed).contains(&program);
            assert!(begun.is_empty() || is_on, "`{typed}` finds {title} by {begun:?}");
        }
    }
    let (found, wanted) = (programs("car care"), advised("car care"));
    assert!(!found.is_empty() && found.iter().all(|program| wanted.contains(program)), "{found:?}");
}

#[test]
fn a_slash_between_fields_finds_both() {
    let (one, other) = (listed("tableau").len(), listed("excel").len());
    let both = listed("tableau / excel");
    assert!(both.len() >= one.max(other), "{} of {one} and {other}", both.len());
}

#[test]
fn a_kind_or_a_language_beside_a_subject_says_how_it_is_taught() {
    for (typed, form) in [
        ("micromasters economics", "kind:micromasters"),
        ("statistics micromasters", "kind:micromasters"),
        ("python in spanish", "lang:spanish"),
        ("marketing en francés", "lang:french"),
    ] {
        let (found, all) = (advised(typed), programs(form));
        assert!(!found.is_empty() && found.iter().all(|program| all.contains(program)), "`{typed}`: {found:?}");
    }
    assert!(read("spanish").contains("spanish"), "alone it is a subject");
}

#[test]
fn a_price_in_words_limits_a_list() {
    for (words, sign) in
        [("python less than $300", "python price:<=300"), ("max 200 usd marketing", "price:<=200 marketing")]
    {
        assert_eq!(programs(words), programs(sign), "{words}");
        assert!(!programs(words).is_empty(), "{words}");
    }
    let notice = listed("chemistry bis 400 euro").notice.unwrap_or_default();
    assert!(notice.contains("`bis 400 euro`"), "{notice}");
}

#[test]
fn a_word_of_a_title_is_not_read_as_a_form_of_another_word() {
    let (catalog, _) = shipped();
    // Each is a word of titles, and ends like a form of a word that means a topic.
    for word in ["modelling", "transforming", "oriented", "mastery", "equipment", "procesos", "directa", "lectura"] {
        let found = advised(word);
        let title = |program: &ProgramIx| catalog.program(*program).title.to_lowercase();
        let stem = &word[..word.len() - 4];
        assert!(found.iter().any(|program| title(program).contains(stem)), "{word}");
        assert_eq!(read(word), format!("'{word}'"));
    }
    // Words that no title has are still read as forms.
    assert_ne!(read("botanist"), "'botanist'");
    assert_ne!(read("negotiator"), "'negotiator'");
}

#[test]
fn a_number_beside_other_words_is_not_a_field() {
    for (typed, plain) in [
        ("data science 2026", "data science"),
        ("web 2.0", "web"),
        ("physics 2", "physics"),
        ("accounting in 12 weeks", "accounting in weeks"),
        ("marketing 101", "marketing"),
        ("turning 30 nursing", "turning nursing"),
    ] {
        assert_eq!(read(typed), read(plain), "{typed}");
    }
    assert!(!read("career change at 40").contains("40"));
    assert!(read("2026").contains("2026"), "alone it is what was asked");
    assert_eq!(read("industry 4.0"), read("Industry 4.0"));
    assert!(!listed("industry 4.0").is_empty());
}
