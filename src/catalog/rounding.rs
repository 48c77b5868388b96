//! Rounding for figures of limited precision: to two significant digits, or three if the first is 1, so that no step
//! exceeds 5 % of the value.

/// The nearest round number.
pub(super) fn near(value: f64) -> f64 {
    by_steps(value, f64::round)
}

/// Returns the largest round number that is not above the value.
pub(super) fn down(value: f64) -> f64 {
    by_steps(value, f64::floor)
}

/// Returns the smallest round number that is not below the value.
pub(super) fn up(value: f64) -> f64 {
    by_steps(value, f64::ceil)
}

fn by_steps(value: f64, round: fn(f64) -> f64) -> f64 {
    if value <= 0.0 || !value.is_finite() {
        return value;
    }
    // The step is the power of ten that makes the value 20 to 200 steps.
    let power = (value / 2.0).log10().floor() - 1.0;
    // 0.1 has no exact binary form, but 10 has: dividing by 10 gives the number nearest to the decimal one.
    let scale = 10.0_f64.powf(power.abs());
    let steps = if power < 0.0 { value * scale } else { value / scale };
    // Floating-point noise must not push a round number to the next step.
    let nearest = steps.round();
    let steps = if (steps - nearest).abs() < 1e-9 * nearest { nearest } else { round(steps) };
    if power < 0.0 { steps / scale } else { steps * scale }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_at_most_a_twentieth() {
        for (value, below, nearest, above) in [
            (2371.0, 2300.0, 2400.0, 2400.0),
            (1099.0, 1090.0, 1100.0, 1100.0),
            (43.2, 43.0, 43.0, 44.0),
            (20.0, 20.0, 20.0, 20.0),
        ] {
            assert!((down(value) - below).abs() < 1e-6 && (up(value) - above).abs() < 1e-6, "{value}");
            assert!((near(value) - nearest).abs() < 1e-6, "{value}");
        }
        for value in [6.8, 0.29, 13.7] {
            assert_eq!(near(value).to_string(), value.to_string(), "without noise");
        }
        assert!(near(0.0).abs() < f64::EPSILON);
    }
}
