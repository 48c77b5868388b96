//! Horizontal bars: a share, a range of shares, a part of a line.

use super::{ChartRow, Tone};

/// Signs for zero to seven eighths of a column. Four eighths use the sign for five, because the sign for four is the
/// cursor mark elsewhere.
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▋", "▋", "▊", "▉"];

/// Returns a bar of `cols` columns for a share from 0 to 1, accurate to about an eighth of a column; the rest of the
/// scale is drawn too.
pub fn bar(share: f64, cols: usize) -> ChartRow {
    let eighths = (unit(share) * cols as f64 * 8.0).round() as usize;
    let (full, part) = (eighths / 8, EIGHTHS[eighths % 8]);
    let rest = cols - full - usize::from(!part.is_empty());
    ChartRow::default().and(Tone::Full, "█", full).and(Tone::Full, part, 1).and(Tone::Rest, "░", rest)
}

/// Returns a bar that is full up to the certain share, shaded up to the middle, lighter up to the possible share, and
/// empty beyond. An exact share is drawn as by [`bar`].
pub fn range(low: f64, mid: f64, high: f64, cols: usize) -> ChartRow {
    let (low, high) = (unit(low), unit(high).max(unit(low)));
    if high <= low + f64::EPSILON {
        return bar(low, cols);
    }
    let cells = |share: f64| (share * cols as f64).round() as usize;
    // Keeps the uncertain part visible, however small it is.
    let start = cells(low).min(cols.saturating_sub(1));
    let end = cells(high).max(start + 1).min(cols);
    let middle = cells(unit(mid)).clamp(start, end);
    ChartRow::default()
        .and(Tone::Full, "█", start)
        .and(Tone::Open, "▓", middle - start)
        .and(Tone::Open, "▒", end - middle)
        .and(Tone::Rest, "░", cols - end)
}

/// Returns blanks of the width of a bar, for a row without one.
pub fn blank(cols: usize) -> ChartRow {
    ChartRow::default().and(Tone::Guide, " ", cols)
}

/// Returns a line of `cols` columns, drawn from one share of its width to another. The drawn part takes at least one
/// column; the rest is blank.
pub fn stretch(from: f64, until: f64, cols: usize) -> ChartRow {
    piece(from, until, cols, Tone::Full, "█")
}

/// Returns a line like [`stretch`] for an assumed length.
pub fn dotted(from: f64, until: f64, cols: usize) -> ChartRow {
    piece(from, until, cols, Tone::Open, "┄")
}

/// Returns a line like [`stretch`] for time that may or may not be needed.
pub fn room(from: f64, until: f64, cols: usize) -> ChartRow {
    piece(from, until, cols, Tone::Rest, "▒")
}

fn piece(from: f64, until: f64, cols: usize, tone: Tone, sign: &str) -> ChartRow {
    if cols == 0 {
        return ChartRow::default();
    }
    let place = |share: f64| (unit(share) * cols as f64).round() as usize;
    let begin = place(from).min(cols - 1);
    let end = place(until).max(begin + 1);
    ChartRow::default().and(Tone::Guide, " ", begin).and(tone, sign, end - begin).and(Tone::Guide, " ", cols - end)
}

/// Clamps a share to the range from 0 to 1; NaN becomes 0.
fn unit(share: f64) -> f64 {
    if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_bar_shows_eighths_and_what_is_left() {
        assert_eq!(bar(0.0, 4).text(), "░░░░");
        assert_eq!(bar(0.5, 4).text(), "██░░");
        assert_eq!(bar(0.6, 4).text(), "██▍░");
        assert_eq!(bar(1.0, 4).text(), "████");
        assert_eq!(bar(0.5, 0).text(), "");
    }

    #[test]
    fn a_range_is_full_then_shaded_then_light_then_empty() {
        assert_eq!(range(0.4, 0.6, 0.8, 10).text(), "████▓▓▒▒░░");
        assert_eq!(range(0.5, 0.5, 0.5, 10).text(), "█████░░░░░");
        assert_eq!(range(0.50, 0.51, 0.52, 10).text(), "█████▒░░░░", "a small doubt is seen");
        assert_eq!(range(0.99, 0.995, 1.0, 10).text(), "█████████▓");
    }

    #[test]
    fn a_stretch_lies_where_it_belongs_and_is_never_lost() {
        assert_eq!(stretch(0.25, 0.5, 8).text(), "  ██    ");
        assert_eq!(dotted(0.5, 1.0, 8).text(), "    ┄┄┄┄");
        assert_eq!(stretch(1.0, 1.0, 8).text(), "       █");
        assert_eq!(stretch(0.3, 0.3, 0).text(), "");
    }

    proptest! {
        #[test]
        fn every_bar_takes_exactly_its_columns(
            low in -0.5_f64..1.5, mid in -0.5_f64..1.5, high in -0.5_f64..1.5, cols in 0_usize..60,
        ) {
            let lines = [stretch(low, high, cols), dotted(low, high, cols), blank(cols)];
            for row in [bar(low, cols), range(low, mid, high, cols)].into_iter().chain(lines) {
                prop_assert_eq!(row.cols(), cols);
            }
        }

        #[test]
        fn a_greater_share_is_never_drawn_shorter(a in 0.0_f64..1.0, b in 0.0_f64..1.0, cols in 1_usize..60) {
            let rest = |share: f64| bar(share, cols).text().matches('░').count();
            prop_assert!(rest(a.min(b)) >= rest(a.max(b)));
        }
    }
}
