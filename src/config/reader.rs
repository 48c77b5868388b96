//! Reads the tables of a configuration, and collects complaints about what cannot be understood.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::broken_lines::line_of;
use super::{At, Complaint, Config, KeepAnswers, Rebinding, TABLES, settings};
use crate::catalog::{Currency, Rates, did_you_mean, printable, sentence};
use crate::look::LookName;
use crate::names::{Candidate, NameError, one_of, quoted};

/// Reads the parsed tables and collects complaints.
pub(super) struct ConfigReader<'t> {
    pub(super) text: &'t str,
    pub(super) complaints: Vec<Complaint>,
}

type Value<'i> = Spanned<DeValue<'i>>;

impl ConfigReader<'_> {
    pub(super) fn config(&mut self, table: &DeTable<'_>) -> Config {
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
