//! The configuration: what a user sets permanently in a file. The text of the file is read as far as possible: each
//! part that cannot be understood is reported with its line and a suggestion, and the rest applies. This room neither
//! reads the file itself nor knows which keys and actions exist.

use std::fmt;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::catalog::{Currency, Rates, did_you_mean, printable, sentence};
use crate::look::LookName;
use crate::names::{Candidate, NameError, one_of, quoted};

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

/// The settings that are tables.
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

/// The contents of a configuration file; whatever it leaves out is `None` or empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// The name of the look.
    pub look: Option<LookName>,
    /// Whether the mouse is active from the start.
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

/// The keys bound to one action, as they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebinding {
    /// The place in which they apply; `None` if they apply everywhere.
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

    /// The complaint, preceded by the name of the file.
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
    /// The value of a setting, as it is written in a file; `None` if the file does not set it.
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

    /// Returns the text of a file with one setting changed; everything else stays as it was written.
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

/// A file with more broken lines than this was never meant as a configuration.
const MAX_BROKEN: usize = 20;

/// Blanks every line that is not TOML, and returns the text with a complaint about each. Lines are found one at a time,
/// because a broken line often makes the lines after it look broken too.
fn without_broken_lines(text: &str) -> (String, Vec<Complaint>) {
    let mut lines: Vec<&str> = text.split('\n').collect();
    let mut complaints = Vec::new();
    while let Some((found, message)) = first_error(&lines) {
        if complaints.len() == MAX_BROKEN {
            complaints.push(Complaint::new(found + 1, "Too many lines are not TOML; the whole file is ignored."));
            return (String::new(), complaints);
        }
        // The parser notices an unclosed bracket only on a later line.
        let before = (0..found).rev().find(|line| !lines[*line].trim().is_empty());
        let to_blame = before.filter(|before| sound_until(&lines, *before) > sound_until(&lines, found));
        let line = to_blame.unwrap_or(found);
        complaints.push(Complaint::new(line + 1, format!("This is not TOML: {message}.")));
        if lines[line].is_empty() {
            // An error on an empty line cannot be removed by blanking that line.
            return (String::new(), complaints);
        }
        lines[line] = "";
    }
    (lines.join("\n"), complaints)
}

/// The index of the first line that is not TOML, and the message of the parser; `None` if the text is valid TOML.
fn first_error(lines: &[&str]) -> Option<(usize, String)> {
    let text = lines.join("\n");
    let (_, errors) = DeTable::parse_recoverable(&text);
    let first = errors.iter().min_by_key(|error| error.span().map_or(0, |span| span.start))?;
    let line = line_of(&text, &first.span().unwrap_or_default()) - 1;
    Some((line.min(lines.len() - 1), printable(first.message()).into_owned()))
}

/// The index of the first broken line once another line is blanked; `usize::MAX` if there is none.
fn sound_until(lines: &[&str], without: usize) -> usize {
    let mut rest = lines.to_vec();
    rest[without] = "";
    first_error(&rest).map_or(usize::MAX, |(line, _)| line)
}

/// The line of a span of the text, counted from 1.
fn line_of(text: &str, span: &Range<usize>) -> usize {
    text.as_bytes().iter().take(span.start).filter(|byte| **byte == b'\n').count() + 1
}

/// Reads the parsed tables, and collects complaints.
struct ConfigReader<'t> {
    text: &'t str,
    complaints: Vec<Complaint>,
}

type Value<'i> = Spanned<DeValue<'i>>;

impl ConfigReader<'_> {
    fn config(&mut self, table: &DeTable<'_>) -> Config {
        let mut config = Config::default();
        for (name, value) in table {
            match name.get_ref().as_ref() {
                "look" => config.look = self.look(value),
                "mouse" => config.mouse = self.choice_of("mouse", value),
                "ascii" => config.ascii = self.choice_of("ascii", value),
                "currency" => config.currency = self.currency(value),
                "keep" => config.keep = self.choice_of("keep", value),
                "keep_answers" => config.keep_answers = self.keep_answers(value),
                "keys" => config.keys = self.keys(value),
                "own-look" => config.own_look = self.own_look(value),
                other => {
                    let names = settings().into_iter().map(|setting| setting.name).chain(TABLES);
                    let hint = did_you_mean(other, names);
                    let message = format!("There is no setting `{}`.{hint}", quoted(other));
                    self.complain(&name.span(), message);
                }
            }
        }
        config
    }

    fn look(&mut self, value: &Value<'_>) -> Option<LookName> {
        let Some(name) = value.get_ref().as_str() else {
            self.complain(&value.span(), "`look` must be a name in quotation marks.".to_owned());
            return None;
        };
        let candidate = |look: LookName| Candidate::new(look.slug(), look.slug(), &[]);
        let look = one_of("look", name, &LookName::ALL, candidate);
        look.map_err(|error| self.complain(&value.span(), sentence(&error.to_string()))).ok()
    }

    fn currency(&mut self, value: &Value<'_>) -> Option<Currency> {
        let code = value.get_ref().as_str().unwrap_or_default();
        let can_be_told = |currency: &Currency| *currency == Currency::USD || Rates::shipped().of(*currency).is_some();
        let currency = Currency::parse(code).filter(can_be_told);
        if currency.is_none() {
            let codes = Rates::shipped().all().iter().map(|rate| rate.currency.code());
            let codes: Vec<&str> = std::iter::once("USD").chain(codes).collect();
            let message =
                format!("`currency` must be one with a dated rate, in quotation marks: {}.", codes.join(", "));
            self.complain(&value.span(), message);
        }
        currency
    }

    fn keep_answers(&mut self, value: &Value<'_>) -> Option<KeepAnswers> {
        let word = value.get_ref().as_str().unwrap_or_default();
        let candidate = |choice: KeepAnswers| Candidate::new(choice.slug(), choice.slug(), &[]);
        let choice = one_of("choice", word, &KeepAnswers::ALL, candidate);
        let complain = |error: NameError| {
            let hint = error.nearest().map(|near| format!(" Did you mean `{near}`?")).unwrap_or_default();
            self.complain(&value.span(), format!("`keep_answers` must be \"yes\", \"ask\" or \"never\".{hint}"));
        };
        choice.map_err(complain).ok()
    }

    fn choice_of(&mut self, name: &str, value: &Value<'_>) -> Option<bool> {
        let choice = value.get_ref().as_bool();
        if choice.is_none() {
            self.complain(&value.span(), format!("`{name}` must be true or false, without quotation marks."));
        }
        choice
    }

    /// The table `[own-look]` of roles.
    fn own_look(&mut self, value: &Value<'_>) -> Vec<(At<String>, String)> {
        let Some(table) = value.get_ref().as_table() else {
            let message = "`own-look` must be a table: `[own-look]`, and below it `match = \"bright-blue bold\"`.";
            self.complain(&value.span(), message.to_owned());
            return Vec::new();
        };
        let mut roles = Vec::new();
        for (role, words) in table {
            let role = self.at(role.get_ref(), &role.span());
            match words.get_ref().as_str() {
                Some(words) => roles.push((role, words.to_owned())),
                None => self.complain(&words.span(), "The style of a role must be in quotation marks.".to_owned()),
            }
        }
        roles
    }

    /// The table `[keys]` of actions, and the tables `[keys.PLACE]` with the actions of one place.
    fn keys(&mut self, value: &Value<'_>) -> Vec<Rebinding> {
        let Some(table) = value.get_ref().as_table() else {
            self.complain(
                &value.span(),
                "`keys` must be a table: `[keys]`, and below it `action = \"key\"`.".to_owned(),
            );
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
            let message = format!(
                "`{0}` must be one key or a list of keys: `{0} = \"F5\"`, `{0} = [\"F5\", \"p\"]`.",
                action.value
            );
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
        line_of(self.text, span)
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
