//! Where a step leads: the arithmetic of cursors and scroll offsets, without any state.

use crate::app::Step;

/// The index after a step in a list of `count` items, without wrapping around.
pub(super) fn moved(place: usize, step: Step, count: usize, page: usize) -> usize {
    let last = count.saturating_sub(1);
    match step {
        Step::Up => place.saturating_sub(1),
        Step::Down => place + 1,
        Step::PageUp => place.saturating_sub(page),
        Step::PageDown => place + page,
        Step::First => 0,
        Step::Last => last,
    }
    .min(last)
}

/// The scroll offset after a step in a text of `lines` lines shown in `rows` rows.
pub(super) fn scrolled(top: usize, step: Step, lines: usize, rows: usize) -> usize {
    let last_top = lines.saturating_sub(rows);
    moved(top.min(last_top), step, last_top + 1, rows.saturating_sub(1).max(1))
}

/// The scroll offset nearest to `top` at which the cursor is visible in a window of `rows` rows.
pub(super) fn window(top: usize, cursor: Option<usize>, count: usize, rows: usize) -> usize {
    let top = top.min(count.saturating_sub(rows));
    match cursor {
        Some(cursor) if rows > 0 => top.clamp((cursor + 1).saturating_sub(rows).min(cursor), cursor),
        _ => top,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_follows_its_cursor_and_wastes_no_row() {
        assert_eq!(window(0, Some(3), 10, 5), 0);
        assert_eq!(window(0, Some(7), 10, 5), 3);
        assert_eq!(window(6, Some(2), 10, 5), 2);
        assert_eq!(window(9, None, 10, 5), 5);
        assert_eq!(window(4, Some(0), 1, 0), 1);
    }

    #[test]
    fn steps_stop_at_both_ends() {
        assert_eq!(moved(0, Step::Up, 3, 10), 0);
        assert_eq!(moved(2, Step::Down, 3, 10), 2);
        assert_eq!(moved(0, Step::PageDown, 3, 10), 2);
        assert_eq!(moved(0, Step::Last, 0, 10), 0);
        assert_eq!(scrolled(0, Step::Last, 20, 5), 15);
        assert_eq!(scrolled(99, Step::Up, 20, 5), 14);
    }
}
