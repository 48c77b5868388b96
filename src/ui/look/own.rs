//! The user's own look: a few words for each role, with colours and modifiers. An unknown word is reported with the
//! nearest valid one; the other roles still apply.

use ratatui::style::{Color, Modifier, Style};
use thiserror::Error;

use super::{default, rgb};
use crate::catalog::{did_you_mean, printable};
use crate::config::{At, Complaint};
use crate::look::Depth;
use crate::page::Role;

/// The modifiers by name.
const MODIFIERS: [(&str, Modifier); 5] = [
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underline", Modifier::UNDERLINED),
    ("reverse", Modifier::REVERSED),
];

/// The colours by name.
const COLORS: [(&str, Color); 17] = [
    ("default", Color::Reset),
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("white", Color::Gray),
    ("bright-black", Color::DarkGray),
    ("bright-red", Color::LightRed),
    ("bright-green", Color::LightGreen),
    ("bright-yellow", Color::LightYellow),
    ("bright-blue", Color::LightBlue),
    ("bright-magenta", Color::LightMagenta),
    ("bright-cyan", Color::LightCyan),
    ("bright-white", Color::White),
];

/// The hint for a word that is not near any name.
const A_COLOR: &str = " A colour is a name such as `bright-blue`, a number from 0 to 255, or `#rrggbb`.";

/// The styles that the user has set; all other roles are as in the default look.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Own {
    styles: Vec<(Role, Style)>,
}

/// Why a line of a look cannot be applied.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum OwnError {
    /// There is no role with this name.
    #[error("There is no role `{0}`.{1}")]
    Role(String, String),
    /// The word is neither a colour nor a modifier.
    #[error("`{0}` is neither a colour nor a style.{1}")]
    Word(String, String),
    /// No colour follows `on`.
    #[error("After `on` a colour is missing, as in `white on blue`.")]
    Background,
}

impl Own {
    /// Returns the look in a configuration, or `None` if it has none, and a complaint for each line that cannot be
    /// applied.
    pub fn read(roles: &[(At<String>, String)]) -> (Option<Self>, Vec<Complaint>) {
        let mut own = Self::default();
        let mut complaints = Vec::new();
        for (role, words) in roles {
            if let Err(error) = own.set(&role.value, words) {
                complaints.push(Complaint::new(role.line, printable(&error.to_string())));
            }
        }
        ((!roles.is_empty()).then_some(own), complaints)
    }

    /// Sets the style of a role, such as `"match"` to `"bright-blue bold"` or `"white on 24"`.
    ///
    /// # Errors
    /// If the role or a word is unknown, or a colour is missing.
    pub fn set(&mut self, role: &str, words: &str) -> Result<(), OwnError> {
        let names = || Role::ALL.into_iter().map(|(_, name)| name);
        let Some((role, _)) = Role::ALL.into_iter().find(|(_, name)| *name == role) else {
            return Err(OwnError::Role(role.to_owned(), did_you_mean(role, names())));
        };
        let style = style(words)?;
        self.styles.retain(|(other, _)| *other != role);
        self.styles.push((role, style));
        Ok(())
    }

    /// The style of a role at a colour depth.
    pub(super) fn style(&self, role: Role, depth: Depth) -> Style {
        let said = |role: Role| self.styles.iter().find(|(other, _)| *other == role).map(|(_, style)| *style);
        // A match in a row that looks as the user wants it must not break that row.
        let within_selected = || {
            let selected = said(Role::Selected).filter(|_| role == Role::SelectedMatch)?;
            Some(selected.add_modifier(Modifier::BOLD | Modifier::UNDERLINED))
        };
        let mut style = said(role).or_else(within_selected).unwrap_or_else(|| default(role));
        style.fg = style.fg.map(|color| within(color, depth));
        style.bg = style.bg.map(|color| within(color, depth));
        style
    }
}

/// Returns the default style of a role, in the words of a configuration.
pub fn default_words(role: Role) -> String {
    let style = default(role);
    let color = |wanted: Option<Color>| COLORS.into_iter().find(|(_, color)| Some(*color) == wanted);
    let modifiers = MODIFIERS.into_iter().filter(|(_, modifier)| style.add_modifier.contains(*modifier));
    let words = color(style.fg).into_iter().map(|(name, _)| name).chain(modifiers.map(|(name, _)| name));
    words.collect::<Vec<_>>().join(" ")
}

fn style(words: &str) -> Result<Style, OwnError> {
    let mut style = Style::new();
    let mut words = words.split_whitespace();
    while let Some(word) = words.next() {
        if word == "on" {
            style = style.bg(color(words.next().ok_or(OwnError::Background)?)?);
        } else if let Some((_, modifier)) = MODIFIERS.into_iter().find(|(name, _)| *name == word) {
            style = style.add_modifier(modifier);
        } else {
            style = style.fg(color(word)?);
        }
    }
    Ok(style)
}

/// Parses a colour: a name, a number from 0 to 255, or `#rrggbb`.
fn color(word: &str) -> Result<Color, OwnError> {
    if let Some((_, color)) = COLORS.into_iter().find(|(name, _)| *name == word) {
        return Ok(color);
    }
    if let Ok(number) = word.parse() {
        return Ok(Color::Indexed(number));
    }
    if let Some(digits) = word.strip_prefix('#').filter(|digits| digits.len() == 6)
        && let Ok(number) = u32::from_str_radix(digits, 16)
    {
        return Ok(Color::from_u32(number));
    }
    let names = COLORS.iter().map(|(name, _)| *name).chain(MODIFIERS.iter().map(|(name, _)| *name));
    let hint = match did_you_mean(word, names) {
        hint if hint.is_empty() => A_COLOR.to_owned(),
        hint => hint,
    };
    Err(OwnError::Word(word.to_owned(), hint))
}

/// The colour, or the nearest one that the terminal has.
fn within(color: Color, depth: Depth) -> Color {
    match (color, depth) {
        (Color::Rgb(r, g, b), Depth::Indexed) => Color::Indexed(nearest_fixed((r, g, b))),
        (Color::Rgb(r, g, b), Depth::Sixteen) => nearest_basic((r, g, b)),
        (Color::Indexed(fixed @ 16..), Depth::Sixteen) => nearest_basic(rgb(fixed)),
        (color, _) => color,
    }
}

fn nearest_fixed(wanted: (u8, u8, u8)) -> u8 {
    (16..=255).min_by_key(|fixed| distance(rgb(*fixed), wanted)).unwrap_or(16)
}

/// Returns the basic colour whose usual tone is nearest.
fn nearest_basic(wanted: (u8, u8, u8)) -> Color {
    const USUAL: [(Color, (u8, u8, u8)); 16] = [
        (Color::Black, (0, 0, 0)),
        (Color::Red, (205, 0, 0)),
        (Color::Green, (0, 205, 0)),
        (Color::Yellow, (205, 205, 0)),
        (Color::Blue, (0, 0, 238)),
        (Color::Magenta, (205, 0, 205)),
        (Color::Cyan, (0, 205, 205)),
        (Color::Gray, (229, 229, 229)),
        (Color::DarkGray, (127, 127, 127)),
        (Color::LightRed, (255, 0, 0)),
        (Color::LightGreen, (0, 255, 0)),
        (Color::LightYellow, (255, 255, 0)),
        (Color::LightBlue, (92, 92, 255)),
        (Color::LightMagenta, (255, 0, 255)),
        (Color::LightCyan, (0, 255, 255)),
        (Color::White, (255, 255, 255)),
    ];
    USUAL.into_iter().min_by_key(|(_, tone)| distance(*tone, wanted)).map_or(Color::Reset, |(color, _)| color)
}

fn distance(one: (u8, u8, u8), other: (u8, u8, u8)) -> u32 {
    let part = |one: u8, other: u8| u32::from(one.abs_diff(other)).pow(2);
    part(one.0, other.0) + part(one.1, other.1) + part(one.2, other.2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(role: &str, words: &str) -> Own {
        let mut own = Own::default();
        own.set(role, words).expect("a line that is understood");
        own
    }

    #[test]
    fn words_make_a_style_and_the_rest_stays_as_it_is() {
        let own = own("match", "bright-blue bold on 24");
        let style = own.style(Role::Match, Depth::Indexed);
        assert_eq!(style, Style::new().fg(Color::LightBlue).bg(Color::Indexed(24)).add_modifier(Modifier::BOLD));
        assert_eq!(own.style(Role::Best, Depth::Indexed), default(Role::Best));
    }

    #[test]
    fn a_tone_that_the_terminal_lacks_becomes_the_nearest_that_it_has() {
        let own = own("warning", "#ff0010");
        let color = |depth| own.style(Role::Warning, depth).fg;
        assert_eq!(color(Depth::True), Some(Color::Rgb(0xff, 0, 0x10)));
        assert_eq!(color(Depth::Indexed), Some(Color::Indexed(196)));
        assert_eq!(color(Depth::Sixteen), Some(Color::LightRed));
    }

    #[test]
    fn what_is_not_understood_is_named_with_the_nearest_right_word() {
        let mut own = Own::default();
        let says = |error: Result<(), OwnError>| error.expect_err("a complaint").to_string();
        assert_eq!(says(own.set("mach", "bold")), "There is no role `mach`. Did you mean `match`?");
        assert_eq!(says(own.set("match", "gren")), "`gren` is neither a colour nor a style. Did you mean `green`?");
        assert!(says(own.set("match", "#12")).contains("#rrggbb"));
        assert!(says(own.set("match", "red on")).contains("After `on`"));
        assert_eq!(own, Own::default(), "nothing of it is kept");
    }

    #[test]
    fn a_configuration_is_followed_as_far_as_it_can_be() {
        let at = |line, role: &str| At { value: role.to_owned(), line };
        let (own, complaints) = Own::read(&[(at(3, "match"), "blue".to_owned()), (at(4, "mach"), "red".to_owned())]);
        assert_eq!(complaints, [Complaint::new(4, "There is no role `mach`. Did you mean `match`?")]);
        assert_eq!(own.map(|own| own.style(Role::Match, Depth::Sixteen).fg), Some(Some(Color::Blue)));
        assert_eq!(Own::read(&[]), (None, Vec::new()), "a look of which nothing is said is none");
    }
}
