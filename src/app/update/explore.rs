//! The explorer: filters, panes, the list and the comparison.

use super::{Effect, range, show, typing};
use crate::app::layout::{Breadth, breadth, layout, shows_one_pane};
use crate::app::{
    Action, App, BASKET_SIZE, Chip, ChipTarget, CompareAction, FilterCursor, Next, Overlay, Pane, Screen, Side, Toward,
    page,
};
use crate::catalog::{Address, ProgramIx};
use crate::search::{Facet, Filters, Results};

/// Searches the view at once.
pub(in crate::app) fn find(app: &mut App) {
    let found = app.world.index.find(&app.world.catalog, &app.view);
    take_found(app, found);
}

/// Updates everything that depends on the view. If searches run on a separate thread, the former results stay
/// until the new ones arrive.
pub(super) fn search(app: &mut App) {
    if !app.is_searching() {
        select(app);
    } else if !app.world.searches_beside {
        find(app);
    }
}

/// Takes results from the search thread, unless they are for an earlier view.
pub(super) fn hear_found(app: &mut App, found: Results) {
    if found.view == app.view {
        take_found(app, found);
        typing::offer(app);
    }
}

fn take_found(app: &mut App, found: Results) {
    app.found = found;
    show_rows(app);
}

pub(super) fn show_rows(app: &mut App) {
    app.forget_filter_rows();
    select(app);
}

/// Keeps both cursors in place as long as their rows are shown. After a new query they go to the best hit and the first
/// value, so that the outcome does not depend on which intermediate results were shown.
fn select(app: &mut App) {
    let is_anew = std::mem::take(&mut app.next_selected) == Next::Best;
    if is_anew || app.selected_row().is_none() {
        app.selected = app.found.hits.first().map(|hit| hit.program);
        super::facts::start(app);
    }
    if is_anew {
        app.filter_cursor = None;
        app.tops.filters = 0;
    }
}

pub(super) fn focus(app: &mut App, pane: Pane) {
    app.screen = Screen::Explore;
    typing::stop(app);
    app.focus = pane;
}

/// Gives the keyboard focus to the next or previous pane, in screen order. On a narrow terminal
/// hidden panes take part too.
pub(super) fn next_pane(app: &mut App, toward: Toward) {
    typing::stop(app);
    let panes = round(app);
    let place = panes.iter().position(|pane| *pane == app.focus).unwrap_or(0);
    let step = if toward == Toward::Next { 1 } else { panes.len() - 1 };
    app.focus = panes[(place + step) % panes.len()];
}

/// The panes that Tab cycles through. The drawer of filters is not among them: there Tab goes from facet to facet.
fn round(app: &App) -> Vec<Pane> {
    let is_narrow = breadth(app.size.0) < Breadth::Three;
    let shows_compare = layout(app).compare.is_some() || (!app.basket.is_empty() && (shows_one_pane(app) || is_narrow));
    let mut panes = vec![Pane::List, Pane::Detail];
    if shows_compare {
        panes.push(Pane::Compare);
    }
    panes
}

pub(super) fn open(app: &mut App) {
    typing::stop(app);
    match app.focus {
        Pane::Filters => toggle_filter(app),
        Pane::List if app.selected.is_some() => app.focus = Pane::Detail,
        Pane::Detail => super::facts::open_claims(app),
        Pane::List => {}
        Pane::Compare => open_compare(app),
    }
}

pub(super) fn toggle_filter(app: &mut App) {
    typing::settle(app);
    if range::open(app) {
        return;
    }
    match app.filter_under_cursor() {
        Some(FilterCursor::Value(facet, value)) => filter(app, facet, &value),
        Some(FilterCursor::Fold(facet)) => fold(app, facet),
        Some(FilterCursor::Limit(_)) | None => {}
    }
}

/// Shows all values of a facet, or only the most frequent ones.
fn fold(app: &mut App, facet: Facet) {
    if app.unfolded.contains(&facet) {
        app.unfolded.retain(|open| *open != facet);
    } else {
        app.unfolded.push(facet);
    }
    show_rows(app);
}

/// Chooses a value of a facet, or removes it if it is chosen.
pub(super) fn filter(app: &mut App, facet: Facet, value: &str) {
    app.view.filters.toggle(facet, value);
    search(app);
}

/// Selects a program, if it is in the list.
pub(super) fn pick(app: &mut App, program: ProgramIx) {
    if app.selected != Some(program) && app.found.hits.row_of(program).is_some() {
        app.selected = Some(program);
        super::facts::start(app);
        app.tops.page = 0;
    }
}

/// Removes the only active filter; if there are several, asks which.
pub(super) fn remove_filter(app: &mut App) {
    match app.chips().len() {
        0 => app.notice = Some("No filter is active.".to_owned()),
        1 => remove_chip(app, 0),
        _ => {
            show(app, Overlay::RemoveFilter);
            // If the list is empty, the cursor starts on the filter that hides the most.
            let most = page::ways_out(&app.found.hits).next();
            let is_most = |chip: &Chip| page::way_out(&app.found.hits, chip) == most;
            let place = most.and_then(|_| app.chips().iter().position(is_most));
            app.overlay_cursor = place.unwrap_or(0);
        }
    }
}

pub(super) fn remove_chip(app: &mut App, place: usize) {
    typing::settle(app);
    let chips = app.chips();
    let Some(chip) = chips.get(place) else { return };
    match &chip.target {
        ChipTarget::Filter(choice) => app.view.filters.remove(choice),
        ChipTarget::Query => {
            app.input.reset();
            app.view.query.clear();
        }
    }
    search(app);
    if app.overlays.last() == Some(&Overlay::RemoveFilter) && chips.len() <= 1 {
        app.overlays.pop();
    }
}

pub(super) fn clear_filters(app: &mut App) {
    app.input.reset();
    app.view.query.clear();
    app.view.filters = Filters::default();
    app.overlays.retain(|overlay| *overlay != Overlay::RemoveFilter);
    app.notice = Some("The filters are reset: programs of the latest list.".to_owned());
    search(app);
}

pub(super) fn compare(app: &mut App, action: CompareAction) {
    match action {
        CompareAction::Toggle => toggle_compare(app),
        CompareAction::Open => open_compare(app),
        CompareAction::Clear => clear_compare(app),
        CompareAction::Fold => app.is_folded = !app.is_folded,
        CompareAction::Column(side) => go_to_column(app, side),
        CompareAction::TakeOut => take_out(app),
    }
}

pub(super) fn toggle_compare(app: &mut App) {
    if let Some(program) = app.current() {
        toggle_in_basket(app, program);
    }
}

pub(super) fn toggle_in_basket(app: &mut App, program: ProgramIx) {
    if app.basket.contains(&program) {
        app.basket.retain(|other| *other != program);
    } else if app.basket.len() < BASKET_SIZE {
        app.basket.push(program);
        let key = app.key(&Action::Compare(CompareAction::Open));
        app.notice = Some(format!("{} of {BASKET_SIZE} in the comparison; {key} opens it.", app.basket.len()));
    } else {
        let key = app.key(&Action::Compare(CompareAction::Toggle));
        app.notice = Some(format!("The comparison holds {BASKET_SIZE} programs; take one out with {key} first."));
    }
    leave_empty_comparison(app);
}

pub(super) fn open_compare(app: &mut App) {
    if app.basket.is_empty() {
        let key = app.key(&Action::Compare(CompareAction::Toggle));
        app.notice = Some(format!("Nothing to compare yet; {key} puts the selected program in."));
        return;
    }
    app.overlays.clear();
    super::plan::take_answers(app);
    app.interview.remember_screen(app.screen);
    app.screen = Screen::Compare;
    app.tops.compare = 0;
}

/// Moves the cursor to the adjacent column, if there is one.
fn go_to_column(app: &mut App, side: Side) {
    let Some(at) = column_at(app) else { return };
    let next = match side {
        Side::Left => at.saturating_sub(1),
        Side::Right => (at + 1).min(app.basket.len() - 1),
    };
    app.column = Some(app.basket[next]);
}

fn column_at(app: &App) -> Option<usize> {
    let own = app.column()?;
    app.basket.iter().position(|ix| *ix == own)
}

/// Takes the program under the cursor out; the cursor goes to the program that takes its place.
fn take_out(app: &mut App) {
    let Some(at) = column_at(app) else { return };
    let program = app.basket.remove(at);
    app.column = app.basket.get(at).or(app.basket.last()).copied();
    let undo = app.key(&Action::UndoChange);
    let title = &app.catalog().program(program).title;
    app.notice = Some(format!("{title} is out of the comparison; {undo} puts it back."));
    leave_empty_comparison(app);
}

pub(super) fn clear_compare(app: &mut App) {
    app.basket.clear();
    app.notice = Some("The comparison is empty.".to_owned());
    leave_empty_comparison(app);
}

pub(super) fn leave_empty_comparison(app: &mut App) {
    if app.basket.is_empty() {
        if app.focus == Pane::Compare {
            app.focus = Pane::List;
        }
        if app.screen == Screen::Compare {
            app.screen = app.interview.screen_behind_compare();
        }
    }
}

pub(super) fn open_page(app: &mut App) -> Effect {
    let Some(program) = app.current().map(|ix| app.catalog().program(ix)) else { return Effect::None };
    match program.address() {
        Some(Address::Search(url)) => Effect::OpenSearch(url),
        Some(address) => Effect::OpenUrl(address.url().to_owned()),
        None => {
            app.notice = Some(format!("No web address is on record for {}.", program.title));
            Effect::None
        }
    }
}

pub(super) fn copy_address(app: &mut App) -> Effect {
    address(app).map_or(Effect::None, Effect::Copy)
}

/// The web address of the current program. If none is on record, the user is told.
fn address(app: &mut App) -> Option<String> {
    let program = app.catalog().program(app.current()?);
    let url = program.page().map(ToString::to_string);
    if url.is_none() {
        app.notice = Some(format!("No web address is on record for {}.", program.title));
    }
    url
}
