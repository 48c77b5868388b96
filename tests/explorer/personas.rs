//! Five personas of the guide at the keyboard: their result on the screen equals the result for their file
//! of answers, byte for byte.

use prospectus::advise::Advice;
use prospectus::app::Screen;
use prospectus::export::advice::result_json;
use prospectus::lines::Conversation;

use crate::script::{Script, world};

/// What a persona does at a question.
enum Reply {
    /// Presses the number of a choice.
    Number(usize),
    /// Types words or a name and takes it.
    Words(&'static str),
    /// Takes what is already marked.
    Marked,
    /// Skips the question.
    Skip,
}

use Reply::{Marked, Number, Skip, Words};

/// The persona; its answers as a file; its replies in the order of the questions (field, goal, credit, horizon, hours,
/// language, level, education, budget, depth, exams, pacing, institution); the outcome and the lean.
type Persona = (&'static str, &'static str, [Reply; 13], &'static str, i32);

const PERSONAS: [Persona; 5] = [
    (
        "P01, a business graduate who wants data science",
        r#"{"goal":"switch_career","language":["English"],"field":["data science"],"level":"intermediate","credit":"nice",
            "education":"bachelor","horizon":"18m","hours":"8-12","budget":"500-1500","depth":"deep","exams":"fine"}"#,
        [
            Words("data science"),
            Number(3),
            Number(2),
            Number(4),
            Number(3),
            Marked,
            Number(2),
            Number(3),
            Number(3),
            Number(3),
            Number(2),
            Skip,
            Skip,
        ],
        "MM",
        4,
    ),
    (
        "P03, a logistics professional",
        r#"{"goal":"masters","language":["English"],"field":["supply chain"],"level":"intermediate","credit":"must",
            "education":"bachelor","horizon":"18m","hours":"8-12","budget":"1500-5000","depth":"deep",
            "institution":{"prefer":["MIT"],"must":[]}}"#,
        [
            Words("supply chain"),
            Number(8),
            Number(1),
            Number(4),
            Number(3),
            Marked,
            Number(2),
            Number(3),
            Number(4),
            Number(3),
            Skip,
            Skip,
            Words("mit"),
        ],
        "MM",
        9,
    ),
    (
        "P05, a slow beginner in data science",
        r#"{"goal":"switch_career","language":["English"],"field":["data science"],"level":"beginner","credit":"no",
            "horizon":"none","hours":"lt4","budget":"500-1500","depth":"balanced","institution":{"prefer":["Harvard"],"must":[]}}"#,
        [
            Words("data science"),
            Number(3),
            Number(3),
            Number(5),
            Number(1),
            Marked,
            Number(1),
            Skip,
            Number(3),
            Number(2),
            Skip,
            Skip,
            Words("harvard"),
        ],
        "PC",
        -3,
    ),
    (
        "P07, a project manager",
        r#"{"goal":"apply_now","language":["English"],"field":["project management"],"credit":"no","horizon":"3m",
            "depth":"practical"}"#,
        [
            Words("project management"),
            Number(1),
            Number(3),
            Number(1),
            Skip,
            Marked,
            Skip,
            Skip,
            Skip,
            Number(1),
            Skip,
            Skip,
            Skip,
        ],
        "PC",
        -7,
    ),
    (
        "P17, balanced",
        r#"{"goal":"deepen","credit":"no","horizon":"12m","hours":"4-7","level":"intermediate","depth":"balanced"}"#,
        [Skip, Number(6), Number(3), Number(3), Number(2), Skip, Number(2), Skip, Skip, Number(2), Skip, Skip, Skip],
        "CLOSE",
        0,
    ),
];

fn keys(replies: &[Reply; 13]) -> String {
    let key = |reply: &Reply| match reply {
        Number(number) => number.to_string(),
        // The input lines of the field and of the school are open already.
        Words(words) => format!("{words}<Enter>"),
        Marked => "<Enter>".to_owned(),
        Skip => "<Right>".to_owned(),
    };
    format!("g{}<Enter>", replies.iter().map(key).collect::<String>())
}

/// The same replies as lines of line mode; an empty line leaves the review at the end.
fn lines(replies: &[Reply; 13]) -> Vec<String> {
    let line = |reply: &Reply| match reply {
        Number(number) => number.to_string(),
        Words(words) => (*words).to_owned(),
        Marked | Skip => String::new(),
    };
    let skips_marked = |place: usize, reply: &Reply| place == 5 && matches!(reply, Skip);
    let line =
        |(place, reply): (usize, &Reply)| if skips_marked(place, reply) { "skip".to_owned() } else { line(reply) };
    let replies = replies.iter().enumerate().map(line);
    std::iter::once("guide-me".to_owned()).chain(replies).chain([String::new()]).collect()
}

#[test]
fn lines_and_a_file_of_answers_give_the_same_result() {
    for (who, answers, replies, outcome, lean) in &PERSONAS {
        let mut conversation = Conversation::new(world());
        let mut last = Vec::new();
        for line in lines(replies) {
            last = conversation.hear(&line).said;
        }
        let app = conversation.app();
        assert_eq!(app.screen, Screen::Result, "{who}: {last:?}");
        let advice = app.interview.advice.as_ref().expect("a result");
        assert_eq!((advice.outcome.slug(), advice.lean), (*outcome, *lean), "{who}");
        let adviser = app.world.adviser();
        let from_file = adviser.parse_answers(answers).expect("answers");
        let expected = adviser.advise(app.catalog(), &from_file, &app.world.settings);
        let json = |advice: &Advice| result_json(advice, &app.explainer(&advice.asked)).to_string();
        assert_eq!(json(advice), json(&expected), "{who}");
        assert!(last.contains(&app.explainer(&advice.asked).headline(advice)), "{who}: {last:?}");
    }
}

#[test]
fn the_screens_and_a_file_of_answers_give_the_same_result() {
    for (who, answers, replies, outcome, lean) in &PERSONAS {
        let script = Script::at(120, 40).press(&keys(replies));
        assert_eq!(script.app.screen, Screen::Result, "{who}: {}", script.text());
        let advice = script.app.interview.advice.as_ref().expect("a result");
        assert_eq!((advice.outcome.slug(), advice.lean), (*outcome, *lean), "{who}");
        let adviser = script.app.world.adviser();
        let from_file = adviser.parse_answers(answers).expect("answers");
        let expected = adviser.advise(script.app.catalog(), &from_file, &script.app.world.settings);
        let json = |advice: &Advice| result_json(advice, &script.app.explainer(&advice.asked)).to_string();
        assert_eq!(json(advice), json(&expected), "{who}");
        let first_words: String = script.app.explainer(&advice.asked).headline(advice).chars().take(30).collect();
        assert!(script.text().contains(&first_words), "{who}: {}", script.text());
    }
}
