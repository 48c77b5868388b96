//! Programs of a series: a later part never comes before an earlier one that the user has not taken.

use prospectus::advise::Advice;
use prospectus::catalog::ProgramIx;

use crate::desk::Desk;

/// Fields in which the catalogue has a series, and the beginnings or ends of its titles in order.
const SERIES: [(&str, &str, &[&str]); 5] = [
    ("quantum computing", "English", &["Quantum 101", "Quantum 201", "Quantum 301"]),
    ("japanese", "English", &["for Beginners 1", "for Beginners 2", "for Beginners 3"]),
    ("mandarin", "English", &["Mandarin Essentials for Beginners", "Intermediate Mandarin Essentials"]),
    ("linear algebra", "English", &["Introductory Linear Algebra", "Applications of Linear Algebra"]),
    ("excel", "Spanish", &["nivel intermedio", "nivel avanzado"]),
];

/// Answers of people who have taken no part of a series. Nobody says that they are above its first grade.
const PEOPLE: [&str; 5] = [
    r#""goal":"apply_now","credit":"no","depth":"practical""#,
    r#""goal":"apply_now","credit":"no","depth":"practical","level":"beginner","horizon":"3m""#,
    r#""goal":"deepen","credit":"no","depth":"deep","level":"beginner","hours":10"#,
    r#""goal":"explore","credit":"no","depth":"balanced","budget":"lt500""#,
    r#""goal":"switch_career","credit":"no","depth":"practical","hours":"8-12","budget":"500-1500","exams":"avoid""#,
];

fn title(desk: &Desk, program: ProgramIx) -> &str {
    &desk.catalog.program(program).title
}

/// The ranks of the parts that are ranked, in the order of the series.
fn ranks(desk: &Desk, advice: &Advice, parts: &[&str]) -> Vec<usize> {
    let is_part =
        |program, part: &&str| title(desk, program).starts_with(*part) || title(desk, program).ends_with(*part);
    let place = |part: &&str| advice.ranking.iter().find(|place| is_part(place.program, part));
    parts.iter().filter_map(|part| place(part).map(|place| place.rank)).collect()
}

#[test]
fn a_later_part_of_a_series_never_comes_before_or_beside_an_earlier_one() {
    let desk = Desk::open();
    for (field, language, parts) in SERIES {
        let mut compared = 0;
        for person in PEOPLE {
            let json = format!(r#"{{{person},"language":["{language}"],"field":["{field}"]}}"#);
            let ranks = ranks(&desk, &desk.advise(&json), parts);
            compared += ranks.len().saturating_sub(1);
            assert!(ranks.windows(2).all(|pair| pair[0] < pair[1]), "{json}: {ranks:?}");
        }
        assert!(compared > 0, "{field}");
    }
}

#[test]
fn a_later_part_names_the_part_that_it_continues() {
    let desk = Desk::open();
    let mut named = 0;
    for (field, language, parts) in SERIES {
        let json = format!(r#"{{{},"language":["{language}"],"field":["{field}"]}}"#, PEOPLE[0]);
        let advice = desk.advise(&json);
        let Some(at) = advice.programs.iter().position(|one| {
            parts[1..]
                .iter()
                .any(|part| title(&desk, one.program).starts_with(*part) || title(&desk, one.program).ends_with(*part))
        }) else {
            continue;
        };
        named += 1;
        let advised = prospectus::page::Advised {
            catalog: &desk.catalog,
            adviser: &desk.adviser,
            guide: &prospectus::guide::Guide::embedded(),
            advice: &advice,
            kept: &[],
        };
        let page = prospectus::page::result(advised, at, prospectus::page::Depth::Short);
        let text = prospectus::page::print::markdown(&page);
        assert!(text.contains("It continues "), "{field}: {text}");
    }
    assert!(named > 2, "{named}");
}

#[test]
fn who_is_above_the_first_grade_may_begin_with_the_second() {
    let desk = Desk::open();
    let base = r#""goal":"apply_now","credit":"no","depth":"practical","language":["English"],"field":["mandarin"]"#;
    let advice = desk.advise(&format!(r#"{{{base},"level":"intermediate"}}"#));
    let text = desk.text(&advice);
    assert!(!text.contains("It continues Mandarin Essentials for Beginners"), "{text}");
}
