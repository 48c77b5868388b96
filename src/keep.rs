//! What is kept between runs. This file has the workspace: the user's view of each catalogue and the arrangement of the
//! panes. It refers to programs by id, never by row number, so that a newer catalogue can find them again or show that
//! they are gone. [`log`] and [`notebook`] hold what users keep on purpose: profiles, shortlists, notes and decisions.
//!
//! This room does not use the explorer's state or the environment; callers name the folder.

mod file;
mod json;
pub mod log;
pub mod notebook;
mod notebook_store;
mod request;

pub use file::{Store, StoreError};
pub use json::Unreadable;
pub use notebook_store::NotebookStore;
pub use request::{Outcome, StoreRequest};

use crate::look::LookName;
use crate::search::{Facet, View};

/// The maximum number of catalogues remembered; the least recently used one is dropped first.
const MAX_CATALOGUES: usize = 16;

/// What the explorer looked like when it was left: its look, its panes, and the view of each catalogue.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Workspace {
    /// The look; `None` if none was chosen while the explorer ran.
    pub look: Option<LookName>,
    /// The arrangement of the panes.
    pub panes: Panes,
    /// The view of each catalogue, the most recent last.
    pub views: Vec<CatalogView>,
}

/// The workspace at the start of the explorer, and where to write it at the end.
#[derive(Clone, Debug, Default)]
pub struct SavedWorkspace {
    /// The workspace as it was left last time.
    pub workspace: Workspace,
    /// The place to keep it; `None` to keep nothing.
    pub store: Option<Store>,
}

/// The arrangement of the panes: whether one is zoomed, and by how many columns or rows each divider was moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Panes {
    /// Whether the focused pane fills the whole body.
    pub is_zoomed: bool,
    /// The divider beside the facets, in columns.
    pub filters: i16,
    /// The divider beside the facts, in columns.
    pub detail: i16,
    /// The divider beside or above the comparison, in columns or rows.
    pub compare: i16,
    /// The divider below the list, in rows.
    pub list: i16,
}

/// The user's view of one catalogue.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct CatalogView {
    /// The name of the catalogue.
    pub catalog: String,
    /// Query, filters and sort order.
    pub view: View,
    /// The id of the selected program.
    pub selected: Option<String>,
    /// The ids of the programs in the basket.
    pub basket: Vec<String>,
    /// Whether rows with equal values were hidden in the comparison.
    pub is_folded: bool,
    /// The name of the focused pane.
    pub focus: String,
    /// The facets that were expanded to show all values.
    pub unfolded: Vec<Facet>,
}

impl Workspace {
    /// Returns the view of the catalogue with this name, or `None` if none is stored.
    pub fn view_of(&self, catalog: &str) -> Option<&CatalogView> {
        self.views.iter().find(|view| view.catalog == catalog)
    }

    /// Merges another workspace into this one. Its look wins if it has one, its panes always win, and its views replace
    /// those of the same catalogues.
    pub fn take_over(&mut self, other: Self) {
        self.look = other.look.or(self.look);
        self.panes = other.panes;
        other.views.into_iter().for_each(|view| self.put(view));
    }

    /// Replaces the view of a catalogue and makes it the most recent.
    pub fn put(&mut self, view: CatalogView) {
        self.views.retain(|other| other.catalog != view.catalog);
        self.views.push(view);
        let too_many = self.views.len().saturating_sub(MAX_CATALOGUES);
        self.views.drain(..too_many);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view_of(catalog: &str, query: &str) -> CatalogView {
        let view = View { query: query.to_owned(), ..View::default() };
        CatalogView { catalog: catalog.to_owned(), view, ..CatalogView::default() }
    }

    #[test]
    fn each_catalogue_has_its_own_view_and_the_last_one_counts() {
        let mut workspace = Workspace::default();
        workspace.put(view_of("one", "data"));
        workspace.put(view_of("two", "law"));
        workspace.put(view_of("one", "supply"));
        assert_eq!(workspace.view_of("one").map(|own| own.view.query.as_str()), Some("supply"));
        assert_eq!(workspace.view_of("two").map(|own| own.view.query.as_str()), Some("law"));
        assert_eq!(workspace.view_of("three"), None);
    }

    #[test]
    fn the_catalogue_that_was_left_longest_ago_is_forgotten_first() {
        let mut workspace = Workspace::default();
        for number in 0..=MAX_CATALOGUES {
            workspace.put(view_of(&number.to_string(), ""));
        }
        assert_eq!(workspace.views.len(), MAX_CATALOGUES);
        assert_eq!(workspace.view_of("0"), None);
    }
}
