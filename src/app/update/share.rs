//! Writing the current page to a file: asks for a name, whose extension selects the markup, and sends
//! the text out as an effect.

use super::prompt;
use crate::app::prompt::{Prompt, Purpose};
use crate::app::report_file::Markup;
use crate::app::share;
use crate::app::subject::Subject;
use crate::app::{App, Effect, TextInput};

/// Asks for the name of the file.
pub(super) fn ask(app: &mut App) {
    if let Some(subject) = Subject::of(app) {
        prompt::open(app, Purpose::Share(subject));
    }
}

/// Writes the file under the typed name. A name without a known extension stays in the line, and the user is told.
pub(super) fn write(app: &mut App, subject: &Subject, name: &str) -> Effect {
    let Some(effect) = share::file(app, subject, name) else {
        app.notice = Some("End the name in .html for a web page, or in .md for Markdown.".to_owned());
        return Effect::None;
    };
    prompt::close(app);
    effect
}

/// Changes the extension of the typed name to the other markup.
pub(super) fn other_markup(app: &mut App) {
    let Some(Prompt { purpose: Purpose::Share(_), input, .. }) = app.overlays.prompt_mut() else { return };
    let typed = input.value().trim().to_owned();
    let name = match Markup::of(&typed) {
        Some((markup, stem)) => markup.other().name(stem),
        None => Markup::Html.name(&typed),
    };
    *input = TextInput::of(&name);
}
