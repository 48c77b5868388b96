//! Scores as printed: whole hundredths, with parts that add up to the whole.

use super::order::Standing;
use crate::advise::interval::Score;

/// Returns a score in hundredths: the middle rounded to nearest, the lower bound down, the upper bound up.
pub(crate) fn score(standing: &Standing) -> Score {
    let hundredths = |value: f64| value.clamp(0.0, 100.0) as u32;
    Score {
        low: hundredths((standing.score.low * 100.0 + 1e-9).floor()),
        mid: hundredths((standing.score.mid * 100.0).round()),
        high: hundredths((standing.score.high * 100.0 - 1e-9).ceil()),
    }
}

/// Rounds each value down or up so that the results add up to `sum`. The values with the largest remainders
/// are rounded up.
pub(crate) fn largest_remainder(exact: &[f64], sum: u32) -> Vec<u32> {
    let mut whole: Vec<u32> = exact.iter().map(|value| value.floor().max(0.0) as u32).collect();
    let missing = sum.saturating_sub(whole.iter().sum()) as usize;
    let mut order: Vec<usize> = (0..exact.len()).collect();
    order.sort_by(|a, b| exact[*b].fract().total_cmp(&exact[*a].fract()).then(a.cmp(b)));
    for at in order.into_iter().take(missing) {
        whole[at] += 1;
    }
    let mut over = whole.iter().sum::<u32>().saturating_sub(sum);
    for points in whole.iter_mut().rev() {
        let less = over.min(*points);
        *points -= less;
        over -= less;
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounded_parts_add_up_to_the_rounded_whole() {
        assert_eq!(largest_remainder(&[33.4, 33.3, 0.3], 67), [34, 33, 0]);
        assert_eq!(largest_remainder(&[0.5, 0.5], 1), [1, 0]);
        assert_eq!(largest_remainder(&[10.0, 20.0], 30), [10, 20]);
        assert_eq!(largest_remainder(&[10.4], 10), [10]);
    }
}
