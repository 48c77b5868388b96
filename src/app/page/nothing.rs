//! What is shown where there is nothing to show: the reason, and the keys that help. The reason comes from the search,
//! the keys from the key bindings.

use crate::app::{
    Action, AdviceAction, App, Chip, ChipTarget, CompareAction, FilterAction, GuideAction, MapAction, why_impossible,
};
use crate::catalog::sentence;
use crate::english::counted;
use crate::guide::{self, GuideAnswer};
use crate::names::quoted;
use crate::page::{Block, Column, Doc, Line, Page, Role, Target, by_name};
use crate::search::{Hiding, Hits};
use crate::topics::{TopicIx, Vocabulary};
use crate::width;

/// Columns of the line above the footer that a notice cannot use.
const AROUND: usize = 4;

/// Returns what the program is and the three ways to begin, as one line; on a narrow screen only the ways.
pub fn first_steps(app: &App) -> String {
    let [search, guide, kinds] =
        [Action::Search, Action::Advise, Action::Guide(GuideAction::Show)].map(|action| app.key(&action));
    let name = &app.catalog().name;
    let count = app.catalog().len();
    let all = [
        format!(
            "Explore {count} {name}: {search} to type what you want to learn · {guide} for help choosing · {kinds} to read about the kinds"
        ),
        format!("{count} {name}: {search} to search · {guide} for help choosing · {kinds} about the kinds"),
        format!("{search} to search · {guide} for help choosing · {kinds} about the kinds"),
    ];
    let fits = |words: &&String| width::cols(words) + AROUND <= usize::from(app.size.0);
    all.iter().find(fits).cloned().unwrap_or_else(|| format!("{search} search · {guide} help choosing · {kinds} kinds"))
}

/// Returns why the list is empty, what each filter hides, and the keys that help.
pub fn nothing_found(app: &App, width: usize) -> Doc {
    let mut doc = Doc::new(width);
    if app.is_searching() {
        doc.text(Role::Dim, "Searching…");
        return doc;
    }
    if let Some(answer) = guide_answer(app) {
        answer.about.iter().for_each(|about| doc.text(Role::Title, about));
        answer.sentences.iter().for_each(|sentence| doc.text(Role::Plain, sentence));
        doc.gap();
        doc.text(Role::Dim, &format!("{} {}", key_of_guide(app), keys_that_help(app)));
        return doc;
    }
    doc.text(Role::Title, &why_empty(app));
    doc.text(Role::Dim, &keys_that_help(app));
    doc.gap();
    let hits = &app.found.hits;
    nearest(app, &mut doc);
    near_topics(app, &mut doc);
    if ways_out(hits).next().is_some() {
        what_filters_hide(app, &mut doc);
    }
    doc
}

/// The query and the filters, each with the number of programs that would be shown without it.
fn what_filters_hide(app: &App, doc: &mut Doc) {
    doc.text(Role::Plain, "You asked for:");
    for chip in app.chips() {
        let line = Line::of(Role::Plain, format!("  {}", chip.label));
        doc.line(match way_out(&app.found.hits, &chip) {
            Some(way) if way.choices.len() == 1 => line.and(Role::Dim, format!("  {} without it", way.hides)),
            Some(way) => line.and(Role::Dim, format!("  {} without these {}", way.hides, way.choices.len())),
            None => line,
        });
    }
}

/// Why nothing is shown.
fn why_empty(app: &App) -> String {
    let hits = &app.found.hits;
    let words = hits.notice.as_deref().map(sentence);
    let is_bare = app.catalog().is_empty();
    let unsaid = if is_bare { "The catalogue is empty." } else { "No program has all of these words." };
    words.unwrap_or_else(|| unsaid.to_owned())
}

/// The nearest programs, and what was dropped to find them.
fn nearest(app: &App, doc: &mut Doc) {
    let hits = &app.found.hits;
    let Some(nearest) = hits.nothing.as_ref().and_then(|nothing| nothing.nearest.as_ref()) else { return };
    doc.text(Role::Plain, &format!("{}:", nearest.heading()));
    let mut table = by_name(app.catalog(), "The nearest programs", &nearest.programs);
    table.columns[0] = Column::new("Program").least(20);
    doc.extend(super::on_screen(app, &Page::new(vec![Block::Table(table)]), doc.width() as u16, None));
    doc.gap();
}

/// The name of a topic.
fn name_of(topic: TopicIx) -> &'static str {
    Vocabulary::embedded().topic(topic).name.en.as_str()
}

/// The topics nearest to what no program is about, each with its number of programs.
fn near_topics(app: &App, doc: &mut Doc) {
    let near = app.found.hits.nothing.as_ref().map(|nothing| nothing.near_topics.as_slice()).unwrap_or_default();
    if near.is_empty() {
        return;
    }
    doc.text(Role::Plain, "Topics near it, to type instead:");
    let widest = near.iter().map(|(topic, _)| width::cols(name_of(*topic))).max().unwrap_or(0);
    for (topic, count) in near {
        let name = width::left(name_of(*topic), widest.min(doc.width().saturating_sub(16)));
        doc.line(Line::of(Role::Plain, format!("  {name}  ")).and(Role::Dim, counted(*count, "program")));
    }
    doc.gap();
}

/// Returns the guide's answer to the query, if that is a question about the kinds.
pub fn guide_answer(app: &App) -> Option<GuideAnswer> {
    guide::answer(app.catalog(), &app.found.words)
}

/// The key that opens the guide.
fn key_of_guide(app: &App) -> String {
    let ends =
        if app.query.is_typing { format!("{} ends typing; then ", app.key(&Action::EndSearch)) } else { String::new() };
    format!("{ends}{} opens the guide.", app.key(&Action::Guide(GuideAction::Show)))
}

/// Returns the filters without which programs would be shown; those that hide the most come first.
pub fn ways_out(hits: &Hits) -> impl Iterator<Item = &Hiding> {
    let filters = hits.nothing.iter().flat_map(|nothing| &nothing.filters);
    filters.filter(|filter| filter.hides > 0)
}

/// Returns the filter that starts with this chip, if programs would be shown without it.
pub fn way_out<'h>(hits: &'h Hits, chip: &Chip) -> Option<&'h Hiding> {
    let ChipTarget::Filter(choice) = &chip.target else { return None };
    ways_out(hits).find(|filter| filter.choices.first() == Some(choice))
}

fn keys_that_help(app: &App) -> String {
    let key = |action| app.key(&action);
    let chips = app.chips();
    let is_unheard = app.found.hits.nothing.as_ref().is_some_and(|nothing| nothing.matching == Some(0));
    let has_filters = !is_unheard && chips.iter().any(|chip| chip.target != ChipTarget::Query);
    let is_searched = chips.iter().any(|chip| chip.target == ChipTarget::Query);
    let mut ways = Vec::new();
    if has_filters {
        ways.push(format!("{} removes a filter", key(Action::Filters(FilterAction::Remove))));
        ways.push(format!("{} removes them all", key(Action::Filters(FilterAction::Clear))));
    }
    if is_searched && !app.query.is_typing {
        ways.push(format!("{} changes the search", key(Action::Search)));
        ways.push(format!("{} clears it", key(Action::Back)));
    }
    match (app.query.is_typing, ways.is_empty()) {
        (true, true) => return "Other words may find something.".to_owned(),
        (false, true) => return String::new(),
        _ => {}
    }
    let first =
        if app.query.is_typing { format!("{} ends typing; then ", key(Action::EndSearch)) } else { String::new() };
    // A sentence may begin with a key in lower case: keys are written as they are pressed.
    format!("{first}{}.", ways.join(", "))
}

/// The text in place of the facts while no program is selected. The list gives the reason and the keys that help.
pub(super) fn no_program(width: usize) -> Doc {
    let mut doc = Doc::new(width);
    doc.text(Role::Dim, "No program is selected.");
    doc
}

/// Returns the text in place of the facets while there is nothing to choose: no value has the typed
/// name, or no program matches.
pub fn no_filters(app: &App, width: usize) -> Doc {
    let mut doc = Doc::new(width);
    let typed = app.drawer.narrowing.value().trim();
    if typed.is_empty() {
        doc.text(Role::Plain, "Nothing to choose here: no program matches your search.");
    } else {
        doc.text(Role::Plain, &format!("No filter is called “{}”.", quoted(typed)));
        doc.text(Role::Dim, "Type a kind, field, topic, school, level or language, or length, courses, work or price.");
    }
    doc
}

/// The text of an empty comparison.
pub(super) fn no_comparison(app: &App, width: usize) -> Doc {
    let mut doc = Doc::new(width);
    doc.text(Role::Title, "Nothing to compare yet.");
    let puts_in = app.key(&Action::Compare(CompareAction::Toggle));
    doc.text(Role::Dim, &format!("{puts_in} puts the selected program in the comparison, up to four."));
    doc
}

/// The keys that lead on from a result without programs.
pub(super) fn no_recommendation(app: &App, doc: &mut Doc) {
    let ways = [
        (AdviceAction::Decide, "answers the question that matters most"),
        (AdviceAction::Changes, "uses an answer that leaves some programs"),
        (AdviceAction::Limits, "lifts a limit"),
        (AdviceAction::Review, "changes any answer"),
    ];
    let ways = ways.map(|(action, words)| (Action::Advice(action), words));
    let possible = ways.into_iter().filter(|(action, _)| why_impossible(app, action).is_none());
    let topic = matches!(app.interview.selected_row(), Some(Target::Topic(_)));
    let topic = topic.then(|| format!("{} or its number asks for a topic", app.key(&Action::Open)));
    let ways = possible.map(|(action, words)| format!("{} {words}", app.key(&action)));
    let ways: Vec<String> = topic.into_iter().chain(ways).collect();
    doc.text(Role::Dim, &format!("{}.", ways.join(", ")));
}

/// The text in place of a map without points.
pub(super) fn no_points(app: &App, doc: &mut Doc) {
    let Some(map) = &app.map else { return };
    let other = app.key(&Action::Map(MapAction::Axis));
    if app.found.hits.is_empty() {
        doc.text(Role::Title, "The list is empty, so the map is empty too.");
        doc.text(
            Role::Dim,
            &format!("{} goes back to the list, where you can remove a filter.", app.key(&Action::Back)),
        );
    } else {
        doc.text(Role::Title, "No program of the list has a place on the map.");
        if map.hidden_estimates > 0 {
            let estimates = app.key(&Action::Map(MapAction::Estimates));
            doc.text(Role::Dim, &format!("{estimates} also draws the programs whose place is estimated."));
        }
        doc.text(Role::Dim, &format!("{other} shows {} instead.", map.axis.next().slug()));
    }
}
