//! Tests of reading, most of them with a small vocabulary of their own, so that they do not depend on the shipped one.

use super::*;

const SMALL: &str = r#"{"format": "prospectus-topics/1", "as_of": "2026-11-26", "topics": [
    {"id": "medicine", "name": {"en": "Medicine", "es": "Medicina", "fr": "Médecine"}, "also": ["doctor"], "subject": "Medicine"},
    {"id": "nursing", "name": {"en": "Nursing", "es": "Enfermería", "fr": "Soins infirmiers"}, "also": ["nurse", "enfermero"], "broader": ["medicine"]},
    {"id": "social-work", "name": {"en": "Social work", "es": "Trabajo social"}, "also": ["social worker"]},
    {"id": "human-resources", "name": {"en": "Human resources", "es": "Recursos humanos"}, "also": ["HR", "الموارد البشرية"]},
    {"id": "programming", "name": {"en": "Programming", "es": "Programación"}, "also": ["coding", "编程"]},
    {"id": "python", "name": {"en": "Python", "es": "Python"}, "broader": ["programming"]},
    {"id": "c-language", "name": {"en": "C", "es": "C"}, "broader": ["programming"]},
    {"id": "teaching", "name": {"en": "Teaching", "es": "Enseñanza"}, "also": ["teacher"]},
    {"id": "tefl", "name": {"en": "Teaching English", "es": "Enseñar inglés"}, "broader": ["teaching"]},
    {"id": "data-science", "name": {"en": "Data science", "es": "Ciencia de datos"}},
    {"id": "cybersecurity", "name": {"en": "Cybersecurity", "es": "Ciberseguridad"}, "also": ["cyber security"]},
    {"id": "blockchain", "name": {"en": "Blockchain", "es": "Cadena de bloques"}, "also": ["crypto"]},
    {"id": "cryptocurrency", "name": {"en": "Cryptocurrency", "es": "Criptomonedas"}, "also": ["crypto"], "broader": ["blockchain"]},
    {"id": "research", "name": {"en": "Research and development", "es": "Investigación y desarrollo"}},
    {"id": "photography", "name": {"en": "Photography", "es": "Fotografía"}, "empty": true}
]}"#;

fn small() -> Vocabulary {
    Vocabulary::from_text(SMALL).expect("a vocabulary")
}

/// Reads a text and prints each part as its concepts: topic ids (`|` between alternatives), `+` before a corrected
/// word, `<…>` around a subject, quotes around a plain word.
fn read(text: &str) -> Vec<String> {
    let vocabulary = small();
    let subjects = ["Medicine", "Business & Management"];
    let reading = vocabulary.read(text, subjects.into_iter(), |word| word == "pythons");
    let concept = |concept: &Concept| {
        let corrected = if concept.corrected.is_some() { "+" } else { "" };
        match &concept.meaning {
            Meaning::Topics { topics, .. } => {
                let ids: Vec<&str> = topics.iter().map(|ix| vocabulary.topic(*ix).id.as_str()).collect();
                format!("{corrected}{}", ids.join("|"))
            }
            Meaning::Subject(subject) => format!("<{subject}>"),
            Meaning::Word(word) => format!("\"{word}\""),
        }
    };
    reading.parts.iter().map(|part| part.concepts.iter().map(concept).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn typed_words_are_quoted_without_invisible_characters() {
    let reading =
        Vocabulary::embedded().read("nur\u{2060}se\u{1b}[31m\u{202e} data\u{feff}", std::iter::empty(), |_| false);
    let typed = reading
        .parts
        .iter()
        .flat_map(|part| std::iter::once(&part.typed).chain(part.concepts.iter().map(|own| &own.typed)));
    for typed in typed {
        assert!(!crate::catalog::has_unsafe_char(typed), "{typed:?}");
    }
    assert!(reading.parts.iter().any(|part| part.typed.contains("nurse")), "{:?}", reading.parts);
}

#[test]
fn several_fields_are_parted_and_the_words_of_one_stay_together() {
    assert_eq!(read("social work or HR"), ["social-work", "human-resources"]);
    assert_eq!(read("nursing and python, data science"), ["nursing", "python", "data-science"]);
    assert_eq!(read("enfermería y programación"), ["nursing", "programming"]);
    assert_eq!(read("research and development"), ["research"]);
    assert_eq!(read("business and management"), ["<Business & Management>"]);
    assert_eq!(read("python para ciencia de datos"), ["python data-science"]);
}

#[test]
fn a_sentence_is_read_for_what_it_wants() {
    assert_eq!(read("I want to learn Python to become a nurse"), ["python nursing"]);
    assert_eq!(read("quiero aprender a programar desde cero"), ["programming"]);
    // Several words that mean nothing are no field beside one that does.
    assert_eq!(read("je voudrais devenir médecin, s'il vous plaît"), ["medicine"]);
    assert_eq!(read("data science without programming"), ["data-science"]);
    assert_eq!(read("Teach me python please"), ["python"]);
    assert_eq!(read("HR manager"), ["human-resources"]);
}

#[test]
fn the_longest_phrase_counts() {
    assert_eq!(read("teaching English"), ["tefl"]);
    assert_eq!(read("teaching French"), ["teaching \"french\""]);
    assert_eq!(read("teacher"), ["teaching"]);
}

#[test]
fn numbers_genders_and_forms_of_a_word_are_one() {
    assert_eq!(read("nurses"), ["nursing"]);
    assert_eq!(read("enfermeras"), ["nursing"]);
    assert_eq!(read("programmer"), ["programming"]);
    assert_eq!(read("social workers"), ["social-work"]);
    assert_eq!(read("الموارد البشريه"), ["human-resources"]);
}

#[test]
fn slips_are_forgiven_and_owned_up_to() {
    assert_eq!(read("pyton"), ["+python"]);
    assert_eq!(read("cybersecuirty"), ["+cybersecurity"]);
    assert_eq!(read("sosial wrok"), ["+social-work"]);
    assert_eq!(read("pythons"), ["python"]);
    assert_eq!(read("hat"), ["\"hat\""]);
    assert_eq!(read("curse"), ["\"curse\""]);
}

#[test]
fn a_word_of_two_topics_offers_both() {
    assert_eq!(read("crypto"), ["blockchain|cryptocurrency"]);
}

#[test]
fn words_of_scripts_without_blanks_are_found_in_their_run() {
    assert_eq!(read("编程"), ["programming"]);
    assert_eq!(read("我想学习编程"), ["programming"]);
    assert_eq!(read("英语"), ["\"英语\""]);
}

#[test]
fn nothing_typed_is_nothing_understood() {
    for nothing in ["", "  ", "?!", "\u{1b}[2J".trim_end_matches('J')] {
        assert!(small().read(nothing, std::iter::empty(), |_| false).parts.len() <= 1, "{nothing}");
    }
    assert_eq!(read("the of and"), Vec::<String>::new());
    assert_eq!(read("learn"), ["\"learn\""]);
}

#[test]
fn a_title_names_topics_in_whole_phrases_and_capitals() {
    let vocabulary = small();
    let named = |title: &str| -> Vec<String> {
        vocabulary.named_in(title).into_iter().map(|ix| vocabulary.topic(ix).id.clone()).collect()
    };
    assert_eq!(named("Python for Data Science"), ["python", "data-science"]);
    assert_eq!(named("HR for Nurses"), ["human-resources", "nursing"]);
    assert_eq!(named("C Programming with Linux"), ["c-language", "programming"]);
    assert_eq!(named("Introducción a la Enfermería"), ["nursing"]);
    assert!(named("Become a Programmer: the c'mon hr of art").is_empty());
}

#[test]
fn a_vocabulary_that_breaks_a_rule_is_refused_with_every_reason() {
    let topic = |id: &str, name: &str, broader: &str| {
        format!(r#"{{"id": "{id}", "name": {{"en": "{name}", "es": "x"}}, "broader": [{broader}]}}"#)
    };
    let problems = |topics: &[String]| {
        let text = format!(r#"{{"format": "{FORMAT}", "as_of": "2026", "topics": [{}]}}"#, topics.join(","));
        Vocabulary::from_text(&text).err().map(|error| error.to_string()).unwrap_or_default()
    };
    assert_eq!(problems(&[topic("a", "Art", ""), topic("b", "Botany", "\"a\"")]), "");
    for (bad, says) in [
        ([topic("a", "Art", ""), topic("a", "Botany", "")], "The id `a` is given twice."),
        ([topic("a", "Art", ""), topic("b", "art", "")], "`b` has the same name as `a`."),
        ([topic("a", "Art", ""), topic("b", "Botany", "\"cc\"")], "`b` is part of `cc`, which is not a topic."),
        ([topic("a", "Art", "\"b\""), topic("b", "Botany", "\"a\"")], "`a` is part of itself. `b` is part of itself."),
        ([topic("A b", "Art", ""), topic("b", "Botany", "")], "`A b` is not an id"),
        (
            [topic("a", "O chem", ""), topic("b", "Botany", "")],
            "`O chem` of `a` would be read as `chem`; write that word",
        ),
        ([topic("a", "Do the books", ""), topic("b", "Botany", "")], "`Do the books` of `a` would be read as"),
        ([topic("a", "The of", ""), topic("b", "Botany", "")], "`The of` of `a` consists of words that say nothing."),
        ([topic("a", " Art", ""), topic("b", "Botany", "")], "` Art` of `a` is empty, or begins or ends with a space"),
    ] {
        let problems = problems(&bad);
        assert!(problems.contains(says), "{problems}");
    }
    assert!(Vocabulary::from_text("{}").is_err());
    let other = r#"{"format": "prospectus-topics/9", "as_of": "", "topics": []}"#;
    assert!(matches!(Vocabulary::from_text(other), Err(VocabularyError::OtherFormat(_))));
}

#[test]
fn what_is_part_of_a_topic_is_part_of_all_that_it_is_part_of() {
    let vocabulary = small();
    let find = |id| vocabulary.find(id).expect("a topic");
    assert_eq!(vocabulary.broader(find("cryptocurrency")), [find("blockchain")]);
    assert_eq!(vocabulary.narrower(find("programming")).collect::<Vec<_>>(), [find("python"), find("c-language")]);
}

#[test]
fn a_slip_is_surer_than_a_stem_and_a_whole_word_is_no_form_of_another() {
    let vocabulary = Vocabulary::embedded();
    let topics = |text: &str| -> Vec<&str> {
        let reading = vocabulary.read(text, std::iter::empty(), |_| false);
        reading.parts.iter().flat_map(Part::topics).map(|ix| vocabulary.topic(ix).id.as_str()).collect()
    };
    assert_eq!(topics("procurment"), ["procurement"], "and no form of a word for a lawyer");
    assert!(topics("programmed").contains(&"programming"), "a form of a known word stays one");
    for whole in ["care", "corn", "post"] {
        assert!(!topics(whole).contains(&"career-development"), "{whole}");
    }
}

#[test]
fn the_shipped_vocabulary_keeps_its_rules() {
    let vocabulary = Vocabulary::embedded();
    assert_eq!(vocabulary.all().len(), vocabulary.len());
    assert!(vocabulary.all().all(|ix| vocabulary.find(&vocabulary.topic(ix).id) == Some(ix)));
}

#[test]
fn most_words_of_a_name_stand_for_it_where_no_other_topic_has_them() {
    assert_eq!(read("resource human"), ["human-resources"]);
    assert_eq!(read("cyber"), ["\"cyber\""], "it is of another word for the topic only");
    assert_eq!(read("social"), ["social-work"]);
    assert_eq!(read("science"), ["data-science"]);
    assert_eq!(read("python data"), ["python \"data\""], "another topic than the one that is understood");
    assert_eq!(read("social care"), ["\"social\" \"care\""]);
}

#[test]
fn the_stored_phrases_are_made_of_the_shipped_vocabulary() {
    let made = Vocabulary::packed(include_str!("../../assets/topics.json")).expect("a vocabulary can be stored");
    assert!(
        Vocabulary::is_embedded(&made),
        "assets/topics.bin is out of date; `cargo run --example pack_catalogue` makes it again"
    );
}
