//! Interprets a typed line in the current state. It changes nothing: it returns actions, or says why there are none.

pub(super) mod kept;

use super::commands::{COMMANDS, Command, Does, Verb, named};
use super::print::{self, PAGE, stops};
use crate::advise::{Prompt, Reply};
use crate::app::{
    Action, AdviceAction, App, Bound, Change, CompareAction, Edit, FilterRow, KeepAction, Overlay, Pane, PlanAction,
    QuestionAction, Reach, Screen, Side, Step, TrialAction, update, why_impossible,
};
use crate::catalog::{FactKey, ProgramIx, did_you_mean, printable};
use crate::keys::Context;
use crate::names::{self, Candidate, one_of};
use crate::numbers::{self, NoPlaces};
use crate::page::Part;
use crate::plan::{HOURS_OF_A_WEEK, start_day};
use crate::search::{Facet, Field, Filters, Sort};

/// What a line asks for.
pub(super) enum Wish {
    /// Apply these actions, in order.
    Do(Vec<Action>),
    /// Print these lines.
    Say(Vec<String>),
    /// Print this message.
    Tell(String),
    /// Print the list from this index.
    Page(usize),
    /// Print this part of the page, unless it was printed just before.
    Part(Part),
    /// Write this note on the program that was named last, or print its note if this is empty.
    Note(String),
}

/// Replaces letters, digits and dashes of editors and other scripts in the first word, if it is a command or a number.
/// The rest of a line may be a note or words to find, and stays as it was typed.
pub(super) fn as_on_a_keyboard(app: &App, line: &str) -> String {
    if line.is_ascii() || matches!(Context::of(app), Context::Prompt | Context::FileName | Context::Field) {
        return line.to_owned();
    }
    let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let plain = names::plain(word);
    if named(&plain).is_some() { format!("{plain} {rest}").trim_end().to_owned() } else { line.to_owned() }
}

pub(super) fn parse(app: &App, top: usize, line: &str) -> Wish {
    if let Some(wish) = beside_actions(app, top, line) {
        return wish;
    }
    if matches!(Context::of(app), Context::Question | Context::Field) {
        return at_question(app, top, line);
    }
    if Context::of(app) == Context::Typing {
        return Wish::Do(search(line));
    }
    if matches!(Context::of(app), Context::Prompt | Context::FileName) {
        return kept::in_prompt(line);
    }
    if line.is_empty() {
        return if app.screen == Screen::Review && app.overlays.is_empty() {
            Wish::Do(vec![Action::Advice(AdviceAction::Result)])
        } else {
            Wish::Tell(format!("You are at {}. `help` lists every word, `again` the page.", print::place_name(app)))
        };
    }
    if let Some(number) = numbers::whole(line) {
        return by_number(app, number);
    }
    command(app, top, line).or_else(|| key(app, line)).unwrap_or_else(|| unknown(line))
}

/// Handles a line while the list of actions is open: a number chooses an action, but a word applies to the page below.
fn beside_actions(app: &App, top: usize, line: &str) -> Option<Wish> {
    let is_of_the_list = line.is_empty() || numbers::whole(line).is_some() || ["back", "b"].contains(&line);
    if app.overlays.last() != Some(&Overlay::Palette) || is_of_the_list || pressed(app, line).is_some() {
        return None;
    }
    let mut under = app.clone();
    update(&mut under, Action::Back);
    Some(match parse(&under, top, line) {
        Wish::Do(actions) => Wish::Do(std::iter::once(Action::Back).chain(actions).collect()),
        other => other,
    })
}

/// The binding of the named key in the current context.
fn pressed<'a>(app: &'a App, name: &str) -> Option<&'a Bound> {
    let mut here = app.world.keymap.of_place(Context::of(app));
    here.find(|bound| bound.keys.iter().any(|key| key.name() == name || key.typed_name() == name))
}

/// A line that is the name of a key, or of an action in a configuration file. Key names are accepted
/// because notices mention keys.
fn key(app: &App, line: &str) -> Option<Wish> {
    if let Some(bound) = pressed(app, line) {
        return Some(match why_impossible(app, &bound.action) {
            None => Wish::Do(vec![bound.action.clone()]),
            Some(reason) => impossible(app, &reason),
        });
    }
    let name = line.to_lowercase();
    let bound = app.world.keymap.rows.iter().find(|bound| bound.action.name() == Some(name.as_str()))?;
    Some(reach(app, &bound.action))
}

/// A line that starts with a command word.
fn command(app: &App, top: usize, line: &str) -> Option<Wish> {
    let (name, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let (word, rest) = match named(&line.to_lowercase().replace(' ', "-")) {
        Some(word) => (word, ""),
        None => (named(&name.to_lowercase())?, rest.trim()),
    };
    Some(match &word.does {
        Does::Act(_) if !rest.is_empty() => Wish::Tell(format!("`{}` takes nothing after it.", word.names[0])),
        Does::Act(action) => reach(app, action),
        Does::OnProgram(action) => on_program(app, action, rest),
        Does::Reads(verb) => verb_with(app, top, *verb, rest),
    })
}

fn unknown(line: &str) -> Wish {
    let name = line.split_whitespace().next().unwrap_or_default();
    let names = COMMANDS.iter().flat_map(|word| word.names.iter().copied());
    let hint = did_you_mean(name, names);
    let hint = if hint.is_empty() { " `help` lists every word.".to_owned() } else { hint };
    Wish::Tell(format!("There is no word `{}`.{hint}", printable(name)))
}

fn verb_with(app: &App, top: usize, verb: Verb, rest: &str) -> Wish {
    match verb {
        Verb::Search => Wish::Do(search(rest)),
        Verb::Filters => filters(app, rest),
        Verb::Filter => filter(app, rest),
        Verb::Remove => remove(app, rest),
        Verb::Sort => sort(app, rest),
        Verb::List => to_list(app),
        Verb::Next => turn(app, top + PAGE),
        Verb::Previous if top == 0 => Wish::Tell("This is the start of the list.".to_owned()),
        Verb::Previous => turn(app, top.saturating_sub(PAGE)),
        Verb::Compare => compare(app, rest),
        Verb::Hours => hours(app, rest),
        Verb::Start => start(app, rest),
        Verb::Try => try_answer(app, rest),
        Verb::Again => Wish::Say(print::page(app, top)),
        Verb::Part(part) => match print::part(app, part) {
            Some(_) => Wish::Part(part),
            None => Wish::Tell("That is the whole page; `again` says it once more.".to_owned()),
        },
        Verb::TakeOut => take_out(app, rest),
        Verb::Sources => sources(app, rest),
        Verb::Actions => Wish::Do(vec![Action::ShowActions, Action::Paste(rest.to_owned())]),
        Verb::Keep => kept::keep(app, rest),
        Verb::Note => Wish::Note(rest.to_owned()),
        Verb::UndoKept => Wish::Do(vec![Action::Keep(KeepAction::Undo)]),
        Verb::Profile => kept::profile(app, rest),
        Verb::NewProfile => kept::new_profile(app, rest),
        Verb::KeepAnswers => kept::keep_answers(rest),
        Verb::Share => share(app, rest),
        Verb::Label => kept::label(app, rest),
        Verb::ForgetProfile => kept::forget_profile(app, rest),
        Verb::Replay => kept::replay(app, rest),
        Verb::Help => Wish::Say(print::help(app)),
    }
}

/// The sources of the current page, or every claim about a program or one of its facts.
fn sources(app: &App, rest: &str) -> Wish {
    if let Some(fact) = FactKey::named(rest) {
        let action = Action::ShowClaims(fact.alone());
        return why_impossible(app, &action).map_or_else(|| Wish::Do(vec![action]), |reason| impossible(app, &reason));
    }
    let is_of_the_page = rest.is_empty() && app.overlays.last() != Some(&Overlay::Sources);
    let lines = if is_of_the_page { print::part(app, Part::Sources) } else { None };
    if let Some(lines) = lines {
        return Wish::Say(lines);
    }
    let is_of_a_program = rest.is_empty() || numbers::whole(rest).is_some() || app.catalog().find(rest).is_some();
    if is_of_a_program { on_program(app, &Action::ShowSources, rest) } else { no_such_fact(rest) }
}

fn no_such_fact(name: &str) -> Wish {
    let labels = FactKey::ALL.map(|fact| fact.label().to_lowercase());
    let hint = did_you_mean(&name.to_lowercase(), labels.iter().map(String::as_str));
    let hint = if hint.is_empty() { format!(" The facts are {}.", labels.join(", ")) } else { hint };
    Wish::Tell(format!("`{}` is neither a fact nor a number or id in the list.{hint}", printable(name)))
}

/// Writes the current page to the named file; without a name, asks for one.
fn share(app: &App, name: &str) -> Wish {
    match reach(app, &Action::Share) {
        Wish::Do(actions) if !name.is_empty() => Wish::Do(actions.into_iter().chain(kept::take_line(name)).collect()),
        other => other,
    }
}

fn search(words: &str) -> Vec<Action> {
    vec![
        Action::Search,
        Action::Type(Edit::End),
        Action::Type(Edit::DeleteToStart),
        Action::Paste(words.to_owned()),
        Action::EndSearch,
    ]
}

/// Applies an action where it is possible: leaves pages for the list, or the list for the questionnaire, if needed.
fn reach(app: &App, action: &Action) -> Wish {
    match Reach::from(app).to(action) {
        Ok(steps) => Wish::Do(steps),
        Err(reason) => impossible(app, &reason),
    }
}

fn impossible(app: &App, reason: &str) -> Wish {
    Wish::Tell(format!("That is not possible here, at {}: {reason}.", print::place_name(app)))
}

/// The actions that close every overlay.
fn leave_overlays(app: &App) -> Vec<Action> {
    vec![Action::Back; app.overlays.len()]
}

fn by_number(app: &App, number: usize) -> Wish {
    let Some(place) = number.checked_sub(1) else { return no_such(number) };
    match (app.overlays.last(), app.screen) {
        (Some(overlay), _) if overlay.is_picker() => {
            chosen(number, crate::app::page::picker_rows(app, *overlay), vec![Action::Open])
        }
        (_, Screen::Review) => chosen(number, app.interview.review_rows(&app.world), vec![Action::Open]),
        (_, Screen::Result) => result_program(app, number, Action::Open),
        (_, Screen::WhatIf) => {
            Wish::Tell("Type `try` with a question and its value, such as `try hours=8-12`.".to_owned())
        }
        (None, Screen::Explore) if app.focus == Pane::Filters => {
            if let Some(FilterRow::Measure(_, own)) = stops(app).nth(place) {
                let slug = own.quantity.slug();
                return Wish::Tell(format!("Type `search {slug}:3..8`, or `search` with another range, to limit it."));
            }
            chosen(number, stops(app).count(), vec![Action::ToggleFilter])
        }
        (_, Screen::Compare) => in_column(app, place, Action::Open),
        _ => match app.found.hits.get(place) {
            Some(hit) => opened(app, hit.program, Action::Open),
            None => no_such(number),
        },
    }
}

fn no_such(number: usize) -> Wish {
    Wish::Tell(format!("Nothing here has the number {number}."))
}

/// Applies an action to the program in a column of the comparison, counted from 0.
fn in_column(app: &App, place: usize, action: Action) -> Wish {
    if place >= app.basket.len() {
        return no_such(place + 1);
    }
    let to = |side| Action::Compare(CompareAction::Column(side));
    let mut actions = leave_overlays(app);
    actions.extend(vec![to(Side::Left); app.basket.len()]);
    actions.extend(vec![to(Side::Right); place]);
    actions.push(action);
    Wish::Do(actions)
}

/// Takes the program with a number, or else the one under the cursor, out of the comparison.
fn take_out(app: &App, rest: &str) -> Wish {
    let action = Action::Compare(CompareAction::TakeOut);
    match (app.screen, numbers::whole(rest).and_then(|number| number.checked_sub(1))) {
        (Screen::Compare, Some(place)) => in_column(app, place, action),
        _ if rest.is_empty() => reach(app, &action),
        _ => Wish::Tell("`take-out` and a number works in the comparison; `compare` opens it.".to_owned()),
    }
}

/// Moves the cursor to a row, then applies further actions.
fn chosen(number: usize, count: usize, then: Vec<Action>) -> Wish {
    if !(1..=count).contains(&number) {
        return no_such(number);
    }
    let mut actions = vec![Action::Move(Step::First)];
    actions.extend(vec![Action::Move(Step::Down); number - 1]);
    actions.extend(then);
    Wish::Do(actions)
}

fn opened(app: &App, program: ProgramIx, action: Action) -> Wish {
    let mut actions = leave_overlays(app);
    actions.extend([Action::Focus(Pane::List), Action::Pick(program), action]);
    Wish::Do(actions)
}

fn result_program(app: &App, number: usize, action: Action) -> Wish {
    let Wish::Do(steps) = chosen(number, app.interview.result_programs().len(), vec![action]) else {
        return no_such(number);
    };
    Wish::Do(leave_overlays(app).into_iter().chain(steps).collect())
}

/// Applies an action to the program with a number, or else to the current one.
fn on_program(app: &App, action: &Action, rest: &str) -> Wish {
    if rest.is_empty() {
        return if *action == Action::Open {
            let Some(program) = app.current() else { return impossible(app, "no program is selected") };
            if app.screen == Screen::Result { reach(app, &Action::Open) } else { opened(app, program, Action::Open) }
        } else {
            reach(app, action)
        };
    }
    let number = numbers::whole(rest);
    if let Some(number) = number.filter(|_| app.screen == Screen::Result) {
        return result_program(app, number, action.clone());
    }
    let program = match number {
        Some(number) => number.checked_sub(1).and_then(|place| app.found.hits.get(place)).map(|hit| hit.program),
        None => app.catalog().find(rest).filter(|ix| app.found.hits.row_of(*ix).is_some()),
    };
    match (program, action, number) {
        (None, _, Some(number)) => no_such(number),
        (None, Action::Advice(AdviceAction::WhyNot), None) => ask_about(app, rest),
        (None, _, None) => Wish::Tell(format!("`{}` is not a number or id in the list.", printable(rest))),
        (Some(_), Action::Advice(AdviceAction::WhyNot), _) if !app.interview.has_answers() => {
            Wish::Tell("Nothing is answered yet; `guide-me` asks.".to_owned())
        }
        (Some(program), ..) => opened(app, program, action.clone()),
    }
}

/// Asks why the program that these words find is not recommended.
fn ask_about(app: &App, words: &str) -> Wish {
    match reach(app, &Action::Advice(AdviceAction::AskAbout)) {
        Wish::Do(steps) => Wish::Do(steps.into_iter().chain([Action::Paste(words.to_owned()), Action::Open]).collect()),
        other => other,
    }
}

fn to_list(app: &App) -> Wish {
    let mut actions = leave_overlays(app);
    actions.push(Action::Focus(Pane::List));
    if app.overlays.is_empty() && app.screen == Screen::Explore && app.focus == Pane::List {
        return Wish::Page(0);
    }
    Wish::Do(actions)
}

fn turn(app: &App, top: usize) -> Wish {
    let is_list = app.overlays.is_empty() && app.screen == Screen::Explore && app.focus == Pane::List;
    match (is_list, top < app.found.hits.len()) {
        (true, true) => Wish::Page(top),
        (true, false) => Wish::Tell("That was the end of the list.".to_owned()),
        (false, _) => to_list(app),
    }
}

/// The facet with a name that searches accept.
fn facet(name: &str) -> Result<Facet, Wish> {
    match Field::named(name) {
        Some(Field::Facet(facet)) => Ok(facet),
        Some(Field::Unknown) => {
            Err(Wish::Tell("`search unknown:drop` leaves programs out whose limited fact is unknown.".to_owned()))
        }
        Some(limit) => Err(Wish::Tell(format!("A limit is searched for, as in `search {}:<6`.", limit.name()))),
        None => {
            let names = Facet::ALL.map(|facet| facet.label().to_lowercase());
            let hint = did_you_mean(&name.to_lowercase(), names.iter().map(String::as_str));
            let hint = if hint.is_empty() { format!(" There are {}.", names.join(", ")) } else { hint };
            Err(Wish::Tell(format!("No filter is called `{}`.{hint}", printable(name))))
        }
    }
}

/// Opens the facets, to choose by number; or lists all values of one.
fn filters(app: &App, rest: &str) -> Wish {
    if rest.is_empty() {
        let mut actions = leave_overlays(app);
        actions.push(Action::Focus(Pane::Filters));
        return if app.overlays.is_empty() && app.focus == Pane::Filters && app.screen == Screen::Explore {
            Wish::Say(print::page(app, 0))
        } else {
            Wish::Do(actions)
        };
    }
    match facet(rest) {
        Ok(facet) => Wish::Say(print::facet(app, facet)),
        Err(wish) => wish,
    }
}

fn filter(app: &App, rest: &str) -> Wish {
    let Some((name, value)) = rest.split_once(char::is_whitespace) else {
        return if rest.is_empty() { filters(app, "") } else { filters(app, rest) };
    };
    let facet = match facet(name) {
        Ok(facet) => facet,
        Err(wish) => return wish,
    };
    let mut one = Filters::none();
    if let Err(error) = one.choose(app.catalog(), facet, value.trim()) {
        return Wish::Tell(print::sentence(&error.to_string()));
    }
    let values: Vec<String> = match one.chosen.remove(&facet) {
        Some(values) => values.into_iter().collect(),
        None => app.view.filters.chosen.get(&facet).into_iter().flatten().cloned().collect(),
    };
    let mut actions = leave_overlays(app);
    actions.push(Action::Focus(Pane::List));
    actions.extend(values.into_iter().map(|value| Action::Filter(facet, value)));
    Wish::Do(actions)
}

fn remove(app: &App, rest: &str) -> Wish {
    let count = app.chips().len();
    match (rest, numbers::whole(rest)) {
        ("", _) if count > 1 && app.overlays.last() != Some(&Overlay::RemoveFilter) => {
            reach(app, &Action::RemoveFilter)
        }
        ("", _) if count == 0 => Wish::Tell("No filter is active.".to_owned()),
        ("", _) => reach(app, &Action::RemoveFilter),
        (_, Some(number)) if (1..=count).contains(&number) => {
            let mut actions = match reach(app, &Action::RemoveFilter) {
                Wish::Do(actions) => actions,
                other => return other,
            };
            if count > 1 {
                actions.push(Action::Move(Step::First));
                actions.extend(vec![Action::Move(Step::Down); number - 1]);
                actions.extend([Action::Open, Action::Back]);
            }
            Wish::Do(actions)
        }
        _ => Wish::Tell(format!("`{}` is not a number from 1 to {count}.", printable(rest))),
    }
}

fn sort(app: &App, rest: &str) -> Wish {
    let mut actions = match reach(app, &Action::ShowOrders) {
        Wish::Do(actions) => actions,
        other => return other,
    };
    if rest.is_empty() {
        return Wish::Do(actions);
    }
    let candidate = |sort: Sort| Candidate::new(sort.slug(), sort.slug(), other_names(sort));
    let wanted = match one_of("order", rest, &Sort::ALL, candidate) {
        Ok(wanted) => wanted,
        Err(error) => {
            let all = Sort::ALL.map(Sort::slug).join(", ");
            return Wish::Tell(format!("{} There are {all}.", print::sentence(&error.to_string())));
        }
    };
    actions.pop();
    actions.push(Action::Order(wanted));
    Wish::Do(actions)
}

/// The names of an order on the screen, where they differ from those in files.
fn other_names(sort: Sort) -> &'static [&'static str] {
    match sort.slug() {
        "institution" => &["school"],
        "institution-down" => &["school-down"],
        "effort" => &["work"],
        "effort-down" => &["work-down"],
        _ => &[],
    }
}

fn compare(app: &App, rest: &str) -> Wish {
    if rest.is_empty() {
        return if app.basket.is_empty() {
            Wish::Tell("Nothing to compare yet; `compare 1 2` puts programs in.".to_owned())
        } else {
            reach(app, &Action::Compare(CompareAction::Open))
        };
    }
    let is_result = app.screen == Screen::Result;
    let count = if is_result { app.interview.result_programs().len() } else { app.found.hits.len() };
    let numbers = match numbers::places(rest, count) {
        Ok(numbers) => numbers,
        Err(NoPlaces::Absent(number)) => return no_such(number),
        Err(NoPlaces::NotNumbers) => {
            return Wish::Tell(format!(
                "`{}` is not a list of numbers, such as `compare 1 2` or `compare 1-3`.",
                printable(rest)
            ));
        }
    };
    let mut actions = leave_overlays(app);
    if !is_result {
        actions.push(Action::Focus(Pane::List));
    }
    for number in numbers {
        let steps = if is_result {
            result_program(app, number, Action::Compare(CompareAction::Toggle))
        } else {
            match number.checked_sub(1).and_then(|place| app.found.hits.get(place)) {
                Some(hit) => Wish::Do(vec![Action::Pick(hit.program), Action::Compare(CompareAction::Toggle)]),
                None => no_such(number),
            }
        };
        let Wish::Do(steps) = steps else { return no_such(number) };
        actions.extend(steps.into_iter().filter(|action| *action != Action::Back));
    }
    Wish::Do(actions)
}

fn is_planning(app: &App) -> bool {
    app.overlays.last() == Some(&Overlay::Plan)
}

/// Sets the hours a week of the plan, or changes them by one.
fn hours(app: &App, rest: &str) -> Wish {
    if !is_planning(app) {
        return Wish::Tell("Hours belong to a plan; `plan` and a number opens one.".to_owned());
    }
    let change = match (rest, numbers::read(rest)) {
        ("more", _) => PlanAction::Hours(Change::More),
        ("less", _) => PlanAction::Hours(Change::Less),
        (_, Ok(Some(hours))) if HOURS_OF_A_WEEK.contains(&hours) => PlanAction::SetHours(hours),
        _ => {
            let (least, most) = (HOURS_OF_A_WEEK.start(), HOURS_OF_A_WEEK.end());
            return Wish::Tell(format!("Type a number of hours a week from {least} to {most}, such as `hours 6`."));
        }
    };
    Wish::Do(vec![Action::Plan(change)])
}

/// Sets the day on which the plan starts, or moves it by a week.
fn start(app: &App, rest: &str) -> Wish {
    let action = match rest {
        _ if !is_planning(app) => {
            return Wish::Tell("A start belongs to a plan; `plan` and a number opens one.".to_owned());
        }
        "later" => PlanAction::Start(Change::More),
        "earlier" => PlanAction::Start(Change::Less),
        _ => match start_day(rest, app.plan.as_of) {
            Ok(day) => PlanAction::SetStart(day),
            Err(error) => return Wish::Tell(error.to_string()),
        },
    };
    Wish::Do(vec![Action::Plan(action)])
}

fn try_answer(app: &App, rest: &str) -> Wish {
    let Some(trial) = &app.interview.trial else {
        return Wish::Tell("Answers are tried in `what-if`, once there is a result.".to_owned());
    };
    match app.world.adviser().with_setting(&trial.answers, rest) {
        Ok(answers) => Wish::Do(vec![Action::Trial(TrialAction::Try(answers))]),
        Err(error) => Wish::Tell(error.to_string().replace('\n', " ")),
    }
}

/// Handles a line at a question. Everything is an answer, except the words of the questionnaire and
/// some words that stand alone.
fn at_question(app: &App, top: usize, line: &str) -> Wish {
    let (world, interview) = (&app.world, &app.interview);
    let item = interview.item(world);
    let spoken = Prompt {
        adviser: world.adviser(),
        catalog: &world.catalog,
        answers: &interview.answers,
        settings: &interview.settings,
    };
    let alone: Option<&Command> = named(&line.to_lowercase().replace(' ', "-"));
    let is_of_the_questionnaire = matches!(line, "back" | "review" | "result" | "why" | "names" | "list" | "skip");
    if let Some(word) = alone.filter(|word| !is_of_the_questionnaire && is_for_everywhere(word)) {
        return command(app, top, word.names[0]).unwrap_or_else(|| unknown(line));
    }
    match spoken.understand(item, line) {
        Reply::Answer(answer) => Wish::Do(vec![Action::Question(QuestionAction::Give(answer))]),
        Reply::Keep if !interview.marked.is_empty() && !interview.is_answered(world) => {
            Wish::Do(vec![Action::Question(QuestionAction::Answer)])
        }
        Reply::Skip if interview.is_answered(world) => {
            Wish::Do(vec![Action::Question(QuestionAction::Forget), Action::Question(QuestionAction::Skip)])
        }
        Reply::Keep | Reply::Skip => Wish::Do(vec![Action::Question(QuestionAction::Skip)]),
        Reply::Back if interview.place == 0 => Wish::Do(vec![Action::Back]),
        Reply::Back => Wish::Do(vec![Action::Question(QuestionAction::Previous)]),
        Reply::Why => Wish::Say(vec![item.why.clone()]),
        Reply::Names => {
            let names = spoken.names(item).into_iter().zip(1..);
            Wish::Say(names.map(|(name, number)| format!("{number}: {name}")).collect())
        }
        Reply::Review => Wish::Do(vec![Action::Advice(AdviceAction::Review)]),
        Reply::Result => Wish::Do(vec![Action::Advice(AdviceAction::Result)]),
        Reply::Quit => Wish::Do(vec![Action::Quit]),
        Reply::Misunderstood(message) => key(app, line).unwrap_or(Wish::Tell(message)),
    }
}

/// Whether the word is a command even at a question, because it answers none.
fn is_for_everywhere(word: &Command) -> bool {
    ["help", "actions", "quit", "guide", "explore", "forget", "undo", "again", "search", "filters"]
        .contains(&word.names[0])
}
