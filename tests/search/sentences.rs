//! What surrounds a wish in a sentence: contractions, what a person cannot do, and everyday words that are topics when
//! they are typed alone.

use prospectus::search::UnderstoodPart;

use crate::made::shipped;
use crate::readings::{misread, read, topics_of};

/// The ids of what is denied.
fn denied(typed: &str) -> Vec<String> {
    let (catalog, index) = shipped();
    let vocabulary = prospectus::topics::Vocabulary::embedded();
    let ids = |part: &UnderstoodPart| part.part.topics().map(|ix| vocabulary.topic(ix).id.clone()).collect::<Vec<_>>();
    index.understand(catalog, typed).denied.iter().flat_map(ids).collect()
}

#[test]
fn what_a_person_cannot_do_or_never_liked_is_denied_beside_what_they_want() {
    for (typed, wanted, unwanted) in [
        ("I can't do statistics but want to learn marketing", "marketing", "statistics"),
        ("I cannot code, I want to study psychology", "psychology", "programming"),
        ("no good at math, interested in law", "law", "mathematics"),
        ("afraid of programming but I like data science", "data-science", "programming"),
        ("never liked chemistry, but I love graphic design", "graphic-design", "chemistry"),
        ("I never enjoyed accounting but I want finance", "finance", "accounting"),
        ("sick of accounting, want human resources", "human-resources", "accounting"),
        ("tired of nursing, want data science", "data-science", "nursing"),
        ("hopeless at physics but love biology", "biology", "physics"),
        ("scared of statistics, want psychology", "psychology", "statistics"),
        ("我想学编程但是不会数学", "programming", "mathematics"),
        ("不喜欢数学想学会计", "accounting", "mathematics"),
    ] {
        assert_eq!((read(typed).as_str(), denied(typed)), (wanted, vec![unwanted.to_owned()]), "{typed}");
    }
}

#[test]
fn what_a_person_cannot_do_is_what_they_want_if_they_name_nothing_else() {
    let table =
        [("I can't code", "programming"), ("I cannot do statistics", "statistics"), ("不会编程", "programming")];
    assert_eq!(misread(&table), Vec::<String>::new());
}

#[test]
fn what_a_person_knows_nothing_about_is_not_denied() {
    let table = [
        ("I know nothing about accounting", "accounting"),
        ("I'm 60 and know nothing about accounting", "accounting"),
        ("no sé nada de contabilidad", "accounting"),
        ("nothing about accounting, but python", "python"),
    ];
    assert_eq!(misread(&table), Vec::<String>::new());
}

#[test]
fn contractions_are_no_words_of_a_topic() {
    for (typed, wanted) in [
        ("what's the best way into nursing", "nursing"),
        ("they're asking me for excel", "excel"),
        ("we'll need accounting", "accounting"),
        ("it's about leadership", "leadership"),
        ("that's why I shouldn't skip biology", "biology"),
    ] {
        assert_eq!(topics_of(typed), wanted, "{typed}");
    }
}

#[test]
fn everyday_words_beside_a_topic_are_not_wanted() {
    for typed in [
        "my boss wants me to learn tableau",
        "build a web app portfolio with javascript",
        "I sell honey and want better yields",
        "python for my portfolio",
        "use excel at the office",
        "run better meetings with scrum",
        "building chatbots",
    ] {
        let read = read(typed);
        let strange = ["people-management", "investing", "fixed-income", "construction", "office", "'boss'"];
        assert!(strange.iter().all(|id| !read.contains(id)), "`{typed}`: {read}");
    }
    let alone = ["boss", "portfolio", "yields"].map(read);
    assert!(alone.iter().all(|read| !read.is_empty()), "alone, they are what is wanted: {alone:?}");
}

#[test]
fn a_clause_that_says_nothing_that_is_taught_is_no_field() {
    let table = [
        ("I get steamrolled everywhere, is there anything on negotiation", "negotiation"),
        ("my commute is endless, I want to learn python", "python"),
        ("fed up with commuting every day, thinking about cybersecurity", "cybersecurity"),
    ];
    assert_eq!(misread(&table), Vec::<String>::new());
}
