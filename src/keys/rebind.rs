//! Applies the user's key bindings to the table. A binding that cannot be applied is reported with its line and the
//! nearest valid name, and the default stays in force. Every context keeps a way out.

use super::{BINDINGS, Code, Context, Key, Keymap, Spelling};
use crate::app::Action;
use crate::catalog::did_you_mean;
use crate::config::{At, Complaint, Rebinding};
use crate::names::quoted;

/// Returns the bindings of every context, and a complaint for each of the user's bindings that cannot be applied.
pub fn keymap(wishes: &[Rebinding]) -> (Keymap, Vec<Complaint>) {
    let mut complaints = Vec::new();
    let mut followed: Vec<(usize, Wish)> = Vec::new();
    for wish in wishes {
        match Wish::read(wish) {
            Ok(read) => followed.push((wish.action.line, read)),
            Err(several) => complaints.extend(several),
        }
    }
    loop {
        let map = built(followed.iter().map(|(_, wish)| wish));
        let fault = followed.iter().enumerate().rev().find_map(|(at, (_, wish))| Some((at, wish.fault(&map)?)));
        let Some((at, message)) = fault else {
            complaints.sort_by_key(|complaint| complaint.line);
            return (map, complaints);
        };
        let (line, _) = followed.remove(at);
        complaints.push(Complaint::new(line, message));
    }
}

/// A user's binding whose names are all known.
struct Wish {
    contexts: Vec<Context>,
    name: String,
    keys: Vec<Key>,
}

impl Wish {
    fn read(wish: &Rebinding) -> Result<Self, Vec<Complaint>> {
        let (contexts, name) = Self::meant(wish).map_err(|complaint| vec![complaint])?;
        let (keys, wrong): (Vec<_>, Vec<_>) = wish.keys.iter().map(key_of).partition(Result::is_ok);
        if !wrong.is_empty() {
            return Err(wrong.into_iter().filter_map(Result::err).collect());
        }
        Ok(Self { contexts, name, keys: keys.into_iter().flatten().collect() })
    }

    /// Returns the contexts and the name of the action.
    fn meant(wish: &Rebinding) -> Result<(Vec<Context>, String), Complaint> {
        let place = wish.place.as_ref().map(place_of).transpose()?;
        let name = wish.action.value.clone();
        let bound = || BINDINGS.iter().filter(|row| row.action.name() == Some(name.as_str()) && !row.is_fixed());
        if bound().next().is_none() {
            let names = BINDINGS.iter().filter(|row| !row.is_fixed()).filter_map(|row| row.action.name());
            let hint = did_you_mean(&name, names);
            return Err(Complaint::new(wish.action.line, format!("There is no action `{}`.{hint}", quoted(&name))));
        }
        let mut contexts: Vec<Context> = bound().flat_map(|binding| binding.contexts).copied().collect();
        if let Some(place) = place {
            if !contexts.contains(&place) {
                let known: Vec<&str> = contexts.iter().map(|context| context.slug()).collect();
                let message = format!("`{name}` does nothing in `{}`; it works in {}.", place.slug(), known.join(", "));
                return Err(Complaint::new(wish.action.line, message));
            }
            contexts = vec![place];
        }
        Ok((contexts, name))
    }

    /// Whether the default table already has this key for the action. Such keys are allowed even where they would be
    /// text, such as Space to mark a row.
    fn is_default(&self, context: Context, key: Key) -> bool {
        let defaults = super::defaults();
        let mut rows = defaults.rows.iter().filter(|row| row.context == context && row.keys.contains(&key));
        rows.any(|row| row.action.name() == Some(self.name.as_str()))
    }

    /// Returns why the binding cannot be applied together with the others; `None` if it can.
    fn fault(&self, map: &Keymap) -> Option<String> {
        self.contexts.iter().find_map(|context| self.fault_in(*context, map))
    }

    fn fault_in(&self, context: Context, map: &Keymap) -> Option<String> {
        let (name, place) = (&self.name, context.slug());
        if self.keys.is_empty() && matches!(name.as_str(), "back" | "quit") {
            return Some(format!("`{name}` is the way out of `{place}` and needs a key."));
        }
        for key in &self.keys {
            let shown = key.name();
            if map.rows.iter().any(|row| row.context == context && row.is_fixed && row.keys.contains(key)) {
                return Some(format!("`{shown}` always does the same and cannot be given to `{name}`."));
            }
            if matches!(key.code, Code::Char(_))
                && key.is_alone()
                && context.is_typing()
                && !self.is_default(context, *key)
            {
                return Some(format!(
                    "`{shown}` is text in `{place}`; a key with Ctrl or a function key can be set there."
                ));
            }
            if matches!(context, Context::Question | Context::Result)
                && matches!(key.code, Code::Char('1'..='9'))
                && key.is_alone()
            {
                return Some(format!("`{shown}` takes the choice of that number in `{place}`."));
            }
            let other = map.rows.iter().find(|row| {
                row.context == context && row.action.name() != Some(name.as_str()) && row.keys.contains(key)
            });
            if let Some(other) = other.and_then(|row| row.action.name()) {
                return Some(format!(
                    "`{shown}` is already the key of `{other}` in `{place}`; give `{other}` another key, or choose another for `{name}`."
                ));
            }
        }
        None
    }
}

/// Returns the default table with the user's bindings applied; the later of two for the same context and action wins.
fn built<'w>(wishes: impl Iterator<Item = &'w Wish>) -> Keymap {
    let rows = |context: Context| {
        BINDINGS.iter().filter(move |binding| binding.contexts.contains(&context)).map(move |row| row.in_place(context))
    };
    let rows = Context::ALL.into_iter().flat_map(rows).collect();
    let mut map = Keymap { rows, spelling: Spelling::default(), words: Vec::new() };
    for wish in wishes {
        let is_meant = |context: Context, action: &Action| {
            wish.contexts.contains(&context) && action.name() == Some(wish.name.as_str())
        };
        for row in map.rows.iter_mut().filter(|row| !row.is_fixed && is_meant(row.context, &row.action)) {
            row.keys.clone_from(&wish.keys);
        }
    }
    map
}

fn place_of(place: &At<String>) -> Result<Context, Complaint> {
    Context::from_slug(&place.value).ok_or_else(|| {
        let hint = did_you_mean(&place.value, Context::ALL.map(Context::slug));
        Complaint::new(place.line, format!("There is no place `{}`.{hint}", quoted(&place.value)))
    })
}

fn key_of(name: &At<String>) -> Result<Key, Complaint> {
    let shown = quoted(&name.value);
    Key::named(&name.value).ok_or_else(|| {
        let hint = did_you_mean(&name.value, Key::NAMES.into_iter().map(|(_, name)| name));
        Complaint::new(name.line, format!("There is no key `{shown}`.{hint}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn complaints(text: &str) -> Vec<String> {
        let (config, read) = Config::read(text);
        assert_eq!(read, []);
        keymap(&config.keys).1.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_key_is_set_for_one_place_or_for_every_one() {
        let (config, _) = Config::read("[keys]\nplan = \"F5\"\n[keys.list]\norder = [\"T\", \"Ctrl-T\"]\n");
        let (map, complaints) = keymap(&config.keys);
        assert_eq!(complaints, []);
        let keys = |context, name| {
            map.rows
                .iter()
                .find(|row| row.context == context && row.action.name() == Some(name))
                .map(|row| row.keys.clone())
        };
        assert_eq!(keys(Context::Result, "plan"), Some(vec![Key::plain(Code::F(5))]));
        assert_eq!(keys(Context::List, "order"), Some(vec![Key::char('T'), Key::ctrl('t')]));
        assert_eq!(keys(Context::Detail, "order"), Some(vec![Key::char('t')]));
    }

    #[test]
    fn two_keys_can_be_exchanged() {
        assert_eq!(complaints("[keys.list]\norder = \"x\"\nremove-filter = \"t\"\n"), Vec::<String>::new());
    }

    #[test]
    fn a_clash_is_named_and_the_default_of_that_entry_serves() {
        let (config, _) = Config::read("[keys.list]\nplan = \"t\"\nsources = \"F6\"\n");
        let (map, complaints) = keymap(&config.keys);
        assert_eq!(complaints.len(), 1);
        assert!(complaints[0].to_string().starts_with("line 2: `t` is already the key of `order` in `list`"));
        let keys = |name| {
            map.rows
                .iter()
                .find(|row| row.context == Context::List && row.action.name() == Some(name))
                .map(|row| row.keys.clone())
        };
        assert_eq!(keys("plan"), Some(vec![Key::char('p')]));
        assert_eq!(keys("sources"), Some(vec![Key::plain(Code::F(6))]));
    }

    #[test]
    fn unknown_names_are_named_with_the_nearest_right_one() {
        assert_eq!(complaints("[keys]\nplam = \"F5\""), ["line 2: There is no action `plam`. Did you mean `plan`?"]);
        assert_eq!(
            complaints("[keys.lists]\nplan = \"F5\""),
            ["line 1: There is no place `lists`. Did you mean `list`?"]
        );
        assert_eq!(complaints("[keys]\nplan = \"Entr\""), ["line 2: There is no key `Entr`. Did you mean `Enter`?"]);
        assert!(complaints("[keys.answers]\nplan = \"F5\"")[0].contains("does nothing in `answers`; it works in "));
    }

    #[test]
    fn nobody_can_lock_themselves_in() {
        assert!(complaints("[keys]\nback = []")[0].contains("needs a key"));
        assert!(complaints("[keys]\nplan = \"Ctrl-C\"")[0].contains("always does the same"));
        assert_eq!(complaints("[keys]\nplan = \"Alt-p\""), [] as [&str; 0]);
        assert!(complaints("[keys.typing]\nback = \"b\"")[0].contains("is text in `typing`"));
    }
}
