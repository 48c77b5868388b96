//! The times of a row: its length, its hours a week and its hours in all. A number without a unit takes that of its
//! heading, of the column for units, or stays unknown.

use super::{Column, Row, heading};
use crate::catalog::Basis;
use crate::catalog::import::draft::{self, Draft, Thing};
use crate::catalog::import::measure::{self, Measure};
use crate::catalog::import::{amount, discovery};

/// The most hours a week that are taken from a text which does not say that they are hours a week.
const MAX_UNSAID: f64 = 60.0;

/// Words for hours in all, in the languages of catalogues.
#[rustfmt::skip] // a table reads by its rows
const IN_ALL: [&str; 13] = [
    "total", "overall", "in all", "altogether", "insgesamt", "gesamt", "au total", "en total", "in totale", "no total",
    "łącznie", "razem", "celkem",
];

impl Row<'_> {
    /// Reads the length, the hours a week and the hours in all.
    pub(super) fn say_times(&self, draft: &mut Draft) {
        self.say_workload(draft);
        if let Some((text, at)) = self.cell(Column::TotalHours) {
            let hours = measure::bare(&text).or_else(|| measure::only(&text, Measure::hours).map(|m| (m.low, m.high)));
            match hours {
                Some((low, high)) => self.say_total(draft, low.min(high), low.max(high), &at),
                None => self.remarks.add(&at, format!("`{text}` is not a number of hours")),
            }
        }
        self.say_any_length(draft);
    }

    fn say_any_length(&self, draft: &mut Draft) {
        if let Some((text, at)) = self.cell(Column::Length).or_else(|| self.length_between()) {
            return self.say_length(draft, &text, &at);
        }
        // Cells that were glued together may have the length before the hours a week.
        if let Some((text, at)) = self.cell(Column::Workload)
            && measure::only(&text, Measure::calendar).is_some()
        {
            self.say_length(draft, &text, &at);
        }
    }

    /// The length between a least and a greatest one.
    fn length_between(&self) -> Option<(String, String)> {
        match (self.cell(Column::MinLength), self.cell(Column::MaxLength)) {
            (Some((low, at)), Some((high, _))) => Some((format!("{low}-{high}"), at)),
            (Some((low, at)), None) => Some((format!("from {low}"), at)),
            (None, Some((high, at))) => Some((format!("up to {high}"), at)),
            (None, None) => None,
        }
    }

    fn say_length(&self, draft: &mut Draft, text: &str, at: &str) {
        if let (Some(hours), false) = (measure::only(text, Measure::hours_a_week), draft.has("workload")) {
            draft.say("workload", draft::positive(hours.low, hours.high), at);
        }
        let number = text.trim_start_matches("from ").trim_start_matches("up to ");
        let Some(numbers) = measure::bare(number) else { return self.say_measured(draft, text, at) };
        if numbers.0.max(numbers.1) <= 0.0 {
            return self.remarks.add(at, format!("`{text}` is no length of time, so the length stays unknown"));
        }
        let stated = self.cell(Column::LengthUnit).map(|(unit, _)| unit);
        match stated.or_else(|| self.headings.unit_of(at).map(str::to_owned)) {
            Some(unit) => self.say_measured(draft, &format!("{text} {unit}"), at),
            None => self.remarks.add(at, format!("`{text}` has no unit: write `{text} weeks` or `{text} months`")),
        }
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
        let note = note.or_else(|| measure::is_inexact(text).then(|| format!("stated as “{text}”")));
        match draft.thing {
            Thing::Program => draft.note("length", draft::length(low, high, unit), Basis::Stated, at, note),
            Thing::Course if unit == "weeks" => draft.say("weeks", draft::positive(low, high), at),
            Thing::Course => self.remarks.add(at, format!("`{text}` is not a number of weeks")),
        }
    }

    /// Reads hours where a length is expected.
    fn say_hours_of_length(&self, draft: &mut Draft, text: &str, at: &str) {
        match measure::only(text, Measure::hours) {
            Some(hours) => self.say_total(draft, hours.low, hours.high, at),
            None if measure::only(text, Measure::hours_a_week).is_some() => {}
            None => self.remarks.add(at, format!("`{text}` cannot be read as a length of time")),
        }
    }

    /// Reads hours a week, from one cell or from a minimum and a maximum.
    fn say_workload(&self, draft: &mut Draft) {
        let bound = |column| {
            self.cell(column).and_then(|(text, at)| Some((amount::plain_number(&text).filter(|n| *n > 0.0)?, at)))
        };
        let (least, most) = (bound(Column::MinEffort), bound(Column::MaxEffort));
        if let Some((low, at)) = least.clone().or_else(|| most.clone()) {
            let high = most.map_or(low, |(high, _)| high);
            if low > high {
                self.remarks.add(&at, format!("{low} to {high} has the larger number first"));
            }
            return draft.say("workload", draft::positive(low.min(high), low.max(high)), at);
        }
        if let Some((text, at)) = self.cell(Column::Workload) {
            self.say_effort(draft, &text, &at);
        }
    }

    /// Reads the text of an effort: hours a week, or hours in all.
    fn say_effort(&self, draft: &mut Draft, text: &str, at: &str) {
        let weekly = measure::only(text, Measure::hours_a_week).map(|m| (m.low, m.high, m.is_reversed));
        // Under this heading, plain hours mean hours a week too, unless there are too many.
        let plain = || measure::only(text, Measure::hours).map(|m| (m.low, m.high, m.is_reversed));
        let bare = || measure::bare(text).map(|(a, b)| (a.min(b), a.max(b), a > b));
        let is_weekly = weekly.is_some() || heading::names_weeks(at);
        let Some((low, high, is_reversed)) = weekly.or_else(plain).or_else(bare) else {
            return self.remarks.add(at, format!("`{text}` names no hours a week that can be read"));
        };
        if is_reversed {
            self.remarks.add(at, format!("`{text}` has the larger number first"));
        }
        let lower = text.to_lowercase();
        let is_in_all = IN_ALL.iter().any(|words| lower.contains(words)) || high > MAX_UNSAID;
        if is_weekly || !is_in_all {
            draft.say("workload", draft::positive(low, high), at);
        } else if plain().is_some() {
            self.say_total(draft, low, high, at);
        } else {
            self.remarks.add(at, format!("`{text}` may be hours a week or in all, so it was not read"));
        }
    }

    fn say_total(&self, draft: &mut Draft, low: f64, high: f64, at: &str) {
        match draft.thing {
            Thing::Program if !draft.has("effort") => draft.say("effort", draft::positive(low, high), at),
            Thing::Program => {}
            Thing::Course => self.remarks.add(at, "the hours of a whole course are not kept"),
        }
    }
}
