//! The times of a row: its length, its hours a week and its hours in all. A number without a unit takes that of its
//! heading, of the column for units, or stays unknown.

use super::column::Quantity;
use super::{Column, Row, bounds, heading};
use crate::catalog::Basis;
use crate::catalog::import::discovery;
use crate::catalog::import::draft::{self, Draft, Said, Thing};
use crate::catalog::import::measure::{self, Measure};
use crate::catalog::import::stated::Stated;

/// The most hours a week that are taken from a text which does not say that they are hours a week. More may be those of
/// the whole as well, and far more are.
const MAX_UNSAID: f64 = 20.0;
const MIN_IN_ALL: f64 = 60.0;

/// The fewest hours a week that a program can ask for. Fewer mean that its hours were not those of the whole.
const MIN_HOURS: f64 = 1.0;

/// Words for hours in all, in the languages of catalogues.
#[rustfmt::skip] // a table reads by its rows
const IN_ALL: [&str; 13] = [
    "total", "overall", "in all", "altogether", "insgesamt", "gesamt", "au total", "en total", "in totale", "no total",
    "łącznie", "razem", "celkem",
];

/// Whether a text is a number with a word that calls it a guess, and takes its unit from the heading.
fn is_guess_without_unit(text: &str) -> bool {
    measure::is_inexact(text) && measure::measures(text).is_empty()
}

impl Row<'_> {
    /// Reads the length, the hours a week and the hours in all.
    pub(super) fn say_times(&self, draft: &mut Draft) {
        self.say_workload(draft);
        if let Some((text, at)) = self.cell(Column::TotalHours).or_else(|| self.between(Quantity::TotalHours)) {
            let text = self.with_unit(text, Quantity::TotalHours);
            let hours = measure::bare(bounds::bare(&text))
                .or_else(|| measure::only(&text, Measure::hours).map(|m| (m.low, m.high)));
            match hours {
                Some((low, high)) => self.say_total(draft, &text, (low.min(high), low.max(high)), &at),
                None => self.remarks.add(&at, format!("`{text}` is not a number of hours")),
            }
        }
        self.say_any_length(draft);
        self.spread_hours(draft);
    }

    /// Takes hours that are too few for the whole length as hours a week, where the heading does not say which they are:
    /// `Hours` beside `Weeks`.
    fn spread_hours(&self, draft: &mut Draft) {
        let Some(weeks) = draft.said("length").and_then(Stated::weeks) else { return };
        let is_plain = |said: &&mut Said| said.field == "effort" && heading::names_hours_alone(&said.at);
        let Some(said) = draft.says.iter_mut().find(is_plain) else { return };
        let Some((_, high)) = said.value.band().filter(|(_, high)| high / weeks < MIN_HOURS) else { return };
        self.remarks
            .add(&said.at, format!("{high} hours are too few for {weeks} weeks, so they were read as hours a week"));
        if self.has(Column::Workload) {
            draft.says.retain(|said| said.field != "effort");
        } else {
            (said.field, said.basis) = ("workload", Basis::Presumed);
            said.note = Some("hours that are too few to be those of the whole".to_owned());
        }
    }

    fn say_any_length(&self, draft: &mut Draft) {
        if let Some((text, at)) = self.cell(Column::Length).or_else(|| self.between(Quantity::Length)) {
            return self.say_length(draft, &text, &at);
        }
        // Cells that were glued together may have the length before the hours a week.
        if let Some((text, at)) = self.cell(Column::Workload)
            && measure::only(&text, Measure::calendar).is_some()
        {
            self.say_length(draft, &text, &at);
        }
    }

    fn say_length(&self, draft: &mut Draft, text: &str, at: &str) {
        if let (Some(hours), false) = (measure::only(text, Measure::hours_a_week), draft.has("workload")) {
            draft.read("workload", draft::positive(hours.low, hours.high), at, text, None);
        }
        if let (Some(hours), Some(_)) = (measure::only(text, Measure::hours), measure::only(text, Measure::calendar)) {
            self.say_total(draft, text, (hours.low, hours.high), at);
        }
        let Some(numbers) = measure::bare(bounds::bare(text)) else {
            let unit = self.length_unit(at).filter(|_| is_guess_without_unit(text));
            let text = unit.map_or_else(|| text.to_owned(), |unit| format!("{text} {unit}"));
            return self.say_measured(draft, &text, at);
        };
        if numbers.0.max(numbers.1) <= 0.0 {
            return self.remarks.add(at, format!("`{text}` is no length of time, so the length stays unknown"));
        }
        match self.length_unit(at) {
            Some(unit) => self.say_measured(draft, &format!("{text} {unit}"), at),
            None => self.remarks.add(at, format!("`{text}` has no unit: write `{text} weeks` or `{text} months`")),
        }
    }

    /// The unit of the lengths in a column: that of the row, or that of the heading.
    fn length_unit(&self, at: &str) -> Option<String> {
        let stated = self.cell(Column::Unit(Quantity::Length)).map(|(unit, _)| unit);
        stated.or_else(|| self.headings.unit_of(at).map(str::to_owned))
    }

    /// Reads a length with its unit.
    fn say_measured(&self, draft: &mut Draft, text: &str, at: &str) {
        let Some(measure) = measure::only(text, Measure::calendar) else {
            return self.say_hours_of_length(draft, text, at);
        };
        if measure.is_reversed {
            self.remarks.add(at, format!("`{text}` has the larger number first"));
        }
        let (low, high, unit, note) = discovery::in_weeks_or_months(measure, text);
        match draft.thing {
            Thing::Program => draft.read("length", draft::length(low, high, unit), at, text, note),
            Thing::Course => {
                let (low, high, note) = discovery::in_weeks((low, high), unit, text, note);
                draft.read("weeks", draft::positive(low, high), at, text, note);
            }
        }
    }

    /// Reads hours where a length is expected.
    fn say_hours_of_length(&self, draft: &mut Draft, text: &str, at: &str) {
        match measure::only(text, Measure::hours) {
            Some(hours) => self.say_total(draft, text, (hours.low, hours.high), at),
            None if measure::only(text, Measure::hours_a_week).is_some() => {}
            None => self.remarks.add(at, format!("`{text}` cannot be read as a length of time")),
        }
    }

    /// A number without a unit together with that of the column for units, if it has one.
    pub(super) fn with_unit(&self, text: String, quantity: Quantity) -> String {
        let is_bare = measure::bare(bounds::bare(&text)).is_some();
        match self.cell(Column::Unit(quantity)).filter(|_| is_bare) {
            Some((unit, _)) => format!("{text} {unit}"),
            None => text,
        }
    }

    /// Reads hours a week, from one cell or from a minimum and a maximum.
    fn say_workload(&self, draft: &mut Draft) {
        if let Some((text, at)) = self.between(Quantity::Workload) {
            self.say_effort(draft, &text, &at);
        } else if let Some((text, at)) = self.cell(Column::Workload) {
            self.say_effort(draft, &text, &at);
        }
    }

    /// Reads the text of an effort: hours a week, or hours in all.
    fn say_effort(&self, draft: &mut Draft, text: &str, at: &str) {
        let text = &self.with_unit(text.to_owned(), Quantity::Workload);
        let weekly = measure::only(text, Measure::hours_a_week).map(|m| (m.low, m.high, m.is_reversed));
        // Under this heading, plain hours mean hours a week too, unless there are too many.
        let plain = || measure::only(text, Measure::hours).map(|m| (m.low, m.high, m.is_reversed));
        let bare = || measure::bare(bounds::bare(text)).map(|(a, b)| (a.min(b), a.max(b), a > b));
        let is_weekly = weekly.is_some() || heading::names_weeks(at);
        let guessed = || {
            let hours = is_guess_without_unit(text).then(|| format!("{text} hours"))?;
            measure::only(&hours, Measure::hours).map(|m| (m.low, m.high, m.is_reversed))
        };
        let Some((low, high, is_reversed)) = weekly.or_else(plain).or_else(bare).or_else(guessed) else {
            return self.remarks.add(at, format!("`{text}` names no hours a week that can be read"));
        };
        if is_reversed {
            self.remarks.add(at, format!("`{text}` has the larger number first"));
        }
        let lower = text.to_lowercase();
        // A duration in ISO 8601 is that of something as a whole.
        let is_in_all = IN_ALL.iter().any(|words| lower.contains(words)) || high > MIN_IN_ALL || measure::is_iso(text);
        if is_weekly || (!is_in_all && high <= MAX_UNSAID) {
            draft.read("workload", draft::positive(low, high), at, text, None);
        } else if is_in_all && (plain().is_some() || heading::names_hours(at)) {
            self.say_total(draft, text, (low, high), at);
        } else {
            self.remarks.add(at, format!("`{text}` may be hours a week or in all, so it was not read"));
        }
    }

    fn say_total(&self, draft: &mut Draft, text: &str, (low, high): (f64, f64), at: &str) {
        let hours = draft::positive(low, high);
        match draft.thing {
            Thing::Program if !draft.has("effort") => draft.read("effort", hours, at, text, None),
            Thing::Program => {}
            Thing::Course => self.remarks.add(at, "the hours of a whole course are not kept"),
        }
    }
}
