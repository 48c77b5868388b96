//! What a person sets once and for all, read from the text of a configuration file. A file is read as far as it can be
//! understood: each thing that cannot be is named with its line and the nearest right name, and the rest serves. Which
//! keys there are is not known here; the file itself is read by others.

use std::fmt;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::catalog::{did_you_mean, printable};
use crate::look::LookName;

/// What can be set.
const SETTINGS: [&str; 6] = ["ascii", "keep", "keys", "look", "mouse", "own-look"];

/// What a configuration file sets; what it leaves out is `None` or empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// How it looks.
    pub look: Option<LookName>,
    /// Whether the mouse works from the start.
    pub mouse: Option<bool>,
    /// Whether only ASCII signs are drawn.
    pub ascii: Option<bool>,
    /// Whether the view is kept for the next start.
    pub keep: Option<bool>,
    /// The keys that are set, in the order of the file.
    pub keys: Vec<Rebinding>,
    /// The look of the person's own: the name of each role with what is said of it.
    pub own_look: Vec<(At<String>, String)>,
}

/// A value with the line of the file on which it stands, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Its line.
    pub line: usize,
}

/// The keys of one action, as they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebinding {
    /// The place for which they are set; nothing where they are set for every place.
    pub place: Option<At<String>>,
    /// The name of the action.
    pub action: At<String>,
    /// The names of the keys; none takes every key away.
    pub keys: Vec<At<String>>,
}

/// Something in the file that cannot be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// The line on which it stands, counted from 1.
    pub line: usize,
    /// A full sentence about it.
    pub message: String,
}

impl Complaint {
    /// A complaint about a line.
    pub fn new(line: usize, message: impl Into<String>) -> Self {
        Self { line, message: message.into() }
    }

    /// The complaint with the name of the file before it.
    pub fn of_file(&self, file: &str) -> String {
        format!("{}, {self}", printable(file))
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl Config {
    /// Reads the text of a configuration file.
    pub fn read(text: &str) -> (Self, Vec<Complaint>) {
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut reader = Reader { text, broken: Vec::new(), complaints: Vec::new() };
        for error in errors {
            let span = error.span().unwrap_or_default();
            reader.complain(&span, format!("This is not TOML: {}.", printable(error.message())));
        }
        // What the parser makes up for a broken line is nobody's wish.
        reader.broken = reader.complaints.iter().map(|complaint| complaint.line).collect();
        let mut config = reader.config(table.get_ref());
        config.keys.retain(|rebinding| !reader.broken.contains(&rebinding.action.line));
        reader.complaints.sort_by_key(|complaint| complaint.line);
        reader.complaints.dedup_by_key(|complaint| complaint.line);
        (config, reader.complaints)
    }
}

/// Reads the parts of a table and remembers what cannot be followed.
struct Reader<'t> {
    text: &'t str,
    broken: Vec<usize>,
    complaints: Vec<Complaint>,
}

type Value<'i> = Spanned<DeValue<'i>>;

impl Reader<'_> {
    fn config(&mut self, table: &DeTable<'_>) -> Config {
        let mut config = Config::default();
        for (name, value) in table {
            if self.broken.contains(&self.line(&name.span())) && !value.get_ref().is_table() {
                continue;
            }
            match name.get_ref().as_ref() {
                "look" => config.look = self.look(value),
                "mouse" => config.mouse = self.choice_of("mouse", value),
                "ascii" => config.ascii = self.choice_of("ascii", value),
                "keep" => config.keep = self.choice_of("keep", value),
                "keys" => config.keys = self.keys(value),
                "own-look" => config.own_look = self.own_look(value),
                other => {
                    let hint = did_you_mean(other, SETTINGS);
                    let message = format!("There is no setting `{}`.{hint}", printable(other));
                    self.complain(&name.span(), message);
                }
            }
        }
        config
    }

    fn look(&mut self, value: &Value<'_>) -> Option<LookName> {
        let Some(name) = value.get_ref().as_str() else {
            self.complain(&value.span(), "`look` is a name in quotation marks.".to_owned());
            return None;
        };
        let look = LookName::named(name);
        if look.is_none() {
            let hint = did_you_mean(name, LookName::ALL.map(LookName::name));
            self.complain(&value.span(), format!("There is no look `{}`.{hint}", printable(name)));
        }
        look
    }

    fn choice_of(&mut self, name: &str, value: &Value<'_>) -> Option<bool> {
        let choice = value.get_ref().as_bool();
        if choice.is_none() {
            self.complain(&value.span(), format!("`{name}` is true or false, without quotation marks."));
        }
        choice
    }

    /// `[own-look]` with roles.
    fn own_look(&mut self, value: &Value<'_>) -> Vec<(At<String>, String)> {
        let Some(table) = value.get_ref().as_table() else {
            let message = "`own-look` is a table: `[own-look]`, and below it `match = \"bright-blue bold\"`.";
            self.complain(&value.span(), message.to_owned());
            return Vec::new();
        };
        let mut roles = Vec::new();
        for (role, words) in table {
            let role = self.at(role.get_ref(), &role.span());
            match words.get_ref().as_str() {
                Some(words) => roles.push((role, words.to_owned())),
                None => self.complain(&words.span(), "What a role looks like stands in quotation marks.".to_owned()),
            }
        }
        roles
    }

    /// `[keys]` with actions, and `[keys.PLACE]` with the actions of one place.
    fn keys(&mut self, value: &Value<'_>) -> Vec<Rebinding> {
        let Some(table) = value.get_ref().as_table() else {
            self.complain(&value.span(), "`keys` is a table: `[keys]`, and below it `action = \"key\"`.".to_owned());
            return Vec::new();
        };
        let mut all = Vec::new();
        for (name, value) in table {
            if let Some(inner) = value.get_ref().as_table() {
                let place = self.at(name.get_ref(), &name.span());
                all.extend(inner.iter().filter_map(|(action, keys)| {
                    let action = self.at(action.get_ref(), &action.span());
                    self.rebinding(Some(place.clone()), action, keys)
                }));
            } else {
                let action = self.at(name.get_ref(), &name.span());
                all.extend(self.rebinding(None, action, value));
            }
        }
        all.sort_by_key(|rebinding| rebinding.action.line);
        all
    }

    fn rebinding(&mut self, place: Option<At<String>>, action: At<String>, keys: &Value<'_>) -> Option<Rebinding> {
        let keys = match keys.get_ref() {
            DeValue::String(key) => Some(vec![self.at(key, &keys.span())]),
            DeValue::Array(several) => several
                .iter()
                .map(|key| key.get_ref().as_str().map(|name| self.at(name, &key.span())))
                .collect::<Option<Vec<_>>>(),
            _ => None,
        };
        if keys.is_none() {
            let message = format!("`{0}` is a key or several: `{0} = \"F5\"`, `{0} = [\"F5\", \"p\"]`.", action.value);
            self.complaints.push(Complaint::new(action.line, printable(&message)));
        }
        Some(Rebinding { place, action, keys: keys? })
    }

    fn at(&self, value: &str, span: &Range<usize>) -> At<String> {
        At { value: value.to_owned(), line: self.line(span) }
    }

    fn complain(&mut self, span: &Range<usize>, message: String) {
        self.complaints.push(Complaint::new(self.line(span), message));
    }

    fn line(&self, span: &Range<usize>) -> usize {
        let before = self.text.as_bytes().iter().take(span.start);
        before.filter(|byte| **byte == b'\n').count() + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(text: &str) -> Vec<String> {
        Config::read(text).1.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_is_set_is_read_with_its_line() {
        let text = "look = \"dark\"\nmouse = true\n\n[keys]\nplan = \"F5\"\n[keys.list]\nquit = [\"Q\", \"F10\"]\n";
        let (config, complaints) = Config::read(text);
        assert_eq!(complaints, []);
        assert_eq!(config.look, Some(LookName::Dark));
        assert_eq!((config.mouse, config.ascii), (Some(true), None));
        let [plan, quit] = config.keys.as_slice() else { panic!("{:?}", config.keys) };
        assert_eq!((plan.place.as_ref(), plan.action.line), (None, 5));
        assert_eq!(quit.place.as_ref().map(|place| place.value.as_str()), Some("list"));
        assert_eq!(quit.keys.len(), 2);
    }

    #[test]
    fn an_unknown_setting_is_named_with_line_and_nearest_and_the_rest_serves() {
        let (config, complaints) = Config::read("ascii = true\nlok = \"dark\"\n");
        assert_eq!(config.ascii, Some(true));
        assert_eq!(complaints, [Complaint::new(2, "There is no setting `lok`. Did you mean `look`?")]);
    }

    #[test]
    fn a_value_of_the_wrong_sort_is_named_and_left_out() {
        assert_eq!(complaints("mouse = \"yes\""), ["line 1: `mouse` is true or false, without quotation marks."]);
        assert_eq!(complaints("look = 3"), ["line 1: `look` is a name in quotation marks."]);
        assert_eq!(complaints("look = \"drak\""), ["line 1: There is no look `drak`. Did you mean `dark`?"]);
        assert_eq!(complaints("\nkeys = 3").len(), 1);
        assert_eq!(
            complaints("[keys]\nplan = 3"),
            ["line 2: `plan` is a key or several: `plan = \"F5\"`, `plan = [\"F5\", \"p\"]`."]
        );
    }

    #[test]
    fn what_is_no_toml_is_named_and_what_stands_before_and_after_it_serves() {
        let (config, complaints) = Config::read("ascii = true\nlook = dark\nmouse = true\n[keys]\nplan = \"F5\n");
        assert_eq!((config.ascii, config.look, config.mouse), (Some(true), None, Some(true)));
        assert_eq!(config.keys, []);
        assert_eq!(complaints.iter().map(|complaint| complaint.line).collect::<Vec<_>>(), [2, 5]);
    }

    #[test]
    fn an_escape_code_in_the_file_reaches_nobody() {
        for text in ["\"\\u001b[31m\" = 1", "[keys]\n\"\\u001b[31m\" = 1"] {
            assert!(!complaints(text).join("").contains('\u{1b}'), "{text}");
        }
    }
}
