//! Institutions by their full names. The names are collected on first use: a list of a thousand schools asks for each of
//! them, and must not look through all of them every time.

use std::collections::HashMap;

use super::{Catalog, Institution, Text};

impl Catalog {
    /// The institution with this full name; `None` if there is none.
    pub fn institution_named(&self, name: &str) -> Option<&Institution> {
        let places = self.places_by_name.get_or_init(|| places(&self.institutions));
        places.get(name).and_then(|place| self.institutions.get(*place))
    }
}

/// The place of each name; if two institutions have one name, the place of the first.
fn places(institutions: &[Institution]) -> HashMap<Text, usize> {
    let named = institutions.iter().enumerate().rev();
    named.map(|(place, institution)| (institution.name.clone(), place)).collect()
}
