//! The programs that the words of a query find, their order, and the highlights in their titles.

use std::collections::BTreeSet;

use crate::made::{asked, found, ids, marked, rows, shipped, titled};
use crate::samples::one_in;

/// One in this many of the programs is looked for.
const EVERY: usize = 4;

#[test]
fn scattered_nonsense_finds_nothing() {
    let (catalog, index) = shipped();
    for nonsense in ["qqzz", "qqqq", "xzxzxz", "qqzz qqqq"] {
        assert!(index.search(catalog, &asked(nonsense)).is_empty(), "{nonsense}");
    }
}

#[test]
fn words_stand_in_any_order_and_all_must_be_found() {
    let (catalog, index) = shipped();
    let ahead: BTreeSet<_> = index.search(catalog, &asked("harvard data python")).iter().map(|h| h.program).collect();
    let back: BTreeSet<_> = index.search(catalog, &asked("python data harvard")).iter().map(|h| h.program).collect();
    assert!(!ahead.is_empty());
    assert_eq!(ahead, back);
    assert!(index.search(catalog, &asked("harvard data cooking")).is_empty());
}

#[test]
fn a_slip_of_the_finger_is_owned_up_to() {
    let (catalog, index) = shipped();
    let notice = |query| index.search(catalog, &asked(query)).notice;
    assert_eq!(notice("science"), None);
    assert_eq!(notice("sceince"), Some("no word `sceince`; showing science".into()));
    assert_eq!(
        notice("datta anlaytics"),
        Some("no word `datta`; showing data; no word `anlaytics`; showing analytics".into())
    );
    assert_eq!(notice("qqqq"), Some("no word like `qqqq`".into()));
    assert_eq!(notice("I want to become a data analyst"), None, "words of a sentence are not looked for");
}

#[test]
fn an_id_finds_its_program_first() {
    let (catalog, index) = shipped();
    for program in catalog.programs().step_by(one_in(EVERY)) {
        let hits = index.search(catalog, &asked(&program.id));
        assert_eq!(ids(catalog, &hits).first(), Some(&program.id.as_str()));
    }
}

#[test]
fn a_title_as_it_is_written_finds_its_program_near_the_top() {
    let (catalog, index) = shipped();
    for program in catalog.programs().step_by(one_in(EVERY)) {
        let hits = rows(&index.search(catalog, &asked(&program.title)));
        let titles: Vec<&str> = hits.iter().take(4).map(|hit| catalog.program(hit.program).title.as_str()).collect();
        assert!(titles.contains(&program.title.as_str()), "{} is not among {titles:?}", program.title);
    }
}

#[test]
fn what_is_older_stands_behind_what_is_current() {
    let (catalog, index) = shipped();
    let hits = index.search(catalog, &asked("deep learning"));
    let place = |id| ids(catalog, &hits).iter().position(|hit| *hit == id);
    assert_eq!(place("ibm-deep-learning"), Some(0));
    assert!(place("ibm-deep-learning-2021") > Some(0));
}

#[test]
fn marks_stand_where_the_words_are_written() {
    assert_eq!(marked(&["Gestión de la Innovación"], "innovacion GESTION"), ["Gestión", "Innovación"]);
    assert_eq!(marked(&["Gestio\u{301}n pública"], "gestion"), ["Gestio\u{301}n"]);
    assert_eq!(marked(&["Master’s Degree in Data"], "masters dat"), ["Master’s", "Dat"]);
    assert_eq!(marked(&["Supply Chain Management"], "scm"), ["S", "C", "M"]);
    assert_eq!(marked(&["Data Science"], "datsci"), ["Dat", "Sci"]);
    assert_eq!(marked(&["Data Science"], "sceince"), ["Science"]);
    assert_eq!(marked(&["Machine Learning"], "machne"), ["Mach", "ne"]);
    assert_eq!(marked(&["Cybersecurity"], "cyber security"), ["Cybersecurity"]);
    assert_eq!(marked(&["Oﬃce Work"], "offic"), ["Oﬃc"]);
    assert_eq!(marked(&["Data Science"], "qqqq"), Vec::<String>::new());
}

#[test]
fn a_whole_word_stands_before_the_start_of_one_and_that_before_a_part() {
    assert_eq!(found(&["Metadata", "Database", "Data"], "data"), ["Data", "Database", "Metadata"]);
    assert_eq!(found(&["Collab", "Labyrinth", "Lab"], "lab"), ["Lab", "Labyrinth", "Collab"]);
}

#[test]
fn three_letters_are_not_looked_for_inside_words() {
    assert_eq!(found(&["Smithing", "Commit"], "mit"), ["Commit"]);
    assert_eq!(found(&["Trains"], "ai"), Vec::<&str>::new());
}

#[test]
fn initials_are_of_words_in_a_row() {
    let titles =
        ["Supply Chain Management", "Science of Care and Music Today", "Structures, Costs, Methods and Models"];
    let order = ["Supply Chain Management", "Science of Care and Music Today", "Structures, Costs, Methods and Models"];
    assert_eq!(found(&titles, "scm"), order);
    assert_eq!(found(&["Supply Chains at Many Places"], "scmp"), ["Supply Chains at Many Places"]);
    assert_eq!(found(&["A Map for Good Nets, Great Makers and Towns"], "mngmt"), Vec::<&str>::new());
}

#[test]
fn words_may_be_joined_or_split_as_people_do() {
    assert_eq!(found(&["Data Science", "Science"], "datascience"), ["Data Science"]);
    assert_eq!(found(&["Cybersecurity", "Security"], "cyber security"), ["Cybersecurity"]);
    assert_eq!(found(&["Data Science", "Date of Scientists"], "datsci"), ["Data Science", "Date of Scientists"][..1]);
}

#[test]
fn both_sides_of_the_atlantic_and_both_numbers_are_found() {
    assert_eq!(found(&["Animal Behaviour"], "behavior"), ["Animal Behaviour"]);
    assert_eq!(found(&["Organizational Modeling"], "organisational modelling"), ["Organizational Modeling"]);
    assert_eq!(found(&["Strategy for a Certificate"], "certificates strategies"), ["Strategy for a Certificate"]);
}

#[test]
fn a_misspelt_word_is_found_before_it_is_all_typed() {
    let (catalog, index) = titled(&["Business Analytics"]);
    for typed in ["anlay", "anlayt", "anlaytic", "anlaytics"] {
        let hits = index.search(&catalog, &asked(typed));
        assert_eq!((hits.len(), hits.notice), (1, Some(format!("no word `{typed}`; showing analytics"))));
    }
}

#[test]
fn a_word_that_lacks_a_letter_is_told_as_one_with_a_wrong_letter_is() {
    let (catalog, index) = titled(&["Business Analytics", "Berklee", "Berkeley"]);
    let notice = |typed| index.search(&catalog, &asked(typed)).notice;
    for typed in ["busines", "busness", "bsiness", "buziness"] {
        let wanted = if typed == "busines" { None } else { Some(format!("no word `{typed}`; showing business")) };
        assert_eq!(notice(typed), wanted, "{typed}");
    }
    assert_eq!(notice("berkley").as_deref(), Some("no word `berkley`; showing berkeley or berklee"));
    assert_eq!(notice("anlytcs"), None, "an abbreviation is no slip");
}

#[test]
fn a_phrase_is_found_word_for_word_and_a_minus_takes_away() {
    let titles = ["Supply Chain Management", "Managing the Supply Chain", "Chain Supply", "Python", "Data"];
    let found = |query| found(&titles, query);
    assert_eq!(found("\"supply chain\""), ["Supply Chain Management", "Managing the Supply Chain"]);
    assert_eq!(
        found("\"supply ch"),
        ["Supply Chain Management", "Managing the Supply Chain"],
        "it is still being typed"
    );
    assert!(found("\"supply ch\"").is_empty());
    assert!(!found("\"suppl").is_empty());
    assert!(found("\"suppl\"").is_empty());
    assert_eq!(found("supply -management -managing"), ["Chain Supply"]);
    assert_eq!(found("chain -\"supply chain\""), ["Chain Supply"]);
    assert_eq!(found("-chains"), ["Data", "Python"], "the plural is the word");
    assert_eq!(found("-py data").len(), 1, "what a word is known to abbreviate");
    assert!(marked(&titles, "\"supply chain\"").contains(&"Supply".to_owned()));
    let (catalog, index) = titled(&titles);
    assert_eq!(
        index.search(&catalog, &asked("-zzzz")).notice,
        Some("no program has `zzzz`, so nothing is left out".into())
    );
}

#[test]
fn an_excluded_word_does_not_read_the_name_of_the_field() {
    let (catalog, index) = shipped();
    for (query, word) in [("\"supply chain\" -management", "management"), ("python -science", "science")] {
        let titles: Vec<String> = rows(&index.search(catalog, &asked(query)))
            .iter()
            .map(|hit| catalog.program(hit.program).title.to_lowercase())
            .collect();
        assert!(titles.len() > 3 && titles.iter().all(|title| !title.contains(word)), "{query}: {titles:?}");
    }
}

#[test]
fn the_programs_about_one_of_several_fields_are_told_from_those_about_all() {
    let notice = |titles: &[&str], query: &str| {
        let (catalog, index) = titled(titles);
        index.search(&catalog, &asked(query)).notice
    };
    let titles = ["Python and Java", "Java for Everyone", "Python Basics", "SQL Basics"];
    assert_eq!(
        notice(&titles, "python and java").as_deref(),
        Some("1 program has both `python` and `java`, the others one of them")
    );
    assert_eq!(
        notice(&titles[1..], "python and java").as_deref(),
        Some("no program has both `python` and `java`; these have one of them")
    );
    assert_eq!(
        notice(&titles, "python, java and sql").as_deref(),
        Some("no program has `python`, `java` and `sql`; these have some of them")
    );
    for query in ["python or java", "python", "java python"] {
        assert_eq!(notice(&titles, query), None, "{query}");
    }
    assert_eq!(notice(&titles[..1], "python and java"), None);
}

#[test]
fn a_slip_counts_for_less_than_the_word_and_each_further_slip_for_less() {
    let (catalog, index) = titled(&["Supply Chain Analytics"]);
    let score = |query: &str| rows(&index.search(&catalog, &asked(query))).first().map(|hit| hit.score);
    for (right, one, two) in [("analytics", "anlaytics", "anlayitcs"), ("supply chain", "suply chain", "suply chian")] {
        let scores = [right, one, two].map(score);
        assert!(scores[0] > scores[1] && scores[1] > scores[2] && scores[2].is_some(), "{one}: {scores:?}");
    }
    let begun = ["analyti", "anlayti"].map(score);
    assert!(begun[0] > begun[1] && begun[1].is_some(), "{begun:?}");
}

#[test]
fn a_title_that_is_typed_from_its_beginning_stands_first() {
    let (catalog, index) = shipped();
    let telling = |title: &str| -> Vec<String> {
        prospectus::names::words(title).into_iter().filter(|word| !prospectus::names::is_stop_word(word)).collect()
    };
    let mut wrong = Vec::new();
    for program in catalog.programs().filter(|program| program.is_offered()).step_by(one_in(EVERY)) {
        let typed: Vec<&str> = program.title.split_whitespace().take(4).collect();
        let (typed, words) = (typed.join(" "), telling(&typed.join(" ")));
        // A word that is typed twice counts once, and signs have a meaning in queries.
        let is_plain = words.iter().collect::<BTreeSet<_>>().len() == words.len();
        if words.len() < 2 || !is_plain || typed.contains([':', '"', '-', '/', '(']) {
            continue;
        }
        let first = index.search(catalog, &asked(&typed)).first().map(|hit| catalog.program(hit.program).title.clone());
        if !first.as_ref().is_some_and(|title| telling(title).starts_with(&words)) {
            wrong.push(format!("`{typed}`: {first:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}
