//! What is kept. Here: where a person was in each catalogue when the explorer was left, and how they had arranged the
//! screen, by id or word and never by a row or a place, so that it can be found again in a newer catalogue or seen to be
//! gone. In [`log`] and [`notebook`]: what people keep on purpose, their profiles, shortlists, notes and decisions. It
//! knows no state of the explorer and no environment: which folder is meant is said by others.

mod file;
mod json;
mod keeper;
pub mod log;
pub mod notebook;

pub use file::{Store, StoreError};
pub use json::Unreadable;
pub use keeper::Keeper;

use crate::look::LookName;
use crate::search::{Facet, View};

/// How many catalogues are remembered; the one that was left longest ago goes first.
const MAX_CATALOGUES: usize = 16;

/// Everything that is kept.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Kept {
    /// The look, if one was chosen while the explorer ran.
    pub look: Option<LookName>,
    /// How the panes were arranged.
    pub panes: Panes,
    /// Where the person was in each catalogue, the one that was left last at the end.
    pub views: Vec<KeptView>,
}

/// What was kept when the explorer starts, and where to keep what there will be when it is left.
#[derive(Clone, Debug, Default)]
pub struct Keeping {
    /// What was kept.
    pub kept: Kept,
    /// Where; nothing where nothing is to be kept.
    pub store: Option<Store>,
}

/// Whether a pane had the whole body, and by how many columns or rows the lines between panes were moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Panes {
    /// Whether the pane with the keyboard took the whole body.
    pub is_zoomed: bool,
    /// The line beside the facets.
    pub filters: i16,
    /// The line beside the facts.
    pub detail: i16,
    /// The line beside or above the comparison.
    pub compare: i16,
    /// The line under the list.
    pub list: i16,
}

/// Where a person was in a catalogue.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct KeptView {
    /// The name of the catalogue.
    pub catalog: String,
    /// What was wanted of it.
    pub view: View,
    /// The id of the selected program.
    pub selected: Option<String>,
    /// The ids of the programs that were compared.
    pub basket: Vec<String>,
    /// Whether the rows in which they are equal were hidden.
    pub is_folded: bool,
    /// The word for the pane that had the keyboard.
    pub focus: String,
    /// The facets that showed all their values.
    pub unfolded: Vec<Facet>,
}

impl Kept {
    /// Where the person was in the catalogue of a name.
    pub fn view_of(&self, catalog: &str) -> Option<&KeptView> {
        self.views.iter().find(|view| view.catalog == catalog)
    }

    /// Takes over what another has to say; what it does not speak of stays.
    pub fn take_over(&mut self, other: Self) {
        self.look = other.look.or(self.look);
        self.panes = other.panes;
        other.views.into_iter().for_each(|view| self.put(view));
    }

    /// Keeps where the person is in a catalogue in place of where they were.
    pub fn put(&mut self, view: KeptView) {
        self.views.retain(|other| other.catalog != view.catalog);
        self.views.push(view);
        let too_many = self.views.len().saturating_sub(MAX_CATALOGUES);
        self.views.drain(..too_many);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view_of(catalog: &str, query: &str) -> KeptView {
        let view = View { query: query.to_owned(), ..View::default() };
        KeptView { catalog: catalog.to_owned(), view, ..KeptView::default() }
    }

    #[test]
    fn each_catalogue_has_its_own_view_and_the_last_one_counts() {
        let mut kept = Kept::default();
        kept.put(view_of("one", "data"));
        kept.put(view_of("two", "law"));
        kept.put(view_of("one", "supply"));
        assert_eq!(kept.view_of("one").map(|own| own.view.query.as_str()), Some("supply"));
        assert_eq!(kept.view_of("two").map(|own| own.view.query.as_str()), Some("law"));
        assert_eq!(kept.view_of("three"), None);
    }

    #[test]
    fn the_catalogue_that_was_left_longest_ago_is_forgotten_first() {
        let mut kept = Kept::default();
        for number in 0..=MAX_CATALOGUES {
            kept.put(view_of(&number.to_string(), ""));
        }
        assert_eq!(kept.views.len(), MAX_CATALOGUES);
        assert_eq!(kept.view_of("0"), None);
    }
}
