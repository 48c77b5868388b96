//! The configuration: what a user sets permanently in a file. Reading is tolerant: each part that cannot be understood
//! is reported with its line and a suggestion, and the rest applies. This room does not read the file itself, and does
//! not depend on which keys and actions exist.

mod broken_lines;
mod reader;

use std::fmt;

use toml::de::DeTable;

use broken_lines::without_broken_lines;
use reader::ConfigReader;

use crate::catalog::{Currency, printable};
use crate::look::LookName;

/// A setting with a single value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The name of the setting.
    pub name: &'static str,
    /// The default, as it is written in the file.
    pub default: &'static str,
    /// What the setting does, as a sentence.
    pub help: String,
}

/// All settings with a single value.
pub fn settings() -> [Setting; 6] {
    let looks = LookName::ALL.map(LookName::slug).join(", ");
    let setting = |name, default, help: &str| Setting { name, default, help: help.to_owned() };
    [
        setting("look", "\"default\"", &format!("The look: {looks}.")),
        setting("mouse", "false", "Whether the mouse controls the explorer from the start; otherwise it selects text."),
        setting("ascii", "false", "Whether only ASCII characters are drawn."),
        setting("currency", "\"USD\"", "The currency of prices: one with a dated rate, such as EUR or GBP."),
        setting("keep", "true", "Whether the explorer starts as you left it."),
        setting(
            "keep_answers",
            "\"ask\"",
            "Whether the answers of the profile without a name are kept on this computer: yes, ask, never.",
        ),
    ]
}

/// The settings whose value is a table.
const TABLES: [&str; 2] = ["keys", "own-look"];

named! {
    /// Whether the answers of a user without a named profile are kept.
    #[derive(Default)]
    KeepAnswers {
        /// The answers are kept.
        Yes = "yes";
        /// The explorer asks once per session.
        #[default]
        Ask = "ask";
        /// The answers are not kept, and the explorer does not ask.
        Never = "never";
    }
}

/// The contents of a configuration file; settings that it lacks are `None` or empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// The name of the look.
    pub look: Option<LookName>,
    /// Whether the mouse is on from the start.
    pub mouse: Option<bool>,
    /// Whether only ASCII characters are drawn.
    pub ascii: Option<bool>,
    /// The currency in which prices are displayed.
    pub currency: Option<Currency>,
    /// Whether the view is kept for the next start.
    pub keep: Option<bool>,
    /// Whether the answers of the unnamed profile are kept.
    pub keep_answers: Option<KeepAnswers>,
    /// The key bindings, in the order of the file.
    pub keys: Vec<Rebinding>,
    /// The user's own look: each role with its description.
    pub own_look: Vec<(At<String>, String)>,
}

/// A value with its line in the file, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// The line, counted from 1.
    pub line: usize,
}

/// The keys bound to one action, as written in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebinding {
    /// The place where they apply; `None` for everywhere.
    pub place: Option<At<String>>,
    /// The name of the action.
    pub action: At<String>,
    /// The names of the keys; if empty, the action has no key.
    pub keys: Vec<At<String>>,
}

/// Something in the file that cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// The line, counted from 1.
    pub line: usize,
    /// A full sentence that describes it.
    pub message: String,
}

impl Complaint {
    /// Creates a complaint about a line.
    pub fn new(line: usize, message: impl Into<String>) -> Self {
        Self { line, message: message.into() }
    }

    /// Returns the complaint, preceded by the name of the file.
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
    /// Returns the value of a setting, as written in a file; `None` if the file does not set it.
    pub fn value(&self, name: &str) -> Option<String> {
        match name {
            "look" => self.look.map(|look| format!("{:?}", look.slug())),
            "mouse" => self.mouse.map(|choice| choice.to_string()),
            "ascii" => self.ascii.map(|choice| choice.to_string()),
            "keep" => self.keep.map(|choice| choice.to_string()),
            "keep_answers" => self.keep_answers.map(|choice| format!("{:?}", choice.slug())),
            _ => None,
        }
    }

    /// Returns the text of a file with one setting changed and everything else unchanged.
    pub fn with_setting(text: &str, name: &str, value: &str) -> String {
        let line = format!("{name} = {value}");
        let is_of_table = |line: &&str| line.trim_start().starts_with('[');
        let before_tables = text.lines().take_while(|line| !is_of_table(line)).count();
        let sets = |line: &str| line.split('=').next().is_some_and(|own| own.trim() == name) && line.contains('=');
        let mut lines: Vec<&str> = text.lines().collect();
        match lines[..before_tables].iter().position(|line| sets(line)) {
            Some(place) => lines[place] = &line,
            // The first line of a file cannot belong to a table.
            None => lines.insert(0, &line),
        }
        lines.join("\n") + "\n"
    }

    /// Reads the text of a configuration file. Returns the settings that could be understood, and complaints in the
    /// order of their lines.
    pub fn read(text: &str) -> (Self, Vec<Complaint>) {
        let (text, complaints) = without_broken_lines(text);
        let (table, _) = DeTable::parse_recoverable(&text);
        let mut reader = ConfigReader { text: &text, complaints };
        let config = reader.config(table.get_ref());
        reader.complaints.sort_by_key(|complaint| complaint.line);
        (config, reader.complaints)
    }
}

#[cfg(test)]
mod tests {
    use super::broken_lines::MAX_BROKEN;
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
    fn a_currency_without_a_dated_rate_is_refused_with_those_that_have_one() {
        assert_eq!(Config::read("currency = \"EUR\"").0.currency, Currency::parse("EUR"));
        assert_eq!(Config::read("currency = \"USD\"").0.currency, Some(Currency::USD));
        for wrong in ["\"CZK\"", "\"euro\"", "3"] {
            let told = complaints(&format!("currency = {wrong}"));
            assert!(told.len() == 1 && told[0].contains("USD, GBP"), "{wrong}: {told:?}");
        }
    }

    #[test]
    fn a_setting_is_written_into_the_text_and_everything_else_stays() {
        let text = "# mine\nlook = \"dark\"\n\n[keys]\nplan = \"F5\"\nkeep_answers = \"F6\"\n";
        let first = Config::with_setting(text, "keep_answers", "\"never\"");
        assert_eq!(first, format!("keep_answers = \"never\"\n{text}"));
        let second = Config::with_setting(&first, "keep_answers", "\"yes\"");
        assert_eq!(second, format!("keep_answers = \"yes\"\n{text}"));
        assert_eq!(Config::read(&second).0.keep_answers, Some(KeepAnswers::Yes));
        assert_eq!(Config::with_setting("", "keep", "false"), "keep = false\n");
    }

    #[test]
    fn an_unknown_setting_is_named_with_line_and_nearest_and_the_rest_serves() {
        let (config, complaints) = Config::read("ascii = true\nlok = \"dark\"\n");
        assert_eq!(config.ascii, Some(true));
        assert_eq!(complaints, [Complaint::new(2, "There is no setting `lok`. Did you mean `look`?")]);
    }

    #[test]
    fn a_value_of_the_wrong_sort_is_named_and_left_out() {
        assert_eq!(complaints("mouse = \"yes\""), ["line 1: `mouse` must be true or false, without quotation marks."]);
        assert_eq!(complaints("look = 3"), ["line 1: `look` must be a name in quotation marks."]);
        assert_eq!(complaints("look = \"drak\""), ["line 1: No look is called `drak`. Did you mean `dark`?"]);
        assert_eq!(complaints("\nkeys = 3").len(), 1);
        assert_eq!(
            complaints("[keys]\nplan = 3"),
            ["line 2: `plan` must be one key or a list of keys: `plan = \"F5\"`, `plan = [\"F5\", \"p\"]`."]
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
    fn a_broken_line_takes_no_other_with_it() {
        for broken in
            ["look", "look =", "= \"dark\"", "look = \"dark", "[keys", "plan = [\"F5\"", "mouse = true true", "]]"]
        {
            let text = format!("ascii = true\n{broken}\nkeep = false\n[keys.list]\nquit = \"Q\"\n");
            let (config, complaints) = Config::read(&text);
            assert_eq!((config.ascii, config.keep, config.keys.len()), (Some(true), Some(false), 1), "{broken}");
            assert_eq!(complaints.iter().map(|complaint| complaint.line).collect::<Vec<_>>(), [2], "{broken}");
        }
    }

    #[test]
    fn a_file_that_is_something_else_is_soon_given_up() {
        let (config, complaints) = Config::read(&"no setting at all\n".repeat(5_000));
        assert_eq!((config, complaints.len()), (Config::default(), MAX_BROKEN + 1));
    }

    #[test]
    fn everything_wrong_in_a_line_is_told() {
        let told = complaints("keys = { plan = 3, back = 4 }");
        assert_eq!(told.len(), 2, "{told:?}");
    }

    #[test]
    fn an_escape_code_in_the_file_reaches_nobody() {
        for text in ["\"\\u001b[31m\" = 1", "[keys]\n\"\\u001b[31m\" = 1"] {
            assert!(!complaints(text).join("").contains('\u{1b}'), "{text}");
        }
    }
}
