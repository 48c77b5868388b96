//! The shortlist and the profiles, as lists over the screen.

use crate::app::Action;
use crate::app::personal::Purpose;
use crate::app::{App, KeepAction, Overlay};
use crate::config::KeepAnswers;
use crate::export::kept::changes_of;
use crate::keep::notebook::{Entry, Profile};

/// A row of the list of profiles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProfileRow {
    /// Switches to the profile with this id.
    Profile(String),
    /// Sets whether answers are kept while no profile is named.
    Answers(KeepAnswers),
}

/// Returns the rows of the list of profiles. The question whether answers are kept is included if the
/// current profile has no name.
pub fn profile_rows(app: &App) -> Vec<ProfileRow> {
    let profiles = app.personal.notebook.profiles.iter().map(|profile| ProfileRow::Profile(profile.id.clone()));
    let choices = KeepAnswers::ALL.into_iter().filter(|_| app.personal.name().is_none()).map(ProfileRow::Answers);
    profiles.chain(choices).collect()
}

/// The rows of the list of profiles, in words.
pub(super) fn profile_words(app: &App) -> Vec<String> {
    let words = |row: ProfileRow| match row {
        ProfileRow::Profile(id) => app.personal.notebook.profile(&id).map_or(id, |profile| of_profile(app, profile)),
        ProfileRow::Answers(choice) => {
            let mark = if choice == app.personal.consent { "■" } else { "□" };
            format!("{mark} Keep your answers on this computer? {}", of_choice(choice))
        }
    };
    profile_rows(app).into_iter().map(words).collect()
}

fn of_profile(app: &App, profile: &Profile) -> String {
    let name = profile.name.clone().unwrap_or_else(|| "(no name)".to_owned());
    let here = if profile.id == app.personal.profile { ", in use" } else { "" };
    let note = if profile.note.is_empty() { String::new() } else { format!(": {}", profile.note.line()) };
    format!("{name}{here} ({} kept, {} answers){note}", profile.shortlist.len(), profile.answers.len())
}

/// The label of a choice.
fn of_choice(choice: KeepAnswers) -> &'static str {
    match choice {
        KeepAnswers::Yes => "Yes",
        KeepAnswers::Ask => "Not now",
        KeepAnswers::Never => "Never",
    }
}

/// The kept programs in words: title, labels, note, and what changed.
pub(super) fn kept_words(app: &App) -> Vec<String> {
    let words = |entry: &Entry| {
        let catalog = app.catalog();
        let title = catalog.find(&entry.program).map(|ix| catalog.title_with_school(ix));
        let title = title.unwrap_or_else(|| entry.snapshot.title.clone());
        let labels = entry.labels.iter().cloned().collect::<Vec<_>>().join(", ");
        let changes = changes_of(app.catalog(), entry).join(" ");
        let part = |text: &str, put: &dyn Fn(&str) -> String| if text.is_empty() { String::new() } else { put(text) };
        let labels = part(&labels, &|labels| format!(" [{labels}]"));
        let note = part(&entry.note.line(), &|note| format!(": {note}"));
        let changes = part(&changes, &|changes| format!(" (since {}: {changes})", entry.snapshot.on));
        format!("{title}{labels}{note}{changes}")
    };
    app.personal.shown().iter().map(words).collect()
}

/// The text above the list.
pub(super) fn introduction(app: &App, overlay: Overlay) -> String {
    let key = |action: KeepAction| app.key(&Action::Keep(action));
    if overlay == Overlay::Profiles {
        let [new, copy, rename] = [KeepAction::New, KeepAction::Copy, KeepAction::Rename].map(key);
        return format!("For whom? {new} adds somebody, {copy} copies, {rename} renames.");
    }
    if app.personal.profile().shortlist.is_empty() {
        return format!(
            "Nothing is kept yet. {} keeps the selected program.",
            app.key(&Action::Keep(KeepAction::Toggle))
        );
    }
    let [toggle, note, label, earlier, later] =
        [KeepAction::Toggle, KeepAction::Note, KeepAction::Label, KeepAction::Earlier, KeepAction::Later].map(key);
    let keys = format!(
        "{toggle} takes a program off, {note} notes something, {label} labels it, {earlier} and {later} move it."
    );
    match &app.personal.label {
        Some(shown) => {
            format!("Only programs with the label {shown}; {} shows the next label. {keys}", key(KeepAction::NextLabel))
        }
        None => keys,
    }
}

/// Returns the title of the input line.
pub fn prompt_title(app: &App) -> String {
    let purpose = app.personal.prompt.as_ref().map(|prompt| prompt.purpose);
    match purpose {
        Some(Purpose::Note(Some(program))) => format!("Note on {}", app.catalog().program(program).title),
        Some(Purpose::Note(None)) => "Note on the person".to_owned(),
        Some(Purpose::NewProfile) => "Name of the person".to_owned(),
        Some(Purpose::CopyProfile) => "Name of the copy".to_owned(),
        Some(Purpose::RenameProfile) => "New name".to_owned(),
        Some(Purpose::Labels) => "Labels, with commas between them".to_owned(),
        Some(Purpose::Share(_)) => "Write to a file that ends in .html or .md".to_owned(),
        None => String::new(),
    }
}
