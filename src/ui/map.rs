//! Draws the map: the picture, with its words beside or below it.

use ratatui::buffer::Buffer;

use super::rules::Rules;
use super::{Look, paint};
use crate::app::layout::body;
use crate::app::{App, page};
use crate::page::{Line, Role};

pub(super) fn map(app: &App, look: Look, buffer: &mut Buffer) {
    let (cols, rows) = app.size;
    let body = body(cols, rows);
    let (picture, words) = page::map_areas(app);
    let mut rules = Rules::default();
    rules.across(0, body.y - 1, cols);
    rules.across(0, rows - 2, cols);
    if picture.is_some() && words.x > body.x + 1 {
        rules.down(words.x - 2, body.y - 1, body.rows + 2);
    }
    rules.draw(look.style(Role::Dim), buffer);
    paint::line(&Line::of(Role::Dim, format!(" {}", page::map_title(app))), 0, 1, cols, look, buffer);
    if let Some(area) = picture {
        paint::doc(&page::map_picture(app, area.cols, area.rows), 0, area, look, buffer);
    }
    paint::doc(&page::map_words(app, words.cols), app.tops.page, words, look, buffer);
}
