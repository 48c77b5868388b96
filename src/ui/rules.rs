//! Thin lines between panes, joined where they meet.

use std::collections::BTreeMap;

use ratatui::buffer::Buffer;
use ratatui::style::Style;

const UP: u8 = 1;
const DOWN: u8 = 2;
const LEFT: u8 = 4;
const RIGHT: u8 = 8;

/// The cells of all lines, each with the sides that are connected.
#[derive(Debug, Default)]
pub(super) struct Rules {
    cells: BTreeMap<(u16, u16), u8>,
}

impl Rules {
    /// Adds a horizontal line of `cols` columns.
    pub(super) fn across(&mut self, x: u16, y: u16, cols: u16) {
        for place in 0..cols {
            let left = if place > 0 { LEFT } else { 0 };
            let right = if place + 1 < cols { RIGHT } else { 0 };
            *self.cells.entry((x + place, y)).or_default() |= left | right;
        }
    }

    /// Adds a vertical line of `rows` rows.
    pub(super) fn down(&mut self, x: u16, y: u16, rows: u16) {
        for place in 0..rows {
            let up = if place > 0 { UP } else { 0 };
            let down = if place + 1 < rows { DOWN } else { 0 };
            *self.cells.entry((x, y + place)).or_default() |= up | down;
        }
    }

    pub(super) fn draw(&self, style: Style, buffer: &mut Buffer) {
        for (&(x, y), &sides) in &self.cells {
            if let Some(cell) = buffer.cell_mut((x, y)) {
                cell.set_symbol(sign(sides)).set_style(style);
            }
        }
    }
}

fn sign(sides: u8) -> &'static str {
    match (sides & (UP | DOWN), sides & (LEFT | RIGHT)) {
        (0, _) => "─",
        (_, 0) => "│",
        (DOWN, RIGHT) => "┌",
        (DOWN, LEFT) => "┐",
        (UP, RIGHT) => "└",
        (UP, LEFT) => "┘",
        (DOWN, _) => "┬",
        (UP, _) => "┴",
        (_, RIGHT) => "├",
        (_, LEFT) => "┤",
        _ => "┼",
    }
}
