//! Fields of which one is enough: the best of each side by side, and what is a little of both is no better for that.

use prospectus::advise::Advice;
use prospectus::catalog::ProgramIx;

use crate::desk::Desk;

fn wants(field: &str) -> String {
    serde_json::json!({"goal": "apply_now", "credit": "no", "depth": "practical", "hours": "8-12", "field": [field]})
        .to_string()
}

const PAIRS: [(&str, &str); 16] = [
    ("data science", "marketing"),
    ("nursing", "accounting"),
    ("law", "leadership"),
    ("computer science", "finance"),
    ("cybersecurity", "business"),
    ("biology", "statistics"),
    ("human resources", "project management"),
    ("economics", "sustainability"),
    ("education", "psychology"),
    ("machine learning", "healthcare management"),
    ("supply chain", "data analysis"),
    ("python", "excel"),
    ("entrepreneurship", "design"),
    ("history", "political science"),
    ("nutrition", "cloud computing"),
    ("robotics", "public health"),
];

/// The kind that was recommended and the programs that tie for the first place.
fn firsts(desk: &Desk, advice: &Advice) -> Vec<String> {
    let firsts = advice.ranking.iter().filter(|one| one.rank == 1);
    firsts.map(|one| title(desk, one.program)).collect()
}

fn title(desk: &Desk, program: ProgramIx) -> String {
    desk.catalog.program(program).title.to_string()
}

#[test]
fn of_two_fields_of_which_one_is_enough_the_best_of_each_is_shown() {
    let desk = Desk::open();
    let mut wrong = Vec::new();
    for (one, other) in PAIRS {
        let alone = [one, other].map(|field| desk.advise(&wants(field)));
        for joint in ["or", "vs", "/"] {
            let both = desk.advise(&wants(&format!("{one} {joint} {other}")));
            let shown: Vec<String> = both.programs.iter().map(|one| title(&desk, one.program)).collect();
            let is_shown = |advice: &Advice| {
                advice.outcome != both.outcome || firsts(&desk, advice).iter().any(|first| shown.contains(first))
            };
            if joint != "/" && !alone.iter().all(is_shown) {
                wrong.push(format!("`{one} {joint} {other}`: {shown:?}"));
            }
            assert_eq!(both.understood.len(), 2, "{one} {joint} {other}");
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn of_two_fields_that_are_wanted_together_what_is_about_both_comes_first() {
    let desk = Desk::open();
    for typed in ["data science and marketing", "AI for marketing", "leadership and healthcare management"] {
        let answer = desk.advise(&wants(typed));
        let both = desk.advise(&wants(&typed.replace(" and ", " or ")));
        assert!(answer.top().is_some() && both.top().is_some(), "{typed}");
    }
    let (together, apart) =
        (desk.advise(&wants("data science and marketing")), desk.advise(&wants("data science or marketing")));
    assert_ne!(together.top(), apart.top(), "what is about both is not the best of one");
}
