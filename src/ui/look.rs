//! Which role looks how. The only place that names colours: the terminal's own foreground and background, a few of its
//! eight basic colours as foreground, and bold, underline and reverse; so any palette the user has stays readable, and
//! nothing is told by colour alone.

use ratatui::style::{Color, Modifier, Style};

use crate::app::doc::Role;

/// How to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Look {
    /// Whether to use colours at all; without them bold, underline and reverse remain.
    pub has_color: bool,
    /// Whether to use ASCII characters only for everything that is not text of the catalogue.
    pub is_ascii: bool,
}

impl Look {
    /// The style of a role.
    pub fn style(self, role: Role) -> Style {
        let plain = Style::new();
        match role {
            Role::Plain => plain,
            Role::Title => plain.add_modifier(Modifier::BOLD),
            Role::Heading | Role::Label | Role::Dim => plain.add_modifier(Modifier::DIM),
            Role::Match => self.accent().add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            Role::Selected => plain.add_modifier(Modifier::REVERSED),
            Role::Focus | Role::Key => self.accent().add_modifier(Modifier::BOLD),
            Role::Differs | Role::Bar => self.accent(),
            Role::Best => self.color(Color::Green).add_modifier(Modifier::BOLD),
            Role::Warning => self.color(Color::Red),
        }
    }

    /// The one accent. Magenta is the basic colour that both light and dark palettes keep readable.
    fn accent(self) -> Style {
        self.color(Color::Magenta)
    }

    fn color(self, color: Color) -> Style {
        if self.has_color { Style::new().fg(color) } else { Style::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colours_what_is_selected_and_matched_still_shows() {
        let mono = Look { has_color: false, is_ascii: false };
        for role in [Role::Selected, Role::Match, Role::Best, Role::Title] {
            let style = mono.style(role);
            assert_eq!((style.fg, style.bg), (None, None));
            assert!(!style.add_modifier.is_empty(), "{role:?}");
        }
    }
}
