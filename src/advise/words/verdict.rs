//! The verdict in words: the outcome, the answers behind it, its certainty, and what would change it.

use super::answers::{change, new_answers, told_of};
use super::facts;
use super::names::{as_wanted, is_only_denied, name, topic_name, wanted};
use super::nothing::nothing_on_field;
use crate::advise::advice::{
    Absence, Advice, Also, Caveat, Crowd, Doubt, Flip, Leaning, LookReason, Order, Outcome, Prepares, Ranked,
    Relaxation, RunnerUp, Stack, Strength,
};
use crate::advise::engine::View;
use crate::advise::engine::evaluate::row_of;
use crate::advise::engine::features::{Side, Study};
use crate::advise::question::{Criterion, Question};
use crate::catalog::{ProgramIx, sentence};
use crate::english::{and_list, by_count, capitalised, counted, or_list, signed};
use crate::search::UnderstoodPart;
use crate::topics::Concept;

/// Returns an outcome, worded as the end of a sentence.
pub(crate) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::ProfessionalCertificate => "a Professional Certificate",
        Outcome::MicroMasters => "a MicroMasters",
        Outcome::Close => "a close call between the two kinds",
        Outcome::Other => "a credential of another kind",
        Outcome::None => "no program",
        Outcome::NoMatch => "nothing about it",
        Outcome::NotEnough => "too few answers for a verdict",
    }
}

/// Returns how certain the kind is, in one word.
pub(crate) fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Strong => "clear",
        Strength::Moderate => "likely",
        Strength::Close => "close",
    }
}

/// Returns both certainties: `Kind: clear. Order: open.` `None` if no program is shown.
pub(crate) fn both_certainties(advice: &Advice) -> Option<String> {
    let both = || format!("Kind: {}. Order: {}.", strength(advice.strength), advice.order.slug());
    (!advice.programs.is_empty()).then(both)
}

/// The same with what the order waits for: `Kind: clear. Order: open, it waits for the price of X.`
pub(crate) fn certainties(view: &View<'_>, advice: &Advice) -> Option<String> {
    let first = advice.programs.first()?;
    let waits = match (advice.order, first.depends_on.as_slice()) {
        (Order::Certain, _) | (_, []) => String::new(),
        (_, doubts) => {
            let criteria = Criterion::ALL.iter().filter(|own| doubts.iter().any(|one| one.criterion == **own));
            let fact = |criterion: &Criterion| {
                let of = doubts.iter().filter(|one| one.criterion == *criterion);
                let places: Vec<String> = of.map(|one| in_place(view, advice, one.program)).collect();
                format!("{} of {}", fact_name(*criterion), and_list(&places))
            };
            format!(", it waits for {}", and_list(&criteria.map(fact).collect::<Vec<_>>()))
        }
    };
    let order = match first_of_tie(advice) {
        0 | 1 => format!("{}{waits}", advice.order.slug()),
        count => format!("the first {count} are equal"),
    };
    let out_of_order = out_of_order(view, advice).unwrap_or_default();
    Some(format!("Kind: {}. Order: {order}.{out_of_order}", strength(advice.strength)))
}

/// Returns how many programs share the first place.
fn first_of_tie(advice: &Advice) -> usize {
    let shown = advice.programs.iter().filter(|one| one.rank == 1).count();
    advice.crowd.map_or(shown, |crowd| crowd.first)
}

/// Returns a program by its place in the table that follows, or by its name if it is not in the table.
fn in_place(view: &View<'_>, advice: &Advice, program: ProgramIx) -> String {
    const PLACES: [&str; 3] = ["the first", "the second", "the third"];
    let at = advice.programs.iter().position(|one| one.program == program);
    at.and_then(|at| PLACES.get(at)).map_or_else(|| name(view, program), |place| (*place).to_owned())
}

/// Returns the lean so far.
pub(crate) fn leaning(leaning: Leaning) -> &'static str {
    match (leaning.strength, leaning.lean > 0) {
        (Strength::Close, _) => "between a Professional Certificate and a MicroMasters",
        (Strength::Moderate, true) => "leaning to a MicroMasters",
        (Strength::Moderate, false) => "leaning to a Professional Certificate",
        (Strength::Strong, true) => "leaning strongly to a MicroMasters",
        (Strength::Strong, false) => "leaning strongly to a Professional Certificate",
    }
}

/// Returns the verdict and the first program in one line.
pub(crate) fn headline(view: &View<'_>, advice: &Advice) -> String {
    let verdict = verdict(view, advice);
    let doubt = advice.caveats.first().map_or("", in_first_line);
    match advice.top() {
        Some(top) if verdict.ends_with(['?', '.']) => {
            format!("{verdict} {}{doubt}.", capitalised(&look_first(view, advice, top)).trim_end_matches('.'))
        }
        Some(top) => format!("{verdict}; {}{doubt}.", look_first(view, advice, top)),
        None if verdict.ends_with(['?', '.']) => verdict,
        None => format!("{verdict}."),
    }
}

/// Returns what to look at first: one program, or the first of those that fit equally.
fn look_first(view: &View<'_>, advice: &Advice, top: ProgramIx) -> String {
    match first_of_tie(advice) {
        0 | 1 => format!("look first at {}", name(view, top)),
        count => format!("{count} fit equally, the first by title is {}", name(view, top)),
    }
}

/// Returns the end of the headline that warns of a caveat.
fn in_first_line(caveat: &Caveat) -> &'static str {
    match caveat {
        Caveat::Thin { .. } => ", though that rests mainly on unknown facts",
        Caveat::HardlyPossible(_) => ", though it is unlikely to fit",
        Caveat::DeadlineOver(_) => ", though your deadline has passed",
        Caveat::FieldLeftOut { .. } => ", though your limits leave out all programs about a part of it",
    }
}

/// Returns the verdict, usually without a full stop because the first program may follow.
fn verdict(view: &View<'_>, advice: &Advice) -> String {
    let (certificate, micromasters) = (Side::Certificate, Side::MicroMasters);
    match advice.outcome {
        Outcome::ProfessionalCertificate if advice.by_constraint => only(view, advice, certificate, micromasters),
        Outcome::MicroMasters if advice.by_constraint => only(view, advice, micromasters, certificate),
        Outcome::ProfessionalCertificate => format!("A {} fits you better", kind_of(certificate)),
        Outcome::MicroMasters => format!("A {} fits you better", kind_of(micromasters)),
        Outcome::Close => close(view, advice.decides),
        Outcome::Other => other_kinds(view, advice),
        Outcome::None => nothing_on_field(view, advice).unwrap_or_else(|| nothing(advice.absence).to_owned()),
        Outcome::NoMatch => no_match(view),
        Outcome::NotEnough => not_enough(view),
    }
}

/// Returns the verdict if only one of the two kinds is left because of the field, the limits or the catalogue.
fn only(view: &View<'_>, advice: &Advice, this: Side, other: Side) -> String {
    let points = pointed(view, advice.lean, this);
    let (this, other) = (kind_of(this), kind_of(other));
    match advice.absence {
        Absence::Field => {
            let count = advice.ranking.len();
            let are = by_count(count, "is", "are");
            format!("No {other} is {}; {} {are}, {points}", as_wanted(view), counted_kind(count, this))
        }
        Absence::Limits => format!("Your limits leave only a {this}, {points}"),
        Absence::OlderList | Absence::Catalog => {
            format!("A {this} is the only one of the two kinds available, {points}")
        }
    }
}

/// Returns where the answers alone pointed, compared with the one kind that is left.
fn pointed(view: &View<'_>, lean: i32, left: Side) -> String {
    let toward = if lean > 0 { Side::MicroMasters } else { Side::Certificate };
    if lean.abs() <= view.questionnaire().verdict.close {
        "though your answers alone would have left it open".to_owned()
    } else if toward == left {
        "and your answers point to it too".to_owned()
    } else {
        format!("though your answers pointed to a {}", kind_of(toward))
    }
}

/// The name of the kind on one side of the verdict.
fn kind_of(side: Side) -> &'static str {
    match side {
        Side::MicroMasters => "MicroMasters",
        Side::Certificate | Side::Neither => "Professional Certificate",
    }
}

fn counted_kind(count: usize, kind: &str) -> String {
    if kind.ends_with('s') { format!("{count} {kind}") } else { counted(count, kind) }
}

fn other_kinds(view: &View<'_>, advice: &Advice) -> String {
    let is_undergraduate = view.preferences.is_undergraduate;
    if is_undergraduate && advice.top().is_some_and(|top| view.features(row_of(top)).study == Study::Undergraduate) {
        return "A MicroBachelors fits you best: without a degree yet, undergraduate credit is what counts".to_owned();
    }
    let others = counted(advice.remaining, "program");
    match advice.absence {
        Absence::Field => format!(
            "No Professional Certificate and no MicroMasters is {}, but {others} of another kind",
            as_wanted(view)
        ),
        Absence::Limits => {
            format!(
                "Your limits leave neither a Professional Certificate nor a MicroMasters, but {others} of another kind"
            )
        }
        Absence::OlderList => format!(
            "The latest list of the catalogue has neither a Professional Certificate nor a MicroMasters, but {others} of another kind"
        ),
        Absence::Catalog => format!(
            "The catalogue has neither a Professional Certificate nor a MicroMasters, but {others} of another kind"
        ),
    }
}

fn nothing(absence: Absence) -> &'static str {
    match absence {
        Absence::Catalog => "The catalogue has no programs",
        Absence::OlderList => "Every program in the catalogue is only in an older list",
        Absence::Limits | Absence::Field => "No program in the catalogue passes all your limits",
    }
}

/// Returns the sentence for a field that no program is about.
fn no_match(view: &View<'_>) -> String {
    if is_only_denied(view) {
        return "You said what you do not want, but not what you want.".to_owned();
    }
    let parts = view.preferences.field.iter().flat_map(|wanted| &wanted.parts).map(|part| &part.understood);
    let is_strange = |part: &UnderstoodPart| {
        part.named.is_none() && !part.part.concepts.is_empty() && !part.part.concepts.iter().any(Concept::is_understood)
    };
    if parts.clone().count() > 0 && parts.clone().all(is_strange) {
        return format!("`{}` was not understood: it is no known topic, and no program has it.", wanted(view));
    }
    format!("No program in the catalogue is {}.", as_wanted(view))
}

fn close(view: &View<'_>, decides: Option<Question>) -> String {
    let both = "A Professional Certificate and a MicroMasters fit you about equally";
    match decides {
        Some(question) if view.answers.get(question).is_none() => {
            format!("{both}; one more answer, on {}, would decide it.", asked_about(question))
        }
        Some(question) => format!("{both}; another answer on {} would decide it.", asked_about(question)),
        None => both.to_owned(),
    }
}

/// What a question is about, as the end of a clause: `your goal`, `the budget`.
fn asked_about(question: Question) -> String {
    let whose = match question {
        Question::Goal | Question::Education | Question::Level | Question::Hours | Question::Budget => "your",
        _ => "the",
    };
    format!("{whose} {}", question.label())
}

fn not_enough(view: &View<'_>) -> String {
    let questionnaire = view.questionnaire();
    let (answered, needed) = (view.preferences.lean_answered, questionnaire.verdict.least_answers);
    let all = questionnaire.lean_questions().count();
    let are = by_count(needed, "is", "are");
    format!(
        "Too few answers for a verdict: you answered {answered} of the {all} questions that compare the two kinds; at least {needed} {are} needed."
    )
}

/// Returns the answers behind the verdict as sentences, the strongest effect first.
pub(crate) fn because(view: &View<'_>, advice: &Advice) -> String {
    let mut because: Vec<String> = advice.because.iter().filter_map(|question| told_of(view, *question)).collect();
    if view.chose(Question::Credit, "no") && advice.outcome == Outcome::MicroMasters {
        because.push("Credit played no part in it.".to_owned());
    }
    because.join(" ")
}

/// Returns why the verdict is that certain, worded as the end of a sentence.
pub(crate) fn how_sure(view: &View<'_>, advice: &Advice) -> String {
    let thresholds = view.questionnaire().verdict;
    let lean = advice.lean;
    let toward = if lean > 0 { "a MicroMasters" } else { "a Professional Certificate" };
    match (advice.outcome, advice.strength) {
        (Outcome::None | Outcome::NoMatch | Outcome::Other | Outcome::NotEnough, _) => String::new(),
        _ if advice.by_constraint => {
            format!("only one of the two kinds is available; the lean was {}", signed(lean))
        }
        (_, Strength::Strong) => {
            format!("your answers lean {} toward {toward}; {} is strong", lean.abs(), thresholds.strong)
        }
        (_, Strength::Moderate) => {
            format!("your answers lean {} toward {toward}; it takes {} to be strong", lean.abs(), thresholds.strong)
        }
        (_, Strength::Close) => {
            format!("your answers lean {}; up to {} either way is close", signed(lean), thresholds.close)
        }
    }
}

/// Returns a sentence about programs that share the first place but are not shown.
pub(crate) fn crowd(crowd: Crowd) -> String {
    let Crowd { first, shown } = crowd;
    let more = first - shown;
    let fit = by_count(more, "fits", "fit");
    format!("{first} programs tie: {more} more {fit} equally well; the order means nothing.")
}

/// Returns why one program comes before another whatever the scores; `None` if the scores decide.
fn precedence(view: &View<'_>, before: ProgramIx, behind: ProgramIx) -> Option<String> {
    let (before, behind) = (view.group(row_of(before)), view.group(row_of(behind)));
    if before.is_other_study != behind.is_other_study {
        Some("what gives undergraduate credit comes first".to_owned())
    } else if before.is_other_language != behind.is_other_language {
        let named_in = view.language_names(&view.preferences.field_languages);
        Some(format!("programs in {} come first", or_list(&named_in)))
    } else if before.is_of_one_field != behind.is_of_one_field {
        Some("what is about several of the fields that you named comes first".to_owned())
    } else if before.has_other_words != behind.has_other_words {
        Some("a title that names it comes first".to_owned())
    } else {
        None
    }
}

/// Returns why a program with a better fit stands below one with a worse fit, as a sentence; `None` if none does.
fn out_of_order(view: &View<'_>, advice: &Advice) -> Option<String> {
    let pairs = advice.programs.windows(2).filter(|pair| pair[1].score.mid > pair[0].score.mid);
    let why = pairs.map(|pair| precedence(view, pair[0].program, pair[1].program)).next()??;
    Some(format!(" Whatever the fit, {why}."))
}

/// Returns a fact on which a place depends: `the price of X`.
pub(crate) fn doubt(view: &View<'_>, doubt: Doubt) -> String {
    format!("{} of {}", fact_name(doubt.criterion), name(view, doubt.program))
}

/// Returns which program this one could change places with and which facts decide it: `Could swap with the second
/// once the price of both is known.` `None` if its place is certain.
pub(crate) fn swaps(view: &View<'_>, advice: &Advice, ranked: &Ranked) -> Option<String> {
    let doubts = &ranked.depends_on;
    let own = |criterion| doubts.contains(&Doubt { criterion, program: ranked.program });
    let rival = doubts.iter().map(|doubt| doubt.program).find(|program| *program != ranked.program);
    let its = |criterion| rival.is_some_and(|program| doubts.contains(&Doubt { criterion, program }));
    let criteria: Vec<Criterion> = Criterion::ALL.iter().copied().filter(|one| own(*one) || its(*one)).collect();
    let fact = |criterion: &Criterion| match (own(*criterion), its(*criterion)) {
        (true, true) => format!("{} of both", short_fact_name(*criterion)),
        (false, true) => format!("{} of that one", short_fact_name(*criterion)),
        _ => format!("{} of this one", short_fact_name(*criterion)),
    };
    let facts: Vec<String> = criteria.iter().map(fact).collect();
    let in_table = rival.filter(|rival| advice.programs.iter().any(|one| one.program == *rival));
    let with = in_table.map_or_else(|| "the next one".to_owned(), |rival| in_place(view, advice, rival));
    let is_one = matches!(criteria.as_slice(), [one] if *one != Criterion::Exams);
    let are = if is_one { "is" } else { "are" };
    (!facts.is_empty()).then(|| format!("Could swap with {with} once {} {are} known.", and_list(&facts)))
}

/// Returns the name of a fact next to the table, which has a column for the time a program takes at the user's hours.
fn short_fact_name(criterion: Criterion) -> &'static str {
    if criterion == Criterion::Time { "the length" } else { fact_name(criterion) }
}

/// Returns the fact behind a criterion as something the user can look up.
pub(crate) fn fact_name(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Type => "the kind",
        Criterion::Field => "the field",
        Criterion::Credit => "the credit",
        Criterion::Time => "the length and hours",
        Criterion::Cost => "the price",
        Criterion::Fit | Criterion::Depth => "the level",
        Criterion::Exams => "the exams",
        Criterion::Pacing => "the pacing",
        Criterion::Brand => "the institution",
    }
}

/// Returns why the second program is not first.
pub(crate) fn runner_up(view: &View<'_>, advice: &Advice, second: RunnerUp) -> String {
    let behind = advice.top().and_then(|first| precedence(view, first, second.program));
    if let Some(why) = behind {
        return sentence(&why);
    }
    let (Some(criterion), Some(first)) = (second.lost_on, advice.top()) else {
        return "It ties with the first: only the order of titles puts it second.".to_owned();
    };
    let fact = |program| facts::of_criterion(view, criterion, row_of(program));
    format!("It lost most on {}: {}", criterion.label(), against(criterion, &fact(second.program), &fact(first)))
}

/// Returns the fact of a program that does worse on a criterion, followed by that of the first program, or only once if
/// both are the same.
pub(crate) fn against(criterion: Criterion, own: &str, of_first: &str) -> String {
    match criterion {
        _ if own != of_first => format!("{own}; of the first, {of_first}."),
        Criterion::Field => format!("{own}, like the first, but the title of the first is nearer to what you want."),
        _ => format!("{own}, like the first, but the first fits a little better."),
    }
}

/// Returns what to take first and what it does, without promising credit.
pub(crate) fn stack(view: &View<'_>, stack: Stack) -> String {
    let level = facts::marked_level(view.catalog.program(stack.first));
    let why = match stack.prepares {
        Prepares::Asked(topic) => {
            format!("it is about {} at {level}, which is asked for or advised beforehand,", topic_name(topic))
        }
        Prepares::Level => format!("it is in the same field at {level}"),
    };
    format!(
        "Take {} first: {why} and prepares for {}. It does not count as credit toward it, and no school is on record that \
         links the two.",
        name(view, stack.first),
        name(view, stack.then)
    )
}

/// The same in short, for the program that it prepares for.
pub(crate) fn first_step(view: &View<'_>, stack: Stack) -> String {
    let why = match stack.prepares {
        Prepares::Asked(topic) => format!("{} is asked for or advised beforehand", topic_name(topic)),
        Prepares::Level => "it starts at your level".to_owned(),
    };
    format!("{} prepares for it, without credit: {why}.", name(view, stack.first))
}

/// Returns a relaxation: `12 months instead of 3 months: 2 programs, the best is ...`
pub(crate) fn relaxation(view: &View<'_>, one: &Relaxation) -> String {
    let programs = counted(one.admits, "program");
    format!("{}: {programs}, the best is {}", change(view, &one.set), name(view, one.best))
}

/// Returns a flip: `credit: nice to have instead of not needed → a MicroMasters`
pub(crate) fn flip(view: &View<'_>, flip: &Flip) -> String {
    let says = match flip.top.filter(|_| !flip.changes_outcome) {
        Some(first) => format!("{} comes first", name(view, first)),
        None => outcome(flip.outcome).to_owned(),
    };
    format!("{} → {says}", change(view, &flip.set))
}

/// Returns the same in short, next to the table and the answers: only the new answer, and a program of the table by its
/// place.
pub(crate) fn flip_in_short(view: &View<'_>, advice: &Advice, flip: &Flip) -> String {
    let says = match flip.top.filter(|_| !flip.changes_outcome) {
        Some(first) => format!("{} comes first", in_place(view, advice, first)),
        None => outcome(flip.outcome).to_owned(),
    };
    format!("{} → {says}", new_answers(view, &flip.set))
}

/// Returns why a program of another kind is worth considering.
pub(crate) fn also(view: &View<'_>, also: &Also) -> String {
    let reason = sentence(&look(view, also.reason, row_of(also.program)));
    if also.fits_badly { format!("It fits badly: {}", crate::english::lower(&reason)) } else { reason }
}

/// Returns why a program is worth considering, as a clause.
pub(crate) fn look(view: &View<'_>, reason: LookReason, row: usize) -> String {
    match reason {
        LookReason::BestOfKind(fit) => {
            format!("the best {} by the same criteria, {fit} of 100", view.program(row).kind().name())
        }
        LookReason::UndergraduateCredit => {
            "it gives undergraduate credit on completion, and you have no bachelor's degree yet".to_owned()
        }
        LookReason::UndergraduateCreditPossible => {
            "it may count as undergraduate credit, if admitted, and you have no bachelor's degree yet".to_owned()
        }
        LookReason::UndergraduateKind => "its kind is made for undergraduate credit and you have no bachelor's degree yet; no school is on record: ask yours".to_owned(),
        LookReason::Degree => {
            format!("it is the degree itself: {}", facts::of_criterion(view, Criterion::Cost, row))
        }
        LookReason::Series(courses) => format!("a series of {courses} courses on one subject, without credit"),
        LookReason::Field => facts::field(view, row),
        LookReason::BootCamp => {
            format!("{}; boot camps are a kind that edX has given up", facts::field(view, row))
        }
    }
}
