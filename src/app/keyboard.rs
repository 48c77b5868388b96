//! What can be pressed, where, and what it does, as data: the table itself and what a person sets are filled in by
//! `keys`. It stands among the state because what is said on a page names keys. It knows no terminal: `Key` is our own
//! name for what a terminal sends.

use super::{Action, App, HelpSection, Overlay, Pane, Screen};

/// What was pressed.
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
    /// Shift and Tab.
    BackTab,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow to the left.
    Left,
    /// Arrow to the right.
    Right,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Home.
    Home,
    /// End.
    End,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// A function key of that number.
    F(u8),
}

/// What is held down while a key is pressed. Shift is part of the character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Held {
    /// Nothing.
    Nothing,
    /// Ctrl.
    Ctrl,
    /// Alt.
    Alt,
}

/// A key, with or without another held down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// What was pressed.
    pub code: Code,
    /// What was held.
    pub held: Held,
}

impl Key {
    /// A key alone.
    pub const fn plain(code: Code) -> Self {
        Self { code, held: Held::Nothing }
    }

    /// A character alone.
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// A letter with Ctrl.
    pub const fn ctrl(c: char) -> Self {
        Self { code: Code::Char(c), held: Held::Ctrl }
    }

    /// A letter with Alt.
    pub const fn alt(c: char) -> Self {
        Self::char(c).with_alt()
    }

    /// The key with Alt.
    #[must_use]
    pub const fn with_alt(self) -> Self {
        let code = match self.code {
            // Which of the two a letter is depends on Shift, which nobody means here.
            Code::Char(c) => Code::Char(c.to_ascii_lowercase()),
            code => code,
        };
        Self { code, held: Held::Alt }
    }

    /// Whether it writes its character.
    pub const fn is_alone(self) -> bool {
        matches!(self.held, Held::Nothing)
    }

    /// The name on the key.
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

    /// The same in letters that every keyboard has, as it stands in a configuration file.
    pub fn typed_name(self) -> String {
        let named = Self::NAMES.into_iter().find(|(code, _)| *code == self.code && self.is_alone());
        named.map_or_else(|| self.name(), |(_, name)| name.to_owned())
    }

    /// The names of keys that write nothing, as they are typed.
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

    /// The key of a name, as it is shown or typed: `p`, `Ctrl-P`, `PgDn`, `Space`, `F5`, `↑`.
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
            // A terminal sends the others as Backspace, Tab, Enter and the like.
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

/// Where a key is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// While a query is being typed.
    Typing,
    /// In the list of programs.
    List,
    /// In the facets.
    Filters,
    /// While a range is chosen on a histogram.
    Range,
    /// In the facts of a program.
    Detail,
    /// In the facts of a program over the screen.
    Facts,
    /// In the claims about a program.
    Claims,
    /// In the guide to the kinds of credential.
    Guide,
    /// In the comparison beside the list.
    ComparePane,
    /// In the comparison over the whole screen.
    Compare,
    /// At a question.
    Question,
    /// At the question of the field, with nothing typed or the keyboard in the rows below.
    Field,
    /// While the answer to a question is being typed.
    TypingAnswer,
    /// At the page of all answers.
    Review,
    /// At the recommendation.
    Result,
    /// Where other answers are tried.
    WhatIf,
    /// On the map of programs.
    Map,
    /// In the plan of a program.
    Plan,
    /// In a text that lies over the screen.
    Overlay,
    /// In a list of things to choose that lies over the screen.
    Picker,
    /// In the list of all actions, where one is found by typing.
    Palette,
    /// Where a program to ask about is found by typing.
    AskAbout,
    /// In the list of what is kept.
    Kept,
    /// In the list of profiles.
    Profiles,
    /// While a note or a name is written.
    Prompt,
    /// While a file to hand a page on in is named.
    FileName,
}

impl Context {
    /// Every context with its name for people, in the order of the help.
    pub const ALL: [(Self, &'static str); 26] = [
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
        (Self::Field, "THE QUESTION WHAT TO LEARN"),
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
        (Self::Kept, "WHAT IS KEPT"),
        (Self::Profiles, "THE PROFILES"),
        (Self::Prompt, "WHILE WRITING A NOTE OR A NAME"),
        (Self::FileName, "WHILE NAMING A FILE"),
    ];

    /// Where the keyboard is.
    pub fn of(app: &App) -> Self {
        match (app.overlays.last(), app.screen, app.focus) {
            (Some(Overlay::Plan), ..) => Self::Plan,
            (Some(Overlay::Program), ..) => Self::Facts,
            (Some(Overlay::Sources), ..) => Self::Claims,
            (Some(Overlay::Guide), ..) => Self::Guide,
            (Some(Overlay::Palette), ..) => Self::Palette,
            (Some(Overlay::AskAbout), ..) => Self::AskAbout,
            (Some(Overlay::Kept), ..) => Self::Kept,
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
            (None, Screen::Question, _) if app.interview.is_at_field && !app.interview.is_blank_text() => Self::Field,
            (None, Screen::Question, _) if app.interview.is_typing() => Self::TypingAnswer,
            (None, Screen::Question, _) => Self::Question,
            (None, Screen::Review, _) => Self::Review,
            (None, Screen::Result, _) => Self::Result,
            (None, Screen::WhatIf, _) => Self::WhatIf,
            (None, Screen::Map, _) => Self::Map,
        }
    }

    /// Its name in a configuration file.
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
            Self::Profiles => "profiles",
            Self::Prompt => "line",
            Self::FileName => "file-name",
        }
    }

    /// Where it is, as the end of a sentence.
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
            Self::Field => "at the question what to learn",
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
            Self::Kept => "in the list of what is kept",
            Self::Profiles => "in the list of profiles",
            Self::Prompt => "while writing a note or a name",
            Self::FileName => "while naming a file",
        }
    }

    /// Its name for people.
    pub fn title(self) -> &'static str {
        Self::ALL.into_iter().find(|(context, _)| *context == self).map_or("", |(_, title)| title)
    }

    /// Whether characters are text here and not commands.
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

/// The keys of one action in one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Bound {
    /// The place.
    pub context: Context,
    /// The keys, the one to show first.
    pub keys: Vec<Key>,
    /// What they do.
    pub action: Action,
    /// The word in the footer; neighbours with the same word share it. Empty: not in the footer.
    pub footer: &'static str,
    /// What it does, in the help.
    pub help: &'static str,
    /// Whether nobody can give it other keys.
    pub is_fixed: bool,
}

/// Every key that works, place by place: what is pressed, shown and listed all comes from here.
#[derive(Clone, Debug, PartialEq)]
pub struct Keymap {
    /// Place by place, in the order of the footer.
    pub rows: Vec<Bound>,
}

impl Keymap {
    /// What works in a place.
    pub fn of_place(&self, context: Context) -> impl Iterator<Item = &Bound> {
        self.rows.iter().filter(move |row| row.context == context)
    }

    /// The name of the key for an action: the first one there, or else where it has one, unless that key does something
    /// else there. Without any, how the action is found among all.
    pub fn name_of(&self, context: Context, action: &Action) -> String {
        let name = action.name().unwrap_or_default();
        let by_name = || self.key_for(context, &Action::ShowActions).map(|key| format!("{} {name}", key.name()));
        self.key_for(context, action).map(Key::name).or_else(by_name).unwrap_or_else(|| name.to_owned())
    }

    /// Whether an action has a key in a place.
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

    /// Every key by where it works, for the help and the README.
    pub fn help(&self) -> Vec<HelpSection> {
        let section = |(context, title): (Context, &'static str)| HelpSection {
            title,
            keys: self
                .of_place(context)
                .filter(|row| !self.is_everywhere(row))
                .filter_map(help_row)
                .chain((context == Context::Question).then(|| ("1 to 9".to_owned(), BY_NUMBER)))
                .collect(),
        };
        let everywhere = self.of_place(Context::List).filter(|row| self.is_everywhere(row)).filter_map(help_row);
        let everywhere = HelpSection { title: "EVERYWHERE", keys: everywhere.collect() };
        std::iter::once(everywhere)
            .chain(Context::ALL.into_iter().map(section))
            .filter(|section| !section.keys.is_empty())
            .collect()
    }

    /// Whether the same keys do the same wherever characters are commands.
    fn is_everywhere(&self, row: &Bound) -> bool {
        let is_same = |other: &Bound| (&other.action, &other.keys, other.help) == (&row.action, &row.keys, row.help);
        Context::ALL.iter().all(|(context, _)| context.is_typing() || self.of_place(*context).any(is_same))
    }
}

/// What digits do at a question.
const BY_NUMBER: &str = "take, or mark, the choice of that number";

/// The names of the keys and what they do; nothing where every key was taken away.
fn help_row(row: &Bound) -> Option<(String, &'static str)> {
    let names: Vec<String> = row.keys.iter().map(|key| key.name()).collect();
    (!names.is_empty()).then(|| (names.join(" "), row.help))
}
