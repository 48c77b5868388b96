//! Where a person comes from is not what they want: every text names one thing that is left and another that is wanted.

use prospectus::search::View;
use prospectus::topics::Vocabulary;

use crate::made::shipped;
use crate::readings::{misread, topics_of};

#[test]
fn what_a_person_leaves_is_not_what_they_want() {
    let table = [
        ("from bookkeeping to cybersecurity", "cybersecurity"),
        ("I'd like to go from journalism to public relations", "business-communication"),
        ("transitioning from pharmacy to bioinformatics", "bioinformatics"),
        ("how can I move from sales into human resources", "human-resources"),
        ("pivot from law to data science", "data-science"),
        ("leaving hospitality for project management", "project-management"),
        ("architect turned game designer", "game-design"),
        ("chemist moving into data science", "data-science"),
        ("dentist looking to switch to programming", "programming"),
        ("I was a chef and want to learn accounting", "accounting"),
        ("I used to be a lawyer and want to become a psychologist", "psychology"),
        ("I worked as a nurse, now I'm interested in public health", "public-health"),
        ("I'm an economist looking at machine learning", "machine-learning"),
        ("ex teacher looking into instructional design", "instructional-design"),
        ("former banker trying to get into renewable energy", "renewable-energy"),
        ("get into cybersecurity from accounting", "cybersecurity"),
        ("data science with a background in biology", "data-science"),
        ("pasar de contabilidad a ciencia de datos", "data-science"),
        ("de abogada a programadora", "programming"),
        ("passer du droit à la data science", "data-science"),
        ("mudar de direito para programação", "programming"),
        ("von der Pflege zum Projektmanagement", "project-management"),
        ("je suis comptable et je voudrais devenir développeur web", "web-development"),
        ("soy enfermera y quiero ser programadora", "programming"),
        ("sou professora e quero aprender marketing", "marketing"),
        ("ich bin Krankenschwester und möchte Psychologie studieren", "psychology"),
        ("I teach chemistry and want to learn python", "python"),
        ("I run a hotel and need to learn accounting", "accounting"),
    ];
    assert_eq!(misread(&table), Vec::<String>::new());
}

#[test]
fn words_of_leaving_that_lead_nowhere_leave_nothing_out() {
    for (typed, wanted) in [
        ("teaching english to children", "tefl child-development"),
        ("from home accounting", "accounting"),
        ("switching from accounting to something else", "accounting"),
        ("python course from google", "python google-cloud|google-workspace"),
    ] {
        assert_eq!(topics_of(typed), wanted, "{typed}");
    }
}

/// What an understood text says that the person is.
fn who(typed: &str) -> Vec<String> {
    let (catalog, index) = shipped();
    let who = index.understand(catalog, typed).parts.into_iter().flat_map(|part| part.who());
    who.map(|topic| Vocabulary::embedded().topic(topic).id.clone()).collect()
}

/// All of these say that somebody is a teacher and wants to learn about artificial intelligence.
const TEACHERS: [&str; 14] = [
    "teacher, artificial intelligence",
    "Teacher. Artificial intelligence?",
    "teacher - artificial intelligence",
    "primary school teacher in Kenya, wants to learn artificial intelligence",
    "I'm a teacher, artificial intelligence please",
    "I am a teacher and want to learn artificial intelligence",
    "teacher who wants artificial intelligence",
    "as a teacher I need artificial intelligence",
    "artificial intelligence as a teacher",
    "artificial intelligence, I'm a teacher in Ghana",
    "teacher learning artificial intelligence",
    "soy profesora, inteligencia artificial",
    "enseignante, intelligence artificielle",
    "我是教师，人工智能",
];

#[test]
fn who_a_person_is_says_what_comes_first_and_is_no_field() {
    let (catalog, index) = shipped();
    for typed in TEACHERS {
        assert_eq!(topics_of(typed), "artificial-intelligence", "{typed}");
        assert!(who(typed).iter().any(|topic| topic.contains("teaching")), "{typed}: {:?}", who(typed));
        let view = View { query: typed.to_owned(), ..View::default() };
        let list = index.search(catalog, &view);
        let first = list.iter().next().expect("programs on artificial intelligence").program;
        let field = &index.understand(catalog, typed).parts[0];
        assert!(field.matches.for_person.contains(&first), "{typed}: {}", catalog.program(first).id);
    }
}

#[test]
fn who_a_person_no_longer_is_prefers_nothing() {
    for (typed, topics) in [
        ("from teaching to artificial intelligence", "artificial-intelligence"),
        ("I was a teacher and want to learn artificial intelligence", "artificial-intelligence"),
        ("teacher, want to move into artificial intelligence", "artificial-intelligence"),
        ("statistics, with a teaching degree", "statistics"),
    ] {
        assert_eq!((topics_of(typed).as_str(), who(typed)), (topics, Vec::new()), "{typed}");
    }
}

#[test]
fn several_persons_and_what_only_looks_like_one_are_fields() {
    for (typed, topics) in [
        ("nurse, accountant", "nursing, accounting"),
        ("nursing, accounting", "nursing, accounting"),
        ("teacher training, accounting", "teaching, accounting"),
        ("statistics for nurses, accounting", "statistics nursing, accounting"),
        ("work as a nurse", "nursing"),
    ] {
        assert_eq!((topics_of(typed).as_str(), who(typed)), (topics, Vec::new()), "{typed}");
    }
}

#[test]
fn a_business_of_the_user_and_where_they_live_are_no_fields() {
    for (typed, topics) in [
        ("small bakery, social media", "social-media-marketing"),
        ("my family farm needs a website", "web-development"),
        ("accounting for our small clinic", "accounting"),
        ("i live in Lagos and want cyber security", "cybersecurity"),
        ("accounting job in Lima", "accounting"),
        ("accounting, we are based in Accra", "accounting"),
        ("history of China", "chinese-history"),
        ("bakery", "cooking"),
        ("hiring a data analyst", "data-analysis"),
        ("reconversion dans le développement durable", "sustainability"),
    ] {
        assert_eq!(topics_of(typed), topics, "{typed}");
    }
}
