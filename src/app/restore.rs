//! Saves the view when the explorer ends and restores it at the next start. What the catalogue no longer has is
//! dropped, and the user is told. Restoring can never produce a state that keys could not have produced.

use super::layout::Arrangement;
use super::update::{self, FURTHEST, MAX_QUERY_CHARS};
use super::{App, BASKET_SIZE, Pane, TextInput, World};
use crate::catalog::{is_unsafe_char, sentence};
use crate::english::{and_list, by_count, counted};
use crate::keep::{CatalogView, Panes, Workspace};
use crate::look::LookName;
use crate::search::{Facet, Filters, Index, View};

impl App {
    /// Returns the explorer as it was left in this catalogue, and a sentence about what is gone.
    pub fn restored(world: World, size: (u16, u16), workspace: &Workspace) -> (Self, Option<String>) {
        let mut app = Self::unasked(world, size);
        app.arrangement = arrangement(workspace.panes);
        let gone = workspace.view_of(&app.catalog().name).cloned().map(|view| app.take_back(view));
        // In large catalogues a view that needs a search is left to the search thread; until
        // then all programs are shown.
        if !(app.world.searches_beside && app.is_searching()) {
            update::find(&mut app);
        }
        update::settle(&mut app);
        (app, gone.and_then(|gone| gone.words()))
    }

    /// Stores the view; also the look, if it differs from the one at the start.
    pub fn keep(&self, look_at_start: LookName, workspace: &mut Workspace) {
        workspace.look = (self.look != look_at_start).then_some(self.look);
        workspace.panes = panes(self.arrangement);
        workspace.put(CatalogView {
            catalog: self.catalog().name.to_string(),
            view: self.view.clone(),
            selected: self.selected_program().map(|program| program.id.to_string()),
            basket: self.basket.iter().map(|ix| self.catalog().program(*ix).id.to_string()).collect(),
            is_folded: self.is_folded,
            focus: word_of(self.focus).to_owned(),
            unfolded: self.drawer.unfolded.clone(),
        });
    }

    fn take_back(&mut self, kept: CatalogView) -> Gone {
        let CatalogView { view, selected, basket, is_folded, focus, mut unfolded, catalog: _ } = kept;
        let catalog = &self.world.catalog;
        let ids = basket.iter().enumerate().filter(|(place, id)| !basket[..*place].contains(id)).map(|(_, id)| id);
        let programs: Vec<_> = ids.take(BASKET_SIZE).map(|id| catalog.find(id)).collect();
        let place = selected.as_deref().map(|id| catalog.find(id));
        let compared = programs.iter().filter(|found| found.is_none()).count();
        self.basket = programs.into_iter().flatten().collect();
        self.selected = place.flatten();
        // A field that was still being typed becomes a filter, as if Enter had been pressed.
        let query = view.query.chars().filter(|c| !is_unsafe_char(*c)).take(MAX_QUERY_CHARS).collect();
        self.view = View { query, ..view }.read(catalog).view;
        let filters = let_go(&mut self.view.filters, &self.world.index);
        self.query.input = TextInput::of(&self.view.query);
        self.is_folded = is_folded;
        self.focus =
            pane_of(&focus).filter(|pane| *pane != Pane::Compare || !self.basket.is_empty()).unwrap_or(self.focus);
        unfolded.sort_unstable();
        unfolded.dedup();
        self.drawer.unfolded = unfolded;
        Gone { compared, filters, is_selected: place == Some(None) }
    }
}

/// The numbers of restored items that the catalogue no longer has.
struct Gone {
    compared: usize,
    filters: usize,
    is_selected: bool,
}

impl Gone {
    /// The sentence about them; `None` if everything is there.
    fn words(&self) -> Option<String> {
        let compared = |count| format!("{} of the comparison", counted(count, "program"));
        let parts = [
            (self.compared > 0).then(|| compared(self.compared)),
            (self.filters > 0).then(|| counted(self.filters, "filter")),
            self.is_selected.then(|| "the program that was selected".to_owned()),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        let verb = by_count(self.compared + self.filters + usize::from(self.is_selected), "is", "are");
        let all = and_list(&parts);
        (!parts.is_empty()).then(|| sentence(&format!("{all} {verb} no longer in this catalogue")))
    }
}

/// Removes values that have no meaning in the catalogue of the index. Returns how many.
fn let_go(filters: &mut Filters, index: &Index) -> usize {
    let mut count = 0;
    for values in [&mut filters.chosen, &mut filters.without] {
        for (facet, values) in values.iter_mut() {
            let before = values.len();
            values.retain(|value| index.has_value(*facet, value));
            count += before - values.len();
        }
        values.retain(|_: &Facet, values| !values.is_empty());
    }
    count
}

const PANES: [(Pane, &str); 4] =
    [(Pane::Filters, "filters"), (Pane::List, "list"), (Pane::Detail, "facts"), (Pane::Compare, "comparison")];

fn word_of(pane: Pane) -> &'static str {
    PANES.into_iter().find(|(own, _)| *own == pane).map_or("", |(_, word)| word)
}

fn pane_of(word: &str) -> Option<Pane> {
    PANES.into_iter().find(|(_, own)| *own == word).map(|(pane, _)| pane)
}

fn panes(arrangement: Arrangement) -> Panes {
    let Arrangement { is_zoomed, filters, detail, compare, list } = arrangement;
    Panes { is_zoomed, filters, detail, compare, list }
}

fn arrangement(panes: Panes) -> Arrangement {
    let Panes { is_zoomed, filters, detail, compare, list } = panes;
    let [filters, detail, compare, list] = [filters, detail, compare, list].map(|by| by.clamp(-FURTHEST, FURTHEST));
    Arrangement { is_zoomed, filters, detail, compare, list }
}
