//! Institutions by full name. The names are indexed on first use, because a list of a thousand schools looks up each of
//! them.

use std::collections::HashMap;

use super::{Catalog, Institution, Text};

impl Catalog {
    /// The institution with this full name; `None` if there is none.
    pub fn institution_named(&self, name: &str) -> Option<&Institution> {
        let places = self.places_by_name.get_or_init(|| places(&self.institutions));
        places.get(name).and_then(|place| self.institutions.get(*place))
    }
}

/// Returns the index of each name; if two institutions share a name, that of the first.
fn places(institutions: &[Institution]) -> HashMap<Text, usize> {
    let named = institutions.iter().enumerate().rev();
    named.map(|(place, institution)| (institution.name.clone(), place)).collect()
}
