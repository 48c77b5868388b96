//! Values that cannot be meant literally: impossible hours a week are removed, and prices of nothing but nines are
//! kept. Both are reported.

use super::{Draft, Said};
use crate::catalog::import::measure::{HOURS_A_WEEK, MAX_WEEKS};
use crate::catalog::import::stated::{Band, Stated};
use crate::catalog::{TimeUnit, WEEKS_A_MONTH};

/// The smallest number of nines that stands for an unknown price.
const NINES: u64 = 9999;

impl Draft {
    /// Removes impossible values from the draft and its courses. Returns the place of each doubtful value and what is
    /// doubtful about it.
    pub(in super::super) fn doubtful(&mut self) -> Vec<(String, String)> {
        let mut doubts: Vec<(String, String)> =
            self.says.iter().filter_map(|said| Some((said.at.clone(), doubt(said)?))).collect();
        self.says.retain(|said| !is_impossible(said));
        for course in &mut self.courses {
            doubts.extend(course.doubtful());
        }
        doubts
    }
}

fn doubt(said: &Said) -> Option<String> {
    if is_impossible(said) {
        let (_, high) = said.value.band()?;
        return Some(match said.field {
            "workload" => format!("{high} hours are more than a week has; they stay unknown"),
            _ => format!("{high} is longer than any program takes; the length stays unknown"),
        });
    }
    match &said.value {
        Stated::Money(band, ..) if is_placeholder(*band) => {
            Some(format!("{} may stand for a price that is not known", band.1))
        }
        _ => None,
    }
}

fn is_impossible(said: &Said) -> bool {
    match (said.field, &said.value) {
        ("workload", value) => value.band().is_some_and(|(_, high)| high > HOURS_A_WEEK),
        ("length", Stated::Length((_, high), unit)) => {
            *high * if *unit == TimeUnit::Months { WEEKS_A_MONTH } else { 1.0 } > MAX_WEEKS
        }
        _ => false,
    }
}

/// Whether a price is `9999` or `99999.00`, with which fields are filled that must not be empty.
fn is_placeholder((_, high): Band) -> bool {
    let whole = high as u64;
    whole >= NINES && whole.to_string().bytes().all(|digit| digit == b'9')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Currency;
    use crate::catalog::import::amount::What;
    use crate::catalog::import::draft::{money, positive};

    #[test]
    fn impossible_hours_are_taken_out_and_nines_are_reported() {
        let mut course = Draft::course("C".to_owned());
        course.say("workload", positive(6.0, 999.0), "/c");
        course.say("weeks", positive(999.0, 999.0), "/w");
        let mut program = Draft::program("P".to_owned());
        program.say("workload", positive(5.0, 8.0), "/h");
        program.say("price", money(99_999.0, 99_999.0, Currency::USD, What::Program), "/p");
        program.courses.push(course);
        let places: Vec<String> = program.doubtful().into_iter().map(|(at, _)| at).collect();
        assert_eq!(places, ["/p", "/c"]);
        assert!(program.has("workload") && program.has("price"));
        assert!(!program.courses[0].has("workload") && program.courses[0].has("weeks"));
    }
}
