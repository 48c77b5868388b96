//! The lists of overlays, each row with its number.

use super::rows::{chip_labels, numbered};
use crate::app::choices::{self, ProfileRow};
use crate::app::{App, Overlay, Palette, PaletteRow, page as pages};
use crate::keys::Key;
use crate::page::print::row_in_words;
use crate::search::Sort;

pub(super) fn overlay_lines(app: &App, overlay: &Overlay) -> Vec<String> {
    match overlay {
        Overlay::RemoveFilter => numbered("Active filters; a number removes one.", &chip_labels(app)),
        Overlay::Limits => numbered(
            "Limits; a number lifts one or puts it back. Your answers still count.",
            &choices::limit_rows(app)
                .into_iter()
                .map(|row| format!("{}: {}", if row.is_active { "active" } else { "lifted" }, row.words))
                .collect::<Vec<_>>(),
        ),
        Overlay::Changes => of_table(app, overlay, "Answers that would change the result; a number uses one."),
        Overlay::Decisions => of_table(app, overlay, "Decisions; a number reads one."),
        Overlay::Courses => numbered("Courses; a number marks one as finished, or not.", &courses(app)),
        Overlay::Kept => of_table(app, overlay, "Your shortlist; a number opens the facts."),
        Overlay::Similar { .. } => of_table(app, overlay, "Similar programs; a number opens its facts."),
        Overlay::Profiles => numbered("Profiles; a number uses that one.", &profiles(app)),
        Overlay::Prompt(prompt) => vec![format!("{}: type it, or `back`.", pages::prompt_title(app, &prompt.purpose))],
        Overlay::Orders => numbered("Orders of the list; a number chooses one.", &orders(app)),
        Overlay::Palette(palette) => numbered("All actions; a number does one.", &action_words(palette)),
        Overlay::Notice => app.notice.iter().cloned().collect(),
        Overlay::AskAbout(_) => of_table(app, overlay, "Which program? A number asks about it."),
        Overlay::Help(_)
        | Overlay::Sources(_)
        | Overlay::Program(_)
        | Overlay::Guide(_)
        | Overlay::Plan { .. }
        | Overlay::WhyNot
        | Overlay::Decision(_)
        | Overlay::History => Vec::new(),
    }
}

/// Returns a list that the screen shows as a table, with a line before each group.
fn of_table(app: &App, overlay: &Overlay, heading: &str) -> Vec<String> {
    let Some(table) = pages::picker_table(app, overlay) else {
        return vec![nothing_kept(overlay).unwrap_or(heading).to_owned()];
    };
    let mut lines = vec![heading.to_owned()];
    for (row, number) in table.rows.iter().zip(1..) {
        lines.extend(row.group.as_ref().map(|group| format!("{group}:")));
        lines.push(format!("{number} of {}: {}", table.rows.len(), row_in_words(&table, row)));
    }
    lines
}

/// Returns the text of an empty list of kept things, with the word that keeps the first one.
fn nothing_kept(overlay: &Overlay) -> Option<&'static str> {
    match overlay {
        Overlay::Decisions => Some("No decision is kept yet; at a result, `keep-decision` keeps one."),
        Overlay::Kept => Some("Nothing is kept yet; `keep` and a number keeps a program."),
        _ => None,
    }
}

/// Returns the profiles, and the choices about keeping answers.
fn profiles(app: &App) -> Vec<String> {
    let words = |row: ProfileRow| match row {
        ProfileRow::Profile(id) => pages::profile_line(app, &id),
        ProfileRow::Answers(choice) => {
            let chosen = if choice == app.personal.consent { ", chosen" } else { "" };
            format!("{} {}{chosen}", pages::CONSENT, pages::choice_name(choice))
        }
    };
    choices::profile_rows(app).into_iter().map(words).collect()
}

/// Returns the courses of the program, each with whether it is finished.
fn courses(app: &App) -> Vec<String> {
    let words = |row: choices::CourseRow| {
        format!("{}, {}", row.title, if row.is_finished { "finished" } else { "not finished" })
    };
    choices::course_rows(app).into_iter().map(words).collect()
}

/// The orders of the list; the current one is marked.
fn orders(app: &App) -> Vec<String> {
    let words = |sort: Sort| {
        let now = if sort == app.view.sort { ", now" } else { "" };
        format!("{}, {}{now}", sort.subject(), sort.first())
    };
    choices::order_rows(app).into_iter().map(words).collect()
}

/// Returns the matching actions: name, keys, description, and why it is not possible now.
fn action_words(palette: &Palette) -> Vec<String> {
    let words = |row: &PaletteRow| {
        let keys: Vec<&str> = row.keys.split_whitespace().map(spoken_key).collect();
        let keys = if keys.is_empty() { "no key".to_owned() } else { keys.join(" or ") };
        let reason = row.way.as_ref().err().map_or_else(String::new, |reason| format!("; not now: {reason}"));
        format!("{}, {keys}: {}{reason}", row.action.name().unwrap_or_default(), row.help)
    };
    palette.found().map(words).collect()
}

/// The name of a key in letters, such as a word for an arrow.
fn spoken_key(name: &str) -> &str {
    let code = Key::named(name).filter(|key| key.is_alone()).map(|key| key.code);
    Key::NAMES.into_iter().find(|(own, _)| Some(*own) == code).map_or(name, |(_, spoken)| spoken)
}
