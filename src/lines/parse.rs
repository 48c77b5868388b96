//! Interprets a typed line in the current state. It changes nothing: it returns actions, or says why there are none.

pub(super) mod kept;
mod narrow;
mod plan;
mod program;
mod question;
mod wish;

pub(super) use wish::Wish;

use super::commands::{COMMANDS, Command, Does, Verb, named};
use super::print::{self, PAGE};
use crate::app::{Action, AdviceAction, App, Bound, KeepAction, Overlay, Screen, update, why_impossible};
use crate::catalog::did_you_mean;
use crate::keys::Context;
use crate::names;
use crate::names::quoted;
use crate::numbers;
use wish::{impossible, reach};

/// Replaces letters, digits and dashes of editors and other scripts in the first word, if it is a command or a number.
/// The rest of the line may be a note or a query and stays as typed.
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
        return Wish::Do(narrow::search(line));
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
        return program::by_number(app, number);
    }
    command(app, top, line).or_else(|| key(app, line)).unwrap_or_else(|| unknown(line))
}

/// Handles a line at a question. Every line is an answer, except the words of the questionnaire and a few words that
/// are typed alone. A line that is no answer may still name a key.
fn at_question(app: &App, top: usize, line: &str) -> Wish {
    match question::word_for_everywhere(line) {
        Some(word) => does(app, top, word, ""),
        None => question::said(app, line, |message| key(app, line).unwrap_or(Wish::Tell(message))),
    }
}

/// Handles a line while the list of actions is open: a number chooses an action, but a word applies to the page below
/// it.
fn beside_actions(app: &App, top: usize, line: &str) -> Option<Wish> {
    let is_of_the_list = line.is_empty() || numbers::whole(line).is_some() || ["back", "b"].contains(&line);
    if !matches!(app.overlays.last(), Some(Overlay::Palette(_))) || is_of_the_list || pressed(app, line).is_some() {
        return None;
    }
    let mut under = app.clone();
    update(&mut under, Action::Back);
    Some(match parse(&under, top, line) {
        Wish::Do(actions) => Wish::Do(std::iter::once(Action::Back).chain(actions).collect()),
        other => other,
    })
}

/// Returns the binding of the named key in the current context.
fn pressed<'a>(app: &'a App, name: &str) -> Option<&'a Bound> {
    let mut here = app.world.keymap.of_place(Context::of(app));
    here.find(|bound| bound.keys.iter().any(|key| key.name() == name || key.typed_name() == name))
}

/// Handles a line that names a key, or an action by its name in a configuration file. Key names are accepted because
/// notices mention keys.
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

/// Handles a line that starts with a command word.
fn command(app: &App, top: usize, line: &str) -> Option<Wish> {
    let (name, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let (word, rest) = match named(&line.to_lowercase().replace(' ', "-")) {
        Some(word) => (word, ""),
        None => (named(&name.to_lowercase())?, rest.trim()),
    };
    Some(does(app, top, word, rest))
}

/// Returns what a word does with the text after it.
fn does(app: &App, top: usize, word: &Command, rest: &str) -> Wish {
    match &word.does {
        Does::Act(_) if !rest.is_empty() => Wish::Tell(format!("`{}` takes nothing after it.", word.names[0])),
        Does::Act(action) => reach(app, action),
        Does::OnProgram(action) => program::on_program(app, action, rest),
        Does::Reads(verb) => verb_with(app, top, *verb, rest),
    }
}

fn unknown(line: &str) -> Wish {
    let name = line.split_whitespace().next().unwrap_or_default();
    let names = COMMANDS.iter().flat_map(|word| word.names.iter().copied());
    let hint = did_you_mean(name, names);
    let hint = if hint.is_empty() { " `help` lists every word.".to_owned() } else { hint };
    Wish::Tell(format!("There is no word `{}`.{hint}", quoted(name)))
}

fn verb_with(app: &App, top: usize, verb: Verb, rest: &str) -> Wish {
    match verb {
        Verb::Search => Wish::Do(narrow::search(rest)),
        Verb::Filters => narrow::filters(app, rest),
        Verb::Filter => narrow::filter(app, rest),
        Verb::Remove => narrow::remove(app, rest),
        Verb::Sort => narrow::sort(app, rest),
        Verb::List => narrow::to_list(app),
        Verb::Next => narrow::turn(app, top + PAGE),
        Verb::Previous if top == 0 => Wish::Tell("This is the start of the list.".to_owned()),
        Verb::Previous => narrow::turn(app, top.saturating_sub(PAGE)),
        Verb::Compare => program::compare(app, rest),
        Verb::Hours => plan::hours(app, rest),
        Verb::Start => plan::start(app, rest),
        Verb::Deadline => plan::deadline(app, rest),
        Verb::Try => question::try_answer(app, rest),
        Verb::Again => Wish::Say(print::page(app, top)),
        Verb::Part(part) => match print::part(app, part) {
            Some(_) => Wish::Part(part),
            None => Wish::Tell("That is the whole page; `again` says it once more.".to_owned()),
        },
        Verb::TakeOut => program::take_out(app, rest),
        Verb::Sources => program::sources(app, rest),
        Verb::Actions => Wish::Do(vec![Action::ShowActions, Action::Paste(rest.to_owned())]),
        Verb::Keep => kept::keep(app, rest),
        Verb::Note => Wish::Note(rest.to_owned()),
        Verb::UndoKept => Wish::Do(vec![Action::Keep(KeepAction::Undo)]),
        Verb::Profile => kept::profile(app, rest),
        Verb::NewProfile => kept::new_profile(rest),
        Verb::KeepAnswers => kept::keep_answers(rest),
        Verb::Share => share(app, rest),
        Verb::Label => kept::label(app, rest),
        Verb::ForgetProfile => kept::forget_profile(app, rest),
        Verb::Replay => kept::replay(app, rest),
        Verb::Help => Wish::Say(print::help(app)),
    }
}

/// Writes the current page to the named file; without a name, asks for one.
fn share(app: &App, name: &str) -> Wish {
    match reach(app, &Action::Share) {
        Wish::Do(actions) if !name.is_empty() => Wish::Do(actions.into_iter().chain(kept::take_line(name)).collect()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::app::World;
    use crate::catalog::Catalog;
    use crate::keys;
    use crate::lines::Conversation;

    /// Returns the number of actions of a line after other lines.
    fn actions(mut conversation: Conversation, before: &[&str], line: &str) -> usize {
        for line in before {
            conversation.hear(line);
        }
        match parse(conversation.app(), 0, line) {
            Wish::Do(actions) => actions.len(),
            _ => 0,
        }
    }

    #[test]
    fn a_row_far_down_takes_no_more_actions_than_the_first_one() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let conversation = Conversation::new(World::new(catalog, date(2026, 11, 23), None, keys::defaults()));
        for (before, word) in [
            (&["compare 1 2 3 4", "compare"][..], ""),
            (&["compare 1 2 3 4", "compare"], "take-out "),
            (&["search python", "filters"], ""),
            (&["similar 1"], ""),
            (&["actions"], ""),
            (&["sort"], ""),
            (&["search price:<500 length:<12 ibm", "remove"], "remove "),
        ] {
            let [first, far] =
                ["1", "3"].map(|number| actions(conversation.clone(), before, &format!("{word}{number}")));
            assert!(first > 0, "{before:?} {word}");
            assert_eq!(first, far, "{before:?} {word}");
        }
    }
}
