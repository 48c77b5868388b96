//! Caveats, notes and next steps of a result, in words.

use super::answers::{change, phrase};
use super::names::{self, a_kind, name, topic_name, topic_names};
use super::order::{fact_name, in_place};
use super::spans::month;
use super::verdict::asked_about;
use crate::advise::advice::{Advice, Caveat, Change, Note, Step};
use crate::advise::engine::View;
use crate::advise::engine::evaluate::row_of;
use crate::advise::engine::evidence::price;
use crate::advise::question::{DeadlinePassed, Question};
use crate::catalog::{Address, Basis, CourseIx, Currency, InstitutionIx, ProgramIx, sentence};
use crate::edx_rules::ASSISTANCE;
use crate::english::{and_list, by_count, counted, lower, or_list};
use crate::guide::{Evidence, Guide};
use crate::names::quoted;
use crate::topics::{TopicIx, Vocabulary};

/// Returns a caveat as a sentence.
pub(crate) fn caveat(view: &View<'_>, advice: &Advice, caveat: &Caveat) -> String {
    match caveat {
        Caveat::DeadlineOver(date) => format!("Your deadline, {date}, has already passed."),
        Caveat::HardlyPossible(change) => hardly_possible(view, change.as_ref()),
        Caveat::FieldLeftOut { field, programs, first, by } => field_left_out(view, *field, *programs, *first, by),
        Caveat::NoField => "You have not said what you want to learn, and that decides most.".to_owned(),
        Caveat::Thin { program, unknown } => {
            // The first line says what rests on unknown facts, and names the program.
            let what: Vec<String> = unknown.iter().map(|criterion| fact_name(*criterion).to_owned()).collect();
            let page = view.catalog.program(*program).page();
            let place = page.map_or_else(|| "where it is offered".to_owned(), |page| format!("at {page}"));
            format!("Before you decide, look up {} {place}.", and_list(&what))
        }
        Caveat::ProbablyMisses { limits, instead } => probably_misses(view, advice, limits, *instead),
        Caveat::NoUndergraduateKind => no_undergraduate_kind(view),
        Caveat::NoRate(currency) => no_rate(view, *currency),
    }
}

/// Says which limits the first program will probably miss, and which program keeps them.
fn probably_misses(view: &View<'_>, advice: &Advice, limits: &[Question], instead: ProgramIx) -> String {
    let missed = |limit: &Question| match limit {
        Question::Budget => "cost more than your budget".to_owned(),
        _ => "miss your deadline".to_owned(),
    };
    let missed: Vec<String> = limits.iter().map(missed).collect();
    let keeps = by_count(limits.len(), "keeps it", "keeps both");
    format!("The first will probably {}; {} {keeps}.", and_list(&missed), in_place(view, advice, instead))
}

fn no_undergraduate_kind(view: &View<'_>) -> String {
    let about = names::as_wanted(view);
    let about = if about.is_empty() { about } else { format!(" {about}") };
    format!("No MicroBachelors{about} is left, and only that kind is made for credit toward a bachelor's degree.")
}

fn no_rate(view: &View<'_>, currency: Currency) -> String {
    let budget = view.answers.get(Question::Budget).map(|answer| phrase(view, Question::Budget, answer));
    format!(
        "Your budget ({}) was not compared with the prices: there is no dated exchange rate for {}.",
        budget.unwrap_or_default(),
        currency.code()
    )
}

fn field_left_out(view: &View<'_>, field: usize, programs: usize, first: ProgramIx, by: &[Question]) -> String {
    let about = view.preferences.field.as_ref().map(|wanted| names::field_name(&wanted.parts[field].understood));
    let about = about.unwrap_or_default();
    let what = match programs {
        1 => format!("The one program about {about}, {}, is", name(view, first)),
        2 => format!("Both programs about {about}, one of them {}, are", name(view, first)),
        count => format!("All {count} programs about {about}, such as {}, are", name(view, first)),
    };
    format!("{what} left out by your limits: {}.", labels(by))
}

fn labels(questions: &[Question]) -> String {
    let labels: Vec<String> = questions.iter().map(|question| question.label().to_owned()).collect();
    and_list(&labels)
}

fn hardly_possible(view: &View<'_>, nearest: Option<&Change>) -> String {
    let start = "None of these is likely to fit: each fits only at the low end of its estimate.";
    match nearest {
        Some(set) => format!("{start} The smallest change that would likely make one fit: {}.", change(view, set)),
        None => start.to_owned(),
    }
}

/// Returns a note in words.
pub(crate) fn note(view: &View<'_>, note: &Note) -> String {
    match note {
        Note::OtherKinds { by_limits } => other_kinds(*by_limits),
        Note::TwoKinds => "A Professional Certificate is for a skill you use soon, generally without credit; a MicroMasters is for depth and may count toward a master's degree, if you are admitted.".to_owned(),
        Note::OnlyOlder(count) => only_older(*count),
        Note::Denied { typed, is_everywhere } => denied(view, typed, *is_everywhere),
        Note::FieldNotFound(name) => format!("Nothing in the catalogue is about `{}`.", quoted(name)),
        Note::NoLanguage(name) => format!("No program of this catalogue is on record as being in {name}."),
        Note::NoInstitution(name) => format!("No institution of this catalogue is called `{}`.", quoted(name)),
        Note::NothingBy(ix) => format!("No program of {} passes your limits.", view.catalog.institution(*ix).short),
        Note::LeftOut { institution, programs, by } => left_out(view, *institution, *programs, by),
        Note::OfOtherKind { institution, programs, first } => of_other_kind(view, *institution, *programs, *first),
        Note::NothingAbout(ix, nearest) => nothing_about(view, *ix, *nearest),
        Note::Caution(at) => {
            let caution = &view.questionnaire().cautions[*at];
            sentence(&format!("{} (as of {})", caution.says.trim_end_matches('.'), caution.as_of))
        }
        Note::Older(program) => older(view, *program),
        Note::Ties { last, unseen } => ties(view, *last, *unseen),
        Note::LanguagesInferred { count, of } => languages_inferred(*count, *of),
        Note::Ignored(words) => ignored(words),
        Note::Corrected(words) => corrected(words),
        Note::Widened(typed, topics) => widened(typed, topics),
        Note::NotUsed(typed, question) => not_used(typed, *question),
        Note::DenialNotUnderstood(typed) => {
            format!("`{}` was not understood, so nothing is left out for it.", quoted(typed))
        }
        Note::NoPriceIn { missing, of } => no_price_in(view, *missing, *of),
        Note::CreditPresumed(count) => credit_presumed(*count),
        Note::FieldLanguages(languages) => field_languages(view, languages),
        Note::FieldInPart(typed, topics) => field_in_part(typed, topics),
        Note::FieldApart { typed, unsaid } => field_apart(view, typed, unsaid),
        Note::Employers(id) => employers(id),
        Note::Regulated(topic) => regulated(*topic),
        Note::NextOfSeries { after, program, course } => next_of_series(view, after, *program, *course),
        Note::NoCourse(name) => format!("No course of this catalogue is called `{}`.", quoted(name)),
        // The lowest price of a certificate is shown above the programs.
        Note::NoMoney { .. } => format!("{} {}", Guide::embedded().without_paying(), ASSISTANCE.text),
        Note::DeadlinePassed(date) => DeadlinePassed { date: *date, as_of: view.settings().as_of }.to_string(),
        Note::Idle(question) => {
            let title = lower(&view.questionnaire().item(*question).title);
            format!("Your answer to `{title}` is kept but has no effect now.")
        }
    }
}

fn not_used(typed: &str, question: Question) -> String {
    let to = if question == Question::Budget { " to limit the price" } else { "" };
    format!("`{}` was not used; answer the question about {}{to}.", quoted(typed), asked_about(question))
}

fn denied(view: &View<'_>, typed: &str, is_everywhere: bool) -> String {
    if is_everywhere {
        let about = names::wanted(view);
        format!("Every program found about {about} has to do with `{typed}`, so none is left out for it.")
    } else {
        format!("Which of the programs ask for `{typed}` is not on record: look at the syllabus before you pay.")
    }
}

fn nothing_about(view: &View<'_>, institution: InstitutionIx, nearest: Option<ProgramIx>) -> String {
    let about = names::wanted(view);
    let nearest = nearest.map(|top| format!("; nearest is {}", name(view, top))).unwrap_or_default();
    let short = &view.catalog.institution(institution).short;
    format!("No current program of {short} about {about} was found{nearest}.")
}

fn field_in_part(typed: &str, topics: &[TopicIx]) -> String {
    format!("No program is about all of `{}`; the programs shown are about {}.", quoted(typed), topic_names(topics))
}

fn left_out(view: &View<'_>, institution: InstitutionIx, programs: usize, by: &[Question]) -> String {
    let short = &view.catalog.institution(institution).short;
    let (about, them) = (names::wanted(view), by_count(programs, "it", "them"));
    let has = counted(programs, "program");
    format!("{short} has {has} about {about}, but your limits leave {them} out: {}.", labels(by))
}

fn languages_inferred(count: usize, of: usize) -> String {
    let (whose, pages) = match (count, of) {
        (1, 1) => ("The language of the program shown is".to_owned(), "its page"),
        (1, of) => (format!("The language of 1 of the {of} programs shown is"), "its page"),
        (count, of) => (format!("The languages of {count} of the {of} programs shown are"), "their pages"),
    };
    format!("{whose} guessed, mostly from titles: check on {pages}.")
}

fn ignored(words: &[String]) -> String {
    let they = by_count(words.len(), "it", "they");
    format!(
        "No current program has {} beside the rest of what you typed, so {they} played no part.",
        or_list(&all_quoted(words))
    )
}

fn corrected(words: &[(String, String)]) -> String {
    let read: Vec<String> = words.iter().map(|(typed, read)| format!("`{typed}` was read as `{read}`")).collect();
    sentence(&and_list(&read))
}

fn widened(typed: &str, topics: &[TopicIx]) -> String {
    let read = topic_names(topics);
    format!("`{typed}` was read as {read}: no current program has `{typed}` in its title, skills or courses.")
}

fn field_languages(view: &View<'_>, languages: &[String]) -> String {
    let first = or_list(languages);
    let is_named = view.preferences.field.as_ref().is_some_and(|wanted| !wanted.languages().is_empty());
    let why = if is_named { format!("You named it in {first}, so programs") } else { "Programs".to_owned() };
    format!("{why} in {first} come first; say which languages you can study in to change that.")
}

fn field_apart(view: &View<'_>, typed: &str, unsaid: &[String]) -> String {
    let names = view.language_names(&view.preferences.languages);
    let place = if names.is_empty() { String::new() } else { format!(" in {}", or_list(&names)) };
    format!(
        "No program{place} is about all of `{typed}`, so the best programs about {} are shown{}.",
        names::wanted(view),
        without(unsaid)
    )
}

/// Names the parts of a field that were ignored; empty if none was.
fn without(unsaid: &[String]) -> String {
    if unsaid.is_empty() {
        return String::new();
    }
    format!("; {} alone would say too little", and_list(&all_quoted(unsaid)))
}

fn all_quoted(words: &[String]) -> Vec<String> {
    words.iter().map(|word| format!("`{}`", quoted(word))).collect()
}

/// Returns the price of the certificate that costs least.
pub(super) fn least_certificate(view: &View<'_>, program: ProgramIx) -> String {
    let Some(claim) = price(view, row_of(program)) else { return String::new() };
    let estimated = if claim.basis == Basis::Estimated { "we estimate " } else { "" };
    let least = format!("{estimated}{}, for {}", claim.value, name(view, program));
    format!("Without paying, you can audit most courses; the least that a certificate costs here: {least}.")
}

fn other_kinds(by_limits: bool) -> String {
    let why = if by_limits { "passes your limits" } else { "is available" };
    format!(
        "No Professional Certificate or MicroMasters {why}; the programs listed are of other kinds, ranked in the same way."
    )
}

fn only_older(count: usize) -> String {
    let they = by_count(count, "it", "they");
    format!("{} from an older list would pass your limits; {they} can be let in.", counted(count, "program"))
}

/// Returns which programs a preferred school has on the field, and why none is recommended.
fn of_other_kind(view: &View<'_>, institution: InstitutionIx, programs: usize, first: ProgramIx) -> String {
    let short = &view.catalog.institution(institution).short;
    let (about, title) = (names::as_wanted(view), &view.catalog.program(first).title);
    let such = if programs == 1 { String::new() } else { "such as ".to_owned() };
    let has = format!("{short} has {} {about} of a kind that fits you less", counted(programs, "program"));
    format!("{has}: {such}{title}, {}.", a_kind(view, first))
}

fn next_of_series(view: &View<'_>, after: &str, program: ProgramIx, course: Option<CourseIx>) -> String {
    let next = match course {
        Some(course) => format!("{}, a course of {}", view.catalog.course(course).title, name(view, program)),
        None => name(view, program),
    };
    format!("Next of the series: {next}, after {after}.")
}

/// Returns a finding of the guide with its sample, context, date and strength, so that it never claims more
/// than the study.
fn employers(id: &str) -> String {
    let guide = Guide::embedded();
    let found = guide.evidence.iter().find(|evidence| evidence.id == id);
    let said = |one: &Evidence| format!("What a study found: {} ({})", one.finding, one.basis());
    found.map_or_else(String::new, said)
}

/// Explains what the catalogue does not know about regulated work, and whom to ask about what.
fn regulated(topic: TopicIx) -> String {
    let body = Vocabulary::embedded().topic(topic).regulated_by.as_deref().unwrap_or_default();
    format!(
        "For work in {}, a licence, title or exam of another body may be required where you want to work. Whether a program counts toward it is not on record: ask {body} before you enrol.",
        topic_name(topic)
    )
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
    format!("Tied programs fit equally well. They are listed by title, then id; that order has no meaning.{more}")
}

fn no_price_in(view: &View<'_>, missing: usize, of: usize) -> String {
    let code = view.preferences.budget.map(|budget| budget.currency.code().to_owned()).unwrap_or_default();
    let (have, they) = if missing == 1 { ("has", "it stays") } else { ("have", "they stay") };
    let programs = match of {
        1 => "The one program".to_owned(),
        all => format!("{missing} of the {all} programs"),
    };
    format!("{programs} ranked {have} no price in {code} on record; {they} in: an unknown price rules out nothing.")
}

fn credit_presumed(count: usize) -> String {
    let (programs, its, themselves) = if count == 1 {
        ("1 program is".to_owned(), "its", "program itself")
    } else {
        (format!("{count} programs are"), "their", "programs themselves")
    };
    format!(
        "{programs} left out only because {its} kind usually carries no credit; no source says so about the {themselves}. You can switch this off."
    )
}

/// Returns a next step in words.
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
        Step::OtherField => "Name another field, or one of the nearest topics.".to_owned(),
        Step::OtherWords(subjects) => {
            let such = if subjects.is_empty() { String::new() } else { format!(", such as {}", or_list(subjects)) };
            format!("Say in other words what you want to learn: a skill, a job or a subject{such}.")
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
                "Its own page is not on record. Search for its title on edX, {url}, and check the current price, dates and language."
            )
        }
        Some(address) => format!("Check the current price, dates and language on its page: {}", address.url()),
        None => format!("Search for its title, {}, and check the current price, dates and language.", program.title),
    }
}
