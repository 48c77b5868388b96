//! Names are resolved in one place: what one input accepts the others accept too, and a misspelling gets the
//! same suggestion everywhere.

use prospectus::advise::{Answer, Answers, Prompt, Question, Reply};
use prospectus::app::World;
use prospectus::lines::Conversation;
use prospectus::search::{Facet, Filters, View};

use crate::script::world;

/// A place where names are typed, with a function that resolves a name there to values or to the sentence of the error.
type Place = (&'static str, fn(&World, Facet, &str) -> Result<Vec<String>, String>);

/// The places that take names of any facet.
const OF_FACETS: [Place; 3] = [("a command", by_command), ("a query", by_query), ("a line", by_line)];

/// The places that take answers to questions about names from the catalogue.
const OF_ANSWERS: [Place; 4] =
    [("a file", by_file), ("a setting", by_setting), ("the quoted setting", by_json), ("a question", by_question)];

/// The values that a filter chooses, without the default status.
fn values(mut filters: Filters, facet: Facet) -> Vec<String> {
    filters.chosen.remove(&facet).into_iter().flatten().collect()
}

fn by_command(world: &World, facet: Facet, typed: &str) -> Result<Vec<String>, String> {
    let mut filters = Filters::none();
    filters.choose(&world.catalog, facet, typed).map_err(|error| error.to_string())?;
    Ok(values(filters, facet))
}

fn by_query(world: &World, facet: Facet, typed: &str) -> Result<Vec<String>, String> {
    let query = format!("{}:\"{}\"", facet.slug(), typed.trim_matches(|c| "“”„\"".contains(c)));
    let reading = View { query, filters: Filters::none(), ..View::default() }.read(&world.catalog);
    reading.complaints.first().map_or_else(|| Ok(values(reading.view.filters.clone(), facet)), |said| Err(said.clone()))
}

fn by_line(_: &World, facet: Facet, typed: &str) -> Result<Vec<String>, String> {
    let mut conversation = Conversation::new(world());
    let reply = conversation.hear(&format!("filter {} {typed}", facet.slug()));
    let chosen = values(conversation.app().view.filters.clone(), facet);
    if chosen.is_empty() { Err(reply.told.concat()) } else { Ok(chosen) }
}

fn question(facet: Facet) -> Question {
    if facet == Facet::Language { Question::Language } else { Question::Institution }
}

fn names(answer: Option<&Answer>) -> Vec<String> {
    match answer {
        Some(Answer::Names { names, .. }) => names.clone(),
        Some(Answer::Institutions { prefer, .. }) => prefer.clone(),
        _ => Vec::new(),
    }
}

fn by_file(world: &World, facet: Facet, typed: &str) -> Result<Vec<String>, String> {
    let question = question(facet);
    let text = serde_json::json!({question.slug(): [typed]}).to_string();
    let answers = world.adviser().parse_answers(&text).map_err(|error| error.to_string())?;
    Ok(names(answers.get(question)))
}

fn set(world: &World, question: Question, setting: &str) -> Result<Vec<String>, String> {
    let answers = world
        .adviser()
        .with_setting(&Answers::new(), setting, world.settings.as_of)
        .map_err(|error| error.to_string())?;
    Ok(names(answers.get(question)))
}

fn by_setting(world: &World, facet: Facet, typed: &str) -> Result<Vec<String>, String> {
    set(world, question(facet), &format!("{}={typed}", question(facet).slug()))
}

fn by_json(world: &World, facet: Facet, typed: &str) -> Result<Vec<String>, String> {
    set(world, question(facet), &format!("{}={}", question(facet).slug().to_uppercase(), serde_json::json!(typed)))
}

fn by_question(world: &World, facet: Facet, typed: &str) -> Result<Vec<String>, String> {
    let (adviser, settings) = (world.adviser(), &world.settings);
    let prompt = Prompt { adviser, catalog: &world.catalog, answers: &Answers::new(), settings };
    match prompt.understand(adviser.questionnaire().item(question(facet)), typed) {
        Reply::Answer(answer) => Ok(names(Some(&answer))),
        Reply::Misunderstood(said) => Err(said),
        other => Err(format!("{other:?}")),
    }
}

/// The name that an error suggests.
fn suggested(refusal: &str) -> Option<&str> {
    refusal.split_once("Did you mean `")?.1.split('`').next()
}

#[test]
fn the_same_spelling_means_the_same_wherever_it_is_typed() {
    let world = world();
    for (facet, typed, wanted) in [
        (Facet::Language, "español", "Spanish"),
        (Facet::Language, "ESPAÑOL", "Spanish"),
        (Facet::Language, "espanol", "Spanish"),
        (Facet::Language, "“Spanish”", "Spanish"),
        (Facet::Language, "es", "Spanish"),
        (Facet::Language, "Englisch", "English"),
        (Facet::Language, "inglés", "English"),
        (Facet::Language, "Fran", "French"),
        (Facet::Institution, "MIT", "Massachusetts Institute of Technology"),
        (Facet::Institution, "mitx", "Massachusetts Institute of Technology"),
        (Facet::Institution, "Massachusetts Inst", "Massachusetts Institute of Technology"),
        (Facet::Institution, "„TU Delft“", "Delft University of Technology"),
        (Facet::Institution, "UNIVERSIDADES ANAHUAC", "Universidades Anáhuac"),
        (Facet::Institution, "anáhuac", "Universidades Anáhuac"),
    ] {
        for (place, read) in OF_FACETS.iter().chain(&OF_ANSWERS) {
            assert_eq!(read(&world, facet, typed), Ok(vec![wanted.to_owned()]), "{typed} in {place}");
        }
    }
}

#[test]
fn a_name_that_several_schools_share_means_all_of_them_everywhere() {
    let world = world();
    let all = by_command(&world, Facet::Institution, "USMx").expect("a shared name");
    assert!(all.len() > 1 && all.iter().all(|school| school.starts_with("University of Maryland")), "{all:?}");
    for (place, read) in OF_FACETS.iter().chain(&OF_ANSWERS) {
        assert_eq!(read(&world, Facet::Institution, "usmx").as_ref(), Ok(&all), "{place}");
    }
}

#[test]
fn a_slip_brings_the_same_suggestion_wherever_it_is_typed() {
    let world = world();
    for (facet, typed, wanted) in [
        (Facet::Language, "Spansh", "Spanish"),
        (Facet::Language, "deutch", "German"),
        (Facet::Language, "Portugese", "Portuguese"),
        (Facet::Institution, "Harvrd", "Harvard University"),
        (Facet::Institution, "Columbai", "Columbia University"),
        (Facet::Institution, "„Anahuca“", "Universidades Anáhuac"),
    ] {
        for (place, read) in OF_FACETS.iter().chain(&OF_ANSWERS) {
            let refusal = read(&world, facet, typed).expect_err(place);
            assert_eq!(suggested(&refusal), Some(wanted), "{typed} in {place}: {refusal}");
        }
    }
}

#[test]
fn kinds_levels_fields_and_topics_are_the_same_in_commands_queries_and_lines() {
    let world = world();
    for (facet, typed, wanted) in [
        (Facet::Kind, "micro masters", "micromasters"),
        (Facet::Kind, "CERTIFICADO PROFESIONAL", "professional-certificate"),
        (Facet::Level, "Beginner", "introductory"),
        (Facet::Field, "“data analysis and statistics”", "Data Analysis & Statistics"),
        (Facet::Topic, "aprendizaje automático", "machine-learning"),
    ] {
        for (place, read) in OF_FACETS {
            assert_eq!(read(&world, facet, typed), Ok(vec![wanted.to_owned()]), "{typed} in {place}");
        }
    }
}

#[test]
fn a_language_of_which_there_is_nothing_is_an_answer_and_said_to_be_missing_by_a_filter() {
    let world = world();
    for (place, read) in OF_ANSWERS {
        assert_eq!(read(&world, Facet::Language, "Zulu"), Ok(vec!["Zulu".to_owned()]), "{place}");
    }
    for (place, read) in OF_FACETS {
        let refusal = read(&world, Facet::Language, "zulu").expect_err(place);
        assert!(refusal.to_lowercase().contains("no program here has the language `zulu`"), "{place}: {refusal}");
    }
}

#[test]
fn questions_and_choices_go_by_any_spelling_in_files_settings_and_lines() {
    let world = world();
    let wanted = Some(Answer::Choice("switch_career".to_owned()));
    for setting in [
        "goal=switch_career",
        "GOAL=Switch career",
        "“goal”=help me change career",
        "Goal = “Switch-Career”",
        "goal=career",
    ] {
        let answers = world.adviser().with_setting(&Answers::new(), setting, world.settings.as_of).expect(setting);
        assert_eq!(answers.get(Question::Goal).cloned(), wanted, "{setting}");
    }
    let answers = world.adviser().parse_answers(r#"{"Goal": "switch career", "School": ["mit"]}"#).expect("spellings");
    assert_eq!(answers.get(Question::Goal).cloned(), wanted);
    assert!(answers.get(Question::Institution).is_some());
    for (typed, value) in [("8 to 12", "8-12"), ("LT4", "lt4"), ("more than 12", "gt12")] {
        let answers = world
            .adviser()
            .with_setting(&Answers::new(), &format!("hours={typed}"), world.settings.as_of)
            .expect(typed);
        assert_eq!(answers.get(Question::Hours), Some(&Answer::Choice(value.to_owned())), "{typed}");
    }
    let number = world.adviser().with_setting(&Answers::new(), "hours=47", world.settings.as_of).expect("a number");
    assert_eq!(number.get(Question::Hours), Some(&Answer::Hours(47.0)), "47 is no `4-7`");
}

#[test]
fn a_misspelt_question_or_choice_brings_the_same_suggestion_in_files_and_settings() {
    let world = world();
    for (file, setting, wanted) in [
        (r#"{"horizn": "6m"}"#, "horizn=6m", "horizon"),
        (r#"{"goal": "swich_career"}"#, "goal=swich_career", "switch_career"),
        (r#"{"credit": "mus"}"#, "credit=mus", "must"),
    ] {
        let of_file = world.adviser().parse_answers(file).expect_err(file).to_string();
        let of_setting = world
            .adviser()
            .with_setting(&Answers::new(), setting, world.settings.as_of)
            .expect_err(setting)
            .to_string();
        assert_eq!(suggested(&of_file), Some(wanted), "{of_file}");
        assert_eq!(of_file, of_setting);
    }
}
