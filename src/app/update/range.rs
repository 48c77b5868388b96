//! Choosing a range on a histogram of the facet pane: its ends are moved, the list follows, and the range is kept or
//! the former limit restored.

use std::ops::Bound;

use crate::app::{App, FilterCursor, Nudge, RangeAction, RangeControl, Step, TypedEnd};
use crate::search::{Quantity, Span, histogram};

use super::found::search;

/// Starts choosing if the cursor is on a limit. Returns whether it is.
pub(super) fn open(app: &mut App) -> bool {
    let Some(FilterCursor::Limit(quantity)) = app.filter_under_cursor() else { return false };
    let before = app.view.filters.limits.span(quantity);
    app.drawer.range = Some(RangeControl { quantity, is_upper: true, typed: None, before });
    true
}

pub(super) fn perform(app: &mut App, action: RangeAction) {
    match action {
        RangeAction::Digit(digit) => type_digit(app, digit),
        RangeAction::Erase => erase(app),
        RangeAction::Move(Nudge::More) => shift(app, 1),
        RangeAction::Move(Nudge::Less) => shift(app, -1),
        RangeAction::OtherEnd => other_end(app),
        RangeAction::Keep => app.drawer.range = None,
        RangeAction::Clear => clear(app),
    }
}

/// The most digits of a typed amount.
const MAX_DIGITS: u32 = 6;

/// Adds a digit to the amount of the active end.
fn type_digit(app: &mut App, digit: u8) {
    let Some(range) = &app.drawer.range else { return };
    let before = TypedEnd { amount: 0, from: app.view.filters.limits.span(range.quantity) };
    let typed = range.typed.unwrap_or(before);
    let amount = typed.amount.saturating_mul(10).saturating_add(u32::from(digit));
    if amount < 10_u32.pow(MAX_DIGITS) {
        set_typed(app, TypedEnd { amount, ..typed });
    }
}

/// Removes the last digit; after the first digit, the limit is as it was when typing began. Without a typed amount, puts
/// the range back as it was.
fn erase(app: &mut App) {
    match app.drawer.range.and_then(|range| range.typed) {
        Some(typed) if typed.amount >= 10 => set_typed(app, TypedEnd { amount: typed.amount / 10, ..typed }),
        Some(typed) => {
            stop_typing(app);
            set(app, typed.from);
        }
        None => {
            restore(app);
        }
    }
}

/// Makes the typed amount the active end. An end beyond the other opens that one.
fn set_typed(app: &mut App, typed: TypedEnd) {
    let Some(range) = &mut app.drawer.range else { return };
    range.typed = Some(typed);
    let end = Bound::Included(f64::from(typed.amount));
    let alone = if range.is_upper { Span { high: end, ..Span::ANY } } else { Span { low: end, ..Span::ANY } };
    set(app, typed.from.changed_to(alone));
}

fn stop_typing(app: &mut App) {
    if let Some(range) = &mut app.drawer.range {
        range.typed = None;
    }
}

/// Moves the active end of the range by this many columns.
pub(super) fn shift(app: &mut App, by: isize) {
    let Some(range) = &mut app.drawer.range else { return };
    range.typed = None;
    let (quantity, is_upper) = (range.quantity, range.is_upper);
    let (mut low, mut high) = histogram::ends(quantity, app.view.filters.limits.span(quantity));
    let last = histogram::last(quantity);
    if is_upper {
        high = high.saturating_add_signed(by).clamp(low, last);
    } else {
        low = low.saturating_add_signed(by).min(high);
    }
    set(app, histogram::between(quantity, low, high));
}

/// Limits to a clicked column; if there is a limit, moves its nearer end to the column.
pub(super) fn reach(app: &mut App, quantity: Quantity, place: usize) {
    let before = app.view.filters.limits.span(quantity);
    let (low, high) = histogram::ends(quantity, before);
    // A column wider than one unit ends where the next one begins.
    let end = if histogram::step(quantity) > 1.0 { place + 1 } else { place };
    let (low, high) = match before.is_any() {
        true => (place, end),
        false if place.abs_diff(low) < place.abs_diff(high) => (place, high),
        false => (low, end),
    };
    app.drawer.range = app.drawer.range.filter(|range| range.quantity == quantity);
    app.drawer.cursor = Some(FilterCursor::Limit(quantity));
    app.view.filters.limits.set(quantity, histogram::between(quantity, low, high));
    search(app);
}

/// Moves the active end by a step of a list.
pub(super) fn go(app: &mut App, step: Step) {
    let far = 1000;
    match step {
        Step::First => shift(app, -far),
        Step::Last => shift(app, far),
        Step::PageUp => shift(app, -5),
        Step::PageDown => shift(app, 5),
        Step::Up | Step::Down => other_end(app),
        // A range has no rows.
        Step::To(_) => {}
    }
}

/// Makes the other end active.
pub(super) fn other_end(app: &mut App) {
    if let Some(range) = &mut app.drawer.range {
        range.is_upper = !range.is_upper;
        range.typed = None;
    }
}

/// Removes the limit.
pub(super) fn clear(app: &mut App) {
    stop_typing(app);
    set(app, Span::ANY);
}

/// Restores the former limit. Returns whether a range was being chosen.
pub(super) fn restore(app: &mut App) -> bool {
    let Some(range) = &app.drawer.range else { return false };
    let before = range.before;
    set(app, before);
    app.drawer.range = None;
    true
}

fn set(app: &mut App, span: Span) {
    let Some(range) = &app.drawer.range else { return };
    app.view.filters.limits.set(range.quantity, span);
    search(app);
}
