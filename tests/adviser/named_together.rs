//! A school, a level or a language typed together with a field, and what the result says about it.

use prospectus::advise::Note;
use prospectus::catalog::ProgramIx;

use crate::desk::Desk;

fn wants(field: &str) -> String {
    serde_json::json!({"goal": "explore", "credit": "no", "depth": "practical", "field": [field]}).to_string()
}

#[test]
fn a_school_typed_with_a_field_is_preferred_and_the_rest_is_the_field() {
    let desk = Desk::open();
    for (typed, field, school) in [
        ("harvard data science", "data science", "Harvard University"),
        ("data science at Harvard", "data science", "Harvard University"),
        ("MIT supply chain", "supply chain", "Massachusetts Institute of Technology"),
        ("Harvard University computer science", "computer science", "Harvard University"),
        ("ibm cybersecurity", "cybersecurity", "IBM"),
        ("tu delft water", "water", "Delft University of Technology"),
        ("HarvardX's python", "python", "Harvard University"),
        ("python de la universidad de Harvard", "python", "Harvard University"),
    ] {
        let advice = desk.advise(&wants(typed));
        let [own] = advice.understood.as_slice() else { panic!("{typed}: {:?}", advice.understood) };
        let schools: Vec<&str> = own.schools.iter().map(|ix| &*desk.catalog.institution(*ix).name).collect();
        assert_eq!((own.typed.as_str(), schools.as_slice()), (field, [school].as_slice()), "{typed}");
        assert!(own.sentence.ends_with("preferred"), "{typed}: {}", own.sentence);
        let is_theirs =
            |program: ProgramIx| desk.catalog.program(program).institutions().iter().any(|ix| own.schools.contains(ix));
        let has_one = advice.ranking.iter().any(|place| is_theirs(place.program));
        assert!(!has_one || is_theirs(advice.top().expect("a program")), "{typed}: {:?}", desk.shown(&advice));
    }
}

#[test]
fn a_school_typed_with_a_field_does_what_it_does_where_schools_are_asked_for() {
    let desk = Desk::open();
    let apart =
        r#"{"goal":"explore","credit":"no","depth":"practical","field":["data science"],"institution":["Harvard"]}"#;
    assert_eq!(desk.advise(apart).ranking, desk.advise(&wants("harvard data science")).ranking);
}

#[test]
fn words_that_mean_a_topic_or_the_whole_of_a_title_name_no_school() {
    let desk = Desk::open();
    for typed in ["rice farming", "microsoft excel", "google cloud", "arm robots", "TEFL", "IBM Data Science"] {
        let advice = desk.advise(&wants(typed));
        assert!(advice.understood.iter().all(|field| field.schools.is_empty()) || typed.starts_with("IBM"), "{typed}");
        assert!(advice.top().is_some(), "{typed}");
    }
}

#[test]
fn in_whichever_language_a_field_is_named_programs_in_it_come_first() {
    let desk = Desk::open();
    let speaks = |program: ProgramIx, languages: &[&str]| {
        desk.catalog.program(program).languages().iter().any(|own| languages.contains(&&**own))
    };
    for (typed, languages) in [
        ("data science", &["English"][..]),
        ("finance for managers of projects", &["English"]),
        ("accounting", &["English"]),
        ("gestión de proyectos", &["Spanish"]),
        ("ciencia de datos", &["Spanish"]),
        // Words of several languages count as English, because users who can read the questions can read that.
        ("nutrition", &["English"]),
        ("communication", &["English"]),
        ("liderazgo", &["Spanish"]),
        ("Excel", &["English"]),
        // Words that look foreign, but are used in English titles.
        ("java", &["English"]),
        ("power bi", &["English"]),
        ("SEO", &["English"]),
    ] {
        let advice = desk.advise(&wants(typed));
        let first_other = advice.ranking.iter().position(|one| !speaks(one.program, languages));
        let last_own = advice.ranking.iter().rposition(|one| speaks(one.program, languages));
        let (Some(other), Some(own)) = (first_other, last_own) else { continue };
        let siblings = advice.programs.iter().map(|one| one.siblings.len()).sum::<usize>();
        assert!(own < other + siblings, "{typed}: {own} stands after {other}");
        let named_in = languages.iter().map(|language| (*language).to_owned()).collect();
        assert!(advice.notes.contains(&Note::FieldLanguages(named_in)), "{typed}: {:?}", advice.notes);
    }
}

#[test]
fn what_is_about_the_field_comes_before_what_it_is_wanted_for() {
    let desk = Desk::open();
    for (typed, first) in [
        ("english for nurses", "english"),
        ("cybersecurity for hospitals", "cybersecurity"),
        ("excel for accountants", "excel"),
        ("data science for startups", "data-science"),
        ("logística para pymes", "logistics"),
    ] {
        let advice = desk.advise(&wants(typed));
        let top = advice.top().expect("a program");
        let topics = prospectus::topics::topics_of(&desk.catalog, top, desk.catalog.program(top));
        let vocabulary = prospectus::topics::Vocabulary::embedded();
        let has_first = topics.iter().any(|own| vocabulary.topic(own.topic).id == first);
        assert!(has_first, "{typed}: {:?}", desk.shown(&advice));
    }
}

#[test]
fn a_word_beyond_the_topic_that_one_title_has_puts_that_title_first() {
    let desk = Desk::open();
    for (typed, first) in [
        ("designing game levels", "lasallex-introduction-to-level-design"),
        ("azure exam az-305", "microsoft-az-305-solution-architect"),
        ("nitrogen fertilizer", "edinburghx-nitrogen-management-essentials"),
        ("matemáticas para entrar a ingeniería", "upvalenciax-bases-matematicas-para-estudiar-ingenieria"),
    ] {
        let advice = desk.advise(&wants(typed));
        assert!(desk.shown(&advice)[0].contains(first), "{typed}: {:?}", desk.shown(&advice));
    }
}

#[test]
fn why_the_second_is_not_the_first_never_says_the_same_of_both() {
    let desk = Desk::open();
    for typed in ["psychology", "data analysis", "finance", "marketing", "python", "machine learning", "accounting"] {
        let advice = desk.advise(&wants(typed));
        let Some(said) = desk.adviser.explainer(&desk.catalog, &advice.asked).runner_up(&advice) else { continue };
        let Some((own, first)) = said.split_once("; of the first, ") else { continue };
        assert!(!own.ends_with(first.trim_end_matches('.')), "{typed}: {said}");
    }
}

#[test]
fn what_follows_a_level_that_is_done_or_typed_is_named() {
    let desk = Desk::open();
    for (answers, next) in [
        (r#"{"field":["Mandarin Chinese Level 1"]}"#, "Next of the series: Mandarin Chinese Level 2, a course of "),
        (r#"{"field":["Steps in Japanese for Beginners 1"]}"#, "Next of the series: Steps in Japanese for Beginners 2"),
        (r#"{"done":["Epidemics II"]}"#, "Next of the series: Epidemics III, a course of "),
        (r#"{"done":["Manufacturing Systems I"]}"#, "Next of the series: Manufacturing Systems II, a course of "),
        (r#"{"field":["Mandarin Essentials for Beginners"]}"#, "Next of the series: Intermediate Mandarin Essentials"),
    ] {
        let advice = desk.advise(answers);
        let told = desk.told(&advice).notes;
        assert!(told.iter().any(|note| note.starts_with(next)), "{answers}: {told:?}");
    }
    for answers in [r#"{"field":["data science"]}"#, r#"{"done":["Epidemics IV"]}"#] {
        let notes = desk.advise(answers).notes;
        assert!(!notes.iter().any(|note| matches!(note, Note::NextOfSeries { .. })), "{answers}: {notes:?}");
    }
}

#[test]
fn an_abbreviation_and_what_it_stands_for_get_the_same_first_program() {
    let desk = Desk::open();
    for (short, long) in [
        ("gcp", "google cloud platform"),
        ("aws", "amazon web services"),
        ("hr", "human resources"),
        ("scm", "supply chain management"),
        ("csr", "corporate social responsibility"),
        ("nlp", "natural language processing"),
        ("gis", "geographic information systems"),
        ("kyc", "know your customer"),
        ("aml", "anti money laundering"),
        ("hci", "human computer interaction"),
        ("ux", "user experience"),
        ("llm", "large language models"),
        ("pm", "project management"),
    ] {
        let (one, other) = (desk.advise(&wants(short)), desk.advise(&wants(long)));
        assert_eq!(one.top(), other.top(), "{short}: {:?}, {long}: {:?}", desk.shown(&one), desk.shown(&other));
    }
    // Thirteen programs are about it, and the abbreviation in one title makes that one no better.
    let first = desk.shown(&desk.advise(&wants("GCP"))).swap_remove(0);
    assert!(!first.contains("machine-learning"), "{first}");
}

#[test]
fn of_two_fields_the_program_whose_title_names_both_comes_first() {
    let desk = Desk::open();
    for (fields, first) in [
        ("aws, devops", "amazonwebservices-devops-and-ai-on-aws"),
        ("devops and aws", "amazonwebservices-devops-and-ai-on-aws"),
        ("excel, R", "davidsonx-data-analysis-basics-with-excel-and-r"),
        ("sql, power bi", "davidsonx-from-database-to-dashboard-using-sql-and-power-bi"),
    ] {
        assert_eq!(desk.shown(&desk.advise(&wants(fields)))[0], first, "{fields}");
    }
}

#[test]
fn a_school_apart_from_a_field_is_where_to_learn_it_and_no_field_of_its_own() {
    let desk = Desk::open();
    for (typed, field, school) in [
        ("MIT, free, statistics", "statistics", Some("Massachusetts Institute of Technology")),
        ("Harvard, cheap, about religion", "religion", Some("Harvard University")),
        // A place is often called like a school.
        ("I'm in Texas, want to learn statistics", "statistics", None),
    ] {
        let advice = desk.advise(&wants(typed));
        let [own] = advice.understood.as_slice() else { panic!("{typed}: {:?}", advice.understood) };
        let schools: Vec<&str> = own.schools.iter().map(|ix| &*desk.catalog.institution(*ix).name).collect();
        assert_eq!(schools, school.into_iter().collect::<Vec<_>>(), "{typed}");
        let alone = desk.advise(&wants(field));
        let programs = |advice: &prospectus::advise::Advice| {
            let mut all: Vec<ProgramIx> = advice.ranking.iter().map(|place| place.program).collect();
            all.sort_unstable();
            all
        };
        assert_eq!(programs(&advice), programs(&alone), "{typed}");
    }
}

#[test]
fn a_school_that_a_topic_is_called_after_is_read_as_the_topic() {
    let desk = Desk::open();
    for typed in ["AWS", "Amazon Web Services", "Google Cloud"] {
        let advice = desk.advise(&wants(typed));
        let [own] = advice.understood.as_slice() else { panic!("{typed}: {:?}", advice.understood) };
        assert!(!own.topics.is_empty() && !own.sentence.contains("the school"), "{typed}: {}", own.sentence);
    }
    assert!(desk.advise(&wants("MIT")).understood[0].sentence.contains("the school MIT"));
}
