//! The score of a program and what it is made of, as bars with their words: one form for the screen and the commands.

use crate::advise::{Contribution, Score};
use crate::catalog::{Basis, Cell};
use crate::chart::{self, Row};

/// Columns of the bar of the criterion with the greatest weight.
const MOST_COLS: f64 = 10.0;

/// How to read the bars.
pub const BARS: &str =
    "A criterion's bar is as long as its weight and full as far as it is met; shaded is what may be met, or may not.";

/// One criterion: the bar is as long as its weight and full as far as the program fulfils it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriterionBar {
    /// Its name.
    pub label: &'static str,
    /// The bar.
    pub bar: Row,
    /// Its points, and the basis where the fact is not simply on record.
    pub words: String,
}

impl CriterionBar {
    /// Name, bar and words as one text.
    pub fn text(&self) -> String {
        format!("{} {} {}", self.label, self.bar.text(), self.words)
    }
}

/// The criteria of a program, each bar in proportion to the others.
pub fn criterion_bars(contributions: &[Contribution]) -> Vec<CriterionBar> {
    let greatest = contributions.iter().map(|part| part.weight).fold(f64::EPSILON, f64::max);
    let one = |part: &Contribution| {
        let cols = ((part.weight / greatest * MOST_COLS).round() as usize).max(1);
        let bar = chart::range(part.value.low, part.value.mid, part.value.high, cols);
        CriterionBar {
            label: part.criterion.label(),
            bar,
            words: format!("+{}{}", part.points, basis_word(part.basis)),
        }
    };
    contributions.iter().map(one).collect()
}

/// The basis of a criterion's fact, where it is not simply on record.
pub(super) fn basis_word(basis: Option<Basis>) -> String {
    match basis {
        Some(Basis::Stated | Basis::Derived | Basis::Editorial) => String::new(),
        Some(other) => format!(" {}", other.slug()),
        None => format!(" {}", Cell::UNKNOWN),
    }
}

/// A score as a bar.
pub fn score_bar(score: Score, cols: usize) -> Row {
    let share = |hundredths: u32| f64::from(hundredths) / 100.0;
    chart::range(share(score.low), share(score.mid), share(score.high), cols)
}

/// A score in hundredths, with its bounds where it is not certain.
pub fn score_words(score: Score) -> String {
    if score.low == score.high {
        score.mid.to_string()
    } else {
        format!("{} ({}–{})", score.mid, score.low, score.high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::advise::{Criterion, Interval};

    fn part(weight: f64, value: Interval, basis: Option<Basis>) -> Contribution {
        let points = (weight * value.mid * 100.0).round() as u32;
        Contribution { criterion: Criterion::ALL[0], points, weight, value, basis }
    }

    #[test]
    fn a_bar_is_as_long_as_its_weight_and_full_as_far_as_the_value() {
        let bars = criterion_bars(&[
            part(0.4, Interval::exactly(0.5), Some(Basis::Stated)),
            part(0.2, Interval::exactly(1.0), Some(Basis::Stated)),
            part(0.2, Interval::UNKNOWN, None),
        ]);
        let texts: Vec<String> = bars.iter().map(|bar| format!("{} {}", bar.bar.text(), bar.words)).collect();
        assert_eq!(texts, ["█████░░░░░ +20", "█████ +20", "▓▓▓▒▒ +10 unknown"], "unknown is not drawn as nothing");
    }
}
