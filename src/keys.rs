//! The key bindings: which key does what in which context. One table feeds the resolver, the footer, the help and the
//! README, so that they cannot disagree; the user's changes are applied once, before the table is read.
//!
//! Every command is a plain key: no action is reachable only through a key combination, and none needs Alt.

mod rebind;
mod table;

use crate::app::{
    Action, App, CompareAction, Edit, FilterAction, KeepAction, Overlay, Prompt, QuestionAction, RangeAction, is_idle,
    why_impossible,
};
use crate::numbers;

pub use crate::app::{Bound, Code, Context, Held, Key, Keymap, Spelling};
pub use rebind::keymap;
pub use table::BINDINGS;

/// A row of the table.
#[derive(Clone, Debug)]
pub struct Binding {
    /// The contexts in which it applies.
    pub contexts: &'static [Context],
    /// The keys; the first is the one shown.
    pub keys: &'static [Key],
    /// The action of the keys.
    pub action: Action,
    /// The word in the footer; adjacent rows with the same word share it. Empty if the row is not in the footer.
    pub footer: &'static str,
    /// The description in the help.
    pub help: &'static str,
}

impl Binding {
    /// Returns the row in one of its contexts.
    fn in_place(&self, context: Context) -> Bound {
        let Self { keys, action, footer, help, .. } = self;
        Bound { context, keys: keys.to_vec(), action: action.clone(), footer, help, is_fixed: self.is_fixed() }
    }

    /// Whether the row cannot be rebound: Ctrl-C and Ctrl-Z mean the same in every program, and they are the last way
    /// out.
    fn is_fixed(&self) -> bool {
        matches!(self.action, Action::Quit | Action::Suspend) && self.keys.iter().all(|key| key.held == Held::Ctrl)
    }
}

/// Returns the default bindings.
pub fn defaults() -> Keymap {
    keymap(&[]).0
}

/// Returns the action of a key in the current state; `None` if it has none.
pub fn resolve(app: &App, key: Key) -> Option<Action> {
    if app.is_too_small() {
        return resolve_unseen(key);
    }
    let context = Context::of(app);
    let key = if context.is_typing() { key } else { half_width(key) };
    let bound = app.world.keymap.of_place(context).find(|bound| bound.keys.contains(&key));
    match (bound, key) {
        (Some(Bound { action: Action::ShowHelp(_), .. }), _) => Some(Action::ShowHelp(context.title())),
        // In the filter drawer, Space is text once something has been typed.
        (
            Some(Bound { action: Action::Filters(FilterAction::Toggle), .. }),
            Key { code: Code::Char(c), held: Held::Nothing },
        ) if !app.drawer.narrowing.value().is_empty() => Some(Action::Type(Edit::Insert(c))),
        (Some(bound), _) => Some(bound.action.clone()),
        (None, Key { code: Code::Char(c), held: Held::Nothing }) if context.is_typing() => {
            Some(Action::Type(Edit::Insert(c)))
        }
        (None, Key { code: Code::Char(c), held: Held::Nothing }) if context == Context::Range => {
            let digit = c.to_digit(10).and_then(|digit| u8::try_from(digit).ok());
            digit.map(|digit| Action::Range(RangeAction::Digit(digit)))
        }
        (None, Key { code: Code::Char(c), held: Held::Nothing }) if takes_numbers(context) => {
            numbers::whole(c.encode_utf8(&mut [0; 4]))
                .filter(|digit| (1..=9).contains(digit))
                .map(|digit| Action::Question(QuestionAction::Choose(digit)))
        }
        // An unbound letter gets a message, or people would believe that it did something.
        (None, Key { code: Code::Char(_), held: Held::Nothing }) => Some(Action::Notice(format!(
            "{} does nothing here; {} shows the keys that do.",
            app.world.keymap.spelled(key),
            app.key(&Action::ShowHelp(""))
        ))),
        (None, _) => None,
    }
}

/// Returns the action of a key while the screen is too small to show anything: only quitting and suspending, so that
/// nothing changes unseen.
fn resolve_unseen(key: Key) -> Option<Action> {
    match key {
        Key { code: Code::Char('q'), held: Held::Nothing } => Some(Action::Quit),
        key if key == Key::ctrl('c') => Some(Action::Quit),
        key if key == Key::ctrl('z') => Some(Action::Suspend),
        _ => None,
    }
}

/// Returns the key without the full width in which East Asian input methods send letters and signs.
fn half_width(key: Key) -> Key {
    const FULL_WIDTH: std::ops::RangeInclusive<char> = '\u{ff01}'..='\u{ff5e}';
    const DISTANCE: u32 = '\u{ff01}' as u32 - '!' as u32;
    match key.code {
        Code::Char('\u{3000}') => Key { code: Code::Char(' '), ..key },
        Code::Char(c) if FULL_WIDTH.contains(&c) => {
            Key { code: char::from_u32(c as u32 - DISTANCE).map_or(key.code, Code::Char), ..key }
        }
        _ => key,
    }
}

/// Whether digits choose a row: a choice of a question, or one of the near topics of a result.
fn takes_numbers(context: Context) -> bool {
    matches!(context, Context::Question | Context::Result)
}

/// A key in the footer, with its label.
#[derive(Clone, Debug, PartialEq)]
pub struct Hint {
    /// The key, or the keys that share the label.
    pub keys: String,
    /// What it does, in a word or two.
    pub word: &'static str,
    /// The action of the first key.
    pub action: Action,
    /// The actions of the other keys that share the label.
    pub others: Vec<Action>,
}

/// The purpose of a key in the footer, in display order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HintKind {
    /// Acts on this page.
    Acts,
    /// Leaves this page.
    Leaves,
    /// Shows all keys.
    Explains,
    /// Quits the program.
    Quits,
}

impl Hint {
    /// Returns the purpose of the key.
    pub fn purpose(&self) -> HintKind {
        match self.action {
            Action::Back => HintKind::Leaves,
            Action::ShowHelp(_) => HintKind::Explains,
            Action::Quit => HintKind::Quits,
            _ => HintKind::Acts,
        }
    }
}

/// Returns the keys that work now with their labels for the footer, the most useful first.
pub fn footer(app: &App) -> Vec<Hint> {
    let context = Context::of(app);
    let mut shown: Vec<Hint> = Vec::new();
    let mut named: Vec<&Action> = Vec::new();
    let now = |bound: &&Bound| {
        let is_named = !bound.footer.is_empty();
        is_named && why_impossible(app, &bound.action).is_none() && !is_idle(app, &bound.action)
    };
    for bound in app.world.keymap.of_place(context).filter(now) {
        let Some(key) = bound.keys.first().filter(|_| !named.contains(&&bound.action)) else { continue };
        let Some(action) = resolve(app, *key) else { continue };
        let name = app.world.keymap.spelled(*key);
        named.push(&bound.action);
        let own = word(app, bound);
        match shown.last_mut() {
            Some(Hint { keys, word, others, .. }) if *word == own => {
                // Arrow signs are joined without a slash; names of several letters need one.
                if name.chars().count() > 1 {
                    keys.push('/');
                }
                keys.push_str(&name);
                others.push(action);
            }
            _ => shown.push(Hint { keys: name, word: own, action, others: Vec::new() }),
        }
    }
    shown
}

/// Returns the label of a row in the footer: what its action would do now.
fn word(app: &App, bound: &Bound) -> &'static str {
    match bound.action {
        Action::Keep(KeepAction::Toggle) if app.current().is_some_and(|program| app.is_kept(program)) => "take off",
        Action::Keep(KeepAction::Written) if app.overlays.prompt().is_some_and(Prompt::is_forgetting) => "delete",
        Action::Compare(CompareAction::Fold) if !app.is_folded => "fold",
        Action::Advise if app.interview.advice.is_some() => "result",
        Action::Open if matches!(bound.context, Context::Picker | Context::Profiles) => {
            word_of_a_choice(app).unwrap_or(bound.footer)
        }
        _ => bound.footer,
    }
}

/// Returns what Enter does with the row under the cursor of an overlay; `None` if it only chooses it.
fn word_of_a_choice(app: &App) -> Option<&'static str> {
    Some(match app.overlays.last()? {
        Overlay::RemoveFilter => "remove",
        Overlay::Changes => "use this answer",
        Overlay::Courses => "mark or unmark",
        Overlay::Similar { .. } => "facts",
        Overlay::Limits => "lift or put back",
        Overlay::Profiles if app.overlays.cursor() < app.personal.notebook.profiles.len() => "use",
        Overlay::Profiles => "choose",
        _ => return None,
    })
}
