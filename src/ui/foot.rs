//! The last two lines: a rule that carries what there is to tell, and the keys that work now.

use ratatui::buffer::Buffer;

use super::head::found_notice;
use super::{Look, paint};
use crate::app::doc::{Line, Role};
use crate::app::{App, Overlay};
use crate::keys;
use crate::width;

pub(super) fn foot(app: &App, look: Look, buffer: &mut Buffer) {
    let (cols, rows) = app.size;
    let is_over_the_screen = app.overlays.last() == Some(&Overlay::Notice);
    if let Some(notice) =
        app.notice.as_deref().or_else(|| found_notice(app).filter(|_| !app.is_typing)).filter(|_| !is_over_the_screen)
    {
        let text = width::cut(notice, usize::from(cols).saturating_sub(6));
        paint::line(&Line::of(Role::Warning, format!(" {text} ")), 2, rows - 2, cols - 2, look, buffer);
    }
    paint::line(&hints(app, usize::from(cols)), 0, rows - 1, cols, look, buffer);
}

/// The footer, hint by hint.
fn hints(app: &App, cols: usize) -> Line {
    shown(app, cols).into_iter().fold(Line::of(Role::Plain, " "), |line, (keys, word)| {
        line.and(Role::Key, keys).and(Role::Dim, format!(" {word}")).and(Role::Plain, "  ")
    })
}

/// The columns that a hint takes, with the blanks around it.
fn hint_cols((keys, word): &(String, &str)) -> usize {
    width::cols(keys) + width::cols(word) + 3
}

/// As many keys as fit; the last ones of the table, help and quit, are kept for last and always shown.
fn shown(app: &App, cols: usize) -> Vec<(String, &'static str)> {
    let mut hints = keys::footer(app);
    let last = hints.split_off(hints.len().saturating_sub(2));
    let mut end = 1 + last.iter().map(hint_cols).sum::<usize>();
    let fits = |hint: &&(String, &str)| {
        end += hint_cols(hint);
        end <= cols
    };
    let fitting = hints.iter().take_while(fits).count();
    hints.truncate(fitting);
    hints.extend(last);
    hints
}

/// The word of the hint at a column of the footer.
pub(super) fn word_at(app: &App, x: u16) -> Option<&'static str> {
    let x = usize::from(x);
    let mut end = 1;
    shown(app, usize::from(app.size.0)).into_iter().find_map(|hint| {
        let start = end;
        end += hint_cols(&hint);
        (start..end - 2).contains(&x).then_some(hint.1)
    })
}
