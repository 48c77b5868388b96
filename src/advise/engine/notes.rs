//! Notes on a result: what was not found, what is only in an older list, what is presumed.

use super::criteria::order_key;
use super::evaluate::handle;
use super::limits::{ELSEWHERE, STATUS, removing_questions};
use super::on_record::{CreditState, Side};
use super::order::{Standing, ranks};
use super::view::{Case, Verdict};
use crate::advise::advice::{Note, Outcome};
use crate::advise::preferences::bit;
use crate::advise::preferences::field::{Denial, WantedField, WantedPart};
use crate::advise::question::{Answer, Question};
use crate::catalog::{Basis, InstitutionIx};
use crate::names::{spaced, words};
use crate::search::{Relation, UnderstoodPart};
use crate::topics::{Aside, Vocabulary, asides, price_named};

/// A program of an older list is mentioned if its score reaches that of the program at this rank.
const MAX_LIKE_FIRST: usize = 10;

/// The most programs of older lists that are named.
const MAX_OLDER: usize = 2;

/// Returns all notes.
pub(crate) fn notes(case: &Case<'_>, verdict: &Verdict<'_>, shown: &[usize]) -> Vec<Note> {
    let mut notes = super::series::notes(&case.view);
    denied(case, &mut notes);
    ignored(case, &mut notes);
    read_as(case, &mut notes);
    kinds(case, verdict, &mut notes);
    fields_not_found(case, &mut notes);
    if !shown.is_empty() {
        fields_in_part(case, &mut notes);
        fields_apart(case, &mut notes);
    }
    not_in_catalog(case, &mut notes);
    institutions(case, verdict, &mut notes);
    of_other_kinds(case, verdict, &mut notes);
    cautions(case, &mut notes);
    older(case, verdict, &mut notes);
    ties(verdict, shown, &mut notes);
    inferred_languages(case, verdict, shown, &mut notes);
    currency(case, verdict, &mut notes);
    presumed_credit(case, verdict, &mut notes);
    deadline(case, &mut notes);
    notes.extend(case.view.preferences.done.unknown.iter().cloned().map(Note::NoCourse));
    money(case, verdict, &mut notes);
    field_languages(case, verdict, &mut notes);
    regulated(case, &mut notes);
    notes.extend(employers(case, verdict).map(Note::Employers));
    let idle = case.view.answers.inactive(case.view.questionnaire());
    notes.extend(idle.into_iter().map(Note::Idle));
    notes
}

fn kinds(case: &Case<'_>, verdict: &Verdict<'_>, to: &mut Vec<Note>) {
    match verdict.decision.outcome {
        Outcome::Other if case.view.preferences.is_undergraduate && verdict.present.undergraduate => {}
        Outcome::Other => to.push(Note::OtherKinds { by_limits: verdict.present.is_limited }),
        Outcome::NotEnough => to.push(Note::TwoKinds),
        Outcome::None => {
            to.extend(Some(only_older(case)).filter(|count| *count > 0).map(Note::OnlyOlder));
        }
        _ => {}
    }
}

/// Returns how many programs are removed only because they are in an older list; 0 if older lists are included.
pub(crate) fn only_older(case: &Case<'_>) -> usize {
    case.evaluation.groups.count(STATUS)
}

/// Reports what the catalogue cannot tell about what is not wanted.
fn denied(case: &Case<'_>, to: &mut Vec<Note>) {
    let Some(wanted) = case.view.preferences.field.as_ref().filter(|wanted| !wanted.parts.is_empty()) else { return };
    for denied in wanted.denied.iter().filter(|denied| !denied.is_known()) {
        to.push(Note::DenialNotUnderstood(denied.part.typed.clone()));
    }
    for denied in wanted.denied.iter().filter(|denied| denied.is_known()) {
        let denial = wanted.denial(denied);
        let (typed, is_everywhere) = (denied.part.typed.clone(), denial == Denial::Everywhere);
        to.extend((denial != Denial::Observed).then_some(Note::Denied { typed, is_everywhere }));
    }
}

/// Reports the words that were ignored, if something was found without them.
fn ignored(case: &Case<'_>, to: &mut Vec<Note>) {
    let words = case.view.preferences.field.iter().flat_map(|wanted| wanted.ignored());
    let words: Vec<String> = words.map(str::to_owned).collect();
    to.extend((!words.is_empty()).then_some(Note::Ignored(words)));
}

/// Reports the words that were read as other words, or as a topic although no program found has the words.
fn read_as(case: &Case<'_>, to: &mut Vec<Note>) {
    let parts = || case.view.preferences.field.iter().flat_map(|wanted| &wanted.parts).map(|part| &part.understood);
    let concepts = parts().flat_map(|part| &part.part.concepts);
    let corrected = concepts.filter_map(|own| Some((own.typed.clone(), own.corrected.clone()?)));
    let mut corrected: Vec<(String, String)> = corrected.collect();
    corrected.dedup();
    to.extend((!corrected.is_empty()).then_some(Note::Corrected(corrected)));
    not_used(case, to);
    let widened = parts().filter(|part| part.count > 0).flat_map(|part| &part.matches.widened);
    to.extend(widened.map(|(typed, topics)| Note::Widened(typed.clone(), topics.clone())));
}

/// Reports the words that answer another question than what to learn, unless that question is answered.
fn not_used(case: &Case<'_>, to: &mut Vec<Note>) {
    let Some(Answer::Names { names, .. }) = case.view.answers.get(Question::Field) else { return };
    let prices = names.iter().filter_map(|typed| Some(typed[price_named(typed)?.place].to_owned()));
    to.extend(prices.map(|typed| Note::NotUsed(typed, Question::Budget)));
    let fields = || case.view.preferences.field.iter().flat_map(|wanted| &wanted.parts).map(|part| &part.understood);
    let is_read = |word: &String| {
        let has = |field: &UnderstoodPart| field.part.concepts.iter().any(|own| words(&own.typed).contains(word));
        fields().all(|field| field.named.is_some()) || fields().any(has)
    };
    for (aside, word) in names.iter().flat_map(|typed| asides(typed)).filter(|(_, word)| !is_read(word)) {
        let question = asked_by(aside);
        to.extend(case.view.answers.get(question).is_none().then_some(Note::NotUsed(word, question)));
    }
}

/// Returns the question that asks for what a word expresses besides the subject.
fn asked_by(aside: Aside) -> Question {
    match aside {
        Aside::Level => Question::Level,
        Aside::Price => Question::Budget,
        Aside::Time => Question::Horizon,
        Aside::Degree => Question::Goal,
    }
}

fn fields_not_found(case: &Case<'_>, to: &mut Vec<Note>) {
    let Some(wanted) = case.view.preferences.field.as_ref().filter(|wanted| wanted.parts.len() > 1) else { return };
    let missing = wanted.parts.iter().filter(|part| part.understood.count == 0);
    to.extend(missing.map(|part| Note::FieldNotFound(part.understood.part.typed.clone())));
}

/// Reports fields of which the programs on them have only a part: of `dog grooming`, only the animals.
fn fields_in_part(case: &Case<'_>, to: &mut Vec<Note>) {
    let parts = case.view.preferences.field.iter().flat_map(|wanted| &wanted.parts);
    let is_partial = |part: &&WantedPart| part.understood.matches.is_partial && part.understood.count > 0;
    let note = |part: &WantedPart| {
        let topics: Vec<_> = part.understood.part.topics().collect();
        (!topics.is_empty()).then(|| Note::FieldInPart(part.understood.part.typed.clone(), topics))
    };
    to.extend(parts.filter(is_partial).filter_map(note));
}

fn fields_apart(case: &Case<'_>, to: &mut Vec<Note>) {
    let apart = case.view.preferences.field.iter().flat_map(|wanted| wanted.taken_apart());
    to.extend(apart.map(|(typed, unsaid)| Note::FieldApart { typed: typed.to_owned(), unsaid: unsaid.to_vec() }));
}

/// Reports named languages and institutions that are not in the catalogue.
fn not_in_catalog(case: &Case<'_>, to: &mut Vec<Note>) {
    let known = case.view.engine.reader.names;
    if let Some(Answer::Names { names, .. }) = case.view.answers.get(Question::Language) {
        let missing = names.iter().filter(|name| !known.languages.contains(name));
        to.extend(missing.cloned().map(Note::NoLanguage));
    }
    if let Some(Answer::Institutions { prefer, must }) = case.view.answers.get(Question::Institution) {
        let is_missing = |name: &&String| known.institutions_named(name).is_empty();
        to.extend(prefer.iter().chain(must).filter(is_missing).cloned().map(Note::NoInstitution));
    }
}

/// Reports wanted institutions that have nothing left, or nothing on the wanted field.
fn institutions(case: &Case<'_>, verdict: &Verdict<'_>, to: &mut Vec<Note>) {
    for ix in &case.view.preferences.prefer {
        let is_theirs = |row: &usize| case.view.features(*row).institutions.contains(ix);
        let theirs: Vec<usize> = (0..case.evaluation.fails.len()).filter(is_theirs).collect();
        if theirs.iter().any(|row| case.fails(*row) == 0) {
            continue;
        }
        let is_off_field = |row: &usize| case.fails(*row) == bit(Question::Field);
        let removed: Vec<u16> =
            theirs.iter().map(|row| case.fails(*row)).filter(|fails| fails & ELSEWHERE == 0).collect();
        to.push(if case.view.preferences.field.is_some() && !removed.is_empty() {
            let programs = removed.len();
            Note::LeftOut { institution: *ix, programs, by: removing_questions(removed.into_iter()) }
        } else if theirs.iter().any(is_off_field) {
            Note::NothingAbout(*ix, verdict.standings.first().map(|top| handle(top.row)))
        } else {
            Note::NothingBy(*ix)
        });
    }
}

/// Reports preferred institutions whose programs on the field pass the limits, but are of a kind that is not ranked.
fn of_other_kinds(case: &Case<'_>, verdict: &Verdict<'_>, to: &mut Vec<Note>) {
    let Some(wanted) = &case.view.preferences.field else { return };
    if verdict.standings.is_empty() {
        return;
    }
    for ix in &case.view.preferences.prefer {
        let is_theirs = |row: &usize| case.view.features(*row).institutions.contains(ix);
        let passing = (0..case.evaluation.fails.len()).filter(|row| case.fails(*row) == 0).filter(is_theirs);
        let is_ranked = |row: usize| ranks(verdict.decision.outcome, case.view.side(row));
        let mut others: Vec<usize> = passing.filter(|row| wanted.matches[*row].on.is_some()).collect();
        if others.iter().any(|row| is_ranked(*row)) {
            continue;
        }
        let key = |row: usize| std::cmp::Reverse(order_key(case.score(row)));
        others.sort_by_key(|row| (key(*row), case.view.features(*row).by_title));
        let note =
            |first: &usize| Note::OfOtherKind { institution: *ix, programs: others.len(), first: handle(*first) };
        to.extend(others.first().map(note));
    }
}

/// Adds cautions about a wanted field at a wanted institution.
fn cautions(case: &Case<'_>, to: &mut Vec<Note>) {
    let preferences = case.view.preferences;
    let Some(wanted) = &preferences.field else { return };
    let key = |ix: &InstitutionIx| case.view.catalog.institution(*ix).key.as_str();
    for (at, caution) in case.view.questionnaire().cautions.iter().enumerate() {
        let (Some(institution), Some(field)) = (&caution.institution, &caution.field) else { continue };
        let is_theirs = preferences.prefer.iter().chain(&preferences.must).any(|ix| key(ix) == institution);
        let topics = Vocabulary::embedded().called(field);
        if is_theirs && wanted.parts.iter().any(|part| part.understood.part.topics().any(|own| topics.contains(&own))) {
            to.push(Note::Caution(at));
        }
    }
}

/// Names programs that would be among the first if they were not in an older list only.
fn older(case: &Case<'_>, verdict: &Verdict<'_>, to: &mut Vec<Note>) {
    let outcome = verdict.decision.outcome;
    let is_ranked = matches!(outcome, Outcome::ProfessionalCertificate | Outcome::MicroMasters | Outcome::Close);
    let Some(wanted) = &case.view.preferences.field else { return };
    let key = |row: usize| order_key(case.score(row));
    let last = verdict.standings.iter().take(MAX_LIKE_FIRST).next_back();
    let enough = last.map_or(0, |last| order_key(last.score.mid));
    let missing = missing_side(case, outcome);
    let is_missing = |row: usize| missing == Some(case.view.side(row));
    let is_like = |row: &usize| {
        let (fails, features, found) = (case.fails(*row), case.view.features(*row), wanted.matches[*row]);
        if fails & STATUS == 0 || features.side == Side::Neither {
            return false;
        }
        let is_theirs = || features.institutions.iter().any(|ix| case.view.preferences.prefer.contains(ix));
        let is_named = matches!(found.on, Some((_, Relation::About | Relation::Narrower)));
        let would_be_first = || is_missing(*row) || ranks(outcome, features.side) && key(*row) >= enough;
        let is_like = found.on.is_some() && is_theirs() || fails == STATUS && is_named && would_be_first();
        (is_ranked && is_like || is_typed(wanted, *row)) && !has_successor(case, *row)
    };
    let mut older: Vec<usize> = (0..case.evaluation.fails.len()).filter(is_like).collect();
    older.sort_by_key(|row| (!is_missing(*row), std::cmp::Reverse(key(*row)), case.view.features(*row).by_title));
    to.extend(older.into_iter().take(MAX_OLDER).map(|row| Note::Older(handle(row))));
}

/// Returns the one of the two kinds that no current program about the field is of, if the other is recommended.
fn missing_side(case: &Case<'_>, outcome: Outcome) -> Option<Side> {
    let other = match outcome {
        Outcome::ProfessionalCertificate => Side::MicroMasters,
        Outcome::MicroMasters => Side::Certificate,
        _ => return None,
    };
    let is_about = |row: usize| case.fails(row) & ELSEWHERE == 0 && case.view.preferences.is_about(row);
    let is_offered = |row: usize| case.view.side(row) == other && is_about(row);
    (!(0..case.evaluation.fails.len()).any(is_offered)).then_some(other)
}

/// Whether the title of a program was typed as the field.
fn is_typed(wanted: &WantedField, row: usize) -> bool {
    wanted.parts.iter().any(|part| part.named().contains(&handle(row)))
}

/// Whether a school still offers, on the field, a program whose title is that of an older one with more words: a reader
/// takes both for one.
fn has_successor(case: &Case<'_>, row: usize) -> bool {
    let title = |row: usize| spaced(&case.view.program(row).title);
    let older = title(row);
    let schools = &case.view.features(row).institutions;
    (0..case.evaluation.fails.len()).any(|other| {
        let is_theirs = || case.view.features(other).institutions.iter().any(|ix| schools.contains(ix));
        case.fails(other) & ELSEWHERE == 0 && is_theirs() && title(other).starts_with(&older)
    })
}

fn ties(verdict: &Verdict<'_>, shown: &[usize], to: &mut Vec<Note>) {
    let standings = verdict.standings;
    let Some(last) = shown.iter().map(|at| standings[*at]).rfind(|one| one.is_tie) else { return };
    let like_last = |at: &usize| standings[*at].rank == last.rank && !standings[*at].is_sibling && !shown.contains(at);
    let unseen = (0..standings.len()).filter(like_last).count();
    to.push(Note::Ties { last: handle(last.row), unseen });
}

fn inferred_languages(case: &Case<'_>, verdict: &Verdict<'_>, shown: &[usize], to: &mut Vec<Note>) {
    let is_inferred = |at: &usize| {
        let program = case.view.program(verdict.standings[*at].row);
        program.languages.shown().is_some_and(|claim| claim.basis == Basis::Inferred)
    };
    let is_asked = case.view.answers.get(Question::Language).is_some();
    let (count, of) = (shown.iter().copied().filter(is_inferred).count(), shown.len());
    to.extend((is_asked && count > 0).then_some(Note::LanguagesInferred { count, of }));
}

fn currency(case: &Case<'_>, verdict: &Verdict<'_>, to: &mut Vec<Note>) {
    let budget = case.view.preferences.budget;
    if budget.is_none() {
        return;
    }
    let lacks = |one: &&Standing| case.view.features(one.row).price_for(budget).is_none();
    let missing = verdict.standings.iter().filter(lacks).count();
    to.extend((missing > 0).then_some(Note::NoPriceIn { missing, of: verdict.standings.len() }));
}

fn presumed_credit(case: &Case<'_>, verdict: &Verdict<'_>, to: &mut Vec<Note>) {
    let is_must = case.view.chose(Question::Credit, "must");
    if !is_must || !case.view.settings().presume_no_credit || verdict.decision.outcome == Outcome::NotEnough {
        return;
    }
    let is_presumed = |row: &usize| {
        let is_the_only_reason = case.fails(*row) == bit(Question::Credit);
        is_the_only_reason && case.view.features(*row).credit == CreditState::PresumedNone
    };
    let count = (0..case.evaluation.fails.len()).filter(is_presumed).count();
    to.extend((count > 0).then_some(Note::CreditPresumed(count)));
}

/// Explains what a user without money gets at edX, and what aid exists there.
fn money(case: &Case<'_>, verdict: &Verdict<'_>, to: &mut Vec<Note>) {
    let is_at_edx = |one: &Standing| case.view.program(one.row).is_at_edx();
    if !case.view.chose(Question::Budget, "nothing") || !verdict.standings.iter().any(is_at_edx) {
        return;
    }
    let price = |row: usize| Some(case.view.features(row).price_of(row, case.view.preferences)?.median);
    let known = verdict.standings.iter().filter_map(|one| Some((price(one.row)?, one.row)));
    let least = known.min_by_key(|(price, row)| (*price, case.view.features(*row).by_title));
    let least = least.map(|(_, row)| handle(row));
    to.push(Note::NoMoney { least });
}

/// Reports the languages in which the field may have been named, if that puts programs before others.
fn field_languages(case: &Case<'_>, verdict: &Verdict<'_>, to: &mut Vec<Note>) {
    let is_in_another = |one: &Standing| case.view.group(one.row).is_other_language();
    if verdict.standings.iter().any(is_in_another) {
        to.push(Note::FieldLanguages(case.view.language_names(&case.view.preferences.field_languages)));
    }
}

/// Lists the wanted topics whose work is regulated.
fn regulated(case: &Case<'_>, to: &mut Vec<Note>) {
    let vocabulary = Vocabulary::embedded();
    let wanted = case.view.preferences.field.iter().flat_map(|wanted| &wanted.parts);
    let topics = wanted.flat_map(|part| part.understood.part.topics());
    for topic in topics.filter(|topic| vocabulary.topic(*topic).regulated_by.is_some()) {
        let note = Note::Regulated(topic);
        if !to.contains(&note) {
            to.push(note);
        }
    }
}

/// Returns the evidence about employers that fits this user if the goal is work: a first job or a return, a new career
/// for an experienced user, or a skill for the present job.
fn employers(case: &Case<'_>, verdict: &Verdict<'_>) -> Option<&'static str> {
    let is_experienced = case.view.chose(Question::Level, "advanced");
    verdict.standings.first()?;
    match case.view.choice(Question::Goal)? {
        "switch_career" if is_experienced => Some("E2"),
        "first_job" | "return_to_work" | "switch_career" => Some("E1"),
        "apply_now" => Some("E3"),
        _ => None,
    }
}

fn deadline(case: &Case<'_>, to: &mut Vec<Note>) {
    to.extend(passed_deadline(case).map(Note::DeadlinePassed));
}

/// Returns the deadline if it has passed.
pub(crate) fn passed_deadline(case: &Case<'_>) -> Option<jiff::civil::Date> {
    let Some(Answer::Date(date)) = case.view.answers.get(Question::Horizon) else { return None };
    (case.view.preferences.months.is_some() && *date < case.view.settings().as_of).then_some(*date)
}
