//! Applies an action to the state. Each arm is one line; the work is done in the module of its subject, and none of them
//! knows this file.

mod advise;
mod ask;
mod back;
mod comparison;
mod decisions;
mod drawer;
mod enter;
mod explore;
mod facts;
mod field;
mod filters;
mod found;
mod keep;
mod line;
mod map;
mod note_line;
mod notices;
mod order;
mod palette;
mod panes;
mod plan;
mod pointer;
mod profiles;
mod prompt;
mod questions;
mod range;
mod reach;
mod scroll;
mod share;
mod steps;
mod typing;
mod undo;

use self::notices::{not_possible, tell};
use super::undo::{Gesture, Snapshot};
use super::{
    Action, App, CompareAction, Effect, GuideAction, KeepAction, MouseFor, Overlay, Screen, Side, page, why_impossible,
};
use crate::guide::GuidePage;
use crate::search::Results;

pub(super) use found::find;
pub(super) use line::MAX_QUERY_CHARS;
pub(super) use panes::FURTHEST;
pub use reach::Reach;
pub(super) use scroll::settle;

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
        app.overlays.close(|open| *open == Overlay::Notice);
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
    // What is kept is undone by its act in the log, so what follows from it on the screen is no change of its own.
    let is_own = !matches!(action, Action::UndoChange | Action::Keep(KeepAction::Done(_)));
    let gesture = gesture(app, &action);
    let before = Snapshot::of(app);
    let effect = apply(app, action);
    if is_own {
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

/// The gesture that an action belongs to; `None` if it is a change of its own.
fn gesture(app: &App, action: &Action) -> Option<Gesture> {
    match action {
        Action::Type(_) | Action::Paste(_) | Action::Complete(_) => Some(Gesture::Typing),
        _ if app.drawer.range.is_some() => Some(Gesture::Range),
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
    let has_answers = app.interview.has_answers();
    if !is_asked || !has_answers || app.notice.is_some() || app.personal.may_keep_answers() {
        return;
    }
    app.personal.is_to_ask = false;
    let key = app.key(&Action::Keep(KeepAction::ShowProfiles));
    app.notice = Some(format!("{} {key}: yes, not now or never.", page::CONSENT));
}

/// Search results are no action of the user: they remove no notice and cannot be undone.
fn hear_found(app: &mut App, found: Results) -> Effect {
    found::hear_found(app, found);
    typing::offer(app);
    scroll::settle(app);
    Effect::None
}

fn apply(app: &mut App, action: Action) -> Effect {
    match action {
        Action::Quit => return Effect::Quit,
        Action::Suspend => return Effect::Suspend,
        Action::Keep(action) => return keep::perform(app, action),
        Action::Open => return enter::open(app),
        Action::UndoChange => return undo::undo(app),
        Action::Program(action) => return facts::perform(app, action),
        Action::Point(spot) => return pointer::point(app, spot),
        Action::Resize(cols, rows) => app.size = (cols, rows),
        Action::Notice(text) => tell(app, text),
        Action::Move(step) => scroll::go(app, step),
        Action::Panes(action) => panes::perform(app, action),
        Action::Focus(pane) => explore::focus(app, pane),
        Action::Back => back::back(app),
        Action::Search => typing::start(app),
        Action::Type(edit) => typing::edit(app, edit),
        Action::Paste(text) => typing::paste(app, &text),
        Action::Complete(toward) if app.query.completions.all.is_empty() => explore::next_pane(app, toward),
        Action::Complete(toward) => typing::complete(app, toward),
        Action::EndSearch => typing::stop(app),
        Action::Filters(action) => filters::perform(app, action),
        Action::Order(action) => order::perform(app, action),
        Action::Pick(program) => found::pick(app, program),
        Action::Range(action) => range::perform(app, action),
        Action::Compare(action) => comparison::perform(app, action),
        Action::ShowPlan => plan::open(app),
        Action::ShowMap => map::open(app),
        Action::Map(action) => map::perform(app, action),
        Action::Plan(action) => plan::perform(app, action),
        Action::ShowHelp(title) => app.overlays.show(Overlay::Help(title)),
        Action::Guide(action) => guide(app, action),
        Action::ShowActions => palette::open(app),
        Action::Advise => advise::start(app),
        Action::Question(action) => advise::perform(app, action),
        Action::Explore => app.screen = Screen::Explore,
        Action::Advice(action) => ask::perform(app, action),
        Action::Trial(action) => ask::trial(app, action),
        Action::ToggleMouse => return toggle_mouse(app),
        Action::Wheel(pane, toward) => pointer::wheel(app, pane, toward),
        Action::NextLook => next_look(app),
        Action::Share => share::ask(app),
        Action::OtherMarkup => share::other_markup(app),
        Action::Found(found) => return hear_found(app, *found),
    }
    Effect::None
}

/// Shows a page of the guide from its first line: first the one that answers a question typed as a search.
fn guide(app: &mut App, action: GuideAction) {
    let shown = if let Some(Overlay::Guide(topic)) = app.overlays.last() { *topic } else { GuidePage::default() };
    let topic = match action {
        GuideAction::Show if app.screen == Screen::Explore => {
            page::guide_answer(app).map_or(GuidePage::default(), |answer| answer.page)
        }
        GuideAction::Show => GuidePage::default(),
        GuideAction::Turn(side) => shown.beside(side == Side::Right),
        GuideAction::Topic(topic) => topic,
    };
    app.overlays.show(Overlay::Guide(topic));
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
