//! Applies an action to the state. Each arm is one line; the work is done in the module of its subject.

mod advise;
mod ask;
mod decisions;
mod drawer;
mod explore;
mod facts;
mod field;
mod keep;
mod map;
mod note_line;
mod order;
mod palette;
mod panes;
mod plan;
mod pointer;
mod profiles;
mod range;
mod scroll;
mod share;
mod typing;
mod undo;

use super::undo::{Gesture, Snapshot};
use super::{
    Action, App, CompareAction, Effect, KeepAction, MouseFor, Overlay, Pane, Screen, Side, page, why_impossible,
};
use crate::guide::Topic;
use crate::search::Results;

pub(super) use explore::find;
pub(super) use panes::FURTHEST;
pub(super) use scroll::settle;
pub(super) use typing::MAX_QUERY_CHARS;

/// Applies an action to the state and returns the effect that the outside world has to carry out.
pub fn update(app: &mut App, action: Action) -> Effect {
    if let Action::Found(found) = action {
        return hear_found(app, *found);
    }
    let is_told_over_the_screen = app.overlays.last() == Some(&Overlay::Notice);
    // A change of the window's size is no keypress, so the notice stays.
    let is_to_stay =
        matches!(action, Action::Resize(..)) || is_told_over_the_screen && matches!(action, Action::Move(_));
    if !is_to_stay {
        app.notice = None;
        app.overlays.retain(|overlay| *overlay != Overlay::Notice);
    }
    if is_told_over_the_screen && action == Action::Back {
        return Effect::None;
    }
    if let Some(steps) = palette::asked(app, &action) {
        return steps.into_iter().fold(Effect::None, |_, step| update(app, step));
    }
    if needs_answers(&action) {
        keep::read_answers(app);
    }
    let refusal = refusal(app, &action);
    let is_undo = action == Action::UndoChange;
    let gesture = gesture(app, &action);
    let before = Snapshot::of(app);
    let effect = apply(app, action);
    if !is_undo {
        app.remember(before, gesture);
    }
    drawer::leave(app);
    settle(app);
    app.notice = app.notice.take().or(refusal);
    ask_about_answers(app);
    effect
}

/// Why an action will do nothing, as a notice; `None` if it will do something, or if its key then does something else.
fn refusal(app: &App, action: &Action) -> Option<String> {
    let does_something_else = matches!(action, Action::Back | Action::Complete(_));
    why_impossible(app, action).filter(|_| !does_something_else).map(|reason| not_possible(&reason))
}

/// The notice on an action that is not possible for this reason.
fn not_possible(reason: &str) -> String {
    format!("Not possible now: {reason}.")
}

/// The gesture that an action belongs to; `None` if it is a change of its own.
fn gesture(app: &App, action: &Action) -> Option<Gesture> {
    match action {
        Action::Type(_) | Action::Paste(_) | Action::Complete(_) => Some(Gesture::Typing),
        _ if app.range.is_some() => Some(Gesture::Range),
        _ => None,
    }
}

/// Whether an action needs the answers.
fn needs_answers(action: &Action) -> bool {
    let is_of_answers = matches!(action, Action::Advise | Action::Advice(_) | Action::Question(_) | Action::Trial(_));
    let is_planning = matches!(action, Action::ShowPlan | Action::Compare(CompareAction::Open));
    is_of_answers || is_planning || *action == Action::Keep(KeepAction::Record)
}

/// Asks once, at the first result, whether answers are kept while no profile is named.
fn ask_about_answers(app: &mut App) {
    let is_asked = app.personal.is_to_ask && app.screen == Screen::Result && app.overlays.is_empty();
    if !is_asked || app.notice.is_some() || app.personal.may_keep_answers() {
        return;
    }
    app.personal.is_to_ask = false;
    let key = app.key(&Action::Keep(KeepAction::ShowProfiles));
    app.notice = Some(format!("{} {key}: yes, not now or never.", page::CONSENT));
}

/// Search results are no action of the user: they remove no notice and cannot be undone.
fn hear_found(app: &mut App, found: Results) -> Effect {
    explore::hear_found(app, found);
    scroll::settle(app);
    Effect::None
}

fn apply(app: &mut App, action: Action) -> Effect {
    match action {
        Action::Quit => return Effect::Quit,
        Action::Suspend => return Effect::Suspend,
        Action::Keep(action) => return keep::perform(app, action),
        Action::Open if app.overlays.last() == Some(&Overlay::Profiles) => return profiles::open_profile(app),
        Action::Open if app.overlays.last() == Some(&Overlay::Courses) => return keep::finish_course(app),
        Action::OpenPage => return explore::open_page(app),
        Action::CopyAddress => return explore::copy_address(app),
        Action::Resize(cols, rows) => app.size = (cols, rows),
        Action::Notice(text) => tell(app, text),
        Action::Move(step) => scroll::go(app, step),
        Action::Panes(action) => panes::perform(app, action),
        Action::Focus(pane) => explore::focus(app, pane),
        Action::Open => open(app),
        Action::Back => back(app),
        Action::Search => typing::start(app),
        Action::Type(edit) => typing::edit(app, edit),
        Action::Paste(text) => typing::paste(app, &text),
        Action::Complete(toward) => typing::complete(app, toward),
        Action::EndSearch => typing::stop(app),
        Action::ToggleFilter => explore::toggle_filter(app),
        Action::Filter(facet, value) => explore::filter(app, facet, &value),
        Action::Pick(program) => explore::pick(app, program),
        Action::Range(action) => range::perform(app, action),
        Action::RemoveFilter => explore::remove_filter(app),
        Action::ClearFilters => explore::clear_filters(app),
        Action::ShowOrders => order::show_orders(app),
        Action::TurnOrder => order::turn(app),
        Action::Order(sort) => order::put_in(app, sort),
        Action::GoToFacet(toward) => drawer::go_to_facet(app, toward),
        Action::Compare(action) => explore::compare(app, action),
        Action::ShowSources => facts::sources(app),
        Action::ShowClaims(of) => facts::claims(app, of),
        Action::ShowSimilar => facts::similar(app),
        Action::ShowPlan => plan::open(app),
        Action::ShowMap => map::open(app),
        Action::Map(action) => map::perform(app, action),
        Action::Plan(action) => plan::perform(app, action),
        Action::ShowHelp(place) => help(app, place),
        Action::ShowGuide => show_topic(app, Topic::default()),
        Action::TurnGuide(side) => show_topic(app, app.guide_topic.beside(side == Side::Right)),
        Action::ShowTopic(topic) => show_topic(app, topic),
        Action::ShowActions => palette::open(app),
        Action::Advise => advise::start(app),
        Action::Question(action) => advise::perform(app, action),
        Action::Explore => app.screen = Screen::Explore,
        Action::Advice(action) => ask::perform(app, action),
        Action::Trial(action) => ask::trial(app, action),
        Action::UndoChange => undo::undo(app),
        Action::ToggleMouse => return toggle_mouse(app),
        Action::Point(spot) => pointer::point(app, spot),
        Action::Wheel(pane, toward) => pointer::wheel(app, pane, toward),
        Action::NextLook => next_look(app),
        Action::Share => share::ask(app),
        Action::OtherMarkup => share::other_markup(app),
        Action::Found(found) => return hear_found(app, *found),
    }
    Effect::None
}

/// Shows a page of the guide from its first line.
fn show_topic(app: &mut App, topic: Topic) {
    app.guide_topic = topic;
    show(app, Overlay::Guide);
}

fn help(app: &mut App, place: &'static str) {
    app.help_place = place;
    show(app, Overlay::Help);
}

fn toggle_mouse(app: &mut App) -> Effect {
    app.has_mouse = !app.has_mouse;
    app.notice = Some(if app.has_mouse {
        format!("The mouse works here now; {} leaves it to the terminal.", app.key(&Action::ToggleMouse))
    } else {
        "The mouse is left to the terminal, which selects text.".to_owned()
    });
    Effect::Mouse(if app.has_mouse { MouseFor::Explorer } else { MouseFor::Terminal })
}

fn next_look(app: &mut App) {
    app.look = app.look.next(app.world.has_own_look);
    app.notice = Some(format!("The {} look; {} for the next.", app.look.slug(), app.key(&Action::NextLook)));
}

/// Shows a notice in the line above the footer, or over the screen if it is too long for a line.
fn tell(app: &mut App, text: String) {
    let room = usize::from(app.size.0).saturating_sub(8);
    let is_long = crate::width::cols(&text) > room;
    app.notice = Some(text);
    if is_long {
        show(app, Overlay::Notice);
    }
}

/// Opens an overlay. If it is already open, it comes to the top instead of being shown twice.
fn show(app: &mut App, overlay: Overlay) {
    app.overlays.retain(|open| *open != overlay);
    app.overlays.push(overlay);
    app.tops.overlay = 0;
    app.overlay_cursor = 0;
}

fn open(app: &mut App) {
    match (app.overlays.last(), app.screen) {
        (Some(Overlay::RemoveFilter), _) => explore::remove_chip(app, app.overlay_cursor),
        (Some(Overlay::Orders), _) => order::choose(app),
        (Some(Overlay::Limits), _) => ask::toggle_limit(app),
        (Some(Overlay::Changes), _) => ask::take_change(app),
        (Some(Overlay::AskAbout), _) => ask::ask_about(app),
        (Some(Overlay::Help), _) => palette::open(app),
        (Some(Overlay::Kept), _) => keep::open_entry(app),
        (Some(Overlay::Decisions), _) => decisions::open(app),
        (Some(Overlay::Similar), _) => facts::open_similar(app),
        (Some(Overlay::Program), _) => facts::open_claims(app),
        (Some(Overlay::Plan), _) => plan::open_route(app),
        (None, Screen::Explore) => explore::open(app),
        (None, Screen::Question) => advise::answer(app),
        (None, Screen::Review) => advise::change_answer(app),
        (None, Screen::Result) => advise::open_row(app),
        (None, Screen::WhatIf) => ask::keep_trial(app),
        (None, Screen::Map | Screen::Compare) => facts::show_program(app),
        (Some(_), _) => {}
    }
}

/// Goes one step back. In the list a query is cleared; after that nothing happens, because Esc never quits.
fn back(app: &mut App) {
    if app.overlays.last() == Some(&Overlay::Palette) {
        return palette::close(app);
    }
    if app.overlays.last() == Some(&Overlay::Prompt) {
        return keep::close_prompt(app);
    }
    if app.overlays.pop().is_some() {
        app.tops.overlay = 0;
        decisions::come_back(app);
        return facts::come_back(app);
    }
    if range::restore(app) {
        return;
    }
    match app.screen {
        Screen::Explore if app.is_typing => typing::stop(app),
        Screen::Explore if app.arrangement.is_zoomed => app.arrangement.is_zoomed = false,
        Screen::Explore if app.focus != Pane::List => app.focus = Pane::List,
        Screen::Explore => typing::clear(app),
        Screen::Compare => app.screen = app.interview.screen_behind_compare(),
        Screen::WhatIf => ask::leave_trial(app),
        Screen::Question if app.interview.has_text() => advise::stop_typing(app),
        Screen::Question if app.interview.returns_to.is_some() => advise::previous(app),
        Screen::Review if app.interview.is_review_of_result => advise::show_result(app),
        Screen::Question | Screen::Review | Screen::Result | Screen::Map => app.screen = Screen::Explore,
    }
}
