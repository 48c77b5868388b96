//! Which key does what, where. One table feeds the resolver, the footer, the help and the README, so they cannot
//! disagree. It knows no terminal: `Key` is our own name for what a terminal sends.
//!
//! Every key that is not typing text is a plain key: no chord is ever the only way to an action, and none needs Alt.

mod table;

use crate::app::{Action, App, Edit, HelpSection, Overlay, Pane, Screen, page};

pub use table::BINDINGS;

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
}

/// A key with or without Ctrl.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// What was pressed.
    pub code: Code,
    /// Whether Ctrl was held.
    pub ctrl: bool,
}

impl Key {
    /// A key alone.
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false }
    }

    /// A character alone.
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// A letter with Ctrl.
    pub const fn ctrl(c: char) -> Self {
        Self { code: Code::Char(c), ctrl: true }
    }

    /// The name on the key.
    pub fn name(self) -> String {
        let name = match self.code {
            Code::Char(' ') => "Space",
            Code::Char(c) if self.ctrl => return format!("Ctrl-{}", c.to_ascii_uppercase()),
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
        };
        name.to_owned()
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
    /// In the facts of a program.
    Detail,
    /// In the comparison beside the list.
    ComparePane,
    /// In the comparison over the whole screen.
    Compare,
    /// At a question.
    Question,
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
}

impl Context {
    /// Every context with its name for people, in the order of the help.
    pub const ALL: [(Self, &'static str); 15] = [
        (Self::List, "THE LIST"),
        (Self::Typing, "WHILE TYPING A SEARCH"),
        (Self::Filters, "THE FILTERS"),
        (Self::Detail, "THE FACTS OF A PROGRAM"),
        (Self::ComparePane, "THE COMPARISON BESIDE THE LIST"),
        (Self::Compare, "THE COMPARISON"),
        (Self::Question, "A QUESTION"),
        (Self::TypingAnswer, "WHILE TYPING AN ANSWER"),
        (Self::Review, "YOUR ANSWERS"),
        (Self::Result, "THE RECOMMENDATION"),
        (Self::WhatIf, "TRYING OTHER ANSWERS"),
        (Self::Map, "THE MAP"),
        (Self::Plan, "A PLAN"),
        (Self::Overlay, "A PAGE OVER THE SCREEN"),
        (Self::Picker, "A CHOICE OVER THE SCREEN"),
    ];

    /// Where the keyboard is.
    pub fn of(app: &App) -> Self {
        match (app.overlays.last(), app.screen, app.focus) {
            (Some(Overlay::Plan), ..) => Self::Plan,
            (Some(overlay), ..) if overlay.is_picker() => Self::Picker,
            (Some(_), ..) => Self::Overlay,
            (None, Screen::Explore, _) if app.is_typing => Self::Typing,
            (None, Screen::Explore, Pane::List) => Self::List,
            (None, Screen::Explore, Pane::Filters) => Self::Filters,
            (None, Screen::Explore, Pane::Detail) => Self::Detail,
            (None, Screen::Explore, Pane::Compare) => Self::ComparePane,
            (None, Screen::Compare, _) => Self::Compare,
            (None, Screen::Question, _) if app.interview.is_typing() => Self::TypingAnswer,
            (None, Screen::Question, _) => Self::Question,
            (None, Screen::Review, _) => Self::Review,
            (None, Screen::Result, _) => Self::Result,
            (None, Screen::WhatIf, _) => Self::WhatIf,
            (None, Screen::Map, _) => Self::Map,
        }
    }

    /// Its name for people.
    pub fn title(self) -> &'static str {
        Self::ALL.into_iter().find(|(context, _)| *context == self).map_or("", |(_, title)| title)
    }

    /// Whether characters are text here and not commands.
    pub fn is_typing(self) -> bool {
        matches!(self, Self::Typing | Self::TypingAnswer)
    }
}

/// A row of the table.
#[derive(Clone, Debug)]
pub struct Binding {
    /// Where it holds.
    pub contexts: &'static [Context],
    /// The keys, the one to show first.
    pub keys: &'static [Key],
    /// What they do.
    pub action: Action,
    /// The word in the footer; neighbours with the same word share it. Empty: not in the footer.
    pub footer: &'static str,
    /// What it does, in the help.
    pub help: &'static str,
}

/// What a key does in the present state, if anything.
pub fn resolve(app: &App, key: Key) -> Option<Action> {
    let context = Context::of(app);
    let bound = BINDINGS.iter().find(|binding| binding.contexts.contains(&context) && binding.keys.contains(&key));
    match (bound, key) {
        (Some(Binding { action: Action::ShowHelp(_), .. }), _) => Some(Action::ShowHelp(context.title())),
        (Some(binding), _) => Some(binding.action.clone()),
        (None, Key { code: Code::Char(c), ctrl: false }) if context.is_typing() => Some(Action::Type(Edit::Insert(c))),
        (None, Key { code: Code::Char(c), ctrl: false }) if context == Context::Question => {
            c.to_digit(10).filter(|digit| *digit > 0).map(|digit| Action::Choose(digit as usize))
        }
        (None, _) => None,
    }
}

/// Whether an action would do anything in the present state.
pub fn is_possible(app: &App, action: &Action) -> bool {
    match action {
        Action::ToggleCompare | Action::ShowSources | Action::ShowPlan => app.current().is_some(),
        Action::OpenPage | Action::CopyAddress => current_has_page(app),
        Action::OpenCompare | Action::ClearCompare | Action::Focus(Pane::Compare) => !app.basket.is_empty(),
        Action::RemoveFilter | Action::ClearFilters => !app.chips().is_empty(),
        Action::Complete(_) => !app.offers.all.is_empty(),
        Action::ToggleChoice => app.interview.takes_many(&app.world),
        Action::ToggleLimit => app.interview.can_limit(&app.world),
        Action::TypeAnswer => app.interview.takes_text(&app.world),
        Action::CompareResult => app.interview.result_programs().len() > 1,
        Action::ClearAnswers | Action::WhyNot => app.interview.has_answers(),
        Action::ForgetAnswer => app.interview.is_answered(&app.world),
        Action::Open => Context::of(app) != Context::List || app.selected.is_some(),
        Action::Decide => app.interview.deciding_question().is_some(),
        Action::ShowLimits => page::picker_rows(app, Overlay::Limits) > 0,
        Action::ShowChanges => page::picker_rows(app, Overlay::Changes) > 0,
        Action::WhatIf => app.interview.advice.is_some(),
        Action::UndoChange => app.interview.before_change.is_some(),
        _ => true,
    }
}

fn current_has_page(app: &App) -> bool {
    app.current().is_some_and(|ix| app.catalog().program(ix).url.is_known())
}

/// The keys that work now and the word for what they do, the most useful first.
pub fn footer(app: &App) -> Vec<(String, &'static str)> {
    let context = Context::of(app);
    let mut shown: Vec<(String, &'static str)> = Vec::new();
    let now = |binding: &&Binding| binding.contexts.contains(&context) && is_possible(app, &binding.action);
    for binding in BINDINGS.iter().filter(now).filter(|binding| !binding.footer.is_empty()) {
        let name = binding.keys[0].name();
        match shown.last_mut() {
            Some((keys, word)) if *word == binding.footer => {
                // Arrows are read as one sign, words are not.
                if name.chars().count() > 1 {
                    keys.push('/');
                }
                keys.push_str(&name);
            }
            _ => shown.push((name, binding.footer)),
        }
    }
    shown
}

/// Every key by where it works, for the help and the README.
pub fn help() -> Vec<HelpSection> {
    let section = |(context, title): (Context, &'static str)| HelpSection {
        title,
        keys: BINDINGS
            .iter()
            .filter(|binding| binding.contexts.contains(&context) && !is_everywhere(binding))
            .map(help_row)
            .chain(
                (context == Context::Question)
                    .then(|| ("1 to 9".to_owned(), "take, or mark, the choice of that number")),
            )
            .collect(),
    };
    let everywhere =
        HelpSection { title: "EVERYWHERE", keys: BINDINGS.iter().filter(|b| is_everywhere(b)).map(help_row).collect() };
    std::iter::once(everywhere).chain(Context::ALL.into_iter().map(section)).filter(|s| !s.keys.is_empty()).collect()
}

/// Whether a binding holds wherever characters are commands.
fn is_everywhere(binding: &Binding) -> bool {
    Context::ALL.iter().all(|(context, _)| context.is_typing() || binding.contexts.contains(context))
}

fn help_row(binding: &Binding) -> (String, &'static str) {
    let names: Vec<String> = binding.keys.iter().map(|key| key.name()).collect();
    (names.join(" "), binding.help)
}
