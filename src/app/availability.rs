//! Why an action is not possible in the current state: one answer for the footer, the palette, notices and line mode. A
//! reason is a few words in lower case that can follow "not now:".

use std::borrow::Cow;

use super::layout::{Breadth, breadth};
use super::subject::Subject;
use super::{
    Action, AdviceAction, App, BASKET_SIZE, CompareAction, Context, Edit, FilterAction, GuideAction, KeepAction,
    MapAction, Nudge, OrderAction, Overlay, Pane, PaneAction, PlanAction, ProgramAction, Prompt, QuestionAction,
    RangeAction, Screen, TrialAction, choices,
};
use crate::plan::{HOURS_OF_A_WEEK, listed_hours};
use crate::search::{Filters, histogram};

/// Returns why an action would do nothing in the current state; `None` if it is possible.
pub fn why_impossible(app: &App, action: &Action) -> Option<Cow<'static, str>> {
    let (is_possible, why) = match action {
        Action::Open => return why_nothing_opens(app).map(Cow::from),
        Action::Compare(CompareAction::Toggle) => return why_not_compared(app),
        Action::Program(ProgramAction::OpenPage) => return why_nothing_to_open(app).map(Cow::from),
        Action::Share => (Subject::of(app).is_some(), "there is nothing to write here"),
        Action::Program(ProgramAction::CopyAddress) => return why_no_address(app).map(Cow::from),
        Action::Keep(action) => return of_what_is_kept(app, action).map(Cow::from),
        Action::Question(action) => return of_a_question(app, action).map(Cow::from),
        Action::Advice(action) => return of_the_advice(app, *action),
        Action::Program(ProgramAction::Sources) if shows_every_claim(app) => (false, "every claim is shown already"),
        Action::Program(ProgramAction::Sources | ProgramAction::Claims(_) | ProgramAction::Similar)
        | Action::ShowPlan => (app.current().is_some(), NO_PROGRAM),
        Action::Compare(
            CompareAction::Open
            | CompareAction::Clear
            | CompareAction::Column(_)
            | CompareAction::ColumnOf(_)
            | CompareAction::TakeOut,
        )
        | Action::Focus(Pane::Compare) => (!app.basket.is_empty(), "nothing is in the comparison"),
        Action::Compare(CompareAction::Fold) => (app.basket.len() != 1, "every row is shown"),
        Action::Map(MapAction::Estimates | MapAction::Axis) => (!app.found.hits.is_empty(), NO_PROGRAM),
        Action::Map(MapAction::Here(_)) => (has_others_here(app), "no other program is in this place"),
        Action::Guide(GuideAction::Topic(topic)) => {
            (app.overlays.last() != Some(&Overlay::Guide(*topic)), "this page is shown already")
        }
        Action::Order(OrderAction::Turn) => return why_no_turn(app).map(Cow::from),
        Action::Plan(action) => return why_no_step(app, *action).map(Cow::from),
        Action::Filters(FilterAction::Remove) => (!app.chips().is_empty(), "no filter is active"),
        Action::Filters(FilterAction::Clear) => (!is_as_at_the_start(app), "the filters are as they were at the start"),
        Action::Range(RangeAction::Clear) => return why_no_limit(app).map(Cow::from),
        Action::Range(RangeAction::Move(change)) => return why_no_move(app, *change).map(Cow::from),
        Action::Complete(_) => (!app.query.completions.all.is_empty(), "there is nothing to complete"),
        Action::Panes(PaneAction::Zoom) => (breadth(app.size.0) != Breadth::One, "there is room for one pane only"),
        Action::Type(Edit::NewLine | Edit::LineUp | Edit::LineDown) => {
            (app.overlays.prompt().is_some_and(Prompt::is_note), "this is a single line")
        }
        Action::Trial(TrialAction::Nudge(_)) => (has_choices_to_try(app), "this answer is typed, not chosen"),
        Action::UndoChange => (app.can_undo(), "there is nothing to undo"),
        Action::Back => (!is_at_home(app), "this is the first screen"),
        _ => return None,
    };
    (!is_possible).then_some(Cow::Borrowed(why))
}

/// Whether several programs are at the place of the selected one on the map.
fn has_others_here(app: &App) -> bool {
    app.map.as_ref().zip(app.selected).is_some_and(|(map, selected)| map.here(selected).len() > 1)
}

/// Whether the answer under the cursor of the page on which answers are tried is one of several choices.
fn has_choices_to_try(app: &App) -> bool {
    let items = app.interview.items(&app.world);
    app.interview.trial.as_ref().and_then(|trial| items.get(trial.cursor)).is_some_and(|item| !item.choices.is_empty())
}

fn shows_every_claim(app: &App) -> bool {
    app.overlays.last() == Some(&Overlay::Sources(None))
}

/// Why there is no limit to remove while a range is chosen.
fn why_no_limit(app: &App) -> Option<&'static str> {
    let range = app.drawer.range?;
    app.view.filters.limits.span(range.quantity).is_any().then_some("this range has no limit yet")
}

/// Why the active end of a range cannot be moved further.
fn why_no_move(app: &App, change: Nudge) -> Option<&'static str> {
    let range = app.drawer.range?;
    let (low, high) = histogram::ends(range.quantity, app.view.filters.limits.span(range.quantity));
    match (change, range.is_upper) {
        (Nudge::More, true) if high == histogram::last(range.quantity) => Some("there is no upper limit"),
        (Nudge::Less, false) if low == 0 => Some("there is no lower limit"),
        (Nudge::Less, true) | (Nudge::More, false) if low == high => Some("the two ends meet"),
        _ => None,
    }
}

const NO_PROGRAM: &str = "no program is selected";
const NO_ANSWER: &str = "no question is answered yet";
const NO_DECISION: &str = "no decision is kept yet";

const NOTHING_KEPT: &str = "nothing is kept yet";

/// Why the row under the cursor of the shortlist is no kept program.
fn why_not_kept(app: &App) -> Option<&'static str> {
    let count = app.personal.shown().len();
    let why = if count == 0 { NOTHING_KEPT } else { "this program has a note, but is not on the shortlist" };
    (app.overlays.cursor() >= count).then_some(why)
}

fn of_what_is_kept(app: &App, action: &KeepAction) -> Option<&'static str> {
    let is_note = || app.overlays.prompt().is_some_and(Prompt::is_note);
    let is_in_list = app.overlays.last() == Some(&Overlay::Kept);
    let (is_possible, why) = match action {
        KeepAction::NextLabel => (!app.personal.labels().is_empty(), "no kept program has a label"),
        KeepAction::Toggle | KeepAction::Note if is_in_list => (!app.personal.listed().is_empty(), NOTHING_KEPT),
        KeepAction::Label | KeepAction::Earlier | KeepAction::Later if is_in_list => return why_not_kept(app),
        KeepAction::Replay => (!app.personal.notebook.records.is_empty(), NO_DECISION),
        KeepAction::Note if app.overlays.last() == Some(&Overlay::Decisions) => {
            (!app.personal.notebook.records.is_empty(), NO_DECISION)
        }
        KeepAction::Toggle | KeepAction::Note => (app.current().is_some(), NO_PROGRAM),
        KeepAction::ShowCourses => (!choices::course_rows(app).is_empty(), "its courses are unknown"),
        KeepAction::Undo => (app.last_act().is_some(), "there is nothing to undo"),
        KeepAction::Record => (app.interview.advice.is_some(), "there is no result yet"),
        KeepAction::Edit => (is_note(), "this is a single line"),
        _ => return None,
    };
    (!is_possible).then_some(why)
}

fn of_a_question(app: &App, action: &QuestionAction) -> Option<&'static str> {
    let (interview, world) = (&app.interview, &app.world);
    let (is_possible, why) = match action {
        QuestionAction::Choose(number) if app.screen == Screen::Question => {
            ((1..=interview.choice_count(world)).contains(number), "there is no choice of that number")
        }
        QuestionAction::Mark if interview.has_line && !interview.has_cursor() => (false, "no row is selected"),
        QuestionAction::Mark => (interview.takes_many(world), "this question takes only one choice"),
        QuestionAction::Limit => (interview.can_limit(world), "the answer to this question cannot be a limit"),
        QuestionAction::Type if interview.has_line => (false, "the line is open already"),
        QuestionAction::Type => (interview.takes_text(world), "this answer is chosen, not typed"),
        QuestionAction::Forget => (interview.is_answered(world), "this question is not answered"),
        QuestionAction::Previous => {
            (interview.place > 0 || interview.returns_to.is_some(), "this is the first question")
        }
        _ => return None,
    };
    (!is_possible).then_some(why)
}

/// The reason shared by everything that needs a result while there is none.
pub(super) fn no_result(app: &App) -> Cow<'static, str> {
    let key = app.world.keymap.name_of(Context::Question, &Action::Advice(AdviceAction::Result));
    format!("there is no result yet; {key} at a question shows it").into()
}

fn of_the_advice(app: &App, action: AdviceAction) -> Option<Cow<'static, str>> {
    let interview = &app.interview;
    let rows = |overlay| choices::row_count(app, &overlay);
    let (is_possible, why) = match action {
        AdviceAction::Review | AdviceAction::Result => return None,
        AdviceAction::WhyNot | AdviceAction::AskAbout => return why_no_why_not(app).map(Cow::from),
        AdviceAction::Clear => (interview.has_answers(), NO_ANSWER),
        _ if interview.advice.is_none() => return Some(no_result(app)),
        AdviceAction::WhatIf => return None,
        AdviceAction::Compare => {
            (interview.result_programs().len() > 1, "there are fewer than two programs to compare")
        }
        AdviceAction::Decide => (interview.deciding_question().is_some(), "no single question would decide it"),
        AdviceAction::Limits => (rows(Overlay::Limits) > 0, "no limit is active"),
        AdviceAction::Changes => (rows(Overlay::Changes) > 0, "no single answer would change it"),
    };
    (!is_possible).then_some(Cow::Borrowed(why))
}

/// Why the order under the cursor cannot be reversed.
fn why_no_turn(app: &App) -> Option<&'static str> {
    if app.overlays.last() != Some(&Overlay::Orders) {
        return Some("the orders of the list are not shown");
    }
    let order = choices::order_rows(app).get(app.overlays.cursor()).copied();
    order.filter(|order| order.opposite() == *order).map(|_| "this order has no reverse")
}

/// Why the hours or the start of a plan cannot be changed further in a direction.
fn why_no_step(app: &App, action: PlanAction) -> Option<&'static str> {
    let (is_possible, why) = match action {
        PlanAction::Hours(Nudge::Less) => {
            (app.plan.weekly.is_some() || has_listed_hours(app), "the listed hours of this program are unknown")
        }
        PlanAction::Start(Nudge::Less) => (app.plan.start > app.plan.as_of, "a plan cannot start in the past"),
        PlanAction::Hours(Nudge::More) => {
            (app.plan.weekly.is_none_or(|weekly| weekly.high < *HOURS_OF_A_WEEK.end()), "a week has no more hours")
        }
        PlanAction::Start(Nudge::More)
        | PlanAction::SetHours(_)
        | PlanAction::SetStart(_)
        | PlanAction::AskStart
        | PlanAction::SetDeadline(_)
        | PlanAction::AskDeadline => return None,
    };
    (!is_possible).then_some(why)
}

fn has_listed_hours(app: &App) -> bool {
    app.current().is_some_and(|program| listed_hours(app.catalog().program(program)).is_some())
}

fn why_nothing_opens(app: &App) -> Option<&'static str> {
    match Context::of(app) {
        Context::List => app.selected.is_none().then_some(NO_PROGRAM),
        Context::Result => app.interview.selected_row().is_none().then_some("no program is recommended"),
        Context::Map | Context::Facts => app.current().is_none().then_some(NO_PROGRAM),
        Context::Decisions => app.personal.notebook.records.is_empty().then_some(NO_DECISION),
        Context::Plan => (choices::route_count(app) == 0).then_some("no route is on record"),
        Context::Kept => app.personal.listed().is_empty().then_some(NOTHING_KEPT),
        Context::Overlay => {
            (!matches!(app.overlays.last(), Some(Overlay::Help(_)))).then_some("there is nothing to open here")
        }
        _ => None,
    }
}

fn why_not_compared(app: &App) -> Option<Cow<'static, str>> {
    let Some(program) = app.current() else { return Some(Cow::Borrowed(NO_PROGRAM)) };
    let is_full = app.basket.len() >= BASKET_SIZE && !app.basket.contains(&program);
    is_full.then(|| format!("the comparison is full ({BASKET_SIZE} programs)").into())
}

fn why_no_address(app: &App) -> Option<&'static str> {
    let Some(program) = app.current() else { return Some(NO_PROGRAM) };
    app.catalog().program(program).page().is_none().then_some("no web address is on record")
}

fn why_nothing_to_open(app: &App) -> Option<&'static str> {
    let Some(program) = app.current() else { return Some(NO_PROGRAM) };
    app.catalog().program(program).address().is_none().then_some("no web address is on record")
}

fn why_no_why_not(app: &App) -> Option<&'static str> {
    if !app.interview.has_answers() {
        return Some(NO_ANSWER);
    }
    // If the list is empty, the query itself can be asked about.
    let is_named = app.current().is_some() || app.screen == Screen::Result || !app.view.query.trim().is_empty();
    (!is_named).then_some(NO_PROGRAM)
}

fn is_as_at_the_start(app: &App) -> bool {
    app.view.query.is_empty() && app.view.filters == Filters::default()
}

/// Whether there is no step back from here: the cursor is in the list and there is no query.
fn is_at_home(app: &App) -> bool {
    Context::of(app) == Context::List && !app.arrangement.is_zoomed && app.view.query.is_empty()
}
