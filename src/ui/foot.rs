//! The last two lines: a rule that carries what there is to tell, and the keys that work now.

use ratatui::buffer::Buffer;

use super::{Look, paint};
use crate::app::doc::{Line, Role};
use crate::app::{App, Overlay};
use crate::keys;
use crate::width;

pub(super) fn foot(app: &App, look: Look, buffer: &mut Buffer) {
    let (cols, rows) = app.size;
    let is_over_the_screen = app.overlays.last() == Some(&Overlay::Notice);
    if let Some(notice) = app.notice.as_deref().or(app.hits.notice.as_deref()).filter(|_| !is_over_the_screen) {
        let text = width::cut(notice, usize::from(cols).saturating_sub(6));
        paint::line(&Line::of(Role::Warning, format!(" {text} ")), 2, rows - 2, cols - 2, look, buffer);
    }
    paint::line(&hints(app, usize::from(cols)), 0, rows - 1, cols, look, buffer);
}

/// As many keys as fit; the last ones of the table, help and quit, are kept for last and always shown.
fn hints(app: &App, cols: usize) -> Line {
    let all = keys::footer(app);
    let keep_from = all.len().saturating_sub(2);
    let hint_cols = |hint: &(String, &str)| width::cols(&hint.0) + width::cols(hint.1) + 3;
    let kept: usize = all[keep_from..].iter().map(hint_cols).sum();
    let mut left = cols.saturating_sub(kept + 1);
    let mut line = Line::of(Role::Plain, " ");
    let mut is_full = false;
    for (place, hint) in all.iter().enumerate() {
        let needs = hint_cols(hint);
        if place < keep_from {
            is_full |= needs > left;
            if is_full {
                continue;
            }
            left -= needs;
        }
        line = line.and(Role::Key, hint.0.clone()).and(Role::Dim, format!(" {}", hint.1)).and(Role::Plain, "  ");
    }
    line
}
