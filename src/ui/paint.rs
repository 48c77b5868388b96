//! Draws documents and lines as cells. Text that does not fit is cut with an ellipsis, and arrows
//! mark text above or below.

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use super::Look;
use crate::app::layout::{Area, MIN_COLS, MIN_ROWS};
use crate::page::{Doc, Line, Role};
use crate::{ascii, width};

/// Draws a line at a place in at most `cols` columns.
pub(super) fn line(line: &Line, x: u16, y: u16, cols: u16, look: Look, buffer: &mut Buffer) {
    let mut left = usize::from(cols);
    let mut x = x;
    let must_cut = line.cols() > left;
    for (place, span) in line.spans.iter().enumerate() {
        let follows: usize = line.spans[place + 1..].iter().map(|next| width::cols(&next.text)).sum();
        let used = width::cols(&span.text);
        // The ellipsis goes into the last column, in whichever span that is.
        let text = if must_cut && used + usize::from(follows > 0) > left {
            if used <= left { width::cut(&format!("{} ", span.text), left) } else { width::cut(&span.text, left) }
        } else {
            span.text.clone()
        };
        let room = if follows == 0 { left } else { used.min(left) };
        let text = if look.is_ascii { ascii::within(&text, room) } else { text };
        let next = put(&text, x, y, left, look.style(span.role), buffer);
        left = left.saturating_sub(usize::from(next - x));
        x = next;
        if left == 0 {
            return;
        }
    }
}

/// Writes a text in at most `cols` columns and returns the column after it.
fn put(text: &str, x: u16, y: u16, cols: usize, style: Style, buffer: &mut Buffer) -> u16 {
    if !width::is_simple(text) || y >= buffer.area.bottom() || x >= buffer.area.right() {
        return buffer.set_stringn(x, y, text, cols, style).0;
    }
    let room = cols.min(usize::from(buffer.area.right() - x));
    let start = buffer.index_of(x, y);
    let mut written = 0;
    for (cell, c) in buffer.content[start..start + room].iter_mut().zip(text.chars()) {
        cell.set_char(c).set_style(style);
        written += 1;
    }
    x + written
}

/// Draws the lines of a document from `top` on, with arrows at the right edge if there is more above or below.
pub(super) fn doc(doc: &Doc, top: usize, area: Area, look: Look, buffer: &mut Buffer) {
    let rows = usize::from(area.rows);
    let top = top.min(doc.last_top(rows));
    for (row, text) in doc.lines.iter().skip(top).take(rows).enumerate() {
        line(text, area.x, area.y + row as u16, area.cols, look, buffer);
    }
    mark(doc, top, area, look, buffer);
    more(top > 0, top + rows < doc.lines.len(), area, look, buffer);
}

/// Draws the mark of the lines under the cursor, in the column before the area.
fn mark(doc: &Doc, top: usize, area: Area, look: Look, buffer: &mut Buffer) {
    let Some(((first, last), x)) = doc.marked.zip(area.x.checked_sub(1)) else { return };
    for place in first.max(top)..(last + 1).min(top + usize::from(area.rows)) {
        if let Some(cell) = buffer.cell_mut((x, area.y + (place - top) as u16)) {
            cell.set_symbol(super::MARKS[0]).set_style(look.style(Role::Focus));
        }
    }
}

/// Draws the arrows at the right of an area if there is more above or below it.
pub(super) fn more(above: bool, below: bool, area: Area, look: Look, buffer: &mut Buffer) {
    if area.rows == 0 {
        return;
    }
    let x = area.x + area.cols;
    let mut mark = |y: u16, sign: &str| {
        if let Some(cell) = buffer.cell_mut((x, y)) {
            cell.set_symbol(sign).set_style(look.style(Role::Key));
        }
    };
    if above {
        mark(area.y, "↑");
    }
    if below {
        mark(area.y + area.rows - 1, "↓");
    }
}

/// Dims everything from the row `first` to the last but one, before an overlay is drawn.
pub(super) fn dim(first: u16, look: Look, buffer: &mut Buffer) {
    let cols = usize::from(buffer.area.width);
    let all = buffer.content.len();
    let start = (usize::from(first) * cols).min(all);
    for cell in &mut buffer.content[start..all.saturating_sub(cols).max(start)] {
        cell.set_style(look.style(Role::Dim));
    }
}

/// Fills an area with blanks.
pub(super) fn clear(area: Area, look: Look, buffer: &mut Buffer) {
    for y in area.y..area.y + area.rows {
        for x in area.x..area.x + area.cols {
            if let Some(cell) = buffer.cell_mut((x, y)) {
                cell.reset();
                cell.set_style(look.style(Role::Plain));
            }
        }
    }
}

/// Draws the message for a terminal that is too small.
pub(super) fn too_small(buffer: &mut Buffer, look: Look) {
    let area = buffer.area;
    if area.width == 0 || area.height == 0 {
        return;
    }
    let text = format!("Too small: needs {MIN_COLS}x{MIN_ROWS}, has {}x{}.", area.width, area.height);
    for (row, words) in width::wrap(&text, usize::from(area.width)).iter().take(usize::from(area.height)).enumerate() {
        line(&Line::of(Role::Plain, words.as_str()), area.x, area.y + row as u16, area.width, look, buffer);
    }
}
