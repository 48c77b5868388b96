//! The types of key bindings: keys, contexts and the keymap. The table itself and the user's changes
//! come from [`crate::keys`].
//!
//! They belong to the state because the text of pages mentions keys. No terminal is known here: [`Key`] is our own name
//! for what a terminal sends.

use super::{Action, App, HelpSection, Overlay, Pane, Screen};

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

/// The place where a key is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// Typing a query.
    Typing,
    /// The list of programs.
    List,
    /// The facets.
    Filters,
    /// Choosing a range on a histogram.
    Range,
    /// The facts of the selected program.
    Detail,
    /// The facts of a program over the screen.
    Facts,
    /// The claims about a program.
    Claims,
    /// The guide to the kinds of credential.
    Guide,
    /// The comparison beside the list.
    ComparePane,
    /// The comparison over the whole screen.
    Compare,
    /// A question.
    Question,
    /// A question whose input line is always open.
    Field,
    /// Typing the answer to a question.
    TypingAnswer,
    /// The page of all answers.
    Review,
    /// The recommendation.
    Result,
    /// Trying other answers.
    WhatIf,
    /// The map.
    Map,
    /// The plan of a program.
    Plan,
    /// A text over the screen.
    Overlay,
    /// A list of choices over the screen.
    Picker,
    /// The list of all actions.
    Palette,
    /// Finding a program to ask about.
    AskAbout,
    /// The shortlist.
    Kept,
    /// The list of decisions.
    Decisions,
    /// The profiles.
    Profiles,
    /// Writing a note or a name.
    Prompt,
    /// Typing the name of a report file.
    FileName,
}

impl Context {
    /// Every context with its title, in the order of the help.
    pub const ALL: [(Self, &'static str); 27] = [
        (Self::List, "THE LIST"),
        (Self::Typing, "WHILE TYPING A SEARCH"),
        (Self::Filters, "THE FILTERS"),
        (Self::Range, "WHILE CHOOSING A RANGE"),
        (Self::Detail, "THE FACTS OF A PROGRAM"),
        (Self::Facts, "THE FACTS OVER THE SCREEN"),
        (Self::Claims, "THE CLAIMS BEHIND A FACT"),
        (Self::Guide, "THE GUIDE"),
        (Self::ComparePane, "THE COMPARISON BESIDE THE LIST"),
        (Self::Compare, "THE COMPARISON"),
        (Self::Question, "A QUESTION"),
        (Self::Field, "A QUESTION WITH A LINE TO TYPE IN"),
        (Self::TypingAnswer, "WHILE TYPING AN ANSWER"),
        (Self::Review, "YOUR ANSWERS"),
        (Self::Result, "THE RECOMMENDATION"),
        (Self::WhatIf, "TRYING OTHER ANSWERS"),
        (Self::Map, "THE MAP"),
        (Self::Plan, "A PLAN"),
        (Self::Overlay, "A PAGE OVER THE SCREEN"),
        (Self::Picker, "A CHOICE OVER THE SCREEN"),
        (Self::Palette, "ALL ACTIONS"),
        (Self::AskAbout, "WHICH PROGRAM TO ASK ABOUT"),
        (Self::Kept, "THE SHORTLIST"),
        (Self::Decisions, "THE DECISIONS"),
        (Self::Profiles, "THE PROFILES"),
        (Self::Prompt, "WHILE WRITING A NOTE OR A NAME"),
        (Self::FileName, "WHILE NAMING A FILE"),
    ];

    /// Returns the context of the current state.
    pub fn of(app: &App) -> Self {
        match (app.overlays.last(), app.screen, app.focus) {
            (Some(Overlay::Plan), ..) => Self::Plan,
            (Some(Overlay::Program), ..) => Self::Facts,
            (Some(Overlay::Sources), ..) => Self::Claims,
            (Some(Overlay::Guide), ..) => Self::Guide,
            (Some(Overlay::Palette), ..) => Self::Palette,
            (Some(Overlay::AskAbout), ..) => Self::AskAbout,
            (Some(Overlay::Kept), ..) => Self::Kept,
            (Some(Overlay::Decisions), ..) => Self::Decisions,
            (Some(Overlay::Profiles), ..) => Self::Profiles,
            (Some(Overlay::Prompt), ..) if app.personal.is_naming_a_file() => Self::FileName,
            (Some(Overlay::Prompt), ..) => Self::Prompt,
            (Some(overlay), ..) if overlay.is_picker() => Self::Picker,
            (Some(_), ..) => Self::Overlay,
            (None, Screen::Explore, _) if app.is_typing => Self::Typing,
            (None, Screen::Explore, _) if app.range.is_some() => Self::Range,
            (None, Screen::Explore, Pane::List) => Self::List,
            (None, Screen::Explore, Pane::Filters) => Self::Filters,
            (None, Screen::Explore, Pane::Detail) => Self::Detail,
            (None, Screen::Explore, Pane::Compare) => Self::ComparePane,
            (None, Screen::Compare, _) => Self::Compare,
            (None, Screen::Question, _) if app.interview.has_line && !app.interview.is_blank_text() => Self::Field,
            (None, Screen::Question, _) if app.interview.is_typing() => Self::TypingAnswer,
            (None, Screen::Question, _) => Self::Question,
            (None, Screen::Review, _) => Self::Review,
            (None, Screen::Result, _) => Self::Result,
            (None, Screen::WhatIf, _) => Self::WhatIf,
            (None, Screen::Map, _) => Self::Map,
        }
    }

    /// Returns its name in a configuration file.
    pub fn slug(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Typing => "typing",
            Self::Filters => "filters",
            Self::Range => "range",
            Self::Detail => "facts",
            Self::Facts => "facts-page",
            Self::Claims => "claims",
            Self::Guide => "guide",
            Self::ComparePane => "comparison-pane",
            Self::Compare => "comparison",
            Self::Question => "question",
            Self::Field => "field",
            Self::TypingAnswer => "typing-answer",
            Self::Review => "answers",
            Self::Result => "result",
            Self::WhatIf => "what-if",
            Self::Map => "map",
            Self::Plan => "plan",
            Self::Overlay => "page",
            Self::Picker => "choice",
            Self::Palette => "actions",
            Self::AskAbout => "ask-about",
            Self::Kept => "kept",
            Self::Decisions => "decisions",
            Self::Profiles => "profiles",
            Self::Prompt => "line",
            Self::FileName => "file-name",
        }
    }

    /// Returns the place as the end of a sentence.
    pub fn within(self) -> &'static str {
        match self {
            Self::List => "in the list",
            Self::Typing => "while typing a search",
            Self::Filters => "in the filters",
            Self::Range => "while choosing a range",
            Self::Detail | Self::Facts => "in the facts of a program",
            Self::Claims => "in the claims behind a fact",
            Self::Guide => "in the guide",
            Self::ComparePane | Self::Compare => "in the comparison",
            Self::Question => "at a question",
            Self::Field => "at a question with a line to type in",
            Self::TypingAnswer => "while typing an answer",
            Self::Review => "on the page of your answers",
            Self::Result => "at the recommendation",
            Self::WhatIf => "while trying other answers",
            Self::Map => "on the map",
            Self::Plan => "in a plan",
            Self::Overlay => "on a page over the screen",
            Self::Picker => "in a choice over the screen",
            Self::Palette => "in the list of all actions",
            Self::AskAbout => "where a program to ask about is typed",
            Self::Kept => "in the shortlist",
            Self::Decisions => "in the list of decisions",
            Self::Profiles => "in the list of profiles",
            Self::Prompt => "while writing a note or a name",
            Self::FileName => "while naming a file",
        }
    }

    /// Returns its title.
    pub fn title(self) -> &'static str {
        Self::ALL.into_iter().find(|(context, _)| *context == self).map_or("", |(_, title)| title)
    }

    /// Whether characters are text here, not commands.
    pub fn is_typing(self) -> bool {
        matches!(
            self,
            Self::Typing
                | Self::Filters
                | Self::Field
                | Self::TypingAnswer
                | Self::Palette
                | Self::AskAbout
                | Self::Prompt
                | Self::FileName
        )
    }
}

/// The keys of an action in one context.
#[derive(Clone, Debug, PartialEq)]
pub struct Bound {
    /// The context.
    pub context: Context,
    /// The keys; the first is the one shown.
    pub keys: Vec<Key>,
    /// The action.
    pub action: Action,
    /// The word in the footer; adjacent rows with the same word share it. Empty if the row is not in the footer.
    pub footer: &'static str,
    /// The description in the help.
    pub help: &'static str,
    /// Whether the keys cannot be changed.
    pub is_fixed: bool,
}

/// How keys without a printable character are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Spelling {
    /// With signs for the arrows: `←`.
    #[default]
    Signs,
    /// In letters: `Left`. Replaced by an ASCII character, the sign of an arrow would look like the key `<`.
    Letters,
}

/// All key bindings. Resolving keys, the footer and the help all use them.
#[derive(Clone, Debug, PartialEq)]
pub struct Keymap {
    /// The bindings, context by context, in the order of the footer.
    pub rows: Vec<Bound>,
    /// How keys are named.
    pub spelling: Spelling,
    /// Where nobody presses keys, what is typed for each action in place of its key.
    pub words: Vec<(Action, &'static str)>,
}

impl Keymap {
    /// Returns the name of a key as it is shown.
    pub fn spelled(&self, key: Key) -> String {
        match self.spelling {
            Spelling::Signs => key.name(),
            Spelling::Letters => key.typed_name(),
        }
    }

    /// Returns the names of several keys as they are shown, separated by blanks.
    pub fn all_spelled(&self, keys: &[Key]) -> String {
        keys.iter().map(|key| self.spelled(*key)).collect::<Vec<_>>().join(" ")
    }

    /// Returns the bindings of a context.
    pub fn of_place(&self, context: Context) -> impl Iterator<Item = &Bound> {
        self.rows.iter().filter(move |row| row.context == context)
    }

    /// Returns the name of the key for an action: its first key in this context, or else in another context, unless
    /// that key does something else here. If it has no key, returns how to find it in the list of all actions.
    pub fn name_of(&self, context: Context, action: &Action) -> String {
        if let Some((_, word)) = self.words.iter().find(|(own, _)| own == action) {
            return format!("`{word}`");
        }
        let name = action.name().unwrap_or_default();
        let spelled = |action| self.key_for(context, action).map(|key| self.spelled(key));
        let by_name = || spelled(&Action::ShowActions).map(|key| format!("{key} {name}"));
        spelled(action).or_else(by_name).unwrap_or_else(|| name.to_owned())
    }

    /// Whether an action has a key in a context.
    pub fn has_key(&self, context: Context, action: &Action) -> bool {
        self.of_place(context).any(|row| row.action.name() == action.name() && !row.keys.is_empty())
    }

    fn key_for(&self, context: Context, action: &Action) -> Option<Key> {
        let is_meant = |row: &&Bound| row.action == *action || row.action.name() == action.name();
        let is_taken = |key: &Key| !context.is_typing() && self.of_place(context).any(|row| row.keys.contains(key));
        let here = self.of_place(context).filter(is_meant).find_map(|row| row.keys.first().copied());
        let mut elsewhere = self.rows.iter().filter(is_meant).filter_map(|row| row.keys.first().copied());
        here.or_else(|| elsewhere.find(|key| !is_taken(key)))
    }

    /// Returns all keys by context, for the help and the README.
    pub fn help(&self) -> Vec<HelpSection> {
        let section = |(context, title): (Context, &'static str)| HelpSection {
            title,
            keys: self
                .of_place(context)
                .filter(|row| !self.is_everywhere(row))
                .filter_map(|row| self.help_row(row))
                .chain((context == Context::Question).then(|| ("1 to 9".to_owned(), BY_NUMBER)))
                .collect(),
        };
        let everywhere = self.of_place(Context::List).filter(|row| self.is_everywhere(row));
        let everywhere = everywhere.filter_map(|row| self.help_row(row));
        let everywhere = HelpSection { title: "EVERYWHERE", keys: everywhere.collect() };
        std::iter::once(everywhere)
            .chain(Context::ALL.into_iter().map(section))
            .filter(|section| !section.keys.is_empty())
            .collect()
    }

    /// Whether the same keys do the same in every context in which characters are commands.
    fn is_everywhere(&self, row: &Bound) -> bool {
        let is_same = |other: &Bound| (&other.action, &other.keys, other.help) == (&row.action, &row.keys, row.help);
        Context::ALL.iter().all(|(context, _)| context.is_typing() || self.of_place(*context).any(is_same))
    }

    /// The names of the keys and the description; `None` if the action has no keys left.
    fn help_row(&self, row: &Bound) -> Option<(String, &'static str)> {
        (!row.keys.is_empty()).then(|| (self.all_spelled(&row.keys), row.help))
    }
}

/// What digits do at a question.
const BY_NUMBER: &str = "take, or mark, the choice of that number";
