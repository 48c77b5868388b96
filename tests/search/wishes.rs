//! Wishes in which a word beside the field does not say what the field is: the verb of the sentence, whom or what it is
//! wanted for, where it is used, and words that only an older title has.

use prospectus::search::UnderstoodPart;

use crate::made::shipped;
use crate::readings::{misread, read, topics_of};

/// The ids of the programs on offer that a wish finds.
fn offered(typed: &str) -> Vec<String> {
    let (catalog, index) = shipped();
    let parts = index.understand(catalog, typed).parts;
    let all = parts.iter().flat_map(|part| part.matches.iter().map(|(program, _)| catalog.program(program)));
    all.filter(|program| program.is_offered()).map(|program| program.id.to_string()).collect()
}

#[test]
fn the_verb_of_a_sentence_is_no_field_beside_what_it_is_done_with() {
    for (typed, topics) in [
        ("which course teaches SQL?", "sql"),
        ("a program that covers bayesian statistics", "bayesian-statistics"),
        ("learn to trade derivatives", "derivatives"),
        ("how to design a drone", "drones"),
        ("train a robot", "robotics"),
        ("I want to film drones", "drones"),
    ] {
        assert_eq!(topics_of(typed), topics, "{typed}");
    }
    // A noun is what it is.
    for (typed, topics) in
        [("design", "design"), ("drone design", "drones design"), ("trade", "international-business")]
    {
        assert_eq!(topics_of(typed), topics, "{typed}");
    }
}

#[test]
fn a_verb_with_its_object_is_the_noun_of_the_activity() {
    let table = [
        ("I want to design games", "game-design"),
        ("edit videos", "video-production"),
        ("write grants", "grant-writing"),
        ("how to analyze data", "data-analysis"),
        ("manage projects", "project-management"),
    ];
    assert_eq!(misread(&table), Vec::<String>::new());
}

#[test]
fn a_noun_with_what_it_is_of_is_read_in_the_opposite_order_too() {
    let table = [
        ("management of supply chains", "supply-chain"),
        ("analysis of data", "data-analysis"),
        ("safety on the road", "road-safety"),
        ("analysis in data", "'analysis' data-science"),
    ];
    assert_eq!(misread(&table), Vec::<String>::new());
}

#[test]
fn where_it_is_used_is_no_field_beside_what_is_used() {
    for (typed, topics) in [
        ("bookkeeping for an SME", "accounting"),
        ("logística para pymes", "logistics"),
        ("comptabilité d'une PME", "accounting"),
        ("cybersecurity in a small company", "cybersecurity"),
        ("startups", "entrepreneurship"),
        ("start a pyme", "entrepreneurship"),
    ] {
        assert_eq!(topics_of(typed), topics, "{typed}");
    }
}

#[test]
fn words_that_only_an_older_title_has_together_leave_the_topic() {
    for (typed, topic) in [
        ("global leadership", "leadership"),
        ("devops practices", "devops"),
        ("modern mining", "mining"),
        ("wastewater treatment", "water-management"),
        ("race gender", "gender-studies"),
    ] {
        assert_eq!(topics_of(typed), topic, "{typed}");
        assert!(!offered(typed).is_empty(), "{typed}");
    }
}

#[test]
fn words_of_an_older_title_find_what_is_taught_if_one_of_them_does() {
    let (catalog, index) = shipped();
    let older = catalog.programs().filter(|program| !program.is_offered()).step_by(4);
    for title in older.map(|program| program.title.to_string()) {
        let words: Vec<&str> = title.split_whitespace().collect();
        for pair in words.windows(2).map(|pair| pair.join(" ")) {
            let is_taught = |part: &UnderstoodPart| part.count > 0;
            let parts = index.understand(catalog, &pair).parts;
            let topics = || parts.iter().flat_map(|part| part.part.topics());
            let has_programs = topics().any(|topic| index.topic_count(topic) > 0);
            assert!(!has_programs || parts.iter().any(is_taught), "{pair}: {}", read(&pair));
        }
    }
}

#[test]
fn what_a_field_is_wanted_for_is_marked_and_the_field_is_not() {
    let (catalog, index) = shipped();
    for (typed, field, purpose) in [
        ("english for nurses", "english", "nurses"),
        ("inglés para médicos", "inglés", "médicos"),
        ("maths to get into economics", "maths", "economics"),
        ("l'anglais pour les avocats", "anglais", "avocats"),
        ("Statistik für Psychologen", "Statistik", "Psychologen"),
    ] {
        let parts = index.understand(catalog, typed).parts;
        let concepts = || parts.iter().flat_map(|part| &part.part.concepts);
        let typed_as = |is_purpose: bool| -> Vec<&str> {
            concepts().filter(|own| own.is_purpose == is_purpose).map(|own| own.typed.as_str()).collect()
        };
        assert_eq!((typed_as(false), typed_as(true)), (vec![field], vec![purpose]), "{typed}");
    }
    for typed in ["learn to code", "I want to learn python", "courses for nurses", "from art to law"] {
        let parts = index.understand(catalog, typed).parts;
        assert!(parts.iter().flat_map(|part| &part.part.concepts).all(|own| !own.is_purpose), "{typed}");
    }
}

#[test]
fn a_word_of_the_catalogue_is_no_other_gender_of_a_topic() {
    for (typed, other) in
        [("cuentas", "creative-writing"), ("procesos", "computer-architecture"), ("equipment", "teamwork")]
    {
        assert!(!topics_of(typed).contains(other), "{typed}: {}", read(typed));
        assert!(!offered(typed).is_empty(), "{typed}");
    }
    // Words that the catalogue does not have are.
    assert_eq!(misread(&[("enfermeras", "nursing"), ("ingenieras", "engineering")]), Vec::<String>::new());
}

#[test]
fn titles_that_begin_with_a_word_for_a_topic_are_found_by_it() {
    for (typed, program) in [
        ("mortgage", "nyif-mortgage-backed-securities-mbs"),
        ("nitrogen", "edinburghx-nitrogen-management-essentials"),
        ("preceptor", "edx-nursing-preceptor-education"),
    ] {
        assert!(offered(typed).iter().any(|own| own == program), "{typed}");
    }
}

#[test]
fn misspelt_neighbours_are_read_together() {
    let table = [
        ("artifical inteligence", "artificial-intelligence"),
        ("machin lerning", "machine-learning"),
        ("projct managment", "project-management"),
    ];
    assert_eq!(misread(&table), Vec::<String>::new());
}

#[test]
fn russian_cases_and_german_women_are_forms_of_a_word() {
    let table = [
        ("маркетинга", "marketing"),
        ("в маркетинге", "marketing"),
        ("хочу изучать психологию", "psychology"),
        ("Projektmanagerin", "project-management"),
        ("voglio imparare la contabilità", "accounting"),
    ];
    assert_eq!(misread(&table), Vec::<String>::new());
}

/// The words of what a wish is about, without what it is wanted for, where it is used, and words not understood.
fn leading(typed: &str) -> String {
    let (catalog, index) = shipped();
    let parts = index.understand(catalog, typed).parts;
    let concepts = parts.iter().flat_map(|part| &part.part.concepts);
    let own = concepts.filter(|own| own.is_understood() && !own.is_purpose).map(|own| own.typed.as_str());
    own.collect::<Vec<_>>().join(", ")
}

#[test]
fn where_something_is_used_is_told_from_what_is_learnt() {
    for (typed, wanted) in [
        ("project management in nursing", "project management"),
        ("accounting at a theatre", "accounting"),
        ("contabilidad en hospitales", "contabilidad"),
        ("Projektmanagement in der Pflege", "Projektmanagement"),
        ("gestion de projet dans la santé", "gestion de projet"),
        ("jobs in accounting", "accounting"),
        ("training in logistics", "logistics"),
        ("a degree in nursing", "nursing"),
        ("nurse in a hospital wants excel", "excel"),
        ("nurse in a hospital who wants to learn excel", "learn excel"),
        ("sell on amazon", "sell"),
        ("الذكاء الاصطناعي للمعلمين", "الذكاء الاصطناعي"),
    ] {
        assert_eq!(leading(typed), wanted, "{typed}");
    }
}

#[test]
fn the_rarest_thing_in_a_question_is_what_it_is_about() {
    for (typed, wanted) in [
        ("how the brain makes decisions", "brain"),
        ("why do viruses spread in cities", "viruses"),
        ("how do quantum computers change security", "quantum computers"),
        ("wie funktioniert Elektronik", "Elektronik"),
        ("how to use statistics in marketing", "statistics"),
    ] {
        assert_eq!(leading(typed), wanted, "{typed}");
    }
}

#[test]
fn a_language_that_is_written_is_what_is_wanted() {
    for (typed, wanted) in [
        ("write better English emails", "English"),
        ("read Chinese contracts", "Chinese"),
        ("escribir informes en inglés", "escribir, informes"),
        ("English in the office", "English"),
    ] {
        assert_eq!(leading(typed), wanted, "{typed}");
    }
}

#[test]
fn words_that_say_nothing_before_a_phrase_do_not_cut_it() {
    for (typed, topics) in [
        ("cross-border e-commerce", "ecommerce"),
        ("self-taught e-commerce", "ecommerce"),
        ("business-to-business e-commerce", "ecommerce"),
        ("work with hospital data", "health-data"),
        ("hospital data", "health-data"),
        ("work in hospital management", "healthcare-management"),
    ] {
        assert!(topics_of(typed).split(' ').any(|topic| topic == topics), "{typed}: {}", read(typed));
    }
}

#[test]
fn the_place_of_work_that_something_is_wanted_for_is_no_field() {
    for (typed, topics) in [
        ("finanzas para mi empresa", "finance"),
        ("contabilidad para mi negocio", "accounting"),
        ("excel for my business", "excel"),
        ("Buchhaltung für mein Unternehmen", "accounting"),
    ] {
        assert_eq!(topics_of(typed), topics, "{typed}");
    }
    assert_ne!(topics_of("data science for business"), "data-science", "not the person's own");
}

#[test]
fn words_of_a_career_of_form_and_of_time_are_no_field() {
    for (typed, topics) in [
        ("I am an accountant and want a promotion", "accounting"),
        ("short and practical, data analysis", "data-analysis"),
        ("complete beginner, photography", "photography"),
        ("with college credit, psychology", "psychology"),
        ("finish before summer: SQL", "sql"),
        ("data science by June", "data-science"),
    ] {
        assert_eq!(topics_of(typed), topics, "{typed}");
    }
    for typed in ["I want something new", "more responsibility", "a better job"] {
        assert_eq!(topics_of(typed), "", "{typed}");
    }
}

#[test]
fn who_a_person_is_not_denies_nothing() {
    let (catalog, index) = shipped();
    for typed in [
        "sin ser contador quiero aprender contabilidad",
        "I want accounting but I am not an accountant",
        "comptabilité sans être comptable",
        "Buchhaltung lernen, ohne Buchhalter zu sein",
    ] {
        assert_eq!(topics_of(typed), "accounting", "{typed}");
        assert!(index.understand(catalog, typed).denied.is_empty(), "{typed}");
    }
    let denied = |typed: &str| index.understand(catalog, typed).denied.len();
    assert_eq!((denied("neither java nor python, web development"), denied("sin matemáticas, psicología")), (2, 1));
}

#[test]
fn what_a_person_is_gives_way_to_what_they_want() {
    for (typed, topics) in [
        ("nurse from Georgia who wants statistics", "statistics"),
        ("I'm a nurse, statistics please", "statistics"),
        ("as a pharmacist I need statistics", "statistics"),
        ("architect who wants to code", "programming"),
    ] {
        assert_eq!(topics_of(typed), topics, "{typed}");
    }
}

#[test]
fn a_wish_is_read_in_more_languages_than_the_screens_have() {
    for (typed, topics) in [
        ("tôi muốn học lập trình", "programming"),
        ("saya ingin belajar pemasaran", "marketing"),
        ("programlama öğrenmek istiyorum", "programming"),
        ("मुझे मार्केटिंग सीखना है", "marketing"),
        ("vorrei imparare a programmare", "programming"),
        ("跨境电商", "ecommerce"),
    ] {
        assert_eq!(topics_of(typed), topics, "{typed}");
    }
}
