//! Maps roles to styles; no other module names colours.
//!
//! The default look uses the terminal's own foreground and background, one of its basic colours as foreground, and
//! bold, dim, underline and reverse, so that every palette stays readable. No look conveys anything by colour alone.

mod own;

use ratatui::style::{Color, Modifier, Style};

use crate::look::{Depth, LookName};
use crate::page::Role;

pub use own::{Own, OwnError, default_words};

/// How to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Look {
    /// The name of the look.
    pub name: LookName,
    /// The colour depth of the terminal.
    pub depth: Depth,
    /// The user's own look; `None` if there is none.
    pub own: Option<&'static Own>,
    /// Whether to replace characters by ASCII wherever there is a replacement.
    pub is_ascii: bool,
}

impl Look {
    /// Returns a look by name, with defaults for everything else.
    pub fn named(name: LookName) -> Self {
        Self { name, ..Self::default() }
    }

    /// Returns the style of a role. It replaces any style drawn before.
    pub fn style(self, role: Role) -> Style {
        let style = match self.name {
            LookName::Default => default(role),
            LookName::Dark => dark(role, self.depth),
            LookName::Light => light(role, self.depth),
            LookName::HighContrast => high_contrast(role, self.depth),
            LookName::Mono => mono(role),
            LookName::Own => self.own.map_or_else(|| default(role), |own| own.style(role, self.depth)),
        };
        Style::reset().patch(style)
    }
}

/// The accent colour is magenta, because that is the basic colour that both light and dark palettes keep readable.
fn default(role: Role) -> Style {
    if is_accented(role) { mono(role).fg(Color::Magenta) } else { mono(role) }
}

/// Whether a role has the accent colour: the keyboard focus and matches. All other roles differ by weight or by their
/// text: a key is bold, a warning is a word.
fn is_accented(role: Role) -> bool {
    matches!(role, Role::Match | Role::Focus)
}

/// Styles that use only bold, dim, underline and reverse.
fn mono(role: Role) -> Style {
    let plain = Style::new();
    match role {
        Role::Plain | Role::Differs | Role::Best => plain,
        Role::Warning | Role::Title | Role::Focus | Role::Key => plain.add_modifier(Modifier::BOLD),
        // In full tone, bars between rows and numbers would merge with the selected row.
        Role::Heading | Role::Label | Role::Dim | Role::Bar => plain.add_modifier(Modifier::DIM),
        Role::Match => plain.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
        Role::Selected => plain.add_modifier(Modifier::REVERSED),
        Role::SelectedMatch => plain.add_modifier(Modifier::REVERSED | Modifier::BOLD | Modifier::UNDERLINED),
    }
}

/// Light tones on the terminal's own dark background. Dim text has a fixed tone, because terminals
/// differ in how far they dim.
fn dark(role: Role, depth: Depth) -> Style {
    let tone = |fixed: u8, basic: Color| tone(depth, fixed, basic);
    match role {
        Role::Heading | Role::Label | Role::Dim | Role::Bar => Style::new().fg(tone(249, Color::Gray)),
        _ if is_accented(role) => mono(role).fg(tone(117, Color::LightCyan)),
        _ => mono(role),
    }
}

/// Dark tones on the terminal's own light background.
fn light(role: Role, depth: Depth) -> Style {
    let tone = |fixed: u8, basic: Color| tone(depth, fixed, basic);
    match role {
        Role::Heading | Role::Label | Role::Dim | Role::Bar => Style::new().fg(tone(239, Color::DarkGray)),
        _ if is_accented(role) => mono(role).fg(tone(25, Color::Blue)),
        _ => mono(role),
    }
}

/// Bright text on black. This is the only look that sets the background, because it guarantees a contrast.
fn high_contrast(role: Role, depth: Depth) -> Style {
    let tone = |fixed: u8, basic: Color| tone(depth, fixed, basic);
    let plain = Style::new().fg(tone(231, Color::White)).bg(tone(16, Color::Black));
    let bold = plain.add_modifier(Modifier::BOLD);
    match role {
        Role::Plain | Role::Label | Role::Dim | Role::Differs | Role::Best | Role::Bar => plain,
        Role::Title | Role::Heading | Role::Key | Role::Warning => bold,
        Role::Selected => bold.add_modifier(Modifier::REVERSED),
        Role::SelectedMatch => bold.add_modifier(Modifier::REVERSED | Modifier::UNDERLINED),
        Role::Match => bold.add_modifier(Modifier::UNDERLINED).fg(tone(226, Color::LightYellow)),
        Role::Focus => bold.fg(tone(226, Color::LightYellow)),
    }
}

/// One of the 240 fixed tones, or the nearest basic colour if the terminal has only those.
fn tone(depth: Depth, fixed: u8, basic: Color) -> Color {
    if depth == Depth::Sixteen { basic } else { Color::Indexed(fixed) }
}

/// Returns the red, green and blue of a fixed tone: first a colour cube with six steps per side, then a row of greys.
fn rgb(fixed: u8) -> (u8, u8, u8) {
    let step = |place: u8| if place == 0 { 0 } else { 55 + 40 * place };
    if fixed >= 232 {
        let grey = 8 + 10 * (fixed - 232);
        return (grey, grey, grey);
    }
    let cube = fixed.saturating_sub(16);
    (step(cube / 36), step(cube / 6 % 6), step(cube % 6))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colours_what_is_selected_and_matched_still_shows() {
        let mono = Look::named(LookName::Mono);
        for role in [Role::Selected, Role::SelectedMatch, Role::Match, Role::Title, Role::Focus, Role::Key] {
            let style = mono.style(role);
            assert_eq!((style.fg, style.bg), (Some(Color::Reset), Some(Color::Reset)));
            assert!(!style.add_modifier.is_empty(), "{role:?}");
        }
    }

    #[test]
    fn the_default_look_keeps_to_the_basic_colours_as_foreground() {
        for (role, _) in Role::ALL {
            let style = Look::default().style(role);
            assert_eq!(style.bg, Some(Color::Reset), "{role:?}");
            let basic = [Color::Reset, Color::Magenta];
            assert!(style.fg.is_some_and(|color| basic.contains(&color)), "{role:?}");
        }
    }

    #[test]
    fn what_stands_out_without_colour_stands_out_in_every_look() {
        for name in LookName::ALL {
            for depth in [Depth::Sixteen, Depth::Indexed, Depth::True] {
                let look = Look { name, depth, ..Look::default() };
                for role in [Role::Selected, Role::SelectedMatch, Role::Match, Role::Title, Role::Focus, Role::Key] {
                    let wanted = mono(role).add_modifier;
                    assert!(look.style(role).add_modifier.contains(wanted), "{name:?} {role:?}");
                }
            }
        }
    }

    #[test]
    fn only_high_contrast_sets_a_background_and_no_look_of_ours_needs_true_colour() {
        for name in [LookName::Default, LookName::Dark, LookName::Light, LookName::HighContrast, LookName::Mono] {
            for (role, _) in Role::ALL {
                let style = Look { name, depth: Depth::True, ..Look::default() }.style(role);
                assert!(!matches!(style.fg, Some(Color::Rgb(..))), "{name:?} {role:?}");
                assert_eq!(style.bg == Some(Color::Reset), name != LookName::HighContrast, "{name:?} {role:?}");
            }
        }
    }

    /// The relative luminance of a tone, as the accessibility guidelines (WCAG 2.1) define it.
    fn luminance((red, green, blue): (u8, u8, u8)) -> f64 {
        let part = |value: u8| {
            let share = f64::from(value) / 255.0;
            if share <= 0.03928 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)
    }

    fn contrast(one: (u8, u8, u8), other: (u8, u8, u8)) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn high_contrast_keeps_the_enhanced_contrast_and_dims_nothing() {
        for (role, _) in Role::ALL {
            let style = Look { name: LookName::HighContrast, depth: Depth::Indexed, ..Look::default() }.style(role);
            let (Some(Color::Indexed(fg)), Some(Color::Indexed(bg))) = (style.fg, style.bg) else {
                panic!("{role:?} has no tones of its own");
            };
            assert!(contrast(rgb(fg), rgb(bg)) >= 7.0, "{role:?}");
            assert!(!style.add_modifier.contains(Modifier::DIM), "{role:?}");
        }
    }

    #[test]
    fn dark_and_light_keep_the_contrast_of_the_guidelines_on_the_backgrounds_they_are_made_for() {
        let dark = (LookName::Dark, [(0, 0, 0), (0x28, 0x2a, 0x36), (0x30, 0x30, 0x30), (0, 0x2b, 0x36)]);
        let light = (LookName::Light, [(0xff, 0xff, 0xff), (0xee, 0xe8, 0xd5), (0xfd, 0xf6, 0xe3), (0xe4, 0xe4, 0xe4)]);
        for (name, backgrounds) in [dark, light] {
            for (role, _) in Role::ALL {
                let style = Look { name, depth: Depth::Indexed, ..Look::default() }.style(role);
                let Some(Color::Indexed(fixed)) = style.fg else { continue };
                for background in backgrounds {
                    let contrast = contrast(rgb(fixed), background);
                    assert!(contrast >= 4.5, "{name:?} {role:?} has {contrast:.1} on {background:?}");
                }
            }
        }
    }
}
