//! The catalogue compiled into the program. `assets/catalog.bin` is generated from `assets/catalog.json` by `cargo run
//! --example pack_catalogue` and checked in, so that a build needs no build step that compiles part of the program
//! first. A test fails if the two files disagree. The program does not contain the JSON.

use super::{Catalog, CatalogError, CompiledError};

static COMPILED: &[u8] = include_bytes!("../../assets/catalog.bin");

impl Catalog {
    /// The shipped catalogue.
    pub fn embedded() -> Result<Self, CatalogError> {
        Self::unpack(COMPILED)
            .map_err(|reason: CompiledError| CatalogError::Compiled { path: "assets/catalog.bin".into(), reason })
    }
}
