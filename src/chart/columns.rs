//! A histogram one row high, with a line of labels under it.

use std::ops::RangeInclusive;

use super::{ChartRow, Tone};
use crate::width;

const HEIGHTS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// Returns one sign per count, as high as its share of the greatest count. A count of 0 is blank; any other count is
/// visible. The columns in `chosen` are emphasized; `None` emphasizes all.
pub fn columns(counts: &[usize], chosen: Option<&RangeInclusive<usize>>) -> ChartRow {
    let most = counts.iter().copied().max().unwrap_or(0);
    let mut row = ChartRow::default();
    for (place, count) in counts.iter().enumerate() {
        let tone = if chosen.is_none_or(|chosen| chosen.contains(&place)) { Tone::Mark } else { Tone::Rest };
        row.push(tone, height(*count, most));
    }
    row
}

fn height(count: usize, most: usize) -> &'static str {
    if count == 0 {
        return " ";
    }
    let eighths = (count as f64 * 8.0 / most.max(1) as f64).ceil() as usize;
    HEIGHTS[eighths.clamp(1, 8) - 1]
}

/// Returns labels placed under their columns, without those that would touch the previous label. A label that would
/// cross the right edge is moved left to end there.
pub fn axis(labels: &[(usize, String)], cols: usize) -> String {
    let mut line = String::new();
    for (place, label) in labels {
        let needs = width::cols(label);
        let at = (*place).min(cols.saturating_sub(needs));
        let used = width::cols(&line);
        let gap = usize::from(used > 0);
        if needs > cols || at < used + gap {
            continue;
        }
        line.push_str(&" ".repeat(at - used));
        line.push_str(label);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_highest_is_full_none_is_blank_and_one_is_seen() {
        assert_eq!(columns(&[0, 1, 50, 100], None).text(), " ▁▄█");
        assert_eq!(columns(&[], None).text(), "");
        assert_eq!(columns(&[7], None).text(), "█");
        assert_eq!(columns(&[0, 0], None).text(), "  ");
    }

    #[test]
    fn what_is_chosen_stands_out_from_the_rest() {
        let tones: Vec<Tone> = columns(&[3, 3, 3], Some(&(1..=1))).pieces.iter().map(|piece| piece.tone).collect();
        assert_eq!(tones, [Tone::Rest, Tone::Mark, Tone::Rest]);
    }

    #[test]
    fn labels_stand_under_their_columns_and_never_touch() {
        let labels = |places: &[usize]| places.iter().map(|place| (*place, place.to_string())).collect::<Vec<_>>();
        assert_eq!(axis(&labels(&[0, 6, 12]), 20), "0     6     12");
        assert_eq!(axis(&labels(&[0, 1, 2]), 20), "0 2");
        assert_eq!(axis(&labels(&[0, 19]), 20), "0                 19");
        assert_eq!(axis(&labels(&[100]), 2), "");
    }

    proptest! {
        #[test]
        fn a_greater_count_is_never_lower(counts in proptest::collection::vec(0_usize..500, 0..40)) {
            let row = columns(&counts, None);
            prop_assert_eq!(row.cols(), counts.len());
            let rank = |sign: char| HEIGHTS.iter().position(|height| height.starts_with(sign)).map_or(0, |at| at + 1);
            let heights: Vec<usize> = row.text().chars().map(rank).collect();
            for (a, high) in counts.iter().zip(&heights) {
                for (b, low) in counts.iter().zip(&heights) {
                    prop_assert!(a <= b || high >= low);
                }
            }
        }

        #[test]
        fn an_axis_is_never_too_wide(places in proptest::collection::vec(0_usize..60, 0..8), cols in 0_usize..40) {
            let labels: Vec<(usize, String)> = places.iter().map(|place| (*place, place.to_string())).collect();
            prop_assert!(width::cols(&axis(&labels, cols)) <= cols);
        }
    }
}
