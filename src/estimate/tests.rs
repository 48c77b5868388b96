//! The properties and the measured accuracy of estimates, whatever the samples.

use super::*;

/// A reproducible sequence of pseudo-random numbers from 0 to 1 (xorshift).
fn chances(count: usize) -> impl Iterator<Item = f64> {
    (0..count).scan(0x2545_F491_4F6C_DD1D_u64, |state, _| {
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        Some((*state >> 11) as f64 / (1_u64 << 53) as f64)
    })
}

/// Things in ten groups. The value is thirty times the first amount, times a factor of the group, times noise.
fn things(count: usize) -> Vec<Sample> {
    let chances: Vec<f64> = chances(3 * count).collect();
    let thing = |(at, chance): (usize, &[f64])| {
        let (amount, group) = (1.0 + 11.0 * chance[0], (at % 10) as u32);
        let value = 30.0 * amount * (f64::from(group) / 5.0).exp() * (chance[1] - 0.5).exp();
        Sample { profile: Profile { group: Some(group), kind: 0, amounts: [Some(amount), None, None] }, value }
    };
    chances.chunks_exact(3).enumerate().map(thing).collect()
}

#[test]
fn four_of_five_are_inside_and_the_range_is_as_wide_as_chance() {
    let trials = Estimator::new(things(400)).trials();
    let inside = trials.iter().filter(|trial| trial.is_inside).count() as f64 / trials.len() as f64;
    assert!((0.78..=0.86).contains(&inside), "{inside}");
    let mut widths: Vec<f64> = trials.iter().map(|trial| trial.width).collect();
    widths.sort_unstable_by(f64::total_cmp);
    // The noise alone spreads the values over a factor of e, so the middle 80 % span e^0.8.
    assert!((widths[200] / 0.8_f64.exp() - 1.0).abs() < 0.1, "{}", widths[200]);
}

#[test]
fn leaving_out_is_the_same_as_never_having_known() {
    let things = things(60);
    let all = Estimator::new(things.clone());
    let trials = all.trials();
    for at in [0, 7, 31, 59] {
        let mut others = things.clone();
        let left_out = others.remove(at);
        let estimate = Estimator::new(others).estimate(&left_out.profile).expect("enough are known");
        let trial = trials[at];
        assert_eq!(trial.in_group, estimate.in_group, "thing {at}");
        // Leaving one thing out changes the errors of the others a little, so the widths agree only approximately.
        assert!(
            (trial.width.ln() - (estimate.high / estimate.low).ln()).abs() < 0.15,
            "thing {at}: {trial:?} {estimate:?}"
        );
    }
}

#[test]
fn nothing_is_estimated_from_a_handful() {
    assert_eq!(Estimator::new(things(8)).estimate(&Profile::default()), None);
    assert!(Estimator::new(Vec::new()).trials().is_empty());
}

#[test]
fn what_is_not_known_of_a_thing_is_left_out_of_its_estimate() {
    let estimator = Estimator::new(things(100));
    let known = Profile { group: Some(1), kind: 0, amounts: [Some(6.0), None, None] };
    let estimate = estimator.estimate(&known).expect("a hundred are known");
    assert!(estimate.low < estimate.median && estimate.median < estimate.high);
    assert_eq!((estimate.uses, estimate.in_group), ([true, false, false], 10));
    let blank = estimator.estimate(&Profile { amounts: [None; 3], ..known }).expect("the same group is known");
    assert_eq!(blank.uses, [false; 3]);
    assert!(blank.high / blank.low > estimate.high / estimate.low, "less is known, so the range is wider");
    let unusable = Profile { amounts: [Some(f64::NAN), Some(0.0), Some(-1.0)], ..known };
    assert_eq!(estimator.estimate(&unusable), Some(blank));
}

#[test]
fn equal_things_are_estimated_as_equal() {
    let alike =
        Sample { profile: Profile { group: None, kind: 3, amounts: [Some(4.0), Some(2.0), None] }, value: 90.0 };
    let estimate = Estimator::new(vec![alike; 30]).estimate(&alike.profile).expect("thirty are known");
    for end in [estimate.low, estimate.median, estimate.high] {
        assert!((end - 90.0).abs() < 0.1, "{estimate:?}");
    }
}
