//! A terminal backend that writes few bytes: it remembers what the terminal shows and sends only the differences.
//!
//! Within a row it rewrites short unchanged stretches where that is shorter than a cursor movement, erases a blank rest
//! of the line with one sequence, and sends only the style attributes that change. It knows nothing of what is drawn.
//!
//! After a character whose width terminals disagree on, it positions the cursor explicitly.

use std::io::{self, Write};

use crossterm::cursor::{Hide, MoveTo, MoveToColumn, Show};
use crossterm::{queue, terminal};
use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

use super::size::size;
use crate::width;

/// A run of at least this many blanks is erased with one sequence instead of written.
const MANY_BLANKS: u16 = 10;

/// The style in which a character is written: its colours and attributes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Pen {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Pen {
    fn of(cell: &Cell) -> Self {
        Self { fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }

    /// Whether a blank looks the same in both styles. Only the background and the attributes
    /// that show on a blank matter.
    fn is_same_behind(self, other: Self) -> bool {
        let seen = Modifier::REVERSED | Modifier::UNDERLINED | Modifier::CROSSED_OUT;
        self.bg == other.bg && !self.modifier.intersects(seen) && !other.modifier.intersects(seen)
    }

    /// The shortest escape sequence that changes the terminal from this style to `to`.
    fn words(self, to: Self) -> String {
        let afresh = Self::codes(Self::default(), to, true);
        if !to.modifier.contains(self.modifier) {
            return afresh;
        }
        let changed = Self::codes(self, to, false);
        if afresh.len() < changed.len() { afresh } else { changed }
    }

    fn codes(from: Self, to: Self, is_afresh: bool) -> String {
        let added = to.modifier - from.modifier;
        let modifiers = MODIFIERS.iter().filter(|(modifier, _)| added.contains(*modifier));
        let mut codes: Vec<String> = modifiers.map(|(_, code)| (*code).to_owned()).collect();
        codes.extend((to.fg != from.fg).then(|| colour(to.fg, 30)));
        codes.extend((to.bg != from.bg).then(|| colour(to.bg, 40)));
        match (is_afresh, codes.is_empty()) {
            (true, true) => "\u{1b}[m".to_owned(),
            (true, false) => format!("\u{1b}[0;{}m", codes.join(";")),
            (false, true) => String::new(),
            (false, false) => format!("\u{1b}[{}m", codes.join(";")),
        }
    }
}

/// The SGR code of each attribute.
const MODIFIERS: [(Modifier, &str); 9] = [
    (Modifier::BOLD, "1"),
    (Modifier::DIM, "2"),
    (Modifier::ITALIC, "3"),
    (Modifier::UNDERLINED, "4"),
    (Modifier::SLOW_BLINK, "5"),
    (Modifier::RAPID_BLINK, "6"),
    (Modifier::REVERSED, "7"),
    (Modifier::HIDDEN, "8"),
    (Modifier::CROSSED_OUT, "9"),
];

/// The SGR parameters of a colour; `place` is 30 for the foreground and 40 for the background.
fn colour(colour: Color, place: u8) -> String {
    let basic = |number: u8| (place + number).to_string();
    let bright = |number: u8| (place + 60 + number).to_string();
    match colour {
        Color::Reset => basic(9),
        Color::Black => basic(0),
        Color::Red => basic(1),
        Color::Green => basic(2),
        Color::Yellow => basic(3),
        Color::Blue => basic(4),
        Color::Magenta => basic(5),
        Color::Cyan => basic(6),
        Color::Gray => basic(7),
        Color::DarkGray => bright(0),
        Color::LightRed => bright(1),
        Color::LightGreen => bright(2),
        Color::LightYellow => bright(3),
        Color::LightBlue => bright(4),
        Color::LightMagenta => bright(5),
        Color::LightCyan => bright(6),
        Color::White => bright(7),
        Color::Indexed(number) => format!("{};5;{number}", basic(8)),
        Color::Rgb(red, green, blue) => format!("{};2;{red};{green};{blue}", basic(8)),
    }
}

/// A screen whose output goes to `out`.
#[derive(Debug)]
pub(super) struct Canvas<W: Write> {
    out: W,
    size: Size,
    /// The cells that the terminal shows now, row by row.
    shown: Vec<Cell>,
    pen: Pen,
    /// The position of the terminal's cursor; `None` if it is not known.
    cursor: Option<Position>,
    is_cursor_shown: Option<bool>,
}

impl<W: Write> Canvas<W> {
    pub(super) fn new(out: W) -> Self {
        let (size, shown) = (Size::ZERO, Vec::new());
        Self { out, size, shown, pen: Pen::default(), cursor: None, is_cursor_shown: None }
    }

    /// Resets the canvas to a blank terminal of this size.
    fn forget(&mut self, size: Size) {
        self.size = size;
        self.shown.clear();
        self.shown.resize(usize::from(size.width) * usize::from(size.height), Cell::EMPTY);
        self.cursor = None;
        self.is_cursor_shown = None;
    }

    fn row(&self, y: u16) -> &[Cell] {
        let start = usize::from(y) * usize::from(self.size.width);
        self.shown.get(start..start + usize::from(self.size.width)).unwrap_or_default()
    }

    /// Writes the changed cells of a row, given by column in ascending order. `shown` already holds their new content.
    fn draw_row(&mut self, y: u16, changed: &[u16]) -> io::Result<()> {
        let row = self.row(y);
        let blank_end = row.len() - row.iter().rev().take_while(|cell| is_bare(cell)).count();
        let mut place = 0;
        while let Some(&x) = changed.get(place) {
            let is_last_blank = usize::from(x) >= blank_end && changed.len() - place > 3;
            if is_last_blank {
                self.go(x, y)?;
                self.take(Pen::default())?;
                return self.out.write_all(b"\x1b[K");
            }
            let blanks = self.blanks(y, &changed[place..]);
            if blanks >= MANY_BLANKS {
                self.go(x, y)?;
                self.take(Pen::default())?;
                write!(self.out, "\x1b[{blanks}X")?;
                place += usize::from(blanks);
            } else {
                self.put(x, y)?;
                place += 1;
            }
        }
        Ok(())
    }

    /// The number of bare blanks with which the changed cells of a row begin, without a gap.
    fn blanks(&self, y: u16, changed: &[u16]) -> u16 {
        let row = self.row(y);
        let is_next = |(place, x): &(u16, &u16)| **x == changed[0] + place && is_bare(&row[usize::from(**x)]);
        (0u16..).zip(changed).take_while(is_next).count() as u16
    }

    /// Writes one cell of `shown`.
    fn put(&mut self, x: u16, y: u16) -> io::Result<()> {
        self.go(x, y)?;
        let cell = self.row(y)[usize::from(x)].clone();
        let pen = Pen::of(&cell);
        if !(cell.symbol() == " " && pen.is_same_behind(self.pen)) {
            self.take(pen)?;
        }
        self.out.write_all(cell.symbol().as_bytes())?;
        // After the last column, some terminals keep the cursor there and others wrap: its position is not known.
        let is_known = is_narrow(&cell) && x + 1 < self.size.width;
        self.cursor = is_known.then_some(Position { x: x + 1, y });
        Ok(())
    }

    fn take(&mut self, pen: Pen) -> io::Result<()> {
        let words = if pen == self.pen { String::new() } else { self.pen.words(pen) };
        self.pen = pen;
        self.out.write_all(words.as_bytes())
    }

    /// Moves the cursor to a cell with as few bytes as possible.
    fn go(&mut self, x: u16, y: u16) -> io::Result<()> {
        match self.cursor {
            Some(at) if at == (Position { x, y }) => {}
            Some(at) if at.y == y && at.x < x => {
                let between = self.row(y)[usize::from(at.x)..usize::from(x)].to_vec();
                let step = if between.len() == 1 { "\x1b[C".to_owned() } else { format!("\x1b[{}C", between.len()) };
                let written = between.iter().try_fold(0, |bytes, cell| {
                    let is_written = is_narrow(cell) && (Pen::of(cell) == self.pen || self.is_blank_here(cell));
                    is_written.then(|| bytes + cell.symbol().len())
                });
                match written {
                    Some(bytes) if bytes <= step.len() => {
                        between.iter().try_for_each(|cell| self.out.write_all(cell.symbol().as_bytes()))?;
                    }
                    _ => self.out.write_all(step.as_bytes())?,
                }
            }
            Some(at) if at.y == y => queue!(self.out, MoveToColumn(x))?,
            _ => queue!(self.out, MoveTo(x, y))?,
        }
        self.cursor = Some(Position { x, y });
        Ok(())
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

    fn is_blank_here(&self, cell: &Cell) -> bool {
        cell.symbol() == " " && Pen::of(cell).is_same_behind(self.pen)
    }

    fn show(&mut self, is_shown: bool) -> io::Result<()> {
        if self.is_cursor_shown == Some(is_shown) {
            return Ok(());
        }
        self.is_cursor_shown = Some(is_shown);
        if is_shown { queue!(self.out, Show) } else { queue!(self.out, Hide) }
    }
}

/// Whether erasing leaves exactly this cell.
fn is_bare(cell: &Cell) -> bool {
    cell.symbol() == " " && Pen::of(cell).is_same_behind(Pen::default())
}

/// Whether the cell holds a single character that every terminal draws one column wide.
fn is_narrow(cell: &Cell) -> bool {
    let mut chars = cell.symbol().chars();
    chars.next().is_some() && chars.next().is_none() && width::cols(cell.symbol()) == 1
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
        let mut changed: Vec<u16> = Vec::new();
        let mut row = None;
        for (x, y, cell) in content {
            if row.is_some_and(|row| row != y) {
                self.draw_row(row.unwrap_or(y), &changed)?;
                changed.clear();
            }
            row = Some(y);
            let at = usize::from(y) * usize::from(self.size.width) + usize::from(x);
            if x >= self.size.width || at >= self.shown.len() {
                continue;
            }
            if changed.last() != Some(&x) {
                changed.push(x);
            }
            self.break_wide(x, y, cell, &mut changed);
            self.shown[at] = cell.clone();
        }
        if let Some(y) = row {
            self.draw_row(y, &changed)?;
        }
        // Reset the style, so that whatever is written next, by us or by the shell, starts plain.
        self.take(Pen::default())
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
    use ratatui::style::Style;

    use super::*;

    const COLS: u16 = 24;
    const ROWS: u16 = 4;

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
