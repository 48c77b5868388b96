//! Keys and their names. [`Key`] is our own name for what a terminal sends.

/// A key without modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A character.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift-Tab.
    BackTab,
    /// The up arrow.
    Up,
    /// The down arrow.
    Down,
    /// The left arrow.
    Left,
    /// The right arrow.
    Right,
    /// Page Up.
    PageUp,
    /// Page Down.
    PageDown,
    /// Home.
    Home,
    /// End.
    End,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// The function key with this number.
    F(u8),
}

/// The modifier held with a key. Shift is part of the character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Held {
    /// None.
    Nothing,
    /// Ctrl.
    Ctrl,
    /// Alt.
    Alt,
}

/// A key with its modifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// The key.
    pub code: Code,
    /// The modifier.
    pub held: Held,
}

impl Key {
    /// Returns a key without a modifier.
    pub const fn plain(code: Code) -> Self {
        Self { code, held: Held::Nothing }
    }

    /// Returns a character key without a modifier.
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// Returns a letter key with Ctrl.
    pub const fn ctrl(c: char) -> Self {
        Self { code: Code::Char(c), held: Held::Ctrl }
    }

    /// Returns a letter key with Alt.
    pub const fn alt(c: char) -> Self {
        Self::char(c).with_alt()
    }

    /// Returns the key with Alt.
    #[must_use]
    pub const fn with_alt(self) -> Self {
        let code = match self.code {
            // The case would depend on Shift, which bindings do not distinguish here.
            Code::Char(c) => Code::Char(c.to_ascii_lowercase()),
            code => code,
        };
        Self { code, held: Held::Alt }
    }

    /// Whether no modifier is held, so that a character key types its character.
    pub const fn is_alone(self) -> bool {
        matches!(self.held, Held::Nothing)
    }

    /// Returns the name as shown, such as `PgDn` or `↑`.
    pub fn name(self) -> String {
        let name = match self.code {
            _ if self.held == Held::Alt => return Self::plain(self.code).name_with_alt(),
            Code::Char(' ') => "Space",
            Code::Char(c) if self.held == Held::Ctrl => return format!("Ctrl-{}", c.to_ascii_uppercase()),
            Code::Char(c) => return c.to_string(),
            Code::Enter => "Enter",
            Code::Esc => "Esc",
            Code::Tab => "Tab",
            Code::BackTab => "Shift-Tab",
            Code::Up => "↑",
            Code::Down => "↓",
            Code::Left => "←",
            Code::Right => "→",
            Code::PageUp => "PgUp",
            Code::PageDown => "PgDn",
            Code::Home => "Home",
            Code::End => "End",
            Code::Backspace => "Backspace",
            Code::Delete => "Del",
            Code::F(number) => return format!("F{number}"),
        };
        name.to_owned()
    }

    fn name_with_alt(self) -> String {
        match self.code {
            Code::Char(c) => format!("Alt-{}", c.to_ascii_uppercase()),
            _ => format!("Alt-{}", self.name()),
        }
    }

    /// Returns the name in plain letters, as written in a configuration file.
    pub fn typed_name(self) -> String {
        let named = Self::NAMES.into_iter().find(|(code, _)| *code == self.code && self.is_alone());
        named.map_or_else(|| self.name(), |(_, name)| name.to_owned())
    }

    /// The typed names of keys that have no printable character.
    pub const NAMES: [(Code, &'static str); 17] = [
        (Code::Char(' '), "Space"),
        (Code::Enter, "Enter"),
        (Code::Esc, "Esc"),
        (Code::Tab, "Tab"),
        (Code::BackTab, "Shift-Tab"),
        (Code::Up, "Up"),
        (Code::Down, "Down"),
        (Code::Left, "Left"),
        (Code::Right, "Right"),
        (Code::PageUp, "PgUp"),
        (Code::PageDown, "PgDn"),
        (Code::Home, "Home"),
        (Code::End, "End"),
        (Code::Backspace, "Backspace"),
        (Code::Delete, "Del"),
        (Code::F(1), "F1"),
        (Code::F(12), "F12"),
    ];

    /// Returns the key with a shown or typed name: `p`, `Ctrl-P`, `PgDn`, `Space`, `F5`, `↑`.
    /// `None` if there is no such key.
    pub fn named(name: &str) -> Option<Self> {
        let mut chars = name.chars();
        if let (Some(c), None) = (chars.next(), chars.next()) {
            let arrow = [Code::Up, Code::Down, Code::Left, Code::Right].map(Self::plain);
            let shown = arrow.into_iter().find(|key| key.name() == name);
            return shown.or_else(|| (!c.is_whitespace() && !c.is_control()).then_some(Self::char(c)));
        }
        let lower = name.to_lowercase();
        if lower.starts_with("alt-") {
            return Self::named(&name["alt-".len()..]).filter(|key| key.is_alone()).map(Self::with_alt);
        }
        if let Some(letter) = lower.strip_prefix("ctrl-") {
            // Terminals send the other letters as Backspace, Tab or Enter.
            let is_told_apart = |letter: &char| letter.is_ascii_lowercase() && !"hijm".contains(*letter);
            return letter.parse().ok().filter(is_told_apart).map(Self::ctrl);
        }
        if let Some(number) = lower.strip_prefix('f').and_then(|number| number.parse().ok()) {
            return (1..=12).contains(&number).then_some(Self::plain(Code::F(number)));
        }
        let named = Self::NAMES.into_iter().find(|(_, known)| known.to_lowercase() == lower);
        named.map(|(code, _)| Self::plain(code))
    }
}
