//! The catalogue inside the program: its JSON, and the compact form that the build made of it. It is declared by the
//! crate and not by its room, because the build reads the room before there is a compact form.

use crate::catalog::{Catalog, CatalogError};

static JSON: &str = include_str!("../../assets/catalog.json");
static COMPILED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalog.bin"));

impl Catalog {
    /// The shipped catalogue.
    pub fn embedded() -> Result<Self, CatalogError> {
        // The build has packed these bytes; should they not unpack, their JSON is here too.
        Self::unpack(COMPILED).or_else(|_| Self::from_text(JSON))
    }
}
