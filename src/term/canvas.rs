//! A terminal backend that writes few bytes: it remembers what the terminal shows and sends only the differences (see
//! `plotter`). It does not depend on what is drawn.
//!
//! After a character whose width terminals disagree on, it positions the cursor explicitly.

mod pen;
mod plotter;

use std::io::{self, Write};

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::{queue, terminal};
use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use super::size::size;
use crate::width;
use plotter::{ChangedRow, Plotter};

/// A screen that writes to `out`. Between two frames the terminal is in its default style.
#[derive(Debug)]
pub(super) struct Canvas<W: Write> {
    out: W,
    size: Size,
    /// The cells that the terminal shows now, row by row.
    shown: Vec<Cell>,
    /// The position of the terminal's cursor; `None` if it is not known.
    cursor: Option<Position>,
    is_cursor_shown: Option<bool>,
}

impl<W: Write> Canvas<W> {
    pub(super) fn new(out: W) -> Self {
        let (size, shown) = (Size::ZERO, Vec::new());
        Self { out, size, shown, cursor: None, is_cursor_shown: None }
    }

    /// Resets the canvas to a blank terminal of this size.
    fn forget(&mut self, size: Size) {
        self.size = size;
        self.shown.clear();
        self.shown.resize(usize::from(size.width) * usize::from(size.height), Cell::EMPTY);
        self.cursor = None;
        self.is_cursor_shown = None;
    }

    /// Stores the cells of a new frame that differ from the last one. Returns all cells that have to be written.
    fn changed<'a>(&mut self, content: impl Iterator<Item = (u16, u16, &'a Cell)>) -> Vec<ChangedRow> {
        let mut rows: Vec<ChangedRow> = Vec::new();
        for (x, y, cell) in content {
            let at = usize::from(y) * usize::from(self.size.width) + usize::from(x);
            if x >= self.size.width || at >= self.shown.len() {
                continue;
            }
            if rows.last().is_none_or(|row| row.y != y) {
                rows.push(ChangedRow { y, columns: Vec::new() });
            }
            let Some(ChangedRow { columns, .. }) = rows.last_mut() else { continue };
            if columns.last() != Some(&x) {
                columns.push(x);
            }
            self.break_wide(x, y, cell, columns);
            self.shown[at] = cell.clone();
        }
        rows
    }

    /// Clears the other half of a wide character of which one half is overwritten, and adds it to the changed cells:
    /// terminals blank both halves.
    fn break_wide(&mut self, x: u16, y: u16, cell: &Cell, changed: &mut Vec<u16>) {
        let is_wide = |cell: &Cell| width::cols(cell.symbol()) > 1;
        let start = usize::from(y) * usize::from(self.size.width);
        let end = if is_wide(cell) { x + 2 } else { x + 1 };
        for column in x..end.min(self.size.width) {
            let at = start + usize::from(column);
            if is_wide(&self.shown[at]) && column + 1 < self.size.width {
                self.shown[at + 1] = Cell::EMPTY;
                changed.extend((column + 1 >= end).then_some(column + 1));
            }
            self.shown[at] = Cell::EMPTY;
        }
    }

    fn show(&mut self, is_shown: bool) -> io::Result<()> {
        if self.is_cursor_shown == Some(is_shown) {
            return Ok(());
        }
        self.is_cursor_shown = Some(is_shown);
        if is_shown { queue!(self.out, Show) } else { queue!(self.out, Hide) }
    }
}

/// Bytes written here go out with the next frame. They must not move the cursor or change the style.
impl<W: Write> Write for Canvas<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl<W: Write> Backend for Canvas<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        if self.shown.is_empty() {
            let size = self.size()?;
            self.forget(size);
        }
        let rows = self.changed(content);
        let plotter = Plotter::new(&self.shown, self.size.width, self.cursor).plotted(&rows);
        self.cursor = plotter.cursor;
        self.out.write_all(plotter.out.as_bytes())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.show(false)
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.show(true)
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        // The terminal is never asked: its answer could arrive late and be mistaken for keys.
        Ok(self.cursor.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let Position { x, y } = position.into();
        if self.cursor != Some(Position { x, y }) {
            queue!(self.out, MoveTo(x, y))?;
            self.cursor = Some(Position { x, y });
        }
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, _: ClearType) -> io::Result<()> {
        let size = self.size()?;
        self.forget(size);
        queue!(self.out, terminal::Clear(terminal::ClearType::All))
    }

    fn size(&self) -> io::Result<Size> {
        let (width, height) = size()?;
        Ok(Size { width, height })
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size()?, pixels: Size::default() })
    }

    /// Does nothing: the frame waits for what is still written after the cells, and goes out when the
    /// canvas itself is flushed.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU16;

    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Modifier, Style};

    use super::*;

    const COLS: u16 = 24;
    const ROWS: u16 = 6;

    /// What a terminal shows after these frames in turn, and the number of bytes that each took.
    fn shown(frames: &[Buffer]) -> (vt100::Parser, Vec<usize>) {
        let [rows, cols] = [ROWS, COLS].map(|size| NonZeroU16::new(size).expect("a size"));
        let mut terminal = vt100::Parser::new(rows, cols, 0);
        let mut canvas = Canvas::new(Vec::new());
        canvas.forget(Size::new(COLS, ROWS));
        let mut before = Buffer::empty(Rect::new(0, 0, COLS, ROWS));
        let mut bytes = Vec::new();
        for frame in frames {
            canvas.draw(before.diff_iter(frame)).expect("a vector takes everything");
            terminal.process(&canvas.out);
            bytes.push(canvas.out.len());
            canvas.out.clear();
            before = frame.clone();
        }
        (terminal, bytes)
    }

    fn frame(lines: &[(&str, Style)]) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, COLS, ROWS));
        for (y, (text, style)) in (0..ROWS).zip(lines) {
            buffer.set_stringn(0, y, text, usize::from(COLS), *style);
        }
        buffer
    }

    fn assert_shows(terminal: &vt100::Parser, frame: &Buffer) -> Result<(), TestCaseError> {
        for y in 0..ROWS {
            let mut x = 0;
            while x < COLS {
                let (ours, theirs) = (&frame[(x, y)], terminal.screen().cell(y, x).expect("a cell"));
                let text = if theirs.contents().is_empty() { " ".to_owned() } else { theirs.contents().to_string() };
                prop_assert_eq!(ours.symbol(), text.as_str(), "at {}, {}", x, y);
                let is_reversed = ours.modifier.contains(Modifier::REVERSED);
                prop_assert_eq!(is_reversed, theirs.inverse(), "reversed at {}, {}", x, y);
                let is_underlined = ours.modifier.contains(Modifier::UNDERLINED);
                prop_assert_eq!(is_underlined, theirs.underline(), "underlined at {}, {}", x, y);
                prop_assert_eq!(behind(ours.bg), theirs.bgcolor(), "behind {}, {}", x, y);
                if ours.symbol() != " " {
                    prop_assert_eq!(ours.modifier.contains(Modifier::BOLD), theirs.bold(), "bold at {}, {}", x, y);
                    prop_assert_eq!(behind(ours.fg), theirs.fgcolor(), "colour at {}, {}", x, y);
                }
                x += width::cols(ours.symbol()).max(1) as u16;
            }
        }
        Ok(())
    }

    fn behind(colour: Color) -> vt100::Color {
        match colour {
            Color::Magenta => vt100::Color::Idx(5),
            Color::LightCyan => vt100::Color::Idx(14),
            Color::Indexed(number) => vt100::Color::Idx(number),
            _ => vt100::Color::Default,
        }
    }

    fn style() -> impl Strategy<Value = Style> {
        let colour = prop_oneof![
            4 => Just(Color::Reset),
            1 => Just(Color::Magenta),
            1 => Just(Color::LightCyan),
            1 => Just(Color::Indexed(200)),
        ];
        let modifier = prop_oneof![
            4 => Just(Modifier::empty()),
            1 => Just(Modifier::BOLD),
            1 => Just(Modifier::REVERSED),
            1 => Just(Modifier::BOLD | Modifier::UNDERLINED),
        ];
        (colour.clone(), colour, modifier)
            .prop_map(|(fg, bg, modifier)| Style::new().fg(fg).bg(bg).add_modifier(modifier))
    }

    fn frames() -> impl Strategy<Value = Vec<Buffer>> {
        let text = proptest::collection::vec(
            prop_oneof![3 => Just(' '), 2 => Just('a'), 2 => Just('b'), 1 => Just('é'), 1 => Just('│'), 1 => Just('学')],
            0..30,
        );
        let piece = (0..COLS, 0..ROWS, text, style());
        let frame = proptest::collection::vec(piece, 0..8).prop_map(|pieces| {
            let mut buffer = Buffer::empty(Rect::new(0, 0, COLS, ROWS));
            for (x, y, text, style) in pieces {
                let text: String = text.into_iter().collect();
                buffer.set_stringn(x, y, text, usize::from(COLS - x), style);
            }
            blank_second_halves(&mut buffer);
            buffer
        });
        proptest::collection::vec(frame, 1..6)
    }

    /// Empties the cell after each wide character, which its second half covers.
    fn blank_second_halves(buffer: &mut Buffer) {
        for at in 1..buffer.content.len() {
            if width::cols(buffer.content[at - 1].symbol()) > 1 {
                buffer.content[at] = Cell::EMPTY;
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

        #[test]
        fn a_terminal_shows_the_last_frame_whatever_was_shown_before(frames in frames()) {
            let (terminal, _) = shown(&frames);
            assert_shows(&terminal, frames.last().expect("a frame"))?;
        }
    }

    #[test]
    fn what_stays_is_not_written_and_a_short_gap_is_written_over() {
        let plain = Style::new();
        let (_, bytes) = shown(&[
            frame(&[("data analysis", plain)]),
            frame(&[("data analysis", plain)]),
            frame(&[("late analysts", plain)]),
        ]);
        // Positioning the cursor takes 6 bytes; then come the characters from the first that differs to the last.
        assert_eq!(bytes[1], 0, "nothing changed");
        assert!(bytes[2] <= 6 + "late analysts".len(), "{bytes:?}");
    }

    #[test]
    fn a_mark_more_in_each_row_costs_one_change_of_style_in_all() {
        let marked = |marks: usize| {
            let mut buffer = frame(&[("supplier of chains", Style::new()); ROWS as usize]);
            let marks = Rect::new(0, 0, marks as u16, ROWS);
            buffer.set_style(marks, Style::new().fg(Color::Magenta).add_modifier(Modifier::BOLD));
            buffer
        };
        let (terminal, bytes) = shown(&[marked(3), marked(4)]);
        assert!(terminal.screen().cell(3, 3).is_some_and(vt100::Cell::bold));
        // The first position (6), the style (7) and its end (3); then a letter a row, with a way down and back (2).
        assert!(bytes[1] <= 6 + 7 + 3 + 3 * usize::from(ROWS), "{bytes:?}");
    }

    #[test]
    fn narrow_columns_are_written_from_top_to_bottom() {
        let rows = |text| frame(&[(text, Style::new()); ROWS as usize]);
        let (terminal, bytes) = shown(&[rows("a          1"), rows("b          2")]);
        assert_eq!(terminal.screen().contents().lines().last(), Some("b          2"));
        // Two positions (6 and 7), and in each row two letters, each with a way down and back (2).
        assert!(bytes[1] <= 6 + 7 + 6 * usize::from(ROWS), "{bytes:?}");
    }

    #[test]
    fn a_line_that_gets_shorter_is_erased_in_one_go() {
        let plain = Style::new();
        let (_, bytes) = shown(&[frame(&[("twenty-four columns here", plain)]), frame(&[("", plain)])]);
        assert!(bytes[1] <= 12, "{bytes:?}");
    }

    #[test]
    fn what_follows_a_frame_is_plain() {
        let (terminal, _) = shown(&[frame(&[("reversed", Style::new().add_modifier(Modifier::REVERSED))])]);
        assert!(!terminal.screen().inverse());
    }
}
