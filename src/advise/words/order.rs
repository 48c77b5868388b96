//! The order of the programs in words: how certain it is, what it waits for, what puts one program before another, and
//! why the second is not the first.

use std::collections::BTreeSet;

use super::facts;
use super::in_part::not_all;
use super::names::{self, a_kind, name};
use crate::advise::advice::{Advice, Crowd, Doubt, Order, Ranked, RunnerUp, Strength};
use crate::advise::engine::View;
use crate::advise::engine::evaluate::row_of;
use crate::advise::preferences::field::WantedField;
use crate::advise::question::Criterion;
use crate::catalog::{ProgramIx, sentence};
use crate::english::{and_list, by_count, or_list};
use crate::names::{content_words, placed_words, spaced, telling_words};
use crate::search::Relation;
use crate::topics::stem;

/// Returns both certainties, what the order waits for, and why the fits in the table are out of order: `Kind: clear.
/// Order: open until the price of X is known.` `None` if no program is shown.
pub(crate) fn certainties(view: &View<'_>, advice: &Advice) -> Option<String> {
    let first = advice.programs.first()?;
    let waits = if says_what_it_waits_for(advice) {
        let doubts = &first.depends_on;
        let criteria: Vec<&Criterion> =
            Criterion::ALL.iter().filter(|own| doubts.iter().any(|one| one.criterion == **own)).collect();
        let fact = |criterion: &Criterion| {
            let of = doubts.iter().filter(|one| one.criterion == *criterion);
            let places: Vec<String> = of.map(|one| in_place(view, advice, one.program)).collect();
            format!("{} of {}", fact_name(*criterion), and_list(&places))
        };
        // Most names of facts are singular, but a program has several exams, and a length and hours.
        let is_one = matches!(criteria.as_slice(), [one] if !matches!(one, Criterion::Exams | Criterion::Time));
        let facts: Vec<String> = criteria.into_iter().map(fact).collect();
        until_known(advice.order, &and_list(&facts), if is_one { "is" } else { "are" })
    } else {
        String::new()
    };
    let (kind, order) = (certainty_of_kind(view, advice), certainty_of_order(advice, &waits));
    if advice.ranking.len() == 1 {
        // A single program has no order.
        return Some(format!("Kind: {kind}."));
    }
    Some(format!("Kind: {kind}. Order: {order}.{}", out_of_order(view, advice).unwrap_or_default()))
}

/// What an order waits for, after its certainty: `, certain once the price of the first is known`.
fn until_known(order: Order, facts: &str, are: &str) -> String {
    match order {
        Order::Open => format!(" until {facts} {are} known"),
        Order::Certain | Order::Likely => format!(", certain once {facts} {are} known"),
    }
}

/// Whether the certainties say what the place of the first program waits for.
pub(crate) fn says_what_it_waits_for(advice: &Advice) -> bool {
    let is_open = advice.order != Order::Certain && first_of_tie(advice) <= 1;
    is_open && advice.programs.first().is_some_and(|first| !first.depends_on.is_empty())
}

/// Returns how certain the kind is, or that it is the only one left.
fn certainty_of_kind(view: &View<'_>, advice: &Advice) -> &'static str {
    let is_only = advice.by_constraint && advice.strength == Strength::Close;
    let is_guess = advice.strength == Strength::Strong && !not_all(view).is_empty();
    match advice.strength {
        _ if is_only => "the only one",
        // Programs about part of a wish say little about the kind for all of it.
        _ if is_guess => strength(Strength::Moderate),
        own => strength(own),
    }
}

/// Returns how certain the order is and what it waits for, or how many programs share the first place.
fn certainty_of_order(advice: &Advice, waits: &str) -> String {
    match first_of_tie(advice) {
        0 | 1 => format!("{}{waits}", advice.order.slug()),
        count => format!("the first {count} are equal"),
    }
}

/// Returns why the ranks of the shown programs have gaps; `None` if they have none.
pub(crate) fn gaps(advice: &Advice) -> Option<&'static str> {
    let has_gaps = advice.programs.iter().zip(1..).any(|(one, place)| one.rank > place);
    has_gaps.then_some("Only the best of each field or kind is shown, so some ranks are missing.")
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
    let (row_before, row_behind) = (row_of(before), row_of(behind));
    if view.features(row_behind).earlier.iter().any(|part| part.row as usize == row_before) {
        return Some("a later part of a series comes after the earlier one".to_owned());
    }
    let (before, behind) = (view.group(row_before), view.group(row_behind));
    if before.is_finished() != behind.is_finished() {
        Some("what you have finished comes last".to_owned())
    } else if before.is_other_study() != behind.is_other_study() {
        Some("what gives undergraduate credit comes first".to_owned())
    } else if before.is_other_language() != behind.is_other_language() {
        let named_in = view.language_names(&view.preferences.field_languages);
        Some(format!("programs in {} come first", or_list(&named_in)))
    } else if before.is_for_purpose() != behind.is_for_purpose() {
        Some("what is about the field comes before what you want it for".to_owned())
    } else if before.is_of_one_field() != behind.is_of_one_field() {
        Some("what is about several of the fields that you named comes first".to_owned())
    } else if before.is_for_others() != behind.is_for_others() {
        Some(format!("what also has to do with {} comes first", names::user(view)))
    } else if before.has_other_words() != behind.has_other_words() {
        Some(by_title(view, row_before, row_behind))
    } else {
        None
    }
}

/// Returns why a program whose title is one of the few that name the field comes before another one. That other title
/// may name it too: then its program is about less than the field, or the first title names more than one field.
fn by_title(view: &View<'_>, before: usize, behind: usize) -> String {
    let Some(wanted) = &view.preferences.field else { return String::new() };
    let is_less = matches!(wanted.matches[behind].on, Some((_, Relation::Narrower | Relation::Part)));
    let telling = if is_less || wanted.matches[behind].is_about_several {
        None
    } else {
        telling_title_word(view, before, behind)
    };
    match telling {
        Some(telling) => format!("a title with `{telling}` comes before one without it"),
        None => by_title_alone(view, wanted, before, behind).to_owned(),
    }
}

/// The first word of a title that was typed and is not in another title, as it is written: `Cars`, next to *Battery
/// Electric Vehicles*. `None` if there is none: then another name of the field decides.
fn telling_title_word(view: &View<'_>, before: usize, behind: usize) -> Option<String> {
    let (part, _) = view.preferences.field.as_ref()?.found(before)?;
    let field: BTreeSet<String> = stems(&part.understood.part.typed).collect();
    let other: BTreeSet<String> = stems(&view.program(behind).title).collect();
    let title = view.program(before).title.clone();
    let tells = |word: &str| stems(word).any(|stem| field.contains(&stem) && !other.contains(&stem));
    placed_words(&title).into_iter().find(|(word, _)| tells(word)).map(|(_, place)| title[place].to_owned())
}

/// The stems of the words of a text apart from stop words.
fn stems(text: &str) -> impl Iterator<Item = String> {
    content_words(text).map(|word| stem(&word).unwrap_or(word))
}

/// Returns why a title comes before another one that has the same words for the field, or a program about less.
fn by_title_alone(view: &View<'_>, wanted: &WantedField, before: usize, behind: usize) -> &'static str {
    let has_typed_words = wanted.found(before).is_some_and(|(part, _)| {
        let title = spaced(&view.program(before).title);
        telling_words(&spaced(&part.understood.part.typed)).all(|word| telling_words(&title).any(|own| own == word))
    });
    match wanted.matches[behind].on {
        Some((_, Relation::Narrower | Relation::Part)) => "a program about the field itself comes first",
        _ if wanted.matches[behind].is_about_several => "a title that names several of your fields comes first",
        _ if has_typed_words => "few titles have your words, and these come first",
        _ => "a title that names it comes first",
    }
}

/// Returns why a program with a better fit comes after one with a worse fit, as a sentence; `None` if none does.
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
        _ => format!("its {}", short_fact_name(*criterion).trim_start_matches("the ")),
    };
    let facts: Vec<String> = criteria.iter().map(fact).collect();
    let change = rival
        .map_or_else(|| "change places".to_owned(), |rival| format!("swap with {}", in_place(view, advice, rival)));
    let is_one = matches!(criteria.as_slice(), [one] if *one != Criterion::Exams);
    let are = if is_one { "is" } else { "are" };
    (!facts.is_empty()).then(|| format!("Could {change} once {} {are} known.", and_list(&facts)))
}

/// Returns the name of a fact next to the table, which has a column for the time a program takes at the user's hours.
fn short_fact_name(criterion: Criterion) -> &'static str {
    if criterion == Criterion::Time { "the length" } else { fact_name(criterion) }
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
    let (own, of_first) = without_shared_end(own, of_first);
    match criterion {
        Criterion::Type if own != of_first => format!("{own}; the first is of the kind they point to."),
        _ if own != of_first => format!("{own}. Of the first one: {}.", without_shared_start(own, of_first)),
        Criterion::Field => format!("{own}, like the first, but the title of the first is nearer to what you want."),
        _ => format!("{own}, like the first, but the first fits a little better."),
    }
}

/// Removes the user's answer, if both facts end with it.
fn without_shared_end<'a>(one: &'a str, other: &'a str) -> (&'a str, &'a str) {
    match (one.split_once("; "), other.split_once("; ")) {
        (Some((one, end)), Some((other, same))) if end == same && one != other => (one, other),
        _ => (one, other),
    }
}

/// Removes the words with which both facts begin, if these end with a verb or a preposition, so that the rest is a
/// phrase of its own: `intermediate` of `its level is intermediate` next to `its level is introductory`.
fn without_shared_start<'a>(one: &str, other: &'a str) -> &'a str {
    const ENDS: [&str; 4] = ["is", "about", "at", "by"];
    let same = one.split(' ').zip(other.split(' ')).take_while(|(a, b)| a == b).map(|(a, _)| a);
    let same: Vec<&str> = same.collect();
    let kept = same.iter().rposition(|word| ENDS.contains(word)).map_or(0, |last| last + 1);
    let rest = other.splitn(kept + 1, ' ').last().filter(|rest| !rest.is_empty());
    rest.filter(|_| kept == same.len()).unwrap_or(other)
}

/// Returns how certain the kind is, in one word.
pub(crate) fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Strong => "clear",
        Strength::Moderate => "likely",
        Strength::Close => "close",
    }
}

/// Returns how many programs share the first place.
pub(super) fn first_of_tie(advice: &Advice) -> usize {
    let shown = advice.programs.iter().filter(|one| one.rank == 1).count();
    advice.crowd.map_or(shown, |crowd| crowd.first)
}

/// Returns a program by its place in the table that follows, or by its name if it is not in the table.
pub(super) fn in_place(view: &View<'_>, advice: &Advice, program: ProgramIx) -> String {
    const PLACES: [&str; 3] = ["the first", "the second", "the third"];
    let at = advice.programs.iter().position(|one| one.program == program);
    at.and_then(|at| PLACES.get(at)).map_or_else(|| name(view, program), |place| (*place).to_owned())
}

/// Returns the kinds of the shown programs in a sentence: `The third is a MicroMasters; the others are MicroBachelors.`
pub(crate) fn kinds(view: &View<'_>, advice: &Advice) -> String {
    let kind = |program: ProgramIx| view.catalog.program(program).kind();
    let mut groups: Vec<Vec<ProgramIx>> = Vec::new();
    for program in advice.programs.iter().map(|one| one.program) {
        match groups.iter_mut().find(|group| kind(group[0]) == kind(program)) {
            Some(group) => group.push(program),
            None => groups.push(vec![program]),
        }
    }
    groups.sort_by_key(Vec::len);
    let last = groups.len().saturating_sub(1);
    let clause = |(at, group): (usize, &Vec<ProgramIx>)| match group.as_slice() {
        [one] => format!("{} is {}", in_place(view, advice, *one), a_kind(view, *one)),
        several if at == last => format!("the others are {}", plural(kind(several[0]).name())),
        several => {
            let places: Vec<String> = several.iter().map(|one| in_place(view, advice, *one)).collect();
            format!("{} are {}", and_list(&places), plural(kind(several[0]).name()))
        }
    };
    sentence(&groups.iter().enumerate().map(clause).collect::<Vec<_>>().join("; "))
}

fn plural(kind: &str) -> String {
    if kind.ends_with('s') { kind.to_owned() } else { format!("{kind}s") }
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
