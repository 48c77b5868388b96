//! What lies over the screen, in a frame of its own.

use ratatui::buffer::Buffer;

use super::rules::Rules;
use super::{Look, paint};
use crate::app::doc::{Line, Role};
use crate::app::{App, Overlay, page};

pub(super) fn overlay(app: &App, which: Overlay, look: Look, buffer: &mut Buffer) {
    let area = page::overlay_area(app, which);
    if area.cols < 8 || area.rows < 3 {
        return;
    }
    paint::clear(area, look, buffer);
    let mut frame = Rules::default();
    frame.across(area.x, area.y, area.cols);
    frame.across(area.x, area.y + area.rows - 1, area.cols);
    frame.down(area.x, area.y, area.rows);
    frame.down(area.x + area.cols - 1, area.y, area.rows);
    frame.draw(look.style(Role::Dim), buffer);
    let title = match which {
        Overlay::Help => "Keys",
        Overlay::Sources => "Sources",
        Overlay::Guide => "Kinds of credential",
        Overlay::RemoveFilter => "Remove which filter?",
        Overlay::Program => "Facts",
        Overlay::WhyNot => "Why not",
        Overlay::Plan => "Plan",
        Overlay::Notice => "To know",
        Overlay::Limits => "Limits",
        Overlay::Changes => "Answers that would change this",
    };
    paint::line(&Line::of(Role::Title, format!(" {title} ")), area.x + 2, area.y, area.cols - 4, look, buffer);
    let text = page::overlay_text_area(app, which);
    paint::doc(&page::overlay(app, which, text.cols), app.tops.overlay, text, look, buffer);
}
