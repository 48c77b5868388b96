//! How far a weight can change before another program becomes first, in closed form: two programs change order where
//! the weighted sum of their differences is 0, which gives one number for each weight.

use super::criteria::Middles;
use super::order::Standing;
use super::view::Case;
use crate::advise::advice::Stability;
use crate::advise::question::Criterion;

/// Returns, for each weight, the interval within which the first program stays first.
pub(crate) fn stability(case: &Case<'_>, standings: &[Standing]) -> Vec<Stability> {
    let Some((top, rivals)) = standings.split_first() else { return Vec::new() };
    let weights = &case.view.preferences.weights;
    let active = Criterion::ALL.iter().copied().filter(|criterion| weights[*criterion as usize] > 0.0);
    let open =
        |criterion: Criterion| Stability { criterion, weight: weights[criterion as usize], low: 0.0, high: None };
    let mut all: Vec<Stability> = active.map(open).collect();
    let mine = case.middles(top.row);
    // A later part of a series stays behind its earlier parts whatever the weights.
    for rival in rivals.iter().filter(|rival| rival.parts_before == 0) {
        let theirs = case.middles(rival.row);
        for stable in &mut all {
            narrow(stable, &mine, &theirs, weights);
        }
    }
    all
}

fn narrow(stable: &mut Stability, mine: &Middles, theirs: &Middles, weights: &[f64; Criterion::COUNT]) {
    let difference = |at: usize| mine[at] - theirs[at];
    let own = difference(stable.criterion as usize);
    if own.abs() < 1e-12 {
        return;
    }
    let sum: f64 = (0..Criterion::COUNT).map(|at| weights[at] * difference(at)).sum();
    let turning = stable.weight - sum / own;
    if turning < 0.0 {
        return;
    }
    if own > 0.0 {
        stable.low = stable.low.max(turning.min(stable.weight));
    } else {
        let high = turning.max(stable.weight);
        stable.high = Some(stable.high.map_or(high, |old| old.min(high)));
    }
}
