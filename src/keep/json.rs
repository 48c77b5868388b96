//! The workspace as a versioned JSON document. A document that this version would misread is refused: one of a newer
//! version, and one that contains an unknown name.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use serde::{Deserialize, Serialize};

use super::{CatalogView, Panes, Workspace};
use crate::catalog::printable;
use crate::look::LookName;
use crate::search::{Facet, Filters, Quantity, Sort, Span, Unknowns, View};

/// The version of the format. Documents of a later version are left alone.
const VERSION: u64 = 1;

/// Why a document cannot be used, worded to follow its name in a sentence.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// A newer version of the program wrote it.
    #[error("was written by a newer version of prospectus")]
    Newer,
    /// It is not a document that this program writes.
    #[error("is damaged ({})", printable(.0))]
    Damaged(String),
}

#[derive(Deserialize)]
struct Version {
    version: u64,
}

#[derive(Serialize, Deserialize)]
struct Document {
    version: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    look: Option<String>,
    #[serde(default)]
    panes: Panes,
    #[serde(default)]
    views: Vec<Entry>,
}

#[derive(Serialize, Deserialize)]
#[serde(default)]
struct Entry {
    catalog: String,
    query: String,
    sort: String,
    chosen: BTreeMap<String, BTreeSet<String>>,
    without: BTreeMap<String, BTreeSet<String>>,
    limits: BTreeMap<String, Ends>,
    drops_unknown: bool,
    selected: Option<String>,
    basket: Vec<String>,
    is_folded: bool,
    focus: String,
    unfolded: Vec<String>,
}

impl Default for Entry {
    fn default() -> Self {
        Self::of(&CatalogView::default())
    }
}

/// The bounds of a limit; a missing one is open.
#[derive(Serialize, Deserialize)]
struct Ends {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    above: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    to: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    below: Option<f64>,
}

impl Workspace {
    /// Returns the workspace as a JSON document.
    pub fn to_json(&self) -> String {
        let document = Document {
            version: VERSION,
            look: self.look.map(|look| look.slug().to_owned()),
            panes: self.panes,
            views: self.views.iter().map(Entry::of).collect(),
        };
        serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
    }

    /// Reads a JSON document.
    ///
    /// # Errors
    ///
    /// [`Unreadable`] if the document is damaged or of a newer version.
    pub fn from_json(text: &str) -> Result<Self, Unreadable> {
        let damaged = |error: serde_json::Error| Unreadable::Damaged(error.to_string());
        let Version { version } = serde_json::from_str(text).map_err(damaged)?;
        if version > VERSION {
            return Err(Unreadable::Newer);
        }
        let document: Document = serde_json::from_str(text).map_err(damaged)?;
        Ok(Self {
            look: document.look.map(|name| known("look", &name, LookName::from_slug)).transpose()?,
            panes: document.panes,
            views: document.views.into_iter().map(Entry::into_view).collect::<Result<_, _>>()?,
        })
    }
}

impl Entry {
    fn of(entry: &CatalogView) -> Self {
        let CatalogView { catalog, view, selected, basket, is_folded, focus, unfolded } = entry.clone();
        let View { query, filters, sort } = view;
        let words = |values: BTreeMap<Facet, BTreeSet<String>>| {
            values.into_iter().map(|(facet, values)| (facet.slug().to_owned(), values)).collect()
        };
        let limits = Quantity::ALL.into_iter().map(|quantity| (quantity, filters.limits.span(quantity)));
        let limits = limits.filter(|(_, span)| !span.is_any());
        Self {
            catalog,
            query,
            sort: sort.slug().to_owned(),
            limits: limits.map(|(quantity, span)| (quantity.slug().to_owned(), Ends::of(span))).collect(),
            drops_unknown: filters.limits.unknowns == Unknowns::Drop,
            chosen: words(filters.chosen),
            without: words(filters.without),
            selected,
            basket,
            is_folded,
            focus,
            unfolded: unfolded.into_iter().map(|facet| facet.slug().to_owned()).collect(),
        }
    }

    fn into_view(self) -> Result<CatalogView, Unreadable> {
        let facet = |name: &str| known("facet", name, Facet::from_slug);
        let values = |words: BTreeMap<String, BTreeSet<String>>| {
            words.into_iter().map(|(name, values)| Ok((facet(&name)?, values))).collect::<Result<_, _>>()
        };
        let mut filters = Filters { chosen: values(self.chosen)?, without: values(self.without)?, ..Filters::none() };
        for (name, ends) in self.limits {
            filters.limits.set(known("limit", &name, Quantity::from_slug)?, ends.into_span());
        }
        filters.limits.unknowns = if self.drops_unknown { Unknowns::Drop } else { Unknowns::Keep };
        Ok(CatalogView {
            catalog: self.catalog,
            view: View { query: self.query, filters, sort: known("order", &self.sort, Sort::from_slug)? },
            selected: self.selected,
            basket: self.basket,
            is_folded: self.is_folded,
            focus: self.focus,
            unfolded: self.unfolded.iter().map(|name| facet(name)).collect::<Result<_, _>>()?,
        })
    }
}

impl Ends {
    fn of(span: Span) -> Self {
        let (from, above) = included_and_not(span.low);
        let (to, below) = included_and_not(span.high);
        Self { from, above, to, below }
    }

    fn into_span(self) -> Span {
        let end = |included: Option<f64>, excluded: Option<f64>| match (included, excluded) {
            (Some(amount), _) => Bound::Included(amount),
            (None, Some(amount)) => Bound::Excluded(amount),
            (None, None) => Bound::Unbounded,
        };
        Span { low: end(self.from, self.above), high: end(self.to, self.below) }
    }
}

fn included_and_not(end: Bound<f64>) -> (Option<f64>, Option<f64>) {
    match end {
        Bound::Included(amount) => (Some(amount), None),
        Bound::Excluded(amount) => (None, Some(amount)),
        Bound::Unbounded => (None, None),
    }
}

/// Returns what a name means, or an error if it is unknown.
fn known<T>(what: &str, word: &str, meaning: impl Fn(&str) -> Option<T>) -> Result<T, Unreadable> {
    meaning(word).ok_or_else(|| Unreadable::Damaged(format!("there is no {what} `{word}`")))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn facet() -> impl Strategy<Value = Facet> {
        proptest::sample::select(&Facet::ALL[..])
    }

    fn values() -> impl Strategy<Value = BTreeMap<Facet, BTreeSet<String>>> {
        proptest::collection::btree_map(facet(), proptest::collection::btree_set(".{1,20}", 1..4), 0..4)
    }

    fn end() -> impl Strategy<Value = Bound<f64>> {
        let amount = || (0_u32..40_000).prop_map(|quarters| f64::from(quarters) / 4.0);
        prop_oneof![Just(Bound::Unbounded), amount().prop_map(Bound::Included), amount().prop_map(Bound::Excluded)]
    }

    fn filters() -> impl Strategy<Value = Filters> {
        let spans = proptest::collection::vec((end(), end()), Quantity::ALL.len());
        (values(), values(), spans, any::<bool>()).prop_map(|(chosen, without, spans, drops)| {
            let mut filters = Filters { chosen, without, ..Filters::none() };
            for (quantity, (low, high)) in Quantity::ALL.into_iter().zip(spans) {
                filters.limits.set(quantity, Span { low, high });
            }
            filters.limits.unknowns = if drops { Unknowns::Drop } else { Unknowns::Keep };
            filters
        })
    }

    fn catalog_view() -> impl Strategy<Value = CatalogView> {
        let wanted = (".{0,30}", filters(), proptest::sample::select(&Sort::ALL[..]));
        let wanted = wanted.prop_map(|(query, filters, sort)| View { query, filters, sort });
        let programs = (proptest::option::of(".{1,20}"), proptest::collection::vec(".{1,20}", 0..5));
        let rest = (any::<bool>(), "[a-z-]{0,12}", proptest::collection::vec(facet(), 0..3));
        (".{0,20}", wanted, programs, rest).prop_map(|(catalog, view, (selected, basket), rest)| {
            let (is_folded, focus, unfolded) = rest;
            CatalogView { catalog, view, selected, basket, is_folded, focus, unfolded }
        })
    }

    fn workspace() -> impl Strategy<Value = Workspace> {
        let panes = (any::<bool>(), any::<[i16; 4]>()).prop_map(|(is_zoomed, [filters, detail, compare, list])| {
            Panes { is_zoomed, filters, detail, compare, list }
        });
        let look = proptest::option::of(proptest::sample::select(&LookName::ALL[..]));
        (look, panes, proptest::collection::vec(catalog_view(), 0..4)).prop_map(|(look, panes, views)| Workspace {
            look,
            panes,
            views,
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_as_it_was(workspace in workspace()) {
            prop_assert_eq!(Workspace::from_json(&workspace.to_json()), Ok(workspace));
        }

        #[test]
        fn a_document_that_was_cut_or_changed_is_no_reason_to_fall(workspace in workspace(), cut in 0_usize..4000, by in any::<u8>()) {
            let mut bytes = workspace.to_json().into_bytes();
            if let Some(byte) = bytes.get_mut(cut) {
                *byte = by;
            }
            let _ = Workspace::from_json(&String::from_utf8_lossy(&bytes));
            bytes.truncate(cut);
            let _ = Workspace::from_json(&String::from_utf8_lossy(&bytes));
        }
    }

    #[test]
    fn what_is_missing_is_as_at_a_first_start() {
        let workspace = Workspace::from_json("{\"version\": 1, \"views\": [{\"catalog\": \"edX\"}]}");
        let view = CatalogView { catalog: "edX".to_owned(), ..CatalogView::default() };
        assert_eq!(workspace, Ok(Workspace { views: vec![view], ..Workspace::default() }));
    }

    #[test]
    fn a_newer_form_is_told_from_a_damaged_one() {
        assert_eq!(Workspace::from_json("{\"version\": 2, \"views\": 3}"), Err(Unreadable::Newer));
        for damaged in ["", "[]", "{}", "{\"version\": 1, \"views\": 3}", "{\"version\": 1, \"look\": \"drak\"}"] {
            assert!(matches!(Workspace::from_json(damaged), Err(Unreadable::Damaged(_))), "{damaged}");
        }
    }

    #[test]
    fn a_word_without_a_meaning_is_named() {
        let Err(error) = Workspace::from_json("{\"version\": 1, \"views\": [{\"sort\": \"luck\"}]}") else {
            panic!("it means nothing")
        };
        assert_eq!(error.to_string(), "is damaged (there is no order `luck`)");
        let invisible = Workspace::from_json("{\"version\": 1, \"views\": [{\"sort\": \"lu\\u2060ck\"}]}").err();
        let told = invisible.map(|error| error.to_string());
        assert_eq!(told.as_deref(), Some("is damaged (there is no order `lu\u{fffd}ck`)"));
    }
}
