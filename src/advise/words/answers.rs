//! Answers in words: as sentences, as phrases within a sentence, and as changes.

use super::names;
use crate::advise::advice::Change;
use crate::advise::engine::View;
use crate::advise::question::{Answer, Item, Question};
use crate::catalog::Money;
use crate::english::{counted, hours_words, or_list};
use crate::topics::{TopicIx, Vocabulary};

/// Returns an answer as a sentence, such as `You want to change career.`, or `None` if there is none.
pub(crate) fn told_of(view: &View<'_>, question: Question) -> Option<String> {
    let answer = view.answers.get(question)?;
    Some(match answer {
        Answer::Choice(value) => view.questionnaire().item(question).choice(value)?.told.clone(),
        Answer::CannotPrepare(value) => {
            let told = &view.questionnaire().item(question).choice(value)?.told;
            format!("{told} You cannot prepare first.")
        }
        Answer::CreditAt(school) => {
            format!("It should count toward a degree at {}.", view.engine.reader.names.short_institution(school))
        }
        Answer::Hours(hours) => format!("You can give {} a week.", hours_words(*hours)),
        Answer::Date(date) => format!("It must be finished by {date}."),
        Answer::Months(months) => format!("It must be finished in {}.", counted(*months as usize, "month")),
        Answer::Money { .. } => format!("You would pay up to {}.", phrase(view, question, answer)),
        Answer::Names { names, .. } if question == Question::Language => {
            format!("You can study in {}.", or_list(names))
        }
        Answer::Names { .. } if names::is_only_denied(view) => {
            format!("You do not want {}.", names::unwanted(view).unwrap_or_default())
        }
        Answer::Names { only, .. } => {
            let denied = names::unwanted(view).map(|names| format!(", but not {names}")).unwrap_or_default();
            let limit = if *only { " and nothing else" } else { "" };
            format!("You {}want to learn about {}{limit}{denied}.", comes_from(view), names::wanted(view))
        }
        Answer::Institutions { prefer, must } => institutions_told(view, prefer, must),
    })
}

/// Where the user says that they come from, as a clause before what they want: `come from accounting and `.
fn comes_from(view: &View<'_>) -> String {
    let typed = view.preferences.field.iter().flat_map(|wanted| &wanted.names);
    let mut topics: Vec<TopicIx> = typed.flat_map(|name| Vocabulary::embedded().origin_topics(name)).collect();
    topics.dedup();
    if topics.is_empty() { String::new() } else { format!("come from {} and ", names::topic_names(&topics)) }
}

fn institutions_told(view: &View<'_>, prefer: &[String], must: &[String]) -> String {
    let shorts = |names: &[String]| institution_shorts(view, names);
    match (prefer.is_empty(), must.is_empty()) {
        (_, true) => format!("You would prefer {}.", shorts(prefer)),
        (true, false) => format!("It must be offered by {}.", shorts(must)),
        (false, false) => {
            format!("It must be offered by {}, and you would prefer {}.", shorts(must), shorts(prefer))
        }
    }
}

/// Returns a change of answers: `credit: nice to have instead of not needed`.
pub(crate) fn change(view: &View<'_>, set: &Change) -> String {
    let one = |(question, answer): &(Question, Answer)| {
        let new = phrase(view, *question, answer);
        match view.answers.get(*question) {
            Some(old) => format!("{}: {new} instead of {}", question.label(), phrase(view, *question, old)),
            None => format!("{}: {new}", question.label()),
        }
    };
    set.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// Returns only the new answers of a change: `credit: nice to have`.
pub(crate) fn new_answers(view: &View<'_>, set: &Change) -> String {
    let one =
        |(question, answer): &(Question, Answer)| format!("{}: {}", question.label(), phrase(view, *question, answer));
    set.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// Returns the present answers that a change replaces: `not needed`.
pub(crate) fn replaced_answers(view: &View<'_>, set: &Change) -> String {
    let one = |(question, _): &(Question, Answer)| match view.answers.get(*question) {
        Some(old) => phrase(view, *question, old),
        None => "no answer".to_owned(),
    };
    set.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// Returns other answers to one question as a condition, without `if`: `you had to finish in 3 months or 6 months`.
pub(super) fn condition(view: &View<'_>, question: Question, answers: &[&Answer]) -> String {
    let item = view.questionnaire().item(question);
    let (irregular, regular): (Vec<&Answer>, Vec<&Answer>) =
        answers.iter().partition(|answer| of_its_own(item, answer).is_some());
    let phrases: Vec<String> = regular.into_iter().map(|answer| phrase(view, question, answer)).collect();
    let together = (!phrases.is_empty()).then(|| item.supposed.replace("{}", &or_list(&phrases)));
    let own = irregular.into_iter().filter_map(|answer| of_its_own(item, answer));
    or_list(&together.into_iter().chain(own).collect::<Vec<_>>())
}

/// The condition of an answer that the wording of its question does not fit.
fn of_its_own(item: &Item, answer: &Answer) -> Option<String> {
    match answer {
        Answer::Choice(value) => item.choice(value)?.supposed.clone(),
        Answer::Date(date) => Some(format!("you had to finish by {date}")),
        _ => None,
    }
}

/// Returns an answer as a phrase within a sentence.
pub(crate) fn phrase(view: &View<'_>, question: Question, answer: &Answer) -> String {
    let item = view.questionnaire().item(question);
    match answer {
        Answer::Choice(value) => choice_phrase(item, value),
        Answer::CannotPrepare(value) => format!("{}, without preparing first", choice_phrase(item, value)),
        Answer::CreditAt(school) => format!("at {}", view.engine.reader.names.short_institution(school)),
        Answer::Hours(hours) => hours_words(*hours),
        Answer::Months(months) => counted(*months as usize, "month"),
        Answer::Money { hundredths, currency } => {
            Money { low: *hundredths, high: *hundredths, currency: *currency }.to_string()
        }
        Answer::Institutions { prefer, must } => institutions_phrase(view, prefer, must),
        Answer::Names { .. } | Answer::Date(_) => answer.short(),
    }
}

fn choice_phrase(item: &Item, value: &str) -> String {
    item.choice(value).map_or_else(|| value.to_owned(), |choice| choice.phrase.clone())
}

fn institutions_phrase(view: &View<'_>, prefer: &[String], must: &[String]) -> String {
    let shorts = |names: &[String]| institution_shorts(view, names);
    match (prefer.is_empty(), must.is_empty()) {
        (false, true) => format!("preferably {}", shorts(prefer)),
        (true, _) => format!("only {}", shorts(must)),
        (false, false) => format!("only {}, preferably {}", shorts(must), shorts(prefer)),
    }
}

/// Returns institutions by their short names.
pub(crate) fn institution_shorts(view: &View<'_>, names: &[String]) -> String {
    let known = view.engine.reader.names;
    or_list(&names.iter().map(|name| known.short_institution(name).to_owned()).collect::<Vec<_>>())
}

/// Returns the hours a week as the answer puts them, such as `8–12 hours`, or `None` if there is no answer.
pub(crate) fn hours_phrase(view: &View<'_>) -> Option<String> {
    match view.answers.get(Question::Hours)? {
        Answer::Hours(hours) => Some(hours_words(*hours)),
        answer => Some(view.engine.reader.choice(Question::Hours, answer)?.phrase.clone()),
    }
}

/// Returns the deadline as the answer puts it, or `None` if there is no answer.
pub(crate) fn deadline_phrase(view: &View<'_>) -> Option<String> {
    match view.answers.get(Question::Horizon)? {
        Answer::Date(date) => Some(date.to_string()),
        Answer::Months(months) => Some(counted(*months as usize, "month")),
        answer => Some(view.engine.reader.choice(Question::Horizon, answer)?.phrase.clone()),
    }
}
