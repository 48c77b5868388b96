//! Which key does what, where. One table feeds the resolver, the footer, the help and the README, so they cannot
//! disagree; what a person sets in a file is put in once, before anything reads it.
//!
//! Every key that is not typing text is a plain key: no chord is ever the only way to an action, and none needs Alt.

mod rebind;
mod table;

use crate::app::{Action, App, Edit, QuestionAction, why_impossible};

pub use crate::app::{Bound, Code, Context, Held, Key, Keymap};
pub use rebind::keymap;
pub use table::BINDINGS;

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

impl Binding {
    /// The row of one of its places.
    fn in_place(&self, context: Context) -> Bound {
        let Self { keys, action, footer, help, .. } = self;
        Bound { context, keys: keys.to_vec(), action: action.clone(), footer, help, is_fixed: self.is_fixed() }
    }

    /// Whether nobody can give it other keys: those of the process are the same for everybody, and the last way out.
    fn is_fixed(&self) -> bool {
        matches!(self.action, Action::Quit | Action::Suspend) && self.keys.iter().all(|key| key.held == Held::Ctrl)
    }
}

/// The keys as they are where nobody sets any.
pub fn defaults() -> Keymap {
    keymap(&[]).0
}

/// What a key does in the present state, if anything.
pub fn resolve(app: &App, key: Key) -> Option<Action> {
    let context = Context::of(app);
    let bound = app.world.keymap.of_place(context).find(|bound| bound.keys.contains(&key));
    match (bound, key) {
        (Some(Bound { action: Action::ShowHelp(_), .. }), _) => Some(Action::ShowHelp(context.title())),
        // A blank is a letter of what is typed in the drawer, once something is.
        (Some(Bound { action: Action::ToggleFilter, .. }), Key { code: Code::Char(c), held: Held::Nothing })
            if !app.narrowing.value().is_empty() =>
        {
            Some(Action::Type(Edit::Insert(c)))
        }
        (Some(bound), _) => Some(bound.action.clone()),
        (None, Key { code: Code::Char(c), held: Held::Nothing }) if context.is_typing() => {
            Some(Action::Type(Edit::Insert(c)))
        }
        (None, Key { code: Code::Char(c), held: Held::Nothing }) if takes_numbers(context) => c
            .to_digit(10)
            .filter(|digit| *digit > 0)
            .map(|digit| Action::Question(QuestionAction::Choose(digit as usize))),
        (None, _) => None,
    }
}

/// Whether digits choose one of the rows: of a question, or of the topics near to what was not found.
fn takes_numbers(context: Context) -> bool {
    matches!(context, Context::Question | Context::Result)
}

/// The keys that work now and the word for what they do, the most useful first.
pub fn footer(app: &App) -> Vec<(String, &'static str)> {
    let context = Context::of(app);
    let mut shown: Vec<(String, &'static str)> = Vec::new();
    let mut named: Vec<&Action> = Vec::new();
    let now = |bound: &&Bound| !bound.footer.is_empty() && why_impossible(app, &bound.action).is_none();
    for bound in app.world.keymap.of_place(context).filter(now) {
        let Some(name) = bound.keys.first().map(|key| key.name()) else { continue };
        if named.contains(&&bound.action) {
            continue;
        }
        named.push(&bound.action);
        match shown.last_mut() {
            Some((keys, word)) if *word == bound.footer => {
                // Arrows are read as one sign, words are not.
                if name.chars().count() > 1 {
                    keys.push('/');
                }
                keys.push_str(&name);
            }
            _ => shown.push((name, bound.footer)),
        }
    }
    shown
}

/// What a word of the footer stands for; of several keys that share it, the first.
pub fn action_of(app: &App, word: &str) -> Option<Action> {
    let is_meant = |bound: &&Bound| bound.footer == word && why_impossible(app, &bound.action).is_none();
    let key = *app.world.keymap.of_place(Context::of(app)).find(is_meant)?.keys.first()?;
    resolve(app, key)
}
