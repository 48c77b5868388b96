//! The names of the looks, and the rule that chooses one from the user's settings and the environment. The colours are
//! defined in `ui::look`. This room reads no environment: callers pass it in. It never queries the terminal, so it
//! never waits for a reply that may not come.

named! {
    /// A look, by name.
    #[derive(Default)]
    LookName {
        /// The terminal's own foreground and background and a few basic colours: readable on any palette.
        #[default]
        Default = "default";
        /// Colours chosen for a dark background.
        Dark = "dark";
        /// Colours chosen for a light background.
        Light = "light";
        /// Bright colours on black, with nothing dimmed.
        HighContrast = "high-contrast";
        /// No colours.
        Mono = "mono";
        /// The user's own look, from the configuration.
        Own = "own";
    }
}

impl LookName {
    /// The next look in order, wrapping around. [`LookName::Own`] is skipped unless `has_own`.
    #[must_use]
    pub fn next(self, has_own: bool) -> Self {
        let there: Vec<Self> = Self::ALL.into_iter().filter(|look| has_own || *look != Self::Own).collect();
        let place = there.iter().position(|look| *look == self).map_or(0, |place| place + 1);
        there[place % there.len()]
    }
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum When {
    /// On a terminal, unless the environment says otherwise.
    #[default]
    Auto,
    /// Always, even in files and pipes.
    Always,
    /// Never.
    Never,
}

/// The number of colours that a terminal is known to support.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Depth {
    /// The sixteen basic colours, whose tones the user can set.
    #[default]
    Sixteen,
    /// 256 colours, of which 240 have fixed tones.
    Indexed,
    /// 24-bit colours.
    True,
}

/// The settings of the environment for colours and encoding.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Surroundings {
    /// Whether the output is a terminal.
    pub is_terminal: bool,
    /// Whether `NO_COLOR` is not empty, or `CLICOLOR` or `FORCE_COLOR` is `0`.
    pub no_color: bool,
    /// Whether `CLICOLOR_FORCE` or `FORCE_COLOR` is set to anything but `0`.
    pub force_color: bool,
    /// The characters that the encoding of the locale can represent.
    pub letters: Letters,
    /// The value of `TERM`.
    pub term: String,
    /// The value of `COLORTERM`.
    pub colorterm: String,
    /// The value of `COLORFGBG`: the numbers of the foreground and background colour, as some terminals set it.
    pub colorfgbg: String,
}

impl Surroundings {
    /// Evaluates the environment; `variable` returns the value of a variable, if it is set.
    pub fn of(is_terminal: bool, variable: impl Fn(&str) -> Option<String>) -> Self {
        let text = |name: &str| variable(name).unwrap_or_default();
        let is_on = |name: &str| !matches!(text(name).as_str(), "" | "0");
        Self {
            is_terminal,
            no_color: !text("NO_COLOR").is_empty() || text("CLICOLOR") == "0" || text("FORCE_COLOR") == "0",
            force_color: is_on("CLICOLOR_FORCE") || is_on("FORCE_COLOR"),
            letters: letters(&variable),
            term: text("TERM"),
            colorterm: text("COLORTERM"),
            colorfgbg: text("COLORFGBG"),
        }
    }

    /// Whether the terminal can only print lines.
    pub fn is_dumb(&self) -> bool {
        self.term == "dumb"
    }

    /// Whether colours and escape sequences may be used. The flag overrides the environment, `NO_COLOR` overrides a
    /// request for colour, and by default neither a dumb terminal nor anything but a terminal gets colour.
    pub fn wants_color(&self, when: When) -> bool {
        match when {
            When::Always => true,
            When::Never => false,
            When::Auto if self.no_color => false,
            When::Auto if self.force_color => true,
            When::Auto => self.is_terminal && !self.is_dumb(),
        }
    }

    /// Returns the supported number of colours: 24-bit if `COLORTERM` says so; 256 if it has any other value or `TERM`
    /// contains `256color`; otherwise sixteen.
    pub fn depth(&self) -> Depth {
        let is_true = matches!(self.colorterm.as_str(), "truecolor" | "24bit");
        let is_indexed = self.term.contains("256color") || !self.colorterm.is_empty();
        match (is_true, is_indexed) {
            (true, _) => Depth::True,
            (false, true) => Depth::Indexed,
            (false, false) => Depth::Sixteen,
        }
    }

    /// The look for the background that `COLORFGBG` names, or the default look if it names none.
    fn look_of_background(&self) -> LookName {
        let background = self.colorfgbg.rsplit_once(';').and_then(|(_, last)| last.parse::<u8>().ok());
        match background {
            Some(0..=6 | 8) => LookName::Dark,
            Some(7 | 9..=15) => LookName::Light,
            _ => LookName::Default,
        }
    }
}

/// The characters that an output can represent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Letters {
    /// All scripts: the locale names UTF-8, or no encoding.
    #[default]
    All,
    /// ASCII only: the locale names another encoding.
    Ascii,
}

/// The characters of the encoding in the first locale variable that is set, for example `de_DE.ISO-8859-1`.
fn letters(variable: &impl Fn(&str) -> Option<String>) -> Letters {
    let set = |name: &&str| variable(name).filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(set).unwrap_or_default();
    let Some((_, encoding)) = locale.split_once('.') else { return Letters::All };
    let encoding = encoding.split('@').next().unwrap_or_default().to_ascii_lowercase();
    if matches!(encoding.as_str(), "utf-8" | "utf8") { Letters::All } else { Letters::Ascii }
}

/// Chooses a look: the one named by the flag, or else by the configuration, or else by the environment, or else the
/// look that suits every terminal. If colours are not wanted, it is the look without colours, unless a look was named.
/// [`When::Never`] overrides everything.
pub fn choose(flag: Option<LookName>, when: When, configured: Option<LookName>, around: &Surroundings) -> LookName {
    if when == When::Never {
        return LookName::Mono;
    }
    flag.or(configured)
        .unwrap_or_else(|| if around.wants_color(when) { around.look_of_background() } else { LookName::Mono })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(variables: &'static [(&'static str, &'static str)]) -> Surroundings {
        Surroundings::of(true, |name| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    }

    fn chosen(variables: &'static [(&'static str, &'static str)]) -> LookName {
        choose(None, When::Auto, None, &around(variables))
    }

    #[test]
    fn every_look_is_found_by_its_name_and_reached_by_the_key() {
        let mut look = LookName::Default;
        for expected in LookName::ALL {
            assert_eq!(LookName::from_slug(expected.slug()), Some(expected));
            assert_eq!(look, expected);
            look = look.next(true);
        }
        assert_eq!(look, LookName::Default);
        assert_eq!(LookName::Mono.next(false), LookName::Default, "one's own is left out where there is none");
    }

    #[test]
    fn a_flag_beats_the_configuration_which_beats_the_environment() {
        let no_color = around(&[("NO_COLOR", "1")]);
        let (dark, light) = (Some(LookName::Dark), Some(LookName::Light));
        assert_eq!(choose(dark, When::Auto, light, &no_color), LookName::Dark);
        assert_eq!(choose(None, When::Auto, light, &no_color), LookName::Light);
        assert_eq!(choose(None, When::Auto, None, &no_color), LookName::Mono);
        assert_eq!(choose(None, When::Always, None, &no_color), LookName::Default);
        assert_eq!(choose(dark, When::Never, light, &around(&[])), LookName::Mono, "never is never");
    }

    #[test]
    fn the_environment_chooses_without_asking_the_terminal() {
        assert_eq!(chosen(&[("TERM", "xterm-256color")]), LookName::Default);
        assert_eq!(chosen(&[("TERM", "dumb")]), LookName::Mono);
        assert_eq!(chosen(&[("NO_COLOR", "")]), LookName::Default, "an empty NO_COLOR is none");
        assert_eq!(chosen(&[("NO_COLOR", "0")]), LookName::Mono, "NO_COLOR counts whatever it says");
        assert_eq!(chosen(&[("COLORFGBG", "15;0")]), LookName::Dark);
        assert_eq!(chosen(&[("COLORFGBG", "0;default;15")]), LookName::Light);
        assert_eq!(chosen(&[("COLORFGBG", "default;default")]), LookName::Default);
    }

    #[test]
    fn point_44_an_encoding_that_is_not_utf_8_leaves_ascii() {
        let has = |variables| around(variables).letters == Letters::All;
        assert!(!has(&[("LC_ALL", "de_DE.ISO-8859-1")]));
        assert!(!has(&[("LANG", "en_US.ISO-8859-15@euro")]));
        assert!(has(&[("LC_ALL", "C.UTF-8"), ("LANG", "ja_JP.eucJP")]), "the first one that is set decides");
        assert!(has(&[("LC_ALL", ""), ("LANG", "de_DE.utf8@euro")]));
        assert!(has(&[]) && has(&[("LANG", "en_US")]), "no encoding is named");
    }

    #[test]
    fn point_52_zero_means_no_colour() {
        let at = |variables| around(variables).wants_color(When::Auto);
        assert!(!at(&[("CLICOLOR", "0")]));
        assert!(!at(&[("FORCE_COLOR", "0")]));
        assert!(at(&[("CLICOLOR", "1")]));
    }

    #[test]
    fn the_flag_beats_the_environment_and_no_color_beats_force() {
        let at = |when, is_terminal, variables| Surroundings { is_terminal, ..around(variables) }.wants_color(when);
        assert!(at(When::Always, false, &[("NO_COLOR", "1")]));
        assert!(!at(When::Never, true, &[("FORCE_COLOR", "1")]));
        assert!(!at(When::Auto, true, &[("NO_COLOR", "1"), ("FORCE_COLOR", "1")]));
        assert!(at(When::Auto, false, &[("CLICOLOR_FORCE", "1")]));
        assert!(!at(When::Auto, true, &[("CLICOLOR_FORCE", "0"), ("TERM", "dumb")]));
        assert!(!at(When::Auto, false, &[]));
    }

    #[test]
    fn true_colour_is_used_only_where_the_terminal_says_it_has_it() {
        assert_eq!(around(&[("TERM", "xterm-256color")]).depth(), Depth::Indexed);
        assert_eq!(around(&[("TERM", "linux")]).depth(), Depth::Sixteen);
        assert_eq!(around(&[("TERM", "xterm"), ("COLORTERM", "truecolor")]).depth(), Depth::True);
        assert_eq!(around(&[]).depth(), Depth::Sixteen);
    }
}
