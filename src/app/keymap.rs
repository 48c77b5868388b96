//! The key bindings, which belong to the state because the text of pages mentions keys. The table itself and the user's
//! changes come from [`crate::keys`]. Nothing here depends on a terminal.

mod context;
mod key;

pub use context::Context;
pub use key::{Code, Held, Key};

use super::Action;

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

impl Bound {
    /// Whether the same keys trigger the same action, regardless of the context.
    fn is_same(&self, other: &Self) -> bool {
        self.action == other.action && self.keys == other.keys && self.help == other.help
    }
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

/// The keys that work in one context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpSection {
    /// The title of the context.
    pub title: &'static str,
    /// The names of the keys, with what they do.
    pub keys: Vec<(String, &'static str)>,
}

/// All key bindings. Resolving keys, the footer and the help all use them.
#[derive(Clone, Debug, PartialEq)]
pub struct Keymap {
    /// The bindings, context by context, in the order of the footer.
    pub rows: Vec<Bound>,
    /// How keys are named.
    pub spelling: Spelling,
    /// In line mode, what is typed for each action in place of its key.
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
        let everywhere: Vec<&Bound> = self.of_place(Context::List).filter(|row| self.is_everywhere(row)).collect();
        let section = |context: Context| HelpSection {
            title: context.title(),
            keys: self
                .of_place(context)
                .filter(|row| !everywhere.iter().any(|other| row.is_same(other)))
                .filter_map(|row| self.help_row(row))
                .chain((context == Context::Question).then(|| ("1 to 9".to_owned(), BY_NUMBER)))
                .collect(),
        };
        let keys = everywhere.iter().filter_map(|row| self.help_row(row)).collect();
        std::iter::once(HelpSection { title: "EVERYWHERE", keys })
            .chain(Context::ALL.into_iter().map(section))
            .filter(|section| !section.keys.is_empty())
            .collect()
    }

    /// Whether the same keys trigger the same action in every context in which characters are commands.
    fn is_everywhere(&self, row: &Bound) -> bool {
        let has_it = |context| self.of_place(context).any(|other| other.is_same(row));
        Context::ALL.into_iter().all(|context| context.is_typing() || has_it(context))
    }

    /// The names of the keys and the description; `None` if the action has no keys left.
    fn help_row(&self, row: &Bound) -> Option<(String, &'static str)> {
        (!row.keys.is_empty()).then(|| (self.all_spelled(&row.keys), row.help))
    }
}

/// What digits do at a question.
const BY_NUMBER: &str = "take, or mark, the choice of that number";
