//! What else is said about a result: what comes before everything else, notes, and what to do next.

use super::answers::institution_shorts;
use super::english::{and_list, counted, lower, month, or_list};
use super::names::{a_kind, kind_and_name, name};
use super::verdict::fact_name;
use crate::advise::advice::{Advice, Barred, Caveat, Elsewhere, Note, OnField, Outcome, Step};
use crate::advise::engine::View;
use crate::advise::question::{Answer, Question, parse};
use crate::catalog::{Address, ProgramIx, did_you_mean, sentence};

/// What is said before anything else.
pub(crate) fn caveat(view: &View<'_>, advice: &Advice, caveat: &Caveat) -> String {
    match caveat {
        Caveat::DeadlineOver(date) => format!("Your deadline, {date}, is already over."),
        Caveat::NotByTheWanted(elsewhere) => not_by_the_wanted(view, advice, *elsewhere),
        Caveat::OffTheField(on_field) => off_the_field(view, advice, on_field),
        Caveat::Thin { program, unknown } => {
            let what: Vec<String> = unknown.iter().map(|criterion| fact_name(*criterion).to_owned()).collect();
            let place = match view.catalog.program(*program).page() {
                Some(url) => format!("on its page, {url}"),
                None => "on its page at edx.org".to_owned(),
            };
            format!(
                "This rests mainly on what is not on record. Look up {} of {} {place}, before you decide.",
                and_list(&what),
                name(view, *program)
            )
        }
    }
}

fn not_by_the_wanted(view: &View<'_>, advice: &Advice, elsewhere: Elsewhere) -> String {
    let must = match view.answers.get(Question::Institution) {
        Some(Answer::Institutions { must, .. }) => must.as_slice(),
        _ => &[],
    };
    let wanted = institution_shorts(view, must);
    let rest = "what is shown is by schools that are not on record.";
    match elsewhere {
        Elsewhere::Ranked(program, rank) => {
            format!("The first program by {wanted} is {}; {rest}", placed(view, program, rank))
        }
        Elsewhere::OtherKind(program) => format!(
            "No {} by {wanted} passes your limits, but the {} does; {rest}",
            ranked_kind(advice.outcome),
            kind_and_name(view, program)
        ),
        Elsewhere::Nowhere => format!("No program by {wanted} passes your limits; {rest}"),
    }
}

fn off_the_field(view: &View<'_>, advice: &Advice, on_field: &OnField) -> String {
    let wanted = view.preferences.field.as_ref().map(|wanted| or_list(&wanted.names)).unwrap_or_default();
    let kind = ranked_kind(advice.outcome);
    let none = format!("No {kind} of this catalogue that passes your limits is plainly about {wanted}");
    match on_field {
        OnField::Ranked(program, rank) => format!(
            "No program shown is plainly about {wanted}; the first that is, is {}.",
            placed(view, *program, *rank)
        ),
        OnField::OtherKind(program, barred) => {
            let barred = barred.as_ref().map_or_else(String::new, |barred| {
                format!(" The {} is too, but {}.", kind_and_name(view, barred.program), what_bars(barred))
            });
            format!("{none}; the {} is.{barred}", kind_and_name(view, *program))
        }
        OnField::Barred(barred) => {
            format!("{none}; the {} is, but {}.", kind_and_name(view, barred.program), what_bars(barred))
        }
        OnField::None => format!("{none}, and no other one is."),
    }
}

/// `your answer to budget leaves it out`.
fn what_bars(barred: &Barred) -> String {
    let slugs: Vec<String> =
        barred.by.iter().map(|question| format!("`{}`", question.map_or("status", Question::slug))).collect();
    match slugs.as_slice() {
        [one] => format!("your answer to {one} leaves it out"),
        all => format!("your answers to {} leave it out", and_list(all)),
    }
}

fn placed(view: &View<'_>, program: ProgramIx, rank: usize) -> String {
    format!("{}, in place {rank}", name(view, program))
}

/// What an outcome ranks, as one of them is called.
fn ranked_kind(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::ProfessionalCertificate => "Professional Certificate",
        Outcome::MicroMasters => "MicroMasters",
        Outcome::Close => "Professional Certificate or MicroMasters",
        Outcome::Other | Outcome::None | Outcome::NotEnough => "program",
    }
}

/// Something else that must be said.
pub(crate) fn note(view: &View<'_>, note: &Note) -> String {
    match note {
        Note::OtherKinds { by_limits } => {
            let why = if *by_limits { "passes your limits" } else { "is in the running" };
            format!("No Professional Certificate or MicroMasters {why}; what is listed is of other kinds, ranked by the same criteria.")
        }
        Note::TwoKinds => "A Professional Certificate is for a skill you use soon, generally without credit; a MicroMasters is for depth and may count toward a master's degree, if you are admitted.".to_owned(),
        Note::OnlyOlder(count) => {
            let they = if *count == 1 { "it" } else { "they" };
            format!("{} would pass your limits, only in an older list; {they} can be let in.", counted(*count, "program"))
        }
        Note::FieldNotFound(name) => {
            let fields = view.engine.reader.names.fields.iter().map(String::as_str);
            format!("Nothing in the catalogue is about `{name}`.{}", did_you_mean(name, fields))
        }
        Note::NoLanguage(name) => format!("No program of this catalogue is on record as being in {name}."),
        Note::NoInstitution(name) => format!("No institution of this catalogue is called `{name}`."),
        Note::NothingBy(ix) => format!("No program of {} passes your limits.", view.catalog.institution(*ix).short),
        Note::NothingAbout(ix, nearest) => {
            let about = view.preferences.field.as_ref().map(|wanted| or_list(&wanted.names)).unwrap_or_default();
            let nearest = nearest.map(|top| format!("; nearest is {}", name(view, top))).unwrap_or_default();
            let short = &view.catalog.institution(*ix).short;
            format!("No current program of {short} about {about} was found{nearest}.")
        }
        Note::Caution(at) => {
            let caution = &view.questionnaire().cautions[*at];
            sentence(&format!("{} (as of {})", caution.says.trim_end_matches('.'), caution.as_of))
        }
        Note::Older(program) => older(view, *program),
        Note::Ties { last, unseen } => ties(view, *last, *unseen),
        Note::LanguagesInferred => {
            "The languages are inferred, mostly from titles: check them on the pages of the programs.".to_owned()
        }
        Note::NoPriceIn { missing, of } => no_price_in(view, *missing, *of),
        Note::CreditPresumed(count) => credit_presumed(*count),
        Note::DeadlinePassed(date) => parse::has_passed(*date, view.settings().as_of),
        Note::Idle(question) => {
            let title = lower(&view.questionnaire().item(*question).title);
            format!("Your answer to `{title}` is kept but does nothing now.")
        }
    }
}

fn older(view: &View<'_>, program: ProgramIx) -> String {
    let seen = view.catalog.program(program).status.shown().map_or(0, |claim| claim.as_of.newest());
    format!(
        "{}, {}, is like what you want, but was last seen in the list of {}, so it is not recommended.",
        name(view, program),
        a_kind(view, program),
        month(seen)
    )
}

fn ties(view: &View<'_>, last: ProgramIx, unseen: usize) -> String {
    let more = match unseen {
        0 => String::new(),
        1 => format!(" 1 more fits as well as {}.", name(view, last)),
        unseen => format!(" {unseen} more fit as well as {}.", name(view, last)),
    };
    format!(
        "A tie: programs with the same place fit equally well; they stand in the order of their titles, then ids, which means nothing.{more}"
    )
}

fn no_price_in(view: &View<'_>, missing: usize, of: usize) -> String {
    let code = view.preferences.budget.map(|budget| budget.currency.code().to_owned()).unwrap_or_default();
    let (have, they) = if missing == 1 { ("has", "it stays") } else { ("have", "they stay") };
    let programs = match of {
        1 => "The one program".to_owned(),
        all => format!("{missing} of the {all} programs"),
    };
    format!("{programs} ranked {have} no price in {code} on record; {they} in, because unknown is not too much.")
}

fn credit_presumed(count: usize) -> String {
    let (programs, its, it) = if count == 1 {
        ("1 program is".to_owned(), "its", "it")
    } else {
        (format!("{count} programs are"), "their", "them")
    };
    format!(
        "{programs} left out for nothing else than that {its} kind usually carries no credit, not because anyone says so of {it}; this presumption can be switched off."
    )
}

/// What to do next.
pub(crate) fn step(view: &View<'_>, step: &Step) -> String {
    let title = |question: &Question| view.questionnaire().item(*question).title.clone();
    match step {
        Step::TellApart { question, crowd } => {
            let what = match question {
                Question::Field => "Name a field".to_owned(),
                question => format!("Answer one more question: {}", title(question)),
            };
            let end = if what.ends_with('?') { "" } else { "." };
            format!("{what}{end} So far {crowd} programs fit equally well, too many to look up each.")
        }
        Step::OneCourseFirst(program) => one_course_first(view, *program),
        Step::OpenPage(program) => open_page(view, *program),
        Step::AnswerMore(questions) => {
            let titles: Vec<String> = questions.iter().map(title).collect();
            format!("Answer what matters most: {}", titles.join(" "))
        }
        Step::Browse => "Or browse the catalogue, and come back when you know more.".to_owned(),
        Step::ChangeLimit => "Change one of the answers that limit the choice.".to_owned(),
        Step::LoadCatalog => "Load a catalogue that has programs.".to_owned(),
        Step::OlderAndLimit => {
            "Let programs of older lists in, and change an answer that limits the choice.".to_owned()
        }
        Step::LetOlderIn(1) => "Let programs of older lists in: 1 of them passes your limits.".to_owned(),
        Step::LetOlderIn(count) => format!("Let programs of older lists in: {count} of them pass your limits."),
    }
}

fn one_course_first(view: &View<'_>, program: ProgramIx) -> String {
    let program = view.catalog.program(program);
    let first = program.course_list.first().map(|used| view.catalog.course(used.course).title.to_string());
    let course = first.map_or("one course".to_owned(), |title| format!("one course, {title},"));
    let exits = match program.courses.value() {
        Some(count) if *count > 1 => format!(" You can stop after any of its {count} courses."),
        _ => String::new(),
    };
    format!("Take {course} first and see whether it suits you.{exits}")
}

fn open_page(view: &View<'_>, program: ProgramIx) -> String {
    let program = view.catalog.program(program);
    match program.address() {
        Some(Address::Search(url)) => {
            format!(
                "No page of it is on record; edX's own search for its title is {url}. Check price, dates and language of today."
            )
        }
        Some(address) => format!("Open its page and check price, dates and language of today: {}", address.url()),
        None => format!("Look its title up, {}, and check price, dates and language of today.", program.title),
    }
}
