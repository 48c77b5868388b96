//! Recognizes questions about the kinds and about taking a program, such as `is a micromasters worth it` or
//! `can I get a refund`, and answers them from the guide. A question without an answer in the guide gets a sentence
//! that says so, never the answer to another question. A question that names something to learn is a search and gets
//! `None`.

mod question;

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Guide, GuidePage, KindRow, Measure, measure};
use crate::catalog::{Catalog, Kind, sentence};
use crate::edx_rules;

use question::{Asking, Question};

static EMBEDDED: &str = include_str!("../../assets/asked.json");

static WORDS: LazyLock<Asked> =
    LazyLock::new(|| serde_json::from_str(EMBEDDED).expect("a test reads the shipped words"));

/// The answer if the guide has none.
const NO_ANSWER: &str = "The guide has no answer to this question.";

/// The guide's answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideAnswer {
    /// The subject of the question; `None` if the guide has no answer to it.
    pub about: Option<String>,
    /// The answer, in entries of one or two sentences.
    pub sentences: Vec<String>,
    /// The page of the guide with the answer.
    pub page: GuidePage,
}

/// The words that questions about the kinds consist of. All words are folded.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    /// Words that a question begins with.
    openers: Vec<String>,
    /// Words that do not help to identify the subject of a question.
    little: Vec<String>,
    /// Verbs of questions about what the catalogue has, which are searches.
    offering: Vec<String>,
    /// Words about taking a program for which the guide has no answer.
    unanswered: Vec<String>,
    /// Words for the kinds.
    kinds: Vec<KindWords>,
    /// The subjects of questions that the guide can answer.
    subjects: Vec<Subject>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct KindWords {
    /// The kind; `None` for words that mean any kind.
    kind: Option<String>,
    words: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Subject {
    name: String,
    answers: Vec<Place>,
    /// The facts whose medians belong to the answer, by the names that [`Measure::fact`] returns.
    #[serde(default)]
    measures: Vec<String>,
    /// Whether the answer holds whatever else the question names, such as a country.
    #[serde(default)]
    holds_for_all: bool,
    /// Words that name the subject on their own.
    words: Vec<String>,
    /// Words that name the subject only together, in any order.
    #[serde(default)]
    phrases: Vec<String>,
}

/// An entry of the guide that answers a question.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Place {
    /// The id of the entry.
    of: String,
    /// The kind that the entry is about; `None` if it is about all of them.
    kind: Option<String>,
}

impl Place {
    /// Returns the page of the guide that has the entry, by the letters of its id. The rules of edX are on the page of
    /// questions.
    fn page(&self) -> GuidePage {
        match self.of.trim_end_matches(|c: char| c.is_ascii_digit()) {
            "T" => GuidePage::Kinds,
            "R" | "X" => GuidePage::TradeOffs,
            "E" => GuidePage::Evidence,
            "V" => GuidePage::Checks,
            _ => GuidePage::Questions,
        }
    }
}

/// Returns the shipped guide's answer, or `None` if `typed` is a search and not a question about the kinds. The medians
/// are those of the catalogue; a question that names one of its institutions is a search.
pub fn answer(catalog: &Catalog, typed: &str) -> Option<GuideAnswer> {
    let question = Question::read(typed)?;
    match question.asking(catalog) {
        Asking::Search => None,
        Asking::Unknown => {
            Some(GuideAnswer { about: None, sentences: vec![NO_ANSWER.to_owned()], page: GuidePage::Questions })
        }
        Asking::About(subject) => Some(Guide::embedded().answer(catalog, &question, subject)),
    }
}

impl Guide {
    fn answer(&self, catalog: &Catalog, question: &Question, subject: &Subject) -> GuideAnswer {
        let is_meant = |place: &&Place| place.kind.as_deref().is_none_or(|kind| question.is_about(kind));
        let said = subject.answers.iter().filter(is_meant).flat_map(|place| self.says(&place.of, question));
        let sentences = medians(catalog, question, subject).into_iter().chain(said).collect();
        let page = subject.answers.first().map_or(GuidePage::Kinds, Place::page);
        GuideAnswer { about: Some(subject.name.clone()), sentences, page }
    }

    /// Returns the sentences of the entry with this id.
    fn says(&self, id: &str, question: &Question) -> Vec<String> {
        let row = self.rows.iter().filter(|row| row.id == id).flat_map(|row| row_in_sentences(row, question));
        let rule = self.rules.iter().filter(|rule| rule.id == id);
        let rule = rule.map(|rule| sentence(&format!("when {}: {}", rule.when, rule.choose)));
        let cost = self.trade_offs.iter().filter(|cost| cost.id == id).map(|cost| cost.text.clone());
        let answer = self.questions.iter().filter(|question| question.id == id);
        let answer = answer.map(|question| question.answer.clone());
        let finding = self.flags.iter().filter(|flag| flag.id == id).map(|flag| sentence(&flag.finding));
        let study = self.evidence.iter().filter(|study| study.id == id);
        let study =
            study.map(|study| format!("{} ({}; {}; {}.)", study.finding, study.size, study.context, study.date));
        let of_edx = edx_rules::ALL.iter().filter(|rule| rule.slug == id).map(|rule| rule.text.to_owned());
        row.chain(rule).chain(cost).chain(answer).chain(finding).chain(study).chain(of_edx).collect()
    }
}

/// Returns what a row says about the kinds in the question, and whether it holds. Without a kind, the two kinds that
/// the guide compares are meant.
fn row_in_sentences(row: &KindRow, question: &Question) -> Vec<String> {
    let kinds = [
        (Kind::ProfessionalCertificate, Some(&row.professional_certificate)),
        (Kind::MicroMasters, Some(&row.micromasters)),
        (Kind::MicroBachelors, row.microbachelors.as_ref().filter(|_| question.names(&Kind::MicroBachelors.slug()))),
    ];
    let says = |(kind, text): (Kind, Option<&String>)| {
        Some(sentence(&format!("{}: {}", kind.name(), text.filter(|_| question.is_about(&kind.slug()))?)))
    };
    let kinds: Vec<String> = kinds.into_iter().filter_map(says).collect();
    let note = row.note.as_deref().filter(|_| !kinds.is_empty()).map(sentence);
    kinds.into_iter().chain(note).collect()
}

/// Returns the medians that belong to a subject, one sentence for each kind.
fn medians(catalog: &Catalog, question: &Question, subject: &Subject) -> Vec<String> {
    if subject.measures.is_empty() {
        return Vec::new();
    }
    let wanted = Measure::ALL.into_iter().filter(|own| subject.measures.iter().any(|name| name == own.fact()));
    let measured = measure(catalog);
    let of =
        |own: Measure| measured.iter().filter(move |one| one.measure == own && question.is_about(&one.kind.slug()));
    wanted
        .flat_map(of)
        .map(|one| format!("{} of a {}: {}.", one.measure.label(), one.kind.name(), one.words()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::words;

    fn asked(typed: &str) -> Option<GuideAnswer> {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        answer(&catalog, typed)
    }

    /// Returns the subject of the answer; `-` if the guide has none, and `None` for a search.
    fn about(typed: &str) -> Option<String> {
        asked(typed).map(|answer| answer.about.unwrap_or_else(|| "-".to_owned()))
    }

    #[test]
    fn every_place_that_is_named_says_something() {
        let guide = Guide::embedded();
        for place in WORDS.subjects.iter().flat_map(|subject| &subject.answers) {
            let question = Question::read("what is it?").expect("a question");
            assert!(!guide.says(&place.of, &question).is_empty(), "{}", place.of);
            assert!(place.kind.as_deref().is_none_or(|kind| Kind::from_slug(kind).is_some()));
        }
        for name in WORDS.subjects.iter().flat_map(|subject| &subject.measures) {
            assert!(Measure::ALL.iter().any(|own| own.fact() == name), "{name}");
        }
    }

    #[test]
    fn every_word_is_folded() {
        let of_subjects = WORDS.subjects.iter().flat_map(|subject| &subject.words);
        let lists = [&WORDS.openers, &WORDS.little, &WORDS.offering, &WORDS.unanswered];
        let kinds = WORDS.kinds.iter().flat_map(|kind| &kind.words);
        for word in of_subjects.chain(kinds).chain(lists.into_iter().flatten()) {
            assert_eq!(words(word), [word.as_str()], "{word}");
        }
        for phrase in WORDS.subjects.iter().flat_map(|subject| &subject.phrases) {
            assert_eq!(words(phrase).join(" "), *phrase);
        }
    }

    #[test]
    fn questions_about_the_kinds_are_answered_in_english_and_spanish() {
        for (typed, subject) in [
            ("is a micromasters worth it", "Is it worth it?"),
            ("¿vale la pena un micromasters?", "Is it worth it?"),
            ("will employers accept it", "What employers think of it"),
            ("do companies recognise these certificates", "What employers think of it"),
            ("are edx certificates recognised in germany", "What employers think of it"),
            ("¿las empresas reconocen estos certificados?", "What employers think of it"),
            ("can I get credit for this certificate", "Credit toward a degree"),
            ("does it count toward a master's degree", "Credit toward a degree"),
            ("how much does a professional certificate cost", "What it costs"),
            ("¿cuánto cuesta un micromasters?", "What it costs"),
            ("how long does it take", "How long it takes"),
            ("how many hours a week", "How long it takes"),
            ("can I do it with a full time job", "How long it takes"),
            ("cuánto tiempo dura un micromasters", "How long it takes"),
            ("how many courses does a micromasters have", "How many courses"),
            ("what are the requirements to enrol", "What is needed beforehand"),
            ("do i need a bachelor's degree", "What is needed beforehand"),
            ("can I enrol without a degree", "What is needed beforehand"),
            ("what is the difference between a micromasters and a professional certificate", "The kinds compared"),
            ("micromasters or professional certificate", "The kinds compared"),
            ("certificate or degree", "A certificate or a degree?"),
            ("micromasters vs a master's", "A certificate or a degree?"),
            ("how hard is it to finish", "Finishing"),
            ("how hard are the exams", "Exams"),
            ("are the exams proctored", "Exams"),
            ("is admission guaranteed", "Admission to a degree"),
        ] {
            assert_eq!(about(typed).as_deref(), Some(subject), "{typed}");
        }
    }

    #[test]
    fn nothing_promises_a_job_a_salary_or_an_accreditation() {
        for (typed, subject) in [
            ("will I get a job", "Jobs and salary"),
            ("will this increase my salary", "Jobs and salary"),
            ("can i get a job in canada with this", "Jobs and salary"),
            ("does a certificate help my career", "Jobs and salary"),
            ("who will hire me after this", "Jobs and salary"),
            ("¿me darán trabajo con este certificado?", "Jobs and salary"),
            ("is it accredited", "Accreditation"),
            ("are these accredited in india", "Accreditation"),
        ] {
            let said = asked(typed).unwrap_or_else(|| panic!("{typed}: a search"));
            assert_eq!(said.about.as_deref(), Some(subject), "{typed}");
            let first = &said.sentences[0];
            assert!(
                first.starts_with("Nothing here promises") || first.starts_with("That is not on record"),
                "{first}"
            );
        }
        let promise = |answer: &str| answer.to_lowercase().contains("generally yes");
        assert!(Guide::embedded().questions.iter().all(|question| !promise(&question.answer)));
    }

    #[test]
    fn money_is_answered_with_the_rules_on_record_and_with_medians() {
        for (typed, subject, words) in [
            ("can i get a refund", "Money back", "14 days"),
            ("do I get my money back", "Money back", "14 days"),
            ("can i audit for free", "Learning without paying", "no certificate"),
            ("is it free", "Learning without paying", "no certificate"),
            ("do i have to pay", "Learning without paying", "no certificate"),
            ("is there financial aid", "Learning without paying", "up to 90 %"),
            ("¿hay becas?", "Learning without paying", "up to 90 %"),
            ("how much does a micromasters cost", "What it costs", "Price of a MicroMasters: typically US$"),
        ] {
            let said = asked(typed).unwrap_or_else(|| panic!("{typed}: a search"));
            assert_eq!(said.about.as_deref(), Some(subject), "{typed}");
            assert!(said.sentences.join(" ").contains(words), "{typed}: {said:?}");
            assert!(!said.sentences.join(" ").contains("tens of thousands"), "{typed}");
        }
    }

    #[test]
    fn a_kind_is_defined_by_what_is_on_record_about_it() {
        for (typed, words) in [
            ("what is a micromasters", "MicroMasters: graduate"),
            ("what are microbachelors", "MicroBachelors: undergraduate"),
            ("what is an xseries", "A series of courses on one subject"),
            ("what is a professional certificate", "Professional Certificate: a particular skill"),
            ("¿qué es un micromasters?", "MicroMasters: graduate"),
        ] {
            let said = asked(typed).unwrap_or_else(|| panic!("{typed}: a search"));
            assert!(said.sentences.join(" ").contains(words), "{typed}: {said:?}");
        }
        assert!(!asked("what is an xseries").is_some_and(|said| said.sentences.join(" ").contains("MicroMasters:")));
    }

    #[test]
    fn a_question_without_a_subject_of_the_guide_says_so() {
        for typed in [
            "does edx accept paypal",
            "what happens if i fail",
            "do certificates expire",
            "can i do it on my phone",
            "is coursera better than edx",
            "can I pay monthly for it",
            "how do I cancel this course",
            "are the textbooks included?",
        ] {
            assert_eq!(about(typed).as_deref(), Some("-"), "{typed}");
        }
    }

    #[test]
    fn what_names_something_to_learn_is_a_search() {
        for typed in [
            "how do I become a nurse",
            "what is machine learning",
            "can I learn python in a month",
            "is a certificate in nursing worth it",
            "is there a course on beekeeping",
            "do you have programs about harpsichords",
            "is there a course on auditing",
            "does harvard give certificates",
            "certificate in airport jobs",
            "credit risk management",
            "learn to speak mandarin",
            "quiero aprender a programar",
            "supply chain",
            "micromasters",
            "",
        ] {
            assert_eq!(about(typed), None, "{typed}");
        }
    }

    #[test]
    fn of_an_answer_for_each_kind_the_one_that_was_asked_for_is_said() {
        let said = |typed: &str| asked(typed).map_or(0, |answer| answer.sentences.len());
        assert!(said("is a micromasters worth it") < said("is it worth it"));
    }
}
