//! Maps values to positions on an axis, which is linear or logarithmic. A logarithmic axis is for values that are
//! mostly small with a few very large ones.

/// An axis from a lower to a higher value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    low: f64,
    high: f64,
    multiplies: bool,
}

impl Scale {
    /// Returns a linear axis from 0 that includes every value.
    pub fn even(values: impl IntoIterator<Item = f64>) -> Self {
        let high = values.into_iter().filter(|value| value.is_finite()).fold(1.0, f64::max);
        Self { low: 0.0, high, multiplies: false }
    }

    /// Returns a logarithmic axis that includes every value above 0.
    pub fn multiplying(values: impl IntoIterator<Item = f64>) -> Self {
        let positive = values.into_iter().filter(|value| value.is_finite() && *value > 0.0);
        let (low, high) =
            positive.fold((f64::INFINITY, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
        if high <= 0.0 {
            return Self { low: 1.0, high: 10.0, multiplies: true };
        }
        // Leave a margin on both sides, so that no point lies on the edge.
        Self { low: (low / 1.25).max(f64::MIN_POSITIVE), high: (high * 1.25).max(low * 2.0), multiplies: true }
    }

    /// Returns the position of a value: 0 at the lower end, 1 at the upper end. Values outside the axis are clamped.
    pub fn place(&self, value: f64) -> f64 {
        let share = if self.multiplies {
            (value.max(f64::MIN_POSITIVE) / self.low).ln() / (self.high / self.low).ln()
        } else {
            (value - self.low) / (self.high - self.low)
        };
        if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) }
    }

    /// Whether the axis is logarithmic.
    pub fn multiplies(&self) -> bool {
        self.multiplies
    }

    /// Returns round values on the axis in ascending order, at most `most` of them.
    pub fn ticks(&self, most: usize) -> Vec<f64> {
        if most == 0 {
            return Vec::new();
        }
        if !self.multiplies {
            return steps(self.high, most);
        }
        let all = |pattern: &[f64]| self.powers(pattern);
        let patterns: [&[f64]; 3] = [&[1.0, 2.0, 5.0], &[1.0, 3.0], &[1.0]];
        let fits = patterns.iter().map(|pattern| all(pattern)).find(|ticks| ticks.len() <= most);
        fits.unwrap_or_else(|| all(&[1.0]).into_iter().take(most).collect())
    }

    /// Returns the values on the axis that are a step of the pattern times a power of ten.
    fn powers(&self, pattern: &[f64]) -> Vec<f64> {
        let first = self.low.log10().floor() as i32;
        let last = self.high.log10().ceil() as i32;
        let values = (first..=last).flat_map(|power| pattern.iter().map(move |step| step * 10_f64.powi(power)));
        values.filter(|value| (self.low..=self.high).contains(value)).collect()
    }
}

/// Returns multiples of a round step from 0 to `high`, at most `most` of them.
fn steps(high: f64, most: usize) -> Vec<f64> {
    let sizes =
        [1.0, 2.0, 3.0, 6.0, 12.0, 24.0, 60.0, 120.0].into_iter().chain((3..18).map(|power| 10_f64.powi(power)));
    let count = |size: f64| (high / size).floor() as usize + 1;
    let size = sizes.into_iter().find(|size| count(*size) <= most).unwrap_or(high.max(1.0) * 2.0);
    (0..count(size)).map(|place| place as f64 * size).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ticks_are_round_and_few() {
        assert_eq!(Scale::even([1.0, 18.0]).ticks(8), [0.0, 3.0, 6.0, 9.0, 12.0, 15.0, 18.0]);
        assert_eq!(Scale::even([1.0, 18.0]).ticks(4), [0.0, 6.0, 12.0, 18.0]);
        assert_eq!(Scale::multiplying([9.0, 700.0]).ticks(6), [10.0, 20.0, 50.0, 100.0, 200.0, 500.0]);
        assert_eq!(Scale::multiplying([9.0, 700.0]).ticks(2), [10.0, 100.0]);
        assert_eq!(Scale::multiplying([]).ticks(0), [0.0; 0]);
    }

    #[test]
    fn one_value_and_none_make_an_axis_too() {
        for scale in [Scale::even([]), Scale::even([5.0]), Scale::multiplying([]), Scale::multiplying([5.0])] {
            assert!((0.0..=1.0).contains(&scale.place(5.0)));
            assert!(scale.place(0.0).abs() < f64::EPSILON);
        }
    }

    proptest! {
        #[test]
        fn a_greater_value_never_lies_lower(values in proptest::collection::vec(0.0_f64..1e6, 1..30)) {
            for scale in [Scale::even(values.iter().copied()), Scale::multiplying(values.iter().copied())] {
                let mut sorted = values.clone();
                sorted.sort_by(f64::total_cmp);
                let places: Vec<f64> = sorted.iter().map(|value| scale.place(*value)).collect();
                prop_assert!(places.windows(2).all(|pair| pair[0] <= pair[1]));
                prop_assert!(places.iter().all(|place| (0.0..=1.0).contains(place)));
                for most in 0..9 {
                    prop_assert!(scale.ticks(most).len() <= most);
                }
            }
        }
    }
}
