//! Lines about kept data: programs, notes, profiles.

use super::program::{chosen, on_program};
use super::wish::{Wish, leave_overlays, reach};
use crate::app::Noted;
use crate::app::{Action, App, Edit, KeepAction, Overlay, Pane, Screen, Step, TrialAction, page as pages};
use crate::catalog::ProgramIx;
use crate::config::KeepAnswers;
use crate::names::quoted;
use crate::numbers;

/// Keeps a program of the list, by number or id. Without either, at a what-if, keeps the tried answer.
pub(super) fn keep(app: &App, rest: &str) -> Wish {
    if rest.is_empty() && app.screen == Screen::WhatIf && app.overlays.is_empty() {
        return reach(app, &Action::Trial(TrialAction::Keep));
    }
    let toggle = Action::Keep(KeepAction::Toggle);
    if app.overlays.last() == Some(&Overlay::Kept) {
        return match numbers::whole(rest) {
            Some(number) => chosen(number, app.personal.listed().len(), vec![toggle]),
            None => Wish::Tell("Type the number of a program of the shortlist after it, such as `keep 1`.".to_owned()),
        };
    }
    if rest.is_empty() && app.screen == Screen::Explore && app.focus == Pane::List && app.overlays.is_empty() {
        return Wish::Tell("Type the number of a program after it, such as `keep 1`.".to_owned());
    }
    // A program outside the list is not kept by its id; the user is told how to show it.
    match app.catalog().find(rest).filter(|ix| app.found.hits.row_of(*ix).is_none()) {
        Some(_) => Wish::Tell(format!("`{}` is not in the list; `clear` shows every program again.", quoted(rest))),
        None => on_program(app, &toggle, rest),
    }
}

/// Writes a note on a program; without a text, prints the note. `program` is the one that the user named last: the
/// preselected first program of a list gets no note.
pub(in crate::lines) fn note(app: &App, program: Option<ProgramIx>, text: &str) -> Wish {
    let Some(program) = program else {
        return Wish::Tell("Open a program first, or write `note-person` and a text.".to_owned());
    };
    if !text.is_empty() {
        return Wish::Do(vec![Action::Keep(KeepAction::SetNote(Noted::Program(program), text.to_owned()))]);
    }
    let title = app.catalog().title_in_sentence(program);
    match pages::note_on(app, program) {
        note if note.is_empty() => Wish::Tell(format!("There is no note on {title}; `note` and a text writes one.")),
        note => Wish::Say([format!("Note on {title}:")].into_iter().chain(note.lines().map(str::to_owned)).collect()),
    }
}

/// Lists the profiles, or switches to the one with a name.
pub(super) fn profile(app: &App, rest: &str) -> Wish {
    if rest.is_empty() {
        return reach(app, &Action::Keep(KeepAction::ShowProfiles));
    }
    match app.personal.notebook.named(rest) {
        Ok(profile) => Wish::Do(vec![Action::Keep(KeepAction::Use(profile.id.clone()))]),
        Err(error) => Wish::Tell(error.with_hint("`new-profile` and a name adds a person.")),
    }
}

/// Adds a profile.
pub(super) fn new_profile(rest: &str) -> Wish {
    if rest.is_empty() {
        return Wish::Tell("Type a name after it, such as `new-profile Ana`.".to_owned());
    }
    Wish::Do(vec![Action::Keep(KeepAction::Create(rest.to_owned()))])
}

/// Asks for confirmation to delete everything that is kept for a person, by name.
pub(super) fn forget_profile(app: &App, name: &str) -> Wish {
    let profiles = &app.personal.notebook.profiles;
    let Some(place) = profiles.iter().position(|profile| profile.name.as_deref() == Some(name)) else {
        return Wish::Tell("Type the name of a profile after it; `profile` lists all of them.".to_owned());
    };
    let mut actions = leave_overlays(app);
    actions.extend([Action::Keep(KeepAction::ShowProfiles), Action::Move(Step::To(place))]);
    actions.push(Action::Keep(KeepAction::Forget));
    Wish::Do(actions)
}

/// Recomputes the decision with a number.
pub(super) fn replay(app: &App, number: &str) -> Wish {
    let count = app.personal.notebook.records.len();
    let number = match numbers::whole(number) {
        _ if count == 0 => {
            return Wish::Tell("No decision is kept yet; `keep-decision` at the result keeps one.".to_owned());
        }
        None => return Wish::Tell("Type the number of a decision after it; `decisions` lists all of them.".to_owned()),
        Some(number) if !(1..=count).contains(&number) => {
            return Wish::Tell(format!("There is no decision {number}; `decisions` lists all of them."));
        }
        Some(number) => number,
    };
    let mut actions = leave_overlays(app);
    actions.extend([Action::Keep(KeepAction::ShowDecisions), Action::Move(Step::To(number - 1))]);
    actions.push(Action::Keep(KeepAction::Replay));
    Wish::Do(actions)
}

/// Sets whether answers are kept while no profile is named.
pub(super) fn keep_answers(rest: &str) -> Wish {
    match KeepAnswers::ALL.into_iter().find(|choice| choice.slug() == rest) {
        Some(choice) => Wish::Do(vec![Action::Keep(KeepAction::Answers(choice))]),
        None => Wish::Tell("Type `keep-answers yes`, `keep-answers ask` or `keep-answers never`.".to_owned()),
    }
}

/// Handles a line at a text prompt: the line is the text.
pub(super) fn in_prompt(line: &str) -> Wish {
    if line.is_empty() || line == "back" {
        return Wish::Do(vec![Action::Back]);
    }
    Wish::Do(take_line(line).into())
}

/// Returns the actions that fill in a text prompt and submit it.
pub(super) fn take_line(text: &str) -> [Action; 4] {
    [
        Action::Type(Edit::End),
        Action::Type(Edit::DeleteToStart),
        Action::Paste(text.to_owned()),
        Action::Keep(KeepAction::Written),
    ]
}

/// Sets the labels of the kept program with a number; without labels, prompts for them.
pub(super) fn label(app: &App, rest: &str) -> Wish {
    let label = Action::Keep(KeepAction::Label);
    if app.overlays.last() != Some(&Overlay::Kept) {
        return Wish::Tell("Labels belong to the shortlist; type `kept`, then `label 1 exam, cheap`.".to_owned());
    }
    let (number, labels) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let Some(number) = numbers::whole(number) else {
        return Wish::Tell(
            "Type the number of a kept program and its labels, such as `label 1 exam, cheap`.".to_owned(),
        );
    };
    let mut actions = vec![label];
    if !labels.trim().is_empty() {
        actions.extend(take_line(labels));
    }
    chosen(number, app.personal.shown().len(), actions)
}
