//! The style in which characters are written, and the shortest escape sequence from one style to another.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// The style in which a character is written: its colours and attributes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Pen {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Pen {
    pub(super) fn of(cell: &Cell) -> Self {
        Self { fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }

    /// Whether a blank looks the same in both styles. Only the background and the attributes
    /// that show on a blank matter.
    pub(super) fn is_same_behind(self, other: Self) -> bool {
        let seen = Modifier::REVERSED | Modifier::UNDERLINED | Modifier::CROSSED_OUT;
        self.bg == other.bg && !self.modifier.intersects(seen) && !other.modifier.intersects(seen)
    }

    /// The shortest escape sequence that changes the terminal from this style to `to`.
    pub(super) fn words(self, to: Self) -> String {
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
