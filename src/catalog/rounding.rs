//! Numbers that are not known to the last digit are not shown to it: two digits, or three that begin with 1, so that no step
//! is more than a twentieth.

/// The nearest round number.
pub(super) fn near(value: f64) -> f64 {
    by_steps(value, f64::round)
}

/// The next round number that is not more.
pub(super) fn down(value: f64) -> f64 {
    by_steps(value, f64::floor)
}

/// The next round number that is not less.
pub(super) fn up(value: f64) -> f64 {
    by_steps(value, f64::ceil)
}

fn by_steps(value: f64, round: fn(f64) -> f64) -> f64 {
    if value <= 0.0 || !value.is_finite() {
        return value;
    }
    // From 20 steps to 200 of them make the value.
    let step = 10.0_f64.powf((value / 2.0).log10().floor() - 1.0);
    // A hair of the arithmetic is not a step.
    let steps = value / step;
    let nearest = steps.round();
    step * if (steps - nearest).abs() < 1e-9 * nearest { nearest } else { round(steps) }
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
        assert!(near(0.0).abs() < f64::EPSILON);
    }
}
